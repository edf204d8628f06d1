"""An HR workbook between the steps of the browser: kept, shown, carried out, forgotten."""

import hashlib
import json
import os
import re
import secrets
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from focusareas import hr_import
from focusareas.hr_import import Outcome
from focusareas.hr_import.running import TOLD
from focusareas.models import AuditEvent, ImportBatch, User

TOKEN = re.compile(r"[0-9a-f]{32}")
# Whoever has not gone on by then has left; the file holds names.
KEPT_SECONDS = 24 * 3600


class UploadGoneError(Exception):
    """The kept file is no longer there, or is no longer what was shown."""


class OtherOutcomeError(Exception):
    """Something changed since the outcome was shown: it has to be read again."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A kept workbook and the day it is about; `name` is what its owner called it."""

    token: str
    sha256: str
    name: str
    on: str

    @property
    def day(self) -> date:
        """The day that dates what the file does not."""
        return date.fromisoformat(self.on)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        if not TOKEN.fullmatch(self.token):
            raise UploadGoneError
        return folder() / f"{self.token}.xlsx"

    def as_dict(self) -> dict[str, str]:
        """The upload as a session keeps it."""
        return asdict(self)


def folder() -> Path:
    """Where workbooks wait, readable by the owner of the process only."""
    return Path(settings.DATA_DIR) / "imports"


def keep(content: bytes, *, name: str, on: date) -> Upload:
    """Keep the workbook until it is carried out or given up."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    forget_abandoned()
    digest = hashlib.sha256(content).hexdigest()
    upload = Upload(secrets.token_hex(16), digest, name, on.isoformat())
    try:
        opened = os.open(upload.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.write(content)
    except OSError:
        forget(upload)
        raise
    return upload


def kept(stored: Any) -> Upload:
    """The upload that a session holds; UploadGoneError when it holds none."""
    if not isinstance(stored, dict):
        raise UploadGoneError
    return Upload(**stored)


def forget(upload: Upload) -> None:
    """Remove the kept file; it may be gone already."""
    upload.path.unlink(missing_ok=True)


def forget_abandoned() -> None:
    """Remove what nobody came back for."""
    for path in folder().glob("*.xlsx"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - KEPT_SECONDS:
                path.unlink()


def latest(count: int) -> QuerySet[AuditEvent]:
    """What the trace tells of the latest imports, from pages and commands alike."""
    of_imports = AuditEvent.objects.filter(object_type=ImportBatch._meta.label_lower)
    return of_imports.filter(text__startswith=TOLD)[:count]


def preview(upload: Upload) -> Outcome:
    """What would happen; nothing does."""
    return _run(upload, allow_leavers=False, save=False, by=None)


@transaction.atomic
def carry_out(upload: Upload, *, seen: str, allow_leavers: bool, by: User) -> Outcome:
    """Save the workbook if the outcome is still the one that was seen, and forget the file."""
    outcome = _run(upload, allow_leavers=allow_leavers, save=True, by=by)
    if fingerprint(outcome) != seen:
        raise OtherOutcomeError
    if outcome.saved:
        transaction.on_commit(lambda: forget(upload))
    return outcome


def fingerprint(outcome: Outcome) -> str:
    """What a person has agreed to: everything shown, but not whether leavers are ended."""
    shown = outcome.as_json() | {
        "saved": None,
        "people": dict(outcome.people) | {"leavers": None},
        "missing": [[missing.employee_number, missing.unit_code] for missing in outcome.missing],
        "new": [outcome.new_departments, outcome.new_providers, outcome.invited],
    }
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()


def _run(upload: Upload, *, allow_leavers: bool, save: bool, by: User | None) -> Outcome:
    """The import of exactly the bytes that were kept."""
    try:
        file = upload.path.open("rb")
    except FileNotFoundError:
        raise UploadGoneError from None
    with file:
        if hashlib.file_digest(file, "sha256").hexdigest() != upload.sha256:
            raise UploadGoneError
        file.seek(0)
        return hr_import.run(
            file,
            on=upload.day,
            allow_leavers=allow_leavers,
            save=save,
            name=upload.name,
            by=by,
        )
