"""Papers that name the right person and the right course, and still are no certificate of it."""

from datetime import date

import pytest

from focusareas.certificate_doubts import says_not_completed
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld", "webbkursomvald.se"))]


def reading(*lines: str) -> Reading:
    (found,) = read(draw(column("Intyg", *lines)), MARKS)
    return found


@pytest.mark.parametrize(
    "did",
    [
        "genomfört 2 av 4 kapitel i",
        "genomfört kapitel 1 i",
        "genomfört modul 2 i",
        "genomfört 75 % av",
        "genomfört 3/4 av",
        "delvis genomfört",
        "genomfört halva",
        "genomfört första delen av",
        "tyvärr aldrig genomfört",
        "påbörjat",
        "inte fullföljt",
        "genomfört tre av fyra kapitel av",
        "genomfört två kapitel i",
        "genomfört kapitel ett i",
        "genomfört delar av",
        "genomfört nästan hela",
        "deltagit dag 1 av",
        "deltagit första dagen av",
        "attended day one of",
    ],
)
def test_part_of_the_course_is_not_the_course(did: str) -> None:
    assert reading(f"Kim Berg har {did} Webbkurs om våld", "2023-04-12").says_not_completed


def test_what_the_course_is_not_is_no_lack_of_the_holder() -> None:
    def is_doubted(*lines: str) -> bool:
        return reading("Kim Berg", "Webbkurs om våld", *lines, "2023-04-12").says_not_completed

    assert not is_doubted("Två dagar, ej poänggivande", "Kursen genomförd")
    assert not is_doubted("Fem dagar, ej högskolepoäng", "Genomförd")
    assert is_doubted("Två dagar, ej", "genomförda")
    assert is_doubted("Kursen har inte helt", "genomförts")


def test_last_part_of_the_course_is_the_end_of_it() -> None:
    did = "Kim Berg har gått hela Webbkurs om våld."

    assert not reading(did, "Sista delen av utbildningen blev klar 2023-04-12.").says_not_completed
    assert not reading(did, "Sista modulen avslutades 2023-04-12.").says_not_completed
    assert reading("Kim Berg har gått sista delen av Webbkurs om våld.").says_not_completed


@pytest.mark.parametrize(
    "but", ["utom kapitel 4", ", förutom slutprovet", "men inte kunskapstestet"]
)
def test_all_but_a_part_is_not_the_course(but: str) -> None:
    assert reading(f"Kim Berg har genomfört Webbkurs om våld {but}").says_not_completed


@pytest.mark.parametrize(
    "field",
    [
        "Genomförd: Nej",
        "Godkänd: Nej",
        "Godkänd ☐ Ja ☒ Nej",
        "Status: pågående",
        "Framsteg: 50 %",
        "Resultat: IG",
        "Kapitel 1 ✓ Kapitel 2 ✓ Kapitel 3 – Kapitel 4 –",
        "Påbörjad kurs",
        "Utan godkänt resultat",
        "Ej godkänd",
        "Kunskapstest: återstår",
        "Kunskapstest: –",
        "Slutprov saknas",
        "Kvar att göra: kapitel 4",
        "Kursen pågår.",
        "Betyg: IG",
        "Betyg: F",
        "Kapitel klara: 3 av 4",
        "75 % klart",
        "Deltog ej",
        "Godkänd: ☐",
        "☒ Påbörjad ☐ Slutförd",
        "Har inte gjort slutprovet ännu",
        "Deltog i kursens sista kapitel",
    ],
)
def test_field_that_says_no_is_believed(field: str) -> None:
    assert reading("Kim Berg", "Webbkurs om våld", field, "2023-04-12").says_not_completed


@pytest.mark.parametrize(
    "field",
    [
        "Genomförd: Ja",
        "Godkänd ☒ Ja ☐ Nej",
        "Status: Slutförd",
        "Framsteg: 100 %",
        "Resultat: G",
        "Resultat: 18 av 20 rätt",
        "Resultat 85 %",
        "Kursen består av fyra kapitel och ett kunskapstest",
        "Sista kapitlet klart: 2023-04-12",
        "Alla svar rätt på frågor i kursens sista kapitel",
        "Kapitel 1 – Våld i nära relationer",
        "4 av 4 kapitel",
        "Kapitel 1: klart\nKapitel 2: klart",
        "Deltagaren har genomfört samtliga moduler",
        "och klarat kunskapstestet",
        "och har klarat alla delar av kursen",
        "Kapitel klara: 4 av 4, sida 1 av 2",
        "☒ Slutförd",
        "Slutförd ☒ ja ☐ nej",
        "Betyg: Fullgjort",
        "Ännu fler kurser finns på vår webbplats",
        "Utfärdat av Annu Inkeri",
    ],
)
def test_what_belongs_to_a_certificate_raises_no_doubt(field: str) -> None:
    fields = field.split("\n")
    found = reading("Kim Berg har genomfört Webbkurs om våld", *fields, "2023-04-12")

    assert not found.says_not_completed
    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))


@pytest.mark.parametrize(
    "lines",
    [
        ("Kurs: Medicindelegering", "Namn: Kim Berg", "Nästa kurs: Webbkurs om våld"),
        ("Kurs: Medicindelegering", "Namn: Kim Berg", "Se webbkursomvald.se"),
        ("Kim Berg har genomfört Grundkurs i HLR", "Tips: gå även Webbkurs om våld"),
        ("Kim Berg har genomfört Kris och trauma", "Fler bra kurser: Webbkurs om våld"),
        ("Kim Berg har genomfört Barns rättigheter", "Läs mer på webbkursomvald.se"),
    ],
)
def test_course_that_is_only_mentioned_is_not_the_one(lines: tuple[str, ...]) -> None:
    assert reading(*lines, "2023-04-12").course_code is None


def test_two_bare_days_are_no_day_in_either_order() -> None:
    days = ("2023-03-01", "2023-04-12")

    for pair in (days, days[::-1]):
        assert reading("Kim Berg", "har genomfört Webbkurs om våld", *pair).completed_on is None


def test_time_of_printing_is_no_day_of_completion() -> None:
    page = column("2023-04-25 08:12 Intyg", "Kim Berg", "har genomfört Webbkurs om våld")

    (found,) = read(draw(page), MARKS)

    assert found.completed_on is None


@pytest.mark.parametrize("line", ["Slutförd 2023-04-12 14:35", "Datum: 2023-04-12 kl. 10.15"])
def test_labelled_day_may_have_a_time(line: str) -> None:
    assert reading("Namn: Kim Berg", "Webbkurs om våld", line).completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    "marks",
    [("✓ Våldets uttryck", "✗ Barn", "✓ Stöd"), ("Del 1 ✔", "Barn ✘"), ("Stöd ❌", "Barn ✅")],
)
def test_what_is_marked_as_left_among_what_is_done_is_a_doubt(marks: tuple[str, ...]) -> None:
    assert says_not_completed(("Kim Berg har genomfört Webbkurs om våld", *marks))


@pytest.mark.parametrize("marks", [("✓ Våldets uttryck", "✓ Barn"), ("☒ Ja", "☐ Nej"), ("✗",)])
def test_marks_of_one_kind_are_no_doubt(marks: tuple[str, ...]) -> None:
    assert not says_not_completed(("Kim Berg har genomfört Webbkurs om våld", *marks))
