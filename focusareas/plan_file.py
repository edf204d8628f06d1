"""A plan as a file: read it, check it and bring the database into line with it.

The form of the file is described in docs/plan-file.md. Loading adds what is new and writes
what the file says otherwise than when it was last loaded, so that what was decided on the plan's
pages stays. It removes nothing: an activity or a decided deadline that the file does not name
stays as it is, with all evidence.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from focusareas.deadlines import last_day_of
from focusareas.models import Activity, Course, Deadline, FocusArea, Plan, UnitTag
from focusareas.models.audit import record
from focusareas.plan_indicators import load_indicator
from focusareas.plan_letter import PlanLetter
from focusareas.plan_rows import RowWriter
from focusareas.plan_table import BrokenPlanError, Table

DEFAULT_PLAN = Path(__file__).parent / "data" / "plan-2022-2023.toml"
SAYINGS = ("exact", "about", "over")


@dataclass(slots=True)
class Outcome:
    """What loading did: the plan, how many rows were new, and in words each change.

    `kept` is where the file says one thing and the plan's pages another that stays.
    """

    plan: Plan
    new: int
    changes: list[str]
    kept: list[str]

    def __str__(self) -> str:
        return f"{self.plan}: {self.new} nya rader, {len(self.changes)} ändrade."


def load_plan(path: Path) -> Outcome:
    """Load the file in one transaction; BrokenPlanError, and nothing saved, when it is wrong."""
    table = Table("planen", _parse(path))
    with transaction.atomic():
        outcome = _Loader(table).load()
        if outcome.new or outcome.changes:
            text = "\n".join([f"Läste in {path.name}. {outcome}", *outcome.changes])
            record(by=None, text=text, about=outcome.plan)
    return outcome


def _parse(path: Path) -> dict[str, Any]:
    """The file as tables."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BrokenPlanError(f"Filen {path} finns inte eller går inte att läsa.") from error
    except UnicodeDecodeError as error:
        raise BrokenPlanError(f"Filen {path} är inte sparad som UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        where = f"rad {found[1]}" if found else "slutet av filen"
        raise BrokenPlanError(f"Filen {path} följer inte formatet TOML, se {where}.") from error


class _Loader:
    """Brings one plan into line with its file; used once."""

    def __init__(self, table: Table) -> None:
        self.table = table
        known = Plan.objects.filter(code=table.data.get("code", "")).first()
        self.rows = RowWriter(known.as_loaded if known else {})

    def load(self) -> Outcome:
        """Everything, in the order of what stands on what."""
        self.plan = plan = self._load_plan()
        for table in self._listed("courses", "kurs", "code"):
            self._load_course(table)
        for table in self._listed("focus_areas", "fokusområde", "number"):
            self._load_focus_area(table)
        activities = self._listed("activities", "aktivitet", "code")
        indicators = self._listed("indicators", "indikator", "name")
        self.table.refuse_unread()
        for position, table in enumerate(activities, start=1):
            self._load_activity(table, position)
        for table in activities:
            activity = Activity.objects.get(plan=plan, code=table.text("code"))
            self._load_preconditions(activity, table)
            table.refuse_unread()
        for table in indicators:
            load_indicator(self.rows, table, plan)
        if plan.as_loaded != self.rows.said:
            plan.as_loaded = self.rows.said
            plan.save(update_fields=["as_loaded"])
        return Outcome(plan, len(self.rows.made), self.rows.changes, self.rows.kept)

    def _load_plan(self) -> Plan:
        table = self.table
        letter = _as_json(table.get("letter", dict, {}))
        PlanLetter.read(letter)
        return self.rows.upsert(
            Plan,
            table,
            {"code": table.text("code")},
            name=table.text("name"),
            case_number=table.text("case_number"),
            first_day=table.day("first_day"),
            last_day=table.day("last_day"),
            letter=letter,
            source=table.text("source", ""),
        )

    def _load_course(self, table: Table) -> None:
        self.rows.upsert(
            Course,
            table,
            {"code": table.text("code")},
            name=table.text("name"),
            issuer=table.text("issuer", ""),
            url=table.text("url", ""),
            fingerprints=table.texts("fingerprints"),
        )
        table.refuse_unread()

    def _load_focus_area(self, table: Table) -> None:
        name = table.text("name")
        self.rows.upsert(
            FocusArea,
            table,
            {"plan": self.plan, "number": table.get("number", int)},
            name=name,
            short_name=table.text("short_name", name),
            introduction=table.text("introduction", ""),
            source=table.text("source", ""),
        )
        table.refuse_unread()

    def _load_activity(self, table: Table, position: int) -> None:
        plan = self.plan
        activity = self.rows.upsert(
            Activity,
            table,
            {"plan": plan, "code": table.text("code")},
            focus_area=self._focus_area(table),
            position=position,
            title=table.text("title"),
            description=table.text("description", ""),
            **_link(table),
            measure=table.text("measure"),
            own=table.text("own", Activity.Duty.NONE),
            contracted=table.text("contracted", Activity.Duty.NONE),
            starts_on=table.day("starts_on", plan.first_day),
            target=_amount(table, "target"),
            parts=table.texts("parts"),
            responsible=table.text("responsible", ""),
            funding=table.text("funding", ""),
            amount_sek=_amount(table, "amount_sek"),
            saying=_saying(table),
            source=table.text("source", ""),
            first_day=table.day("first_day", None),
            last_day=table.day("last_day", None),
            ended_by=table.text("ended_by", ""),
            certificate_max_age_years=_years(table),
        )
        tags = [UnitTag.objects.get_or_create(name=name)[0] for name in table.texts("tags")]
        self.rows.relate(activity, table, "tags", tags)
        self.rows.relate(activity, table, "courses", self._courses(table))
        self._load_deadlines(activity, table)

    def _focus_area(self, table: Table) -> FocusArea | None:
        number = table.get("focus_area", int, 0)
        area = FocusArea.objects.filter(plan=self.plan, number=number).first()
        if "focus_area" in table.data and not area:
            raise table.fault(f"fokusområde {number} finns inte i planen.")
        return area

    def _courses(self, table: Table) -> list[Course]:
        courses = []
        for code in table.texts("courses"):
            course = Course.objects.filter(code=code).first()
            if not course:
                raise table.fault(f"kursen ”{code}” finns inte.")
            courses.append(course)
        return courses

    def _load_deadlines(self, activity: Activity, table: Table) -> None:
        tables = list(table.tables("deadlines", lambda _, n: f"{table.place}, slutdatum {n}"))
        _refuse_twice([item.data.get("decided_on") for item in tables], table, "beslutsdag")
        for deadline in tables:
            day = deadline.day("day", None)
            precision = deadline.text("precision", "day" if day else "none")
            if day and day != last_day_of(day, precision):
                raise deadline.fault("”day” ska vara den sista dagen av det som står.")
            self.rows.upsert(
                Deadline,
                deadline,
                {"activity": activity, "decided_on": deadline.day("decided_on", None)},
                day=day,
                precision=precision,
                written=deadline.text("written", ""),
                decided_by=deadline.text("decided_by", ""),
                reason=deadline.text("reason", ""),
            )
            deadline.refuse_unread()

    def _load_preconditions(self, activity: Activity, table: Table) -> None:
        codes = table.texts("after")
        found = Activity.objects.filter(plan=self.plan, code__in=codes)
        missing = set(codes) - {other.code for other in found} or set(codes) & {activity.code}
        if missing:
            raise table.fault(f"den kan inte förutsätta aktivitet {min(missing)}.")
        self.rows.relate(activity, table, "preconditions", list(found))

    def _listed(self, key: str, noun: str, name: str) -> list[Table]:
        """The tables of a list, each named by its code or number, none of them twice."""
        tables = list(
            self.table.tables(key, lambda item, n: f"{noun} {item.get(name, f'nr {n} i listan')}")
        )
        _refuse_twice([table.data.get(name) for table in tables], self.table, noun)
        return tables


def _refuse_twice(names: list[Any], table: Table, noun: str) -> None:
    for name, times in Counter(map(str, names)).items():
        if times > 1:
            raise table.fault(f"{noun} {name} står {times} gånger.")


def _amount(table: Table, key: str) -> int | None:
    return table.get(key, int) if key in table.data else None


def _years(table: Table) -> int | None:
    """How old a certificate may be when the plan begins; none when that does not matter."""
    return _amount(table, "certificate_max_age_years")


def _link(table: Table) -> dict[str, str]:
    """The address, only where the file has one: otherwise it is put in on the activity's page."""
    link = table.text("link", "")
    return {"link": link} if link else {}


def _saying(table: Table) -> dict[str, str]:
    """How each figure is said, unless the author picks another way."""
    saying = table.get("saying", dict, {})
    for figure, manner in saying.items():
        if manner not in SAYINGS:
            raise table.fault(f"”saying”: {figure} ska vara {', '.join(SAYINGS)}.")
    return saying


def _as_json(value: Any) -> Any:
    """The same with days as text, as a JSON field holds it."""
    if isinstance(value, dict):
        return {key: _as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
