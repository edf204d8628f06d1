"""Two rows that are one person become one, with all that either had; nothing is counted twice."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from focusareas import (
    completion,
    double_certificates,
    lookalikes,
    person_mergers,
    reimbursement,
    trace,
)
from focusareas.models import (
    Attendance,
    AuditEvent,
    Certificate,
    EarlierNumber,
    Employment,
    KeyPerson,
    Meeting,
    NameSpelling,
    PeopleApart,
    StaffMember,
    Unit,
    User,
)
from focusareas.models.audit import record
from focusareas.naming import Names
from focusareas.people_search import search
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.workbooks import imported, make_workbook, run_on

pytestmark = pytest.mark.django_db

TODAY = date(2023, 5, 15)
APRIL, MAY = date(2023, 4, 30), date(2023, 5, 1)
MARCH_1, MARCH_2 = date(2023, 3, 1), date(2023, 3, 2)


@pytest.fixture
def gone(unit: Unit) -> StaffMember:
    return make.make_staff_member("Eva Ek", unit=unit, last_day=APRIL, employee_number="1")


@pytest.fixture
def kept(unit: Unit) -> StaffMember:
    return make.make_staff_member("Eva Al", unit=unit, first_day=MAY, employee_number="2")


def merge(kept: StaffMember, gone: StaffMember, by: User) -> StaffMember:
    basis = person_mergers.joining(kept, gone).basis
    person_mergers.merge(kept, gone, basis=basis, today=TODAY, by=by)
    return StaffMember.objects.get(pk=kept.pk)


def test_everything_follows(kept: StaffMember, gone: StaffMember, unit: Unit, boss: User) -> None:
    certificate = make.make_certificate(gone, make.make_course(), unit, MARCH_1)
    duty = make.make_key_person(gone, unit)
    meeting = Meeting.objects.create(activity=make.make_activity(), day=MARCH_1, theme="Våld")
    attendance = Attendance.objects.create(meeting=meeting, staff_member=gone)
    NameSpelling.objects.create(staff_member=gone, spelling="Eva-Lena Ek")
    login = make.make_user(staff_member=gone)

    person = merge(kept, gone, boss)

    assert StaffMember.objects.get() == person
    for row in (certificate, duty, attendance, login):
        row.refresh_from_db()
        assert row.staff_member == person
    assert person.employments.count() == 2
    assert {spelling.spelling for spelling in person.spellings.all()} == {"Eva-Lena Ek", "Eva Ek"}
    assert EarlierNumber.objects.get().number == "1"


def test_person_is_counted_once_and_done(kept, gone, unit: Unit, boss: User) -> None:
    course = make.make_course()
    make.make_activity("1.2", courses=(course,))
    make.make_certificate(gone, course, unit, MARCH_1, approved_on=MARCH_2)

    merge(kept, gone, boss)

    for on in (APRIL, MAY):
        total = completion.for_plan(make.make_plan(), on=on).activity("1.2").total
        assert (total.expected, total.done) == (1, 1)
    assert AuditEvent.objects.latest("pk").changes_from == MAY


def test_what_both_had_is_had_once(kept, gone, unit: Unit, boss: User) -> None:
    other = make.make_employment(kept, unit, title="Chef")
    make.make_absence(other, date(2023, 1, 1), date(2023, 1, 31))
    make.make_absence(gone.employments.get(), date(2023, 1, 20), date(2023, 2, 10))
    for person, last_day in ((kept, MARCH_1), (gone, None)):
        make.make_key_person(person, unit, last_day=last_day)
    meeting = Meeting.objects.create(activity=make.make_activity(), day=MARCH_1, theme="Våld")
    for person in (kept, gone):
        Attendance.objects.create(meeting=meeting, staff_member=person)

    merge(kept, gone, boss)

    other.refresh_from_db()
    assert (other.title, other.last_day) == ("Chef", None)
    # At work in one of them but for these days.
    assert [(row.first_day, row.last_day) for row in other.absences.all()] == [
        (date(2023, 1, 20), date(2023, 1, 31))
    ]
    assert KeyPerson.objects.get().last_day is None
    assert Attendance.objects.count() == 1


def test_overlapping_employments_at_a_unit_become_one(kept, gone, unit: Unit, boss: User) -> None:
    """The person may not be employed twice at a unit on a day; elsewhere nothing is touched."""
    long, later = gone.employments.get(), kept.employments.get()
    Employment.objects.filter(pk=long.pk).update(last_day=date(2023, 5, 31), title="Vårdare")
    Employment.objects.filter(pk=later.pk).update(title="Chef")
    make.make_absence(long, date(2023, 4, 15))
    make.make_absence(later, date(2023, 5, 10), date(2023, 6, 10))
    elsewhere = make.make_employment(gone, make.make_unit("E2"))

    person = merge(kept, gone, boss)

    both = person.employments.get(unit=unit)
    assert (both.first_day, both.last_day, both.title) == (make.LONG_AGO, None, "Chef")
    assert [(row.first_day, row.last_day) for row in both.absences.order_by("first_day")] == [
        (date(2023, 4, 15), APRIL),
        (date(2023, 5, 10), date(2023, 6, 10)),
    ]
    assert person.employments.exclude(unit=unit).get() == elsewhere


def test_who_was_told_apart_from_either_stays_so(kept, gone, boss: User) -> None:
    before, after = make.make_staff_member("Eva Ek"), make.make_staff_member("Eva Ek")
    for other in (before, after, kept):
        lookalikes.tell_apart(other, gone, by=boss)
    lookalikes.tell_apart(kept, after, by=boss)

    merge(kept, gone, boss)

    pairs = {frozenset(pair) for pair in PeopleApart.objects.values_list("first", "second")}
    assert pairs == {frozenset({kept.pk, other.pk}) for other in (before, after)}


def test_what_is_tied_to_the_one_who_goes_just_now_stops_it(
    kept, gone, unit: Unit, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hand_in(*_: object, **__: object) -> None:
        make.make_certificate(gone, make.make_course(), unit, MARCH_1)

    monkeypatch.setattr(person_mergers, "_join_logins", hand_in)

    with pytest.raises(RefusedError, match="har ändrats"):
        merge(kept, gone, boss)

    assert kept.employments.count() == gone.employments.count() == 1


CASES = {
    "approved before waiting": ({}, {"approved_on": MARCH_2}, "gone", "returned"),
    "the first approved": ({"approved_on": MAY}, {"approved_on": MARCH_2}, "gone", "withdrawn"),
    "the first received": (
        {},
        {"received_on": MARCH_2, "completed_on": MARCH_1},
        "kept",
        "returned",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_of_two_certificates_counts(kept, gone, unit: Unit, boss: User, case: str) -> None:
    of_kept, of_gone, winner, fate = CASES[case]
    course = make.make_course()
    rows = {
        name: make.make_certificate(person, course, unit, **{"received_on": MARCH_1} | days)
        for name, person, days in (("kept", kept, of_kept), ("gone", gone, of_gone))
    }

    merge(kept, gone, boss)

    other = rows["kept" if winner == "gone" else "gone"]
    assert Certificate.objects.live().get() == rows[winner]
    other.refresh_from_db()
    assert getattr(other, f"{fate}_on") == TODAY
    assert other.reason == double_certificates.DOUBLE
    assert set(Certificate.objects.values_list("staff_member", flat=True)) == {kept.pk}


def test_no_unit_is_paid_twice_for_one_person(kept, gone, unit: Unit, boss: User) -> None:
    course, plan = make.make_course(), make.make_plan()
    make.make_activity("1.2", courses=(course,), amount_sek=Decimal(500))
    make.make_certificate(gone, course, unit, MARCH_1, approved_on=MARCH_2)
    pay(boss)
    paid_later = make.make_certificate(kept, course, unit, MARCH_1, approved_on=MARCH_1)

    merge(kept, gone, boss)

    paid_later.refresh_from_db()
    assert paid_later.withdrawn_on == TODAY
    assert reimbursement.due(plan, on=TODAY).claims == []


def test_what_was_paid_for_both_comes_back_once(kept, gone, unit: Unit, boss: User) -> None:
    course, plan = make.make_course(), make.make_plan()
    make.make_activity("1.2", courses=(course,), amount_sek=Decimal(500))
    for person in (kept, gone):
        make.make_certificate(person, course, unit, MARCH_1, approved_on=MARCH_2)
    pay(boss)

    merge(kept, gone, boss)

    assert reimbursement.due(plan, on=TODAY).sums.amount_sek == -500


def pay(by: User) -> None:
    plan = make.make_plan()
    basis = reimbursement.due(plan, on=TODAY).basis
    reimbursement.pay(plan, basis=basis, on=TODAY, by=by)


def test_protection_is_never_lost(kept, gone, boss: User) -> None:
    StaffMember.objects.filter(pk=gone.pk).update(is_protected=True, email="eva@example.se")
    gone.refresh_from_db()

    person = merge(kept, gone, boss)

    assert (person.is_protected, person.email) == (True, "eva@example.se")
    assert "Ek" not in AuditEvent.objects.latest("pk").text


def test_login_too_many_is_closed_unless_it_leads_something(kept, gone, unit, boss: User) -> None:
    login, _ = (make.make_user(staff_member=person) for person in (gone, kept))
    duty = make.make_unit_manager(login, unit)
    with pytest.raises(RefusedError, match="Båda har en inloggning"):
        merge(kept, gone, boss)

    duty.last_day = APRIL
    duty.save()
    merge(kept, gone, boss)

    login.refresh_from_db()
    assert (login.is_active, login.staff_member) == (False, None)


def test_what_has_changed_meanwhile_is_not_merged(kept, gone, unit: Unit, boss: User) -> None:
    seen = person_mergers.joining(kept, gone).basis
    make.make_certificate(gone, make.make_course(), unit, MARCH_1)

    with pytest.raises(RefusedError, match="har ändrats"):
        person_mergers.merge(kept, gone, basis=seen, today=TODAY, by=boss)


def test_the_second_who_merges_is_told(kept, gone, boss: User) -> None:
    basis = person_mergers.joining(kept, gone).basis
    person_mergers.merge(kept, gone, basis=basis, today=TODAY, by=boss)

    with pytest.raises(RefusedError, match="redan sammanslagna"):
        person_mergers.merge(kept, gone, basis=basis, today=TODAY, by=boss)


def test_the_person_is_found_by_the_earlier_number(kept, gone, boss: User) -> None:
    record(by=boss, text="Något om den gamla.", about=gone)

    person = merge(kept, gone, boss)

    assert search(StaffMember.objects.all(), "1") == [person]
    told = trace.latest(person, names=Names(boss, on=TODAY)).entries
    assert "Något om den gamla." in [entry.text for entry in told]


ROW = {"Enhetskod": "E1", "Från": make.LONG_AGO}


def test_file_with_the_earlier_number_finds_the_person(kept, gone, boss: User) -> None:
    merge(kept, gone, boss)
    old = {"Anställningsnummer": "1", "Efternamn": "Ek", "Till": APRIL, **ROW}
    new = {"Anställningsnummer": "2", "Förnamn": "Eva", "Efternamn": "Al", "Från": MAY}

    duty = {"Anställningsnummer": "1", **ROW}

    outcome = imported({}, people=[old, new], key_persons=[duty])

    assert (outcome.people["unchanged"], outcome.people["missing"]) == (1, 0)
    assert not [finding for finding in outcome.warnings if "samma namn" in finding.message]
    assert StaffMember.objects.get().full_name == "Eva Al"
    assert Employment.objects.count() == 2
    assert KeyPerson.objects.get().staff_member_id == kept.pk


def test_row_under_an_earlier_number_names_nobody(kept, gone, boss: User) -> None:
    StaffMember.objects.filter(pk=kept.pk).update(email="eva@example.se")
    kept.refresh_from_db()
    merge(kept, gone, boss)

    imported({}, people=[{"Anställningsnummer": "1", "Förnamn": "Eva", "E-post": None, **ROW}])

    person = StaffMember.objects.get()
    assert (person.full_name, person.email) == ("Eva Al", "eva@example.se")


def test_title_under_the_number_of_today_wins(kept, gone, boss: User) -> None:
    merge(kept, gone, boss)
    rows = [
        {"Anställningsnummer": number, "Befattning": title, "Till": last_day, **ROW}
        for number, title, last_day in (("1", "Vårdare", APRIL), ("2", "Chef", MARCH_1))
    ]

    run_on(make_workbook(people=rows))

    post = Employment.objects.get(first_day=make.LONG_AGO)
    assert (post.title, post.last_day) == ("Chef", APRIL)


@pytest.mark.parametrize("flag", ["is_superuser", "is_staff", "is_in_steering_group"])
def test_login_that_opens_more_than_the_other_is_not_closed(kept, gone, boss: User, flag) -> None:
    make.make_user(staff_member=kept)
    make.make_user(staff_member=gone, **{flag: True})

    with pytest.raises(RefusedError, match="Båda har en inloggning"):
        merge(kept, gone, boss)


@pytest.mark.parametrize(("of_kept", "of_gone"), [(True, True), (True, False), (False, True)])
def test_who_can_sign_in_still_can(kept, gone, boss: User, of_kept: bool, of_gone: bool) -> None:
    for person, is_active in ((kept, of_kept), (gone, of_gone)):
        make.make_user(staff_member=person, is_active=is_active)

    person = merge(kept, gone, boss)

    assert User.objects.get(staff_member=person).is_active
    assert not User.objects.get(staff_member=None, is_administrator=False).is_active


HEAD, ORDINARY = KeyPerson.Role.HEAD_KEY_PERSON, KeyPerson.Role.KEY_PERSON
JANUARY, JUNE = date(2023, 1, 1), date(2023, 6, 30)
DUTIES = {
    "the same": [(ORDINARY, JANUARY, APRIL)] * 2,
    "one within the other": [(ORDINARY, JANUARY, None), (ORDINARY, MARCH_1, APRIL)],
    "one into the other": [(HEAD, MARCH_1, JUNE), (HEAD, JANUARY, APRIL)],
    "one after the other": [(ORDINARY, MAY, None), (ORDINARY, JANUARY, APRIL)],
    "head within": [(ORDINARY, JANUARY, None), (HEAD, MARCH_1, APRIL)],
    "head from the same day": [(ORDINARY, JANUARY, JUNE), (HEAD, JANUARY, APRIL)],
    "head around": [(HEAD, JANUARY, None), (ORDINARY, MARCH_1, APRIL)],
}


@pytest.mark.parametrize("case", DUTIES)
@pytest.mark.parametrize("other_way", [False, True])
def test_duties_hold_on_the_same_days_and_never_twice(
    kept, gone, unit: Unit, boss: User, case: str, other_way: bool
) -> None:
    people = (gone, kept) if other_way else (kept, gone)
    for person, (role, first_day, last_day) in zip(people, DUTIES[case], strict=True):
        days = {"first_day": first_day, "last_day": last_day}
        make.make_key_person(person, unit, role=role, **days)
    elsewhere = make.make_key_person(gone, make.make_unit("E2"), first_day=MARCH_1)

    person = merge(kept, gone, boss)

    held = person.key_person_duties.filter(unit=unit)
    day = JANUARY
    while day <= date(2023, 7, 2):
        roles = {
            role
            for role, first_day, last_day in DUTIES[case]
            if first_day <= day <= (last_day or day)
        }
        wanted = [HEAD] if HEAD in roles else sorted(roles)
        assert [row.role for row in held.on(day)] == wanted, day
        day += timedelta(days=1)
    assert person.key_person_duties.exclude(unit=unit).get() == elsewhere
