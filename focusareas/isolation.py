"""Run work on untrusted input in a child process that may fail without taking us along.

A PDF of 60 kB can make the PDF library ask for half a gigabyte and abort, so limits on
the input are not enough.

To be forked costs a child as much as to read ten files: what it touches is copied for it. One
that did its work well therefore stands by for the next.
"""

import faulthandler
import gc
import math
import os
import pickle
import resource
import select
import signal
import time
import traceback
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, NoReturn, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

# The child is forked and inherits what is loaded already: to start afresh takes seconds.
SECONDS = 4.0
MEGABYTES = 200
MOST_STANDING_BY: Final = 2
# A child that has grown by more than this many bytes is not kept.
MOST_GROWTH: Final = 64 * 1024 * 1024
STANDARD_ERROR: Final = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one thing may take, and how much more memory than the child has to begin with."""

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

    Work and things must let themselves be pickled. After `within` seconds no more are begun:
    those that are left have no result. With several `at_once` each has the limits for itself.
    """
    limits = limits or Limits(SECONDS, MEGABYTES)
    end = time.monotonic() + within
    at_once = min(at_once, len(things))
    lanes: list[_Lane[Thing, Result]] = []
    try:
        for first in range(at_once):
            lanes.append(_Lane(work, things[first::at_once], limits))
        for number in range(len(things)):
            if time.monotonic() >= end:
                return
            yield lanes[number % at_once].next_result()
    finally:
        for lane in lanes:
            lane.close()


def dismiss() -> None:
    """End the children that stand by: the next one is forked from what we are then."""
    while _standing_by:
        _standing_by.pop().end()


class _Lane(Generic[Thing, Result]):
    """A child that works through things, and when it fails another one for those behind."""

    def __init__(
        self, work: Callable[[Thing], Result], things: Sequence[Thing], limits: Limits
    ) -> None:
        self._work, self._left, self._limits = work, things, limits
        try:
            self._begin(_standing_by.pop())
        except IndexError:
            self._begin(_Child())

    def next_result(self) -> Result | None:
        """The result for the next thing; None if the child failed at it."""
        try:
            result: Result | None = self._child.next_result(within=self._limits.seconds)
        except (EOFError, TimeoutError) as failure:
            self._child.end()
            # What one that has stood by dies of may be what it did before: another one tries.
            is_to_blame = self._child.is_new or isinstance(failure, TimeoutError)
            if is_to_blame:
                self._left = self._left[1:]
            self._begin(_Child())
            return None if is_to_blame else self.next_result()
        self._left = self._left[1:]
        return result

    def close(self) -> None:
        """Let the child stand by if it is done, else end it."""
        if self._left or len(_standing_by) >= MOST_STANDING_BY:
            self._child.end()
        else:
            self._child.is_new = False
            _standing_by.append(self._child)

    def _begin(self, child: "_Child") -> None:
        self._child = child
        child.begin(self._work, self._left, self._limits)


class _Child:
    """A process of our own that does one work after another, until it is ended or fails."""

    def __init__(self) -> None:
        self.is_new = True
        self._pipe, its_pipe = Pipe()
        self._news = select.poll()
        self._news.register(self._pipe, select.POLLIN)
        with warnings.catch_warnings():
            # A server with threads may fork here: the child only computes and exits.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._number = os.fork()
        if not self._number:
            _live(its_pipe)
        its_pipe.close()

    def begin(self, *task: Any) -> None:
        """Let it do the work with each thing, within the limits; see `_serve`."""
        with suppress(ConnectionError):  # that it is gone will show when it should answer
            self._pipe.send_bytes(pickle.dumps(task))

    def next_result(self, *, within: float) -> Any:
        """What it sends next; TimeoutError if that takes too many seconds, EOFError if it dies."""
        if not self._news.poll(1000 * within):
            raise TimeoutError
        try:
            return pickle.loads(self._pipe.recv_bytes())
        except ConnectionError as error:
            raise EOFError from error

    def end(self) -> None:
        """Stop it with all programs that it has started, whatever it is doing."""
        try:
            os.killpg(self._number, signal.SIGKILL)
        except ProcessLookupError:
            # It is so new that it has no group of its own yet.
            os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        self._pipe.close()


_standing_by: list[_Child] = []
# They answer the one who forked them, and nobody who is forked from that one.
os.register_at_fork(after_in_child=_standing_by.clear)


def _live(pipe: Connection) -> NoReturn:
    """Work as a child, and end without any of what the parent does when it ends."""
    try:
        os.setpgid(0, 0)
        faulthandler.disable()  # that this process may die is what it is for
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        _let_go_of_files(pipe)
        gc.freeze()  # to look through what it inherits would copy all of it
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # no dump may hold what was read
        _serve(pipe)
    except Exception as error:
        # Where it happened and what it was, not its message: that may quote the file.
        where = "".join(traceback.format_tb(error.__traceback__))
        os.write(STANDARD_ERROR, f"{where}{type(error).__name__}\n".encode())
    finally:
        os._exit(0)


def _let_go_of_files(pipe: Connection) -> None:
    """Keep nothing open that somebody waits for us to close, such as a browser's connection.

    The numbers stay in use: what we inherit may close them and must not hit files of the child.
    """
    null = os.open(os.devnull, os.O_RDWR)
    for number in [int(path.name) for path in Path("/dev/fd").iterdir()]:
        if number > STANDARD_ERROR and number not in (null, pipe.fileno()):
            with suppress(OSError):  # the list was open itself, and is not any more
                os.fstat(number)
                os.dup2(null, number, inheritable=False)


def _serve(pipe: Connection) -> None:
    """Do what is asked for until nobody asks any more, or it has left its mark on us."""
    most = _memory().resident + MOST_GROWTH
    while _memory().resident <= most:
        try:
            work, things, limits = pickle.loads(pipe.recv_bytes())
        except EOFError:
            return
        with _limited_memory(limits.megabytes):
            for thing in things:
                # Should nobody be left who stops us, we are stopped all the same.
                signal.alarm(math.ceil(2 * limits.seconds))
                result = work(thing)
                signal.alarm(0)
                pipe.send_bytes(pickle.dumps(result))


@contextmanager
def _limited_memory(megabytes: int) -> Iterator[None]:
    """Allow this process, and each program it starts, some more memory than it has."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    limit = _memory().reserved + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


class _Memory(NamedTuple):
    """How much of it there is, in bytes."""

    reserved: int
    resident: int


def _memory() -> _Memory:
    """How much this process has asked for, and how much of it is in use."""
    pages = Path("/proc/self/statm").read_text().split()
    return _Memory(*(int(number) * resource.getpagesize() for number in pages[:2]))
