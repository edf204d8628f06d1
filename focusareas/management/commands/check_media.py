"""Whether the certificate files on disk are those that the database knows."""

import hashlib
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from focusareas import quarantine, uploads
from focusareas.models import CertificateFile, Course

SECONDS_TO_SEND = 3600


class Command(BaseCommand):
    """Finds missing, changed and orphaned files; deletes orphans only when told to."""

    help = (
        "Jämför intygsfilerna på disken med databasen. Ändrar inget utan --delete-orphans, och "
        "rör då bara filer som inget intyg hör till."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--delete-orphans", action="store_true", help="ta bort filer som inget intyg hör till"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        is_swept = options["delete_orphans"]
        orphans = find_orphans(delete=is_swept) + find_unsent(delete=is_swept)
        for path in orphans:
            self.stdout.write(f"{path}: {'borttagen' if is_swept else 'hör inte till något intyg'}")
        damaged = find_damaged()
        for path, fault in damaged:
            self.stdout.write(f"{path}: {fault}")
        self.stdout.write(
            f"{CertificateFile.objects.count()} filer i databasen, {len(orphans)} utan intyg, "
            f"{len(damaged)} saknas eller har ändrats."
        )
        if damaged:
            raise CommandError("Filer saknas eller har ändrats. Hämta dem ur säkerhetskopian.")


def find_orphans(*, delete: bool) -> list[str]:
    """Files that no row knows; a pile that is being taken in right now has been waited for."""
    with transaction.atomic():
        list(Course.objects.select_for_update(no_key=True).order_by("pk"))
        known = set(CertificateFile.objects.values_list("path", flat=True))
        orphans = sorted(uploads.stored_paths() - known)
        if delete:
            for path in orphans:
                uploads.remove(path)
    return orphans


def find_unsent(*, delete: bool) -> list[str]:
    """What is left of files that were on their way in when the process was killed."""
    folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
    long_ago = time.time() - SECONDS_TO_SEND
    unsent = sorted(path for path in folder.glob("*") if path.lstat().st_mtime < long_ago)
    if delete:
        for path in unsent:
            path.unlink(missing_ok=True)
    return [f"{folder.name}/{path.name}" for path in unsent]


def find_damaged() -> list[tuple[str, str]]:
    """Rows whose file is gone or holds something else, with what is wrong."""
    found = ((file.path, _fault(file)) for file in CertificateFile.objects.order_by("path"))
    return [(path, fault) for path, fault in found if fault]


def _fault(file: CertificateFile) -> str:
    try:
        with quarantine.place(file).open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
    except FileNotFoundError:
        is_behind = file.infection and uploads.location(file.path).is_file()
        return "har virus och är inte undanflyttad, kör scan_files" if is_behind else "saknas"
    except OSError:
        return "går inte att läsa"
    return "" if digest == file.sha256 else "har ändrats"
