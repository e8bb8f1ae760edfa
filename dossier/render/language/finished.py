"""Words that are finished once in a build, however many pages show them: the answer of a
fact, and what is said of it.

Only what is the same on every page belongs here; a link is not, since it leads from where
it stands.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made")
MOST = 20_000
"""Of so many things all is forgotten: about those of 50 companies, whose pages follow each
other, so that a process that makes the pages of thousands needs no more memory for it.
"""


class Finished:
    """What was made of records. They never change, so each is known by itself, and kept so
    that it stays itself.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}

    def once(self, what: str, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made of these records under this name before, or what is made of them
        now.
        """
        key = (what, *map(id, of))
        if (known := self._made.get(key)) is None:
            if len(self._made) >= MOST:
                self._made.clear()
            known = self._made[key] = of, make()
        made: Made = known[1]
        return made
