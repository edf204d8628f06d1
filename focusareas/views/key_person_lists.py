"""The network of key persons as a list and a workbook, and the units that have none."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from focusareas import clock, completion
from focusareas.access import (
    only_for_readers_of_key_person_figures,
    only_for_readers_of_key_persons,
    sees_every_figure,
    sees_key_persons,
    signed_in_user,
    units_behind_figures,
)
from focusareas.completion import ActivityFigure
from focusareas.exports import export
from focusareas.forms.network import NetworkFilterForm
from focusareas.key_person_coverage import COLUMNS as COVERAGE_COLUMNS
from focusareas.key_person_coverage import Coverage, coverage
from focusareas.key_person_coverage import cells_of as coverage_cells
from focusareas.key_person_network import (
    COLUMNS,
    Network,
    NetworkRow,
    cells_of,
    mail_list,
    network_on,
)
from focusareas.models import Activity, KeyPerson, Plan, User
from focusareas.naming import Names
from focusareas.swedish import long_date
from focusareas.views.asked import asked
from focusareas.views.shown_day import ShownDay, shown_day
from focusareas.views.unit_lists import open_among

ROWS_PER_PAGE = 100


@dataclass(frozen=True)
class Asked:
    """What the address asks of the network."""

    shown: ShownDay
    network: Network
    form: NetworkFilterForm

    @cached_property
    def duties(self) -> QuerySet[KeyPerson]:
        """The key persons that are asked for."""
        return self.network.find(self.form.wanted())

    def page(self, number: str | None) -> tuple[Page[KeyPerson], list[NetworkRow]]:
        """One page of them, and its rows."""
        page = Paginator(self.duties, ROWS_PER_PAGE).get_page(number)
        return page, self.network.rows(page.object_list)


def _asked(request: HttpRequest) -> Asked:
    user, shown = signed_in_user(request), shown_day(request, clock.today())
    network = network_on(shown.day, Names(user, on=shown.today))
    form = NetworkFilterForm(
        request.GET, all_departments=user.sees_everything, has_course=network.term is not None
    )
    return Asked(shown, network, form)


@require_GET
@only_for_readers_of_key_persons
def key_person_list(request: HttpRequest) -> HttpResponse:
    found = _asked(request)
    page, rows = found.page(request.GET.get("page"))
    context = {
        "shown": found.shown,
        "form": found.form,
        "term": found.network.term,
        "deadlines": found.network.deadlines,
        "page": page,
        "rows": rows,
        "mail": mail_list(found.duties),
        "query": asked(request),
        "kept": {name: request.GET[name] for name in found.form.wanted()},
        "may_change": signed_in_user(request).sees_everything and found.shown.is_today,
    }
    return render(request, "focusareas/key_person_list.html", context)


@require_GET
@only_for_readers_of_key_persons
def key_person_workbook(request: HttpRequest) -> HttpResponse:
    found = _asked(request)
    day = found.shown.day
    return export(
        by=signed_in_user(request),
        filename=f"nyckelpersoner-{day.isoformat()}.xlsx",
        title=". ".join(filter(None, ["Nyckelpersoner", long_date(day), found.form.in_words()])),
        columns=COLUMNS,
        rows=list(map(cells_of, found.network.rows(found.duties))),
    )


@require_GET
@only_for_readers_of_key_person_figures
def key_person_coverage(request: HttpRequest) -> HttpResponse:
    user, shown = signed_in_user(request), shown_day(request, clock.today())
    plan = Plan.objects.for_day(shown.day)
    figure, gaps = _gaps(plan, user, shown)
    obliged = Paginator(gaps.obliged if gaps else [], ROWS_PER_PAGE)
    context = {
        "shown": shown,
        "plan": plan,
        "figure": figure,
        "gaps": gaps,
        "page": obliged.get_page(request.GET.get("page")),
        "query": shown.query,
        "open_units": open_among(figure.units if figure else (), user, shown),
        "sees_everything": sees_every_figure(user),
        "may_list": sees_key_persons(user, shown.today),
    }
    return render(request, "focusareas/key_person_coverage.html", context)


@require_GET
@only_for_readers_of_key_person_figures
def key_person_coverage_workbook(request: HttpRequest) -> HttpResponse:
    user, shown = signed_in_user(request), shown_day(request, clock.today())
    figure, gaps = _gaps(Plan.objects.for_day(shown.day), user, shown)
    if figure is None or gaps is None:
        raise Http404
    return export(
        by=user,
        filename=f"utan-nyckelperson-{shown.day.isoformat()}.xlsx",
        title=f"{figure.activity}. Enheter som saknar nyckelperson. {long_date(shown.day)}",
        columns=COVERAGE_COLUMNS,
        rows=list(map(coverage_cells, gaps.rows)),
        about=figure.activity,
    )


def _gaps(
    plan: Plan | None, user: User, shown: ShownDay
) -> tuple[ActivityFigure | None, Coverage | None]:
    """The figure of key persons as far as it reaches for the user, and the units without one."""
    units = units_behind_figures(user, on=shown.today, shown=shown.day)
    figures = completion.for_plan(plan, on=shown.day, units=units).activities if plan else ()
    asked_of = Activity.Measure.UNIT_KEY_PERSON
    figure = next((found for found in figures if found.activity.measure == asked_of), None)
    return figure, coverage(figure, units) if figure else None
