"""A sentence that points at the name below it, and a day that is told of as today."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

COURSES = [CourseMarks("patriark", "Socialstyrelsen", ("PATRIARK",))]
LETTERHEAD = ("Länsstyrelsen", "Visby den 12 april 2023", "Kursbevis")


def reading(*lines: str) -> Reading:
    (found,) = read(draw(column(*lines, leading=1.5)), COURSES)
    return found


@pytest.mark.parametrize(
    "said",
    [
        ("Följande person har genomgått utbildningen PATRIARK 2023-04-12:",),
        ("Den 12 april 2023 har följande deltagare gått utbildningen PATRIARK:",),
        ("Härmed intygas att nedanstående medarbetare har deltagit i PATRIARK 2023-04-12.",),
        ("The following participant has completed PATRIARK on 12 April 2023:",),
        ("Vid utbildningen PATRIARK 2023-04-12 har", "följande person deltagit hela dagen:"),
    ],
)
@pytest.mark.parametrize("name", ["Kim Berg", "Kim van den Berg"])
def test_name_that_a_sentence_points_at(said: tuple[str, ...], name: str) -> None:
    assert reading("Kursbevis", *said, name).names == (name,)
    assert reading("Kursbevis", *said, name, "Eva Lund", "kursledare").names == (name,)


@pytest.mark.parametrize(
    "lines",
    [
        ("Följande deltagare har genomgått PATRIARK 2023-04-12:", "Kim Berg", "Eva Lund"),
        ("Följande person har anmält sig till PATRIARK 2023-04-12:", "Kim Berg"),
        ("Vid frågor om PATRIARK 2023-04-12 kontakta nedanstående person:", "Kim Berg"),
        ("Följande person har genomgått PATRIARK 2023-04-12:", "Visborg", "Kim Berg"),
    ],
)
def test_name_below_other_sentences_is_not_taken(lines: tuple[str, ...]) -> None:
    assert reading("Kursbevis", *lines).names == ()


@pytest.mark.parametrize(
    "led",
    [
        "Utbildningen har letts av förvaltningens utvecklingsledare.",
        "Kursledare var Eva Strand.",
        "Kursledare har varit Eva Strand och Bo Ek.",
        "Utbildningsdagen hölls av samordnaren för kvinnofrid.",
        "Ansvarig för utbildningen är Eva Strand.",
        "Föreläsare: Eva Strand",
    ],
)
def test_who_led_the_course_does_not_sign_below_the_name(led: str) -> None:
    said = "Följande medarbetare har den 12 april 2023 genomfört PATRIARK:"
    assert reading("Kursbevis", said, "Kim Berg", led).names == ("Kim Berg",)


@pytest.mark.parametrize(
    "title",
    ["Kursledare", "Ansvarig för utbildningen", "Utbildningens ledare", "Föreläsare vid PATRIARK"],
)
def test_who_has_a_title_below_the_name_signed(title: str) -> None:
    said = "Följande medarbetare har den 12 april 2023 genomfört PATRIARK:"
    assert reading("Kursbevis", said, "Eva Strand", title).names == ()


SAID = "Att nedanstående person har slutfört PATRIARK den 12 april 2023"


@pytest.mark.parametrize(
    "vouches",
    ["intygas av:", "enligt kursledaren:", "intygar undertecknad:", "säger:", "enligt:",
     "bekräftar:", "meddelar:", "according to:", "utfärdat av:", "hälsar:"],
)  # fmt: skip
def test_name_below_who_vouches_for_it_is_not_the_holders(vouches: str) -> None:
    assert reading("Kursbevis", f"{SAID}, {vouches}", "Eva Strand").names == ()
    assert (
        reading("Kursbevis", f"{SAID}, vilket {vouches}", "Eva Strand", "1. Kim Berg").names == ()
    )


@pytest.mark.parametrize(
    "further",
    [("kursledare", "Kim Berg"), ("sakkunnig",), ("1. Kim Berg",), ("Bilaga: Kim Berg",),
     ("kim.berg@region.example",), ("Kim Berg   2023-04-12",)],
)  # fmt: skip
def test_name_below_a_sentence_is_a_signers_where_another_may_follow(
    further: tuple[str, ...],
) -> None:
    assert "Eva Strand" not in reading("Kursbevis", f"{SAID}.", "Eva Strand", *further).names
    assert reading("Kursbevis", f"{SAID}.", "Eva Strand", "Visby").names == ("Eva Strand",)


@pytest.mark.parametrize(
    ("said", "is_today"),
    [
        ("Vid dagens utbildning, PATRIARK, har Kim Berg medverkat hela dagen.", True),
        ("Kim Berg har deltagit i hela dagens kurs om PATRIARK.", True),
        ("Kim Berg har deltagit i dagens workshop, PATRIARK.", True),
        ("Kim Berg har deltagit i kursen PATRIARK.", False),
        ("Kim Berg har deltagit i PATRIARK. Dagens datum står ovan.", False),
    ],
)
def test_course_of_the_day_was_held_when_the_letter_was_written(
    said: str, *, is_today: bool
) -> None:
    found = reading(*LETTERHEAD, said)

    assert found.courses == ("patriark",)
    assert found.completed_on == (date(2023, 4, 12) if is_today else None)
