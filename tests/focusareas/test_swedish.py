from datetime import date
from decimal import Decimal

import pytest

from focusareas.figure import Figure
from focusareas.models import Activity, Deadline
from focusareas.templatetags import swedish

Measure = Activity.Measure
NBSP = "\u00a0"


def figure(measure: str = Measure.STAFF_CERTIFICATE, **values: object) -> Figure:
    defaults = {
        "measure": Measure(measure),
        "day": date(2023, 4, 30),
        "starts_on": date(2022, 1, 1),
        "deadline": date(2023, 6, 30),
        "expected": 40,
        "done": 31,
    }
    return Figure(**defaults | values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, ""),
        (0, f"0{NBSP}%"),
        (0.0004, f"under{NBSP}1{NBSP}%"),
        (0.775, f"78{NBSP}%"),
        (0.9995, f"över{NBSP}99{NBSP}%"),
        (1, f"100{NBSP}%"),
    ],
)
def test_percent_is_never_nothing_or_all_when_it_is_not(share: float | None, text: str) -> None:
    assert swedish.percent(share) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (61, f"61{NBSP}dagar kvar"),
        (1, f"1{NBSP}dag kvar"),
        (0, "i dag"),
        (-1, f"1{NBSP}dag sedan"),
        (-1200, f"1{NBSP}200{NBSP}dagar sedan"),
        (None, ""),
    ],
)
def test_days_left_in_words(count: int | None, text: str) -> None:
    assert swedish.days_left(count) == text


def test_length_in_svg_has_a_decimal_point() -> None:
    assert swedish.svg_length(0.05337) == "5.34%"
    assert swedish.svg_length(None) == "0.00%"


def test_day_in_a_table_is_marked_up_as_a_day() -> None:
    assert swedish.iso_date(date(2023, 6, 3)) == '<time datetime="2023-06-03">2023-06-03</time>'
    assert swedish.iso_date(None) == ""


def test_day_and_month_without_the_year() -> None:
    assert swedish.day_and_month(date(2023, 4, 30)) == f"30{NBSP}april"


def test_number_goes_with_its_noun() -> None:
    assert swedish.counted(1, "enhet,enheter") == f"1{NBSP}enhet"
    assert swedish.counted(1930, "enhet,enheter") == f"1{NBSP}930{NBSP}enheter"


def test_deadline_stands_as_it_was_written() -> None:
    autumn = Deadline(day=date(2022, 12, 31), written="hösten 2022")
    after_another = Deadline(day=None, written="när förslaget är klart")

    assert swedish.as_written(autumn) == "hösten 2022"
    assert swedish.as_written(after_another) == "när förslaget är klart"


def test_deadline_without_words_is_its_day() -> None:
    assert swedish.as_written(Deadline(day=date(2023, 6, 30))) == "2023-06-30"
    assert swedish.as_written(Deadline(day=None)) == "inget slutdatum"
    assert swedish.as_written(None) == "inget slutdatum"


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (figure(), "31 av 40"),
        (figure(expected=1930, done=103), f"103 av 1{NBSP}930"),
        (figure(expected=0, done=0), "–"),
        (figure(Measure.INDICATOR, expected=None, done=0), "Inget värde"),
        (figure(Measure.INDICATOR, expected=None, done=0, begun=True), "0"),
        (figure(Measure.INDICATOR, expected=None, done=Decimal("2.5"), begun=True), "2,5"),
        (figure(Measure.MILESTONE, expected=1, done=0), "Inte klar"),
        (figure(Measure.MILESTONE, expected=1, done=0, begun=True), "Pågår"),
        (figure(Measure.MILESTONE, expected=1, done=1), "Klar"),
        (figure(Measure.MILESTONE, expected=2, done=1), "1 av 2"),
    ],
)
def test_figure_is_said_as_done_of_expected(shown: Figure, text: str) -> None:
    assert swedish.done_of_expected(shown) == text


def test_words_after_the_figure_say_what_is_done() -> None:
    assert swedish.what_is_done(figure()) == "medarbetare har ett godkänt intyg"
    assert swedish.what_is_done(figure(Measure.MILESTONE, expected=1, done=0)) == ""


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_its_words(measure: Measure) -> None:
    assert swedish.what_is_done(figure(measure))


def test_one_unit_is_a_word_and_not_a_count() -> None:
    assert swedish.unit_word(figure(Measure.UNIT_ROUTINE, expected=1, done=0)) == "Inte bekräftad"
    assert (
        swedish.unit_word(figure(Measure.UNIT_KEY_PERSON, expected=1, done=1)) == "Har nyckelperson"
    )
    assert swedish.unit_word(figure()) == "31 av 40"


def test_what_only_waits_for_review_is_not_called_late() -> None:
    waiting = figure(received=9, day=date(2023, 7, 10))

    assert swedish.status_word(waiting) == "Inväntar granskning"
    assert swedish.status_shape(waiting) == "awaiting_review"


def test_what_lacks_something_after_the_deadline_is_late() -> None:
    late = figure(received=8, day=date(2023, 7, 10))

    assert swedish.status_word(late) == "Försenat"
    assert swedish.status_shape(late) == "overdue"


def test_striped_part_of_the_bar_ends_where_all_that_came_in_ends() -> None:
    assert swedish.in_share(figure(done=20, received=10)) == 0.75
    assert swedish.in_share(figure(expected=0, done=0)) == 0


def test_amount_in_kronor() -> None:
    assert swedish.amount(Decimal("500.00")) == f"500{NBSP}kronor"
