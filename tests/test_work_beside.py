"""Work that is done behind a build: in order, its error reaches whoever hands on, and a
build that ends early leaves none of it.
"""

from threading import Event

import pytest

from dossier.generate.beside import AHEAD, AtOnce, InThread, Taker
from dossier.model.errors import DossierError


@pytest.mark.parametrize("kind", [AtOnce, InThread])
def test_all_is_done_in_order_when_it_is_finished(kind: type[InThread[int]]) -> None:
    done: list[int] = []
    behind: Taker[int] = kind(done.append)
    for thing in range(3 * AHEAD):
        behind.add(thing)
    behind.finish()
    assert [*range(3 * AHEAD)] == done


def test_who_hands_on_need_not_wait() -> None:
    go_on = Event()
    behind = InThread[int](lambda _: go_on.wait(10))
    behind.add(1)
    go_on.set()
    behind.finish()


def fail(thing: int) -> None:
    """Work that cannot be done."""
    raise DossierError(f"no {thing}")


@pytest.mark.parametrize("kind", [AtOnce, InThread])
def test_an_error_reaches_whoever_hands_on(kind: type[InThread[int]]) -> None:
    """However much still waits; and of the first thing, whatever comes after it."""
    behind = kind(fail)

    def all_of_it() -> None:
        for thing in range(3 * AHEAD):
            behind.add(thing)
        behind.finish()

    with pytest.raises(DossierError, match="no 0"):
        all_of_it()


def test_work_can_be_stopped() -> None:
    begun, go_on, done = Event(), Event(), list[int]()

    def work(thing: int) -> None:
        begun.set()
        go_on.wait(10)
        done.append(thing)

    behind = InThread(work)
    for thing in range(AHEAD):
        behind.add(thing)
    assert begun.wait(10)
    go_on.set()
    behind.stop()
    left = len(done)
    behind.stop()
    assert left == len(done) <= AHEAD
