"""Load a plan from a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from focusareas.plan_file import DEFAULT_PLAN, load_plan
from focusareas.plan_table import BrokenPlanError


class Command(BaseCommand):
    """`manage.py load_plan [FILE]`."""

    help = "Läser in en plan från en fil (docs/plan-file.md). Att köra om ändrar inget."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", type=Path, default=DEFAULT_PLAN, help="planen som TOML-fil"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = load_plan(options["file"])
        except BrokenPlanError as error:
            raise CommandError(str(error)) from error
        for change in outcome.changes:
            self.stdout.write(f"Ändrat: {change}")
        for kept in outcome.kept:
            self.stdout.write(f"Ändrat på sidan och behålls: {kept}")
        self.stdout.write(str(outcome))
