"""Whatever makes, joins or numbers many people, or closes units, waits for its turn."""

from django.db import connection

# Any number will do, as long as nothing else in the database locks by it.
LOCK = 7_408_201


def one_at_a_time() -> None:
    """Wait for imports, their undoing, mergers, closings and new numbers.

    On SQLite the transaction does.
    """
    widen_statements()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def widen_statements() -> None:
    """Let SQLite take as many values in a statement as the library was built for.

    Django 5.2 assumes 999, which makes a dozen statements of one; Django 6 asks as we do.
    """
    if connection.vendor == "sqlite":
        import sqlite3

        connection.ensure_connection()
        limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = limit
