"""The day and the plan whose figures a page shows: those of today, or others asked for."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
PLAN_CODE = re.compile(r"[-\w]{1,50}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ShownDay:
    """The day a page shows beside the day it is, and the plan if another than the day's own."""

    day: date
    today: date
    plan_code: str = ""

    @property
    def is_today(self) -> bool:
        """Whether the page shows how things stand now."""
        return self.day == self.today

    @property
    def is_past(self) -> bool:
        """Whether the day is over, so that more may have been recorded about it since."""
        return self.day < self.today

    @property
    def in_address(self) -> dict[str, str]:
        """Day and plan as the address holds them: not at all when they are the usual ones."""
        day = {} if self.is_today else {"day": self.day.isoformat()}
        return day | ({"plan": self.plan_code} if self.plan_code else {})

    @property
    def query(self) -> str:
        """What a link to another page of figures ends with, so that it shows the same."""
        return f"?{urlencode(self.in_address)}" if self.in_address else ""


def shown_day(request: HttpRequest, today: date) -> ShownDay:
    """What the address asks for; anything that is not a day is pointed out and left aside."""
    code = request.GET.get("plan", "")
    plan_code = code if PLAN_CODE.fullmatch(code) else ""
    return ShownDay(day_in_address(request, "day") or today, today, plan_code)


def day_in_address(request: HttpRequest, name: str) -> date | None:
    """The day of this name in the address; anything that is not a day is pointed out."""
    asked = request.GET.get(name, "").strip()
    if not asked:
        return None
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        day = date.min
    if FIRST_DAY <= day <= LAST_DAY:
        return day
    messages.warning(request, "Dagen gick inte att förstå. Du ser läget i dag.")
    return None
