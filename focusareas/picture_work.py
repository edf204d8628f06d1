"""Pictures that came in on the web: a worker reads them, and then they are as any other file.

Whoever handed one in may answer the question meanwhile, or take the file back: what a person
has done stands. A worker that is ended half-way has changed nothing, and the next one starts
over.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.db import IntegrityError, transaction
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from focusareas import clock, examination, intake, picture_reading, submissions, uploads
from focusareas.certificate_reader import Reading
from focusareas.intake_judgement import Desk, Kind, Known, Outcome, judge
from focusareas.models import Certificate, Course, ShareLink
from focusareas.models.audit import record


def read_later(certificate_pks: Sequence[int]) -> None:
    """Queue those of the certificates whose picture is yet to be read, in this transaction."""
    waiting = Certificate.objects.awaiting_reading().filter(pk__in=certificate_pks)
    for pk in waiting.order_by("pk").values_list("pk", flat=True):
        read_picture.enqueue(pk)


def take_up_again() -> None:
    """Queue again what was begun by a worker that has been ended."""
    tasks = DBTaskResult.objects.ready().filter(task_path=read_picture.module_path)
    queued = {task.args_kwargs["args"][0] for task in tasks}
    waiting = Certificate.objects.awaiting_reading().exclude(pk__in=queued)
    read_later(list(waiting.values_list("pk", flat=True)))


@task()
def read_picture(certificate_pk: int) -> None:
    """Read the file of a certificate that waits for it, and say whose each of its pages is."""
    waiting = Certificate.objects.awaiting_reading().select_related(
        "file", "course", "unit", "submitted__submission__share_link"
    )
    certificate = waiting.filter(pk=certificate_pk).first()
    if certificate is None or certificate.file is None:
        return
    courses = {course.code: course for course in Course.objects.all()}
    path = uploads.location(certificate.file.path)
    (examined,) = examination.examine([(str(certificate.file), path)], courses.values())
    readings = picture_reading.read(path, examined.readings, examination.marks_of(courses.values()))
    desk = Desk(
        certificate.unit,
        certificate.course,
        courses,
        certificate.received_on,
        link=_link_of(certificate),
    )
    try:
        _decide(certificate_pk, readings, desk)
    except IntegrityError:
        # Somebody answered a question about the same person just now; a second look sees it.
        _decide(certificate_pk, readings, desk)


def _link_of(certificate: Certificate) -> ShareLink | None:
    """The shared link that it came by, if it did."""
    submitted = getattr(certificate, "submitted", None)
    return submitted.submission.share_link if submitted else None


@transaction.atomic
def _decide(certificate_pk: int, readings: Sequence[Reading], desk: Desk) -> None:
    intake.take_turn()
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("file")
    certificate = rows.get(pk=certificate_pk)
    if not certificate.awaits_reading or not certificate.file:
        return
    certificate.awaits_reading = False
    if certificate.returned_on:
        certificate.save()
        return
    sha256 = certificate.file.sha256
    known = intake.what_is_known(desk, [sha256])
    if certificate.staff_member_id is None:
        readings = _settle_first(certificate, readings, desk, known)
    certificate.save()
    _put_rest(certificate, readings, desk, known)


def _settle_first(
    certificate: Certificate, readings: Sequence[Reading], desk: Desk, known: Known
) -> list[Reading]:
    """Make the question what its page says, and give back the other pages."""
    assert certificate.file
    sha256 = certificate.file.sha256
    known.file_pages.discard((sha256, certificate.page))
    first, *rest = [one for one in readings if (sha256, one.page) not in known.file_pages] or [
        Reading(certificate.page, is_picture=True)
    ]
    outcome = judge(str(certificate.file), sha256, first, desk, known)
    for field, value in intake.what_it_says(outcome, first, desk.received_on).items():
        setattr(certificate, field, value)
    if outcome.kind == Kind.DUPLICATE:
        certificate.returned_on = max(clock.today(), desk.received_on)
        certificate.reason, certificate.question = outcome.reason, ""
    else:
        known.add(outcome, sha256)
    _tell(certificate, outcome)
    return rest


def _tell(certificate: Certificate, outcome: Outcome) -> None:
    """Let the receipt say which page it was, and the trace what became of it."""
    submitted = getattr(certificate, "submitted", None)
    if submitted:
        submitted.page = outcome.page
        submitted.save()
    words = {
        Kind.MATCHED: "utan fråga",
        Kind.ASK: "med fråga",
        Kind.DUPLICATE: "som redan fanns och därför inte räknas",
    }[outcome.kind]
    text = f"Läste bilden av intyg {certificate.pk} för {certificate.course}: ett intyg {words}."
    record(by=None, text=text, about=certificate.unit)


def _put_rest(
    certificate: Certificate, readings: Sequence[Reading], desk: Desk, known: Known
) -> None:
    """New certificates for the other pages of the file."""
    file = certificate.file
    assert file
    tray = intake.Tray(desk, approve=False, by=certificate.handed_in_by)
    outcomes = []
    for reading in readings:
        outcome = judge(str(file), file.sha256, reading, desk, known)
        if outcome.is_saved:
            tray.put(outcome, reading, file)
            known.add(outcome, file.sha256)
            outcomes.append(outcome)
    tray.save()
    submitted = getattr(certificate, "submitted", None)
    if outcomes and submitted:
        told = [
            replace(outcome, certificate_pk=row.pk)
            for outcome, row in zip(outcomes, tray.certificates, strict=True)
        ]
        key = submitted.submission.key
        submissions.keep(told, desk=replace(desk, key=key), by=tray.by)
