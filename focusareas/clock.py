"""What day it is: the Swedish calendar's, or the one that a demonstration stands still on."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day that views and commands take once and hand down."""
    standing: date | None = settings.TODAY
    return standing or timezone.localdate()
