"""The course of the key persons: which one was taken, and in time for which deadline."""

from datetime import date

import pytest

from focusareas.models import Activity, Deadline, Meeting
from tests import factories as make
from tests.worlds import Inhabited, signed_in

OCTOBER, DECEMBER = date(2023, 10, 31), date(2023, 12, 31)
BEFORE, BETWEEN, AFTER = date(2023, 10, 1), date(2023, 11, 15), date(2024, 1, 15)


@pytest.fixture
def inhabited(inhabited: Inhabited) -> Inhabited:
    """Anna has taken the course in November, Kim's waits; David is no longer there, Jan left."""
    world = inhabited.world
    make.make_deadline(world.honour_course, DECEMBER, decided_on=date(2023, 5, 15), reason="Fler.")
    other = make.make_course("heder-sos", name="Hedersrelaterat våld")
    world.honour_course.courses.add(other)
    make.make_certificate(
        world.people["Anna"], other, world.units["HEMT"], BETWEEN, approved_on=BETWEEN
    )
    make.make_certificate(world.people["Kim"], other, world.units["OMS"], BEFORE)
    return inhabited


def rows(inhabited: Inhabited, day: date, ask: str = "") -> list[tuple[str, str, str]]:
    found = inhabited.clients["lead"].get(f"/key-persons/?day={day}{ask}").context["rows"]
    return [(row.name, row.taken.in_words, row.lateness) for row in found]


def test_any_of_the_courses_fulfils_it_and_is_named(inhabited: Inhabited) -> None:
    assert rows(inhabited, BETWEEN) == [
        ("Anna Berg", "Har gått Hedersrelaterat våld", "efter det första slutdatumet"),
        ("Kim Malm", "Inväntar granskning: Hedersrelaterat våld", ""),
    ]


@pytest.mark.parametrize(
    ("day", "lateness"),
    [(BEFORE, ""), (BETWEEN, "efter det första slutdatumet"), (AFTER, "efter slutdatum")],
)
def test_who_lacks_the_course_is_held_against_both_deadlines(
    inhabited: Inhabited, day: date, lateness: str
) -> None:
    world = inhabited.world
    make.make_key_person(world.people["Gun"], world.units["HEMT"])

    assert rows(inhabited, day, "&q=gun") == [("Gun Isaksson", "Har kursen kvar", lateness)]


@pytest.mark.parametrize(
    ("state", "names"), [("missing", []), ("waiting", ["Kim Malm"]), ("done", ["Anna Berg"])]
)
def test_list_and_its_addresses_keep_to_those_who_stand_there(
    inhabited: Inhabited, state: str, names: list[str]
) -> None:
    assert [name for name, _, _ in rows(inhabited, BETWEEN, f"&course={state}")] == names


def test_list_says_by_when_by_both_decisions(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", f"/key-persons/?day={BETWEEN}")

    assert "Senast 2023-12-31, 46\xa0dagar kvar." in page
    assert "Det första slutdatumet var 2023-10-31, 15\xa0dagar sedan." in page


def test_before_the_revision_only_the_first_deadline_is_known(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", "/key-persons/?day=2023-04-30")

    assert "Senast 2023-10-31" in page
    assert "Det första slutdatumet" not in page
    assert Deadline.objects.filter(activity=inhabited.world.honour_course).count() == 2


def test_unit_page_says_what_each_key_person_has_left(inhabited: Inhabited, settings) -> None:
    settings.TODAY = BETWEEN
    world = inhabited.world
    make.make_key_person(world.people["Gun"], world.units["HEMT"])

    page = inhabited.get("unit_manager", f"/units/{world.units['HEMT'].pk}/")

    assert "Har gått Hedersrelaterat våld" in page
    assert "Har kursen kvar" in page
    assert "Senast 2023-12-31, 46\xa0dagar kvar." in page


def test_key_person_who_signs_in_sees_the_own_duty(inhabited: Inhabited, settings) -> None:
    settings.TODAY = BETWEEN
    world = inhabited.world
    meetings = make.make_activity("2.5", measure=Activity.Measure.MEETINGS)
    Meeting.objects.create(activity=meetings, day=date(2023, 11, 20), theme="Rutiner")
    gun = make.make_user("gun@example.com", staff_member=world.people["Gun"])
    make.make_key_person(world.people["Gun"], world.units["HEMT"])

    page = signed_in(gun).get("/").content.decode()

    assert "Du är nyckelperson" in page and "Hemtjänst Norr" in page
    assert "Har kursen kvar." in page
    assert "20\xa0november 2023" in page


def test_next_meeting_is_on_the_pages_that_concern_it(inhabited: Inhabited, settings) -> None:
    settings.TODAY = BETWEEN
    meetings = make.make_activity("2.5", measure=Activity.Measure.MEETINGS)
    for day, theme, cancelled_on in (
        (date(2023, 11, 16), "Inställd", BEFORE),
        (date(2023, 11, 20), "Rutiner", None),
        (date(2023, 12, 1), "Senare", None),
    ):
        Meeting.objects.create(activity=meetings, day=day, theme=theme, cancelled_on=cancelled_on)

    for address in ("/overview/", f"/units/{inhabited.world.units['HEMT'].pk}/"):
        page = inhabited.get("unit_manager", address)
        assert "20\xa0november 2023, Rutiner" in page
        assert "Senare" not in page and "Inställd" not in page


def test_hand_in_page_tells_the_key_persons_courses(inhabited: Inhabited, settings) -> None:
    settings.TODAY = BETWEEN

    page = inhabited.get("unit_manager", f"/units/{inhabited.world.units['HEMT'].pk}/hand-in/")

    assert "Webbkurs Heder (för nyckelpersoner)" in page
    assert "Webbkurs om våld (" not in page
