"""Work that strangers can make endless, and that is given up when its time is over.

Nothing can stop a name that is being looked up, a server that sends a byte now and then, or
a library that is busy with a page made for that. So another thread does the work, and is
left alone with it; it ends with the program.
"""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """What the work comes to, or what it raises. Raises TimeoutError where it is not done
    in time.
    """
    outcomes: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            outcomes.put((work(), None))
        except BaseException as error:  # noqa: BLE001 -- it is raised again where it is waited for
            outcomes.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        done, error = outcomes.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return done  # type: ignore[return-value] # without an error it is there
