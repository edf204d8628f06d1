"""Training days: who came has a certificate, and a mistake is taken back for every day."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.urls import reverse

from focusareas import completion
from focusareas.models import Activity, Certificate, Training
from tests import factories as make
from tests.worlds import Inhabited

TODAY, HELD = date(2023, 5, 15), date(2023, 5, 4)


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = TODAY
    return inhabited


@pytest.fixture
def activity(inhabited: Inhabited) -> Activity:
    """PATRIARK for Familjefrid, where Hans and Jan work and Ali and Ida are on leave."""
    course = make.make_course("patriark", name="PATRIARK")
    return make.make_activity("4.1", courses=(course,), tags=("familjefrid",))


@pytest.fixture
def training(activity: Activity) -> Training:
    return Training.objects.create(course=activity.courses.get(), day=HELD, place="Visby")


def post(inhabited: Inhabited, view: str, *keys: int, **data: object) -> str:
    url = reverse(view, args=keys)
    return inhabited.clients["lead"].post(url, data, follow=True).content.decode()


def tick(inhabited: Inhabited, activity: Activity, training: Training, *names: str) -> str:
    keys = [inhabited.world.people[name].pk for name in names]
    return post(inhabited, "training_people", activity.pk, training.pk, shown=keys, came=keys)


def done(activity: Activity, on: date = TODAY) -> int:
    return completion.for_plan(activity.plan, on=on).activity("4.1").total.done


def test_day_is_made_and_those_who_came_are_ticked(inhabited, activity):
    course = activity.courses.get()
    page = post(
        inhabited, "training_create", activity.pk, course=course.pk, day=HELD, place="Visby"
    )
    training = Training.objects.get()
    assert "Hans Jung" in page
    assert "Anna Berg" not in page

    page = tick(inhabited, activity, training, "Hans", "Jan")

    certificate = Certificate.objects.get(
        staff_member=inhabited.world.people["Hans"], course=course
    )
    assert (certificate.completed_on, certificate.received_on, certificate.approved_on) == (
        HELD,
    ) * 3
    assert certificate.unit == inhabited.world.units["FAM"]
    assert "2\xa0nya deltagare är registrerade" in page
    assert [done(activity, date(2023, 5, 3)), done(activity, HELD)] == [0, 2]
    page = inhabited.get("lead", f"/people/{certificate.staff_member_id}/")
    assert "närvaro på utbildningsdag" in page
    page = inhabited.get("lead", f"/certificates/{certificate.pk}/")
    assert "Godkänt genom närvaro på en utbildningsdag." in page


def test_who_has_a_certificate_or_no_employment_is_told(inhabited, activity, training):
    world = inhabited.world
    make.make_certificate(world.people["Hans"], training.course, world.units["FAM"], HELD)

    page = tick(inhabited, activity, training, "Hans", "David", "Jan")

    assert "Hade redan ett intyg för kursen: Hans Jung." in page
    assert "Hade ingen anställning den dagen och får inget intyg: David Frid." in page
    assert [row.staff_member.given_name for row in training.certificates.all()] == ["Jan"]


def test_pasted_list_asks_what_is_doubtful_and_guesses_nothing(inhabited, activity, training):
    namesake = make.make_staff_member("Hans Jung", unit=inhabited.world.units["HEMT"])
    make.make_employment(namesake, inhabited.world.units["FAM"])
    text = "1. Jan Lind\n2. Hans Jung\n3. Xerxes Zorn"

    page = post(inhabited, "training_paste", activity.pk, training.pk, text=text)
    assert "Vem är det?" in page
    assert "Xerxes Zorn" in page
    assert not training.certificates.exists()

    post(inhabited, "training_paste", activity.pk, training.pk, text=text, answered="1")
    assert not training.certificates.exists()

    answer = {"text": text, "answered": "1", "line-1": str(namesake.pk)}
    post(inhabited, "training_paste", activity.pk, training.pk, **answer)

    came = {row.staff_member for row in training.certificates.all()}
    assert came == {inhabited.world.people["Jan"], namesake}


def test_undone_day_counts_on_no_day_and_a_new_one_can_be_made(inhabited, activity, training):
    tick(inhabited, activity, training, "Hans")
    assert "1\xa0intyg från dagen" in inhabited.get(
        "lead", reverse("training_undo", args=[activity.pk, training.pk])
    )
    assert done(activity) == 1

    post(inhabited, "training_undo", activity.pk, training.pk)

    assert [done(activity, day) for day in (HELD, TODAY)] == [0, 0]
    url = reverse("training_detail", args=[activity.pk, training.pk])
    assert inhabited.clients["lead"].get(url).status_code == 404
    again = Training.objects.create(course=training.course, day=HELD, place="Visby")
    tick(inhabited, activity, again, "Hans")
    assert done(activity) == 1


def test_same_day_twice_is_refused(inhabited, activity, training):
    page = post(
        inhabited,
        "training_create",
        activity.pk,
        course=training.course_id,
        day=HELD,
        place="Visby",
    )

    assert "Utbildningsdagen är redan registrerad." in page
    assert Training.objects.count() == 1


@pytest.mark.parametrize(
    "field", [{"course": "0"}, {"course": "x"}, {"day": "2023-05-16"}, {"place": "\0"}, {"day": ""}]
)
def test_bad_day_is_told_and_not_saved(inhabited, activity, field):
    data = {"course": activity.courses.get().pk, "day": HELD, "place": ""} | field

    assert "Rätta det här" in post(inhabited, "training_create", activity.pk, **data)
    assert not Training.objects.exists()


@pytest.mark.parametrize("key", ["0", "x", "\0", "9" * 30])
def test_ticking_nobody_there_is_gives_nothing(inhabited, activity, training, key):
    page = post(inhabited, "training_people", activity.pk, training.pk, shown=[key], came=[key])

    assert "Rätta det här" in page
    assert not training.certificates.exists()


def test_day_of_another_course_is_not_there(inhabited, training):
    url = reverse("training_detail", args=[inhabited.world.web_course.pk, training.pk])

    assert inhabited.clients["lead"].get(url).status_code == 404


def test_pages_cost_the_same_for_many(inhabited, activity, training):
    family = inhabited.world.units["FAM"]
    for _ in range(30):
        make.make_staff_member(unit=family)
    tick(inhabited, activity, training, "Hans", "Jan")

    for view in ("training_detail", "training_people"):
        inhabited.get_in_ten("lead", reverse(view, args=[activity.pk, training.pk]))
    inhabited.get_in_ten("lead", reverse("training_list", args=[activity.pk]))
