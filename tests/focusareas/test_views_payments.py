"""Paying units for their certificates, and what their managers see of it."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from focusareas import clock
from focusareas.models import Payment, PaymentBatch
from focusareas.swedish import number
from tests import factories as make
from tests.worlds import Inhabited

pytestmark = pytest.mark.django_db


@pytest.fixture
def inhabited(inhabited: Inhabited) -> Inhabited:
    """Anna's and Fia's certificates are approved; each earns 500 kronor."""
    activity = inhabited.world.web_course
    activity.amount_sek = 500
    activity.save()
    plan = activity.plan
    plan.last_day = clock.today()
    plan.save()
    return inhabited


def confirm(client: Client, inhabited: Inhabited) -> str:
    """Go to the page that confirms, and press its button."""
    address = f"/payments/new/{inhabited.world.plan.code}/"
    basis = client.get(address).context["basis"]
    return client.post(address, {"basis": basis}, follow=True).content.decode()


def test_lead_goes_through_the_sums_and_pays_once(inhabited):
    lead = inhabited.clients["lead"]

    first = confirm(lead, inhabited)
    again = lead.post(
        f"/payments/new/{inhabited.world.plan.code}/",
        {"basis": PaymentBatch.objects.get().basis},
        follow=True,
    ).content.decode()

    n_paid = Payment.objects.count()
    assert n_paid > 0
    assert f"{n_paid}\N{NO-BREAK SPACE}intyg" in first
    assert "redan utbetalt" in again
    assert PaymentBatch.objects.count() == 1


@pytest.mark.parametrize("basis", ["", "x", "\0", "a" * 300])
def test_any_other_basis_pays_nothing(inhabited, basis):
    address = f"/payments/new/{inhabited.world.plan.code}/"

    page = inhabited.clients["lead"].post(address, {"basis": basis}, follow=True)

    assert page.status_code == 200
    assert Payment.objects.count() == 0


def test_workbook_for_the_finance_office_has_units_and_no_people(inhabited):
    lead = inhabited.clients["lead"]
    confirm(lead, inhabited)

    response = lead.get(f"/payments/{PaymentBatch.objects.get().pk}/units.xlsx")
    sheet = load_workbook(BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))

    n_paid = Payment.objects.count()
    assert rows[1][:5] == ("Driftform", "Utförare", "Enhetskod", "Enhet", "Kostnadsställe")
    assert rows[-1][0] == "Summa"
    assert rows[-1][5:] == (n_paid, 0, 500 * n_paid)
    text = str(rows)
    assert "Anna" not in text
    assert "HEMT" in text


def test_manager_sees_earned_and_paid_of_the_own_unit_only(inhabited):
    unit = inhabited.world.units["HEMT"]
    n_own = unit.certificates.filter(approved_on__isnull=False, withdrawn_on__isnull=True).count()
    confirm(inhabited.clients["lead"], inhabited)

    page = inhabited.get("unit_manager", f"/units/{unit.pk}/payments/")

    assert n_own > 0
    assert f"{number(500 * n_own)}\N{NO-BREAK SPACE}kronor" in page
    assert (
        inhabited.clients["provider_manager"].get(f"/units/{unit.pk}/payments/").status_code == 404
    )


def test_budget_is_set_and_what_is_left_is_shown(inhabited):
    lead = inhabited.clients["lead"]
    activity = inhabited.world.web_course

    lead.post(f"/activities/{activity.pk}/budget/", {"budget_sek": "965000"})
    page = inhabited.get("lead", "/payments/")

    assert "kvar av budgetens 965\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kronor" in page


def test_plan_without_amounts_says_that_it_gives_none():
    plan = make.make_plan(last_day=clock.today())
    make.make_activity("9.9", plan=plan)
    client = Client()
    client.force_login(make.make_user(is_development_lead=True))

    page = client.get("/payments/").content.decode()

    assert "ingen ersättning" in page
