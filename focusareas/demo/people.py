"""The invented staff: who works where from when to when, with leave, moves and double posts.

The list of units says how many work at each on the day of the count, leave not included. Around
them come those who have left, those on leave and those who begin later.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, cycle, pairwise
from random import Random

from focusareas.demo.names import AT_PLACE, AT_UNIT, NameGiver
from focusareas.demo.organisation import CLOSED, OPENED, Organisation, Workplace
from focusareas.demo.rows import Rows
from focusareas.models import Absence, Employment, StaffMember
from focusareas.names import fold, search_key

COUNT_DAY = date(2023, 4, 30)
ONE_DAY = timedelta(days=1)
# Units whose staff stays the same until all of them have handed in their certificates.
SETTLED = ("KV01", "IF01", "MY01", "FH15", "AO13")
PROTECTED = {("MY05", 4), ("IF01", 6), ("AO01", 9)}
# A manager of a unit this small has another unit as well.
SHARES_MANAGER = 7
DOUBLE_POSTS = 40
ALSO_AT_PROVIDER = {"PR01": "AO05", "PR04": "AO02"}
ON_LEAVE, FORMER_LEAVE = 60, 25
WHERE_TO = {"AO08": ["AO07"], "FH18": ["FH19", "FH20"]}

TITLES = {
    "social": ["Socialsekreterare"] * 7 + ["Handläggare", "1:e socialsekreterare", "Assistent"],
    "treatment": ["Behandlare"] * 4 + ["Familjebehandlare", "Socionom", "Kurator"],
    "support": ["Stödassistent"] * 5 + ["Stödpedagog", "Boendestödjare", "Personlig assistent"],
    "care": ["Undersköterska"] * 6 + ["Vårdbiträde"] * 3 + ["Planerare"],
    "health": ["Sjuksköterska"] * 5 + ["Arbetsterapeut", "Fysioterapeut"],
    "service": ["Kock", "Måltidsbiträde", "Vaktmästare", "Måltidsbiträde"],
    "staff": ["Handläggare", "Utredare", "Systemförvaltare", "Controller"],
    "management": ["Utredare"],
}
LEADERS = [
    "Socialdirektör",
    "Myndighetschef",
    "Avdelningschef IFO",
    "Avdelningschef funktionshinder",
    "Avdelningschef äldreomsorg",
    "Kvalitetschef",
    "Stabschef",
]
SPECIAL_TITLES = {
    "KV01": ["Enhetschef", "Utvecklingsledare", "Verksamhetsutvecklare", "Utredare"],
    "KV02": LEADERS,
    "KV03": ["Enhetschef", "Systemförvaltare"],
    "MY05": ["Enhetschef", "Samordnare"],
}


@dataclass(slots=True)
class Post:
    """One employment with its leave."""

    employment: Employment
    leave: list[Absence] = field(default_factory=list)

    @property
    def person(self) -> StaffMember:
        """Who has the post."""
        return self.employment.staff_member

    def works_on(self, day: date) -> bool:
        """Whether the employment holds and no leave does."""
        return _holds(self.employment, day) and not any(_holds(row, day) for row in self.leave)


def _holds(row: Employment | Absence, day: date) -> bool:
    return row.first_day <= day and (row.last_day is None or row.last_day >= day)


class Staff:
    """Everybody's posts by unit code, those of the day of the count first at each unit."""

    def __init__(self, rows: Rows, organisation: Organisation, rng: Random) -> None:
        self.rows, self.organisation, self.rng = rows, organisation, rng
        self.posts: dict[str, list[Post]] = defaultdict(list)
        self._names = NameGiver(rng)
        self._own_numbers, self._contracted_numbers = count(417, 7), count(2001, 3)
        self._addresses: dict[str, int] = defaultdict(int)

    def working(self, code: str, day: date) -> list[Post]:
        """The unit's posts that are filled that day, leave left out."""
        return [post for post in self.posts[code] if post.works_on(day)]

    def hire(self, workplace: Workplace, title: str, name: tuple[str, str] | None = None) -> Post:
        """A new person at the unit, since long ago unless the days are changed."""
        given, family = name or self._names.next()
        number = (
            f"{next(self._own_numbers):05d}"
            if workplace.is_own
            else f"P{next(self._contracted_numbers)}"
        )
        person = StaffMember(
            employee_number=number,
            given_name=given,
            family_name=family,
            email=self._address(workplace, f"{given} {family}"),
        )
        person.set_keys()
        return self.employ(self.rows.add(person), workplace, title, first_day=self._long_ago())

    def employ(
        self, person: StaffMember, workplace: Workplace, title: str, *, first_day: date
    ) -> Post:
        """One more employment for the person, no earlier than the unit opened."""
        opened = workplace.unit.first_day or first_day
        post = Post(
            self.rows.add(
                Employment(
                    staff_member=person,
                    unit=workplace.unit,
                    title=title,
                    first_day=max(first_day, opened),
                )
            )
        )
        self.posts[workplace.unit.code].append(post)
        return post

    def send_on_leave(self, post: Post, first_day: date, last_day: date | None) -> None:
        """Long leave from the post."""
        leave = Absence(employment=post.employment, first_day=first_day, last_day=last_day)
        post.leave.append(self.rows.add(leave))

    def move(self, post: Post, code: str, day: date) -> None:
        """The person ends at the unit the day before, and begins at the other if not there."""
        post.employment.last_day = day - ONE_DAY
        if not any(other.person is post.person for other in self.working(code, day)):
            workplace = self.organisation.workplaces[code]
            self.employ(post.person, workplace, post.employment.title, first_day=day)

    def day_between(self, first: date, last: date) -> date:
        """Some day of the period."""
        return first + timedelta(days=self.rng.randint(0, (last - first).days))

    def _long_ago(self) -> date:
        return self.day_between(date(2006, 1, 1), date(2021, 12, 31))

    def _address(self, workplace: Workplace, name: str) -> str:
        """given.family@ the employer, with a number for the second of the same name."""
        provider = workplace.unit.provider
        employer = fold(provider.name) if provider else "socialforvaltningen"
        address = search_key(name).replace(" ", ".")
        self._addresses[address] += 1
        number = self._addresses[address]
        return f"{address}{number if number > 1 else ''}@{employer}.example"


def make_staff(rows: Rows, organisation: Organisation, rng: Random) -> Staff:
    """All people, in the same order each time."""
    rows.expect(StaffMember, Employment, Absence)
    staff = Staff(rows, organisation, rng)
    changing = [place for place in organisation if place.unit.code not in SETTLED]
    shared = _double_posts(changing, rng)
    for workplace in organisation:
        _fill(staff, workplace, shared.get(workplace.unit.code))
    for workplace in changing:
        others = [
            place
            for place in changing
            if place.department == workplace.department
            and place.unit.provider is workplace.unit.provider
            and place.unit.code not in OPENED.keys() | {workplace.unit.code}
        ]
        _come_and_go(staff, workplace, others)
    _send_some_on_leave(staff, list(organisation))
    _close(staff)
    return staff


def leads_itself(workplace: Workplace, before: Workplace | None) -> bool:
    """Whether the unit has a manager of its own, rather than that of the unit listed before."""
    is_first = before is None or (before.department, before.unit.provider) != (
        workplace.department,
        workplace.unit.provider,
    )
    return is_first or workplace.size > SHARES_MANAGER


def _double_posts(changing: list[Workplace], rng: Random) -> dict[str, str]:
    """For some units, the unit that one of its people works at as well."""
    neighbours = [
        (one.unit.code, other.unit.code)
        for other, one in pairwise(changing)
        if one.is_own and one.department == other.department
    ]
    return dict(rng.sample(neighbours, DOUBLE_POSTS)) | ALSO_AT_PROVIDER


def _fill(staff: Staff, workplace: Workplace, shared_with: str | None) -> None:
    """As many people as shall work at the unit on the day of the count."""
    code, rng = workplace.unit.code, staff.rng
    titles = SPECIAL_TITLES.get(code, ["Enhetschef"])
    names = iter(AT_UNIT.get(code, []))
    for place in range(workplace.size):
        title = titles[place] if place < len(titles) else rng.choice(TITLES[workplace.staff])
        if shared_with and place == workplace.size - 1:
            other = rng.choice(staff.posts[shared_with][2:5])
            staff.employ(other.person, workplace, title, first_day=date(2021, 9, 1))
            continue
        name = AT_PLACE.get((code, place))
        if place >= len(titles):
            name = next(names, None)
        post = staff.hire(workplace, title, name)
        post.person.is_protected = (code, place) in PROTECTED


def _come_and_go(staff: Staff, workplace: Workplace, others: list[Workplace]) -> None:
    """Around those of the day of the count: those who began lately, and those before them."""
    code, rng = workplace.unit.code, staff.rng
    for post in staff.posts[code][5 : workplace.size]:
        chance = rng.random()
        if chance < 0.08:
            origin = rng.choice(others) if others and chance < 0.04 else None
            _began_lately(staff, post, origin)
    few = round(workplace.size * 0.06)
    for _ in range(0 if code in OPENED else few):
        left = staff.hire(workplace, rng.choice(TITLES[workplace.staff]))
        left.employment.last_day = staff.day_between(date(2022, 2, 15), date(2023, 3, 31))


def _began_lately(staff: Staff, post: Post, origin: Workplace | None) -> None:
    """The post began during the plan; some came to it from another unit."""
    before, opened = post.employment.first_day, post.employment.unit.first_day
    post.employment.first_day = day = staff.day_between(
        opened or date(2022, 2, 1), date(2023, 4, 10)
    )
    if origin and not opened:
        old = staff.employ(post.person, origin, post.employment.title, first_day=before)
        old.employment.last_day = day - ONE_DAY


def _send_some_on_leave(staff: Staff, everywhere: list[Workplace]) -> None:
    """People on leave on the day of the count, beside those counted; and leave before and after."""
    rng = staff.rng
    for workplace in rng.choices(everywhere, k=ON_LEAVE):
        post = staff.hire(workplace, rng.choice(TITLES[workplace.staff]))
        back = staff.day_between(date(2023, 8, 15), date(2024, 3, 31))
        first_day = staff.day_between(date(2023, 1, 10), date(2023, 4, 1))
        staff.send_on_leave(post, first_day, rng.choice([back, back, None]))
    for workplace in rng.sample(everywhere, k=FORMER_LEAVE):
        post = staff.posts[workplace.unit.code][3]
        first_day = staff.day_between(date(2022, 1, 10), date(2022, 6, 1))
        staff.send_on_leave(post, first_day, first_day + timedelta(days=rng.randint(60, 140)))


def _close(staff: Staff) -> None:
    """Whoever works at a unit that closes goes on at another."""
    for code, destinations in WHERE_TO.items():
        for post, destination in zip(staff.posts[code], cycle(destinations), strict=False):
            if post.employment.last_day is None:
                staff.move(post, destination, CLOSED[code] + ONE_DAY)
