"""Certificates as course platforms, offices and mail programs print them; none like the next."""

from datetime import timedelta
from html import escape

from tests.corpus.sheet import Facts, Layout, rows


def diploma(facts: Facts) -> str:
    return f"""<section class="wide serif centred"><div class="frame">
      <h1>{facts.heading}</h1><p>Härmed intygas att</p>
      <p class="big">{facts.name}</p><p>{facts.has_done}</p><h2>{facts.title}</h2>
      <p>{facts.written}</p><p class="grey">{facts.issuer}</p>
      </div></section>"""


def table_form(facts: Facts) -> str:
    return f"""<section><h1>{facts.heading}</h1>""" + (
        rows(
            (facts.choose("Namn", "Deltagare", "Kursdeltagare"), facts.name),
            (facts.choose("Kurs", "Utbildning", "Kursens namn"), facts.title),
            (facts.choose("Slutförd", "Genomförd", "Avslutad", "Datum"), facts.written),
            ("Omfattning", "3 timmar"),
            ("Anordnare", facts.issuer),
        )
        + "</section>"
    )


def letter(facts: Facts) -> str:
    day = f", den {facts.written}," if facts.written else ""
    return f"""<section class="serif"><p class="right">Uppsala {facts.printed_on}</p>
      <h2>{facts.choose("Intyg", "Intyg om genomförd kurs")}</h2>
      <p>Härmed intygas att {facts.name}{day} {facts.has_done} {facts.title}. Kursen består av fyra
      kapitel med filmer, texter och övningar och avslutas med ett kunskapstest som deltagaren har
      klarat. Kursen riktar sig till den som i sitt arbete möter personer som utsatts för våld.</p>
      <p>Med vänlig hälsning</p><p>{facts.signature}<br>föreståndare<br>
      {facts.issuer}</p></section>"""


def printed_mail(facts: Facts) -> str:
    return f"""<section><h2>Bekräftelse: du har slutfört kursen</h2>{
        rows(
            (
                "Från:",
                f"{facts.issuer} &lt;noreply@kurs.example&gt;",
            ),
            ("Till:", facts.name),
            ("Skickat:", f"{facts.printed_on} 09:14"),
            classes="plain",
        )
    }<p>Hej!</p><p>Detta är ditt intyg. {facts.name} {facts.has_done}</p><p><b>{facts.title}</b></p>
      <p>{f"Slutförd: {facts.written}" if facts.written else ""}</p>
      <p>Spara det här meddelandet och lämna det till din chef.</p></section>"""


def signatory_beside(facts: Facts) -> str:
    return f"""<section class="dejavu"><h1>{facts.heading}</h1><div class="columns">
      <div style="width: 95mm"><p class="grey">Tilldelas</p><h2>{facts.name}</h2>
      <p>som {facts.has_done} kursen</p><p><b>{facts.title}</b></p><p>{facts.written}</p></div>
      <div style="width: 55mm"><p class="grey">Kursansvarig</p><p>{facts.signature}</p>
      <p class="grey">Underskrift</p><p>____________</p></div></div></section>"""


def two_languages(facts: Facts) -> str:
    return f"""<section class="wide centred"><h1>Certificate of completion</h1>
      <p class="grey">Intyg om genomförd utbildning</p>
      <p>This is to certify that / Härmed intygas att</p><p class="big">{facts.name}</p>
      <p>has successfully completed / {facts.has_done}</p><h2>{facts.title}</h2>
      <p>Date of completion / Datum: {facts.written}</p>
      <p>{facts.signature}, course director / kursansvarig</p></section>"""


def letter_spaced(facts: Facts) -> str:
    return f"""<section class="wide centred"><h1 class="spaced">{facts.heading.upper()}</h1>
      <p>tilldelas</p><p class="big spaced">{facts.name}</p><p>som {facts.has_done}</p>
      <h2 class="upper">{facts.title}</h2><p>{facts.written}</p></section>"""


def family_name_first(facts: Facts) -> str:
    return f"""<section><h2>Registerutdrag – {facts.heading.lower()}</h2>""" + (
        rows(
            ("Efternamn, förnamn", facts.family_first),
            ("Kurs", facts.title),
            ("Status", "Godkänd"),
            ("Godkänd den", facts.written),
            ("Handläggare", facts.signature),
        )
        + "</section>"
    )


def label_above(facts: Facts) -> str:
    def cell(label: str, value: str) -> str:
        return f'<td><p class="grey">{label}</p>{value}</td>'

    number = str(facts.rng.randint(10000, 99999))
    return f"""<section class="dejavu"><h1>{facts.heading}</h1><table>
      <tr>{cell("Namn", facts.name)}{cell("Intygsnummer", number)}</tr>
      <tr>{cell("Kurs", facts.title)}{cell("Genomförd", facts.written)}</tr>
      <tr>{cell("Utfärdare", facts.issuer)}{cell("Kursledare", facts.signature)}</tr>
      </table></section>"""


def many_days(facts: Facts) -> str:
    day = facts.day or facts.printed_on - timedelta(days=20)
    return (
        f"<section><h1>{facts.heading}</h1><p>{facts.name}</p>"
        f"<p>{facts.has_done} {facts.title}</p>"
        + (
            rows(
                ("Anmäld", f"{day - timedelta(days=60)}"),
                ("Kursstart", f"{day - timedelta(days=31)}"),
                (facts.choose("Slutförd", "Genomförd", "Avslutad"), facts.written),
                ("Utfärdat", f"{facts.printed_on - timedelta(days=1)}"),
                ("Utskrivet", f"{facts.printed_on}"),
                ("Giltigt till och med", f"{day.replace(day=1, year=day.year + 3)}"),
            )
            + '<p class="grey">Blankett version 2021-09-01. Sida 1 (1)</p></section>'
        )
    )


def two_signatures(facts: Facts) -> str:
    return f"""<section class="wide serif centred"><h1>{facts.heading}</h1>
      <p class="big">{facts.name}</p><p>{facts.has_done}</p><h2>{facts.title}</h2>
      <p>{facts.written}</p><table class="plain centred"><tr><td>{facts.signature}<br>Professor</td>
      <td>{facts.second_signature}<br>Enhetschef</td></tr></table></section>"""


def day_overleaf(facts: Facts) -> str:
    return f"""<section class="serif centred"><h1>{facts.heading}</h1><p>Härmed intygas att</p>
      <p class="big">{facts.name}</p><p>{facts.has_done} kursen</p><h2>{facts.title}</h2>
      <p class="grey">Sida 1 av 2</p></section>
      <section class="serif"><h2>Kursens innehåll</h2><ol><li>Våldets uttryck</li><li>Att fråga om
      våld</li><li>Bemötande</li><li>Samverkan</li></ol><p>Kursen slutförd: {facts.written}</p>
      <p class="grey">Sida 2 av 2</p></section>"""


def shuffled(facts: Facts) -> str:
    """What stands on top is not what comes first in the file."""
    parts = [
        (30, f"<b>{facts.heading}</b>"),
        (70, "Härmed intygas att"),
        (85, f'<span style="font-size: 22pt">{facts.name}</span>'),
        (105, facts.has_done),
        (120, facts.title),
        (140, f"Slutförd {facts.written}" if facts.written else ""),
        (200, f"Kursansvarig: {facts.signature}"),
        (210, facts.issuer),
    ]
    facts.rng.shuffle(parts)
    placed = "".join(f'<p class="placed" style="top: {y}mm">{text}</p>' for y, text in parts)
    return f'<section style="position: relative; height: 250mm">{placed}</section>'


def two_fields(facts: Facts) -> str:
    return f"<section><h1>{facts.heading}</h1>" + (
        rows(
            ("Förnamn:", escape(facts.given)),
            ("Efternamn:", escape(facts.family)),
            ("Utbildning:", facts.title),
            ("Slutdatum:", facts.written),
            ("Utbildare:", facts.signature),
            classes="plain",
        )
        + "</section>"
    )


def results(facts: Facts) -> str:
    chapters = [(f"Kapitel {number}", f"{facts.rng.randint(80, 100)} %") for number in range(1, 5)]
    return f"""<section class="dejavu"><h1>{facts.title}</h1><h2>Mitt intyg</h2><p>{facts.name}</p>{
        rows(*chapters, ("Kunskapstest", "18 av 20 rätt"), ("Status", "Godkänd"))
    }<p>{f"Godkänd {facts.written}" if facts.written else ""}</p>
      <p class="grey">{facts.issuer}</p></section>"""


def narrow(facts: Facts) -> str:
    return f"""<section class="small centred"><div style="width: 70mm; margin: auto">
      <h2>{facts.heading}</h2><p style="font-size: 22pt">{facts.name}</p><p>{facts.has_done}</p>
      <p style="font-size: 16pt">{facts.title}</p><p>{facts.written}</p></div></section>"""


def web_page(facts: Facts) -> str:
    site = facts.choose("Min sida", "Lärportalen", "Kursplattformen")
    return f"""<section><p class="grey">{facts.printed_on} 13:45 &nbsp; {site} – intyg</p>
      <p class="grey">Start | Mina kurser | Mina intyg | Logga ut</p>
      <h1>Intyg för {facts.name}</h1><p>Du {facts.has_done} kursen <b>{facts.title}</b>
      {facts.written}.</p><p>Grattis!</p>
      <p class="grey">https://kurs.example/mina-intyg/4711 &nbsp; 1/1</p></section>"""


def half(facts: Facts) -> str:
    """Half a sheet, for two that were laid on the glass together."""
    return f"""<div class="half"><h1>{facts.heading}</h1><p>Härmed intygas att</p>
      <h2>{facts.name}</h2><p>{facts.has_done}</p><p>{facts.title}</p>
      <p>{facts.written}</p></div>"""


LAYOUTS: tuple[Layout, ...] = (
    diploma,
    table_form,
    letter,
    printed_mail,
    signatory_beside,
    two_languages,
    letter_spaced,
    family_name_first,
    label_above,
    many_days,
    two_signatures,
    day_overleaf,
    shuffled,
    two_fields,
    results,
    narrow,
    web_page,
)
