"""The proposed text of a memo, section by section, from its figures and the plan's fixed texts.

A section's body is plain text: paragraphs with an empty line between them, and lines that
begin with "- " as the items of a list.
"""

from dataclasses import dataclass
from datetime import date

from focusareas.figure import Status
from focusareas.models import Activity, Plan, State
from focusareas.plan_letter import PlanLetter
from focusareas.swedish import NBSP, long_date, number
from reporting import sentences
from reporting.figures import ActivityFacts, AreaFacts, MemoFigures

# How the list of milestones in each state begins, in the order of the text.
LEADS = {
    State.DONE: "Klart",
    State.UNDER_WAY: "Pågår",
    State.PLANNED: "Planeras",
    None: "Inget är ännu rapporterat om",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the memo under its own heading."""

    key: str
    heading: str
    level: int
    body: str


@dataclass(frozen=True, slots=True)
class Memo:
    """What a proposal starts from."""

    plan: Plan
    kind: str
    dated: date
    figures: MemoFigures

    @property
    def letter(self) -> PlanLetter:
        return PlanLetter.read(self.plan.letter)

    @property
    def title(self) -> str:
        """The memo's title, in the plan's words where it has any."""
        what = "Slutrapport" if self.kind == "final" else "Delrapportering"
        return self.letter.of_kind(self.kind).title or f"{what}: {self.plan.name}"


def propose(memo: Memo) -> list[Section]:
    """Every section in the order of the letter."""
    letter, kind = memo.letter, memo.letter.of_kind(memo.kind)
    return [
        Section("decision", "Förslag till beslut", 2, kind.decision or _decision(memo)),
        Section("summary", "Sammanfattning", 2, _joined(kind.occasion, letter.summary)),
        Section("case", "Ärendebeskrivning", 2, letter.case_description),
        *(focus_area_section(area, memo.figures) for area in memo.figures.areas),
        Section(
            "assessment",
            "Bedömning",
            2,
            _joined(assessment(memo.figures, letter.administration), kind.assessment),
        ),
        Section("basis", "Beslutsunderlag", 2, decision_basis(memo)),
        Section("copies", "Skickas till", 2, "\n".join(letter.copies_to)),
    ]


def focus_area_section(area: AreaFacts, figures: MemoFigures) -> Section:
    """The area's introduction and what is to be told of each of its activities."""
    # What is counted comes first; notes on milestones tell the rest.
    activities = sorted(
        figures.in_area(area.number), key=lambda facts: facts.measure == Activity.Measure.MILESTONE
    )
    paragraphs = [*map(sentences.about, activities), told_together(activities)]
    items = [*filter(None, paragraphs)] or ["Planen har inga aktiviteter i fokusområdet."]
    return Section(
        f"area-{area.number}",
        f"Fokusområde {area.number} – {area.name}",
        3,
        _joined(area.introduction, "\n".join(f"- {item}" for item in items)),
    )


def told_together(activities: list[ActivityFacts]) -> str:
    """Milestones by how far they have come, and last what nothing has been reported about."""
    groups: dict[str, list[str]] = {lead: [] for lead in LEADS.values()}
    for facts in activities:
        if not sentences.about(facts):
            groups[LEADS[_state(facts)]].append(sentences.milestone_item(facts))
    return " ".join(f"{lead}: {'; '.join(items)}." for lead, items in groups.items() if items)


def is_untold(facts: ActivityFacts) -> bool:
    """Whether nothing has been reported about the activity."""
    return not facts.states and not sentences.about(facts)


def assessment(figures: MemoFigures, administration: str) -> str:
    """What the figures say of the whole: how much is done and late, and whether the plan holds."""
    activities = figures.activities
    if not activities:
        return "Planen har inga aktiviteter att redovisa."
    n_late = sum(facts.is_late for facts in activities)
    n_risky = sum(facts.status == Status.AT_RISK for facts in activities)
    day = f"den {long_date(figures.dated)}"
    if all(facts.is_done for facts in activities):
        return f"Per {day} är planen genomförd: {_all_activities(len(activities))}."
    who = administration or "Förvaltningen"
    return (
        f"{who} bedömer att {_judgement(activities, n_late, n_risky)} "
        f"Per {day} är {_count(activities, n_late)}."
    )


def _all_activities(count: int) -> str:
    return (
        "dess enda aktivitet är klar" if count == 1 else f"alla dess {count} aktiviteter är klara"
    )


def _count(activities: tuple[ActivityFacts, ...], n_late: int) -> str:
    """How many of the activities are done and how many late."""
    if len(activities) == 1:
        return f"planens enda aktivitet inte klar{' och försenad' if n_late else ''}"
    n_done = sum(facts.is_done for facts in activities)
    done = f"{n_done or 'ingen'} av planens {number(len(activities))} aktiviteter"
    return (
        f"{done} {'klara' if n_done > 1 else 'klar'} "
        f"och {n_late or 'ingen'} {'försenade' if n_late > 1 else 'försenad'}"
    )


def _judgement(activities: tuple[ActivityFacts, ...], n_late: int, n_risky: int) -> str:
    if not any(facts.is_begun for facts in activities):
        return "arbetet enligt planen ännu inte har gett något att redovisa."
    if n_late:
        return "arbetet bedrivs enligt planen, men att tidsplanen inte hålls i alla delar."
    if n_risky:
        return "arbetet bedrivs enligt planen, men att tidsplanen är i fara i någon del."
    return "arbetet bedrivs enligt planen."


def decision_basis(memo: Memo) -> str:
    """The documents that the decision rests on; the last is the memo itself."""
    kind = memo.letter.document_type or "Tjänsteskrivelse"
    itself = f"{kind} {memo.title}, daterad {memo.dated.isoformat()}, {number_of(memo.plan)}"
    return "\n".join([*memo.letter.decision_basis, itself])


def number_of(plan: Plan) -> str:
    """The case number, kept on one line."""
    return NBSP.join(plan.case_number.split())


def _decision(memo: Memo) -> str:
    who = memo.letter.addressee or "Nämnden"
    return f"{who} godkänner informationen om {memo.plan.name}."


def _state(facts: ActivityFacts) -> State | None:
    """The state of a milestone as a whole, from its parts; none where nobody has told."""
    if not facts.states:
        return None
    if all(state == State.DONE for state in facts.states):
        return State.DONE
    begun = any(state != State.PLANNED for state in facts.states)
    return State.UNDER_WAY if begun else State.PLANNED


def _joined(*texts: str) -> str:
    return "\n\n".join(text.strip() for text in texts if text.strip())
