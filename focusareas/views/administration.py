"""The parts of the administration, as a page to go on from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from focusareas import tesseract
from focusareas.access import only_for_administrator

PARTS = (
    (
        "import_create",
        "Läs in personalfil",
        "Uppdatera allt på en gång från personalsystemets fil.",
    ),
    (
        "organisation_export",
        "Hämta organisationen",
        "Allt som personalfilen kan innehålla, som en arbetsbok.",
    ),
    ("import_list", "Inläsningar", "Vad varje personalfil ändrade, och att ångra den."),
    ("person_list", "Medarbetare", "Anställningar, flyttar, tjänstledigheter och skydd."),
    (
        "person_pair_list",
        "Samma person två gånger?",
        "De som ser ut att ha fått ett nytt nummer eller efternamn.",
    ),
    ("unit_list", "Enheter", "Namn, taggar, avdelning, chefer och stängning."),
    ("department_list", "Avdelningar", "Namn och avdelningschefer."),
    ("provider_list", "Privata utförare", "De företag som driver enheter på avtal."),
    ("payment_overview", "Ersättning för intyg", "Vad enheterna har tjänat in och fått utbetalt."),
    ("user_list", "Inloggningar och roller", "Utvecklingsledare, administratörer och styrgrupp."),
    ("plan_list", "Planer", "Aktiviteter, deras ordning och vem de gäller."),
    ("course_list", "Kurser", "Vad ett intyg från varje kurs känns igen på."),
)


@require_GET
@only_for_administrator
def administration(request: HttpRequest) -> HttpResponse:
    context = {"parts": PARTS, "reads_pictures": tesseract.program() is not None}
    return render(request, "focusareas/administration.html", context)
