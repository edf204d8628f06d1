"""The first page: everybody is led to what is theirs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from focusareas.access import sees_every_figure, signed_in_user
from focusareas.models import Unit


def start(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    user = signed_in_user(request)
    if sees_every_figure(user) or user.heads_departments(on=today):
        return redirect("overview")
    units = list(Unit.objects.on(today).visible_to(user, on=today))
    if len(units) == 1:
        return redirect("unit_detail", units[0].pk)
    return render(request, "focusareas/start.html", {"units": units})
