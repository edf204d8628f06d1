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
        "Om du behöver ett intyg, spara sidan som pdf.",
        "Om du vill ha ett intyg på papper, kontakta kansliet.",
        "If you need a certificate, you can download it here.",
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
        "Om du behöver ett intyg så gör provet.",
        "Om du behöver ett intyg går du till nästa kapitel.",
        "Om du behöver ett intyg kan du läsa vidare.",
        "Om du behöver ett intyg så väntar vi på din inlämning.",
        "Om du behöver ett intyg kan du ansöka om det efter kursen.",
        "Om du behöver ett intyg på att du är godkänd, gör klart testet.",
        "Om du behöver ett intyg för hela kursen, se de andra filmerna.",
        "Om du behöver ett intyg kan du skriva ut provet och lämna in det.",
        "Behöver du ett intyg på kursen, boka tid för slutprov.",
        "Behöver du ett intyg går det att få efter slutprovet.",
        "If you need a certificate, you have to pass the test.",
        "If you want a certificate you still have chapters to read.",
    ],
)
def test_what_is_left_to_do_is_doubtful(line: str) -> None:
    assert is_doubtful(line)
