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
from focusareas.certificate_patterns import TOKEN, AnyCase
from focusareas.certificate_predicates import said_before, says_completed
from focusareas.certificate_words import is_town
from focusareas.certificate_written_days import MONTH

# "Webbkurs om våld mot djur" is another course than "Webbkurs om våld", wherever the line ends.
OTHER_SUBJECT: Final = frozenset({"mot", "bland", "riktat", "kring", "gentemot"})
# These join another subject, or say when, where and for how long.
JOINT: Final = frozenset(
    """
    vilket i pa inom och samt vid for hos av med fran genom under till som via nar da dar att om
    where when in at for of
    """.split()
)
# A part of the course, or the course after it.
STEP: Final = re.compile(
    r"kapit\w*|modul(?:en)?|moment(?:et)?|del(?:en)?|steg|niva|i{2,3}|"
    r"part|chapter|module|level|step|advanced|"
    r"(?:fordjupning|fortsattning|pabyggnad)\w*|"
    r"(?:kunskaps|slut)?(?:prov|test)"
)
# On a line of its own; chapters may be listed there.
STEP_ALONE: Final = re.compile(
    r"(?:(?P<step>steg|nivå|del|level|part)\s+\w+|i{2,3}|"
    r"(?:fördjupning|fortsättning|påbyggnad)\w*|(?:handledar|instruktörs|utbildar)\w+)"
    r"\s*(?:$|[\n\t])",
    re.IGNORECASE,
)
LENGTH: Final = re.compile(
    r"\w*timmar\w*|timme|tim|h|min|minuter|kapitel|moduler|hp|poang|(?:hel|kurs|utbildnings)?dag(?:ar)?|"
    r"januari|februari|mars|april|"
    r"maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|"
    r"july|august|october|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec|[ae]|0?[1-9]|1[0-2]"
)
NUMBERS: Final = frozenset({"tva", "tre", "fyra", "fem", "sex"})
DAY_OR_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\d{4})?")
# "Webbkurs om våld på distans" and "i nära relationer" go on without changing the subject.
SAME_SUBJECT: Final = re.compile(
    r"nara|sin|(?:webb)?(?:kurs|utbildning)\w*|distans|webben|\d+|januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|ramen|hotell?|folkets|hela|samband|regi|"
    r"(?:klara|genom|full|slut|godkan|avsluta|avlagt|delta)\w*|nck|nationell\w*|har|fatt|"
    r"dar(?:med|igenom|efter|vid|till|utover)|sedan|blivit|ar|fick|visa\w*|uppfyll\w*|svara\w*|fullgjort|besvara\w*|uppna\w*|redovisa\w*|erhall\w*|region\w*|gotland|"
    r"omfatta\w*|ges|gavs|ingar|bestar|ger|finns|funnits|tar|motsvarar|erbjuds|anordna\w*|avlad\w*|"
    r"mellan|between|during|ledning|period\w*|tid|tiden|arbetstid|sig|larplattform\w*|larportal\w*|kursportal\w*|teams|zoom|skype|lank|webb|var(?:en|terminen)|host(?:en|terminen)|"
    r"far|lamnat|borjan|holls|halls|leddes|arrangera\w*|pagick|tillhandaholl\w*|bestod|lansera\w*|utveckla\w*|"
    r"socialtjanst\w*|kunskaps\w*|tillhorande|dess|det|den"
)
# What may stand before a title besides: what the paper is, who says so and to whom.
LED_IN: Final = re.compile(
    r"\w*(?:intyg|bevis|diplom|certifikat)(?:et)?|kvitt(?:o|ens|ering)|intyga[sr]|intyget|harmed|bekraftar|tilldela\w*|"
    r"utfarda\w*|certificate|certify|grattis|gratulerar|aktivitet|titel|amne|rubrik|avser|galler|"
    r"namn|uppsala|universitet\w*|region\w*|gotland\w*|kommun\w*|lansstyrelse\w*|visby|ja|"
    r"completion|awarded|issued|presented|granted|hereby|this|successful|har|amnet|se|over|min|mina|vad|visar|"
    r"version|genom|dokument\w*|handling\w*|brev\w*|subject|your|mail|anvanda|anvandning\w*|studier|tack|"
    r"omfattning|arrangor|anordnare|utgivare|kursledare|poang|plats|enhet|arbetsplats"
)
# "Deltog i ett samtal om våld", and not "i en webbkurs om våld"
NOUN_PHRASE: Final = re.compile(r"\b(?:en|ett|flera|några|två|olika)\s+$")
COURSE: Final = re.compile(r"\w*(?:kurs|utbildning)|[A-ZÅÄÖ]")
PART_OF_IT: Final = AnyCase(r"test|prov|kapit|modul|moment")
LONGEST_OBJECT: Final = 160
END: Final = re.compile(r"[.!?](?:\s|$)")
# What the title of a course may end with, and a sentence as well: "Rätt att veta!"
EXCLAMATION: Final = ("!", "?")
IN_BRACKETS: Final = re.compile(r"\W*\(\W*")
# "/ Web course on violence", "(Web course on violence)": what it is called in another language.
BESIDE: Final = re.compile(r"\W*[/|]\s*")
TRANSLATION: Final = re.compile(
    r"on|about|of|with|the|against|violence|oppression|honou?r|\w*abuse"
)
NOTED: Final = re.compile(r"(?:kurs)?(?:kod|id|nr|nummer)")
# "I Länsstyrelsen Stockholms regi": by whom it was held.
REGI: Final = frozenset({"regi", "forsorg"})
MOST_WORDS_OF_ORGANISER: Final = 8
# "Som Länsstyrelsen anordnade", "som vi höll": who held it, and no other subject.
HELD_BY: Final = re.compile(
    r"som\s+(?=[A-ZÅÄÖ]|vi\b|\w+(?:en|et)\b)[^.!?]{2,80}?\b"
    r"(?:(?:anordna|arrangera|ordna)(?:de|r)|erbjöd|erbjuder|ledde|leder|höll|gav|stod\s+för)\b"
)
# "23–24/3 2023", "den 12 och 13 april"
DAYS: Final = re.compile(
    rf"\d{{1,2}}\s*(?:[-–]|och|till|to|and)\s*\d{{1,2}}\s*(?:[/.]\s*\d{{1,2}}\b|\.?\s*(?:{MONTH})\b)",
    re.IGNORECASE,
)
COMMA: Final = re.compile(r"\W?\s*,")
# "Ett stöd för att bedöma risk": what is done with it tells of the same subject.
PURPOSE: Final = re.compile(r"\s(?:för att|in order to|to)\s", re.IGNORECASE)
# ", innefattande nio kapitel", "fördelat på fyra träffar": how much it is, unless that is a part.
EXTENT: Final = re.compile(
    r"(?:inne|om)fattande|bestaende|inklusive|inkl|motsvarande|fordela[dt]e?|uppdela[dt]e?|jamte|"
    r"including|comprising|covering|consisting|corresponding|equivalent|spread|plus"
)
PART: Final = AnyCase(
    r"(?:del|kapitel|steg|modul|avsnitt|block|nivå|moment|dag|part|chapter|module|step|level|day)\s+(?:\d|i\b|ett\b|one\b)|"
    r"\b(?:halva|delar|delvis|delen|enbart|endast|bara|första|half|parts|only|first|some)\b|\d\s*(?:av|of)\s*\d"
)
# "– en kurs för alla som möter våldsutsatta", ", an online course on": what it is, and for whom.
ARTICLE: Final = frozenset({"en", "ett", "a", "an"})
OF_ANYBODY: Final = re.compile(
    r"yrkesverksamma|medarbetare|personal|anstallda|alla|dig|er|dem|som|moter|traffar|"
    r"(?:valds)?utsatta|"
    r"checklista?|\w*(?:stod|metod|modell|verktyg|instrument|manual)|assessment|risk|instrument|tool|an|honou?r|based|related|violence|oppression|men|mens|women|against|s|"
    r"training|course|online|web|given|in|swedish|by|for"
)
KNOWN_BEHIND: Final = (SAME_SUBJECT, LED_IN, OF_ANYBODY, LENGTH)
CLOSE_RELATIONS: Final = ["i", "nara", "relationer"]
# "Rätt att veta! – Trauma", perhaps with the rest on the next line
SUBTITLE: Final = re.compile(r"[^\n]*[-–—]")
# "(mäns våld mot kvinnor)", ", en webbaserad grundutbildning om", "– mäns våld", "om våld"
TOLD_OF: Final = re.compile(r"\W*[-–—:,(]")
ABOUT: Final = "om"
KIND: Final = re.compile(
    r"en|ett|(?:webb|nat|grund|distans|e)?(?:kurs|utbildning)(?:en)?|webbaserad|natbaserad|digital|"
    r"grundlaggande|interaktiv"
)
AND: Final = frozenset({"och", "samt"})
DID_TOO: Final = re.compile(
    r"har|darefter|sedan|blivit|fatt|gjort|avlagt|(?:klara|besvara|svara|genomfor|fullfolj|slutfor|"
    r"godkan|avsluta|uppna|uppfyll|visa)\w*"
)
PHRASE_END: Final = re.compile(r"[\n\t(:;]|[.!?]\s")
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
        if SUBTITLE.match(gap):
            return self._is_changed_on_line(following)
        if EXTENT.fullmatch(first):
            end = END.search(self.whole, self.places[following][0])
            said = self.whole[self.places[following][0] : end.start() if end else None]
            return bool(PART.search(said))
        if BREAK.search(gap) and first not in JOINT and not COMMA.match(gap):
            return first in OTHER_SUBJECT or self._is_step(self.places[following][0])
        return self._is_changed_by(following, following + 1)

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
        if HELD_BY.match(self.whole, self.places[following][0]):
            return False
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

    def _is_another_kind(self, article: int) -> bool:
        """Whether it is said to be a part, or what no course is; not what it is done for."""
        begin = self.places[article][0]
        end, purpose = self._end_of_phrase(begin), PURPOSE.search(self.whole, begin)
        if purpose:
            end = min(end, bisect_left(self.places, (purpose.start(), 0)))
        is_step = any(map(STEP.fullmatch, self.words[article + 1 : article + 2]))
        return is_step or self._is_changed_by(article, end)

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
