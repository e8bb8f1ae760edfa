"""Where labels stand beside their points so that they do not cover each other: worked out
once, while the site is built.

Widths of words are estimated, and a little too large: the reader's font is not known here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from unicodedata import east_asian_width

EM = 0.56
"""The width of a common letter by the size of the type; signs of East Asian writing are as
wide as high.
"""


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    width: float
    height: float

    def overlap(self, other: "Box") -> float:
        """The area that two boxes share."""
        wide = min(self.left + self.width, other.left + other.width) - max(
            self.left, other.left
        )
        high = min(self.top + self.height, other.top + other.height) - max(
            self.top, other.top
        )
        return max(wide, 0.0) * max(high, 0.0)

    def outside(self, width: float, height: float) -> float:
        """How much of a box is beyond the edges of a picture."""
        return self.width * self.height - self.overlap(Box(0, 0, width, height))


@dataclass(frozen=True)
class Label:
    """A label to be placed: its point, and the size of its words."""

    x: float
    y: float
    width: float
    height: float


def width_of(words: str, size: float) -> float:
    """About how wide some words are set at a size of type."""
    return sum(size if east_asian_width(letter) in "WF" else size * EM for letter in words)


def place_labels(
    labels: Sequence[Label], width: float, height: float, sign: float
) -> tuple[tuple[float, float], ...]:
    """How far the left upper corner of each label stands from its point: the nearest place
    that is free.

    `sign` is the size of what stands at the point itself. Labels that come first choose
    first.
    """
    signs = [Box(label.x - sign / 2, label.y - sign / 2, sign, sign) for label in labels]
    taken: list[Box] = []
    moves = []
    for label in labels:
        move = _best(label, (*signs, *taken), (width, height), sign)
        taken.append(_at(label, move))
        moves.append(move)
    return tuple(moves)


def _best(
    label: Label, others: Sequence[Box], size: tuple[float, float], sign: float
) -> tuple[float, float]:
    """The first move that is free; where none is, the one that covers least."""
    best, least = (0.0, 0.0), inf
    near = _near(label, others, sign)
    for move in _moves(label, sign):
        cost = _cost(_at(label, move), near, *size)
        if cost < least:
            best, least = move, cost
        if cost == 0:
            break
    return best


def _near(label: Label, others: Sequence[Box], sign: float) -> tuple[Box, ...]:
    """The boxes that any move could meet, so that a map of hundreds of points is not all
    points times all points.
    """
    boxes = [_at(label, move) for move in _moves(label, sign)]
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, low = (
        max(box.left for box in boxes) + label.width,
        max(box.top for box in boxes) + label.height,
    )
    reach = Box(left, top, right - left, low - top)
    return tuple(box for box in others if reach.overlap(box))


def _at(label: Label, move: tuple[float, float]) -> Box:
    return Box(label.x + move[0], label.y + move[1], label.width, label.height)


def _cost(box: Box, others: Sequence[Box], width: float, height: float) -> float:
    # What is beyond the edge cannot be read at all.
    cost = sum(map(box.overlap, others)) + 10 * box.outside(width, height)
    return round(cost, 3)


def _moves(label: Label, sign: float) -> Iterator[tuple[float, float]]:
    """The places around a point, the best first: to its right, its left, above, below, then
    farther out.
    """
    for ring in range(4):
        gap = sign / 2 + 2 + ring * label.height * 0.7
        right, left, middle = gap, -gap - label.width, -label.width / 2
        above, below, level = -gap - label.height, gap, -label.height / 2
        yield from ((right, level), (left, level), (middle, above), (middle, below))
        yield from ((right, above), (right, below), (left, above), (left, below))
