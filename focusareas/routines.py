"""What units confirm that they have: their routines, looked over again and taken back."""

from datetime import date

from django.db import transaction

from focusareas.documents import Document, kept
from focusareas.models import Activity, RoutineConfirmation, Unit, User
from focusareas.models.audit import Part, Typed, record
from focusareas.models.routines import RoutineConfirmationQuerySet
from focusareas.refusal import RefusedError
from focusareas.swedish import long_date

MOST_EARLIER = 20
NOT_IN_FORCE = "Bekräftelsen är redan återtagen."


def in_force(unit: Unit, activity: Activity) -> RoutineConfirmation | None:
    """What the unit says of its routine now."""
    return _in_force(unit, activity).select_related("confirmed_by__staff_member").first()


def _in_force(unit: Unit, activity: Activity) -> RoutineConfirmationQuerySet:
    return RoutineConfirmation.objects.filter(
        unit=unit, activity=activity, withdrawn_on__isnull=True
    )


def earlier(unit: Unit, activity: Activity) -> list[RoutineConfirmation]:
    """What the unit has said before, latest first."""
    rows = RoutineConfirmation.objects.filter(
        unit=unit, activity=activity, withdrawn_on__isnull=False
    )
    return list(rows.order_by("-withdrawn_on", "-pk")[:MOST_EARLIER])


def confirm(
    unit: Unit,
    activity: Activity,
    *,
    day: date,
    review_on: date | None,
    by: User,
    note: str = "",
    document: Document | None = None,
) -> RoutineConfirmation:
    """Confirm from this day that the unit has the routine; what it said before gives way to it.

    A document that is not replaced goes along.
    """
    with kept(document) as file:
        before = _in_force(unit, activity).select_for_update().first()
        if before:
            _give_way(before, day)
        confirmation = RoutineConfirmation.objects.create(
            unit=unit,
            activity=activity,
            confirmed_on=day,
            review_on=review_on,
            note=note,
            document=file or (before.document if before else None),
            confirmed_by=by,
        )
        did = "Gick igenom rutinen på nytt och bekräftade" if before else "Bekräftade"
        said = f"{did} {activity} för {unit} från {day}{_until(review_on)}."
        record(by=by, text=[said, *_noted(note)], about=confirmation, changes_from=day)
    return confirmation


def _give_way(before: RoutineConfirmation, day: date) -> None:
    if before.confirmed_on > day:
        latest = long_date(before.confirmed_on)
        raise RefusedError(
            f"Rutinen bekräftades {latest}. Välj den dagen eller en senare.", field="day"
        )
    before.withdrawn_on = day
    before.save(update_fields=["withdrawn_on"])


def change(
    confirmation: RoutineConfirmation,
    *,
    note: str,
    review_on: date | None,
    by: User,
    document: Document | None = None,
) -> None:
    """Put the note, the day to look at it again or the document right."""
    with kept(document) as file:
        found = _locked(confirmation)
        found.note, found.review_on = note, review_on
        if file:
            found.document = file
        found.save(update_fields=["note", "review_on", "document"])
        said = f"Ändrade uppgifterna om {found.activity} för {found.unit}{_until(review_on)}."
        record(by=by, text=[said, *_noted(note)], about=found)


@transaction.atomic
def withdraw(confirmation: RoutineConfirmation, *, on: date, reason: str, by: User) -> None:
    """Let the confirmation hold until the day before, and say why."""
    found = _locked(confirmation)
    found.withdrawn_on, found.withdrawal_reason = max(on, found.confirmed_on), reason
    found.save(update_fields=["withdrawn_on", "withdrawal_reason"])
    said = f"Tog tillbaka bekräftelsen av {found.activity} för {found.unit}: "
    record(by=by, text=[said, Typed(reason)], about=found, changes_from=found.withdrawn_on)


def _locked(confirmation: RoutineConfirmation) -> RoutineConfirmation:
    rows = RoutineConfirmation.objects.select_for_update(of=("self",))
    found = rows.select_related("unit", "activity").get(pk=confirmation.pk)
    if found.withdrawn_on:
        raise RefusedError(NOT_IN_FORCE)
    return found


def _until(review_on: date | None) -> str:
    return f", ses över senast {review_on}" if review_on else ""


def _noted(note: str) -> list[Part]:
    return [" Kommentar: ", Typed(note)] if note else []
