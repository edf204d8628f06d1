"""Puts the corpus into a database and hands in its piles, all by the public commands."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management import call_command

from tests.corpus.judging import Entry
from tests.corpus.register import Person
from tests.corpus.truth import Item, Pile
from tests.corpus.writing import RECEIVED
from tests.workbooks import make_workbook

EMPLOYED_SINCE = date(2021, 1, 1)


def load(people: Iterable[Person]) -> None:
    """The plan with its courses, and the staff as the HR system would send them."""
    call_command("load_plan", stdout=StringIO())
    people = list(people)
    units = [
        {"Enhetskod": unit, "Enhet": f"Enhet {unit}"}
        for unit in sorted({person.unit for person in people})
    ]
    with TemporaryDirectory() as folder:
        file = Path(folder, "hr.xlsx")
        file.write_bytes(make_workbook(units, map(_row, people)).read())
        call_command("import_organisation", file, on=EMPLOYED_SINCE, stdout=StringIO())


def _row(person: Person) -> dict[str, Any]:
    return {
        "Anställningsnummer": person.number,
        "Förnamn": person.given,
        "Efternamn": person.family,
        "Enhetskod": person.unit,
        "Från": EMPLOYED_SINCE,
    }


@contextmanager
def drawn(items: Iterable[Item]) -> Iterator[Path]:
    """A folder with the files, as long as it lasts."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for item in items:
            (folder / item.file).write_bytes(item.draw())
        yield folder


def hand_in(pile: Pile, folder: Path) -> list[Entry]:
    """What the command says about each certificate in the folder."""
    output = StringIO()
    call_command(
        "import_certificates",
        folder,
        unit=pile.unit,
        course=pile.course,
        received=RECEIVED,
        format="json",
        stdout=output,
    )
    entries: list[Entry] = json.loads(output.getvalue())["files"]
    return entries
