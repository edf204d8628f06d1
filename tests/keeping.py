"""What takes long to make is made once for a module, and every test begins from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def kept(django_db_blocker: Any) -> Iterator[None]:
    """What is written to the database within stays until the end, and then it is gone.

    What a test writes goes with the test. Not for modules with tests that commit.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
