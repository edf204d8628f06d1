from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """The committee's memo."""

    name = "reporting"
    verbose_name = "rapporter"
