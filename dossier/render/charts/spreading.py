"""What part of the world a map shows, and signs that would cover each other moved apart:
the same in each build.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, sin

Point = tuple[float, float]

ROOM = 0.18
"""Of the width of what a map shows, left free around the places for the words beside them.
"""
CLOSEST = 0.125
"""The least part of the world's width: any nearer, outlines of this scale have no shape."""
ROUNDS = 120
MOST = 60
"""Signs that are moved; where more stand, a phone has no room for all of them however they
lie.
"""


@dataclass(frozen=True)
class Cut:
    """A part of the map, in shares of it; as wide by its height as the whole."""

    left: float
    top: float
    width: float

    def place(self, x: float, y: float) -> Point:
        """Where a point of the world is in it."""
        return (x - self.left) / self.width, (y - self.top) / self.width

    def of(self, width: float, height: float) -> tuple[float, float, float, float]:
        """Its corner and its size, in the units of a map so large."""
        return self.left * width, self.top * height, self.width * width, self.width * height


def cut_for(points: Sequence[Point]) -> Cut:
    """The smallest part that holds the points with room around them, as near to their
    middle as the edges let it.
    """
    (left, right), (top, low) = (
        (min(side), max(side)) for side in zip(*points, strict=True)
    )
    size = min(1.0, max(CLOSEST, (1 + 2 * ROOM) * max(right - left, low - top)))
    corner = [
        min(max((first + last - size) / 2, 0.0), 1 - size)
        for first, last in ((left, right), (top, low))
    ]
    return Cut(corner[0], corner[1], size)


def spread(
    points: Sequence[Point], apart: float, width: float, height: float
) -> Sequence[Point]:
    """The points, those too near to each other pushed away from each other until none is,
    if there is room.
    """
    found = list(points)
    for _ in range(ROUNDS if len(points) <= MOST else 0):
        near = [
            pair
            for pair in combinations(range(len(found)), 2)
            if _distance(found, pair) < apart - 0.01
        ]
        for one, other in near:
            right, down = _push(found[one], found[other], (one, other), apart)
            found[one] = _inside(
                (found[one][0] - right, found[one][1] - down), apart / 2, width, height
            )
            found[other] = _inside(
                (found[other][0] + right, found[other][1] + down), apart / 2, width, height
            )
        if not near:
            break
    return found


def _distance(points: Sequence[Point], pair: tuple[int, int]) -> float:
    one, other = (points[place] for place in pair)
    return hypot(other[0] - one[0], other[1] - one[1])


def _push(one: Point, other: Point, pair: tuple[int, int], apart: float) -> Point:
    """How far the second of two goes; two at one point part in a direction of their own, so
    that three make no line.
    """
    right, down = other[0] - one[0], other[1] - one[1]
    distance = hypot(right, down)
    if not distance:
        return cos(sum(pair)) * apart / 2, sin(sum(pair)) * apart / 2
    share = max(apart - distance, 0) / 2 / distance
    return right * share, down * share


def _inside(point: Point, edge: float, width: float, height: float) -> Point:
    return min(max(point[0], edge), width - edge), min(max(point[1], edge), height - edge)
