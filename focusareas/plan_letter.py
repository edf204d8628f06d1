"""What a plan says about its memo: who writes to whom, on which paper, and the fixed texts."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from focusareas.plan_table import Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The columns at the foot of the first page, as printed from a day on."""

    from_day: date
    columns: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KindOfLetter:
    """The texts that are particular to an interim or to a final report."""

    title: str
    decision: str
    occasion: str
    assessment: str


@dataclass(frozen=True, slots=True)
class PlanLetter:
    """All of it; what a plan leaves out is empty."""

    document_type: str
    administration: str
    addressee: str
    summary: str
    case_description: str
    sender: tuple[str, ...]
    signatory: tuple[str, ...]
    copies_to: tuple[str, ...]
    decision_basis: tuple[str, ...]
    letterheads: tuple[Letterhead, ...]
    interim: KindOfLetter
    final: KindOfLetter

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        """From the plan's JSON; BrokenPlanError where something has the wrong form."""
        table = Table("brevet", data)
        letter = cls(
            document_type=table.text("document_type", ""),
            administration=table.text("administration", ""),
            addressee=table.text("addressee", ""),
            summary=table.text("summary", ""),
            case_description=table.text("case_description", ""),
            sender=tuple(table.texts("sender")),
            signatory=tuple(table.texts("signatory")),
            copies_to=tuple(table.texts("copies_to")),
            decision_basis=tuple(table.texts("decision_basis")),
            letterheads=tuple(
                _read_letterhead(head)
                for head in table.tables("letterheads", lambda _, n: f"brevet, sidfot {n}")
            ),
            interim=_read_kind(table.table("interim")),
            final=_read_kind(table.table("final")),
        )
        table.refuse_unread()
        return letter

    def of_kind(self, kind: str) -> KindOfLetter:
        """The texts for this kind of report."""
        return self.final if kind == "final" else self.interim

    def letterhead_on(self, day: date) -> Letterhead | None:
        """The paper in use that day: the latest whose day has come."""
        in_use = [head for head in self.letterheads if head.from_day <= day]
        return max(in_use, key=lambda head: head.from_day, default=None)


def _read_kind(table: Table) -> KindOfLetter:
    texts = {name: table.text(name, "") for name in ("title", "decision", "occasion", "assessment")}
    table.refuse_unread()
    return KindOfLetter(**texts)


def _read_letterhead(table: Table) -> Letterhead:
    columns = table.get("columns", list, [])
    if not all(
        isinstance(column, list) and all(isinstance(line, str) for line in column)
        for column in columns
    ):
        raise table.fault("”columns” ska vara en lista med listor av texter.")
    try:
        from_day = date.fromisoformat(table.text("from_day"))
    except ValueError as error:
        raise table.fault("”from_day” ska vara ett datum som 2022-01-01.") from error
    table.refuse_unread()
    return Letterhead(from_day, tuple(tuple(column) for column in columns))
