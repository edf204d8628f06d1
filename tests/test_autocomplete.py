"""What a browser may fill in: the reader's own name and password, nobody else's."""

import re

import pytest

from tests.test_pages import address
from tests.worlds import Inhabited

OWN = {"login": "email", "email": "email", "password": "current-password"}
OTHERS = ("given_name", "family_name", "first_name", "last_name", "email", "employee_number")


def completed(inhabited: Inhabited, role: str, path: str) -> dict[str, str | None]:
    """What may be filled in, by the field's name."""
    page = inhabited.get(role, address(inhabited, path))
    inputs = [
        dict(re.findall(r'([a-z]+)="([^"]*)"', tag)) for tag in re.findall("<input[^>]*>", page)
    ]
    return {given["name"]: given.get("autocomplete") for given in inputs if "name" in given}


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/"])
def test_whoever_signs_in_is_known_to_the_browser(inhabited: Inhabited, path: str) -> None:
    found = completed(inhabited, "anonymous", path)

    own = OWN.keys() & found.keys()
    assert own
    assert {name: found[name] for name in own} == {name: OWN[name] for name in own}


def test_new_password_is_not_the_old_one(inhabited: Inhabited) -> None:
    found = completed(inhabited, "lead", "/accounts/password/set/")

    assert found["password1"] == found["password2"] == "new-password"


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("administrator", "/people/new/"),
        ("administrator", "/people/Anna/edit/"),
        ("administrator", "/users/new/"),
        ("administrator", "/units/HEMT/managers/new/"),
        ("provider_manager", "/units/OMS/staff/new/"),
    ],
)
def test_names_of_others_are_never_filled_in(inhabited: Inhabited, role: str, path: str) -> None:
    found = completed(inhabited, role, path)

    about = [name for name in OTHERS if name in found]
    assert about
    assert {found[name] for name in about} == {"off"}
