"""What people are called in templates."""

from typing import Any

from django import template

from focusareas import waiting
from focusareas.models import StaffMember, User
from focusareas.naming import Names
from focusareas.unit_facts import remark

register = template.Library()
# Whom a certificate is about, to the lead.
register.filter("whose", waiting.called)


@register.filter
def called(person: StaffMember | User, names: Names) -> str:
    """The person's name, if the one who reads may see it."""
    return names.of_user(person) if isinstance(person, User) else names.of(person)


@register.filter
def called_file(name: str, names: Names) -> str:
    """What a file is called, unless that tells of somebody hidden from the one who reads."""
    return names.of_file(name)


@register.filter
def read_by(text: str, names: Names) -> str:
    """What somebody has typed, without names that are hidden from the one who reads."""
    return names.without_hidden(text, typed=True)


@register.filter
def manager_remark(duty: Any) -> str:
    """What stands after the name of a manager or deputy who was read `telling_who_left`."""
    return remark(
        duty.is_deputy,
        until=duty.last_day,
        has_left=duty.has_left,
        may_sign_in=duty.user.is_active,
    )
