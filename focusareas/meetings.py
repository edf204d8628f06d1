"""Planning meetings, noting who came and what was said, with a trace of who did it."""

from collections.abc import Iterable

from django.db import transaction

from focusareas.models import Attendance, Meeting, MeetingLetter, StaffMember, User
from focusareas.models.audit import record
from focusareas.refusal import RefusedError
from focusareas.swedish import number

# What stands in a letter about the meeting: a change of it calls for another letter.
TOLD = ("day", "starts_at", "ends_at", "theme", "place", "cancelled_on")


@transaction.atomic
def save_meeting(meeting: Meeting, *, by: User) -> None:
    """Save a new or changed meeting; one that letters have told of gets a new version."""
    before = Meeting.objects.select_for_update().filter(pk=meeting.pk).first()
    if before and before.version != meeting.version:
        raise RefusedError("Någon annan ändrade träffen nyss. Ladda om sidan och försök igen.")
    is_changed = before and any(getattr(before, name) != getattr(meeting, name) for name in TOLD)
    if is_changed and MeetingLetter.objects.filter(meeting=meeting).exists():
        meeting.version += 1
    meeting.save()
    did = "Ändrade" if before else "Planerade"
    if before and meeting.cancelled_on and not before.cancelled_on:
        did = "Ställde in"
    first = min(before.day, meeting.day) if before else meeting.day
    record(by=by, text=f"{did} träffen {meeting}.", about=meeting, changes_from=first)


@transaction.atomic
def write_notes(meeting: Meeting, notes: str, *, by: User) -> None:
    """Keep what was said at the meeting instead of what was written before."""
    meeting.notes = notes
    meeting.save(update_fields=["notes"])
    record(by=by, text=f"Skrev anteckningar från träffen {meeting}.", about=meeting)


@transaction.atomic
def note_attendance(
    meeting: Meeting, *, came: Iterable[StaffMember], absent: Iterable[StaffMember] = (), by: User
) -> None:
    """Let these people have come to the meeting and those not; others stay as they are noted."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    noted = set(meeting.attendances.values_list("staff_member", flat=True))
    new = {person.pk for person in came} - noted
    gone = {person.pk for person in absent} & noted
    meeting.attendances.filter(staff_member__in=gone).delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, staff_member_id=pk) for pk in sorted(new)
    )
    if new or gone:
        words = f"{number(len(new))} till och {number(len(gone))} färre"
        record(by=by, text=f"Noterade närvaro på träffen {meeting}: {words}.", about=meeting)
