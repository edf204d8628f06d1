"""Certificates handed in to the system as it runs in operation, on either database, with faults."""

import hashlib
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from django.db import connection

from tests.hand_ins import certificate
from tests.live_server import LiveServer, children, running
from tests.pictures import as_file
from tests.pictures import certificate as picture

N_AT_ONCE = 24
N_KILLED = 5
WELL = "0 utan intyg, 0 saknas eller har ändrats."


@pytest.fixture(scope="module")
def server(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveServer]:
    folder = tmp_path_factory.mktemp("live")
    if connection.vendor != "postgresql":
        with running(folder) as server:
            yield server
        return
    name = f"live_{folder.parent.name.replace('-', '_')}"
    with django_db_blocker.unblock():
        execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}")
        with running(folder, url_of(name)) as server:
            yield server
        execute(f"DROP DATABASE {name} WITH (FORCE)")


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    connection.close()


def url_of(database: str) -> str:
    """The address of another database on the server that the tests run on."""
    there = connection.settings_dict
    secret = f":{there['PASSWORD']}" if there["PASSWORD"] else ""
    port = f":{there['PORT']}" if there["PORT"] else ""
    host = f"/{there['HOST']}" if there["HOST"].startswith("/") else f"{there['HOST']}{port}"
    return f"postgres://{there['USER']}{secret}@{host}/{database}"


def test_one_certificate_handed_in_by_many_at_once_counts_once(server):
    """The same bytes, and other bytes about the same person, at four units."""
    same, other = certificate("Kim Berg"), certificate("Kim Berg", day="2023-04-13")

    def hand_in(number: int) -> int | None:
        unit = server.units[number % len(server.units)]
        return server.hand_in(unit, other if number % 3 == 0 else same)

    with ThreadPoolExecutor(N_AT_ONCE) as pool:
        statuses = Counter(pool.map(hand_in, range(N_AT_ONCE)))

    assert statuses == {302: N_AT_ONCE}
    report = server.report()
    assert report["people"]["Kim"] == 1
    assert list(report["files"].values()) == [1]
    assert server.run("manage.py", "check_media") == f"1 filer i databasen, {WELL}\n"


def test_what_was_acknowledged_is_in_although_workers_are_killed(server):
    """Managers hand in pile after pile, each until it is acknowledged, while workers die."""
    interrupted, stop = [], threading.Event()

    def hand_in_until_stopped(unit: str) -> list[str]:
        acknowledged = []
        for number in count():
            pile = [certificate(f"Ny Namnson {unit} {number} {letter}") for letter in "abc"]
            while (status := server.hand_in(unit, *pile)) != 302:
                assert status is None, f"answered {status}"
                interrupted.append(unit)
            acknowledged += [hashlib.sha256(content).hexdigest() for content in pile]
            if stop.is_set():
                return acknowledged
        return []

    with ThreadPoolExecutor() as pool:
        managers = [pool.submit(hand_in_until_stopped, unit) for unit in server.units]
        for _ in range(N_KILLED):
            time.sleep(0.4)
            server.kill_oldest_worker()
        stop.set()
        acknowledged = [sha256 for done in managers for sha256 in done.result()]

    assert interrupted
    server.run("manage.py", "check_media", "--delete-orphans")
    assert server.run("manage.py", "check_media").endswith(WELL + "\n")
    kept = server.report()["files"]
    assert [kept.get(sha256) for sha256 in acknowledged] == [1] * len(acknowledged)


@pytest.mark.postgresql
def test_picture_is_read_once_although_a_worker_is_killed_and_two_go_on(server):
    """A worker dies while it reads; two that start at the same moment take up what it left."""
    scan = as_file(picture("Siv Lind"))
    assert server.hand_in(server.units[0], scan) == 302
    killed = server.work()
    until = time.monotonic() + 20
    while not children(killed) and time.monotonic() < until:
        time.sleep(0.01)

    killed.kill()
    killed.wait()
    assert server.report()["awaited"] == 1
    for worker in [server.work("--batch", "--interval", "0") for _ in range(2)]:
        assert worker.wait(timeout=60) == 0

    report = server.report()
    assert report["awaited"] == 0
    assert report["people"]["Siv"] == 1
    assert report["files"][hashlib.sha256(scan).hexdigest()] == 1
