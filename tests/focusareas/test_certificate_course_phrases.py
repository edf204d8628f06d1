"""What a sentence says of the course beside its title: what it is, who gives it, how long it is."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

MARKS = [
    CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",)),
    CourseMarks("patriark", "Socialstyrelsen", ("PATRIARK", "Utbildning i PATRIARK")),
    CourseMarks(
        "heder-mucf",
        "MUCF",
        ("Rätt att veta!", "Rätt att veta! – Hedersrelaterat våld och förtryck"),
    ),
]


def course(*lines: str) -> str | None:
    found, *_ = read(draw(column("Intyg", *lines, "Datum: 2023-04-12", leading=1.5)), MARKS)
    return found.course_code


@pytest.mark.parametrize(
    "said",
    [
        "har gått igenom samtliga sju kapitel i vår kostnadsfria utbildning",
        "har genomfört Socialstyrelsens nya webbutbildning",
        "har fullföljt den av Länsstyrelsen framtagna utbildningen",
        "har genomgått det webbaserade programmet",
        "har deltagit i utbildning om metoden",
        "har avslutat regionens obligatoriska webbkurs",
        "har slutfört en öppen och avgiftsfri kurs med namnet",
        "har med gott resultat slutfört den nationella grundutbildningen",
        "har deltagit i hela vår kursdag",
        "var med på hela utbildningsdagen",
        "har arbetat sig igenom hela",
        "has completed the two-day professional training",
        "has completed our open online course, in Swedish called",
        "took part in, and completed, the agency's training",
        "har bevistat samtliga dagar av utbildningen",
        "har studerat samtliga moduler i",
        "har efter avslutad utbildning blivit godkänd på",
        "har genomfört utbildningspaketet",
        "har tagit del av allt material i",
        "har genomgått en två dagar lång utbildning i",
        "has attended the full-day workshop",
        "has met all requirements of the Swedish national training",
    ],
)
def test_course_with_its_qualities_before_the_title(said: str) -> None:
    assert course(f"Kim Berg {said} PATRIARK.") == "patriark"


@pytest.mark.parametrize(
    "said",
    [
        "har genomfört den förberedande delen av utbildningen",
        "har genomgått första kursen",
        "har deltagit i avslutande seminarium",
        "har deltagit i avslutande seminarium i",
        "har deltagit i en workshop om",
        "har genomfört halva utbildningen",
        "har genomfört en annan utbildning än",
        "har genomfört den fortsatta utbildningen",
        "har genomgått handledarutbildningen",
        "har deltagit i planeringen av den kostnadsfria utbildningen",
        "har deltagit och utvecklat kursen",
        "har fått godkänt att planera utbildningen",
        "har genomfört förkunskapsprovet till utbildningen",
        "har slutfört introduktionen till det webbaserade programmet",
        "har genomfört en liknande kurs som",
        "har avslutat den inställda kursen",
        "has completed the introductory part of the training",
        "has completed a follow-up course to",
        "has completed half the online course",
        "har godkänts till utbildningen",
        "har följt hela diskussionen om",
        "har deltagit i en kurs om att leda",
        "har genomfört en två timmar lång introduktion till",
        "har läst hela informationen om kursen",
        "har fått platsen på den populära utbildningen",
        "has attended a lecture about the training",
        "has completed the application for the training",
    ],
)
def test_another_deed_or_part_of_the_course_before_the_title(said: str) -> None:
    assert course(f"Kim Berg {said} PATRIARK.") is None


@pytest.mark.parametrize(
    "behind",
    [
        ", ett stöd för att bedöma risk",
        ", en checklista för att bedöma risken för nya brott",
        ", 12 studietimmar fördelade på fyra träffar",
        ", innefattande nio kapitel jämte avslutande kunskapsprov",
        " omfattande fjorton timmar",
        ", motsvarande två arbetsdagar",
        ", a tool to assess risk",
        ", including the final knowledge test",
        " i egen takt",
        ", en internutbildning om två dagar med genomgång av manual, checklista och sekretess",
        " hos oss",
        " i Almedalsbiblioteket",
        " via Kompetensportalen",
        " på vår lärplattform",
        " tillsammans med kollegor",
        " enligt Socialstyrelsens kursplan",
        " utan anmärkning",
        " efter godkänt prov",
        ": 18 av 20 rätt",
        ", totalt sex timmar och ca 2 timmars egen tid",
        ", which consists of six modules",
        ", framtagen av Socialstyrelsen",
        ", vilken omfattar sex timmar",
        " med betyget Godkänd",
        " with a passing grade",
        ", en webbaserad utbildning för personal inom socialtjänsten",
    ],
)
def test_extent_and_purpose_behind_the_title(behind: str) -> None:
    assert course(f"Kim Berg har genomgått utbildningen PATRIARK{behind}.") == "patriark"


@pytest.mark.parametrize(
    "behind",
    [
        ", en fördjupning för att leda andra",
        ", en handledarutbildning för att bedöma risk",
        ", ett prov för att bedöma risk",
        ", omfattande kapitel 1 och 2",
        ", innefattande del 1",
        ", motsvarande halva utbildningen",
        ", including chapter 1 only",
        " för tandvården",
        " med fokus på barn",
        " i förskolan",
        " på sjukhuset",
        " via demo",
        " tillsammans med sin handledare upp till kapitel 4",
        " via Kompetensportalen, endast de inledande avsnitten",
        " efter skilsmässan",
        " utan prov",
        " for dentists",
        ", en utbildning med särskilt fokus på barn",
        " med inriktning mot skolan",
        " with a focus on children",
        ", vilken ska göras om",
        ", en webbaserad utbildning för alla som är anställda på ridskolor i Sverige",
        ", en kurs om våld mot djur",
    ],
)
def test_other_course_or_part_of_it_behind_the_title(behind: str) -> None:
    assert course(f"Kim Berg har genomgått utbildningen PATRIARK{behind}.") is None


@pytest.mark.parametrize("about", ["om hedersrelaterat våld och förtryck", "om heder i skolan"])
def test_subject_below_the_title(about: str) -> None:
    found = course("Kim Berg", "har gått kursen", "”Rätt att veta!”", f"{about}, en utbildning.")

    assert found == (None if "skolan" in about else "heder-mucf")


@pytest.mark.parametrize("label", ["Seminarium", "Studiecirkel", "Kursdag", "Utbildningsdag"])
@pytest.mark.parametrize(
    ("title", "code"), [("PATRIARK", "patriark"), ("FREDA", None), ("PATRIARK för chefer", None)]
)
def test_what_kind_of_course_as_its_label(label: str, title: str, code: str | None) -> None:
    assert course(f"{label}: {title}", "Deltagare: Kim Berg", "Genomförd") == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("kursen, som omfattade sju timmar med föreläsning och film", "patriark"),
        ("utbildningen som gavs av Socialstyrelsen", "patriark"),
        ("kursen, Barnkonventionen i praktiken", None),
        ("kursen som handlar om barnkonventionen", None),
    ],
)
def test_course_that_is_told_of_further_is_named_elsewhere(said: str, code: str | None) -> None:
    lines = ("PATRIARK", "Härmed intygas att Kim Berg har genomfört", said)

    assert course(*lines[:1], f"{lines[1]} {said}.") == code


@pytest.mark.parametrize(
    ("who", "did", "code"),
    [
        ("Vi har tagit del av uppgifterna i portalen och intygar att", "har fullföljt", "patriark"),
        ("Härmed intygas att", "har tagit del av uppgifterna i portalen om", None),
    ],
)
def test_what_the_issuer_has_read_was_not_completed(who: str, did: str, code: str | None) -> None:
    assert course(f"{who} Kim Berg {did} PATRIARK.") == code


@pytest.mark.parametrize("paper", ["Kvittering", "Kvitto", "Kursintyg"])
def test_paper_before_the_title(paper: str) -> None:
    assert course(f"{paper} – PATRIARK", "Deltagare: Kim Berg", "Genomförd") == "patriark"


@pytest.mark.parametrize(
    "label",
    ["Kursens benämning", "Utbildning/kurs", "Kurs / aktivitet", "Utbildningsinsats", "Insats"],
)
def test_label_of_several_kinds_of_course(label: str) -> None:
    assert course(f"{label}: PATRIARK", "Deltagare: Kim Berg", "Genomförd") == "patriark"
    assert course("PATRIARK", f"{label}: FREDA", "Deltagare: Kim Berg", "Genomförd") is None


@pytest.mark.parametrize("paper", ["Anmälan", "Filmvisning", "Frågor"])
def test_other_paper_before_the_title(paper: str) -> None:
    assert course(f"{paper} – PATRIARK", "Deltagare: Kim Berg", "Genomförd") is None


@pytest.mark.parametrize("part", ["avslutande seminarium", "uppföljande workshop"])
def test_last_meeting_of_a_course_is_not_the_course(part: str) -> None:
    assert course(f"Kim Berg har deltagit i {part} i PATRIARK.") is None


@pytest.mark.parametrize(
    "told",
    [
        "utbildningen (8 timmar, på plats) den 2023-04-12",
        "Socialstyrelsens digitala utbildning och kan nu mer om våld:",
        "båda utbildningsdagarna och lämnat in en godkänd uppgift",
        "vår webbaserade kurs, totalt sju timmar",
        "hela kursen med gott resultat",
        "the above course and met the requirements",
    ],
)
def test_course_in_general_is_the_one_that_is_named_elsewhere(told: str) -> None:
    lines = ("Kursintyg", "PATRIARK", "Namn: Kim Berg")

    assert course(*lines, f"Kim Berg har genomfört {told}") == "patriark"


@pytest.mark.parametrize(
    "told",
    [
        "utbildningen Våld mot äldre (8 timmar, på plats) den 2023-04-12",
        "Socialstyrelsens digitala utbildning om hot och kan nu mer om våld:",
        "förkursen och lämnat in en godkänd uppgift",
        "halva kursen, totalt tre timmar",
        "brandskyddsutbildningen med gott resultat",
        "kursen, Våld mot äldre, med gott resultat",
        "Polisens utbildning (8 timmar)",
        "the previous course and met the requirements",
    ],
)
def test_another_course_is_not_the_one_that_is_named_elsewhere(told: str) -> None:
    lines = ("Kursintyg", "PATRIARK", "Namn: Kim Berg")

    assert course(*lines, f"Kim Berg har genomfört {told}") is None


@pytest.mark.parametrize("kind", ["the one-day training course", "vår digitala utbildning"])
def test_title_on_the_line_below_the_course_in_general(kind: str) -> None:
    lines = ("Certificate", "Kim Berg", f"has attended {kind}")

    assert course(*lines, "PATRIARK", "on 12 April 2023") == "patriark"
    assert course(*lines, "Trauma-informed care", "on 12 April 2023", "PATRIARK") is None


def test_title_below_the_course_in_general_is_of_another_one() -> None:
    lines = ("Kursintyg", "Kim Berg", "har deltagit i kursen med gott resultat")

    assert course("PATRIARK", *lines) == "patriark"
    assert (
        course(*lines, "Barnets bästa", "Den 12 april 2023", "Populärt just nu", "PATRIARK") is None
    )
    other = (*lines[:2], "har avslutat Polisens grundkurs", "Den 12 april 2023")
    assert course(*other, "Populärt just nu", "PATRIARK") is None


@pytest.mark.parametrize("mention", ["Tips!", "Se även >", "Fler kurser (urval)", "Förkunskaper!"])
def test_title_below_a_mention_with_a_sign(mention: str) -> None:
    lines = ("Kim Berg", "har genomfört kursen.", "Barnets bästa i praktiken")

    assert course(*lines, mention, "PATRIARK") is None


def test_who_completed_it_stands_behind_by() -> None:
    lines = ("Certificate for Kim Berg", "PATRIARK")

    assert course(*lines, "Completed by Kim Berg", "April 12, 2023") == "patriark"
    assert course(*lines, "Completed by FREDA-akademin", "April 12, 2023") is None


@pytest.mark.parametrize(
    "behind",
    [
        ", a structured tool for assessing the risk of violence,",
        ", som vänder sig till yrkesverksamma inom rättsväsendet,",
        " vid Sydkustens universitet",
        " av Trygga Möten AB",
    ],
)
def test_what_is_told_of_a_course_makes_no_other_one_of_it(behind: str) -> None:
    assert course(f"Kim Berg har genomfört utbildningen PATRIARK{behind}") == "patriark"


@pytest.mark.parametrize(
    "behind",
    [
        ", en fördjupande dag om bedömning av risk,",
        ", a preparatory course on risk,",
        ", en film om bedömning av risk,",
        ", som omfattar del 2,",
        ", som vänder sig till dig som leder grupper,",
        ", a course for training facilitators,",
        " vid tandvården",
        " vid Missbruk",
        " från Grunden till Instruktör",
        " (Socialstyrelsen, barn)",
    ],
)
def test_what_is_told_of_another_course_behind_a_title(behind: str) -> None:
    assert course(f"Kim Berg har genomfört utbildningen PATRIARK{behind}") is None


def test_participant_of_a_course_has_completed_it() -> None:
    assert course("Kim Berg har varit deltagare i kursen ”PATRIARK” hos oss.") == "patriark"
    assert course("Kim Berg har varit med om planeringen av kursen ”PATRIARK”.") is None


@pytest.mark.parametrize("modal", ["ska", "kan"])
def test_list_of_what_is_learnt_below_a_sentence_is_aside(modal: str) -> None:
    lines = ("Deltagare: Kim Berg", "Kurs: PATRIARK", "Slutförd: 2023-04-12")
    told = f"Efter utbildningen {modal} deltagaren"

    assert course(*lines, told, "• känna till bakgrunden", "• veta mer om våld") == "patriark"
    assert course("PATRIARK", "Deltagare: Kim Berg", f"Kim Berg {modal} delta i april.") is None


def test_label_in_a_sentence_is_none() -> None:
    lines = ("PATRIARK", "Kim Berg", "tilldelas detta diplom efter genomförd")

    assert course(*lines, "utbildning 12 april 2023") == "patriark"
    assert course(*lines, "Utbildning: FREDA") is None


def test_what_is_no_title_behind_a_label_hides_none() -> None:
    lines = ("PATRIARK", "Utfärdat till", "Kim Berg", "Godkänd")

    assert course(*lines, "Kurs: Socialstyrelsen") == "patriark"
    assert course(*lines, "Kurs: FREDA, Socialstyrelsen") is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Deltagaren har varit med vid samtliga sammankomster.", "patriark"),
        ("Härmed intygas att ovanstående är riktigt.", "patriark"),
        ("Deltagaren har varit med vid samtliga sammankomster i FREDA.", None),
        ("Härmed intygas att ovanstående ska delta i kursen.", None),
    ],
)
def test_sentence_below_the_title(said: str, code: str | None) -> None:
    assert course("Namn: Kim Berg", "PATRIARK", "Avslutad", said) == code
