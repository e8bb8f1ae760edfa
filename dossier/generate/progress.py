"""How far a build is, for whoever waits, and where its time went.

On a terminal one line tells the stage, how far it is and how fast; elsewhere a line comes
now and then, and only of what takes long. Pure but for the clocks and the writing, which it
is given.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
Clock = Callable[[], float]

PATIENCE = 1.0
"""Seconds for which a terminal is left alone."""
LIVE, PLAIN = 0.1, 10.0
"""Seconds between two lines: on a terminal, where one takes the place of the other, and
elsewhere.
"""
CLEAR = "\r\x1b[K"


@dataclass
class Progress:
    """What is told of one build. Times are those of the clock on the wall, then those of
    the processor.
    """

    wall: Clock
    processor: Clock
    write: Callable[[str], object]
    live: bool
    # Whether a line can be taken back.
    spent: dict[str, tuple[float, float]] = field(default_factory=dict)
    _next: float | None = None
    # When the next line may be written.

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what the block takes."""
        start = self.wall(), self.processor()
        if self._next is None:
            self._next = start[0] + (PATIENCE if self.live else PLAIN)
        if self.live:
            self._tell(name)
        try:
            yield
        finally:
            before = self.spent.get(name, (0.0, 0.0))
            self.spent[name] = (
                before[0] + self.wall() - start[0],
                before[1] + self.processor() - start[1],
            )
            if self.live:
                self.write(CLEAR)

    def steps(
        self,
        name: str,
        items: Iterable[T],
        total: int,
        size: Callable[[T], int] = lambda _: 1,
    ) -> Iterator[T]:
        """The items one by one; the time between them is that of the stage. Each counts for
        its size.
        """
        with self.stage(name):
            start, done = self.wall(), 0
            for item in items:
                yield item
                done += size(item)
                if self._is_time():
                    speed = done / max(self.wall() - start, 1e-6)
                    self._tell(f"{name}: {done:,} of {total:,}, {speed:,.0f} a second")

    def note(self, line: str) -> None:
        """A line that stays, whoever waits."""
        self.write(f"{CLEAR if self.live else ''}{line}\n")

    def table(self) -> str:
        """The stages with their shares of the time on the wall, the longest first."""
        whole = sum(wall for wall, _ in self.spent.values()) or 1.0
        rows = sorted(self.spent.items(), key=lambda row: -row[1][0])
        lines = (
            f"{wall:8.2f} {wall / whole:6.1%} {processor:10.2f}  {name}"
            for name, (wall, processor) in rows
        )
        return "\n".join(("    wall  share  processor  stage (seconds)", *lines))

    def _is_time(self) -> bool:
        return self._next is not None and self.wall() >= self._next

    def _tell(self, line: str) -> None:
        if self._is_time():
            self._next = self.wall() + (LIVE if self.live else PLAIN)
            self.write(f"{CLEAR}{line}" if self.live else f"{line}\n")


def silent() -> Progress:
    """Nobody waits."""
    return Progress(lambda: 0.0, lambda: 0.0, str, live=False)
