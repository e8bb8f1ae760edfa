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

from dossier.generate.beside import BackgroundWork
from dossier.generate.sending import packed, unpacked
from dossier.mapping import Mapped
from dossier.model.errors import DossierError

State = TypeVar("State")
State_co = TypeVar("State_co", covariant=True)
Item = TypeVar("Item")
Result = TypeVar("Result")
Watch = Callable[[Iterable[Item]], Iterator[Item]]
"""Hands on items as long as anybody waits for what is made of them."""
ENDING = frozenset({signal.SIGINT, signal.SIGTERM})
WORTH_SHARING = 10
"""Items from which on it pays to begin processes for them."""
QUOTA = Path("/sys/fs/cgroup/cpu.max")

_STATE: ContextVar[Any] = ContextVar("_STATE")
"""What a process of a crew works with."""


class Crew(Protocol[State_co]):
    """Whoever does the work."""

    def map(
        self, work: Callable[[State_co, Item], Result], items: Iterable[Item]
    ) -> Iterator[Result]:
        """What the work makes of each item, in their order.

        Raises what the work raised, of the first item with which it did.
        """

    def beside(
        self, work: Callable[[State_co, Watch[Any]], Result]
    ) -> Callable[[], Result]:
        """Begin some work, and go on; a call of what is returned waits for its result."""


class Alone(Generic[State]):
    """One process does all of it; what is done beside has a thread."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._begun: list[BackgroundWork[Any]] = []

    def map(
        self, work: Callable[[State, Item], Result], items: Iterable[Item]
    ) -> Iterator[Result]:
        """See `Crew`; each item is worked on when its result is asked for."""
        return (work(self._state, item) for item in items)

    def beside(self, work: Callable[[State, Watch[Any]], Result]) -> Callable[[], Result]:
        """See `Crew`."""
        begun = BackgroundWork[Result](lambda own: work(self._state, own.until_stopped))
        self._begun.append(begun)
        return begun.result

    def stop(self) -> None:
        """Leave nothing begun."""
        for begun in self._begun:
            begun.stop()


class Together(Generic[State]):
    """An executor does the work, whose processes have the state."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def map(
        self, work: Callable[[State, Item], Result], items: Iterable[Item]
    ) -> Iterator[Result]:
        """See `Crew`; all items are handed out at once."""
        begun = deque(self._executor.submit(_call, work, item) for item in items)
        while begun:
            yield _result(begun.popleft())

    def beside(self, work: Callable[[State, Watch[Any]], Result]) -> Callable[[], Result]:
        """See `Crew`; what is begun first is done first."""
        begun = self._executor.submit(_call, work, iter)
        return lambda: _result(begun)


@contextmanager
def open_crew(count: int, state: State) -> Iterator[Crew[State]]:
    """So many processes with a state; when the block ends, none of them is left."""
    if count == 1:
        alone = Alone(state)
        try:
            yield alone
        finally:
            alone.stop()
        return
    # The state is theirs by being copied as it is: nothing of it has to be written down.
    fork = multiprocessing.get_context("fork")
    others = {*multiprocessing.active_children()}
    executor = ProcessPoolExecutor(count, fork, _begin, (state,))
    try:
        _start(executor)
        yield Together(executor)
        executor.shutdown()
    finally:
        _end({*multiprocessing.active_children()} - others)
        executor.shutdown()


def in_processes(count: int = 0) -> Mapped:
    """Maps work over items in so many processes; if none are named, in as many as there are
    processors, and in this one where the items are few.
    """

    def mapped(
        work: Callable[[State, Item], Result], state: State, items: Sequence[Item]
    ) -> Iterator[Result]:
        chosen = count or (1 if len(items) < WORTH_SHARING else usable_cores())
        with open_crew(chosen, state) as crew:
            yield from crew.map(work, items)

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


def _start(executor: Executor) -> None:
    """Have all processes there, before anything else begins: none is made of a process that
    has threads.
    """
    gc.freeze()  # they share what is there, as long as nobody looks it through
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        executor.submit(int)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _begin(state: object) -> None:
    """What a new process does first. Who is interrupted is the build, which ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()
    _STATE.set(state)


def _end_with(parent: BaseProcess) -> None:
    """End this process when the build is gone, however that came."""
    wait([parent.sentinel])
    os._exit(1)


def _end(processes: Iterable[BaseProcess]) -> None:
    """End processes that have nothing to finish: they write where nobody looks yet."""
    for process in processes:
        process.kill()


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
