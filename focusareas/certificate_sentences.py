"""Names in running text: "Kim Berg har genomfört", "härmed intygas att Kim Berg deltagit i"."""

import re
from collections.abc import Iterator
from typing import Final

from focusareas.certificate_boxes import A_TICKED, without_left_empty
from focusareas.certificate_frames import (
    CERTIFIED,
    COMPLETED,
    COMPLETED_BY,
    DID,
    GREETING,
    HOLDER,
    ISSUER,
    PARTICIPLE,
    THEN_DID,
    TOLD,
    WHEN,
)
from focusareas.certificate_issuers import is_any_label
from focusareas.certificate_name_lines import BULLETS, begins_like_name, is_place, joined
from focusareas.certificate_words import (
    ADDRESS,
    AND,
    CERTIFICATE,
    COURSE_NOUN,
    MOST_WORDS,
    PRONOUN,
    ROLE,
    UNIT,
    UNIT_WORD,
    UNREADABLE,
    VAN,
    WORD,
    ends_name,
    is_capital,
    is_common,
    is_name,
    is_particle,
    is_town,
    is_unit_of,
    name_in,
    without_remarks,
)

AFTER_THAT: Final = re.compile(
    # "Att" begins a title in a list, "Upphör att gälla" stands over a value, "för att" is why and
    # "genom att" how.
    r"(?<!\bför\s)(?<!\bgenom\s)\b(?-i:att|that|ATT|THAT)\s+(?!(?-i:[a-zåäö]+a)\s*\n)((?:(?!\b(?:att|that)\b)(?:[^!?:]|(?<=\d):(?=\w)))+)$",
    re.IGNORECASE,
)
SENTENCE_END: Final = re.compile(r"(?<=\w{2}[.!])\s+")
MOST_SMALL_WORDS: Final = 5
LONGEST_CLAUSE: Final = 160
YOU: Final = ("du ", "you ")
# "Nu har du, Kim Berg, gått klart"
# "Kim Berg, du (har)"
SPOKEN_TO_BY_NAME: Final = re.compile(
    r"(?:^|[\n\t]|[.!?]\s)(?P<name>[^\n\t.!?]{3,60}),\s+(?:du|you)$", re.IGNORECASE
)
# "Du har en medarbetare som genomfört": it was another who did it.
ANOTHER_OF_YOURS: Final = re.compile(
    r"\b(?:du|you)\s+ha(?:r|ve)\s(?P<who>[^.!?:]{1,60}?)\s(?:som|who)\b[^.!?:]{0,40}$",
    re.IGNORECASE,
)
YOU_ARE: Final = re.compile(r"^(?:du|you),\s+", re.IGNORECASE)
# "Vikarie för", "Elev hos", "En kollega till", and not "För Kim Berg".
RELATION: Final = re.compile(
    r"(?:\w\W+(?:för|till|åt|of|for|to|är|is)|\b(?:hos|av|via|genom|från|under|över|vid|by|at)|"
    r"\bc/o)\s+$",
    re.IGNORECASE,
)
# "Hemtjänst Norr, att: Kim Berg": who is to have a letter; "intygas att:" is no such word.
ATTENTION: Final = re.compile(
    r"(?:(?:,|/|\s[–-])\s*att|^\W*Att|\b[Aa]ttn|\b[Aa]ttention)\s*[.:]?:?\s*$"
)
# They begin a line and no name.
# "Incheckad  Ja, deltog hela dagen": what is answered in a field, and by nobody.
ANSWER: Final = re.compile(r"\b(?:ja|japp|jadå|yes|nej)\s?[,;:!–—-]$", re.IGNORECASE)
WORKPLACE: Final = re.compile(r"\s(?:vid|från|på|hos|inom)\s+(?P<unit>[A-ZÅÄÖ][^,\n.:]*)$")
OPENING: Final = frozenset(["För", "Till", "Av", "Hos", "Åt", "Via", "Enligt", "Att"])
WHEN_ONLY: Final = re.compile(WHEN, re.IGNORECASE)
NUMBERED: Final = re.compile(r"\d{1,2}[.)]\s+[^\W\d_]")
LEADER: Final = re.compile(r"_{2,}|\.{4,}|…{2,}")
# "The student has completed", "Följande medarbetare har": who is only pointed at is not named.
ANY_HOLDER: Final = re.compile(
    r"\b(?i:the)\s+(?:student|participant|learner|attendee|holder|employee|candidate|trainee|person)$"
    r"|(?:^|[\n.]\s*)(?:The|This|Each|Every|Den|Denna|Denne|Följande|Nedanstående|Ovanstående|Nämnda?|"
    r"Ovannämnda?|Undernämnda?|Angiven|Aktuell)\s+(?:[a-zåäö]+\s+)?[a-zåäö]{4,}$"
    r"|(?:^|[\n.]\s*)Den$"
)
# Who is named elsewhere: "Deltagaren har genomfört".
IN_SHORT: Final = re.compile(r"[A-ZÅÄÖ][a-zåäö]{4,}[ae]ren|Eleven|Studenten|Kursanten|Personen")
# "Deltagare Startade Avslutade": a capital within the line, where the whole is not in capitals.
HEADING: Final = re.compile(r"[^\S\n][^\W\d_a-zåäö][a-zåäö]$")
VAN_DEN: Final = frozenset(["den", "der"])


def in_sentences(lines: tuple[str, ...]) -> Iterator[str]:
    """Names that somebody "har genomfört" or "genomförde" a course by; unreadable if unclear."""
    text = _running(lines)
    for finder in (
        _certified,
        _subject_of_have,
        _subject_of_did,
        _subject_of_participle,
        _subject_of_told,
        _then_did,
    ):
        yield from (name for name in finder(text) if name is not None)


def _running(lines: tuple[str, ...]) -> str:
    """The lines as text, without lists, remarks and what leads to a value or is to write on."""
    lines = tuple(without_remarks(line) for line in lines if not is_in_list(line))
    return LEADER.sub(" ", without_left_empty("\n".join(lines)))


def is_in_list(line: str) -> bool:
    """Whether it tells of the course's contents, perhaps beside the column of the sentence."""
    is_item = line[:1] in BULLETS or NUMBERED.match(line)
    return bool(is_item) and not (COMPLETED.search(line) or DID.search(line))


def _certified(text: str) -> Iterator[str | None]:
    for match in CERTIFIED.finditer(text):
        yield _full_name(SENTENCE_END.split(text[match.end() : match.end() + LONGEST_CLAUSE])[0])


def _subject_of_have(text: str) -> Iterator[str | None]:
    for match in COMPLETED.finditer(text):
        if _is_anothers(text[: match.end()]):
            yield UNREADABLE
            continue
        between = YOU_ARE.sub("", match["between"].strip())
        if PRONOUN.match(between.partition(" ")[0]):
            continue
        # "Under ledning av Bo Ek har Kim Berg": who stands behind "har" may be who did it.
        behind = _full_name(between)
        before = _before(text[: match.start()], is_subject=not behind)
        if not (before and behind and _is_adverbial(before)):
            yield before
        yield behind


def _is_anothers(text: str) -> bool:
    """Whether who is spoken to has somebody who did what the text ends with."""
    another = ANOTHER_OF_YOURS.search(text[-200:])
    return bool(another and not COMPLETED.search(f"har {another['who']}"))


def _is_adverbial(words: str) -> bool:
    """Whether they begin a sentence and name nobody: "Nu har", "Enligt våra uppgifter har"."""
    return is_common(words.split()[0].casefold())


def _subject_of_did(text: str) -> Iterator[str | None]:
    for match in DID.finditer(text):
        if HEADING.search(text[: match.start() + 2]) or _is_label(text, match):
            continue
        then = THEN_DID.match(text, match.start())
        is_subject = not (then and _full_name(then["name"]))
        yield _before(text[: match.start()], is_subject=is_subject)


def _is_label(text: str, verb: re.Match[str]) -> bool:
    """Whether the verb is all that stands before a colon: "Deltog: hela utbildningen"."""
    return text[: verb.start()].endswith("\n") and text[verb.end() :].lstrip()[:1] == ":"


def _subject_of_told(text: str) -> Iterator[str | None]:
    """A whole name that is all of the sentence before the verb, but for the day."""
    for match in TOLD.finditer(text):
        clause = SENTENCE_END.split(text[: match.start()].rstrip())[-1].splitlines()[-1:]
        yield _all_but_day(clause[0].strip()) if clause else None


def _all_but_day(clause: str) -> str | None:
    """The name that the clause consists of, perhaps with the unit behind a comma and the day."""
    name = _full_name(clause)
    words = [word for word in (name or "").split() if word not in VAN_DEN]
    if not all(is_capital(word) or is_particle(word) for word in words):
        return None  # "Alla delar blev"
    rest = clause.removeprefix(name or "")
    return (
        name if name and rest != clause and (rest[:1] == "," or WHEN_ONLY.fullmatch(rest)) else None
    )


def _then_did(text: str) -> Iterator[str | None]:
    for match in THEN_DID.finditer(text):
        yield _full_name(match["name"])


def _subject_of_participle(text: str) -> Iterator[str | None]:
    """Without "har" only behind "att", or when it begins the line below the name."""
    for match in PARTICIPLE.finditer(text):
        before = text[: match.start()]
        begins_line = before.endswith("\n")
        if AFTER_THAT.search(before[-200:].rstrip().rstrip(",")) or begins_line:
            yield _before(before)


def completed_by(lines: tuple[str, ...], by: re.Pattern[str] = COMPLETED_BY) -> Iterator[str]:
    """Whole names in "genomförd av Kim Berg", but for those who are told to have held it."""
    text = "\n".join(lines)
    for match in by.finditer(text):
        first, *others = [*filter(str.strip, text[match.end() :].splitlines()), ""]
        if ISSUER.search(first):
            continue
        goes_on = others and others[0] and begins_like_name(others[0])
        name = name_in(joined([first, others[0]]) if goes_on else first.rstrip(" )"))
        if name == UNREADABLE or (name and " " in name):
            yield name


def _full_name(text: str) -> str | None:
    """The name that the text begins with, if it is more than one word."""
    name = name_in(joined([text]), is_subject=True) if text else None
    return name if name and " " in name and is_capital(name) else None


def _before(text: str, *, is_subject: bool = True) -> str | None:
    """The name that the text ends with, None if it does not end with one.

    Unreadable if it should be who did something, and "Vikarie för Kim Berg" is somebody else.
    """
    text = text.rstrip().removesuffix(" som").rstrip()
    is_answer = ANSWER.search(text)
    has_comma = text.endswith(",")
    text = text.rstrip(" ,")
    last_word = text.split()[-1:]
    spoken_to = SPOKEN_TO_BY_NAME.search(text)
    if spoken_to and not GREETING.match(spoken_to["name"]):
        return _full_name(spoken_to["name"])
    if not last_word or PRONOUN.match(last_word[0]) or last_word[0].casefold() in AND:
        return None
    if is_answer or ANY_HOLDER.search(text):
        return None
    if address := ADDRESS.match(last_word[0]):
        return _before(text[: -len(last_word[0])]) or address.group()
    that = AFTER_THAT.search(text[-200:])
    if that and not SENTENCE_END.search(that.group(1)):
        if that.group(1).startswith(YOU):
            return None
        name = name_in(joined([YOU_ARE.sub("", that.group(1))]), is_subject=True)
        return name if name is None or not name.islower() or " " in name else None
    text = _without_appositions(text) if has_comma else text
    text = _without_workplace(text) if is_subject else text
    lines = _above_units(text.splitlines())
    name = _family_first(lines) or _before_unit(lines) or _last_name(lines)
    if name and is_subject and _is_of_another(lines[-1], name):
        return UNREADABLE
    return _unless_place(name, last_word[0]) if name else name


def _unless_place(name: str, last_word: str) -> str | None:
    """The name without a role before it; none if it is "Visby" over "Deltagaren har"."""
    if " " not in name and IN_SHORT.fullmatch(last_word):
        return None
    return name_in(name) if ROLE.match(name.split()[0]) else name


def _is_of_another(line: str, name: str) -> bool:
    """Whether the line says that it is about somebody who has to do with the person named."""
    said = line.rpartition(name)[0]
    if said.rstrip().endswith(":"):
        is_of_role = ISSUER.search(said) or ROLE.match(said.rstrip(" :"))
        return bool(is_of_role or ATTENTION.search(said))
    known = (CERTIFICATE, HOLDER, COMPLETED_BY)
    return bool(RELATION.search(said)) and not any(one.search(line) for one in known)


def _without_appositions(text: str) -> str:
    """ "Kim Berg, Hemtjänst Norr" without what is told of Kim Berg behind the comma."""
    while "," in text:
        before, _, last = (part.strip() for part in text.rpartition(","))
        is_unit = is_unit_of(before, last)
        if not (is_unit or any(map(ends_name, last.split()))) or "\n" in last:
            break
        text = before
    return text


def _without_workplace(text: str) -> str:
    """ "Kim Berg vid Ekeby kommun" without where Kim Berg works."""
    behind = WORKPLACE.search(text)
    is_one = behind and (UNIT.match(behind["unit"]) or is_common(behind["unit"].split()[0]))
    return text[: behind.start()] if behind and is_one else text


def _above_units(lines: list[str]) -> list[str]:
    """The lines up to a name that is all of one, where only what unit it is of stands below."""
    above = next((n for n, line in enumerate(reversed(lines)) if not _is_unit(line)), 0)
    whole = lines[: len(lines) - above]
    return whole if above and is_name(whole[-1]) and " " in whole[-1] else lines


def _is_unit(line: str) -> bool:
    """Whether all of the line tells of a workplace: "Boendestöd Centrum, Ekeby kommun"."""
    parts = [part.strip() for part in line.split(",")]
    return all(UNIT.match(part) or any(map(UNIT_WORD.fullmatch, part.split())) for part in parts)


def _last_name(lines: list[str]) -> str | None:
    """The name words at the end, followed backwards to something that cannot be a name."""
    found: list[str] = []
    here: list[str] = []
    for line in reversed(lines):
        below, here = here, []
        if found and is_any_label(line):
            return UNREADABLE if line.endswith((",", "-")) else _unless_noun(found, below, line)
        words = line.split()
        while words:
            word = words.pop()
            bare = word.strip(",")
            article = word in VAN_DEN and bool(VAN.intersection(words[-1:]))
            if not found and (not bare or ROLE.match(bare)):
                continue
            end = "" if article else _end_of_name(word, has_found=bool(found))
            if end:
                return UNREADABLE if end == "unclear" else _unless_noun(found, here or below, word)
            if not (article or is_capital(bare) or is_particle(bare)):
                return _at_small_letter(found, here, line)
            found.append(bare)
            here.append(bare)
        if len(found) > MOST_WORDS:
            return UNREADABLE
    return " ".join(reversed(found)) or None


def _unless_noun(found: list[str], here: list[str], before: str) -> str | None:
    """The words found, the last one first, without the rest of a unit's name or of a title."""
    is_region = is_common(before) and all(map(is_town, here))
    is_title = len(found) > len(here) and (COURSE_NOUN.fullmatch(before) or is_region)
    words = found[: -len(here)] if is_title and here else [] if is_place(found, before) else found
    return " ".join(reversed(words)) or None


def _before_unit(lines: list[str]) -> str:
    """The name on a line of its own that says of what unit it is: "Kim Berg, Enheten Norr"."""
    above, line = ["", *lines][-2:]
    name = name_in(line) if "," in line else None
    if not name or " " not in name or "," in name or not line.startswith(name) or is_name(above):
        return ""
    return name if all(is_capital(part.strip()) for part in line.split(",")) else ""


def _family_first(lines: list[str]) -> str:
    """The last sentence if it is "Berg, Kim" and the line above does not run on into it."""
    above, line = ["", *lines][-2:]
    *earlier, sentence = SENTENCE_END.split(line)
    parts = [part.strip() for part in sentence.split(",")]
    may_be_name = is_name(above) and (line.isupper() or not above.isupper())
    runs_on = not earlier and (may_be_name or _goes_on(above))
    is_one = len(parts) == 2 and all(map(is_name, parts)) and not runs_on
    return name_in(", ".join(parts)) or "" if is_one else ""


def _goes_on(line: str) -> bool:
    """Whether it ends as a family name does that goes on below, and not "detta bevis,"."""
    *_, last = ["", *line.split()]
    return last.endswith((",", "-")) and not is_common(last)


def _end_of_name(word: str, *, has_found: bool) -> str:
    """What the word before a name is: its end, unclear, or nothing if it may belong to it."""
    bare = word.strip(",")
    if word.casefold() in AND or (has_found and not bare):
        return "unclear"
    is_before_name = word in OPENING or A_TICKED.match(word)
    if ends_name(bare) or (has_found and is_before_name):
        return "end"
    if not WORD.fullmatch(bare) or (has_found and word.endswith(",")):
        return "unclear"
    return "end" if has_found and len(word) > 2 and word[-1] in ".!?" else ""


def _at_small_letter(found: list[str], here: list[str], line: str) -> str | None:
    """A word in small letters: the end of a text above, or a name written carelessly."""
    if found and not here and any(map(is_common, line.split())):
        return " ".join(reversed(found))
    name = name_in(line.strip(" ,")) if not found and is_name(line.strip(" ,")) else None
    if name and 2 <= len(name.split()) <= MOST_SMALL_WORDS:
        return name
    return UNREADABLE if found else None
