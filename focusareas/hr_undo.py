"""An import is taken back: at once, or by the worker when it wrote so much that one has to wait.

The page says how far it has come. A worker that is ended half-way has changed nothing, and the
next one starts over.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django_tasks import task

from focusareas import hr_upload
from focusareas.hr_import import undoing
from focusareas.hr_import.hindrances import HinderedError, Hindrance, Named
from focusareas.hr_import.written import CHECKING, ROWS
from focusareas.hr_upload import LongWork, Phase, State, UploadGoneError
from focusareas.hr_work import QUEUED, failure_is_told, progress_of, take_up
from focusareas.models import ImportBatch, User
from focusareas.refusal import RefusedError

# They are taken back in about a second.
MOST_AT_ONCE = ROWS
FULL = "Inläsningen kan inte ångras just nu: disken är full. Säg till driften."


@dataclass(frozen=True, slots=True)
class Undoing(LongWork):
    """The undoing of one import, known by the import."""

    batch_pk: int


def undoing_of(batch: ImportBatch) -> Undoing:
    """The undoing of the import, begun or not."""
    return Undoing(f"{batch.pk:032x}", batch.pk)


def state_of(batch: ImportBatch) -> State | None:
    """How far the worker has come with it; none when it was not asked."""
    try:
        return undoing_of(batch).state()
    except UploadGoneError:
        return None


def takes_long(batch: ImportBatch) -> bool:
    """Whether nobody should have to wait for the answer to a single request."""
    size: int = (batch.journal or {}).get("size", 0)
    return size > MOST_AT_ONCE


def reasons_against(batch: ImportBatch, *, now: datetime) -> list[Hindrance]:
    """Why the import cannot be undone, as far as one can tell without keeping anybody waiting."""
    state = state_of(batch)
    if state and state.phase == Phase.REFUSED:
        return [Hindrance(it["words"], tuple(map(Named._make, it["rows"]))) for it in state.reasons]
    if takes_long(batch):
        return undoing.reasons_at_once(batch, now=now)
    return undoing.reasons_against(batch, now=now)


def undo(batch: ImportBatch, *, by: User) -> None:
    """Take the import back, or leave that to the worker; HinderedError says what is in the way."""
    if not takes_long(batch):
        undoing.undo(batch, by=by)
        return
    state = state_of(batch)
    if not (state and state.is_worked_on):
        work = undoing_of(batch)
        _begin(work)
        undo_import.enqueue(work.as_dict(), by.pk)


def _begin(work: Undoing) -> None:
    try:
        hr_upload.make_folder()
        work.path.touch(mode=0o600)
        work.write(State(Phase.CARRYING_OUT, QUEUED))
    except OSError:
        hr_upload.forget(work)
        raise RefusedError(FULL) from None


@task()
def undo_import(stored: dict[str, Any], user_pk: int) -> None:
    """Take the import back and say how far that has come, or what stands in the way."""
    work = Undoing(**stored)
    with failure_is_told(work), work.held():
        _undo(work, by=User.objects.get(pk=user_pk))


def _undo(work: Undoing, *, by: User) -> None:
    batch = ImportBatch.objects.get(pk=work.batch_pk)
    try:
        progress = progress_of(work, Phase.CARRYING_OUT, begun=CHECKING)
        undoing.undo(batch, by=by, progress=progress)
    except HinderedError as hindered:
        work.write(State(Phase.REFUSED, reasons=hindered.reasons))
    else:
        hr_upload.forget(work)


def take_up_again() -> None:
    """Queue again what was begun by a worker that has been ended."""
    take_up(undo_import, Undoing)
