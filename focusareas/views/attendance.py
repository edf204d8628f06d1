"""Who came to a meeting: ticked in a list that one can search, or read from a pasted one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from focusareas import clock
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.forms.attendance import AttendanceForm, PastedAnswersForm, PasteForm
from focusareas.meetings import note_attendance
from focusareas.models import Attendance, KeyPerson, Meeting, StaffMember
from focusareas.names import plain
from focusareas.pasted_names import PastedLine, people_in, read_pasted
from focusareas.people_search import described, search
from focusareas.spellings import register_of
from focusareas.swedish import counted
from focusareas.views.form_page import is_done, posted
from focusareas.views.meetings import find

PEOPLE_PER_PAGE = 100
MOST_FOUND = 50


@only_for_lead_or_administrator
def meeting_attendance(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, text = find(pk), plain(request.GET.get("q", ""))
    form = AttendanceForm(posted(request))
    by = signed_in_user(request)
    if meeting.day <= clock.today() and is_done(
        form, lambda: note_attendance(meeting, by=by, **form.cleaned_data)
    ):
        messages.success(request, "Närvaron är sparad.")
        return redirect(_onwards(request, meeting, text))
    page = _page(request, meeting, text)
    context = {
        "meeting": meeting,
        "is_ahead": meeting.day > clock.today(),
        "form": form,
        "page": page,
        "people": described(list(page.object_list), on=meeting.day),
        "came": {person.pk for person in page if person.came},  # type: ignore[attr-defined]  # annotated
        "n_came": meeting.attendances.count(),
        "text": text,
    }
    return render(request, "focusareas/meeting_attendance.html", context)


def _onwards(request: HttpRequest, meeting: Meeting, text: str) -> str:
    """The next people to tick; after the last of them what it came to."""
    page = _page(request, meeting, text)
    here = reverse("meeting_attendance", args=[meeting.pk])
    if page.has_next():
        return f"{here}?page={page.next_page_number()}"
    return here if text else reverse("meeting_detail", args=[meeting.pk])


def _page(request: HttpRequest, meeting: Meeting, text: str) -> Page[StaffMember]:
    """The key persons of the day and those noted; a search finds anybody."""
    came = Attendance.objects.filter(meeting=meeting, staff_member=OuterRef("pk"))
    people = StaffMember.objects.annotate(came=Exists(came))
    found: Any = search(people, text, MOST_FOUND) if text else people.filter(_expected(meeting))
    return Paginator(found, PEOPLE_PER_PAGE).get_page(request.GET.get("page"))


def _expected(meeting: Meeting) -> Q:
    key_persons = KeyPerson.objects.active_on(meeting.day).values("staff_member")
    return Q(pk__in=key_persons) | Q(pk__in=meeting.attendances.values("staff_member"))


def expected_at(meeting: Meeting) -> QuerySet[StaffMember]:
    """The key persons of the meeting's day, and those noted already."""
    return StaffMember.objects.filter(_expected(meeting))


@only_for_lead_or_administrator
def meeting_attendance_paste(request: HttpRequest, pk: int) -> HttpResponse:
    """The list, then what it was read as with what is doubtful to answer, then it is saved."""
    meeting = find(pk)
    if meeting.day > clock.today():
        return redirect("meeting_attendance", pk)
    form = PasteForm(posted(request))
    if not form.is_valid():
        return render(request, "focusareas/meeting_paste.html", {"meeting": meeting, "form": form})
    text = form.cleaned_data["text"]
    lines = read_pasted(text, register_of(expected_at(meeting), on=meeting.day), on=meeting.day)
    return _answers(request, meeting, text, lines)


def _answers(
    request: HttpRequest, meeting: Meeting, text: str, lines: list[PastedLine]
) -> HttpResponse:
    """The page that asks about what is doubtful; answered, it is saved."""
    found = StaffMember.objects.in_bulk(people_in(lines))
    people = described(list(found.values()), on=meeting.day)
    answered = request.POST if "answered" in request.POST else None
    form = PastedAnswersForm(answered, lines=lines, people=people)
    sure = dict.fromkeys(line.person for line in lines if line.person)
    by = signed_in_user(request)
    if is_done(
        form,
        lambda: note_attendance(meeting, came=[found[pk] for pk in [*sure, *form.chosen()]], by=by),
    ):
        n_came = len({*sure, *form.chosen()})
        messages.success(request, f"{counted(n_came, 'deltagare', 'deltagare')} är noterade.")
        return redirect("meeting_detail", meeting.pk)
    context = {
        "meeting": meeting,
        "text": text,
        "form": form,
        "sure": [people[pk] for pk in sure],
        "n_questions": len(form.fields),
        "unknown": [line.text for line in lines if line.is_unknown],
    }
    return render(request, "focusareas/meeting_paste_answers.html", context)
