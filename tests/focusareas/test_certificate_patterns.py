"""Patterns that are quick: what they find, and what they leave as it was."""

import re

import pytest

from focusareas.certificate_patterns import AnyCase, OnlyWith

YEAR = OnlyWith(r"\d{4}", r"(?P<month>mars|maj) (?P<year>\d{4})", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("GODKÄND på Första försöket, Visby", "GODKÄND på § försöket, Visby"),
        ("första och FÖRSTA", "§ och §"),
        ("İ FÖRSTA", "İ §"),
        ("Andra", "Andra"),
    ],
)
def test_what_is_left_keeps_its_capitals(text: str, kept: str) -> None:
    assert AnyCase("första").sub("§", text) == kept


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Maj 2023 och mars 2024", ["2023", "2024"]),
        ("maj 20234", ["2023"]),
        ("2023 maj", []),
        ("maj 202", []),
    ],
)
def test_what_holds_what_is_needed_is_found(text: str, years: list[str]) -> None:
    first = YEAR.search(text)

    assert [found["year"] for found in YEAR.finditer(text)] == years
    assert (first["year"] if first else None) == next(iter(years), None)


@pytest.mark.parametrize(
    ("text", "start", "begins", "rest"),
    [
        ("maj 2023, klar", 0, True, "§, klar"),
        ("klar maj 2023", 5, True, "klar §"),
        ("klar maj 2023", 0, False, "klar §"),
        ("klar i maj", 7, False, "klar i maj"),
    ],
)
def test_what_begins_at_a_place(text: str, start: int, begins: bool, rest: str) -> None:
    assert bool(YEAR.match(text, start)) is begins
    assert YEAR.sub("§", text) == rest
