"""What every template may show."""

from typing import Any

from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """The name of the system."""
    return {"site_name": "vrplan"}
