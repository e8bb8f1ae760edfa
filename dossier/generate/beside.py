"""Work that is done behind whoever hands on what it is done with, such as what waits for
another program most of the time.
"""

from collections.abc import Callable
from queue import Queue
from threading import Event, Thread
from typing import Generic, Protocol, TypeVar

Thing = TypeVar("Thing")
Thing_contra = TypeVar("Thing_contra", contravariant=True)
AHEAD = 16
"""Things that may wait; whoever has another waits then, so that memory is bounded."""


class Taker(Protocol[Thing_contra]):
    """Whoever does it, on one thing after the other."""

    def add(self, thing: Thing_contra) -> object:
        """Hand on a thing. Raises what the work raised with this one or an earlier one."""

    def finish(self) -> None:
        """Wait until all is done. Raises as `add` does."""


class AtOnce(Generic[Thing]):
    """Who hands on does the work too."""

    def __init__(self, work: Callable[[Thing], object]) -> None:
        self.add = work

    def finish(self) -> None:
        """See `Taker`: nothing is left."""


class InThread(Generic[Thing]):
    """A thread does it while the build goes on. One that ends early stops it, and leaves
    nothing of it behind.
    """

    def __init__(self, work: Callable[[Thing], object]) -> None:
        self._work = work
        self._waiting: Queue[tuple[Thing] | None] = Queue(AHEAD)
        self._stopped = Event()
        self._error: BaseException | None = None
        self._thread = Thread(target=self._do, daemon=True)
        self._thread.start()

    def add(self, thing: Thing) -> None:
        """See `Taker`."""
        self._raise()
        self._waiting.put((thing,))

    def finish(self) -> None:
        """See `Taker`."""
        self._end()
        self._raise()

    def stop(self) -> None:
        """Let it end before its time, and wait for that."""
        self._stopped.set()
        self._end()

    def _do(self) -> None:
        while some := self._waiting.get():
            if self._stopped.is_set():
                continue  # whoever hands on does not wait for ever
            try:
                self._work(*some)
            except BaseException as error:  # noqa: BLE001 - whoever hands on gets it
                self._error = error
                self._stopped.set()

    def _end(self) -> None:
        if self._thread.is_alive():
            self._waiting.put(None)
            self._thread.join()

    def _raise(self) -> None:
        if self._error:
            raise self._error
