"""A tiny stand-in for ClamAV's daemon: speaks INSTREAM, and misbehaves when told to."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

# The harmless file that every scanner knows, in pieces so that none takes this one for it.
EICAR = b"".join(
    (b"X5O!P%@AP[4\\PZX54(P^)7CC)7}", b"$EICAR-STANDARD-", b"ANTIVIRUS-TEST-FILE!", b"$H+H*")
)
FOUND = b"stream: Eicar-Test-Signature FOUND\0"

Behaviour: TypeAlias = Callable[[socket.socket], None]


def scans(connection: socket.socket) -> None:
    """Reads the stream to its end and says what it is."""
    content = stream_of(connection)
    connection.sendall(FOUND if EICAR in content else b"stream: OK\0")


def says(answer: bytes) -> Behaviour:
    """Reads the stream to its end and says this, whatever it was."""

    def behave(connection: socket.socket) -> None:
        stream_of(connection)
        connection.sendall(answer)

    return behave


def says_nothing(connection: socket.socket) -> None:
    """Keeps the caller waiting until they hang up."""
    stream_of(connection)
    connection.recv(1)


def drips(connection: socket.socket) -> None:
    """Says something all the time, and never comes to an end."""
    stream_of(connection)
    while True:
        connection.sendall(b"s")
        threading.Event().wait(0.02)


def hangs_up(connection: socket.socket) -> None:
    """Takes the call and goes away."""


def takes_no_more(connection: socket.socket) -> None:
    """Has heard enough after a little, as when the stream is above the limit."""
    connection.recv(64)
    connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")


def stream_of(connection: socket.socket) -> bytes:
    reader = connection.makefile("rb")
    assert reader.read(10) == b"zINSTREAM\0"
    chunks = []
    while length := int.from_bytes(reader.read(4), "big"):
        chunks.append(reader.read(length))
    return b"".join(chunks)


@contextmanager
def listening(behave: Behaviour = scans, path: Path | None = None) -> Iterator[str]:
    """The address of a scanner that behaves like this until the block ends."""
    server = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
    server.bind(str(path) if path else ("127.0.0.1", 0))
    server.listen()

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                try:
                    behave(connection)
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield str(path) if path else f"127.0.0.1:{server.getsockname()[1]}"
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join(timeout=5)
