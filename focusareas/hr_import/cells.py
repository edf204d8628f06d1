"""How the cells of the HR workbook are understood, whatever the HR system made of them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from focusareas.names import fold, plain
from focusareas.workbooks import UNCALCULATED

Parse = Callable[[Any], Any]

# As Excel stores them, and as a Swedish Excel shows them (and exports them as text).
EXCEL_ERROR = re.compile(r"#(N/A|[A-ZÅÄÖ]+(/0)?[!?])")
WHOLE_NUMBER = re.compile(r"(-?\d+)[.,]0+")
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([ T]00:00(:00(\.0+)?)?)?")
YEARS = range(1900, 2101)
SHOWN_CHARACTERS = 40
# Names, titles, codes and days come again and again: understood and kept in memory once.
remember = lru_cache(maxsize=5_000, typed=True)


class CellError(Exception):
    """The cell cannot be used; the text says why and what to do."""


def shown(value: object) -> str:
    """The value as it can be repeated in a message."""
    text = plain(str(value))
    return f"”{text[:SHOWN_CHARACTERS]}…”" if len(text) > SHOWN_CHARACTERS else f"”{text}”"


def cleaned(value: object) -> str:
    """The cell as text: composed letters, single blanks, whole numbers without decimals."""
    if isinstance(value, str):
        text = plain(value)
        if is_excel_error(text):
            raise CellError(f"Cellen visar felet {text}. Rätta formeln eller skriv värdet.")
        return text
    if isinstance(value, bool):
        return "sant" if value else "falskt"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if value is UNCALCULATED:
        raise CellError(
            "Cellen har en formel vars resultat inte finns i filen. Klistra in värdet i stället."
        )
    return str(value)


def is_excel_error(text: str) -> bool:
    """Whether the text is what Excel shows where a formula went wrong."""
    return text.startswith("#") and EXCEL_ERROR.fullmatch(text) is not None


def as_identity(text: str) -> str:
    """A code or a number as it identifies: "10231.0" is 10231."""
    whole = WHOLE_NUMBER.fullmatch(text)
    return whole[1] if whole else text


def text(max_length: int) -> Parse:
    """Cells that hold free text, such as names."""

    def parse(value: object) -> str:
        result = cleaned(value)
        if len(result) > max_length:
            raise CellError(
                f"Texten är {len(result)} tecken lång; högst {max_length} får plats. Korta den."
            )
        return result

    return parse


def identity(max_length: int) -> Parse:
    """Cells that hold a code or a number that identifies: 10231, "10231.0" and "10231" are one."""
    parse_text = text(max_length)

    def parse(value: object) -> str:
        return as_identity(parse_text(value))

    return parse


@remember
def day(value: object) -> date | None:
    """Cells that hold a day: an Excel date, or text such as 2023-04-30."""
    result: date | None = None
    if isinstance(value, datetime):
        result = value.date()
    elif isinstance(value, date):
        result = value
    elif not (written := cleaned(value)):
        return None
    elif match := DAY.fullmatch(written):
        result = real_day(match[1])
    if result is None:
        raise CellError(f"{shown(value)} är inte en dag. Skriv den som 2023-04-30.")
    if result.year not in YEARS:
        raise CellError(f"{result} är ett orimligt år. Rätta dagen.")
    return result


def real_day(written: str) -> date | None:
    """The day that is written, or None when the calendar has no such day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def email(max_length: int) -> Parse:
    """Cells that hold an e-mail address, kept in lower case."""
    parse_text = text(max_length)

    def parse(value: object) -> str:
        address: str = parse_text(value).lower()
        try:
            if address:
                validate_email(address)
        except ValidationError:
            # The address is not repeated: it may be that of somebody with protected identity.
            raise CellError("Texten är inte en e-postadress. Rätta adressen.") from None
        return address

    return parse


def choice(
    words: Mapping[str, str], *, blank: str = "", also: Mapping[str, str] | None = None
) -> Parse:
    """Cells that hold one of a few words; the result is what the word stands for.

    `also` are words that are understood without being asked for.
    """
    folded = {fold(word): meaning for word, meaning in {**words, **(also or {})}.items()}
    expected = " eller ".join(words)

    def parse(value: object) -> str:
        written = cleaned(value)
        if not written:
            return blank
        try:
            return folded[fold(written)]
        except KeyError:
            raise CellError(f"{shown(written)} går inte att tolka. Skriv {expected}.") from None

    return parse


YES_OR_NO = {
    **dict.fromkeys(("ja", "x", "1", "sant", "true"), True),
    **dict.fromkeys(("", "nej", "0", "falskt", "false"), False),
}


def yes_or_no(value: object) -> bool:
    """Cells that hold ja or nej; blank is nej."""
    written = cleaned(value)
    try:
        return YES_OR_NO[written.casefold()]
    except KeyError:
        raise CellError(f"{shown(written)} går inte att tolka. Skriv ja eller nej.") from None


def several(max_length: int) -> Parse:
    """Cells that hold texts with commas between; each once, in order of name."""
    parse_text = text(max_length)

    def parse(value: object) -> tuple[str, ...]:
        parts = (parse_text(part) for part in cleaned(value).split(","))
        return tuple(sorted({part.casefold(): part for part in parts if part}.values()))

    return parse
