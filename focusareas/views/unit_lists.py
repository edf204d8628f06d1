"""The list of units that several pages end in, and the workbook of the same list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse

from focusareas import waiting
from focusareas.access import (
    may_open_department,
    sees_small_groups,
    signed_in_user,
    units_seen,
)
from focusareas.breakdown import Breakdown
from focusareas.completion import UnitFigure
from focusareas.exports import export
from focusareas.forms.unit_filter import UnitFilterForm
from focusareas.models import Certificate, User
from focusareas.models.certificates import CertificateQuerySet
from focusareas.swedish import long_date
from focusareas.unit_list import (
    StatusCount,
    UnitFilter,
    address,
    cells_of,
    columns_of,
    count_statuses,
)
from focusareas.views.shown_day import ShownDay

UNITS_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class UnitList:
    """The units a page shows, of those the reader may see, and how to ask for others.

    `query` is the end of an address that keeps day and filter; `plain_query` only the day.
    """

    form: UnitFilterForm
    chosen: UnitFilter
    rows: list[UnitFigure]
    page: Page[UnitFigure]
    statuses: list[StatusCount]
    n_all: int
    query: str
    plain_query: str


def unit_list(request: HttpRequest, parts: Breakdown | None, shown: ShownDay) -> UnitList:
    """The units of the parts that the address asks for; without parts an empty list."""
    rows = parts.units if parts else []
    form = UnitFilterForm(request.GET, rows=rows)
    chosen = form.chosen()
    selected = chosen.select(rows)
    return UnitList(
        form=form,
        chosen=chosen,
        rows=selected,
        page=Paginator(selected, UNITS_PER_PAGE).get_page(request.GET.get("page")),
        statuses=count_statuses(rows, chosen, shown.in_address),
        n_all=len(rows),
        query=address(shown.in_address | chosen.chosen),
        plain_query=shown.query,
    )


def units_to_open(user: User, parts: Breakdown | None, shown: ShownDay) -> frozenset[int]:
    """The units of the page whose own pages the user may open."""
    return open_among(parts.units if parts else (), user, shown)


def open_among(rows: Sequence[UnitFigure], user: User, shown: ShownDay) -> frozenset[int]:
    """The units of these whose own pages the user may open.

    A unit that has left a department since the shown day is in its figures and no longer seen.
    """
    if not rows or not sees_small_groups(user):
        return frozenset()
    listed = frozenset(row.unit.pk for row in rows)
    if user.sees_everything or shown.is_today:
        return listed
    return listed & units_seen(user, on=shown.today)


def departments_to_open(user: User, parts: Breakdown | None, *, on: date) -> list[int | None]:
    """The departments of the page's table whose own pages the user may open."""
    rows = parts.departments if parts else []
    return [row.pk for row in rows if may_open_department(user, row.pk, on=on)]


def questions_behind(user: User, parts: Breakdown | None, shown: ShownDay) -> CertificateQuerySet:
    """What else the lead's queue holds for the activity: those that a unit has to answer first."""
    if parts is None or not (user.is_development_lead and shown.is_today):
        return Certificate.objects.none()
    return waiting.questions(parts.whole.courses, on=shown.day)


def units_workbook(
    request: HttpRequest, parts: Breakdown, shown: ShownDay, *, of: Sequence[str] = ()
) -> HttpResponse:
    """Every page of the list that the same address shows on screen, as a workbook."""
    units = unit_list(request, parts, shown)
    activity = parts.whole.activity
    said = [f"{activity.code} {activity.title}", *of, long_date(shown.day)]
    said += filter(None, [units.form.in_words(units.chosen)])
    said += ["Enheter med färre än fem personer visas inte var för sig"] * bool(parts.n_small_units)
    return export(
        by=signed_in_user(request),
        filename=f"enheter-{activity.code}-{shown.day.isoformat()}.xlsx",
        title=". ".join(said),
        columns=columns_of(parts.whole.total.measure),
        rows=[cells_of(row) for row in units.rows],
        about=activity,
    )
