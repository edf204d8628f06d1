"""Swedish numbers and days for templates."""

from django import template

register = template.Library()
