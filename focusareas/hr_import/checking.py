"""Whether the rows of the workbook agree with each other and with what is already known."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from focusareas.hr_import.cells import remember
from focusareas.hr_import.layout import (
    NO_DAY,
    PEOPLE,
    AnyRow,
    KeyPersonRow,
    PersonRow,
    UnitRow,
)
from focusareas.hr_import.outcome import Finding, warning
from focusareas.hr_import.packed_rows import PackedRows
from focusareas.hr_import.reading import RowList, Sheet, Sheets
from focusareas.models import Unit
from focusareas.names import fold
from focusareas.person_numbers import is_person_number
from focusareas.swedish import in_a_row

Stay = TypeVar("Stay", PersonRow, KeyPersonRow)
Key = TypeVar("Key", str, int)

by_number = attrgetter("number")
folded = remember(fold)
# Enough that few names have one alike by chance.
FINGERPRINTS = 1 << 22

DAYS_OUT_OF_ORDER = "Sista dagen {last} ligger före första dagen {first}. Rätta en av dem."
SPAN_REACHES_OUTSIDE = (
    "{what} når utanför de dagar då enheten {unit} är öppen ({open}). "
    "Den räknas bara när båda gäller. Rätta dagarna om de är fel."
)


class Place(NamedTuple):
    """Where a name stands: the row, and the number of whose it is."""

    row: int
    number: str


class Days(NamedTuple):
    """The first and last day of a unit; none is unbounded."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        return f"{self.first or ''}–{self.last or ''}"


def check(
    sheets: Sheets,
    units: dict[str, Unit],
    numbers: Collection[str],
    earlier: Mapping[str, str] = MappingProxyType({}),
) -> list[Finding]:
    """All errors and warnings across rows; drops rows that say the same once more.

    `units` are the known ones by code, `numbers` the known employee numbers that the sheet of
    key persons names, `earlier` the numbers of today by those that people had before.
    """
    findings = [
        *drop_repeated(sheets.units, attrgetter("code")),
        *drop_repeated_people(sheets.people),
        *drop_repeated(sheets.key_persons, attrgetter("number", "unit", "first_day")),
    ]
    days = days_of_units(sheets.units, units)
    findings.extend(check_units(sheets.units, units, days))
    findings.extend(check_people(sheets.people, days, earlier))
    findings.extend(check_key_persons(sheets, days, numbers))
    return findings


def drop_repeated(sheet: Sheet[AnyRow], key: Callable[[AnyRow], Hashable]) -> Iterator[Finding]:
    """Keep one of several rows alike; rows with the same key that differ are an error."""
    seen: dict[Hashable, AnyRow] = {}
    kept: list[AnyRow] = []
    for row in sheet.rows:
        earlier = seen.setdefault(key(row), row)
        if earlier is row or NO_DAY in row or not row[1]:
            kept.append(row)
        elif earlier[1:] != row[1:]:
            yield sheet.error(
                row.row,
                row._fields[1],
                f"Raden gäller detsamma som rad {earlier.row} men säger något annat. "
                "Ta bort en av dem.",
            )
    sheet.rows = kept


def drop_repeated_people(sheet: Sheet[PersonRow]) -> Iterator[Finding]:
    """The same of persons, one at a time: keys of all rows together would fill the memory."""
    sheet.rows.sort(key=by_number)
    dropped: set[int] = set()
    for _, group in groupby(sheet.rows, key=by_number):
        rows = list(group)
        if len(rows) > 1:
            of_one = Sheet(sheet.layout, rows=rows)
            yield from drop_repeated(of_one, attrgetter("number", "unit", "first_day"))
            dropped.update({row.row for row in rows} - {row.row for row in of_one.rows})
    if dropped:
        sheet.rows = PackedRows(row for row in sheet.rows if row.row not in dropped)


def days_of_units(sheet: Sheet[UnitRow], units: dict[str, Unit]) -> dict[str, Days]:
    """The days of every known unit as they will be, by code."""
    days = {code: Days(unit.first_day, unit.last_day) for code, unit in units.items()}
    for row in sheet.rows:
        known = days.get(row.code, Days(None, None))
        days[row.code] = Days(
            row.first_day if "first_day" in sheet.fields else known.first,
            row.last_day if "last_day" in sheet.fields else known.last,
        )
    return days


def check_units(
    sheet: Sheet[UnitRow], units: dict[str, Unit], days: dict[str, Days]
) -> Iterator[Finding]:
    """What each unit says of itself, and that no chain of successors comes back."""
    successors = successors_of_units(sheet, units)
    for row in sheet.rows:
        if row.provider and row.operation == Unit.Operation.OWN:
            yield sheet.error(
                row.row,
                "provider",
                "En enhet i egen regi har ingen utförare. "
                "Töm cellen, eller skriv privat som driftform.",
            )
        yield from out_of_order(sheet, row.row, "last_day", *days[row.code])
        if row.successor and row.successor not in days:
            yield unknown_unit(sheet, row.row, "successor", row.successor)
        elif comes_back(row.code, successors):
            yield sheet.error(
                row.row,
                "successor",
                f"Enheten {row.code} ersätts i en cirkel som leder tillbaka till den själv. "
                "Rätta Ersätts av på någon av raderna.",
            )


def successors_of_units(sheet: Sheet[UnitRow], units: dict[str, Unit]) -> dict[str, str]:
    """The code of the successor of each unit that will have one."""
    codes = {unit.pk: code for code, unit in units.items()}
    successors = {
        code: codes[unit.successor_id] for code, unit in units.items() if unit.successor_id
    }
    if "successor" in sheet.fields:
        successors |= {row.code: row.successor for row in sheet.rows}
    return successors


def comes_back(unit: Key, successors: Mapping[Key, Key]) -> bool:
    """Whether the chain of successors from the unit leads back to it."""
    passed: set[Key] = set()
    following = successors.get(unit)
    while following and following not in passed:
        if following == unit:
            return True
        passed.add(following)
        following = successors.get(following)
    return False


def check_people(
    sheet: Sheet[PersonRow], days: dict[str, Days], earlier: Mapping[str, str]
) -> Iterator[Finding]:
    """What each row says, that the rows of a person agree, and who share a name."""
    for number, group in groupby(sheet.rows, key=by_number):
        rows = list(group)
        for row in rows:
            yield from check_post(sheet, row, days)
        if number:
            yield from check_person(sheet, rows)
    yield from namesakes(sheet, earlier)


def check_post(sheet: Sheet[PersonRow], row: PersonRow, days: dict[str, Days]) -> Iterator[Finding]:
    """The unit and the days of the employment and of the leave from it."""
    yield from check_stay(sheet, row, days, "Anställningen")
    if row.leave_last_day and not row.leave_first_day:
        yield sheet.error(
            row.row,
            "leave_last_day",
            "Tjänstledigheten har en sista dag men ingen första. Fyll i Tjänstledig från.",
        )
    yield from out_of_order(
        sheet, row.row, "leave_last_day", row.leave_first_day, row.leave_last_day
    )


def check_person(sheet: Sheet[PersonRow], rows: list[PersonRow]) -> Iterator[Finding]:
    """The rows with the same employee number give the same names and the same address."""
    if is_person_number(rows[0].number):
        yield sheet.error(
            rows[0].row,
            "number",
            "Anställningsnumret ser ut som ett personnummer, och sådana får inte finnas här. "
            "Byt det mot ett anställningsnummer.",
        )
    for field in ("given_name", "family_name", "email"):
        stated = [row for row in rows if getattr(row, field)]
        for row in stated[1:]:
            if getattr(row, field) != getattr(stated[0], field):
                yield sheet.error(
                    row.row,
                    field,
                    f"Anställningsnummer {row.number} har något annat här på rad "
                    f"{stated[0].row}. Rätta en av raderna.",
                )


def namesakes(sheet: Sheet[PersonRow], earlier: Mapping[str, str]) -> Iterator[Finding]:
    """A warning for each name that several persons share; names are not repeated in it."""
    for places in of_shared_names(sheet.rows):
        numbers = {place.number for place in places}
        if len({earlier.get(number, number) for number in numbers}) > 1:
            yield warning(
                PEOPLE.title,
                places[0].row,
                PEOPLE.header("family_name"),
                f"Anställningsnummer {in_a_row(sorted(numbers))} har samma namn. Kontrollera att "
                "de är olika personer; deras intyg behöver granskas för hand.",
            )


def of_shared_names(rows: RowList[PersonRow]) -> Iterable[list[Place]]:
    """Where each name stands that may stand on several; the names of all would fill the memory."""
    prints = array("I", (hash(name_of(row)) % FINGERPRINTS for row in rows))
    seen, again = bytearray(FINGERPRINTS), bytearray(FINGERPRINTS)
    for key in prints:
        again[key] |= seen[key]
        seen[key] = True
    found: dict[str, list[Place]] = defaultdict(list)
    for key, row in zip(prints, rows, strict=True):
        if again[key] and row.number and (name := name_of(row)):
            found[name].append(Place(row.row, row.number))
    return found.values()


def name_of(row: PersonRow) -> str:
    """The folded name in either order, as certificates are matched."""
    return " ".join(sorted((folded(row.given_name), folded(row.family_name)))).strip()


def check_key_persons(
    sheets: Sheets, days: dict[str, Days], numbers: Collection[str]
) -> Iterator[Finding]:
    """The person and the unit of each duty are known, and its days are in order."""
    sheet = sheets.key_persons
    known = {row.number for row in sheets.people.rows}.union(numbers) if sheet.rows else set()
    for row in sheet.rows:
        if row.number and row.number not in known:
            yield sheet.error(
                row.row,
                "number",
                f"Anställningsnummer {row.number} finns varken i bladet {PEOPLE.title} eller "
                "sedan tidigare. Rätta numret, eller lägg till personen.",
            )
        yield from check_stay(sheet, row, days, "Uppdraget")


def check_stay(
    sheet: Sheet[Stay],
    row: Stay,
    days: dict[str, Days],
    what: str,
) -> Iterator[Finding]:
    """The unit is known, the days are in order and lie within those of the unit."""
    yield from out_of_order(sheet, row.row, "last_day", row.first_day, row.last_day)
    unit_days = days.get(row.unit)
    if unit_days is None:
        if row.unit:
            yield unknown_unit(sheet, row.row, "unit", row.unit)
        return
    outside = None
    if unit_days.first and NO_DAY < row.first_day < unit_days.first:
        outside = "first_day"
    elif unit_days.last and (row.last_day or date.max) > unit_days.last:
        outside = "last_day"
    if outside:
        message = SPAN_REACHES_OUTSIDE.format(what=what, unit=row.unit, open=unit_days)
        yield warning(sheet.layout.title, row.row, sheet.layout.header(outside), message)


def out_of_order(
    sheet: Sheet[AnyRow], row: int, field: str, first: date | None, last: date | None
) -> Iterator[Finding]:
    """An error when the last day comes before the first."""
    if first and last and last < first:
        yield sheet.error(row, field, DAYS_OUT_OF_ORDER.format(first=first, last=last))


def unknown_unit(sheet: Sheet[AnyRow], row: int, field: str, code: str) -> Finding:
    message = (
        f"Enhetskod {code} finns varken i bladet Enheter eller sedan tidigare. "
        "Rätta koden, eller lägg till enheten."
    )
    return sheet.error(row, field, message)
