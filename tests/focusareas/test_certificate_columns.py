"""Text in columns side by side, widely set capitals, and lines of dots up to the value."""

from datetime import date

import pytest
from weasyprint import HTML

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw

COURSES = [CourseMarks("nck-vald", "Nationellt centrum för kvinnofrid", ("Webbkurs om våld",))]
ABOUT = ["Om kursen", "Innehåll", "Våldets uttryck", "Barn som upplever våld", "Att ställa frågor"]


def one_reading(lines: list[Text]) -> Reading:
    (reading,) = read(draw(lines), COURSES)
    return reading


def beside_another_column(did: str, title: str) -> list[Text]:
    """A certificate to the left, and about the course between its lines to the right."""
    lines = ["Kursbevis", "Kim Berg", did, title, "Slutförd 2023-04-12"]
    return [*column(*lines, top=700), *column(*ABOUT, x=340, top=690)]


@pytest.mark.parametrize("did", ["som har genomfört", "har slutfört", "för genomförd utbildning"])
def test_what_was_completed_stands_below_in_its_own_column(did: str) -> None:
    reading = one_reading(beside_another_column(did, "Webbkurs om våld"))

    assert reading.courses == ("nck-vald",)
    assert reading.completed_on == date(2023, 4, 12)


def test_another_course_below_in_its_own_column_is_noticed() -> None:
    about_ours = column("Tips:", "Webbkurs om våld", x=340, top=560)
    page = beside_another_column("som har genomfört", "Utbildning i brandskydd")

    assert one_reading([*page, *about_ours]).courses == ()


def test_letter_that_stands_off_in_widely_set_capitals_belongs_to_its_word() -> None:
    styles = "p { font: 10pt 'Liberation Sans'; letter-spacing: .14em }"
    lines = ["INTYG", "HÄRMED INTYGAS ATT", "Kim Berg", "HAR GENOMFÖRT", "Webbkurs om våld"]
    page = "".join(f"<p>{line}</p>" for line in [*lines, "2023-04-12"])

    (reading,) = read(HTML(string=f"<style>{styles}</style>{page}").write_pdf(), COURSES)

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize("leaders", [" . . . . : ", " . . . . . ", " .... : ", "....: "])
def test_dots_lead_to_the_value(leaders: str) -> None:
    fields = {"NAMN": "Kim Berg", "KURS": "Webbkurs om våld", "SLUTFÖRD": "2023-04-12"}
    lines = [f"{label}{leaders}{value}" for label, value in fields.items()]

    reading = one_reading(column("KURSINTYG", *lines))

    assert (reading.names, reading.courses) == (("Kim Berg",), ("nck-vald",))
    assert reading.completed_on == date(2023, 4, 12)


@pytest.mark.parametrize("weekday", ["onsdag ", "Onsdagen den "])
def test_day_of_the_week_has_no_place_of_its_own_in_a_table(weekday: str) -> None:
    start, end = f"{weekday}1 mars 2023", f"{weekday}12 april 2023"
    cells = [("Användare", "Kim Berg"), ("Påbörjad", start), ("Avslutad", end)]
    rows = "".join(f"<tr><td>{label}<td>{value}" for label, value in cells)
    page = f"<h1>Kursbevis</h1><p>Webbkurs om våld</p><table>{rows}</table>"

    (reading,) = read(HTML(string=page).write_pdf(), COURSES)

    assert (reading.names, reading.completed_on) == (("Kim Berg",), date(2023, 4, 12))


IN_SWEDISH = [
    "Intyget visar att innehavaren har gått igenom",
    "kursens alla delar och svarat rätt på frågorna.",
    "Den ger inga poäng.",
]
IN_ENGLISH = [
    "This certificate shows that the holder has worked",
    "through every part of the course and answered the",
    "questions correctly.",
    "It carries no credits.",
]


@pytest.mark.parametrize(("left", "right"), [(IN_SWEDISH, IN_ENGLISH), (IN_ENGLISH, IN_SWEDISH)])
def test_sentences_go_on_in_their_own_columns(left: list[str], right: list[str]) -> None:
    fields = column("Kursintyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")
    text = [*column(*left, top=500, leading=1.3), *column(*right, x=440, top=500, leading=1.3)]

    reading = one_reading([*fields, *text])

    assert reading.is_complete
    assert not reading.says_not_completed


def test_what_the_other_column_says_against_it_is_still_noticed() -> None:
    against = ["Kim Berg har ännu inte slutfört kursens", "sista del och anmäls till nästa omgång."]
    fields = column("Kursintyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Datum: 2023-04-12")
    text = [
        *column(*IN_SWEDISH, top=500, leading=1.3),
        *column(*against, x=440, top=500, leading=1.3),
    ]

    assert one_reading([*fields, *text]).says_not_completed


FORMS = [
    ["Härmed intygas att {}", "har genomgått {}", "den {}", "Visby {}"],
    ["Jag intygar att {}", "har gått utbildningen {}", "datum {}", "Visby den {}"],
    ["Jag intygar att {}", "gick utbildningen {}", "dag {}", "Visby {}"],
    ["Det intygas att {}", "fullgjort utbildningen {}", "tidpunkt {}", "Datum: {}"],
    ["Chefen intygar att {} har gått", "{}", "under tiden {}", "Datum {} Underskrift ______"],
]


@pytest.mark.parametrize("dotted", ["{}", "..... {} ......", ".......{}.......", "____{}______"])
@pytest.mark.parametrize(("form", "leading"), [*((form, 1.8) for form in FORMS), (FORMS[0], 2.5)])
def test_text_that_is_filled_in_goes_on_over_dots(
    form: list[str], dotted: str, leading: float
) -> None:
    values = "Kim Berg", "Webbkurs om våld", "2023-04-12", "2023-04-14"
    lines = [line.format(dotted.format(v)) for line, v in zip(form, values, strict=True)]

    reading = one_reading(column("Intyg om genomförd utbildning", *lines, leading=leading))

    assert (reading.names, reading.courses) == (("Kim Berg",), ("nck-vald",))
    assert reading.completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Kim Berg har gått ut skolan den 2023-04-12", date(2023, 4, 14)),
        ("Kim Berg har gått kursen som är giltig till den 2023-04-12", date(2023, 4, 14)),
        ("Kim Berg har gått en annan utbildning den 2023-04-12", date(2023, 4, 14)),
    ],
)
def test_day_of_what_else_somebody_went_is_not_taken(said: str, expected: date) -> None:
    reading = one_reading(column("Intyg", said, "Kurs: Webbkurs om våld", "Datum: 2023-04-14"))

    assert reading.completed_on in (expected, None)
