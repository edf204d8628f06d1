"""New departments and providers that may be known ones, spelled wrong."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from focusareas.hr_import.layout import UNITS, UnitRow
from focusareas.hr_import.organisation import Registers
from focusareas.hr_import.outcome import Finding, warning
from focusareas.models import Department, Provider

# Of a hundred: a letter or two in a name of usual length.
ALIKE = 85


def perhaps_misspelt(registers: Registers, rows: Sequence[UnitRow]) -> Iterator[Finding]:
    """A warning for each new name that is much like one that was there."""
    for field, what, names, known in (
        ("department", "Avdelningen", registers.departments, registers.known[Department]),
        ("provider", "Utföraren", registers.providers, registers.known[Provider]),
    ):
        for name in names:
            if nearest := nearest_to(name, known):
                row = next(row for row in rows if getattr(row, field).casefold() == name.casefold())
                message = (
                    f"{what} {name} är ny och läggs upp. Är det ett stavfel? {nearest} finns "
                    "redan. Rätta i så fall i filen."
                )
                yield warning(UNITS.title, row.row, UNITS.header(field), message)


def nearest_to(name: str, known: Sequence[str]) -> str | None:
    """The known name that is most like this one, if any is much like it."""
    found = process.extractOne(
        name, known, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=ALIKE
    )
    return str(found[0]) if found else None
