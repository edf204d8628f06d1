"""More layouts: badges, records, letters to the manager, names that come last."""

from tests.corpus.days import english
from tests.corpus.sheet import Facts, Layout, rows


def badge(facts: Facts) -> str:
    return f"""<section class="small centred"><p class="grey">DIGITALT KURSMÄRKE</p>
      <h2>{facts.title}</h2><p class="grey">Utfärdat till</p>
      <p style="font-size: 18pt">{facts.name}</p>
      <p class="grey">Utfärdandedatum</p><p>{facts.written}</p><p class="grey">Utfärdare:
      {facts.issuer}</p></section>"""


def name_last(facts: Facts) -> str:
    day = f" den {facts.written}" if facts.written else ""
    return f"""<section class="serif"><h1>Kursbevis</h1><p>Kursen {facts.title} har{day}
      genomförts i sin helhet av</p><p><b>{facts.name}</b></p>
      <p>Vid pennan: {facts.signature}</p></section>"""


def header_row(facts: Facts) -> str:
    return f"""<section class="wide"><h2>Intyg om genomförd utbildning</h2><table>
      <tr><th>Deltagare</th><th>Utbildning</th><th>Klar</th><th>Resultat</th></tr>
      <tr><td>{facts.name}</td><td>{facts.title}</td><td>{facts.written}</td><td>Godkänd</td></tr>
      </table><p class="grey">Kontaktperson: {facts.signature}</p></section>"""


def to_the_right(facts: Facts) -> str:
    return f"""<section class="wide serif right"><h1>Diplom</h1><p>tilldelas</p>
      <p class="big">{facts.name}</p><p>för väl genomförd kurs</p><h2>{facts.title}</h2>
      <p>Visby {facts.written}</p><p>{facts.signature}<br>rektor</p></section>"""


def to_the_manager(facts: Facts) -> str:
    day = f"Kursen blev klar {facts.written}. " if facts.written else ""
    return f"""<section><h2>Intyg till närmaste chef</h2><p>Din medarbetare {facts.name}
      {facts.has_done} kursen {facts.title}. {day}Kunskapstestet är godkänt.</p>
      <p>Intyget är kontrollerat av {facts.signature}.</p></section>"""


def english_mail(facts: Facts) -> str:
    day = english(facts.day) if facts.day else ""
    return f"""<section class="dejavu"><p>Subject: Your certificate</p>
      <p>Congratulations {facts.name}!</p>
      <p>You have successfully completed the course</p><p><b>{facts.title}</b></p>
      <p>{f"Completed on {day}" if day else ""}</p>
      <p class="grey">Sent {facts.printed_on}</p></section>"""


def numbered(facts: Facts) -> str:
    dots = "." * 24
    return f"""<section><h2>KURSINTYG</h2><p>1. Kurs {dots} {facts.title}</p>
      <p>2. Deltagare {dots} {facts.name}</p><p>3. Datum för slutförande {dots} {facts.written}</p>
      <p>4. Intygas av {dots} {facts.signature}</p></section>"""


def at_the_side(facts: Facts) -> str:
    return f"""<section class="wide" style="position: relative; height: 170mm">
      <p class="placed spaced" style="left: -20mm; top: 80mm; transform: rotate(-90deg)">INTYG</p>
      <div style="margin-left: 45mm"><p class="big">{facts.name}</p><p>{facts.has_done}</p>
      <h2>{facts.title}</h2><p>Genomförd {facts.written}</p>
      <p class="grey">{facts.issuer}</p></div></section>"""


def values_above(facts: Facts) -> str:
    """What a value is stands below the line it is written on."""
    return f"""<section class="serif"><h1>Bevis om genomgången utbildning</h1>
      <p>{facts.name}</p><p class="grey">Deltagarens namn</p>
      <p>{facts.title}</p><p class="grey">Utbildningens namn</p>
      <p>{facts.written}</p><p class="grey">Datum då utbildningen slutfördes</p>
      <p>{facts.signature}</p>
      <p class="grey">Namnförtydligande, ansvarig utbildare</p></section>"""


def record(facts: Facts) -> str:
    return f"""<section class="dejavu"><h2>Utbildningsbevis</h2>{
        rows(
            ("Användare", facts.family_first),
            ("Aktivitet", facts.title),
            ("Typ", "Webbutbildning"),
            ("Poäng", "95/100"),
            ("Slutförandedatum", facts.written),
            ("Rapport skapad", f"{facts.printed_on} av {facts.signature}"),
        )
    }</section>"""


LAYOUTS: tuple[Layout, ...] = (
    badge,
    name_last,
    header_row,
    to_the_right,
    to_the_manager,
    english_mail,
    numbered,
    at_the_side,
    values_above,
    record,
)
