"""Mails: which of them are the certificate itself, and which are about one."""

import pytest

from tests.focusareas.test_certificate_papers import BODY, NAME_COURSE_DAY, read_lines


@pytest.mark.parametrize(
    "lines",
    [
        ("Från: Portalen <noreply@portalen.example>", "Ämne: Din kurs är slutförd", *BODY),
        ("Från: no-reply@portalen.example", "Ämne: Kursintyg", *BODY),
        ("Ämne: Grattis", *BODY, "Spara det här mejlet, det gäller som intyg."),
        ("Ämne: Grattis", *BODY, "Det här meddelandet är ditt kursintyg."),
    ],
)
def test_mail_that_nobody_can_answer_or_that_says_so_is_one(lines: tuple[str, ...]) -> None:
    assert read_lines(*lines).is_certificate


@pytest.mark.parametrize(
    "lines",
    [
        ("Från: Bo Ek <bo.ek@portalen.example>", "Ämne: Din kurs är slutförd", *BODY),
        ("Från: noreply@portalen.example", "Ämne: Vb: Kursintyg", *BODY),
        ("Från: noreply@portalen.example", "Ämne: Påminnelse", *BODY),
        ("Ämne: Grattis", *BODY, "Det här meddelandet gäller kursintyg."),
    ],
)
def test_mail_of_a_person_or_sent_on_is_none(lines: tuple[str, ...]) -> None:
    assert not read_lines(*lines).is_certificate


@pytest.mark.parametrize(
    "lines",
    [
        ("Från: NCK <kurs@webbkursomvald.example>", "Ämne: Klart", *BODY),
        ("Från: NCK <utbildning-support@nck.example>", "Ämne: Klart", *BODY),
        ("Från: webbkursen@nck.example", "Ämne: Klart", *BODY),
        ("Ämne: Klart", *BODY, "Det går inte att svara på det här mejlet. Mejlet kan ej besvaras."),
        ("Ämne: Klart", *BODY, "Detta är ett automatiskt utskick."),
        ("Ämne: Klart", *BODY, "Tack för i dag! Det här mejlet är ditt", "intyg, spara det."),
    ],
)
def test_mail_of_an_office_or_a_machine_is_one(lines: tuple[str, ...]) -> None:
    assert read_lines(*lines).is_certificate


@pytest.mark.parametrize(
    "lines",
    [
        ("Från: Ida Info <ida.info@nck.example>", "Ämne: Klart", *BODY),
        ("Från: NCK <kurs@nck.example>", "Ämne: Sv: Klart", *BODY),
        ("Från: NCK <kurs@nck.example>", "Ämne: Vb: Klart", *BODY),
        ("Från: NCK <kurs@nck.example>", "Ämne: Klart", "Hej Kim Berg!", "Glöm inte kursen."),
        ("Ämne: Klart", *BODY, "Du kan svara på det här mejlet."),
    ],
)
def test_mail_of_a_person_and_an_answer_are_none(lines: tuple[str, ...]) -> None:
    assert not read_lines(*lines).is_certificate


@pytest.mark.parametrize(
    ("words", "is_certificate"),
    [
        ("Härmed intygar vi att", True),
        ("Vi intygar härmed att", True),
        ("Vi vill härmed bekräfta att", True),
        ("Mejlet bekräftar att", True),
        ("Härmed intygar jag att", False),
        ("Chefen bekräftar att", False),
        ("Kan vi bekräfta att", False),
    ],
)
def test_issuer_who_confirms_of_somebody(words: str, is_certificate: bool) -> None:
    line = f"{words} Kim Berg är klar med Webbkurs om våld. Den avslutades 2023-04-12."

    assert read_lines("Ämne: Klart", line).is_certificate is is_certificate


SENT_ON = ("Hej, här kommer intyget.", "/Bo Ek", "----- Vidarebefordrat meddelande -----")


@pytest.mark.parametrize(
    ("lines", "is_certificate"),
    [
        (("Kursintyg", *NAME_COURSE_DAY), True),
        ((*BODY, "Det här mejlet är ditt intyg.", "Intyget gäller: Kim Berg"), True),
        ((*BODY, "Det här mejlet är ditt intyg."), False),
        (NAME_COURSE_DAY, False),
    ],
)
def test_certificate_sent_on_must_say_whose_it_is(
    lines: tuple[str, ...], is_certificate: bool
) -> None:
    assert read_lines(*SENT_ON, "Ämne: Klart", *lines).is_certificate is is_certificate
    assert not read_lines("Ämne: Sv: Klart", *lines).is_certificate


def test_who_sends_it_on_is_nobody_that_it_may_be_of() -> None:
    lines = ("Kursintyg", *NAME_COURSE_DAY)

    assert "bo ek" not in read_lines(*SENT_ON, *lines).everybody
    assert "bo ek" in read_lines("Hej, här är mitt intyg.", *SENT_ON[1:], *lines).everybody
