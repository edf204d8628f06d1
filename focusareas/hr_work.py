"""A kept HR workbook is read, and carried out as it was agreed to.

A usual file is done at once. One that takes long is left to the worker, and the page says how far
it has come. A worker that is ended half-way has changed nothing, and the next one starts over.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import partial
from typing import IO, Any

from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from focusareas import clock, hr_import, hr_upload, workbooks
from focusareas.hr_import import Outcome, undoing
from focusareas.hr_import.kept_outcome import as_kept, from_kept
from focusareas.hr_import.progress import Progress, untold
from focusareas.hr_upload import LongWork, Phase, State, Upload, UploadGoneError
from focusareas.models import Unit, User
from focusareas.refusal import RefusedError
from focusareas.workbooks import MEGABYTE

# As much as a sheet of some thousand rows, which is a second or two.
MAX_BYTES_AT_ONCE = 3 * MEGABYTE
QUEUED = "Väntar på sin tur"
BEGUN = "Öppnar filen"
# A day further away is mostly a slip in the year.
LONGEST_WAY = timedelta(days=366)
FAR_AWAY = (
    "Dagen är mer än ett år bort. Välj filen igen med rätt dag, "
    "eller kryssa i rutan om dagen stämmer."
)
NOTHING_TO_DO = "Filen ändrar inget annat. Kryssa i rutan, eller välj en annan fil."
NOT_WHOLE = "Kontrollera att filen är hel, och kryssa i rutan om den är det."


class OtherOutcomeError(Exception):
    """Something changed since the outcome was shown: it has to be read again."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What somebody has agreed to: an outcome, and whether the missing end their employments.

    When many are missing, also that the file is whole all the same, and when its day is far away,
    that it is that very day.
    """

    seen: str
    allow_leavers: bool = False
    is_whole: bool = False
    is_that_day: bool = False

    def check(self, outcome: Outcome, fingerprint: str) -> None:
        """Whether it is this outcome that was agreed to, and with open eyes."""
        if fingerprint != self.seen:
            raise OtherOutcomeError
        if outcome.many_leave and not self.is_whole:
            raise RefusedError(NOT_WHOLE, field="is_whole")
        if not outcome.changes_something and not self.allow_leavers:
            raise RefusedError(NOTHING_TO_DO, field="allow_leavers")


def prepare(upload: Upload) -> None:
    """Read what the file would change, or leave that to the worker when it takes long."""
    try:
        upload.write(State(Phase.READING, QUEUED))
        if _takes_long(upload):
            read_upload.enqueue(upload.as_dict())
        else:
            _read(upload)
    except OSError:
        hr_upload.forget(upload)
        raise


def carry_out(upload: Upload, agreement: Agreement, *, by: User) -> None:
    """Save what was agreed to, or leave that to the worker when it takes long.

    When it is no longer what would happen, it is read anew instead.
    """
    state = upload.state()
    outcome = from_kept(state.outcome) if state.outcome else None
    if outcome is None or outcome.errors:
        return
    agreement.check(outcome, state.fingerprint)
    if is_far_away(upload.day, today=clock.today()) and not agreement.is_that_day:
        raise RefusedError(FAR_AWAY, field="is_that_day")
    if _takes_long(upload):
        upload.write(State(Phase.CARRYING_OUT, QUEUED))
        carry_out_upload.enqueue(upload.as_dict(), asdict(agreement), by.pk)
    else:
        _carry_out(upload, agreement, by=by)


def is_far_away(day: date, *, today: date) -> bool:
    """Whether the day of a file may be a slip, and is to be agreed to by itself."""
    return abs(day - today) > LONGEST_WAY


def takes_long(file: IO[bytes]) -> bool:
    """Whether nobody should have to wait for what is done with the file in a single request."""
    return workbooks.unpacked_size(file) > MAX_BYTES_AT_ONCE


def _takes_long(upload: Upload) -> bool:
    with upload.opened() as file:
        return takes_long(file)


@task()
def read_upload(stored: dict[str, Any]) -> None:
    """Read what the file would change, and say how far that has come."""
    upload = Upload(**stored)
    with failure_is_told(upload), upload.held():
        _read(upload, progress=progress_of(upload, Phase.READING))


@task()
def carry_out_upload(stored: dict[str, Any], agreement: dict[str, Any], user_pk: int) -> None:
    """Carry out what was agreed to, and say how far that has come."""
    upload = Upload(**stored)
    with failure_is_told(upload), upload.held():
        progress = progress_of(upload, Phase.CARRYING_OUT)
        by = User.objects.get(pk=user_pk)
        _carry_out(upload, Agreement(**agreement), by=by, progress=progress)


def take_up_again() -> None:
    """Queue again what was begun by a worker that has been ended."""
    for name in (read_upload, carry_out_upload):
        take_up(name, Upload)


def take_up(name: Task[..., None], kind: type[LongWork]) -> None:
    """Queue again what of this task was begun by a worker that has been ended."""
    for begun in DBTaskResult.objects.running().filter(task_path=name.module_path):
        # Otherwise another worker is at it.
        with suppress(BlockingIOError):
            _queue_again(name, kind, begun)


def _queue_again(
    name: Task[..., None], kind: type[LongWork], begun: DBTaskResult[..., None]
) -> None:
    arguments = begun.args_kwargs["args"]
    # Gone when nobody waits for it any more.
    with suppress(UploadGoneError), kind(**arguments[0]).held(wait=False):
        begun.refresh_from_db()
        if begun.status != TaskResultStatus.RUNNING:
            return
        name.enqueue(*arguments)
    begun.set_failed(RuntimeError("the worker was ended"))


def tidy() -> None:
    """Forget files that nobody came back for, and what is kept to undo imports once it is late."""
    hr_upload.forget_abandoned()
    undoing.forget_what_is_past()


def progress_of(upload: LongWork, phase: Phase, *, begun: str = BEGUN) -> Progress:
    """What says how far it has come; UploadGoneError when nobody waits for it any more."""

    def tell(step: str, done: int, total: int | None = None) -> None:
        _tell(upload, State(phase, step, done, total))

    tell(begun, 0)
    return tell


def _tell(upload: LongWork, state: State) -> None:
    """Say how far it has come, as long as anybody waits for it."""
    if not upload.path.exists() or upload.state().phase == Phase.CARRIED_OUT:
        raise UploadGoneError
    upload.write(state)


@contextmanager
def failure_is_told(upload: LongWork) -> Iterator[None]:
    """Let whoever waits know that it did not go, whatever the reason; nothing has been saved."""
    try:
        yield
    except UploadGoneError:
        # Another file has taken its place: nobody waits for this one any more.
        return
    except Exception:
        upload.write(State(Phase.FAILED))
        raise


def _read(upload: Upload, *, progress: Progress = untold, is_other: bool = False) -> None:
    outcome = _run(upload, save=False, allow_leavers=False, by=None, progress=progress)
    kept, seen = as_kept(outcome), fingerprint(outcome)
    _tell(upload, State(Phase.READ, outcome=kept, fingerprint=seen, is_other=is_other))


def _carry_out(
    upload: Upload, agreement: Agreement, *, by: User, progress: Progress = untold
) -> None:
    run = partial(_run, upload, allow_leavers=agreement.allow_leavers, by=by, progress=progress)
    try:
        with transaction.atomic():
            outcome = run(save=True)
            agreement.check(outcome, fingerprint(outcome))
    except OtherOutcomeError:
        _read(upload, progress=progress, is_other=True)
        return
    _finish(upload, State(Phase.CARRIED_OUT, batch_pk=outcome.batch_pk))


def _finish(upload: Upload, state: State) -> None:
    """It is saved: whatever the disk says now, nobody is to be told that it is not."""
    try:
        upload.write(state)
        upload.path.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            hr_upload.forget(upload)


def _run(
    upload: Upload, *, save: bool, allow_leavers: bool, by: User | None, progress: Progress
) -> Outcome:
    """The import of exactly the bytes that were kept."""
    own = None
    if upload.own is not None:
        own = {unit.code: unit for unit in Unit.objects.filter(pk__in=upload.own)}
    with upload.opened() as file:
        return hr_import.run(
            file,
            on=upload.day,
            today=clock.today(),
            allow_leavers=allow_leavers,
            save=save,
            name=upload.name,
            by=by,
            progress=progress,
            own=own,
        )


def fingerprint(outcome: Outcome) -> str:
    """What a person has agreed to: everything shown, but not whether leavers are ended."""
    shown = outcome.as_json() | {
        "saved": None,
        "people": dict(outcome.people) | {"leavers": None},
        "missing": [[missing.employee_number, missing.unit_code] for missing in outcome.missing],
        "new": [outcome.new_departments, outcome.new_providers, outcome.invited],
        "details": outcome.checksum,
    }
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()
