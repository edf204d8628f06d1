"""The command: what it prints, where, and how it ends."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from focusareas.models import AuditEvent, Employment, Unit, UnitManager
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hr.xlsx"


def write(path: Path, *args: Any, **kwargs: Any) -> str:
    path.write_bytes(make_workbook(*args, **kwargs).getvalue())
    return str(path)


def test_json_has_the_agreed_names_and_no_others(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units = [{"Chef e-post": "eva@example.se"}]

    call_command("import_organisation", write(path, units, [{}], [{}]), format="json")

    answer = json.loads(capsys.readouterr().out)
    (finding,) = answer.pop("findings")
    assert finding.pop("message")
    assert finding == {"level": "warning", "sheet": "Enheter", "row": 2, "column": "Chef e-post"}
    assert answer == {
        "saved": True,
        "units": {"new": 1, "changed": 0, "unchanged": 0, "missing": 0},
        "people": {
            "new": 1,
            "moved": 0,
            "changed": 0,
            "unchanged": 0,
            "missing": 0,
            "leavers": 0,
        },
        "key_persons": {"new": 1, "changed": 0, "unchanged": 0, "missing": 0},
    }


def test_a_dry_run_says_that_nothing_is_saved(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_organisation", write(path), "--dry-run")

    assert "Ingenting är sparat" in capsys.readouterr().out
    assert not Unit.objects.exists()


def test_a_dry_run_in_json_is_not_saved(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_organisation", write(path), "--dry-run", "--format", "json")

    answer = json.loads(capsys.readouterr().out)
    assert (answer["saved"], answer["units"]["new"]) == (False, 1)


def test_the_day_is_today_unless_it_is_given(path: Path) -> None:
    file = write(path, [{"Chef e-post": "eva@example.se"}])

    call_command("import_organisation", file, verbosity=0)

    assert UnitManager.objects.get().first_day == timezone.localdate()


def test_leavers_end_the_day_before_the_day_that_is_given(path: Path) -> None:
    call_command("import_organisation", write(path, people=[{}]))

    call_command("import_organisation", write(path), "--on", "2023-05-01", "--allow-leavers")

    assert Employment.objects.get().last_day == date(2023, 4, 30)


def test_the_text_tells_counts_news_and_findings(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units = [{"Chef e-post": "eva@example.se", "Driftform": "privat", "Utförare": "Bolaget AB"}]
    call_command("import_organisation", write(path, people=[{}]), "--on", "2023-05-01")
    capsys.readouterr()

    call_command("import_organisation", write(path, units), "--on", "2023-06-01")

    text = capsys.readouterr().out
    assert "Filen är inläst." in text
    assert "Nya utförare\n  Bolaget AB" in text
    assert "Nya inloggningar att bjuda in: 1" in text
    assert "anställningsnummer 1 på enhet E1" in text
    assert "Enheter, rad 2, Chef e-post: Att bjuda in" in text


def test_a_refused_file_is_told_on_standard_error_with_each_error(path: Path) -> None:
    file = write(path, [{"Stängd": "?"}], [{"Från": "?"}])

    with pytest.raises(CommandError) as refusal:
        call_command("import_organisation", file)

    text = str(refusal.value)
    assert refusal.value.returncode == 1
    assert text.startswith("Ingenting sparades: 2 fel i filen.")
    assert "Enheter, rad 2, Stängd: ”?” är inte en dag." in text
    assert "Medarbetare, rad 2, Från: ”?” är inte en dag." in text
    assert not AuditEvent.objects.exists()


def test_a_refused_file_in_json_is_told_in_full_and_in_a_sentence(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(path, [{"Stängd": "?"}], [{"Från": "?"}])

    with pytest.raises(CommandError, match=r"^Ingenting sparades: 2 fel i filen\. .*\.$"):
        call_command("import_organisation", file, "--format", "json")

    answer = json.loads(capsys.readouterr().out)
    assert answer["saved"] is False
    assert [finding["row"] for finding in answer["findings"]] == [2, 2]


@pytest.mark.parametrize("name", ["finns-inte.xlsx", "."])
def test_a_file_that_cannot_be_opened_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="går inte att öppna"):
        call_command("import_organisation", str(tmp_path / name), "--format", "json")

    answer = json.loads(capsys.readouterr().out)
    assert answer["findings"][0]["level"] == "error"


def test_a_file_that_is_no_workbook_is_refused(path: Path) -> None:
    path.write_text("Enhetskod;Enhet")

    with pytest.raises(CommandError, match="inte en Excel-arbetsbok"):
        call_command("import_organisation", str(path))


@pytest.mark.parametrize(
    ("written", "words"), [("i morgon", "är inte en dag"), ("0001-01-01", "mellan 1900 och 2100")]
)
def test_a_day_that_is_none_is_wrong_usage(path: Path, written: str, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        call_command("import_organisation", str(path), "--on", written)
