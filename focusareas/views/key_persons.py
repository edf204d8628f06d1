"""Naming a unit's key persons, and ending their duty."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from focusareas import clock
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.forms.unit_work import KeyPersonForm, LastDayForm
from focusareas.key_person_duties import appoint, end
from focusareas.models import KeyPerson, StaffMember
from focusareas.naming import Names
from focusareas.people_search import search
from focusareas.views.form_page import form_page, is_done, posted

MOST_SHOWN = 15


def key_person_create(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    people = _without_duty(StaffMember.objects.at(unit, on=today), pk)
    text = request.GET.get("q", "")
    found = search(people, text, MOST_SHOWN + 1) if text else list(people[: MOST_SHOWN + 1])
    has_more, found = len(found) > MOST_SHOWN, found[:MOST_SHOWN]
    form = KeyPersonForm(posted(request), people=found, initial={"first_day": today})
    if is_done(form, lambda: appoint(unit=unit, by=user, **form.cleaned_data)):
        person = form.cleaned_data["person"]
        messages.success(request, f"{person.full_name} är nyckelperson.")
        return redirect("unit_detail", pk)
    context = {"unit": unit, "form": form, "text": text, "found": found, "has_more": has_more}
    return render(request, "focusareas/key_person_create.html", context)


def key_person_end(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    duty = get_object_or_404(KeyPerson.objects.select_related("staff_member"), pk=pk)
    unit = unit_to_act_for(user, duty.unit_id, on=today)
    name = Names(user, on=today).of(duty.staff_member)
    form = LastDayForm(posted(request), initial={"last_day": duty.last_day or today})
    if is_done(form, lambda: end(duty, by=user, **form.cleaned_data)):
        messages.success(request, "Uppdraget är avslutat.")
        return redirect("unit_detail", unit.pk)
    return form_page(
        request,
        form,
        heading=f"Avsluta uppdraget för {name}",
        back=reverse("unit_detail", args=[unit.pk]),
        back_label=unit.name,
        submit="Avsluta uppdraget",
        notes=[
            f"{duty.get_role_display().capitalize()} sedan {duty.first_day}.",
            "Varje enhet ska ha minst en nyckelperson. Utse gärna en ny samtidigt.",
        ],
    )


def _without_duty(people: QuerySet[StaffMember], unit_pk: int) -> QuerySet[StaffMember]:
    open_duties = KeyPerson.objects.filter(unit=unit_pk, last_day__isnull=True)
    return people.exclude(pk__in=open_duties.values("staff_member"))
