"""Run work on untrusted input in a child process that may fail without taking us along.

A PDF of 60 kB can make the PDF library ask for half a gigabyte and abort, so limits on
the input are not enough.
"""

import faulthandler
import math
import multiprocessing
import os
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

# The child inherits what is loaded already: forking costs milliseconds, starting afresh seconds.
FORK = multiprocessing.get_context("fork")
SECONDS = 4.0
MEGABYTES = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one thing may take, and how much more memory than we have ourselves."""

    seconds: float
    megabytes: int


def each(
    work: Callable[[Thing], Result],
    things: Sequence[Thing],
    *,
    within: float = math.inf,
    limits: Limits | None = None,
) -> Iterator[Result | None]:
    """What `work` makes of each thing, in order; None where it took too much time or memory.

    After `within` seconds no more are begun: those that are left have no result.
    """
    limits = limits or Limits(SECONDS, MEGABYTES)
    end = time.monotonic() + within
    done = 0
    while done < len(things) and time.monotonic() < end:
        for result in _until_failure(work, things[done:], limits):
            yield result
            done += 1
            if time.monotonic() >= end:
                return


def _until_failure(
    work: Callable[[Thing], Result], things: Sequence[Thing], limits: Limits
) -> Iterator[Result | None]:
    """Results from one child; None is the last one if the child failed."""
    ours, theirs = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_work_through, args=(work, things, theirs, limits), daemon=True)
    with warnings.catch_warnings():
        # A server with threads may fork here: the child only computes and exits.
        warnings.simplefilter("ignore", DeprecationWarning)
        child.start()
    theirs.close()
    try:
        for _ in things:
            if not ours.poll(limits.seconds):
                yield None
                return
            yield ours.recv()
    except EOFError:
        yield None
    finally:
        _kill_group(child)
        child.join()
        ours.close()


def _kill_group(child: ForkProcess) -> None:
    """End the child with all programs that it has started."""
    assert child.pid
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        child.kill()  # it is gone, or so new that it has no group of its own yet


def _work_through(
    work: Callable[[Thing], Result], things: Sequence[Thing], results: Connection, limits: Limits
) -> None:
    os.setpgid(0, 0)
    faulthandler.disable()  # that this process may die is what it is for
    _limit_memory(limits.megabytes)
    try:
        for thing in things:
            results.send(work(thing))
    except Exception as error:
        # Where it happened and what it was, not its message: that may quote the file.
        where = "".join(traceback.format_tb(error.__traceback__))
        sys.stderr.write(f"{where}{type(error).__name__}\n")
        sys.exit(1)


def _limit_memory(megabytes: int) -> None:
    """Allow this process, and each program it starts, some more memory than it has.

    No core dump may hold what was read.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    if statm.exists():
        in_use = int(statm.read_text().split()[0]) * resource.getpagesize()
        limit = in_use + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
