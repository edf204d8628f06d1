"""A department's page: its figures, its units, and who may open it."""

from datetime import date

import pytest

from focusareas.models import Department, Plan, UnitPlacement
from tests import factories as make
from tests.test_pages import Page
from tests.worlds import DAY, ON_DAY, Inhabited, signed_in


def page_of(inhabited: Inhabited, role: str, name: str = "Äldreomsorg", query: str = ON_DAY) -> str:
    department = Department.objects.get(name=name)
    return inhabited.get(role, f"/departments/{department.pk}/{query}")


@pytest.mark.parametrize("role", ["lead", "administrator", "department_head"])
def test_department_shows_its_own_figures(inhabited: Inhabited, role: str) -> None:
    page = page_of(inhabited, role)

    # Anna, Bo and Eva of Anna, Bo, Eva, Fia, Gun, Ali and Kim: each person once.
    assert '<span class="figure-number">3 av 7</span>' in page
    assert "Avdelningschef: head@example.com" in page
    assert "Hemtjänst Norr" in page
    assert "Omsorgsbolaget" in page
    assert "Familjefrid" not in page
    assert Page(page).faults == []


def test_department_lists_every_activity_of_its_units(inhabited: Inhabited) -> None:
    page = page_of(inhabited, "lead")

    world = inhabited.world
    for activity in (world.web_course, world.key_person, world.honour_course):
        assert f"/activities/{activity.pk}/{ON_DAY}" in page


def test_activity_that_only_invites_a_department_says_so(inhabited: Inhabited) -> None:
    make.make_unit(name="Stödet", department="Stöd", provider="Stöd AB")

    assert "Enheterna är inbjudna, det är frivilligt." in page_of(inhabited, "lead", "Stöd")


def test_department_without_units_says_so(inhabited: Inhabited) -> None:
    make.make_department("Tom")

    page = page_of(inhabited, "lead", "Tom")

    assert "Ingen av planens aktiviteter gäller avdelningens enheter" in page
    assert "ingen är inlagd" in page


@pytest.mark.parametrize("role", ["lead", "department_head"])
def test_figures_of_a_past_day_agree_whatever_page_and_reader(
    inhabited: Inhabited, role: str
) -> None:
    """A unit that has changed departments since is in the figures of the one it was in."""
    world, old_day = inhabited.world, "?day=2023-03-31"
    moved = make.make_unit(name="Flyttade", department="Individ och familj", first_day=DAY)
    placement = moved.placements.get()
    placement.first_day = date(2023, 4, 1)
    placement.save()
    home = Department.objects.get(name="Äldreomsorg")
    UnitPlacement.objects.create(unit=moved, department=home, last_day=date(2023, 3, 31))
    moved.first_day = None
    moved.save()
    make.make_staff_member(unit=moved)

    pages = [page_of(inhabited, role, query=old_day)]
    if role == "department_head":
        activity = f"/activities/{world.web_course.pk}/{old_day}"
        pages += [inhabited.get(role, f"/overview/{old_day}"), inhabited.get(role, activity)]

    for page in pages:
        # Anna, David and Eva of Anna, Bo, David, Ali, Eva, Fia, Kim and the one who moved.
        assert '<span class="figure-number">3 av 8</span>' in page
        assert "Flyttade" in page
        assert (f"/units/{moved.pk}/" in page) is (role == "lead")
    assert "Flyttade" not in page_of(inhabited, role)


def test_department_of_another_day_has_the_units_and_head_of_that_day(
    inhabited: Inhabited,
) -> None:
    page = page_of(inhabited, "lead", query="?day=2023-03-31")

    assert "Säbo Rosen" in page
    assert "Säbo Rosen" not in page_of(inhabited, "lead")


def test_department_without_a_plan_is_a_page_all_the_same(inhabited: Inhabited) -> None:
    Plan.objects.all().delete()

    assert "Äldreomsorg" in page_of(inhabited, "lead")


def test_head_of_another_department_finds_none(inhabited: Inhabited) -> None:
    other = Department.objects.get(name="Individ och familj")

    for path in ("", "units.xlsx"):
        response = inhabited.clients["department_head"].get(f"/departments/{other.pk}/{path}")
        assert response.status_code == 404


def test_department_that_is_not_there_is_404(inhabited: Inhabited) -> None:
    assert inhabited.clients["lead"].get("/departments/0/").status_code == 404


@pytest.mark.parametrize(
    ("role", "is_led"),
    [("lead", True), ("steering_group", True), ("department_head", True), ("unit_manager", False)],
)
def test_departments_lead_to_their_pages_where_one_may_open_them(
    inhabited: Inhabited, role: str, is_led: bool
) -> None:
    for _ in range(5):
        make.make_staff_member(unit=inhabited.world.units["FAM"])
    department = Department.objects.get(name="Äldreomsorg")

    page = inhabited.get(role, f"/overview/{ON_DAY}")

    assert (f'href="/departments/{department.pk}/{ON_DAY}"' in page) == is_led


def test_steering_group_sees_a_department_of_enough_people(inhabited: Inhabited) -> None:
    for _ in range(5):
        make.make_staff_member(unit=inhabited.world.units["FAM"])

    page = page_of(inhabited, "steering_group")

    assert '<span class="figure-number">3 av 7</span>' in page
    assert "head@example.com" not in page
    assert "/units/" not in page


def test_steering_group_sees_nothing_of_a_department_of_few(inhabited: Inhabited) -> None:
    few, told_by_few = "Individ och familj", "Äldreomsorg"

    for name in (few, told_by_few):
        page = page_of(inhabited, "steering_group", name)
        assert "för att få personer ingår" in page
        assert "figure-number" not in page


def test_head_in_the_steering_group_sees_as_little_as_the_group(inhabited: Inhabited) -> None:
    user = make.make_user("both@example.com", is_in_steering_group=True)
    department = Department.objects.get(name="Individ och familj")
    make.make_department_head(user, department)

    page = signed_in(user).get(f"/departments/{department.pk}/{ON_DAY}").content.decode()

    assert "för att få personer ingår" in page
    assert DAY.isoformat() in page
