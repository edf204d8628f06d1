"""What the log says: where it went wrong, and nothing of the people it was about."""

import logging
import re
import types

# PostgreSQL goes on from what was wrong to the row it was wrong in.
VALUES = re.compile(r"\n(DETAIL|CONTEXT|HINT|LINE \d+):.*(\n\s*\^)?")

ExceptionInfo = (
    tuple[type[BaseException], BaseException, types.TracebackType | None] | tuple[None, None, None]
)


class Formatter(logging.Formatter):
    """Leaves out of an error what the database quotes of a row."""

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802  # the library's name
        return VALUES.sub("", super().formatException(ei))
