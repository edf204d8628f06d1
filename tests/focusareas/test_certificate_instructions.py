"""Pages that bid who reads them print or save them, and pages that bid who reads them do more."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
TOLD = ("Grattis Kim Berg!", "Du har gått klart Webbkurs om våld.", "Slutförd 2023-04-12")


def is_doubtful(line: str) -> bool:
    (reading,) = read(draw(column(*TOLD, line, "NCK")), COURSES)
    assert (reading.names, reading.courses) == (("Kim Berg",), ("nck-vald",))
    return reading.says_not_completed


@pytest.mark.parametrize(
    "line",
    [
        "Skriv ut den här sidan om du behöver ett intyg till din arbetsgivare.",
        "Spara sidan om du vill ha ett bevis på att du gått kursen.",
        "Ta en skärmbild av sidan om din chef vill se ditt intyg.",
        "Behöver du ett intyg kan du skriva ut den här sidan.",
        "Om du behöver ett kursintyg kan du skriva ut den här sidan med knappen nedan.",
        "Skriv ut sidan eller spara den som pdf om du ska visa upp ett kursintyg på jobbet.",
        "Mejla sidan till din chef om hen vill ha en bekräftelse.",
        "Spara en kopia om du behöver visa den senare.",
        "Använd webbläsarens utskrift om du önskar ett skriftligt intyg på papper.",
        "Ladda ner sidan som pdf om arbetsgivaren kräver ett intyg.",
        "Sidan gäller som intyg när du skriver ut den.",
        "Print this page if you need a certificate for your employer.",
    ],
)
def test_what_is_done_with_the_paper_raises_no_doubt(line: str) -> None:
    assert not is_doubtful(line)


@pytest.mark.parametrize(
    "line",
    [
        "Gör slutprovet om du behöver ett intyg till din arbetsgivare.",
        "Lämna in den sista uppgiften om du vill ha ett intyg.",
        "Besvara alla testfrågor i slutprovet om du vill ha ett diplom.",
        "Behöver du ett intyg kan du göra slutprovet.",
        "Skriv ut den här sidan om du behöver göra om provet.",
        "Skriv ut ett riktigt intyg om du behöver ett, det här är en förhandsvisning.",
        "Kontakta oss om du behöver ett godkänt intyg, detta gäller inte.",
        "Mejla kursledaren om du vill ha ett nytt bevis, det här räknas inte, tyvärr.",
        "Intyget gäller när din chef skriver under det.",
        "Om du behöver ett intyg måste du först göra slutprovet.",
    ],
)
def test_what_is_left_to_do_is_doubtful(line: str) -> None:
    assert is_doubtful(line)
