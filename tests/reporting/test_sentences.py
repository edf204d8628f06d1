"""Sentences from facts: each word checked, with thin, full and odd figures."""

from datetime import date

import pytest

from reporting.figures import Due, KeyPersons, MeetingFacts, Share
from reporting.sentences import about, milestone_item
from reporting.timing import when
from tests.reporting.facts import JUNE_END, MAY_15, NOTHING, make_facts, make_milestone


def said(facts) -> str:
    return about(facts).replace("\u00a0", " ")


def test_the_web_course_is_told_with_its_day_own_and_contracted_apart():
    facts = make_facts(complete_units=tuple("ABCDE"), due=JUNE_END, original=JUNE_END)

    assert said(facts) == (
        "Per den 30 april 2023 har 5 enheter och ca 100 medarbetare gått utbildningen Webbkurs "
        "om våld och har godkända intyg. I egen regi är det ca 100 av ca 1 700 medarbetare och "
        "hos privata utförare ingen av ca 230. Det ska vara klart senast den 30 juni 2023."
    )


@pytest.mark.parametrize(
    ("n", "sentence"),
    [
        (1, "1 enhet har anmält att den är klar, men allt underlag har inte kommit in."),
        (2, "2 enheter har anmält att de är klara, men allt underlag har inte kommit in."),
        (
            12,
            "Flera enheter, 12 stycken, har anmält att de är klara, men allt underlag har inte "
            "kommit in.",
        ),
    ],
)
def test_declared_units_have_a_sentence_of_their_own(n, sentence):
    facts = make_facts(declared_units=("Enhet",) * n)

    assert said(facts).endswith(sentence)
    assert "ca 100 av ca 1 700" in said(facts)


@pytest.mark.parametrize(("received", "words"), [(1, "Ytterligare ett"), (14, "Ytterligare 14")])
def test_waiting_certificates_are_told_apart(received, words):
    facts = make_facts(total=Share(1930, 103, received))

    assert f"{words} intyg har kommit in och väntar på granskning." in said(facts)


def test_nothing_reported_says_nothing_here():
    assert said(make_facts(own=Share(1700, 0))) == ""


def test_only_declared_is_not_called_done():
    text = said(make_facts(own=Share(1700, 0), declared_units=("A",)))

    assert text.startswith("Per den 30 april 2023 har ingen medarbetare ett godkänt intyg")


def test_everybody_done():
    facts = make_facts(own=Share(12, 12), contracted=Share(3, 3), status="done", due=JUNE_END)

    assert said(facts) == (
        "Per den 30 april 2023 har 15 medarbetare gått utbildningen Webbkurs om våld och har "
        "godkända intyg. I egen regi är det alla 12 medarbetare och hos privata utförare alla."
    )


def test_without_contracted_units_they_are_not_mentioned():
    text = said(make_facts(contracted=NOTHING))

    assert "I egen regi är det ca 100 av ca 1 700 medarbetare." in text
    assert "privata" not in text


def test_with_contracted_units_only():
    text = said(make_facts(own=NOTHING, contracted=Share(40, 12)))

    assert "Hos privata utförare är det 12 av ca 40 medarbetare." in text
    assert "egen regi" not in text


def test_a_few_people_in_a_named_unit_are_not_counted_out():
    facts = make_facts(
        own=Share(6, 3),
        contracted=NOTHING,
        n_units=1,
        is_narrowed=True,
        reached_units=("Familjefrid",),
        courses=("PATRIARK",),
        status="overdue",
        due=Due(date(2022, 12, 31), "day", "31 december 2022"),
    )

    assert said(facts) == (
        "Per den 30 april 2023 har några medarbetare vid Familjefrid gått utbildningen PATRIARK "
        "och har godkända intyg. Det skulle ha varit klart den 31 december 2022 och är försenat."
    )


def test_the_few_units_reached_of_many_are_named_beside_the_figure():
    facts = make_facts(
        own=Share(90, 3), contracted=NOTHING, is_narrowed=True, reached_units=("Familjefrid",)
    )

    assert said(facts) == (
        "Per den 30 april 2023 har några medarbetare vid Familjefrid gått utbildningen Webbkurs om "
        "våld och har godkända intyg. I egen regi är det några av ca 90 medarbetare."
    )


def test_late_but_all_handed_in_is_waiting_for_review():
    facts = make_facts(total=Share(12, 10, 2), status="overdue", awaiting_review=True, due=JUNE_END)

    assert "försenat" not in said(facts)
    assert said(facts).endswith("Allt är inlämnat och väntar på granskning.")


def test_a_moved_deadline_tells_both_days():
    facts = make_facts(
        due=Due(date(2023, 12, 31), "day", "31 december 2023"),
        original=Due(date(2023, 10, 31), "day", "31 oktober 2023"),
    )

    assert said(facts).endswith(
        "Det ska vara klart senast den 31 december 2023 (från början den 31 oktober 2023)."
    )


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(date(2023, 6, 30), "day", ""), "den 30 juni 2023"),
        (Due(date(2023, 6, 30), "day", "2023-06-30"), "den 30 juni 2023"),
        (Due(date(2022, 12, 31), "day", "före den 31 december 2022"), "före den 31 december 2022"),
        (Due(date(2022, 12, 31), "month", "december 2022"), "i december 2022"),
        (Due(date(2022, 12, 31), "term", "hösten 2022"), "hösten 2022"),
        (Due(date(2022, 12, 31), "year", "under 2022"), "under 2022"),
    ],
)
def test_a_deadline_is_said_as_precisely_as_it_is_written(due, words):
    assert when(due).replace("\u00a0", " ") == words


def make_key_persons(people: KeyPersons, **fields):
    defaults = {
        "code": "2.4",
        "measure": "unit_key_person",
        "own": Share(110, 98),
        "contracted": Share(10, 3),
        "contracted_duty": "invited",
        "saying": {"key_persons": "over"},
    }
    return make_facts(key_persons=people, **defaults | fields)


def test_key_persons_are_told_as_people_and_as_units():
    assert said(make_key_persons(KeyPersons(112, 109, 3))) == (
        "Per den 30 april 2023 är över 100 nyckelpersoner inrapporterade, varav några hos privata "
        "utförare. 98 av 110 enheter i egen regi har minst en. Hos privata utförare, som är "
        "inbjudna, har 3 av 10 enheter minst en."
    )


def test_units_that_are_only_invited_are_called_so_and_held_to_nothing():
    by_unit = make_key_persons(KeyPersons(112, 109, 3), own_duty="invited")
    invited = {"own_duty": "invited", "contracted_duty": "obliged"}
    course = make_facts(total=Share(230, 0), own=Share(40, 12), saying={}, **invited)
    routine = make_facts(
        measure="unit_routine", title="Rutinen", total=NOTHING, own=Share(9, 4), **invited
    )

    assert "I egen regi, där enheterna är inbjudna, har 98 av 110 enheter minst" in said(by_unit)
    assert said(course) == (
        "Per den 30 april 2023 har 12 av 40 medarbetare i egen regi, där enheterna är inbjudna, "
        "och ingen av 230 medarbetare hos privata utförare godkända intyg från utbildningen "
        "Webbkurs om våld."
    )
    assert said(routine) == (
        "Rutinen: bekräftat av 4 av 9 enheter i egen regi, där enheterna är inbjudna, och 0 av 230 "
        "enheter hos privata utförare per den 30 april 2023."
    )


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (KeyPersons(0, 0, 0), "är ingen nyckelperson inrapporterad."),
        (KeyPersons(1, 1, 0), "är enstaka nyckelpersoner inrapporterade, ingen av dem hos"),
        (KeyPersons(99, 99, 0), "är ca 100 nyckelpersoner inrapporterade, ingen av dem hos"),
        (KeyPersons(9, 0, 9), "är 9 nyckelpersoner inrapporterade, alla hos privata utförare."),
    ],
)
def test_key_persons_of_any_number(people, words):
    assert words in said(make_key_persons(people))


def test_key_persons_without_contracted_units():
    text = said(make_key_persons(KeyPersons(30, 30, 0), contracted=NOTHING))

    assert "inrapporterade, alla i egen regi. 98 av 110 enheter" in text
    assert "privata" not in text


def test_key_person_course_names_none_of_several_courses():
    facts = make_facts(
        measure="key_person_course",
        own=Share(100, 8),
        contracted=Share(3, 0),
        courses=("A", "B", "C"),
        saying={},
    )

    assert said(facts) == (
        "Per den 30 april 2023 har 8 nyckelpersoner gått någon av de tre kurserna och fått intyget "
        "godkänt. I egen regi är det 8 av 100 nyckelpersoner och hos privata utförare ingen."
    )


def make_meetings(*held: MeetingFacts, planned: tuple[MeetingFacts, ...] = (), done: int = 1):
    return make_facts(
        code="2.5",
        title="Nyckelpersonsträffar",
        measure="meetings",
        day=MAY_15,
        own=Share(2, done),
        contracted=NOTHING,
        saying={"attendance": "about"},
        meetings_held=held,
        meetings_planned=planned,
        status="no_deadline",
    )


MAY_11 = date(2023, 5, 11)
NOV_9 = date(2023, 11, 9)


def test_a_meeting_is_told_with_who_came_and_what_comes_next():
    facts = make_meetings(
        MeetingFacts(MAY_11, "Uppstart av strukturen", 81),
        planned=(MeetingFacts(NOV_9, "enheternas rutinarbete."),),
    )

    assert said(facts) == (
        "Vid träffen den 11 maj 2023, med fokus på uppstart av strukturen, deltog ca 80 "
        "medarbetare. Under 2023 har 1 av 2 träffar hållits. Nästa träff planeras till den "
        "9 november 2023, med fokus på enheternas rutinarbete."
    )


def test_a_meeting_without_noted_attendance_claims_none():
    text = said(make_meetings(MeetingFacts(MAY_11, "", 0)))

    assert text == "En träff hölls den 11 maj 2023. Under 2023 har 1 av 2 träffar hållits."


def test_meetings_of_another_year_than_the_targets_are_only_counted():
    facts = make_meetings(
        MeetingFacts(date(2022, 5, 9), "", 9), MeetingFacts(date(2022, 11, 9), "")
    )

    assert said(facts) == "En träff hölls den 9 november 2022. Under 2022 hölls 2 träffar."


def test_only_planned_meetings():
    text = said(make_meetings(planned=(MeetingFacts(NOV_9, ""), MeetingFacts(NOV_9, "")), done=0))

    assert text == (
        "Nyckelpersonsträffar: nästa träff planeras till den 9 november 2023, och ytterligare en "
        "är planerad."
    )


def test_a_note_stands_in_the_authors_words_with_a_full_stop():
    facts = make_milestone(note="Arbetet är i en\nuppstartsfas", due=JUNE_END, status="on_track")

    assert said(facts) == (
        "Arbetet är i en uppstartsfas. Aktiviteten ska vara klar senast den 30 juni 2023."
    )


def test_a_note_from_long_ago_bears_its_day():
    facts = make_milestone(note="Det är på gång.", note_day=date(2023, 1, 9))

    assert said(facts) == "Det är på gång. (Antecknat den 9 januari 2023.)"


def test_a_note_follows_the_figure_and_its_deadline():
    text = said(make_facts(due=JUNE_END, note="Fler är anmälda", note_day=MAY_15))

    assert text.endswith("Det ska vara klart senast den 30 juni 2023. Fler är anmälda.")


def test_routines_are_counted_in_units():
    facts = make_facts(
        measure="unit_routine",
        title="Rutiner för orosanmälan",
        own=Share(40, 12),
        contracted=NOTHING,
    )

    assert (
        said(facts)
        == "Rutiner för orosanmälan: bekräftat av 12 av 40 enheter per den 30 april 2023."
    )


def test_a_milestone_in_a_list_tells_its_parts_and_that_it_is_late():
    facts = make_milestone(
        "Uppföljning",
        states=("done", "planned"),
        status="overdue",
        due=Due(date(2022, 12, 31), "year", "under 2022"),
    )

    assert milestone_item(facts) == (
        "Uppföljning (1 av 2 delar är klara, skulle ha varit klart under 2022)"
    )


def test_round_figures_that_would_be_the_same_are_said_exactly():
    facts = make_facts(own=Share(44, 43), contracted=Share(0, 0))

    assert "I egen regi är det 43 av 44 medarbetare." in about(facts)


@pytest.mark.parametrize(
    ("total", "sentence"),
    [
        (Share(200, 120), "Filmen: den 15 maj 2023 är det senaste värdet 120, och målet är 200."),
        (Share(None, 120), "Filmen: den 15 maj 2023 är det senaste värdet 120."),
        (Share(200, 0), ""),
    ],
)
def test_an_indicator_is_told_by_its_latest_value(total, sentence):
    facts = make_facts(
        code="1.1", title="Filmen", measure="indicator", day=MAY_15, own=Share(0, 0), total=total
    )

    assert said(facts).startswith(sentence)
    assert ("senaste värdet" in said(facts)) == bool(sentence)


def test_an_indicator_with_a_name_is_told_by_it():
    facts = make_facts(
        measure="indicator",
        day=MAY_15,
        total=Share(None, 57),
        indicator="Enheter som har sett filmen",
        unit_of_measure="enheter",
    )

    assert said(facts).startswith(
        "Enheter som har sett filmen: den 15 maj 2023 är det senaste värdet 57 enheter."
    )
