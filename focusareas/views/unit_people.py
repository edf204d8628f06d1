"""The people of a unit as a workbook: the list of the unit's page, with the names it shows."""

from django.http import HttpRequest, HttpResponse

from focusareas import clock
from focusareas.access import signed_in_user
from focusareas.exports import Column, Row, export
from focusareas.models import Unit
from focusareas.naming import Names
from focusareas.people_status import PersonRow, people_at
from focusareas.swedish import long_date
from focusareas.unit_work import tasks_of
from focusareas.views.shown_day import shown_day
from focusareas.views.units import figures_of, main_task, read_visible

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
    shown = shown_day(request, clock.today())
    names = Names(signed_in_user(request), on=shown.today)
    unit, _ = read_visible(pk, names, shown)
    _, _, figures = figures_of(pk, shown)
    main = main_task(figures, tasks_of(figures, pk)) if figures else None
    activity = main.activity if main else None
    people = people_at(pk, main.whole if main else None, on=shown.day, names=names)
    about = f"{activity.code} {activity.title}. " if activity else ""
    return export(
        by=signed_in_user(request),
        filename=f"medarbetare-{pk}-{shown.day.isoformat()}.xlsx",
        title=f"Medarbetare på {unit.name}. {about}{long_date(shown.day)}",
        columns=COLUMNS if activity else COLUMNS[:3],
        rows=[cells_of(person, with_certificates=activity is not None) for person in people],
        about=Unit(pk=pk),
    )


def cells_of(person: PersonRow, *, with_certificates: bool) -> Row:
    """A person as the page shows them; without an activity nobody lacks anything."""
    duty = "nyckelperson" if person.is_key_person else ""
    if person.is_head_key_person:
        duty = "huvudnyckel"
    if not with_certificates:
        return (person.known_as, person.title, duty)
    state = person.state
    return (
        person.known_as,
        person.title,
        duty,
        state.label,
        person.day,
        state.day_word if person.day else "",
        person.reason,
    )
