"""Swedish personal identity numbers: known by their form, so that none is ever kept."""

import re
from typing import Final

IN_TEXT: Final = re.compile(
    r"\b(?:19|20)?\d{6}\s?[-+–]\s?(?:\d{4}|[xX*]{4})\b|\b(?:19|20)?\d{10}\b"
)
# No such number is without it, and it is found at once where there are no digits.
SIX_DIGITS: Final = re.compile(r"\d{6}")
# Year, month, day (a coordination number adds 60 to it), and four more digits.
WHOLE: Final = re.compile(
    r"(?:19|20)?(\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01]))([-+]?)(\d{4})"
)


def without_person_number(text: str) -> str:
    """The text without anything that may be a personal identity number."""
    return IN_TEXT.sub(" ", text) if SIX_DIGITS.search(text) else text


def is_person_number(text: str) -> bool:
    """Whether the text has the form of one; without a sign the check digit must agree as well."""
    match = WHOLE.fullmatch(text)
    if not match:
        return False
    birth, sign, last = match.groups()
    return bool(sign) or _check_sum(birth + last) % 10 == 0


def _check_sum(digits: str) -> int:
    doubled = [int(digit) * (2 - position % 2) for position, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled)
