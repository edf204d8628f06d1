"""A unit's page: how far it has come, and who is left."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from focusareas import completion
from focusareas.access import signed_in_user
from focusareas.breakdown import main_activity
from focusareas.models import Plan, Unit
from focusareas.people_status import count_states, people_at
from focusareas.unit_facts import read_unit
from focusareas.views.shown_day import shown_day


def unit_detail(request: HttpRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
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
    context = {
        "unit": unit,
        "is_open": unit.is_open_on(shown.day),
        "plan": plan,
        "shown": shown,
        "main": main.unit(pk) if main else None,
        "main_activity": main,
        "others": [
            (activity, row)
            for activity in (figures.activities if figures else ())
            if activity is not main and (row := activity.unit(pk))
        ],
        "people": people,
        "states": count_states(people),
        "key_persons": [person for person in people if person.is_key_person],
    }
    return render(request, "focusareas/unit_detail.html", context)
