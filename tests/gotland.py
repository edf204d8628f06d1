"""The world that is small enough to count by hand, as it was in spring 2023.

Two departments, four units:

    HEMT  Hemtjänst Norr     Äldreomsorg       own         7 people + Ali (also at FAM)
    SARB  Säbo Rosen         Äldreomsorg       own         closed 2023-03-31, merged into HEMT
    FAM   Familjefrid        Individ o familj  own         3 people + Ali, opened 2023-01-15
    OMS   Omsorgsbolaget     Äldreomsorg       contracted  2 people + Bo (also at HEMT)

    number  name       where and when                              certificate received / approved
    101     Anna       HEMT                                        2022-11-01 / 2022-11-03
    102     Bo         HEMT, OMS from 2023-02-01                   2023-04-10 / 2023-04-20
    103     Cilla      HEMT, on leave 2023-01-01 to 2023-04-30     2023-04-12 / -
    104     David      HEMT to 2023-03-31                          2023-01-05 / 2023-01-10
    105     Eva        SARB to 2023-03-31, HEMT from 2023-04-01    2023-03-01 / 03-02 to 05-01
    106     Fia        SARB to 2023-03-31, HEMT from 2023-04-01    2023-02-01 / returned 2023-02-10
    107     Gun        HEMT from 2023-04-15                        -
    108     Ali        HEMT and FAM, FAM leave from 2023-03-01     -
    109     Hans       FAM                                         2023-03-20 / 2023-05-01
    110     Ida        FAM, on leave from 2023-02-01               -
    111     Jan        FAM                                         2020-05-05 / 2022-01-10
    112     Kim        OMS                                         -

Key persons: Anna at HEMT from 2022-06-01; Jan at FAM 2023-02-01 to 2023-06-30;
David at HEMT from 2022-09-01 (his employment ends 2023-03-31); Kim at OMS from 2023-03-01.
"""

from dataclasses import dataclass
from datetime import date

from focusareas.models import Activity, Course, Plan, StaffMember, Unit
from tests import factories as make

MARCH_END = date(2023, 3, 31)
APRIL = date(2023, 4, 1)


@dataclass(frozen=True)
class World:
    """The rows that tests ask about."""

    plan: Plan
    course: Course
    units: dict[str, Unit]
    people: dict[str, StaffMember]
    web_course: Activity
    key_person: Activity
    honour_course: Activity


def make_gotland() -> World:
    """The world of the docstring, saved."""
    plan, course = make.make_plan(), make.make_course()
    honour = make.make_course("heder-lst", name="Webbkurs Heder")
    units, people = _organisation()
    _certificates(course, units, people)
    make.make_certificate(
        people["Jan"], honour, units["FAM"], date(2023, 3, 5), approved_on=date(2023, 3, 6)
    )
    for name, code, first_day, last_day in [
        ("Anna", "HEMT", date(2022, 6, 1), None),
        ("Jan", "FAM", date(2023, 2, 1), date(2023, 6, 30)),
        ("David", "HEMT", date(2022, 9, 1), None),
        ("Kim", "OMS", date(2023, 3, 1), None),
    ]:
        make.make_key_person(people[name], units[code], first_day=first_day, last_day=last_day)
    return World(
        plan=plan,
        course=course,
        units=units,
        people=people,
        web_course=make.make_activity("1.2", plan=plan, courses=(course,)),
        key_person=make.make_activity(
            "2.4",
            plan=plan,
            measure=Activity.Measure.UNIT_KEY_PERSON,
            contracted=Activity.Duty.INVITED,
            deadline=None,
        ),
        honour_course=make.make_activity(
            "4.2",
            plan=plan,
            measure=Activity.Measure.KEY_PERSON_COURSE,
            courses=(honour,),
            deadline=date(2023, 10, 31),
        ),
    )


def _organisation() -> tuple[dict[str, Unit], dict[str, StaffMember]]:
    home = make.make_unit("HEMT", name="Hemtjänst Norr")
    units = {
        "HEMT": home,
        "SARB": make.make_unit("SARB", name="Säbo Rosen", last_day=MARCH_END, successor=home),
        "FAM": make.make_unit(
            "FAM",
            name="Familjefrid",
            department="Individ och familj",
            first_day=date(2023, 1, 15),
            tags=("familjefrid",),
        ),
        "OMS": make.make_unit("OMS", name="Omsorgsbolaget", provider="Omsorgsbolaget AB"),
    }
    people = {
        name.split()[0]: make.make_staff_member(name, employee_number=str(101 + position))
        for position, name in enumerate(
            [
                "Anna Berg",
                "Bo Ek",
                "Cilla Dahl",
                "David Frid",
                "Eva Gran",
                "Fia Hed",
                "Gun Isaksson",
                "Ali Omar",
                "Hans Jung",
                "Ida Kron",
                "Jan Lind",
                "Kim Malm",
            ]
        )
    }
    for name, code, days in [
        ("Anna", "HEMT", {}),
        ("Bo", "HEMT", {}),
        ("Bo", "OMS", {"first_day": date(2023, 2, 1)}),
        ("David", "HEMT", {"last_day": MARCH_END}),
        ("Eva", "SARB", {"last_day": MARCH_END}),
        ("Eva", "HEMT", {"first_day": APRIL}),
        ("Fia", "SARB", {"last_day": MARCH_END}),
        ("Fia", "HEMT", {"first_day": APRIL}),
        ("Gun", "HEMT", {"first_day": date(2023, 4, 15)}),
        ("Ali", "HEMT", {}),
        ("Hans", "FAM", {}),
        ("Jan", "FAM", {}),
        ("Kim", "OMS", {}),
    ]:
        make.make_employment(people[name], units[code], **days)
    for name, code, first_day, last_day in [
        ("Cilla", "HEMT", date(2023, 1, 1), date(2023, 4, 30)),
        ("Ali", "FAM", date(2023, 3, 1), None),
        ("Ida", "FAM", date(2023, 2, 1), None),
    ]:
        make.make_absence(make.make_employment(people[name], units[code]), first_day, last_day)
    return units, people


def _certificates(course: Course, units: dict[str, Unit], people: dict[str, StaffMember]) -> None:
    for name, code, received_on, days in [
        ("Anna", "HEMT", date(2022, 11, 1), {"approved_on": date(2022, 11, 3)}),
        ("Bo", "HEMT", date(2023, 4, 10), {"approved_on": date(2023, 4, 20)}),
        ("Cilla", "HEMT", date(2023, 4, 12), {}),
        ("David", "HEMT", date(2023, 1, 5), {"approved_on": date(2023, 1, 10)}),
        (
            "Eva",
            "SARB",
            date(2023, 3, 1),
            {
                "approved_on": date(2023, 3, 2),
                "withdrawn_on": date(2023, 5, 2),
                "reason": "Fel person.",
            },
        ),
        (
            "Fia",
            "SARB",
            date(2023, 2, 1),
            {"returned_on": date(2023, 2, 10), "reason": "Oläsligt."},
        ),
        ("Hans", "FAM", date(2023, 3, 20), {"approved_on": date(2023, 5, 1)}),
        ("Jan", "FAM", date(2020, 5, 5), {"approved_on": date(2022, 1, 10)}),
    ]:
        make.make_certificate(people[name], course, units[code], received_on, **days)
