"""Who stands in when a unit's manager is away: named by the manager, for some weeks."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from focusareas import invitations, units_admin
from focusareas.logins import user_with
from focusareas.models import StaffMember, Unit, UnitManager, UnitPlacement, User
from focusareas.refusal import RefusedError

LONGEST = timedelta(weeks=12)


def may_stand_in(unit: Unit, *, on: date) -> QuerySet[StaffMember]:
    """Those at the unit that day, and who manage others of its department and provider.

    Of those others nobody is named who has a protected identity.
    """
    departments = UnitPlacement.objects.on(on).filter(unit=unit).values("department")
    beside = UnitPlacement.objects.on(on).filter(
        department__in=departments,
        unit__operation=unit.operation,
        unit__provider=unit.provider_id,
    )
    leading = UnitManager.objects.able_on(on).filter(unit__in=beside.values("unit"))
    colleagues = Q(user__in=leading.values("user"), is_protected=False)
    here = StaffMember.objects.at(unit, on=on)
    return StaffMember.objects.filter(Q(pk__in=here.values("pk")) | colleagues)


@transaction.atomic
def name_cover(
    unit: Unit, person: StaffMember, *, first_day: date, last_day: date, by: User
) -> User:
    """Let the person stand in for the manager; the right ends by itself after the last day.

    Who has no login gets one and a letter that invites.
    """
    if last_day - first_day > LONGEST:
        words = f"Högst {LONGEST.days // 7} veckor åt gången. För längre tid: be administratören."
        raise RefusedError(words, field="last_day")
    user = _login_of(person, by)
    days = {"first_day": first_day, "last_day": last_day}
    units_admin.appoint_manager(unit, email=user.email, is_deputy=True, by=by, **days)
    if not user.has_usable_password():
        invitations.invite(user, by=by, on=first_day)
    return user


def _login_of(person: StaffMember, by: User) -> User:
    """The person's own login, or a new one with the person's address."""
    found = User.objects.filter(staff_member=person).first()
    if found is None and person.email:
        found = user_with(person.email, by=by)
    if found is None or found.staff_member_id != person.pk:
        words = "Personen har ingen egen e-postadress att logga in med. Be administratören."
        raise RefusedError(words, field="person")
    if not found.is_active:
        raise RefusedError("Personens inloggning är avstängd.", field="person")
    return found
