"""Logins and roles: made, changed, and never without somebody who can let others in."""

import pytest

from focusareas import logins
from focusareas.models import User
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db


def test_changed_roles_stand_in_the_trace(boss):
    eva = make.make_user("eva@example.com")
    eva.is_development_lead = True

    logins.change_user(eva, by=boss)

    assert told(eva) == ["Ändrade inloggningen eva@example.com: utvecklingsledare: nej → ja."]


def test_address_that_is_replaced_opens_nothing(boss, client, mailoutbox):
    eva = make.make_user("slip@example.com", password="grön stol 4")
    client.post("/accounts/password/reset/", {"email": "slip@example.com"})
    eva.email = "eva@example.com"

    logins.change_user(eva, by=boss)
    client.post("/accounts/password/reset/", {"email": "slip@example.com"})
    answer = client.post(
        "/accounts/login/", {"login": "slip@example.com", "password": "grön stol 4"}
    )

    assert ["/reset/key/" in letter.body for letter in mailoutbox] == [True, False]
    assert "stämmer inte" in answer.content.decode()


@pytest.mark.parametrize("field", ["is_administrator", "is_active"])
def test_nobody_takes_away_their_own_way_back(boss, field):
    make.make_user("other@example.com", is_administrator=True)
    setattr(boss, field, False)

    with pytest.raises(RefusedError, match="din egen") as refusal:
        logins.change_user(boss, by=boss)

    assert refusal.value.field == field
    assert User.objects.filter(is_administrator=True, is_active=True).count() == 2


def test_another_administrator_can_be_let_go(boss):
    other = make.make_user("other@example.com", is_administrator=True)
    other.is_administrator = False

    logins.change_user(other, by=boss)

    assert not User.objects.get(pk=other.pk).is_administrator


def test_last_administrator_cannot_be_let_go(boss):
    """As when two let each other go at once, and the first was quicker."""
    User.objects.filter(pk=boss.pk).update(is_administrator=False)
    last = make.make_user("last@example.com", is_administrator=True)
    last.is_active = False

    with pytest.raises(RefusedError, match="minst en aktiv administratör"):
        logins.change_user(last, by=boss)

    assert User.objects.get(pk=last.pk).is_active


def test_login_of_a_protected_person_is_not_named(boss):
    person = make.make_staff_member("Anna Berg", is_protected=True)
    user = make.make_user("anna.berg@example.com", staff_member=person)
    user.first_name = "Anna"

    logins.change_user(user, by=boss)

    assert told(user, reader=make.make_user()) == ["Ändrade inloggningen Skyddad: uppgifterna."]


@pytest.mark.parametrize("text", ["åsa", "asa BERG", "berg@", ""])
def test_login_is_found_by_name_or_address(boss, text):
    user = make.make_user("asa.berg@example.com", first_name="Åsa", last_name="Berg")

    assert user in logins.matching(User.objects.all(), text)


def test_other_logins_are_not_found(boss):
    assert logins.matching(User.objects.all(), "nils") == []
