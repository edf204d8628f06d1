"""Kinds of command-line arguments."""

import argparse
from datetime import date


def day(text: str) -> date:
    """A day written 2023-04-30; anything else is refused as wrong usage."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"”{text}” är inte en dag. Skriv den som 2023-04-30."
        ) from None
