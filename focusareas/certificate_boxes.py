"""Boxes to tick on a form: what stands behind one that is left empty is not said."""

from typing import Final

from focusareas.certificate_patterns import AnyCase

EMPTY: Final = r"(?:☐|□|\[\s?\]|\(\s?\))"
TICKED: Final = r"(?:☒|☑|☓|◉|⦿|\[x\]|\((?:x|[•●✓✔])\))"
A_TICKED: Final = AnyCase(TICKED)
# Where the line begins with a box, each one belongs to what stands behind it, not before it.
BEGINS_WITH_BOX: Final = AnyCase(rf"\s*(?:{EMPTY}|{TICKED})")
LEFT_EMPTY: Final = AnyCase(rf"{EMPTY}(?:(?!{EMPTY}|{TICKED}).)*")


def without_left_empty(text: str, unless: AnyCase | None = None) -> str:
    """The text without what stands behind empty boxes, on a form on which others are ticked.

    What has words of the kind `unless` is kept: that it is not ticked says something.
    """
    if not A_TICKED.search(text):
        return text
    return "\n".join(_ticked_on(line, unless) for line in text.split("\n"))


def _ticked_on(line: str, unless: AnyCase | None) -> str:
    if not BEGINS_WITH_BOX.match(line):
        return line
    for match in reversed([*LEFT_EMPTY.finditer(line)]):
        if not (unless and unless.search(match.group())):
            line = f"{line[: match.start()]}{line[match.end() :]}"
    return line
