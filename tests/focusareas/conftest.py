"""Whom and what most tests of the domain need, where nothing more is asked of them."""

import pytest

from focusareas.models import Unit, User
from tests import factories as make


@pytest.fixture
def boss(db: None) -> User:
    return make.make_user("adam@example.com", is_administrator=True)


@pytest.fixture
def unit(db: None) -> Unit:
    return make.make_unit("E1")
