"""Run work on untrusted input in a child process that may fail without taking us along.

A PDF of 60 kB can make the PDF library ask for half a gigabyte and abort, so limits on
the input are not enough.
"""

import faulthandler
import gc
import math
import os
import pickle
import resource
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from threading import Thread
from typing import Generic, NoReturn, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

# The child is forked and inherits what is loaded already: to start afresh takes seconds.
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
) -> Generator[Result | None, None, None]:
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
            lane.stop()
        for lane in lanes:
            lane.close()


class _Lane(Generic[Thing, Result]):
    """A child that works through things, and when it fails another one for those behind."""

    def __init__(
        self, work: Callable[[Thing], Result], things: Sequence[Thing], limits: Limits
    ) -> None:
        self._work, self._left, self._limits = work, things, limits
        self._child = 0
        self._start()

    def next_result(self) -> Result | None:
        """The result for the next thing; None if the child failed at it."""
        self._left = self._left[1:]
        try:
            if self._news.poll(1000 * self._limits.seconds):
                result: Result = pickle.loads(self._results.recv_bytes())
                return result
        except EOFError:
            pass
        self.stop()
        self.close()
        self._start()
        return None

    def stop(self) -> None:
        """End the child with all programs that it has started, whatever it is doing."""
        if not self._child:
            return
        try:
            os.killpg(self._child, signal.SIGKILL)
        except ProcessLookupError:
            # It is gone, or so new that it has no group of its own yet.
            os.kill(self._child, signal.SIGKILL)

    def close(self) -> None:
        """See that nothing is left of a child that was stopped."""
        if self._child:
            os.waitpid(self._child, 0)
            self._results.close()
            self._child = 0

    def _start(self) -> None:
        if not self._left:
            return
        self._results, theirs = Pipe(duplex=False)
        self._news = select.poll()
        self._news.register(self._results, select.POLLIN)
        with warnings.catch_warnings():
            # A server with threads may fork here: the child only computes and exits.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child = os.fork()
        if not self._child:
            _live(partial(_work_through, self._work, self._left, theirs, self._limits))
        theirs.close()


def _live(work: Callable[[], None]) -> NoReturn:
    """Do the work as a child, and end without any of what the parent does when it ends."""
    try:
        os.setpgid(0, 0)
        faulthandler.disable()  # that this process may die is what it is for
        gc.freeze()  # to look through what it inherits would copy all of it
        # Memory for a thread is taken from where nothing lies: in the holes between what is
        # inherited each piece would cost the copy of a page, in all a tenth of the time.
        thread = Thread(target=work)
        thread.start()
        thread.join()
    finally:
        os._exit(0)


def _work_through(
    work: Callable[[Thing], Result], things: Sequence[Thing], results: Connection, limits: Limits
) -> None:
    _limit_memory(limits.megabytes)
    try:
        for thing in things:
            results.send_bytes(pickle.dumps(work(thing)))
    except Exception as error:
        # Where it happened and what it was, not its message: that may quote the file.
        where = "".join(traceback.format_tb(error.__traceback__))
        sys.stderr.write(f"{where}{type(error).__name__}\n")
        sys.stderr.flush()


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
