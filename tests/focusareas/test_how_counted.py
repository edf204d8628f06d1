"""The activity page says in plain words how its own measure is counted."""

import pytest

from focusareas.models import Activity
from tests import factories as make
from tests.worlds import ON_DAY, Inhabited

Measure = Activity.Measure


def said(inhabited: Inhabited, measure: str, **fields: str) -> str:
    """The explanation on the page of an activity with the measure, on one line."""
    activity = make.make_activity("9.9", plan=inhabited.world.plan, measure=measure, **fields)
    page = inhabited.get("lead", f"/activities/{activity.pk}/{ON_DAY}")
    told = page[page.index("Så räknas det") :]
    return " ".join(told[: told.index("</details>")].split())


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (Measure.STAFF_CERTIFICATE, "Klar är den som har ett godkänt intyg."),
        (Measure.UNIT_KEY_PERSON, "minst en nyckelperson som också är anställd på enheten"),
        (Measure.KEY_PERSON_COURSE, "Alla som är nyckelpersoner den dagen"),
        (Measure.UNIT_ROUTINE, "har bekräftat rutinen"),
        (Measure.MILESTONE, "klar när alla dess delar är klara"),
        (Measure.MEETINGS, "hållits under kalenderåret"),
        (Measure.INDICATOR, "Det senaste värdet"),
    ],
)
def test_each_measure_is_explained_as_itself_alone(
    inhabited: Inhabited, measure: Activity.Measure, words: str
) -> None:
    text = said(inhabited, measure)

    assert words in text
    assert ("räknas en gång i varje summa" in text) == measure.counts_people
    assert ("Privata utförare:" in text) == measure.has_units
    assert ("takten de senaste 28 dagarna" in text) == measure.has_units


def test_explanation_says_who_is_obliged_and_who_is_invited(inhabited: Inhabited) -> None:
    text = said(inhabited, Measure.UNIT_ROUTINE, own="obliged", contracted="invited")

    assert "Egen regi: enheterna ska göra det här." in text
    assert "Privata utförare: enheterna är inbjudna." in text
