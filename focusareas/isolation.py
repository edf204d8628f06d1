"""Run work on untrusted input in a child process that may fail without taking us along.

A PDF of 60 kB can make the PDF library ask for half a gigabyte and abort, so limits on
the input are not enough.
"""

import faulthandler
import math
import multiprocessing
import resource
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

# The child inherits what is loaded already: forking costs milliseconds, starting afresh seconds.
FORK = multiprocessing.get_context("fork")
SECONDS = 4.0
MEGABYTES = 200


def each(
    work: Callable[[Thing], Result], things: Sequence[Thing], *, within: float = math.inf
) -> Iterator[Result | None]:
    """What `work` makes of each thing, in order; None where it took too much time or memory.

    After `within` seconds no more are begun: those that are left have no result.
    """
    end = time.monotonic() + within
    done = 0
    while done < len(things) and time.monotonic() < end:
        for result in _until_failure(work, things[done:]):
            yield result
            done += 1
            if time.monotonic() >= end:
                return


def _until_failure(
    work: Callable[[Thing], Result], things: Sequence[Thing]
) -> Iterator[Result | None]:
    """Results from one child; None is the last one if the child failed."""
    ours, theirs = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_work_through, args=(work, things, theirs), daemon=True)
    with warnings.catch_warnings():
        # A server with threads may fork here: the child only computes and exits.
        warnings.simplefilter("ignore", DeprecationWarning)
        child.start()
    theirs.close()
    try:
        for _ in things:
            if not ours.poll(SECONDS):
                yield None
                return
            yield ours.recv()
    except EOFError:
        yield None
    finally:
        child.kill()
        child.join()
        ours.close()


def _work_through(
    work: Callable[[Thing], Result], things: Sequence[Thing], results: Connection
) -> None:
    faulthandler.disable()  # that this process may die is what it is for
    _limit_memory()
    for thing in things:
        results.send(work(thing))


def _limit_memory() -> None:
    """Allow this process some more memory than it has; no core dump may hold what was read."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    if statm.exists():
        in_use = int(statm.read_text().split()[0]) * resource.getpagesize()
        limit = in_use + MEGABYTES * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
