"""Files in which a virus was found: kept apart, pointed out, never served and never deleted."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from focusareas import uploads
from focusareas.models import Certificate, CertificateFile, RoutineConfirmation, User
from focusareas.models.audit import record_for_each
from focusareas.virus_scan import NOT_SCANNED, Scanner, Verdict

SUBJECT = "Virus i inlämnade filer"


def refusal(infection: str) -> str:
    """What to say to the one who hands in a file with a virus."""
    return (
        f"Virusskyddet fann {infection} i filen. Den är inte inlämnad utan hålls undan. Hämta "
        "intyget på nytt, och berätta för IT-stödet var filen kom ifrån."
    )


def location(path: str) -> Path:
    """Where a file that is kept apart lies."""
    return Path(settings.QUARANTINE_DIR) / path


def place(file: CertificateFile) -> Path:
    """Where the file should lie."""
    return location(file.path) if file.infection else uploads.location(file.path)


@transaction.atomic
def note(file: CertificateFile, infection: str, *, on: date, by: User | None = None) -> None:
    """Write down what the scanner said of a stored file; a find is pointed out on certificates."""
    file.scanned_on, file.infection = on, infection
    file.save(update_fields=["scanned_on", "infection"])
    if infection:
        text = f"Höll undan filen: virusskyddet fann {infection}."
        on_file = Certificate.objects.filter(file=file)
        record_for_each(by=by, text=text, about=[*on_file, *file.routine_confirmations.all()])


def move(path: str) -> None:
    """Move a stored file away from the others; one that is moved already stays where it is."""
    source, target = uploads.location(path), location(path)
    if source.is_file():
        target.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        shutil.move(source, target)


def move_infected() -> None:
    """Move all that is known to be infected, also what an earlier run did not get to."""
    for path in CertificateFile.objects.infected().values_list("path", flat=True):
        move(path)


def scan_stored(
    files: Iterable[CertificateFile], scanner: Scanner, *, on: date
) -> Iterator[tuple[CertificateFile, Verdict]]:
    """Scan stored files and write down what was said; what could not be scanned stays so."""
    for file in files:
        verdict = NOT_SCANNED if scanner.is_away else _scan(file, scanner)
        if verdict.is_scanned:
            note(file, verdict.infection, on=on)
        if verdict.infection:
            move(file.path)
        yield file, verdict


def _scan(file: CertificateFile, scanner: Scanner) -> Verdict:
    try:
        content = uploads.location(file.path).read_bytes()
    except OSError:
        return NOT_SCANNED  # that the file is gone is for check_media to tell
    return scanner.scan(content)


def tell_leads(files: Sequence[CertificateFile]) -> None:
    """Point out to the development leads which certificates and routines have lost their file."""
    leads = User.objects.filter(is_development_lead=True, is_active=True)
    addresses = list(leads.values_list("email", flat=True))
    certificates = Certificate.objects.filter(file__in=files).order_by("pk")
    routines = RoutineConfirmation.objects.filter(document__in=files).order_by("pk")
    places = [reverse("certificate_detail", args=[row.pk]) for row in certificates]
    places += [reverse("routine_confirm", args=[row.unit_id, row.activity_id]) for row in routines]
    if addresses and places:
        send_mail(SUBJECT, letter(places), None, addresses)


def letter(places: Iterable[str]) -> str:
    """The mail to the leads: links and no names, for a mail is not a safe place."""
    links = "\n".join(settings.SITE_URL + place for place in places)
    return (
        "Hej!\n\n"
        "Virusskyddet har funnit virus i filer som redan var inlämnade. Filerna hålls undan och "
        "går inte att öppna. Intygen och rutinerna är kvar. Be enheterna om nya filer, och "
        "återsänd eller återkalla de intyg som finns här:\n\n"
        f"{links}\n\n"
        "Hälsningar\nvrplan\n"
    )
