"""Whatever the administrator's pages accept is written out and read back as it was."""

from collections.abc import Sequence
from itertools import cycle

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from focusareas.hr_import import run
from focusareas.models import Department, ImportBatch, Provider, StaffMember, Unit
from tests import factories as make
from tests.draws import draws
from tests.focusareas.test_hr_export import exported, lowered, sheets, wipe
from tests.focusareas.test_hr_import_undo import state
from tests.workbooks import ON
from tests.worlds import signed_in

ODD = (
    "12345678.0",
    "0407,00",
    "-1.0",
    "007",
    "9" * 50,
    "#N/A",
    "#SAKNAS!",
    "=SUM(1)",
    "+46 70",
    "@SUM",
    "TRUE",
    "1E5",
    "2023-04-30",
    "\u00a0 Berg \t",
    "'Ek",
    "-",
    "a\u200d\u030a",
    "_x0041_",
    "<b>&amp;",
    "\U0001f600",
    "å" * 100,
)
EMAILS = ("", "A.Ek@Example.se", "=a@example.se", "+b@example.se", "'c@example.se", "d@åäö.se")
NAMES = ("employee_number", "given_name", "family_name")
PERSON = {"employee_number": "1", "given_name": "Eva", "family_name": "Ek", "email": ""}
UNIT = {"code": "E1", "name": "Enhet", "cost_centre": "", "tag_names": ""}
ERROR = "Så visar Excel ett fel: #N/A. Skriv något annat."


def is_saved(client: Client, page: str, data: dict, *args: int) -> bool:
    """Whether the page took it; it says why when not."""
    response = client.post(reverse(page, args=args), data)
    assert response.status_code == 302 or "Rätta det här" in response.content.decode()
    return response.status_code == 302


def enter(client: Client, page: str, words: dict, ordinary: dict, *args: int) -> None:
    """Write the words on the page, or ordinary ones where it refuses them."""
    if not is_saved(client, page, ordinary | words, *args):
        assert is_saved(client, page, ordinary, *args)


def enter_all(client: Client, words: Sequence[str]) -> None:
    """For each word a unit and a person who works there, with the next words in their fields."""
    for place, word in enumerate(words):
        some = cycle([*words[place:], *words[:place]])
        for page in ("department_create", "provider_create"):
            enter(client, page, {"name": word}, {"name": f"Ordinarie {place}"})
        belongs = {
            "code": f"E{place}",
            "department": Department.objects.latest("pk").pk,
            "operation": Unit.Operation.CONTRACTED,
            "provider": Provider.objects.latest("pk").pk,
        }
        enter(client, "unit_create", {name: next(some) for name in UNIT}, UNIT | belongs)
        number, email = f"N{place}", EMAILS[place % len(EMAILS)]
        ordinary = PERSON | {"employee_number": number, "email": email}
        enter(client, "person_create", {name: next(some) for name in NAMES}, ordinary)
        works = {"unit": Unit.objects.latest("pk").pk, "first_day": "2023-01-01"}
        person = StaffMember.objects.latest("pk")
        enter(client, "employment_create", {"title": word}, works, person.pk)


def check_that_reading_back_changes_nothing(words: Sequence[str]) -> None:
    enter_all(signed_in(make.make_user(is_administrator=True)), words)
    before, file = state(), exported()

    outcome = run(file, on=ON)

    assert outcome.saved, outcome.errors
    assert not outcome.changes_something, outcome
    assert not ImportBatch.objects.exists()
    assert state() == before
    wipe()
    assert run(file, on=ON).saved
    assert lowered(sheets(exported())) == lowered(sheets(file))


@pytest.mark.django_db
def test_reading_back_odd_words_from_pages_changes_nothing():
    check_that_reading_back_changes_nothing(ODD)


class AnyWords(TestCase):
    @settings(max_examples=draws(8))
    @given(words=st.lists(st.text(min_size=1, max_size=60), min_size=3, max_size=3))
    def test_reading_back_any_words_from_pages_changes_nothing(self, words: list[str]) -> None:
        check_that_reading_back_changes_nothing(words)


@pytest.fixture
def administrator() -> Client:
    return signed_in(make.make_user(is_administrator=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("department_create", {"name": "#N/A"}),
        ("provider_create", {"name": "#N/A"}),
        *(("person_create", PERSON | {name: "#N/A"}) for name in NAMES),
        *(("unit_create", UNIT | {name: "#N/A"}) for name in ("code", "name", "cost_centre")),
    ],
)
def test_what_excel_shows_for_an_error_is_refused(administrator, page, data):
    response = administrator.post(reverse(page), data)

    assert ERROR in response.content.decode()


@pytest.mark.django_db
def test_title_and_tag_that_excel_shows_for_an_error_are_refused(administrator):
    person = make.make_staff_member(unit=make.make_unit("E1"))
    employment = person.employments.get()
    pages = [
        ("employment_create", person.pk, {"title": "#N/A"}, ERROR),
        ("employment_edit", employment.pk, {"title": "#N/A"}, ERROR),
        ("employment_move", employment.pk, {"title": "#N/A"}, ERROR),
        ("unit_edit", employment.unit_id, {"tag_names": "natt, #N/A"}, "En av taggarna är så"),
    ]

    for page, key, data, words in pages:
        shown = administrator.post(reverse(page, args=[key]), data).content.decode()
        assert words in shown, page


@pytest.mark.django_db
def test_number_is_kept_as_a_file_would_give_it(administrator):
    administrator.post(reverse("person_create"), PERSON | {"employee_number": " 12345678.0"})

    assert StaffMember.objects.get().employee_number == "12345678"


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["19121212-\u200b1212", "191212121212.0"])
def test_personal_identity_number_is_seen_through_what_does_not_count(administrator, number):
    response = administrator.post(reverse("person_create"), PERSON | {"employee_number": number})

    assert "ser ut som ett personnummer" in response.content.decode()
    assert not StaffMember.objects.exists()
