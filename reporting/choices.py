"""What the author can say otherwise, and what the figures do not bear out."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from focusareas.models import Activity
from reporting.phrases import Manner, contradicted, say, true_phrases

Measure = Activity.Measure
LABELS = {
    "staff": "medarbetare",
    "units": "klara enheter",
    "key_persons": "nyckelpersoner",
    "attendance": "deltagare vid senaste träffen",
}


@dataclass(frozen=True, slots=True)
class SayableFigure:
    """A figure of the draft with every phrase that is true of it."""

    code: str
    title: str
    figure: str
    value: int
    phrases: dict[str, str]
    current: str

    @property
    def label(self) -> str:
        return LABELS[self.figure]


def sayable_figures(figures: dict[str, Any]) -> list[SayableFigure]:
    """The frozen figures that can be said in more than one way."""
    found = []
    for facts in figures.get("activities", []):
        for name, value in _values(facts).items():
            phrases = {str(m): text for m, text in _phrases(name, value).items()}
            if len(phrases) > 1:
                spoken = say(value, facts["saying"].get(name, Manner.EXACT), people=name != "units")
                found.append(
                    SayableFigure(facts["code"], facts["title"], name, value, phrases, spoken)
                )
    return found


def may_say(figures: dict[str, Any], code: str, figure: str, manner: str) -> bool:
    """Whether the manner is one that is true of that figure."""
    return any(
        (row.code, row.figure) == (code, figure) and manner in row.phrases
        for row in sayable_figures(figures)
    )


def contradiction(figures: dict[str, Any], section_key: str, text: str) -> str | None:
    """The first phrase in the section's text that none of its figures makes true."""
    for noun, values in _nouns(figures, section_key).items():
        if phrase := contradicted(text, noun, values):
            return phrase
    return None


def _phrases(name: str, value: int) -> dict[Manner, str]:
    return true_phrases(value, people=name != "units")


def _values(facts: dict[str, Any]) -> dict[str, int]:
    """The figures of one activity that the text says, by name."""
    values = {}
    if facts["measure"] in {Measure.STAFF_CERTIFICATE, Measure.KEY_PERSON_COURSE}:
        values = {"staff": facts["total"]["done"], "units": len(facts["complete_units"])}
    if facts["key_persons"]:
        values["key_persons"] = facts["key_persons"]["all"]
    if facts["meetings_held"]:
        values["attendance"] = facts["meetings_held"][-1]["attendance"]
    return values


def _nouns(figures: dict[str, Any], section_key: str) -> dict[str, set[int]]:
    """Every number that the section may state of people and units, by noun."""
    nouns: dict[str, set[int]] = defaultdict(set)
    for facts in figures.get("activities", []):
        if section_key != f"area-{facts['area']}":
            continue
        shares = [
            int(share[part] or 0)
            for share in (facts["total"], facts["own"], facts["contracted"])
            for part in ("expected", "done", "received")
        ]
        for noun in _counted_nouns(facts["measure"]):
            nouns[noun].update(shares)
        nouns["enheter"].update(len(facts[f"{kind}_units"]) for kind in ("complete", "declared"))
        nouns["nyckelpersoner"].update((facts["key_persons"] or {}).values())
        nouns["medarbetare"].update(row["attendance"] for row in facts["meetings_held"])
    return {noun: values for noun, values in nouns.items() if values}


def _counted_nouns(measure: str) -> list[str]:
    return {
        Measure.STAFF_CERTIFICATE: ["medarbetare", "intyg"],
        Measure.KEY_PERSON_COURSE: ["nyckelpersoner", "intyg"],
        Measure.UNIT_KEY_PERSON: ["enheter"],
        Measure.UNIT_ROUTINE: ["enheter"],
    }.get(Measure(measure), [])
