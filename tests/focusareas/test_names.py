"""How names are compared, searched and sorted."""

import unicodedata

import pytest

from focusareas.names import fold, plain, search_key, sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Åsa Öberg", "ASA OBERG"),
        ("Anna-Karin", "Anna Karin"),
        ("Annakarin", "Anna-Karin"),
        ("Søren Łuka", "Soren Luka"),
        ("O’Brien", "O'Brien"),
        ("André", unicodedata.normalize("NFD", "André")),
        ("Strauß", "Strauss"),
        ("Berg\u200b", " Berg\u00a0"),
    ],
)
def test_fold_sees_the_same_name(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["a\u200d\u030a", " \u200bA\u00a0\u00adb ", "e\u0301"])
def test_plain_words_are_plain_once_and_for_all(text):
    assert plain(plain(text)) == plain(text) == unicodedata.normalize("NFC", plain(text))


def test_fold_keeps_different_names_apart():
    assert len({fold(name) for name in ("Eva Ek", "Eva Eek", "Evert Ek", "Eva Ekh")}) == 4


def test_plain_composes_and_removes_what_cannot_be_seen():
    assert plain(" A\u030asa\u00a0\u00a0Öberg\u200f\x00\n") == "Åsa Öberg"


def test_search_key_finds_asa_under_asa():
    assert search_key("Åsa-Lena  Öberg") == "asa lena oberg"


def test_sort_key_puts_swedish_letters_last_and_short_names_first():
    names = [
        "Öberg",
        "Zetterberg",
        "Ek Anna",
        "Ekman Bo",
        "Åberg",
        "Ärla",
        "Müller",
        "Myrén",
        "Arvid",
    ]

    ordered = sorted(names, key=sort_key)

    assert ordered == [
        "Arvid",
        "Ek Anna",
        "Ekman Bo",
        "Müller",
        "Myrén",
        "Zetterberg",
        "Åberg",
        "Ärla",
        "Öberg",
    ]
