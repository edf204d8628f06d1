"""Who may do what: predicates, the decorators made of them, and how far figures reach.

Which units and people somebody sees is part of the query (`visible_to`): outside it is 404.
A page that is for another role answers 403. Rights are those of today, whatever day a page
shows, and add up. A superuser has none here; that flag is for repairs in the admin.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from focusareas import clock
from focusareas.models import DepartmentHead, Employment, StaffMember, Unit, UnitManager, User

Params = ParamSpec("Params")
View = Callable[Concatenate[HttpRequest, Params], HttpResponse]
Rule = Callable[[User, date], bool]


def signed_in_user(request: HttpRequest) -> User:
    """The user; every page but sign-in is behind the login, so there is one."""
    assert isinstance(request.user, User)
    return request.user


def is_development_lead(user: User, on: date) -> bool:
    return user.is_development_lead


def is_administrator(user: User, on: date) -> bool:
    return user.is_administrator


def is_lead_or_administrator(user: User, on: date) -> bool:
    return user.sees_everything


def sees_every_figure(user: User) -> bool:
    """Whether figures reach over the whole organisation, people or not."""
    return user.sees_everything or user.is_in_steering_group


def has_a_role(user: User, on: date) -> bool:
    """Whether there is anything here for the user; one query for those without membership."""
    return sees_every_figure(user) or bool(_duties(user, on))


def headed_departments(user: User, *, on: date) -> frozenset[int]:
    """The departments the user heads that day."""
    return frozenset(pk for pk in _duties(user, on) if pk is not None)


def manages_units(user: User, *, on: date) -> bool:
    """Whether the user is manager or deputy of some unit that day."""
    return None in _duties(user, on)


def may_open_department(user: User, pk: int | None, *, on: date) -> bool:
    """Whether the department's figures are for the user; no department has no page."""
    return pk is not None and (sees_every_figure(user) or pk in headed_departments(user, on=on))


def _duties(user: User, on: date) -> frozenset[int | None]:
    """The departments headed, and None for managing a unit; asked once for each request."""
    known: dict[date, frozenset[int | None]] = user.__dict__.setdefault("_duties", {})
    if on not in known:
        no_department = Value(None, BigIntegerField())
        managed = UnitManager.objects.on(on).filter(user=user).annotate(headed=no_department)
        headed = DepartmentHead.objects.on(on).filter(user=user)
        rows = managed.values_list("headed").union(headed.values_list("department"))
        known[on] = frozenset(pk for (pk,) in rows)
    return known[on]


def sees_small_groups(user: User) -> bool:
    """Whether figures of fewer than five people may be shown: not to the steering group."""
    return user.sees_everything or not user.is_in_steering_group


def units_behind_figures(user: User, *, on: date) -> QuerySet[Unit] | None:
    """The units whose figures the user sees; none means all of them."""
    return None if sees_every_figure(user) else Unit.objects.visible_to(user, on=on)


def named_to(user: User, *, on: date) -> QuerySet[StaffMember]:
    """The people in the user's scope whose names the user may read that day."""
    visible = StaffMember.objects.visible_to(user, on=on)
    if user.sees_everything:
        return visible
    return visible.filter(Q(is_protected=False) | _must_know(user, on))


def hidden_from(user: User, *, on: date) -> QuerySet[StaffMember]:
    """The people whose protected names the user does not have to know that day."""
    if user.sees_everything:
        return StaffMember.objects.none()
    return StaffMember.objects.filter(is_protected=True).exclude(_must_know(user, on))


def _must_know(user: User, on: date) -> Q:
    """Whose name the user needs, protected or not: the one rule for every page, file and mail.

    The lead and the administrator need all. A manager or deputy needs those who work at the unit
    that same day, so that the name goes along when somebody moves. Everybody knows oneself.
    """
    managed = UnitManager.objects.on(on).filter(user=user).values("unit")
    own_people = Employment.objects.on(on).filter(unit__in=managed).values("staff_member")
    return Q(pk__in=own_people) | Q(user=user.pk)


def may_act_for(user: User, unit_pk: int, *, on: date) -> bool:
    """Whether the user may do the unit's part: its managers and deputies, or on their behalf."""
    managed = UnitManager.objects.on(on).filter(user=user, unit=unit_pk)
    return user.sees_everything or managed.exists()


def unit_to_act_for(user: User, pk: int, *, on: date) -> Unit:
    """The unit if it is open and the user may do its part that day.

    404 outside scope or when the unit is closed, 403 for other roles.
    """
    unit = get_object_or_404(Unit.objects.on(on).visible_to(user, on=on), pk=pk)
    if not may_act_for(user, pk, on=on):
        raise PermissionDenied
    return unit


def only_for(rule: Rule) -> Callable[[View[Params]], View[Params]]:
    """The decorator that answers 403 to whom the rule does not hold for today."""

    def decorate(view: View[Params]) -> View[Params]:
        @wraps(view)
        def guarded(
            request: HttpRequest, /, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            if not rule(signed_in_user(request), clock.today()):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


only_for_development_lead = only_for(is_development_lead)
only_for_administrator = only_for(is_administrator)
only_for_lead_or_administrator = only_for(is_lead_or_administrator)
only_for_those_with_a_role = only_for(has_a_role)
