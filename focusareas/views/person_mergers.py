"""People who are in the register twice: pointed out, looked at side by side, made one."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock, double_certificates, lookalikes, person_mergers
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.forms.checked import ConfirmForm
from focusareas.models import EarlierNumber, StaffMember
from focusareas.views.form_page import is_done, posted
from focusareas.views.person_choice import choose_person

PAIRS_PER_PAGE = 50


@require_GET
@only_for_administrator
def person_pair_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(lookalikes.found(), PAIRS_PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "pairs": lookalikes.told(page)}
    return render(request, "focusareas/person_pair_list.html", context)


@require_POST
@only_for_administrator
def person_pair_apart(request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
    one, other = (get_object_or_404(StaffMember, pk=key) for key in (pk, other_pk))
    if one != other:
        lookalikes.tell_apart(one, other, by=signed_in_user(request))
        messages.success(request, "Noterat att de är två olika personer.")
    return redirect("person_pair_list")


@only_for_administrator
def person_merge(request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
    """The first is kept, and has what the other has."""
    # A list of keys would ask the database about numbers larger than it can hold.
    both = {row.pk: row for row in StaffMember.objects.filter(Q(pk=pk) | Q(pk=other_pk))}
    if len(both) < 2:
        earlier, *_ = get_list_or_404(EarlierNumber, Q(merged_key=pk) | Q(merged_key=other_pk))
        messages.info(request, person_mergers.ALREADY)
        return redirect("person_detail", earlier.staff_member_id)
    kept, gone = both[pk], both[other_pk]
    form = ConfirmForm(posted(request))
    basis, by, today = request.POST.get("basis", ""), signed_in_user(request), clock.today()
    merge = partial(person_mergers.merge, kept, gone, basis=basis, today=today, by=by)
    if is_done(form, merge):
        messages.success(request, f"{kept.full_name} är nu en person i registret.")
        return redirect("person_detail", pk)
    moving = person_mergers.joining(kept, gone)
    reason = person_mergers.reason_against(moving, today=today)
    doubles = double_certificates.found(moving.certificates_of_both, on=today)
    context = {"moving": moving, "doubles": doubles, "form": form, "reason": reason}
    return render(request, "focusareas/person_merge.html", context)


@require_GET
@only_for_administrator
def person_merge_with(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(StaffMember, pk=pk)
    choice = choose_person(request, leave_out=person)
    context = {"person": person, "choice": choice}
    return render(request, "focusareas/person_merge_with.html", context)
