"""Make the committee's memo as a PDF."""

import os
import tempfile
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from focusareas import clock
from focusareas.management.arguments import day
from focusareas.models import Plan
from focusareas.plan_table import BrokenPlanError
from reporting import drafting, pdf
from reporting.models import Report


class Command(BaseCommand):
    """`manage.py create_report`; the same facts give the same bytes."""

    help = "Skriver tjänsteskrivelsen till nämnden som PDF, som utkast eller utfärdad."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--kind", required=True, choices=Report.Kind.values)
        parser.add_argument(
            "--as-of", required=True, type=day, metavar="DAG", help="dagen för siffrorna"
        )
        parser.add_argument(
            "--dated", required=True, type=day, metavar="DAG", help="skrivelsens dag"
        )
        parser.add_argument("--output", required=True, type=Path, metavar="FIL.pdf")
        parser.add_argument("--issue", action="store_true", help="utfärda, som en ny version")
        parser.add_argument(
            "--plan", metavar="KOD", help="planens kod (annars: den som gäller dagen)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        as_of, dated, output = options["as_of"], options["dated"], options["output"]
        if dated < as_of:
            raise CommandError("Rapporten kan inte dateras före dagen för siffrorna.")
        if options["issue"] and as_of > clock.today():
            raise CommandError("Dagen för siffrorna har inte kommit än, så de kan inte utfärdas.")
        if not output.parent.is_dir():
            raise CommandError(f"Mappen {output.parent} finns inte. Skapa den först.")
        plan = _plan(options["plan"], as_of)
        try:
            content = _make(plan, options["kind"], as_of, dated, issue=options["issue"])
        except BrokenPlanError as error:
            raise CommandError(f"Planens uppgifter om brevet är fel. {error}") from error
        try:
            write(output, content)
        except OSError as error:
            raise CommandError(f"Det gick inte att skriva {output}: {error.strerror}.") from error
        self.stdout.write(f"{output}")


def _plan(code: str | None, as_of: date) -> Plan:
    plan = Plan.objects.filter(code=code).first() if code else Plan.objects.for_day(as_of)
    if plan is None:
        raise CommandError("Planen finns inte. Läs in den med load_plan.")
    return plan


def _make(plan: Plan, kind: str, as_of: date, dated: date, *, issue: bool) -> bytes:
    report = drafting.draft(plan=plan, kind=kind, as_of=as_of, dated=dated, by=None)
    if issue:
        return bytes(drafting.issue(report, by=None).pdf or b"")
    return pdf.render(drafting.render_html(report))


def write(path: Path, content: bytes) -> None:
    """All of the file or none of it, whatever happens on the way."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
