"""How Django reaches a database, given its URL."""

from typing import Any

import environ

# The embedded database waits its turn and loses nothing when the power goes:
# without these, six in ten parallel uploads fail with "database is locked".
SQLITE_OPTIONS: dict[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}
# A server that has not yet counted its rows compiles our longer queries, which takes half a second
# where running them takes a hundredth.
NO_COMPILING = "-c jit=off"


def database(url: str) -> dict[str, Any]:
    """Django's settings for the database at this URL."""
    config: dict[str, Any] = environ.Env.db_url_config(url)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = SQLITE_OPTIONS
    else:
        config |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
        options = config.setdefault("OPTIONS", {})
        options["options"] = f"{NO_COMPILING} {options.get('options', '')}".strip()
    return config
