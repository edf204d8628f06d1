"""Reads in and writes out drawn organisations of two sizes: see benchmarks/hr_import."""

import random
import re
import statistics
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

import django

django.setup()

from _measuring import Goal, Snapshot, say
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from openpyxl import Workbook, load_workbook

from focusareas.hr_import import run
from focusareas.hr_import.layout import KEY_PERSONS, PEOPLE, UNITS
from focusareas.hr_import.writing import write
from focusareas.models import ImportBatch

ON = date(2023, 5, 1)
SMALL, LARGE = 1_700, 170_000
PEOPLE_PER_UNIT = 17
GIVEN = ("Anna", "Eva", "Karl", "Åsa", "Örjan", "Lars-Erik", "Maria", "Johan", "Fatima", "Łukasz")
FAMILY = ("Andersson", "Berg", "Ek", "Lindström", "Öberg", "Al-Hassan", "Nilsson", "Åkerlund")
TITLES = ("Undersköterska", "Socialsekreterare", "Boendestödjare", "Vårdbiträde")
MEBIBYTE = 1024
Row = tuple[Any, ...]


def main() -> int:
    options = arguments()
    if options.alone:
        return alone(options.alone, Path(options.file))
    call_command("migrate", verbosity=0)
    empty = Snapshot()
    goals = sized(SMALL, empty, options.rounds) if options.only != "large" else []
    if options.only != "small":
        goals += sized(LARGE, empty, options.large_rounds)
    say("", *goals)
    return 0 if all(goal.is_met for goal in goals) else 1


def arguments() -> Namespace:
    parser = ArgumentParser("benchmarks/hr_import", description=__doc__)
    parser.add_argument("--only", choices=["small", "large"], default="")
    parser.add_argument("--rounds", type=int, default=20, help=f"at {SMALL} people (20)")
    parser.add_argument("--large-rounds", type=int, default=3, help=f"at {LARGE} people (3)")
    parser.add_argument("--alone", choices=sorted(ALONE), default="", help="used by itself")
    parser.add_argument("file", nargs="?", default="", help="used by itself")
    return parser.parse_args()


# ---------------------------------------------------------------- The organisation


def organisation(n_people: int) -> dict[str, Iterator[Row]]:
    """The rows of each sheet, the same every time."""
    n_units = n_people // PEOPLE_PER_UNIT
    return {
        UNITS.title: units(n_units),
        PEOPLE.title: people(n_people, n_units),
        KEY_PERSONS.title: iter(()),
    }


def units(n_units: int) -> Iterator[Row]:
    for number in range(n_units):
        provider = None if number % 10 else f"Bolaget {number % 30} AB"
        yield (
            str(1000 + number),
            f"Enhet {number}",
            f"Avdelning {number % (n_units // 12)}",
            "privat" if provider else "egen",
            provider,
            str(40_000 + number),
            f"chef{number}@example.se",
            None if number % 3 else "möter barn",
            None,
            None,
            None,
        )


def people(n_people: int, n_units: int) -> Iterator[Row]:
    draw = random.Random(1)
    for number in range(n_people):
        on_leave = date(2023, 2, 1) if number % 25 == 0 else None
        yield (
            str(100_000 + number),
            draw.choice(GIVEN),
            f"{draw.choice(FAMILY)}-{draw.choice(FAMILY)} {number % 997}",
            f"person{number}@example.se",
            str(1000 + draw.randrange(n_units)),
            draw.choice(TITLES),
            date(2015, 1, 1) + timedelta(days=draw.randrange(3000)),
            None,
            on_leave,
            None,
            None if number % 200 else "ja",
        )


def make_workbook(rows: Mapping[str, Iterable[Row]]) -> bytes:
    """What openpyxl does by itself: write the rows."""
    book = Workbook(write_only=True)
    for layout in (UNITS, PEOPLE, KEY_PERSONS):
        sheet = book.create_sheet(layout.title)
        sheet.append([column.header for column in layout.columns.values()])
        for row in rows[layout.title]:
            sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


# ---------------------------------------------------------------- What is measured


def read_alone(file: Path) -> None:
    """What openpyxl does by itself: read every row."""
    book = load_workbook(file, read_only=True)
    for sheet in book.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    book.close()


def read_in(file: Path) -> None:
    with file.open("rb") as opened:
        outcome = run(opened, on=ON)
    if not outcome.saved:
        sys.exit(f"Inte inläst: {outcome.errors[:3]}")


def write_out(_: Path) -> None:
    write(BytesIO(), on=ON)


ALONE: dict[str, Callable[[Path], None]] = {
    "read": read_alone,
    "import": read_in,
    "export": write_out,
}


def alone(what: str, file: Path) -> int:
    """One thing in a process of its own, for its memory: the most it held, in MiB."""
    ALONE[what](file)
    status = Path("/proc/self/status").read_text()
    held = re.search(r"VmHWM:\s+(\d+) kB", status)
    say(int(held[1]) / MEBIBYTE if held else 0)
    return 0


def memory(what: str, file: Path) -> float:
    """The most that a process of its own holds while it does that, in MiB."""
    connection.close()
    command = [sys.executable, __file__, "--alone", what, str(file)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


class Queries:
    """Counts the queries while it is entered."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], *args: Any) -> Any:
        self.count += 1
        return execute(*args)


def cpu_seconds(work: Callable[[], object]) -> float:
    """The time of the processor: all is done in this process, and others may be busy too."""
    start = process_time()
    work()
    return process_time() - start


# ---------------------------------------------------------------- Against the goals


def sized(n_people: int, empty: Snapshot, rounds: int) -> list[Goal]:
    """All the goals with so many people."""
    where = f"{n_people} personer"
    file = Path(settings.DATA_DIR) / f"{n_people}.xlsx"
    file.write_bytes(make_workbook(organisation(n_people)))
    goals = [*reading(where, file, empty, rounds, n_people), writing(where, n_people, rounds)]
    # The organisation is in the database still: it is written out, and then read in anew.
    exported = memory("export", file)
    empty.restore()
    imported, reader = memory("import", file), memory("read", file)
    detail = f"läsaren {reader:.0f} MiB"
    goals.append(
        Goal(f"Inläsning, {where}: MiB utöver läsaren", imported - reader, 100, detail, True)
    )
    goals.append(Goal(f"Export, {where}: MiB utöver läsaren", exported - reader, 50, detail, True))
    return goals


def reading(where: str, file: Path, empty: Snapshot, rounds: int, n_people: int) -> list[Goal]:
    """To read in, and to read in what is there, against openpyxl, in turns."""
    times: dict[str, list[float]] = {"openpyxl": [], "ny": [], "oförändrad": []}
    n_queries = {"ny": 0, "oförändrad": 0}
    for _ in range(rounds):
        empty.restore()
        times["openpyxl"].append(cpu_seconds(lambda: read_alone(file)))
        for name in n_queries:
            counter = Queries()
            with connection.execute_wrapper(counter):
                times[name].append(cpu_seconds(lambda: read_in(file)))
            n_queries[name] = counter.count
    medians = {name: statistics.median(found) for name, found in times.items()}
    told = ", ".join(
        f"{name} median {medians[name]:.2f} s, minst {min(found):.2f} s"
        for name, found in times.items()
    )
    rate, again = medians["openpyxl"] / medians["ny"], medians["oförändrad"] / medians["openpyxl"]
    allowed = 10 + 4 * n_people / 1000
    return [
        Goal(f"Inläsning, {where}: takt mot openpyxl", rate, 0.5, told),
        Goal(f"Samma fil igen, {where}: gånger openpyxl", again, 1.3, "", at_most=True),
        Goal(f"Inläsning, {where}: frågor", n_queries["ny"], allowed, "", at_most=True),
        Goal(f"Samma fil igen, {where}: frågor", n_queries["oförändrad"], allowed, "", True),
        Goal(f"Samma fil igen, {where}: sparade", n_saved_again(), 0, "", at_most=True),
    ]


def n_saved_again() -> int:
    """How many imports there are but for the first one."""
    return ImportBatch.objects.count() - 1


def writing(where: str, n_people: int, rounds: int) -> Goal:
    """The time to write out what is in the database, against openpyxl on rows in memory."""
    rows = {title: list(found) for title, found in organisation(n_people).items()}
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(cpu_seconds(lambda: write(BytesIO(), on=ON)))
        theirs.append(cpu_seconds(lambda: make_workbook(rows)))
    rate = statistics.median(theirs) / statistics.median(ours)
    detail = f"vi median {statistics.median(ours):.2f} s, minst {min(ours):.2f} s"
    return Goal(f"Export, {where}: takt mot openpyxl", rate, 0.6, detail)


if __name__ == "__main__":
    sys.exit(main())
