"""One answer, and those that say the same but for who and when are handed in at once."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from PIL import Image

from focusareas import alike_questions
from focusareas.intake import receive
from focusareas.intake_judgement import Kind
from focusareas.models import AuditEvent, Certificate, Course, StaffMember, Unit
from tests import factories as make
from tests.certificates import Text, column, draw
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2023, 5, 15)
PEOPLE = ("Anna Berg", "Bo Ek", "Cilla Dal", "Disa Falk")


# Object 6 of a drawn file is the first one that is added to it.
STAMP = [b"<</Type/Annot/Subtype/Stamp/Rect[100 100 300 200]/Contents(MAKULERAD)>>"]
STAMPED = b"/Annots[6 0 R]"


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("HEMT", name="Hemtjänst Norr")


@pytest.fixture
def course() -> Course:
    return make.make_course("nck-vald", name="Webbkurs om våld", fingerprints=["Webbkurs om våld"])


@pytest.fixture
def people(unit: Unit) -> list[StaffMember]:
    return [make.make_staff_member(name, unit=unit) for name in PEOPLE]


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user("chef@example.com")
    make.make_unit_manager(user, unit)
    return signed_in(user)


def lines_of(name: str, day: str, remark: str = "Kursledaren har ordet efteråt") -> list[Text]:
    """A certificate in words that nobody knows, so that it is asked about."""
    return column("Lovord", name, "höll ut ända in i kaklet på Webbkurs om våld", day, remark)


def a_file(name: str, day: str, *remark: str) -> bytes:
    return draw(lines_of(name, day, *remark))


def hand_in(
    unit: Unit, course: Course, *files: bytes, received_on: date = TODAY
) -> list[Certificate]:
    pile = [(f"{number}.pdf", content) for number, content in enumerate(files)]
    outcomes = receive(pile, unit=unit, course=course, received_on=received_on)
    assert {outcome.kind for outcome in outcomes} == {Kind.ASK}
    return [Certificate.objects.get(pk=outcome.certificate_pk) for outcome in outcomes]


def of_each(*days: str) -> list[bytes]:
    return [a_file(name, day) for name, day in zip(PEOPLE, days, strict=False)]


def address(certificate: Certificate, name: str = "certificate_alike") -> str:
    return reverse(name, args=[certificate.pk])


def answer(manager: Client, certificate: Certificate, person: StaffMember, day: str) -> str:
    """Answer the question, and give the address at which one ends."""
    response = manager.post(
        address(certificate, "certificate_answer"),
        {"person": person.pk, "completed_on": day},
        follow=True,
    )
    return response.redirect_chain[-1][0].split("?")[0]


def shown(page: str) -> list[str]:
    """What the boxes of the list stand for."""
    return re.findall(r'value="(\d+:\d+:[\d-]+)"', page)


def hand_in_all(manager: Client, sample: Certificate, number: int | None = None) -> str:
    """Hand in the first so many of the list, and give the page one comes to."""
    keys = shown(manager.get(address(sample)).content.decode())[:number]
    response = manager.post(address(sample), {"certificate": keys}, follow=True)
    return response.content.decode().replace("\u00a0", " ")


def standing(*certificates: Certificate) -> list[tuple[str, str] | None]:
    rows = [Certificate.objects.get(pk=certificate.pk) for certificate in certificates]
    return [
        (str(row.staff_member), str(row.completed_on)) if row.staff_member else None for row in rows
    ]


def test_one_answer_settles_those_that_are_alike(manager, unit, course, people):
    days = ("12 april 2023", "13 april 2023", "2 maj 2023", "3 maj 2023")
    first, *others = hand_in(unit, course, *of_each(*days))

    assert answer(manager, first, people[0], "2023-04-12") == address(first)
    page = manager.get(address(first)).content.decode().replace("\u00a0", " ")
    assert "3 likadana intyg till" in page
    page = hand_in_all(manager, first, 2)

    assert "2 intyg är inlämnade." in page
    assert "Vem är det här?" in page
    assert standing(*others) == [("Bo Ek", "2023-04-13"), ("Cilla Dal", "2023-05-02"), None]
    assert not Certificate.objects.get(pk=others[0].pk).approved_on, "the lead has yet to look"
    events = AuditEvent.objects.filter(object_id=others[0].pk)
    assert any("med likadana intyg, att intyget gäller" in event.text for event in events)


def test_one_goes_on_where_one_was(manager, unit, course, people):
    days = ("12 april 2023", "13 april 2023", "2 maj 2023", "3 maj 2023")
    _, second, third, fourth = hand_in(unit, course, *of_each(*days))

    answered = {"person": people[1].pk, "completed_on": "2023-04-13"}
    response = manager.post(address(second, "certificate_answer"), answered)
    page = manager.get(response.url).content.decode()
    assert f'<a href="{address(third, "certificate_answer")}">Svara på ett i taget</a>' in page
    keys = [key for key in shown(page) if key.startswith(f"{third.pk}:")]
    response = manager.post(
        response.url.replace(str(third.pk), str(fourth.pk)), {"certificate": keys}
    )

    assert standing(third) == [("Cilla Dal", "2023-05-02")]
    assert response.url == address(fourth, "certificate_answer")


def test_piece_of_each_shows_the_person_and_the_day(manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    Certificate.objects.filter(pk=second.pk).update(name_read="", completed_on=None)
    answer(manager, first, people[0], "2023-04-12")
    piece = address(second, "certificate_piece_picture")
    shown_so = f"{piece}?person={people[1].pk}&amp;day=2023-04-13"

    assert shown_so in manager.get(address(first)).content.decode()
    sizes = {
        asked: Image.open(BytesIO(manager.get(f"{piece}{asked}").content)).size
        for asked in (
            "",
            "?person=x&day=2023-13-40",
            shown_so.removeprefix(piece).replace("amp;", ""),
        )
    }
    whole, odd, strip = sizes.values()
    assert odd == whole
    assert strip[1] < strip[0] < whole[1]


def test_nothing_chosen_is_said(manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    answer(manager, first, people[0], "2023-04-12")

    page = manager.post(address(first), follow=True).content.decode()

    assert "Inget intyg valdes." in page
    assert standing(second) == [None]


@pytest.mark.parametrize("key", ["x", "{pk}", "{pk}:{bo}:2023-04-14", "{pk}:{anna}:2023-04-13"])
def test_what_was_not_shown_is_not_handed_in(key, manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    answer(manager, first, people[0], "2023-04-12")
    key = key.format(pk=second.pk, bo=people[1].pk, anna=people[0].pk)

    page = manager.post(address(first), {"certificate": [key]}, follow=True).content.decode()

    assert "Listan har ändrats." in page
    assert standing(second) == [None]


def test_who_was_first_is_not_overwritten(manager, unit, course, people, monkeypatch):
    days = ("12 april 2023", "13 april 2023", "2 maj 2023")
    first, second, third = hand_in(unit, course, *of_each(*days))
    answer(manager, first, people[0], "2023-04-12")
    found = alike_questions.questions_like(Certificate.objects.get(pk=first.pk), on=TODAY)
    monkeypatch.setattr("focusareas.views.alike_questions.questions_like", lambda *a, **k: found)
    Certificate.objects.filter(pk=second.pk).update(
        staff_member=people[3], completed_on=date(2023, 4, 1)
    )

    keys = [one.key for one in found]
    page = manager.post(address(first), {"certificate": keys}, follow=True).content.decode()

    assert "Någon annan har nyss svarat" in page
    assert standing(second, third) == [("Disa Falk", "2023-04-01"), None]
    monkeypatch.undo()
    assert "1 intyg är inlämnade." in hand_in_all(manager, first)


def test_who_got_one_meanwhile_gets_no_second(manager, unit, course, people, monkeypatch):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    answer(manager, first, people[0], "2023-04-12")
    found = alike_questions.questions_like(Certificate.objects.get(pk=first.pk), on=TODAY)
    monkeypatch.setattr("focusareas.views.alike_questions.questions_like", lambda *a, **k: found)
    make.make_certificate(people[1], course, unit, TODAY, completed_on=date(2023, 4, 1))

    page = manager.post(address(first), {"certificate": [found[0].key]}, follow=True)

    assert "har nyss fått ett intyg" in page.content.decode()
    assert standing(second) == [None]


@pytest.mark.parametrize(
    "other",
    [
        a_file("Bo Ek", "13 april 2023", "Kursledaren har inte ordet"),
        a_file("Bo Ekman", "13 april 2023"),
        a_file("Bo Ek", "13 april"),
        a_file("Disa Falk", "13 april 2023"),
        draw(lines_of("Bo Ek", "13 april 2023"), page=STAMPED, objects=STAMP),
        draw(lines_of("Bo Ek", "13 april 2023"), column("Kursen är inte genomförd")),
    ],
    ids=["other words", "nobody here", "no day", "has one", "stamped", "another page"],
)
def test_others_are_answered_one_by_one(other, manager, unit, course, people):
    first, *_ = hand_in(unit, course, a_file("Anna Berg", "12 april 2023"), other)
    second = Certificate.objects.exclude(pk=first.pk).earliest("pk")
    make.make_certificate(people[3], course, unit, TODAY, completed_on=date(2023, 4, 1))

    assert answer(manager, first, people[0], "2023-04-12") == address(second, "certificate_answer")

    assert shown(manager.get(address(first), follow=True).content.decode()) == []


def test_certificates_of_one_file_are_read_each_by_itself(manager, unit, course, people):
    days = ("12 april 2023", "13 april 2023", "2 maj 2023")
    scan = draw(*(lines_of(name, day) for name, day in zip(PEOPLE, days, strict=False)))
    first, *others = hand_in(unit, course, scan)
    assert [one.page for one in (first, *others)] == [1, 2, 3]
    answer(manager, first, people[0], "2023-04-12")

    hand_in_all(manager, first)

    assert standing(*others) == [("Bo Ek", "2023-04-13"), ("Cilla Dal", "2023-05-02")]


def test_day_after_it_came_in_is_not_taken(manager, unit, course, people):
    received_on = date(2023, 4, 12)
    files = of_each("12 april 2023", "13 april 2023")
    first, second = hand_in(unit, course, *files, received_on=received_on)

    assert answer(manager, first, people[0], "2023-04-12") == address(second, "certificate_answer")


def test_day_that_was_read_elsewhere_is_not_replaced(manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    Certificate.objects.filter(pk=second.pk).update(completed_on=date(2023, 4, 1))

    assert answer(manager, first, people[0], "2023-04-12") == address(second, "certificate_answer")


@pytest.mark.parametrize(
    "standing", [{"returned_on": TODAY, "reason": "Fel kurs."}, {"file": None}]
)
def test_answer_that_does_not_hold_settles_nothing(standing, manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    answer(manager, first, people[0], "2023-04-12")
    Certificate.objects.filter(pk=first.pk).update(**standing)

    assert manager.get(address(first)).url == address(second, "certificate_answer")


def test_two_for_one_person_are_offered_once(manager, unit, course, people):
    files = [*of_each("12 april 2023", "13 april 2023"), a_file("Bo Ek", "14 april 2023")]
    first, *others = hand_in(unit, course, *files)
    answer(manager, first, people[0], "2023-04-12")

    hand_in_all(manager, first)

    assert [row for row in standing(*others) if row] == [("Bo Ek", "2023-04-13")]


@pytest.mark.parametrize("has_one", [False, True])
def test_namesakes_are_asked_about(has_one, manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    namesake = make.make_staff_member("Bo Ek", unit=unit)
    if has_one:
        make.make_certificate(namesake, course, unit, TODAY, completed_on=date(2023, 4, 1))

    assert answer(manager, first, people[0], "2023-04-12") == address(second, "certificate_answer")


def test_answer_that_the_file_does_not_say_settles_nothing(manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))

    assert answer(manager, first, people[2], "2023-04-12") == address(second, "certificate_answer")
    third, fourth = hand_in(
        unit, course, a_file("Anna Berg", "14 april 2023"), a_file("Disa Falk", "15 april 2023")
    )
    assert answer(manager, third, people[0], "2023-04-11") != address(third)
    assert standing(fourth) == [None]


def test_other_units_and_courses_have_their_own(manager, unit, course, people):
    elsewhere, other = make.make_unit("SÖDRA"), make.make_course("annan", name="Annan kurs")
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    Certificate.objects.filter(pk=second.pk).update(unit=elsewhere)
    assert answer(manager, first, people[0], "2023-04-12") == reverse("unit_detail", args=[unit.pk])
    third, fourth = hand_in(
        unit, course, a_file("Cilla Dal", "14 april 2023"), a_file("Disa Falk", "15 april 2023")
    )
    Certificate.objects.filter(pk=fourth.pk).update(course=other)

    assert answer(manager, third, people[2], "2023-04-14") == address(fourth, "certificate_answer")


def test_number_of_queries_does_not_grow(manager, unit, course, django_assert_max_num_queries):
    names = [f"Kim Alm{letter}" for letter in "abcdefghijklmno"]
    kims = [make.make_staff_member(name, unit=unit) for name in names]
    first, *_ = hand_in(unit, course, *(a_file(name, "12 april 2023") for name in names))
    answer(manager, first, kims[0], "2023-04-12")

    with django_assert_max_num_queries(11):
        keys = shown(manager.get(address(first)).content.decode())
    with django_assert_max_num_queries(22):
        manager.post(address(first), {"certificate": keys})

    assert Certificate.objects.filter(staff_member__in=kims).count() == len(names)


def test_other_managers_find_nothing(unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    Certificate.objects.filter(pk=first.pk).update(staff_member=people[0])
    rival = make.make_user("annan@example.com")
    make.make_unit_manager(rival, make.make_unit("SÖDRA"))
    key = f"{second.pk}:{people[1].pk}:2023-04-13"

    response = signed_in(rival).post(address(first), {"certificate": [key]})

    assert response.status_code == 404
    assert standing(second) == [None]
