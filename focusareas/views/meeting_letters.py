"""The letters about a meeting: read through with their number, then sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from focusareas import clock
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.meeting_letters import audience, body, kind_for, send_letters, subject
from focusareas.refusal import RefusedError
from focusareas.swedish import counted
from focusareas.views.meetings import find


@require_http_methods(["GET", "POST"])
@only_for_lead_or_administrator
def meeting_invite(request: HttpRequest, pk: int) -> HttpResponse:
    """To how many, and what it says; a POST sends what was shown."""
    meeting, today = find(pk), clock.today()
    if request.method == "POST":
        sent = request.POST.get("version", "")
        version = int(sent) if sent.isascii() and sent.isdigit() else -1
        try:
            n = send_letters(meeting, version=version, on=today, by=signed_in_user(request))
        except RefusedError as refusal:
            messages.warning(request, str(refusal))
            return redirect("meeting_invite", pk)
        messages.success(request, f"{counted(n, 'brev', 'brev')} är på väg.")
        return redirect("meeting_detail", pk)
    found = audience(meeting)
    kind = kind_for(meeting, has_heard=bool(found.told_anew) and not found.invited)
    context = {
        "meeting": meeting,
        "is_over": meeting.day < today,
        "audience": found,
        "subject": subject(meeting, kind),
        "body": body(meeting, kind),
    }
    return render(request, "focusareas/meeting_invite.html", context)
