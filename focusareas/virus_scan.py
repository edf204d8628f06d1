"""What a virus scanner says of a file: clean, infected with something, or nothing at all.

The scanner is ClamAV's daemon, or anything else that speaks its INSTREAM command. A file that it
says nothing of is not scanned, and never called clean.
"""

import logging
import re
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field

from django.conf import settings

from focusareas.names import plain

logger = logging.getLogger(__name__)

SECONDS_A_FILE = 4.0
CHUNK = 64 * 1024
LONGEST_ANSWER = 1024
LONGEST_FIND = 200
ANSWER = re.compile(rb"stream: (?:(?P<clean>OK)|(?P<find>.+) FOUND)\0", re.DOTALL)
TOO_LARGE = b"size limit exceeded"


class ScannerAwayError(Exception):
    """The scanner cannot be reached."""


class NoAnswerError(Exception):
    """The scanner does not answer in time, or as it should."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a file; without a scan there is no saying."""

    is_scanned: bool = False
    infection: str = ""


NOT_SCANNED = Verdict()
CLEAN = Verdict(is_scanned=True)


@dataclass(slots=True)
class Scanner:
    """Scans the files of a pile; once it is away, or time is up, the rest are not scanned."""

    address: str
    seconds: float
    seconds_a_file: float = SECONDS_A_FILE
    _deadline: float = field(init=False)

    def __post_init__(self) -> None:
        self._deadline = time.monotonic() + self.seconds if self.address else 0.0

    @property
    def is_away(self) -> bool:
        """Whether it is no use to ask."""
        return time.monotonic() >= self._deadline

    def scan(self, content: bytes) -> Verdict:
        """What the scanner says of these bytes."""
        if self.is_away:
            return NOT_SCANNED
        try:
            until = min(time.monotonic() + self.seconds_a_file, self._deadline)
            return _verdict(_ask(self.address, content, until))
        except ScannerAwayError as error:
            self._deadline = 0.0
            logger.warning("virus scanner: %s", error)
        except (OSError, NoAnswerError) as error:
            logger.warning("virus scanner: %s", error)
        return NOT_SCANNED


def scanner(*, seconds: float, seconds_a_file: float = SECONDS_A_FILE) -> Scanner:
    """The scanner of the settings, for a pile that may take this long."""
    return Scanner(settings.CLAMAV, seconds, seconds_a_file)


def _verdict(answer: bytes) -> Verdict:
    if TOO_LARGE in answer:
        logger.warning("virus scanner: a file is larger than its StreamMaxLength")
        return NOT_SCANNED
    said = ANSWER.fullmatch(answer)
    if said is None:
        raise NoAnswerError("an answer that is none")
    if said["clean"]:
        return CLEAN
    find = plain(said["find"].decode("utf-8", "replace"))[:LONGEST_FIND]
    return Verdict(is_scanned=True, infection=find or "okänt")


def _ask(address: str, content: bytes, until: float) -> bytes:
    with _connection(address, until) as connection:
        # It may have heard enough and hung up, and still have said why.
        with suppress(BrokenPipeError, ConnectionResetError):
            _send(connection, content, until)
        return _answer(connection, until)


def _connection(address: str, until: float) -> socket.socket:
    try:
        if address.startswith("/"):
            return _local_connection(address, until)
        host, _, port = address.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=_left(until))
    except (OSError, ValueError, OverflowError) as error:
        raise ScannerAwayError(f"{address} does not answer: {error}") from error


def _local_connection(path: str, until: float) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(_left(until))
        connection.connect(path)
    except BaseException:
        connection.close()
        raise
    return connection


def _send(connection: socket.socket, content: bytes, until: float) -> None:
    connection.settimeout(_left(until))
    connection.sendall(b"zINSTREAM\0")
    for start in range(0, len(content), CHUNK):
        chunk = content[start : start + CHUNK]
        connection.settimeout(_left(until))
        connection.sendall(len(chunk).to_bytes(4, "big") + chunk)
    connection.sendall(bytes(4))


def _answer(connection: socket.socket, until: float) -> bytes:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) <= LONGEST_ANSWER:
        connection.settimeout(_left(until))
        part = connection.recv(LONGEST_ANSWER)
        if not part:
            break
        answer += part
    return answer


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise NoAnswerError("no answer in time")
    return left
