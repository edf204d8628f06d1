"""Whether two certificates differ in nothing but who, when and numbers, as those that one program
makes do: then what a person has said of the first can be asked of the others in one question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from focusareas.certificate_patterns import folded_words, places_of
from focusareas.certificate_written_days import TIME_OF_DAY, WRITTEN, read_match

# Stand for what differs; no text has them of its own.
NAME, GIVEN_NAME, FAMILY_NAME, DAY, NUMBER = "\x01", "\x02", "\x03", "\x04", "\x05"
SIGNS: Final = re.compile(r"[\x01-\x05]")
ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+|\b(?:https?://|www\.)\S+")
# Numbers of certificates, cases and people: with three digits, or a letter after a digit, such as
# "2023-0417", "2023/19" and "X4KQ7". What is shorter may be a score or a part: "18/20", "Modul-2".
CODE: Final = re.compile(
    r"(?<![\w-])(?:(?:19|20)\d\d/\d+|"
    r"(?=(?:(?:[^\W\d]|-)*\d){3}|[\w-]*\d-?[^\W\d_])[\w-]{4,})(?![\w-])"
)
# Nobody looks through as many words as that to see what differs.
LONGEST_TEXT: Final = 5_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a certificate says apart from whose it is: its words, and the days among them.

    A day that may be read in several ways is none.
    """

    words: str
    days: tuple[date | None, ...]

    def day_as_on(self, sample: "Sheet", day: date) -> date | None:
        """The day in the place where the sample has this one.

        None when the two differ in anything else, the sample does not have the day, or it is in
        several places that say different days here.
        """
        if self.words != sample.words:
            return None
        pairs = zip(sample.days, self.days, strict=True)
        found = {here for there, here in pairs if there == day}
        return found.pop() if len(found) == 1 else None


def sheet_of(text: str, given_name: str, family_name: str) -> Sheet | None:
    """What the certificate says apart from this name; None unless the whole name is on it."""
    if len(text) > LONGEST_TEXT:
        return None
    days: list[date | None] = []
    lines = ["".join(_without_days(line, days)) for line in SIGNS.sub(" ", text).splitlines()]
    words = CODE.sub(NUMBER, ADDRESS.sub(NUMBER, "\n".join(lines)))
    named = _without_name(words, f"{given_name} {family_name}", NAME)
    if named == words:
        return None
    named = _without_name(named, given_name, GIVEN_NAME)
    named = _without_name(named, family_name, FAMILY_NAME)
    return Sheet(" ".join(named.split()), tuple(days))


def may_name(text: str, given_name: str, family_name: str) -> bool:
    """Whether each word of the name is somewhere in the text, which is quick to see."""
    return _folded(text) >= _folded(f"{given_name} {family_name}")


def _folded(text: str) -> set[str]:
    return {word for word, *_ in folded_words(text)}


def _without_days(line: str, days: list[date | None]) -> Iterator[str]:
    """The line around its days, with a sign for each; they are added to the list."""
    end = 0
    for match in WRITTEN.finditer(line):
        yield f"{line[end : match.start()]}{DAY}"
        days.append(read_match(match)[1])
        time = TIME_OF_DAY.match(line, match.end())
        end = time.end() if time else match.end()
    yield line[end:]


def _without_name(text: str, name: str, sign: str) -> str:
    end, parts = 0, []
    for start, last in places_of(name, text):
        parts += [text[end:start], sign]
        end = last
    return "".join([*parts, text[end:]])
