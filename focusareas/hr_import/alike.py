"""What is new in a file but may be known already, spelled wrong or under another code."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from focusareas.hr_import.layout import UNITS, UnitRow
from focusareas.hr_import.organisation import Registers, UnitImport
from focusareas.hr_import.outcome import Finding, warning
from focusareas.models import Department, Provider

# Of a hundred: a letter or two in a name of usual length.
ALIKE = 85
# So many new units at once are no misspellings, and each is held against all that are missing.
MANY_NEW = 100
DIGITS = re.compile(r"\d+")


def nearest_names(registers: Registers) -> dict[str, str]:
    """For each new department and provider that is much like a known one, the known name."""
    pairs = (
        (name, nearest_to(name, registers.known[model]))
        for model, names in ((Department, registers.departments), (Provider, registers.providers))
        for name in names
    )
    return {name: nearest for name, nearest in pairs if nearest}


def perhaps_misspelt(
    registers: Registers, nearest: Mapping[str, str], rows: Iterable[UnitRow]
) -> Iterator[Finding]:
    """A warning for each of those names, where it first stands."""
    for field, what, names in (
        ("department", "Avdelningen", registers.departments),
        ("provider", "Utföraren", registers.providers),
    ):
        for name in nearest.keys() & set(names):
            row = next(row for row in rows if getattr(row, field).casefold() == name.casefold())
            message = (
                f"{what} {name} är ny och läggs upp. Är det ett stavfel? {nearest[name]} finns "
                "redan. Rätta i så fall i filen."
            )
            yield warning(UNITS.title, row.row, UNITS.header(field), message)


def perhaps_another_code(units: UnitImport) -> Iterator[Finding]:
    """A warning for each new unit that is called almost as one that the file leaves out."""
    left_out = {unit.name: unit for unit in units.missing}
    names = list(left_out)
    if not names or len(units.new) > MANY_NEW:
        return
    for row in units.sheet.rows:
        if row.code in units.new and (name := nearest_to(row.name, names)):
            message = (
                f"Enheten {row.name} är ny. {name}, med koden {left_out[name].code}, står inte i "
                "filen. Är det samma enhet? Rätta i så fall koden i filen."
            )
            yield warning(UNITS.title, row.row, UNITS.header("code"), message)


def nearest_to(name: str, known: Sequence[str]) -> str | None:
    """The known name that is most like this one, if any is much like it.

    Names with other numbers in them are other names: Boende 1 is not Boende 2 spelled wrong.
    """
    numbers = DIGITS.findall(name)
    comparable = [other for other in known if DIGITS.findall(other) == numbers]
    found = process.extractOne(
        name, comparable, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=ALIKE
    )
    return str(found[0]) if found else None
