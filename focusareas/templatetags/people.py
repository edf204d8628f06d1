"""What people are called in templates."""

from django import template

from focusareas.models import StaffMember, User
from focusareas.naming import Names

register = template.Library()


@register.filter
def called(person: StaffMember | User, names: Names) -> str:
    """The person's name, if the one who reads may see it."""
    return names.of_user(person) if isinstance(person, User) else names.of(person)
