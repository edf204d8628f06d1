"""Kinds of command-line arguments."""

import argparse
from datetime import date

from focusareas.forms.checked import EARLIEST, LATEST, OUTSIDE


def day(text: str) -> date:
    """A day written 2023-04-30; anything else is refused as wrong usage."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"”{text}” är inte en dag. Skriv den som 2023-04-30."
        ) from None
    if not EARLIEST <= found <= LATEST:
        raise argparse.ArgumentTypeError(OUTSIDE)
    return found
