"""From a case to what stands on the paper, and what is true about it."""

from datetime import date, timedelta
from random import Random

from tests.corpus.cases import Case, MakeCase, NameTakenError
from tests.corpus.courses import COURSES, FOREIGN
from tests.corpus.days import WRITINGS
from tests.corpus.register import RegisterBuilder
from tests.corpus.sheet import CourseText, Facts
from tests.corpus.truth import Truth

FIRST_DAY, RECEIVED = date(2022, 2, 1), date(2023, 6, 1)
# Nobody of the register has these names.
SIGNERS = ("Gunilla Wahlberg", "Tord Rosenqvist", "Lisbet Hallgren", "Ragnar Wikander")


def new_case(make_case: MakeCase, staff: RegisterBuilder, unit: str) -> Case:
    """The case, with other people if what it would print is somebody else's name."""
    while True:
        try:
            return make_case(staff, unit)
        except NameTakenError:
            continue


def facts_of(case: Case, course: str, staff: RegisterBuilder, unit: str, rng: Random) -> Facts:
    """What the certificate of the case says."""
    day = _day(case, rng)
    printed = RECEIVED if day is None else day + timedelta(days=rng.randint(1, 40))
    signer = case.signer
    return Facts(
        given=case.given,
        family=case.family,
        order=case.order,
        course=_course(case, course, rng),
        day=day,
        written=rng.choice(WRITINGS)(day) if day else "",
        signer=f"{signer.given} {signer.family}" if signer else rng.choice(SIGNERS),
        colleague=_colleague(case, staff, unit, rng),
        printed_on=min(printed, RECEIVED - timedelta(days=1)),
        rng=rng,
    )


def truth_of(case: Case, facts: Facts, *, why: str, layout: str, page: int = 1) -> Truth:
    """What is true about the certificate."""
    return Truth(
        expected=case.expected,
        why=why.replace("_", " "),
        layout=layout,
        printed=facts.order.format(given=facts.given, family=facts.family),
        page=page,
        person=case.holder,
        completed_on=facts.day,
        course=facts.course.code,
    )


def _day(case: Case, rng: Random) -> date | None:
    if case.has_no_day:
        return None
    if case.is_to_come:
        return RECEIVED + timedelta(days=rng.randint(1, 200))
    return FIRST_DAY + timedelta(days=rng.randrange((RECEIVED - FIRST_DAY).days - 1))


def _course(case: Case, code: str, rng: Random) -> CourseText:
    if not case.of_another_course:
        return rng.choice(COURSES[code])
    others = [text for other, texts in COURSES.items() if other != code for text in texts]
    return rng.choice([*others, *FOREIGN])


def _colleague(case: Case, staff: RegisterBuilder, unit: str, rng: Random) -> str:
    """Somebody else of the unit, who signs where two do."""
    others = [person for person in staff.people if person.unit == unit and person != case.holder]
    names = [f"{person.given} {person.family}" for person in others]
    return rng.choice(names or SIGNERS)
