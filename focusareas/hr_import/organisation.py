"""The sheet Enheter against the stored units: fields, earlier names, tags and departments."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from focusareas.hr_import.beforehand import Beforehand, Named
from focusareas.hr_import.changes import Changes
from focusareas.hr_import.details import Details, edit_words
from focusareas.hr_import.layout import UnitRow
from focusareas.hr_import.outcome import UNIT_COUNTS, nothing
from focusareas.hr_import.periods import ONE_DAY, holds, is_open, take_over
from focusareas.hr_import.reading import RowList, Sheet
from focusareas.models import Department, FormerUnitName, Provider, Unit, UnitPlacement, UnitTag

TagOfUnit = Unit.tags.through


class Registers:
    """Departments, providers and tags by name, whatever the case; new names are made at once."""

    def __init__(
        self, rows: RowList[UnitRow], changes: Changes, names: dict[Named, dict[int, str]]
    ) -> None:
        self.names = names
        self.keys = {
            model: {name.casefold(): key for key, name in names.items()}
            | {name: key for key, name in names.items()}
            for model, names in self.names.items()
        }
        self.known = {model: tuple(names.values()) for model, names in self.names.items()}
        self.departments = self.make(Department, (row.department for row in rows), changes)
        self.providers = self.make(Provider, (row.provider for row in rows), changes)
        self.make(UnitTag, (tag for row in rows for tag in row.tags), changes)

    def make(self, model: Named, names: Iterable[str], changes: Changes) -> tuple[str, ...]:
        """The names that were not known, which now are."""
        keys = self.keys[model]
        new: dict[str, str] = {}
        for name in filter(None, names):
            if name.casefold() not in keys:
                new.setdefault(name.casefold(), name)
        made = {key: model(name=name) for key, name in new.items()}
        for row in made.values():
            changes.make(row)
        changes.write(model)
        keys.update((key, row.pk) for key, row in made.items())
        self.names[model].update((row.pk, row.name) for row in made.values())
        return tuple(sorted(new.values()))

    def key(self, model: Named, name: str) -> int:
        """The primary key of the one with this name, spelled so if there are two but for case."""
        keys = self.keys[model]
        return keys[name] if name in keys else keys[name.casefold()]


def keep_history(
    changes: Changes,
    unit: Unit,
    placements: Iterable[UnitPlacement],
    *,
    name: str,
    first_day: date | None,
    on: date,
) -> None:
    """What follows when a unit is no longer called `name` or no longer opened on `first_day`.

    The old name is kept until the day, and the first placement begins with the unit.
    """
    if unit.name != name:
        changes.make(FormerUnitName(unit=unit, name=name, last_day=on - ONE_DAY))
    for placement in placements:
        if placement.first_day == first_day and is_open(placement, unit.first_day or date.min):
            changes.change(placement, first_day=unit.first_day)


class UnitImport:
    """Brings the stored units in line with the sheet.

    `units` are all units by code; those that are made join them. `before` is what is there.
    """

    def __init__(
        self,
        sheet: Sheet[UnitRow],
        units: dict[str, Unit],
        before: Beforehand,
        *,
        on: date,
        changes: Changes,
    ) -> None:
        self.sheet, self.units, self.on, self.changes = sheet, units, on, changes
        self.new: set[str] = set()
        self.changed: dict[str, list[str]] = {}
        listed = {row.code for row in sheet.rows}
        self.missing = [
            unit for unit in units.values() if is_open(unit, on) and unit.code not in listed
        ]
        self.registers = Registers(sheet.rows, changes, before.names)

    @property
    def counts(self) -> dict[str, int]:
        """How many units were new, changed and so on; ask when everything is compared."""
        counts = Counter(
            new=len(self.new),
            changed=len(self.changed.keys() - self.new),
            missing=len(self.missing),
        )
        counts["unchanged"] = len(self.sheet.rows) - counts["new"] - counts["changed"]
        return nothing(UNIT_COUNTS) | counts

    @property
    def known(self) -> list[Unit]:
        """The listed units that were there before."""
        return [unit for row, unit in self.listed() if row.code not in self.new]

    def listed(self) -> Iterator[tuple[UnitRow, Unit]]:
        """Each row with its unit; before `run`, of the units that were there."""
        return ((row, self.units[row.code]) for row in self.sheet.rows if row.code in self.units)

    def run(self) -> None:
        """Compare and write the units and what belongs to them, but their managers."""
        placements = self.placements_by_unit()
        tags = self.tags_by_unit()
        for row in self.sheet.rows:
            unit = self.units.get(row.code)
            if unit:
                self.note(row, self.compare(unit, row, placements[unit.pk]))
            else:
                self.make(row)
        self.changes.write(Unit)
        for row, unit in self.listed():
            self.note(row, self.place(unit, row, placements[unit.pk]))
            self.note(row, self.tag(unit, row, tags[unit.pk]))
            self.note(row, self.succeed(unit, row))
        self.changes.write(UnitPlacement, TagOfUnit, FormerUnitName, Unit)

    def note(self, row: UnitRow, words: list[str]) -> None:
        """Remember what about the unit is other than it was."""
        if words:
            self.changed.setdefault(row.code, []).extend(words)

    def tell(self, details: Details) -> None:
        """Tell of each unit behind the counts; ask when everything is compared."""
        for row, unit in self.listed():
            if row.code in self.new:
                details.add("units", "new", unit.code, unit.name)
            elif words := self.changed.get(row.code):
                details.add("units", "changed", unit.code, unit.name, words)
        for unit in self.missing:
            details.add("units", "missing", unit.code, unit.name)

    def placements_by_unit(self) -> dict[int, list[UnitPlacement]]:
        rows: dict[int, list[UnitPlacement]] = defaultdict(list)
        for placement in UnitPlacement.objects.filter(unit__in=self.known):
            rows[placement.unit_id].append(placement)
        return rows

    def tags_by_unit(self) -> dict[int, dict[int, Any]]:
        """Per unit the rows that tie tags to it, by tag."""
        rows: dict[int, dict[int, Any]] = defaultdict(dict)
        if "tags" in self.sheet.fields:
            for row in TagOfUnit._default_manager.filter(unit__in=self.known):
                rows[row.unit_id][row.unittag_id] = row
        return rows

    def make(self, row: UnitRow) -> None:
        """A unit that was not known."""
        unit = self.units[row.code] = Unit(code=row.code, **self.values(row))
        self.changes.make(unit)
        self.new.add(row.code)

    def values(self, row: UnitRow) -> dict[str, Any]:
        """The row's own fields as the unit has them."""
        fields = ("name", "operation", "cost_centre", "first_day", "last_day")
        values = self.sheet.values(row, *fields)
        if row.operation == Unit.Operation.OWN:
            values["provider_id"] = None
        elif "provider" in self.sheet.fields:
            values["provider_id"] = (
                self.registers.key(Provider, row.provider) if row.provider else None
            )
        return values

    def compare(self, unit: Unit, row: UnitRow, placements: list[UnitPlacement]) -> list[str]:
        """A known unit; its earlier name is kept, and its first placement begins with it."""
        name, first_day = unit.name, unit.first_day
        self.changes.told()
        if not self.changes.change(unit, **self.values(row)):
            return []
        names = {"provider_id": self.registers.names[Provider]}
        words = [edit_words(edit, names) for edit in self.changes.told()]
        keep_history(self.changes, unit, placements, name=name, first_day=first_day, on=self.on)
        return words

    def place(self, unit: Unit, row: UnitRow, placements: list[UnitPlacement]) -> list[str]:
        """The department: of a new unit from its start, of a known one from the day on."""
        department = self.registers.key(Department, row.department)
        new = UnitPlacement(unit=unit, department_id=department, first_day=self.on)
        if not placements:
            new.first_day = unit.first_day
            self.changes.make(new)
            return [f"Avdelning: {row.department}"]
        if not is_open(unit, self.on):
            return []
        held = next((row for row in placements if holds(row, self.on)), None)
        before = self.registers.names[Department][held.department_id] if held else "ingen"
        if self.move(unit, placements, new):
            return [f"Avdelning: {before} → {row.department}"]
        return []

    def move(self, unit: Unit, placements: list[UnitPlacement], new: UnitPlacement) -> bool:
        """Let the new placement's department hold; whether that is another than held."""
        department = new.department_id
        upcoming = [row for row in placements if row.first_day and row.first_day > self.on]
        if unit.first_day and unit.first_day > self.on and upcoming:
            first = min(upcoming, key=lambda row: row.first_day or date.min)
            return self.changes.change(first, department_id=department)
        return take_over(self.changes, placements, new, department_id=department)

    def tag(self, unit: Unit, row: UnitRow, stored: dict[int, Any]) -> list[str]:
        """The unit has the tags of the row and no others."""
        if "tags" not in self.sheet.fields:
            return []
        wanted = {self.registers.key(UnitTag, name) for name in row.tags}
        for key in wanted - stored.keys():
            self.changes.make(TagOfUnit(unit_id=unit.pk, unittag_id=key))
        for key in stored.keys() - wanted:
            self.changes.remove(stored[key])
        if wanted == stored.keys():
            return []
        before, after = (
            ", ".join(sorted(self.registers.names[UnitTag][key] for key in keys)) or "inga"
            for keys in (stored, wanted)
        )
        return [f"Taggar: {before} → {after}"]

    def succeed(self, unit: Unit, row: UnitRow) -> list[str]:
        """The unit that takes over, known only when all units are written."""
        if "successor" not in self.sheet.fields:
            return []
        successor = self.units[row.successor].pk if row.successor else None
        if self.changes.change(unit, successor_id=successor):
            return [f"Ersätts av: {row.successor or 'ingen'}"]
        return []
