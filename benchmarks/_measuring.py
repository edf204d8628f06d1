"""What the benchmarks share: goals, a database to begin every round from, and the clock."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.db import connection


@dataclass(frozen=True)
class Goal:
    """A measure, and what it must come to."""

    name: str
    value: float
    goal: float
    detail: str
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        return self.value <= self.goal if self.at_most else self.value >= self.goal

    def __str__(self) -> str:
        verdict = "ok " if self.is_met else "FEL"
        sign = "högst" if self.at_most else "minst"
        goal = f"(mål: {sign} {self.goal:g})" if self.goal or self.at_most else ""
        return f"{verdict} {self.name:<46} {self.value:7.2f} {goal:<17} {self.detail}"


def say(*lines: object) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


class Snapshot:
    """The database as it is now, to begin every round from the same."""

    def __init__(self) -> None:
        self.database = Path(settings.DATABASES["default"]["NAME"])
        self.copy = self.database.with_suffix(".snapshot")
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        shutil.copy(self.database, self.copy)

    def restore(self) -> None:
        connection.close()
        for ending in ("-wal", "-shm"):
            self.database.with_name(self.database.name + ending).unlink(missing_ok=True)
        shutil.copy(self.copy, self.database)
        shutil.rmtree(settings.CERTIFICATE_DIR, ignore_errors=True)
        connection.ensure_connection()


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
