"""A provider's manager takes the list of staff home as a workbook and hands it in again."""

from datetime import date
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from focusareas.models import AuditEvent, Employment, StaffMember, Unit, UnitManager
from tests import factories as make
from tests.factories import LONG_AGO
from tests.workbooks import make_workbook
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
ANNA = {"Anställningsnummer": None, "Förnamn": "Anna", "Efternamn": "Alm", "Enhetskod": "OMS"}


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = date(2023, 5, 15)


@pytest.fixture
def unit() -> Unit:
    unit = make.make_unit("OMS", name="Omsorgsbolaget", provider="Omsorgsbolaget AB")
    make.make_staff_member("Kim Malm", employee_number="P-OMS-1", unit=unit, email="kim@x.se")
    return unit


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user("privat@example.com")
    make.make_unit_manager(user, unit)
    return signed_in(user)


def address(step: str, unit: Unit) -> str:
    return reverse(f"unit_staff_{step}", args=[unit.pk])


def hand_in(client: Client, unit: Unit, file: BytesIO, on: str = "2023-05-15"):
    sent = SimpleUploadedFile("lista.xlsx", file.read())
    data = {"file": sent, "on": on}
    return client.post(address("import", unit), data, follow=True)


def carry_out(client: Client, unit: Unit, **agreed: str):
    form = client.get(address("import_preview", unit)).context["form"]
    data = {"seen": form.initial["seen"]} | agreed
    return client.post(address("import_carry_out", unit), data, follow=True)


def file_of(*people: dict) -> BytesIO:
    return make_workbook([], people)


def test_list_is_shown_before_it_is_carried_out_and_stands_in_the_trace(manager, unit):
    kim = {
        "Anställningsnummer": "P-OMS-1",
        "Förnamn": "Kim",
        "Efternamn": "Malm-Ek",
        "Från": LONG_AGO,
    }

    page = hand_in(manager, unit, file_of(ANNA, kim | {"Enhetskod": "OMS"})).content.decode()

    assert "Det här skulle hända" in page and "Anna Alm" in page
    assert "Malm → Malm-Ek" in page
    assert not StaffMember.objects.filter(family_name="Alm").exists()

    page = carry_out(manager, unit).content.decode()
    assert "lista.xlsx är inläst" in page and "Anna Alm" in page
    assert StaffMember.objects.get(family_name="Alm").employee_number == "P-OMS-2"
    told = AuditEvent.objects.at_unit(unit).values_list("text", flat=True)
    assert (
        "Läste in personallistan för OMS per 2023-05-15. Medarbetare: 1\u00a0ny, 1\u00a0ändrad."
        in told
    )


def test_list_as_it_is_changes_nothing(manager, unit):
    away = make.make_staff_member("Bo Borta", employee_number="P-OMS-2", unit=unit)
    make.make_absence(away.employments.get(), date(2023, 4, 1))
    gone = make.make_staff_member("Åsa Gömd", is_protected=True)
    make.make_employment(gone, unit, last_day=date(2023, 1, 31))
    before = list(StaffMember.objects.values()), list(Employment.objects.values())

    file = manager.get(address("form", unit)).content
    cells = [[cell.value for cell in row] for row in load_workbook(BytesIO(file)).active]
    page = hand_in(manager, unit, BytesIO(file)).content.decode()

    assert [row[1] for row in cells] == ["Förnamn", "Kim", "Bo"]
    assert "Filen ändrar ingenting" in page
    assert (list(StaffMember.objects.values()), list(Employment.objects.values())) == before


def test_button_counts_nobody_when_the_file_only_leaves_people_out(manager, unit):
    make.make_staff_member("Bo Berg", employee_number="P-OMS-2", unit=unit)
    bo = {"Anställningsnummer": "P-OMS-2", "Förnamn": "Bo", "Efternamn": "Berg", "Från": LONG_AGO}

    page = hand_in(manager, unit, file_of(bo | {"Enhetskod": "OMS"})).content.decode()

    assert "Genomför</button>" in page


def test_who_is_left_out_ends_only_when_that_is_ticked(manager, unit):
    hand_in(manager, unit, file_of(ANNA))

    page = carry_out(manager, unit, allow_leavers="on").content.decode()
    assert "Kontrollera att filen är hel" in page
    assert StaffMember.objects.count() == 1
    carry_out(manager, unit, allow_leavers="on", is_whole="on")

    assert Employment.objects.get(staff_member__given_name="Kim").last_day == date(2023, 5, 14)


@pytest.mark.parametrize("on", ["2000-01-01", "2022-05-13", "2024-05-16"])
def test_day_more_than_a_year_away_is_a_slip(manager, unit, on):
    page = hand_in(manager, unit, file_of(ANNA), on=on).content.decode()

    assert "Dagen är mer än ett år bort." in page
    assert "Det här skulle hända" not in page


def test_who_has_begun_since_the_day_is_neither_ended_nor_removed(manager, unit):
    begun, to_begin = date(2023, 3, 1), date(2023, 6, 1)
    for day in (begun, to_begin):
        make.make_employment(make.make_staff_member(f"Ny {day}"), unit, first_day=day)
    kim = Employment.objects.get(staff_member__given_name="Kim")

    page = hand_in(manager, unit, file_of(ANNA), on="2023-01-15").content.decode()
    assert "Den som har börjat efter det avslutas inte." in page
    assert "Ja, filen är hel: 3 medarbetare ska inte stå i den" in page
    carry_out(manager, unit, allow_leavers="on", is_whole="on")

    kim.refresh_from_db()
    assert kim.last_day == date(2023, 1, 14)
    assert Employment.objects.get(first_day=begun).last_day is None
    assert not Employment.objects.filter(first_day=to_begin).exists()


@pytest.mark.parametrize("code", ["RIV", "XX"])
def test_rows_of_another_provider_are_refused_and_nothing_is_told_of_it(manager, unit, code):
    rival = make.make_unit("RIV", name="Rivalen", provider="Rivalen AB")
    make.make_staff_member("Rut Rival", employee_number="77", unit=rival)
    row = {"Anställningsnummer": "77", "Förnamn": "X", "Efternamn": "Y", "Enhetskod": code}

    page = hand_in(manager, unit, file_of(ANNA, row)).content.decode()

    assert "Filen kan inte läsas in än" in page
    assert f"Enhetskod {code} är inte en av dina enheter" in page
    assert "Rival" not in page
    manager.post(address("import_carry_out", unit), {"seen": "x"})
    assert StaffMember.objects.count() == 2


def test_lead_who_helps_reaches_the_same_provider_only(unit):
    make.make_unit("RIV", provider="Rivalen AB")
    lead = signed_in(make.make_user(is_development_lead=True))

    page = hand_in(lead, unit, file_of(ANNA | {"Enhetskod": "RIV"})).content.decode()

    assert "är inte en av dina enheter" in page


def test_file_of_somebody_who_has_lost_a_unit_meanwhile_is_gone(manager, unit):
    other = make.make_unit("OMS2", provider="Omsorgsbolaget AB")
    duty = make.make_unit_manager(UnitManager.objects.get().user, other)
    hand_in(manager, unit, file_of(ANNA))
    seen = manager.get(address("import_preview", unit)).context["form"].initial["seen"]
    duty.delete()

    response = manager.post(address("import_carry_out", unit), {"seen": seen}, follow=True)

    assert "Filen finns inte kvar" in response.content.decode()
    assert StaffMember.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"inget", b"PK\x03\x04"])
def test_what_is_no_workbook_is_said(manager, unit, content):
    page = hand_in(manager, unit, BytesIO(content)).content.decode()

    assert "Fel:" in page or "kan inte läsas in än" in page


def test_another_provider_s_manager_finds_no_page(unit):
    rival = make.make_user()
    make.make_unit_manager(rival, make.make_unit("RIV", provider="Rivalen AB"))
    client = signed_in(rival)

    for step in ("import", "form", "import_preview"):
        assert client.get(address(step, unit)).status_code == 404
    assert client.post(address("import_carry_out", unit), {"seen": "x"}).status_code == 404
