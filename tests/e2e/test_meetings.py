"""A meeting in the browser: who came, read from the list that went round."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from focusareas.models import Activity, Meeting
from tests import factories as make
from tests.e2e.test_pages import sign_in
from tests.worlds import Inhabited, make_inhabited

LIST = "1. Anna Berg\tHemtjänst Norr\n2. Lind, Jan\n3. Kim Mallm\n4. Xerxes Quist"


@pytest.fixture
def inhabited(transactional_db: None) -> Inhabited:
    return make_inhabited()


def test_lead_pastes_the_list_and_answers_what_is_doubtful(
    page: Page, inhabited: Inhabited, barriers: Callable[[], list[str]]
) -> None:
    meetings = make.make_activity("2.5", measure=Activity.Measure.MEETINGS)
    meeting = Meeting.objects.create(activity=meetings, day=date(2023, 5, 11), theme="Uppstart")
    sign_in(page, inhabited.users["lead"])
    page.goto(f"/meetings/{meeting.pk}/")

    page.get_by_role("link", name="Klistra in deltagarlistan").click()
    page.get_by_label("Deltagarlistan").fill(LIST)
    page.get_by_role("button", name="Läs listan").click()
    expect(page.get_by_role("main")).to_contain_text("Xerxes Quist")
    assert barriers() == []
    page.get_by_role("radio", name="Kim Malm").check()
    page.get_by_role("button", name="Spara närvaron").click()

    expect(page.get_by_role("main")).to_contain_text("3 av 3")
    assert barriers() == []
    came = sorted(person.given_name for person in meeting.attendees.all())
    assert came == ["Anna", "Jan", "Kim"]
