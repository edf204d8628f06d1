"""The column Chef e-post: who manages each unit from the day of the import on."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db.models.functions import Lower

from focusareas.hr_import.beforehand import Beforehand
from focusareas.hr_import.changes import Changes
from focusareas.hr_import.layout import UNITS, UnitRow
from focusareas.hr_import.organisation import UnitImport
from focusareas.hr_import.outcome import Finding, warning
from focusareas.hr_import.periods import take_over
from focusareas.logins import owner_among, people_by_address
from focusareas.models import StaffMember, Unit, UnitManager, User


@dataclass(slots=True)
class Invitations:
    """Logins that were made for managers, and the findings that say so."""

    addresses: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def import_managers(
    units: UnitImport, before: Beforehand, *, on: date, changes: Changes
) -> Invitations:
    """Let the manager that the sheet names manage each unit; a blank cell says nothing."""
    rows = [(row, unit) for row, unit in units.listed() if row.manager_email]
    managers = managers_by_unit([unit for row, unit in rows if row.code not in units.new])
    users = users_by_address(rows, managers, before)
    owners = owners_of({row.manager_email for row, _ in rows}, users)
    invitations = Invitations()
    for row, _ in rows:
        if row.manager_email not in users:
            user = users[row.manager_email] = User(
                email=row.manager_email, password=make_password(None)
            )
            changes.make(user)
            invite(invitations, row, owners[row.manager_email])
    link(users, owners, changes)
    changes.write(User)
    for row, unit in rows:
        user, stored = users[row.manager_email], managers[unit.pk]
        if appoint(changes, unit, user, stored, on=on):
            units.note(row, [f"Chef: {row.manager_email} från {on}"])
    changes.write(UnitManager)
    return invitations


def managers_by_unit(units: list[Unit]) -> dict[int, list[UnitManager]]:
    """Managers and deputies of the units with their users."""
    rows: dict[int, list[UnitManager]] = defaultdict(list)
    stored = UnitManager.objects.filter(unit__in=units).select_related("user").order_by("pk")
    for manager in stored:
        rows[manager.unit_id].append(manager)
    return rows


def users_by_address(
    rows: list[tuple[UnitRow, Unit]], managers: dict[int, list[UnitManager]], before: Beforehand
) -> dict[str, User]:
    """The logins that the rows name; most of them are managers already."""
    known = {
        manager.user.email.lower(): manager.user
        for stored in managers.values()
        for manager in stored
    }
    unknown = {row.manager_email for row, _ in rows} - known.keys()
    others = User.objects.annotate(address=Lower("email")).filter(address__in=unknown)
    return known | {user.email.lower(): user for user in before.rows(others)}


def owners_of(addresses: set[str], users: dict[str, User]) -> dict[str, list[StaffMember]]:
    """Per address of a login that is no staff member's yet, the staff who have that address."""
    return people_by_address(
        address
        for address in addresses
        if address not in users or not users[address].staff_member_id
    )


def invite(invitations: Invitations, row: UnitRow, owners: list[StaffMember]) -> None:
    """Say that somebody got a login; an address can be a name, so not that of the protected."""
    is_protected = any(owner.is_protected for owner in owners)
    whom = f"chefen för {row.code}" if is_protected else row.manager_email
    invitations.addresses.append(whom)
    message = f"Att bjuda in: {whom} har ingen inloggning. En utan lösenord läggs upp; bjud in."
    invitations.findings.append(
        warning(UNITS.title, row.row, UNITS.header("manager_email"), message)
    )


def link(users: dict[str, User], owners: dict[str, list[StaffMember]], changes: Changes) -> None:
    """Tie each login to its staff member."""
    for address, people in owners.items():
        if owner := owner_among(people):
            changes.change(users[address], staff_member_id=owner.pk)


def appoint(
    changes: Changes, unit: Unit, user: User, stored: list[UnitManager], *, on: date
) -> bool:
    """The user manages the unit from the day on; a deputy who begins that day is promoted."""
    managers = [row for row in stored if not row.is_deputy]
    new = UnitManager(unit=unit, user=user, first_day=on)
    is_changed = take_over(changes, managers, new, user_id=user.pk)
    if is_changed:
        for row in stored:
            if row.is_deputy and row.user_id == user.pk and row.first_day == on:
                changes.remove(row)
    return is_changed
