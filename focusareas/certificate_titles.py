"""Where a text names a course: its title, and not one that only begins or ends so."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, takewhile
from typing import Final

from focusareas.certificate_completions import DONE, without_all_of
from focusareas.certificate_neutral import fold, unknown_words
from focusareas.certificate_patterns import folded_words
from focusareas.certificate_predicates import MAY_DO_THEN, said_before, says_completed
from focusareas.certificate_title_words import (
    ABOUT,
    ADVERBIAL,
    AND,
    ARTICLE,
    ASSESSMENT,
    BESIDE,
    CLOSE_RELATIONS,
    COMMA,
    COURSE,
    DAY_OR_YEAR,
    DAYS,
    DESCRIBED,
    DESCRIPTION,
    DID_TOO,
    END,
    EXTENT,
    GIVEN_BY,
    HELD_AT,
    HELD_BY,
    IN_BRACKETS,
    JOINT,
    KIND,
    KNOWN_BEHIND,
    LED_IN,
    LENGTH,
    LONGEST_OBJECT,
    MOST_WORDS_OF_ORGANISER,
    NOTED,
    NOUN_PHRASE,
    NUMBERS,
    OF_ANYBODY,
    OF_THE_COURSE,
    OTHER_SUBJECT,
    PART,
    PART_OF_IT,
    PURPOSE,
    REGI,
    STEP,
    STEP_ALONE,
    SUBTITLE,
    TOLD_OF,
    TRANSLATION,
)
from focusareas.certificate_words import is_town

PHRASE_END: Final = re.compile(r"[\n\t(:;]|[.!?]\s")
BREAK_OF_LINE: Final = re.compile(r"[\n\t]")
# Where what stands before a title has nothing to do with it: another line, column or sentence.
BREAK: Final = re.compile(r"[\n\t]|[.!?]\s")


@dataclass(frozen=True, slots=True, eq=False)
class TitleWords:
    """The folded words that may stand `around` a title, those that may stand `behind`, and titles.

    Behind a title the words of other titles would make a third one of it. What stands behind a
    title that is `exclaimed` is on the same line as it.
    """

    around: frozenset[str]
    behind: frozenset[str]
    titles: tuple[str, ...]
    exclaimed: frozenset[str] = frozenset()

    def beside(self, names: frozenset[str]) -> "TitleWords":
        """The same, with the words of the holder's `names`."""
        return replace(self, around=self.around | names, behind=self.behind | names)


class FoldedText:
    """A text without blanks and signs in which whole words can still be told from parts."""

    def __init__(self, text: str, known: TitleWords) -> None:
        self.whole = text
        self.known = known
        self.words = [word for word, *_ in folded_words(text)]
        self.text = "".join(self.words)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each word stands in the text as it was."""
        return [(start, end) for _, start, end in folded_words(self.whole)]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return list(accumulate(map(len, self.words)))

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins, and the end of all."""
        return [0, *self.ends]

    def find(self, wanted: str) -> list[tuple[int, int]]:
        """Where the wanted words stand as whole words."""
        spans = []
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            end = start + len(wanted)
            if self.starts[self._first(start)] == start and self.ends[self._last(end)] == end:
                spans.append((start, end))
            start = self.text.find(wanted, start + 1)
        return spans

    def find_title(self, wanted: str, own: frozenset[str]) -> list[tuple[int, int]]:
        """Where the wanted words are not part of another title, or of what is said about it.

        `own` are the folded words of all that the course is called.
        """
        return [
            (start, end)
            for start, end in self.find(wanted)
            if self._is_led_in(self._first(start))
            and (
                self._is_called(self._last(end) + 1, own)
                or not self._goes_on(self._last(end), wanted in self.known.exclaimed)
            )
        ]

    def _first(self, start: int) -> int:
        return bisect_left(self.starts, start)

    def _last(self, end: int) -> int:
        return bisect_left(self.ends, end)

    def _is_led_in(self, first: int) -> bool:
        """Whether nothing said before it makes it another course, or not completed."""
        before = self.whole[: self.places[first][0]]
        beside = without_all_of(BREAK.split(before[-LONGEST_OBJECT:])[-1])
        said = said_before(before)
        is_part = all(map(PART_OF_IT.search, (beside, without_all_of(said))))
        if is_part and not DONE.search(beside):
            return False
        if NOUN_PHRASE.search(before) and not COURSE.match(self.whole, self.places[first][0]):
            return False
        return says_completed(said, self._unknown)

    def _unknown(self, text: str) -> Iterator[str]:
        words = unknown_words(text, self.known.around)
        return (word for word in words if not LED_IN.fullmatch(fold(word)))

    def _goes_on(self, last: int, is_exclaimed: bool = False) -> bool:
        """Whether the words behind it make it another course: "för tandvården", "del 2"."""
        following = last + 1
        if following >= len(self.places):
            return False
        begin, end = self.places[following]
        gap = self.whole[self.places[last][1] : begin]
        gap = gap.lstrip("!?") if is_exclaimed else gap
        if gap == ".":
            return True  # a site's address
        if self.text.startswith(self.known.titles, self.starts[following]):
            return False  # one more course
        if self.words[following : following + 3] == CLOSE_RELATIONS:
            return self._goes_on(following + 2)
        if BESIDE.fullmatch(gap) and self._is_translated(following):
            return self._has_step(following)
        if IN_BRACKETS.fullmatch(gap):
            return self._is_changed_in_brackets(following)
        if END.search(gap) or self.whole.startswith(":", end):
            return bool(SUBTITLE.match(gap)) and self._is_changed_on_line(following)
        return self._is_changed_behind(gap, following)

    def _is_changed_behind(self, gap: str, following: int) -> bool:
        """Whether what stands behind such a gap, on the line or on the next, makes it another."""
        first = self.words[following]
        if (SUBTITLE.match(gap) or COMMA.match(gap)) and first in ARTICLE:
            return self._is_another_kind(following)
        if COMMA.match(gap) and DESCRIBED.match(self.whole, self.places[following][0]):
            return self._tells_of_part(self.places[following][0])
        if COMMA.match(gap) and ASSESSMENT.match(self.whole, self.places[following][0]):
            return self._is_about_other(self.places[following][0])
        if SUBTITLE.match(gap):
            return self._is_changed_on_line(following)
        if EXTENT.fullmatch(first):
            return self._tells_of_part(self.places[following][0])
        if BREAK.search(gap) and first not in JOINT and not COMMA.match(gap):
            return first in OTHER_SUBJECT or self._is_step(self.places[following][0])
        return self._is_changed_by(following, following + 1)

    def _is_about_other(self, begin: int) -> bool:
        """Whether what is assessed there is anything but what the courses are about."""
        said = ASSESSMENT.sub("", PHRASE_END.split(self.whole[begin : begin + LONGEST_OBJECT])[0])
        is_of_it = OF_THE_COURSE.search(said) or PART.search(said)
        return bool(is_of_it) or any(self._unknown(said))

    def _is_changed_on_line(self, following: int) -> bool:
        return self._is_changed_by(following, self._end_of_phrase(self.places[following][0]))

    def _is_changed_in_brackets(self, following: int) -> bool:
        """Whether they hold the course after it, or something that is not understood."""
        begin = self.places[following][0]
        closing = self.whole.find(")", begin)
        inside = range(following, bisect_left(self.places, (closing, 0)) if closing > 0 else 0)
        words = self.words[following : inside.stop]
        if any(STEP.fullmatch(word) for word in words) or self._is_number_of_it(following):
            return True
        if GIVEN_BY.fullmatch(self.whole[begin : max(closing, begin)]):
            return False
        if any(map(TRANSLATION.fullmatch, words)) or NOTED.fullmatch(words[0] if words else ""):
            return False
        return any(map(self._is_other, inside))

    def _is_translated(self, following: int) -> bool:
        """Whether what stands there is in English."""
        return any(map(TRANSLATION.fullmatch, self._phrase(following)))

    def _has_step(self, following: int) -> bool:
        return any(map(STEP.fullmatch, self._phrase(following)))

    def _phrase(self, following: int) -> list[str]:
        return self.words[following : self._end_of_phrase(self.places[following][0])]

    def _is_step(self, begin: int) -> bool:
        """Whether a step of the course stands alone there, and not the first of all of them."""
        step = STEP_ALONE.match(self.whole, begin)
        if not step or not step["step"]:
            return bool(step)
        others = re.findall(rf"^{step['step']}\s+(\w+)\b", self.whole, re.IGNORECASE | re.MULTILINE)
        return not {"1", "2"}.issubset(others)

    def _is_number_of_it(self, index: int) -> bool:
        """Whether the word is a number that is of no day and tells of no length."""
        word, following = [*self.words[index : index + 2], ""][:2]
        if index < len(self.places) and DAYS.match(self.whole, self.places[index][0]):
            return False
        is_number = word.isdigit() or word in NUMBERS
        return is_number and not (DAY_OR_YEAR.fullmatch(word) or LENGTH.fullmatch(following))

    def _is_called(self, following: int, own: frozenset[str]) -> bool:
        """Whether what is told of the title behind it is but what the course is called too.

        Its words may be all that is told, or "och klarat provet" follows.
        """
        if following >= len(self.places):
            return False
        begin = self.places[following][0]
        is_told = TOLD_OF.match(self.whole[self.places[following - 1][1] : begin])
        if not (is_told or self.words[following] == ABOUT):
            return False
        end = self._end_of_text(begin)
        words = self.words[following:end]
        told = [*takewhile(lambda word: word in own | JOINT or KIND.fullmatch(word), words)]
        while told and (told[-1] in JOINT | OTHER_SUBJECT or KIND.fullmatch(told[-1])):
            told.pop()
        if not (own - JOINT - OTHER_SUBJECT).intersection(told):
            return False
        last = following + len(told) - 1
        return self._ends_behind(last, end) and not self._goes_on(last)

    def _ends_behind(self, last: int, end: int) -> bool:
        """Whether nothing but a sign, or what was done besides, stands behind it in the phrase."""
        if last + 1 >= end:
            return True
        joint, verb = [*self.words[last + 1 : last + 3], ""][:2]
        gap = self.whole[self.places[last][1] : self.places[last + 1][0]]
        is_apart = "\n" in gap or bool(gap.strip())
        return is_apart or (joint in AND and bool(DID_TOO.fullmatch(verb)))

    def _is_changed_by(self, following: int, end: int) -> bool:
        """Whether one of the words up to the end makes the title before them another one."""
        first, second = [*self.words[following : following + 2], ""][:2]
        if first in JOINT and OF_ANYBODY.fullmatch(second):
            end = self._end_of_phrase(self.places[following][0])
            return any(map(self._is_other, range(following + 1, end)))
        begin = self.places[following][0]
        said = self.whole[begin : begin + LONGEST_OBJECT]
        if HELD_BY.match(said) or ADVERBIAL.match(said):
            return self._tells_of_part(begin)
        if HELD_AT.match(said):
            return self._tells_of_part(begin)
        if first in AND and MAY_DO_THEN.match(self.whole, self.places[following][1]):
            return self._tells_of_part(begin)
        if first in JOINT:
            held_by = self.words[following + 1 : following + MOST_WORDS_OF_ORGANISER]
            return not REGI.intersection(held_by) and self._is_other(following + 1)
        if first.isdigit() or first in NUMBERS:
            return self._is_number_of_it(following)
        return bool(STEP.fullmatch(first)) or any(map(self._is_other, range(following, end)))

    def _end_of_phrase(self, begin: int) -> int:
        """The first word that does not stand on the line with the place, or in brackets behind."""
        end = PHRASE_END.search(self.whole, begin)
        return bisect_left(self.places, (end.start() if end else len(self.whole), 0))

    def _tells_of_part(self, begin: int) -> bool:
        """Whether the rest of the sentence tells that it was but a part of the course."""
        return bool(PART.search(END.split(self.whole[begin : begin + LONGEST_OBJECT])[0]))

    def _is_another_kind(self, article: int) -> bool:
        """Whether it is said to be a part, or what no course is; not what it is done for."""
        begin = self.places[article][0]
        if described := DESCRIPTION.match(self.whole, begin):
            return self._is_described_as_part(described)
        end, purpose = self._end_of_text(begin), PURPOSE.search(self.whole, begin)
        if purpose:
            end = min(end, bisect_left(self.places, (purpose.start(), 0)))
        is_step = any(map(STEP.fullmatch, self.words[article + 1 : article + 2]))
        return is_step or self._is_changed_by(article, end)

    def _is_described_as_part(self, described: re.Match[str]) -> bool:
        """Whether it says more of parts than how many there are, there or in what is added."""
        parts, end = described.span("parts"), described.end()
        before, after = (parts[0], parts[1]) if described["parts"] else (end, end)
        beside = BREAK_OF_LINE.split(self.whole[end : end + LONGEST_OBJECT])[0]
        said = f"{self.whole[described.start() : before]}{self.whole[after:end]}{beside}"
        following = bisect_left(self.places, (end + len(beside), 0))
        is_followed = following < len(self.places)
        return bool(PART.search(said)) or (is_followed and self._is_step(self.places[following][0]))

    def _end_of_text(self, begin: int) -> int:
        """The end of the phrase, over lines that run on."""
        end = self._end_of_phrase(begin)
        while end < len(self.places):
            below = self.places[end][0]
            runs_on = self.words[end - 1] in JOINT or self.whole[below].islower()
            if not runs_on or self.whole[self.places[end - 1][1] : below].strip():
                break
            end = self._end_of_phrase(below)
        return end

    def _is_other(self, index: int) -> bool:
        """Whether the word belongs to another title, and does not tell when, where or for whom."""
        word = self.words[index] if index < len(self.words) else ""
        if not word or any(known.fullmatch(word) for known in KNOWN_BEHIND):
            return False
        written = self.whole[slice(*self.places[index])]
        return not is_town(written) and bool(unknown_words(written, self.known.behind))
