"""manage.py seed_demo"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from focusareas.demo.access import LOGINS, PASSWORD
from focusareas.demo.load import NotEmptyError, is_loaded, load


class Command(BaseCommand):
    help = (
        "Läser in planen och en påhittad förvaltning med intyg, och visar inloggningarna. "
        "Gör inget om demonstrationen redan finns. Vägrar om databasen innehåller något annat."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_loaded():
            try:
                load()
            except NotEmptyError as error:
                raise CommandError(str(error)) from error
        width = max(len(login.email) for login in LOGINS)
        self.stdout.write("Demonstrationen är inläst. Logga in som:")
        for login in LOGINS:
            self.stdout.write(f"  {login.email:{width}}  {login.role}")
        self.stdout.write(f"Lösenordet är {PASSWORD} för alla.")
