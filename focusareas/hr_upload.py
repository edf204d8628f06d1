"""An HR workbook between the steps of the browser: kept with how far it has come, and forgotten.

The file waits in a folder of its own, and beside it what it would change. Both hold names, so
they go when it is carried out or given up, and otherwise after a day.
"""

import fcntl
import hashlib
import json
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from focusareas.private_files import replacing

TOKEN = re.compile(r"[0-9a-f]{32}")
# Whoever has not gone on by then has left; the file holds names.
KEPT_SECONDS = 24 * 3600
# To whoever hands in a workbook that there is no room for.
FULL = "Filen kunde inte tas emot: disken är full. Säg till driften."


class UploadGoneError(Exception):
    """The kept file is no longer there, or is no longer what was shown."""


class Phase(StrEnum):
    """How far an upload has come."""

    READING = "reading"
    READ = "read"
    CARRYING_OUT = "carrying_out"
    CARRIED_OUT = "carried_out"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class State:
    """How far an upload has come, and what pages need to know there.

    While it is worked on, `step` says what is done just now and how many rows that has come to;
    then `outcome` is what it would change and `fingerprint` stands for that. `is_other` when that
    is not what somebody agreed to a moment ago, and `batch_pk` is the import that came of it.
    When it was refused, `reasons` say why.
    """

    phase: Phase
    step: str = ""
    done: int = 0
    total: int | None = None
    outcome: dict[str, Any] | None = None
    fingerprint: str = ""
    is_other: bool = False
    batch_pk: int | None = None
    reasons: list[Any] = field(default_factory=list)

    @property
    def is_worked_on(self) -> bool:
        """Whether there is something to wait for."""
        return self.phase in (Phase.READING, Phase.CARRYING_OUT)


@dataclass(frozen=True, slots=True)
class LongWork:
    """Something that may take long: a file says how far it has come, and who is at it holds one."""

    token: str

    @property
    def path(self) -> Path:
        """The file that is held by whoever is at it."""
        return self._beside("lock")

    @property
    def state_path(self) -> Path:
        """Where it says how far it has come."""
        return self._beside("json")

    def _beside(self, ending: str) -> Path:
        if not TOKEN.fullmatch(self.token):
            raise UploadGoneError
        return folder() / f"{self.token}.{ending}"

    def as_dict(self) -> dict[str, Any]:
        """The work as a session or a task keeps it."""
        return asdict(self)

    def write(self, state: State) -> None:
        """Say how far it has come; whoever reads meanwhile sees this or what was said before."""
        with replacing(self.state_path) as file:
            file.write(json.dumps(asdict(state)).encode())

    def state(self) -> State:
        """How far it has come; UploadGoneError when nothing is left of it."""
        try:
            found = json.loads(self.state_path.read_bytes())
        except FileNotFoundError:
            raise UploadGoneError from None
        return State(**found | {"phase": Phase(found["phase"])})

    @contextmanager
    def held(self, *, wait: bool = True) -> Iterator[None]:
        """Alone among workers with it; BlockingIOError when one has it and none may wait.

        Whoever is ended lets go.
        """
        try:
            file = self.path.open("r+b")
        except FileNotFoundError:
            raise UploadGoneError from None
        with file:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield


@dataclass(frozen=True, slots=True)
class Upload(LongWork):
    """A kept workbook and the day it is about; `name` is what its owner called it.

    Whoever may change `own` units only, by key, handed in a workbook limited to those.
    """

    sha256: str
    name: str
    on: str
    own: list[int] | None = None

    @property
    def day(self) -> date:
        """The day that dates what the file does not."""
        return date.fromisoformat(self.on)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._beside("xlsx")

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """The file, if it still has exactly the bytes that were handed in."""
        try:
            file = self.path.open("rb")
        except FileNotFoundError:
            raise UploadGoneError from None
        with file:
            if hashlib.file_digest(file, "sha256").hexdigest() != self.sha256:
                raise UploadGoneError
            file.seek(0)
            yield file


def folder() -> Path:
    """Where workbooks wait, readable by the owner of the process only."""
    return Path(settings.DATA_DIR) / "imports"


def make_folder() -> None:
    """Let there be such a folder."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)


def keep(content: bytes, *, name: str, on: date, own: list[int] | None = None) -> Upload:
    """Keep the workbook until it is carried out or given up."""
    make_folder()
    forget_abandoned()
    digest = hashlib.sha256(content).hexdigest()
    upload = Upload(secrets.token_hex(16), digest, name, on.isoformat(), own)
    with replacing(upload.path) as file:
        file.write(content)
    return upload


def kept(stored: Any) -> Upload:
    """The upload that a session holds; UploadGoneError when it holds none."""
    if not isinstance(stored, dict):
        raise UploadGoneError
    return Upload(**stored)


def forget(upload: LongWork) -> None:
    """Remove what is kept of it; that may be gone already."""
    upload.path.unlink(missing_ok=True)
    upload.state_path.unlink(missing_ok=True)


def forget_abandoned() -> None:
    """Remove what nobody came back for."""
    for path in folder().glob("*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - KEPT_SECONDS:
                path.unlink()
