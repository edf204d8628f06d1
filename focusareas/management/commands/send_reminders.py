"""The day's mails to managers and leads, and the tidying that is due daily."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from focusareas import clock, daily_mail, hr_work, reminders
from focusareas.daily_mail import Outcome
from focusareas.management.arguments import day
from focusareas.reminder_text import NamesInMail
from focusareas.reminders import Letter
from focusareas.swedish import counted


class Command(BaseCommand):
    """Sends each person at most one letter a day, whatever happens and however often it is run."""

    help = "Skickar dagens brev till enhetschefer och utvecklingsledare, högst ett om dagen var."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=day, metavar="DAG", help="till exempel 2023-04-30 (i dag)")
        parser.add_argument(
            "--dry-run", action="store_true", help="visa vem som skulle få vad, skicka inget"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or clock.today()
        letters = reminders.letters(on=on)
        names = NamesInMail(on=on)
        if options["dry_run"]:
            self._show([letter for letter in letters if not daily_mail.is_sent(letter)], names)
            return
        outcome = daily_mail.send_all(letters, names)
        # This is what runs every day wherever the system does.
        hr_work.tidy()
        self.stdout.write(
            f"{counted(outcome[Outcome.SENT], 'brev skickat', 'brev skickade')}, "
            f"{outcome[Outcome.ALREADY]} redan skickade i dag, "
            f"{outcome[Outcome.FAILED]} misslyckades."
        )
        if outcome[Outcome.FAILED]:
            raise CommandError("Alla brev gick inte att skicka. De försöks igen vid nästa körning.")

    def _show(self, letters: list[Letter], names: NamesInMail) -> None:
        for letter in letters:
            message = daily_mail.message(letter, names)
            self.stdout.write(f"Till: {letter.user.email}")
            self.stdout.write(f"Ämne: {message.subject}\n\n{message.body}\n{'-' * 72}")
        self.stdout.write(
            f"{counted(len(letters), 'brev', 'brev')} skulle skickas. Inget är skickat."
        )
