"""Where the holder's name stands among what is no name: labels, companies, programmes, lists."""

from datetime import date

import pytest

from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw, table
from tests.focusareas.test_certificate_layouts import MARKS
from tests.focusareas.test_certificate_reader import COURSES, names

TOLD = ("Webbkurs om våld", "Slutförd 2023-04-12")


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), MARKS)
    return reading


@pytest.mark.parametrize("name", ["Kim Berg", "Berg, Kim", "Berg, Ann-Christin", "BERG, KIM"])
@pytest.mark.parametrize(
    "label", ["Anst.nr 32750", "Anst.nr: 32750", "Personnr 32750", "Tjänstenr 7", "ANST.NR 3"]
)
def test_two_labels_on_a_line_need_no_colons(name: str, label: str) -> None:
    assert read_lines("Kursbevis", f"Namn {name} {label}", *TOLD).names == (name,)


@pytest.mark.parametrize("more", ["Gunnr", "Ek", "Idun", "David"])
def test_name_behind_a_name_is_no_label(more: str) -> None:
    assert read_lines("Kursbevis", f"Namn Kim Berg {more}", *TOLD).names == (f"Kim Berg {more}",)


@pytest.mark.parametrize("heading", ["Utbildningsregister > Post", "Kursintyg · Ekeby Strand"])
def test_heading_over_a_label_is_no_part_of_its_value(heading: str) -> None:
    page = [
        Text(72, 715, heading),
        *table(["Person", "Berg, Kim"], ["Användarnamn", "kim.berg@region.example"], top=700),
        *column("Intyg", *TOLD, top=600),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Berg, Kim",)


def test_value_that_began_on_the_line_above_is_not_read_from_its_second_line() -> None:
    page = [
        Text(232, 715, "Anna"),
        *table(["Deltagare", "Maria Berg"], top=700),
        *column("Intyg", *TOLD, top=600),
    ]

    (reading,) = read(draw(page), COURSES)

    assert "Maria Berg" not in reading.names


@pytest.mark.parametrize("name", ["Dag Anderson", "DAG ANDERSON", "Dag Ek-Lund"])
def test_who_is_called_dag_has_no_label_for_a_name(name: str) -> None:
    lines = ("Intyg", "tilldelas", name, "som har genomfört", *TOLD)

    assert read_lines(*lines).names == (name,)


@pytest.mark.parametrize("label", ["3 Deltagarens namn", "3. Deltagarens namn", "12 Namn"])
def test_labels_may_be_numbered(label: str) -> None:
    page = [
        *table([label, "4 Arbetsplats"], ["María Nguyen", "Daglig verksamhet Hamnen"]),
        *column("Intyg", *TOLD, top=500),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("María Nguyen",)


@pytest.mark.parametrize(
    "company", ["Omsorgsbemanning Fyren AB", "Trygga Möten HB", "Ek & Strand AB (publ)"]
)
def test_company_over_the_name_is_nobody(company: str) -> None:
    assert read_lines("Intyg", company, "Kim Berg", "har gått kursen", *TOLD).names == ("Kim Berg",)
    assert read_lines("Intyg", company, *TOLD).names == ()


@pytest.mark.parametrize("firm", ["Samtalsakademin", "Kunskapslyftet", "Fredrikastiftelsen"])
def test_word_that_says_whose_paper_it_is_is_no_part_of_the_name(firm: str) -> None:
    assert read_lines("Kursbevis", firm, "Kim Berg", "har gått vår kurs", *TOLD).names == (
        "Kim Berg",
    )


@pytest.mark.parametrize("heading", ["D I P LOM", "DIP LOM", "INT YG"])
def test_heading_that_was_cut_is_no_name(heading: str) -> None:
    page = [
        Text(50, 720, "Tfn 0498-20 13 19", 9),
        Text(300, 722, heading, 22),
        *column("Webbkurs om våld", "Kim Berg", x=300, top=690),
        *column("tilldelas detta diplom efter genomförd", "utbildning 2023-04-12", x=300, top=630),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Kim Berg",)
    assert reading.completed_on == date(2023, 4, 12)


@pytest.mark.parametrize("name", ["KIM BERG", "BO EK", "ALI DAR"])
def test_short_names_in_capitals_are_no_cut_headings(name: str) -> None:
    assert read_lines("INTYG", name, "har genomfört", *TOLD).names == (name,)


def test_choices_above_what_was_attended_name_nobody() -> None:
    reading = read_lines(
        "Intyg",
        "Medarbetare: Kim Berg",
        "Utbildningsform: [X] Lärarledd [ ] Webb [ ] Handledning",
        "Deltog: [X] Hela utbildningen",
        *TOLD,
    )

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize(
    "did", ["har följt kursen", "har följt hela utbildningen", "har under våren följt webbkursen"]
)
def test_who_followed_the_course_is_the_holder(did: str) -> None:
    assert names(f"BERG Kim {did} Webbkurs om våld.") == ("BERG Kim",)


@pytest.mark.parametrize(
    "did", ["har följt Bo Ek till kursen", "har följt med på resan", "har följt två av fem träffar"]
)
def test_who_followed_anything_else_did_not_complete_it(did: str) -> None:
    assert not read_lines("Kim Berg", f"{did} i Webbkurs om våld.", "2023-04-12").is_complete


def test_numbered_contents_beside_the_sentence_are_no_part_of_it() -> None:
    page = [
        Text(72, 600, "Kim Berg har tagit del av kursens samtliga moduler"),
        *(
            Text(400, 635 - 20 * n, f"{n}. {title}")
            for n, title in enumerate(("Vad är våld?", "Barn och barnäktenskap", "Stöd"), 1)
        ),
        *column("Intyg", *TOLD, top=700),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Kim Berg",)


def test_small_label_under_its_value_is_that_of_the_course() -> None:
    lines = ("Kim Berg", "deltagarens namn", "Webbkurs Heder", "kursens namn", "12 april 2023")

    reading = read_lines("Bevis", "över genomgången kurs", *lines, "datum då kursen avslutades")

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize("label", ["KLAR .... :", "FÄRDIG ..:", "Aktör ……:"])
def test_label_with_dots_below_is_no_part_of_the_name(label: str) -> None:
    (reading,) = read(
        draw(column("KVITTO", "DELTAGARE .... : Kim Berg", f"{label} 2023-04-12", leading=1.4)),
        MARKS,
    )

    assert reading.names == ("Kim Berg",)


def test_name_in_words_far_apart_is_read_to_its_end() -> None:
    words = ("NAMN: Anna", "Ben", "Maria", "Ali")
    page = [
        *(Text(72 + 90 * n, 650, word) for n, word in enumerate(words)),
        *column("Intyg", *TOLD, top=600),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Anna Ben Maria Ali",)


def test_letter_that_was_torn_off_leaves_the_name_unread() -> None:
    assert read_lines(
        "Intyg", "Härmed bekräftas att Kim Ben Al i, Region Gotland, har deltagit i", *TOLD
    ).names in ((), ("Kim Ben Ali",))


@pytest.mark.parametrize("town", ["Visby", "Hemse", "Malung"])
@pytest.mark.parametrize("who", ["Deltagaren", "Medarbetaren", "Eleven", "Kursdeltagaren"])
def test_town_over_who_is_told_of_is_nobody(town: str, who: str) -> None:
    reading = read_lines(
        "Intyg", "Namn: Kim Berg", "Ort", town, f"{who} har fullföljt utbildningen.", *TOLD
    )

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize(
    "label",
    [
        "Den som har gått kursen",
        "Den som har genomgått utbildningen",
        "Den som genomfört webbkursen",
    ],
)
@pytest.mark.parametrize("name", ["KIM BERG", "Berg, Kim", "Kim Berg"])
def test_name_stands_over_who_has_done_it(label: str, name: str) -> None:
    fields = ((name, label), ("Webbkurs om våld", "Kurs"), ("2023-04-12", "Fullföljd"))
    page = [Text(72, 760, "Kursintyg", 18)]
    for number, (value, under) in enumerate(fields):
        page += [Text(72, 700 - 40 * number, value), Text(72, 688 - 40 * number, under, 8)]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == (name,)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Detta intyg tilldelas", "Presented to"),
        ("Tilldelas", "Awarded to"),
        ("Intyg för", "Issued to"),
    ],
)
def test_label_in_another_language_is_no_value(first: str, second: str) -> None:
    lines = ("Certificate", first, second, "Kim Berg", "som har avslutat", *TOLD)

    assert read_lines(*lines).names == ("Kim Berg",)


@pytest.mark.parametrize("label", ["Konsult", "Kursist", "Provtagare", "Praktikant", "Vikarie"])
def test_label_may_tell_what_people_they_are(label: str) -> None:
    lines = ("Fyren AB", "Intyg", f"{label}: Kim Berg", "Handledare: Bo Ek")

    assert read_lines(*lines, *TOLD).names == ("Kim Berg",)


LETTER = ("vi har registrerat att du slutförde Webbkurs om våld 12 april 2023.",)


@pytest.mark.parametrize("name", ["Kim Berg", "Kim Ek Berg", "Anna-Karin von Berg"])
def test_letter_is_to_the_whole_name_above_the_greeting(name: str) -> None:
    given = name.split()[0]
    lines = ("Kompetensenheten", name, "Omsorgsboendet Eken", f"Hej {given},", *LETTER)

    assert read_lines(*lines, "Vänligen", "Bo Ek, administratör").names == (name,)


@pytest.mark.parametrize("above", ["Bo Ek", "Handläggare: Kim Berg", "Anna Kimsson"])
def test_letter_is_to_nobody_else_above_the_greeting(above: str) -> None:
    reading = read_lines("Kompetensenheten", above, "Hej Kim,", *LETTER)

    assert above.removeprefix("Handläggare: ") not in reading.names


@pytest.mark.parametrize("name", ["Berg, Kim", "Kim Berg"])
def test_time_far_to_the_right_is_no_part_of_a_value(name: str) -> None:
    page = [
        *column("Deltagare", name, top=650, leading=2.4),
        *(Text(300, 650 - 14.4 * n, f"0{8 + n}.00") for n in range(5)),
        *column("Intyg", top=760),
        *column(*TOLD, top=500),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == (name,)


@pytest.mark.parametrize(
    "issuer",
    ["Bildningsverket Öst", "Kunskapsrådet Väst", "Röda Korset", "Lärkollegiet Norr",
     "Stadsbiblioteket Roma", "Föreningsutbildarna Ek", "Räddningskåren Syd"],
)  # fmt: skip
def test_organisation_over_the_heading_is_nobody(issuer: str) -> None:
    (reading,) = read(draw(column(issuer, "Diplom", TOLD[0], "Kim Berg", TOLD[1])), MARKS)

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize("name", ["Bo Råd", "Eva Kårén", "Ida Förbus", "Roksana Museth"])
def test_two_people_on_a_page_stay_two(name: str) -> None:
    (reading,) = read(draw(column(name, "Diplom", TOLD[0], "Kim Berg", TOLD[1])), MARKS)

    assert reading.names == (name, "Kim Berg")


@pytest.mark.parametrize("contact", [
    ("Postadress", "Växel", "Webb"), ("Besöksadress", "Telefax", "Hemsida"),
    ("Växel", "Bankgiro", "Webbplats"), ("Säte", "Org.nr", "Webbadress"),
])  # fmt: skip
def test_labels_of_an_address_at_the_foot_name_nobody(contact: tuple[str, ...]) -> None:
    values = ("106 30 Ekeby", "075-247 30 00", "ekeby.example")
    page = [*column("Intyg", "Kim Berg", *TOLD), *table(contact, values, top=200)]

    (reading,) = read(draw(page), MARKS)

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize(
    "label",
    ["Personal", "Kollega", "Colleague", "Användare", "Medlem", "Lärande", "Staff member"],
)
@pytest.mark.parametrize("name", ["BERG Kim", "Berg, Kim", "Kim Berg"])
def test_label_of_one_word_needs_no_colon_in_a_table(label: str, name: str) -> None:
    rows = ([label, name], ["Utbildning", TOLD[0]], ["Slutförd", "2023-04-12"])

    (reading,) = read(draw([*column("Utbildningsregister"), *table(*rows)]), MARKS)

    assert reading.names == (name,)


@pytest.mark.parametrize("name", ["Berg, Kim", "Kim Berg"])
def test_menu_of_a_register_is_no_label_of_its_own(name: str) -> None:
    menu = table(["Personal", "Schema", "Behörigheter", "Kompetens"], top=780, width=90)

    (reading,) = read(draw([*menu, *column("Intyg", f"Namn: {name}", *TOLD, top=700)]), MARKS)

    assert reading.names == (name,)


@pytest.mark.parametrize(
    "said",
    [
        "Vi intygar att nedanstående person har deltagit under hela dagen.",
        "Härmed intygas att följande deltagare har genomgått kursen.",
        "Härmed intygas att nedan angiven person har genomgått hela kursen.",
        "Arrangören bekräftar härmed att nedan namngiven deltagare har gått kursen.",
        "Vi intygar att deltagaren som anges nedan har genomgått hela kursen.",
        "We hereby certify that the following participant has completed the course.",
    ],
)
def test_who_is_told_of_stands_below(said: str) -> None:
    lines = [(said, 12.0), ("Kim Berg", 20.0), ("Region Gotland", 9.0), ("2023-04-12", 12.0)]
    texts = [Text(72, 700 - 22 * n, line, size) for n, (line, size) in enumerate(lines)]

    (reading,) = read(draw([*column("Deltagarintyg", TOLD[0], leading=1.5), *texts]), MARKS)

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize("said", ["Intygas av", "Vi intygar att kursen har hållits"])
def test_who_certifies_stands_below(said: str) -> None:
    (reading,) = read(draw(column("Intyg", *TOLD, said, "Eva Ek", leading=1.6)), MARKS)

    assert reading.names == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("Förnamn: Kim", "First name", "Efternamn: Berg", "Family name"),
        ("Förnamn (First name): Kim", "Efternamn (Surname): Berg"),
        ("Förnamn / First name: Kim", "Efternamn / Last name: Berg"),
        ("Förnamn – Given name", "Kim", "Efternamn – Family name", "Berg"),
        ("Förnamn", "First name", "Kim", "Efternamn", "Last name", "Berg"),
    ],
)
def test_fields_for_both_names_have_labels_in_two_languages(lines: tuple[str, ...]) -> None:
    page = column("Intyg", *lines, "Kurs: Webbkurs om våld", leading=1.4)

    assert read(draw(page), MARKS)[0].names == ("Kim Berg",)


@pytest.mark.parametrize("missing", [1, 4])
def test_label_in_another_language_is_no_name_that_is_missing(missing: int) -> None:
    lines = ["Förnamn", "Kim", "First name", "Efternamn", "Berg", "Family name"]
    del lines[missing]

    (reading,) = read(draw(column("Intyg", *lines, "Kurs: Webbkurs om våld", leading=1.4)), MARKS)

    assert reading.names == ()
