"""The lead goes through the queue: one certificate after the other, approved or returned."""

from datetime import timedelta

import pytest
from django.urls import reverse

from focusareas import clock, review, uploads
from focusareas.models import AuditEvent, CertificateFile
from tests import factories as make
from tests.certificates import column, draw
from tests.reviewing import APRIL, MARCH, MAY, page, question, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client):
    client.force_login(make.make_user(is_development_lead=True, first_name="Lena", last_name="Ek"))
    return client


@pytest.fixture
def unit():
    return make.make_unit("HEMT", name="Hemtjänst Norr")


# ---------------------------------------------------------------- The queue


def test_queue_is_counted_and_the_oldest_comes_first(lead, unit):
    waiting(unit, "Sen Andersson", MAY)
    waiting(unit, "Tidig Berg", MARCH)
    question(unit)

    shown = page(lead.get(reverse("review_queue")))

    assert (
        "<strong>2 väntar på granskning</strong>, 1 på svar från enheten. "
        "Det äldsta kom 1\u00a0mars 2023."
    ) in shown
    assert shown.index("Tidig Berg") < shown.index("Bo Ek") < shown.index("Sen Andersson")


def test_decided_certificates_do_not_wait(lead, unit):
    waiting(unit, "Ada Klar", approved_on=MAY)
    waiting(unit, "Olle Åter", returned_on=MAY, reason="Fel.")

    shown = page(lead.get(reverse("review_queue")))

    assert "Allt är granskat" in shown
    assert "Ada Klar" not in shown


@pytest.mark.parametrize("text", ["hemtjanst", "NORR", "hemt"])
def test_queue_is_filtered_by_unit_and_keeps_that_in_its_links(lead, unit, text):
    certificate = waiting(unit)
    waiting(make.make_unit("FAM", name="Familjefrid"), "Någon Annan")

    shown = page(lead.get(reverse("review_queue"), {"unit": text}))

    assert "Någon Annan" not in shown
    assert f"/review/{certificate.pk}/?unit={text}" in shown


def test_queue_is_filtered_by_course(lead, unit):
    waiting(unit)
    other = make.make_course("heder-lst", name="Webbkurs Heder")
    make.make_certificate(make.make_staff_member("Hedda Heder"), other, unit, APRIL)

    shown = page(lead.get(reverse("review_queue"), {"course": "heder-lst"}))

    assert "Hedda Heder" in shown
    assert "Anna Berg" not in shown


@pytest.mark.parametrize(
    "query", [{"course": "x\0"}, {"course": "finns-inte"}, {"unit": "\0"}, {"page": "x"}]
)
def test_queue_with_a_strange_address_is_still_a_page(lead, unit, query):
    waiting(unit)

    assert lead.get(reverse("review_queue"), query).status_code == 200


def test_queue_shows_a_hundred_at_a_time(lead, unit):
    for number in range(101):
        waiting(unit, f"Per Nr{number}")

    first = page(lead.get(reverse("review_queue")))
    second = page(lead.get(reverse("review_queue"), {"page": 2}))

    assert (first.count("Per Nr"), second.count("Per Nr")) == (100, 1)


def test_protected_name_is_shown_to_the_lead_who_must_know(lead, unit):
    certificate = make.make_certificate(
        make.make_staff_member("Hemlig Person", is_protected=True), make.make_course(), unit, APRIL
    )

    assert "Hemlig Person" in page(lead.get(reverse("review_queue")))
    assert "Hemlig Person" in page(lead.get(reverse("review_certificate", args=[certificate.pk])))


# ---------------------------------------------------------------- One certificate


def test_page_and_its_text_stand_beside_what_was_read(lead, unit, settings, tmp_path):
    settings.CERTIFICATE_DIR = tmp_path
    path = uploads.store(draw(column("Härmed intygas att Anna Berg")))
    file = CertificateFile.objects.create(
        sha256="a" * 64, path=path, original_name="a.pdf", content_type=uploads.PDF, size=1
    )
    certificate = waiting(unit, file=file, name_read="Anna Berg")

    shown = page(lead.get(reverse("review_certificate", args=[certificate.pk])))
    picture = lead.get(reverse("certificate_page_picture", args=[certificate.pk]))

    assert "Härmed intygas att Anna Berg" in shown
    assert reverse("certificate_page_picture", args=[certificate.pk]) in shown
    assert picture["Content-Type"] == "image/png"
    assert "no-store" in picture["Cache-Control"]


def test_file_that_does_not_open_is_said_in_words(lead, unit, settings, tmp_path):
    settings.CERTIFICATE_DIR = tmp_path
    certificate = waiting(unit, file=make.make_certificate_file())

    shown = page(lead.get(reverse("review_certificate", args=[certificate.pk])))

    assert "Filen går inte att visa" in shown
    picture = lead.get(reverse("certificate_page_picture", args=[certificate.pk]))
    assert picture.status_code == 404


def test_approval_counts_from_today_and_leads_to_the_next(lead, unit):
    first, second, _third = (waiting(unit, f"Per Nr{n}", MARCH + timedelta(n)) for n in range(3))

    response = lead.post(reverse("review_approve", args=[first.pk]))

    first.refresh_from_db()
    assert first.approved_on == clock.today()
    assert str(first.reviewed_by) == "Lena Ek"
    assert response.url == reverse("review_certificate", args=[second.pk])


def test_after_the_last_one_the_oldest_left_is_next(lead, unit):
    oldest, last = waiting(unit, "Per Nr1", MARCH), waiting(unit, "Per Nr2", MAY)

    response = lead.post(reverse("review_approve", args=[last.pk]))

    assert response.url == reverse("review_certificate", args=[oldest.pk])


def test_after_the_only_one_the_queue_is_empty(lead, unit):
    response = lead.post(reverse("review_approve", args=[waiting(unit).pk]), follow=True)

    assert "Intyget för Anna Berg är godkänt." in page(response)
    assert "Allt är granskat" in page(response)


def test_next_stays_within_the_part_of_the_queue_that_was_chosen(lead, unit):
    first = waiting(unit, "Per Nr1", MARCH)
    waiting(make.make_unit("FAM", name="Familjefrid"), "Per Nr2", APRIL)
    third = waiting(unit, "Per Nr3", MAY)

    response = lead.post(reverse("review_approve", args=[first.pk]) + "?unit=hemt")

    assert response.url == reverse("review_certificate", args=[third.pk]) + "?unit=hemt"


def test_neighbours_in_the_queue_are_linked(lead, unit):
    first, second, third = (waiting(unit, f"Per Nr{n}", APRIL) for n in range(3))

    shown = page(lead.get(reverse("review_certificate", args=[second.pk])))

    assert f'href="/review/{first.pk}/">Föregående' in shown
    assert f'href="/review/{third.pk}/">Nästa' in shown


def test_second_lead_is_told_who_was_first(lead, unit):
    certificate = waiting(unit)
    other = make.make_user(is_development_lead=True, first_name="Olle", last_name="Olsson")
    review.approve(certificate, by=other, on=MAY)

    response = lead.post(reverse("review_approve", args=[certificate.pk]), follow=True)

    assert "redan godkänt av Olle Olsson den 2023-05-01" in page(response)
    assert AuditEvent.objects.about(certificate).count() == 1


def test_second_lead_cannot_return_what_is_approved(lead, unit):
    certificate = waiting(unit)
    review.approve(certificate, by=make.make_user(first_name="Olle"), on=MAY)

    response = lead.post(
        reverse("review_return", args=[certificate.pk]),
        {"reason": "Namnet går inte att läsa."},
        follow=True,
    )

    certificate.refresh_from_db()
    assert "redan godkänt av Olle" in page(response)
    assert certificate.returned_on is None


def test_decided_certificate_is_shown_on_its_own_page(lead, unit):
    certificate = waiting(unit, approved_on=MAY)

    for name in ("review_certificate", "review_correct"):
        response = lead.get(reverse(name, args=[certificate.pk]))
        assert response.url == reverse("certificate_detail", args=[certificate.pk])


def test_question_offers_to_fill_in_instead_of_approving(lead, unit):
    shown = page(lead.get(reverse("review_certificate", args=[question(unit).pk])))

    assert "Fyll i person och dag" in shown
    assert "Godkänn</button>" not in shown


def test_question_is_not_approved_by_a_made_up_request(lead, unit):
    certificate = question(unit)

    response = lead.post(reverse("review_approve", args=[certificate.pk]), follow=True)

    certificate.refresh_from_db()
    assert certificate.approved_on is None
    assert "saknar person eller dag" in page(response)


# ---------------------------------------------------------------- Return


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"reason": "Namnet går inte att läsa."}, "Namnet går inte att läsa."),
        (
            {"reason": "Namnet går inte att läsa.", "own_words": "Fota  rakt ovanifrån. "},
            "Namnet går inte att läsa. Fota rakt ovanifrån.",
        ),
        ({"reason": "Annat skäl", "own_words": "Fel år."}, "Fel år."),
    ],
)
def test_certificate_is_returned_with_a_reason(lead, unit, data, reason):
    certificate = waiting(unit)

    lead.post(reverse("review_return", args=[certificate.pk]), data)

    certificate.refresh_from_db()
    assert (certificate.returned_on, certificate.reason) == (clock.today(), reason)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "Välj ett skäl."),
        ({"reason": "Annat skäl"}, "Skriv skälet med egna ord."),
        ({"reason": "Annat skäl", "own_words": " \u200b "}, "Skriv skälet med egna ord."),
        ({"reason": "Annat skäl", "own_words": "19121212-1212 är fel"}, "personnummer"),
        ({"reason": "Annat skäl", "own_words": "x" * 201}, "200"),
        ({"reason": "Annat skäl", "own_words": "a\0b"}, "tecken"),
        ({"reason": "Hittepå"}, "Hittepå"),
    ],
)
def test_return_without_a_good_reason_is_refused(lead, unit, data, told):
    certificate = waiting(unit)

    response = lead.post(reverse("review_return", args=[certificate.pk]), data)

    certificate.refresh_from_db()
    assert response.status_code == 200
    assert told in page(response)
    assert certificate.returned_on is None


def test_missing_reason_leads_to_the_first_of_the_reasons(lead, unit):
    shown = page(lead.post(reverse("review_return", args=[waiting(unit).pk])))

    assert 'href="#id_reason_0"' in shown
    assert 'id="id_reason_0"' in shown
