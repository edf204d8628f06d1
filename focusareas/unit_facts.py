"""What a unit is called, belongs to and is led by on a day: read in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from focusareas.models import Certificate, KeyPerson, Unit, UnitManager
from focusareas.models.access import has_left
from focusareas.models.days import holds_on
from focusareas.models.people import HIDDEN
from focusareas.names import plain
from focusareas.naming import Names


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name the unit went under, until and including a day."""

    name: str
    last_day: date


@dataclass(frozen=True, slots=True)
class LostKeyPerson:
    """Who was key person last, until which day, and whether it was the employment that ended."""

    name: str
    last_day: date
    has_left: bool


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """The heading of a unit's page: name, managers and placement of the day, all else of today.

    `name_today` is there when it is another.
    """

    pk: int
    code: str
    name: str
    operation: str
    provider: str
    department: str
    first_day: date | None
    last_day: date | None
    managed_by_reader: bool
    led_by_reader: bool
    n_questions: int
    first_question: int | None
    managers: tuple[str, ...]
    has_manager: bool
    lost_key_person: LostKeyPerson | None
    tags: tuple[str, ...]
    former_names: tuple[FormerName, ...]
    name_today: str

    def is_open_on(self, day: date) -> bool:
        """Whether the unit is open that day."""
        return (self.first_day or day) <= day <= (self.last_day or day)


def read_unit(units: QuerySet[Unit], pk: int, *, names: Names, on: date) -> UnitFacts:
    """The facts of one of these units; `Unit.DoesNotExist` when it is not among them."""
    managed = UnitManager.objects.on(names.on).filter(unit=OuterRef("pk"), user=names.reader)
    questions = Certificate.objects.questions().filter(unit=OuterRef("pk"))
    rows: list[dict[str, Any]] = list(
        units.filter(pk=pk)
        .annotate(
            placed=FilteredRelation("placements", condition=holds_on(on, "placements__")),
            led=FilteredRelation("managers", condition=holds_on(on, "managers__")),
            department=F("placed__department__name"),
            provider_name=F("provider__name"),
            manager_pk=F("led__user"),
            manager_given=F("led__user__first_name"),
            manager_family=F("led__user__last_name"),
            manager_email=F("led__user__email"),
            manager_is_hidden=names.is_hidden_login("led__user"),
            is_deputy=F("led__is_deputy"),
            leads_until=F("led__last_day"),
            may_sign_in=F("led__user__is_active"),
            has_left=has_left("led__user__staff_member", on),
            lost_key_person=_lost_key_person(names, on),
            tag=F("tags__name"),
            former_name=F("former_names__name"),
            former_until=F("former_names__last_day"),
            managed_by_reader=Exists(managed),
            led_by_reader=Exists(managed.filter(is_deputy=False)),
            n_questions=question_count(),
            first_question=Subquery(questions.in_turn().values("pk")[:1]),
        )
        .order_by("is_deputy", "manager_family", "manager_email", "tag", "-former_until")
        .values()
    )
    if not rows:
        raise Unit.DoesNotExist
    return _facts(rows, on)


def names_on(day: date, name: str, former: Iterable[FormerName]) -> tuple[str, str]:
    """What a unit was called that day, and its name of today when that is another."""
    later = [former_name for former_name in former if former_name.last_day >= day]
    then = min(later, key=attrgetter("last_day")).name if later else name
    return then, name if name != then else ""


def question_count() -> Coalesce:
    """How many certificates that a unit handed in wait for somebody to say whose they are."""
    questions = Certificate.objects.questions().filter(unit=OuterRef("pk")).order_by()
    return Coalesce(Subquery(questions.values("unit").annotate(n=Count("pk")).values("n")), 0)


def _facts(rows: list[dict[str, Any]], on: date) -> UnitFacts:
    """The joined rows as one unit; what repeats is kept once, in order."""
    first = rows[0]
    known = _once((row["former_name"], row["former_until"]) for row in rows)
    former = tuple(FormerName(name, until) for name, until in known if name)
    name, name_today = names_on(on, first["name"], former)
    return UnitFacts(
        pk=first["id"],
        code=first["code"],
        name=name,
        operation=first["operation"],
        provider=first["provider_name"] or "",
        department=first["department"] or "",
        first_day=first["first_day"],
        last_day=first["last_day"],
        managed_by_reader=first["managed_by_reader"],
        led_by_reader=first["led_by_reader"],
        n_questions=first["n_questions"],
        first_question=first["first_question"],
        managers=tuple(_once(_manager_name(row) for row in rows if row["manager_pk"])),
        has_manager=any(_is_able(row) and not row["is_deputy"] for row in rows),
        lost_key_person=_lost(first["lost_key_person"]),
        tags=tuple(_once(row["tag"] for row in rows if row["tag"])),
        former_names=former,
        name_today=name_today,
    )


def _once(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(values))


def _manager_name(row: dict[str, Any]) -> str:
    name = plain(f"{row['manager_given']} {row['manager_family']}") or row["manager_email"]
    name = HIDDEN if row["manager_is_hidden"] else name
    return name + remark(
        row["is_deputy"],
        until=row["leads_until"],
        has_left=row["has_left"],
        may_sign_in=row["may_sign_in"],
    )


def _is_able(row: dict[str, Any]) -> bool:
    return row["manager_pk"] is not None and row["may_sign_in"] and not row["has_left"]


def remark(is_deputy: bool, *, until: date | None, has_left: bool, may_sign_in: bool) -> str:
    """What stands after the name of somebody who leads a unit: " (ersättare, har slutat)"."""
    words = ["ersättare"] if is_deputy else []
    if until:
        words.append(f"till och med {until}")
    if has_left:
        words.append("har slutat")
    elif not may_sign_in:
        words.append("inloggningen är avstängd")
    return f" ({', '.join(words)})" if words else ""


def without_manager(units: QuerySet[Unit], *, on: date) -> QuerySet[Unit]:
    """Those open that day that nobody manages: deputies, and who has left, do not count."""
    managed = UnitManager.objects.able_on(on).filter(is_deputy=False)
    return units.filter(holds_on(on)).exclude(pk__in=managed.values("unit"))


def _lost_key_person(names: Names, on: date) -> Subquery:
    """The last of those whose duty or employment at the unit is over; none while it has one."""
    duties = KeyPerson.objects.filter(unit=OuterRef("pk"), first_day__lte=on)
    lost = duties.exclude(unit__in=KeyPerson.objects.active_on(on).values("unit")).over_before(on)
    told = JSONObject(
        given="staff_member__given_name",
        family="staff_member__family_name",
        is_hidden=names.is_hidden("staff_member"),
        held_until="held_until",
        left_on="left_on",
    )
    return Subquery(lost.values(told=told)[:1])


def _lost(row: dict[str, Any] | None) -> LostKeyPerson | None:
    if row is None:
        return None
    name = HIDDEN if row["is_hidden"] else f"{row['given']} {row['family']}".strip()
    last_day = date.fromisoformat(row["held_until"])
    return LostKeyPerson(name, last_day, has_left=row["left_on"] == row["held_until"])
