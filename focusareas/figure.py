"""One figure: done of expected on a day, held against a deadline, and what that means."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from focusareas.models import Activity
from focusareas.swedish import days, long_date, number, one_decimal

PACE_DAYS = 28
Amount = int | Decimal


class Status(StrEnum):
    """Where a figure stands on its day; the values are those of the `completion` command."""

    DONE = "done"
    OVERDUE = "overdue"
    AT_RISK = "at_risk"
    ON_TRACK = "on_track"
    NOT_STARTED = "not_started"
    NO_DEADLINE = "no_deadline"

    @property
    def label(self) -> str:
        """The status as a Swedish word or two."""
        return STATUS_LABELS[self]


STATUS_LABELS = {
    Status.DONE: "Klart",
    Status.OVERDUE: "Försenat",
    Status.AT_RISK: "Risk för försening",
    Status.ON_TRACK: "I fas",
    Status.NOT_STARTED: "Inte påbörjat",
    Status.NO_DEADLINE: "Utan slutdatum",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """Done of expected on a day.

    `received` are those handed in and waiting for review, never part of `done`; `recent` are
    those of done and received that came in during the 28 days up to and including the day;
    `came_later` had completed the course by the day and handed in after it, part of neither;
    `begun` says of a milestone that some part is under way, and of an indicator that it has a
    value; `lower_is_better` that the value shall come down to what is expected.
    """

    measure: Activity.Measure
    day: date
    starts_on: date
    deadline: date | None
    expected: Amount | None
    done: Amount
    received: int = 0
    recent: int = 0
    came_later: int = 0
    begun: bool = False
    lower_is_better: bool = False

    @property
    def missing(self) -> Amount:
        """How many have handed in nothing that counts or waits."""
        return max((self.expected or 0) - self.done - self.received, 0)

    @property
    def share(self) -> float | None:
        """Done as a share of expected, 0-1; none when nothing is expected or less is better."""
        if not self.expected or self.lower_is_better:
            return None
        return min(float(self.done / self.expected), 1.0)

    @property
    def received_share(self) -> float | None:
        """Waiting for review as a share of expected, 0-1; none when nothing is expected."""
        return min(float(self.received / self.expected), 1.0) if self.expected else None

    @property
    def is_done(self) -> bool:
        """Whether something was expected and all of it is done."""
        if not self.expected:
            return False
        if self.lower_is_better:
            return self.begun and self.done <= self.expected
        return self.done >= self.expected

    @property
    def awaiting_review(self) -> bool:
        """Whether everything is handed in and only review remains: that is not being late."""
        return bool(self.expected) and not self.is_done and self.received > 0 and not self.missing

    @property
    def days_left(self) -> int | None:
        """Days from the figure's day to the deadline; negative when it has passed."""
        return (self.deadline - self.day).days if self.deadline else None

    @property
    def due_share(self) -> float | None:
        """The share of the time from start to deadline that has gone: where one should be."""
        if not self.deadline:
            return None
        total = (self.deadline - self.starts_on).days
        gone = (self.day - self.starts_on).days
        return min(max(gone / total, 0.0), 1.0) if total > 0 else 1.0

    @property
    def needed_per_day(self) -> float | None:
        """How many a day must come in to be done in time; none when no time is left."""
        left = self.days_left or 0
        return float(self.missing) / left if left > 0 else None

    @property
    def pace_per_day(self) -> float:
        """How many a day came in during the last 28 days."""
        return self.recent / PACE_DAYS

    @property
    def status(self) -> Status:
        """Where the figure stands; the first rule that holds decides."""
        if self.is_done:
            return Status.DONE
        if self.days_left is None:
            return Status.NO_DEADLINE
        if self.days_left < 0:
            return Status.OVERDUE
        if self._nothing_in:
            return Status.NOT_STARTED if self._much_time_left else Status.AT_RISK
        behind = self._too_slow if self.measure.has_units else not self._much_time_left
        return Status.AT_RISK if behind else Status.ON_TRACK

    @property
    def reason(self) -> str:
        """Why the status is what it is, in a sentence."""
        return REASONS[self.status](self)

    @property
    def _nothing_in(self) -> bool:
        return not (self.done or self.received or self.begun)

    @property
    def _much_time_left(self) -> bool:
        """Whether at least a quarter of the time from start to deadline is left."""
        if self.deadline is None:
            return True
        return 4 * (self.deadline - self.day).days >= (self.deadline - self.starts_on).days

    @property
    def _too_slow(self) -> bool:
        """Whether the pace of the last 28 days is below what is needed; exact, without floats."""
        if not self.missing or self.days_left is None:
            return False
        if self.days_left <= 0:
            return True
        return Fraction(self.recent, PACE_DAYS) < Fraction(self.missing) / self.days_left


# What is counted, as one says it after a number.
NOUNS = {
    Activity.Measure.STAFF_CERTIFICATE: "intyg",
    Activity.Measure.KEY_PERSON_COURSE: "intyg",
    Activity.Measure.UNIT_KEY_PERSON: "enheter",
    Activity.Measure.UNIT_ROUTINE: "enheter",
}


def _why_done(figure: Figure) -> str:
    if figure.expected == 1:
        return "Det som skulle göras är gjort."
    return f"Alla {number(figure.expected or 0)} är klara."


def _why_no_deadline(figure: Figure) -> str:
    return "Inget slutdatum är bestämt."


def _why_overdue(figure: Figure) -> str:
    late = days(-(figure.days_left or 0))
    passed = (
        f"Slutdatum var den {long_date(figure.deadline)}, för {late} sedan"
        if figure.deadline
        else ""
    )
    if figure.awaiting_review:
        return f"{passed}. Allt är inlämnat och väntar på granskning."
    if not figure.expected:
        return f"{passed}."
    left = number(figure.missing + figure.received)
    return f"{passed}, och {left} av {number(figure.expected)} återstår."


def _why_not_started(figure: Figure) -> str:
    return f"Inget har kommit in än. {_time_left(figure)}."


def _why_at_risk(figure: Figure) -> str:
    if figure._nothing_in:
        return f"Inget har kommit in, och mindre än en fjärdedel av tiden är kvar: {_days(figure)}."
    if not figure.measure.has_units:
        return f"Mindre än en fjärdedel av tiden är kvar: {_days(figure)}."
    return (
        f"{_pace(figure)}." if figure.days_left else f"Det är sista dagen, och {_missing(figure)}."
    )


def _why_on_track(figure: Figure) -> str:
    if figure.awaiting_review:
        return "Allt är inlämnat och väntar på granskning."
    return f"{_pace(figure)}." if figure.measure.has_units else f"{_time_left(figure)}."


def _pace(figure: Figure) -> str:
    """What is needed beside what came in: by the day when it is one or more, else by the week."""
    needed, pace = figure.needed_per_day or 0.0, figure.pace_per_day
    noun = NOUNS[figure.measure]
    if needed < 1:
        needed, pace, per = needed * 7, pace * 7, "i veckan"
    else:
        per = "om dagen"
    return (
        f"{one_decimal(needed)} {noun} {per} behövs, senaste fyra veckorna kom {one_decimal(pace)}"
    )


def _missing(figure: Figure) -> str:
    return f"{number(figure.missing)} saknas"


def _days(figure: Figure) -> str:
    return days(figure.days_left or 0)


def _time_left(figure: Figure) -> str:
    return f"{_days(figure)} kvar" if figure.days_left else "Det är sista dagen"


REASONS = {
    Status.DONE: _why_done,
    Status.NO_DEADLINE: _why_no_deadline,
    Status.OVERDUE: _why_overdue,
    Status.NOT_STARTED: _why_not_started,
    Status.AT_RISK: _why_at_risk,
    Status.ON_TRACK: _why_on_track,
}
