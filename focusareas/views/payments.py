"""The money certificates earn: what is due, paying it, and what a unit has had."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from focusareas import clock, reimbursement, trace
from focusareas.access import only_for_lead_or_administrator, signed_in_user, unit_to_act_for
from focusareas.exports import Column, Row, export
from focusareas.forms.payments import BudgetForm
from focusareas.models import Activity, PaymentBatch, Plan
from focusareas.naming import Names
from focusareas.refusal import RefusedError
from focusareas.reimbursement import Sums, UnitSum
from focusareas.swedish import long_date
from focusareas.views.form_page import form_page, is_done, posted

ROWS_PER_PAGE = 100
BATCH_COLUMNS = [Column("Dag", 12), Column("Intyg", 10), Column("Återbetalningar", 16)]
COLUMNS = [
    Column("Driftform", 16),
    Column("Utförare", 28),
    Column("Enhetskod", 14),
    Column("Enhet", 40),
    Column("Kostnadsställe", 18),
    Column("Intyg", 10),
    Column("Återbetalningar", 16),
    Column("Kronor", 14),
]


@require_GET
@only_for_lead_or_administrator
def payment_overview(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    plan, plans = _plan_asked_for(request)
    context: dict[str, Any] = {"plan": plan, "plans": plans}
    if plan:
        rewarding = reimbursement.rewarding_activities(plan)
        budget_sek = reimbursement.budget_of(rewarding)
        claims = reimbursement.claims_of(plan, on=today)
        context |= {
            "rewarding": rewarding,
            "account": reimbursement.account_of(plan, on=today, budget_sek=budget_sek),
            "due": reimbursement.sums_of_claims(claims),
            "batches": reimbursement.batches_of(plan)[:ROWS_PER_PAGE],
        }
    return render(request, "focusareas/payment_overview.html", context)


def _plan_asked_for(request: HttpRequest) -> tuple[Plan | None, list[Plan]]:
    plans = list(Plan.objects.nearest_first(clock.today()))
    named = [plan for plan in plans if plan.code == request.GET.get("plan")]
    return next(iter(named or plans), None), plans


@require_GET
@only_for_lead_or_administrator
def batch_workbook(request: HttpRequest) -> HttpResponse:
    """Every payment of the plan."""
    plan, _ = _plan_asked_for(request)
    if plan is None:
        raise Http404
    return export(
        by=signed_in_user(request),
        filename=f"utbetalningar-{plan.code}.xlsx",
        title=f"Utbetalningar, {plan.name}",
        columns=[
            *BATCH_COLUMNS,
            Column("Egen regi, kronor", 18),
            Column("Privata utförare, kronor", 18),
            Column("Summa, kronor", 18),
        ],
        rows=[
            (*_batch_cells(batch), batch.own_sek, batch.contracted_sek, batch.amount_sek)  # type: ignore[attr-defined]  # annotated
            for batch in reimbursement.batches_of(plan)
        ],
        about=plan,
    )


def _batch_cells(batch: PaymentBatch) -> Row:
    return batch.dated, batch.certificates, batch.returns  # type: ignore[attr-defined]  # annotated


@require_http_methods(["GET", "POST"])
@only_for_lead_or_administrator
def payment_create(request: HttpRequest, code: str) -> HttpResponse:
    """What is due, unit by unit, to be confirmed; a POST pays exactly what was shown."""
    today = clock.today()
    plan = get_object_or_404(Plan, code=code)
    if request.method == "POST":
        basis, by = request.POST.get("basis", ""), signed_in_user(request)
        try:
            batch = reimbursement.pay(plan, basis=basis, on=today, by=by)
        except RefusedError as refusal:
            messages.warning(request, str(refusal))
            return redirect("payment_create", code)
        messages.success(request, "Utbetalningen är gjord. Lämna filen till ekonomi.")
        return redirect("payment_detail", batch.pk)
    due = reimbursement.due(plan, on=today)
    context = {"plan": plan, "due": due.sums, "basis": due.basis, "page": _page(request, due.sums)}
    return render(request, "focusareas/payment_create.html", context)


@require_GET
@only_for_lead_or_administrator
def due_workbook(request: HttpRequest, code: str) -> HttpResponse:
    """What would be paid now, to be looked through before it is."""
    plan, today = get_object_or_404(Plan, code=code), clock.today()
    sums = reimbursement.due(plan, on=today).sums
    return export(
        by=signed_in_user(request),
        filename=f"att-betala-{today.isoformat()}.xlsx",
        title=f"Att betala ut för intyg, {plan.case_number}. {long_date(today)}",
        columns=COLUMNS,
        rows=_rows(sums),
        about=plan,
    )


def _page(request: HttpRequest, sums: Sums) -> Any:
    return Paginator(sums.units, ROWS_PER_PAGE).get_page(request.GET.get("page"))


@require_GET
@only_for_lead_or_administrator
def payment_detail(request: HttpRequest, pk: int) -> HttpResponse:
    batch = get_object_or_404(PaymentBatch.objects.select_related("plan", "made_by"), pk=pk)
    sums = reimbursement.sums_of(batch)
    context = {
        "batch": batch,
        "sums": sums,
        "page": _page(request, sums),
        "trace": trace.latest(batch, names=Names(signed_in_user(request), on=clock.today())),
    }
    return render(request, "focusareas/payment_detail.html", context)


@require_GET
@only_for_lead_or_administrator
def payment_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The batch as the finance office books it: a row for each unit, no persons."""
    batch = get_object_or_404(PaymentBatch.objects.select_related("plan"), pk=pk)
    sums = reimbursement.sums_of(batch)
    return export(
        by=signed_in_user(request),
        filename=f"utbetalning-{batch.dated.isoformat()}-{batch.pk}.xlsx",
        title=f"Ersättning för intyg, {batch.plan.case_number}. {long_date(batch.dated)}",
        columns=COLUMNS,
        rows=_rows(sums),
        about=batch,
    )


def _rows(sums: Sums) -> list[Row]:
    return [*map(_cells, sums.units), _closing(sums)]


def _cells(unit: UnitSum) -> Row:
    operation = "privat" if unit.is_contracted else "egen"
    return (
        operation,
        unit.provider,
        unit.code,
        unit.name,
        unit.cost_centre,
        unit.certificates,
        unit.returns,
        unit.amount_sek,
    )


def _closing(sums: Sums) -> Row:
    return ("Summa", "", "", "", "", sums.certificates, sums.returns, sums.amount_sek)


@only_for_lead_or_administrator
def budget_edit(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.filter(amount_sek__gt=0), pk=pk)
    form = BudgetForm(posted(request), initial={"budget_sek": activity.budget_sek})
    by = signed_in_user(request)
    if is_done(
        form,
        lambda: reimbursement.set_budget(
            activity, budget_sek=form.cleaned_data["budget_sek"], by=by
        ),
    ):
        messages.success(request, "Budgeten är sparad.")
        return redirect("payment_overview")
    back = reverse("payment_overview")
    return form_page(
        request,
        form,
        heading=f"Budget för {activity}",
        back=back,
        back_label="Ersättning för intyg",
        notes=["Så mycket får alla intyg kosta tillsammans."],
    )


@require_GET
def unit_payments(request: HttpRequest, pk: int) -> HttpResponse:
    """What the unit's certificates have earned, and when it was paid."""
    today = clock.today()
    unit = unit_to_act_for(signed_in_user(request), pk, on=today)
    plan = Plan.objects.for_day(today)
    context: dict[str, Any] = {"unit": unit, "plan": plan}
    if plan:
        context |= {
            "rewarding": reimbursement.rewarding_activities(plan),
            "account": reimbursement.account_of(plan, on=today, unit=unit.pk),
            "batches": reimbursement.batches_to(unit, plan)[:ROWS_PER_PAGE],
        }
    return render(request, "focusareas/unit_payments.html", context)


@require_GET
def unit_payment_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    unit = unit_to_act_for(signed_in_user(request), pk, on=today)
    plan = Plan.objects.for_day(today)
    if plan is None:
        raise Http404
    return export(
        by=signed_in_user(request),
        filename=f"ersattning-{pk}-{today.isoformat()}.xlsx",
        title=f"Utbetalningar till {unit.name}, {plan.name}",
        columns=[*BATCH_COLUMNS, Column("Summa, kronor", 18)],
        rows=[
            (*_batch_cells(batch), batch.amount_sek)  # type: ignore[attr-defined]  # annotated
            for batch in reimbursement.batches_to(unit, plan)
        ],
        about=unit,
    )
