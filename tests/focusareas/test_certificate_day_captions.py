"""Where the label of a day stands: under it, over it, or nowhere, on a form that is left blank."""

from datetime import date

import pytest

from focusareas.certificate_reader import read
from tests.certificates import column, draw, table
from tests.focusareas.test_certificate_days import COURSES, day

TITLE = ("Kim Berg", "har genomfört", "Webbkurs om våld")


def close(*lines: str) -> date | None:
    return read(draw(column("Intyg", *lines, leading=1.3)), COURSES)[0].completed_on


@pytest.mark.parametrize(
    "label", ["Slutdatum", "Genomförd den", "Avklarad", "Datum", "Kursdatum", "Utfärdat"]
)
def test_label_under_a_day_tells_of_it(label: str) -> None:
    assert close(*TITLE, "2023-04-12", label) == date(2023, 4, 12)
    assert close(*TITLE, "2023-04-12", label, "Godkänd", "Resultat") == date(2023, 4, 12)


@pytest.mark.parametrize("label", ["Giltig till", "Startdatum", "Utskriven", "Registrerad"])
def test_label_of_something_else_under_a_day_makes_a_question(label: str) -> None:
    assert close(*TITLE, "2023-04-12", label) is None
    assert day(*TITLE, "2023-04-12", label) is None
    assert close("Kim Berg har genomfört hela Webbkurs om våld", "2023-04-12", label) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("2023-04-12", "Slutdatum", "2023-03-12", "Startdatum"),
        ("2023-03-12", "Startdatum", "2023-04-12", "Slutdatum"),
        ("2023-04-12", "Slutförd", "2023-05-12", "Utskriven"),
    ],
)
def test_several_days_over_their_labels_make_a_question(lines: tuple[str, ...]) -> None:
    assert close(*TITLE, *lines) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Startdatum", "2023-03-12", "Slutdatum", "2023-04-12", "Giltig till"),
        ("Slutdatum", "2023-04-12", "Utskriven", "2023-05-12"),
        ("Slutdatum", "2023-04-12", "Resultat", "Godkänd"),
    ],
)
def test_label_over_a_day_counts_before_what_follows(lines: tuple[str, ...]) -> None:
    assert close(*TITLE, *lines) == date(2023, 4, 12)


@pytest.mark.parametrize(
    "lines",
    [
        ("Slutförd:",),
        ("Slutförd",),
        ("Kursen slutförd",),
        ("Kursen är slutförd den",),
        ("kursen slutförd ........",),
        ("Datum för avslutad kurs, slutdatum:",),
    ],
)
def test_place_for_the_day_that_is_left_blank_makes_a_question(lines: tuple[str, ...]) -> None:
    assert day(*lines, "Utfärdat 2023-05-10") is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Diplom till", "Kim Berg", "för genomförd", "Webbkurs om våld"),
        ("Kim Berg", "– genomförd:", "Webbkurs om våld"),
        ("✓ Kursen är avklarad", "Webbkurs om våld"),
        ("Status", "Slutförd"),
    ],
)
def test_sentence_and_status_are_no_place_for_the_day(lines: tuple[str, ...]) -> None:
    assert day(*lines, "2023-04-12") == date(2023, 4, 12)


@pytest.mark.parametrize("status", ["Genomförd", "Slutförd:", "Kursen avklarad"])
@pytest.mark.parametrize(
    ("below", "completed"),
    [
        (("Kim Berg", "2023-04-12"), date(2023, 4, 12)),
        (("Kim Berg", "Utskriven 2023-04-12"), None),
        (("Kim Berg", "Visby 2023-04-12"), None),
        (("Visby", "2023-04-12"), None),
    ],
)
def test_name_may_stand_between_what_was_done_and_its_day(
    status: str, below: tuple[str, ...], completed: date | None
) -> None:
    assert day("Intyg", "Webbkurs om våld", status, *below) == completed


@pytest.mark.parametrize(
    ("status", "below", "completed"),
    [
        ("GENOMFÖRD", ("Utfärdat till", "Kim Berg", "Utfärdat den"), date(2023, 4, 12)),
        ("SLUTFÖRD", ("Innehavare", "Kim Berg", "Utfärdat den"), date(2023, 4, 12)),
        ("Genomförd", ("Utfärdat till", "Kim Berg", "Utfärdat den"), None),
        ("GENOMFÖRD:", ("Utfärdat till", "Kim Berg", "Utfärdat den"), None),
        ("GENOMFÖRD", ("NAMN", "Kim Berg", "UTFÄRDAT DEN"), None),
        ("GENOMFÖRD DEN", ("Utfärdat till", "Kim Berg", "Utfärdat den"), None),
        ("SLUTFÖRD", ("..........", "Utfärdat till", "Kim Berg", "Utfärdat den"), None),
        ("AVSLUTAD", ("Kursen ges av NCK", "Utfärdat den"), None),
        ("SLUTFÖRD", ("Innehavare", "Kim Berg", "KURS", "Webbkurs om våld", "Utfärdat den"), None),
    ],
)
def test_capitals_over_small_letters_tell_how_it_went(
    status: str, below: tuple[str, ...], completed: date | None
) -> None:
    assert day("Webbkurs om våld", status, *below, "2023-04-12") == completed


@pytest.mark.parametrize("label", ["Uppnådd", "Uppnått", "Utställt", "Tilldelat", "Awarded"])
def test_day_on_which_it_was_earned_or_awarded_is_taken(label: str) -> None:
    assert day(f"{label}: 2023-04-12", "Giltig till 2025-04-12") == date(2023, 4, 12)


def test_last_line_of_the_cell_above_is_no_heading() -> None:
    labels = column("Kursanordnare", "", "Avslutad", top=660, leading=1.1)
    cells = column(
        "Nationellt centrum, Uppsala", "universitet", "2022-09-06", x=250, top=660, leading=1.1
    )

    assert read(draw([*column("Intyg"), *labels, *cells]), COURSES)[0].completed_on == date(
        2022, 9, 6
    )


@pytest.mark.parametrize("before", ["", "onsdag ", "Onsdagen den ", "ons ", "Visby den ", "ca "])
@pytest.mark.parametrize("label", ["Påbörjad", "Startdatum", "Utskriven", "Registrerad"])
def test_what_stands_before_a_day_in_its_cell_leaves_it_to_its_label(
    label: str, before: str
) -> None:
    rows = [
        ("Namn", "Kim Berg"),
        ("Kurs", "Webbkurs om våld"),
        ("Status", "Godkänd"),
        (label, f"{before}1 mars 2023"),
    ]
    completed = ("Avslutad", f"{before}12 april 2023")

    (begun,) = read(draw([*column("Intyg", top=760), *table(*rows)]), COURSES)
    (both,) = read(draw([*column("Intyg", top=760), *table(*rows, completed)]), COURSES)

    assert begun.completed_on is None
    assert both.completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Visby onsdagen den 12 april 2023",
        "Uppsala onsdag 2023-04-12",
        "Wednesday, 12 April 2023",
        "Slutförd tors. 12 april 2023",
    ],
)
def test_day_of_the_week_says_nothing(line: str) -> None:
    assert day(*TITLE, line) == date(2023, 4, 12)


def test_day_of_the_week_is_no_part_of_the_name_before_it() -> None:
    sentence = "Vi intygar att Kim Berg onsdag 12 april 2023 har fullföljt Webbkurs om våld."

    (reading,) = read(draw(column("Intyg", sentence)), COURSES)

    assert (reading.names, reading.completed_on) == (("Kim Berg",), date(2023, 4, 12))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Härmed intygas att Kim Berg har gått igenom samtliga",
            "avsnitt i ”Webbkurs om våld” och därmed slutfört",
            "utbildningen den 12 april 2023.",
        ),
        (
            "Det intygas att Kim Berg har fullgjort Webbkurs om våld, med sista dag den",
            "12 april 2023.",
        ),
        (
            "Kim Berg har deltagit i och fullgjort utbildningen",
            "Webbkurs om våld. Sista momentet blev klart",
            "2023-04-12.",
        ),
        (
            "has successfully completed the online course",
            "Webbkurs om våld, hela kursen",
            "on 2023-04-12",
        ),
    ],
)
def test_sentence_of_the_day_goes_on_over_lines(lines: tuple[str, ...]) -> None:
    assert close("Kim Berg", *lines, "Stockholm 2023-04-20") == date(2023, 4, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Enligt registret avslutade Kim Berg utbildningen ”Webbkurs om våld” 2023-04-12.",
        "Våren 2023 genomförde BERG, KIM Webbkurs om våld den 2023-04-12.",
    ],
)
def test_who_did_it_may_stand_behind_the_verb(line: str) -> None:
    assert day(line, "Datum 2023-04-20") == date(2023, 4, 12)


def test_another_course_behind_the_verb_is_not_who_did_it() -> None:
    lines = "Kim Berg avslutade Brandskydd 2023-04-12.", "Datum 2023-04-20"
    assert day("Intyg", *lines) != date(2023, 4, 12)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("Socialförvaltningen", "Datum 2023-05-14", "Beteckning SN 2023/88"), ()),
        (("Från: kurs@nck.example", "Till: Kim Berg", "Datum: 2023-05-14", "Ämne: Intyg"), ()),
        ((), ("Undertecknat av: Bo Ek", "Datum: 2023-05-14 11:20")),
        ((), ("Signerat av Bo Ek", "Datum 2023-05-14")),
    ],
)
def test_day_of_the_letter_or_the_signature_is_not_taken_before_another(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    page = column(*above, "Intyg", *TITLE, "2023-04-12", *below)

    assert read(draw(page), COURSES)[0].completed_on in (None, date(2023, 4, 12))


def test_only_day_of_a_letter_is_taken() -> None:
    page = column("Socialförvaltningen", "Datum 2023-04-12", "Intyg", *TITLE)

    assert read(draw(page), COURSES)[0].completed_on == date(2023, 4, 12)


@pytest.mark.parametrize("beside", ["Dnr 3.2-1070/2023", "Beteckning SN 2023/88", "Sida 1 (1)"])
def test_day_beside_the_number_of_a_letter_is_never_taken(beside: str) -> None:
    page = column("Socialstyrelsen", "Datum 2023-04-12", beside, "Intyg", *TITLE)

    assert read(draw(page), COURSES)[0].completed_on is None


def test_field_with_a_number_that_is_left_blank_makes_a_question() -> None:
    fields = "5 Utbildning", "Webbkurs om våld", "6 Utbildningen slutförd", "", "7 Utfärdat den"

    assert close("Kim Berg", *fields, "2023-04-20") is None


@pytest.mark.parametrize("whole", ["alla pass vid", "samtliga träffar i", "alla tillfällen av"])
def test_day_of_all_parts_is_that_of_the_course(whole: str) -> None:
    line = f"deltog i {whole} utbildningen Webbkurs om våld den 12 april 2023."

    assert day("Kim Berg", line, "Utfärdat 2023-04-20") == date(2023, 4, 12)


def test_day_of_one_part_is_not_that_of_the_course() -> None:
    assert day("Kim Berg", "Pass 1 avslutat 2023-03-12", "Kursen slutförd 2023-04-12") == date(
        2023, 4, 12
    )


@pytest.mark.parametrize("status", ["GENOMFÖRD", "SLUTFÖRD", "AVKLARAD"])
@pytest.mark.parametrize(
    ("holder", "below", "completed"),
    [
        ("Utfärdat till", (), date(2023, 4, 12)),
        ("Innehavare", (), date(2023, 4, 12)),
        ("INNEHAVARE", (), None),
        ("Utfärdat till", ("..........",), None),
        ("Utfärdat till", ("Kursledare",), None),
    ],
)
def test_stamp_in_capitals_has_a_place_of_its_own(
    status: str, holder: str, below: tuple[str, ...], completed: date | None
) -> None:
    lines = "Intyg", "Webbkurs om våld", holder, "Kim Berg", "Utfärdat den", "2023-04-12"
    page = [*column(*lines, x=250), *column(status, *below, top=715, x=60)]

    assert read(draw(page), COURSES)[0].completed_on == completed
