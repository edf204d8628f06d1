"""Imports that were carried out: the list, a page for each, and taking one back."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from focusareas.hr_import import run
from focusareas.models import ImportBatch, StaffMember, Unit, User
from focusareas.templatetags.swedish import iso_date
from tests import factories as make
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db
ON = date(2023, 5, 1)
PEOPLE = [{"Anställningsnummer": "1"}, {"Anställningsnummer": "2"}]


@pytest.fixture
def user() -> User:
    return make.make_user(first_name="Ada", last_name="Admin", is_administrator=True)


@pytest.fixture
def administrator(client, user):
    client.force_login(user)
    return client


def imported(by=None, people=PEOPLE) -> ImportBatch:
    outcome = run(make_workbook(people=people), on=ON, name="maj.xlsx", by=by)
    return ImportBatch.objects.get(pk=outcome.batch_pk)


def page_of(client, name: str, *args, **query) -> str:
    return client.get(reverse(name, args=args), query).content.decode()


def test_list_says_who_read_in_what_and_never_reads_what_each_wrote(administrator, user):
    imported(by=user)

    with CaptureQueriesContext(connection) as queries:
        page = page_of(administrator, "import_list")

    for words in ("maj.xlsx", "Ada Admin", "2023-05-01", "Medarbetare: 2\u00a0nya"):
        assert words in page
    assert not any("journal" in query["sql"] for query in queries)


@pytest.mark.parametrize("n_people", [2, 120])
def test_pages_keep_to_their_queries_however_large_the_import(administrator, user, n_people):
    batch = imported(
        by=user, people=[{"Anställningsnummer": str(number)} for number in range(n_people)]
    )
    budget = {"import_list": 4, "import_detail": 7, "import_rows": 4, "import_undo": 7}

    met = {}
    for name in budget:
        address = reverse(name, args=[] if name == "import_list" else [batch.pk])
        with CaptureQueriesContext(connection) as queries:
            page = administrator.get(address, {"show": "people-new"}).content.decode()
        met[name] = len(queries)
        assert page.count("<tr>") <= 101

    assert met == budget


def test_list_says_until_when_each_can_be_undone(administrator):
    imported(), imported(people=[*PEOPLE, {"Anställningsnummer": "3"}])
    past = imported(people=[*PEOPLE, {"Anställningsnummer": "4"}])
    ImportBatch.objects.filter(pk=past.pk).update(made_at=timezone.now() - timedelta(days=8))
    until = iso_date(timezone.localdate() + timedelta(days=7))

    page = page_of(administrator, "import_list")

    assert page.count(f"Ångras senast {until}") == page.count("Ångras senast") == 2


def test_import_by_a_command_is_told_as_such(administrator):
    imported()

    assert "driften" in page_of(administrator, "import_list")


def test_page_of_an_import_shows_whom_it_was_about(administrator, user):
    batch = imported(by=user)

    page = page_of(administrator, "import_detail", batch.pk)
    rows = page_of(administrator, "import_rows", batch.pk, show="people-new")

    assert "Filen själv sparas inte." in page
    assert "Läste in organisationen per 2023-05-01" in page
    assert "Kim Berg 1" in rows
    assert "Anställd på E1 från 2023-01-01" in rows
    assert "Lades upp med" in rows


def test_undoing_an_import_that_nobody_is_counted_in_has_words_all_the_same(administrator):
    batch = imported()
    ImportBatch.objects.update(counts={"units": {}, "people": {}, "key_persons": {}})

    page = page_of(administrator, "import_undo", batch.pk)

    assert "Ångra inläsningen</button>" in page
    assert "<strong>.</strong>" not in page


def test_whom_it_was_about_is_gone_after_a_week(administrator):
    batch = imported()
    ImportBatch.objects.update(made_at=timezone.now() - timedelta(days=8))

    page = page_of(administrator, "import_detail", batch.pk)
    rows = administrator.get(reverse("import_rows", args=[batch.pk]), {"show": "people-new"})

    assert "sparas i 7\u00a0dagar" in page
    assert "Ångra inläsningen" not in page
    assert rows.url == reverse("import_detail", args=[batch.pk])

    call_command("work", batch=True, interval=0, verbosity=0)
    batch.refresh_from_db()
    assert (batch.outcome, batch.journal) == (None, None)


def test_import_is_undone_after_its_numbers_have_been_shown(administrator, user):
    batch = imported(by=user)
    address = reverse("import_undo", args=[batch.pk])

    asked = administrator.get(address).content.decode()
    assert StaffMember.objects.count() == 2
    response = administrator.post(address, follow=True)

    assert "Enheter: 1\u00a0ny. Medarbetare: 2\u00a0nya." in asked
    assert "Ångra ändringen av 1\u00a0enhet och 2\u00a0medarbetare" in asked
    assert not StaffMember.objects.exists()
    assert response.redirect_chain[-1][0] == reverse("import_detail", args=[batch.pk])
    page = response.content.decode()
    assert "Inläsningen är ångrad." in page
    assert "Ångrade inläsningen per 2023-05-01." in page
    assert "av Ada Admin" in page


def test_what_is_built_on_an_import_is_told_and_it_stays(administrator):
    batch = imported()
    make.make_certificate(StaffMember.objects.first(), make.make_course(), make.make_unit("X"), ON)
    address = reverse("import_undo", args=[batch.pk])

    shown = administrator.get(address).content.decode()
    answered = administrator.post(address, follow=True).content.decode()

    for page in (shown, answered):
        assert "Inläsningen kan inte ångras" in page
        assert "Intyg för medarbetare 1" in page
        assert "<form method" not in page[page.index("<main") :]
    assert StaffMember.objects.count() == 2


def test_undoing_twice_tells_the_second_that_it_is_done(administrator):
    address = reverse("import_undo", args=[imported().pk])
    administrator.post(address)

    assert (
        "Inläsningen är redan ångrad." in administrator.post(address, follow=True).content.decode()
    )


def read_in(**sheets: list) -> ImportBatch:
    outcome = run(make_workbook(**sheets), on=ON, allow_leavers=True)
    assert outcome.saved, outcome.errors
    return ImportBatch.objects.get(pk=outcome.batch_pk)


def everything() -> ImportBatch:
    """An import that makes, changes and removes rows of every kind there is."""
    old = {"Enhetskod": "E1", "Taggar": "natt", "Chef e-post": "eva@example.se"}
    leave = {"Tjänstledig från": date(2023, 8, 1)}
    later = {"Anställningsnummer": "3", "Från": date(2023, 7, 1)}
    people = [{"Anställningsnummer": "1"} | leave, {"Anställningsnummer": "2"}, later | leave]
    duty = {"Anställningsnummer": "1"}
    run(make_workbook([old], people, [duty]), on=date(2023, 4, 1))
    make.make_staff_member("Kim Ek", employee_number="9", email="kim@example.se")
    changed = old | {"Enhet": "Nytt namn", "Avdelning": "Ny", "Driftform": "privat"}
    changed |= {"Utförare": "Bolaget", "Taggar": "barn", "Chef e-post": "kim@example.se"}
    people = [{"Anställningsnummer": "1", "Förnamn": "Jim", "Tjänstledig från": ON} | leave]
    new = {"Anställningsnummer": "4", "Tjänstledig från": ON}
    return read_in(
        units=[changed, {"Enhetskod": "E2", "Chef e-post": "ada@example.se"}],
        people=[*people, new],
        key_persons=[duty | {"Till": date(2023, 12, 31)}, {"Anställningsnummer": "4"}],
    )


def test_undo_page_keeps_to_its_queries_when_all_kinds_of_rows_were_written(administrator):
    batch = everything()
    assert len(batch.journal["rows"]) == 14
    address = reverse("import_undo", args=[batch.pk])
    read_in(units=[{"Enhetskod": "E7"}], people=[{"Anställningsnummer": "7", "Enhetskod": "E7"}])

    with CaptureQueriesContext(connection) as free:
        assert "Ångra inläsningen" in administrator.get(address).content.decode()
    for person in StaffMember.objects.exclude(employee_number="7"):
        make.make_certificate(person, make.make_course(), Unit.objects.get(code="E1"), ON)
        make.make_absence(make.make_employment(person, Unit.objects.get(code="E2")), ON)
    StaffMember.objects.exclude(employee_number="7").update(email="x@example.se")
    with CaptureQueriesContext(connection) as hindered:
        page = administrator.get(address).content.decode()

    assert "kan inte ångras" in page
    assert (len(free), len(hindered)) == (9, 10)
