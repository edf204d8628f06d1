"""All 31 activities, each reported by the right role through the pages, and counted.

A report begins on the page where its role works: the unit's for a manager, the activity's for the
lead. From there it is one link, and at most three fields that are not filled in already.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import BaseForm
from django.test import Client
from django.urls import reverse

from focusareas import completion
from focusareas.models import Activity, Certificate, KeyPerson, Plan, StaffMember, Training, Unit
from tests import factories as make
from tests.hand_ins import certificate
from tests.worlds import signed_in

TODAY = date(2023, 5, 15)
MOST_FIELDS = 3
Measure = Activity.Measure

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Walk:
    """The plan, a unit that everything is asked of, its key person Kim, its manager and a lead."""

    plan: Plan
    unit: Unit
    person: StaffMember
    manager: Client
    lead: Client

    def fill(self, client: Client, start: str, address: str, **data: Any) -> str:
        """Follow the link on the start page and send the form; the page one comes to."""
        path = address.partition("?")[0]
        assert f'href="{path}' in client.get(start).content.decode(), f"{start} has no {path}"
        form = client.get(address).context["form"]
        assert len(left_to_fill(form)) <= MOST_FIELDS
        as_shown = {bound.name: bound.value() for bound in form if bound.value() is not None}
        answer = client.post(path, as_shown | data, follow=True)
        assert answer.redirect_chain, answer.content.decode()
        return str(answer.redirect_chain[-1][0])

    def as_manager(self, name: str, *args: int, query: str = "", **data: Any) -> str:
        address = reverse(name, args=args) + query
        return self.fill(self.manager, f"/units/{self.unit.pk}/", address, **data)

    def as_lead(self, name: str, activity: Activity, **data: Any) -> str:
        address = reverse(name, args=[activity.pk])
        return self.fill(self.lead, f"/activities/{activity.pk}/", address, **data)


def left_to_fill(form: BaseForm) -> list[str]:
    """The fields that must be filled in and are empty when the form opens."""
    return [bound.name for bound in form if bound.field.required and bound.value() in (None, "")]


@pytest.fixture
def walk(shipped_plan: Plan, settings: Any) -> Walk:
    settings.TODAY = TODAY
    unit = make.make_unit("FAM", tags=("möter barn", "vnr-rutiner", "patriark", "familjefrid"))
    manager = make.make_user()
    make.make_unit_manager(manager, unit)
    return Walk(
        plan=shipped_plan,
        unit=unit,
        person=make.make_staff_member("Kim Berg", unit=unit),
        manager=signed_in(manager),
        lead=signed_in(make.make_user(is_development_lead=True)),
    )


def report_value(walk: Walk, activity: Activity) -> None:
    walk.as_lead("activity_value", activity, value="7")


def confirm_routine(walk: Walk, activity: Activity) -> None:
    walk.as_manager("routine_confirm", walk.unit.pk, activity.pk)


def hold_meetings(walk: Walk, activity: Activity) -> None:
    for number in range(int(activity.target or 0)):
        walk.as_lead("meeting_create", activity, theme=f"Träff {number}", day=TODAY)


def name_key_person(walk: Walk, activity: Activity) -> None:
    role = KeyPerson.Role.KEY_PERSON
    walk.as_manager("key_person_create", walk.unit.pk, person=walk.person.pk, role=role)


def finish_milestone(walk: Walk, activity: Activity) -> None:
    for part, _ in enumerate(activity.parts or [activity.title], start=1):
        walk.as_lead("milestone_update", activity, part=part, state="done")


def hand_in_key_persons_course(walk: Walk, activity: Activity) -> None:
    make.make_key_person(walk.person, walk.unit)
    hand_in_course(walk, activity)


def hand_in_course(walk: Walk, activity: Activity) -> None:
    """The manager hands in the certificate; the lead approves it from the queue."""
    course = activity.courses.order_by("name")[0]
    file = SimpleUploadedFile("intyg.pdf", certificate(title=course.fingerprints[0]))
    query = f"?course={course.pk}"
    walk.as_manager(
        "certificate_hand_in",
        walk.unit.pk,
        query=query,
        course=course.pk,
        certificates=[file],
    )
    received = Certificate.objects.get(course=course)
    walk.lead.post(reverse("review_approve", args=[received.pk]))


def hold_training(walk: Walk, activity: Activity) -> None:
    """The lead notes the training day and ticks who came."""
    listed = reverse("training_list", args=[activity.pk])
    assert f'href="{listed}"' in walk.lead.get(f"/activities/{activity.pk}/").content.decode()
    address = reverse("training_create", args=[activity.pk])
    course = activity.courses.get()
    walk.fill(walk.lead, listed, address, course=course.pk, day=TODAY)
    training = Training.objects.get(course=course)
    people = reverse("training_people", args=[activity.pk, training.pk])
    walk.lead.post(people, {"shown": walk.person.pk, "came": walk.person.pk})


REPORTS: dict[str, Callable[[Walk, Activity], None]] = {
    Measure.INDICATOR: report_value,
    Measure.UNIT_ROUTINE: confirm_routine,
    Measure.MEETINGS: hold_meetings,
    Measure.UNIT_KEY_PERSON: name_key_person,
    Measure.KEY_PERSON_COURSE: hand_in_key_persons_course,
    Measure.STAFF_CERTIFICATE: hand_in_course,
    Measure.MILESTONE: finish_milestone,
}
# Trainings with persons: attendance is the certificate.
TRAININGS = ("4.1", "5.6")
HOW_MANY = {
    Measure.MILESTONE: 15,
    Measure.UNIT_ROUTINE: 5,
    Measure.INDICATOR: 4,
    Measure.STAFF_CERTIFICATE: 3,
    Measure.MEETINGS: 2,
    Measure.UNIT_KEY_PERSON: 1,
    Measure.KEY_PERSON_COURSE: 1,
}


def test_there_is_a_way_to_report_each_of_the_31(walk: Walk) -> None:
    measures = Counter(walk.plan.activities.values_list("measure", flat=True))

    assert measures == HOW_MANY
    assert sum(HOW_MANY.values()) == 31


@pytest.mark.parametrize("measure", Measure.values)
def test_activity_is_reported_through_the_pages_and_counted(walk: Walk, measure: str) -> None:
    for activity in walk.plan.activities.filter(measure=measure).order_by("position"):
        before = completion.for_plan(walk.plan, on=TODAY).activity(activity.code).total
        report = hold_training if activity.code in TRAININGS else REPORTS[measure]

        report(walk, activity)

        after = completion.for_plan(walk.plan, on=TODAY).activity(activity.code).total
        assert not (before.done or before.begun), activity
        assert after.is_done or (measure == Measure.INDICATOR and after.done == 7), activity
