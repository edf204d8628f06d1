"""An import that is taken back: everything is as before, row for row, or it says why not."""

import hashlib
import random
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from focusareas.hr_import import run
from focusareas.hr_import.undoing import forget_what_is_past, reasons_against, undo
from focusareas.models import (
    AuditEvent,
    Employment,
    ImportBatch,
    KeyPerson,
    NameSpelling,
    StaffMember,
    Unit,
)
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.draws import draws
from tests.workbooks import ON, make_workbook

pytestmark = pytest.mark.django_db

TOLD_ABOUT = (AuditEvent, ImportBatch)
FIRST = date(2023, 1, 1)


def state() -> dict[str, list[Any]]:
    """Every row of every table of ours, but for what tells that there was an import."""
    return {
        model._meta.label: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_app_config("focusareas").get_models(include_auto_created=True)
        if model not in TOLD_ABOUT
    }


def imported(*units: dict[str, Any], on: date = ON, **sheets: Any) -> ImportBatch:
    outcome = run(make_workbook(units or [{}], **sheets), on=on, allow_leavers=True)
    assert outcome.saved, outcome.errors
    return ImportBatch.objects.latest("pk")


def reasons(batch: ImportBatch) -> str:
    batch.refresh_from_db()
    return " ".join(map(str, reasons_against(batch, now=timezone.now())))


def some_day(draw: random.Random) -> date:
    return date(2022, 6, 1) + timedelta(days=draw.randrange(500))


def random_file(draw: random.Random) -> Any:
    """A file in the course of an organisation's life: people come, go, move and change."""
    codes = draw.sample(["E1", "E2", "E3", "E4"], draw.randint(2, 4))
    units = [
        {
            "Enhetskod": code,
            "Enhet": f"Enhet {draw.choice('AB')}",
            "Avdelning": draw.choice(["Norr", "Söder"]),
            "Driftform": (form := draw.choice(["egen", "privat"])),
            "Utförare": draw.choice(["Bolaget", "Stiftelsen"]) if form == "privat" else None,
            "Chef e-post": draw.choice(["eva@example.se", "kim@example.se", None]),
            "Taggar": draw.choice(["möter barn", "natt, möter barn", None]),
            "Öppnad": draw.choice([None, date(2022, 1, 1)]),
            "Stängd": (closed := draw.choice([None, None, some_day(draw)])),
            # Always forward, so that it never goes in a circle.
            "Ersätts av": draw.choice([*(other for other in codes if other > code), None])
            if closed
            else None,
        }
        for code in codes
    ]
    people, seen = [], set()
    for number in range(1, 9):
        name = {"Efternamn": draw.choice(["Berg", "Ek"]) + str(number), "E-post": f"{number}@a.se"}
        for _ in range(draw.randint(0, 2)):
            first = draw.choice([FIRST, some_day(draw)])
            row = {
                "Anställningsnummer": str(number),
                "Enhetskod": draw.choice(codes),
                "Från": first,
            }
            if (key := (number, row["Enhetskod"], first)) not in seen:
                seen.add(key)
                leave = draw.choice([None, first + timedelta(days=20)])
                days = {"Till": None, "Tjänstledig från": leave}
                more = {"Befattning": draw.choice("xy"), "Skyddad": draw.choice(["ja", None, None])}
                people.append(row | name | days | more)
    roles = ("nyckelperson", "huvudnyckel", None)
    duties = [row | {"Roll": draw.choice(roles)} for row in people if draw.random() < 0.3]
    return make_workbook(units, people, duties)


@pytest.mark.parametrize("seed", range(draws(6)))
def test_import_and_undo_leave_everything_as_it_was_and_twice_is_once(seed: int) -> None:
    draw = random.Random(seed)
    run(random_file(draw), on=ON, allow_leavers=True)
    for step in range(3):
        before = state()
        on = ON + timedelta(days=30 * step)
        outcome = run(random_file(draw), on=on, allow_leavers=draw.random() < 0.7)
        assert outcome.saved, outcome.errors
        assert state() != before

        undo(ImportBatch.objects.latest("pk"), by=None)

        assert state() == before
        file = random_file(draw)
        run(file, on=on, allow_leavers=True)
        after = state()
        again = run(file, on=on, allow_leavers=True)
        assert (again.changes_something, again.batch_pk, state()) == (False, None, after)


def test_imports_are_undone_one_after_the_other_from_the_last() -> None:
    empty = state()
    first = imported(people=[{}])
    second = imported(people=[{"Förnamn": "Jim"}])

    with pytest.raises(RefusedError, match="Ångra den först"):
        undo(first, by=None)
    undo(second, by=None)
    undo(first, by=None)

    assert state() == empty
    assert reasons(first) == "Inläsningen är redan ångrad."


def test_what_was_removed_comes_back_with_all_that_hung_on_it() -> None:
    imported(people=[{"Från": date(2023, 8, 1), "Tjänstledig från": date(2023, 9, 1)}])
    before = state()
    batch = imported(people=[])
    assert not Employment.objects.exists()

    undo(batch, by=None)

    assert state() == before


def test_undo_is_told_in_the_trace_and_nothing_is_kept() -> None:
    batch, user = imported(people=[{}]), make.make_user("admin@example.se")

    undo(batch, by=user)

    batch.refresh_from_db()
    assert (batch.undone_by, batch.journal) == (user, None)
    assert "Ångrade inläsningen per 2023-05-01" in AuditEvent.objects.about(batch)[0].text


def test_what_is_kept_is_forgotten_after_a_week() -> None:
    batch = imported(people=[{}])
    ImportBatch.objects.update(made_at=timezone.now() - timedelta(days=7, minutes=1))

    assert "den tiden har gått" in reasons(batch)
    forget_what_is_past()

    batch.refresh_from_db()
    assert batch.journal is None


def certificate() -> None:
    make.make_certificate(StaffMember.objects.get(), make.make_course(), Unit.objects.get(), ON)


def key_person() -> None:
    make.make_key_person(StaffMember.objects.get(), Unit.objects.get())


def another_title() -> None:
    Employment.objects.update(title="Chef")


def gone() -> None:
    Employment.objects.all().delete()


def spelling() -> None:
    NameSpelling.objects.create(staff_member=StaffMember.objects.get(), spelling="K Berg")


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (certificate, "Intyg för medarbetare 1 på enhet E1 har kommit till"),
        (key_person, "Nyckelperson för medarbetare 1 på enhet E1 har kommit till"),
        (another_title, "Anställning för medarbetare 1 på enhet E1 har ändrats"),
        (gone, "1\xa0anställning finns inte längre"),
        (spelling, "Stavning av namn för medarbetare 1 har kommit till"),
    ],
)
def test_what_was_built_on_it_is_named_and_left_alone(build: Any, words: str) -> None:
    batch = imported(people=[{}])
    build()
    before = state()

    with pytest.raises(RefusedError, match=words):
        undo(batch, by=None)

    assert state() == before


def test_change_by_hand_of_a_row_that_was_changed_is_named() -> None:
    imported(people=[{}])
    batch = imported(people=[{"Förnamn": "Jim"}])
    StaffMember.objects.update(email="jim@example.se")

    assert "Medarbetare 1 har ändrats" in reasons(batch)


def test_key_person_at_the_unit_somebody_moved_to_stands_in_the_way() -> None:
    units = [{"Enhetskod": "E1"}, {"Enhetskod": "E2"}]
    imported(*units, people=[{}])
    moved = {"Enhetskod": "E2", "Från": date(2023, 4, 1)}
    batch = imported(*units, people=[moved])
    assert not reasons(batch)
    KeyPerson.objects.create(
        staff_member=StaffMember.objects.get(), unit=Unit.objects.get(code="E2"), first_day=ON
    )

    assert "Nyckelperson för medarbetare 1 på enhet E2" in reasons(batch)


def test_a_dry_run_and_a_file_that_changes_nothing_leave_no_batch() -> None:
    imported(people=[{}])
    run(make_workbook(people=[{}]), on=ON)
    run(make_workbook(people=[{"Förnamn": "Jim"}]), on=ON, save=False)

    assert ImportBatch.objects.count() == 1


def test_batch_knows_the_file_by_name_and_checksum() -> None:
    file = make_workbook(people=[{}])

    run(file, on=ON, name="hr.xlsx")

    batch = ImportBatch.objects.get()
    assert batch.file_name == "hr.xlsx"
    assert batch.sha256 == hashlib.sha256(file.getvalue()).hexdigest()
    assert batch.counts["people"]["new"] == 1
