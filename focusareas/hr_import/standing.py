"""What stands in the way of undoing an import; each question is asked once, for all of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps

from focusareas.hr_import import circles, done_since, overlaps
from focusareas.hr_import.built_on import Keys, built_on, needed
from focusareas.hr_import.done_since import Deed
from focusareas.hr_import.hindrances import Found, Hindrance
from focusareas.hr_import.journal import Entry, Journal, Model, entries
from focusareas.hr_import.overlaps import Back, Pair, Rows
from focusareas.hr_import.stored_rows import Wanted
from focusareas.hr_import.written import Written, size_of
from focusareas.models import ImportBatch, Unit

CHANGED = "har ändrats sedan dess"
BUILT_ON = "har kommit till och bygger på den"
IN_CIRCLES = "skulle ersätta varandra i en cirkel om inläsningen ångrades"
OVERLAPS = "gäller samma dagar som något som skulle läggas tillbaka"


def standing_in_the_way(
    batch: ImportBatch, found: list[Entry], written: Written
) -> list[Hindrance]:
    """What has become of the rows, and what has come to rest on them."""
    journal = batch.journal or {}
    told = _touched(written)
    back, targets = list(overlaps.put_back(found, written.moved)), needed(found)
    deeds = done_since.deeds(journal.get("last", {}), since=batch.made_at)
    wanted = Wanted()
    circles.ask(wanted, found)
    read = _read(wanted, back, targets, deeds)
    for model, keys in targets.items():
        told.add_gone(model, keys - read[model].keys())
    was_so = {Pair(*pair) for pair in journal.get("overlapping", ())}
    for pair in overlaps.overlapping(found, back, read):
        if pair not in was_so:
            told.add(OVERLAPS, apps.get_model(pair.model), [pair.other])
    if units := circles.in_circles(found, read):
        told.add(IN_CIRCLES, Unit, units)
    for rows in built_on(found):
        told.add_rows(BUILT_ON, rows)
    for deed in done_since.resting(deeds, found, read):
        told.add(BUILT_ON, deed.model, [deed.pk])
    return told.told()


def _touched(written: Written) -> Found:
    told = Found()
    for model, pks in written.changed.items():
        told.add(CHANGED, model, pks)
    for model, pks in written.gone.items():
        told.add_gone(model, pks)
    return told


def _read(wanted: Wanted, back: Iterable[Back], targets: Keys, deeds: Iterable[Deed]) -> Rows:
    """These, and what there is where rows would come back and something has been done since."""
    overlaps.ask(wanted, back)
    done_since.ask(wanted, deeds)
    for model, keys in targets.items():
        wanted.add(model, "id", keys)
    return wanted.read()


def kept_of(journal: Journal, before: Mapping[Model, int]) -> dict[str, Any]:
    """What is kept to undo an import that has just been written.

    `before` are the last rows of each kind before it.
    """
    kept = journal.as_json()
    found = list(entries(kept))
    back = list(overlaps.put_back(found, overlaps.moved(found)))
    return {
        "rows": kept,
        "size": size_of(found),
        "units": sorted(journal.units),
        "last": done_since.latest(before, journal),
        # What overlapped before the import may do so again.
        "overlapping": list(overlaps.overlapping(found, back, _read(Wanted(), back, {}, ()))),
    }
