"""A certificate after the review: who may see what of it, withdraw it, move it, its trace."""

from datetime import timedelta

import pytest
from django.urls import reverse

from focusareas import clock, review, uploads
from focusareas.models import AuditEvent, Certificate, CertificateFile
from focusareas.models.audit import record
from tests import factories as make
from tests.certificates import column, draw
from tests.told import told
from tests.worlds import DAY

pytestmark = pytest.mark.django_db

NAMES = (
    "certificate_detail",
    "certificate_page_picture",
    "certificate_trace",
    "certificate_withdraw",
    "certificate_move",
)


@pytest.fixture
def approved(inhabited, settings, tmp_path) -> Certificate:
    """Anna's at HEMT, approved 2022-11-03, with a page that can be drawn."""
    settings.CERTIFICATE_DIR = tmp_path
    certificate = Certificate.objects.get(staff_member=inhabited.world.people["Anna"])
    certificate.file = CertificateFile.objects.create(
        sha256="a" * 64,
        path=uploads.store(draw(column("Anna Berg"))),
        original_name="anna.pdf",
        content_type=uploads.PDF,
        size=1,
    )
    certificate.name_read = "Anna Berg"
    certificate.save()
    return certificate


def url(name: str, certificate: Certificate) -> str:
    return reverse(name, args=[certificate.pk])


def status(inhabited, role, name, certificate) -> int:
    return inhabited.clients[role].get(url(name, certificate)).status_code


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        ("anonymous", (302, 302, 302, 302, 302)),
        ("charlie", (404, 404, 404, 403, 403)),
        ("superuser", (404, 404, 404, 403, 403)),
        ("steering_group", (404, 404, 404, 403, 403)),
        ("provider_manager", (404, 404, 404, 403, 403)),
        ("unit_manager", (200, 200, 200, 403, 403)),
        ("department_head", (200, 200, 403, 403, 403)),
        ("administrator", (200, 200, 200, 403, 403)),
        ("lead", (200, 200, 200, 200, 200)),
    ],
)
def test_role_meets_the_status(inhabited, approved, role, statuses):
    assert tuple(status(inhabited, role, name, approved) for name in NAMES) == statuses


@pytest.mark.parametrize(
    ("role", "knows"),
    [("department_head", False), ("unit_manager", True), ("administrator", True), ("lead", True)],
)
def test_protected_name_and_page_are_for_those_who_must_know(inhabited, approved, role, knows):
    approved.staff_member.is_protected = True
    approved.staff_member.save()

    shown = inhabited.get(role, url("certificate_detail", approved))

    assert ("Anna" in shown) is knows
    assert ("Skyddad" in shown) is not knows
    picture = status(inhabited, role, "certificate_page_picture", approved)
    assert picture == (200 if knows else 404)


def test_page_of_somebody_unknown_is_for_those_who_must_know(inhabited, approved):
    Certificate.objects.filter(pk=approved.pk).update(staff_member=None, approved_on=None)

    assert status(inhabited, "department_head", "certificate_page_picture", approved) == 404
    assert "Anna" not in inhabited.get("department_head", url("certificate_detail", approved))


def test_days_and_who_decided_are_shown(inhabited, approved):
    shown = inhabited.get("unit_manager", url("certificate_detail", approved))

    for day in ("2022-11-01", "2022-11-03"):
        assert f'<time datetime="{day}">' in shown
    assert "Återkalla" not in shown


def test_trace_is_for_the_units_own_manager_and_not_the_head(inhabited, approved):
    record(by=inhabited.users["lead"], text="Gjorde något särskilt.", about=approved)
    address = url("certificate_detail", approved)

    assert "Gjorde något särskilt." in inhabited.get("unit_manager", address)
    assert "Gjorde något särskilt." not in inhabited.get("department_head", address)


def test_trace_page_of_a_unit_is_for_its_manager(inhabited):
    unit = inhabited.world.units["HEMT"]
    for number in range(120):
        record(by=None, text=f"Händelse nr {number}.", about=unit)
    address = reverse("unit_trace", args=[unit.pk])

    assert "Händelse nr 119." in inhabited.get("unit_manager", address)
    assert "Händelse nr 0." in inhabited.get("unit_manager", f"{address}?page=2")
    assert inhabited.clients["department_head"].get(address).status_code == 403
    assert inhabited.clients["provider_manager"].get(address).status_code == 404


def test_unit_page_leads_its_manager_to_what_has_been_done(inhabited):
    unit = inhabited.world.units["HEMT"]
    link = reverse("unit_trace", args=[unit.pk])

    assert link in inhabited.get("unit_manager", reverse("unit_detail", args=[unit.pk]))
    assert link not in inhabited.get("department_head", reverse("unit_detail", args=[unit.pk]))


# ---------------------------------------------------------------- Withdraw


def withdraw(inhabited, certificate, role="lead", **data):
    data = {"reason": "Fel person.", "on": clock.today()} | data
    return inhabited.clients[role].post(url("certificate_withdraw", certificate), data)


def test_approval_is_withdrawn_from_a_day_with_a_reason(inhabited, approved):
    response = withdraw(inhabited, approved, on="2023-04-30")

    approved.refresh_from_db()
    assert (approved.withdrawn_on, approved.reason) == (DAY, "Fel person.")
    assert response.url == url("certificate_detail", approved)
    assert AuditEvent.objects.about(approved).get().text.startswith("Återkallade")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"reason": " "}, "måste fyllas i"),
        ({"reason": "19121212-1212"}, "personnummer"),
        ({"on": clock.today() + timedelta(days=2)}, "har inte kommit än"),
        ({"on": "2022-11-02"}, "i ordning"),
        ({"on": "i går"}, "giltigt datum"),
    ],
)
def test_withdrawal_that_cannot_be_is_refused(inhabited, approved, data, told):
    response = withdraw(inhabited, approved, **data)

    approved.refresh_from_db()
    assert told in response.content.decode()
    assert approved.withdrawn_on is None


def test_what_is_withdrawn_already_says_by_whom(inhabited, approved):
    other = make.make_user(first_name="Olle")
    review.withdraw(approved, reason="Fel.", by=other, on=DAY)

    response = withdraw(inhabited, approved)

    assert "redan återkallat av Olle" in response.content.decode()


@pytest.mark.parametrize("role", ["administrator", "unit_manager", "department_head"])
def test_only_the_lead_withdraws_and_moves(inhabited, approved, role):
    assert withdraw(inhabited, approved, role).status_code == 403
    assert inhabited.clients[role].post(url("certificate_move", approved)).status_code == 403

    approved.refresh_from_db()
    assert approved.is_approved


# ---------------------------------------------------------------- Move


def move(inhabited, certificate, search, **data):
    address = url("certificate_move", certificate)
    return inhabited.clients["lead"].post(f"{address}?q={search}", data)


def test_certificate_is_moved_to_the_right_person(inhabited, approved):
    kim = inhabited.world.people["Kim"]

    response = move(inhabited, approved, "malm", to=kim.pk, reason="Samma namn.")

    approved.refresh_from_db()
    assert approved.staff_member == kim
    assert response.url == url("certificate_detail", approved)
    assert "från Anna Berg (101) till Kim Malm (112): Samma namn." in (told(approved)[0])


def test_the_person_it_is_on_is_not_offered(inhabited, approved):
    shown = inhabited.get("lead", url("certificate_move", approved) + "?q=berg")

    assert "Ingen heter så" in shown


def test_move_to_somebody_who_has_one_is_refused_in_words(inhabited, approved):
    bo = inhabited.world.people["Bo"]

    response = move(inhabited, approved, "ek", to=bo.pk, reason="Fel.")

    assert "Personen har redan ett intyg" in response.content.decode()


@pytest.mark.parametrize(
    "data", [{}, {"to": "x", "reason": "a"}, {"to": "\0", "reason": "\0"}, {"reason": "a"}]
)
def test_move_without_person_or_reason_is_refused(inhabited, approved, data):
    assert move(inhabited, approved, "malm", **data).status_code == 200
    assert not AuditEvent.objects.exists()


def test_search_with_many_hits_says_that_there_are_more(inhabited, approved):
    for number in range(21):
        make.make_staff_member(f"Per Namne{number}")

    shown = inhabited.get("lead", url("certificate_move", approved) + "?q=namne")

    assert "De första 20 visas." in shown


@pytest.mark.parametrize("name", ["certificate_detail", "certificate_move", "certificate_trace"])
def test_pages_keep_to_ten_queries(inhabited, approved, name):
    for number in range(30):
        record(by=None, text="Något.", about=approved)
        make.make_staff_member(f"Berg Nr{number}", unit=approved.unit)

    inhabited.get_in_ten("unit_manager" if "move" not in name else "lead", url(name, approved))
