"""The next plan, made from this one with every day looked at."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from focusareas import clock
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.forms.plan_copy import PlanCopyForm
from focusareas.models import Plan
from focusareas.plan_copying import copy_plan, next_period, propose
from focusareas.views.form_page import is_done, posted


@only_for_lead_or_administrator
def plan_copy(request: HttpRequest, pk: int) -> HttpResponse:
    plan, by = get_object_or_404(Plan, pk=pk), signed_in_user(request)
    first_day, last_day = next_period(plan)
    form = PlanCopyForm(
        posted(request),
        proposals=propose(plan, on=clock.today()),
        initial={
            "code": f"plan-{first_day.year}-{last_day.year}",
            "first_day": first_day,
            "last_day": last_day,
        },
    )
    copies: list[Plan] = []
    if is_done(
        form, lambda: copies.append(copy_plan(plan, form.next_plan(), form.chosen(), by=by))
    ):
        messages.success(request, f"{copies[0]} är skapad. Brevets fasta texter följde med.")
        return redirect("plan_detail", copies[0].pk)
    return render(request, "focusareas/plan_copy.html", {"plan": plan, "form": form})
