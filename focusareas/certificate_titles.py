"""Where a text names a course: its title, and not one that only begins or ends so."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from focusareas.certificate_completions import DONE
from focusareas.certificate_neutral import TOKEN, fold, unknown_words
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_predicates import said_before, says_completed

# "Webbkurs om våld mot djur" is another course than "Webbkurs om våld", wherever the line ends.
OTHER_SUBJECT: Final = frozenset({"mot", "bland", "riktat", "kring", "gentemot"})
# These join another subject, or say when, where and for how long.
JOINT: Final = frozenset(
    """
    i pa inom och samt vid for hos av med fran genom under till som via nar da dar att om
    where when in at for of
    """.split()
)
# A part of the course, or the course after it.
STEP: Final = re.compile(
    r"kapit\w*|modul(?:en)?|moment(?:et)?|del(?:en)?|steg|niva|i{2,3}|"
    r"(?:fordjupning|fortsattning|pabyggnad)\w*|"
    r"(?:kunskaps|slut)?(?:prov|test)"
)
# On a line of its own; chapters may be listed there.
STEP_ALONE: Final = re.compile(
    r"(?:(?:steg|nivå|del|level|part)\s+\w+|i{2,3}|(?:fördjupning|fortsättning|påbyggnad)\w*)"
    r"\s*(?:$|[\n\t])",
    re.IGNORECASE,
)
LENGTH: Final = re.compile(
    r"timmar\w*|timme|tim|h|min|minuter|kapitel|moduler|hp|poang|dagar|januari|februari|mars|april|"
    r"maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|"
    r"july|august|october|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec|[ae]|0?[1-9]|1[0-2]"
)
NUMBERS: Final = frozenset({"tva", "tre", "fyra", "fem", "sex"})
DAY_OR_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\d{4})?")
# "Webbkurs om våld på distans" and "i nära relationer" go on without changing the subject.
SAME_SUBJECT: Final = re.compile(
    r"nara|sin|(?:webb)?(?:kurs|utbildning)\w*|distans|webben|\d+|januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|ramen|visby|uppsala|stockholm|hela|samband|regi|"
    r"(?:klara|genom|full|slut|godkan|avsluta|avlagt|delta)\w*|nck|nationellt|har|fatt|"
    r"darmed|darigenom|blivit|ar|fick|visa\w*|uppfyll\w*|svara\w*|fullgjort|besvara\w*|uppna\w*|redovisa\w*|erhall\w*|region\w*|gotland|"
    r"omfatta\w*|ges|gavs|ingar|bestar|ger|finns|funnits|tar|motsvarar|erbjuds|anordna\w*|avlad\w*|"
    r"mellan|between|during|ledning|period\w*|tid|tiden|arbetstid|sig|larplattform\w*|larportal\w*|kursportal\w*|teams|zoom|skype|lank|webb|var(?:en|terminen)|host(?:en|terminen)|"
    r"socialtjanst\w*|kunskaps\w*|tillhorande|dess|det|den"
)
# What may stand before a title besides: what the paper is, who says so and to whom.
LED_IN: Final = re.compile(
    r"\w*(?:intyg|bevis|diplom|certifikat)(?:et)?|intyga[sr]|intyget|harmed|bekraftar|tilldela\w*|"
    r"utfarda\w*|certificate|certify|grattis|gratulerar|aktivitet|titel|amne|rubrik|avser|galler|"
    r"namn|uppsala|universitet\w*|region\w*|gotland\w*|kommun\w*|lansstyrelse\w*|visby|ja|"
    r"completion|awarded|issued|presented|granted|hereby|this|successful|har|amnet|se|over|min|mina|vad|visar|"
    r"version|omfattning|arrangor|anordnare|utgivare|kursledare|poang|plats|enhet|arbetsplats"
)
PART_OF_IT: Final = AnyCase(r"test|prov|kapit|modul|moment")
LONGEST_OBJECT: Final = 160
END: Final = re.compile(r"[.!?](?:\s|$)")
# "Rätt att veta! – Trauma", perhaps with the rest on the next line
SUBTITLE: Final = re.compile(r"[^\n]*[-–—]")
LINE_END: Final = re.compile(r"[\n\t,(:;]|[.!?]\s")
# Where what stands before a title has nothing to do with it: another line, column or sentence.
BREAK: Final = re.compile(r"[\n\t]|[.!?]\s")


@dataclass(frozen=True, slots=True, eq=False)
class TitleWords:
    """The folded words that may stand `around` a title, those that may stand `behind`, and titles.

    Behind a title the words of other titles would make a third one of it.
    """

    around: frozenset[str]
    behind: frozenset[str]
    titles: tuple[str, ...]

    def beside(self, names: frozenset[str]) -> "TitleWords":
        """The same, with the words of the holder's `names`."""
        return TitleWords(self.around | names, self.behind | names, self.titles)


class FoldedText:
    """A text without blanks and signs in which whole words can still be told from parts."""

    def __init__(self, text: str, known: TitleWords) -> None:
        self.whole = text
        self.known = known
        self.words = list(map(fold, TOKEN.findall(text)))
        self.text = "".join(self.words)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each word stands in the text as it was."""
        return [match.span() for match in TOKEN.finditer(self.whole)]

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

    def find_title(self, wanted: str) -> list[tuple[int, int]]:
        """Where the wanted words are not part of another title, or of what is said about it."""
        return [
            (start, end)
            for start, end in self.find(wanted)
            if self._is_led_in(self._first(start)) and not self._goes_on(self._last(end))
        ]

    def _first(self, start: int) -> int:
        return bisect_left(self.starts, start)

    def _last(self, end: int) -> int:
        return bisect_left(self.ends, end)

    def _is_led_in(self, first: int) -> bool:
        """Whether nothing said before it makes it another course, or not completed."""
        before = self.whole[: self.places[first][0]]
        beside = BREAK.split(before[-LONGEST_OBJECT:])[-1]
        if PART_OF_IT.search(beside) and not DONE.search(beside):
            return False
        return says_completed(said_before(before), self._unknown)

    def _unknown(self, text: str) -> Iterator[str]:
        words = unknown_words(text, self.known.around)
        return (word for word in words if not LED_IN.fullmatch(fold(word)))

    def _goes_on(self, last: int) -> bool:
        """Whether the words behind it make it another course: "för tandvården", "del 2"."""
        following = last + 1
        if following >= len(self.places):
            return False
        begin, end = self.places[following]
        gap = self.whole[self.places[last][1] : begin]
        if gap == ".":
            return True  # a site's address
        if self.text.startswith(self.known.titles, self.starts[following]):
            return False  # one more course
        if gap.strip() == "(" and self.words[following] not in JOINT:
            # What it is called in another language, unless it is the course after it.
            inside = map(fold, TOKEN.findall(self.whole[begin:].partition(")")[0]))
            return any(STEP.fullmatch(word) or word in NUMBERS for word in inside)
        if SUBTITLE.match(gap):
            return self._is_changed_by(following, self._end_of_line(begin))
        if END.search(gap) or self.whole.startswith(":", end):
            return False
        first = self.words[following]
        if BREAK.search(gap) and first not in JOINT:
            return first in OTHER_SUBJECT or bool(STEP_ALONE.match(self.whole, begin))
        return self._is_changed_by(following, following + 1)

    def _is_changed_by(self, following: int, end: int) -> bool:
        """Whether one of the words up to the end makes the title before them another one."""
        first, second = [*self.words[following : following + 2], ""][:2]
        if first in JOINT:
            return self._is_other(following + 1)
        if first.isdigit() or first in NUMBERS:
            return not (DAY_OR_YEAR.fullmatch(first) or LENGTH.fullmatch(second))
        return bool(STEP.fullmatch(first)) or any(map(self._is_other, range(following, end)))

    def _end_of_line(self, begin: int) -> int:
        """The first word that does not stand on the line with the place, or behind a comma."""
        end = LINE_END.search(self.whole, begin)
        return bisect_left(self.places, (end.start() if end else len(self.whole), 0))

    def _is_other(self, index: int) -> bool:
        """Whether the word belongs to another title, and does not tell when, where or for whom."""
        word = self.words[index] if index < len(self.words) else ""
        if not word or SAME_SUBJECT.fullmatch(word) or LED_IN.fullmatch(word):
            return False
        return bool(unknown_words(self.whole[slice(*self.places[index])], self.known.behind))
