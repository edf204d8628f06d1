"""Hands in piles of certificates for tests, as a manager of a unit would."""

from datetime import date

from focusareas.intake import Pile, receive
from focusareas.intake_judgement import Outcome
from focusareas.models import Course, Unit
from tests.certificates import column, draw

RECEIVED = date(2023, 4, 30)


def certificate(
    name: str = "Kim Berg", title: str = "Webbkurs om våld", day: str = "2023-04-12"
) -> bytes:
    return draw(lines(name, title, day))


def lines(name: str, title: str = "Webbkurs om våld", day: str = "2023-04-12") -> list:
    return column("Intyg", "", f"Namn: {name}", f"Kurs: {title}", f"Genomförd: {day}")


def hand_in(*files: bytes, unit: Unit, course: Course, **fields: object) -> list[Outcome]:
    pile: Pile = [(f"intyg-{number}.pdf", file) for number, file in enumerate(files, 1)]
    return receive(pile, unit=unit, course=course, received_on=RECEIVED, **fields)  # type: ignore[arg-type]


def kinds(outcomes: list[Outcome]) -> list[str]:
    return [outcome.kind.value for outcome in outcomes]
