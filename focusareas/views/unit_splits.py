"""A unit becomes several: a new one is formed of some of its people, chosen from a list.

What is chosen goes along in the form from page to page, so that it all happens at once.
"""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from focusareas import clock, mergers
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.forms.unit_changes import CarryForm, SplitForm
from focusareas.mergers import Holding, Mover
from focusareas.models import Unit
from focusareas.names import plain, search_key
from focusareas.swedish import counted
from focusareas.views.form_page import is_done

PEOPLE_PER_PAGE = 100
MOST_DIGITS = 18
CHOOSE_SOMEBODY = "Välj minst en som ska höra till den nya enheten."


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is chosen so far, by key, and what of the list is shown."""

    moving: Holding
    chosen: frozenset[int]
    text: str
    page: Page[Mover]

    @property
    def in_form(self) -> str:
        """The chosen as the form sends them along."""
        return ",".join(map(str, sorted(self.chosen)))

    @property
    def shown(self) -> str:
        """Those on the page, so that an empty box there means no longer chosen."""
        return ",".join(str(mover.person.pk) for mover in self.page)


@only_for_administrator
def unit_split(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    step = request.POST.get("step", "")
    goes_on = step in ("review", "carry-out")
    form = SplitForm(request.POST, instance=Unit()) if goes_on else _unsent(request, unit)
    moving = mergers.holding(unit, on=_day(form))
    choice = _choice(request, moving, step)
    if goes_on and form.is_valid() and not choice.chosen:
        form.add_error(None, CHOOSE_SOMEBODY)
    if goes_on and form.is_valid():
        return _review(request, unit, form, choice)
    return render(
        request, "focusareas/unit_split.html", {"unit": unit, "form": form, "choice": choice}
    )


def _unsent(request: HttpRequest, unit: Unit) -> SplitForm:
    """The form as filled in so far; nothing is wrong with it until it is sent."""
    typed = {name: request.POST[name] for name in SplitForm.Meta.fields if name in request.POST}
    first = {"first_day": clock.today(), "cost_centre": unit.cost_centre}
    return SplitForm(initial=first | typed, instance=Unit())


def _day(form: SplitForm) -> date:
    """The first day of the new unit, or today while it is not understood."""
    form.is_valid()
    day = form.cleaned_data.get("first_day") if form.is_bound else None
    return day or clock.today()


def _review(request: HttpRequest, unit: Unit, form: SplitForm, choice: Choice) -> HttpResponse:
    """What moves, to be agreed to; with the last button it is done."""
    moving = choice.moving.of(choice.chosen)
    is_sent = request.POST.get("step") == "carry-out"
    carried = CarryForm(request.POST if is_sent else None, moving=moving)

    def split() -> None:
        mergers.split(
            unit,
            new=form.save(commit=False),
            people=choice.chosen,
            basis=request.POST.get("basis", ""),
            **carried.chosen,
            by=signed_in_user(request),
        )

    if is_done(carried, split):
        moved = counted(len(moving.people), "medarbetare", "medarbetare")
        messages.success(request, f"{form.instance} är bildad med {moved}. Lägg till en chef.")
        return redirect("unit_settings", form.instance.pk)
    context = {
        "unit": unit,
        "new": form.instance,
        "form": form,
        "carried": carried,
        "choice": choice,
        "moving": moving,
        "first_people": moving.people[:PEOPLE_PER_PAGE],
    }
    return render(request, "focusareas/unit_split_review.html", context)


def _choice(request: HttpRequest, moving: Holding, step: str) -> Choice:
    """What was sent, of those who can be chosen; a box on the page that is empty is a no."""
    sent = request.POST
    people = {mover.person.pk for mover in moving.people}
    ticked = {_key(value) for value in sent.getlist("person")}
    kept = _keys(sent.get("chosen", "")) - _keys(sent.get("shown", ""))
    text = plain(sent.get("q", ""))[:100]
    words = search_key(text).split()
    found = [mover for mover in moving.people if _is_found(mover, words)]
    chosen = (kept | ticked) & people
    if step == "all":
        chosen |= {mover.person.pk for mover in found}
    number = step.removeprefix("page-") if step.startswith("page-") else 1
    return Choice(
        moving, frozenset(chosen), text, Paginator(found, PEOPLE_PER_PAGE).get_page(number)
    )


def _is_found(mover: Mover, words: list[str]) -> bool:
    key = f"{mover.person.search_key} {search_key(mover.title)}"
    return all(word in key for word in words)


def _keys(written: str) -> set[int]:
    return {_key(value) for value in written.split(",")}


def _key(value: str) -> int:
    """The number, or one that nobody has."""
    is_number = value.isascii() and value.isdecimal() and len(value) <= MOST_DIGITS
    return int(value) if is_number else 0
