"""Objects of other units and providers: no address, form field or export gives them away."""

from collections.abc import Callable

import pytest
from django.db import models

from focusareas.models import (
    AuditEvent,
    Certificate,
    CertificateFile,
    Declaration,
    KeyPerson,
    Submission,
)
from tests import factories as make
from tests.worlds import DAY, Inhabited

# Addresses about one object of a unit, by what the number in them is.
ADDRESSES = {
    "unit": [
        "/units/{}/",
        "/units/{}/people.xlsx",
        "/units/{}/poster/",
        "/units/{}/hand-in/",
        "/units/{}/received/",
        "/units/{}/trace/",
        "/units/{}/key-persons/new/",
        "/units/{}/activities/{activity}/declare/",
        "/units/{}/activities/{activity}/take-back/",
    ],
    "certificate": [
        "/certificates/{}/",
        "/certificates/{}/page.png",
        "/certificates/{}/file/",
        "/certificates/{}/trace/",
        "/certificates/{}/question/",
        "/certificates/{}/take-back/",
    ],
    "duty": ["/key-persons/{}/end/"],
    "submission": ["/submissions/{}/"],
}
# Who is at home where: nobody here has a role at Rivalen, and the head not at its department.
STRANGERS = ("charlie", "superuser", "unit_manager", "provider_manager", "department_head")
FORM = {
    "confirm": "1",
    "person": "1",
    "role": "key_person",
    "first_day": DAY.isoformat(),
    "last_day": DAY.isoformat(),
    "completed_on": DAY.isoformat(),
    "note": "",
}
Rows = dict[str, models.Model]


@pytest.fixture
def rival(inhabited: Inhabited) -> Rows:
    """A provider's unit that no role of the world leads, with one of each."""
    unit = make.make_unit("RIV", name="Rivalen", provider="Rivalen AB", department="Egen")
    person = make.make_staff_member("Rut Rival", unit=unit)
    file, course = make.make_certificate_file(), inhabited.world.course
    make.make_declaration(unit, inhabited.world.web_course, DAY)
    return {
        "unit": unit,
        "person": person,
        "certificate": make.make_certificate(
            None, course, unit, DAY, file=file, completed_on=None, name_read="Rut Rival"
        ),
        "duty": make.make_key_person(person, unit),
        "submission": Submission.objects.create(unit=unit, course=course, received_on=DAY),
    }


def addresses(inhabited: Inhabited, rows: Rows) -> list[str]:
    activity = inhabited.world.web_course.pk
    return [
        address.format(rows[kind].pk, activity=activity)
        for kind, found in ADDRESSES.items()
        for address in found
    ]


def everything() -> list[object]:
    """What a form could change, and that nothing was written down."""
    kept = (Certificate, KeyPerson, Declaration, CertificateFile, Submission)
    rows = [list(model._default_manager.order_by("pk").values()) for model in kept]
    return [*rows, AuditEvent.objects.count()]


@pytest.mark.parametrize("role", STRANGERS)
def test_object_of_another_unit_is_not_there_and_cannot_be_changed(
    inhabited: Inhabited, rival: Rows, role: str
) -> None:
    client, before = inhabited.clients[role], everything()

    for address in addresses(inhabited, rival):
        assert client.get(address).status_code in (404, 405), address
        assert client.post(address, FORM).status_code in (404, 405), address

    assert everything() == before


def a_question(inhabited: Inhabited) -> Certificate:
    unit, course = inhabited.world.units["HEMT"], inhabited.world.course
    return make.make_certificate(None, course, unit, DAY, completed_on=None, question="Vem?")


def key_person_form(inhabited: Inhabited) -> str:
    return f"/units/{inhabited.world.units['HEMT'].pk}/key-persons/new/"


def answer_form(inhabited: Inhabited) -> str:
    return f"/certificates/{a_question(inhabited).pk}/question/"


def declare_form(inhabited: Inhabited) -> str:
    unit = inhabited.world.units["HEMT"].pk
    return f"/units/{unit}/activities/{make.make_activity('9.9', tags=('ingen',)).pk}/declare/"


@pytest.mark.parametrize("form", [key_person_form, answer_form, declare_form])
@pytest.mark.parametrize("number", ["foreign", "0", "-1", "9" * 30, "x", "1\0", ""])
def test_form_with_a_foreign_or_broken_number_changes_nothing(
    inhabited: Inhabited, rival: Rows, form: Callable[[Inhabited], str], number: str
) -> None:
    address = form(inhabited)
    before = everything()
    person = str(rival["person"].pk) if number == "foreign" else number

    response = inhabited.clients["unit_manager"].post(address, FORM | {"person": person})

    assert response.status_code in (200, 404)
    assert everything() == before


@pytest.mark.parametrize("form", [key_person_form, answer_form])
def test_same_form_with_a_number_of_ones_own_does_change_something(
    inhabited: Inhabited, form: Callable[[Inhabited], str]
) -> None:
    address = form(inhabited)
    before = everything()

    inhabited.clients["unit_manager"].post(
        address, FORM | {"person": str(inhabited.world.people["Gun"].pk)}
    )

    assert everything() != before


@pytest.mark.parametrize("role", ["unit_manager", "provider_manager", "department_head"])
def test_search_and_lists_do_not_find_strangers(
    inhabited: Inhabited, rival: Rows, role: str
) -> None:
    question = a_question(inhabited)
    pages = ["/overview/?search=rival", f"/certificates/{question.pk}/question/?q=rut"]
    pages += [f"{key_person_form(inhabited)}?q=rut"]
    pages += [f"/activities/{inhabited.world.web_course.pk}/"]

    for page in pages:
        response = inhabited.clients[role].get(page)
        assert "Rut Rival" not in response.content.decode()
        assert "Rivalen" not in response.content.decode()
