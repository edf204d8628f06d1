"""A name is one person's for sure, or a question with candidates."""

import unicodedata

import pytest

from focusareas.matching import Match, Person, Register


def people(*names: str, start: int = 1, in_unit: bool = True, **fields: bool) -> list[Person]:
    """People numbered from `start`, as "Given|Family"."""
    return [
        Person(number, str(number), *name.split("|"), in_unit=in_unit, **fields)
        for number, name in enumerate(names, start)
    ]


def match(name: str, in_unit: list[Person], others: list[Person] | None = None) -> Match:
    return Register(in_unit, lambda: others or []).match(name)


def number_of(found: Match) -> str | None:
    return found.person.employee_number if found.person else None


def candidates(found: Match) -> list[str]:
    return [person.employee_number for person in found.candidates]


@pytest.mark.parametrize(
    "written",
    [
        "Åsa-Karin Öberg",
        "ÅSA-KARIN ÖBERG",
        "åsa karin öberg",
        "Åsa Karin  Öberg",
        "Asa-Karin Oberg",
        "Öberg Åsa-Karin",
        "Öberg, Åsa-Karin",
        "ÅsaKarin Öberg",
        unicodedata.normalize("NFD", "Åsa-Karin Öberg"),
    ],
)
def test_the_only_one_with_the_folded_name_is_sure(written: str) -> None:
    assert number_of(match(written, people("Åsa-Karin|Öberg", "Kim|Berg"))) == "1"


@pytest.mark.parametrize("written", ["Lukasz Dordevic", "ŁUKASZ ĐORĐEVIĆ"])
def test_stroke_letters_are_folded(written: str) -> None:
    assert number_of(match(written, people("Łukasz|Đorđević"))) == "1"


@pytest.mark.parametrize(
    "written",
    ["Karin Svenson", "Anna Karin Svensson", "Karin Svensson Ek", "Karin", "Svensson", "", "!?"],
)
def test_any_other_name_is_a_question(written: str) -> None:
    assert match(written, people("Karin|Svensson")).person is None


def test_longer_name_is_not_the_name_within_it() -> None:
    found = match("Anna Karin Svensson", people("Karin|Svensson", "Anna Karin|Svensson"))

    assert number_of(found) == "2"


def test_similar_name_does_not_make_an_exact_one_unsure() -> None:
    assert number_of(match("Karin Svensson", people("Karin|Svensson", "Karin|Svenson"))) == "1"


def test_same_name_elsewhere_does_not_make_it_unsure() -> None:
    others = people("Karin|Svensson", start=5, in_unit=False)

    assert number_of(match("Karin Svensson", people("Karin|Svensson"), others)) == "1"


def test_namesakes_are_a_question() -> None:
    found = match("Karin Svensson", people("Karin|Svensson", "Karin|Svensson"))

    assert found.person is None
    assert candidates(found) == ["1", "2"]


def test_exact_spelling_decides_between_people_alike_after_folding() -> None:
    register = people("Åsa|Berg", "Asa|Berg")

    assert number_of(match("Asa Berg", register)) == "2"
    assert number_of(match("Åsa Berg", register)) == "1"


def test_exact_spelling_in_capitals_decides_too() -> None:
    assert number_of(match("ÅSA BERG", people("Åsa|Berg", "Asa|Berg"))) == "1"


@pytest.mark.parametrize("written", ["ASA BERG", "asa berg", "BERG ASA"])
def test_letters_that_may_have_lost_their_dots_are_a_question(written: str) -> None:
    assert match(written, people("Åsa|Berg", "Asa|Berg")).person is None
    assert number_of(match(written, people("Asa|Berg"))) == "1"


def test_spelling_of_neither_of_two_alike_is_a_question() -> None:
    assert match("Åså Berg", people("Åsa|Berg", "Asa|Berg")).person is None


def test_order_decides_between_names_that_mirror_each_other() -> None:
    register = people("Stefan|Daniel", "Daniel|Stefan")

    assert number_of(match("Daniel Stefan", register)) == "2"
    assert number_of(match("Daniel, Stefan", register)) == "1"


@pytest.mark.parametrize("written", ["DANIEL Stefan", "Stefan DANIEL", "DANIEL, Stefan"])
def test_capitals_tell_which_is_the_family_name_of_names_that_mirror_each_other(
    written: str,
) -> None:
    assert number_of(match(written, people("Stefan|Daniel", "Daniel|Stefan"))) == "1"


def test_capitals_of_letters_that_only_have_the_same_capital_are_a_question() -> None:
    assert match("SEPPO YILMAZ", people("Seppo|Yılmaz", "Seppo|Yilmaz")).person is None


@pytest.mark.parametrize("written", ["STEFAN DANIEL", "stefan daniel"])
def test_names_that_mirror_each_other_in_capitals_are_a_question(written: str) -> None:
    assert match(written, people("Stefan|Daniel", "Daniel|Stefan")).person is None


def test_person_of_another_unit_only_is_a_question() -> None:
    found = match("Karin Svensson", [], people("Karin|Svensson", in_unit=False))

    assert found.person is None
    assert candidates(found) == ["1"]
    assert len(found.exact) == 1


def test_exact_name_comes_before_similar_ones_of_the_unit() -> None:
    others = people("Karin|Svensson", start=9, in_unit=False)

    assert candidates(match("Karin Svensson", people("Karin|Svenson"), others)) == ["9", "1"]


def test_similar_ones_of_the_unit_come_first_and_former_ones_last() -> None:
    others = people("Karin|Svenson", start=8, in_unit=False) + people(
        "Karin|Svenson", start=9, in_unit=False, is_employed=False
    )

    found = match("Karin Svensson", people("Karin|Svenson"), others)

    assert candidates(found) == ["1", "8", "9"]


def test_given_name_of_the_unit_comes_before_strangers_with_a_likelier_name() -> None:
    others = people("Karin|Svenson", start=8, in_unit=False)

    found = match(
        "Karin Svensson", people("Karin|Nowak-Jabłońska", "Bo|Ek", "Carin|Svensson"), others
    )

    assert candidates(found) == ["3", "1", "8"]


def test_unlike_names_are_no_candidates() -> None:
    assert candidates(match("Karin Svensson", people("Bo|Ek"))) == []


def test_at_most_five_candidates() -> None:
    register = people(*(f"Karin|Svenso{letter}" for letter in "abcdefgh"))

    assert len(candidates(match("Karin Svensson", register))) == 5


def test_exact_spelling_is_surer_than_a_folded_one() -> None:
    register = people("Åsa|Berg")

    assert match("Åsa Berg", register).confidence == 1.0
    assert match("ASA BERG", register).confidence == 0.98


def test_confidence_of_a_question_is_the_likeness_of_the_best() -> None:
    assert 0.9 < match("Karin Svenson", people("Karin|Svensson")).confidence < 1.0
    assert match("Karin Svensson", people("Bo|Ek")).confidence == 0.0


def test_others_are_not_loaded_when_the_name_is_sure() -> None:
    def fail() -> list[Person]:
        raise AssertionError("everybody was loaded")

    assert Register(people("Karin|Svensson"), fail).match("Karin Svensson").person


# ---------------------------------------------------------------- Who else stands on the page


def also_named(text: str, name: str, *others: str) -> list[str]:
    person, *colleagues = people(name, *others)
    register = Register([person, *colleagues], list)
    called = [f"{person.given_name} {person.family_name}"]
    return [other.given_name for other in register.also_named(text, person, called)]


def test_colleague_is_found_in_either_order_as_whole_words() -> None:
    text = "intyg | kim berg | med bo ek | ost asa"

    assert also_named(text, "Kim|Berg", "Bo|Ek", "Åsa|Öst", "Kim|Ber", "Bo|E") == ["Bo", "Åsa"]


def test_name_within_the_persons_own_is_nobody_elses() -> None:
    assert also_named("anna maria berg", "Anna Maria|Berg", "Maria|Berg") == []
    assert also_named("anna maria berg | maria berg", "Anna Maria|Berg", "Maria|Berg") == ["Maria"]
    assert also_named("anna | maria berg", "Anna Maria|Berg", "Maria|Berg") == []
    assert also_named("anna maria | berg | maria berg", "Anna Maria|Berg", "Maria|Berg") == [
        "Maria"
    ]


def test_people_without_a_family_name_are_not_looked_for() -> None:
    assert also_named("kim berg | bo", "Kim|Berg", "Bo|") == []


def test_a_lone_word_that_nobody_is_called_is_no_name() -> None:
    register = Register(people("Kim|Berg"), lambda: people("Anna|Ek", start=2, in_unit=False))

    def of_people(*names: str) -> tuple[str, ...]:
        return register.of_people(names)

    assert of_people("Kim Berg", "Färdigheter") == ("Kim Berg",)
    assert of_people("Kim Berg", "Anna") == ("Kim Berg", "Anna")
    assert of_people("Kim Berg", "Anna-Lisa") == ("Kim Berg", "Anna-Lisa")
    assert of_people("Kim Berg", "Bo Lund") == ("Kim Berg", "Bo Lund")
    assert of_people("Färdigheter") == ("Färdigheter",)
    assert of_people("Färdigheter", "Lunch") == ("Färdigheter", "Lunch")
