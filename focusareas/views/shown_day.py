"""The day whose figures a page shows: today, or another that the address asks for."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class ShownDay:
    """The day a page shows beside the day it is."""

    day: date
    today: date

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
        """The day as the address holds it: not at all when it is today."""
        return {} if self.is_today else {"day": self.day.isoformat()}

    @property
    def query(self) -> str:
        """What a link to another page of figures ends with, so that it shows the same day."""
        return "" if self.is_today else f"?day={self.day.isoformat()}"


def shown_day(request: HttpRequest, today: date) -> ShownDay:
    """The day in the address; anything that is not a day is pointed out and left aside."""
    asked = request.GET.get("day", "").strip()
    if not asked:
        return ShownDay(today, today)
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        day = date.min
    if not FIRST_DAY <= day <= LAST_DAY:
        messages.warning(request, "Dagen gick inte att förstå. Du ser läget i dag.")
        return ShownDay(today, today)
    return ShownDay(day, today)
