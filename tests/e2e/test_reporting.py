"""One activity of each measure, reported in a browser by the one whose it is, with few clicks."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from focusareas import completion
from focusareas.models import Plan, Unit
from focusareas.plan_file import DEFAULT_PLAN, load_plan
from tests import factories as make
from tests.e2e.crawling import enter
from tests.hand_ins import certificate
from tests.worlds import signed_in

TODAY = date(2023, 5, 15)
MOST_CLICKS = 5
START = "/overview/"
# The course that the page proposes for key persons.
COURSE = "Hedersrelaterat våld och förtryck – socialtjänsten"


@pytest.fixture
def plan(transactional_db: None, settings: Any) -> Plan:
    settings.TODAY = TODAY
    unit = make.make_unit("FAM", name="Familjefrid", tags=("familjefrid",))
    make.make_staff_member("Anna Berg", unit=unit)
    make.make_staff_member("Bo Ek", unit=unit)
    return load_plan(DEFAULT_PLAN).plan


class Hand:
    """Does what it is told in the browser, and counts the clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.n_clicks = page, 0

    def report(self, start: str, *steps: tuple[str, Any], told: str) -> None:
        """From the page one begins on, until the site says that it is done."""
        self.page.goto(start)
        self.n_clicks = 0
        for how, what in steps:
            self.take(how, what)
        expect(self.page.get_by_text(told).first).to_be_visible()
        assert self.n_clicks <= MOST_CLICKS, steps

    def take(self, how: Any, what: Any) -> None:
        if how == "type":
            label, _, text = what.partition(": ")
            self.page.get_by_role("textbox", name=label, exact=True).fill(text)
            return
        self.n_clicks += 1
        if how == "choose":
            self.page.get_by_role("combobox", name="Läge").select_option(label=what)
        elif how == "file":
            self.page.locator("input[type=file]").set_input_files(what)
        elif how == "radio":
            self.page.get_by_role(how, name=what).check()
        else:
            self.page.get_by_role(how, name=what, exact=True).first.click()


def test_each_measure_is_reported_in_a_few_clicks(
    page: Page, plan: Plan, base_url: str, tmp_path: Path
) -> None:
    unit, hand = Unit.objects.get(), Hand(page)
    manager = make.make_user("chef@example.com")
    make.make_unit_manager(manager, unit)
    own, files = f"/units/{unit.pk}/", {}
    for code, title in (("1.2", "Webbkurs om våld"), ("4.2", COURSE)):
        files[code] = tmp_path / f"{code}.pdf"
        files[code].write_bytes(certificate("Anna Berg", title=title))

    page.set_viewport_size({"width": 375, "height": 700})
    enter(page, signed_in(manager), base_url)
    routine = ("link", "Bekräfta rutinen för 3.4"), ("button", "Bekräfta rutinen")
    hand.report(own, *routine, told="Rutinen är bekräftad.")
    naming = (
        ("link", "Utse nyckelperson"),
        ("radio", "Anna Berg"),
        ("button", "Utse nyckelperson"),
    )
    hand.report(own, *naming, told="Anna Berg är nyckelperson")
    for code, file in files.items():
        handing_in = ("link", f"Lämna in intyg för {code}"), ("file", file), ("button", "Lämna in")
        hand.report(own, *handing_in, told="1 klart")

    page.set_viewport_size({"width": 1280, "height": 800})
    enter(page, signed_in(make.make_user(is_development_lead=True)), base_url)
    value = (
        ("link", "1.1 Filmen"),
        ("link", "Rapportera ett värde"),
        ("type", "Värde: 57"),
        ("button", "Spara"),
    )
    hand.report(START, *value, told="Värdet är sparat.")
    milestone = (
        ("link", "2.1 Utvecklat förslag om nyckelpersonsstruktur"),
        ("link", "Ändra milstolpens läge"),
        ("choose", "Klart"),
        ("button", "Spara"),
    )
    hand.report(START, *milestone, told="sparat")
    meeting = (
        ("link", "2.5 Nyckelpersonsträffar två gånger per år"),
        ("link", "Ny träff"),
        ("type", "Tema: Uppstart"),
        ("type", "Dag: 2023-05-11"),
        ("button", "Spara"),
    )
    hand.report(START, *meeting, told="Träffen är sparad.")
    review = ("link", "Granska"), ("link", "Börja granska"), ("button", "Godkänn")
    hand.report(START, *review, ("button", "Godkänn"), told="Allt är granskat")

    figures = completion.for_plan(plan, on=TODAY)
    reported = ("1.1", "1.2", "2.1", "2.4", "2.5", "3.4", "4.2")
    done = [figures.activity(code).total.done for code in reported]
    assert done == [57, 1, 1, 1, 1, 1, 1]
