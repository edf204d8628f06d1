"""Signing in, and choosing a password: the sign-in library with our pages and words."""

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from focusareas.models import User
from tests import factories as make

PASSWORD = "en lång kulle"


@pytest.fixture
def user(db: None) -> User:
    return make.make_user("lena@example.com", password=PASSWORD)


@pytest.fixture
def client() -> Client:
    return Client()


def sign_in(client: Client, password: str = PASSWORD, login: str = "lena@example.com") -> str:
    response = client.post("/accounts/login/", {"login": login, "password": password}, follow=True)
    return response.content.decode()


def test_sign_in_with_any_case_of_the_address(client: Client, user: User) -> None:
    assert "Du har ingen roll än" in sign_in(client, login="LENA@example.com")


def test_wrong_password_is_summed_up_and_told_in_the_title(client: Client, user: User) -> None:
    page = sign_in(client, password="fel")

    assert "<title>Fel: Logga in" in page
    assert 'role="alert"' in page
    assert "E-postadressen eller lösenordet stämmer inte." in page


def test_empty_field_is_marked_and_described_by_its_error(client: Client, user: User) -> None:
    page = sign_in(client, password="")

    [field] = re.findall(r'<input type="password"[^>]*>', page)
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_password_error"' in field
    assert 'id="id_password_error"' in page
    assert 'href="#id_password"' in page


def test_sign_in_page_leads_to_nothing_that_is_closed(client: Client, db: None) -> None:
    page = client.get("/accounts/login/").content.decode()

    assert "/accounts/signup/" not in page
    assert 'placeholder="' not in page


def test_nobody_signs_up(client: Client, db: None) -> None:
    data = {"email": "ny@example.com", "password1": PASSWORD, "password2": PASSWORD}

    page = client.post("/accounts/signup/", data).content.decode()

    assert "Det går inte att skapa konto själv" in page
    assert not User.objects.exists()


def test_reset_by_the_link_in_the_mail(
    client: Client, user: User, mailoutbox: list[EmailMessage]
) -> None:
    client.post("/accounts/password/reset/", {"email": user.email})
    [mail] = mailoutbox
    [link] = re.findall(r"http://testserver(/\S+)", mail.body)
    form = client.get(link, follow=True).redirect_chain[-1][0]

    new = {"password1": "annan dal 7", "password2": "annan dal 7"}
    page = client.post(form, new, follow=True).content.decode()

    assert "Lösenordet är sparat." in page
    assert "Du har ingen roll än" in page
    assert mail.subject == "Välj lösenord i vrplan"
    assert "Länken fungerar en gång" in mail.body
    assert "Du har ingen roll än" in sign_in(Client(), password="annan dal 7")


def test_used_link_says_so(client: Client, user: User, mailoutbox: list[EmailMessage]) -> None:
    page = client.get(f"/accounts/password/reset/key/{user.pk}-x-y/").content.decode()

    assert "Länken gäller inte längre" in page


def test_address_without_account_is_not_told_apart_on_the_page(
    client: Client, user: User, mailoutbox: list[EmailMessage]
) -> None:
    pages = [
        client.post("/accounts/password/reset/", {"email": email}, follow=True).content
        for email in (user.email, "ingen@example.com")
    ]

    without_token = [re.sub(rb'value="[^"]{64}"', b"", page) for page in pages]
    assert without_token[0] == without_token[1]
    assert "inget konto" in mailoutbox[1].subject


def test_change_of_password(client: Client, user: User) -> None:
    client.force_login(user)
    new = "annan dal 7"

    response = client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
        follow=True,
    )

    assert "Lösenordet är sparat." in response.content.decode()
    user.refresh_from_db()
    assert user.check_password(new)


def test_signing_out_says_so(client: Client, user: User) -> None:
    client.force_login(user)

    response = client.post("/accounts/logout/", follow=True)

    assert "Du är utloggad." in response.content.decode()
    assert client.get("/").status_code == 302
