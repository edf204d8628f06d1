"""Help: the guide of every role that the user has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import headed_departments, manages_units, signed_in_user
from focusareas.guides import read_guide


@require_GET
def help(request: HttpRequest) -> HttpResponse:
    user, today = signed_in_user(request), clock.today()
    looks_on = user.is_in_steering_group or headed_departments(user, on=today)
    guides = [
        read_guide(name)
        for name, is_theirs in (
            ("enhetschef", manages_units(user, on=today)),
            ("utvecklingsledare", user.is_development_lead),
            ("administrator", user.is_administrator),
            ("avdelningschef-styrgrupp", looks_on),
        )
        if is_theirs
    ]
    return render(request, "focusareas/help.html", {"guides": guides})
