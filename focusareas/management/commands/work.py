"""The worker: does what would make a page wait, such as reading pictures of certificates."""

from typing import Any

from django_tasks_db.management.commands.db_worker import Command as Worker

from focusareas import hr_undo, hr_work, meeting_letters, picture_work


class Command(Worker):
    """Tidies, takes up what was left half done, and works through the queue until it is stopped."""

    help = "Läser bilder av intyg och stora personalfiler. Kör bredvid webbservern."

    def handle(self, **options: Any) -> None:
        picture_work.take_up_again()
        meeting_letters.take_up_again()
        hr_work.take_up_again()
        hr_undo.take_up_again()
        hr_work.tidy()
        super().handle(**options)
