"""Which units have confirmed a routine, with what they say of it: a list and its workbook."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import F, FilteredRelation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import only_for_those_who_see_units, signed_in_user
from focusareas.exports import Column, Row, export
from focusareas.models import Activity, RoutineConfirmation, Unit
from focusareas.models.days import holds_on
from focusareas.naming import Names
from focusareas.swedish import long_date
from focusareas.unit_list import address
from focusareas.unit_search import LONGEST_TEXT, matching
from focusareas.views.shown_day import ShownDay, shown_day

ROWS_PER_PAGE = 100
OVERDUE = "overdue"
COLUMNS = [
    Column("Enhet", 36),
    Column("Enhetskod", 12),
    Column("Avdelning", 28),
    Column("Bekräftad", 12),
    Column("Bekräftad av", 28),
    Column("Gås igenom senast", 14),
    Column("Dagen har passerat", 12),
    Column("Kommentar", 60),
    Column("Har dokument", 12),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which confirmations the address asks for: of units by name or code, or only late ones."""

    search: str
    only_overdue: bool

    @property
    def chosen(self) -> dict[str, str]:
        """The same as an address holds it."""
        values = {"q": self.search, "review": OVERDUE if self.only_overdue else ""}
        return {name: value for name, value in values.items() if value}


def asked_of(request: HttpRequest) -> Asked:
    search = request.GET.get("q", "").replace("\0", "")[:LONGEST_TEXT].strip()
    return Asked(search, request.GET.get("review") == OVERDUE)


@require_GET
@only_for_those_who_see_units
def routine_list(request: HttpRequest, pk: int) -> HttpResponse:
    shown, asked = shown_day(request, clock.today()), asked_of(request)
    activity = _routine(pk)
    names = Names(signed_in_user(request), on=shown.today)
    found = find(activity, names, shown, asked)
    context = {
        "activity": activity,
        "shown": shown,
        "asked": asked,
        "names": names,
        "routines": Paginator(found, ROWS_PER_PAGE).get_page(request.GET.get("page")),
        "query": address(shown.in_address | asked.chosen),
        "overdue": {row.pk for row in found if row.is_review_overdue(shown.day)},
    }
    return render(request, "focusareas/routine_list.html", context)


@require_GET
@only_for_those_who_see_units
def routine_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    activity, user = _routine(pk), signed_in_user(request)
    names = Names(user, on=shown.today)
    found = find(activity, names, shown, asked_of(request))
    return export(
        by=user,
        filename=f"rutiner-{activity.code}-{shown.day.isoformat()}.xlsx",
        title=f"{activity}. Bekräftade rutiner {long_date(shown.day)}",
        columns=COLUMNS,
        rows=[cells_of(row, names, shown) for row in found],
        about=activity,
    )


def find(
    activity: Activity, names: Names, shown: ShownDay, asked: Asked
) -> list[RoutineConfirmation]:
    """What units in the reader's sight say that day, in order of their names."""
    rows = (
        RoutineConfirmation.objects.visible_to(names.reader, on=shown.today)
        .in_force_on(shown.day)
        .filter(activity=activity, unit__in=Unit.objects.on(shown.day))
        .select_related("unit", "confirmed_by__staff_member")
        .annotate(
            placed=FilteredRelation(
                "unit__placements", condition=holds_on(shown.day, "unit__placements__")
            ),
            department_name=F("placed__department__name"),
        )
        .order_by("unit__name", "unit__code")
    )
    if asked.only_overdue:
        rows = rows.filter(review_on__lt=shown.day)
    found = {row.unit: row for row in rows}
    return [found[unit] for unit in matching(found, asked.search)]


def cells_of(row: RoutineConfirmation, names: Names, shown: ShownDay) -> Row:
    """A confirmation as a row of the workbook, with the names its reader may know."""
    return (
        row.unit.name,
        row.unit.code,
        row.department_name,  # type: ignore[attr-defined]  # annotated
        row.confirmed_on,
        names.of_user(row.confirmed_by) if row.confirmed_by else "",
        row.review_on,
        "ja" if row.is_review_overdue(shown.day) else "",
        names.without_hidden(row.note, typed=True),
        "ja" if row.document_id else "",
    )


def _routine(pk: int) -> Activity:
    return get_object_or_404(
        Activity.objects.select_related("plan"), pk=pk, measure=Activity.Measure.UNIT_ROUTINE
    )
