"""Several looks at a picture say together what none of them says surely."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading
from focusareas.picture_looks import agreed, look
from focusareas.tesseract import Word

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
DAY = date(2023, 4, 12)
LOW = 0.3
TOP = 60
Line = tuple[tuple[str, float, float], ...]


def at(*words: tuple[str, float], left: float = 100) -> Line:
    """Words beside each other, each with how surely it was read."""
    return tuple((text, left + 200 * place, sure) for place, (text, sure) in enumerate(words))


def sure(text: str, *, left: float = 100) -> Line:
    return at(*((one, 0.95) for one in text.split()), left=left)


NAME, COURSE = sure("Namn: Kim Berg"), sure("Kurs: Webbkurs om våld")
GOOD = (sure("Intyg"), NAME, COURSE, sure("Genomförd: 2023-04-12"))


def read(*looks: tuple[Line, ...]) -> Reading:
    return agreed([look(list(map(words, enumerate(one, 1))), 1, COURSES) for one in looks])


def words(numbered: tuple[int, Line]) -> list[Word]:
    number, line = numbered
    return [Word(text, left, left + 180, TOP * number, 30, how) for text, left, how in line]


@pytest.mark.parametrize(
    ("figure", "elsewhere", "is_told"),
    [
        (("13", LOW), (sure("13"),), True),
        (("13", LOW), (), True),
        (("018-611", LOW), (sure("018-611"),), True),
        (("2023-05-30", LOW), (), False),
        (("2023-05-30", LOW), (sure("2023-05-30"),), False),
        (("12/4", LOW), (), False),
        (("018-611", LOW), (at(("O18-6l1", LOW)),), False),
    ],
)
def test_figures_that_another_look_reads_surely_leave_the_day_alone(
    figure: tuple[str, float], elsewhere: tuple[Line, ...], is_told: bool
) -> None:
    reading = read((*GOOD, at(figure)), (*GOOD, *elsewhere))

    assert reading.completed_on == (DAY if is_told else None)


def test_figures_that_no_look_reads_surely_may_be_the_day() -> None:
    doubtful = (*GOOD, at(("12", LOW), ("apnl", LOW)))

    assert read(doubtful, doubtful).completed_on is None


def test_day_that_differs_is_not_taken_though_its_figures_are_settled() -> None:
    other = (*GOOD[:3], sure("Genomförd: 2023-04-17"), at(("13", LOW)))

    assert read(GOOD, other, GOOD).completed_on is None


NOISE = (*GOOD, at(("Resultat:", 0.95), ("SN", 0.1)))


@pytest.mark.parametrize(
    ("looks", "is_sure"),
    [
        ((NOISE, GOOD), False),
        ((NOISE, GOOD, GOOD), True),
        ((NOISE, NOISE, GOOD, GOOD), False),
        ((NOISE, NOISE, GOOD, GOOD, GOOD), True),
        ((NOISE, NOISE, NOISE), False),
    ],
)
def test_noise_that_looks_like_a_doubt_is_outvoted(
    looks: tuple[tuple[Line, ...], ...], is_sure: bool
) -> None:
    reading = read(*looks)

    assert reading.is_complete is is_sure
    assert reading.says_not_completed is not is_sure


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(at(("Ej", LOW), ("godkänd", LOW)), id="a denial, hardly legible"),
        pytest.param(sure("Resultat: Otillräckligt"), id="a field, legible"),
    ],
)
def test_what_is_said_in_words_is_never_outvoted(said: Line) -> None:
    assert not read((*GOOD, said), *[GOOD] * 6).is_complete
    twice = read(*[(*GOOD, said)] * 2, *[GOOD] * 5)
    assert twice.says_not_completed


MISREAD, CLEAR = (*GOOD, sure("Resultat: 82 4")), (*GOOD, sure("Resultat: 82 %"))
UNCLEAR = (*GOOD, at(("Resultat:", 0.95), ("82", 0.95), ("%", LOW)))


@pytest.mark.parametrize(
    ("looks", "is_sure"),
    [
        ((MISREAD, CLEAR), False),
        ((MISREAD, CLEAR, CLEAR), True),
        ((MISREAD, MISREAD, CLEAR, CLEAR), False),
        ((MISREAD, MISREAD, CLEAR, CLEAR, CLEAR), True),
        ((MISREAD, MISREAD, UNCLEAR, UNCLEAR, UNCLEAR), False),
        ((MISREAD, MISREAD, GOOD, GOOD, GOOD), False),
    ],
)
def test_field_that_more_looks_read_surely_as_good_is_good(
    looks: tuple[tuple[Line, ...], ...], is_sure: bool
) -> None:
    reading = read(*looks)

    assert (reading.is_complete and not reading.says_not_completed) is is_sure


def test_name_is_as_sure_as_its_least_sure_word() -> None:
    hard = (GOOD[0], at(("Namn:", 0.95), ("Kim", 0.9), ("Berg", 0.5)), *GOOD[2:])

    assert read(hard, hard).confidence == 0.5


def test_course_that_was_read_with_a_letter_twice_is_known() -> None:
    twice = replace_line(GOOD, 2, sure("Kurs: wWebbkurs om våld"))

    assert read(twice, GOOD).courses == ("nck-vald",)


def replace_line(lines: tuple[Line, ...], number: int, line: Line) -> tuple[Line, ...]:
    return (*lines[:number], line, *lines[number + 1 :])
