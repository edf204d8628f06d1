"""How much the tests draw at random."""

from django.db import connection


def draws(number: int) -> int:
    """So many; a third of them on PostgreSQL, where they show that it answers as SQLite does."""
    return max(1, number // 3) if connection.vendor == "postgresql" else number
