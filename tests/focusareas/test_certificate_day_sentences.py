"""Days that are told of in sentences around them."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
DAY = date(2023, 4, 12)


def day(*lines: str) -> date | None:
    (reading,) = read(draw(column("Intyg", *lines)), COURSES)
    return reading.completed_on


HOLDER = ("Kim Berg", "has successfully completed the online course", "Webbkurs om våld")


@pytest.mark.parametrize(
    "lines",
    [
        (*HOLDER, "NCK (National Centre for Knowledge)", "on 12 April 2023"),
        (*HOLDER, "including the final knowledge test, on April 12, 2023"),
        ("Kim Berg", "har genomfört kursen", "Webbkurs om våld", "NCK", "den 12 april 2023"),
        ("We confirm that Kim Berg completed our open online training, in Swedish called",
         "“Webbkurs om våld”, on 12 April 2023."),
        ("Kim Berg", "took part in, and completed, the agency's training Webbkurs om våld",
         "(Web course on violence and relations) on April 12, 2023."),
        ("Kim Berg har gått Webbkurs om våld. Utbildningen gavs som en heldag den 12 april 2023",
         "och avslutades med ett bedömt övningsfall."),
        ("Kim Berg har gått Webbkurs om våld.",
         "Utbildningen gavs som en heldag den 12 april 2023 och avslutades med ett prov."),
        ("Vi intygar med detta brev att du 12 april 2023 slutförde alla moment.",),
        ("Portalen anger 2023-04-12 som dag då kursen slutfördes.", "Visby 2023-04-20"),
        ("2023-04-12 är datum för kursens slutförande.", "Visby 2023-04-20"),
        ("Den 12 april 2023, sista kursdagen, var Kim Berg där.", "Utfärdat 2023-04-20"),
        ("Andra och sista kursdagen, 2023-04-12, avslutades med ett prov.", "Datum 2023-04-17"),
        ("Examinerad: 2023-04-12", "Visby 2023-04-20"),
        ("Cirkeln avslutades den 2023-04-12", "Ditt namn: Kim Berg"),
        ("Seminariet genomfördes 2023-04-12", "Seminariebevis"),
        ("Webbkurs om våld", "Seminariet avslutades den 2023-04-12", "Visby 2023-04-20"),
        ("Utdelat", "12 april 2023"),
        ("Härmed intygas att Kim Berg, anställd vid enheten, 2023-04-12 har genomgått kursen.",),
        ("Kim Berg, anställd i hemtjänsten, 12/4 2023 slutförde Webbkurs om våld.",),
        ("Kim Berg, anställd som kurator, genomförde 2023-04-12 Webbkurs om våld.",),
        ("Kim Berg, anställd hos oss, som den 12 april 2023 har gått kursen.",),
        ("Närvaro: 100 %. Kursen avslutades 2023-04-12.",),
        ("Kim Berg har fullföljt Webbkurs om våld (en heldag om hot) den 12 april 2023.",),
        ("Kim Berg har fullföljt Webbkurs om våld – en dag om hot och tvång – den 12 april 2023.",),
        ("Kim Berg har fullföljt Webbkurs om våld – en kurs för rektorer, den 12 april 2023.",),
        ("Härmed intygas att Kim Berg, anställd hos oss, 2023-04-12 har gått Webbkurs om våld.",),
        ("Kim Berg (registrerad i Visby) 12.4.2023 har gått Webbkurs om våld.", "Hemse 2023-04-20"),
        ("Kim Berg", "Webbkurs om våld", "Kursen gicks klart 12 april 2023", "Visby 2023-04-20"),
        ("Kim Berg har fullföljt Webbkurs om våld, som är en kurs för rektorer, 12 april 2023.",),
        ("Kim Berg har fullföljt Webbkurs om våld, vår kurs för rektorer, den 12 april 2023.",),
        ("NCK intygar att Kim Berg den 12 april 2023 blev godkänd på Webbkurs om våld.",),
        ("Kim Berg",
         "completed the training Webbkurs om våld (web course on violence) on 12 April 2023."),
        ("Kim Berg completed Webbkurs om våld (conversations about violence) on 12 April 2023.",),
        ("Kim Berg passed Webbkurs om våld (risk assessment in honour-related oppression) on",
         "April 12, 2023."),
        ("NCK intygar att Kim Berg den 12 april 2023 framgångsrikt avslutade Webbkurs om våld.",),
        ("Webbkurs om våld", "Examinationsdag: 2023-04-12", "Visby 2023-04-20"),
        ("Webbkurs om våld", "Avslutande träff: 12 april 2023.", "Visby 2023-04-20"),
        ("Webbkurs om våld", "Sista träffen hölls den 12 april 2023.", "Visby 2023-04-20"),
        ("The last of the four sessions took place on 12 April 2023.", "Visby 2023-04-20"),
        ("Kim Berg har under tiden 1/3 2023 till 12/4 2023 följt kursen Webbkurs om våld och har",
         "därmed fullgjort den.", "Hemse 2023-04-20"),
        ("Kim Berg har under perioden 2023-03-01–2023-04-12 läst utbildningen", "Hemse 2023-04-20"),
        ("har genomfört kursen: Webbkurs om våld, NCK", "datum: 12/4 2023"),
        ("namn: Kim Berg", "kurs: Webbkurs om våld, Visby", "slutförd den: 12 april 2023"),
    ],
)  # fmt: skip
def test_days_told_of_in_sentences_are_read(lines: tuple[str, ...]) -> None:
    assert day(*lines) == DAY


@pytest.mark.parametrize(
    "lines",
    [
        ("Kim Berg har fullföljt Webbkurs om våld, en heldag om bedömning av risk",
         "vid hot och tvång, i Visby den 12 april 2023."),
        ("Kim Berg har deltagit i Webbkurs om våld, ett material för skolans personal,",
         "den 12 april 2023."),
        ("Kim Berg har gått Webbkurs om våld, en kurs om hot",
         "och tvång i Visby den 12 april 2023."),
        ("This confirms that Kim Berg completed our training in Webbkurs om våld,",
         "a structured, careful look at the risk of harm, on April", "12, 2023. All was done."),
        ("Kim Berg har gått hela Webbkurs om våld. Den sista av fem träffar ägde rum 12 april",
         "2023, och därmed är kursen avslutad.", "Visby 2023-04-20"),
        ("Kim Berg har gått Webbkurs om våld. Den sista av de tre kursdagarna var den",
         "12 april 2023.", "Visby 2023-04-20"),
        ("Kim Berg har genomfört Webbkurs om våld. Sista utbildningsdagen",
         "var den 12 april 2023 och alla moment är godkända.", "Visby 2023-04-20"),
    ],
)  # fmt: skip
def test_days_in_sentences_of_several_lines_are_read(lines: tuple[str, ...]) -> None:
    (reading,) = read(draw(column("Intyg", *lines, leading=1.3)), COURSES)

    assert reading.completed_on == DAY


def test_the_day_of_a_letter_is_that_of_what_was_done_today() -> None:
    lines = ("Visby 12 april 2023", "Kära Kim Berg,", "tack för att du i dag har gått hela kursen.")
    (reading,) = read(draw(column("Jouren", *lines, "Intyg")), COURSES)

    assert reading.completed_on == DAY


@pytest.mark.parametrize(
    "lines",
    [
        (*HOLDER, "Printed:", "on 12 April 2023"),
        ("Kim Berg completed Webbkurs om våld (the course, part one) on 12 April 2023.",),
        ("Kim Berg completed Webbkurs om våld (with the violence unit) on 12 April 2023.",),
        ("Kim Berg completed Webbkurs om våld (course started) on 12 April 2023.",),
        (*HOLDER, "Valid for two years.", "on 12 April 2023"),
        ("We confirm that Kim Berg completed the first part of our training on 12 April 2023.",),
        ("We confirm that Kim Berg completed another training on 12 April 2023.",),
        ("Kim Berg completed our training (first half of the chapters) on 12 April 2023.",),
        ("Utbildningen gavs den 12 april 2023 och avslutades två veckor senare.",),
        ("Utbildningen gavs den 12 april 2023 och avslutades aldrig.",),
        ("Utbildningen gavs den 12 april 2023 och avslutades i maj.",),
        ("Utbildningen gavs den 12 april 2023 och avslutades 14/4.",),
        ("Utbildningen gavs den 12 april 2023 och fortsatte i maj.",),
        ("Portalen anger 2023-04-12 som dag då kursen ska vara slutförd.",),
        ("Portalen anger 2023-04-12 som dag då kursen startades.",),
        ("Kim Berg har gått Webbkurs om våld. 2023-04-12 är dag då intyget skrevs ut.",),
        ("Kim Berg har gått kursen. 2023-04-12 är dag då den senast ska slutföras.",),
        ("Workshop avslutades den 2023-04-12", "Kursen pågår"),
        ("Seminariet avslutades den 2023-04-12", "Konferensen har ännu en dag"),
        ("Kim Berg har gått Webbkurs om våld, en kurs enligt avtal av den 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld, en kurs om hot enligt beslut, den 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld, en kurs om hot som upphandlades den 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld, ett ämne, för vilket avtal slöts 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld, en kurs som börjar med prov, den 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld.", "Sista kursdagen blir den 12 april 2023."),
        ("Kim Berg har gått Webbkurs om våld. Den första av fem träffar ägde rum 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld (en kurs enligt avtal) den 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld, ett avtal som slöts med oss, den 12 april 2023.",),
        ("Kim Berg har gått Webbkurs om våld – en kurs som startade – den 12 april 2023.",),
        ("NCK intygar att Kim Berg den 12 april 2023 blev antagen på Webbkurs om våld.",),
        ("NCK intygar att Kim Berg den 12 april 2023 blev klar för Webbkurs om våld.",),
        ("Sista dag för anmälan var den 12 april 2023.",),
        ("Kim Berg har under tiden 1/3 2023 till 12/4 2023 följt kursen, som slutförs i maj.",),
        ("Kim Berg har under tiden 1/3 2023 till 12/4 2023 följt debatten om våld.",),
        ("Intyget är utskrivet: på kansliet", "datum då det skedde: 12/4 2023"),
    ],
)
def test_days_of_something_else_are_not_taken_from_sentences(lines: tuple[str, ...]) -> None:
    assert day(*lines) is None


YOU_DID = "Detta brev är ditt intyg på att du har fullföljt Webbkurs om våld."


@pytest.mark.parametrize(
    "said",
    [
        "Stort tack för ditt deltagande den 12 april 2023!",
        "Tack för din närvaro den 12 april 2023.",
        "Varmt tack för ditt aktiva deltagande den 12 april 2023.",
        "Tack för att du deltog i utbildningen den 12 april 2023.",
        "Thank you for your participation on 12 April 2023.",
    ],
)
def test_day_that_somebody_is_thanked_for(said: str) -> None:
    assert day("Hej Kim Berg,", said, YOU_DID, "Utfärdat 2023-04-20") == DAY
    assert day("Hej Kim Berg,", said, f"{YOU_DID[:-1]} den 20 april 2023.") is None


@pytest.mark.parametrize(
    "said",
    [
        "Tack för ditt deltagande i enkäten den 12 april 2023.",
        "Tack för din medverkan på informationsmötet den 12 april 2023.",
        "Tack för ditt deltagande den första kursdagen 12 april 2023.",
        "Tack för ditt deltagande sedan den 12 april 2023.",
        "Tack för din anmälan den 12 april 2023.",
        "Tack för din medverkan den 12 april 2023.",
        "På förhand tack för ditt deltagande den 12 april 2023.",
    ],
)
def test_day_that_somebody_is_thanked_for_something_else(said: str) -> None:
    assert day("Hej Kim Berg,", said, YOU_DID) is None


@pytest.mark.parametrize(
    "passed",
    [
        "och besvarat kursens frågor",
        "samt gjort alla övningar",
        "och klarat det avslutande kunskapsprovet",
        "och har besvarat samtliga kunskapsfrågor",
    ],
)
def test_test_that_was_passed_is_part_of_the_course(passed: str) -> None:
    said = f"har slutfört hela webbkursen {passed}"
    assert day("Kim Berg", said, "12 april 2023", "Webbkurs om våld", "Visby 2023-04-20") == DAY
    assert day(f"Kim Berg {said} den 12 april 2023.") == DAY
    assert day(f"Kim Berg har påbörjat webbkursen {passed} den 12 april 2023.") is None


@pytest.mark.parametrize(
    "besides",
    [
        "och beställt kursboken",
        "och gjort alla övningar före",
        "och klarat delprovet",
        "och besvarat hälften av kursens frågor",
        "och besvarat enkätfrågorna",
    ],
)
def test_what_was_done_besides_may_be_of_another_day(besides: str) -> None:
    said = f"har slutfört hela webbkursen {besides}"
    assert day("Kim Berg", said, "12 april 2023", "Webbkurs om våld", "Visby 2023-04-20") is None


@pytest.mark.parametrize("length", ["(heldag)", "(en heldag)", "(heldag, på plats)"])
def test_course_of_a_whole_day(length: str) -> None:
    for told in (f"{length} 12 april 2023", f"{length} den 12 april 2023."):
        assert day(f"Kim Berg har deltagit i Webbkurs om våld {told}") == DAY
        assert (
            day("Kim Berg", "har deltagit i", "Webbkurs om våld", told, "Visby 2023-04-20") == DAY
        )


@pytest.mark.parametrize(
    "said",
    [
        "Kim Berg har deltagit i Webbkurs om våld (heldag, dag 1) 12 april 2023",
        "Kim Berg har deltagit i Webbkurs om våld (en av två heldagar) 12 april 2023",
        "Kim Berg har deltagit i heldagen före Webbkurs om våld 12 april 2023",
    ],
)
def test_one_day_of_several_is_not_that_of_completion(said: str) -> None:
    assert day(said, "Visby 2023-04-20") is None
