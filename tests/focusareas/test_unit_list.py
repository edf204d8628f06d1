"""Which units a filter leaves, in what order, and how that stands in an address."""

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pytest
from django.http import QueryDict

from focusareas.completion import UnitFigure
from focusareas.evidence import UnitOnDay
from focusareas.figure import Figure
from focusareas.forms.unit_filter import UnitFilterForm
from focusareas.models import Activity
from focusareas.unit_facts import FormerName
from focusareas.unit_list import UnitFilter, address, cells_of, columns_of, count_statuses

Measure = Activity.Measure
numbers = count(1)


def unit(name: str, done: int = 0, expected: int = 10, **fields: Any) -> UnitFigure:
    """A unit's figure 61 days before its deadline; what is not said is plain."""
    given = {"received": 0, "declared": False, "duty": "obliged", "operation": "own"}
    given |= {"provider": "", "department_pk": 1, "department": "Äldreomsorg"} | fields
    measure = Measure(given.get("measure", Measure.STAFF_CERTIFICATE))
    days = date(2023, 4, 30), date(2022, 1, 1), given.get("deadline", date(2023, 6, 30))
    place = given["operation"], given["provider"], given["department_pk"], given["department"]
    return UnitFigure(
        UnitOnDay(next(numbers), f"K{name[0]}", name, *place, frozenset()),
        given["duty"],
        Figure(measure, *days, expected, done, given["received"]),
        given["declared"],
    )


# As a page gives them: furthest behind first.
ROWS = [
    unit("Norr", 0, declared=True),
    unit("Åsa hemtjänst", 2),
    unit("Bo & Stöd", 5, 20, operation="contracted", provider="Café Omsorg AB", department_pk=2),
    unit("Ängens säbo", 10),
    unit("Öster", 9, received=1, department_pk=None, department=""),
]


def names(**choice: str) -> list[str]:
    return [row.unit.name for row in UnitFilter(**choice).select(ROWS)]


def test_everything_is_listed_furthest_behind_first() -> None:
    assert names() == ["Norr", "Åsa hemtjänst", "Bo & Stöd", "Ängens säbo", "Öster"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("asa", ["Åsa hemtjänst"]),
        ("ÄNGEN", ["Ängens säbo"]),
        ("hemtjanst asa", ["Åsa hemtjänst"]),
        ("cafe", ["Bo & Stöd"]),
        ("kö", ["Öster"]),
        ("finns inte", []),
        ("%", ["Norr", "Åsa hemtjänst", "Bo & Stöd", "Ängens säbo", "Öster"]),
    ],
)
def test_search_finds_name_code_and_provider_without_marks(text: str, found: list[str]) -> None:
    assert names(search=text) == found


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"operation": "contracted"}, ["Bo & Stöd"]),
        ({"department": "2"}, ["Bo & Stöd"]),
        ({"department": "0"}, ["Öster"]),
        ({"status": "done"}, ["Ängens säbo"]),
        ({"status": "awaiting_review"}, ["Öster"]),
        ({"status": "waiting"}, ["Öster"]),
        ({"status": "declared"}, ["Norr"]),
        ({"status": "at_risk"}, ["Norr", "Åsa hemtjänst", "Bo & Stöd"]),
        ({"status": "at_risk", "department": "1", "search": "a"}, ["Åsa hemtjänst"]),
    ],
)
def test_filter_leaves_the_units_that_fit_all_of_it(
    choice: dict[str, str], found: list[str]
) -> None:
    assert names(**choice) == found


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("behind", ["Norr", "Åsa hemtjänst"]),
        ("name", ["Bo & Stöd", "Norr", "Åsa hemtjänst", "Ängens säbo", "Öster"]),
        ("done", ["Ängens säbo", "Öster", "Bo & Stöd"]),
        ("missing", ["Bo & Stöd", "Norr", "Åsa hemtjänst"]),
    ],
)
def test_order_is_the_one_asked_for(sort: str, first: list[str]) -> None:
    assert names(sort=sort)[: len(first)] == first


def test_address_holds_only_what_was_chosen() -> None:
    assert UnitFilter().chosen == {}
    chosen = UnitFilter(search="Åsa & Bo", sort="name").chosen
    assert address({"day": "2023-04-30"} | chosen) == (
        "?day=2023-04-30&search=%C3%85sa+%26+Bo&sort=name"
    )


def test_order_alone_leaves_nothing_out() -> None:
    assert not UnitFilter(sort="name").narrows
    assert UnitFilter(status="done").narrows


def test_units_are_counted_by_where_they_stand_within_the_rest_of_the_filter() -> None:
    chosen = UnitFilter(department="1", status="done")

    counts = count_statuses(ROWS, chosen, {"day": "2023-04-30"})

    assert [(row.label, row.count, row.is_chosen) for row in counts] == [
        ("Risk för försening", 2, False),
        ("Klart", 1, True),
        ("Säger sig vara klara", 1, False),
    ]
    assert counts[0].query == "?day=2023-04-30&department=1&status=at_risk"


def form(query: str, rows: list[UnitFigure] = ROWS) -> UnitFilterForm:
    return UnitFilterForm(QueryDict(query), rows=rows)


@pytest.mark.parametrize(
    "query", ["status=nonsense", "department=99", "sort=%00", "search=%00", "operation=x&page=y"]
)
def test_what_is_not_understood_is_left_aside(query: str) -> None:
    assert form(query).chosen() == UnitFilter()


def test_good_part_of_an_address_holds_though_another_is_bad() -> None:
    assert form("status=done&department=abc").chosen() == UnitFilter(status="done")


def test_choice_that_is_not_there_is_pointed_out() -> None:
    filled = form("department=99")

    filled.chosen()
    assert filled.errors == {"department": ["Valet finns inte. Alla visas."]}


def test_departments_are_offered_by_name_and_those_in_none_last() -> None:
    rows = [*ROWS, unit("Barn", department_pk=3, department="Åtta")]
    choices: Any = form("", rows).fields["department"]

    named = [name for _, name in choices.choices]
    assert (named[0], named[-1]) == ("Alla", "Utan avdelning")


def test_choice_that_every_unit_shares_is_not_asked_for() -> None:
    assert list(form("", [unit("Norr"), unit("Söder")]).fields) == ["search", "status", "sort"]


def test_filter_is_told_in_words() -> None:
    chosen = form("department=2&status=at_risk&search=bo&sort=name")

    assert chosen.in_words(chosen.chosen()) == (
        "Sök enhet: bo. Avdelning: Äldreomsorg. Läge: Risk för försening. Ordning: Namn"
    )


@pytest.mark.parametrize("measure", [Measure.STAFF_CERTIFICATE, Measure.UNIT_ROUTINE])
def test_workbook_has_a_cell_for_every_column(measure: Activity.Measure) -> None:
    row = unit("Norr", 0, 1, measure=measure, duty="invited", declared=True)

    cells = dict(zip([c.header for c in columns_of(measure)], cells_of(row), strict=True))

    assert cells["Enhet"] == "Norr"
    assert cells["Driftform"] == "egen regi"
    assert cells["Inbjuden"] == cells["Säger sig vara klar"] == "ja"
    assert cells["Klart"] == (0 if measure.counts_people else "Inte bekräftad")


def test_unit_is_found_by_the_name_it_had() -> None:
    row = unit("Liljan")
    renamed = replace(
        row, unit=replace(row.unit, former_names=(FormerName("Ängen", date(2022, 1, 1)),))
    )

    assert UnitFilter(search="angen").select([*ROWS, renamed]) == [ROWS[3], renamed]
