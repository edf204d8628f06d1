"""Documents that stand beside what a unit says: looked into, scanned and stored as files are."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from focusareas import examination, intake, isolation, quarantine, uploads
from focusareas.examination import Examined
from focusareas.models import CertificateFile
from focusareas.refusal import RefusedError
from focusareas.uploads import FileRefusedError, Source

NOT_PDF = "Dokumentet ska vara en PDF. Spara det som PDF och välj det igen."
CHANGED = "Filen ändrades medan den lästes. Välj den igen."


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was sent and may be kept, with what is known of it."""

    name: str
    source: Source
    examined: Examined


def examine(name: str, source: Source, *, on: date) -> Document:
    """The document, once it is known to be a whole PDF without a virus; else FileRefusedError.

    Done before any transaction: it takes a while.
    """
    result = next(iter(isolation.each(_look, [source])), None)
    found = result or Examined(refusal=examination.UNREADABLE_FILE)
    [found] = examination.scan([(name, source)], [found], within=examination.PAGE_SECONDS, on=on)
    infected = CertificateFile.objects.infected().filter(sha256=found.sha256).first()
    infection = infected.infection if infected else found.infection
    refusal = quarantine.refusal(infection) if infection else found.refusal
    if refusal:
        raise FileRefusedError(refusal.replace("intyget", "dokumentet"))
    return Document(name, source, found)


def _look(source: Source) -> Examined:
    try:
        content = uploads.content_of(source)
        kind = uploads.content_type(content)
        if kind != uploads.PDF:
            return Examined(refusal=NOT_PDF)
        with uploads.open_pdf(content):
            return Examined(hashlib.sha256(content).hexdigest(), len(content), kind)
    except FileRefusedError as refusal:
        return Examined(refusal=str(refusal))
    except (MemoryError, OSError):
        return Examined(refusal=examination.UNREADABLE_FILE)


@contextmanager
def kept(document: Document | None) -> Iterator[CertificateFile | None]:
    """The document's row, in one transaction with what points at it.

    The file is on disk before the row, and is taken back when surely nothing was saved.
    """
    path, is_written = "", False
    try:
        with transaction.atomic():
            file = None
            if document:
                intake.take_turn()
                file = CertificateFile.objects.filter(sha256=document.examined.sha256).first()
            if document and not file:
                path = uploads.store(_content_of(document))
                file = _row(document, path)
            yield file
            is_written = True
    except BaseException as error:
        if path and (not is_written or isinstance(error, IntegrityError)):
            uploads.remove(path)
        raise


def _row(document: Document, path: str) -> CertificateFile:
    examined = document.examined
    return CertificateFile.objects.create(
        sha256=examined.sha256,
        path=path,
        original_name=uploads.clean_name(document.name),
        content_type=examined.content_type,
        size=examined.size,
        scanned_on=examined.scanned_on,
    )


def _content_of(document: Document) -> bytes:
    content = uploads.content_of(document.source)
    if hashlib.sha256(content).hexdigest() != document.examined.sha256:
        raise RefusedError(CHANGED, field="document")
    return content
