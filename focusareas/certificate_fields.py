"""Fields such as "Status", "Resultat" and "Roll": only what is known to be good raises no doubt.

In any other field "Nej" is not.
"""

import re
from collections.abc import Iterator
from typing import Final

from focusareas.certificate_answers import YES
from focusareas.certificate_boxes import TICKED, without_left_empty
from focusareas.certificate_completions import PERSON_DID, completions
from focusareas.certificate_doubts import DONE, TEST
from focusareas.certificate_frames import NAME_LABEL
from focusareas.certificate_handling import says_who_did
from focusareas.certificate_headings import held_by
from focusareas.certificate_kinds import NOUN as PAPER_NOUN
from focusareas.certificate_kinds import OF_COURSE
from focusareas.certificate_neutral import unknown_words, words_of
from focusareas.certificate_pages import SIGN, Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_remark_words import HANDLED, OF_PAPER
from focusareas.certificate_roles import is_other_role
from focusareas.certificate_shares import (
    ALL_COUNTED,
    PASSING,
    above_bar,
    has_all,
    has_share,
    is_limit,
    is_of_part,
    is_of_score,
)
from focusareas.certificate_tables import heading_of

LEADER: Final = (
    r"(?:(?:kurs|utbildnings|cirkel|grupp)?(?:ledare|handledare|lärare|instruktör|värd)|utbildare|"
    r"föreläsare|observatör|åhörare|examinator|(?:course\s+)?(?:leader|teacher|trainer|observer))"
)
KINDS: Final = (
    r"(?:(?P<status>\w*status|state)"
    r"|(?P<result>(?:(?:slut|prov|test|kurs)?(?:resultat|betyg|omdöme)|vitsord|grade|results?|score|"
    r"(?:\w+\s+)?(?:slut)?bedömning(?=\s*:)|(?:\w+\s+)?assessment(?=\s*:))"
    r"(?:\s+(?:(?:på|i|av|från|för)\s+)?\(?\w*(?:test|prov|quiz)(?:et)?\b\)?)?)"
    r"|(?P<share>framsteg|progress|\w+förandegrad|närvaro(?:grad)?)"
    r"|(?P<role>(?:kurs)?roll|role|deltog\s+som|medverkade\s+som)"
    r"|(?P<part>funktion|deltag(?:ande|ar)(?:form|typ|kategori|sätt)|medverkan|(?:medverkar|närvarade|närvarar)\s+som|"
    r"typ\s+av\s+deltagande|function|capacity|participa(?:nt|tion)(?:\s+type)?|attended\s+as)"
    rf"|(?P<leader>{LEADER}))"
    r"(?:\s*[/|]\s*[a-z]+)?"
)
OF: Final = r"(?:av|på|i|från|för|of|on|in|for)"
# "Testresultat och kursintyg" is what a paper is called.
AND: Final = r"(?:och|samt|and|&)"
# "Betyg ges inte" is a sentence about it.
SAID_OF: Final = (
    r"(?:(?:ges|sätts|delas|lämnas|utfärdas|förekommer|används|hämtas|uppdateras|kan|is|are)\b|"
    # and "Status Godkänd betyder att .." tells of anybody.
    r"(?:\S+\s+){1,2}(?:betyder|innebär|står\s+för|means)\b(?!\s+(?:inte|ej)\b))"
)
# At the beginning without a colon: "Status Slutförd"
FIELD: Final = AnyCase(
    rf"^\W*{KINDS}(?:(?:\s+{OF}\s[^:]{{1,40}})?\s*(?::|[.…_]{{3,}})|\s(?!{OF}\s|{AND}\s|{SAID_OF})|$)"
)
# "Betyg" over "Grade": one label in two languages.
LABEL_ONLY: Final = AnyCase(rf"\W*{KINDS}\W*$")
FIELD_FURTHER_ON: Final = AnyCase(rf"\b{KINDS}\s*:")
NEXT_LABEL: Final = re.compile(r"(?<!\bför)[,;|]?\s+(?!för\s)[^\W\d]\w+(?:\s\w+)?:\s")
GOOD: Final = AnyCase(
    r"\b(?:klar(?:markera|rapportera)[dt]|full(?:\s+(?:poäng|närvaro)|ständigt?)|enligt\s+plan(?:en)?|medverkan|medverkat|"
    r"(?:genomför|slutför|fullfölj)[dt]a?|genomgå(?:tt|ngen|nget|ngna)|fullgjor[dt]|"
    r"avsluta[dt]|(?:av)?klar(?:at?|ad|t)?|färdigt?|(?:väl\s+)?godkän[dt]|deltagit|deltog|"
    r"närvarande|närvara[dt]e?|(?:hela|båda|alla|samtliga)\s+(?:(?:kurs|utbildnings)?(?:dag(?:en|ar|arna)|tillfällena?)|"
    r"utbildningen|kursen|tiden)|uppfyll[dt]|uppnå(?:dd|tt)|certifierad|completed?|pass(?:ed)?|finished|done|"
    r"attended|achieved|giltigt?(?!\s+(?:till|från|fr|t)\b)|valid(?!\s+(?:until|till|from|to)\b)|"
    r"utfärda[dt]|issued|true|sant|success|ja|yes|ok|utan\s+anmärkning|with\s+distinction|g|vg|mvg|"
    r"rätt(?:\s+svar)?|poäng|frågor|correct|points|procent)\b|[✓✔☑☒√%]"
)
# "Avslutad med godkänt resultat: 2023-04-12" has told it.
OF_GOOD: Final = AnyCase(r"\b(?<!ej )(?<!inte )(?<!icke )(?:godkän(?:t|d|da)|passed)\s+$")
PRAISE: Final = AnyCase(
    r"\W*(?:bra\s+(?:jobbat|gjort)|snyggt(?:\s+jobbat)?|grattis|gratulerar|toppen|utmärkt|"
    r"(?:well|great)\s+(?:done|job|work)|good\s+(?:job|work)|congratulations)\s*[!.,]+\s*"
)
# "0,93" of 1, as machines tell it, and "success: true, score: 0,93"
FRACTION: Final = re.compile(r"\W*(?P<size>0[.,]\d{1,4}|1[.,]0{1,4})\W*")
INNER_LABEL: Final = re.compile(r"(?:^|[,;]\s+)[^\W\d]+:\s")
# What became of the paper afterwards: "Genomförd, intyg granskat", "infört i kompetensregistret"
FILED: Final = re.compile(
    rf"(?:{OF_PAPER}|{HANDLED}|finns|mot|utfärdarens?|nyckeln?|inlag[dt]|noter(?:ad|at)|närmaste|närmsta|[\w-]*(?:register|registret|systemet|portalen|akten)|chef(?:en)?)"
)
ATTEMPTS: Final = AnyCase(
    r"\b(?:efter|på|vid|i)\s+(?:\d|ett|två|tre|första|andra|tredje)\s+försök(?:et)?\b"
)
# What is said of a paper that holds, where it is told who completed the course: of whoever is
# active on it, or has a place confirmed, it would be said before.
HOLDS: Final = AnyCase(
    r"\W*(?:(?:verifiera|bekräfta|publicera|kontrollera)[dt]|aktivt?|"
    r"(?:ej|inte)\s+(?:återkalla[dt]|spärra[dt]|utgånge[nt])|verified|confirmed|published|active|"
    r"not\s+(?:revoked|expired))\W*$"
)
GRADE: Final = re.compile(r"\W*(?:[A-E]|P)\W*")
PARTICIPANT: Final = AnyCase(
    r"\W*(?:(?:(?:kurs|utbildnings)?delta(?:gare|gande)|studerande|student|elev|kursant|"
    r"medarbetare|anställd|användare|participant|learner|attendee|user|employee|"
    r"nyckelperson)\W*$|"
    # What one is at work, and not on the course, and where.
    r"(?!(?:kurs|utbildning|cirkel|grupp)\w)[\w-]*?(?:sköterska|skötare|biträde|sekreterare|handläggare|"
    r"chef|kurator|psykolog|terapeut|pedagog|läkare|utredare|strateg|jurist|behandlare|socionom|vårdare|"
    r"barnmorska|polis|(?:stöd|vård|behandlings|boende)assistent)(?![\w-])"
    r"(?!.*(?:ledare|utbildare|lärare|instruktör|föreläsare|observatör|åhörare|examinator|moderator|värd\b|"
    r"tolk|arrangör|ansvarig|administratör|leader|teacher|trainer|observer)))"
)
NO: Final = AnyCase(r"\W*nej\W*$")
# "No" alone may be a number: "No 4471".
SAYS_NO: Final = AnyCase(rf".*\w[\s:?|]+nej\W*$|.*\b{DONE}[\s:?|–—-]+(?:no|ej)\W*$")
# "Godkänd: FALSKT", "Passed (Y/N): N", "Slutprov: 0 poäng"
FALSE: Final = r"(?:no?|ej|inte|false|falskt?|[✗✘×❌]|0(?:\s*(?:poäng|p|rätt|points|av\s+\d+))?)"
ASKED: Final = r"(?:\s*\([^()]{1,12}\))?"
# Where a day, a mark or a tick is to be, and nothing is: "Avslutad: –"
LACKING: Final = AnyCase(
    rf"\W*(?:\w+\s+)?(?:{DONE}|{TEST}|giltigt?|resultat|betyg)(?!\w){ASKED}\s*[:|]?\s*"
    rf"(?:[–—-]{{1,3}}|{FALSE}|(?:av|by)\s*:\s*_{{3,}})\s*$"
)
COURSE: Final = AnyCase(r"(?:\w*kurs|\w*utbildning|course)\w*(?:\s(?:name|title))?:\s")
LABEL: Final = re.compile(r"[^\W\d][\w-]*(?:\s\w+)?:\s")
# "LuvitLMS" belongs to the logo above it.
BRAND: Final = re.compile(r"\w*[a-zåäö][A-ZÅÄÖ]\w*")
FEWEST_COLUMNS: Final = 3
# "8 Anteckningar": a field of a form.
NUMBERED: Final = re.compile(r"\d{1,2}[.)]?\s+[^\W\d]")
# The heading of a column in which it is told of each whether it was done.
QUESTION: Final = AnyCase(
    r"\W*(?:godkän[dt]|(?:genomför|slutför|fullfölj)[dt]|avsluta[dt]|(?:av)?klar(?:ad|t)?|deltagit|närvarande|"
    rf"närvaro|passed|completed?|attended|present|finished){ASKED}(?:\s+sign(?:atur)?)?\W*$"
)
DIGIT: Final = re.compile(r"\d")
A_FALSE: Final = AnyCase(rf"\W*{FALSE}\W*$|[✗✘×❌]$")
TICKED_FIRST: Final = AnyCase(rf"\s*{TICKED}")
BOX: Final = re.compile("[☐□☒☑☓]|\\[.?\\]")
# What may be the next heading of a table, and not "Intyg finns, godkänd".
HEADING: Final = AnyCase(
    r"(?!.*,)(?:\w*(?:datum|date|dag|poäng|timmar|tid|typ|nummer|nr)\W*$|(?:kommentar|omfattning|intyg|bevis|"
    r"anordnare|kursgivare|kurs|utbildning|giltig)\b)"
)
HEADING_OF_PAPER: Final = AnyCase(rf"\W*{OF_COURSE}{PAPER_NOUN}\W*$")


def has_doubtful_field(page: Page, own: frozenset[str] = frozenset()) -> bool:
    """Whether some field of the page says something that is not known to be good.

    `own` are the words of courses' names.
    """
    return any(
        _says_no(page, piece)
        or (QUESTION.match(piece.text) and _is_answered_no(page, piece))
        or any(
            not _is_good(kind, value, own) and not _says_it_holds(page, kind, value)
            for kind, value in _fields(page, piece)
        )
        for piece in page.pieces
    )


def _says_no(page: Page, piece: Piece) -> bool:
    """Whether the piece answers no, whatever the question, or lacks what was to be done."""
    if SAYS_NO.match(piece.text) and not BOX.search(piece.text):
        return True
    if NO.match(piece.text):
        return not any(BOX.search(question.text) for question in page.before(piece)[-1:])
    values = page.beside(piece)[:1] or page.right_below(piece)
    said = (f"{_label_of(page, piece, value)} {value.text}" for value in values)
    return any(map(LACKING.match, (piece.text, *said)))


def _is_answered_no(page: Page, heading: Piece) -> bool:
    """Whether a row of the table has nothing or a no in the column under the heading."""
    row = page.row_of(heading)
    others = [other for other in row if other is not heading]
    is_of_table = any(held_by(other.text) for other in others) and not any(
        DIGIT.search(other.text) for other in others
    )
    for below in page.table_under(row[0]) if is_of_table else ():
        if all(any(map(other.overlaps, below)) for other in others):
            answers = [piece.text for piece in below if piece.overlaps(heading)]
            is_empty = not answers and len(row) >= FEWEST_COLUMNS
            if is_empty or any(map(A_FALSE.match, answers)):
                return True
    return False


def _label_of(page: Page, piece: Piece, value: Piece) -> str:
    """The piece, or what stands over the value where they are cells of a table: "Poäng" "–"."""
    over = page.above(value) if page.before(piece) or _is_numbered_cell(page, piece) else []
    heading = next(iter(over), piece)
    is_label = held_by(heading.text) or NUMBERED.match(heading.text)
    return heading.text if is_label else piece.text


def _is_numbered_cell(page: Page, piece: Piece) -> bool:
    """Whether it stands under the label of its own field on a form: "7 Resultat"."""
    return any(NUMBERED.match(over.text) for over in page.above(piece)[:1])


def _fields(page: Page, piece: Piece) -> Iterator[tuple[str, str]]:
    """What kinds of fields the piece holds and what stands there."""
    # In small letters a sentence goes on, "med godkänt / resultat", unless a colon follows.
    label = FIELD.match(piece.text)
    if label and piece.text[0].islower() and ":" not in piece.text:
        label = None
    further_on = FIELD_FURTHER_ON.finditer(piece.text) if ":" in piece.text else iter(())
    behind = (found for found in further_on if not label or found.start() >= label.end())
    for found in (*filter(None, [label]), *behind):
        if OF_GOOD.search(piece.text[: found.start()]):
            continue
        kind = next(kind for kind, said in found.groupdict().items() if said)
        value, *_ = NEXT_LABEL.split(_without_space(piece.text[found.end() :]))
        values = [value] if value.strip() else _values_near(page, piece)
        for value in map(without_left_empty, values):
            is_told = is_limit(value) or _is_label(value) or _tells_who(value)
            if SIGN.search(value) and not is_told:
                yield kind, value.strip()


def _is_label(value: str) -> bool:
    label = LABEL_ONLY.match(value)
    return bool(label and not label["leader"])  # which may be the value of "Roll"


def _tells_who(value: str) -> bool:
    """Whether it is a ticked sentence, which is read as one: "☒ Kim Berg har varit närvarande"."""
    done = next(iter(completions(value)), None) if TICKED_FIRST.match(value) else None
    return bool(done and PERSON_DID.search(value[: done.end()]))


def _values_near(page: Page, label: Piece) -> Iterator[str]:
    """What stands in the column that the label is the heading of, else its own value."""
    if _is_over_column(page, label):
        for row in page.table_under(page.row_of(label)[0]):
            yield from (piece.text for piece in row if piece.overlaps(label))
    else:
        yield _value_near(page, label)


def _without_space(said: str) -> str:
    """What is said, where it begins with what is good and is no label: "Slutförd Framsteg:"."""
    return said.lstrip() if GOOD.match(said.lstrip()) else said


def _value_near(page: Page, label: Piece) -> str:
    """What stands beside the label, else the nearest above or below it."""
    beside = page.beside(label)
    if beside and BOX.match(beside[0].text):
        return " ".join(piece.text for piece in beside)
    if beside and (not _is_heading(beside[0].text) or _is_in_row(page, label, beside[0])):
        return beside[0].text
    if around := page.around(label):
        return " ".join(piece.text for piece in around)
    above = [piece for piece in page.above(label)[:1] if label.follows_closely(piece)]
    above = [piece for piece in above if not HEADING_OF_PAPER.match(piece.text)]
    below = page.below(label)[:1] or list(page.right_below(label))
    if page.row_of(label) == (label,) and below and len(page.row_of(below[0])) > 1:
        return ""  # it is the heading of a table
    near = sorted([*below, *above], key=lambda piece: abs(piece.baseline - label.baseline))
    is_on_top = label in page.rows[0]
    if near and (
        _is_other_field(near[0].text, is_on_top=is_on_top)
        or (is_on_top and BRAND.fullmatch(near[0].text))
    ):
        return ""  # it is the heading of the page, or of fields below it
    return near[0].text if near else ""


def _is_other_field(text: str, *, is_on_top: bool) -> bool:
    """Whether it is a field of its own: of the name or the course, on top of a page of any."""
    label = NAME_LABEL.match(text) or (LABEL if is_on_top else COURSE).match(text)
    return bool(label and text[label.end() :].strip())


def _is_over_column(page: Page, label: Piece) -> bool:
    """Whether it stands over something, and nothing but headings of columns beside it."""
    others = page.beside(label)
    if not others or len(page.row_of(label)) < FEWEST_COLUMNS or not page.below(label):
        return False
    return heading_of((label, *others)) is not None


def _is_in_row(page: Page, label: Piece, value: Piece) -> bool:
    """Whether what may be a heading, "Giltig", is a value, since another label is below."""
    below = page.below(label)
    return bool(GOOD.match(value.text)) and (not below or held_by(below[0].text) is not None)


def _is_heading(text: str) -> bool:
    field = FIELD.match(text)
    is_field = field and not field["leader"]  # which may be the value of "Roll"
    return text.endswith(":") or bool(HEADING.match(text) or is_field)


def _is_good(kind: str, value: str, own: frozenset[str]) -> bool:
    """Whether what stands in a field of that kind is known to be good."""
    if kind == "role":
        return bool(PARTICIPANT.match(value))
    if kind == "part":
        return not is_other_role(value)
    if kind == "leader":
        return not YES.match(value)
    if _is_title(value, own):
        return True  # what has that heading is about the course
    if INNER_LABEL.match(value):
        return all(_is_good(kind, said, own) for said in INNER_LABEL.split(value)[1:])
    if praise := PRAISE.match(value):
        value = value[praise.end() :]
    if kind == "result" and (fraction := FRACTION.fullmatch(value)):
        return float(fraction["size"].replace(",", ".")) >= PASSING
    return _says_good(kind, value, own)


def _says_good(kind: str, value: str, own: frozenset[str]) -> bool:
    """Whether it says so in words or as a share, and nothing beside that."""
    if kind == "share" and YES.match(value):
        return True
    if kind == "result":
        value = above_bar(value) or ""
    is_score = kind == "result" or is_of_score(value)
    if is_of_part(value) or not has_all(value, least=PASSING if is_score else 1.0):
        return False
    value = ATTEMPTS.sub(" ", value)
    rest = GOOD.sub(" ", ALL_COUNTED.sub(" ", value))
    is_said = rest != value or has_share(value)
    unknown = (word for word in unknown_words(rest, own) if not FILED.fullmatch(word))
    return bool(GRADE.fullmatch(value)) or (is_said and not any(unknown))


def _says_it_holds(page: Page, kind: str, value: str) -> bool:
    """Whether it is the status of a paper that says who completed the course."""
    return kind == "status" and bool(HOLDS.match(value)) and says_who_did(page.lines)


def _is_title(value: str, own: frozenset[str]) -> bool:
    """Whether it is of the words of courses' names, and not only of those found anywhere."""
    words = words_of(value)
    return len(words) > 1 and words <= own and bool(unknown_words(value, frozenset()))
