"""What holds for every page: well-formed, one heading, a title, a label for every input."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.http import HttpResponse

from focusareas.models import Department, Plan
from tests.worlds import ON_DAY, Inhabited

pytestmark = pytest.mark.once

VOID = {"br", "hr", "img", "input", "link", "meta"}
# In SVG any element may close itself.
SVG = {"circle", "line", "path", "rect"}

PAGES = [
    ("anonymous", "/accounts/login/"),
    ("anonymous", "/accounts/signup/"),
    ("anonymous", "/accounts/inactive/"),
    ("anonymous", "/accounts/password/reset/"),
    ("anonymous", "/accounts/password/reset/done/"),
    ("anonymous", "/accounts/password/reset/key/1-x/"),
    ("anonymous", "/accounts/password/reset/key/done/"),
    ("charlie", "/"),
    ("charlie", "/help/"),
    ("unit_manager", "/help/"),
    ("administrator", "/help/"),
    ("department_head", "/help/"),
    ("lead", "/help/"),
    ("unit_manager", "/accounts/logout/"),
    ("unit_manager", f"/overview/{ON_DAY}"),
    ("unit_manager", f"/units/HEMT/{ON_DAY}"),
    ("unit_manager", f"/activities/1.2/{ON_DAY}"),
    ("unit_manager", "/units/HEMT/"),
    ("unit_manager", "/units/HEMT/hand-in/"),
    ("unit_manager", "/units/HEMT/received/"),
    ("unit_manager", "/units/HEMT/poster/?names=1"),
    ("unit_manager", "/units/HEMT/share-link/"),
    ("unit_manager", "/units/HEMT/key-persons/new/?q=anna"),
    ("unit_manager", "/units/HEMT/activities/1.2/declare/"),
    ("steering_group", f"/plans/plan/indicators/{ON_DAY}"),
    ("lead", "/plans/plan/indicators/new/"),
    ("lead", "/activities/1.2/trainings/"),
    ("lead", "/activities/1.2/trainings/new/"),
    ("lead", f"/key-persons/{ON_DAY}"),
    ("department_head", f"/key-persons/{ON_DAY}&q=anna"),
    ("lead", "/key-persons/coverage/"),
    ("steering_group", f"/key-persons/coverage/{ON_DAY}"),
    ("provider_manager", f"/units/OMS/{ON_DAY}"),
    ("provider_manager", "/units/OMS/staff/"),
    ("provider_manager", "/units/OMS/staff/new/"),
    ("department_head", f"/overview/{ON_DAY}"),
    ("department_head", f"/departments/Äldreomsorg/{ON_DAY}"),
    ("steering_group", f"/overview/{ON_DAY}"),
    ("steering_group", f"/departments/Äldreomsorg/{ON_DAY}"),
    ("lead", f"/overview/{ON_DAY}&search=norr&status=at_risk&sort=name"),
    ("administrator", "/overview/"),
    ("administrator", "/administration/"),
    ("administrator", "/imports/"),
    ("administrator", "/imports/new/"),
    ("administrator", "/organisation/"),
    ("administrator", "/people/"),
    ("administrator", "/people/?q=ingen"),
    ("administrator", "/people/Anna/"),
    ("administrator", "/people/twice/"),
    ("administrator", "/people/Anna/merge/?q=bo"),
    ("administrator", "/people/Anna/merge/Cilla/"),
    ("administrator", "/people/Anna/edit/"),
    ("administrator", "/people/Anna/protection/"),
    ("administrator", "/people/Anna/employments/new/"),
    ("administrator", "/units/"),
    ("administrator", "/payments/"),
    ("unit_manager", "/units/HEMT/payments/"),
    ("administrator", "/units/new/"),
    ("administrator", "/units/HEMT/settings/"),
    ("administrator", "/units/HEMT/edit/"),
    ("administrator", "/units/HEMT/close/"),
    ("administrator", "/units/SARB/reopen/"),
    ("administrator", "/units/HEMT/managers/new/"),
    ("administrator", "/departments/"),
    ("administrator", "/departments/Äldreomsorg/settings/"),
    ("administrator", "/providers/"),
    ("administrator", "/plans/"),
    ("administrator", "/plans/plan/"),
    ("administrator", "/plans/plan/activities/new/"),
    ("administrator", "/plans/plan/choose/"),
    ("lead", "/plans/plan/copy/"),
    ("lead", "/plans/plan/letter/"),
    ("lead", "/activities/1.2/edit/"),
    ("lead", "/activities/1.2/population/"),
    ("lead", "/activities/1.2/end/"),
    ("administrator", "/courses/"),
    ("administrator", "/courses/new/"),
    ("administrator", "/users/"),
    ("administrator", "/users/new/"),
    ("lead", "/people/Cilla/"),
    ("lead", "/units/SARB/settings/"),
    ("lead", f"/overview/{ON_DAY}"),
    ("lead", f"/units/SARB/{ON_DAY}"),
    ("lead", f"/activities/2.4/{ON_DAY}"),
    ("lead", f"/activities/4.2/{ON_DAY}"),
    ("lead", "/review/"),
    ("lead", "/review/?unit=finns-inte&course=finns-inte"),
    ("lead", "/review/approve-all/"),
    ("lead", "/review/decisions/"),
    ("lead", "/review/Cilla/"),
    ("lead", "/review/Cilla/correct/?q=an"),
    ("lead", "/certificates/Anna/"),
    ("lead", "/certificates/Anna/withdraw/"),
    ("lead", "/certificates/Anna/move/?q=an"),
    ("unit_manager", "/certificates/Anna/"),
    ("unit_manager", "/certificates/Anna/trace/"),
    ("unit_manager", "/units/HEMT/trace/"),
    ("department_head", "/certificates/Eva/"),
]


class Page(HTMLParser):
    """Reads a page and notes what is wrong with it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: set[str] = set()
        self.labels: set[str] = set()
        self.inputs: list[str] = []
        self.headings: list[int] = []
        self.title = ""
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.note_attributes(tag, given)
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))
        if tag == "label":
            self.labels.add(given.get("for", ""))
        is_input = tag in ("input", "select", "textarea")
        if is_input and given.get("type") not in ("hidden", "submit"):
            self.inputs.append(given.get("id", "an input without id"))
        if tag not in VOID:
            self.open.append(tag)

    def note_attributes(self, tag: str, given: dict[str, str]) -> None:
        if given.get("id") in self.ids:
            self.faults.append(f"id {given['id']} twice")
        self.ids.add(given.get("id", ""))
        if "style" in given or any(name.startswith("on") for name in given):
            self.faults.append(f"<{tag}> with style or script of its own")
        if tag in ("style", "script") and "src" not in given:
            self.faults.append(f"<{tag}> in the page")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID | SVG:
            self.faults.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        if self.open[-2:] == ["head", "title"]:
            self.title += data


def address(inhabited: Inhabited, path: str) -> str:
    """The path with the keys of the unit, activity or person's certificate that it names."""
    world = inhabited.world
    path = path.replace("/plans/plan/", f"/plans/{world.plan.pk}/")
    for code, unit in world.units.items():
        path = path.replace(f"/units/{code}/", f"/units/{unit.pk}/")
    for department in Department.objects.all():
        path = path.replace(f"/departments/{department.name}/", f"/departments/{department.pk}/")
    for activity in (world.web_course, world.key_person, world.honour_course):
        path = path.replace(f"/activities/{activity.code}/", f"/activities/{activity.pk}/")
    for name, person in world.people.items():
        for verb in ("people", "merge"):
            path = path.replace(f"/{verb}/{name}/", f"/{verb}/{person.pk}/")
        for folder in ("certificates", "review"):
            if f"/{folder}/{name}/" in path:
                key = person.certificates.get(course=world.course).pk
                path = path.replace(f"/{folder}/{name}/", f"/{folder}/{key}/")
    return path


@pytest.mark.parametrize(("role", "path"), PAGES)
def test_page_is_well_formed_and_says_who_may_keep_it(
    inhabited: Inhabited, role: str, path: str
) -> None:
    response = inhabited.clients[role].get(address(inhabited, path))

    assert response.status_code == 200
    refuse_keeping(response)
    page = Page(response.content.decode())
    assert page.faults == []
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(page.headings))
    assert page.title.removesuffix(" – vrplan").strip()
    assert [field for field in page.inputs if field not in page.labels] == []


def refuse_keeping(response: HttpResponse) -> None:
    """The headers every page has: not to be stored, embedded or taken for something else."""
    assert "no-store" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("role", "path"), [("lead", "/overview/"), ("unit_manager", "/units/HEMT/")]
)
def test_page_without_a_plan_says_so(inhabited: Inhabited, role: str, path: str) -> None:
    Plan.objects.all().delete()

    page = inhabited.get(role, address(inhabited, path))

    assert "Ingen plan är inlagd än" in page
    assert Page(page).faults == []
