"""The invented administration: its departments, providers and units, and how they changed.

All 124 units are open in spring 2023. Before that one opens late, two change their names and two
change departments; after it two units merge, one closes and one changes department.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from focusareas.demo.rows import Rows
from focusareas.models import Department, FormerUnitName, Provider, Unit, UnitPlacement, UnitTag

UNITS = Path(__file__).parent / "units.csv"

OPENED = {"FH04": date(2023, 1, 9)}
CLOSED = {"AO08": date(2023, 8, 31), "FH18": date(2023, 10, 31)}
SUCCESSORS = {"AO08": "AO07"}
FORMER_NAMES = {
    "FH29": ("Dagcentralen Oasen", date(2022, 10, 31)),
    "AO27": ("Gruppboendet Minnesgården", date(2022, 5, 31)),
}
# The department that the unit is listed under, it came to on this day, from this other one.
MOVED = {
    "AO35": (date(2023, 1, 1), "Funktionshinder"),
    "IF18": (date(2022, 9, 1), "Myndighetsavdelningen"),
    "IF17": (date(2023, 10, 1), "Kvalitet och utveckling"),
}


@dataclass(frozen=True, slots=True)
class Workplace:
    """A unit as the demo knows it: the row, and what kind of staff and how many in April 2023."""

    unit: Unit
    department: str
    staff: str
    size: int

    @property
    def is_own(self) -> bool:
        """Whether the administration runs it itself."""
        return self.unit.operation == Unit.Operation.OWN


@dataclass(frozen=True, slots=True)
class Organisation:
    """The workplaces by unit code, and the departments by name."""

    workplaces: dict[str, Workplace]
    departments: dict[str, Department]

    def __iter__(self) -> Iterator[Workplace]:
        return iter(self.workplaces.values())

    def unit(self, code: str) -> Unit:
        """The unit with this code."""
        return self.workplaces[code].unit

    def name_successors(self) -> None:
        """Say which unit took over from which, once all of them are saved."""
        for code, successor in SUCCESSORS.items():
            Unit.objects.filter(code=code).update(successor=self.unit(successor))


def make_organisation(rows: Rows) -> Organisation:
    """Every row that the list of units speaks of; the plan's tags are there already."""
    with UNITS.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=";"))
    departments = {name: rows.add(Department(name=name)) for name in _distinct(lines, "department")}
    providers = {name: rows.add(Provider(name=name)) for name in _distinct(lines, "provider")}
    workplaces = {
        line["code"]: Workplace(
            _make_unit(rows, line, providers.get(line["provider"]), cost_centre),
            line["department"],
            line["staff"],
            int(line["size"]),
        )
        for cost_centre, line in enumerate(lines, start=41010)
    }
    for workplace in workplaces.values():
        _place(rows, workplace, departments)
    _name_and_tag(rows, workplaces, {line["code"]: line["tags"] for line in lines})
    return Organisation(workplaces, departments)


def _distinct(lines: list[dict[str, str]], column: str) -> list[str]:
    return list(dict.fromkeys(line[column] for line in lines if line[column]))


def _make_unit(
    rows: Rows, line: dict[str, str], provider: Provider | None, cost_centre: int
) -> Unit:
    return rows.add(
        Unit(
            code=line["code"],
            name=line["name"],
            operation=Unit.Operation.CONTRACTED if provider else Unit.Operation.OWN,
            provider=provider,
            cost_centre="" if provider else str(cost_centre),
            first_day=OPENED.get(line["code"]),
            last_day=CLOSED.get(line["code"]),
        )
    )


def _place(rows: Rows, workplace: Workplace, departments: dict[str, Department]) -> None:
    """Put the unit in its department, and before that in the one it came from."""
    unit, department = workplace.unit, departments[workplace.department]
    came_on, origin = MOVED.get(unit.code, (unit.first_day, None))
    if origin and came_on:
        rows.add(
            UnitPlacement(
                unit=unit,
                department=departments[origin],
                first_day=unit.first_day,
                last_day=came_on - timedelta(days=1),
            )
        )
    rows.add(
        UnitPlacement(unit=unit, department=department, first_day=came_on, last_day=unit.last_day)
    )


def _name_and_tag(rows: Rows, workplaces: dict[str, Workplace], tags: dict[str, str]) -> None:
    for code, (name, last_day) in FORMER_NAMES.items():
        rows.add(FormerUnitName(unit=workplaces[code].unit, name=name, last_day=last_day))
    by_name = {tag.name: tag for tag in UnitTag.objects.all()}
    for code, names in tags.items():
        for name in filter(None, names.split(", ")):
            rows.add(Unit.tags.through(unit=workplaces[code].unit, unittag=by_name[name]))
