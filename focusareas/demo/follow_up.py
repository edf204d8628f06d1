"""What units had confirmed, and what was measured: routines and indicators of the demo."""

from datetime import date, timedelta

from focusareas.demo.access import Access
from focusareas.demo.rows import Rows
from focusareas.models import Activity, Indicator, IndicatorValue, RoutineConfirmation
from focusareas.unit_work import units_for

FIRST_DAY = date(2023, 1, 16)
REVIEWED_ON, REVIEW_ON = date(2022, 5, 2), date(2023, 5, 2)
# Activity, how many of its units there are for each that has confirmed, and what they say.
ROUTINES = (
    ("1.3", 4, "Vi såg filmen och pratade om hur vi frågar om våld. Vi vill öva mer på samtal."),
    ("3.2", 2, "Rutinen ligger i enhetens pärm och på gruppens samarbetsyta."),
    ("3.3", 3, "Foldern för barn ligger i väntrummet."),
    ("3.4", 3, ""),
)
# The first units of each list confirmed long ago, and should have looked at it again.
N_REVIEWED = 2
DAYS_BETWEEN, LATEST = 5, 100
FILM = (("2022-12-31", 18), ("2023-02-28", 39), ("2023-03-31", 46), ("2023-04-30", 57))
CASES = (
    ("2022-06-30", 21),
    ("2022-09-30", 24),
    ("2022-12-31", 31),
    ("2023-03-31", 36),
)


def make_follow_up(rows: Rows, access: Access, activities: dict[str, Activity]) -> None:
    """All of it, said by the manager of the unit or by the lead."""
    for code, each, note in ROUTINES:
        _make_routines(rows, access, activities[code], each, note)
    film = Indicator(
        plan=activities["1.1"].plan,
        activity=activities["1.1"],
        name="Enheter som har sett filmen",
        unit_of_measure="enheter",
        source="chefernas svar",
    )
    cases = Indicator(
        plan=film.plan,
        name="Pågående ärenden hos Familjefrid",
        unit_of_measure="ärenden",
        source="verksamhetssystemet",
        direction=Indicator.Direction.NONE,
    )
    for indicator, values in ((film, FILM), (cases, CASES)):
        rows.add(indicator)
        for day, value in values:
            rows.add(
                IndicatorValue(
                    indicator=indicator,
                    day=date.fromisoformat(day),
                    value=value,
                    noted_by=access.lead,
                )
            )


def _make_routines(rows: Rows, access: Access, activity: Activity, each: int, note: str) -> None:
    units = units_for(activity, on=FIRST_DAY).order_by("code")[::each]
    for number, unit in enumerate(units):
        is_old = number < N_REVIEWED
        later = timedelta(days=number * DAYS_BETWEEN % LATEST)
        rows.add(
            RoutineConfirmation(
                unit=unit,
                activity=activity,
                confirmed_on=REVIEWED_ON if is_old else FIRST_DAY + later,
                review_on=REVIEW_ON if is_old else None,
                note=note,
                confirmed_by=access.managers[unit.code],
            )
        )
