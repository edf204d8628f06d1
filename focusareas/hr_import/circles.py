"""Units that would take over from each other in a circle if an import were undone."""

from collections.abc import Iterable

from django.db.models import Q

from focusareas.hr_import.checking import comes_back
from focusareas.hr_import.journal import Entry
from focusareas.hr_import.overlaps import Rows
from focusareas.hr_import.stored_rows import Wanted
from focusareas.models import Unit

SUCCESSOR = "successor_id"


def ask(wanted: Wanted, found: Iterable[Entry]) -> None:
    """What must be read to know which units take over from which, if any would get one back."""
    if any(_put_back(found).values()):
        wanted.add_where(Unit, Q(successor__isnull=False))


def in_circles(found: Iterable[Entry], read: Rows) -> set[int]:
    """The units whose successors would lead back to them, through one that would be put back."""
    back = _put_back(found)
    now = {pk: row[SUCCESSOR] for pk, row in read.get(Unit, {}).items()}
    successors = {pk: successor for pk, successor in (now | back).items() if successor}
    circles = {pk for pk in successors if comes_back(pk, successors)}
    return circles if circles & back.keys() else set()


def _put_back(found: Iterable[Entry]) -> dict[int, int | None]:
    """The successor that each unit would have again, where the import gave it another."""
    return {
        pk: row.before[SUCCESSOR]
        for entry in found
        if entry.model is Unit
        for pk, row in entry.changed.items()
        if SUCCESSOR in row.before
    }
