"""Boxes to tick on a form: what stands behind one that is left empty is not said."""

from typing import Final

from focusareas.certificate_patterns import AnyCase

EMPTY: Final = r"(?:☐|□|◻|▢|\[\s?\]|\(\s?\))"
TICKED: Final = r"(?:☒|☑|☓|◉|⦿|\[x\]|\((?:x|[•●✓✔])\))"
A_TICKED: Final = AnyCase(TICKED)
# Where the line begins with a box, each one belongs to what stands behind it, not before it.
BEGINS_WITH_BOX: Final = AnyCase(rf"\s*(?:{EMPTY}|{TICKED})")
LEFT_EMPTY: Final = AnyCase(rf"{EMPTY}(?:(?!{EMPTY}|{TICKED}).)*")
# Where it ends with one, each belongs to what stands before it: "Godkänt ☒ Inte godkänt ☐".
BOX_LAST: Final = AnyCase(rf".*(?:{EMPTY}|{TICKED})\s*$")
WITH_BOX_BEHIND: Final = AnyCase(rf"(?:(?!{EMPTY}|{TICKED}).)+(?:{EMPTY}|{TICKED})")
# "Kunskapstest ☒ Godkänt ☐ Inte godkänt": what is to be chosen from stands behind its label.
LABEL: Final = AnyCase(
    rf"(?!(?:(?:(?!{EMPTY}|{TICKED}).)*\W)?(?:ja|yes|närvarande|deltagit|(?:genomför|slutför|fullfölj|avsluta|klara|avklara|godkän|"
    rf"komplett)\w*)\s*(?:{EMPTY}|{TICKED}))(?:(?!{EMPTY}|{TICKED}).)+(?={EMPTY}|{TICKED})"
)


def without_left_empty(text: str, unless: AnyCase | None = None) -> str:
    """The text without what stands behind empty boxes, on a form on which others are ticked.

    What has words of the kind `unless` is kept: that it is not ticked says something.
    """
    if not A_TICKED.search(text):
        return text
    return "\n".join(_ticked_on(line, unless) for line in text.split("\n"))


def _ticked_on(line: str, unless: AnyCase | None) -> str:
    if BEGINS_WITH_BOX.match(line) or (LABEL.match(line) and not BOX_LAST.match(line)):
        left_empty = LEFT_EMPTY
    elif BOX_LAST.match(line) and A_TICKED.search(line):
        left_empty = WITH_BOX_BEHIND
    else:
        return line
    for match in reversed([*left_empty.finditer(line)]):
        is_kept = unless and unless.search(match.group())
        if not (is_kept or A_TICKED.search(match.group())):
            line = f"{line[: match.start()]}{line[match.end() :]}"
    return line
