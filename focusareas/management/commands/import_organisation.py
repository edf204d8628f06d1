"""Reads the HR workbook: units, staff and key persons."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from focusareas import clock
from focusareas.hr_import import Outcome, refused, run
from focusareas.hr_import.report import as_text, refusal
from focusareas.management.arguments import day


class Command(BaseCommand):
    help = "Läser in enheter, medarbetare och nyckelpersoner från HR-filen (.xlsx)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE.xlsx", type=Path, help="arbetsboken från HR")
        parser.add_argument(
            "--dry-run", action="store_true", help="visa vad som skulle hända, spara ingenting"
        )
        parser.add_argument(
            "--on",
            metavar="DAY",
            type=day,
            help="dagen då det gäller som filen inte daterar (i dag om inget anges)",
        )
        parser.add_argument(
            "--allow-leavers",
            action="store_true",
            help="avsluta anställningar på filens enheter som inte står i filen",
        )
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        as_json = options["format"] == "json"
        outcome = self.outcome(**options)
        if as_json:
            self.stdout.write(json.dumps(outcome.as_json(), ensure_ascii=False, indent=1))
        if outcome.errors:
            raise CommandError(refusal(outcome, with_findings=not as_json))
        if not as_json:
            self.stdout.write(as_text(outcome))

    def outcome(self, **options: Any) -> Outcome:
        path: Path = options["file"]
        try:
            file = path.open("rb")
        except OSError:
            return refused(f"Filen {path} går inte att öppna. Kontrollera sökvägen.")
        with file:
            return run(
                file,
                on=options["on"] or clock.today(),
                allow_leavers=options["allow_leavers"],
                save=not options["dry_run"],
                name=path.name,
            )
