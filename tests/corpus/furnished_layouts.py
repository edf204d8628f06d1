"""Layouts with what real papers carry besides: menus, addresses, other days, help and rules."""

from datetime import timedelta

from tests.corpus.days import long
from tests.corpus.sheet import Facts, Layout, rows


def portal_page(facts: Facts) -> str:
    """A page of a learning portal, printed by the browser."""
    started = f"{facts.day - timedelta(days=9):%Y-%m-%d}" if facts.day else "–"
    return f"""<section class="dejavu"><p class="grey">{facts.printed_on} 08:41
      Mina kurser | Lärportalen</p><p class="grey">Start › Mina kurser › Avslutade › Intyg</p>
      <p>Översikt &nbsp; Kalender &nbsp; Meddelanden &nbsp; Hjälp</p><h2>{facts.title}</h2>
      <p>✔ Du har slutfört kursen</p>{
        rows(
            ("Deltagare", facts.name),
            ("Anordnare", facts.issuer),
            ("Påbörjad", started),
            ("Slutförd", facts.written),
            ("Framsteg", "100 %"),
            classes="plain",
        )
    }<p>Ladda ner intyg | Skriv ut | Till startsidan</p>
      <p class="grey">Frågor? Kontakta supporten på support@larportalen.example. Kakor |
      Tillgänglighet | Behandling av personuppgifter</p>
      <p class="grey">https://larportalen.example/intyg/20114 &nbsp; 1/1</p></section>"""


def office_letter(facts: Facts) -> str:
    """A letter from an authority: its own day and number on top, who signs twice below."""
    day = f" {facts.written}" if facts.written else ""
    return f"""<section><div class="columns"><p>{facts.issuer}<br>Box 4106<br>750 12 Uppsala</p>
      <p>Datum {facts.printed_on}<br>Dnr 3.2-{facts.rng.randint(1000, 9999)}/2023<br>Sida 1 (1)</p>
      </div><p class="right">{facts.name}<br>Socialförvaltningen<br>621 81 Visby</p>
      <h2>Bekräftelse på genomgången utbildning</h2>
      <p>Vi bekräftar härmed att du{day} har fullföljt alla delar av utbildningen
      ”{facts.title}”.</p><p>Utbildningen vänder sig till yrkesverksamma och tar cirka tre timmar.
      Visa brevet för din chef om arbetsgivaren vill ha ett underlag.</p>
      <p>Med vänlig hälsning</p><p class="serif"><i>{facts.signature}</i></p>
      <p>{facts.signature}<br>handläggare</p></section>"""


def in_two_languages(facts: Facts) -> str:
    """Each label in two languages over each other, and so the text below, side by side."""
    pairs = (
        ("Namn", "Name", facts.name),
        ("Kurs", "Course", facts.title),
        ("Anordnare", "Provider", facts.issuer),
        ("Slutförd", "Completed", facts.written),
        ("Utfärdat", "Issued", str(facts.printed_on)),
    )
    cells = "".join(
        f'<tr><th>{swedish}<br>{english}</th><td style="vertical-align: middle">{value}</td></tr>'
        for swedish, english, value in pairs
    )
    return f"""<section><div class="columns"><h2>Kursintyg</h2><h2>Course certificate</h2></div>
      <table class="plain">{cells}</table><div class="columns" style="margin-top: 9mm">
      <p style="width: 72mm">Intyget visar att innehavaren har gått igenom kursens alla delar och
      svarat rätt på kontrollfrågorna.</p><p style="width: 72mm">This certificate shows that the
      holder has worked through every part of the course and answered the questions correctly.</p>
      </div><p>{facts.signature}<br>Utbildningschef / Head of Education</p></section>"""


def printed_form(facts: Facts) -> str:
    """A form with a number at each field, two fields in a row."""

    def field(number: int, label: str, value: str) -> str:
        return f"<td><small>{number} {label}</small><br>{value}</td>"

    return f"""<section><p class="grey">{facts.issuer} &nbsp; Blankett K 17 · utgåva 3</p>
      <h2>Intyg om utbildning</h2><table>
      <tr>{field(1, "Efternamn", facts.family)}{field(2, "Förnamn", facts.given)}</tr>
      <tr>{field(3, "Arbetsgivare", "Region Gotland")}{field(4, "Timmar", "7")}</tr>
      <tr>{field(5, "Utbildningens namn", facts.title)}
      {field(6, "Utbildningen slutförd", facts.written)}</tr>
      <tr>{field(7, "Utfärdarens namn", facts.signature)}
      {field(8, "Utfärdat den", long(facts.printed_on))}</tr></table>
      <p class="grey">Fälten 1–6 fylls i av kursanordnaren. Blanketten sparas i två år.</p>
      </section>"""


def certificate_in_mail(facts: Facts) -> str:
    """A mail from the organiser that holds the certificate."""
    return f"""<section class="dejavu"><p>Från: {facts.issuer} &lt;kurs@larportalen.example&gt;<br>
      Till: {facts.given.lower()}@gotland.example<br>Skickat: {facts.printed_on} 07:02<br>
      Ämne: Ditt kursintyg</p><div class="frame"><h2>INTYG</h2><p>Namn: {facts.name}</p>
      <p>Utbildning: {facts.title}</p><p>Godkänd: {facts.written}</p></div>
      <p>Vänliga hälsningar<br>{facts.issuer}</p><p class="grey">Det går inte att svara på det här
      mejlet. Behöver du hjälp, kontakta supporten.</p></section>"""


def with_parts(facts: Facts) -> str:
    """The parts of the course, each ticked, under what the certificate says."""
    parts = ("Våldets uttryck", "Att ställa frågan", "Lagar och ansvar", "Kunskapstest")
    ticked = "".join(f"<p>✓ {part} – klart</p>" for part in parts)
    return f"""<section><h1>{facts.heading}</h1><p class="big">{facts.name}</p>
      <p>{facts.has_done}</p><h2>{facts.title}</h2><p>Slutförd: {facts.written}</p>
      <p>Kursens delar</p>{ticked}<p>Resultat på kunskapstestet: 18 av 20 rätt (gräns 16)</p>
      <p class="grey">Intygsnummer {facts.rng.randint(10000, 99999)}. Intyget hämtades ur
      utbildningsportalen {facts.printed_on} kl. 15:49 och gäller utan underskrift.</p></section>"""


def of_two_days(facts: Facts) -> str:
    """A training of two days, the second of which is when it was completed."""
    days = f"{facts.day - timedelta(days=1):%Y-%m-%d} och {facts.day:%Y-%m-%d}" if facts.day else ""
    told = f"Utbildningen omfattade två heldagar, {days}, totalt 14 timmar." if days else ""
    return f"""<section class="serif"><h1>Intyg</h1><p>Härmed intygas att</p>
      <p class="big">{facts.name}</p><p>har deltagit i utbildningen</p><h2>{facts.title}</h2>
      <p>{told}</p><p>Innehåll: riskfaktorer, samtalsmetodik, övningar i grupp.</p>
      <p style="margin-top: 14mm">{facts.signature}<br>Kursledare, {facts.issuer}</p></section>"""


def small_card(facts: Facts) -> str:
    """What each line is stands in small letters under it, and rules on the back."""
    return f"""<section class="small"><p class="grey">DIGITALT INTYG</p><h2>{facts.name}</h2>
      <p class="grey">Innehavare</p><p>{facts.title}</p><p class="grey">Kurs</p>
      <p>{facts.written}</p><p class="grey">Genomförd</p><p class="grey">Intyget gäller tills
      vidare. Kontrollera det på larportalen.example/kontroll med koden
      {facts.rng.randint(100000, 999999)}.</p></section>"""


def with_rules(facts: Facts) -> str:
    """A long text of aims, contents and rules below two lines that matter."""
    day = f" den {facts.written}" if facts.written else ""
    return f"""<section><h2>{facts.heading}</h2><p>{facts.issuer} intygar att {facts.name}, anställd
      i Region Gotland, {facts.has_done} {facts.title}{day}.</p><p><b>Mål</b><br>Efter kursen ska
      deltagaren kunna redogöra för våldets uttryck och veta vart den utsatta kan vända sig.</p>
      <p><b>Innehåll</b><br>Begrepp och lagar, bemötande, samverkan. Kursen är kostnadsfri och
      riktar sig till personal i socialtjänst, hälso- och sjukvård och skola.</p>
      <p class="grey">Personuppgifter behandlas med stöd av allmänt intresse. Du har rätt att begära
      utdrag och rättelse. Intyget är utfärdat elektroniskt och saknar därför underskrift. Spara
      det. Utskrivet {facts.printed_on}. Sida 1 av 1</p></section>"""


LAYOUTS: tuple[Layout, ...] = (
    portal_page,
    office_letter,
    in_two_languages,
    printed_form,
    certificate_in_mail,
    with_parts,
    of_two_days,
    small_card,
    with_rules,
)
