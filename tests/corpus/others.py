"""Forty things that end up in the same folder and are no certificates of a course done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from tests.corpus.days import long
from tests.corpus.register import Person
from tests.corpus.sheet import pdf, rows

COURSE = "Webbkurs om våld"


@dataclass(frozen=True)
class Around:
    """Whom and what the papers of a unit are about."""

    person: Person
    colleagues: tuple[Person, ...]
    day: date
    rng: Random

    @property
    def name(self) -> str:
        return escape(f"{self.person.given} {self.person.family}")

    @property
    def names(self) -> list[str]:
        return [escape(f"{person.given} {person.family}") for person in self.colleagues]


Paper = Callable[[Around], bytes]


def page(body: str) -> bytes:
    return pdf([f"<section>{body}</section>"])


def invoice(around: Around) -> bytes:
    return page(
        "<h1>Faktura 20871</h1>"
        + rows(
            ("Er referens", around.name),
            ("Fakturadatum", str(around.day)),
            ("Avser", f"{COURSE}, licens 12 deltagare"),
            ("Belopp", "4 800 kr"),
            ("Förfaller", str(around.day + timedelta(days=30))),
        )
    )


def invitation(around: Around) -> bytes:
    return page(
        f"<h1>Inbjudan</h1><p>Hej {around.name}!</p><p>Välkommen att gå {COURSE}. Kursen tar tre"
        f" timmar och öppnar {long(around.day)}.</p><p>Nationellt centrum för kvinnofrid</p>"
    )


def programme(around: Around) -> bytes:
    return page(
        f"<h1>Program {long(around.day)}</h1><p>9.00 Välkomna, {around.name}</p>"
        f"<p>9.30 {COURSE}: så här långt har vi kommit</p><p>12.00 Lunch</p>"
    )


def attendance_list(around: Around) -> bytes:
    present = "".join(f"<tr><td>{name}</td><td>ja</td></tr>" for name in around.names)
    return page(
        f"<h1>Närvarolista</h1><p>{COURSE}, genomgång på APT {around.day}</p>"
        f"<table>{present}</table>"
    )


def course_participants(around: Around) -> bytes:
    done = "".join(f"<li>{name}, {around.day}</li>" for name in around.names)
    return page(f"<h2>Medarbetare som har genomfört {COURSE}</h2><ol>{done}</ol>")


def cv(around: Around) -> bytes:
    return page(
        f"<h1>{around.name}</h1><h2>Meritförteckning</h2><p>2019– Undersköterska</p>"
        f"<p>Kurser: {COURSE} ({around.day}), Hjärt-lungräddning (2020)</p>"
    )


def mail(around: Around) -> bytes:
    return page(
        f"<p>Från: {around.name}</p><p>Till: Enhetschefen</p><p>Skickat: {around.day} 08:12</p>"
        f"<p>Ämne: Intyg</p><p>Hej! Jag har inte hunnit göra {COURSE} ännu men ska göra det i"
        f" nästa vecka.</p><p>Hälsningar {around.name}</p>"
    )


def reminder(around: Around) -> bytes:
    return page(
        f"<h2>Påminnelse</h2><p>Till {around.name}</p><p>Du har ännu inte slutfört {COURSE}. Sista"
        f" dag är {long(around.day)}.</p>"
    )


def first_aid(around: Around) -> bytes:
    return page(
        f"<h1>Intyg</h1><p>{around.name}</p><p>har genomfört kursen</p>"
        f"<h2>Första hjälpen och hjärt-lungräddning</h2><p>{around.day}</p>"
    )


def diploma_that_mentions_the_course(around: Around) -> bytes:
    return page(
        f"<h1>Diplom</h1><p>{around.name}</p><p>har genomfört</p><h2>Samtalsmetodik steg 2</h2>"
        f"<p>{around.day}</p><p>Förkunskaper: {COURSE} eller motsvarande.</p>"
    )


def blank_form(around: Around) -> bytes:
    return page(
        f"<h1>Intyg</h1><p>Namn: ________________</p><p>har genomfört {COURSE}</p>"
        "<p>Datum: ________________</p>"
    )


def specimen(around: Around) -> bytes:
    return page(
        "<h1>SPECIMEN – exempel på intyg</h1><p>Så här ser intyget ut när kursen är klar:</p>"
        f"<h2>Intyg</h2><p>Anna Exempelsson</p><p>har genomfört {COURSE}</p><p>{around.day}</p>"
    )


def specimen_with_a_name(around: Around) -> bytes:
    return page(
        f"<p>EXEMPEL, EJ GILTIGT</p><h1>Intyg</h1><p>{around.name}</p><p>har genomfört {COURSE}</p>"
        f"<p>{around.day}</p>"
    )


def under_way(around: Around) -> bytes:
    return page(
        f"<h1>{COURSE}</h1><p>{around.name}</p>"
        + rows(
            ("Status", "Pågående"),
            ("Påbörjad", str(around.day)),
            ("Avklarat", "2 av 4 kapitel (50 %)"),
            ("Kunskapstest", "Ej genomfört"),
        )
    )


def failed_test(around: Around) -> bytes:
    return page(
        f"<h1>Resultat</h1><p>{around.name}</p><p>{COURSE}, kunskapstest {around.day}</p>"
        "<p>11 av 20 rätt: ej godkänt. Du kan göra om testet.</p>"
    )


def policy(around: Around) -> bytes:
    return page(
        f"<h1>Rutin för våld i nära relationer</h1><p>Fastställd {around.day} av {around.name}</p>"
        f"<p>Alla medarbetare ska genomföra {COURSE} och lämna intyg till sin chef. Intyget ska"
        " visa namn, kurs och datum.</p>"
    )


def minutes(around: Around) -> bytes:
    return page(
        f"<h1>Minnesanteckningar APT {around.day}</h1><p>Närvarande: {', '.join(around.names)}</p>"
        f"<p>§ 4 {COURSE}. {around.name} har genomfört kursen och berättade om den. Intyg lämnas"
        " till chefen.</p>"
    )


def staff_list(around: Around) -> bytes:
    staff = "".join(
        f"<tr><td>{person.number}</td><td>{escape(person.family)}</td><td>{escape(person.given)}"
        f"</td><td>{around.day}</td></tr>"
        for person in around.colleagues
    )
    return page(f"<h2>Personallista per {around.day}</h2><table>{staff}</table>")


def registration(around: Around) -> bytes:
    return page(
        f"<h1>Bekräftelse på anmälan</h1><p>{around.name} är anmäld till {COURSE}.</p>"
        f"<p>Anmälan gjord {around.day}</p><p>Ett intyg skickas när kursen är slutförd.</p>"
    )


def employment_certificate(around: Around) -> bytes:
    return page(
        f"<h1>Tjänstgöringsintyg</h1><p>Härmed intygas att {around.name} har varit anställd från"
        f" 2019-03-01 till {around.day}. Under tiden har {COURSE} erbjudits alla anställda.</p>"
    )


def evaluation(around: Around) -> bytes:
    return page(
        f"<h1>Utvärdering av {COURSE}</h1><p>Ifylld av {around.name} {around.day}</p>"
        "<p>Hur nöjd är du? 4 av 5</p><p>Vad kan bli bättre? Fler filmer.</p>"
    )


def empty_page(around: Around) -> bytes:
    return page("&nbsp;")


def cat(around: Around) -> bytes:
    """The picture that was meant for somebody else."""
    photo = Image.new("RGB", (900, 1200), "#8aa17c")
    brush = ImageDraw.Draw(photo)
    brush.ellipse((250, 500, 650, 1100), fill="#3b3330")
    brush.ellipse((300, 300, 600, 580), fill="#3b3330")
    for left in (310, 500):
        brush.polygon([(left, 340), (left + 40, 220), (left + 90, 330)], fill="#3b3330")
        brush.ellipse((left + 30, 400, left + 60, 430), fill="#d9c84b")
    return _jpeg(photo)


def photo_of_nothing(around: Around) -> bytes:
    return _jpeg(Image.new("RGB", (1200, 1600), "#d8d4cb"))


def photo_of_scribbles(around: Around) -> bytes:
    photo = Image.new("RGB", (1200, 1600), "#f4f1ea")
    brush, rng = ImageDraw.Draw(photo), around.rng
    for y in range(200, 1400, 90):
        points = [(x, y + rng.randint(-25, 25)) for x in range(150, 1050, 18)]
        brush.line(points, fill="#22314f", width=5)
    return _jpeg(photo)


def _jpeg(photo: Image.Image) -> bytes:
    output = BytesIO()
    photo.save(output, "JPEG", quality=70)
    return output.getvalue()


PAPERS: tuple[Paper, ...] = (
    invoice,
    invitation,
    programme,
    attendance_list,
    course_participants,
    cv,
    mail,
    reminder,
    first_aid,
    diploma_that_mentions_the_course,
    blank_form,
    specimen,
    specimen_with_a_name,
    under_way,
    failed_test,
    policy,
    minutes,
    staff_list,
    registration,
    employment_certificate,
    evaluation,
    empty_page,
)
PICTURES: tuple[Paper, ...] = (cat, photo_of_nothing, photo_of_scribbles)
