"""What every template may show."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from focusareas.access import sees_every_figure
from focusareas.models import User

SITE_NAME = "vrplan"


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A link of the main menu."""

    label: str
    url: str
    is_current: bool


def basics() -> dict[str, Any]:
    """What a page can show also when nothing is known of its reader: name, whom to ask, day."""
    return {
        "site_name": SITE_NAME,
        "standing_day": settings.TODAY,
        "contact": settings.CONTACT,
    }


def site(request: HttpRequest) -> dict[str, Any]:
    """The basics, and the user's menu."""
    return basics() | {"navigation": SimpleLazyObject(lambda: navigation(request))}


def navigation(request: HttpRequest) -> list[NavigationItem]:
    """The menu of this user; it must not query, since every page has it."""
    if not isinstance(request.user, User):
        return []
    places = [("Start", "start")]
    if sees_every_figure(request.user):
        places = [("Läget", "overview"), ("Rapporter", "report_list")]
    if request.user.is_development_lead:
        places.append(("Granska", "review_queue"))
    if request.user.sees_everything:
        places.append(("Nyckelpersoner", "key_person_list"))
    if request.user.is_development_lead and not request.user.is_administrator:
        places.append(("Medarbetare", "person_list"))
        places.append(("Ersättning", "payment_overview"))
        places.append(("Planer", "plan_list"))
    if request.user.is_administrator:
        places.append(("Administration", "administration"))
    links = ((label, reverse(name)) for label, name in places)
    return [NavigationItem(label, url, url == request.path) for label, url in links]
