"""What pages and workbooks show of an import's outcome, before it is carried out and after."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from focusareas import import_lists
from focusareas.exports import Column, export
from focusareas.hr_import import Outcome
from focusareas.hr_import.outcome import Finding
from focusareas.models import User
from focusareas.templatetags.addresses import query_with

PER_PAGE = 100
FINDINGS = "findings"
LEVELS = {"error": "Fel", "warning": "Varning"}
COLUMNS = [
    Column("Slag", 10),
    Column("Blad", 16),
    Column("Rad", 8),
    Column("Kolumn", 20),
    Column("Vad som är fel och vad du gör", 90),
]


def outcome_context(request: HttpRequest, outcome: Outcome) -> dict[str, Any]:
    """What the pages of an outcome say of it, in numbers and names."""
    news = (("Nya avdelningar", outcome.new_departments), ("Nya utförare", outcome.new_providers))
    return {
        "outcome": outcome,
        "table": import_lists.table(outcome),
        "left_out": import_lists.left_out(outcome),
        "news": [
            (label, [(name, outcome.nearest.get(name)) for name in names])
            for label, names in news
            if names
        ],
        **findings_context(request, outcome),
    }


def findings_context(request: HttpRequest, outcome: Outcome, query: str = "") -> dict[str, Any]:
    """A page of the findings, each kind of them under its title.

    `query` is what the address of the list ends with.
    """
    kinds = import_lists.by_kind(outcome.findings)
    chosen = [kind for kind in kinds if kind.key == request.GET.get("kind")]
    pairs = [(kind.title, finding) for kind in chosen or kinds for finding in kind.findings]
    page = Paginator(pairs, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "kinds": kinds,
        "chosen": chosen[0] if chosen else None,
        "page": page,
        "groups": import_lists.in_kinds(page),
        "query": query,
        "page_query": query_with(query, f"kind={chosen[0].key}") if chosen else query,
    }


def rows_page(
    request: HttpRequest, outcome: Outcome, *, back: str, label: str, is_done: bool = False
) -> HttpResponse:
    """The rows behind the count, or the findings, that the address asks for."""
    context: dict[str, Any] = {
        "back": back,
        "back_label": label,
        "outcome": outcome,
        "is_done": is_done,
    }
    show = request.GET.get("show", "")
    if show == FINDINGS:
        context |= findings_context(request, outcome, f"?show={FINDINGS}")
        return render(request, "focusareas/import_findings.html", context)
    listed = import_lists.listed(outcome, show)
    if listed is None:
        raise Http404
    page = Paginator(listed.rows, PER_PAGE).get_page(request.GET.get("page"))
    is_new = (listed.kind, listed.group) == ("people", "new")
    namesakes = import_lists.namesakes(page) if is_new else {}
    context |= {
        "listed": listed,
        "page": page,
        "rows": [(row, namesakes.get(row.number, "")) for row in page],
        "query": f"?show={show}",
    }
    return render(request, "focusareas/import_rows.html", context)


def findings_workbook(outcome: Outcome, name: str, *, by: User) -> HttpResponse:
    """All findings as a list to take to whoever puts the file right."""
    return export(
        by=by,
        filename="att-ratta.xlsx",
        title=f"Att rätta och titta på i {name}",
        columns=COLUMNS,
        rows=[_cells(finding) for finding in outcome.findings],
    )


def _cells(finding: Finding) -> tuple[Any, ...]:
    place = (finding.sheet, finding.row, finding.column)
    return (LEVELS[finding.level], *place, finding.message)
