"""What the units and the lead said of their progress: declarations, milestones and notes."""

from datetime import date

from focusareas.demo.access import Access
from focusareas.demo.organisation import Organisation
from focusareas.demo.rows import Rows
from focusareas.models import Activity, Declaration, MilestoneUpdate, State, StatusNote

PLANNED, UNDER_WAY, DONE = State.PLANNED, State.UNDER_WAY, State.DONE

# Units that said they were done with the web course before any evidence came in.
DECLARED = (
    ("FH01", "2023-02-20"),
    ("FH07", "2023-03-06"),
    ("FH16", "2023-03-13"),
    ("FH26", "2023-03-20"),
    ("AO07", "2023-03-22"),
    ("AO14", "2023-03-29"),
    ("AO25", "2023-04-03"),
    ("AO30", "2023-04-11"),
    ("AO36", "2023-04-14"),
    ("IF07", "2023-04-19"),
    ("IF14", "2023-04-24"),
    ("MY10", "2023-04-27"),
)
TAKEN_BACK = ("AO20", date(2023, 3, 15), date(2023, 3, 29))

# Activity, part, day, state.
MILESTONES = (
    ("2.1", 1, "2022-10-12", DONE),
    ("2.2", 1, "2022-12-07", DONE),
    ("2.3", 1, "2023-01-16", UNDER_WAY),
    ("6.1", 1, "2022-11-21", UNDER_WAY),
    ("7.1", 1, "2023-05-15", DONE),
)
NOTES = (
    (
        "2.2",
        "2022-12-07",
        DONE,
        "Styrgruppen har beslutat att nyckelpersonsstrukturen ska införas.",
    ),
    ("2.3", "2023-01-16", UNDER_WAY, "Enheterna utser nyckelpersoner under våren."),
    (
        "3.4",
        "2023-04-24",
        UNDER_WAY,
        "Enheterna arbetar med att ta fram rutiner kring barnperspektivet och barnkonventionen.",
    ),
    ("3.5", "2023-05-02", PLANNED, "Samverkanssamtal planeras med de enheter som berörs."),
    (
        "4.1",
        "2023-05-02",
        UNDER_WAY,
        "De som har utbildats arbetar vid Familjefrid. Övriga enheter står på tur.",
    ),
    (
        "4.2",
        "2023-05-08",
        UNDER_WAY,
        "Fler nyckelpersoner är anmälda till kurserna i höst.",
    ),
    (
        "4.4",
        "2023-05-08",
        PLANNED,
        "Länsstyrelsen ordnar tre heldagar under hösten.",
    ),
    (
        "5.6",
        "2023-03-24",
        DONE,
        "Alla på Familjefrid har gått utbildningen, som hade fokus på våldsutövare.",
    ),
    (
        "6.1",
        "2023-05-08",
        UNDER_WAY,
        "Arbetet med systematisk uppföljning är fortfarande i en uppstartsfas.",
    ),
)


def make_progress(
    rows: Rows, organisation: Organisation, access: Access, activities: dict[str, Activity]
) -> None:
    """All of it, said by the manager of the unit or by the lead."""
    for code, written in DECLARED:
        _declare(rows, organisation, access, activities["1.2"], code, date.fromisoformat(written))
    code, declared_on, withdrawn_on = TAKEN_BACK
    declaration = _declare(rows, organisation, access, activities["1.2"], code, declared_on)
    declaration.withdrawn_on = withdrawn_on
    for activity, part, written, state in MILESTONES:
        rows.add(
            MilestoneUpdate(
                activity=activities[activity],
                part=part,
                day=date.fromisoformat(written),
                state=state,
            )
        )
    for activity, written, state, text in NOTES:
        rows.add(
            StatusNote(
                activity=activities[activity],
                day=date.fromisoformat(written),
                state=state,
                text=text,
                written_by=access.lead,
            )
        )


def _declare(
    rows: Rows,
    organisation: Organisation,
    access: Access,
    activity: Activity,
    code: str,
    declared_on: date,
) -> Declaration:
    return rows.add(
        Declaration(
            unit=organisation.unit(code),
            activity=activity,
            declared_on=declared_on,
            declared_by=access.managers[code],
        )
    )
