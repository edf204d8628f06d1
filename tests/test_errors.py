"""Error pages: in Swedish, with every header, and without the database."""

import errno

import pytest
from django.conf import LazySettings
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFilesSent,
)
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError
from django.http import Http404
from django.test import Client, RequestFactory

from focusareas.views import health
from focusareas.views import start as start_module
from tests import factories as make
from vrplan import errors


@pytest.fixture
def client(db: None) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(make.make_user())
    return client


def break_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the start page fail."""

    def fail(*args: object) -> None:
        raise error

    monkeypatch.setattr(start_module, "signed_in_user", fail)


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (SuspiciousOperation("x"), 400, "Det gick inte att förstå"),
        (RequestDataTooBig("x"), 413, "Det var för mycket på en gång"),
        (TooManyFilesSent("x"), 413, "Det var för mycket på en gång"),
        (PermissionDenied("x"), 403, "Sidan är inte för din roll"),
        (Http404("x"), 404, "Sidan finns inte"),
        (ValueError("x"), 500, "Något gick fel hos oss"),
        (OperationalError("x"), 503, "Vi är strax tillbaka"),
        (InterfaceError("x"), 503, "Vi är strax tillbaka"),
        (DatabaseError("server closed the connection"), 503, "Vi är strax tillbaka"),
        (IntegrityError("x"), 500, "Något gick fel hos oss"),
        (OSError(errno.ENOSPC, "x"), 507, "Det får inte plats just nu"),
    ],
)
def test_error_has_its_page_and_every_header(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, words: str
) -> None:
    break_with(monkeypatch, error)

    response = client.get("/")

    assert response.status_code == status
    assert f"<h1>{words}</h1>" in response.content.decode()
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cache-Control"] == "no-store"


def test_database_that_is_away_while_the_session_is_read_is_503(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: SessionStore) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(SessionStore, "load", fail)

    response = client.get("/overview/")

    assert response.status_code == 503
    assert response["Retry-After"] == "30"


@pytest.mark.parametrize(
    ("error", "has_menu"), [(Http404("x"), True), (OperationalError("x"), False)]
)
def test_menu_stays_where_the_database_answers(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, has_menu: bool
) -> None:
    break_with(monkeypatch, error)

    page = client.get("/").content.decode()

    assert ("Logga ut" in page) is has_menu


def test_missing_page_is_the_plain_one_when_the_database_is_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: SessionStore) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(SessionStore, "load", fail)

    response = errors.page_not_found(client.get("/help/").wsgi_request)

    assert response.status_code == 404
    assert "Sidan finns inte" in response.content.decode()


def test_error_pages_touch_neither_database_nor_user() -> None:
    # No `db` fixture: a query would fail the test.
    request = RequestFactory().get("/")
    pages = [
        errors.bad_request(request),
        errors.permission_denied(request),
        errors.page_not_found(request),
        errors.server_error(request),
        errors.service_unavailable(request),
        errors.csrf_failure(request),
    ]

    assert [page.status_code for page in pages] == [400, 403, 404, 500, 503, 403]


def test_form_without_its_token_is_told_so(db: None) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/accounts/login/", {"login": "a@example.com", "password": "x"})

    assert response.status_code == 403
    assert "Gå tillbaka i webbläsaren" in response.content.decode()


def test_body_over_the_limit_is_413(db: None, settings: LazySettings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    response = Client().post("/accounts/login/", {"login": "x" * 200})

    assert response.status_code == 413


def test_address_that_is_not_ours_is_404_with_every_header(db: None) -> None:
    response = Client().get("/finns-inte/")

    assert response.status_code == 404
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_health_is_ok_for_anybody(db: None) -> None:
    response = Client().get("/health/")

    assert (response.status_code, response.content) == (200, b"ok")


def test_health_is_503_when_the_database_is_away(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        def cursor(self) -> None:
            raise OperationalError("x")

    monkeypatch.setattr(health, "connection", Away())

    assert Client().get("/health/").status_code == 503
