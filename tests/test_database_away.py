"""PostgreSQL is stopped while people work and started again: they are told, and then go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from tests.worlds import Inhabited, make_inhabited

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def inhabited() -> Inhabited:
    return make_inhabited()


@contextmanager
def database_away() -> Iterator[None]:
    """Whoever was connected is thrown out and nobody is let in, as by a server that stops."""
    name = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        try:
            yield
        finally:
            cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def ask(live_server: LiveServer, inhabited: Inhabited, path: str) -> tuple[int, str]:
    session = inhabited.clients["lead"].cookies[settings.SESSION_COOKIE_NAME].value
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}"
    request = Request(live_server.url + path, headers={"Cookie": cookie})
    try:
        with urlopen(request, timeout=20) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.parametrize("path", ["/overview/", "/finns-inte/", "/health/"])
def test_the_next_request_after_a_stop_works_without_a_restart(
    live_server: LiveServer, inhabited: Inhabited, path: str
) -> None:
    before = ask(live_server, inhabited, path)

    with database_away():
        while_away = ask(live_server, inhabited, path)
        ask(live_server, inhabited, path)

    assert while_away[0] == (404 if path == "/finns-inte/" else 503)
    assert "Traceback" not in while_away[1]
    assert "Vi är strax tillbaka" in while_away[1] or path != "/overview/"
    assert ask(live_server, inhabited, path)[0] == before[0]
    assert "Logga ut" in ask(live_server, inhabited, "/overview/")[1]
