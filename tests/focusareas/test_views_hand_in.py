"""A manager hands in certificates through the page, and sees what became of each."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from focusareas.forms.hand_in import MOST_FILES
from focusareas.models import Certificate, Course, Submission, Unit
from tests import factories as make
from tests.certificates import column, draw, picture
from tests.worlds import signed_in
from vrplan import upload_handlers

pytestmark = pytest.mark.django_db
TODAY = date(2023, 5, 15)


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def course() -> Course:
    course = make.make_course()
    make.make_activity("1.2", courses=(course,))
    return course


@pytest.fixture
def unit(course: Course) -> Unit:
    return make.make_unit("HEMT", name="Hemtjänst Norr")


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user("chef@example.com")
    make.make_unit_manager(user, unit)
    return signed_in(user)


def certificate(name: str) -> bytes:
    return draw(
        column("Intyg", "", f"Namn: {name}", "Kurs: Webbkurs om våld", "Genomförd: 2023-04-12")
    )


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def hand_in(client: Client, unit: Unit, course: Any, *files: SimpleUploadedFile, **more: Any):
    data = {"course": getattr(course, "pk", course), "certificates": files, **more.pop("data", {})}
    return client.post(reverse("certificate_hand_in", args=[unit.pk]), data, **more)


def receipt(client: Client) -> str:
    """The receipt of what came in last."""
    submission = Submission.objects.latest("pk")
    page = client.get(reverse("submission_detail", args=[submission.pk])).content.decode()
    return page.replace("\u00a0", " ")


def all_of(client: Client, unit: Unit) -> str:
    return client.get(reverse("certificate_receipt", args=[unit.pk])).content.decode()


def test_pile_is_taken_in_and_every_file_accounted_for(manager, unit, course):
    make.make_staff_member("Anna Berg", unit=unit)
    anna = certificate("Anna Berg")

    response = hand_in(
        manager,
        unit,
        course,
        file("anna.pdf", anna),
        file("igen.pdf", anna),
        file("okand.pdf", certificate("Okänd Persson")),
        file("brev.docx", b"PK\x03\x04 ett brev"),
    )

    submission = Submission.objects.get()
    assert response.url == reverse("submission_detail", args=[submission.pk])
    assert response.url in all_of(manager, unit)
    matched = Certificate.objects.get(staff_member__isnull=False)
    assert (matched.received_on, matched.unit, matched.handed_in_by.email) == (
        TODAY,
        unit,
        "chef@example.com",
    )
    page = receipt(manager)
    assert "1 klart, 1 fråga, 1 fanns redan, 1 kunde inte tas emot." in page
    for words in (
        "Anna Berg – Webbkurs om våld, 12 april 2023",
        "Svara på frågan",
        "Samma fil är redan",
        "zip-arkiv",
    ):
        assert words in page
    question = Certificate.objects.questions().get()
    assert reverse("certificate_answer", args=[question.pk]) in page


def test_receipt_follows_what_happens_to_a_question(manager, unit, course):
    hand_in(manager, unit, course, file("okand.pdf", certificate("Okänd Persson")))
    anna = make.make_staff_member("Anna Berg", unit=unit)
    assert "1 fråga." in receipt(manager)

    Certificate.objects.update(staff_member=anna, completed_on=TODAY, question="")

    page = receipt(manager)
    assert "1 klart." in page
    assert "Anna Berg" in page


def test_person_somewhere_else_is_not_named_on_the_receipt(manager, unit, course):
    hand_in(manager, unit, course, file("okand.pdf", certificate("Okänd Persson")))
    stranger = make.make_staff_member("Sten Främling", unit=make.make_unit())
    Certificate.objects.update(staff_member=stranger, completed_on=TODAY, question="")

    page = receipt(manager)

    assert "Främling" not in page + all_of(manager, unit)
    assert "Någon utanför enheten" in page
    assert "Någon utanför enheten" in all_of(manager, unit)


def test_namesake_of_a_protected_person_elsewhere_is_named_on_the_receipt(manager, unit, course):
    make.make_staff_member("Anna Berg", unit=unit)
    make.make_staff_member("Anna Hemlig", unit=make.make_unit("ANNAN"), is_protected=True)

    hand_in(manager, unit, course, file("a.pdf", certificate("Anna Berg")))

    assert "Anna Berg – " in receipt(manager)


def test_own_protected_person_is_named_on_the_receipt(manager, unit, course):
    make.make_staff_member("Anna Hemlig", unit=unit, is_protected=True)

    hand_in(manager, unit, course, file("a.pdf", certificate("Anna Hemlig")))

    assert "Anna Hemlig" in receipt(manager)
    assert "Anna Hemlig" in all_of(manager, unit)


def test_files_sent_one_by_one_come_on_one_receipt(manager, unit, course):
    for name in ("ett.docx", "två.docx"):
        response = hand_in(
            manager,
            unit,
            course,
            file(name, b"PK\x03\x04" + name.encode()),
            data={"pile": "a1"},
            headers={"accept": "application/json"},
        )
        (told,) = response.json()["certificates"]
        assert (told["fate"], told["question"]) == ("REFUSED", "")
        assert "zip-arkiv" in told["text"]

    page = receipt(manager)
    assert "ett.docx" in page
    assert "två.docx" in page

    hand_in(manager, unit, course, file("tre.docx", b"PK\x03\x04"), data={"pile": "b2"})
    assert "ett.docx" not in receipt(manager)


@pytest.mark.parametrize(
    ("n_files", "words"),
    [
        (0, "Välj minst en fil."),
        (MOST_FILES + 1, "Du valde 61 filer. Lämna in högst 60 filer och 200"),
    ],
)
def test_wrong_number_of_files_is_told_in_words(manager, unit, course, n_files, words):
    files = [file(f"{number}.pdf", b"%PDF") for number in range(n_files)]

    response = hand_in(manager, unit, course, *files)

    assert response.status_code == 200
    assert words in response.content.decode()
    assert not Certificate.objects.exists()


def test_script_is_told_what_is_wrong_too(manager, unit, course):
    response = hand_in(manager, unit, course, headers={"accept": "application/json"})

    assert (response.status_code, response.json()) == (400, {"words": "Välj minst en fil."})


def test_far_too_many_files_get_a_page_that_says_so(manager, unit, course):
    files = [file(f"{number}.pdf", b"%PDF") for number in range(201)]

    response = hand_in(manager, unit, course, *files)

    assert response.status_code == 413
    assert "Det var för mycket på en gång" in response.content.decode()


def test_body_above_the_limit_is_refused_before_it_is_read(manager, unit, course, monkeypatch):
    monkeypatch.setattr(upload_handlers, "MAX_TOTAL_BYTES", 1000)

    response = hand_in(manager, unit, course, file("stor.pdf", b"x" * 2000))

    assert response.status_code == 413
    again = reverse("certificate_hand_in", args=[unit.pk])
    assert f'href="{again}">Försök igen' in response.content.decode()


def test_one_file_that_is_too_big_does_not_stop_the_others(manager, unit, course, monkeypatch):
    make.make_staff_member("Anna Berg", unit=unit)
    anna = certificate("Anna Berg")
    monkeypatch.setattr("focusareas.uploads.MAX_BYTES", len(anna) + 10)

    hand_in(manager, unit, course, file("a.pdf", anna), file("b.pdf", anna + b" " * 100))

    page = receipt(manager)
    assert Certificate.objects.count() == 1
    assert "Filen är större än" in page


@pytest.mark.parametrize("course_pk", ["", "0", "x", "\0", "9" * 30])
def test_course_that_is_no_course_is_refused(manager, unit, course, course_pk):
    response = hand_in(manager, unit, course_pk, file("a.pdf", certificate("Anna Berg")))

    assert response.status_code == 200
    assert "Rätta det här" in response.content.decode()
    assert not Certificate.objects.exists()


def test_course_of_no_activity_of_the_unit_is_refused(manager, unit, course):
    other = make.make_course("patriark", name="PATRIARK")
    make.make_activity("4.1", courses=(other,), tags=("patriark",))

    hand_in(manager, unit, other, file("a.pdf", certificate("Anna Berg")))

    assert not Certificate.objects.exists()


def test_full_disk_is_told_in_words_and_nothing_is_half_saved(manager, unit, course, monkeypatch):
    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("focusareas.uploads.Arrivals.put", no_space)

    response = hand_in(manager, unit, course, file("a.jpg", picture()))

    assert "kunde inte sparas just nu" in response.content.decode()
    assert not Certificate.objects.exists()


def test_course_in_the_address_is_chosen(manager, unit, course):
    honour = make.make_course("heder-lst", name="Webbkurs Heder")
    make.make_activity("4.2", courses=(honour,))
    url = reverse("certificate_hand_in", args=[unit.pk])

    assert f'<option value="{course.pk}"' in manager.get(url).content.decode()
    page = manager.get(url, {"course": honour.pk}).content.decode()
    assert f'<option value="{honour.pk}" selected>' in page


def test_file_name_of_any_kind_is_shown_as_text(manager, unit, course):
    hand_in(manager, unit, course, file("<b>{{7*7}}\r\n.pdf", certificate("Anna Berg")))

    page = receipt(manager)
    assert "<b>" not in page
    assert "49" not in page.split("<tbody>")[1].split("</table>")[0]


def test_unit_without_courses_says_why(manager, unit):
    Course.objects.all().delete()

    page = manager.get(reverse("certificate_hand_in", args=[unit.pk])).content.decode()

    assert "Inga intyg att lämna in" in page


def test_nobody_hands_in_for_another_unit(unit, course):
    outsider, provider = make.make_user(), make.make_user()
    make.make_unit_manager(outsider, make.make_unit())
    make.make_unit_manager(provider, make.make_unit(provider="Omsorgsbolaget AB"))
    receipt_of_unit = make_submission(unit, course).pk

    for user in (outsider, provider):
        response = hand_in(signed_in(user), unit, course, file("a.pdf", certificate("A B")))
        assert response.status_code == 404
        for name, pk in (("certificate_receipt", unit.pk), ("submission_detail", receipt_of_unit)):
            assert signed_in(user).get(reverse(name, args=[pk])).status_code == 404
    assert not Certificate.objects.exists()


def make_submission(unit: Unit, course: Course) -> Submission:
    return Submission.objects.create(unit=unit, course=course, key="a1", received_on=TODAY)


def test_head_of_department_looks_but_does_not_hand_in(unit, course):
    head = make.make_user()
    make.make_department_head(head, make.make_department())

    response = hand_in(signed_in(head), unit, course, file("a.pdf", certificate("A B")))

    assert response.status_code == 403
    assert not Certificate.objects.exists()


def test_lead_hands_in_on_behalf_of_the_unit(unit, course):
    lead = make.make_user("lead@example.com", is_development_lead=True)

    hand_in(signed_in(lead), unit, course, file("a.jpg", picture()))

    assert Certificate.objects.get().handed_in_by == lead


def test_file_reaches_the_disk_once(manager, unit, course, settings):
    hand_in(manager, unit, course, file("a.jpg", picture()))

    stored = [path for path in Path(settings.CERTIFICATE_DIR).rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in stored] == [picture()]


def test_pages_cost_the_same_for_many(manager, unit, course, django_assert_max_num_queries):
    hand_in(manager, unit, course, file("a.jpg", picture()))
    for number in range(60):
        person = make.make_staff_member(f"Per Nr{number}", unit=unit)
        make.make_certificate(person, course, unit, TODAY)

    addresses = [
        reverse("certificate_hand_in", args=[unit.pk]),
        reverse("certificate_receipt", args=[unit.pk]),
        reverse("submission_detail", args=[Submission.objects.get().pk]),
    ]
    for address in addresses:
        with django_assert_max_num_queries(10):
            manager.get(address)
