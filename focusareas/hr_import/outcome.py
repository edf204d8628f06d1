"""What came of an import: counts, findings, and what the user should know about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from focusareas.hr_import.details import Detail

Level = Literal["error", "warning"]

UNIT_COUNTS = ("new", "changed", "unchanged", "missing")
PEOPLE_COUNTS = ("new", "moved", "changed", "unchanged", "missing", "leavers")
# Of those employed at the units that the file lists.
MANY_SHARE = 0.05
KEY_PERSON_COUNTS = ("new", "changed", "unchanged", "missing")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or worth a look, where it is in the workbook, and what to do about it."""

    level: Level
    sheet: str | None
    row: int | None
    column: str | None
    message: str

    @property
    def place(self) -> str:
        """Where it is, as one says it: "Enheter, rad 4, Stängd"."""
        row = f"rad {self.row}" if self.row else None
        return ", ".join(filter(None, (self.sheet, row, self.column)))

    def as_json(self) -> dict[str, Any]:
        """The finding by the names that the command's JSON uses."""
        names = ("level", "sheet", "row", "column", "message")
        return {name: getattr(self, name) for name in names}


def error(sheet: str | None, row: int | None, column: str | None, message: str) -> Finding:
    """Something that must be put right before anything is saved."""
    return Finding("error", sheet, row, column, message)


def warning(sheet: str | None, row: int | None, column: str | None, message: str) -> Finding:
    """Something that is saved all the same but deserves a look."""
    return Finding("warning", sheet, row, column, message)


def nothing(names: tuple[str, ...]) -> dict[str, int]:
    """A count of zero for each name."""
    return dict.fromkeys(names, 0)


@dataclass(frozen=True, order=True, slots=True)
class Missing:
    """Somebody whose employment at a listed unit is open and not in the sheet."""

    employee_number: str
    unit_code: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or in a dry run would do.

    `nearest` are the known names that new ones are much like, `checksum` is of all `details`,
    `n_more_findings` there was no room for, and `batch_pk` is the import that was kept, if
    anything changed.
    """

    saved: bool
    findings: tuple[Finding, ...] = ()
    units: Mapping[str, int] = field(default_factory=lambda: nothing(UNIT_COUNTS))
    people: Mapping[str, int] = field(default_factory=lambda: nothing(PEOPLE_COUNTS))
    key_persons: Mapping[str, int] = field(default_factory=lambda: nothing(KEY_PERSON_COUNTS))
    new_departments: tuple[str, ...] = ()
    new_providers: tuple[str, ...] = ()
    nearest: Mapping[str, str] = field(default_factory=dict)
    invited: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    employed: int = 0
    details: tuple[Detail, ...] = ()
    checksum: str = ""
    n_redated: int = 0
    n_more_findings: int = 0
    batch_pk: int | None = None

    @property
    def changes_something(self) -> bool:
        """Whether anything would be other than it is, those who are missing left aside."""
        return any(
            counts.get(name)
            for counts in self.counts.values()
            for name in ("new", "moved", "changed")
        )

    @property
    def many_leave(self) -> bool:
        """Whether so large a part of the staff is missing that the file may not be whole."""
        return self.people["missing"] > self.employed * MANY_SHARE

    @property
    def errors(self) -> list[Finding]:
        """What must be put right before the workbook can be saved."""
        return [finding for finding in self.findings if finding.level == "error"]

    @property
    def warnings(self) -> list[Finding]:
        """What is worth a look."""
        return [finding for finding in self.findings if finding.level == "warning"]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many units, people and key persons were new, changed and so on."""
        kinds = ("units", "people", "key_persons")
        return {kind: dict(getattr(self, kind)) for kind in kinds}

    def as_json(self) -> dict[str, Any]:
        """Exactly what `import_organisation --format json` prints."""
        return {
            "saved": self.saved,
            **self.counts,
            "findings": [finding.as_json() for finding in self.findings],
        }
