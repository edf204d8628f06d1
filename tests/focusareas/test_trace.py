"""What pages show of the trace."""

import pytest

from focusareas import trace
from focusareas.models import AuditEvent
from focusareas.models.audit import record
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return make.make_unit()


@pytest.fixture
def lead():
    return make.make_user(is_development_lead=True)


def texts(entries) -> list[str]:
    return [entry.text for entry in entries]


def test_latest_comes_first_and_only_about_the_object(unit, lead):
    for about, text in [(unit, "Först."), (make.make_unit(), "Annat."), (unit, "Sedan.")]:
        record(by=lead, text=text, about=about)

    found = trace.latest(unit, reader=lead)

    assert (texts(found.entries), found.has_more) == (["Sedan.", "Först."], False)


@pytest.mark.parametrize(("events", "has_more"), [(20, False), (21, True)])
def test_twenty_are_shown_and_the_rest_is_said_to_be_there(unit, lead, events, has_more):
    for number in range(events):
        record(by=lead, text=str(number), about=unit)

    found = trace.latest(unit, reader=lead)

    assert (len(found.entries), found.has_more) == (20, has_more)


def test_everything_is_paged(unit, lead):
    AuditEvent.objects.bulk_create(
        AuditEvent(actor="x", text=str(number), object_type="focusareas.unit", object_id=unit.pk)
        for number in range(101)
    )

    assert [len(trace.page_of(unit, number, reader=lead)[1]) for number in ("1", "2")] == [100, 1]
    assert trace.page_of(unit, "\0", reader=lead)[0].number == 1


def test_name_that_became_protected_is_hidden_but_for_those_who_must_know(unit, lead):
    make.make_staff_member("Kim Berg", is_protected=True)
    record(by=lead, text="Flyttade intyget från Kim Berg (7) till Kim Bergström (8).", about=unit)

    others = trace.latest(unit, reader=make.make_user())

    assert texts(others.entries) == ["Flyttade intyget från Skyddad (7) till Kim Bergström (8)."]
    assert "Kim Berg (7)" in texts(trace.latest(unit, reader=lead).entries)[0]


def test_reading_costs_the_same_for_many(unit, lead, django_assert_num_queries):
    for _ in range(30):
        record(by=lead, text="Något.", about=unit)

    with django_assert_num_queries(1):
        trace.latest(unit, reader=lead)
