"""Which of the later imports read what an import wrote: those have to be undone before it."""

from collections.abc import Iterable
from itertools import zip_longest

from django.db.models import Q

from focusareas.hr_import.journal import chunks
from focusareas.hr_import.written import Subjects
from focusareas.models import Employment, ImportBatch, KeyPerson, UnitManager

# Asked for six times over, which is fewer than SQLite takes anywhere.
KEYS = 4_000


def built_by(batch: ImportBatch, subjects: Subjects) -> list[ImportBatch]:
    """The later imports that stand and were of units, or of people there, that this one changed.

    An import that does not tell its units may have been of all of them.
    """
    later = ImportBatch.objects.without_contents().filter(pk__gt=batch.pk, undone_at__isnull=True)
    found = {
        row: None if (units := row.units) is None else frozenset(units)  # type: ignore[attr-defined]  # annotated
        for row in later.telling_units().order_by("pk")
    }
    shared = _shared(subjects, {unit for units in found.values() for unit in units or ()})
    return [row for row, units in found.items() if units is None or not shared.isdisjoint(units)]


def _shared(subjects: Subjects, units: set[int]) -> set[int]:
    """Those of the units that were changed, or where somebody works or leads who was."""
    shared = subjects.units & units
    some = (
        chunks(sorted(keys), KEYS)
        for keys in (subjects.people, subjects.employments, subjects.users)
    )
    for people, employments, users in zip_longest(*some, fillvalue=[]):
        if units - shared:
            shared |= _where(units - shared, people, employments, users)
    return shared


def _where(
    units: Iterable[int], people: list[int], employments: list[int], users: list[int]
) -> set[int]:
    whose = Q(staff_member__in=people) | Q(staff_member__employments__in=employments)
    led = Q(user__in=users) | Q(user__staff_member__in=people)
    asked = ((Employment, whose), (KeyPerson, whose), (UnitManager, led))
    first, *others = (
        model._default_manager.filter(which, unit__in=units).order_by().values_list("unit_id")
        for model, which in asked
    )
    return {unit for (unit,) in first.union(*others)}
