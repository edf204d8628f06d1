"""Every form that links lead to, sent with nonsense: each field is pointed out, none is saved."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.focusareas.test_list_workbooks import lived_in, pages
from tests.worlds import Inhabited

__all__ = ["lived_in"]

LONG = "x" * 20_000
# What is sent to a field, by its kind; a form is sent with all of them at once.
NONSENSE = {
    "text": LONG,
    "textarea": LONG,
    "email": "ingen adress",
    "url": "ingen adress",
    "date": "2023-02-30",
    "time": "25.61",
    "number": "tolv",
    "select": "999999",
    "radio": "999999",
    "checkbox": "999999",
}
# A tick that nobody offered is no tick, and what is searched for is cut short.
NEVER_WRONG = {"checkbox", "search"}
# A pasted list may be as long; the page then asks about its lines.
PASTED = {"training_paste", "meeting_attendance_paste"}
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(?!django_session)')


class PostForm(HTMLParser):
    """The fields of the page's first form that changes something: name, kind and value."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action: str | None = None
        self.is_open = False
        self.fields: dict[str, str] = {}
        self.hidden: dict[str, str] = {}
        self.invalid: set[str] = set()
        self.feed(page[page.index("<main") : page.index("</main>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.is_open = given.get("method") == "post" and self.action is None
            self.action = given.get("action", "") if self.is_open else self.action
        elif self.is_open and tag in ("input", "select", "textarea"):
            self.note(
                given.get("name", ""), given.get("type", "text") if tag == "input" else tag, given
            )

        elif self.is_open and tag == "button" and given.get("name"):
            # The button that goes on stands last.
            self.hidden[given["name"]] = given.get("value", "")

    def note(self, name: str, kind: str, given: dict[str, str]) -> None:
        if kind == "hidden":
            self.hidden[name] = given.get("value", "")
        elif kind in NONSENSE:
            self.fields[name] = kind
        if given.get("aria-invalid") == "true":
            self.invalid.add(name)

    def handle_endtag(self, tag: str) -> None:
        self.is_open = self.is_open and tag != "form"


def forms_within_reach(inhabited: Inhabited, role: str) -> Iterator[tuple[str, str, PostForm]]:
    for name, address, page in pages(inhabited, role):
        form = PostForm(page)
        if form.fields and name not in PASTED:
            yield name, form.action or address, form


def faults_of(client: Client, name: str, address: str, form: PostForm) -> list[str]:
    """What is wrong with how the nonsense is answered."""
    sent = form.hidden | {field: NONSENSE[kind] for field, kind in form.fields.items()}
    with CaptureQueriesContext(connection) as queries:
        response = client.post(address, sent)
    faults = [f"{name} writes: {q['sql'][:80]}" for q in queries if WRITES.match(q["sql"])]
    if response.status_code == 302:
        return faults
    if response.status_code not in (200, 422):
        return [*faults, f"{name} answers {response.status_code}"]
    page = response.content.decode()
    wrong = {field for field, kind in form.fields.items() if kind not in NEVER_WRONG}
    faults += [f"{name} takes {field}" for field in wrong - PostForm(page).invalid]
    return faults if 'class="error-summary"' in page else [*faults, f"{name} has no summary"]


@pytest.mark.parametrize("role", ["unit_manager", "lead", "administrator", "provider_manager"])
def test_nonsense_is_pointed_out_field_by_field(lived_in: Inhabited, role: str) -> None:
    found = list(forms_within_reach(lived_in, role))

    faults = [fault for form in found for fault in faults_of(lived_in.clients[role], *form)]

    assert faults == [], "\n".join(faults)
    assert len(found) >= 5
