"""What the address of a list asks for, so that its pages and its workbook hold the same."""

from django.http import HttpRequest

from focusareas.unit_list import address


def kept(request: HttpRequest) -> dict[str, str]:
    """What else than the day stays when another day is chosen; the list then begins anew."""
    left_out = ("day", "page")
    return {name: value for name, value in request.GET.dict().items() if name not in left_out}


def asked(request: HttpRequest) -> str:
    """What the address of another page of the same list ends with."""
    values = {name: str(value) for name, value in request.GET.items()}
    return address({name: value for name, value in values.items() if name != "page" and value})
