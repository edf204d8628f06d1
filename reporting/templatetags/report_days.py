"""The day of the latest report, for pages that can show their figures of that day."""

from datetime import date

from django import template

from focusareas.access import sees_every_figure
from focusareas.models import Plan, User
from reporting.models import Report

register = template.Library()


@register.simple_tag
def latest_report_day(user: User, plan: Plan) -> date | None:
    """The day of the figures in the plan's latest issued report, for those who may read it."""
    if not sees_every_figure(user):
        return None
    issued = Report.objects.issued().filter(plan=plan).order_by("-issued_at")
    return issued.values_list("as_of", flat=True).first()
