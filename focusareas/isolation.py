"""Run work on untrusted input in a child process that may fail without taking us along.

A PDF of 60 kB can make the PDF library ask for half a gigabyte and abort, so limits on
the input are not enough.
"""

import faulthandler
import gc
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
from typing import Generic, TypeVar

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
    at_once: int = 1,
) -> Iterator[Result | None]:
    """What `work` makes of each thing, in order; None where it took too much time or memory.

    After `within` seconds no more are begun: those that are left have no result. With several
    `at_once` each has the limits for itself.
    """
    limits = limits or Limits(SECONDS, MEGABYTES)
    end = time.monotonic() + within
    lanes = [_Lane(work, things[lane::at_once], limits) for lane in range(at_once)]
    try:
        for number in range(len(things)):
            if time.monotonic() >= end:
                return
            yield lanes[number % at_once].next_result()
    finally:
        for lane in lanes:
            lane.close()


class _Lane(Generic[Thing, Result]):
    """A child that works through things, and when it fails another one for those behind."""

    def __init__(
        self, work: Callable[[Thing], Result], things: Sequence[Thing], limits: Limits
    ) -> None:
        self._work, self._left, self._limits = work, things, limits
        self._child: ForkProcess | None = None
        self._start()

    def next_result(self) -> Result | None:
        """The result for the next thing; None if the child failed at it."""
        self._left = self._left[1:]
        try:
            if self._results.poll(self._limits.seconds):
                result: Result = self._results.recv()
                return result
        except EOFError:
            pass
        self.close()
        self._start()
        return None

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self._child:
            _kill_group(self._child)
            self._child.join()
            self._results.close()
            self._child = None

    def _start(self) -> None:
        if not self._left:
            return
        self._results, theirs = FORK.Pipe(duplex=False)
        arguments = self._work, self._left, theirs, self._limits
        self._child = FORK.Process(target=_work_through, args=arguments, daemon=True)
        with warnings.catch_warnings():
            # A server with threads may fork here: the child only computes and exits.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child.start()
        theirs.close()


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
    gc.freeze()  # to look through what it inherits would copy all of it
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
