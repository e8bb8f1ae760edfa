"""The same work on many things, done by whoever does it: this process, or several at once.

Who asks for it gets the results in the order of the things, and cannot tell the difference.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

State = TypeVar("State")
Item = TypeVar("Item")
Result = TypeVar("Result")


class Mapped(Protocol):
    """Does some work on each of several things: `one_by_one`, or in processes."""

    def __call__(
        self,
        work: Callable[[State, Item], Result],
        state: State,
        items: Sequence[Item],
        each: int = 0,
    ) -> Iterator[Result]:
        """What the work makes of each, with what all of them need; raises what it raises of
        the first with which it does.

        After about so many items `each` process makes room for another, and with it goes
        what it has copied of the state by looking at it.
        """


def one_by_one(
    work: Callable[[State, Item], Result],
    state: State,
    items: Sequence[Item],
    each: int = 0,
) -> Iterator[Result]:
    """Does it in this process, each when its result is asked for."""
    return (work(state, item) for item in items)


def in_groups(
    items: Sequence[Item], weight: Callable[[Item], int], most: int
) -> Iterator[tuple[Item, ...]]:
    """Things that follow each other, together as long as they weigh no more than so much."""
    group: list[Item] = []
    weighs = 0
    for item in items:
        if group and weighs + weight(item) > most:
            yield tuple(group)
            group, weighs = [], 0
        group.append(item)
        weighs += weight(item)
    if group:
        yield tuple(group)
