"""A NUL in every field of every form that can be reached: told, never a fault, never saved."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from django.db import connection, transaction
from django.test import Client

from tests.forms_on_pages import Form, forms_that_take_something
from tests.links import pages_by_links
from tests.lived_in import make_lived_in

ODD = "a\0\ufdd0\u202e\x1b"
ROLES = ("anonymous", "unit_manager", "provider_manager", "administrator", "lead")


def refuse_nul(execute: Callable[..., Any], sql: str, parameters: Any, *rest: Any) -> Any:
    """What PostgreSQL does by itself and SQLite does not."""
    given = parameters.values() if isinstance(parameters, dict) else parameters or ()
    assert not any(isinstance(one, str) and "\0" in one for one in given), "NUL in a query"
    return execute(sql, parameters, *rest)


def sent_odd(client: Client, form: Form, address: str) -> Iterator[int]:
    """The answers to odd bytes in what one types, and in what one chooses too; nothing lasts."""
    target = urljoin(address, form.action) or address
    send = client.post if form.method == "post" else client.get
    typed, all_odd = (form.filled(ODD, also_chosen=also) for also in (False, True))
    for data in [typed, all_odd] if typed != all_odd else [typed]:
        with transaction.atomic():
            status = send(target, data).status_code
            transaction.set_rollback(True)
        yield status


# With PostgreSQL's refusal put in, one database says the same as the other.
@pytest.mark.once
@pytest.mark.django_db
def test_odd_bytes_in_any_form_are_told_and_not_saved() -> None:
    clients, tried, faults = make_lived_in().clients, set(), []

    with connection.execute_wrapper(refuse_nul):
        for role in ROLES:
            clients[role].raise_request_exception = False
            for page in pages_by_links(clients[role].get):
                for form in forms_that_take_something(page.offers):
                    # What many pages have at their top, such as the day, is tried on one.
                    what = page.name if form.method == "post" else "", tuple(form.fields)
                    if what in tried:
                        continue
                    tried.add(what)
                    faults += [
                        f"{role} {page.address} {form.action}: {status}"
                        for status in sent_odd(clients[role], form, page.address)
                        if status >= 500
                    ]

    assert faults == []
    assert len(tried) > 60
