"""Taking an import back within a week, as if it had not been, while nothing is built on it."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import IntegrityError, connection, transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from focusareas.hr_import import dated_back
from focusareas.hr_import.apart import built_by
from focusareas.hr_import.hindrances import HinderedError, Hindrance, Named
from focusareas.hr_import.journal import Entry, Model, chunks, entries, within
from focusareas.hr_import.kept_outcome import from_kept
from focusareas.hr_import.outcome import Outcome
from focusareas.hr_import.progress import Progress, untold
from focusareas.hr_import.standing import standing_in_the_way
from focusareas.hr_import.written import look
from focusareas.models import ImportBatch, User
from focusareas.models.audit import record, record_all
from focusareas.one_at_a_time import one_at_a_time
from focusareas.swedish import sentence_case

DAYS = 7
LATEST = timedelta(days=DAYS)
# Rows, and conditions of a query, at a time.
ROWS = 2_000
SPANS = 200

ALREADY = "Inläsningen är redan ångrad."
TOO_LATE = f"En inläsning kan ångras i {DAYS} dagar, och den tiden har gått."
LATER = "gäller samma personer eller enheter. Ångra den först"
TAKING_BACK = "Lägger tillbaka det som var"
MEANWHILE = "Något annat bygger på inläsningen, så den kan inte ångras."


def past() -> QuerySet[ImportBatch]:
    """The imports that it is too late to undo and of which more is kept than should be."""
    kept = Q(journal__isnull=False) | Q(outcome__isnull=False)
    return ImportBatch.objects.filter(kept, made_at__lt=timezone.now() - LATEST)


def forget_what_is_past() -> None:
    """Empty what is kept of imports that it is too late to undo: it holds what people were."""
    past().update(journal=None, outcome=None)


def rows_of(batch: ImportBatch) -> list[Entry]:
    """What the import wrote; nothing when that is no longer kept."""
    return list(entries((batch.journal or {"rows": {}})["rows"]))


def outcome_of(batch: ImportBatch, *, now: datetime) -> Outcome | None:
    """Whom the import was about, as long as that may be shown."""
    if batch.outcome is None or now - batch.made_at > LATEST:
        return None
    return from_kept(batch.outcome)


class Part(NamedTuple):
    """What undoing does to rows of one kind: how many go, get earlier values, and come back."""

    name: str
    gone: int
    restored: int
    back: int


def parts_of(batch: ImportBatch) -> list[Part]:
    """What undoing the import would do, in numbers."""
    return [
        Part(
            _plural(entry.model),
            sum(span.last - span.first + 1 for span in entry.made),
            len(entry.changed),
            len(entry.removed),
        )
        for entry in rows_of(batch)
    ]


def can_be_undone(batch: ImportBatch, *, now: datetime) -> bool:
    """Whether there is still time; something may have been built on it all the same."""
    return batch.undone_at is None and now - batch.made_at <= LATEST


def latest_day(batch: ImportBatch, *, now: datetime) -> date | None:
    """The last day on which the import can be undone; none when it is past or has been done."""
    can_be = can_be_undone(batch, now=now)
    return timezone.localdate(batch.made_at + LATEST) if can_be else None


def reasons_at_once(batch: ImportBatch, *, now: datetime) -> list[Hindrance]:
    """Why the import cannot be undone, as far as it tells itself."""
    if batch.undone_at:
        return [Hindrance(ALREADY)]
    if not can_be_undone(batch, now=now) or batch.journal is None:
        return [Hindrance(TOO_LATE)]
    return []


def reasons_against(
    batch: ImportBatch, *, now: datetime, progress: Progress = untold
) -> list[Hindrance]:
    """Why the import cannot be undone; nothing when it can."""
    if reasons := reasons_at_once(batch, now=now):
        return reasons
    found = rows_of(batch)
    written = look(found, progress)
    if later := built_by(batch, written.subjects):
        return [_later(other) for other in later]
    return standing_in_the_way(batch, found, written)


def _later(batch: ImportBatch) -> Hindrance:
    made_at = timezone.localtime(batch.made_at)
    words = f"Inläsningen {made_at:%Y-%m-%d %H:%M}"
    return Hindrance(LATER, (Named(words, reverse("import_detail", args=[batch.pk])),))


@transaction.atomic
def undo(batch: ImportBatch, *, by: User | None, progress: Progress = untold) -> None:
    """Make all the import wrote as it was before; HinderedError says what stands in the way.

    The trace keeps both the import and that it was undone.
    """
    one_at_a_time()
    found = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    now = timezone.now()
    if reasons := reasons_against(found, now=now, progress=progress):
        raise HinderedError(reasons)
    rows = rows_of(found)
    text = f"Inläsningen per {found.effective_on} ångrades."
    record_all(dated_back.events(dated_back.days_of(found), text=text, by=by))
    try:
        with transaction.atomic():
            _take_back(rows, progress)
            # Rows that somebody tied to what is gone just now: told here and not at the commit.
            connection.check_constraints()
    except IntegrityError:
        raise HinderedError([Hindrance(MEANWHILE)]) from None
    found.undone_at, found.undone_by = now, by
    found.journal = found.outcome = None
    found.save()
    record(by=by, text=f"Ångrade inläsningen per {found.effective_on}.", about=found)


def _take_back(found: list[Entry], progress: Progress) -> None:
    progress(TAKING_BACK, 0)
    for entry in found:
        for some in chunks(entry.made, SPANS):
            rows = entry.model._default_manager.filter(within(some))
            # Nothing refers to them, as has been seen: no need to look for it once more.
            rows._raw_delete(rows.db)
    done, total = 0, sum(len(entry.changed) for entry in found)
    for entry in found:
        for pks in chunks(entry.changed, ROWS):
            progress(TAKING_BACK, done, total)
            _restore(entry, pks)
            done += len(pks)
    for entry in found:
        entry.model._default_manager.bulk_create(entry.model(**row) for row in entry.removed)


def _restore(entry: Entry, pks: list[int]) -> None:
    """Give changed rows the values they had."""
    rows = entry.model._default_manager.in_bulk(pks)
    fields: set[str] = set()
    for pk, row in rows.items():
        before = entry.changed[pk].before
        fields |= before.keys()
        for name, value in before.items():
            setattr(row, name, value)
    entry.model._default_manager.bulk_create(
        rows.values(), update_conflicts=True, unique_fields=["pk"], update_fields=sorted(fields)
    )


def _plural(model: Model) -> str:
    """Rows of the kind, as a heading names them; what ties tags to units has no name of its own."""
    if model._meta.auto_created:
        return "Enheternas taggar"
    return sentence_case(str(model._meta.verbose_name_plural))
