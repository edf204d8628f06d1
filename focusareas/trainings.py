"""Training days: who came has a certificate of the course from that day, without a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q, QuerySet

from focusareas import intake
from focusareas.models import Activity, Certificate, Course, Employment, StaffMember, Training, User
from focusareas.models.audit import record, record_for_each
from focusareas.refusal import RefusedError
from focusareas.swedish import counted
from focusareas.unit_work import units_for

TWICE = "Utbildningsdagen är redan registrerad."
UNDONE = "Utbildningsdagen är ångrad."
REASON = "Utbildningsdagen ångrades."


@dataclass(frozen=True, slots=True)
class Registered:
    """What became of those who came: new certificates, who had one, who worked nowhere."""

    new: list[StaffMember]
    had: list[StaffMember]
    outside: list[StaffMember]


@transaction.atomic
def plan_day(course: Course, *, day: date, place: str, note: str, by: User) -> Training:
    """Make the day, before anybody is registered."""
    try:
        with transaction.atomic():
            training = Training.objects.create(
                course=course, day=day, place=place, note=note, registered_by=by
            )
    except IntegrityError:
        raise RefusedError(TWICE, field="day") from None
    record(by=by, text=f"Lade till utbildningsdagen {training}.", about=training)
    return training


def held(activity: Activity, *, on: date) -> QuerySet[Training]:
    """The training days of the activity's courses, latest first, with how many came."""
    came = Q(certificates__withdrawn_on__isnull=True, certificates__returned_on__isnull=True)
    days = Training.objects.held_by(on).filter(course__activities=activity)
    return days.select_related("course").annotate(n_came=Count("certificates", filter=came))


def came(training: Training) -> QuerySet[Certificate]:
    """The certificates of those who came, in the order of their names."""
    live = training.certificates.live().select_related("staff_member", "unit")
    return live.order_by("staff_member__family_name", "staff_member__given_name", "pk")


@transaction.atomic
def register(training: Training, people: Iterable[StaffMember], *, by: User) -> Registered:
    """Give each who came an approved certificate dated the day, unless there is one already.

    It is handed in by the unit where the person worked that day.
    """
    # A certificate that is handed in at this moment must not become a second one.
    intake.take_turn(training.course, on=training.day)
    found = _locked(training)
    wanted = {person.pk: person for person in people}
    live = Certificate.objects.live().filter(course=found.course, staff_member__in=wanted)
    had = set(live.values_list("staff_member", flat=True))
    units = _units_of(wanted, found.day)
    made = Certificate.objects.bulk_create(
        Certificate(
            staff_member=person,
            course=found.course,
            unit_id=units[pk],
            training=found,
            completed_on=found.day,
            received_on=found.day,
            approved_on=found.day,
            handed_in_by=by,
            reviewed_by=by,
        )
        for pk, person in wanted.items()
        if pk not in had and pk in units
    )
    said = f"Registrerade {counted(len(made), 'deltagare', 'deltagare')} på {found}."
    record(by=by, text=said, about=found, changes_from=found.day)
    record_for_each(by=by, text=f"Godkänt genom närvaro på {found}.", about=made)
    return Registered(
        new=[wanted[pk] for pk in wanted if pk not in had and pk in units],
        had=[wanted[pk] for pk in wanted if pk in had],
        outside=[wanted[pk] for pk in wanted if pk not in had and pk not in units],
    )


def _units_of(people: Iterable[int], day: date) -> dict[int, int]:
    """Where each worked that day; of several the employment that began first."""
    employed = Employment.objects.on(day).filter(staff_member__in=list(people))
    return dict(employed.order_by("-first_day", "-pk").values_list("staff_member", "unit"))


@transaction.atomic
def undo(training: Training, *, on: date, by: User) -> int:
    """Let the day not have been: its certificates count on no day; says how many they were."""
    intake.take_turn()
    found = _locked(training)
    held = list(found.certificates.live().select_for_update())
    found.certificates.live().update(withdrawn_on=F("approved_on"), reason=REASON)
    found.undone_on = on
    found.save(update_fields=["undone_on"])
    said = f"Ångrade {found} med {counted(len(held), 'intyg', 'intyg')}."
    record(by=by, text=said, about=found, changes_from=found.day)
    record_for_each(by=by, text=REASON, about=held)
    return len(held)


def _locked(training: Training) -> Training:
    rows = Training.objects.select_for_update(of=("self",)).select_related("course")
    found = rows.get(pk=training.pk)
    if found.undone_on:
        raise RefusedError(UNDONE)
    return found


def who_need_it(activity: Activity, training: Training) -> QuerySet[StaffMember]:
    """Those who work that day at the units the activity is for, and lack a certificate."""
    units = units_for(activity, on=training.day)
    here = Employment.objects.on(training.day).filter(unit__in=units).values("staff_member")
    live = Certificate.objects.live().filter(course=training.course, staff_member__isnull=False)
    return StaffMember.objects.filter(pk__in=here).exclude(pk__in=live.values("staff_member"))
