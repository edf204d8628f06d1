"""What is only said to be done, and what one who attests for somebody else has seen."""

import pytest

from tests.focusareas.test_certificate_papers import read_lines

ATTESTED = "Jag intygar att Kim Berg har gått Webbkurs om våld den 12 april 2023."


@pytest.mark.parametrize(
    "seen",
    [
        "Jag har sett kursintyget på skärmen.",
        "Jag har kontrollerat uppgifterna.",
        "Jag har sett medarbetarens digitala intyg och bekräftar att uppgifterna stämmer.",
        "Jag har även granskat utskriften av intyget.",
        "Jag har fått se resultatet på testet.",
        "Jag har kontrollerat detta mot kursregistret.",
        "Originalet har jag själv sett.",
        "Jag har tagit del av deltagarens slutsida i kursen.",
        "Jag har sett arbetet i cirkeln och intygar att allt är utfört.",
    ],
)
def test_one_who_attests_says_what_was_looked_at(seen: str) -> None:
    assert read_lines("Intyg", ATTESTED, seen, "Eva Lund, enhetschef").is_certificate


def test_what_was_looked_at_may_stand_on_two_lines() -> None:
    seen = "Jag har", "tagit del av det digitala intyget."

    assert read_lines("Intyg", ATTESTED, *seen, "Eva Lund").is_certificate


@pytest.mark.parametrize(
    "said",
    [
        "Jag har inte sett intyget.",
        "Jag har inget intyg på detta.",
        "Jag har hört det av en kollega.",
        "Jag har sett större delen av kursen.",
        "Jag har sett filmerna.",
        "Jag har kontrollerat uppgifterna, och jag har gått kursen.",
        "Uppgifterna har jag hört.",
        "Jag har hört om kursen och intygar det.",
        "Jag har gått kursen och intygar det.",
    ],
)
def test_what_was_not_looked_at_is_only_said(said: str) -> None:
    assert not read_lines("Intyg", ATTESTED, said, "Eva Lund, enhetschef").is_certificate


@pytest.mark.parametrize(
    "said",
    [
        "Jag har läst kursens texter och intygar att jag genomfört den.",
        "Jag har sett alla filmer och bekräftar att jag är klar.",
        "Jag har läst utbildningen på egen hand och kan intyga det.",
        "Jag har tagit del av hela kursen och försäkrar att detta stämmer.",
        "Jag har läst allt material och bekräftar genomförd kurs.",
        "Jag har granskat mitt intyg och kan bekräfta att kursen är genomförd.",
        "Jag har sett mina egna intyg.",
        "Jag har sett arbetet och intygar att jag är klar.",
    ],
)
def test_one_who_attests_for_himself_attests_nothing(said: str) -> None:
    assert not read_lines("Intyg", ATTESTED, said).is_certificate
