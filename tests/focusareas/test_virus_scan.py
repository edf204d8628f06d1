"""What a scanner says is understood; what it fails to say is never taken for clean."""

import time
from pathlib import Path

import pytest

from focusareas.virus_scan import CHUNK, CLEAN, NOT_SCANNED, Scanner
from tests import clamd


def test_clean_and_infected_are_told_apart() -> None:
    with clamd.listening() as address:
        scanner = Scanner(address, seconds=10)

        assert scanner.scan(b"%PDF-1.7") == CLEAN
        found = scanner.scan(b"x" * CHUNK * 3 + clamd.EICAR)

    assert (found.is_scanned, found.infection) == (True, "Eicar-Test-Signature")


def test_scanner_behind_a_socket_file(tmp_path: Path) -> None:
    with clamd.listening(path=tmp_path / "clamd.ctl") as address:
        assert Scanner(address, seconds=10).scan(b"%PDF-1.7") == CLEAN


@pytest.mark.parametrize(
    "behave",
    [
        pytest.param(clamd.says(b""), id="nothing"),
        pytest.param(clamd.says(b"stream: OK"), id="cut off"),
        pytest.param(clamd.says(b"stream: O\0"), id="cut off within a word"),
        pytest.param(clamd.says(b"\xff" * 5000), id="garbage"),
        pytest.param(clamd.says(b"HTTP/1.1 200 OK\r\n\r\n\0"), id="something else"),
        pytest.param(clamd.says(b"INSTREAM: Can't allocate memory ERROR\0"), id="error"),
        pytest.param(clamd.says(b"INSTREAM size limit exceeded. ERROR\0"), id="too large"),
        pytest.param(clamd.takes_no_more, id="too large, hanging up"),
        pytest.param(clamd.hangs_up, id="refusing"),
    ],
)
def test_no_proper_answer_is_not_scanned(behave: clamd.Behaviour) -> None:
    with clamd.listening(behave) as address:
        scanner = Scanner(address, seconds=10)

        assert scanner.scan(b"x" * CHUNK * 20) == NOT_SCANNED
        assert not scanner.is_away


@pytest.mark.parametrize("behave", [clamd.says_nothing, clamd.drips])
def test_slow_scanner_costs_no_more_than_its_time(behave: clamd.Behaviour) -> None:
    started = time.monotonic()

    with clamd.listening(behave) as address:
        scanner = Scanner(address, seconds=0.5, seconds_a_file=0.2)
        verdicts = [scanner.scan(b"x") for _ in range(20)]

    assert set(verdicts) == {NOT_SCANNED}
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1:1", "/nowhere/clamd.ctl", "no port", "127.0.0.1:99999", "127.0.0.1:x", ":"],
)
def test_scanner_that_is_away_is_asked_once(address: str) -> None:
    scanner = Scanner(address, seconds=10)

    assert scanner.scan(b"x") == NOT_SCANNED
    assert scanner.is_away


def test_without_an_address_nothing_is_scanned() -> None:
    scanner = Scanner("", seconds=10)

    assert scanner.is_away
    assert scanner.scan(b"x") == NOT_SCANNED


def test_name_of_the_find_is_plain_text_of_some_length() -> None:
    with clamd.listening(
        clamd.says(b"stream: Elak\x1b[2J\n" + b"x" * 500 + b" FOUND\0")
    ) as address:
        verdict = Scanner(address, seconds=10).scan(b"x")

    assert verdict.infection.startswith("Elak[2J x")
    assert len(verdict.infection) == 200
