"""The outcome of an import as pages show it: counts, the rows behind each, findings by kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from focusareas.hr_import.counts_in_words import KINDS, NOUNS
from focusareas.hr_import.details import Detail
from focusareas.hr_import.outcome import Finding, Outcome
from focusareas.models import StaffMember
from focusareas.names import search_key
from focusareas.swedish import counted

# What stands over each column of counts, in their order.
WORDS = {
    "new": "Nya",
    "moved": "Flyttade",
    "redated": "Ny anställning på samma enhet",
    "changed": "Ändrade",
    "leavers": "Avslutade",
    "unchanged": "Oförändrade",
}
# Columns that are left out when nobody is counted in them.
RARE = ("redated", "leavers")
TITLES = {
    ("units", "new"): "Nya enheter",
    ("units", "changed"): "Ändrade enheter",
    ("units", "missing"): "Enheter som inte står i filen",
    ("people", "new"): "Nya medarbetare",
    ("people", "moved"): "Flyttade medarbetare",
    ("people", "redated"): "Ny anställning på samma enhet",
    ("people", "changed"): "Ändrade medarbetare",
    ("people", "missing"): "Medarbetare som inte står i filen",
    ("key_persons", "new"): "Nya uppdrag som nyckelperson",
    ("key_persons", "changed"): "Ändrade uppdrag som nyckelperson",
    ("key_persons", "missing"): "Uppdrag som nyckelperson som inte står i filen",
}
SHOWN = {f"{kind}-{group}": (kind, group) for kind, group in TITLES}
LEVELS = {"error": ("fel", "fel"), "warning": ("varning", "varningar")}


class Cell(NamedTuple):
    """A count; `key` names the list of those behind it, when there is one."""

    word: str
    n_rows: int | None
    key: str


class LeftOut(NamedTuple):
    """What is stored and not in the file, and what becomes of it, in words."""

    counted: str
    words: str
    key: str


class Listed(NamedTuple):
    """The rows behind a count, and how many they are when not all of them are kept."""

    kind: str
    group: str
    title: str
    n_rows: int
    rows: tuple[Detail, ...]


class Kind(NamedTuple):
    """The findings in one column of one sheet, which are mostly about the same."""

    key: str
    title: str
    findings: tuple[Finding, ...]


def count_of(outcome: Outcome, kind: str, group: str) -> int | None:
    """How many are counted so; a new employment at the same unit is no move to read about."""
    if kind == "people" and group == "redated":
        return outcome.n_redated
    count: int | None = getattr(outcome, kind).get(group)
    if kind == "people" and group == "moved" and count is not None:
        return count - outcome.n_redated
    return count


def table(outcome: Outcome) -> list[tuple[str, list[Cell]]]:
    """Each kind with its counts in the order of the columns."""
    groups = [group for group in WORDS if group not in RARE or count_of(outcome, "people", group)]
    return [
        (label, [_cell(outcome, kind, group) for group in groups]) for kind, label in KINDS.items()
    ]


def _cell(outcome: Outcome, kind: str, group: str) -> Cell:
    count = count_of(outcome, kind, group)
    # Those whose employments were ended are those who were missing.
    key = f"{kind}-{'missing' if group == 'leavers' else group}"
    return Cell(WORDS[group], count, key if count and key in SHOWN else "")


def left_out(outcome: Outcome) -> list[LeftOut]:
    """What the file does not list although it is there, as far as the file speaks of such."""
    speaks_of_units = sum(outcome.units.values()) > outcome.units["missing"]
    found = (
        ("people", "på filens enheter"),
        ("key_persons", "på filens enheter, som lämnas orörda"),
        ("units", "som lämnas orörda"),
    )
    return [
        LeftOut(counted(count, *NOUNS[kind]), words, f"{kind}-missing")
        for kind, words in found
        if speaks_of_units and (count := getattr(outcome, kind)["missing"])
    ]


def listed(outcome: Outcome, key: str) -> Listed | None:
    """The rows behind a count by the key of the count; None when there is no such list."""
    if key not in SHOWN:
        return None
    kind, group = SHOWN[key]
    rows = (row for row in outcome.details if (row.kind, row.group) == (kind, group))
    count = count_of(outcome, kind, group) or 0
    return Listed(kind, group, TITLES[kind, group], count, tuple(rows))


def namesakes(people: Iterable[Detail]) -> dict[str, str]:
    """For each of the new people whose name somebody else has: the numbers of those who do.

    May be a slip in the number, or the same person under a new one.
    """
    keys = {person.number: search_key(person.name) for person in people}
    stored = StaffMember.objects.filter(search_key__in=set(keys.values()))
    numbers: dict[str, list[str]] = defaultdict(list)
    for person in stored.order_by("employee_number"):
        numbers[person.search_key].append(person.employee_number)
    found = {
        own: ", ".join(other for other in numbers[key] if other != own) for own, key in keys.items()
    }
    return {own: others for own, others in found.items() if others}


def by_kind(findings: Iterable[Finding]) -> list[Kind]:
    """The findings by sheet and column, errors first, in the order they come in the workbook."""
    places: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        place = (finding.level, finding.sheet or "", finding.column or "")
        places.setdefault(place, []).append(finding)
    return [
        Kind(str(number), _title(place, len(found)), tuple(found))
        for number, (place, found) in enumerate(places.items())
    ]


def _title(place: tuple[str, str, str], count: int) -> str:
    level, *where = place
    name = ", ".join(filter(None, where)) or "Hela filen"
    return f"{name}: {counted(count, *LEVELS[level])}"


def in_kinds(findings: Iterable[tuple[str, Finding]]) -> Iterator[tuple[str, list[Finding]]]:
    """Findings in a row, each with the title of its kind, under that title."""
    for title, group in groupby(findings, key=lambda pair: pair[0]):
        yield title, [finding for _, finding in group]
