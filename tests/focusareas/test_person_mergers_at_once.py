"""Two administrators who merge the same two people at once: one does, the other is told."""

import threading
from datetime import date

import pytest
from django.db import connection

from focusareas import person_mergers
from focusareas.models import Certificate, EarlierNumber, StaffMember
from focusareas.refusal import RefusedError
from tests import factories as make

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

MAY = date(2023, 5, 15)


@pytest.mark.parametrize("pairs", [[(0, 1), (0, 1)], [(0, 1), (1, 0)]], ids=["same", "crosswise"])
def test_one_merges_and_the_other_is_refused(pairs):
    boss, unit, course = make.make_user(is_administrator=True), make.make_unit(), make.make_course()
    people = [make.make_staff_member("Eva Ek", unit=unit) for _ in range(2)]
    for person in people:
        make.make_certificate(person, course, unit, MAY)
    bases = [person_mergers.joining(people[kept], people[gone]).basis for kept, gone in pairs]
    ready, refused = threading.Barrier(2), []

    def merge(kept: StaffMember, gone: StaffMember, basis: str) -> None:
        ready.wait()
        try:
            person_mergers.merge(kept, gone, basis=basis, today=MAY, by=boss)
        except RefusedError as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    threads = [
        threading.Thread(target=merge, args=[people[kept], people[gone], basis])
        for (kept, gone), basis in zip(pairs, bases, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert refused == [person_mergers.ALREADY]
    assert StaffMember.objects.count() == EarlierNumber.objects.count() == 1
    assert Certificate.objects.live().count() == 1
