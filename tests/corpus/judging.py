"""Holds what the command said about a pile against what is true."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tests.corpus.truth import Expected, Pile, Truth

Entry = Mapping[str, Any]


class Result(Enum):
    """What became of a certificate."""

    MATCHED = "matched"
    WRONG = "wrong"
    ASKED = "ask"
    REFUSED = "refused"
    DUPLICATE = "duplicate"
    LOST = "lost"
    EXTRA = "extra"


@dataclass(frozen=True)
class Verdict:
    """One certificate: the truth, what was said, and how they go together."""

    group: str
    file: str
    unit: str
    result: Result
    truth: Truth | None
    entry: Entry | None

    @property
    def is_due(self) -> bool:
        """A careful clerk matches it at once."""
        return self.truth is not None and self.truth.expected == Expected.MATCH

    @property
    def is_day_right(self) -> bool:
        day = self.truth.completed_on if self.truth else None
        said = self.entry["completed_on"] if self.entry else None
        return bool(said == (day.isoformat() if day else None))

    @property
    def place_of_person(self) -> int | None:
        """Where the right person stands among the candidates, from 0."""
        if not self.entry or not self.truth or not self.truth.person:
            return None
        numbers = list(self.entry["candidates"])
        number = self.truth.person.number
        return numbers.index(number) if number in numbers else None

    def __str__(self) -> str:
        said = dict(self.entry) if self.entry else "nothing"
        return f"{self.file} ({self.unit}): {self.truth or 'no certificate'} -> {said}"


def judge(group: str, pile: Pile, entries: Iterable[Entry]) -> list[Verdict]:
    """A verdict for every certificate of the pile, and for what was said beyond them."""
    said = defaultdict(list)
    for entry in entries:
        said[entry["file"]].append(entry)
    return [
        Verdict(group, item.file, pile.unit, result, truth, entry)
        for item in pile.items
        for result, truth, entry in _judge_file(item.truths, said[item.file], pile.course)
    ]


Judged = tuple[Result, Truth | None, Entry | None]


def _judge_file(truths: Sequence[Truth], entries: Sequence[Entry], course: str) -> list[Judged]:
    """First what was matched rightly, so that two on a page are not mistaken for each other."""
    left, open_entries, judged = list(truths), [], list[Judged]()
    for entry in entries:
        truth = next((truth for truth in left if _is_right(truth, entry, course)), None)
        if truth:
            left.remove(truth)
            judged.append((Result.MATCHED, truth, entry))
        else:
            open_entries.append(entry)
    for entry in open_entries:
        truth = next((truth for truth in left if truth.page == entry["page"]), None)
        if truth:
            left.remove(truth)
        judged.append((_other_result(truth, entry), truth, entry))
    asked = {entry["page"] for entry in open_entries if entry["outcome"] == "ask"}
    return [*judged, *((_without_entry(truth, asked), truth, None) for truth in left)]


def _without_entry(truth: Truth, asked: set[int]) -> Result:
    """Asked about together with another on its page, or lost without a word."""
    return Result.ASKED if truth.page in asked else Result.LOST


def _is_right(truth: Truth, entry: Entry, course: str) -> bool:
    """Matched with the right person by a certificate that counts.

    One without a day that is matched all the same has a wrong day, not a wrong person.
    """
    may_match = truth.expected != Expected.QUESTION or truth.why == "no day"
    return (
        entry["outcome"] == "matched"
        and may_match
        and truth.page == entry["page"]
        and truth.person is not None
        and truth.person.number == entry["employee_number"]
        and truth.course == course == entry["course"]
    )


def _other_result(truth: Truth | None, entry: Entry) -> Result:
    if entry["outcome"] == "matched":
        return Result.WRONG
    return Result(entry["outcome"]) if truth else Result.EXTRA
