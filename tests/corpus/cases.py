"""Who a certificate names and how: every case hires the people that make it hard."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from tests.corpus.names import FAMILY, GIVEN, LOOKALIKES, SHORT_FORMS
from tests.corpus.register import Person, RegisterBuilder, plain
from tests.corpus.truth import Expected

WIDE_GAP = "\N{NO-BREAK SPACE}" * 2
GIVEN_FIRST, FAMILY_FIRST, WITH_COMMA = "{given} {family}", "{family} {given}", "{family}, {given}"
WITH_MARKS = [name for name in FAMILY if plain(name) != name.casefold()]
HYPHENATED = [name for name in GIVEN if "-" in name]
TWO_FAMILIES = [name for name in FAMILY if name.count(" ") == 1 and name[0].isupper()]
DOUBLE = [name for name in FAMILY if "-" in name and name[0].isupper()]
WITH_APOSTROPHE = [name for name in FAMILY if "'" in name]
SIMPLE = [name for name in GIVEN if "-" not in name and len(name) > 2]


class NameTakenError(RuntimeError):
    """What would be printed is the name of somebody else in the unit."""


@dataclass(frozen=True)
class Case:
    """A name as it is printed, whose it is, and what a careful clerk does."""

    holder: Person | None
    given: str
    family: str
    expected: Expected = Expected.MATCH
    order: str = GIVEN_FIRST
    signer: Person | None = None
    of_another_course: bool = False
    is_to_come: bool = False
    has_no_day: bool = False


MakeCase = Callable[[RegisterBuilder, str], Case]


def as_registered(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    return Case(person, person.given, person.family)


def in_capitals(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    return Case(person, person.given.upper(), person.family.upper())


def in_small_letters(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    return Case(person, person.given.lower(), person.family.lower())


def family_first(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    return Case(person, person.given, person.family.upper(), order=FAMILY_FIRST)


def family_comma_given(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    return Case(person, person.given, person.family, order=WITH_COMMA)


def without_marks(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, family=WITH_MARKS)
    return Case(person, plain(person.given).title(), plain(person.family).title())


def decomposed(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, family=WITH_MARKS)
    given, family = (unicodedata.normalize("NFD", name) for name in (person.given, person.family))
    return Case(person, given, family)


def hyphen_lost(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, given=HYPHENATED)
    return Case(person, person.given.replace("-", " "), person.family)


def hyphen_won(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, family=TWO_FAMILIES)
    return Case(person, person.given, person.family.replace(" ", "-"))


def spread_letters(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, SIMPLE, [name for name in FAMILY if name.isalpha()])
    given, family = (" ".join(name.upper()) for name in (person.given, person.family))
    return Case(person, f"{given}{WIDE_GAP}", family)


def namesake_elsewhere(staff: RegisterBuilder, unit: str) -> Case:
    while True:
        given, family = staff.free_name(unit)
        other = staff.another_unit(unit)
        if staff.is_free(other, f"{given} {family}"):
            staff.hire(other, given, family)
            person = staff.hire(unit, given, family)
            return Case(person, given, family)


def near_misses_beside(staff: RegisterBuilder, unit: str) -> Case:
    person, *_ = _near(staff, unit)
    return Case(person, person.given, person.family)


def longer_name_beside(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, SIMPLE)
    staff.hire(unit, *_one_more(staff, unit, person.given, person.family))
    return Case(person, person.given, person.family)


def middle_name_too(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire(unit, *_one_more(staff, unit, *staff.free_name(unit, SIMPLE)))
    return Case(person, person.given, person.family)


def signed_by_colleague(staff: RegisterBuilder, unit: str) -> Case:
    person, signer = staff.hire_anyone(unit), staff.hire_anyone(unit)
    return Case(person, person.given, person.family, signer=signer)


def twin_by_folding(staff: RegisterBuilder, unit: str) -> Case:
    person, _ = _twins_by_folding(staff, unit)
    return Case(person, person.given, person.family)


# ---------------------------------------------------------------- What a clerk must ask about


def short_form(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, given=list(SHORT_FORMS))
    return _asked(staff, person, SHORT_FORMS[person.given], person.family)


def new_family_name(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    family = staff.free_name(unit, [person.given])[1]
    return _asked(staff, person, person.given, family)


def half_a_family_name(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, family=DOUBLE)
    return _asked(staff, person, person.given, person.family.split("-")[0])


def one_name_more(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, SIMPLE)
    return _asked(staff, person, *_one_more(staff, unit, person.given, person.family))


def one_name_less(staff: RegisterBuilder, unit: str) -> Case:
    given, family = staff.free_name(unit, SIMPLE)
    person = staff.hire(unit, *_one_more(staff, unit, given, family))
    return _asked(staff, person, given, family)


def an_initial(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, SIMPLE)
    return _asked(staff, person, f"{person.given[0]}.", person.family)


def a_near_miss(staff: RegisterBuilder, unit: str) -> Case:
    """Somebody else, whose name is nearly that of two in the unit."""
    _, given, family = _near(staff, unit)
    return Case(None, given, family, Expected.QUESTION)


def letters_lost(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, family=[name for name in WITH_MARKS if name[0] in "ÅÖHS"])
    given, family = (
        "".join("?" if plain(letter) != letter.lower() else letter for letter in name)
        for name in (person.given, person.family)
    )
    return _asked(staff, person, given, family)


def of_another_unit(staff: RegisterBuilder, unit: str) -> Case:
    while True:
        person = staff.hire_anyone(staff.another_unit(unit))
        if staff.is_free(unit, f"{person.given} {person.family}"):
            return _asked(staff, person, person.given, person.family, unit)


def twins(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    staff.hire(unit, person.given, person.family)
    return Case(person, person.given, person.family, Expected.QUESTION)


def a_stranger(staff: RegisterBuilder, unit: str) -> Case:
    given, family = staff.free_name(unit)
    staff.reserve(unit, f"{given} {family}")
    return Case(None, given, family, Expected.QUESTION)


def a_stranger_signed_by_colleague(staff: RegisterBuilder, unit: str) -> Case:
    stranger, signer = a_stranger(staff, unit), staff.hire_anyone(unit)
    return Case(None, stranger.given, stranger.family, Expected.QUESTION, signer=signer)


def another_course(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    expected = Expected.QUESTION
    return Case(person, person.given, person.family, expected, of_another_course=True)


def day_to_come(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    return Case(person, person.given, person.family, Expected.QUESTION, is_to_come=True)


def no_day(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit)
    return Case(person, person.given, person.family, Expected.QUESTION, has_no_day=True)


# ------------------------------------------------- What one clerk matches and another asks about


def twin_in_capitals(staff: RegisterBuilder, unit: str) -> Case:
    person, _ = _twins_by_folding(staff, unit)
    return Case(person, person.given.upper(), person.family.upper(), Expected.MAY_MATCH)


def curly_apostrophe(staff: RegisterBuilder, unit: str) -> Case:
    person = staff.hire_anyone(unit, family=WITH_APOSTROPHE)
    return Case(person, person.given, person.family.replace("'", "’"), Expected.MAY_MATCH)


def _asked(
    staff: RegisterBuilder, person: Person, given: str, family: str, unit: str | None = None
) -> Case:
    unit = unit or person.unit
    if not staff.is_free(unit, f"{given} {family}"):
        raise NameTakenError
    staff.reserve(unit, f"{given} {family}")
    return Case(person, given, family, Expected.QUESTION)


def _one_more(staff: RegisterBuilder, unit: str, given: str, family: str) -> tuple[str, str]:
    """The name with one more given name, which nobody in the unit has."""
    others = [other for other in SIMPLE if other != given]
    return staff.free_name(unit, [f"{given} {other}" for other in others], [family])


def _near(staff: RegisterBuilder, unit: str) -> tuple[Person, str, str]:
    """Two people, each a slip of the pen from the name that comes with them, and from another."""
    while True:
        given, family = staff.rng.choice(list(LOOKALIKES)), staff.rng.choice(list(LOOKALIKES))
        if given not in GIVEN or family not in FAMILY:
            continue
        wrong = f"{LOOKALIKES[given]} {LOOKALIKES[family]}"
        others = (LOOKALIKES[given], family), (given, LOOKALIKES[family])
        if staff.is_free(unit, f"{given} {family}", wrong, *(" ".join(name) for name in others)):
            break
    person = staff.hire(unit, given, family)
    staff.hire(unit, *others[0])
    staff.reserve(unit, wrong, " ".join(others[1]))
    return person, *others[1]


def _twins_by_folding(staff: RegisterBuilder, unit: str) -> tuple[Person, Person]:
    person = staff.hire_anyone(unit, SIMPLE, WITH_MARKS)
    twin = plain(person.given).title(), plain(person.family).title()
    return person, staff.hire(unit, *twin)


CASES: tuple[MakeCase, ...] = (
    *(as_registered,) * 3,
    in_capitals,
    in_small_letters,
    family_first,
    family_comma_given,
    without_marks,
    decomposed,
    hyphen_lost,
    hyphen_won,
    spread_letters,
    namesake_elsewhere,
    near_misses_beside,
    longer_name_beside,
    middle_name_too,
    signed_by_colleague,
    twin_by_folding,
    short_form,
    new_family_name,
    half_a_family_name,
    one_name_more,
    one_name_less,
    an_initial,
    a_near_miss,
    letters_lost,
    of_another_unit,
    twins,
    a_stranger,
    a_stranger_signed_by_colleague,
    another_course,
    day_to_come,
    no_day,
    twin_in_capitals,
    curly_apostrophe,
)
