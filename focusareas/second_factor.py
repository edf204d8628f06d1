"""The code from one's phone that signing in asks for besides the password.

The sign-in library keeps and checks it. Here is who must have one, and how a lost one goes.
"""

from datetime import date

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from focusareas.models import Unit, UnitManager, User
from focusareas.models.audit import record
from focusareas.refusal import RefusedError

NONE_SET_UP = "Personen loggar in utan kod. Det finns inget att ta bort."


def telling_who_has_one(users: QuerySet[User]) -> QuerySet[User]:
    """The same, each with `has_second_factor`: whether signing in asks for a code."""
    return users.annotate(has_second_factor=_has_one())


def telling_who_lacks_one(users: QuerySet[User], *, on: date) -> QuerySet[User]:
    """The same, each with `lacks_second_factor`: whether the user must have one, and has not."""
    must = _must_have_one(on)
    # Every request asks: where nobody must, the database need not be.
    if must is None:
        return users.annotate(lacks_second_factor=Value(False))
    lacks = ExpressionWrapper(Q(must) & ~Q(_has_one()), BooleanField())
    return users.annotate(lacks_second_factor=lacks)


def lacks_one(user: User, *, on: date) -> bool:
    """Whether the user must have one by the day, and has not."""
    found = telling_who_lacks_one(User.objects.filter(pk=user.pk), on=on).get()
    return bool(found.lacks_second_factor)  # type: ignore[attr-defined]  # annotated


def _has_one() -> Exists:
    own = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return Exists(own)


def _must_have_one(on: date) -> Combinable | None:
    """Whether the user must have one by the day: whom the setting names, None for nobody."""
    if settings.SECOND_FACTOR == "contracted":
        led = UnitManager.objects.on(on).filter(user=OuterRef("pk"))
        return Exists(led.filter(unit__operation=Unit.Operation.CONTRACTED))
    return Value(True) if settings.SECOND_FACTOR == "all" else None


@transaction.atomic
def take_away(user: User, *, by: User) -> None:
    """Let somebody who has lost the phone sign in with the password alone."""
    found = Authenticator.objects.select_for_update().filter(user=user)
    if not found:
        raise RefusedError(NONE_SET_UP)
    Authenticator.objects.filter(user=user).delete()
    record(by=by, text=["Tog bort inloggningen i två steg för ", user, "."], about=user)
