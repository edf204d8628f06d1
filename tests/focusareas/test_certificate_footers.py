"""Footers: who ordered the course, how papers are handed out, errors, and what they are not."""

import pytest

from focusareas.certificate_footers import without_footer
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
FOOTERS = [
    "Kursen gavs av NCK på uppdrag av regeringen.",
    "Utbildningen anordnas av Länsstyrelsen Östergötland på uppdrag av regeringen.",
    "Denna kurs har genomförts av Högskolan i Norrvik på uppdrag av Ekeby kommun.",
    "Kursen har hållits digitalt på uppdrag av socialnämnden.",
    "På uppdrag av kommunen har kursen genomförts av Högskolan i Norrvik.",
    "På uppdrag av Socialstyrelsen genomfördes utbildningen digitalt.",
    "Utbildningsdagen arrangerades på uppdrag av Region Gotland i samarbete med länsstyrelsen.",
    "Kursdagen genomfördes i oktober 2022 på uppdrag av arbetsgivaren.",
    "Webbkursen är genomförd på uppdrag av Jämställdhetsmyndigheten.",
    "Kursen genomfördes i samverkan med länsstyrelsen Skåne på uppdrag av omsorgsförvaltningen.",
    "Kursbeviset delades ut på plats.",
    "Diplomet överlämnades vid kursavslutningen av kursledaren.",
    "Intygen delades ut till samtliga deltagare.",
    "Samtliga intyg har delats ut på kursdagen.",
    "Kursintyg utdelades i samband med kursens slut.",
    "Beviset lämnades ut efter avslutad kurs.",
    "Intyget delades ut digitalt av kursadministratören.",
    "Diplom delades ut av länsstyrelsen.",
    "Intyget har överlämnats personligen.",
    "Intyget delades ut samma dag av utbildaren.",
    "Rättelser begärs skriftligen hos kurskansliet.",
    "Ändringar av namn görs av kursadministratören.",
    "Eventuella fel rättas av kursanordnaren.",
    "Felaktigheter rapporteras till närmaste chef.",
    "Fel anmäls till HR-service.",
    "Rättelse kan begäras hos utfärdaren.",
    "Kurskansliet korrigerar felaktiga namn.",
    "Korrigering av personuppgifter sker via HR.",
    "Felaktiga namn meddelas till kursledaren via e-post.",
    "Eventuella felaktigheter ska anmälas till arbetsgivaren.",
    "Intyget är inte en behörighetshandling.",
    "Detta intyg utgör inte en yrkeslegitimation.",
    "Beviset gäller inte som legitimation.",
    "Kursen ger ingen formell behörighet.",
    "Intyget är inget tjänstgöringsbetyg eller examensbevis.",
    "Kursen ger kunskap men inte behörighet.",
    "Intyget är en bekräftelse på deltagande men ger ingen behörighet.",
    "Kursen ersätter inte lokala rutiner.",
    "Utbildningen ersätter inte arbetsplatsens introduktion.",
    "Intyget ger inte rätt till legitimation.",
    "Märket är giltigt och inte återkallat.",
    "Intyget är inte spärrat.",
    "Beviset har inte blivit återkallat.",
    "Under kursen behandlas bland annat normer och kontroll, stöd till utsatta.",
    "Innehåll: bland annat kontroll, hot och våld",
    "Bland annat behandlas normer.",
    "Kursen tar upp bland annat normer och kontroll.",
    "Kursen behandlar normer, kontroll och ungas rättigheter.",
    "Under utbildningen togs bland annat kontroll och begränsningar upp.",
    "Kursens teman: normer, kontroll, skam och skuld",
    "Vi talade bland annat om kontroll, isolering och hot.",
    "Innehållet omfattar bland annat kontroll i nära relationer.",
    "Dagen handlade bland annat om normer, kontroll och hedersförtryck.",
    "Moment: kontrollerande beteende, kontroll och isolering, bland annat i ungas relationer",
    "Under dagen behandlades bland annat unga, kontroll och digitalt våld.",
    "Kim Berg har genomfört kursen, som anordnades av NCK på uppdrag av regeringen.",
    "Intyget visar att utbildningen är genomförd men är ingen legitimation eller behörighet.",
    "Rättelse av uppgifter görs av närmaste chef.",
    "Närmaste chef rättar felaktiga uppgifter.",
    "Märket har inte återkallats.",
]
# What speaks of this paper, or of who took the course for another.
DOUBTFUL = [
    "Kim Berg har genomfört kursen på uppdrag av Bo Ek.",
    "Kursen genomfördes på uppdrag av Bo Ek.",
    "Kursen genomfördes av Kim Berg på uppdrag av kommunen.",
    "Kursen genomfördes av Bo Ek på uppdrag av Kim Berg.",
    "Kim Berg genomförde kursen på uppdrag av kommunen.",
    "Deltagaren genomförde kursen på uppdrag av arbetsgivaren.",
    "Kursen genomfördes på uppdrag av sin chef.",
    "Utbildningen har genomförts av en kollega på uppdrag av kommunen.",
    "Kursen genomfördes på uppdrag av Anna Berg.",
    "Intyget delades ut av misstag.",
    "Intyget delades ut till fel person.",
    "Intyget delades ut innan kursen var klar.",
    "Intyget delades ut till Bo Ek.",
    "Intyget delades ut trots frånvaro.",
    "Intyget delades ut i förväg.",
    "Intyget har lämnats ut till en kollega.",
    "Intyget utdelades felaktigt.",
    "Intyget delades ut på plats och har återkallats.",
    "Intyget delades ut före provet.",
    "Rättelse: fel namn",
    "Rättelse av namnet har begärts.",
    "Rättelse begärd.",
    "Rättelse av uppgifterna gjordes av chefen.",
    "Namnet rättas av kursledaren.",
    "Intyget rättas av kursledaren.",
    "Felaktiga uppgifter har anmälts till kursledaren.",
    "Felaktiga uppgifter.",
    "Felaktigt namn anmält till HR.",
    "Datumet rättas av chefen.",
    "Intyget är inte giltigt.",
    "Intyget är inget intyg.",
    "Intyget ersätter inte kursintyget.",
    "Intyget ersätter inte närvaro.",
    "Intyget är inte ett bevis på genomförd kurs.",
    "Intyget ersätter inte originalet.",
    "Kursen är genomförd men inte godkänd.",
    "Kursen är genomförd men ger inget intyg.",
    "Deltagaren är inte legitimerad.",
    "Intyget är inte utfärdat.",
    "Intyget har återkallats.",
    "Märket är återkallat.",
    "Under kursen behandlades inte kontroll.",
    "Innehåll: bland annat saknas provet",
    "Deltagaren var bland annat frånvarande.",
    "Bland annat återstår provet.",
    "Kontroll: intyget är ändrat",
    "Deltagarens identitet har inte kontrollerats.",
]


def reading(footer: str) -> Reading:
    lines = ("Intyg", "Kim Berg", "har genomfört Webbkurs om våld", "2023-04-12", footer)
    (found,) = read(draw(column(*lines)), MARKS)
    return found


@pytest.mark.parametrize("footer", FOOTERS)
def test_footer_that_says_nothing_of_this_paper_raises_no_doubt(footer: str) -> None:
    found = reading(footer)

    assert found.is_complete
    assert not found.says_not_completed


@pytest.mark.parametrize("footer", DOUBTFUL)
def test_footer_that_may_be_of_this_paper_is_asked_about(footer: str) -> None:
    found = reading(footer)

    assert found.says_not_completed or not found.is_complete


@pytest.mark.parametrize(
    ("clause", "rest"),
    [
        ("Felaktiga namn meddelas till kursledaren.", ""),
        ("Diplomen har delats ut på plats.", ""),
        ("Kursen är godkänd men ger ingen behörighet.", "Kursen är godkänd ."),
        ("Kursen gavs på uppdrag av kommunen.", "Kursen gavs ."),
        ("Kim Berg gav kursen på uppdrag av Bo Ek.", "Kim Berg gav kursen på uppdrag av Bo Ek."),
    ],
)
def test_rest_of_a_clause_is_what_may_take_it_back(clause: str, rest: str) -> None:
    assert " ".join(without_footer(clause).split()) == rest
