"""The pages of the memo: the development lead writes and issues, others read what is issued."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock, trace
from focusareas.access import (
    only_for_development_lead,
    only_for_lead_or_administrator,
    only_for_those_who_see_every_figure,
    signed_in_user,
)
from focusareas.exports import Column, export
from focusareas.models import Plan, User
from focusareas.naming import Names
from focusareas.plan_table import BrokenPlanError
from focusareas.views.form_page import posted
from focusareas.views.traces import trace_page
from reporting import drafting, pdf
from reporting.choices import sayable_figures
from reporting.forms import MannerForm, ReportForm, SectionForm
from reporting.models import Report


@require_GET
@only_for_those_who_see_every_figure
def report_list(request: HttpRequest) -> HttpResponse:
    reports = _listed(signed_in_user(request))
    return render(request, "reporting/report_list.html", {"reports": reports})


@require_GET
@only_for_those_who_see_every_figure
def report_workbook(request: HttpRequest) -> HttpResponse:
    user = signed_in_user(request)
    return export(
        by=user,
        filename=f"rapporter-{clock.today().isoformat()}.xlsx",
        title="Tjänsteskrivelser",
        columns=[
            Column("Rapport", 44),
            Column("Plan", 60),
            Column("Siffror per", 12),
            Column("Daterad", 12),
            Column("Läge", 36),
        ],
        rows=[
            (str(report), report.plan.name, report.as_of, report.dated, report.standing)
            for report in _listed(user)
        ],
    )


def _listed(user: User) -> QuerySet[Report]:
    found = Report.objects.visible_to(user).select_related("plan", "superseded_by", "issued_by")
    return found.defer("figures", "sections", "html", "pdf")


@only_for_development_lead
def report_create(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    last_month = today.replace(day=1) - timedelta(days=1)
    suggested = {"plan": Plan.objects.for_day(last_month), "as_of": last_month, "dated": today}
    form = ReportForm(request.POST or None, initial=suggested)
    if form.is_valid():
        try:
            report = drafting.draft(**form.cleaned_data, by=signed_in_user(request))
        except BrokenPlanError as error:
            form.add_error("plan", f"Planens uppgifter om brevet är fel. {error}")
        else:
            messages.success(request, "Utkastet är klart att läsa.")
            return redirect("report_detail", pk=report.pk)
    return render(request, "reporting/report_create.html", {"form": form})


@require_GET
@only_for_those_who_see_every_figure
def report_detail(request: HttpRequest, pk: int) -> HttpResponse:
    report = _visible(request, pk)
    user = signed_in_user(request)
    names = Names(user, on=clock.today())
    done = trace.latest(report, names=names) if user.sees_everything else None
    if report.is_issued:
        context = {"report": report, "changes": drafting.changed_since(report), "trace": done}
        return render(request, "reporting/report_issued.html", context)
    context = {"report": report, "sayable": sayable_figures(report.figures), "trace": done}
    return render(request, "reporting/report_detail.html", context)


@require_GET
@only_for_lead_or_administrator
def report_trace(request: HttpRequest, pk: int) -> HttpResponse:
    return trace_page(request, _visible(request, pk), back=resolve_url("report_detail", pk))


@require_POST
@only_for_development_lead
def report_refresh(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        drafting.refresh(_draft(pk))
    except Report.DoesNotExist:
        messages.warning(request, "Någon annan har just utfärdat rapporten.")
    else:
        messages.success(request, "Siffrorna är hämtade på nytt. Det du har skrivit själv är kvar.")
    return redirect("report_detail", pk=pk)


@only_for_development_lead
def report_section_edit(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    report = _draft(pk)
    section = _section(report, key)
    initial = {"body": section["body"], "seen": drafting.body_digest(section)}
    form = SectionForm(posted(request), report=report, key=key, initial=initial)
    if form.is_valid():
        try:
            drafting.rewrite(report, key, **form.cleaned_data, by=signed_in_user(request))
        except drafting.StaleDraftError:
            report = _draft(pk)
            section = _section(report, key)
            form.hold_against(drafting.body_digest(section))
        else:
            messages.success(request, f"”{section['heading']}” är sparad.")
            return redirect("report_detail", pk=pk)
    context = {
        "report": report,
        "section": section,
        "form": form,
        "is_overtaken": form.is_overtaken,
    }
    return render(request, "reporting/report_section_edit.html", context)


def _section(report: Report, key: str) -> dict[str, Any]:
    try:
        return report.section(key)
    except KeyError:
        raise Http404 from None


@require_POST
@only_for_development_lead
def report_say(request: HttpRequest, pk: int) -> HttpResponse:
    report = _draft(pk)
    form = MannerForm(request.POST, report=report)
    if form.is_valid():
        drafting.choose_manner(report, **form.cleaned_data, by=signed_in_user(request))
        messages.success(request, "Texten säger nu siffran så.")
    else:
        messages.error(request, "Så kan siffran inte sägas, det vore inte sant.")
    return redirect("report_detail", pk=pk)


@require_GET
@only_for_those_who_see_every_figure
def report_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter itself; only the way back from it is added, which no paper shows."""
    report = _visible(request, pk)
    way_back = render_to_string("reporting/_preview_back.html", {"pk": pk})
    page = report.html or drafting.render_html(report)
    return HttpResponse(page.replace("<body>", f"<body>{way_back}", 1))


@only_for_development_lead
def report_issue(request: HttpRequest, pk: int) -> HttpResponse:
    report = _draft(pk)
    if request.method == "POST":
        return _issue(request, report)
    context = {
        "report": report,
        "untold": drafting.untold(report),
        "seen": drafting.fingerprint(report),
    }
    return render(request, "reporting/report_issue.html", context)


def _issue(request: HttpRequest, report: Report) -> HttpResponse:
    try:
        drafting.issue(report, by=signed_in_user(request), seen=request.POST.get("seen", ""))
    except drafting.StaleDraftError:
        drafting.refresh(report)
        messages.warning(request, "Siffrorna eller texten har ändrats. Läs utkastet en gång till.")
    except Report.DoesNotExist:
        messages.warning(request, "Någon annan har just utfärdat rapporten.")
    else:
        messages.success(request, "Rapporten är utfärdad och kan inte längre ändras.")
    return redirect("report_detail", pk=report.pk)


@require_GET
@only_for_those_who_see_every_figure
def report_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    report = _visible(request, pk)
    content = bytes(report.pdf) if report.pdf else pdf.render(drafting.render_html(report))
    headers = {"Content-Disposition": f'attachment; filename="{report.file_name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _visible(request: HttpRequest, pk: int) -> Report:
    reports = Report.objects.visible_to(signed_in_user(request))
    return get_object_or_404(reports.select_related("plan", "supersedes", "issued_by"), pk=pk)


def _draft(pk: int) -> Report:
    """The draft; once issued it is no longer there to be changed."""
    return get_object_or_404(Report.objects.drafts().select_related("plan"), pk=pk)
