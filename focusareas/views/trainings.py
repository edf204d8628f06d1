"""Training days of an activity: when they were, who came, and taking a mistake back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, trainings
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.exports import Column, export
from focusareas.forms.attendance import AttendanceForm, PastedAnswersForm, PasteForm
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.trainings import TrainingForm
from focusareas.models import Activity, StaffMember, Training
from focusareas.names import plain
from focusareas.pasted_names import PastedLine, people_in, read_pasted
from focusareas.people_search import described, search
from focusareas.spellings import register_of
from focusareas.swedish import counted
from focusareas.trainings import Registered
from focusareas.views.form_page import form_page, is_done, posted

PER_PAGE = 100
MOST_FOUND = 50


@require_GET
@only_for_lead_or_administrator
def training_list(request: HttpRequest, pk: int) -> HttpResponse:
    activity = _activity(pk)
    held = trainings.held(activity, on=clock.today())
    context = {
        "activity": activity,
        "trainings": Paginator(held, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "focusareas/training_list.html", context)


@require_GET
@only_for_lead_or_administrator
def training_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    activity, today = _activity(pk), clock.today()
    return export(
        by=signed_in_user(request),
        filename=f"utbildningsdagar-{activity.code}-{today.isoformat()}.xlsx",
        title=f"{activity}. Utbildningsdagar",
        columns=[Column("Dag", 12), Column("Kurs", 40), Column("Plats", 40), Column("Deltagare")],
        rows=[
            (training.day, training.course.name, training.place, training.n_came)  # type: ignore[attr-defined]  # annotated
            for training in trainings.held(activity, on=today)
        ],
        about=activity,
    )


@only_for_lead_or_administrator
def training_create(request: HttpRequest, pk: int) -> HttpResponse:
    activity = _activity(pk)
    courses = list(activity.courses.all())
    form = TrainingForm(posted(request), courses=courses, initial={"day": clock.today()})
    made: list[Training] = []
    by = signed_in_user(request)
    if is_done(form, lambda: made.append(trainings.plan_day(by=by, **form.cleaned_data))):
        return redirect("training_people", pk, made[0].pk)
    return form_page(
        request,
        form,
        heading="Ny utbildningsdag",
        back=reverse("training_list", args=[pk]),
        back_label="Utbildningsdagar",
        submit="Spara och ange deltagare",
        notes=["Den som deltog får ett godkänt intyg med utbildningens dag."],
    )


@require_GET
@only_for_lead_or_administrator
def training_detail(request: HttpRequest, pk: int, training_pk: int) -> HttpResponse:
    activity, training = _find(pk, training_pk)
    context = {
        "activity": activity,
        "training": training,
        "came": Paginator(trainings.came(training), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "focusareas/training_detail.html", context)


@require_GET
@only_for_lead_or_administrator
def training_people_workbook(request: HttpRequest, pk: int, training_pk: int) -> HttpResponse:
    _, training = _find(pk, training_pk)
    return export(
        by=signed_in_user(request),
        filename=f"deltagare-{training.day.isoformat()}-{training_pk}.xlsx",
        title=f"Deltagare. {training}",
        columns=[Column("Namn", 40), Column("Enhet", 40)],
        rows=[
            (row.staff_member.full_name if row.staff_member else "", row.unit.name)
            for row in trainings.came(training)
        ],
        about=training,
    )


@only_for_lead_or_administrator
def training_people(request: HttpRequest, pk: int, training_pk: int) -> HttpResponse:
    activity, training = _find(pk, training_pk)
    form = AttendanceForm(posted(request))
    registered: list[Registered] = []
    by = signed_in_user(request)
    if is_done(
        form,
        lambda: registered.append(trainings.register(training, form.cleaned_data["came"], by=by)),
    ):
        _tell(request, registered[0])
        return redirect("training_detail", pk, training_pk)
    text = plain(request.GET.get("q", ""))
    page = _page(request, activity, training, text)
    context = {
        "activity": activity,
        "training": training,
        "form": form,
        "page": page,
        "people": described(list(page.object_list), on=training.day),
        "text": text,
    }
    return render(request, "focusareas/training_people.html", context)


def _page(
    request: HttpRequest, activity: Activity, training: Training, text: str
) -> Page[StaffMember]:
    """Those who need it; a search finds anybody."""
    found: Any = (
        search(StaffMember.objects.all(), text, MOST_FOUND)
        if text
        else trainings.who_need_it(activity, training)
    )
    return Paginator(found, PER_PAGE).get_page(request.GET.get("page"))


def _tell(request: HttpRequest, registered: Registered) -> None:
    """Say what became of those who came."""
    one, many = "ny deltagare är registrerad", "nya deltagare är registrerade"
    messages.success(request, f"{counted(len(registered.new), one, many)} och har fått intyg.")
    if registered.had:
        names = ", ".join(person.full_name for person in registered.had)
        messages.info(request, f"Hade redan ett intyg för kursen: {names}.")
    if registered.outside:
        names = ", ".join(person.full_name for person in registered.outside)
        messages.warning(request, f"Hade ingen anställning den dagen och får inget intyg: {names}.")


@only_for_lead_or_administrator
def training_paste(request: HttpRequest, pk: int, training_pk: int) -> HttpResponse:
    """The list, then what it was read as with what is doubtful to answer, then it is saved."""
    activity, training = _find(pk, training_pk)
    form = PasteForm(posted(request))
    if not form.is_valid():
        return form_page(
            request,
            form,
            heading="Klistra in deltagarlistan",
            back=reverse("training_people", args=[pk, training_pk]),
            back_label=str(training),
            submit="Läs listan",
            notes=["Inget sparas förrän du har sett hur listan blev läst."],
        )
    text = form.cleaned_data["text"]
    here = trainings.who_need_it(activity, training)
    lines = read_pasted(text, register_of(here, on=training.day), on=training.day)
    return _answers(request, activity, training, text, lines)


def _answers(
    request: HttpRequest,
    activity: Activity,
    training: Training,
    text: str,
    lines: list[PastedLine],
) -> HttpResponse:
    found = StaffMember.objects.in_bulk(people_in(lines))
    people = described(list(found.values()), on=training.day)
    answered = request.POST if "answered" in request.POST else None
    form = PastedAnswersForm(answered, lines=lines, people=people)
    sure = dict.fromkeys(line.person for line in lines if line.person)
    registered: list[Registered] = []
    by = signed_in_user(request)

    def save() -> None:
        came = [found[key] for key in dict.fromkeys([*sure, *form.chosen()])]
        registered.append(trainings.register(training, came, by=by))

    if is_done(form, save):
        _tell(request, registered[0])
        return redirect("training_detail", activity.pk, training.pk)
    context = {
        "activity": activity,
        "training": training,
        "text": text,
        "form": form,
        "sure": [people[key] for key in sure],
        "n_questions": len(form.fields),
        "unknown": [line.text for line in lines if line.is_unknown],
    }
    return render(request, "focusareas/training_paste_answers.html", context)


@only_for_lead_or_administrator
def training_undo(request: HttpRequest, pk: int, training_pk: int) -> HttpResponse:
    _, training = _find(pk, training_pk)
    form = ConfirmForm(posted(request))
    today, by = clock.today(), signed_in_user(request)
    if is_done(form, lambda: trainings.undo(training, on=today, by=by)):
        messages.success(request, "Utbildningsdagen är ångrad.")
        return redirect("training_list", pk)
    n_came = counted(training.certificates.live().count(), "intyg", "intyg")
    return form_page(
        request,
        form,
        heading="Ångra utbildningsdagen",
        back=reverse("training_detail", args=[pk, training_pk]),
        back_label=str(training),
        submit="Ångra utbildningsdagen",
        notes=[f"{n_came} från dagen slutar gälla, som om de aldrig hade funnits."],
    )


def _activity(pk: int) -> Activity:
    with_courses = Activity.objects.filter(measure=Activity.Measure.STAFF_CERTIFICATE)
    return get_object_or_404(with_courses, pk=pk)


def _find(pk: int, training_pk: int) -> tuple[Activity, Training]:
    """The activity, and a training day of one of its courses that is not undone."""
    activity = _activity(pk)
    held = Training.objects.filter(course__activities=activity, undone_on__isnull=True)
    return activity, get_object_or_404(held.select_related("course"), pk=training_pk)
