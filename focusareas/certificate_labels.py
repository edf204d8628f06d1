"""Names beside or below a label such as "Namn", "Deltagare" or "Detta intyg tilldelas"."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from focusareas.certificate_frames import (
    COMPLETED,
    COMPLETED_BY,
    CONCERNS,
    DID,
    FAMILY_LABEL,
    GIVEN_LABEL,
    HOLDER,
    MENTION,
    NAME_LABEL,
    SITE,
    TO,
)
from focusareas.certificate_issuers import is_any_label, is_signed, is_under_issuer
from focusareas.certificate_name_lines import begins_like_name, ends_like_name, joined
from focusareas.certificate_others import IsIssuers, may_name_another
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_words import (
    CERTIFICATE,
    UNREADABLE,
    ends_name,
    is_blank,
    is_capital,
    is_common,
    is_particle,
    name_in,
    name_or_address,
    without_remarks,
)
from focusareas.names import fold

WRITING_LINE = re.compile(r"_{3}|\.{5}|…{2}")
# "Chef, Mikael": what else is a role is a family name where a given name follows it.
SURNAME_LIKE_ROLE = re.compile(r"\s*[^\W\d_a-zåäö][a-zåäöé]+,\s[^\W\d_a-zåäö][a-zåäöé]+\s*")
LEADER = re.compile(r"\s*(?:[._]{2}|…)[\s._…]*+(?=[^\W_])")
SENTENCE_ENDED = re.compile(r"\w{2}[.!]\s*$")
FAMILY_FIRST = re.compile(r"(?:\d{1,2}[.)]\s+)?efternamn\b", re.IGNORECASE)
# So many times the size of the letters lie between columns, never between given and family name.
GUTTER = 2.0
# So much nearer than the next line is the one that a caption belongs to.
MUCH_NEARER = 0.7
# Letters so much smaller are not of the same name.
MUCH_SMALLER = 0.85
# "Förnamn (First name): Kim", "Förnamn / First name"
IN_OTHER_LANGUAGE = re.compile(r"\s*[(/|–-]\s*(?P<label>[^()/|:]+?)\s*(?:[):]|$)[\s:]*")
OWNER = re.compile(r"(?:ägare|owner)\b", re.IGNORECASE)
TEACHER = re.compile(r"(?:kurs|utbildnings)?(?:lärare|ledare|utbildare)\W*$", re.IGNORECASE)


def labelled(page: Page) -> Iterator[str]:
    """The values of labels for the holder's name; unreadable where the value cannot be told."""
    for piece in page.pieces:
        rest = _behind_label(page, piece)
        if rest is None:
            continue
        name = _value(page, piece, rest)
        is_of_paper = name and SITE.match(piece.text) and not _may_be_persons(name)
        if name is not None and not is_of_paper:
            yield _in_order(name, piece.text)


def _may_be_persons(name: str) -> bool:
    """Whether it is no site's name, nor what the paper is: "Intyg – utdrag ur registret"."""
    first, *others = name.split()
    return bool(others) and (is_capital(first) or is_particle(first))


def mentioned(page: Page, is_issuers: IsIssuers) -> Iterator[str]:
    """Whole names behind "Av:", "Till:" or "Genomförd av", which may be others' as well.

    Badges have an owner, and so have documents: nobody else may be on the page.
    """
    for piece in page.pieces:
        label = MENTION.match(piece.text) or COMPLETED_BY.match(piece.text)
        name = _value(page, piece, piece.text[label.end() :]) if label else None
        if not name or " " not in name:
            continue
        if not (OWNER.match(piece.text) and may_name_another(page, name, is_issuers)):
            yield name


def _value(page: Page, label: Piece, rest: str) -> str | None:
    """The name behind the label or near it, unreadable if unclear; None if something else is."""
    if WRITING_LINE.search(rest) or LEADER.match(rest):
        return name_in(_behind_dots(rest)) or UNREADABLE
    if is_blank(rest):
        return _value_near(page, label)
    if SURNAME_LIKE_ROLE.fullmatch(rest) and not is_common(rest.split()[-1]):
        return rest.strip()
    name = name_or_address(rest)
    return None if name is None else _with_rest_of_row(page, label, rest, name)


def _in_order(name: str, label: str) -> str:
    """ "Berg, Kim" where the label says that the family name comes first and it is one word."""
    family, *given = name.split()[:3] or [""]
    is_told = FAMILY_FIRST.match(label) and len(given) == 1 and "," not in name
    return f"{family}, {given[0]}" if is_told else name


def _behind_dots(rest: str) -> str:
    """ "Kim Berg" of "........ Kim Berg": dots that lead to a value, not a line to write on."""
    value, *others = WRITING_LINE.split(rest.strip("._… "))
    return "" if any(other.strip(" ._…") for other in others) else value


def in_two_fields(page: Page) -> Iterator[str]:
    """Given and family name from fields of their own; unreadable if one of them is missing."""
    given, family = (list(_field(page, label)) for label in (GIVEN_LABEL, FAMILY_LABEL))
    if not given and not family:
        return
    if given == family and len(given) == 1 and " " in given[0]:
        yield given[0]  # both labels stand above the whole name
    elif len(given) == len(family) == 1 and given[0] and family[0]:
        yield f"{given[0]} {family[0]}"
    else:
        yield UNREADABLE


def _field(page: Page, label: re.Pattern[str]) -> Iterator[str]:
    for piece in page.pieces if label.search(page.text) else ():
        match = label.search(piece.text)
        if not match or NAME_LABEL.match(piece.text):
            continue
        rest = piece.text[match.end() :]
        again = IN_OTHER_LANGUAGE.match(rest)
        if again and label.fullmatch(again["label"]):
            rest = rest[again.end() :]
        if is_blank(rest) and _is_told_in_other(page, piece, label):
            continue
        if is_blank(rest) or GIVEN_LABEL.match(rest) or FAMILY_LABEL.match(rest):
            yield _value_near(page, piece)
        else:
            yield _with_rest_of_row(page, piece, rest, name_in(rest) or UNREADABLE)


def _is_told_in_other(page: Page, piece: Piece, label: re.Pattern[str]) -> bool:
    """Whether the same label in another language, over or under this one, has the value."""
    if page.beside(piece):
        return False
    above = [other for other in page.above(piece) if piece.follows(other)]
    below = [other for other in page.below(piece)[:1] if other.follows(piece)]
    over = [(other, said) for other in above if (said := label.match(other.text))]
    has_value = any(page.beside(one) or one.text[said.end() :].strip() for one, said in over)
    return has_value or any(label.fullmatch(other.text) for other in below)


def _behind_label(page: Page, piece: Piece) -> str | None:
    """What follows the label in the piece, None if there is no label for the holder's name."""
    text = piece.text
    label = NAME_LABEL.match(text)
    if label and text[0].islower() and ":" not in label.group() and label.end() < len(text):
        # A line of running text may begin with "medarbetare".
        label = None
    label = label or HOLDER.search(text) or CONCERNS.match(text)
    if not label and (to := TO.match(text)) and _is_behind_heading(page, piece):
        label = to
    return text[label.end() :] if label else None


def _is_behind_heading(page: Page, piece: Piece) -> bool:
    """Whether "Intyg" or the like stands just before, so that "för" means the holder."""
    before = page.before(piece)[-1:] or page.above(piece)
    return any(CERTIFICATE.search(other.text.split()[-1]) for other in before)


def _value_near(page: Page, label: Piece) -> str:
    """The name beside the label, else the one below it, else a name that it stands right below."""
    beside, below = _value_beside(page, label), _value_below(page, label)
    if beside and below and (" " not in below or (" " in beside and _is_over_label(page, label))):
        return beside
    if beside and below and " " not in beside:
        return below
    if beside is not None and below is not None:
        # Of two columns one may be somebody who signs.
        is_signer = is_signed(page, _until_label(page.beside(label))[-1])
        return below if is_signer else UNREADABLE if below else beside
    if beside is None and below is None:
        return _value_above(page, label)
    return (beside if below is None else below) or UNREADABLE


def _is_over_label(page: Page, label: Piece) -> bool:
    """Whether one more label stands straight under it, with a value that names nobody beside."""
    value, *others = (*page.below(label), label)
    beside = page.beside(value)
    is_straight = (
        " " not in value.text
        and not page.before(value)
        and abs(value.left - label.left) < label.size / 2
    )
    return bool(others and is_straight and beside) and not _is_name_alone(beside[0].text)


def _value_beside(page: Page, label: Piece) -> str | None:
    beside = _until_label(page.beside(label))
    around = page.around(label)
    if around and not (beside and beside[0].left <= around[0].left):
        return name_in(joined(piece.text for piece in around))
    text = " ".join(piece.text for piece in beside)
    name = name_in(text) if beside else None
    if name is None or _is_second_line(page, label, beside[0]):
        return None if name is None else UNREADABLE
    return _continued(page, beside[-1], text, name)


def _value_above(page: Page, label: Piece) -> str:
    """The name on a line to write on, which has its label in small letters under it."""
    for value in page.above(label):
        if not label.follows_closely(value) or is_signed(page, label):
            continue
        begun = begun_above(page, value)
        if begun and " " in value.text:
            return UNREADABLE  # a whole name may be all, or have begun above
        text = joined(piece.text for piece in (*begun, value))
        name = name_in(text)
        if name and fold(name) == fold(text) and not is_under_issuer(page, value):
            return UNREADABLE if is_any_label(value.text) else name
    return UNREADABLE


def begun_above(page: Page, value: Piece) -> list[Piece]:
    """The lines above the value on which the name in it began."""
    for other in page.above(value):
        may_begin = ends_like_name(other.text) and name_in(other.text) is not None
        if value.follows(other) and not page.before(other) and may_begin:
            return [*begun_above(page, other), other]
    return []


def _until_label(pieces: Iterable[Piece]) -> list[Piece]:
    values: list[Piece] = []
    for piece in pieces:
        if is_any_label(piece.text):
            break
        values.append(piece)
    return values


def _is_second_line(page: Page, label: Piece, value: Piece) -> bool:
    """Whether the name in the field began on the line above: there it has no label of its own.

    What begins over the label, such as a heading, is no value.
    """
    return any(
        value.follows(other)
        and not page.before(other)
        and other.left > label.left + label.size
        and ends_like_name(other.text)
        for other in page.above(value)
    )


def _value_below(page: Page, label: Piece) -> str | None:
    """The name in the column under the label; unreadable if maybe somebody else's."""
    for row in page.rows_below(label):
        column = _without_other_column(
            [piece for piece in row if _is_in_column(page, label, piece)], label
        )
        if not any(piece.overlaps(label) and not is_blank(piece.text) for piece in column):
            continue
        text = " ".join(piece.text for piece in column)
        name = name_in(text)
        is_labels = any(is_any_label(one.text) or _is_label_alone(one.text) for one in column)
        if name is None or is_labels:
            return None
        above = [other for other in page.above(label) if _is_name_alone(other.text)]
        if above and _is_caption(page, label, above[0], column[-1]):
            return None
        if above and is_signed(page, column[-1]):
            return UNREADABLE
        return _continued(page, column[-1], text, name)
    return None


def _is_label_alone(text: str) -> bool:
    """Whether it says the same of the holder in another language: "Presented to"."""
    label = HOLDER.search(text)
    return bool(label) and is_blank(text[label.end() :] if label else text)


def _is_name_alone(text: str) -> bool:
    name = name_in(text)
    return bool(name) and fold(name or "") == fold(text)


def _is_caption(page: Page, label: Piece, above: Piece, below: Piece) -> bool:
    """Whether the label belongs to the name above: it is nearer, or who is below teaches."""
    drop, next_drop = above.baseline - label.baseline, label.baseline - below.baseline
    titles = [other for other in page.below(below) if TEACHER.match(other.text)]
    is_teacher = any(
        not any(_is_name_alone(one.text) for one in page.below(title)) for title in titles
    )
    return is_teacher or drop < MUCH_NEARER * next_drop


def _without_other_column(pieces: list[Piece], label: Piece) -> list[Piece]:
    """The pieces without those that stand far to the left of what is under the label.

    Nor those far to the right that are smaller or begin as no name does: "09.20", "Godkänd".
    """
    first = next((n for n, piece in enumerate(pieces) if piece.overlaps(label)), 0)
    for number, (value, other) in enumerate(pairwise(pieces[first:]), first + 1):
        is_far = other.left - value.right >= GUTTER * label.size and not other.overlaps(label)
        is_smaller = other.size < MUCH_SMALLER * value.size
        if is_far and (is_smaller or ends_name(other.text.split()[0])):
            pieces = pieces[:number]
            break
    while first and pieces[first].left - pieces[first - 1].right < GUTTER * label.size:
        first -= 1
    return pieces[first:]


def _is_in_column(page: Page, label: Piece, piece: Piece) -> bool:
    """Whether no other label on the row is straighter above the piece."""

    def shift(other: Piece) -> float:
        middles = abs(other.left + other.right - piece.left - piece.right) / 2
        return min(abs(other.left - piece.left), middles)

    return min(page.row_of(label), key=shift) == label


# ---------------------------------------------------------------- Names over several lines


def _with_rest_of_row(page: Page, piece: Piece, text: str, name: str) -> str:
    """The name together with what stands a wide gap away or on the next lines, if name too."""
    for other in page.beside(piece)[:1]:
        if _is_all(name, text) and begins_like_name(other.text) and not is_any_label(other.text):
            longer = f"{text} {other.text}"
            return _with_rest_of_row(page, other, longer, name_in(longer) or UNREADABLE)
    return _continued(page, piece, text, name)


def _continued(page: Page, piece: Piece, text: str, name: str) -> str:
    """The name together with what goes on below it, if that may be name too."""
    for other in page.below(piece):
        has_label = any(is_any_label(before.text) for before in page.before(other))
        if (
            has_label
            or _is_next_field(page, piece, other)
            or not _is_all(name, text)
            or not other.follows(piece)
        ):
            continue
        if _goes_on(text, other):
            longer = joined([text, other.text])
            return _continued(page, other, longer, name_in(longer) or UNREADABLE)
    return name


def _is_next_field(page: Page, value: Piece, other: Piece) -> bool:
    """Whether the row below has a label of its own, in the column of the value's label."""
    labels, others = page.before(value)[-1:] or (value,), page.before(other)[-1:]
    others = others or page.halfway_before(other)
    return any(
        abs(label.left - before.left) < label.size and before.follows(label)
        for label in labels
        for before in others
    )


def _is_all(name: str, text: str) -> bool:
    """Whether nothing stands behind the name in the text."""
    return fold(name) == fold(without_remarks(text))


def _goes_on(text: str, piece: Piece) -> bool:
    """Whether the piece may be the rest of the name in the text."""
    predicate = COMPLETED.search(piece.text) or DID.search(piece.text)
    is_cut = text.rstrip().endswith("-")
    has_own_name = predicate and len(piece.text[: predicate.start()].split()) > 1 and not is_cut
    if has_own_name or is_any_label(piece.text) or SENTENCE_ENDED.search(text):
        return False
    return text.rstrip().endswith((",", "-")) or begins_like_name(piece.text)
