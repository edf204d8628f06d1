"""Work on untrusted files cannot take the process down, or more time and memory than allowed."""

import os
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from focusareas import isolation
from focusareas.examination import examine
from tests.certificates import assemble, column, draw, stream


def test_results_come_in_order() -> None:
    assert list(isolation.each(abs, [-1, -2, 3])) == [1, 2, 3]


@pytest.mark.parametrize("numbers", [[], [-1], [-1, -2, 3, -4, 5]])
def test_results_of_work_side_by_side_come_in_order(numbers: list[int]) -> None:
    assert list(isolation.each(abs, numbers, at_once=2)) == [abs(number) for number in numbers]


def test_work_is_done_side_by_side(tmp_path: Path) -> None:
    """Each of the two waits for what the other one writes."""
    notes = [tmp_path / "first", tmp_path / "second"]
    work = partial(leaves_a_note, notes)

    assert list(isolation.each(work, [0, 1], at_once=2)) == [True, True]


def leaves_a_note(notes: list[Path], number: int) -> bool:
    notes[number].touch()
    end = time.monotonic() + 3
    while not notes[1 - number].exists() and time.monotonic() < end:
        time.sleep(0.01)
    return notes[1 - number].exists()


def test_nothing_to_do_starts_nothing() -> None:
    assert list(isolation.each(abs, [])) == []


def dies_of_two(number: int) -> int:
    if number == 2:
        os.abort()
    return number


def test_death_costs_only_the_thing_it_came_from() -> None:
    assert list(isolation.each(dies_of_two, [1, 2, 3, 2])) == [1, None, 3, None]
    assert list(isolation.each(dies_of_two, [1, 2, 3, 2], at_once=2)) == [1, None, 3, None]


def fails_of_two(number: int) -> int:
    if number == 2:
        raise ValueError
    return number


def test_error_costs_only_the_thing_it_came_from(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(isolation.each(fails_of_two, [2, 3])) == [None, 3]
    assert "ValueError" in capfd.readouterr().err


def test_work_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "SECONDS", 0.2)
    started = time.monotonic()

    assert list(isolation.each(time.sleep, [30])) == [None]
    assert time.monotonic() - started < 10


def starts_a_program(note: Path) -> None:
    program = subprocess.Popen(["sleep", "60"])
    note.write_text(str(program.pid))
    program.wait()


def test_program_that_the_work_has_started_is_stopped_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"

    limits = isolation.Limits(seconds=1.0, megabytes=200)
    assert list(isolation.each(starts_a_program, [note], limits=limits)) == [None]

    status = Path(f"/proc/{note.read_text()}/status")
    assert not status.exists() or "State:\tZ" in status.read_text()


def takes_memory(megabytes: int) -> int:
    return len(bytearray(megabytes * 1024 * 1024))


def test_work_that_takes_too_much_memory_is_stopped(capfd: pytest.CaptureFixture[str]) -> None:
    size = 10 * 1024 * 1024

    assert list(isolation.each(takes_memory, [10, 1000, 10])) == [size, None, size]
    assert "MemoryError" in capfd.readouterr().err


@pytest.mark.parametrize(
    "content",
    [b" " * 400_000_000, b"BT /F1 9 Tf (Kim Berg) Tj ET " * 1_500_000],
    ids=["blanks", "texts"],
)
def test_small_file_that_unpacks_to_a_huge_page_is_refused(content: bytes) -> None:
    bomb = assemble(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            stream(content),
        ]
    )

    refused, taken = examine([("bomb.pdf", bomb), ("intyg.pdf", draw(column("Intyg")))], [])

    assert len(bomb) < 1_000_000
    assert "för stor att packa upp" in refused.refusal
    assert taken.readings[0].is_certificate
