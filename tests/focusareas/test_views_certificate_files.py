"""The files themselves: who gets them, and how harmlessly."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from focusareas import uploads
from focusareas.models import Certificate, CertificateFile, Unit
from focusareas.views.certificate_files import download_name
from tests import factories as make
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 10)
CONTENT = b"%PDF-1.7 ett intyg"


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("HEMT")


def with_file(unit: Unit, person=None, **fields) -> Certificate:
    row = make.make_certificate_file(CONTENT)
    CertificateFile.objects.filter(pk=row.pk).update(path=uploads.store(CONTENT), **fields)
    completed = DAY if person else None
    return make.make_certificate(
        person, make.make_course(), unit, DAY, file=row, completed_on=completed
    )


def get(client: Client, certificate: Certificate):
    """The answer, read to its end."""
    response = client.get(reverse("certificate_file", args=[certificate.pk]))
    response.body = response.getvalue()
    return response


def manager_of(unit: Unit) -> Client:
    user = make.make_user()
    make.make_unit_manager(user, unit)
    return signed_in(user)


def test_file_comes_whole_and_can_do_nothing(unit):
    certificate = with_file(unit, original_name='Intyg "Åsa";\r\n.pdf')

    response = get(manager_of(unit), certificate)

    assert response.body == CONTENT
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''Intyg%20")
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("name", "kind", "saved_as"),
    [
        ("intyg.pdf", "application/pdf", "intyg.pdf"),
        ("INTYG.PDF", "application/pdf", "INTYG.PDF"),
        ("intyg.html", "application/pdf", "intyg.html.pdf"),
        ("foto.jpeg", "image/jpeg", "foto.jpeg"),
        ("foto", "image/png", "foto.png"),
    ],
)
def test_name_ends_as_what_it_is(name, kind, saved_as):
    assert download_name(CertificateFile(original_name=name, content_type=kind)) == saved_as


def test_nobody_else_gets_the_file(unit):
    certificate = with_file(unit)
    others = [
        manager_of(make.make_unit()),
        manager_of(make.make_unit(provider="Omsorgsbolaget AB")),
        signed_in(make.make_user(is_in_steering_group=True)),
        signed_in(make.make_user()),
    ]

    assert [get(client, certificate).status_code for client in others] == [404] * 4


def test_new_unit_of_the_person_gets_the_page_but_not_the_file_it_came_in(unit):
    moved = make.make_staff_member(unit=make.make_unit("NY"))
    certificate = with_file(unit, moved)
    manager = manager_of(Unit.objects.get(code="NY"))

    assert get(manager, certificate).status_code == 404
    page = manager.get(reverse("certificate_detail", args=[certificate.pk]))
    assert page.status_code == 200
    assert unit.name not in page.content.decode()


def test_head_of_department_gets_no_file_since_it_may_hold_others(unit):
    head = make.make_user()
    make.make_department_head(head, make.make_department())
    certificate = with_file(unit, make.make_staff_member(unit=unit))

    assert get(signed_in(head), certificate).status_code == 404
    assert get(manager_of(unit), certificate).status_code == 200


def test_file_that_is_gone_is_not_found(unit):
    certificate = with_file(unit)
    uploads.remove(CertificateFile.objects.get().path)

    assert get(manager_of(unit), certificate).status_code == 404


def test_certificate_without_a_file_has_none(unit):
    certificate = make.make_certificate(None, make.make_course(), unit, DAY, completed_on=None)

    assert get(manager_of(unit), certificate).status_code == 404
