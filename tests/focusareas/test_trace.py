"""What pages show of the trace: sentences whose names are those the reader may know today."""

from datetime import date

import pytest

from focusareas import key_person_duties, logins, review, staffing, trace
from focusareas.models import AuditEvent
from focusareas.models.audit import Typed, record
from focusareas.naming import Names
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 30)


@pytest.fixture
def unit():
    return make.make_unit("HEMT", name="Hemtjänst Norr")


@pytest.fixture
def lead():
    return make.make_user(is_development_lead=True, first_name="Lena", last_name="Ek")


@pytest.fixture
def manager(unit):
    user = make.make_user()
    make.make_unit_manager(user, unit)
    return user


def test_latest_comes_first_and_only_about_the_object(unit, lead):
    for about, text in [(unit, "Först."), (make.make_unit(), "Annat."), (unit, "Sedan.")]:
        record(by=lead, text=text, about=about)

    assert told(unit, lead) == ["Sedan.", "Först."]


@pytest.mark.parametrize(("events", "has_more"), [(20, False), (21, True)])
def test_twenty_are_shown_and_the_rest_is_said_to_be_there(unit, lead, events, has_more):
    for number in range(events):
        record(by=lead, text=str(number), about=unit)

    found = trace.latest(unit, names=Names(lead, on=DAY))

    assert (len(found.entries), found.has_more) == (20, has_more)


def test_person_has_the_certificates_and_duties_on_the_trace(unit, lead):
    person, other = make.make_staff_member("Ann Berg", unit=unit), make.make_staff_member(unit=unit)
    course = make.make_course()
    for whose in (person, other):
        review.approve(make.make_certificate(whose, course, unit, DAY), by=lead, on=DAY)
    key_person_duties.appoint(person, unit, role="key_person", first_day=DAY, by=lead)

    found = trace.latest(person, names=Names(lead, on=DAY)).entries

    named = f"Utsåg Ann Berg ({person.employee_number}) till nyckelperson"
    assert [(entry.text, entry.subject and entry.subject.words) for entry in found] == [
        (f"{named} på Hemtjänst Norr från 2023-04-30.", None),
        ("Godkände intyget.", course.name),
    ]


def test_everything_is_paged(unit, lead):
    AuditEvent.objects.bulk_create(
        AuditEvent(actor="x", text=str(number), unit_id=unit.pk) for number in range(101)
    )
    names = Names(lead, on=DAY)

    assert [len(trace.page_of(unit, n, names=names)[1]) for n in ("1", "2")] == [100, 1]
    assert trace.page_of(unit, "\0", names=names)[0].number == 1


def test_event_keeps_numbers_and_shows_names(unit, lead, manager):
    anna = make.make_staff_member("Anna Berg", unit=unit, employee_number="7")
    duty = key_person_duties.appoint(anna, unit, role="key_person", first_day=DAY, by=lead)

    event = AuditEvent.objects.about(duty).get()

    assert "Anna" not in event.text + str(event.parts)
    assert (event.actor, "Lena" in str(event)) == (f"användare {lead.pk}", False)
    assert told(duty, manager) == [
        "Utsåg Anna Berg (7) till nyckelperson på Hemtjänst Norr från 2023-04-30."
    ]


def test_name_follows_the_person_and_the_protection(unit, lead, manager):
    anna = make.make_staff_member("Anna Berg", unit=unit, employee_number="7")
    staffing.add_person(anna, by=lead)
    anna.family_name = "Ek"
    staffing.change_person(anna, by=lead)

    assert told(anna, manager)[0] == "Ändrade efternamn: Berg → Ek för Anna Ek (7)."

    staffing.protect(anna, True, by=lead)
    other = make.make_user()
    make.make_department_head(other, make.make_department())

    assert "Anna Ek" in told(anna, manager)[2]
    assert told(anna, other)[1:] == [
        "Ändrade uppgifterna för Skyddad (7).",
        "Lade till medarbetaren Skyddad (7).",
    ]


def test_protected_persons_details_are_never_written_down(lead):
    anna = make.make_staff_member("Anna Berg", is_protected=True, email="anna@example.com")
    login = make.make_user("anna@example.com", staff_member=anna)
    anna.family_name, login.email = "Ek", "anna.ek@example.com"
    boss = make.make_user(is_administrator=True)

    staffing.change_person(anna, by=lead)
    logins.change_user(login, by=boss)

    for event in AuditEvent.objects.all():
        assert "anna" not in f"{event} {event.parts}".casefold()


def test_name_from_outside_the_readers_scope_is_nobodys(unit, lead, manager):
    anna = make.make_staff_member("Anna Berg", unit=unit, employee_number="7")
    rut = make.make_staff_member("Rut Rask", unit=make.make_unit(provider="Rivalen"))
    certificate = make.make_certificate(anna, make.make_course(), unit, DAY)

    review.move(certificate, to=rut, reason="Fel person", by=lead)

    assert told(certificate, manager) == [
        "Flyttade intyget från Anna Berg (7) till någon utanför enheten: Fel person"
    ]
    assert "Rut Rask" in told(certificate, lead)[0]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Gällde Kim Rosén.", "Gällde Skyddad."),
        ("Gällde rosén, kim.", "Gällde Skyddad."),
        ("Fråga Kim eller Rosén.", "Fråga Skyddad eller Skyddad."),
        ("Skriv till Kim.Rosen@example.com.", "Skriv till Skyddad."),
        ("Kims intyg från Roséngården", "Kims intyg från Roséngården"),
    ],
)
def test_what_somebody_typed_is_shown_without_hidden_names(unit, lead, manager, typed, shown):
    make.make_staff_member("Kim Rosén", email="kim.rosen@example.com", is_protected=True)
    record(by=lead, text=[Typed(typed)], about=unit)

    assert told(unit, manager) == [shown]
    assert told(unit, lead) == [typed]


def test_actor_with_protected_identity_is_hidden_but_for_those_who_must_know(unit, lead, manager):
    person = make.make_staff_member("Siv Dahl", is_protected=True)
    head = make.make_user("siv.dahl@example.com", staff_member=person)
    record(by=head, text="Något.", about=unit)

    def actor(reader) -> str:
        return trace.latest(unit, names=Names(reader, on=DAY)).entries[0].actor

    assert actor(manager) == "Skyddad"
    assert actor(lead) == actor(head) == "siv.dahl@example.com"


def test_unit_tells_of_what_belongs_to_it(unit, lead):
    anna = make.make_staff_member("Anna Berg", unit=unit)
    activity = make.make_activity(courses=(make.make_course(),))
    for certificate in [
        make.make_certificate(None, make.make_course(), unit, DAY, completed_on=None),
        make.make_certificate(anna, make.make_course("other"), unit, DAY),
        make.make_certificate(None, make.make_course(), make.make_unit(), DAY),
    ]:
        review.return_to_unit(certificate, reason="Oläsligt", by=lead, on=DAY)
    make_key = make.make_key_person(anna, unit)
    key_person_duties.end(make_key, last_day=DAY, by=lead)
    record(by=lead, text="Anmälde.", about=make.make_declaration(unit, activity, DAY))

    found = trace.latest(unit, names=Names(lead, on=DAY)).entries

    assert [entry.text.split()[0] for entry in found] == [
        "Anmälde.",
        "Avslutade",
        "Återsände",
        "Återsände",
    ]
    assert [entry.subject.words for entry in found[2:]] == [
        "Webbkurs om våld, Anna Berg",
        "Webbkurs om våld, okänd person",
    ]


def test_reading_costs_the_same_for_many(unit, manager, django_assert_num_queries):
    for number in range(30):
        person = make.make_staff_member(unit=unit, is_protected=number % 2 == 0)
        certificate = make.make_certificate(person, make.make_course(), unit, DAY)
        user = make.make_user(staff_member=person)
        record(by=user, text=["Om ", person, " av ", user], about=certificate)

    # How many there are, events, certificates, people, users, and who is hidden.
    with django_assert_num_queries(6):
        trace.page_of(unit, "1", names=Names(manager, on=DAY))[1]
