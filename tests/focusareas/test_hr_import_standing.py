"""What stands in the way of undoing an import is found, whatever it is, and told with a way to it.

Each world is read in twice: what came before the import that is undone is no part of it.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from focusareas import person_mergers, review, staffing
from focusareas.hr_import import run
from focusareas.hr_import.hindrances import Found
from focusareas.hr_import.undoing import reasons_against, undo
from focusareas.models import (
    Attendance,
    Certificate,
    Employment,
    ImportBatch,
    KeyPerson,
    Meeting,
    StaffMember,
    Unit,
    UnitManager,
    UnitPlacement,
    UnitTag,
    User,
)
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.focusareas.test_hr_import_undo import imported, reasons, state
from tests.workbooks import ON, make_workbook

pytestmark = pytest.mark.django_db
FIRST, LATER = date(2023, 1, 1), date(2023, 6, 1)
UNITS = [{"Enhetskod": "E1"}, {"Enhetskod": "E2"}]
ONE_DAY = timedelta(days=1)


def person(number: str = "1") -> StaffMember:
    return StaffMember.objects.get(employee_number=number)


def unit(code: str = "E1") -> Unit:
    return Unit.objects.get(code=code)


def merged(kept: str, gone: str) -> None:
    boss, people = make.make_user(is_administrator=True), (person(kept), person(gone))
    basis = person_mergers.joining(*people).basis
    person_mergers.merge(*people, basis=basis, today=LATER, by=boss)


def refused(batch: ImportBatch) -> str:
    """What is said when it is not undone, which changes nothing."""
    before = state()
    with pytest.raises(RefusedError) as refusal:
        undo(batch, by=None)
    assert state() == before
    return str(refusal.value)


# ------------------------------------------------- What would be put back on top of something


def test_employment_is_not_put_back_on_top_of_a_later_one() -> None:
    imported(*UNITS, people=[{}, {"Anställningsnummer": "2"}])
    batch = imported(*UNITS, people=[{"Anställningsnummer": "2"}])
    new = Employment(staff_member=person(), unit=unit(), first_day=LATER)
    staffing.employ(new, by=make.make_user())

    assert refused(batch) == (
        "Anställning för medarbetare 1 på enhet E1 gäller samma dagar som något som skulle "
        "läggas tillbaka."
    )


def test_employment_that_never_came_to_hold_is_not_put_back_on_top_of_another() -> None:
    imported(people=[{"Från": LATER}])
    batch = imported(people=[])
    make.make_employment(person(), unit(), first_day=LATER + ONE_DAY)

    assert "gäller samma dagar" in refused(batch)


def test_employment_that_was_there_and_is_made_longer_since_is_in_the_way_too() -> None:
    early, late = {"Till": date(2023, 12, 31)}, {"Från": date(2024, 1, 1)}
    imported(people=[early, late])
    batch = imported(people=[{"Till": date(2023, 4, 30)}, late])
    assert not reasons(batch)

    post = Employment.objects.get(last_day=None)
    post.first_day = LATER
    staffing.employ(post, by=make.make_user())

    assert "Anställning för medarbetare 1 på enhet E1 gäller samma dagar" in refused(batch)


def test_leave_is_not_put_back_on_top_of_a_later_one() -> None:
    imported(people=[{"Tjänstledig från": FIRST}])
    batch = imported(people=[{"Tjänstledig från": None}])
    make.make_absence(Employment.objects.get(), LATER)

    assert "Tjänstledighet för medarbetare 1 på enhet E1 gäller samma dagar" in refused(batch)


def test_duty_is_not_put_back_on_top_of_a_later_one() -> None:
    imported(people=[{}], key_persons=[{}])
    batch = imported(people=[{}], key_persons=[{"Till": date(2023, 3, 31)}])
    make.make_key_person(person(), unit(), first_day=LATER)

    assert "Nyckelperson för medarbetare 1 på enhet E1 gäller samma dagar" in refused(batch)


def test_tag_department_and_manager_are_not_put_back_on_top_of_others() -> None:
    before = {"Taggar": "natt", "Avdelning": "Norr", "Chef e-post": "eva@example.se"}
    after = {"Taggar": None, "Avdelning": "Söder", "Chef e-post": "kim@example.se"}
    imported(before, on=date(2023, 4, 1))
    batch = imported(after)
    unit().tags.add(UnitTag.objects.get())
    for model in (UnitPlacement, UnitManager):
        model.objects.filter(first_day=ON).delete()
    UnitPlacement.objects.create(unit=unit(), department=make.make_department(), first_day=LATER)
    make.make_unit_manager(make.make_user(), unit(), first_day=LATER)

    told = refused(batch)

    for kind in ("Tagg på", "Placering på", "Enhetschef för användare"):
        assert kind in told
    assert told.count("gäller samma dagar") == 3
    assert "finns inte längre" in told


def test_what_overlapped_before_the_import_may_do_so_again() -> None:
    rows = [{}, {"Från": date(2023, 3, 1)}]
    imported(people=rows)
    before = state()

    undo(imported(people=rows[:1]), by=None)

    assert state() == before


def test_rows_whose_person_has_become_another_are_told_of() -> None:
    imported(*UNITS, people=[{"Från": LATER}, {"Anställningsnummer": "2"}])
    batch = imported(*UNITS, people=[{"Anställningsnummer": "2"}])
    merged("2", "1")

    assert "Medarbetare 1 (nu 2) finns inte längre." in refused(batch)


# ------------------------------------------------- What was done by whom only the import let in


def certificate() -> None:
    make.make_certificate(person(), make.make_course(), unit("E2"), ON, approved_on=ON)


def attendance() -> None:
    meeting = Meeting.objects.create(activity=make.make_activity(), day=ON, theme="Våld")
    Attendance.objects.create(meeting=meeting, staff_member=person())


def login() -> None:
    make.make_user(staff_member=person())


DONE: list[tuple[Callable[[], None], str, bool]] = [
    (certificate, "Intyg för medarbetare 1 på enhet E2", True),
    (attendance, "Närvaro för medarbetare 1", False),
    (login, "Användare för medarbetare 1", False),
]


@pytest.mark.parametrize(("act", "words", "is_of_unit"), DONE)
@pytest.mark.parametrize("works_here_too", [False, True])
def test_what_somebody_did_whom_only_the_import_employs_is_named(
    act: Callable[[], None], words: str, is_of_unit: bool, works_here_too: bool
) -> None:
    imported(*UNITS, people=[{}] if works_here_too else [])
    if not works_here_too:
        make.make_staff_member(employee_number="1")
    batch = imported(*UNITS, people=[{}, {"Enhetskod": "E2"}])
    act()

    told = reasons(batch)

    assert (f"{words} har kommit till" in told) == (is_of_unit or not works_here_too)


def test_leave_within_what_the_import_added_is_named() -> None:
    imported(people=[{"Till": date(2023, 3, 31)}])
    batch = imported(people=[{}])
    make.make_absence(Employment.objects.get(), LATER)

    assert "Tjänstledighet för medarbetare 1 på enhet E1 har kommit till" in refused(batch)


def test_certificate_that_waited_and_was_approved_since_is_named() -> None:
    imported(*UNITS, people=[{}])
    waiting = make.make_certificate(person(), make.make_course(), unit("E2"), ON)
    batch = imported(*UNITS, people=[{}, {"Enhetskod": "E2"}])
    assert not reasons(batch)

    review.approve(waiting, by=make.make_user(is_development_lead=True), on=ON)

    assert "Intyg för medarbetare 1 på enhet E2 har kommit till" in refused(batch)


def test_certificate_that_was_approved_after_the_import_let_the_person_begin_is_named() -> None:
    imported(*UNITS, people=[{}])
    batch = imported(*UNITS, people=[{}, {"Enhetskod": "E2", "Från": ON}])
    make.make_certificate(person(), make.make_course(), unit("E2"), FIRST, approved_on=LATER)

    assert "Intyg för medarbetare 1 på enhet E2 har kommit till" in refused(batch)


def test_what_a_unit_did_that_only_the_import_opened_is_named() -> None:
    imported({"Stängd": date(2023, 3, 31)})
    batch = imported({})
    make.make_declaration(unit(), make.make_activity(), LATER)

    assert "på enhet E1 har kommit till" in refused(batch)


def test_what_was_there_before_or_could_be_so_all_the_same_is_no_hindrance() -> None:
    imported(*UNITS, people=[{}])
    certificate()
    attendance()
    make.make_key_person(person(), unit("E2"))
    before = state()
    batch = imported(*UNITS, people=[{}, {"Enhetskod": "E2"}])
    make.make_certificate(person(), make.make_course("annan"), unit("E1"), LATER)
    Certificate.objects.filter(course__code="annan").delete()

    make.make_key_person(person(), unit("E1"))
    assert not reasons(batch)
    KeyPerson.objects.filter(unit=unit("E1")).delete()

    undo(batch, by=None)
    before["focusareas.Course"] = state()["focusareas.Course"]
    assert state() == before


def test_login_that_the_import_made_and_that_has_been_used_is_named() -> None:
    batch = imported({"Chef e-post": "eva@example.se"})
    login = User.objects.get(email="eva@example.se")
    User.objects.update(last_login=timezone.now())

    (hindrance,) = reasons_against(batch, now=timezone.now())

    assert str(hindrance) == f"Användare {login.pk} har ändrats sedan dess."
    assert hindrance.rows[0].url == f"/users/{login.pk}/edit/"


def test_whom_the_import_made_and_who_has_become_another_is_named() -> None:
    imported(*UNITS, people=[{"Anställningsnummer": "2"}])
    batch = imported(*UNITS, people=[{}, {"Anställningsnummer": "2"}])
    merged("2", "1")

    assert "Medarbetare 1 (nu 2) finns inte längre." in refused(batch)


# ------------------------------------------------- Imports of other people


def own(number: str = "P-1", code: str = "OMS", **row: Any) -> ImportBatch:
    """The workbook of a provider's manager."""
    rows = [{"Anställningsnummer": number, "Enhetskod": code} | row]
    outcome = run(make_workbook([], rows), on=ON, own={code: unit(code)})
    assert outcome.saved, outcome.errors
    return ImportBatch.objects.latest("pk")


@pytest.mark.parametrize("first", ["the administration", "the provider"])
def test_imports_of_other_people_are_undone_in_any_order(first: str) -> None:
    make.make_unit("OMS", provider="Omsorgsbolaget AB")
    imported(people=[{}])
    before = state()
    batches = [imported(people=[{"Förnamn": "Jim"}, {"Anställningsnummer": "2"}]), own()]
    if first == "the provider":
        batches.reverse()

    for batch in batches:
        undo(batch, by=None)

    assert state() == before


@pytest.mark.parametrize("change", [{"Förnamn": "Jim"}, {"Befattning": "Chef"}, {"Från": LATER}])
def test_import_that_changed_somebody_who_is_in_a_later_one_waits_for_it(change: dict) -> None:
    oms = make.make_unit("OMS", provider="Omsorgsbolaget AB")
    imported(people=[{}])
    make.make_employment(person(), oms)
    batch = imported(people=[change])
    later = own("1", Från=make.LONG_AGO, Befattning="Vårdare", Förnamn="Kim", Efternamn="Berg 1")

    (hindrance,) = reasons_against(batch, now=timezone.now())

    assert "gäller samma personer eller enheter. Ångra den först." in str(hindrance)
    assert [row.url for row in hindrance.rows] == [f"/imports/{later.pk}/"]


def test_import_that_does_not_say_its_units_may_be_of_all() -> None:
    imported(people=[{}])
    batch = imported(people=[{"Förnamn": "Jim"}])
    later = imported({"Enhetskod": "E9"})
    assert not reasons(batch)
    journal = later.journal
    del journal["units"]
    later.save()

    assert "Ångra den först" in refused(batch)


def test_import_that_made_the_login_of_a_unit_in_a_later_one_waits_for_it() -> None:
    make.make_staff_member("Eva Ek", employee_number="9", email="eva@example.se")
    make.make_user("eva@example.se")
    imported({"Chef e-post": "eva@example.se"}, on=date(2023, 4, 1))
    User.objects.update(staff_member=None)
    batch = imported({"Chef e-post": "eva@example.se"})
    imported({"Enhetskod": "E9", "Chef e-post": "eva@example.se"})

    assert "Ångra den först" in refused(batch)


# ------------------------------------------------- How it is told


def test_many_are_told_of_by_ten(django_assert_max_num_queries: Any) -> None:
    people = [{"Anställningsnummer": str(number)} for number in range(101, 131)]
    batch = imported(people=people)
    course = make.make_course()
    for row in StaffMember.objects.all():
        make.make_certificate(row, course, unit(), ON)
    StaffMember.objects.update(email="x@example.se")

    with django_assert_max_num_queries(6):
        told = reasons_against(batch, now=timezone.now())

    changed, certificates = (it for it in told if it.rows[0].words[:4] in ("Meda", "Inty"))
    assert len(changed.rows) == len(certificates.rows) == 11
    assert str(changed).startswith("Medarbetare 101, medarbetare 102,")
    assert changed.rows[0].url == f"/people/{person('101').pk}/"
    assert certificates.rows[0].url == f"/certificates/{Certificate.objects.earliest('pk').pk}/"
    assert str(certificates).endswith("och fler har kommit till och bygger på den.")
    assert "".join(f"{before}{row.words}" for before, row in changed.pieces) in str(changed)


def test_thousands_are_told_of_all_the_same() -> None:
    StaffMember.objects.bulk_create(
        StaffMember(employee_number=str(number), given_name="Kim", family_name="Berg")
        for number in range(10_000, 12_000)
    )
    found = Found()
    for key in StaffMember.objects.values_list("pk", flat=True):
        found.add("har ändrats", StaffMember, [key])
        found.add_gone(Unit, [key])

    told = [str(it) for it in found.told()]

    assert told[0].startswith("Medarbetare 10000, medarbetare 10001,")
    assert told[1:] == ["2\xa0000\xa0enheter finns inte längre."]
