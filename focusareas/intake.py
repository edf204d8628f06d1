"""A pile of certificate files becomes certificates, questions, duplicates and refusals."""

import hashlib
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction

from focusareas import examination, quarantine, share_links, spellings, submissions, uploads
from focusareas.certificate_reader import Reading
from focusareas.examination import Examined, Pile
from focusareas.intake_judgement import Desk, Kind, Known, Outcome, judge
from focusareas.models import (
    Certificate,
    CertificateFile,
    Course,
    ShareLink,
    StaffMember,
    Unit,
    User,
)
from focusareas.models.audit import record
from focusareas.names import plain
from focusareas.person_numbers import without_person_number
from focusareas.renewal import let_renew, with_max_age
from focusareas.uploads import Arrivals, Source

ReadLater = Callable[[list[int]], None]

LONGEST_NAME = 200
UNKNOWN_SENDER = "någon med enhetens delade länk"


def receive(
    pile: Pile,
    *,
    unit: Unit,
    course: Course,
    received_on: date,
    approve: bool = False,
    by: User | None = None,
    within: float = math.inf,
    key: str = "",
    today: date | None = None,
    read_later: ReadLater | None = None,
    link: ShareLink | None = None,
    sender_name: str = "",
) -> list[Outcome]:
    """Read the files, save what can be saved in one go, and say what became of each certificate.

    With `approve` those that need no question are approved on the day they came in. Files that
    are not read `within` so many seconds are refused, and can be handed in again. With a `key`
    there is a receipt, the same one for all that comes under it. What came in earlier than it is
    taken in needs to know `today`. Pictures take seconds to read: with `read_later` they are
    questions at first, and it is told which. What comes by a shared `link` is always a question,
    and refused as a whole when the link has no room left.
    """
    courses = with_max_age(Course.objects.all(), on=received_on).in_bulk(field_name="code")
    with Arrivals() as arrivals:
        keep = partial(_keep, arrivals)
        examined = examination.examine(pile, courses.values(), within=within, meanwhile=keep)
        examined = examination.scan(pile, examined, within=within, on=today or received_on)
        if read_later:
            examined = examination.put_off_pictures(examined)
        else:
            examined = examination.read_pictures(pile, examined, courses.values())
        desk = Desk(unit, course, courses, received_on, key, link, sender_name)
        tray = partial(Tray, desk, approve, by, arrivals, read_later)
        return _or_once_more(partial(_decide_and_save, pile, examined, tray))


def _or_once_more(decide: Callable[[], list[Outcome]]) -> list[Outcome]:
    """What came of it, at the second try when somebody was first at this moment.

    They answered a question or handed in the same bytes elsewhere: nothing was saved, and a
    second look sees what they did.
    """
    try:
        return decide()
    except IntegrityError:
        return decide()


def _keep(arrivals: Arrivals, source: Source, file: Examined) -> None:
    """Have a file that may be taken on the disk before it is known what becomes of it."""
    if file.refusal:
        return
    content = uploads.content_of(source)
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise OSError("filen ändrades medan den lästes")
    arrivals.put(file.sha256, content)


# ---------------------------------------------------------------- Saving, in one transaction


@dataclass(slots=True)
class Tray:
    """What is to be saved of a pile; files are on disk before their rows are written."""

    desk: Desk
    approve: bool
    by: User | None
    arrivals: Arrivals | None = None
    read_later: ReadLater | None = None
    files: dict[str, CertificateFile] = field(default_factory=dict)
    new_files: list[CertificateFile] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)
    infections: list[str] = field(default_factory=list)
    is_written: bool = False

    def put(self, outcome: Outcome, reading: Reading, file: CertificateFile) -> None:
        """Make the row for a certificate that is taken."""
        received_on = self.desk.received_on
        approved = self.approve and outcome.kind == Kind.MATCHED
        self.certificates.append(
            Certificate(
                **what_it_says(outcome, reading, received_on),
                course=self.desk.course,
                unit=self.desk.unit,
                file=file,
                received_on=received_on,
                approved_on=received_on if approved else None,
                reviewed_by=self.by if approved else None,
                handed_in_by=self.by,
            )
        )

    def file_for(self, name: str, examined: Examined) -> CertificateFile:
        """The row for these bytes, a new one if they have not come in before."""
        if examined.sha256 not in self.files:
            row = CertificateFile(
                sha256=examined.sha256,
                path=uploads.new_path(beside=self.new_files[0].path if self.new_files else ""),
                original_name=uploads.clean_name(name),
                content_type=examined.content_type,
                size=examined.size,
                scanned_on=examined.scanned_on,
                infection=examined.infection,
            )
            self.new_files.append(row)
            self.files[examined.sha256] = row
        return self.files[examined.sha256]

    def refusal(self, name: str, examined: Examined) -> str:
        """Why the file cannot be taken, if so; one with a virus is kept apart."""
        known = self.files.get(examined.sha256)
        if known and known.pk:
            self._note(known, examined)
        infection = known.infection if known else examined.infection
        if infection:
            self.file_for(name, examined)
            self.infections.append(infection)
            return quarantine.refusal(infection)
        return examined.refusal

    def _note(self, known: CertificateFile, examined: Examined) -> None:
        """Write down what is news about a file that came in before."""
        is_news = known.scanned_on is None or (examined.infection and not known.infection)
        if examined.scanned_on and is_news:
            quarantine.note(known, examined.infection, on=examined.scanned_on, by=self.by)

    @property
    def handed_in_by(self) -> User | str | None:
        """Who the trace says did it; whoever used a shared link is nobody we know."""
        return UNKNOWN_SENDER if self.desk.link else self.by

    def save(self) -> None:
        """Write all rows once their files are safe, and queue the pictures among them."""
        if self.arrivals and self.new_files:
            self.arrivals.settle({file.sha256: file.path for file in self.new_files})
        CertificateFile.objects.bulk_create(self.new_files)
        Certificate.objects.bulk_create(self.certificates)
        if self.read_later:
            self.read_later([row.pk for row in self.certificates if row.awaits_reading])

    def remove_files(self) -> None:
        """Take back from the disk what the database will never know."""
        for file in self.new_files:
            uploads.remove(file.path)


def what_it_says(outcome: Outcome, reading: Reading, received_on: date) -> dict[str, Any]:
    """What goes into a certificate's row of what was read, and whose it is if that is sure."""
    is_matched = outcome.kind == Kind.MATCHED and outcome.person is not None
    day = reading.completed_on
    return {
        "staff_member_id": outcome.person.pk if is_matched and outcome.person else None,
        "page": outcome.page,
        "name_read": name_to_keep(reading),
        "question": outcome.reason,
        "completed_on": day if day and day <= received_on else None,
        "awaits_reading": reading.is_awaited,
    }


def name_to_keep(reading: Reading) -> str:
    """The name as read; a personal identity number beside it is never kept."""
    name = plain(without_person_number(reading.names[0])) if reading.names else ""
    return "".join(letter for letter in name if not letter.isdigit())[:LONGEST_NAME].strip()


def _decide_and_save(
    pile: Pile, examined: list[Examined], new_tray: Callable[[], Tray]
) -> list[Outcome]:
    tray = new_tray()
    try:
        with transaction.atomic():
            outcomes = _decide(pile, examined, tray)
            tray.is_written = True
    except BaseException as error:
        # The database takes its rows back by itself; the disk does not. Once it has been told
        # to commit it may have done so although it could not say: then the files must stay.
        if not tray.is_written or isinstance(error, IntegrityError):
            tray.remove_files()
        raise
    if tray.infections:
        quarantine.move_infected()
    return outcomes


def _decide(pile: Pile, examined: list[Examined], tray: Tray) -> list[Outcome]:
    _begin(tray.desk, examined)
    hashes = [file.sha256 for file in examined if file.sha256]
    tray.files = CertificateFile.objects.in_bulk(hashes, field_name="sha256")
    known = what_is_known(tray.desk, hashes)
    outcomes: list[Outcome] = []
    for (name, _), file in zip(pile, examined, strict=True):
        if refusal := tray.refusal(name, file):
            outcomes.append(Outcome(name, 1, Kind.REFUSED, reason=refusal))
            continue
        for reading in file.readings:
            outcome = judge(name, file.sha256, reading, tray.desk, known)
            outcomes.append(outcome)
            if outcome.is_saved:
                tray.put(outcome, reading, tray.file_for(name, file))
                known.add(outcome, file.sha256)
    tray.save()
    if outcomes:
        record(
            by=tray.handed_in_by,
            text=_summary(outcomes, tray),
            about=tray.desk.unit,
            changes_from=tray.desk.received_on,
        )
    for infection in tray.infections:
        text = f"Höll undan en inlämnad fil: virusskyddet fann {infection}."
        record(by=tray.handed_in_by, text=text, about=tray.desk.unit)
    saved = iter(tray.certificates)
    told = [
        replace(outcome, certificate_pk=next(saved).pk) if outcome.is_saved else outcome
        for outcome in outcomes
    ]
    if tray.desk.key:
        submissions.keep(told, desk=tray.desk, by=tray.by)
    return told


def _begin(desk: Desk, examined: list[Examined]) -> None:
    """Wait for the pile's turn; others may have taken the room of its link while it was read."""
    take_turn()
    if desk.link:
        sizes = [file.size for file in examined if not file.refusal]
        share_links.must_hold(desk.link, sizes, on=desk.received_on)
    let_renew(desk.courses[desk.course.code], on=desk.received_on)


def take_turn(course: Course | None = None, *, on: date | None = None) -> None:
    """Wait for piles being decided: two at a time would not see each other's certificates.

    Then certificates of the course that are too old for the plan of the day may be renewed.
    """
    courses = Course.objects.select_for_update(no_key=True).order_by("pk")
    if course is None or on is None:
        list(courses)
        return
    locked = {found.pk: found for found in with_max_age(courses, on=on)}
    let_renew(locked[course.pk], on=on)


def what_is_known(desk: Desk, hashes: list[str]) -> Known:
    """The people, and what is in already of their certificates and of these files."""
    live = Certificate.objects.live()
    return Known(
        register=spellings.register_of(
            StaffMember.objects.at(desk.unit, on=desk.received_on), on=desk.received_on
        ),
        people_with_certificate=set(
            live.filter(course=desk.course, staff_member__isnull=False).values_list(
                "staff_member", flat=True
            )
        ),
        file_pages={
            (sha256, page)
            for sha256, page in live.filter(file__sha256__in=hashes).values_list(
                "file__sha256", "page"
            )
        },
    )


def _summary(outcomes: list[Outcome], tray: Tray) -> str:
    counts = Counter(outcome.kind for outcome in outcomes)
    desk = tray.desk
    done = "godkända" if tray.approve else "klara"
    how = " via delad länk" if desk.link else ""
    return (
        f"Tog emot intyg{how} för {desk.course} från {desk.unit}, inkomna "
        f"{desk.received_on.isoformat()}: {counts[Kind.MATCHED]} {done} utan fråga, "
        f"{counts[Kind.ASK]} med fråga, {counts[Kind.DUPLICATE]} som redan fanns, "
        f"{counts[Kind.REFUSED]} avvisade."
    )
