"""The trace: who did what to which object when, in words that hold no names.

People are numbers in it. `focusareas.trace` puts their names in for those who may know them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from focusareas.models.access import User
from focusareas.models.identities import EarlierNumber
from focusareas.models.organisation import Unit
from focusareas.models.people import Employment, StaffMember


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody wrote themselves; it may name people."""

    text: str


@dataclass(frozen=True, slots=True)
class Details:
    """What was changed about a person, only for those who may know the name; else `instead`."""

    of: StaffMember | User
    words: str
    instead: str = "uppgifterna"


# Rows written at a time.
AT_A_TIME = 2_000

Part = str | StaffMember | User | Typed | Details


class AuditEventQuerySet(models.QuerySet["AuditEvent"]):
    """Events can be read and added to, never changed."""

    def about(self, thing: models.Model) -> models.QuerySet["AuditEvent"]:
        """What has happened to the object, latest first; to a person also under other numbers."""
        found = self.filter(object_type=thing._meta.label_lower)
        if isinstance(thing, StaffMember):
            merged = EarlierNumber.objects.filter(staff_member=thing).order_by()
            return found.filter(
                Q(object_id=thing.pk) | Q(object_id__in=merged.values("merged_key"))
            )
        return found.filter(object_id=thing.pk)

    def at_unit(self, unit: Unit) -> models.QuerySet["AuditEvent"]:
        """What has happened to the unit and to its certificates, key persons and declarations."""
        return self.filter(unit_id=unit.pk)

    def corrections_of(self, day: date, *, units: models.QuerySet[Unit] | None = None) -> Self:
        """What was recorded when the day was over and changed what held on it.

        With units only what is about them, or about people who work or have worked there.
        """
        over = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
        found = self.filter(at__gte=over, changes_from__lte=day)
        if units is None:
            return found
        keys = units.order_by().values("pk")
        people = Employment.objects.filter(unit__in=keys).values("staff_member")
        of_people = Q(object_type=StaffMember._meta.label_lower, object_id__in=people)
        return found.filter(of_people | Q(unit_id__in=keys))

    def update(self, **kwargs: Any) -> int:
        raise TypeError("En händelse i loggen kan inte ändras.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("En händelse i loggen kan inte tas bort.")


class AuditEvent(models.Model):
    """One thing somebody did, as a sentence; it points at nothing that can change or go away."""

    at = models.DateTimeField("när", auto_now_add=True)
    actor = models.CharField("vem", max_length=200)
    actor_id = models.BigIntegerField("vem, nummer", null=True)
    text = models.TextField("vad", help_text="Personer står med nummer i stället för namn.")
    parts = models.JSONField("delar", default=list, editable=False)
    object_type = models.CharField("slag", max_length=50, blank=True)
    object_id = models.BigIntegerField("nummer", null=True)
    unit_id = models.BigIntegerField("enhet, nummer", null=True)
    changes_from = models.DateField("ändrar siffror från och med", null=True, editable=False)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = "händelse"
        verbose_name_plural = "händelser"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["object_type", "object_id", "at"], name="audit_by_object"),
            models.Index(fields=["unit_id", "at"], name="audit_by_unit"),
            models.Index(
                fields=["changes_from", "at"],
                name="audit_by_day",
                condition=Q(changes_from__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.text}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("En händelse i loggen kan inte ändras.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("En händelse i loggen kan inte tas bort.")


def record(
    *,
    by: User | str | None,
    text: str | Sequence[Part],
    about: models.Model | None = None,
    changes_from: date | None = None,
) -> AuditEvent:
    """Write to the trace; `by` is None when a command run by an operator did it.

    It is in words when somebody did it who has no login.
    A sentence about people is given in parts: ["Utsåg ", person, " till nyckelperson."].
    `changes_from` is the first day whose figures it may change: what is dated back is a correction.
    """
    recorded = event(by=by, text=text, about=about, changes_from=changes_from)
    recorded.save()
    return recorded


def record_all(events: Iterable[AuditEvent]) -> None:
    """Write several to the trace in one go, or some thousand at a time."""
    rest = iter(events)
    while some := list(islice(rest, AT_A_TIME)):
        AuditEvent.objects.bulk_create(some)


def record_for_each(
    *,
    by: User | None,
    text: str,
    about: Iterable[models.Model],
    changes_from: date | Mapping[int, date] | None = None,
) -> None:
    """Write the same to the trace of each of them, in one go; the day may be one for each key."""

    def day_of(thing: models.Model) -> date | None:
        return changes_from[thing.pk] if isinstance(changes_from, Mapping) else changes_from

    record_all(event(by=by, text=text, about=thing, changes_from=day_of(thing)) for thing in about)


def event(
    *,
    by: User | str | None,
    text: str | Sequence[Part],
    about: models.Model | None = None,
    changes_from: date | None = None,
) -> AuditEvent:
    """What `record` would write, not written yet."""
    parts = [] if isinstance(text, str) else [_stored(part) for part in text]
    return AuditEvent(
        actor=_plain(by) if by else "driften",
        actor_id=by.pk if isinstance(by, User) else None,
        text=text if isinstance(text, str) else "".join(map(_plain, text)),
        parts=parts,
        object_type=about._meta.label_lower if about else "",
        object_id=about.pk if about else None,
        unit_id=about.pk if isinstance(about, Unit) else getattr(about, "unit_id", None),
        changes_from=changes_from,
    )


def _plain(part: Part) -> str:
    """The part without any name."""
    match part:
        case StaffMember():
            return f"medarbetare {part.employee_number}"
        case User():
            return f"användare {part.pk}"
        case Typed():
            return part.text
        case Details():
            return part.instead
        case _:
            return part


def _stored(part: Part) -> dict[str, Any]:
    """The part as the database keeps it; a protected person's details are never written down."""
    match part:
        case StaffMember():
            return {"person": part.pk, "number": part.employee_number}
        case User():
            return {"user": part.pk}
        case Typed():
            return {"typed": part.text}
        case Details() if _is_protected(part.of):
            return {"text": part.instead}
        case Details():
            return _stored(part.of) | {"words": part.words, "instead": part.instead}
        case _:
            return {"text": part}


def _is_protected(whom: StaffMember | User) -> bool:
    person = whom.staff_member if isinstance(whom, User) else whom
    return person is not None and person.is_protected
