"""Another day than today: chosen at the top of a page, kept in its links, and pointed out."""

import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.utils import timezone
from openpyxl import load_workbook

from focusareas.models import Activity
from reporting.models import Report
from tests import factories as make
from tests.test_pages import address
from tests.worlds import ON_DAY, Inhabited

PAGES = ["/overview/", "/units/HEMT/", "/activities/1.2/", "/departments/Äldreomsorg/"]
# The pages of figures and the workbooks of their lists, but nothing that is done about them.
OF_FIGURES = re.compile(r"/(units|activities|departments)/\d+/(\w+\.xlsx)?(\?|#|$)")
QUICK = {
    "I dag": "?",
    "31\u00a0oktober 2023": "?day=2023-10-31",
    "Planens början": "?day=2022-01-01",
    "Planens slut": "?day=2023-12-31",
}


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = date(2023, 11, 15)
    return inhabited


class Links(HTMLParser):
    """The links of a page, by their words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.href: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.href = dict(attrs).get("href") if tag == "a" else self.href

    def handle_data(self, data: str) -> None:
        if self.href and data.strip():
            self.found.setdefault(data.strip(), self.href)

    def handle_endtag(self, tag: str) -> None:
        self.href = None if tag == "a" else self.href


@pytest.mark.parametrize("path", PAGES)
def test_page_offers_the_days_one_often_asks_about(inhabited: Inhabited, path: str) -> None:
    links = Links(inhabited.get("lead", address(inhabited, path))).found

    assert {label: links.get(label) for label in QUICK} == QUICK


def test_short_cuts_and_the_way_back_keep_the_filter(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", f"/overview/{ON_DAY}&operation=own&sort=name")

    links = Links(page).found
    assert links["Planens slut"] == "?day=2023-12-31&operation=own&sort=name"
    assert links["Visa i dag"] == "?operation=own&sort=name"
    assert '<input type="hidden" name="operation" value="own">' in page


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_figures_keeps_the_day(inhabited: Inhabited, path: str) -> None:
    page = inhabited.get("lead", address(inhabited, path) + ON_DAY)

    links = [href for href in Links(page).found.values() if OF_FIGURES.match(href)]
    assert len(links) > 1
    assert [href for href in links if "day=2023-04-30" not in href] == []


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2021-12-31", "Planen började först 1\u00a0januari 2022."),
        ("2024-01-01", "Planen slutade 31\u00a0december 2023."),
        ("2023-11-16", "Dagen har inte varit än."),
    ],
)
@pytest.mark.parametrize("path", PAGES)
def test_day_outside_what_has_happened_is_explained(
    inhabited: Inhabited, path: str, day: str, sentence: str
) -> None:
    assert sentence in inhabited.get("lead", f"{address(inhabited, path)}?day={day}")


def test_day_in_the_plan_that_is_over_needs_no_explanation(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", f"/overview/{ON_DAY}")

    assert "Planen började först" not in page
    assert "Planen slutade" not in page
    assert "Dagen har inte varit än" not in page


def test_today_is_not_pointed_out(inhabited: Inhabited) -> None:
    assert "Du ser läget" not in inhabited.get("lead", "/overview/?day=2023-11-15")


def test_page_of_a_milestone_has_the_picker(inhabited: Inhabited) -> None:
    milestone = make.make_activity("6.1", measure=Activity.Measure.MILESTONE, deadline=None)

    page = inhabited.get("lead", f"/activities/{milestone.pk}/{ON_DAY}")

    assert "Läget per" in page


def test_readers_of_reports_have_the_day_of_the_latest(inhabited: Inhabited) -> None:
    words = "Senaste rapporten, 30\u00a0april 2023"
    days = {"as_of": date(2023, 4, 30), "dated": date(2023, 5, 15)}
    report = Report(plan=inhabited.world.plan, kind=Report.Kind.INTERIM, **days)
    report.save()
    assert words not in inhabited.get("lead", "/overview/")

    report.issued_at, report.html, report.sha256 = timezone.now(), "-", "0" * 64
    report.pdf = b"%PDF"
    report.save()

    assert Links(inhabited.get("lead", "/overview/")).found[words] == "?day=2023-04-30"
    assert words not in inhabited.get("unit_manager", "/overview/")


def test_unit_goes_by_the_name_it_had_on_the_day(inhabited: Inhabited) -> None:
    unit = inhabited.world.units["HEMT"]
    for name, last_day in [("Hemhjälpen", date(2022, 12, 31)), ("Nordan", date(2023, 4, 30))]:
        unit.former_names.create(name=name, last_day=last_day)
    pages = {
        day: [
            inhabited.get("lead", f"{path}?day={day}")
            for path in (f"/units/{unit.pk}/", "/overview/")
        ]
        for day in ("2022-12-31", "2023-01-01", "2023-05-01")
    }

    headings = {day: re.findall("<h1>(.*?)</h1>", own)[0] for day, (own, _) in pages.items()}
    assert headings == {
        "2022-12-31": "Hemhjälpen",
        "2023-01-01": "Nordan",
        "2023-05-01": "Hemtjänst Norr",
    }
    for day, name in headings.items():
        own, overview = pages[day]
        assert f">{name}</a>" in overview
        assert ("eter i dag Hemtjänst Norr" in own) == (name != "Hemtjänst Norr")
        assert ("eter i dag Hemtjänst Norr" in overview) == (name != "Hemtjänst Norr")


@pytest.mark.parametrize("words", ["nordan", "hemtjänst norr", "hemhjälpen"])
def test_unit_of_a_past_day_is_found_by_any_of_its_names(inhabited: Inhabited, words: str) -> None:
    unit = inhabited.world.units["HEMT"]
    for name, last_day in [("Hemhjälpen", date(2022, 12, 31)), ("Nordan", date(2023, 4, 30))]:
        unit.former_names.create(name=name, last_day=last_day)

    page = inhabited.get(
        "lead", f"/activities/{inhabited.world.web_course.pk}/{ON_DAY}&search={words}"
    )

    assert ">Nordan</a>" in page


def test_workbook_of_a_past_day_has_the_names_of_then(inhabited: Inhabited) -> None:
    inhabited.world.units["HEMT"].former_names.create(name="Nordan", last_day=date(2023, 4, 30))
    path = address(inhabited, "/activities/1.2/")

    response = inhabited.clients["lead"].get(f"{path}units.xlsx{ON_DAY}")

    rows = load_workbook(BytesIO(response.content)).worksheets[0].iter_rows(values_only=True)
    names = [row[0] for row in rows]
    assert "Nordan" in names
    assert "Hemtjänst Norr" not in names
