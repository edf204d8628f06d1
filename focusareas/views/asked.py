"""What the address of a list asks for, so that its pages and its workbook hold the same."""

from django.http import HttpRequest

from focusareas.unit_list import address


def asked(request: HttpRequest) -> str:
    """What the address of another page of the same list ends with."""
    values = {name: str(value) for name, value in request.GET.items()}
    return address({name: value for name, value in values.items() if name != "page" and value})
