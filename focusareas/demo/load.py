"""Loads the demo into a database that holds nothing else, all or nothing."""

from random import Random

from django.apps import apps
from django.db import transaction

from focusareas import uploads
from focusareas.demo.access import LEAD, make_access
from focusareas.demo.certificates import Certificates
from focusareas.demo.follow_up import make_follow_up
from focusareas.demo.key_persons import make_key_persons, make_meetings, take_honour_courses
from focusareas.demo.odd_certificates import add_early_odd_ones, add_open_questions
from focusareas.demo.organisation import make_organisation
from focusareas.demo.people import make_staff
from focusareas.demo.piles import PILES
from focusareas.demo.progress import make_progress
from focusareas.demo.rows import Rows
from focusareas.models import (
    Activity,
    AuditEvent,
    Course,
    Deadline,
    FocusArea,
    Indicator,
    IndicatorValue,
    Plan,
    UnitTag,
    User,
)
from focusareas.models.audit import record
from focusareas.plan_file import DEFAULT_PLAN, load_plan

SEED = 20230430
# What loading a plan makes; anything else in the database is somebody's own.
OF_THE_PLAN = {
    Activity,
    AuditEvent,
    Course,
    Deadline,
    FocusArea,
    Indicator,
    IndicatorValue,
    Plan,
    UnitTag,
}


class NotEmptyError(Exception):
    """The database holds something that is not the demo's; the message says what."""


def is_loaded() -> bool:
    """Whether the database is the demo's already, with whatever was tried out in it since."""
    return User.objects.filter(email=LEAD.email).exists()


def load() -> None:
    """The plan and the invented administration; NotEmptyError, and nothing saved, if not alone."""
    stored: list[str] = []
    try:
        with transaction.atomic():
            plan = load_plan(DEFAULT_PLAN).plan
            _refuse_others(plan)
            _load(plan, stored)
    except BaseException:
        for path in stored:
            uploads.remove(path)
        raise


def _refuse_others(plan: Plan) -> None:
    """Refuse when any table but the plan's has rows, or there is another plan."""
    others = [
        model._meta.verbose_name_plural
        for label in ("focusareas", "reporting")
        for model in apps.get_app_config(label).get_models()
        if model not in OF_THE_PLAN and model._default_manager.exists()
    ]
    if Plan.objects.exclude(pk=plan.pk).exists():
        others.append("en annan plan")
    if others:
        raise NotEmptyError(
            "Databasen innehåller redan annat än demonstrationen: "
            f"{', '.join(map(str, others))}. Ange en tom datamapp med VRPLAN_DATA_DIR."
        )


def _load(plan: Plan, stored: list[str]) -> None:
    rng, rows = Random(SEED), Rows()
    organisation = make_organisation(rows)
    staff = make_staff(rows, organisation, rng)
    access = make_access(rows, organisation, staff)
    rows.save()
    organisation.name_successors()
    activities = {activity.code: activity for activity in Activity.objects.filter(plan=plan)}
    key_persons = make_key_persons(rows, organisation, staff)
    make_meetings(key_persons, activities)
    make_progress(rows, organisation, access, activities)
    make_follow_up(rows, access, activities)
    certificates = Certificates(rows, staff, access, rng, stored)
    take_honour_courses(key_persons, certificates)
    _make_certificates(certificates)
    rows.save()
    record(by=None, text="Läste in demonstrationen.", about=plan)


def _make_certificates(certificates: Certificates) -> None:
    add_early_odd_ones(certificates)
    for pile in PILES:
        certificates.hand_in(pile)
    add_open_questions(certificates)
