"""Who signs in to the demo: the managers of all units, and one login to try for each role."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from focusareas.demo.organisation import CLOSED, Organisation
from focusareas.demo.people import Staff, leads_itself
from focusareas.demo.rows import Rows
from focusareas.models import DepartmentHead, UnitManager, User

PASSWORD = "demo-vrplan-2023"
LONG_AGO = date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Login:
    """An address to sign in with, what it shows, and whose it is: a unit code and a place there."""

    email: str
    role: str
    place: tuple[str, int]


LEAD = Login("ledare@demo.example", "utvecklingsledare", ("KV01", 1))
LOGINS = (
    LEAD,
    Login("administrator@demo.example", "administratör", ("KV03", 1)),
    Login("styrgrupp@demo.example", "styrgruppen", ("KV02", 5)),
    Login("avdelningschef@demo.example", "avdelningschef, äldreomsorg", ("KV02", 4)),
    Login("enhetschef@demo.example", "enhetschef, 44 medarbetare", ("AO01", 0)),
    Login("fleraenheter@demo.example", "enhetschef för flera enheter", ("IF10", 0)),
    Login("privat@demo.example", "chef hos en privat utförare", ("PR01", 0)),
    Login("medarbetare@demo.example", "medarbetare utan uppdrag", ("AO05", 12)),
)
DEVELOPMENT_LEADS = {("KV01", 1)}
ADMINISTRATORS = {("KV03", 1)}
STEERING_GROUP = {("KV02", 1), ("KV02", 2), ("KV02", 5)}
HEADS = {
    "Myndighetsavdelningen": 1,
    "Individ- och familjeomsorg": 2,
    "Funktionshinder": 3,
    "Äldreomsorg": 4,
    "Kvalitet och utveckling": 6,
}
# The unit's manager before the day, and who stands in, by the unit that they manage.
HAD_BEFORE = {"FH09": "FH08", "AO16": "AO15", "MY07": "MY06"}
HANDED_OVER = date(2022, 9, 30)
STANDS_IN = {"FH24": "FH23", "AO02": "AO03", "IF05": "IF04", "PR02": "PR01"}
STOOD_IN_FROM = date(2023, 1, 1)


class Access:
    """The users by place, and the manager of each unit by unit code."""

    def __init__(self, rows: Rows, staff: Staff) -> None:
        self.rows, self.staff = rows, staff
        self.managers: dict[str, User] = {}
        self._users: dict[tuple[str, int], User] = {}
        self._emails = {login.place: login.email for login in LOGINS}
        self._password = make_password(PASSWORD)

    def user_at(self, code: str, place: int) -> User:
        """The login of the person who has this place at the unit, made when first asked for."""
        if (code, place) not in self._users:
            self._users[code, place] = self._make_user(code, place)
        return self._users[code, place]

    @property
    def lead(self) -> User:
        """The development lead, who reviews what comes in."""
        return self.user_at(*LEAD.place)

    def _make_user(self, code: str, place: int) -> User:
        person, at = self.staff.posts[code][place].person, (code, place)
        is_login = at in self._emails
        person.email = self._emails.get(at, person.email)
        return self.rows.add(
            User(
                email=person.email,
                password=self._password if is_login else make_password(None),
                first_name=person.given_name,
                last_name=person.family_name,
                staff_member=person,
                is_development_lead=at in DEVELOPMENT_LEADS,
                is_administrator=at in ADMINISTRATORS,
                is_in_steering_group=at in STEERING_GROUP,
            )
        )


def make_access(rows: Rows, organisation: Organisation, staff: Staff) -> Access:
    """Logins for all who manage, head, lead or try, and their duties."""
    access = Access(rows, staff)
    for code, place in [*(login.place for login in LOGINS), *sorted(STEERING_GROUP)]:
        access.user_at(code, place)
    for code, leading in _leading_units(organisation):
        access.managers[code] = access.user_at(leading, 0)
    for department, place in HEADS.items():
        rows.add(
            DepartmentHead(
                user=access.user_at("KV02", place),
                department=organisation.departments[department],
                first_day=LONG_AGO,
            )
        )
    _give_units(rows, organisation, access)
    return access


def _leading_units(organisation: Organisation) -> Iterator[tuple[str, str]]:
    """Each unit code with that of the unit where its manager works."""
    before, leading = None, ""
    for workplace in organisation:
        if leads_itself(workplace, before):
            leading = workplace.unit.code
        yield workplace.unit.code, leading
        before = workplace


def _give_units(rows: Rows, organisation: Organisation, access: Access) -> None:
    """Who manages each unit, who did before, and who stands in."""
    for code, user in access.managers.items():
        unit = organisation.unit(code)
        begins = date(2022, 10, 1) if code in HAD_BEFORE else unit.first_day or LONG_AGO
        rows.add(UnitManager(user=user, unit=unit, first_day=begins, last_day=CLOSED.get(code)))
    for code, other in HAD_BEFORE.items():
        rows.add(
            UnitManager(
                user=access.managers[other],
                unit=organisation.unit(code),
                first_day=LONG_AGO,
                last_day=HANDED_OVER,
            )
        )
    for code, other in STANDS_IN.items():
        rows.add(
            UnitManager(
                user=access.managers[other],
                unit=organisation.unit(code),
                first_day=STOOD_IN_FROM,
                is_deputy=True,
            )
        )
