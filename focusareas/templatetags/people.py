"""What people are called in templates."""

from django import template

from focusareas.models import StaffMember, User
from focusareas.naming import Names

register = template.Library()


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
