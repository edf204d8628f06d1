"""Two administrators who merge units at the same moment: one does, the other is told."""

import threading
from datetime import date

import pytest
from django.db import connection

from focusareas import mergers
from focusareas.models import Employment
from focusareas.refusal import RefusedError
from tests import factories as make

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

JUNE = date(2023, 6, 1)


@pytest.mark.parametrize("pairs", [[(0, 1), (0, 2)], [(0, 1), (1, 0)]], ids=["apart", "crosswise"])
def test_one_merges_and_the_other_is_refused(pairs):
    boss = make.make_user(is_administrator=True)
    units = [make.make_unit() for _ in range(3)]
    people = [make.make_staff_member(unit=unit) for unit in units for _ in range(20)]
    bases = {unit.pk: mergers.holding(unit, on=JUNE).basis for unit in units}
    ready, refused = threading.Barrier(2), []

    def merge(unit, into) -> None:
        ready.wait()
        terms = {"basis": bases[unit.pk], "key_persons": [], "routines": []}
        try:
            mergers.merge(unit, into=into, on=JUNE, today=JUNE, by=boss, **terms)
        except RefusedError as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    threads = [
        threading.Thread(target=merge, args=[units[unit], units[into]]) for unit, into in pairs
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1
    posts = Employment.objects.on(JUNE)
    assert posts.count() == posts.values("staff_member").distinct().count() == len(people)
    assert sorted(unit.employments.on(JUNE).count() for unit in units) == [0, 20, 40]
