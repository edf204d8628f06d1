"""A folder of certificate files, taken in as on the web page."""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from focusareas import clock
from focusareas.intake import receive
from focusareas.intake_judgement import Kind, Outcome
from focusareas.management.arguments import day
from focusareas.models import Course, Unit
from focusareas.uploads import clean_name

LABELS = {
    Kind.MATCHED: "klart",
    Kind.ASK: "fråga",
    Kind.DUPLICATE: "dubblett",
    Kind.REFUSED: "avvisat",
}


class Command(BaseCommand):
    """Reads every file of the folder and says what became of it."""

    help = "Tar emot en mapp med intyg (PDF, JPEG, PNG, HEIC) från en enhet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", metavar="FOLDER", help="mappen med filer")
        parser.add_argument("--unit", metavar="CODE", required=True, help="enhetskod")
        parser.add_argument("--course", metavar="CODE", required=True, help="kurskod")
        parser.add_argument(
            "--received", metavar="DAY", type=day, help="dagen intygen kom in (annars i dag)"
        )
        parser.add_argument(
            "--approve", action="store_true", help="godkänn de säkra samma dag som de kom in"
        )
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        today = clock.today()
        received_on = options["received"] or today
        if received_on > today:
            raise CommandError(f"Intygen kan inte ha kommit in i framtiden: {received_on}.")
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Det finns ingen enhet med koden '{options['unit']}'.")
        course = Course.objects.filter(code=options["course"]).first()
        if course is None:
            raise CommandError(_unknown_course(options["course"]))
        try:
            outcomes = receive(
                files_in(Path(options["folder"])),
                unit=unit,
                course=course,
                received_on=received_on,
                approve=options["approve"],
                today=today,
            )
        except OSError as error:
            raise CommandError(
                f"Inget sparades. Det gick inte att läsa eller skriva: {error}"
            ) from error
        write = as_json if options["format"] == "json" else as_text
        self.stdout.write(write(outcomes))


def _unknown_course(code: str) -> str:
    codes = ", ".join(Course.objects.values_list("code", flat=True))
    known = f"Kurserna är: {codes}." if codes else "Läs in en plan med load_plan först."
    return f"Det finns ingen kurs med koden '{code}'. {known}"


def files_in(folder: Path) -> list[tuple[str, Path]]:
    """The ordinary files right in the folder by name; pipes and folders are left alone."""
    if not folder.is_dir():
        raise CommandError(f"'{clean_name(str(folder))}' är inte en mapp.")
    try:
        files = [path for path in folder.iterdir() if path.is_file()]
    except OSError as error:
        raise CommandError(f"Mappen '{clean_name(str(folder))}' går inte att läsa.") from error
    return [(path.name, path) for path in sorted(files, key=lambda path: path.name)]


def as_json(outcomes: Iterable[Outcome]) -> str:
    """The outcomes for other programs, a line each."""
    # A quarter of the time that it takes with `indent`.
    entries = ",\n".join(json.dumps(_entry(outcome)) for outcome in outcomes)
    return f'{{"files": [\n{entries}\n]}}'


def _entry(outcome: Outcome) -> dict[str, Any]:
    return {
        # Names that are not proper text must not break the reader of the output.
        "file": outcome.file.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        "page": outcome.page,
        "outcome": outcome.kind.value,
        "employee_number": outcome.person.employee_number if outcome.person else None,
        "completed_on": outcome.completed_on.isoformat() if outcome.completed_on else None,
        "course": outcome.course,
        "confidence": outcome.confidence,
        "candidates": list(outcome.candidates),
        "reason": outcome.reason,
    }


def as_text(outcomes: list[Outcome]) -> str:
    """The outcomes for people: a line each, then how many of each kind."""
    names = [_name(outcome) for outcome in outcomes]
    width = min(max(map(len, names), default=0), 50)
    lines = [
        f"{name:<{width}}  {LABELS[outcome.kind]:<8}  {_details(outcome)}"
        for name, outcome in zip(names, outcomes, strict=True)
    ]
    counts = Counter(outcome.kind for outcome in outcomes)
    total = ", ".join(f"{label} {counts[kind]}" for kind, label in LABELS.items())
    return "\n".join([*lines, f"{len(outcomes)} intyg: {total}."])


def _name(outcome: Outcome) -> str:
    name = clean_name(outcome.file)
    return name if outcome.page == 1 else f"{name}, sida {outcome.page}"


def _details(outcome: Outcome) -> str:
    if outcome.kind != Kind.MATCHED or outcome.person is None:
        return outcome.reason
    person = outcome.person
    name = "" if person.is_protected else f" {person.given_name} {person.family_name}"
    return f"{person.employee_number}{name}, genomfört {outcome.completed_on}"
