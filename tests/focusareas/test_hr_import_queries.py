"""How many statements an import takes: none that asks for what cannot be there.

Not counted is the one that begins the transaction, or on PostgreSQL waits for its turn.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.workbooks import imported

pytestmark = pytest.mark.django_db

EARLIER = date(2023, 4, 1)
# 10, and 4 for each thousand of 1,700 rows, but for the one that is not counted.
GOAL = 15


def units(size: int) -> list[dict[str, Any]]:
    return [
        {
            "Enhetskod": f"{size}-{number}",
            "Avdelning": f"Avdelning {size}",
            "Driftform": "privat",
            "Utförare": f"Bolaget {size}",
            "Taggar": f"tagg {size}",
            "Chef e-post": f"chef{size}-{number}@example.se",
        }
        for number in range(size)
    ]


def people(size: int) -> list[dict[str, Any]]:
    return [
        {
            "Anställningsnummer": f"{size}-{number}",
            "Enhetskod": f"{size}-{number % size}",
            "Tjänstledig från": EARLIER if number < size else None,
        }
        for number in range(10 * size)
    ]


def n_queries(units: Iterable[dict[str, Any]], **sheets: Any) -> int:
    with CaptureQueriesContext(connection) as queries:
        outcome = imported(*units, **sheets)
    assert outcome.saved, outcome.errors
    begins = ("SAVEPOINT", "RELEASE", "SELECT pg_advisory")
    return sum(not query["sql"].startswith(begins) for query in queries)


def test_first_import_asks_only_what_is_there_and_writes_each_table_once() -> None:
    assert n_queries(units(40), people=people(40)) == GOAL


def test_same_file_again_keeps_to_the_goal() -> None:
    imported(*units(40), people=people(40), key_persons=people(40)[:5])

    assert n_queries(units(40), people=people(40), key_persons=people(40)[:5]) <= GOAL


@pytest.mark.parametrize("again", [False, True])
def test_number_of_queries_does_not_grow_with_the_file(again: bool) -> None:
    def queries_for(size: int) -> int:
        sheets = {"people": people(size), "key_persons": people(size)[:size]}
        if again:
            imported(*units(size), **sheets)
        return n_queries(units(size), **sheets)

    queries_for(1)

    assert queries_for(40) == queries_for(2)


def test_usual_month_takes_a_dozen_and_a_few_for_each_table_that_is_changed() -> None:
    before = people(40)
    imported(*units(40), people=before)
    month = [dict(row) for row in before]
    month[50]["Efternamn"] = "Nygift"
    month[51]["Befattning"] = "Samordnare"
    month[52]["Till"] = date(2023, 4, 30)
    month[53]["Tjänstledig från"] = EARLIER
    month.append({"Anställningsnummer": "ny", "Enhetskod": "40-1"})

    assert n_queries(units(40), people=month) == 23
