"""The day's letters: who gets one, what has happened since the last one, and what is left to do.

A unit's manager and deputies get at most one a day: when something was decided or asked, and when
a deadline comes near or has passed. The lead gets one while anything waits for review.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from focusareas import completion, waiting
from focusareas.models import Certificate, DailyMail, Employment, Plan, Unit, UnitManager, User
from focusareas.models.certificates import CertificateQuerySet
from focusareas.unit_work import Task, tasks_of
from focusareas.waiting import QueueCounts

REMIND_DAYS_BEFORE = frozenset({60, 30, 14, 7, 1})
DAYS_BETWEEN_WHEN_OVERDUE = 7
# The first letter to somebody tells of the last week; nothing older than a month is news.
FIRST_LETTER_DAYS = 7
NEWS_DAYS = 31

APPROVED, RETURNED, ASKED = "approved", "returned", "asked"


@dataclass(frozen=True, slots=True)
class UnitNews:
    """What a letter says about one unit; `asked` are all its open questions."""

    unit: Unit
    approved: tuple[Certificate, ...]
    returned: tuple[Certificate, ...]
    undone: tuple[Certificate, ...]
    asked: tuple[Certificate, ...]
    left: tuple[Task, ...]
    has_new_question: bool

    @property
    def has_news(self) -> bool:
        """Whether anything has happened that the reader has not been told."""
        return bool(self.approved or self.returned or self.undone or self.has_new_question)

    @property
    def is_time_to_remind(self) -> bool:
        """Whether a deadline of what is left is so many days off, or a week further behind."""
        return any(_is_moment(task.figure.days_left) for task in self.left)

    @property
    def told(self) -> list[str]:
        """What the letter tells, by key."""
        kinds = ((APPROVED, self.approved), (RETURNED, self.returned), (ASKED, self.asked))
        return [f"{kind}:{row.pk}" for kind, rows in kinds for row in rows]


@dataclass(frozen=True, slots=True)
class Letter:
    """The day's letter to one person; `queue` only for the lead, while something waits."""

    user: User
    day: date
    since: date
    units: tuple[UnitNews, ...]
    queue: QueueCounts | None
    known: frozenset[tuple[int, int]]

    @property
    def told(self) -> list[str]:
        """What the next letter need not tell again."""
        return [key for news in self.units for key in news.told]


def letters(*, on: date) -> list[Letter]:
    """The letters of the day, to everybody for whom there is something to say."""
    desk = _Desk(on)
    found = (desk.letter_to(user) for user in desk.recipients)
    return [letter for letter in found if letter is not None]


def _is_moment(days_left: int | None) -> bool:
    if days_left is None:
        return False
    if days_left < 0:
        return (-days_left - 1) % DAYS_BETWEEN_WHEN_OVERDUE == 0
    return days_left in REMIND_DAYS_BEFORE


@dataclass(slots=True)
class _Post:
    """The letters that somebody was to have before this day."""

    last_sent: DailyMail | None = None
    has_unsent: bool = False

    def add(self, mail: DailyMail) -> None:
        """Take one more into account; the latest comes last."""
        if mail.sent_at:
            self.last_sent, self.has_unsent = mail, False
        else:
            self.has_unsent = True

    @property
    def told(self) -> frozenset[str]:
        return frozenset(self.last_sent.told if self.last_sent else ())


@dataclass
class _Desk:
    """All that the day's letters are written from, read once for all of them."""

    day: date
    units_of: dict[User, list[Unit]] = field(init=False)

    def __post_init__(self) -> None:
        self.units_of = defaultdict(list)
        duties = UnitManager.objects.on(self.day).filter(
            user__is_active=True, unit__in=Unit.objects.on(self.day)
        )
        for duty in duties.select_related("user", "unit").order_by("unit__name", "unit"):
            if duty.unit not in self.units_of[duty.user]:
                self.units_of[duty.user].append(duty.unit)

    @cached_property
    def recipients(self) -> list[User]:
        """Managers and deputies of open units that day, and the leads, in order of address."""
        leads = User.objects.filter(is_active=True, is_development_lead=True)
        return sorted({*self.units_of, *leads}, key=lambda user: user.email)

    @cached_property
    def figures(self) -> completion.PlanFigures | None:
        plan = Plan.objects.for_day(self.day)
        return completion.for_plan(plan, on=self.day) if plan else None

    @cached_property
    def queue(self) -> QueueCounts | None:
        counts = waiting.counts(waiting.certificates(self.day))
        return counts if counts.waiting else None

    @cached_property
    def post(self) -> dict[int, _Post]:
        found: dict[int, _Post] = defaultdict(_Post)
        for mail in DailyMail.objects.before(self.day).order_by("day"):
            found[mail.user_id].add(mail)
        return found

    @cached_property
    def decided(self) -> dict[int, list[Certificate]]:
        """What was approved or returned lately, by unit."""
        first = self.day - timedelta(days=NEWS_DAYS)
        approved = Certificate.objects.approved_on_or_before(self.day).filter(approved_on__gt=first)
        returned = Certificate.objects.filter(returned_on__gt=first, returned_on__lte=self.day)
        return _by_unit(approved | returned)

    @cached_property
    def waiting(self) -> dict[int, list[Certificate]]:
        """What waits for an answer or for review, by unit."""
        return _by_unit(Certificate.objects.waiting_on(self.day))

    @cached_property
    def known(self) -> frozenset[tuple[int, int]]:
        """Who has worked at which unit, so that a letter names nobody else's people."""
        rows = [row for rows in self.decided.values() for row in rows]
        rows += [row for rows in self.waiting.values() for row in rows]
        people = {row.staff_member_id for row in rows}
        worked = Employment.objects.filter(staff_member__in=people - {None})
        return frozenset(worked.values_list("unit", "staff_member"))

    def letter_to(self, user: User) -> Letter | None:
        """The person's letter, if there is something to say."""
        post = self.post[user.pk]
        since = self._since(post)
        news = [self._news(unit, user, since, post.told) for unit in self.units_of.get(user, ())]
        is_due = any(row.is_time_to_remind for row in news) or post.has_unsent
        said = tuple(row for row in news if row.has_news or (is_due and row.left))
        queue = self.queue if user.is_development_lead else None
        if not said and not queue:
            return None
        return Letter(user, self.day, since, said, queue, self.known)

    def _since(self, post: _Post) -> date:
        """The first day whose decisions may be news to the person."""
        if post.last_sent:
            return max(post.last_sent.day, self.day - timedelta(days=NEWS_DAYS - 1))
        return self.day - timedelta(days=FIRST_LETTER_DAYS - 1)

    def _news(self, unit: Unit, user: User, since: date, told: frozenset[str]) -> UnitNews:
        known_already = {user.pk, *self._deciding_themselves(unit)}
        decided = [
            row for row in self.decided.get(unit.pk, ()) if row.reviewed_by_id not in known_already
        ]
        waits = self.waiting.get(unit.pk, [])
        asked = tuple(row for row in waits if row.staff_member_id is None)
        return UnitNews(
            unit=unit,
            approved=tuple(
                row for row in decided if _is_new(row.approved_on, APPROVED, row, since, told)
            ),
            returned=tuple(
                row for row in decided if _is_new(row.returned_on, RETURNED, row, since, told)
            ),
            undone=tuple(
                row for row in waits if {f"{kind}:{row.pk}" for kind in (APPROVED, RETURNED)} & told
            ),
            asked=asked,
            left=self._left(unit),
            has_new_question=any(f"{ASKED}:{row.pk}" not in told for row in asked),
        )

    def _deciding_themselves(self, unit: Unit) -> set[int]:
        """Those who decide as the unit: a file that they lay aside is no news to each other."""
        managers = (user for user, units in self.units_of.items() if unit in units)
        return {user.pk for user in managers if not user.is_development_lead}

    def _left(self, unit: Unit) -> tuple[Task, ...]:
        if self.figures is None:
            return ()
        tasks = tasks_of(self.figures, unit.pk)
        return tuple(task for task in tasks if task.is_left and task.row.is_obliged)


def _is_new(
    day: date | None, kind: str, row: Certificate, since: date, told: frozenset[str]
) -> bool:
    return day is not None and day >= since and f"{kind}:{row.pk}" not in told


def _by_unit(rows: CertificateQuerySet) -> dict[int, list[Certificate]]:
    found: dict[int, list[Certificate]] = defaultdict(list)
    in_order: Iterable[Certificate] = rows.select_related("staff_member", "course").order_by("pk")
    for row in in_order:
        found[row.unit_id].append(row)
    return found
