"""The indicators that a plan's file names, with the values that were known when it was written."""

from decimal import Decimal
from typing import Any

from focusareas.models import Activity, Indicator, IndicatorValue, Plan
from focusareas.plan_rows import RowWriter
from focusareas.plan_table import Table


def load_indicator(rows: RowWriter, table: Table, plan: Plan) -> None:
    """The indicator and its values; what was taken away on a page stays away."""
    keys = {"plan": plan, "name": table.text("name")}
    activity = _activity(table, "activity", plan)
    if activity and activity.measure != Activity.Measure.INDICATOR:
        raise table.fault(f"aktivitet {activity.code} har inte måttet indicator.")
    values: dict[str, Any] = {
        "activity": activity,
        "counts": _activity(table, "counts", plan),
        "in_percent": table.get("in_percent", bool, False),
        "unit_of_measure": table.text("unit_of_measure", ""),
        "source": table.text("source", ""),
        "target": _number(table, "target"),
        "direction": table.text("direction", Indicator.Direction.HIGHER),
    }
    known = list(table.tables("values", lambda _, number: f"{table.place}, värde {number}"))
    table.refuse_unread()
    if rows.is_taken_away(Indicator, table, keys):
        return
    indicator = rows.upsert(Indicator, table, keys, **values)
    for value in known:
        _load_value(rows, value, indicator)


def _load_value(rows: RowWriter, table: Table, indicator: Indicator) -> None:
    keys = {"indicator": indicator, "day": table.day("day")}
    value, note = _number(table, "value"), table.text("note", "")
    table.refuse_unread()
    if value is None:
        raise table.fault("”value” saknas.")
    if not rows.is_taken_away(IndicatorValue, table, keys):
        rows.upsert(IndicatorValue, table, keys, value=value, note=note)


def _activity(table: Table, key: str, plan: Plan) -> Activity | None:
    code = table.text(key, "")
    found = Activity.objects.filter(plan=plan, code=code).first() if code else None
    if code and not found:
        raise table.fault(f"aktivitet {code} finns inte i planen.")
    return found


def _number(table: Table, key: str) -> Decimal | None:
    """A whole number, or one with decimals."""
    value = table.data.get(key)
    kind = float if isinstance(value, float) else int
    return Decimal(str(table.get(key, kind))) if key in table.data else None
