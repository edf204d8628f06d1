"""What the database itself refuses, each rule broken once, and the sentence a person would read."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from focusareas.models import (
    Absence,
    Activity,
    Attendance,
    Certificate,
    CertificateFile,
    Deadline,
    Declaration,
    Department,
    DepartmentHead,
    Employment,
    FocusArea,
    Indicator,
    IndicatorValue,
    KeyPerson,
    Meeting,
    MeetingLetter,
    MilestoneUpdate,
    Plan,
    RoutineConfirmation,
    StaffMember,
    Unit,
    UnitManager,
    UnitPlacement,
    User,
)
from tests import factories as make

pytestmark = pytest.mark.django_db

EARLY, LATE = date(2023, 1, 1), date(2023, 2, 1)
NOON = datetime(2023, 2, 1, 12, tzinfo=UTC)
BACKWARDS = {"first_day": LATE, "last_day": EARLY}


@pytest.fixture
def given() -> dict[str, Any]:
    """One row of each kind for others to point at."""
    unit = make.make_unit("A")
    person = make.make_staff_member(unit=unit)
    activity = make.make_activity("1.2")
    return {
        "unit": unit,
        "staff_member": person,
        "employment": person.employments.get(),
        "user": make.make_user(),
        "department": Department.objects.get(),
        "course": make.make_course(),
        "plan": activity.plan,
        "activity": activity,
        "file": make.make_certificate_file(),
        "meeting": Meeting.objects.create(activity=activity, day=LATE, theme="Uppstart"),
        "indicator": Indicator.objects.create(plan=activity.plan, name="Utbildade"),
    }


BASES: dict[type[models.Model], dict[str, Any]] = {
    Unit: {"code": "B", "name": "Enhet B"},
    UnitPlacement: {"unit": ..., "department": ...},
    Employment: {"unit": ..., "staff_member": ..., "first_day": EARLY},
    Absence: {"employment": ..., "first_day": EARLY},
    UnitManager: {"unit": ..., "user": ..., "first_day": EARLY},
    DepartmentHead: {"department": ..., "user": ..., "first_day": EARLY},
    KeyPerson: {"unit": ..., "staff_member": ..., "first_day": EARLY},
    Plan: {"code": "p", "name": "P", "case_number": "1", "first_day": EARLY, "last_day": LATE},
    FocusArea: {"plan": ..., "number": 9, "name": "N", "short_name": "N"},
    Activity: {
        "plan": ...,
        "code": "9.9",
        "title": "T",
        "position": 1,
        "measure": "milestone",
        "starts_on": EARLY,
    },
    Deadline: {"activity": ..., "day": LATE, "precision": "day", "decided_on": LATE},
    Certificate: {
        "staff_member": ...,
        "course": ...,
        "unit": ...,
        "completed_on": EARLY,
        "received_on": EARLY,
    },
    CertificateFile: {
        "sha256": "0" * 64,
        "path": "p",
        "original_name": "n",
        "content_type": "application/pdf",
        "size": 1,
    },
    Declaration: {"unit": ..., "activity": ..., "declared_on": LATE},
    Meeting: {"activity": ..., "day": EARLY, "theme": "T"},
    Attendance: {"meeting": ..., "staff_member": ...},
    MeetingLetter: {"meeting": ..., "staff_member": ..., "version": 0},
    MilestoneUpdate: {"activity": ..., "day": EARLY, "state": "done"},
    RoutineConfirmation: {"unit": ..., "activity": ..., "confirmed_on": LATE},
    Indicator: {"plan": ..., "name": "Orosanmälningar"},
    IndicatorValue: {"indicator": ..., "day": EARLY, "value": 114},
    StaffMember: {"employee_number": "1", "given_name": "A", "family_name": "B"},
    User: {"email": "nagon@example.com"},
}


def build(model: type[models.Model], given: dict[str, Any], **changes: Any) -> models.Model:
    fields = BASES[model] | changes
    return model(**{name: given[name] if value is ... else value for name, value in fields.items()})


def break_rule(model: type[models.Model], given: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    """Save all but the last row, then try the last: the message if the database refused it too."""
    for row in rows[:-1]:
        build(model, given, **row).save()
    last = build(model, given, **rows[-1])
    with pytest.raises(ValidationError) as refused:
        last.full_clean(validate_unique=False, exclude=["email"])
    with pytest.raises(IntegrityError), transaction.atomic():
        last.save()
    return " ".join(refused.value.messages)


APPROVED = {"approved_on": LATE}
WITHDRAWN = {"approved_on": EARLY, "withdrawn_on": LATE}


@pytest.mark.parametrize(
    ("model", "rows", "words"),
    [
        (Unit, [BACKWARDS], "Sista dagen"),
        (UnitPlacement, [BACKWARDS], "Sista dagen"),
        (Employment, [BACKWARDS], "Sista dagen"),
        (Absence, [BACKWARDS], "Sista dagen"),
        (UnitManager, [BACKWARDS], "Sista dagen"),
        (DepartmentHead, [BACKWARDS], "Sista dagen"),
        (KeyPerson, [BACKWARDS], "Sista dagen"),
        (Plan, [BACKWARDS], "sista dag"),
        (UnitPlacement, [{"first_day": EARLY}], "redan placerad"),
        (
            UnitPlacement,
            [{"first_day": EARLY, "last_day": EARLY}, {"first_day": EARLY, "last_day": LATE}],
            "placering från den dagen",
        ),
        (Employment, [{}, {}], "redan anställd"),
        (Absence, [{}, {}], "tjänstledighet från den dagen"),
        (UnitManager, [{}, {"first_day": LATE}], "redan en chef"),
        (UnitManager, [{"last_day": EARLY}, {"last_day": LATE}], "redan chef"),
        (DepartmentHead, [{}, {}], "redan chef för avdelningen"),
        (KeyPerson, [{}, {}], "redan nyckelperson"),
        (FocusArea, [{}, {}], "fokusområde med det numret"),
        (Activity, [{}, {}], "aktivitet med det numret"),
        (Activity, [{"amount_sek": -1}], "negativt"),
        (Deadline, [{}, {"day": EARLY}], "beslutat den dagen"),
        (Deadline, [{"decided_on": None}], "ursprungligt slutdatum"),
        (Deadline, [{"day": None}], "Ange en sista dag"),
        (Deadline, [{"precision": "none"}], "Ange en sista dag"),
        (Certificate, [{}, {}], "redan ett intyg"),
        (Certificate, [APPROVED, {}], "redan ett intyg"),
        (Certificate, [{"file": ...}, {"file": ..., "staff_member": None}], "redan inlämnat"),
        (Certificate, [APPROVED | {"staff_member": None}], "behöver en person"),
        (Certificate, [APPROVED | {"completed_on": None}], "behöver en person"),
        (Certificate, [APPROVED | {"completed_on": LATE}], "behöver en person"),
        (Certificate, [{"received_on": LATE, "approved_on": EARLY}], "behöver en person"),
        (Certificate, [APPROVED | {"returned_on": LATE, "reason": "x"}], "kan återsändas"),
        (Certificate, [{"returned_on": LATE}], "kan återsändas"),
        (Certificate, [WITHDRAWN], "kan återkallas"),
        (Certificate, [{"withdrawn_on": LATE, "reason": "x"}], "kan återkallas"),
        (Declaration, [{}, {}], "redan anmält"),
        (Declaration, [{"withdrawn_on": EARLY}], "återtas"),
        (Meeting, [{"cancelled_on": LATE}], "ställas in"),
        (Meeting, [{"ends_at": time(15, 30)}], "sluta efter"),
        (Meeting, [{"starts_at": time(9), "ends_at": time(9)}], "sluta efter"),
        (Attendance, [{}, {}], "närvarande"),
        (MeetingLetter, [{}, {}], "redan fått"),
        (MeetingLetter, [{"sent_at": NOON, "failed_at": NOON}], "antingen"),
        (MilestoneUpdate, [{}, {}], "för den dagen"),
        (MilestoneUpdate, [{"part": 0}], "från 1"),
        (RoutineConfirmation, [{}, {}], "redan bekräftat"),
        (RoutineConfirmation, [{"withdrawn_on": EARLY}], "återtas"),
        (RoutineConfirmation, [{"review_on": LATE}], "ses över"),
        (Indicator, [{}, {}], "indikator med det namnet"),
        (IndicatorValue, [{}, {}], "för den dagen"),
    ],
)
def test_database_refuses_and_says_why(model, rows, words, given):
    assert words in break_rule(model, given, rows)


def test_own_unit_has_no_provider():
    unit = make.make_unit("A")
    unit.provider = make.make_provider()

    with pytest.raises(ValidationError, match="privat utförare"):
        unit.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        unit.save()


def test_unit_is_not_its_own_successor():
    unit = make.make_unit("A")
    unit.successor = unit

    with pytest.raises(ValidationError, match="sig själv"):
        unit.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        unit.save()


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Unit, {"code": "A"}),
        (CertificateFile, {"path": "annan", "sha256": None}),
        (StaffMember, {"employee_number": None}),
    ],
)
def test_keys_are_unique(model, changes, given):
    taken = {
        "sha256": given["file"].sha256,
        "employee_number": given["staff_member"].employee_number,
    }
    changes = {key: value or taken[key] for key, value in changes.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        build(model, given, **changes).save()


@pytest.mark.parametrize("over", [WITHDRAWN, {"returned_on": EARLY}])
def test_returned_or_withdrawn_certificate_does_not_block_a_new_one(over, given):
    build(Certificate, given, reason="skäl", file=..., **over).save()

    build(Certificate, given, file=...).save()

    assert Certificate.objects.live().count() == 1


def test_every_constraint_has_a_swedish_sentence():
    from django.apps import apps

    rules = [
        constraint
        for model in apps.get_app_config("focusareas").get_models()
        for constraint in model._meta.constraints
    ]

    default = models.CheckConstraint(condition=models.Q(), name="x").violation_error_message
    assert len(rules) > 25
    assert [rule.name for rule in rules if rule.violation_error_message == default] == []
