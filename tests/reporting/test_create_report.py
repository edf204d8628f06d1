"""`manage.py create_report`."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from focusareas.models import Plan
from reporting.models import Report


def create(output: Path, *args: str, as_of: str = "2023-04-30", dated: str = "2023-05-15") -> bytes:
    days = ["--as-of", as_of, "--dated", dated, "--output", str(output)]
    call_command("create_report", "--kind", "interim", *days, *args)
    return output.read_bytes()


def test_the_draft_is_made_once_and_gives_the_same_bytes(plan, tmp_path):
    first = create(tmp_path / "a.pdf")
    second = create(tmp_path / "b.pdf")

    assert first == second
    assert first.startswith(b"%PDF-")
    assert Report.objects.drafts().count() == 1


def test_issuing_again_makes_a_version_that_supersedes(plan, tmp_path):
    first = create(tmp_path / "a.pdf", "--issue")
    second = create(tmp_path / "b.pdf", "--issue")

    assert first == second
    assert list(
        Report.objects.order_by("version").values_list("version", "supersedes__version")
    ) == [
        (1, None),
        (2, 1),
    ]
    assert bytes(Report.objects.first().pdf) == second


def test_a_day_before_the_figures_is_refused(plan, tmp_path):
    with pytest.raises(CommandError, match="kan inte dateras före"):
        create(tmp_path / "a.pdf", dated="2023-04-29")

    assert not Report.objects.exists()


def test_a_missing_folder_is_refused_before_anything_is_made(plan, tmp_path):
    with pytest.raises(CommandError, match="finns inte"):
        create(tmp_path / "borta" / "a.pdf")

    assert not Report.objects.exists()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(plan, tmp_path):
    folder = tmp_path / "reports"
    (folder / "a.pdf").mkdir(parents=True)

    with pytest.raises(CommandError, match="gick inte att skriva"):
        create(folder / "a.pdf")

    assert [path.name for path in folder.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("args", [[], ["--plan", "borta"]])
def test_without_a_plan_it_says_what_to_do(db, tmp_path, args):
    Plan.objects.all().delete()

    with pytest.raises(CommandError, match="Läs in den med load_plan"):
        create(tmp_path / "a.pdf", *args)


def test_a_letter_of_the_wrong_form_is_named(plan, tmp_path):
    plan.letter["sender"] = "en rad"
    plan.save()

    with pytest.raises(CommandError, match="brevet: ”sender” ska vara en lista"):
        create(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    "args", [["--kind", "annan"], ["--as-of", "i går"], ["--dated", "2023-02-30"]]
)
def test_wrong_usage_is_refused(plan, tmp_path, args):
    with pytest.raises(CommandError):
        create(tmp_path / "a.pdf", *args)


def test_figures_of_a_day_to_come_are_not_issued(plan, settings, tmp_path):
    settings.TODAY = date(2023, 4, 29)

    with pytest.raises(CommandError, match="har inte kommit än"):
        create(tmp_path / "memo.pdf", "--issue")

    assert not Report.objects.issued().exists()
