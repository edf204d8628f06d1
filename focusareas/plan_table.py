"""Reading typed values from a table of the plan file, with a sentence for each that is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

Value = TypeVar("Value")
REQUIRED: Any = object()
KINDS = {
    str: "en text",
    int: "ett heltal",
    float: "ett tal",
    bool: "true eller false",
    list: "en lista",
    dict: "en tabell",
    date: "ett datum som 2023-06-30",
}


class BrokenPlanError(ValueError):
    """The file cannot be used; the message is a Swedish sentence that names the place."""


@dataclass(slots=True)
class Table:
    """One table of the file; `place` is how a person finds it."""

    place: str
    data: dict[str, Any]
    used: set[str] = field(default_factory=set)

    def fault(self, message: str) -> BrokenPlanError:
        """The error to raise about this table."""
        return BrokenPlanError(f"{self.place}: {message}")

    def get(self, key: str, kind: type[Value], default: Value = REQUIRED) -> Value:
        """The value of this kind; the default where the key is not there."""
        self.used.add(key)
        value = self.data.get(key, default)
        if value is REQUIRED:
            raise self.fault(f"”{key}” saknas.")
        if value is not default and type(value) is not kind:
            raise self.fault(f"”{key}” ska vara {KINDS[kind]}.")
        return value

    def text(self, key: str, default: str = REQUIRED) -> str:
        """A text without blanks around it; a text that must be there must also say something."""
        value = self.get(key, str, default).strip()
        if not value and default is REQUIRED:
            raise self.fault(f"”{key}” är tom.")
        if "\0" in value:
            raise self.fault(f"”{key}” innehåller ett tecken som inte kan sparas (NUL).")
        return value

    def day(self, key: str, default: date | None = REQUIRED) -> date | None:
        """A day."""
        return self.get(key, date, default)

    def texts(self, key: str) -> list[str]:
        """A list of texts, empty where the key is not there."""
        items = self.get(key, list, [])
        if not all(isinstance(item, str) and "\0" not in item for item in items):
            raise self.fault(f"”{key}” ska vara en lista med texter.")
        return [item.strip() for item in items]

    def table(self, key: str) -> "Table":
        """A table inside this one, empty where the key is not there."""
        return Table(f"{self.place}, {key}", self.get(key, dict, {}))

    def tables(self, key: str, name: Callable[[dict[str, Any], int], str]) -> "Iterator[Table]":
        """The tables of a list, each with its place."""
        for number, item in enumerate(self.get(key, list, []), start=1):
            if not isinstance(item, dict):
                raise self.fault(f"”{key}” ska vara en lista med tabeller.")
            yield Table(name(item, number), item)

    def refuse_unread(self) -> None:
        """A key that nobody read is a misspelling: say so instead of losing it."""
        for key in self.data:
            if key not in self.used:
                raise self.fault(f"”{key}” är inget som en plan kan ha.")
