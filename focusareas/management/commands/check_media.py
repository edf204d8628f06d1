"""Whether the certificate files on disk are those that the database knows."""

import hashlib
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from focusareas import uploads
from focusareas.models import CertificateFile, Course


class Command(BaseCommand):
    """Finds missing, changed and orphaned files; deletes orphans only when told to."""

    help = "Jämför intygsfilerna på disken med databasen. Ändrar inget utan --delete-orphans."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--delete-orphans", action="store_true", help="ta bort filer som inget intyg hör till"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        orphans = find_orphans(delete=options["delete_orphans"])
        for path in orphans:
            done = "borttagen" if options["delete_orphans"] else "hör inte till något intyg"
            self.stdout.write(f"{path}: {done}")
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


def find_damaged() -> list[tuple[str, str]]:
    """Rows whose file is gone or holds something else, with what is wrong."""
    damaged = []
    for path, sha256 in CertificateFile.objects.order_by("path").values_list("path", "sha256"):
        location = uploads.location(path)
        if not location.is_file():
            damaged.append((path, "saknas"))
        elif not _has_checksum(location.read_bytes(), sha256):
            damaged.append((path, "har ändrats"))
    return damaged


def _has_checksum(content: bytes, sha256: str) -> bool:
    return hashlib.sha256(content).hexdigest() == sha256
