"""Days as certificates write them."""

from collections.abc import Callable, Sequence
from datetime import date

MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
ENGLISH_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def long(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def slashed(day: date) -> str:
    return f"{day.day}/{day.month} {day.year}"


def dotted(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def shortened(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def capital(day: date) -> str:
    return long(day).upper()


def ordinal(day: date) -> str:
    ending = "a" if day.day in (1, 2, 21, 22, 31) else "e"
    return f"{day.day}:{ending} {MONTHS[day.month - 1]} {day.year}"


def packed(day: date) -> str:
    return f"{day:%Y%m%d}"


def english(day: date) -> str:
    return f"{ENGLISH_MONTHS[day.month - 1]} {day.day}, {day.year}"


def english_day_first(day: date) -> str:
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


Writing = Callable[[date], str]

# The four that are asked for come oftenest.
WRITINGS: Sequence[Writing] = (
    *(date.isoformat, long, slashed, dotted) * 3,
    shortened,
    capital,
    ordinal,
    packed,
)
