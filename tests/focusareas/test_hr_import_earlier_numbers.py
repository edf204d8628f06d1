"""A file that still lists a person twice, at one unit on the same days, with two numbers."""

from datetime import date
from typing import Any

import pytest

from focusareas import person_mergers
from focusareas.hr_import import Outcome
from focusareas.models import Absence, Employment, KeyPerson, StaffMember
from tests import factories as make
from tests.workbooks import imported, make_workbook, run_on

pytestmark = pytest.mark.django_db

Rows = list[dict[str, Any]]

ORDINARY, HEAD = "nyckelperson", "huvudnyckel"
JANUARY, MARCH, APRIL, MAY = (date(2023, month, 1) for month in (1, 3, 4, 5))
END_OF_JUNE = date(2023, 6, 30)


def under(number: str, first_day: date, last_day: date | None = None, **cells: Any) -> Any:
    days = {"Från": first_day, "Till": last_day}
    return {"Anställningsnummer": number, "Förnamn": "Eva", "Efternamn": "Ek"} | days | cells


def duty(number: str, first_day: date, last_day: date | None, role: str) -> Any:
    days = {"Från": first_day, "Till": last_day}
    return {"Anställningsnummer": number, "Roll": role} | days


# A leave that the other works through, and one that both are on for a while.
LEAVES = {"Tjänstledig från": MARCH, "Tjänstledig till": date(2023, 3, 31)}
PEOPLE: dict[str, Rows] = {
    "one into the other": [
        under("1", JANUARY, END_OF_JUNE, Befattning="Vårdare", **LEAVES),
        under("2", MARCH, Befattning="Chef"),
    ],
    "one within the other": [under("1", JANUARY), under("2", MARCH, APRIL)],
    "from the same day": [
        under("1", JANUARY, END_OF_JUNE, Befattning="Vårdare"),
        under("2", JANUARY, APRIL, Befattning="Chef"),
    ],
    "on leave in both": [
        under("1", JANUARY, END_OF_JUNE, **{"Tjänstledig från": MARCH}),
        under("2", MARCH, **{"Tjänstledig från": APRIL}),
    ],
    "three of which one is alone": [
        under("1", date(2020, 1, 1), date(2020, 12, 31)),
        under("1", JANUARY, END_OF_JUNE),
        under("2", MARCH),
    ],
}
DUTIES: dict[str, Rows] = {
    "head into ordinary": [
        duty("1", date(2022, 1, 1), None, HEAD),
        duty("2", MARCH, None, ORDINARY),
    ],
    "head within": [duty("1", JANUARY, None, ORDINARY), duty("2", MARCH, APRIL, HEAD)],
    "head from the same day": [
        duty("1", JANUARY, END_OF_JUNE, ORDINARY),
        duty("2", JANUARY, APRIL, HEAD),
    ],
}


@pytest.mark.parametrize("kept", ["1", "2"])
@pytest.mark.parametrize("case", PEOPLE)
def test_employments_of_same_file_stay_as_they_were_merged(case: str, kept: str) -> None:
    imported({}, people=PEOPLE[case])
    merged = merge(kept)
    before = [*Employment.objects.order_by("pk").values(), *Absence.objects.values()]

    outcome = imported({}, people=PEOPLE[case])

    assert [*Employment.objects.order_by("pk").values(), *Absence.objects.values()] == before
    assert outcome.people["unchanged"] == 1
    assert merged == StaffMember.objects.get()
    assert told_of(outcome, "Medarbetare") == ["1 och 2"]


@pytest.mark.parametrize("kept", ["1", "2"])
@pytest.mark.parametrize("case", DUTIES)
def test_duties_of_same_file_stay_as_they_were_merged(case: str, kept: str) -> None:
    sheets: Any = {
        "people": [under("1", JANUARY, APRIL), under("2", MAY)],
        "key_persons": DUTIES[case],
    }
    imported({}, **sheets)
    merge(kept)
    before = list(KeyPerson.objects.order_by("pk").values())

    outcome = imported({}, **sheets)

    assert list(KeyPerson.objects.order_by("pk").values()) == before
    assert (outcome.key_persons["unchanged"], outcome.key_persons["missing"]) == (len(before), 0)
    assert told_of(outcome, "Nyckelpersoner") == ["1 och 2"]
    assert told_of(outcome, "Medarbetare") == []


def test_two_rows_are_read_as_one_from_the_first_day_to_the_last() -> None:
    imported({}, people=PEOPLE["one into the other"], key_persons=DUTIES["head into ordinary"])
    merge("2")
    Employment.objects.all().delete()
    KeyPerson.objects.all().delete()

    outcome = imported(
        {}, people=PEOPLE["one into the other"], key_persons=DUTIES["head into ordinary"]
    )

    post, held = Employment.objects.get(), KeyPerson.objects.get()
    assert (post.first_day, post.last_day, post.title) == (JANUARY, None, "Chef")
    # The other row says that the person worked from the day the leave began.
    assert not Absence.objects.exists()
    assert (held.first_day, held.last_day) == (date(2022, 1, 1), None)
    assert held.role == KeyPerson.Role.HEAD_KEY_PERSON
    rows = [(found.sheet, found.row, found.column) for found in outcome.warnings]
    assert rows == [
        ("Medarbetare", 2, "Anställningsnummer"),
        ("Nyckelpersoner", 2, "Anställningsnummer"),
    ]


def test_days_in_the_wrong_order_are_still_an_error() -> None:
    people = [under("1", JANUARY), under("2", MAY)]
    imported({}, people=people)
    merge("2")
    duties = [duty("1", MAY, MARCH, HEAD), duty("2", MARCH, None, ORDINARY)]

    outcome = run_on(make_workbook(people=people, key_persons=duties))

    assert [(error.sheet, error.row) for error in outcome.errors] == [("Nyckelpersoner", 2)]


def merge(number: str) -> StaffMember:
    """The one with the number is kept."""
    kept = StaffMember.objects.get(employee_number=number)
    gone = StaffMember.objects.exclude(pk=kept.pk).get()
    basis, by = person_mergers.joining(kept, gone).basis, make.make_user(is_administrator=True)
    person_mergers.merge(kept, gone, basis=basis, today=date(2023, 5, 10), by=by)
    return kept


def told_of(outcome: Outcome, sheet: str) -> list[str]:
    """The numbers that the warnings say are one person's at one unit on the same days."""
    said = [found.message for found in outcome.warnings if found.sheet == sheet]
    return [words.partition("Anställningsnummer ")[2].partition(" är")[0] for words in said]
