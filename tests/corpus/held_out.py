"""Layouts and papers to try the reader's rules on, not to make them from."""

from tests.corpus.others import COURSE, Around, Paper, page
from tests.corpus.sheet import Facts, Layout, rows


def name_on_top(facts: Facts) -> str:
    return f"""<section class="serif"><p class="big">{facts.name}</p><h2>{facts.title}</h2>
      <p>Omdöme: Godkänd</p><p>Uppsala den {facts.written}</p>
      <p class="grey">{facts.heading} utfärdat av {facts.issuer}, {facts.signature}</p></section>"""


def with_time_of_day(facts: Facts) -> str:
    day = f"Slutförd {facts.written} kl. 14.32." if facts.written else ""
    return f"""<section><h2>{facts.heading} nr {facts.rng.randint(1000, 9999)}</h2>
      <p>Kursdeltagare: {facts.name}. Kurs: {facts.title}. {day} Utskrivet {facts.printed_on}
      kl. 08.05.</p></section>"""


def day_first(facts: Facts) -> str:
    day = f"Den {facts.written} slutförde" if facts.written else "Här slutförde"
    return f"""<section class="wide dejavu"><h1>{facts.heading}</h1><p>{day} {facts.name} kursen
      {facts.title}.</p><p>För {facts.issuer}: {facts.signature}</p></section>"""


def questions(facts: Facts) -> str:
    return f"""<section><h1>Ditt kursbevis</h1><h2>Vem?</h2><p>{facts.name}</p><h2>Vad?</h2>
      <p>{facts.title}</p><h2>När blev kursen klar?</h2><p>{facts.written}</p><h2>Vem svarar för
      kursen?</h2><p>{facts.signature}</p></section>"""


def english_table(facts: Facts) -> str:
    return (
        '<section class="dejavu"><h1>Record of completion</h1>'
        + rows(
            ("Learner", facts.name),
            ("Course", facts.title),
            ("Completion date", facts.written),
            ("Grade", "Pass"),
            ("Instructor", facts.signature),
            ("Printed", str(facts.printed_on)),
        )
        + "</section>"
    )


def letterhead(facts: Facts) -> str:
    day = f" {facts.written}" if facts.written else ""
    return f"""<section><div class="columns">
      <div style="width: 45mm" class="grey">{facts.issuer}<br>
      Box 256<br>751 05 Uppsala<br>018-471 00 00<br>Org.nr 202100-2932</div>
      <div style="width: 110mm"><h2>Intyg</h2><p>Vi intygar att {facts.name} har deltagit i och
      slutfört {facts.title}{day}.</p><p>{facts.signature}<br>utbildningsledare</p></div></div>
      </section>"""


def course_on_top(facts: Facts) -> str:
    return f"""<section class="centred serif"><h1>{facts.title}</h1><p>{facts.heading.upper()}</p>
      <p class="grey">Genomfört av</p><h2>{facts.name}</h2>
      <p class="grey">Datum för genomförande</p>
      <p>{facts.written}</p><p class="grey">Frågor? Kontakta {facts.signature}</p></section>"""


def passed_the_test(facts: Facts) -> str:
    day = f" den {facts.written}" if facts.written else ""
    return f"""<section class="serif"><h2>{facts.heading}</h2><p>Kursdeltagaren {facts.name}
      har{day} klarat kunskapstestet i {facts.title} och därmed genomfört hela kursen.</p>
      <p>{facts.issuer}</p></section>"""


def card(facts: Facts) -> str:
    return f"""<section class="small"><div class="frame" style="padding: 6mm"><b>KURSBEVIS</b>
      <p class="grey">NAMN / NAME</p><p>{facts.name}</p><p class="grey">KURS / COURSE</p>
      <p>{facts.title}</p><p class="grey">GENOMFÖRD / COMPLETED</p><p>{facts.written}</p></div>
      </section>"""


def ticked(facts: Facts) -> str:
    return f"""<section><h2>Intyg</h2><p>Klart! {facts.title}</p><ul>
      <li>Deltagare: {facts.name}</li>
      <li>Alla fyra kapitel lästa</li><li>Kunskapstestet godkänt</li><li>Klar: {facts.written}</li>
      </ul></section>"""


def filled_in(facts: Facts) -> str:
    return f"""<section class="serif"><h1>INTYG</h1><p>Undertecknad intygar att</p>
      <p><u>&nbsp;&nbsp;{facts.name}&nbsp;&nbsp;</u></p><p>har genomgått</p>
      <p><u>&nbsp;&nbsp;{facts.title}&nbsp;&nbsp;</u></p><p>Ort och datum</p>
      <p><u>&nbsp;&nbsp;Visby {facts.written}&nbsp;&nbsp;</u></p><p>Underskrift</p>
      <p>{facts.signature}</p></section>"""


def stamped_card(facts: Facts) -> str:
    return f"""<section class="small serif"><h2>Utbildningsintyg</h2><p>{facts.name}</p><hr>
      <p>Kurs<br><b>{facts.title}</b></p><p>Resultat<br><b>Godkänt</b></p><p>Slutdatum<br>
      <b>{facts.written}</b></p></section>"""


def sentence_of_an_authority(facts: Facts) -> str:
    return f"""<section class="serif"><h2>BEVIS</h2><p>{facts.issuer} bekräftar härmed att
      {facts.name} med godkänt resultat har avslutat utbildningen {facts.title}
      {facts.written}.</p><p>Beviset är framställt maskinellt och saknar underskrift.</p>
      </section>"""


def three_lines(facts: Facts) -> str:
    return f"""<section class="centred"><p>{facts.name}</p><p>{facts.title}</p><p>Kursintyg,
      slutfört {facts.written}</p></section>"""


def side_panel(facts: Facts) -> str:
    return f"""<section class="wide dejavu"><div class="columns"><div style="width: 60mm">
      <p class="grey">Utbildare</p><p>{facts.signature}</p><p class="grey">Utfärdat</p>
      <p>{facts.printed_on}</p></div><div style="width: 150mm"><h1>{facts.heading}</h1>
      <p class="big">{facts.name}</p><p>har klarat alla moment i</p><h2>{facts.title}</h2>
      <p>Kursen avslutad {facts.written}</p></div></div></section>"""


def form_in_pairs(facts: Facts) -> str:
    return (
        "<section><h2>Utdrag ur utbildningsregistret</h2>"
        + rows(
            ("Medarbetare", facts.name),
            ("Enhet", "Hemtjänsten Norr"),
            ("Närmaste chef", facts.signature),
            ("Genomförd utbildning", facts.title),
            ("Genomförandedatum", facts.written),
            ("Uttaget", str(facts.printed_on)),
        )
        + "</section>"
    )


def congratulations(facts: Facts) -> str:
    return f"""<section class="dejavu centred"><h1>Grattis, {facts.name}!</h1><p>Du är klar med</p>
      <h2>{facts.title}</h2><p>Klar den {facts.written}</p><p class="grey">Visa intyget för din
      chef.</p></section>"""


def english_sentence(facts: Facts) -> str:
    return f"""<section class="serif centred wide"><h1>CERTIFICATE</h1><p>We hereby confirm that</p>
      <p class="big">{facts.name}</p><p>participated in and completed the online course</p>
      <h2>{facts.title}</h2><p>on {facts.written}</p><p>{facts.signature}, Head of Training</p>
      </section>"""


def participant_below(facts: Facts) -> str:
    return f"""<section><h1>{facts.title}</h1><p>Diplom</p><p>Kursdatum: {facts.written}</p>
      <p>Omfattning: 3 timmar</p><p>Kursdeltagarens namn: {facts.name}</p><p>Godkänd av:
      {facts.signature}</p></section>"""


def result_letter(facts: Facts) -> str:
    day = f" {facts.written}" if facts.written else ""
    return f"""<section class="serif"><p>{facts.issuer}</p><h2>Resultat för {facts.name}</h2>
      <p>Du har{day} slutfört samtliga delar av {facts.title}. Det här meddelandet gäller som
      kursintyg.</p><p class="grey">Hämtat från kursportalen {facts.printed_on}</p></section>"""


def two_columns(facts: Facts) -> str:
    return f"""<section class="wide"><h1>{facts.heading}</h1><div class="columns"><div>
      <p class="grey">Deltagare</p><p>{facts.name}</p><p class="grey">Utbildning</p>
      <p>{facts.title}</p></div><div><p class="grey">Fullföljd</p><p>{facts.written}</p>
      <p class="grey">Kontaktperson</p><p>{facts.signature}</p></div></div></section>"""


def english_award(facts: Facts) -> str:
    return f"""<section class="centred dejavu"><p>{facts.issuer}</p>
      <h2>Certificate of Achievement</h2><p>presented to</p><p class="big">{facts.name}</p>
      <p>for successfully completing</p><p><b>{facts.title}</b></p>
      <p>Date of completion: {facts.written}</p></section>"""


def from_the_employer(facts: Facts) -> str:
    day = f"Utbildningen avslutades {facts.written}." if facts.written else ""
    return f"""<section><h2>Utbildningsbevis</h2><p>Vi bekräftar att medarbetaren {facts.name} har
      fullföljt {facts.title}. {day}</p><p>Visby som ovan</p><p>{facts.signature}, enhetschef</p>
      </section>"""


def with_a_seal(facts: Facts) -> str:
    return f"""<section class="centred serif upper"><h1>{facts.heading}</h1><p>{facts.title}</p>
      <p class="spaced">{facts.name}</p><p>Godkänd {facts.written}</p><p class="grey">Sigill nr
      {facts.rng.randint(100, 999)} · {facts.issuer}</p></section>"""


LAYOUTS: tuple[Layout, ...] = (
    result_letter,
    two_columns,
    english_award,
    from_the_employer,
    with_a_seal,
    name_on_top,
    with_time_of_day,
    day_first,
    questions,
    english_table,
    letterhead,
    course_on_top,
    passed_the_test,
    card,
    ticked,
    filled_in,
    stamped_card,
    sentence_of_an_authority,
    three_lines,
    side_panel,
    form_in_pairs,
    congratulations,
    english_sentence,
    participant_below,
)


def course_leader(around: Around) -> bytes:
    return page(
        f"<h1>Intyg</h1><p>Härmed intygas att {around.name} har varit handledare för {COURSE}"
        f" för våra medarbetare till och med {around.day}.</p>"
    )


def withdrawn(around: Around) -> bytes:
    return page(
        f"<h1>Intyget är återkallat</h1><p>{around.name}</p><p>{COURSE}</p><p>{around.day}</p>"
        "<p>Kunskapstestet gjordes av någon annan. Intyget gäller inte.</p>"
    )


def receipt(around: Around) -> bytes:
    return page(
        f"<h1>Kvitto</h1><p>Kund: {around.name}</p><p>{COURSE}, kurspaket 1 st, 450 kr</p>"
        f"<p>Betalt {around.day}</p>"
    )


def course_plan(around: Around) -> bytes:
    return page(
        f"<h1>Kursplan: {COURSE}</h1><p>Kursansvarig: {around.name}</p><p>Gäller från {around.day}"
        "</p><p>Kursen har fyra kapitel. Den som har slutfört kursen får ett intyg.</p>"
    )


def tally(around: Around) -> bytes:
    return page(
        f"<h2>Lägesrapport {around.day}</h2><p>31 av 42 har genomfört {COURSE}.</p>"
        f"<p>Rapporten lämnad av {around.name}.</p>"
    )


def not_yet(around: Around) -> bytes:
    return page(
        f"<h1>{COURSE}</h1><p>{around.name} has not yet completed this course.</p>"
        f"<p>Last activity: {around.day}</p>"
    )


def broken_off(around: Around) -> bytes:
    return page(
        f"<h1>Anteckning {around.day}</h1><p>{around.name} avbröt {COURSE} efter kapitel 3 på"
        " grund av sjukdom och har därför inte fått något intyg.</p>"
    )


def attended_information(around: Around) -> bytes:
    return page(
        f"<h1>Närvarointyg</h1><p>{around.name} deltog {around.day} i ett informationsmöte inför"
        f" {COURSE}.</p>"
    )


def draft(around: Around) -> bytes:
    return page(
        f"<p>UTKAST – får inte användas</p><h1>Kursintyg</h1><p>{around.name}</p><p>har genomfört"
        f"</p><p>{COURSE}</p><p>{around.day}</p>"
    )


def medical_certificate(around: Around) -> bytes:
    return page(
        f"<h1>Läkarintyg</h1><p>{around.name}</p><p>Arbetsförmågan är nedsatt till och med"
        f" {around.day}. Patienten kan därför inte delta i {COURSE}.</p>"
    )


def request(around: Around) -> bytes:
    return page(
        f"<p>Till: {around.name}</p><p>{around.day}</p><p>Hej! Jag saknar ditt intyg för {COURSE}."
        " Har du genomfört kursen? Skicka då intyget till mig.</p>"
    )


def thanks_to_the_leaders(around: Around) -> bytes:
    return page(
        f"<h1>Diplom</h1><p>tilldelas {around.name}</p><p>för goda insatser med att sprida {COURSE}"
        f" i kommunen</p><p>{around.day}</p>"
    )


def next_step(around: Around) -> bytes:
    return page(
        f"<h1>Intyg</h1><p>{around.name}</p><p>har genomfört introduktionen till socialtjänsten</p>"
        f"<p>{around.day}</p><p>Nästa steg: {COURSE}</p>"
    )


def agreement(around: Around) -> bytes:
    return page(
        f"<h1>Överenskommelse</h1><p>{around.name} ska ha genomfört {COURSE} senast {around.day}."
        "</p><p>Underskrift: ____________</p>"
    )


PAPERS: tuple[Paper, ...] = (
    course_leader,
    withdrawn,
    receipt,
    course_plan,
    tally,
    not_yet,
    broken_off,
    attended_information,
    draft,
    medical_certificate,
    request,
    thanks_to_the_leaders,
    next_step,
    agreement,
)
