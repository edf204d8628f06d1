"""Who may do what: predicates, the decorators made of them, and how far figures reach.

Which units and people somebody sees is part of the query (`visible_to`): outside it is 404.
A page that is for another role answers 403. Rights are those of today, whatever day a page
shows, and add up. A superuser has none here; that flag is for repairs in the admin.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from focusareas import clock
from focusareas.models import (
    DepartmentHead,
    Employment,
    KeyPerson,
    StaffMember,
    Unit,
    UnitManager,
    UnitPlacement,
    User,
)

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
    duties = None if sees_every_figure(user) else _duties(user, on)
    return duties is None or bool(duties.managed or duties.headed)


def sees_units(user: User, on: date) -> bool:
    """Whether there are units whose own word the user may read; the steering group has figures."""
    duties = None if user.sees_everything else _duties(user, on)
    return duties is None or bool(duties.managed or duties.headed)


def headed_departments(user: User, *, on: date) -> frozenset[int]:
    """The departments the user heads that day."""
    return _duties(user, on).headed


def sees_key_persons(user: User, on: date) -> bool:
    """Whether key persons are listed for the user: over the organisation, or of departments."""
    return user.sees_everything or bool(headed_departments(user, on=on))


def sees_key_person_figures(user: User, on: date) -> bool:
    """Whether the user sees how many units have one."""
    return user.is_in_steering_group or sees_key_persons(user, on)


def meets_key_persons(user: User, on: date) -> bool:
    """Whether the meetings concern the user: whoever has a role here, and key persons."""
    if has_a_role(user, on):
        return True
    return KeyPerson.objects.active_on(on).filter(staff_member__user=user).exists()


def manages_units(user: User, *, on: date) -> bool:
    """Whether the user is manager or deputy of some unit that day."""
    return bool(_duties(user, on).managed)


def may_open_department(user: User, pk: int | None, *, on: date) -> bool:
    """Whether the department's figures are for the user; no department has no page."""
    return pk is not None and (sees_every_figure(user) or pk in headed_departments(user, on=on))


def units_seen(user: User, *, on: date) -> frozenset[int]:
    """The units that somebody without membership sees that day, as `visible_to` says."""
    duties = _duties(user, on)
    return duties.managed | duties.placed


@dataclass(frozen=True, slots=True)
class _Duties:
    """Units managed, departments headed, and the units placed in those."""

    managed: frozenset[int]
    headed: frozenset[int]
    placed: frozenset[int]


def _duties(user: User, on: date) -> _Duties:
    """What the user leads that day; asked once for each request."""
    known: dict[date, _Duties] = user.__dict__.setdefault("_duties", {})
    if on not in known:
        headed = DepartmentHead.objects.on(on).filter(user=user)
        found = {
            "managed": UnitManager.objects.on(on).filter(user=user).values_list("unit"),
            "headed": headed.values_list("department"),
            "placed": UnitPlacement.objects.on(on)
            .filter(department__in=headed.values("department"))
            .values_list("unit"),
        }
        first, *others = (rows.annotate(kind=Value(kind)) for kind, rows in found.items())
        rows = list(first.union(*others))
        known[on] = _Duties(
            **{kind: frozenset(pk for pk, found_as in rows if found_as == kind) for kind in found}
        )
    return known[on]


def sees_small_groups(user: User) -> bool:
    """Whether figures of fewer than five people may be shown: not to the steering group."""
    return user.sees_everything or not user.is_in_steering_group


def units_behind_figures(user: User, *, on: date, shown: date) -> QuerySet[Unit] | None:
    """The units whose figures of the shown day the user sees; none means all of them.

    The right is that of today. A department's figure is of the units that were in it on the
    shown day, the same for its head as for everybody else.
    """
    if sees_every_figure(user):
        return None
    managed = UnitManager.objects.on(on).filter(user=user)
    headed = DepartmentHead.objects.on(on).filter(user=user)
    placed = UnitPlacement.objects.on(shown).filter(department__in=headed.values("department"))
    return Unit.objects.filter(Q(pk__in=managed.values("unit")) | Q(pk__in=placed.values("unit")))


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


def units_to_act_for(user: User, *, on: date) -> QuerySet[Unit]:
    """The units whose part the user may do that day."""
    if user.sees_everything:
        return Unit.objects.all()
    managed = UnitManager.objects.on(on).filter(user=user)
    return Unit.objects.filter(pk__in=managed.values("unit"))


def leads_unit(user: User, unit_pk: int, *, on: date) -> bool:
    """Whether the user is the unit's manager that day, and not only stands in for her."""
    managed = UnitManager.objects.on(on).filter(user=user, unit=unit_pk, is_deputy=False)
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
only_for_readers_of_key_persons = only_for(sees_key_persons)
only_for_readers_of_key_person_figures = only_for(sees_key_person_figures)
only_for_those_meeting = only_for(meets_key_persons)
only_for_those_with_a_role = only_for(has_a_role)
only_for_those_who_see_units = only_for(sees_units)
only_for_those_who_see_every_figure = only_for(lambda user, on: sees_every_figure(user))
