"""Whose a certificate is where more than one could be meant."""

import pytest

from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw, table
from tests.focusareas.test_certificate_reader import COURSES, names


@pytest.mark.parametrize(
    "line",
    [
        "Under ledning av Bo Ek har Kim Berg genomfört Webbkurs om våld",
        "I samarbete med Bo Ek har Kim Berg slutfört Webbkurs om våld",
        "Den 12 april 2023 på uppdrag av Bo Ek genomförde Kim Berg kursen",
    ],
)
def test_name_before_and_behind_the_verb_are_two_names(line: str) -> None:
    assert len(names(line)) != 1


def test_number_of_an_employee_is_no_name() -> None:
    page = table(["Name of learner", "Kim Berg"], ["Employee ID", "10231"])

    (reading,) = read(draw([*column("Certificate", "Webbkurs om våld", top=300), *page]), COURSES)

    assert reading.names == ("Kim Berg",)


def test_list_beside_a_name_is_no_part_of_it() -> None:
    page = [
        *column("Intyg för", "Kim Berg", "har fullgjort", "Webbkurs om våld", x=300),
        *column("", "• Att upptäcka", "• Att möta", "• Att samtala"),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Kim Berg",)


def test_letter_is_to_the_holder_only_when_it_names_nobody_else() -> None:
    assert names("Hej Bo Ek!", "Det gick bra.", "Kim Berg har genomfört kursen") == ("Kim Berg",)
    assert names("Hej Bo Ek!", "Namn: Kim Berg") == ("Kim Berg",)


def test_who_signs_is_not_taken_for_the_holder_whose_name_was_cut_off() -> None:
    rest = ("Webbkurs om våld", "Linköping den 16 april 2022", "Bo Ek", "Nationellt centrum",
            "kursansvarig")  # fmt: skip

    assert names("har genomfört", *rest) == ()
    assert names("Kim Berg", "har genomfört", *rest) == ("Kim Berg",)
    assert names("för genomförd kurs", "Kim Berg", "2022-04-16") == ("Kim Berg",)


@pytest.mark.parametrize("rows", [
    [["Deltagare Kim Berg"], ["Kurs", "Instrumentet PATRIARK"]],
    [["Deltagare", "Kim Berg"], ["Enhet", "Boende Björken"]],
])  # fmt: skip
def test_value_of_the_next_field_is_no_part_of_the_name(rows: list[list[str]]) -> None:
    (reading,) = read(draw([*column("Kursintyg"), *table(*rows, width=100)]), COURSES)

    assert reading.names == ("Kim Berg",)


def test_label_tells_which_name_comes_first() -> None:
    assert names("Efternamn, förnamn: Hassan Ali") == ("Hassan, Ali",)
    assert names("Förnamn och efternamn: Hassan Ali") == ("Hassan Ali",)
    assert names("Efternamn, förnamn: van den Berg Kim") == ("van den Berg Kim",)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Sida 2 av 2", ("Kim Berg",)),
        ("Lokalbokning", ()),
    ],
)
def test_only_a_page_of_the_same_paper_lends_its_name(more: str, expected: tuple[str, ...]) -> None:
    first = column("Intyg", "Namn: ________", "Webbkurs om våld", "Slutförd 2023-04-12")

    readings = read(draw(first, column(more, "Namn: Kim Berg")), COURSES)

    assert readings[0].names == expected


@pytest.mark.parametrize(
    "field",
    ["Mellannamn: Viola", "Mellannamn/initial: V", "Övriga namn: Viola", "Namn 2: Viola",
     "Tillnamn: Viola", "Middle name: Viola", "Alla förnamn: Kim Viola"],
)  # fmt: skip
def test_field_for_more_of_the_name_leaves_it_unclear(field: str) -> None:
    assert names("Förnamn: Kim", field, "Efternamn: Berg") == ()
    assert names("Namn: Kim Berg", field) == ()


@pytest.mark.parametrize(
    "field", ["Kursens namn: Våld", "Chefens namn: Bo Ek", "Användarnamn: kimb01", "Enhetsnamn: X"]
)
def test_name_of_anything_else_is_no_more_of_the_holders(field: str) -> None:
    assert names("Förnamn: Kim", field, "Efternamn: Berg") == ("Kim Berg",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Härmed intygas att", "bo.ek@region.example", "har genomfört kursen"),
        ("bo.ek@region.example", "har genomfört kursen"),
        ("Deltagare: bo.ek@region.example",),
    ],
)
def test_address_in_place_of_the_name_is_somebodys(lines: tuple[str, ...]) -> None:
    assert len(names(*lines, "Mottagare: Kim Berg")) == 2


def test_address_that_spells_the_name_is_no_other_one() -> None:
    assert names("Deltagare: kim.berg@region.example", "Namn: Kim Berg") == ("Kim Berg",)
    assert names("Användare: kimb01@region.example", "Namn: Kim Berg") == ("Kim Berg",)


@pytest.mark.parametrize(
    ("above", "value", "expected"),
    [
        ("Intyg över utbildning", "Kim Berg", ("Kim Berg",)),
        ("Eva", "Berg", ("Eva Berg",)),
        ("Eva", "Kim Berg", ()),
        ("Eva-", "Kim Berg", ()),
        ("Holm", "Berg, Kim", ()),
    ],
)
def test_name_over_its_label_may_begin_on_the_line_above(
    above: str, value: str, expected: tuple[str, ...]
) -> None:
    page = column(above, value, "Namn", "Webbkurs om våld 2023-04-12", leading=1.6)

    assert read(draw([*page, Text(300, 760, "Intyg")]), COURSES)[0].names == expected


def test_line_of_a_name_above_family_name_first_is_part_of_it() -> None:
    for above, expected in (("Holm", ()), ("Intyg", ("Berg, Kim",))):
        page = column(above, "Berg, Kim", "har slutfört", "Webbkurs om våld", leading=1.6)

        assert read(draw(page), COURSES)[0].names == expected


def test_title_that_is_the_label_of_the_next_name_is_no_caption() -> None:
    lines = ("Värd", "Eva Ek", "Deltagare", "Kim Berg", "Kursledare", "Bo Ek")

    (reading,) = read(draw(column("Intyg Webbkurs om våld 2023-04-12", *lines)), COURSES)

    assert reading.names != ("Eva Ek",)


@pytest.mark.parametrize("holder", ["Kim Berg", "Berg, Kim"])
def test_caption_belongs_to_the_name_that_it_is_nearer_to(holder: str) -> None:
    page = [
        *column("Intyg", "Webbkurs om våld", "2023-04-12"),
        *(Text(72, 600, holder, 16), Text(72, 589, "Studerande", 9)),
        *(Text(72, 552, "Bo Ek", 16), Text(72, 541, "Mentor", 9)),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == (holder,)


def test_labels_beside_each_other_are_no_names() -> None:
    page = table(["Innehavare", "Merit"], ["Kim Berg", "Webbkurs om våld"])

    (reading,) = read(draw([*page, *column("Bevis 2023-04-12")]), COURSES)

    assert reading.names == ("Kim Berg",)


def test_holder_is_above_the_line_that_says_so() -> None:
    lines = ("Kim Berg", "Webbkurs om våld", "Ovanstående person har fullgjort kursen.")
    signed = ("Visby den 2023-04-12", "Bo Ek")

    (reading,) = read(draw(column("Bevis", *lines, *signed)), COURSES)

    assert reading.names == ("Kim Berg",)
    assert "bo ek" not in reading.everybody


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Eva", "Berg"), ("Eva Berg",)),
        (("Eva Kim", "Berg Holm"), ("Eva Kim Berg Holm",)),
        (("Eva", "Berg", "Enhetschef"), ()),
        (("Eva Berg", "Bo Ek Holm", "Karin Strand Boman"), ()),
    ],
)
def test_name_alone_over_several_lines(lines: tuple[str, ...], expected: tuple[str, ...]) -> None:
    page = column("Intyg", *lines, "Webbkurs om våld 2023-04-12", leading=1.6)

    assert read(draw(page), COURSES)[0].names == expected


@pytest.mark.parametrize(
    "signed",
    [
        ("Bo Ek", "För NCK"),
        ("Bo Ek", "för Länsstyrelsen i Stockholms län"),
        ("Bo Ek", "för Nationellt centrum för kvinnofrid"),
        ("Bo Ek", "För Myndigheten för samverkan"),
        ("Bo Ek", "kurssekreterare"),
        ("Bo Ek", "administratör", "Enligt uppdrag", "", "", "Bo Ek"),
        ("Med vänlig hälsning", "Bo Ek", "handläggare"),
        ("Vänliga hälsningar", "Bo Ek", "Bo Ek", "handläggare"),
        ("Kind regards,", "Bo Ek"),
        ("Visby den 14 april 2023", "________", "Bo Ek", "Nyckelperson"),
    ],
)
def test_who_plainly_signs_is_not_among_everybody(signed: tuple[str, ...]) -> None:
    page = column("Intyg", "Kim Berg har genomfört Webbkurs om våld 2023-04-12", "", *signed)

    (reading,) = read(draw(page), COURSES)

    assert (reading.names, "bo ek" in reading.everybody) == (("Kim Berg",), False)


@pytest.mark.parametrize("line", ["________", "Visby den 14 april 2023"])
def test_who_may_have_done_it_too_is_among_everybody(line: str) -> None:
    lines = "Intyg", "Kim Berg har genomfört Webbkurs om våld 2023-04-12", "", line, "Bo Ek"

    assert "bo ek" in read(draw(column(*lines)), COURSES)[0].everybody


def test_name_for_what_was_done_is_not_signed() -> None:
    assert names("Diplom", "Kim Berg", "För genomförd kurs") == ("Kim Berg",)


HELD = "Kursintyg för Kim Berg", "Webbkurs om våld"


@pytest.mark.parametrize(
    "line",
    [
        "Genomförd av: Johan Wikström 2023-04-12",
        "Gjord av: Johan Wikström 2023-04-12",
        "Avklarad av Johan Wikström den 12 april 2023",
        "Genomförd 2023-04-12 (av Johan Wikström)",
        "Provet skrivet av: Johan Wikström",
        "Slutförd 2023-04-12 av kollegan Johan Wikström",
        "Webbkurs om våld har genomförts av Johan Wikström den 12 april 2023.",
        "Namn enligt legitimation: Johan Wikström",
        "Kontots ägare: Johan Wikström",
    ],
)
def test_who_did_it_instead_is_another_name(line: str) -> None:
    assert "Johan Wikström" in names(*HELD, line)


@pytest.mark.parametrize(
    "line",
    [
        "Utbildningen genomförd av: Johan Wikström, kursledare",
        "Utbildningen hölls av Johan Wikström",
        "Genomförd av: Kim Berg",
        "Utbildningen anordnad av: NCK",
    ],
)
def test_who_held_the_course_is_no_other_name(line: str) -> None:
    assert names(*HELD, line) == ("Kim Berg",)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Visby 14.4.2023", ("Kim Berg",)),
        ("Visby den 14 april 2023", ("Kim Berg",)),
        ("Slutförd 2023-04-14", ()),
        ("Avklarad den 14 april 2023", ()),
    ],
)
def test_who_stands_under_place_and_day_has_signed(above: str, expected: tuple[str, ...]) -> None:
    lines = (
        "Intyg",
        "Kim Berg",
        "Webbkurs om våld",
        "Tre timmar",
        above,
        "Rigmor Spetz",
        "HR-konsult",
    )

    assert read(draw(column(*lines)), COURSES)[0].names == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("HR-strateg", ("Kim Berg",)),
        ("verksamhetsutvecklare", ("Kim Berg",)),
        ("VD", ("Kim Berg",)),
        ("fil. dr", ("Kim Berg",)),
        ("socialsekreterare", ()),
    ],
)
def test_one_of_two_who_signs_with_a_title_that_holders_hardly_have(
    title: str, expected: tuple[str, ...]
) -> None:
    lines = ("Intyg", "Kim Berg", "Godkänd i Webbkurs om våld", "4 maj 2023", f"Gun Ek, {title}")

    assert read(draw(column(*lines)), COURSES)[0].names == expected


def test_who_stands_under_a_line_to_write_on_has_signed_below_place_and_day() -> None:
    page = column("Intyg", "Kim Berg", "har genomfört Webbkurs om våld", "Visby 14.4.2023")
    signed = column("." * 40, "Rigmor Spetz", "HR-konsult", top=560, leading=1.4)

    assert read(draw([*page, *signed]), COURSES)[0].names == ("Kim Berg",)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("intygas att nedanstående person", "har genomgått", "Webbkurs om våld", "Kim Berg"),
            True,
        ),
        (("Någon", "har genomgått", "Webbkurs om våld", "Kim Berg"), False),
        (("Kim Berg är klar med kursen. Alla delar blev klara i tid.",), True),
        (("Kim Berg", "attended and passed Webbkurs om våld"), True),
    ],
)
def test_holder_may_be_named_below_and_parts_are_no_name(
    lines: tuple[str, ...], expected: bool
) -> None:
    assert (names(*lines, "Webbkurs om våld 2023-04-12") == ("Kim Berg",)) is expected


@pytest.mark.parametrize(
    "line",
    [
        "Kim Berg, du har nu genomfört Webbkurs om våld och klarat provet.",
        "Vi bekräftar härmed att du, Kim Berg, har genomfört Webbkurs om våld.",
        "Genom att klara provet har deltagaren Kim Berg slutfört Webbkurs om våld.",
    ],
)
def test_name_beside_you_and_verbs(line: str) -> None:
    assert names(line) == ("Kim Berg",)
    assert names(line.replace("Kim Berg", "Bo Ek"), "Namn: Kim Berg") != ("Kim Berg",)


@pytest.mark.parametrize("paper", ["Certificate for", "Diploma to", "Intyg för"])
def test_paper_of_one_completed_by_another_is_of_two(paper: str) -> None:
    lines = (f"{paper} Kim Berg", "Webbkurs om våld")

    assert names(*lines, "Completed by: Kim Berg 2023-04-12") == ("Kim Berg",)
    assert len(names(*lines, "Completed by: Bo Ek 2023-04-12")) == 2


@pytest.mark.parametrize("said", ["Kom ihåg att visa intyget.", "Du har tagit del av allt."])
def test_sentence_begins_with_no_name(said: str) -> None:
    assert names("Intyg: Kim Berg", "har slutfört Webbkurs om våld", said) == ("Kim Berg",)


def test_day_below_a_name_is_no_more_of_it() -> None:
    lines = ("Course certificate", "Webbkurs om våld", "Course completed by Kim Berg")

    assert names(*lines, "April 12, 2023") == ("Kim Berg",)
    assert names(*lines, "April") == ("Kim Berg April",)


@pytest.mark.parametrize("name", ["Berg, Kim", "BERG, KIM", "Ek Berg, Anna-Karin"])
@pytest.mark.parametrize("above", ["Innehavaren av detta bevis,", "Ägaren till detta intyg,"])
def test_family_name_stands_first_under_who_holds_the_paper(name: str, above: str) -> None:
    assert names(above, name, "har genomfört Webbkurs om våld") == (name,)


@pytest.mark.parametrize("above", ["Anna Ek,", "Holm-"])
def test_family_name_that_began_above_is_not_read_from_its_second_line(above: str) -> None:
    assert names(above, "Berg, Kim", "har genomfört Webbkurs om våld") != ("Berg, Kim",)
