"""Taking an import back within a week, as if it had not been, while nothing is built on it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from django.db import IntegrityError, connection, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from focusareas.hr_import import dated_back
from focusareas.hr_import.journal import Entry, Model, Span, checksum, chunks, columns_of, entries
from focusareas.hr_import.kept_outcome import from_kept
from focusareas.hr_import.outcome import Outcome
from focusareas.models import Employment, ImportBatch, KeyPerson, StaffMember, Unit, User
from focusareas.models.audit import record
from focusareas.one_at_a_time import one_at_a_time
from focusareas.refusal import RefusedError
from focusareas.swedish import in_a_row, sentence_case

DAYS = 7
LATEST = timedelta(days=DAYS)
# Rows, conditions of a query, and questions asked in one, at a time.
ROWS = 2_000
SPANS = 200
QUESTIONS = 40
SHOWN = 10

ALREADY = "Inläsningen är redan ångrad."
TOO_LATE = f"En inläsning kan ångras i {DAYS} dagar, och den tiden har gått."
NOT_LAST = "En senare inläsning kan bygga på den. Ångra den senare först."
MEANWHILE = "Något annat bygger på inläsningen, så den kan inte ångras."


def forget_what_is_past() -> None:
    """Empty what is kept of imports that it is too late to undo: it holds what people were."""
    kept = Q(journal__isnull=False) | Q(outcome__isnull=False)
    past = ImportBatch.objects.filter(kept, made_at__lt=timezone.now() - LATEST)
    past.update(journal=None, outcome=None)


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


def reasons_against(batch: ImportBatch, *, now: datetime) -> list[str]:
    """Why the import cannot be undone, in sentences; none when it can."""
    if batch.undone_at:
        return [ALREADY]
    if not can_be_undone(batch, now=now) or batch.journal is None:
        return [TOO_LATE]
    later = ImportBatch.objects.filter(pk__gt=batch.pk, undone_at__isnull=True)
    if later.exists():
        return [NOT_LAST]
    found = rows_of(batch)
    return [*_touched(found), *_built_on(found, batch.journal["last_key_person"])]


@transaction.atomic
def undo(batch: ImportBatch, *, by: User | None) -> None:
    """Make everything the import wrote as it was before; RefusedError says what stands in the way.

    The trace keeps both the import and that it was undone.
    """
    one_at_a_time()
    found = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    now = timezone.now()
    if reasons := reasons_against(found, now=now):
        raise RefusedError(" ".join(reasons))
    rows = rows_of(found)
    dated_back.tell(rows, text=f"Inläsningen per {found.effective_on} ångrades.", by=by)
    try:
        with transaction.atomic():
            _take_back(rows)
            # Rows that somebody tied to what is gone just now: told here and not at the commit.
            connection.check_constraints()
    except IntegrityError:
        raise RefusedError(MEANWHILE) from None
    found.undone_at, found.undone_by = now, by
    found.journal = found.outcome = None
    found.save()
    record(by=by, text=f"Ångrade inläsningen per {found.effective_on}.", about=found)


def _take_back(found: list[Entry]) -> None:
    for entry in found:
        for some in chunks(entry.made, SPANS):
            rows = entry.model._default_manager.filter(_within(some))
            # Nothing refers to them, as has been seen: no need to look for it once more.
            rows._raw_delete(rows.db)
    for entry in found:
        _restore(entry)
    for entry in found:
        entry.model._default_manager.bulk_create(entry.model(**row) for row in entry.removed)


def _restore(entry: Entry) -> None:
    """Give changed rows the values they had."""
    for pks in chunks(entry.changed, ROWS):
        rows = entry.model._default_manager.in_bulk(pks)
        fields: set[str] = set()
        for pk, row in rows.items():
            before = entry.changed[pk].before
            fields |= before.keys()
            for name, value in before.items():
                setattr(row, name, value)
        entry.model._default_manager.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=sorted(fields),
        )


def _touched(found: list[Entry]) -> Iterator[str]:
    """Rows that are not as the import left them, in sentences."""
    for entry in found:
        if other := list(_changed_since(entry)):
            yield _sentence(entry.model, other, "har ändrats eller tagits bort sedan dess")


def _changed_since(entry: Entry) -> Iterator[int]:
    """The keys of such rows, with one question for made and changed ones unless they are many."""
    parts = (chunks(entry.made, SPANS), chunks(entry.changed, ROWS))
    for spans, pks in zip_longest(*parts, fillvalue=()):
        left = {pk: entry.changed[pk].checksum for pk in pks}
        for span in spans:
            left.update(zip(range(span.first, span.last + 1), span.sums, strict=True))
        yield from _other_than(entry.model, left, _within(spans) | Q(pk__in=pks))


def _other_than(model: Model, left: dict[int, int], asked: Q) -> Iterator[int]:
    """The keys whose rows are gone or hold something other than was left in them."""
    rows = model._default_manager.filter(asked).order_by()
    for pk, *values in rows.values_list("pk", *columns_of(model)).iterator():
        if left.pop(pk) != checksum(values):
            yield pk
    yield from left


def _built_on(found: list[Entry], last_key_person: int) -> Iterator[str]:
    """What has come to rest on rows that the import made, in sentences."""
    by_model = {entry.model: entry for entry in found}
    resting = [
        rows
        for entry in found
        for relation in _relations(entry.model)
        for rows in _resting(relation, entry.made, by_model.get(relation.related_model))
    ]
    for some in chunks([*resting, _duties(found, last_key_person)], QUESTIONS):
        asked = ImportBatch.objects.order_by().values_list(*map(Exists, some))
        for rows, are_there in zip(some, asked[0], strict=True):
            if are_there:
                pks = rows.values_list("pk", flat=True)[: SHOWN + 1]
                yield _sentence(rows.model, pks, "har kommit till och bygger på den")


def _relations(model: Model) -> list[Any]:
    """The foreign keys that point at the model, from wherever they come."""
    fields: Iterable[Any] = model._meta.get_fields(include_hidden=True)
    return [
        field for field in fields if field.auto_created and (field.one_to_many or field.one_to_one)
    ]


def _resting(relation: Any, on: list[Span], own: Entry | None) -> Iterator[models.QuerySet[Any]]:
    """The rows that point at what was made, if not by the import itself."""
    others = relation.related_model._default_manager.all()
    if own:
        field = relation.field.attname
        turned = [pk for pk, row in own.changed.items() if field in row.before]
        others = others.exclude(_within(own.made)).exclude(pk__in=turned)
    for some in chunks(on, SPANS):
        yield others.filter(_within(some, relation.field.name))


def _duties(found: list[Entry], last: int) -> models.QuerySet[KeyPerson]:
    """The new key persons who would have no employment at their unit.

    Those up to the last one that there was have been as they were before the import.
    """
    made: dict[Model, list[Span]] = {entry.model: entry.made for entry in found}
    employed = Employment.objects.filter(
        Q(last_day=None) | Q(last_day__gte=OuterRef("first_day")),
        Q(first_day__lte=Coalesce(OuterRef("last_day"), date.max)),
        staff_member=OuterRef("staff_member"),
        unit=OuterRef("unit"),
    )
    ours = _within(made.get(Employment, []))
    resting = KeyPerson.objects.filter(Exists(employed.filter(ours)), pk__gt=last)
    resting = resting.exclude(Exists(employed.exclude(ours)))
    # Whose whole person is new has been told of already.
    return resting.exclude(_within(made.get(StaffMember, []), "staff_member"))


def _within(spans: Iterable[Span], name: str = "pk") -> Q:
    """The rows whose key lies in one of the spans; none when there is no span."""
    found = Q(pk__in=[])
    for span in spans:
        found |= Q(**{f"{name}__gte": span.first, f"{name}__lte": span.last})
    return found


def _sentence(model: Model, pks: Iterable[int], words: str) -> str:
    """The rows by name, some of them when they are many, and what has become of them."""
    *shown, last = list(pks)[: SHOWN + 1]
    rows = model._default_manager.in_bulk([*shown, last])
    names = [_name(rows[pk]) if pk in rows else _kind(model) for pk in [*shown, last]]
    if len(names) > SHOWN:
        names[-1] = "fler"
    return f"{sentence_case(in_a_row(names))} {words}."


def _name(row: models.Model) -> str:
    """What the row is about, with numbers for people: a name may be protected."""
    match row:
        case StaffMember():
            return f"medarbetare {row.employee_number}"
        case Unit():
            return f"enhet {row.code}"
    held = getattr(row, "employment", row)
    about = (getattr(held, "staff_member", None), getattr(held, "unit", None))
    return " ".join([_kind(type(row)), *(f"för {_name(it)}" for it in about if it)])


def _kind(model: Model) -> str:
    return str(model._meta.verbose_name)


def _plural(model: Model) -> str:
    """Rows of the kind, as a heading names them; what ties tags to units has no name of its own."""
    if model._meta.auto_created:
        return "Enheternas taggar"
    return sentence_case(str(model._meta.verbose_name_plural))
