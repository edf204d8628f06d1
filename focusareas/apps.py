from django.apps import AppConfig


class FocusAreasConfig(AppConfig):
    """The plan, the organisation it is for, and the evidence that comes in."""

    name = "focusareas"
    verbose_name = "fokusområden"
