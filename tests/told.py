"""What the trace tells of something, as a page shows it to somebody who reads it."""

from datetime import date

from django.db import models

from focusareas import trace
from focusareas.models import User
from focusareas.naming import Names

TODAY = date(2023, 4, 30)


def told(thing: models.Model, reader: User | None = None, *, on: date = TODAY) -> list[str]:
    """The sentences, latest first; without a reader as the lead reads them."""
    reader = reader or User(is_development_lead=True)
    return [entry.text for entry in trace.latest(thing, names=Names(reader, on=on)).entries]
