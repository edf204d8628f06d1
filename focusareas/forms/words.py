"""What may be written in free text."""

from django.core.exceptions import ValidationError

from focusareas.person_numbers import without_person_number


def checked_words(text: str) -> str:
    """The same text; ValidationError if a personal identity number is in it."""
    if without_person_number(text) != text:
        raise ValidationError("Skriv inget personnummer. Ta bort det och försök igen.")
    return text
