"""Whoever has a login but no password gets a letter that lets one choose it."""

import re
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from focusareas.models import AuditEvent, UnitManager, User
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(make.make_user("adam@example.com", is_administrator=True))
    return client


@pytest.fixture
def eva() -> User:
    return make.make_user("eva@example.com")


def invite(client, user) -> str:
    return client.post(reverse("user_invite", args=[user.pk]), follow=True).content.decode()


def test_link_in_the_letter_lets_one_choose_a_password(administrator, eva, client, settings):
    assert (
        "eva@example.com"
        in administrator.get(reverse("user_invite", args=[eva.pk])).content.decode()
    )
    assert mail.outbox == []

    assert "Inbjudan är skickad" in invite(administrator, eva)

    (letter,) = mail.outbox
    assert letter.to == ["eva@example.com"]
    client.logout()
    page = client.get(link_in(letter.body), follow=True)
    password = {"password1": "en lång kulle vid havet", "password2": "en lång kulle vid havet"}
    client.post(page.redirect_chain[-1][0], password)
    assert User.objects.get(pk=eva.pk).check_password("en lång kulle vid havet")


def test_letter_that_has_expired_is_sent_again(administrator, eva, client, settings):
    invite(administrator, eva)
    settings.PASSWORD_RESET_TIMEOUT, kept = -1, settings.PASSWORD_RESET_TIMEOUT
    page = Client().get(link_in(mail.outbox[0].body), follow=True).content.decode()
    assert "Länken gäller inte längre" in page
    settings.PASSWORD_RESET_TIMEOUT = kept

    page = administrator.get(reverse("user_invite", args=[eva.pk])).content.decode()
    assert "Förra brevet gick" in page
    invite(administrator, eva)
    Client().post("/accounts/password/reset/", {"email": eva.email})

    for letter in mail.outbox[1:]:
        page = Client().get(link_in(letter.body), follow=True).content.decode()
        assert "Välj nytt lösenord" in page
    assert len(mail.outbox) == 3


def test_letter_says_when_a_code_from_the_phone_is_needed(administrator, eva):
    UnitManager.objects.create(
        user=eva, unit=make.make_unit(provider="Omsorgsbolaget AB"), first_day=make.LONG_AGO
    )

    invite(administrator, eva)
    invite(administrator, make.make_user("own@example.com"))

    assert ["Ha telefonen till hands" in letter.body for letter in mail.outbox] == [True, False]


def link_in(body: str) -> str:
    """The path of the link that a letter holds."""
    return re.search(r"http://[^/]+(\S+)", body)[1]


def test_invitation_stands_in_the_trace(administrator, eva):
    invite(administrator, eva)

    assert told(eva) == ["Bjöd in eva@example.com."]


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"password": "x"}, "redan valt ett lösenord"), ({"is_active": False}, "avstängd")],
)
def test_who_needs_no_letter_gets_none(administrator, fields, words):
    user = make.make_user("ulf@example.com", **fields)

    assert words in invite(administrator, user)
    assert mail.outbox == []
    assert not AuditEvent.objects.exists()


def test_letter_that_cannot_be_sent_is_said_and_leaves_no_trace(administrator, eva, monkeypatch):
    def away(*args, **kwargs):
        raise SMTPServerDisconnected

    monkeypatch.setattr("focusareas.invitations.send_mail", away)

    assert "gick inte att skicka" in invite(administrator, eva)
    assert not AuditEvent.objects.exists()
