"""The lead approves all the sure certificates in one go, having looked through a random sample."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url

from focusareas import clock, review, waiting
from focusareas.access import only_for_development_lead, signed_in_user
from focusareas.approval_draw import Draw
from focusareas.forms.review import DrawForm
from focusareas.models import Certificate
from focusareas.review import ManyApproved
from focusareas.swedish import counted
from focusareas.views.review import queue_of

MOST_AT_ONCE = 500
UNDO_HINT = "Det går att ångra under Beslut det senaste dygnet."
NOT_UNDERSTOOD = "Urvalet gick inte att förstå. Ingenting är godkänt."


@only_for_development_lead
def review_approve_all(request: HttpRequest) -> HttpResponse:
    queue = queue_of(request)
    if request.method != "POST":
        sure = waiting.sure(queue.certificates).values_list("pk", flat=True)
        return _page(request, Draw.of(sure[:MOST_AT_ONCE]), queue.query)
    form = DrawForm(request.POST)
    if not form.is_valid():
        messages.warning(request, NOT_UNDERSTOOD)
        return redirect(resolve_url("review_queue") + queue.query)
    draw, leave_out = form.cleaned_data["draw"], form.cleaned_data["leave_out"]
    if leave_out is not None:
        return _page(request, draw.without(leave_out), queue.query)
    outcome = review.approve_all(draw, by=signed_in_user(request), on=clock.today())
    messages.success(request, _how_it_went(outcome))
    return redirect(resolve_url("review_queue") + queue.query)


def _page(request: HttpRequest, draw: Draw, query: str) -> HttpResponse:
    """The sample with its pictures; the button says how many will be approved."""
    related = Certificate.objects.select_related("staff_member", "unit", "course", "file")
    found = related.in_bulk(draw.sample)
    context = {
        "sample": [found[pk] for pk in draw.sample if pk in found],
        "left_out": draw.left_out,
        "count": len(draw.chosen),
        "shown": len(draw.shown),
        "is_full": len(draw.shown) == MOST_AT_ONCE,
        "draw": DrawForm.written(draw),
        "query": query,
    }
    return render(request, "focusareas/review_approve_all.html", context)


def _how_it_went(outcome: ManyApproved) -> str:
    parts = [counted(outcome.approved, "godkänt", "godkända")]
    parts += [f"{who} hann före med {count}" for who, count in outcome.others.items()]
    if outcome.left:
        parts.append(f"{outcome.left} väntar kvar och behöver granskas för sig")
    return f"{', '.join(parts)}. {UNDO_HINT if outcome.approved else ''}".strip()
