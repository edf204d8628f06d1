"""The Gotland world with somebody of every role in it, signed in."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from focusareas.models import Department, User
from tests import factories as make
from tests.gotland import World, make_gotland

# The day that the figures in the docstring of `gotland.py` are about.
DAY = date(2023, 4, 30)
ON_DAY = "?day=2023-04-30"
MAX_QUERIES = 10


class Clients(dict[str, Client]):
    """A client for each role, who signs in when first asked for: few tests need all of them."""

    def __init__(self, users: dict[str, User]) -> None:
        super().__init__(anonymous=Client())
        self._users = users

    def __missing__(self, role: str) -> Client:
        self[role] = signed_in(self._users[role])
        return self[role]

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        clients = type(self)(deepcopy(self._users, memo))
        for role, client in self.items():
            clients[role] = Client()
            clients[role].cookies = deepcopy(client.cookies)
        return clients


@dataclass(frozen=True)
class Inhabited:
    """The world, its users by role, and a client for each of them."""

    world: World
    users: dict[str, User]
    clients: Clients

    def get(self, role: str, url: str) -> str:
        """The page as the role sees it; it must be there."""
        response = self.clients[role].get(url)
        assert response.status_code == 200, f"{role} {url}: {response.status_code}"
        return response.content.decode()

    def get_in_ten(self, role: str, url: str) -> str:
        """The same, for at most ten queries."""
        self.clients[role]  # Signing in is not of the page.
        with CaptureQueriesContext(connection) as queries:
            page = self.get(role, url)
        assert len(queries) <= MAX_QUERIES, "\n".join(query["sql"] for query in queries)
        return page


def make_inhabited() -> Inhabited:
    """Gotland with: lead, administrator, steering group, head of Äldreomsorg, managers, others."""
    world = make_gotland()
    users = {
        "lead": make.make_user("lead@example.com", is_development_lead=True),
        "administrator": make.make_user("administrator@example.com", is_administrator=True),
        "steering_group": make.make_user("steering@example.com", is_in_steering_group=True),
        "department_head": make.make_user("head@example.com"),
        "unit_manager": make.make_user("manager@example.com", first_name="Maj", last_name="Chef"),
        "provider_manager": make.make_user("provider@example.com"),
        "charlie": make.make_user("charlie@example.com"),
        "superuser": make.make_user("root@example.com", is_staff=True, is_superuser=True),
    }
    home_care = Department.objects.get(name="Äldreomsorg")
    make.make_department_head(users["department_head"], home_care)
    make.make_unit_manager(users["unit_manager"], world.units["HEMT"])
    make.make_unit_manager(users["provider_manager"], world.units["OMS"])
    return Inhabited(world, users, Clients(users))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
