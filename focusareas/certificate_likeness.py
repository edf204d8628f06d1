"""Whether two certificates differ in nothing but who, when and numbers, as those that one program
makes do: then what a person has said of the first can be asked of the others in one question."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from typing import Final

from focusareas.certificate_patterns import folded_words, places_of
from focusareas.certificate_written_days import HALF_WRITTEN, WRITTEN, read_match

# Stand for what differs; no text has them of its own.
NAME, GIVEN_NAME, FAMILY_NAME, DAY, NUMBER = "\x01", "\x02", "\x03", "\x04", "\x05"
SIGNS: Final = re.compile(r"[\x01-\x05]")
ADDRESS: Final = re.compile(r"[^\s@]+@[^\s@]+|\b(?:https?://|www\.)\S+")
# What papers are numbered by says nothing. Any other number may be a score, a part or a course.
LABELLED: Final = re.compile(
    r"(?P<label>(?i:"
    r"\b(?:intygs?|certifikat\w*|bevis|märkes?|ärende|serie|kontroll|verifierings?|referens|diarie)"
    r"[-\s]?(?:nummer|nr|kod|id)\b|\b(?:dnr|ref|kontroll|verifiering)\b|"
    r"(?<!anst\.)(?<!kurs\s)(?<!del\s)(?<!modul\s)(?<!steg\s)(?<!nivå\s)(?<!träff\s)(?<!prov\s)\b(?:nr|id)\b|"
    r"\b(?:certificate|credential|verification)\s(?:id|no|number|code)\b)\.?[\s:#]*)"
    r"(?:[A-ZÅÄÖ]{2,5}\s)?(?=[/-]*\w[\w/-]{3})(?=[^\W\d]*[/-]?[^\W\d]*\d)[\w/-]+"
)
# No word and no measure looks like that: "X4KQ7", "6edf0a11-..", "202304170815".
CODE: Final = re.compile(
    r"(?<![\w-])(?:(?=[A-Z]*\d+[A-Z]+\d|\d*[A-Z]+\d+[A-Z])[A-Z\d]{5,}|"
    r"[\da-f]{8}-[\da-f]{4}-[\da-f-]{9,}|\d{9,})(?![\w-])"
)
TIME: Final = re.compile(r",?\s+(?:kl\.?\s*\d{1,2}[:.]\d{2}|\d{1,2}:\d{2}(?::\d{2})?)\b")
# Until then it holds, or not any more: that must be the same.
LASTS: Final = re.compile(r"gilti|gäll|går\s+ut|expir|valid|t\.?o\.?m", re.IGNORECASE)
# A day that is not read, so that another one would be taken for it.
UNREAD_DAY: Final = re.compile(r"(?<![\w-])\d{6}(?![\w-])")
# It tells by where it stands, which is not compared.
MARK: Final = re.compile(r"(?<!\S)[\[(]?(?:[xX×]|[✓✔✗✘☑☒☐■□▪●○])[\])]?(?!\S)")
WHOLE_NAME: Final = re.compile(r"[^\W\d_]+(?:[\s,.'’-]+[^\W\d_]+)*")
CAPITAL_BEFORE: Final = re.compile(
    r"\b(?!(?:Hej|Grattis|Bäste|Bästa|Käre|Kära|Tack|Hello|Dear|Congratulations)\b)"
    r"[A-ZÅÄÖ][\w-]*\s+$"
)
CAPITAL_BEHIND: Final = re.compile(r"\s+[A-ZÅÄÖ]")
# Shorter numbers of people are as likely to be something else.
SHORTEST_NUMBER: Final = 4
# Nobody looks through as many letters as that to see what differs.
MOST_COMPARED: Final = 5_000


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
        if self.words != sample.words or len(self.days) != len(sample.days):
            return None
        pairs = zip(sample.days, self.days, strict=True)
        found = {here for there, here in pairs if there == day}
        return found.pop() if len(found) == 1 else None


def sheet_of(text: str, given_name: str, family_name: str, number: str = "") -> Sheet | None:
    """What the certificate says apart from the name and the number of this person.

    None unless the whole name is on it, and where something may be told that is not compared: a
    day that is not read, a cross in a column.
    """
    if len(text) > MOST_COMPARED or MARK.search(text):
        return None
    days: list[date | None] = []
    words = "\n".join(_line(line, days) for line in SIGNS.sub(" ", text).splitlines())
    words = ADDRESS.sub(NUMBER, words)
    words = CODE.sub(NUMBER, LABELLED.sub(rf"\g<label>{NUMBER}", words))
    if len(number) >= SHORTEST_NUMBER:
        words = re.sub(rf"(?<![\w-]){re.escape(number)}(?![\w-])", NUMBER, words)
    named = _without_name(words, f"{given_name} {family_name}", NAME)
    if named == words or HALF_WRITTEN.search(words) or UNREAD_DAY.search(words):
        return None
    named = _without_name(named, given_name, GIVEN_NAME)
    named = _without_name(named, family_name, FAMILY_NAME)
    return Sheet(" ".join(named.split()), tuple(days))


def words_in(text: str) -> Set[str]:
    """The words of the text, folded, to ask which names may be on it."""
    return {word for word, *_ in folded_words(text)} if len(text) <= MOST_COMPARED else set()


def _line(line: str, days: list[date | None]) -> str:
    return line if LASTS.search(line) else "".join(_without_days(line, days))


def _without_days(line: str, days: list[date | None]) -> Iterator[str]:
    """The line around its days, with a sign for each; they are added to the list."""
    end = 0
    for match in WRITTEN.finditer(line):
        yield f"{line[end : match.start()]}{DAY}"
        days.append(read_match(match)[1])
        time = TIME.match(line, match.end())
        end = time.end() if time else match.end()
    yield line[end:]


def _without_name(text: str, name: str, sign: str) -> str:
    """The text with the sign for the name; a part of one beside another name is somebody else's."""
    end, parts = 0, []
    for start, last in places_of(name, text):
        is_part = sign != NAME
        if not WHOLE_NAME.fullmatch(text, start, last) or (
            is_part and _stands_by_a_name(text, start, last)
        ):
            continue
        parts += [text[end:start], sign]
        end = last
    return "".join([*parts, text[end:]])


def _stands_by_a_name(text: str, start: int, last: int) -> bool:
    return bool(CAPITAL_BEFORE.search(text[:start]) or CAPITAL_BEHIND.match(text, last))
