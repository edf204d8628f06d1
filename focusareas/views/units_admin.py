"""Units as an administrator keeps them: found, opened, changed, led and closed."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, FilteredRelation, Prefetch, Q
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, trace, units_admin
from focusareas.access import (
    only_for_administrator,
    only_for_lead_or_administrator,
    signed_in_user,
)
from focusareas.exports import Column, Row, export
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.units import (
    CloseUnitForm,
    NewUnitForm,
    PlaceUnitForm,
    UnitFilterForm,
    UnitForm,
)
from focusareas.models import Unit, UnitManager, UnitPlacement
from focusareas.models.days import holds_on
from focusareas.naming import Names
from focusareas.swedish import counted, long_date
from focusareas.templatetags.people import manager_remark
from focusareas.unit_facts import without_manager
from focusareas.unit_search import matching, words_of
from focusareas.views.asked import asked, kept
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.shown_day import ShownDay, shown_day

UNITS_PER_PAGE = 100


def find_units(form: UnitFilterForm, shown: ShownDay) -> list[Unit]:
    """The units that the form asks for, with department and managers of the day.

    Today those that will open are among them.
    """
    today = shown.day
    wanted: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    units = Unit.objects.select_related("provider").annotate(
        placed=FilteredRelation("placements", condition=holds_on(today, "placements__")),
        department_name=F("placed__department__name"),
    )
    if wanted.get("without_manager"):
        units = units.filter(pk__in=without_manager(Unit.objects.all(), on=today))
    elif not wanted.get("with_closed"):
        still_open = Q(last_day=None) | Q(last_day__gte=today)
        units = units.filter(still_open if shown.is_today else holds_on(today))
    if operation := wanted.get("operation"):
        units = units.filter(operation=operation)
    if department := wanted.get("department"):
        units = units.filter(placed__department=department)
    led = UnitManager.objects.on(today).telling_who_left(today)
    managers = Prefetch(
        "managers",
        led.select_related("user__staff_member").order_by("is_deputy", "pk"),
        "current_managers",
    )
    return matching(units.prefetch_related(managers), wanted.get("q", ""))


@require_GET
@only_for_lead_or_administrator
def unit_list(request: HttpRequest) -> HttpResponse:
    shown = shown_day(request, clock.today())
    form = UnitFilterForm(request.GET)
    found = find_units(form, shown)
    context = {
        "form": form,
        "units": Paginator(found, UNITS_PER_PAGE).get_page(request.GET.get("page")),
        "query": asked(request),
        "is_searched": bool(words_of(request.GET.get("q", ""))),
        "shown": shown,
        "kept": kept(request),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/unit_list.html", context)


@require_GET
@only_for_lead_or_administrator
def unit_workbook(request: HttpRequest) -> HttpResponse:
    shown = shown_day(request, clock.today())
    headers = {"Enhet": 36, "Stängd": 12, "Kod": 12, "Avdelning": 28, "Driftform": 28, "Chef": 40}
    return export(
        by=signed_in_user(request),
        filename=f"enheter-{shown.day.isoformat()}.xlsx",
        title=f"Enheter {long_date(shown.day)}",
        columns=[Column(header, width) for header, width in headers.items()],
        rows=[_cells(unit) for unit in find_units(UnitFilterForm(request.GET), shown)],
    )


def _cells(unit: Any) -> Row:
    managers = [f"{row.user}{manager_remark(row)}" for row in unit.current_managers]
    operation = unit.provider or unit.get_operation_display()
    department = unit.department_name or "ingen"
    return unit.name, unit.last_day, unit.code, department, str(operation), ", ".join(managers)


@require_GET
@only_for_lead_or_administrator
def unit_settings(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    led = UnitManager.objects.telling_who_left(today)
    units = Unit.objects.select_related("provider", "successor").prefetch_related(
        "tags",
        "former_names",
        Prefetch(
            "placements",
            UnitPlacement.objects.select_related("department").order_by(
                F("first_day").desc(nulls_last=True)
            ),
        ),
        Prefetch("managers", led.select_related("user").order_by("-first_day", "pk")),
    )
    unit = get_object_or_404(units, pk=pk)
    context = {
        "unit": unit,
        "trace": trace.latest(unit, names=Names(signed_in_user(request), on=today)),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/unit_settings.html", context)


@only_for_administrator
def unit_create(request: HttpRequest) -> HttpResponse:
    form = NewUnitForm(posted(request))

    def save() -> None:
        units_admin.open_unit(
            form.save(commit=False),
            department=form.cleaned_data["department"],
            tags=form.cleaned_data["tag_names"],
            by=signed_in_user(request),
        )

    if is_done(form, save):
        messages.success(request, "Enheten är tillagd.")
        return redirect("unit_settings", form.instance.pk)
    return form_page(
        request, form, heading="Ny enhet", back=reverse("unit_list"), back_label="Enheter"
    )


@only_for_administrator
def unit_edit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    name = unit.name
    form = UnitForm(posted(request), instance=unit)

    def save() -> None:
        units_admin.change_unit(
            form.save(commit=False),
            tags=form.cleaned_data["tag_names"],
            on=form.cleaned_data["on"],
            by=signed_in_user(request),
        )

    if is_done(form, save):
        messages.success(request, "Enheten är sparad.")
        return redirect("unit_settings", pk)
    return unit_page(request, form, unit, heading=f"Ändra {name}", name=name)


@only_for_administrator
def unit_close(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    today = clock.today()
    form = CloseUnitForm(posted(request), initial={"last_day": unit.last_day or today})
    by = signed_in_user(request)
    if is_done(form, lambda: units_admin.close_unit(unit, **form.cleaned_data, by=by)):
        messages.success(request, f"Enheten stängs. Sista dagen är {unit.last_day}.")
        return redirect("unit_settings", pk)
    left = units_admin.people_left(unit, on=today)
    notes = [
        f"Efter i dag arbetar {counted(left['people'], 'person', 'personer')} på enheten, varav "
        f"{counted(left['key_persons'], 'nyckelperson', 'nyckelpersoner')}. "
        "De flyttas inte av sig själva, men räknas inte på enheten när den är stängd."
    ]
    return unit_page(
        request, form, unit, heading=f"Stäng {unit}", submit="Stäng enheten", notes=notes
    )


@only_for_administrator
def unit_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk, last_day__isnull=False)
    form = ConfirmForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: units_admin.reopen_unit(unit, by=by)):
        messages.success(request, "Enheten är öppen igen.")
        return redirect("unit_settings", pk)
    notes = [f"Enheten räknas då som öppen även efter {unit.last_day}, utan avbrott."]
    if unit.successor_id:
        notes.append("De som flyttade till en annan enhet kommer inte tillbaka av sig själva.")
    return unit_page(
        request, form, unit, heading=f"Öppna {unit} igen", submit="Öppna igen", notes=notes
    )


@only_for_administrator
def unit_move(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    form = PlaceUnitForm(posted(request), initial={"on": clock.today()})
    by = signed_in_user(request)
    if is_done(form, lambda: units_admin.place_unit(unit, **form.cleaned_data, by=by)):
        messages.success(request, f"Enheten hör till {form.cleaned_data['department']}.")
        return redirect("unit_settings", pk)
    return unit_page(request, form, unit, heading=f"Flytta {unit} till en annan avdelning")


def unit_page(
    request: HttpRequest, form: BaseForm, unit: Unit, *, heading: str, name: str = "", **words: Any
) -> HttpResponse:
    """A form about a unit, with the way back to it; `name` is the stored one."""
    back = reverse("unit_settings", args=[unit.pk])
    return form_page(
        request, form, heading=heading, back=back, back_label=name or unit.name, **words
    )
