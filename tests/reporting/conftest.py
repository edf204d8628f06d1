"""A small plan with a letter, for tests of reports."""

from datetime import date

import pytest

from focusareas.models import Plan
from reporting import drafting
from reporting.models import Report
from tests.factories import make_user
from tests.reporting.facts import APRIL_END, MAY_15


@pytest.fixture
def plan(shipped_plan) -> Plan:
    """The plan 2022-2023 with nothing reported."""
    return shipped_plan


@pytest.fixture
def lead(db):
    return make_user("leda@example.com", is_development_lead=True)


@pytest.fixture
def draft(plan, lead) -> Report:
    return make_draft(plan)


def make_draft(plan: Plan, kind: str = "interim", as_of: date = APRIL_END, dated: date = MAY_15):
    return drafting.draft(plan=plan, kind=kind, as_of=as_of, dated=dated, by=None)
