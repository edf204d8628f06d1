"""The corpus holds what it promises, and who judges by it sees every mistake."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.corpus.compose import FURNISHED, HELD_OUT, SIZE, USUAL, Kinds, compose
from tests.corpus.handing_in import drawn, hand_in, load
from tests.corpus.judging import Result, Verdict, judge
from tests.corpus.register import key
from tests.corpus.truth import Corpus, Expected, Item, Pile, Truth
from tests.corpus.writing import RECEIVED

pytestmark = pytest.mark.once


def truths(corpus: Corpus, group: str) -> list[Truth]:
    return [truth for pile in corpus.piles[group] for item in pile.items for truth in item.truths]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    "kinds", [USUAL, FURNISHED, HELD_OUT], ids=["usual", "furnished", "held out"]
)
def test_corpus_has_its_size(kinds: Kinds, seed: int) -> None:
    corpus = compose(seed, kinds)

    assert len(corpus.people) == SIZE
    assert len({truth.layout for truth in truths(corpus, "text")}) > 8
    for group, least in (("text", 300), ("pictures", 60), ("others", 40)):
        assert len(truths(corpus, group)) >= least


@pytest.mark.parametrize("seed", range(3))
def test_only_one_in_the_unit_has_the_name_of_who_should_be_matched(seed: int) -> None:
    corpus = compose(seed)
    names = [(person.unit, key(f"{person.given} {person.family}")) for person in corpus.people]

    for pile in corpus.piles["text"]:
        for truth in (truth for item in pile.items for truth in item.truths):
            if truth.expected == Expected.MATCH and truth.why != "twin by folding":
                assert truth.person
                assert truth.person.unit == pile.unit
                assert truth.course == pile.course
                assert truth.completed_on
                assert truth.completed_on <= RECEIVED
                name = key(f"{truth.person.given} {truth.person.family}")
                assert names.count((pile.unit, name)) == 1


def test_same_seed_draws_the_same() -> None:
    one, same, other = (compose(seed, every=30) for seed in (5, 5, 6))

    assert one == same
    assert one.people != other.people
    assert [pile.items[0].draw() for pile in one.piles["pictures"]] == [
        pile.items[0].draw() for pile in same.piles["pictures"]
    ]


# ---------------------------------------------------------------- Judging

CORPUS, COURSE = compose(1), "nck-vald"


def said(item: Item, **said: Any) -> Mapping[str, Any]:
    (truth,) = item.truths
    assert truth.person
    assert truth.completed_on
    return {
        "file": item.file,
        "page": 1,
        "outcome": "matched",
        "employee_number": truth.person.number,
        "completed_on": truth.completed_on.isoformat(),
        "course": COURSE,
        "candidates": [],
    } | said


def verdicts_on(item: Item, *entries: Mapping[str, Any]) -> list[Verdict]:
    return judge("text", Pile("K001", COURSE, (item,)), entries)


def item_where(expected: Expected, why: str = "") -> Item:
    """A file with one certificate of somebody, of the course unless that is what is wrong."""
    return next(
        item
        for pile in CORPUS.piles["text"]
        if pile.course == COURSE
        for item in pile.items
        if len(item.truths) == 1
        and item.truths[0].expected == expected
        and why in ("", item.truths[0].why)
        and item.truths[0].person
        and item.truths[0].completed_on
    )


def test_right_match_is_right() -> None:
    item = item_where(Expected.MATCH)

    (verdict,) = verdicts_on(item, said(item))

    assert verdict.result == Result.MATCHED
    assert verdict.is_day_right


@pytest.mark.parametrize(
    "lie", [{"employee_number": "1"}, {"course": "samtal-om-vald"}, {"page": 2}]
)
def test_wrong_match_is_wrong(lie: dict[str, Any]) -> None:
    item = item_where(Expected.MATCH)

    results = {verdict.result for verdict in verdicts_on(item, said(item, **lie))}

    assert Result.WRONG in results


@pytest.mark.parametrize(
    "why", ["twins", "short form", "day to come", "another course", "of another unit"]
)
def test_match_that_should_be_a_question_is_wrong(why: str) -> None:
    item = item_where(Expected.QUESTION, why)

    (verdict,) = verdicts_on(item, said(item))

    assert verdict.result == Result.WRONG


def test_wrong_day_is_seen() -> None:
    item = item_where(Expected.MATCH)

    (verdict,) = verdicts_on(item, said(item, completed_on="2001-01-01"))

    assert not verdict.is_day_right


def test_lost_certificate_is_seen() -> None:
    (verdict,) = verdicts_on(item_where(Expected.MATCH))

    assert verdict.result == Result.LOST


# ---------------------------------------------------------------- A sample of it


@pytest.mark.django_db
def test_sample_is_matched_and_never_wrongly(settings: Any) -> None:
    settings.TODAY = RECEIVED
    corpus = compose(11, every=31)
    piles = [(group, pile) for group in ("text", "others") for pile in corpus.piles[group]]
    units = {pile.unit for _, pile in piles}
    load(person for person in corpus.people if person.unit in units)

    verdicts = [verdict for group, pile in piles for verdict in handed_in(group, pile)]

    due = [verdict for verdict in verdicts if verdict.is_due]
    matched = [verdict for verdict in due if verdict.result == Result.MATCHED]
    assert [str(verdict) for verdict in verdicts if verdict.result == Result.WRONG] == []
    assert [str(verdict) for verdict in matched if not verdict.is_day_right] == []
    assert len(matched) >= 0.8 * len(due) > 5


def handed_in(group: str, pile: Pile) -> list[Verdict]:
    with drawn(pile.items) as folder:
        return judge(group, pile, hand_in(pile, folder))
