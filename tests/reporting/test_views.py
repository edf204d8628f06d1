"""The pages of the memo: who may do what, and what each step does."""

import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from focusareas.models import StatusNote
from reporting import drafting
from reporting.models import Report
from tests.factories import make_unit, make_user

pytestmark = pytest.mark.once

DAYS = {"as_of": "2023-04-30", "dated": "2023-05-15"}


@pytest.fixture
def lead_client(client, lead):
    client.force_login(lead)
    return client


def url(name: str, report: Report, **kwargs) -> str:
    return reverse(name, kwargs={"pk": report.pk} | kwargs)


def page(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def told(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_lead_makes_a_draft(lead_client, plan, lead):
    response = lead_client.post(
        reverse("report_create"), DAYS | {"plan": plan.pk, "kind": "interim"}, follow=True
    )

    report = Report.objects.get()
    assert report.created_by == lead
    assert "Fokusområde 6 – Systematisk uppföljning" in page(response)


def test_the_form_suggests_the_end_of_last_month(lead_client, plan):
    initial = lead_client.get(reverse("report_create")).context["form"].initial

    assert initial["plan"] == plan
    assert (initial["as_of"] + timedelta(days=1)).day == 1
    assert initial["as_of"] < initial["dated"]


def test_a_day_before_the_figures_is_refused_with_a_reason(lead_client, plan):
    wrong = {"plan": plan.pk, "kind": "interim", "as_of": "2023-05-15", "dated": "2023-05-14"}

    response = lead_client.post(reverse("report_create"), wrong)

    assert "kan inte dateras före" in page(response)
    assert not Report.objects.exists()


def test_a_day_of_another_age_is_refused(lead_client, plan):
    wrong = {"plan": plan.pk, "kind": "interim", "as_of": "0001-01-01", "dated": "9999-12-31"}

    response = lead_client.post(reverse("report_create"), wrong)

    assert page(response).count("Skriv en dag mellan 1900 och 2100.") >= 2
    assert not Report.objects.exists()


def test_a_broken_letter_of_the_plan_is_said_on_the_form(lead_client, plan):
    plan.letter["summary"] = 7
    plan.save()

    response = lead_client.post(
        reverse("report_create"), DAYS | {"plan": plan.pk, "kind": "interim"}
    )

    assert "”summary” ska vara en text" in page(response)


def test_a_section_is_reworded(lead_client, draft):
    edit = url("report_section_edit", draft, key="assessment")
    assert "bedömer att" in page(lead_client.get(edit))

    response = lead_client.post(edit, {"body": "Egen\r\nbedömning."}, follow=True)

    draft.refresh_from_db()
    assert draft.section("assessment")["body"] == "Egen\nbedömning."
    assert "Du har ändrat texten" in page(response)


def test_words_that_somebody_else_wrote_meanwhile_are_not_lost(lead_client, draft, lead):
    edit = url("report_section_edit", draft, key="assessment")
    seen = lead_client.get(edit).context["form"].initial["seen"]
    drafting.rewrite(draft, "assessment", "En annans ord.", by=lead)

    response = lead_client.post(edit, {"body": "Mina ord.", "seen": seen})

    draft.refresh_from_db()
    assert draft.section("assessment")["body"] == "En annans ord."
    assert "Någon annan har ändrat texten" in page(response)
    assert "Mina ord.</textarea>" in page(response)
    assert "<p>En annans ord.</p>" in page(response)

    again = response.context["form"]["seen"].value()
    lead_client.post(edit, {"body": "Mina ord efter en annans.", "seen": again})
    draft.refresh_from_db()
    assert draft.section("assessment")["body"] == "Mina ord efter en annans."


def test_a_number_that_the_figures_contradict_is_refused(lead_client, draft):
    edit = url("report_section_edit", draft, key="area-1")

    response = lead_client.post(edit, {"body": "Över 100 medarbetare har gått kursen."})

    assert "”Över 100 medarbetare” stämmer inte med siffrorna" in page(response)


def test_an_unknown_section_is_not_found(lead_client, draft):
    assert lead_client.get(url("report_section_edit", draft, key="annan")).status_code == 404


def test_a_figure_is_only_said_in_a_true_way(lead_client, draft):
    choice = {"code": "1.2", "figure": "staff", "manner": "over"}

    response = lead_client.post(url("report_say", draft), choice)

    assert told(response) == ["Så kan siffran inte sägas, det vore inte sant."]


def test_figures_are_collected_anew(lead_client, draft):
    activity = draft.plan.activities.get(code="6.1")
    StatusNote.objects.create(
        activity=activity, day="2023-05-01", state="done", text="Nu är det på gång."
    )

    response = lead_client.post(url("report_refresh", draft), follow=True)

    assert "Nu är det på gång." in page(response)


def letter_of(response) -> str:
    """The preview without the way back to the report."""
    before, way_back, after = re.split(
        "(<nav.*?</nav>\n)", response.content.decode(), flags=re.DOTALL
    )
    assert "Tillbaka till rapporten" in way_back
    return before + after


def test_the_preview_is_the_page_that_the_pdf_is_made_of(lead_client, draft):
    assert letter_of(lead_client.get(url("report_preview", draft))) == drafting.render_html(draft)


def test_issuing_asks_first_and_then_freezes(lead_client, draft):
    asked = lead_client.get(url("report_issue", draft))
    assert "29 av planens aktiviteter" in page(asked)
    assert not Report.objects.issued().exists()

    response = lead_client.post(
        url("report_issue", draft), {"seen": asked.context["seen"]}, follow=True
    )

    report = Report.objects.issued().get()
    assert report.sha256 in page(response)
    assert lead_client.get(url("report_pdf", draft)).content == bytes(report.pdf)
    assert letter_of(lead_client.get(url("report_preview", draft))) == report.html


def test_issuing_what_has_changed_since_it_was_read_asks_again(lead_client, draft):
    seen = drafting.fingerprint(draft)
    make_unit()

    response = lead_client.post(url("report_issue", draft), {"seen": seen})

    assert "Läs utkastet en gång till" in told(response)[0]
    assert not Report.objects.issued().exists()


@pytest.mark.parametrize("name", ["report_issue", "report_refresh", "report_say"])
def test_an_issued_report_is_beyond_change(lead_client, draft, name):
    drafting.issue(draft, by=None)

    assert lead_client.post(url(name, draft)).status_code == 404


def test_the_pdf_is_a_download(lead_client, draft):
    response = lead_client.get(url("report_pdf", draft))

    assert response["Content-Type"] == "application/pdf"
    assert (
        'attachment; filename="delrapport-2023-05-15-version-1.pdf"'
        in (response["Content-Disposition"])
    )


def test_the_list_tells_drafts_issued_and_superseded_apart(lead_client, draft, lead):
    drafting.issue(draft, by=lead)
    second = drafting.draft(
        plan=draft.plan, kind="interim", as_of=draft.as_of, dated=draft.dated, by=lead
    )
    assert "Utkast" in page(lead_client.get(reverse("report_list")))

    drafting.issue(second, by=lead)

    text = page(lead_client.get(reverse("report_list")))
    assert "Utfärdad, ersatt av version 2" in text
    assert "Utkast" not in text


@pytest.mark.parametrize("role", ["is_administrator", "is_in_steering_group"])
def test_others_with_every_figure_read_what_is_issued_and_no_drafts(client, draft, role):
    client.force_login(make_user(**{role: True}))
    pages = ["report_detail", "report_preview", "report_pdf"]
    assert {client.get(url(name, draft)).status_code for name in pages} == {404}

    drafting.issue(draft, by=None)

    assert {client.get(url(name, draft)).status_code for name in pages} == {200}
    assert client.get(url("report_issue", draft)).status_code == 403
    assert client.get(reverse("report_create")).status_code == 403


@pytest.mark.parametrize(
    ("role", "is_named"), [("is_administrator", True), ("is_in_steering_group", False)]
)
def test_who_issued_the_report_is_not_for_the_steering_group(client, draft, lead, role, is_named):
    drafting.issue(draft, by=lead)
    client.force_login(make_user(**{role: True}))

    found = page(client.get(url("report_detail", draft)))

    assert "Utfärdad 20" in found
    assert (lead.email in found) == is_named


def test_others_see_nothing(client, draft):
    client.force_login(make_user())

    assert client.get(reverse("report_list")).status_code == 403
    assert client.get(url("report_detail", draft)).status_code == 403


def test_the_trace_says_who_reworded_what_and_is_not_for_the_steering_group(
    client, lead_client, draft, lead
):
    drafting.rewrite(draft, "summary", "Nya ord.", by=lead)

    assert "Ändrade ”Sammanfattning”" in page(lead_client.get(url("report_detail", draft)))

    drafting.issue(draft, by=lead)
    assert "Utfärdade" in page(lead_client.get(url("report_detail", draft)))
    assert "Utfärdade" in page(lead_client.get(url("report_trace", draft)))
    client.force_login(make_user(is_in_steering_group=True))
    assert "Utfärdade" not in page(client.get(url("report_detail", draft)))
    assert client.get(url("report_trace", draft)).status_code == 403
