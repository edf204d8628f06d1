"""How numbers are said: only what is true, and what the plan asks for when it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.phrases import contradicted, say, true_phrases


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "phrases"),
    [
        (0, ["0"]),
        (20, ["20"]),
        (21, ["21", "drygt 20"]),
        (25, ["25", "drygt 20"]),
        (37, ["37", "närmare 40"]),
        (98, ["98", "ca 100", "närmare 100"]),
        (100, ["100", "ca 100"]),
        (112, ["112", "ca 110", "drygt 110", "över 100"]),
        (520, ["520", "ca 500", "drygt 500", "över 500"]),
        (1693, ["1 693", "ca 1 700", "närmare 1 700", "över 1 600"]),
        (1930, ["1 930", "ca 1 950", "närmare 1 950", "över 1 900"]),
        (2149, ["2 149", "ca 2 100", "drygt 2 100", "över 2 100"]),
    ],
)
def test_every_true_phrase_is_offered(value, phrases):
    assert [plain(phrase) for phrase in true_phrases(value).values()] == phrases


@pytest.mark.parametrize(("value", "phrase"), [(1, "enstaka"), (2, "några"), (4, "några")])
def test_one_to_four_people_are_never_a_number(value, phrase):
    assert list(true_phrases(value, people=True).values()) == [phrase]
    assert say(value, "exact", people=True) == phrase


@pytest.mark.parametrize(
    ("value", "manner", "phrase"),
    [
        (103, "about", "ca 100"),
        (103, "over", "över 100"),
        (103, "exact", "103"),
        (100, "over", "ca 100"),
        (99, "over", "ca 100"),
        (45, "over", "drygt 40"),
        (12, "about", "12"),
        (80, "about", "ca 80"),
        (37, "about", "närmare 40"),
    ],
)
def test_a_number_is_said_as_the_plan_asks_or_the_nearest_true_way(value, manner, phrase):
    assert plain(say(value, manner)) == phrase


@given(st.integers(0, 20000), st.booleans())
def test_no_phrase_is_contradicted_by_its_own_number(value, people):
    for phrase in true_phrases(value, people=people).values():
        assert contradicted(f"{phrase} enheter", "enheter", [value]) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("över 100 medarbetare", 99),
        ("över 100 medarbetare", 100),
        ("ca 100 medarbetare", 112),
        ("104 medarbetare", 103),
        ("Drygt 1 700 medarbetare", 1693),
        ("närmare 100 medarbetare", 103),
        ("minst\u00a0104 medarbetare", 103),
        ("mer än 103 medarbetare", 103),
        ("104 av 1 700 medarbetare", 103),
    ],
)
def test_a_phrase_that_the_number_contradicts_is_found(text, value):
    assert contradicted(f"I april hade {text} gått kursen.", "medarbetare", [value])


@pytest.mark.parametrize(
    "text", ["över 100 medarbetare", "103 medarbetare", "flera medarbetare", "7 av 9 enheter"]
)
def test_a_phrase_that_holds_for_one_of_the_numbers_is_left_alone(text):
    assert contradicted(text, "medarbetare", [5, 103]) is None
