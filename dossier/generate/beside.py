"""Work that a thread of its own does while the build goes on: such as what waits for
another program most of the time.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")
Item = TypeVar("Item")


class BackgroundWork(Generic[T]):
    """Work that has begun. A build that ends early stops it, and leaves nothing of it
    behind.
    """

    def __init__(self, work: Callable[["BackgroundWork[T]"], T]) -> None:
        self._stopped = Event()
        self._found: Future[T] = Future()
        self._thread = Thread(target=self._do, args=(work,), daemon=True)
        self._thread.start()

    def _do(self, work: Callable[["BackgroundWork[T]"], T]) -> None:
        try:
            self._found.set_result(work(self))
        except BaseException as error:  # noqa: BLE001 - whoever asks for the result gets it
            self._found.set_exception(error)

    def until_stopped(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, as long as anybody waits for what is made of them."""
        for item in items:
            if self._stopped.is_set():
                return
            yield item

    def result(self) -> T:
        """What it came to, or the error that it ended in."""
        return self._found.result()

    def stop(self) -> None:
        """Let it end before its time, and wait for that."""
        self._stopped.set()
        self._thread.join()
