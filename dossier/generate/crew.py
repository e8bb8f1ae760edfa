"""Work that several processes share: each has the same state to work with, and hands back
little.

Results come in the order of the items, whoever made them and however many worked, so
nothing that is written depends on their number. A process that dies ends the build in one
line, and none of them outlives it.
"""

import gc
import multiprocessing
import os
import platform
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from dossier.generate.beside import AtOnce, InThread, Taker
from dossier.generate.sending import packed, unpacked
from dossier.mapping import Mapped, in_groups
from dossier.model.errors import DossierError

State = TypeVar("State")
State_co = TypeVar("State_co", covariant=True)
Item = TypeVar("Item")
Result = TypeVar("Result")
HANGUP = getattr(signal, "SIGHUP", signal.SIGTERM)
"""Not every system has it."""
ENDING = frozenset({signal.SIGINT, signal.SIGTERM, HANGUP})
WORTH_SHARING = 10
"""Items from which on it pays to begin processes for them."""
QUOTA = Path("/sys/fs/cgroup/cpu.max")

_STATE: ContextVar[Any] = ContextVar("_STATE")
"""What a process of a crew works with."""


def alike(item: object) -> int:
    """The weight of a thing among things that weigh the same."""
    return 1


class Crew(Protocol[State_co]):
    """Whoever does the work."""

    def map(
        self,
        work: Callable[[State_co, Item], Result],
        items: Iterable[Item],
        shift: int = 0,
        weight: Callable[[Item], int] = alike,
    ) -> Iterator[Result]:
        """What the work makes of each item, in their order.

        Who works has a copy of all that was looked at: after items of so much weight others
        take over, and those copies are given back; 0: never. Raises what the work raised,
        of the first item with which it did.
        """

    def behind(self, work: Callable[[Item], object]) -> Taker[Item]:
        """Who does some work of this process with things as they are handed on."""


class Alone(Generic[State]):
    """One process does all of it; what is done behind it has a thread."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._begun: list[InThread[Any]] = []

    def map(
        self,
        work: Callable[[State, Item], Result],
        items: Iterable[Item],
        shift: int = 0,
        weight: Callable[[Item], int] = alike,
    ) -> Iterator[Result]:
        """See `Crew`; each item is worked on when its result is asked for."""
        return (work(self._state, item) for item in items)

    def behind(self, work: Callable[[Item], object]) -> Taker[Item]:
        """See `Crew`; the thread does it while this one makes the next things."""
        begun = InThread(work)
        self._begun.append(begun)
        return begun

    def stop(self) -> None:
        """Leave nothing begun."""
        for begun in self._begun:
            begun.stop()


class Together(Generic[State]):
    """Processes that are forked for some work, with the state as it is then."""

    def __init__(self, count: int, state: State) -> None:
        self._count, self._state = count, state

    def map(
        self,
        work: Callable[[State, Item], Result],
        items: Iterable[Item],
        shift: int = 0,
        weight: Callable[[Item], int] = alike,
    ) -> Iterator[Result]:
        """See `Crew`; all items of a shift are handed out at once."""
        for some in in_groups([*items], weight, shift) if shift else (items,):
            with _processes(self._count, self._state) as executor:
                begun = deque(executor.submit(_call, work, item) for item in some)
                while begun:
                    yield _result(begun.popleft())

    def behind(self, work: Callable[[Item], object]) -> Taker[Item]:
        """See `Crew`; this process has little else to do, and can have no thread, since it
        is forked again.
        """
        return AtOnce(work)


@contextmanager
def open_crew(count: int, state: State) -> Iterator[Crew[State]]:
    """So many processes with a state; when the block ends, none of them is left."""
    if count == 1:
        alone = Alone(state)
        try:
            yield alone
        finally:
            alone.stop()
    else:
        with _none_left():
            yield Together(count, state)


@contextmanager
def _processes(count: int, state: object) -> Iterator[Executor]:
    """So many, each with the state: it is theirs by being copied as it is, nothing of it
    has to be written down.
    """
    fork = multiprocessing.get_context("fork")
    executor = ProcessPoolExecutor(count, fork, _begin, (state,))
    try:
        with _none_left():
            gc.freeze()  # they share what is there, as long as nobody looks it through
            with _not_interrupted():  # all are there before the executor has a thread
                executor.submit(int)
            yield executor
            executor.shutdown()
    finally:
        executor.shutdown()


@contextmanager
def _none_left() -> Iterator[None]:
    """End all processes that have begun meanwhile: they write where nobody looks yet."""
    others = {*multiprocessing.active_children()}
    try:
        yield
    finally:
        for process in {*multiprocessing.active_children()} - others:
            process.kill()


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Signals that end a build wait: a process that begins knows what to do with them."""
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def in_processes(count: int = 0) -> Mapped:
    """Maps work over items in so many processes; if none are named, in as many as there are
    processors, and in this one where the items are few.
    """

    def mapped(
        work: Callable[[State, Item], Result],
        state: State,
        items: Sequence[Item],
        each: int = 0,
    ) -> Iterator[Result]:
        chosen = count or (1 if len(items) < WORTH_SHARING else usable_cores())
        with open_crew(chosen, state) as crew:
            yield from crew.map(work, items, chosen * each)

    return mapped


def usable_cores() -> int:
    """The processors that this process may use: one where a fork is not safe."""
    if platform.system() != "Linux":  # what the system brings may have threads of its own
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), _quota()))


def _quota() -> int:
    """How many processors' time a container may use; a large number where nothing says it."""
    try:
        most, period = QUOTA.read_text("ascii").split()
        return round(int(most) / int(period))
    except (OSError, ValueError, ArithmeticError):
        return 1 << 16


def _begin(state: object) -> None:
    """What a new process does first. Who is interrupted is the build, which ends it."""
    signal.signal(HANGUP, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    _STATE.set(state)


def _end_with(parent: BaseProcess) -> None:
    """End this process when the build is gone, however that came."""
    wait([parent.sentinel])
    os._exit(1)


def _call(work: Callable[[Any, Any], object], item: object) -> bytes:
    return packed(work(_STATE.get(), item))


def _result(begun: Future[bytes]) -> Any:
    try:
        return unpacked(begun.result())
    except BrokenExecutor as error:
        raise DossierError(
            "one of its processes was ended from outside, as happens where memory runs"
            " out; fewer need less: --workers 1."
        ) from error
    except MemoryError as error:
        raise DossierError(
            "memory ran out; fewer processes need less: --workers 1."
        ) from error
