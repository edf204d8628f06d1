"""The sheets and columns of the HR workbook, and what a row of each holds.

The fields of a row stand in the order of the columns of its sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import Model

from focusareas.fields import field_of
from focusareas.hr_import import cells
from focusareas.models import (
    Department,
    Employment,
    KeyPerson,
    Provider,
    StaffMember,
    Unit,
    UnitTag,
    User,
)

# Stands in a row where a required day could not be read; such a row is never saved.
NO_DAY = date.min


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, how its cells are understood, and what a blank cell means."""

    header: str
    parse: cells.Parse
    blank: Any = ""
    required: bool = False


class UnitRow(NamedTuple):
    """A row of the sheet Enheter."""

    row: int
    code: str
    name: str
    department: str
    operation: str
    provider: str
    cost_centre: str
    manager_email: str
    tags: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    successor: str


class PersonRow(NamedTuple):
    """A row of the sheet Medarbetare: a person's employment at a unit."""

    row: int
    number: str
    given_name: str
    family_name: str
    email: str
    unit: str
    title: str
    first_day: date
    last_day: date | None
    leave_first_day: date | None
    leave_last_day: date | None
    is_protected: bool


class ListedUnit(NamedTuple):
    """A row of the sheet Enheter where nothing but its code is read."""

    row: int
    code: str


class KeyPersonRow(NamedTuple):
    """A row of the sheet Nyckelpersoner."""

    row: int
    number: str
    unit: str
    role: str
    first_day: date
    last_day: date | None


AnyRow = TypeVar("AnyRow", UnitRow, ListedUnit, PersonRow, KeyPersonRow)


@dataclass(frozen=True, slots=True)
class Layout(Generic[AnyRow]):
    """A sheet: its title, the rows it gives and the column of each field of a row."""

    title: str
    row: type[AnyRow]
    columns: Mapping[str, Column]
    optional: bool = False

    def header(self, field: str) -> str:
        """The header above the field, as written in the workbook."""
        return self.columns[field].header


def size(model: type[Model], field: str) -> int:
    """How many characters the database holds of the field."""
    longest = field_of(model, field).max_length
    assert longest
    return longest


def number_column() -> Column:
    parse = cells.identity(size(StaffMember, "employee_number"))
    return Column("Anställningsnummer", parse, required=True)


def unit_column(header: str = "Enhetskod", *, required: bool = True) -> Column:
    return Column(header, cells.remember(cells.identity(size(Unit, "code"))), required=required)


def text_column(
    header: str, model: type[Model], field: str = "name", *, required: bool = False
) -> Column:
    return Column(header, cells.remember(cells.text(size(model, field))), required=required)


def email_column(header: str, model: type[Model]) -> Column:
    return Column(header, cells.email(size(model, "email")))


def day_column(header: str, *, required: bool = False) -> Column:
    return Column(header, cells.day, NO_DAY if required else None, required)


OPERATIONS = {"egen": Unit.Operation.OWN, "privat": Unit.Operation.CONTRACTED}
ROLES = {"nyckelperson": KeyPerson.Role.KEY_PERSON, "huvudnyckel": KeyPerson.Role.HEAD_KEY_PERSON}

# Understood also as the pages say it.
OPERATION = cells.choice(OPERATIONS, also={label: value for value, label in Unit.Operation.choices})
ROLE = cells.choice(ROLES, blank=KeyPerson.Role.KEY_PERSON)

UNITS = Layout(
    "Enheter",
    UnitRow,
    {
        "code": unit_column(),
        "name": text_column("Enhet", Unit, required=True),
        "department": text_column("Avdelning", Department, required=True),
        "operation": Column("Driftform", OPERATION, required=True),
        "provider": text_column("Utförare", Provider),
        "cost_centre": Column("Kostnadsställe", cells.identity(size(Unit, "cost_centre"))),
        "manager_email": email_column("Chef e-post", User),
        "tags": Column("Taggar", cells.several(size(UnitTag, "name")), ()),
        "first_day": day_column("Öppnad"),
        "last_day": day_column("Stängd"),
        "successor": unit_column("Ersätts av", required=False),
    },
)
PEOPLE = Layout(
    "Medarbetare",
    PersonRow,
    {
        "number": number_column(),
        "given_name": text_column("Förnamn", StaffMember, "given_name", required=True),
        "family_name": text_column("Efternamn", StaffMember, "family_name", required=True),
        "email": email_column("E-post", StaffMember),
        "unit": unit_column(),
        "title": text_column("Befattning", Employment, "title"),
        "first_day": day_column("Från", required=True),
        "last_day": day_column("Till"),
        "leave_first_day": day_column("Tjänstledig från"),
        "leave_last_day": day_column("Tjänstledig till"),
        "is_protected": Column("Skyddad", cells.yes_or_no, False),
    },
)
KEY_PERSONS = Layout(
    "Nyckelpersoner",
    KeyPersonRow,
    {
        "number": number_column(),
        "unit": unit_column(),
        "role": Column("Roll", ROLE, KeyPerson.Role.KEY_PERSON),
        "first_day": day_column("Från", required=True),
        "last_day": day_column("Till"),
    },
    optional=True,
)
