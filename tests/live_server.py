"""The system as it runs in operation: a server of several processes on a database of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

ROOT = Path(__file__).parent.parent
TOKEN = "a" * 32
SECONDS_TO_START = 30
WORKERS = 2


class Sent:
    """A file of a form that is sent."""

    content_type = "application/pdf"

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.content = name, content

    def read(self) -> bytes:
        return self.content


@dataclass
class LiveServer:
    """A running server, and what its managers need to hand in."""

    environment: dict[str, str]
    port: int
    process: subprocess.Popen[bytes]
    course: int
    sessions: dict[str, str]

    @property
    def units(self) -> list[str]:
        return list(self.sessions)

    def hand_in(self, unit: str, *files: bytes) -> int | None:
        """The status of the answer; none if no answer came."""
        sent = [Sent(f"intyg-{number}.pdf", file) for number, file in enumerate(files, 1)]
        data = {"csrfmiddlewaretoken": TOKEN, "course": self.course, "certificates": sent}
        headers = {
            "Content-Type": MULTIPART_CONTENT,
            "Cookie": f"sessionid={self.sessions[unit]}; csrftoken={TOKEN}",
        }
        connection = HTTPConnection("127.0.0.1", self.port, timeout=280)
        try:
            body = encode_multipart(BOUNDARY, data)
            connection.request("POST", f"/units/{unit}/hand-in/", body, headers)
            return connection.getresponse().status
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()

    def kill_oldest_worker(self) -> None:
        """As when the kernel runs out of memory: it gets no chance to tidy up."""
        os.kill(children(self.process)[0], signal.SIGKILL)

    def work(self, *options: str) -> subprocess.Popen[bytes]:
        """A worker beside the server."""
        arguments = [sys.executable, "manage.py", "work", "--verbosity", "0", *options]
        return subprocess.Popen(arguments, cwd=ROOT, env=self.environment)

    def run(self, *arguments: str) -> str:
        """What a command on the same database and files prints."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def report(self) -> Any:
        return json.loads(self.run("-m", "tests.live_world", "report"))


def children(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that it has started."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(pid) for pid in found.read_text().split()]


@contextmanager
def running(folder: Path, database_url: str = "") -> Iterator[LiveServer]:
    """A server whose data lies in the folder, until the block ends."""
    environment = {name: value for name, value in os.environ.items() if "VRPLAN" not in name} | {
        "DJANGO_SETTINGS_MODULE": "vrplan.settings",
        "VRPLAN_DATA_DIR": str(folder / "data"),
        "DATABASE_URL": database_url or f"sqlite:///{folder}/data/vrplan.sqlite3",
    }
    port = free_port()
    arguments = ["--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS), "--no-control-socket"]
    world = json.loads(
        subprocess.check_output(
            [sys.executable, "-m", "tests.live_world", "make"], cwd=ROOT, env=environment
        )
    )
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "vrplan.wsgi", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(port)
            yield LiveServer(environment, port, process, world["course"], world["units"])
        finally:
            process.terminate()
            process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port: int = server.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
