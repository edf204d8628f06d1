"""The whole organisation to take home, as the workbook that can be read in again."""

from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.exports import workbook_response
from focusareas.hr_import import writing
from focusareas.models import Employment, KeyPerson, Unit
from focusareas.models.audit import record


@require_GET
@only_for_administrator
def organisation_export(request: HttpRequest) -> HttpResponse:
    counts = {
        "n_units": Unit.objects.count(),
        "n_employments": Employment.objects.count(),
        "n_key_persons": KeyPerson.objects.count(),
    }
    return render(request, "focusareas/organisation_export.html", counts | {"today": clock.today()})


@require_GET
@only_for_administrator
def organisation_workbook(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    file = BytesIO()
    written = writing.write(file, on=today)
    by = signed_in_user(request)
    record(by=by, text=f"Hämtade hela organisationen per {today}: {written}.")
    return workbook_response(file.getvalue(), f"organisation-{today}.xlsx")
