"""Records of what one person completed: which headings call them so, and which another paper."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw, table

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
NAME_COURSE_DAY = ("Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")


def read_below(*headings: str) -> Reading:
    (reading,) = read(draw(column(*headings, *NAME_COURSE_DAY)), COURSES)
    return reading


@pytest.mark.parametrize(
    "heading",
    [
        "Registrering av genomförd kompetensutveckling",
        "Dokumentation av genomgången utbildning",
        "Record of completed training",
        "Confirmation of completed e-learning",
        "Confirmation of your finished online training",
        "Rapport: utbildningsaktivitet",
        "Rapport: kursresultat",
        "Personlig sammanställning",
        "Sammanställning för Kim Berg",
        "Rapport skapad 2023-04-17",
        "Visar 1 av 1. Rapporten är genererad 2023-04-17",
        "HR-blankett 12, utgåva 3",
        "Portal ▸ Medarbetare ▸ Utvecklingsplan",
        "Hem / Rapporter / Mitt lärande",
        "08.30 Kaffe och registrering",
        "13.00–14.00 Statistik och policy",
        "Dagens program",
        "Kompetensöversikt för Kim Berg",
        "Rapport – enskild deltagare",
        "SCORM-rapport – individ",
        "Arbetsgivarintyg, genomgången kurs",
        "Arbetsgivarintyg om slutförd webbutbildning",
        "LMS-rapport: per deltagare",
        "completion_status completed",
        "Letter of confirmation",
        "Kursresultat",
        "Utbildningsresultat",
        "Course results",
    ],
)
def test_heading_of_what_one_person_did(heading: str) -> None:
    assert read_below(heading).is_certificate


@pytest.mark.parametrize(
    "heading",
    [
        "Anmälan om genomförd utbildning",
        "Ansökan om ersättning för genomförd utbildning",
        "Registrering av deltagare",
        "Registrering av påbörjad utbildning",
        "Registrering av ej genomförd utbildning",
        "Confirmation of registration for course",
        "Rapport: deltagarstatistik",
        "Webb-rapport – statistik",
        "LMS-rapport: genomförda kurser per enhet",
        "Rapport: genomförd utbildning per grupp",
        "Utdata-rapport: slutförda kurser per avdelning",
        "Genomförd kurs per enhet",
        "Genomförda utbildningar per förvaltning",
        "Genomförda kurser fördelat på enheter",
        "Arbetsgivarintyg",
        "Arbetsgivarintyg, anställning",
        "Handledarintyg, genomgången kurs",
        "Läkarintyg om genomförd utbildning",
        "Projektstatus",
        "Rapport om våld i nära relationer",
        "Sammanställning över förvaltningens kurser",
        "Blankett för anmälan",
        "Välkommen 09:15 till kursen",
        "Program 08.30 Kaffe",
        "Inbjudan för Kim Berg",
        "Kursprogram",
        "Kursutvärdering",
        "Utbildningsbehov",
        "Underlag för ersättning",
        "Registration confirmation",
        "Självskattning",
        "Egenrapportering av utbildning",
    ],
)
def test_heading_of_another_paper(heading: str) -> None:
    assert not read_below(heading).is_certificate


def test_row_of_short_words_is_a_menu_and_no_heading() -> None:
    menu = table(("Personal", "Schema", "Behörigheter", "Kompetens"), top=780, width=120)

    (reading,) = read(draw([*menu, *column(*NAME_COURSE_DAY, top=700)]), COURSES)

    assert reading.is_certificate


@pytest.mark.parametrize(
    ("headings", "is_certificate"),
    [
        (("Program", "09.00 Start", "Kursintyg"), True),
        (("Schema för dagen", "09.00 Start", "Deltagarintyg"), True),
        (("Program", "09.00 Start", "Intyg delas ut"), False),
        (("Inbjudan", "Kursen ges kl. 09.00", "Kursintyg"), False),
    ],
)
def test_hours_of_the_day_may_stand_above_the_certificate(
    headings: tuple[str, ...], *, is_certificate: bool
) -> None:
    assert read_below(*headings).is_certificate is is_certificate


def test_second_sentence_may_say_that_the_course_is_done() -> None:
    lines = "Studieresultat", "Namn: Kim Berg", "Webbkurs om våld"

    (reading,) = read(draw(column(*lines, "G = godkänd. Kursen är avslutad.")), COURSES)

    assert reading.is_certificate


@pytest.mark.parametrize(
    ("sender", "is_certificate"),
    [
        ("Från: Utvecklingsportalen (skicka inte svar)", True),
        ("Från: Lärportalen", True),
        ("Från: Eva Lund", False),
    ],
)
def test_mail_of_a_machine_may_be_the_certificate(sender: str, *, is_certificate: bool) -> None:
    mail = sender, "Till: Kim Berg", "Ämne: Webbkurs om våld är slutförd"

    assert read_below(*mail).is_certificate is is_certificate


@pytest.mark.parametrize(
    ("said", "is_certificate"),
    [
        (("Genomförd kompetensaktivitet",), True),
        (("Avslutad utbildningsinsats",), True),
        (("Slutfört kurstillfälle",), True),
        (("Utfall: Godkänd",), True),
        (("Slutresultat: Godkänd",), True),
        (("Genomförd enkät",), False),
        (("Hembesök: Godkänd",), False),
        (("Planerad kompetensaktivitet",), False),
    ],
)
def test_what_was_done_is_told_as_an_activity_or_its_result(
    said: tuple[str, ...], *, is_certificate: bool
) -> None:
    lines = *said, "Person: Kim Berg", "Aktivitet: Webbkurs om våld", "T.o.m. 2023-04-12"

    (reading,) = read(draw(column(*lines)), COURSES)

    assert reading.is_certificate is is_certificate


@pytest.mark.parametrize(
    ("heading", "taught", "is_certificate"),
    [
        ("Deltagarbevis", "Checklista för bedömning av risk för våld", True),
        ("Kursintyg", "Checklista för strukturerad riskbedömning vid våld", True),
        ("Handling", "Checklista för bedömning av risk för våld", False),
        ("Deltagarbevis", "Checklista för nyanställda", False),
        ("Checklista för bedömning av risk för våld", "Kursintyg", False),
        ("Checklista vid riskbedömning av hot", "Utbildningsintyg", False),
        ("Kursintyg PATRIARK: ja", "Checklista vid riskbedömning av hot", False),
        ("Intyg om utbildning bifogas", "Checklista vid riskbedömning av hot", False),
    ],
)
def test_checklist_may_be_what_was_taught(
    heading: str, taught: str, *, is_certificate: bool
) -> None:
    assert read_below(heading, taught).is_certificate is is_certificate


@pytest.mark.parametrize("whom", ["dig som möter unga", "alla som arbetar med unga"])
def test_whom_a_course_is_for_promises_no_certificate(whom: str) -> None:
    fields = "Kim Berg", "Kurs: Webbkurs om våld", "Datum: 2023-04-12"
    given = f"Vi intygar genomförandet av vår kurs för {whom}.", *fields
    promised = f"Vi intygar genomförandet för {whom}.", *fields

    readings = [read(draw(column(*lines)), COURSES)[0] for lines in (given, promised)]

    assert [reading.is_certificate for reading in readings] == [True, "alla" not in whom]


@pytest.mark.parametrize(
    "of_case",
    [
        "Ärende 4711",
        "Ärende 4711, klient A",
        "Klient: A",
        "Bedömare: Eva Strand",
        "Dnr 2023-114",
        "Brukarens initialer: A",
    ],
)
def test_checklist_of_a_case_is_no_certificate(of_case: str) -> None:
    lines = "Utbildningsintyg", "Checklista för bedömning av risk för våld", *NAME_COURSE_DAY

    (reading,) = read(draw(column(*lines, of_case)), COURSES)

    assert not reading.is_certificate


@pytest.mark.parametrize(
    ("heading", "said", "is_of_one"),
    [
        ("LMS-rapport: kurshistorik", "Antal: 14", False),
        ("Kurs-rapport: deltagare", "Antal genomförda: 14", False),
        ("Rapport – individ", "Andel: 83 %", False),
        ("Rapport: per medarbetare", "Antal deltagare: 7", False),
        ("LMS-rapport: genomförda kurser", "14 av 17 deltagare", False),
        ("LMS-rapport: kurshistorik", "Antal timmar: 6", True),
        ("Kurs-rapport: deltagare", "Andel rätt: 83 %", True),
        ("Kursintyg", "Antal deltagare: 14", True),
    ],
)
def test_report_that_counts_people_is_of_many(heading: str, said: str, *, is_of_one: bool) -> None:
    (reading,) = read(draw(column(heading, *NAME_COURSE_DAY, said)), COURSES)

    assert reading.is_certificate is is_of_one


@pytest.mark.parametrize(
    ("heading", "is_given"),
    [
        ("Kursbevis i kursen för alla som slutför", False),
        ("Intyg från kursen för alla som svarat rätt på frågorna", False),
        ("Diplom efter utbildningen för den som gör slutprovet", False),
        ("Intyg från kursen för de som blir klara", False),
        ("Kursbevis i kursen för alla som möter våldsutsatta", True),
        ("Intyg från utbildningen för den som arbetar med unga", True),
    ],
)
def test_certificate_for_whoever_gets_as_far_is_a_promise(heading: str, *, is_given: bool) -> None:
    lines = heading, "Kim Berg", "Webbkurs om våld", "12 april 2023"

    (reading,) = read(draw(column(*lines)), COURSES)

    assert reading.is_certificate is is_given
