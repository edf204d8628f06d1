"""The people of a unit as a workbook: the list of the unit's page, with the names it shows."""

from django.http import Http404, HttpRequest, HttpResponse

from focusareas import clock, completion
from focusareas.access import signed_in_user
from focusareas.breakdown import main_activity
from focusareas.exports import Column, Row, export
from focusareas.models import Plan, Unit
from focusareas.people_status import PersonRow, people_at
from focusareas.swedish import long_date
from focusareas.unit_facts import read_unit
from focusareas.views.shown_day import shown_day

COLUMNS = [
    Column("Namn", 32),
    Column("Befattning", 28),
    Column("Uppdrag", 16),
    Column("Intyg", 26),
    Column("Dag", 12),
    Column("Vad som hände den dagen", 16),
    Column("Orsak", 50),
]


def unit_people(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    shown = shown_day(request, today)
    units = Unit.objects.visible_to(user, on=today)
    try:
        unit = read_unit(units, pk, reader=user, today=today, on=shown.day)
    except Unit.DoesNotExist:
        raise Http404 from None
    plan = Plan.objects.for_day(shown.day)
    own_unit = Unit.objects.filter(pk=pk)
    figures = completion.for_plan(plan, on=shown.day, units=own_unit) if plan else None
    main = main_activity(figures) if figures else None
    people = people_at(
        pk,
        main.activity if main else None,
        on=shown.day,
        with_protected_names=user.sees_everything or unit.managed_by_reader,
    )
    about = f"{main.activity.code} {main.activity.title}. " if main else ""
    return export(
        by=user,
        filename=f"medarbetare-{pk}-{shown.day.isoformat()}.xlsx",
        title=f"Medarbetare på {unit.name}. {about}{long_date(shown.day)}",
        columns=COLUMNS if main else COLUMNS[:3],
        rows=[cells_of(person, with_certificates=main is not None) for person in people],
        about=Unit(pk=pk),
    )


def cells_of(person: PersonRow, *, with_certificates: bool) -> Row:
    """A person as the page shows them; without an activity nobody lacks anything."""
    duty = "nyckelperson" if person.is_key_person else ""
    if person.is_head_key_person:
        duty = "huvudnyckel"
    if not with_certificates:
        return (person.name, person.title, duty)
    state = person.state
    return (
        person.name,
        person.title,
        duty,
        state.label,
        person.day,
        state.day_word if person.day else "",
        person.reason,
    )
