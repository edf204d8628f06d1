"""Departments, providers and courses: what an administrator adds and renames."""

from django.db import transaction

from focusareas.change_words import changed_words, values_of
from focusareas.models import Course, Department, Provider, User
from focusareas.models.audit import record

Entry = Department | Provider | Course
FIELDS = {
    Department: ("name",),
    Provider: ("name",),
    Course: ("name", "issuer", "url", "fingerprints"),
}


@transaction.atomic
def save_entry(entry: Entry, *, by: User) -> None:
    """Save a new or changed department, provider or course."""
    before = values_of(entry, FIELDS[type(entry)]) if entry.pk else None
    entry.save()
    if before is None:
        record(by=by, text=f"Lade till {entry}.", about=entry)
    elif words := changed_words(entry, before):
        record(by=by, text=f"Ändrade {entry}: {words}.", about=entry)
