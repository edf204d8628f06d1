"""Work on untrusted files cannot take the process down, or more time and memory than allowed."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
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


# ---------------------------------------------------------------- Children that stand by


def own_number(_: object) -> int:
    return os.getpid()


def test_child_that_did_its_work_does_the_next_too() -> None:
    first, again = isolation.each(own_number, [1, 2])

    assert list(isolation.each(own_number, [3])) == [first]
    assert first == again != os.getpid()


def test_work_side_by_side_is_done_by_those_who_did_it_before() -> None:
    numbers = set(isolation.each(own_number, [1, 2], at_once=2))

    assert len(numbers) == 2
    assert set(isolation.each(own_number, [3, 4], at_once=2)) == numbers


def test_child_is_not_kept_when_its_work_was_broken_off() -> None:
    with closing(isolation.each(own_number, [1, 2, 3])) as numbers:
        broken_off = next(numbers)

    assert list(isolation.each(own_number, [1])) != [broken_off]


def test_child_that_takes_too_long_is_not_kept() -> None:
    [first] = isolation.each(own_number, [1])
    limits = isolation.Limits(seconds=0.2, megabytes=200)

    assert list(isolation.each(time.sleep, [30], limits=limits)) == [None]
    assert list(isolation.each(own_number, [1])) != [first]


KEPT: list[bytearray] = []


def keeps_memory(megabytes: int) -> int:
    KEPT.append(bytearray(os.urandom(1024) * 1024 * megabytes))
    return os.getpid()


def test_child_that_has_grown_is_not_kept() -> None:
    [large] = isolation.each(keeps_memory, [100])
    [small] = isolation.each(keeps_memory, [1])
    [again] = isolation.each(own_number, [1])

    assert large != small == again


def dies_the_second_time(number: int) -> int:
    KEPT.append(bytearray())
    if len(KEPT) > 1:
        os.abort()
    return number


def test_nothing_pays_for_what_its_child_did_before() -> None:
    assert list(isolation.each(dies_the_second_time, [1])) == [1]
    assert list(isolation.each(dies_the_second_time, [2])) == [2]


def test_what_kills_every_child_is_given_up() -> None:
    list(isolation.each(abs, [1]))

    assert list(isolation.each(dies_of_two, [1, 2, 3])) == [1, None, 3]


def test_work_is_done_though_the_child_that_stood_by_is_gone() -> None:
    [number] = isolation.each(own_number, [1])
    os.kill(number, signal.SIGKILL)

    assert list(isolation.each(abs, [-1, -2])) == [1, 2]


def test_memory_is_limited_for_each_work_anew() -> None:
    little, much = (isolation.Limits(4.0, megabytes) for megabytes in (50, 400))
    size = 100 * 1024 * 1024

    assert list(isolation.each(takes_memory, [10], limits=little)) == [size // 10]
    assert list(isolation.each(takes_memory, [100], limits=much)) == [size]
    assert list(isolation.each(takes_memory, [100], limits=little)) == [None]


def test_child_that_stands_by_keeps_no_connection_open() -> None:
    """Else a browser would wait for an answer to end as long as it stands there."""
    ours, theirs = socket.socketpair()
    theirs.settimeout(3)
    list(isolation.each(abs, [1]))

    ours.close()

    assert theirs.recv(1) == b""
    theirs.close()


def test_who_is_forked_from_us_leaves_our_children_alone() -> None:
    list(isolation.each(abs, [1]))
    result, answer = os.pipe()
    if not os.fork():
        os.write(answer, b"none" if not isolation._standing_by else b"some")
        os._exit(0)
    os.wait()

    assert os.read(result, 4) == b"none"
    assert list(isolation.each(abs, [-1])) == [1]


# The child leads a group of its own.
FORGETS_ITS_CHILD = """
import os
from focusareas import isolation
print(*isolation.each(os.getpgid, [0]), flush=True)
os._exit(0)
"""


def test_child_does_not_outlive_us() -> None:
    program = [sys.executable, "-c", FORGETS_ITS_CHILD]
    said = subprocess.run(program, capture_output=True, check=True, timeout=60)
    status = Path(f"/proc/{int(said.stdout)}/status")

    end = time.monotonic() + 3
    while status.exists() and "State:\tZ" not in status.read_text() and time.monotonic() < end:
        time.sleep(0.01)
    assert not status.exists() or "State:\tZ" in status.read_text()


def test_who_is_dismissed_is_gone() -> None:
    [number] = isolation.each(own_number, [1])

    isolation.dismiss()

    assert not Path(f"/proc/{number}").exists()


# ---------------------------------------------------------------- Files that do harm


@pytest.mark.parametrize(
    ("part", "times"),
    [(b" ", 400_000_000), (b"BT /F1 9 Tf (Kim Berg) Tj ET ", 1_500_000)],
    ids=["blanks", "texts"],
)
def test_small_file_that_unpacks_to_a_huge_page_is_refused(part: bytes, times: int) -> None:
    bomb = assemble(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            stream(part * times),
        ]
    )

    refused, taken = examine([("bomb.pdf", bomb), ("intyg.pdf", draw(column("Intyg")))], [])

    assert len(bomb) < 1_000_000
    assert "för stor att packa upp" in refused.refusal
    assert taken.readings[0].is_certificate
