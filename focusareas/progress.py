"""Writing down how an activity is going, with a trace of who did it."""

from datetime import date

from django.db import transaction

from focusareas import completion
from focusareas.models import (
    Activity,
    MilestoneUpdate,
    State,
    StatusNote,
    User,
)
from focusareas.models.audit import record
from focusareas.refusal import RefusedError
from focusareas.swedish import long_date


@transaction.atomic
def note_status(note: StatusNote, *, activity: Activity, by: User) -> None:
    """Save the note as this user's words about the activity; said twice it is refused."""
    Activity.objects.select_for_update().get(pk=activity.pk)
    said = StatusNote.objects.filter(
        activity=activity, day=note.day, state=note.state, text=note.text
    )
    if said.exists():
        raise RefusedError("Samma läge är redan sparat för den dagen.", field="text")
    note.activity, note.written_by = activity, by
    note.save()
    record(by=by, text=f"Beskrev läget {note.day}: {note.get_state_display()}.", about=activity)


@transaction.atomic
def set_link(activity: Activity, link: str, *, by: User) -> None:
    """Let the activity lead to this address, or to none."""
    activity.link = link
    activity.save(update_fields=["link"])
    text = f"Lade in webbadressen {link}." if link else "Tog bort webbadressen."
    record(by=by, text=text, about=activity)


@transaction.atomic
def update_milestone(update: MilestoneUpdate, *, activity: Activity, by: User) -> None:
    """Save the milestone's state from its day, instead of another from the same day.

    Refused when it would be done before what it presupposes.
    """
    if update.state == State.DONE:
        _refuse_before_its_turn(activity, update.day)
    MilestoneUpdate.objects.update_or_create(
        activity=activity,
        part=update.part,
        day=update.day,
        defaults={"state": update.state, "note": update.note},
    )
    text = f"Satte del {update.part} till {update.get_state_display()} från {update.day}."
    record(by=by, text=text, about=activity, changes_from=update.day)


def _refuse_before_its_turn(activity: Activity, day: date) -> None:
    figures = completion.for_plan(activity.plan, on=day)
    waits_for = next(
        (row.waits_for for row in figures.activities if row.activity.pk == activity.pk), ()
    )
    if waits_for:
        first = "; ".join(map(str, waits_for))
        raise RefusedError(
            f"Det här förutsätter {first}, som inte är klart {long_date(day)}. Anteckna det "
            "först, eller välj att det pågår.",
            field="state",
        )
