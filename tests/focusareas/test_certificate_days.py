"""The day a course was completed, among the days on a page: one rule at a time."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw, table

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), COURSES)
    return reading


def day(*lines: str) -> date | None:
    return read_lines("Intyg", *lines).completed_on


@pytest.mark.parametrize(
    "other",
    [
        "Född 1980-05-05",
        "Född 2006-05-05",
        "Personnummer 20060505-1234",
        "Utskriven 2023-05-05",
        "Utskriftsdatum: 2023-05-05",
        "Giltigt till 2025-05-05",
        "Giltig t.o.m. 2025-05-05",
        "Version 2022-05-05",
        "Uppdaterad 2022-05-05",
        "Kursstart 2023-03-03",
        "Dnr 2022-10-10",
        "Utfärdat 2023-04-14",
        "2023-05-05",
        "Kursens längd: 3 timmar",
        "Webbkursen lanserades 2019-10-11",
        "Datum 2023-02-30",
    ],
)
def test_other_days_do_not_matter_beside_the_day_of_completion(other: str) -> None:
    assert day(other, "Slutförd: 2023-04-12") == date(2023, 4, 12)


@pytest.mark.parametrize(
    "lines",
    [
        ("2023-04-12", "2023-04-13"),
        ("Genomförd 2023-04-12", "Avslutad 2023-04-13"),
        ("Född 1980-05-05",),
        ("Giltigt till 2023-04-12",),
        ("Datum: 2023-02-30",),
        ("Datum: 04/12/2023",),
        ("april 2023",),
        ("Intygsnummer 20230412",),
        ("Uttaget 2023-04-12",),
        ("Inkom 2023-04-12",),
        ("Registerutdraget hämtades ur kursportalen 2023-04-12",),
        ("Systemtid: 2023-04-12",),
        ("Slutförd:", "Utfärdat 2023-04-12"),
        ("Slutförd: 2023-04-1f",),
        ("Kim Berg genomförde kursen den 12 april.", "Utfärdat 2023-05-10"),
        ("Slutförd 12.4.23", "Utfärdat 2023-05-10"),
        ("Sista dag att slutföra kursen: 2023-05-31",),
        ("Kursen ska vara slutförd 2023-05-31",),
        ("Tidigare genomförd: 2019-03-02",),
        ("Kim Berg har genomfört kursen, som funnits sedan 2011-02-01",),
        ("Kim Berg har genomfört kursen (2023-03-01, 2023-04-12)",),
    ],
)
def test_day_that_is_not_sure_is_not_taken(lines: tuple[str, ...]) -> None:
    assert day(*lines) is None


OTHERS_DOING = [
    "Godkänt av chef: Eva Lund 2023-05-10",
    "Kurs: Webbkurs om våld (kursplan godkänd 2021-08-15)",
    "Utbildningen är godkänd av Region Gotland den 3 januari 2022.",
    "Sessionen avslutades 2023-05-10",
    "Slutprov godkänt 2023-04-11",
    "Hjärt-lungräddning – godkänd 2022-08-05",
]


@pytest.mark.parametrize("line", OTHERS_DOING)
@pytest.mark.parametrize("other", ["Datum: 2023-04-12", "2023-04-12"])
def test_completion_of_what_may_be_something_else_makes_a_question(line: str, other: str) -> None:
    assert day(line, other) is None


@pytest.mark.parametrize("line", OTHERS_DOING)
@pytest.mark.parametrize(
    "clear",
    [
        "Slutförd: 2023-04-12",
        "Datum för slutförande: 2023-04-12",
        "Avslutsdatum 2023-04-12",
        "Kursslut: 2023-04-12",
        "Kursen Webbkurs om våld blev klar onsdagen den 12 april 2023",
        "Kim Berg, anställd hos oss, har den 12 april 2023 genomfört Webbkurs om våld",
        "Härmed intygas att Kim Berg, anställd vid 4108, den 12 april 2023 genomfört kursen",
        "Slutförd: ons 12 apr 2023",
        "Slutförd (åååå-mm-dd): 2023-04-12",
        "Kim Berg slutförde Webbkurs om våld med godkänt resultat den 12 april 2023",
    ],
)
def test_clear_day_of_completion_is_taken_whatever_else_was_approved(line: str, clear: str) -> None:
    assert day(line, clear) == date(2023, 4, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Kim Berg, undersköterska, har genomfört Webbkurs om våld vid NCK 2023-04-12",
        "Genomförd i Visby 2023-04-12",
        "Slutprov godkänt 2023-04-12",
    ],
)
def test_unclear_day_of_completion_is_taken_where_it_stands_alone(line: str) -> None:
    assert day(line, "Utfärdat 2023-05-10", "Sista dag att slutföra: 2023-05-31") == date(
        2023, 4, 12
    )


@pytest.mark.parametrize(
    "label", ["Visby", "Karlstad den", "onsdagen den", "Utfärdat", "Utfärdat:", "När?", "Tid:"]
)
def test_only_day_on_the_page_is_taken_unless_it_is_another_day(label: str) -> None:
    assert day(f"{label} 2023-04-12", "Uttaget 2023-05-31") == date(2023, 4, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Tenterad: 2023-04-12",
        "Närvaro: 2023-04-12",
        "Kunskapstest: 2023-04-12, 18 av 20 rätt",
        "Från: 2023-03-01 Till: 2023-04-12",
        "Närvaro: 12 april",
        "Datum: 12/4-23",
        "Kursperiod: 230301-230412",
        "Kursstart Kursslut 2023-04-12",
        "Betaldatum: 2023-04-12",
        "Datum för beställning 2023-04-12",
        "Dagens datum: 2023-04-12",
        "Sista datum: 2023-04-12",
        "Booking date: 2023-04-12",
        "Webbkurs om våld 2023-04-12 14:05",
    ],
)
def test_day_of_something_unknown_makes_a_question_beside_the_day_of_issue(line: str) -> None:
    assert day(line, "Utfärdat: 2023-05-10") is None
    assert day(line, "Slutförd: 2023-04-20", "Utfärdat: 2023-05-10") == date(2023, 4, 20)


@pytest.mark.parametrize(
    "line",
    [
        "Registrerad: 2023-04-12",
        "Senast inloggad: 2023-04-12",
        "Giltig fr.o.m. 2023-03-01 t.o.m. 2025-04-12",
        "Giltighetstid: 2023-03-01 – 2025-04-12",
        "Kursplan fastställd 12/4-23",
        "Portalen 2023-04-12 14:05",
    ],
)
def test_day_of_something_else_that_is_known_does_not_hide_the_day_of_issue(line: str) -> None:
    assert day(line, "Utfärdat: 2023-05-10") == date(2023, 5, 10)


def test_day_on_the_line_below_belongs_to_the_last_sentence() -> None:
    done = "Kim Berg har genomfört Webbkurs om våld med samtliga moment. Utbildningen avslutades"

    assert day("Datum 2023-05-10", done, "2023-04-12.") == date(2023, 4, 12)


def running_on(*lines: str) -> date | None:
    text = column("Intyg", "Datum 2023-05-10", *lines, leading=1.3)
    return read(draw(text), COURSES)[0].completed_on


def test_day_is_told_by_the_sentence_also_on_the_line_above() -> None:
    done = "Vi intygar att Kim Berg har gått hela Webbkurs om våld."

    signed = ("Visby 2023-04-15", "Eva Holm", "kursledare")
    did = "Det intygas att Kim Berg har fullgjort Webbkurs om våld, 12 timmar, med sista"
    assert running_on(did, "dag den 2023-04-12.", *signed) == date(2023, 4, 12)
    assert running_on(f"{did} dag", "2023-04-12.", *signed) == date(2023, 4, 12)
    assert running_on(f"{done} Sista", "delen blev klar 2023-04-12.") == date(2023, 4, 12)
    assert running_on(f"{done} Kursen skulle ha", "varit slutförd 2023-04-12.") != date(2023, 4, 12)


@pytest.mark.parametrize(
    "written", ["2023-04-12 14:05", "onsdag 12 april 2023, 14:05", "12 april 2023 kl. 14.05"]
)
def test_day_with_the_time_is_the_printers_unless_it_stands_under_the_course(written: str) -> None:
    assert day("Kim Berg", "har genomfört", "Webbkurs om våld", written) == date(2023, 4, 12)
    assert day("Kim Berg", "har genomfört", "Webbkurs om våld", "Portalen", written) is None
    assert day(written, "Kim Berg", "har genomfört", "Webbkurs om våld") is None


@pytest.mark.parametrize("other", ["2023-05-05", "Intygsdatum: 2023-05-05"])
def test_day_labelled_date_is_taken_before_an_unlabelled_one(other: str) -> None:
    assert day(other, "Datum: 2023-04-12") == date(2023, 4, 12)


@pytest.mark.parametrize(
    "days",
    [
        "2023-03-01 – 2023-04-12",
        "mellan 2023-03-01 och 2023-04-12",
        "från 1 mars 2023 och fram till 12 april 2023",
        "den 11 april och 12 april 2023",
        "1 mars – 12 april 2023",
    ],
)
def test_last_day_of_a_course_of_several_days_is_taken(days: str) -> None:
    assert day(f"Genomförd {days}") == date(2023, 4, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Kursperiod: 2023-03-01 – 2023-04-12",
        "Period: 1 mars – 12 april 2023",
        "Utbildningstid: 2023-03-01--2023-04-12",
        "Kursperiod: 20230301-20230412",
        "Kurstid: fr.o.m. 2023-03-01 t.o.m. 2023-04-12",
        "Kursperiod: 1/3-12/4 2023",
        "Utbildningsdagar: 11-12.4.2023",
        "Kursdagar: 2023-04-11, 2023-04-12",
        "Course dates: 11–12 April 2023",
        "Utbildningsdag: 2023-04-12",
        "Kursens datum: 2023-04-12",
        "Examinationsdatum: 2023-04-12",
        "Datum för utbildningen: 2023-04-12",
        "Plats och datum: 2023-04-12",
        "Kurs: Webbkurs om våld Datum: 2023-04-12",
        "End date: 2023-04-12",
        "Kursen hölls den 12 april 2023 i Visby",
        "Utbildningen ägde rum den 12 april 2023.",
    ],
)
def test_last_day_of_a_course_is_taken_before_the_day_of_issue(line: str) -> None:
    assert day(line, "Utfärdat: 2023-05-10", "Visby den 11 maj 2023") == date(2023, 4, 12)


def test_course_completed_together_with_a_part_is_completed() -> None:
    line = "Kunskapstest godkänt och kursen avslutad: 2023-04-12"

    assert day(line, "Datum: 2023-05-10") == date(2023, 4, 12)
    assert day(line.replace("och", "i"), "Datum: 2023-05-10") is None


def test_sentence_from_the_line_above_tells_which_day_it_is() -> None:
    lines = (
        "Intyg",
        "Kim Berg, som är anställd här, har genomgått",
        "Webbkurs om våld 2023-04-12.",
    )
    page = column(*lines, leading=1.3) + column("Visby 2023-05-02", top=500)

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


def test_first_of_two_days_on_two_lines_is_not_the_last() -> None:
    page = column("Intyg", "Kim Berg har genomfört kursen 2023-03-01 –", "2023-04-12", leading=1.3)

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


def test_day_broken_by_the_end_of_a_line_is_read() -> None:
    page = column("Genomförd den 12:e", "april 2023", leading=1.3)

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


def test_label_above_a_day_in_a_column_counts() -> None:
    page = table(["Född", "Genomförd", "Utskriven"], ["2006-01-01", "2023-04-12", "2023-05-05"])

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    ("label", "next_label"),
    [
        ("Startdatum", "Godkänd"),
        ("Utskrivet", "Genomförd utbildning"),
        ("Giltigt till", "Avslutad kurs"),
        ("Startdatum", "genomförd"),
    ],
)
def test_label_on_the_next_line_is_not_that_of_the_day(label: str, next_label: str) -> None:
    lines = ("Intyg", label, "2023-05-05", next_label, "Ja", "Datum", "2023-04-12")

    assert read(draw(column(*lines, leading=1.3)), COURSES)[0].completed_on == date(2023, 4, 12)


def test_label_above_each_of_two_days_counts() -> None:
    page = column("Intyg", "Startdatum", "2023-03-15", "Slutdatum", "2023-04-12", leading=1.3)

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    "lines",
    [
        ("Kim Berg har den 12 april 2023", "genomfört Webbkurs om våld"),
        ("Kim Berg har den", "12 april 2023", "genomfört Webbkurs om våld"),
    ],
)
def test_sentence_that_goes_on_below_tells_which_day_it_is(lines: tuple[str, ...]) -> None:
    page = column("Intyg", *lines, leading=1.3) + column("Datum: 2023-05-02", top=500)

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (("Betyg", "Startdatum", "Datum"), ("Godkänd", "2023-03-01", "2023-04-12")),
        (("Status", "Utskriven", "Kursdatum"), ("Genomförd", "2023-05-05", "2023-04-12")),
        (("Status", "Giltig t.o.m.", "Datum"), ("Klar", "2025-05-05", "2023-04-12")),
        (("Kurs", "Startdatum", "Slut"), ("Webbkurs om våld", "2023-03-01", "2023-04-12")),
    ],
)
def test_heading_counts_and_not_only_the_cell_beside(
    headings: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    assert read(draw(table([*headings], [*cells])), COURSES)[0].completed_on == date(2023, 4, 12)


def test_heading_over_a_day_makes_the_title_beside_it_no_label() -> None:
    page = table(["Kurs", "Datum"], ["Webbkurs om våld", "2023-04-12"])
    page += column("Visby 2023-05-03", top=500)

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Status", "Startdatum"], ["Godkänd", "2023-04-12"]], None),
        ([["Resultat", "Godkänd"], ["Startdatum", "2023-04-12"]], None),
        ([["Resultat", "Godkänd"], ["Startdatum:", "2023-04-12"]], date(2023, 5, 10)),
        ([["Kurs", "Webbkurs om våld"], ["Startdatum", "2023-04-12"]], date(2023, 5, 10)),
        ([["Resultat", "Godkänd"], ["Slutförd", "2023-04-12"]], date(2023, 4, 12)),
    ],
)
def test_heading_and_cell_that_say_different_things_make_a_question(
    rows: list[list[str]], expected: date | None
) -> None:
    page = table(*rows) + column("Utfärdat: 2023-05-10", top=500)

    assert read(draw(page), COURSES)[0].completed_on == expected
