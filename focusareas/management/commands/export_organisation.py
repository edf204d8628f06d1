"""Writes the organisation as an HR workbook."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from focusareas import clock
from focusareas.hr_import import writing
from focusareas.management.arguments import day
from focusareas.models.audit import record
from focusareas.private_files import replacing


class Command(BaseCommand):
    help = "Skriver enheter, medarbetare och nyckelpersoner till en HR-fil (.xlsx)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE.xlsx", type=Path, help="arbetsboken som skrivs")
        parser.add_argument(
            "--on",
            metavar="DAY",
            type=day,
            help="dagen vars avdelning, chef och tjänstledighet skrivs (i dag om inget anges)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        on = options["on"] or clock.today()
        try:
            with replacing(path) as file:
                written = writing.write(file, on=on)
        except OSError:
            raise CommandError(f"Filen {path} går inte att skriva. Kontrollera sökvägen.") from None
        record(by=None, text=f"Skrev hela organisationen per {on} till en fil: {written}.")
        self.stdout.write(f"{written}.")
