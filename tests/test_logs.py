"""The log says where it went wrong, and nothing of the people it was about."""

import logging
import sys

import pytest
from django.db import IntegrityError, connection

from focusareas import isolation
from tests import factories as make
from vrplan.logs import Formatter


def logged(error: Exception) -> str:
    try:
        raise error
    except type(error):
        return Formatter().formatException(sys.exc_info())


def test_row_that_the_database_quotes_is_left_out() -> None:
    message = (
        'duplicate key value violates unique constraint "user_email"\n'
        "DETAIL:  Key (email)=(anna@example.com) already exists.\n"
    )

    text = logged(IntegrityError(message))

    assert "user_email" in text
    assert "in logged" in text
    assert "anna" not in text


@pytest.mark.django_db
def test_row_that_breaks_a_rule_is_not_in_the_log() -> None:
    email = "anna@example.com"
    make.make_user(email)

    with pytest.raises(IntegrityError) as caught:
        make.make_user(email)

    assert "anna@" not in logged(caught.value)
    assert connection.vendor != "postgresql" or "anna@" in str(caught.value)


def test_every_handler_writes_so() -> None:
    handlers = logging.getLogger().handlers
    ours = [handler for handler in handlers if type(handler) is logging.StreamHandler]

    assert [type(handler.formatter) for handler in ours] == [Formatter]


def quotes(line: str) -> str:
    raise ValueError(f"cannot read {line}")


def test_error_in_a_file_does_not_quote_the_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert list(isolation.each(quotes, ["Anna Berg"])) == [None]

    told = capfd.readouterr().err
    assert "ValueError" in told
    assert "in quotes" in told
    assert "Anna" not in told
