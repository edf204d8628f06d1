"""What addresses end with."""

from django import template

register = template.Library()


@register.filter
def query_with(query: str, more: str) -> str:
    """The end of an address ("" or "?day=…") with one more value: "?day=…&status=done"."""
    return f"{query}&{more}" if query else f"?{more}"
