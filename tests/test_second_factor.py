"""Signing in with a code from the phone as well: who must, how it is set up, and lost."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from focusareas.models import Unit, User
from tests import factories as make
from tests.told import told
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "en lång kulle"
SET_UP = "/accounts/second-factor/set-up/"
CODES = "/accounts/second-factor/recovery-codes/"
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("OMS", provider="Omsorgsbolaget AB")


@pytest.fixture
def eva(unit: Unit) -> User:
    """The manager of a contracted unit, who has yet to set it up."""
    user = make.make_user("eva@example.com", password=PASSWORD)
    make.make_unit_manager(user, unit)
    Authenticator.objects.all().delete()
    return user


def code_of(secret: str, *, periods_ahead: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + periods_ahead))


def sign_in(client: Client, user: User) -> str:
    """Where signing in with the password leads."""
    data = {"login": user.email, "password": PASSWORD}
    response = client.post("/accounts/login/", data, follow=True)
    return response.redirect_chain[-1][0] if response.redirect_chain else "nowhere"


def give_code(client: Client, code: str) -> str:
    response = client.post("/accounts/second-factor/code/", {"code": code}, follow=True)
    return response.content.decode()


def test_manager_of_a_contracted_unit_sets_it_up_and_is_then_at_the_unit(client, eva, unit):
    assert sign_in(client, eva) == SET_UP
    page = client.get(SET_UP).content.decode()
    key = re.search(r'steps-key">([A-Z2-7 ]+)<', page)
    assert 'alt="QR-kod' in page

    wrong = client.post(SET_UP, {"code": "000 00x"})
    done = client.post(SET_UP, {"code": code_of(key[1].replace(" ", ""))})

    assert "Koden stämmer inte" in wrong.content.decode()
    assert done.url == CODES
    assert len(re.findall(r"<code>\d{8}</code>", client.get(CODES).content.decode())) == 10
    assert client.get("/").url == reverse("unit_detail", args=[unit.pk])
    assert told(eva) == ["Slog på inloggning i två steg."]


def test_nothing_but_what_one_needs_for_it_opens_before(client, eva, unit):
    client.force_login(eva)
    closed = [
        "/",
        "/overview/",
        f"/units/{unit.pk}/",
        f"/units/{unit.pk}/staff/",
        "/accounts/password/change/",
    ]
    for address in closed:
        assert client.get(address).url == SET_UP, address
    assert client.post(f"/units/{unit.pk}/staff/new/", {}).url == SET_UP

    for address in ("/help/", "/health/", "/accounts/logout/"):
        assert client.get(address).status_code == 200
    assert client.post("/accounts/logout/").url == "/accounts/login/"


@pytest.mark.parametrize(
    ("setting", "asked"),
    [("contracted", {"eva"}), ("all", {"eva", "lead", "own", "former"}), ("none", set())],
)
def test_the_setting_says_who_must(eva, unit, settings: LazySettings, setting, asked):
    settings.SECOND_FACTOR = setting
    own, former = make.make_user(), make.make_user()
    make.make_unit_manager(own, make.make_unit("HEMT"))
    make.make_unit_manager(former, unit, last_day=make.LONG_AGO)
    Authenticator.objects.all().delete()
    users = {
        "eva": eva,
        "lead": make.make_user(is_development_lead=True),
        "own": own,
        "former": former,
    }

    led = {name for name, user in users.items() if is_led_to_set_up(user)}

    assert led == asked


def is_led_to_set_up(user: User) -> bool:
    return signed_in(user).get("/overview/").get("Location") == SET_UP


def test_signing_in_asks_for_the_code_and_takes_it_once(client, eva, unit, monkeypatch):
    make.make_second_factor(eva, SECRET)
    assert sign_in(client, eva) == "/accounts/second-factor/code/"
    assert client.get(f"/units/{unit.pk}/").status_code == 302

    assert "Koden stämmer inte" in give_code(client, "123")
    code = code_of(SECRET)
    assert f"<h1>{unit.name}</h1>" in give_code(client, code)

    other = Client()
    sign_in(other, eva)
    assert "Koden stämmer inte" in give_code(other, code)
    later = time.time() + 31
    monkeypatch.setattr(time, "time", lambda: later)
    assert "Koden stämmer inte" in give_code(other, code)


def test_new_password_by_the_letter_does_not_do_without_the_code(client, eva, unit, mailoutbox):
    make.make_second_factor(eva, SECRET)
    client.post("/accounts/password/reset/", {"email": eva.email})
    [link] = re.findall(r"http://testserver(/\S+)", mailoutbox[0].body)
    form = client.get(link, follow=True).redirect_chain[-1][0]

    new = {"password1": "annan dal 7", "password2": "annan dal 7"}
    response = client.post(form, new, follow=True)

    assert response.redirect_chain[-1][0] == "/accounts/second-factor/code/"
    for closed in ("/", f"/units/{unit.pk}/", SET_UP, CODES, "/accounts/password/change/"):
        assert client.get(closed).url.startswith("/accounts/login/"), closed
    assert f"<h1>{unit.name}</h1>" in give_code(client, code_of(SECRET))


def test_code_in_reserve_works_once(client, eva, unit):
    assert sign_in(client, eva) == SET_UP
    key = re.search(r'steps-key">([A-Z2-7 ]+)<', client.get(SET_UP).content.decode())
    client.post(SET_UP, {"code": code_of(key[1].replace(" ", ""))})
    file = client.get(f"{CODES}download/")
    first = re.findall(r"^\d{8}$", file.content.decode(), re.MULTILINE)[0]
    assert file["Content-Disposition"] == 'attachment; filename="reservkoder.txt"'

    for expected in (f"<h1>{unit.name}</h1>", "Koden stämmer inte"):
        client.logout()
        sign_in(client, eva)
        assert expected in give_code(client, first)


def test_page_says_what_there_is(client, eva, unit):
    sign_in(client, eva)
    key = re.search(r'steps-key">([A-Z2-7 ]+)<', client.get(SET_UP).content.decode())
    client.post(SET_UP, {"code": code_of(key[1].replace(" ", ""))})
    page = client.get("/accounts/second-factor/").content.decode()
    assert re.search(r"Du har 10\skoder kvar", page)

    Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES).delete()
    without = client.get("/accounts/second-factor/").content.decode()
    assert "Gör nya reservkoder" in without and "Visa reservkoderna" not in without
    client.force_login(make.make_user())
    assert "Ställ in" in client.get("/accounts/second-factor/").content.decode()


def test_codes_are_not_guessed(client, eva):
    make.make_second_factor(eva, SECRET)
    sign_in(client, eva)

    answers = [give_code(client, "000 000 0") for _ in range(6)]

    assert "Vänta fem minuter" not in answers[0]
    assert "Vänta fem minuter" in answers[-1]
    assert "Vänta fem minuter" in give_code(client, code_of(SECRET))


def test_who_has_been_away_is_asked_for_the_password_before_codes_are_shown(client, eva):
    make.make_second_factor(eva)
    client.force_login(eva)

    lacking = signed_in(make.make_user(password=PASSWORD))
    assert lacking.get(SET_UP).url.startswith("/accounts/reauthenticate/")
    for address in (f"{CODES}new/", "/accounts/second-factor/take-away/"):
        assert client.get(address).url.startswith("/accounts/reauthenticate/")

    again = "/accounts/reauthenticate/?next=/accounts/second-factor/take-away/"
    assert "Lösenordet stämmer inte" in client.post(again, {"password": "x"}).content.decode()
    client.post(again, {"password": PASSWORD})
    assert client.post("/accounts/second-factor/take-away/").url == "/accounts/second-factor/"
    assert client.get("/accounts/second-factor/").url == SET_UP
    assert not Authenticator.objects.filter(user=eva).exists()
    assert told(eva) == ["Stängde av inloggning i två steg."]


def test_administrator_takes_a_lost_one_away(client, eva):
    make.make_second_factor(eva)
    client.force_login(make.make_user(is_administrator=True))
    address = reverse("user_second_factor", args=[eva.pk])
    assert address in client.get(reverse("user_edit", args=[eva.pk])).content.decode()
    assert "i två steg" in client.get(reverse("user_list")).content.decode()

    client.get(address)
    assert Authenticator.objects.filter(user=eva).exists()
    client.post(address)

    assert not Authenticator.objects.filter(user=eva).exists()
    assert told(eva) == ["Tog bort inloggningen i två steg för eva@example.com."]
    assert "inget att ta bort" in client.post(address).content.decode()
    assert is_led_to_set_up(eva)


def test_a_copy_of_the_database_opens_nothing(eva, settings: LazySettings):
    make.make_second_factor(eva, SECRET)
    stored = Authenticator.objects.get(user=eva).data["secret"]

    assert SECRET not in stored
    assert decrypt(stored) == SECRET
    settings.SECRET_KEY = "another"
    assert decrypt(stored) != SECRET
    assert not Authenticator.objects.get(user=eva).wrap().validate_code(code_of(SECRET))


def test_admin_has_no_way_in_of_its_own(client, settings: LazySettings):
    root = make.make_user("root@example.com", password=PASSWORD, is_staff=True, is_superuser=True)
    make.make_second_factor(root)

    data = {"username": root.email, "password": PASSWORD}
    assert client.post("/admin/login/", data).url.startswith("/accounts/login/")
    assert client.get("/admin/").status_code == 302
