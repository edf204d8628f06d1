"""Certificates in scans and photos are read; what is read in doubt is asked about."""

import subprocess
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from focusareas import picture_reading, scan_reader, tesseract
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading
from focusareas.tesseract import Word
from tests.pictures import as_file, certificate, faint, on_a_table, page, with_strip

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
ANNA = certificate("Åsa Öberg-Lind")


def read(content: bytes, pages: int = 1) -> tuple[Reading, ...]:
    pictures = [Reading(number, is_picture=True) for number in range(1, pages + 1)]
    return picture_reading.read(content, pictures, COURSES)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(as_file(ANNA.rotate(90, expand=True), kind="PDF"), id="scan on its side"),
        pytest.param(as_file(on_a_table(ANNA, tilt=9)), id="tilted in shadow"),
        pytest.param(as_file(ANNA.rotate(180), kind="HEIF"), id="heic upside down"),
        pytest.param(as_file(with_strip(faint(ANNA, 0.35))), id="faint beside a dark strip"),
        pytest.param(as_file(with_strip(ANNA).rotate(180)), id="strip upside down"),
    ],
)
def test_certificate_in_a_picture_is_read(content: bytes) -> None:
    (reading,) = read(content)

    assert reading.names == ("Åsa Öberg-Lind",)
    assert reading.completed_on == date(2023, 4, 12)
    assert reading.courses == ("nck-vald",)
    assert reading.is_complete


def test_letters_that_swedish_does_not_have_are_read() -> None:
    (reading,) = read(as_file(certificate("Øyvind Dvořák")))

    assert reading.names == ("Øyvind Dvořák",)
    assert reading.is_complete


def test_swedish_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "latin_script", lambda: None)

    assert read(as_file(ANNA))[0].is_complete


def test_blank_back_sides_and_what_goes_on_are_no_certificates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    anna = Reading(1, names=("Anna Ek",), is_certificate=True)
    bo = Reading(4, names=("Bo Ek",), is_certificate=True)
    unread = Reading(5, is_picture=True)
    said = {1: [anna], 2: [], 3: [Reading(3)], 4: [bo], 5: [unread]}
    monkeypatch.setattr(picture_reading, "read_picture", lambda content, page, courses: said[page])

    assert read(b"", pages=5) == (anna, bo, unread)


@pytest.mark.parametrize("content", [as_file(page()), b"\xff\xd8\xff nothing"])
def test_picture_of_nothing_is_kept_as_unread(content: bytes) -> None:
    assert read(content) == (Reading(1, is_picture=True),)


def as_read(*lines: str, confidence: float = 0.95) -> list[list[Word]]:
    return [
        [
            Word(text, 100 + 200 * place, 280 + 200 * place, 60 * number, 30, confidence)
            for place, text in enumerate(line.split())
        ]
        for number, line in enumerate(lines, 1)
    ]


def standing(lines: list[list[Word]]) -> list[list[Word]]:
    return [[replace(word, stands=True) for word in line] for line in lines]


def lines(name: str, day: str = "2023-04-12", confidence: float = 0.95) -> list[list[Word]]:
    said = "Intyg", f"Namn: {name}", "Kurs: Webbkurs om våld", f"Genomförd: {day}"
    return as_read(*said, confidence=confidence)


def read_as(monkeypatch: pytest.MonkeyPatch, *times: list[list[Word]]) -> Reading:
    """What is made of a page that comes out so when it is read time after time."""
    left = [*times, *times[-1:] * 9]
    monkeypatch.setattr(tesseract, "words", lambda picture, language="": left.pop(0))
    (reading,) = scan_reader.read_picture(as_file(ANNA), 1, COURSES)
    return reading


def test_two_readings_that_agree_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_as(monkeypatch, lines("Kim Borg"), lines("Kim Berg"), lines("Kim Berg"))

    assert reading.names == ("Kim Berg",)
    assert reading.is_complete


def test_program_that_gets_stuck_leaves_what_was_read_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = [lines("Kim Berg"), lines("Kim Borg"), lines("Kim Berg")]

    def say(*_: object) -> list[list[Word]]:
        if not said:
            raise subprocess.TimeoutExpired("tesseract", tesseract.SECONDS)
        return said.pop(0)

    monkeypatch.setattr(tesseract, "words", say)
    assert scan_reader.read_picture(as_file(ANNA), 1, COURSES)[0].is_complete

    said[:] = [lines("Kim Berg"), lines("Kim Borg")]
    assert not scan_reader.read_picture(as_file(ANNA), 1, COURSES)[0].is_complete


def test_readings_of_which_none_agree_leave_the_name_in_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [f"Kim B{vowel}rg" for vowel in "aeiouyxzw"]

    assert not read_as(monkeypatch, *map(lines, names)).is_legible


def test_name_that_is_hard_to_read_is_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    hard = lines("Kim Berg")
    hard[1] = [replace(word, confidence=0.5) for word in hard[1]]

    reading = read_as(monkeypatch, hard)

    assert reading.names == ("Kim Berg",)
    assert not reading.is_legible


def test_no_day_is_taken_where_figures_are_hard_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    another = as_read("Utskrivet 2023-05-30")
    doubtful = lines("Kim Berg", confidence=0.7)

    assert read_as(monkeypatch, [*doubtful, *another]).completed_on is None


def test_day_that_a_third_reading_speaks_against_is_not_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others = [lines("Kim Berg", "2023-04-12"), lines("Kim Berg", "2023-04-17")]

    reading = read_as(monkeypatch, *others, lines("Kim Berg", "2023-04-12"))

    assert reading.names == ("Kim Berg",)
    assert reading.completed_on is None


def test_reading_that_lost_the_course_says_nothing_of_the_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lost = as_read("Intyg", "Namn: Kim Berg", "Genomförd: 2023-04-17")

    reading = read_as(monkeypatch, lost, lost, lines("Kim Berg"))

    assert reading.completed_on == date(2023, 4, 12)


def test_name_is_not_taken_from_readings_that_lost_the_course(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lost = as_read("Intyg", "Namn: Kim Borg", "Kursen är genomförd: 2023-04-12")

    assert read_as(monkeypatch, lost, lost, lines("Kim Berg")).names == ("Kim Berg",)
    assert not read_as(monkeypatch, lines("Kim Berg"), lost).is_complete


@pytest.mark.parametrize(("times", "is_said"), [(1, False), (2, True)])
def test_two_readings_say_that_something_is_not_completed(
    monkeypatch: pytest.MonkeyPatch, times: int, is_said: bool
) -> None:
    denials = [[*lines("Kim Berg"), *as_read("Kapitel 3 ej genomfört")]] * times

    reading = read_as(monkeypatch, *denials, lines("Kim Berg"))

    assert reading.names == ("Kim Berg",)
    assert reading.says_not_completed is is_said
    assert reading.is_legible is is_said


def test_page_with_lines_that_stand_is_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    turned: list[tuple[int, int]] = []

    def say(picture: Image.Image, language: str = "") -> list[list[Word]]:
        turned.append(picture.size)
        return lines("Kim Berg") if len(turned) > 1 else standing(lines("Kim Berg"))

    monkeypatch.setattr(tesseract, "words", say)

    assert scan_reader.read_picture(as_file(ANNA), 1, COURSES)[0].is_complete
    assert turned[1] == turned[0][::-1]


@pytest.mark.parametrize(("said", "times"), [((), 2), (("ib", "lI", "wo"), 4)])
def test_picture_of_nothing_is_soon_given_up(
    monkeypatch: pytest.MonkeyPatch, said: tuple[str, ...], times: int
) -> None:
    read_before: list[str] = []

    def say(picture: Image.Image, language: str = "") -> list[list[Word]]:
        read_before.append(language)
        return as_read(*said, confidence=0.3)

    monkeypatch.setattr(tesseract, "words", say)

    assert scan_reader.read_picture(as_file(ANNA), 1, COURSES) == [Reading(1, is_picture=True)]
    assert len(read_before) == times


def test_days_that_differ_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"2023-04-1{number}" for number in range(9)]

    assert read_as(monkeypatch, *(lines("Kim Berg", day) for day in days)).completed_on is None


def test_without_the_program_pictures_are_left_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "program", lambda: None)
    pictures = [Reading(1, is_picture=True), Reading(2, is_picture=True)]

    assert picture_reading.read(as_file(ANNA), pictures, COURSES) == tuple(pictures)
    assert picture_reading.put_off(pictures) == tuple(pictures)


def test_pictures_are_put_off_as_one() -> None:
    text = Reading(2, names=("Kim Berg",), is_certificate=True)
    pictures = [Reading(1, is_picture=True), text, Reading(3, is_picture=True)]

    assert picture_reading.put_off(pictures) == (
        Reading(1, is_picture=True, is_awaited=True),
        text,
    )
