"""Stored certificate files through the virus scanner, those that it has not seen yet."""

import math
from argparse import ArgumentParser
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from focusareas import clock, quarantine, virus_scan
from focusareas.models import CertificateFile

SECONDS_A_FILE = 60.0


class Command(BaseCommand):
    """Scans what is not scanned; what is infected is kept apart and pointed out to the leads."""

    help = (
        "Låter virusskyddet granska de intygsfiler som inte är granskade. Filer med virus hålls "
        "undan och utvecklingsledarna får veta vilka intyg det gäller. Tar aldrig bort något."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all", action="store_true", help="granska också det som redan är granskat"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CLAMAV:
            raise CommandError("Inget virusskydd är inställt: sätt VRPLAN_CLAMAV.")
        quarantine.move_infected()
        clean, infected, unscanned = self._scan(all_files=options["all"])
        self.stdout.write(
            f"{clean} filer utan virus, {len(infected)} med virus, {unscanned} inte granskade."
        )
        try:
            quarantine.tell_leads(infected)
        except (OSError, SMTPException) as error:
            raise CommandError("Brevet till utvecklingsledarna gick inte att skicka.") from error
        if unscanned:
            raise CommandError("Virusskyddet svarade inte om alla filer. Kör scan_files igen.")

    def _scan(self, *, all_files: bool) -> tuple[int, list[CertificateFile], int]:
        """How many are clean, which are infected, how many nothing was said of."""
        files = CertificateFile.objects.filter(infection="").order_by("pk")
        scanner = virus_scan.scanner(seconds=math.inf, seconds_a_file=SECONDS_A_FILE)
        clean, infected, unscanned = 0, [], 0
        chosen = list(files if all_files else files.unscanned())
        for file, verdict in quarantine.scan_stored(chosen, scanner, on=clock.today()):
            if verdict.infection:
                infected.append(file)
                self.stdout.write(f"{file.path}: {verdict.infection}, hålls undan")
            clean += verdict == virus_scan.CLEAN
            unscanned += not verdict.is_scanned
        return clean, infected, unscanned
