"""What holds for every test: settings, nothing undefined in templates, no network."""

import os
import socket
import sys
from collections.abc import Iterator
from copy import deepcopy
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import LazySettings
from django.db import connection
from django.template import engines
from django.template.base import Node
from django.test import SimpleTestCase, override_settings

from focusareas import isolation
from focusareas.models import Plan
from focusareas.plan_file import DEFAULT_PLAN, load_plan
from reporting.triggers import CREATE, DROP
from tests.keeping import kept
from tests.worlds import Inhabited, make_inhabited

hypothesis.settings.register_profile("vrplan", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("vrplan")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and run it last: its event loop stays once it has begun.

    On PostgreSQL only what depends on it: the rest has run on SQLite and would say the same.
    """
    if connection.vendor == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not needs_both(item)])
        items[:] = filter(needs_both, items)
    without_postgresql = pytest.mark.skipif(
        connection.vendor != "postgresql", reason="holds on PostgreSQL, which this run is not on"
    )
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("postgresql"):
            item.add_marker(without_postgresql)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def needs_both(item: pytest.Item) -> bool:
    """Whether the test asks a database, and more of it than texts."""
    if item.get_closest_marker("once"):
        return False
    databases = {"db", "transactional_db", "django_db_setup"}
    is_test_case = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
    is_marked = item.get_closest_marker("django_db") is not None
    return is_test_case or is_marked or not databases.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session", autouse=True)
def settings_for_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Quick passwords, who signs in with a code as in service, and static files as they lie in
    the tree instead of collected ones.

    Those are looked up when they are asked for, instead of all of them for each test client.
    """
    with override_settings(
        WHITENOISE_AUTOREFRESH=True,
        SECOND_FACTOR="contracted",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
    ):
        yield


@pytest.fixture(autouse=True)
def folders_of_the_test(settings: LazySettings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    settings.CERTIFICATE_DIR = tmp_path / "certificates"
    settings.QUARANTINE_DIR = tmp_path / "quarantine"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()


@pytest.fixture(autouse=True)
def nobody_stands_by() -> Iterator[None]:
    """Who does work apart is forked from what we are in this very test, patches and all."""
    yield
    isolation.dismiss()


@pytest.fixture(scope="module")
def plan_is_loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept(django_db_blocker):
        load_plan(DEFAULT_PLAN)
        yield


@pytest.fixture
def shipped_plan(plan_is_loaded: None, db: None) -> Plan:
    """The plan 2022-2023 with nothing reported; in a module of its own, none is without it."""
    return Plan.objects.get()


@pytest.fixture(scope="module")
def everybody_is_signed_in(django_db_setup: None, django_db_blocker: Any) -> Iterator[Inhabited]:
    with kept(django_db_blocker):
        inhabited = make_inhabited()
        for role in inhabited.users:
            inhabited.clients[role]  # who signs in during a test is signed out with it
        yield inhabited


@pytest.fixture
def inhabited(everybody_is_signed_in: Inhabited, db: None) -> Inhabited:
    """The world with somebody of every role, as no other test has changed it."""
    return deepcopy(everybody_is_signed_in)


class FailOnUndefined(str):
    """Stands for a variable that a template names and nobody gave.

    Only our own templates must be without; those of packages count on an empty text.
    """

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> str:
        template = template_being_rendered()
        if template.is_relative_to(Path(__file__).parent.parent / "templates"):
            pytest.fail(f"{template} shows {variable}, which is not defined")
        return ""


def template_being_rendered() -> Path:
    """The file of the innermost template node on the call stack."""
    frame = sys._getframe()
    while not isinstance(node := frame.f_locals.get("self"), Node) or not node.origin:
        assert frame.f_back
        frame = frame.f_back
    return Path(node.origin.name)


@pytest.fixture(scope="session", autouse=True)
def undefined_variables_fail() -> None:
    engines["django"].engine.string_if_invalid = FailOnUndefined("undefined")


@pytest.fixture(scope="session", autouse=True)
def issued_reports_go_when_tables_are_emptied() -> Iterator[None]:
    """On SQLite a test's tables are emptied row by row, which the report's trigger refuses."""
    operations = type(connection.ops)
    sql_flush = operations.sql_flush

    def without_triggers(self: Any, *args: Any, **kwargs: Any) -> list[str]:
        return [*DROP["sqlite"], *sql_flush(self, *args, **kwargs), *CREATE["sqlite"]]

    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "sqlite":
            patch.setattr(operations, "sql_flush", without_triggers)
        yield


@pytest.fixture(scope="session", autouse=True)
def worker_keeps_the_connection() -> Iterator[None]:
    """On PostgreSQL a worker would close the connection that the test's transaction is in."""
    with pytest.MonkeyPatch.context() as patch:
        worker = "django_tasks_db.management.commands.db_worker"
        patch.setattr(f"{worker}.close_old_connections", lambda: None)
        yield


def is_this_computer(host: Any) -> bool:
    if host in ("localhost", "", None):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Whoever would reach another computer, or ask for its address, fails."""
    connect, getaddrinfo = socket.socket.connect, socket.getaddrinfo

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_this_computer(address[0]):
            pytest.fail(f"a connection to {address} was opened")
        connect(self, address)

    def getaddrinfo_here(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_this_computer(host):
            pytest.fail(f"the address of {host} was asked for")
        return getaddrinfo(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        patch.setattr(socket, "getaddrinfo", getaddrinfo_here)
        yield
