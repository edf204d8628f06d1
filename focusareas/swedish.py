"""Numbers and days as Swedish text is written. Pure functions, used by pages, memo and mail."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

NBSP = "\u00a0"
MINUS = "−"
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def number(value: int | Decimal | float) -> str:
    """1930 as "1 930", 1.25 as "1,25" and -500 as "−500", with no-break spaces."""
    whole = int(value)
    if value == whole:
        return f"{whole:,}".replace(",", NBSP).replace("-", MINUS)
    return f"{value:,}".replace(",", NBSP).replace(".", ",").replace("-", MINUS)


def one_decimal(value: float) -> str:
    """1.23 as "1,2", and whole from ten up or when nothing follows the comma."""
    rounded = round(value, 1)
    return number(round(value) if rounded >= 10 else rounded)


def long_date(day: date) -> str:
    """2023-05-15 as "15 maj 2023"."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]} {day.year}"


def counted(value: int, one: str, many: str) -> str:
    """The number with its noun: "1 dag", "61 dagar"."""
    return f"{number(value)}{NBSP}{one if value == 1 else many}"


def in_a_row(words: Iterable[str]) -> str:
    """The words with commas between and "och" before the last; "" when there are none."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} och {last}" if most else last


def sentence_case(text: str) -> str:
    """The words as they begin a line: "egen regi" as "Egen regi"."""
    return text[:1].upper() + text[1:]


def days(value: int) -> str:
    """A number of days with its noun."""
    return counted(value, "dag", "dagar")


def clock_time(at: time) -> str:
    """Half past three in the afternoon as "15.30"."""
    return f"{at.hour}.{at.minute:02}"


def hours(starts: time | None, ends: time | None) -> str:
    """From when to when: "kl. 9.00–15.30"; "" when no hour is set."""
    if starts is None:
        return ""
    return f"kl.{NBSP}{clock_time(starts)}" + (f"–{clock_time(ends)}" if ends else "")
