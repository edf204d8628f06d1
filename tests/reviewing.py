"""What tests of the review share: certificates that wait, and those in question."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from focusareas.models import Certificate, Unit
from tests import factories as make

MARCH, APRIL, MAY = date(2023, 3, 1), date(2023, 4, 1), date(2023, 5, 1)


def waiting(
    unit: Unit, name: str = "Anna Berg", received_on: date = APRIL, **fields: Any
) -> Certificate:
    person = make.make_staff_member(name, unit=unit)
    return make.make_certificate(person, make.make_course(), unit, received_on, **fields)


def question(unit: Unit, received_on: date = APRIL) -> Certificate:
    return make.make_certificate(
        None,
        make.make_course(),
        unit,
        received_on,
        completed_on=None,
        name_read="Bo Ek",
        question="Två personer heter så.",
    )


def page(response: HttpResponse) -> str:
    return response.content.decode()
