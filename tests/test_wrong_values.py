"""Every form that links lead to, sent with nonsense: each field is pointed out, none is saved."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.forms_on_pages import GIVEN, Form, Offers
from tests.links import pages_by_links
from tests.lived_in import make_lived_in
from tests.worlds import ON_DAY

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
# A tick that nobody offered is no tick.
NEVER_WRONG = {"checkbox"}
# A pasted list may be as long; the page then asks about its lines.
PASTED = {"training_paste", "meeting_attendance_paste"}
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(?!django_session)')


def changing_form(page: str) -> Form | None:
    """The page's first form that changes something, below what stands on every page."""
    main = page[page.index("<main") : page.index("</main>")]
    return next((form for form in Offers(main).forms if form.method == "post"), None)


def fields_of(form: Form) -> dict[str, str]:
    """The fields one can write nonsense in, with their kinds."""
    return {name: kind for name, (kind, _) in form.fields.items() if kind in NONSENSE}


def forms_within_reach(client: Client) -> Iterator[tuple[str, str, Form]]:
    for page in pages_by_links(client.get, starts=(f"/overview/{ON_DAY}", "/")):
        form = changing_form(page.text)
        if form and fields_of(form) and page.name not in PASTED:
            yield page.name, urljoin(page.address, form.action) or page.address, form


def faults_of(client: Client, name: str, address: str, form: Form) -> list[str]:
    """What is wrong with how the nonsense is answered."""
    fields = fields_of(form)
    given = {field: values for field, (kind, values) in form.fields.items() if kind in GIVEN}
    sent = given | {field: NONSENSE[kind] for field, kind in fields.items()}
    with CaptureQueriesContext(connection) as queries:
        response = client.post(address, sent)
    faults = [f"{name} writes: {q['sql'][:80]}" for q in queries if WRITES.match(q["sql"])]
    if response.status_code == 302:
        return faults
    if response.status_code not in (200, 422):
        return [*faults, f"{name} answers {response.status_code}"]
    page = response.content.decode()
    wrong = {field for field, kind in fields.items() if kind not in NEVER_WRONG}
    told = changing_form(page)
    faults += [f"{name} takes {field}" for field in wrong - (told.invalid if told else set())]
    return faults if 'class="error-summary"' in page else [*faults, f"{name} has no summary"]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["unit_manager", "lead", "administrator", "provider_manager"])
def test_nonsense_is_pointed_out_field_by_field(role: str) -> None:
    client = make_lived_in().clients[role]
    found = list(forms_within_reach(client))

    faults = [fault for form in found for fault in faults_of(client, *form)]

    assert faults == [], "\n".join(faults)
    assert len(found) >= 5
