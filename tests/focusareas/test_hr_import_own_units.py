"""The workbook of a provider's manager changes the own units' staff, and reaches nobody else's."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from focusareas import person_mergers
from focusareas.hr_import import Outcome, run
from focusareas.hr_import.undoing import undo
from focusareas.models import (
    EarlierNumber,
    Employment,
    ImportBatch,
    NameSpelling,
    StaffMember,
    Unit,
)
from tests import factories as make
from tests.factories import LONG_AGO
from tests.workbooks import ON, PERSON, add_sheet, make_workbook, places, saved

pytestmark = pytest.mark.django_db
ANNA = {"Förnamn": "Anna", "Efternamn": "Alm"}
BO = {"Förnamn": "Bo", "Efternamn": "Ek"}
NOBODY = {"Anställningsnummer": None}


@pytest.fixture
def oms() -> Unit:
    return make.make_unit("OMS", name="Omsorgsbolaget", provider="Omsorgsbolaget AB")


@pytest.fixture
def rival() -> Unit:
    return make.make_unit("RIV", name="Rivalen", provider="Rivalen AB")


def handed_in(*rows: Mapping[str, Any], own: Unit, others: tuple[Unit, ...] = (), **options: Any):
    """The outcome of a workbook with these people, handed in by the manager of the own units."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_sheet(workbook, "Medarbetare", PERSON | {"Enhetskod": own.code}, rows)
    units = {unit.code: unit for unit in (own, *others)}
    return run(saved(workbook), on=ON, own=units, **options)


def counted(outcome: Outcome) -> dict[str, int]:
    assert outcome.saved, outcome.errors
    return {name: count for name, count in outcome.people.items() if count}


def numbers() -> list[str]:
    return sorted(StaffMember.objects.values_list("employee_number", flat=True))


def test_number_that_is_a_formula_makes_nobody_new(oms: Unit) -> None:
    outcome = handed_in(ANNA | {"Anställningsnummer": "=A1", "E-post": "=B1"}, own=oms)

    assert places(outcome) == [("Medarbetare", 2, "Anställningsnummer")]
    assert "formel vars resultat inte finns" in outcome.errors[0].message


def test_people_without_a_number_get_one_and_are_known_by_name_the_next_time(oms: Unit) -> None:
    rows = ANNA | NOBODY, BO | NOBODY

    assert counted(handed_in(*rows, own=oms)) == {"new": 2}
    assert numbers() == ["P-OMS-1", "P-OMS-2"]

    again = handed_in(*rows, own=oms)
    assert counted(again) == {"unchanged": 2}
    assert again.batch_pk is None


def test_a_number_of_the_provider_s_own_is_nobody_else_s(oms: Unit, rival: Unit) -> None:
    """A number that HR or another provider uses too gives away no name and changes nobody."""
    hr = make.make_staff_member("Rut Rival", employee_number="1001", unit=rival)

    outcome = handed_in(ANNA | {"Anställningsnummer": "1001"}, own=oms)

    assert counted(outcome) == {"new": 1}
    assert numbers() == ["1001", "P-OMS:1001"]
    assert "Rut" not in repr(outcome)
    hr.refresh_from_db()
    assert (hr.full_name, hr.employments.count()) == ("Rut Rival", 1)
    for number in ("1001", "P-OMS:1001"):
        row = ANNA | {"Anställningsnummer": number}
        assert counted(handed_in(row, own=oms)) == {"unchanged": 1}


def test_same_number_at_two_own_units_is_one_person(oms: Unit) -> None:
    other = make.make_unit("OMS2", provider="Omsorgsbolaget AB")
    rows = [ANNA | {"Anställningsnummer": "7", "Enhetskod": code} for code in ("OMS", "OMS2")]

    assert counted(handed_in(*rows, own=oms, others=(other,))) == {"new": 1}
    assert counted(handed_in(*rows, own=oms, others=(other,))) == {"unchanged": 1}
    assert Employment.objects.count() == 2


@pytest.mark.parametrize("code", ["RIV", "HEMT", "XX"])
def test_row_about_another_unit_is_told_alike_whether_it_is_there(
    oms: Unit, rival: Unit, code: str
) -> None:
    make.make_unit("HEMT")

    outcome = handed_in(ANNA, BO | {"Enhetskod": code, "Anställningsnummer": "2"}, own=oms)

    assert places(outcome) == [("Medarbetare", 3, "Enhetskod")]
    assert f"Enhetskod {code} är inte en av dina enheter" in outcome.errors[0].message
    assert not StaffMember.objects.exists()


def test_whom_somebody_else_employs_too_keeps_the_name_and_the_work_there(
    oms: Unit, rival: Unit
) -> None:
    shared = make.make_staff_member("Kim Malm", employee_number="5", unit=oms, email="k@x.se")
    theirs = make.make_employment(shared, rival)
    row = {"Anställningsnummer": "5", "Förnamn": "Kim", "Efternamn": "Ny", "E-post": "ny@x.se"}

    outcome = handed_in(row | {"Befattning": "Chef", "Skyddad": "ja"}, own=oms)

    shared.refresh_from_db()
    assert (shared.full_name, shared.email, shared.is_protected) == ("Kim Malm", "k@x.se", False)
    assert ["bara ändras av administratören" in it.message for it in outcome.warnings] == [True]
    assert Employment.objects.get(pk=theirs.pk).last_day is None
    assert Employment.objects.filter(unit=oms, title="Chef").exists()


def test_who_is_missing_ends_when_asked_and_at_the_own_unit_only(oms: Unit, rival: Unit) -> None:
    shared = make.make_staff_member("Kim Malm", unit=oms)
    make.make_employment(shared, rival)
    make.make_staff_member("Rut Rival", unit=rival)

    asked = handed_in(ANNA, own=oms, save=False)
    assert (asked.people["missing"], asked.employed) == (1, 1)
    assert counted(handed_in(ANNA, own=oms, allow_leavers=True))["leavers"] == 1

    assert Employment.objects.get(staff_member=shared, unit=oms).last_day == date(2023, 4, 30)
    assert not Employment.objects.filter(unit=rival, last_day__isnull=False).exists()


def test_who_has_left_and_is_protected_is_known_neither_by_number_nor_by_name(oms: Unit) -> None:
    gone = make.make_staff_member("Åsa Gömd", employee_number="P-OMS-3", is_protected=True)
    make.make_employment(gone, oms, last_day=date(2023, 1, 31))

    rows = ANNA | {"Anställningsnummer": "P-OMS-3"}, {"Förnamn": "Åsa", "Efternamn": "Gömd"}
    outcome = handed_in(rows[0], rows[1] | NOBODY, own=oms)

    assert counted(outcome) == {"new": 2}
    gone.refresh_from_db()
    assert (gone.full_name, gone.employments.count()) == ("Åsa Gömd", 1)


def test_the_whole_workbook_is_taken_and_changes_no_unit(oms: Unit) -> None:
    units = [{"Enhetskod": "OMS", "Enhet": "Bytt", "Driftform": "egen", "Avdelning": "Annan"}]
    people = [ANNA | {"Enhetskod": "OMS"}]
    duties = [{"Enhetskod": "OMS"}]

    outcome = run(make_workbook(units, people, duties), on=ON, own={"OMS": oms})

    assert counted(outcome) == {"new": 1}
    assert ["Bladet läses inte" in it.message for it in outcome.warnings] == [True]
    oms.refresh_from_db()
    assert (oms.name, oms.operation) == ("Omsorgsbolaget", Unit.Operation.CONTRACTED)
    foreign = run(make_workbook([{"Enhetskod": "RIV"}], []), on=ON, own={"OMS": oms})
    assert places(foreign) == [("Enheter", 2, "Enhetskod")]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([ANNA | NOBODY, ANNA | NOBODY], ("Medarbetare", 3, "Anställningsnummer")),
        ([ANNA, ANNA | NOBODY], ("Medarbetare", 3, "Anställningsnummer")),
        (
            [ANNA | {"Anställningsnummer": "19800101-1234"}],
            ("Medarbetare", 2, "Anställningsnummer"),
        ),
        ([ANNA | {"Anställningsnummer": "1" * 48}], ("Medarbetare", 2, "Anställningsnummer")),
        ([BO | NOBODY], ("Medarbetare", 2, "Anställningsnummer")),
        ([ANNA | {"Förnamn": None}], ("Medarbetare", 2, "Förnamn")),
    ],
)
def test_what_cannot_be_told_is_asked_about(oms: Unit, rows: list[dict], place: tuple) -> None:
    for _ in range(2):
        make.make_staff_member("Bo Ek", unit=oms)

    outcome = handed_in(*rows, own=oms)

    assert places(outcome) == [place]
    assert Employment.objects.count() == 2


def test_administrator_undoes_it(oms: Unit) -> None:
    make.make_staff_member("Kim Malm", employee_number="P-OMS-1", unit=oms)
    before = list(Employment.objects.values()), list(StaffMember.objects.values())
    outcome = handed_in(ANNA | NOBODY, own=oms, allow_leavers=True)
    assert (list(Employment.objects.values()), list(StaffMember.objects.values())) != before

    undo(ImportBatch.objects.get(pk=outcome.batch_pk), by=make.make_user(is_administrator=True))

    assert (list(Employment.objects.values()), list(StaffMember.objects.values())) == before


def test_import_of_the_administration_leaves_contracted_units_alone_that_it_does_not_list(
    oms: Unit,
) -> None:
    make.make_staff_member("Kim Malm", employee_number="P-OMS-1", unit=oms)
    before = list(Employment.objects.values()), list(Unit.objects.values())

    outcome = run(make_workbook([{}], [{}]), on=ON, allow_leavers=True)

    assert counted(outcome) == {"new": 1}
    assert list(Employment.objects.filter(unit=oms).values()) == before[0]
    assert list(Unit.objects.filter(pk=oms.pk).values()) == before[1]


def merged(kept: StaffMember, gone: StaffMember) -> None:
    basis = person_mergers.joining(kept, gone).basis
    boss = make.make_user(is_administrator=True)
    person_mergers.merge(kept, gone, basis=basis, today=ON, by=boss)


def test_number_that_somebody_had_is_given_to_nobody_else(oms: Unit) -> None:
    handed_in(ANNA | NOBODY, BO | NOBODY, own=oms)
    anna, bo = StaffMember.objects.order_by("employee_number")
    merged(anna, bo)

    handed_in(ANNA | NOBODY, {"Förnamn": "Cia", "Efternamn": "Al"} | NOBODY, own=oms)

    assert numbers() == ["P-OMS-1", "P-OMS-3"]


def test_row_under_an_earlier_number_brings_back_no_days_that_were_joined(oms: Unit) -> None:
    rows = (
        ANNA | {"Anställningsnummer": "7", "Till": date(2023, 6, 30)},
        ANNA | {"Anställningsnummer": "8", "Från": date(2023, 3, 1)},
    )
    handed_in(*rows, own=oms)
    anna, gone = StaffMember.objects.order_by("-employee_number")
    merged(anna, gone)
    before = list(Employment.objects.values())

    again = handed_in(*rows, own=oms)

    assert counted(again) == {"unchanged": 1}
    assert list(Employment.objects.values()) == before
    told = "Anställningsnummer 7 och P-OMS:8 är samma person"
    assert [it.row for it in again.warnings if told in it.message] == [2]


def test_number_of_today_goes_before_one_that_somebody_had(oms: Unit) -> None:
    anna = make.make_staff_member("Anna Alm", employee_number="P-OMS-1", unit=oms)
    make.make_staff_member("Bo Ek", employee_number="P-OMS-2", unit=oms)
    EarlierNumber.objects.create(staff_member=anna, number="P-OMS-2")

    handed_in(BO | {"Anställningsnummer": "P-OMS-2"}, own=oms)

    anna.refresh_from_db()
    assert anna.full_name == "Anna Alm"


def test_row_under_an_earlier_number_names_nobody(oms: Unit) -> None:
    anna = make.make_staff_member("Anna Alm", employee_number="P-OMS-1", unit=oms)
    EarlierNumber.objects.create(staff_member=anna, number="P-OMS-2")

    outcome = handed_in(BO | {"Anställningsnummer": "P-OMS-2", "Befattning": "Chef"}, own=oms)

    assert outcome.saved
    assert StaffMember.objects.get().full_name == "Anna Alm"
    assert anna.employments.filter(title="Chef").exists()


@pytest.mark.parametrize("asked", ["7", "8"])
@pytest.mark.parametrize(("protected", "elsewhere"), [(True, False), (True, True), (False, True)])
def test_number_of_somebody_who_is_not_theirs_is_refused_and_names_nobody(
    oms: Unit, rival: Unit, asked: str, protected: bool, elsewhere: bool
) -> None:
    """One who has left and is protected, or who works at somebody else's alone."""
    gone = make.make_staff_member("Åsa Gömd", employee_number="P-OMS:7", is_protected=protected)
    EarlierNumber.objects.create(staff_member=gone, number="P-OMS:8")
    if protected:
        make.make_employment(gone, oms, last_day=date(2023, 1, 31))
    if elsewhere:
        make.make_employment(gone, rival)

    outcome = handed_in(ANNA | {"Anställningsnummer": asked}, own=oms)

    assert places(outcome) == [("Medarbetare", 2, "Anställningsnummer")]
    assert outcome.errors[0].message.startswith("Numret går inte att använda.")
    assert "Gömd" not in repr(outcome)
    gone.refresh_from_db()
    assert gone.full_name == "Åsa Gömd"


def test_address_in_the_workbook_is_not_read(oms: Unit) -> None:
    kim = make.make_staff_member("Kim Malm", employee_number="1", unit=oms, email="k@x.se")
    row = {"Anställningsnummer": "1", "Förnamn": "Kim", "Efternamn": "Malm", "Från": LONG_AGO}

    outcome = handed_in(row | {"E-post": "chef@x.se"}, ANNA | NOBODY | {"E-post": "inte"}, own=oms)

    assert counted(outcome) == {"new": 1, "unchanged": 1}
    kim.refresh_from_db()
    assert kim.email == "k@x.se"
    assert not StaffMember.objects.filter(given_name="Anna").exclude(email="").exists()


def test_same_number_at_two_own_units_under_two_names_is_asked_about(oms: Unit) -> None:
    other = make.make_unit("OMS2", provider="Omsorgsbolaget AB")
    handed_in(ANNA | {"Anställningsnummer": "7"}, own=oms)
    row = {"Anställningsnummer": "7", "Enhetskod": "OMS2"}

    outcome = handed_in(BO | row, own=oms, others=(other,))

    assert places(outcome) == [("Medarbetare", 2, "Anställningsnummer")]
    assert "heter något annat" in outcome.errors[0].message
    assert StaffMember.objects.get().full_name == "Anna Alm"
    assert counted(handed_in(ANNA | row, own=oms, others=(other,))) == {"changed": 1}
    assert StaffMember.objects.count() == 1


@pytest.mark.parametrize("other", ["P-OMS:1001", "gammalt"])
def test_same_person_and_day_under_two_numbers_is_an_error(oms: Unit, other: str) -> None:
    anna = make.make_staff_member("Anna Alm", employee_number="P-OMS:1001", unit=oms)
    EarlierNumber.objects.create(staff_member=anna, number="gammalt")

    outcome = handed_in(*(ANNA | {"Anställningsnummer": it} for it in ("1001", other)), own=oms)

    assert places(outcome) == [("Medarbetare", 3, "Anställningsnummer")]
    assert "Samma person och dag står på rad 2" in outcome.errors[0].message


def test_namesake_of_somebody_who_has_left_is_told_of(oms: Unit) -> None:
    gone = make.make_staff_member("Bo Ek", employee_number="P-OMS-1")
    make.make_employment(gone, oms, last_day=date(2023, 1, 31))

    outcome = handed_in(ANNA | NOBODY, BO | NOBODY, own=oms)

    assert ["P-OMS-1, som har slutat" in it.message for it in outcome.warnings] == [True]
    assert handed_in(ANNA | NOBODY, BO | NOBODY, own=oms).warnings == []


def test_own_number_that_somebody_had_before_renames_nobody(oms: Unit) -> None:
    """A number of the provider's own may be used anew: then it is for somebody to say whose."""
    anna = make.make_staff_member("Anna Alm", employee_number="P-OMS-1", unit=oms)
    EarlierNumber.objects.create(staff_member=anna, number="P-OMS:7")
    NameSpelling.objects.create(staff_member=anna, spelling="Anna Ek")
    row = {"Anställningsnummer": "7", "Från": LONG_AGO}

    other = handed_in(BO | row, own=oms)
    earlier = handed_in({"Förnamn": "Anna", "Efternamn": "Ek", "Befattning": "Chef"} | row, own=oms)

    assert "heter något annat" in other.errors[0].message
    assert counted(earlier) == {"changed": 1}
    assert StaffMember.objects.get().full_name == "Anna Alm"


def test_numbers_of_a_long_code_fit_are_told_apart_and_known_again() -> None:
    codes = ["O" * 49 + end for end in "AB"]
    own, other = (make.make_unit(code, provider="Omsorgsbolaget AB") for code in codes)
    rows = ANNA | NOBODY, BO | {"Anställningsnummer": "7" * 17}
    at_other = [row | {"Enhetskod": other.code, "Efternamn": "Öst"} for row in rows]

    outcome = handed_in(*rows, *at_other[:1], own=own, others=(other,))

    assert counted(outcome) == {"new": 3}
    assert len(numbers()) == 3
    assert max(map(len, numbers())) <= 50
    assert counted(handed_in(*rows, *at_other[:1], own=own, others=(other,))) == {"unchanged": 3}
    as_listed = [
        {
            "Anställningsnummer": person.employee_number,
            "Förnamn": person.given_name,
            "Efternamn": person.family_name,
        }
        for person in StaffMember.objects.filter(employments__unit=own)
    ]
    assert counted(handed_in(*as_listed, own=own)) == {"unchanged": 2}


@pytest.mark.parametrize("number", ["P-OMS-1", None])
@pytest.mark.parametrize("first_day", [LONG_AGO, date(2023, 4, 1)])
def test_who_has_gone_elsewhere_is_not_brought_back(
    oms: Unit, rival: Unit, number: str | None, first_day: date
) -> None:
    """Else the unit would see what came of the person since."""
    gone = make.make_staff_member("Bo Ek", employee_number="P-OMS-1")
    make.make_employment(gone, oms, last_day=date(2023, 1, 31))
    make.make_employment(gone, rival, first_day=date(2023, 2, 1))
    row = BO | {"Anställningsnummer": number}

    outcome = handed_in(row | {"Från": first_day}, own=oms)
    as_it_was = handed_in(row | {"Från": LONG_AGO, "Till": date(2023, 1, 31)}, own=oms)
    another = handed_in(BO | {"Anställningsnummer": "9"}, own=oms)

    assert places(outcome) == [("Medarbetare", 2, "Anställningsnummer")]
    assert "bara administratören kan anställa" in outcome.errors[0].message
    assert (counted(as_it_was), counted(another)) == ({"unchanged": 1}, {"new": 1})
    assert gone.employments.filter(unit=oms).get().last_day == date(2023, 1, 31)
