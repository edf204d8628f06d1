"""Everybody who works here or has done: found, read and put right."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, staffing, trace
from focusareas.access import (
    only_for_administrator,
    only_for_lead_or_administrator,
    signed_in_user,
)
from focusareas.exports import Column, export
from focusareas.forms.people import NewPersonForm, PersonForm, ProtectionForm
from focusareas.models import Absence, Certificate, Employment, KeyPerson, StaffMember, Unit
from focusareas.names import plain
from focusareas.naming import Names
from focusareas.people_search import search
from focusareas.swedish import long_date
from focusareas.unit_list import address
from focusareas.unit_search import matching
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.shown_day import ShownDay, shown_day

PEOPLE_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """The people that the address asks for, with where they work on the day."""

    text: str
    unit_text: str
    people: QuerySet[StaffMember] | list[StaffMember]
    has_more: bool
    shown: ShownDay

    @property
    def chosen(self) -> dict[str, str]:
        """What is searched for, by the names of the address."""
        asked = {"q": self.text, "unit": self.unit_text}
        return {name: value for name, value in asked.items() if value}

    @property
    def query(self) -> str:
        """What the address of the same list ends with."""
        return address(self.shown.in_address | self.chosen)


def find_people(request: HttpRequest) -> FoundPeople:
    """Everybody, or those the search finds; a search shows what is likeliest at once."""
    shown = shown_day(request, clock.today())
    text, unit_text = plain(request.GET.get("q", "")), plain(request.GET.get("unit", ""))
    now = Employment.objects.on(shown.day).select_related("unit")
    current: Prefetch[Any, Any, Any] = Prefetch("employments", now, "current")
    people = StaffMember.objects.prefetch_related(current)
    if unit_text:
        units = matching(Unit.objects.only("code", "name"), unit_text)
        at_units = Employment.objects.on(shown.day).filter(unit__in=units)
        people = people.filter(pk__in=at_units.values("staff_member"))
    if not text:
        return FoundPeople(text, unit_text, people, False, shown)
    found = search(people, text, limit=PEOPLE_PER_PAGE + 1)
    has_more = len(found) > PEOPLE_PER_PAGE
    return FoundPeople(text, unit_text, found[:PEOPLE_PER_PAGE], has_more, shown)


@require_GET
@only_for_lead_or_administrator
def person_list(request: HttpRequest) -> HttpResponse:
    found = find_people(request)
    context = {
        "people": Paginator(found.people, PEOPLE_PER_PAGE).get_page(request.GET.get("page")),
        "found": found,
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/person_list.html", context)


@require_GET
@only_for_lead_or_administrator
def person_workbook(request: HttpRequest) -> HttpResponse:
    found = find_people(request)
    day = long_date(found.shown.day)
    columns = [Column("Namn", 32), Column("Skyddad", 10), Column("Anställningsnummer", 20)]
    return export(
        by=signed_in_user(request),
        filename=f"medarbetare-{found.shown.day.isoformat()}.xlsx",
        title=". ".join(filter(None, [f"Medarbetare {day}", found.text, found.unit_text])),
        columns=[*columns, Column(f"Arbetar {day} på", 40)],
        rows=[
            (
                person.full_name,
                "ja" if person.is_protected else "",
                person.employee_number,
                ", ".join(employment.unit.name for employment in person.current),  # type: ignore[attr-defined]  # prefetched
            )
            for person in found.people
        ],
    )


@require_GET
@only_for_lead_or_administrator
def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    duties = KeyPerson.objects.telling_when_over(today).select_related("unit")
    people = StaffMember.objects.select_related("user").prefetch_related(
        Prefetch("key_person_duties", duties.order_by("-first_day")),
        Prefetch("certificates", Certificate.objects.select_related("course")),
        "spellings",
    )
    # A row for each earlier number: the page asks many questions as it is.
    numbered = people.annotate(earlier=F("earlier_numbers__number")).order_by("earlier")
    rows = get_list_or_404(numbered, pk=pk)
    person = rows[0]
    context = {
        "person": person,
        "earlier_numbers": [row.earlier for row in rows if row.earlier],  # type: ignore[attr-defined]  # annotated
        "employments": _employments_of(person),
        "login": getattr(person, "user", None),
        "today": today,
        "trace": trace.latest(person, names=Names(signed_in_user(request), on=today)),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/person_detail.html", context)


def _employments_of(person: StaffMember) -> list[tuple[Employment, list[Absence]]]:
    """Where the person works and has worked, the latest first, with the leaves from there."""
    rows = person.employments.select_related("unit").annotate(
        leave=F("absences"),
        leave_from=F("absences__first_day"),
        leave_until=F("absences__last_day"),
    )
    found: dict[int, tuple[Employment, list[Absence]]] = {}
    for row in rows.order_by("-first_day", "pk", "leave_from"):
        _, leaves = found.setdefault(row.pk, (row, []))
        if row.leave:
            days = {"first_day": row.leave_from, "last_day": row.leave_until}
            leaves.append(Absence(pk=row.leave, employment_id=row.pk, **days))
    return list(found.values())


@only_for_administrator
def person_create(request: HttpRequest) -> HttpResponse:
    form = NewPersonForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.add_person(form.save(commit=False), by=by)):
        messages.success(request, "Medarbetaren är tillagd. Lägg till en anställning.")
        return redirect("employment_create", form.instance.pk)
    return form_page(
        request,
        form,
        heading="Ny medarbetare",
        back=reverse("person_list"),
        back_label="Medarbetare",
    )


@only_for_administrator
def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(StaffMember, pk=pk)
    name = person.full_name
    form = PersonForm(posted(request), instance=person)
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.change_person(form.save(commit=False), by=by)):
        messages.success(request, "Uppgifterna är sparade.")
        return redirect("person_detail", pk)
    back = reverse("person_detail", args=[pk])
    return form_page(request, form, heading="Ändra uppgifter", back=back, back_label=name)


@only_for_administrator
def person_protection(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(StaffMember, pk=pk)
    wanted = not person.is_protected
    form = ProtectionForm(posted(request), initial={"protect": "yes" if wanted else "no"})
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.protect(person, form.cleaned_data["protect"], by=by)):
        done = "skyddad" if person.is_protected else "inte längre skyddad"
        messages.success(request, f"Identiteten är {done}.")
        return redirect("person_detail", pk)
    return form_page(
        request,
        form,
        heading="Skydda identiteten" if wanted else "Ta bort skyddet",
        back=reverse("person_detail", args=[pk]),
        back_label=person.full_name,
        submit="Skydda identiteten" if wanted else "Ta bort skyddet",
        notes=[PROTECT if wanted else UNPROTECT],
    )


PROTECT = (
    "Namnet visas bara för enhetens egen chef, administratörer och utvecklingsledare. Alla andra "
    "ser ”Skyddad”."
)
UNPROTECT = (
    "Namnet blir synligt för alla som ser enhetens medarbetare. Kontrollera med den som beslutat "
    "om skyddet först."
)
