"""The command that takes in a folder of certificates."""

import io
import json
import os
import socket
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import ManagementUtility, call_command
from django.core.management.base import CommandError
from django.utils import timezone

from focusareas import uploads
from focusareas.models import Certificate, Unit
from tests.certificates import LAYOUTS, column, draw, scan
from tests.factories import make_course, make_staff_member, make_unit

pytestmark = pytest.mark.django_db
KEYS = {
    "file", "page", "outcome", "employee_number", "completed_on", "course", "confidence",
    "candidates", "reason",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "intyg"
    folder.mkdir()
    return folder


@pytest.fixture
def unit() -> Unit:
    make_course()
    return make_unit("E1")


def certificate(name: str = "Kim Berg") -> bytes:
    given, family = name.split()
    return draw(LAYOUTS[0](given, family))


def run(folder: Path, *arguments: str, unit: str = "E1", course: str = "nck-vald") -> str:
    output = io.StringIO()
    call_command(
        "import_certificates",
        str(folder),
        f"--unit={unit}",
        f"--course={course}",
        "--received=2023-04-30",
        *arguments,
        stdout=output,
    )
    return output.getvalue()


def entries(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = json.loads(run(folder, "--format=json", *arguments))["files"]
    return files


def test_json_of_a_matched_certificate(folder: Path, unit: Unit) -> None:
    make_staff_member("Kim Berg", unit=unit, employee_number="10231")
    (folder / "intyg.pdf").write_bytes(certificate())

    assert entries(folder) == [
        {
            "file": "intyg.pdf",
            "page": 1,
            "outcome": "matched",
            "employee_number": "10231",
            "completed_on": "2023-04-12",
            "course": "nck-vald",
            "confidence": 1.0,
            "candidates": ["10231"],
            "reason": "",
        }
    ]


def test_json_of_a_refused_file(folder: Path, unit: Unit) -> None:
    (folder / "tom.pdf").write_bytes(b"")

    (entry,) = entries(folder)

    assert entry.pop("reason").startswith("Filen är tom")
    assert entry == {
        "file": "tom.pdf",
        "page": 1,
        "outcome": "refused",
        "employee_number": None,
        "completed_on": None,
        "course": None,
        "confidence": 0.0,
        "candidates": [],
    }


def test_every_entry_has_the_same_keys_and_a_reason_unless_matched(
    folder: Path, unit: Unit
) -> None:
    make_staff_member("Kim Berg", unit=unit)
    contents = [certificate(), certificate(), certificate("Bo Ek"), scan(), b"hej"]
    for number, content in enumerate(contents):
        (folder / f"{number}.pdf").write_bytes(content)

    found = entries(folder)

    assert [entry["outcome"] for entry in found] == [
        "matched", "duplicate", "ask", "ask", "refused",
    ]  # fmt: skip
    assert all(set(entry) == KEYS for entry in found)
    assert all(bool(entry["reason"]) == (entry["outcome"] != "matched") for entry in found)


def test_files_are_taken_in_order_of_name(folder: Path, unit: Unit) -> None:
    for name in ("b.pdf", "a.pdf", "C.pdf"):
        (folder / name).write_bytes(certificate())

    assert [(entry["file"], entry["outcome"]) for entry in entries(folder)] == [
        ("C.pdf", "ask"),
        ("a.pdf", "duplicate"),
        ("b.pdf", "duplicate"),
    ]


def test_only_ordinary_files_right_in_the_folder_are_read(folder: Path, unit: Unit) -> None:
    (folder / "mapp").mkdir()
    (folder / "mapp" / "intyg.pdf").write_bytes(certificate())
    os.mkfifo(folder / "rör")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "uttag"))

        assert entries(folder) == []


@pytest.mark.parametrize(
    "name",
    [b"int\xe4yg.pdf", "Åsas intyg.pdf".encode(), b"{{7*7}}.pdf", b"a\nb.pdf", b".htaccess"],
)
def test_any_name_a_file_can_have_is_told(name: bytes, folder: Path, unit: Unit) -> None:
    (folder / os.fsdecode(name)).write_bytes(certificate())

    (entry,) = entries(folder)

    assert entry["file"] == name.decode(errors="replace")
    assert entry["file"].encode()
    assert "\udce4" not in run(folder)


def test_output_needs_no_more_than_ascii(folder: Path, unit: Unit) -> None:
    (folder / "å.pdf").write_bytes(b"")

    assert run(folder, "--format=json").isascii()


def test_approve_approves_on_the_received_day(folder: Path, unit: Unit) -> None:
    make_staff_member("Kim Berg", unit=unit)
    (folder / "intyg.pdf").write_bytes(certificate())

    run(folder, "--approve")

    assert Certificate.objects.get().approved_on == date(2023, 4, 30)


def test_received_is_today_unless_told(folder: Path, unit: Unit) -> None:
    (folder / "intyg.pdf").write_bytes(certificate())

    call_command(
        "import_certificates", str(folder), unit="E1", course="nck-vald", stdout=io.StringIO()
    )

    assert Certificate.objects.get().received_on == timezone.localdate()


def test_text_tells_every_file_and_the_sums(folder: Path, unit: Unit) -> None:
    make_staff_member("Kim Berg", unit=unit, employee_number="10231")
    (folder / "a.pdf").write_bytes(certificate())
    (folder / "b.pdf").write_bytes(b"")

    first, second, total = run(folder).splitlines()

    assert first.split() == ["a.pdf", "klart", "10231", "Kim", "Berg,", "genomfört", "2023-04-12"]
    assert second.startswith("b.pdf  avvisat   Filen är tom")
    assert total == "2 intyg: klart 1, fråga 0, dubblett 0, avvisat 1."


def test_text_does_not_name_a_protected_person(folder: Path, unit: Unit) -> None:
    make_staff_member("Kim Berg", unit=unit, employee_number="10231", is_protected=True)
    (folder / "a.pdf").write_bytes(certificate())
    (folder / "b.pdf").write_bytes(draw(column("Intyg", "Namn: Kim Berg", "Webbkurs om våld")))

    output = run(folder)

    assert "10231" in output
    assert "Berg" not in output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"unit": "E9"}, "ingen enhet med koden 'E9'"),
        ({"course": "nck"}, "Kurserna är: nck-vald"),
    ],
)
def test_unknown_code_is_refused(
    arguments: dict[str, str], says: str, folder: Path, unit: Unit
) -> None:
    with pytest.raises(CommandError, match=says):
        run(folder, **arguments)


@pytest.mark.parametrize("name", ["saknas", "fil.pdf"])
def test_what_is_no_folder_is_refused(name: str, folder: Path, unit: Unit) -> None:
    (folder / "fil.pdf").write_bytes(certificate())

    with pytest.raises(CommandError, match="är inte en mapp"):
        run(folder / name)


def test_received_in_the_future_is_refused(folder: Path, unit: Unit) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(CommandError, match="framtiden"):
        run(folder, f"--received={tomorrow}")


def test_full_disk_saves_nothing(folder: Path, unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(uploads.Arrivals, "put", full)
    (folder / "intyg.pdf").write_bytes(certificate())

    with pytest.raises(CommandError, match="Inget sparades"):
        run(folder)
    assert not Certificate.objects.exists()


def test_wrong_day_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["manage.py", "import_certificates", str(folder), "--unit=E1", "--course=x"]

    with pytest.raises(SystemExit) as stop:
        ManagementUtility([*arguments, "--received=igår"]).execute()

    assert stop.value.code == 2
    assert "igår" in capsys.readouterr().err


def test_refusal_exits_with_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["manage.py", "import_certificates", str(folder), "--unit=E9", "--course=x"]

    with pytest.raises(SystemExit) as stop:
        ManagementUtility(arguments).execute()

    assert stop.value.code == 1
    assert "E9" in capsys.readouterr().err
    assert sys.stdout is not None
