"""Saved rows for tests: keyword arguments, sensible defaults, nothing random."""

import hashlib
from datetime import date
from itertools import count
from typing import Any

from allauth.mfa import utils as mfa
from allauth.mfa.models import Authenticator

from focusareas.models import (
    Absence,
    Activity,
    Certificate,
    CertificateFile,
    Course,
    Deadline,
    Declaration,
    Department,
    DepartmentHead,
    Employment,
    FocusArea,
    Indicator,
    KeyPerson,
    Plan,
    Provider,
    RoutineConfirmation,
    StaffMember,
    Unit,
    UnitManager,
    UnitPlacement,
    UnitTag,
    User,
)

LONG_AGO = date(2020, 1, 1)
numbers = count(1)


def make_department(name: str = "Äldreomsorg") -> Department:
    return Department.objects.get_or_create(name=name)[0]


def make_provider(name: str = "Omsorgsbolaget AB") -> Provider:
    return Provider.objects.get_or_create(name=name)[0]


def make_unit(
    code: str | None = None,
    *,
    department: Department | str = "Äldreomsorg",
    provider: Provider | str | None = None,
    tags: tuple[str, ...] = (),
    **fields: Any,
) -> Unit:
    """A unit placed in a department for as long as it is open; with a provider it is contracted."""
    code = code or f"E{next(numbers)}"
    if isinstance(provider, str):
        provider = make_provider(provider)
    if provider:
        fields.setdefault("operation", Unit.Operation.CONTRACTED)
    if isinstance(department, str):
        department = make_department(department)
    unit = Unit.objects.create(code=code, provider=provider, **{"name": f"Enhet {code}"} | fields)
    unit.tags.set(UnitTag.objects.get_or_create(name=name)[0] for name in tags)
    UnitPlacement.objects.create(
        unit=unit, department=department, first_day=unit.first_day, last_day=unit.last_day
    )
    return unit


def make_staff_member(
    name: str = "Kim Berg", *, unit: Unit | None = None, **fields: Any
) -> StaffMember:
    """A person; with a unit also employed there, since long ago or `first_day`."""
    days = {key: fields.pop(key) for key in ("first_day", "last_day") if key in fields}
    given, _, family = name.rpartition(" ")
    number = fields.pop("employee_number", None) or str(10000 + next(numbers))
    person = StaffMember.objects.create(
        employee_number=number, given_name=given, family_name=family, **fields
    )
    if unit:
        make_employment(person, unit, **days)
    return person


def make_employment(person: StaffMember, unit: Unit, **fields: Any) -> Employment:
    return Employment.objects.create(
        staff_member=person, unit=unit, **{"first_day": LONG_AGO} | fields
    )


def make_absence(employment: Employment, first_day: date, last_day: date | None = None) -> Absence:
    return Absence.objects.create(employment=employment, first_day=first_day, last_day=last_day)


def make_user(email: str | None = None, **fields: Any) -> User:
    """A user without a password; sign in with `client.force_login`."""
    return User.objects.create_user(email or f"person{next(numbers)}@example.com", **fields)


def make_second_factor(user: User, secret: str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ") -> None:
    """Signing in asks for the code of this secret too, as after the page where one sets it up."""
    sealed = {"secret": mfa.encrypt(secret)}
    Authenticator.objects.get_or_create(
        user=user, type=Authenticator.Type.TOTP, defaults={"data": sealed}
    )


def make_unit_manager(user: User, unit: Unit, **fields: Any) -> UnitManager:
    """A manager of a contracted unit has the second factor that pages are closed without."""
    if unit.operation == Unit.Operation.CONTRACTED:
        make_second_factor(user)
    return UnitManager.objects.create(user=user, unit=unit, **{"first_day": LONG_AGO} | fields)


def make_department_head(user: User, department: Department, **fields: Any) -> DepartmentHead:
    return DepartmentHead.objects.create(
        user=user, department=department, **{"first_day": LONG_AGO} | fields
    )


def make_course(code: str = "nck-vald", **fields: Any) -> Course:
    defaults = {"name": "Webbkurs om våld", "fingerprints": ["webbkurs om våld"]}
    return Course.objects.get_or_create(code=code, defaults=defaults | fields)[0]


def make_plan(code: str = "plan-2022-2023", **fields: Any) -> Plan:
    defaults = {
        "name": "Plan för arbete mot våld i nära relationer 2022-2023",
        "case_number": "SON 2022/229",
        "first_day": date(2022, 1, 1),
        "last_day": date(2023, 12, 31),
    }
    return Plan.objects.get_or_create(code=code, defaults=defaults | fields)[0]


def make_activity(
    code: str = "1.2",
    *,
    plan: Plan | None = None,
    measure: str = Activity.Measure.STAFF_CERTIFICATE,
    courses: tuple[Course, ...] = (),
    tags: tuple[str, ...] = (),
    deadline: date | None = date(2023, 6, 30),
    **fields: Any,
) -> Activity:
    """An activity that own and contracted units are obliged to, with its original deadline."""
    plan = plan or make_plan()
    area, _ = FocusArea.objects.get_or_create(
        plan=plan,
        number=int(code[0]),
        defaults={"name": f"Område {code[0]}", "short_name": code[0]},
    )
    defaults = {
        "title": f"Aktivitet {code}",
        "own": Activity.Duty.OBLIGED,
        "contracted": Activity.Duty.OBLIGED,
        "starts_on": plan.first_day,
        "focus_area": area,
        "position": next(numbers),
    }
    activity = Activity.objects.create(plan=plan, code=code, measure=measure, **defaults | fields)
    activity.courses.set(courses)
    activity.tags.set(UnitTag.objects.get_or_create(name=name)[0] for name in tags)
    make_deadline(activity, deadline)
    return activity


def make_deadline(activity: Activity, day: date | None, **fields: Any) -> Deadline:
    precision = Deadline.Precision.DAY if day else Deadline.Precision.NONE
    written = day.isoformat() if day else ""
    return Deadline.objects.create(
        activity=activity, day=day, **{"precision": precision, "written": written} | fields
    )


def make_certificate(
    person: StaffMember | None, course: Course, unit: Unit, received_on: date, **fields: Any
) -> Certificate:
    """A certificate that came in on the day and waits, unless `approved_on` and so on say more."""
    fields.setdefault("completed_on", received_on)
    return Certificate.objects.create(
        staff_member=person, course=course, unit=unit, received_on=received_on, **fields
    )


def make_certificate_file(content: bytes = b"%PDF-1.7") -> CertificateFile:
    """A row for a file; nothing lies on disk."""
    digest = hashlib.sha256(content).hexdigest()
    return CertificateFile.objects.create(
        sha256=digest,
        path=f"{next(numbers)}",
        original_name="intyg.pdf",
        content_type="application/pdf",
        size=len(content),
    )


def make_key_person(person: StaffMember, unit: Unit, **fields: Any) -> KeyPerson:
    return KeyPerson.objects.create(
        staff_member=person, unit=unit, **{"first_day": LONG_AGO} | fields
    )


def make_declaration(
    unit: Unit, activity: Activity, declared_on: date, **fields: Any
) -> Declaration:
    return Declaration.objects.create(
        unit=unit, activity=activity, declared_on=declared_on, **fields
    )


def make_routine(
    unit: Unit, activity: Activity, confirmed_on: date, **fields: Any
) -> RoutineConfirmation:
    return RoutineConfirmation.objects.create(
        unit=unit, activity=activity, confirmed_on=confirmed_on, **fields
    )


def make_indicator(activity: Activity | None = None, **fields: Any) -> Indicator:
    """What the activity counts, or with no activity one of its own in the plan."""
    plan = fields.pop("plan", None) or (activity.plan if activity else make_plan())
    name = activity.title if activity else f"Indikator {next(numbers)}"
    return Indicator.objects.create(**{"plan": plan, "activity": activity, "name": name} | fields)
