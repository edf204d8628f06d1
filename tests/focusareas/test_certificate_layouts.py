"""Layouts and papers that are easily misread: small pages, and what they say."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, centred, column, draw, table

DAY = date(2023, 4, 12)
MARKS = [
    CourseMarks("nck-vald", "NCK", ("Webbkurs om våld", "Webbkursen om våld")),
    CourseMarks("heder-lst", "Länsstyrelsen", ("Webbkurs Heder",)),
    CourseMarks("heder-sos", "Socialstyrelsen", ("Hedersrelaterat våld + Socialstyrelsen",)),
]
DONE = "Kim van den Berg har genomfört Webbkurs om våld"


def read_one(page: list[Text]) -> Reading:
    (reading,) = read(draw(page), MARKS)
    return reading


def told(reading: Reading) -> tuple[tuple[str, ...], str | None, date | None]:
    return reading.names, reading.course_code, reading.completed_on


def is_sure(reading: Reading) -> bool:
    return (
        reading.is_certificate
        and not reading.says_not_completed
        and len(reading.names) == 1
        and reading.course_code == "nck-vald"
        and reading.completed_on is not None
    )


@pytest.mark.parametrize(
    "drawn",
    [
        column("Intyg – Kim van den Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12"),
        column("INTYG", "Den 12 april 2023 genomförde Kim van den Berg kursen Webbkurs om våld."),
        column("INTYG", "Den 12 april 2023 har Kim van den Berg genomfört Webbkurs om våld."),
        column("Intyg", "Webbkurs om våld har genomförts av Kim van den Berg den 12 april 2023."),
        column("Diplom", "Detta visar att Kim van den Berg deltagit i Webbkurs om våld 2023-04-12"),
        column("Intyg", "Undersköterska Kim van den Berg, Hemtjänst Norr, har genomgått",
               "Webbkurs om våld", "Klar: 12/4 2023"),
        column("Intyg", "Namn: Kim van den Berg", "Webbkurs om våld", "Datum: 230412"),
        column("1. Kurs ........ Webbkurs om våld", "2. Deltagare ........ Kim van den Berg",
               "3. Genomförd ........ 12.4.2023", "4. Intygas av ........ Bo Ek"),
        column("Ditt kursbevis", "Vem?", "Kim van den Berg", "Vad?", "Webbkurs om våld",
               "När blev kursen klar?", "2023-04-12", "Vem svarar för kursen?", "Bo Ek"),
        [*column("Kursintyg", "", "Kim van den Berg"), Text(72, 685, "Namn", 8),
         *column("Webbkurs om våld", "Slutförd 2023-04-12", top=600)],
        [*table(["Intyg"], ["Deltagare", "Bo Ek"], ["Kim van den Berg", "Utbildningsledare"]),
         *column("Webbkurs om våld", "Slutförd 2023-04-12", top=560)],
        [*table(["Intyg"], ["Kurs:", "Datum:"], ["Webbkurs om våld", "2023-04-12"]),
         *column("Namn: Kim van den Berg", top=560)],
        [Text(72, 700, "Intyg"), Text(72, 653, "Namn:"), Text(200, 660, "Kim van den"),
         Text(200, 646, "Berg"), *column("Webbkurs om våld", "Slutförd 2023-04-12", top=560)],
        [Text(left, top, text) for text, left, top in (
            ("INTYG", 72, 700), ("Namn", 72, 660), (": Kim van den Berg", 200, 660),
            ("Kurs", 72, 640), (":", 200, 640), ("Webbkurs om våld", 230, 640),
            ("Avslutad", 72, 620), (": 2023-04-12", 200, 620))],
        column("Kompetenscentrum våld i nära relation", "Kursintyg", "Namn *", "Kim van den Berg",
               "Webbkurs om våld", "Slutförd (datum) *", "2023-04-12",
               "Det här har varken skapats eller godkänts av oss."),
        column("Intyg", "Kim van den Berg har genomfört samtliga fyra kapitel i",
               "Webbkurs om våld", "och besvarat kunskapstestet med godkänt resultat.",
               "Datum: 12/4 2023"),
        [*column("Intyg", "Kim van den Berg", "För slutförd kurs", "Webbkurs om våld"),
         *table(["Slutfört", "2023-04-12"], ["Giltigt till", "2026-04-12"], ["Utfärdat av", "NCK"],
                top=640)],
        centred(("Webbkurs om våld", 20), ("INTYG", 12), ("Kim van den Berg", 18),
                ("Genomfört 2023-04-12", 12)),
        column("Härmed intygas att Kim van den Berg, den 12 april 2023, har genomfört",
               "Webbkurs om våld", "Uppsala 2023-05-30"),
        [*column("Intyg", "Kursdeltagare Kim van den Berg", top=700),
         *table(["Slutfördes", "2023-04-12"], ["Kurs", "Webbkurs om våld"], top=650)],
        [*table(["Tilltalsnamn", "Efternamn"], ["Kim", "van den Berg"]),
         *column("Intyg över Webbkurs om våld", "Fullföljd den 12 april 2023", top=560)],
        [*column("Digitalt kursintyg", "TILLDELAT"), Text(72, 706, "Kim"),
         Text(72, 690, "van den Berg"), *column("UTBILDNING", "Webbkurs om våld",
                                        "DATUM FÖR GODKÄNNANDE", "12/4 2023", top=650)],
    ],
)  # fmt: skip
def test_layout_is_read(drawn: list[Text]) -> None:
    reading = read_one(drawn)

    assert told(reading) == (("Kim van den Berg",), "nck-vald", DAY)
    assert is_sure(reading)


@pytest.mark.parametrize(
    "lines",
    [
        ("Program: Webbkurs om våld", "Föreläsare: Kim Berg", "Efter kursen får du ett intyg."),
        ("Välkommen till Webbkurs om våld!", "Namn: Kim Berg", "Du får intyg."),
        ("Från: Bo Ek", "Till: Kim Berg", "Ämne: Webbkurs om våld", "Kim Berg har genomfört den."),
        ("Faktura", "Deltagare: Kim Berg", "Genomförd utbildning: Webbkurs om våld"),
        ("Meritförteckning", "Namn: Kim Berg", "Webbkurs om våld, genomförd"),
        ("Ansökan", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Bifoga intyg"),
        ("Intyg (exempel)", "Kim Berg har genomfört Webbkurs om våld"),
        ("Mall för intyg", "Kim Berg har genomfört Webbkurs om våld"),
        ("Intyg", "Kim Berg har genomfört Webbkurs om våld", "Intyget är makulerat"),
        ("Intyg", "Kim Berg har anmält sig till Webbkurs om våld"),
        ("Kunskapstest", "Namn: Kim Berg", "Webbkurs om våld", "Godkänt? Försök igen."),
        ("Intyg", "Deltagare: Kim Berg", "Webbkurs om våld", "Resultat: 8 av 20 rätt"),
        ("Utbildningsstatus", "Namn: Kim Berg", "Webbkurs om våld", "Slutförd"),
        ("Utvecklingssamtal", "Medarbetare: Kim Berg", "Genomförd: Webbkurs om våld"),
        ("Min profil", "Namn: Kim Berg", "Genomförda utbildningar: Webbkurs om våld"),
        ("Kompetenskort", "Namn: Kim Berg", "Webbkurs om våld: planerad", "HLR: genomförd"),
        ("Intyg", "Namn: ____________ Datum: ______", "Webbkurs om våld", "Kim Berg"),
    ],
)
def test_paper_that_is_no_certificate_is_never_sure(lines: tuple[str, ...]) -> None:
    assert not is_sure(read_one(column(*lines, "2023-04-12")))


@pytest.mark.parametrize(
    "lines",
    [
        ("Kim Berg har genomfört Grundkurs i första hjälpen", "Förkunskap: Webbkurs om våld"),
        ("Kim Berg har genomfört Fördjupning. Den bygger på Webbkurs om våld.",),
        ("Kim Berg har genomfört", "Demenskunskap", "Andra kurser: Webbkurs om våld"),
        ("Kim Berg", "Handledarutbildning för Webbkurs om våld", "Genomförd"),
        ("Kim Berg har genomfört Webbkurs om våld på arbetsplatsen",),
        ("Kim Berg har genomfört Webbkurs om våld mot djur",),
        ("Kurs: Basal hygien", "Namn: Kim Berg", "Sök fler kurser: Webbkurs om våld"),
    ],
)
def test_course_that_was_not_the_one_completed_is_not_taken(lines: tuple[str, ...]) -> None:
    assert read_one(column("Intyg", *lines, "2023-04-12")).course_code is None


def test_words_put_together_count_when_one_of_them_is_the_title() -> None:
    page = column("Intyg", "Namn: Kim Berg", "Kurs: Hedersrelaterat våld", "Socialstyrelsen")

    assert read_one(page).course_code == "heder-sos"


def test_lost_letter_stays_in_the_name() -> None:
    assert read_one(column("Intyg", "Namn: Kim Sj?berg", "2023-04-12")).names == ("Kim Sj?berg",)


def test_born_on_a_day_between_name_and_verb_is_not_the_day() -> None:
    page = column("Intyg", "Kim Berg, född den 5 maj 2006, har genomfört Webbkurs om våld")

    assert read_one(page).completed_on is None


def test_day_of_the_letter_is_not_that_of_the_course() -> None:
    assert read_one(column("Uppsala 2023-05-30", "Intyg", DONE)).completed_on is None


@pytest.mark.parametrize(
    "second", [("Sida 2 (2)", "Slutförd 2023-04-12"), ("Kursen slutfördes 2023-04-12",)]
)
def test_day_on_the_next_page_belongs_to_the_certificate(second: tuple[str, ...]) -> None:
    (reading,) = read(draw(column("Intyg", DONE), column(*second)), MARKS)

    assert told(reading) == (("Kim van den Berg",), "nck-vald", DAY)


def test_day_of_the_next_certificate_does_not_belong_to_this_one() -> None:
    pages = column("Intyg", DONE), column("Intyg", "Webbkurs om våld", "Slutförd 2023-04-12")

    first, second = read(draw(*pages), MARKS)

    assert (first.completed_on, second.names) == (None, ())


def test_day_of_an_unnamed_certificate_is_not_that_of_one_before_whose_day_is_unclear() -> None:
    first = column("Intyg", DONE, "Registrerad: 2023-04-30", "Giltig till: 2025-04-30")
    second = column(
        "Webbkurs om våld", "Status: Slutförd (100 %)", "Du slutförde kursen 2022-03-08"
    )

    readings = read(draw(first, second), MARKS)

    assert [reading.completed_on for reading in readings] == [None, date(2022, 3, 8)]


def test_certificates_whose_names_cannot_be_read_are_still_told_apart() -> None:
    pages = [column("Resultat", "Du har slutfört Webbkurs om våld 2023-04-12")] * 2

    assert len(read(draw(*pages), MARKS)) == 2


def test_back_of_a_certificate_that_says_the_same_again_is_no_other_one() -> None:
    pages = column("Intyg", DONE, "2023-04-12"), column("Webbkurs om våld", "Slutförd 2023-04-12")

    assert len(read(draw(*pages), MARKS)) == 1


def test_name_that_breaks_off_after_a_particle_is_not_taken() -> None:
    page = column("Intyg", "Tilldelat", "Kim van den", "Berg", "Webbkurs om våld", "2023-04-12")

    assert read_one(page).names == ()


def test_name_that_both_fields_are_given_is_one_name() -> None:
    page = [*column("Intyg: Webbkurs om våld", "Förnamn Efternamn"), Text(72, 712, "Kim Berg")]

    assert read_one(page).names == ("Kim Berg",)


def test_name_that_stands_twice_side_by_side_is_said_once() -> None:
    english = [("This is to certify that", 700), ("Kim Berg", 670), ("has completed", 640)]
    swedish = [("Härmed intygas att", 701), ("Kim Berg", 671), ("har genomfört", 641)]
    page = [Text(72, top, text) for text, top in english]
    page += [Text(320, top, text) for text, top in swedish]

    assert read_one([*page, Text(72, 610, "Webbkurs om våld 2023-04-12")]).names == ("Kim Berg",)


BADGE = ("Digitalt märke", "Tilldelat till", "Kim van den Berg", "Webbkurs om våld")


@pytest.mark.parametrize("earned", ["Intjänat den", "Erhållet", "Utfärdat", "Förtjänat den"])
@pytest.mark.parametrize("ends", ["Upphör att gälla", "Går ut"])
def test_badge_that_tells_what_it_stands_for(earned: str, ends: str) -> None:
    stands_for = ("Vad märket står för", "Innehavaren har tagit del av samtliga avsnitt.")
    drawn = column(*BADGE, earned, "2023-04-12", ends, "Aldrig", *stands_for)

    assert told(read_one(drawn)) == (("Kim van den Berg",), "nck-vald", DAY)


def test_badge_that_has_been_revoked_is_asked_about() -> None:
    said = "Märket har återkallats. Kontrollerat 2023-04-20."

    assert not is_sure(read_one(column(*BADGE, said, "Utfärdat", "2023-04-12")))


@pytest.mark.parametrize(
    "said", ["Härmed intygas att nedanstående person", "This certifies that the person named below"]
)
def test_name_below_where_the_text_says_so(said: str) -> None:
    drawn = column("Utväg Väst", "Intyg", said, "har genomfört Webbkurs om våld",
                   "Kim van den Berg", "Datum / Date: 2023-04-12")  # fmt: skip

    assert told(read_one(drawn)) == (("Kim van den Berg",), "nck-vald", DAY)


def test_two_names_below_are_asked_about() -> None:
    said = "Härmed intygas att nedanstående person har genomfört Webbkurs om våld"

    drawn = column("Intyg", said, "Kim van den Berg", "Bo Ek", "2023-04-12")
    assert not is_sure(read_one(drawn))


@pytest.mark.parametrize("label", ["Datum/Date:", "Datum / Date:", "Date/Datum:"])
def test_label_of_the_day_in_two_languages(label: str) -> None:
    drawn = column("Intyg", DONE, f"{label} 2023-04-12")

    assert read_one(drawn).completed_on == DAY


@pytest.mark.parametrize("printed", ["2022-12-26 07:11", "26/12/2022, 07:11"])
def test_title_that_a_browser_prints_over_the_page(printed: str) -> None:
    title = f"{printed} Kursbevis – Utväg Väst"
    page = table([printed, "Kursbevis – Utväg Väst"])
    below = ("Grattis Kim van den Berg!", "Du har klarat Webbkurs om våld", "Slutfört: 2023-04-12")

    expected = (("Kim van den Berg",), "nck-vald", DAY)
    assert told(read_one([*page, *column(*below, top=600)])) == expected
    assert told(read_one(column(title, *below))) == expected


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Kim van den Berg var närvarande under hela dagen vid utbildningen", True),
        ("Kim van den Berg medverkade med full närvaro vid utbildningen", True),
        ("Kim van den Berg var inte närvarande vid utbildningen", False),
        ("Kim van den Berg var närvarande vid delar av utbildningen", False),
        ("Kim van den Berg medverkade som föreläsare vid utbildningen", False),
        ("Kim van den Berg attended half of", False),
    ],
)
def test_presence_on_a_training_day(said: str, found: bool) -> None:
    drawn = column("Deltagarintyg", f"{said} Webbkurs om våld, Mjölby, 2023-04-12.", size=10)

    assert is_sure(read_one(drawn)) is found


@pytest.mark.parametrize("part", ["kapitel 1.", "modul 2.", "del 1"])
def test_badge_of_a_part_is_asked_about(part: str) -> None:
    stands_for = ("Utfärdat", "2023-04-12", f"Innehavaren har klarat {part}")

    assert not is_sure(read_one(column(*BADGE, *stands_for)))


@pytest.mark.parametrize("label", ["Märkesinnehavare", "Mottagare"])
def test_who_holds_a_badge(label: str) -> None:
    drawn = column("Webbkurs om våld", "Öppet märke", label, "Kim van den Berg", "Utfärdare",
                   "Socialstyrelsen", "Intjänat", "2023-04-12", leading=1.5)  # fmt: skip

    assert told(read_one(drawn)) == (("Kim van den Berg",), "nck-vald", DAY)


@pytest.mark.parametrize(
    "said",
    [
        "Detta märke utfärdades till Kim van den Berg den 12 april 2023.",
        "Kim van den Berg tilldelades detta märke den 12 april 2023.",
    ],
)
@pytest.mark.parametrize(
    "besides",
    [
        "För att få märket har deltagaren gått hela utbildningen.",
        "The participant has passed all parts of the course.",
    ],
)
def test_badge_in_a_sentence(said: str, besides: str) -> None:
    assert is_sure(read_one(column("Digitalt märke", "Webbkurs om våld", said, besides)))


def test_training_programme_in_english_is_no_other_paper() -> None:
    drawn = table(
        ["INTYG"],
        ["Kim van den Berg"],
        ["har genomgått utbildningen", "has attended the training programme"],
        ["Webbkurs om våld", "Violence and Health"],
        ["2023-04-12"],
        width=240,
    )

    assert is_sure(read_one(drawn))
    assert not is_sure(read_one(column("Programme", "Kim van den Berg", "Webbkurs om våld")))


def test_whom_to_ask_is_named_below_as_well() -> None:
    drawn = column("Intyg", "Kim van den Berg", "har genomfört Webbkurs om våld", "2023-04-12",
                   "Vid frågor kontakta nedanstående person", "Bo Ek")  # fmt: skip

    assert "Bo Ek" not in read_one(drawn).names


@pytest.mark.parametrize("share", ["50 %", "till 80 procent"])
def test_presence_for_a_share_is_asked_about(share: str) -> None:
    drawn = column("Intyg", f"Kim van den Berg deltog {share} i Webbkurs om våld", "2023-04-12")

    assert not is_sure(read_one(drawn))
