"""Naming a unit's key persons, and ending their duty."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from focusareas import clock
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.forms.unit_work import KeyPersonForm, LastDayForm, SuccessorForm
from focusareas.key_person_duties import appoint, end, hand_over
from focusareas.models import KeyPerson, StaffMember, Unit, User
from focusareas.naming import Names
from focusareas.people_search import search
from focusareas.views.form_page import form_page, is_done, posted

MOST_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Candidates:
    """The unit's people without the duty that the search finds, or the first of them."""

    text: str
    found: list[StaffMember]
    has_more: bool


def key_person_create(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    people = _candidates(request, unit, today)
    form = KeyPersonForm(posted(request), people=people.found, initial={"first_day": today})
    if is_done(form, lambda: appoint(unit=unit, by=user, **form.cleaned_data)):
        person = form.cleaned_data["person"]
        messages.success(request, f"{person.full_name} är nyckelperson.")
        return redirect("unit_detail", pk)
    context = {"unit": unit, "form": form, "people": people}
    return render(request, "focusareas/key_person_create.html", context)


def key_person_hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    duty, unit = _duty_to_change(user, pk, today)
    people = _candidates(request, unit, today)
    form = SuccessorForm(posted(request), people=people.found, initial={"first_day": today})
    if is_done(form, lambda: hand_over(duty, by=user, **form.cleaned_data)):
        person, first_day = form.cleaned_data["person"], form.cleaned_data["first_day"]
        messages.success(request, f"{person.full_name} är nyckelperson från {first_day}.")
        return redirect("unit_detail", unit.pk)
    leaves = Names(user, on=today).of(duty.staff_member)
    context = {"unit": unit, "form": form, "people": people, "leaves": leaves}
    return render(request, "focusareas/key_person_create.html", context)


def key_person_end(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    duty, unit = _duty_to_change(user, pk, today)
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


def _duty_to_change(user: User, pk: int, today: date) -> tuple[KeyPerson, Unit]:
    """The duty and its unit, if the user may do the unit's part."""
    duty = get_object_or_404(KeyPerson.objects.select_related("staff_member"), pk=pk)
    return duty, unit_to_act_for(user, duty.unit_id, on=today)


def _candidates(request: HttpRequest, unit: Unit, today: date) -> Candidates:
    """Whom the page offers; a field of all who work there would be endless at some units."""
    people = _without_duty(StaffMember.objects.at(unit, on=today), unit.pk)
    text = request.GET.get("q", "")
    found = search(people, text, MOST_SHOWN + 1) if text else list(people[: MOST_SHOWN + 1])
    return Candidates(text, found[:MOST_SHOWN], has_more=len(found) > MOST_SHOWN)


def _without_duty(people: QuerySet[StaffMember], unit_pk: int) -> QuerySet[StaffMember]:
    open_duties = KeyPerson.objects.filter(unit=unit_pk, last_day__isnull=True)
    return people.exclude(pk__in=open_duties.values("staff_member"))
