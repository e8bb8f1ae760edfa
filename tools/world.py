"""Make what maps are drawn from and places are known by, from Natural Earth's shapes and
CLDR's names.

    .venv/bin/python tools/world.py node_modules/world-atlas

It writes `dossier/render/charts/world.json`, the land and the countries as outlines of the
projected map, and
`dossier/read/territories.json`, the countries and territories of the world with their names
and a point inside each. Both are kept in the repository: a build reads them and nothing
else. Run it again when world-atlas or CLDR change.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import dist
from pathlib import Path
from typing import Any, TypeAlias

from babel import Locale
from babel.core import get_global

from dossier.render.charts.projection import RATIO, place_on_map

ROOT = Path(__file__).resolve().parent.parent
WORLD = ROOT / "dossier" / "render" / "charts" / "world.json"
TERRITORIES = ROOT / "dossier" / "read" / "territories.json"
WIDTH = 1000  # units across the map: one is less than a pixel where a map is shown
TOLERANCE = 0.7  # units by which an outline may leave its place
LEAST = 5.0  # square units: a smaller island would be a speck
STEPS = 24  # cells across a shape in which a point inside it is looked for
Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Point]

ALSO = {
    "BA": ["Bosnia and Herzegovina"], "CD": ["Democratic Republic of the Congo", "DR Congo"],
    "CG": ["Republic of the Congo"], "CI": ["Ivory Coast"], "CV": ["Cabo Verde"], "CZ": ["Czech Republic"],
    "GB": ["UK"], "HK": ["Hong Kong"], "MM": ["Myanmar", "Burma"], "MO": ["Macao", "Macau"], "PS": ["Palestine"],
    "SZ": ["Swaziland"], "TL": ["East Timor"], "TR": ["Turkey"], "US": ["USA", "United States of America"],
}  # fmt: skip
"""Names by which people know a country besides that of CLDR."""
NAMELESS = {"Kosovo": "XK"}
"""Shapes that Natural Earth gives no number, by their names there; the others that have
none are parts of countries.
"""


class Topology:
    """Shapes that share their borders: a TopoJSON file
    (https://github.com/topojson/topojson-specification).
    """

    def __init__(self, path: Path) -> None:
        self.data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        self.arcs = [self._decoded(arc) for arc in self.data["arcs"]]

    def _decoded(self, arc: Iterable[Sequence[int]]) -> Ring:
        (scale_x, scale_y), (left, low) = (
            self.data["transform"]["scale"],
            self.data["transform"]["translate"],
        )
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + low))
        return points

    def rings(
        self, shapes: Iterable[Mapping[str, Any]], arcs: Sequence[Ring] | None = None
    ) -> list[Ring]:
        """The outer and inner outlines of shapes, made of these arcs or of others in their
        places.
        """
        polygons = (polygon for shape in shapes for polygon in _polygons(shape))
        whole = (
            self._ring(ring, arcs or self.arcs) for polygon in polygons for ring in polygon
        )
        return [copy for ring in whole for copy in _copies(_unwound(ring))]

    def _ring(self, parts: Iterable[int], arcs: Sequence[Ring]) -> Ring:
        found: Ring = []
        for part in parts:
            arc = arcs[part] if part >= 0 else arcs[~part][::-1]
            found += arc[1:] if found else arc
        return found

    def countries(self) -> Mapping[str, list[Mapping[str, Any]]]:
        """The shapes of countries by their ISO 3166 code; a few have far islands that are
        shapes of their own.
        """
        found: dict[str, list[Mapping[str, Any]]] = {}
        for shape in self.data["objects"]["countries"]["geometries"]:
            found.setdefault(_code(shape), []).append(shape)
        return {code: found[code] for code in sorted(found) if code}


def _polygons(shape: Mapping[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = shape["arcs"]
    return arcs if shape["type"] == "MultiPolygon" else [arcs]


def _unwound(ring: Ring) -> Ring:
    """A ring that runs on over the 180th meridian instead of jumping to the other side of
    the map.
    """
    found = ring[:1]
    for longitude, latitude in ring[1:]:
        turns = round((found[-1][0] - longitude) / 360)
        found.append((longitude + 360 * turns, latitude))
    return found


def _copies(ring: Ring) -> list[Ring]:
    """What of a ring is on the map, and what comes in again on its other side."""
    shifted = ([(x + 360 * turn, y) for x, y in ring] for turn in (0, -1, 1))
    cut = (_cut(_cut(copy, -180, 1), 180, -1) for copy in shifted)
    return [part for part in cut if len(part) > 2]


def _cut(ring: Ring, meridian: float, side: int) -> Ring:
    """The part of a ring to the east (1) or west (-1) of a meridian (Sutherland and
    Hodgman).
    """
    found: Ring = []
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        within, was_within = (x2 - meridian) * side >= 0, (x1 - meridian) * side >= 0
        if within != was_within:
            found.append((meridian, y1 + (y2 - y1) * (meridian - x1) / (x2 - x1)))
        if within:
            found.append((x2, y2))
    return found


def _code(shape: Mapping[str, Any]) -> str:
    number, name = str(shape.get("id", "")), shape["properties"]["name"]
    codes: list[str] = get_global("territory_aliases").get(number) or [
        NAMELESS.get(name, "")
    ]
    return codes[0]


def world(atlas: Path) -> Mapping[str, Any]:
    """The map: its size, the land as one path and each country as another, simplified along
    shared borders alike.
    """
    topology = Topology(atlas / "countries-110m.json")
    arcs = [_simplified(_unwound(arc)) for arc in topology.arcs]
    land = topology.data["objects"]["land"]["geometries"]
    countries = {
        code: _path(topology.rings(shapes, arcs))
        for code, shapes in topology.countries().items()
    }
    return {
        "width": WIDTH,
        "height": round(WIDTH / RATIO),
        "land": _path(topology.rings(land, arcs)),
        "countries": {code: path for code, path in countries.items() if path},
    }


def _on_map(longitude: float, latitude: float) -> Point:
    x, y = place_on_map(longitude, latitude)
    return x * WIDTH, y * WIDTH / RATIO


def _simplified(line: Ring) -> Ring:
    """A line without the points that it does not need (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    first, *inner, last = (_on_map(*point) for point in line)
    far, where = max(
        (_distance(point, first, last), place) for place, point in enumerate(inner, 1)
    )
    if far <= TOLERANCE:
        return [line[0], line[-1]]
    return _simplified(line[: where + 1])[:-1] + _simplified(line[where:])


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a line; from its start where the line closes on itself."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = dist(start, end)
    if length == 0:
        return dist(point, start)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def _path(rings: Iterable[Ring]) -> str:
    """Outlines as the data of an SVG path, in whole units and steps; Antarctica and specks
    are left out.
    """
    projected = ([_on_map(*point) for point in ring] for ring in rings)
    shown = (ring for ring in projected if abs(_area(ring)) >= LEAST)
    return "".join(
        _steps(ring) for ring in shown if min(y for _, y in ring) < WIDTH / RATIO
    )


def _steps(ring: Ring) -> str:
    points = [(round(x), round(y)) for x, y in ring]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    moves = [step for step in steps if step != (0, 0)]
    return (
        f"M{points[0][0]},{points[0][1]}l{' '.join(f'{x},{y}' for x, y in moves)}z"
        if len(moves) > 1
        else ""
    )


def _area(ring: Ring) -> float:
    return (
        sum(
            x1 * y2 - x2 * y1
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
        )
        / 2
    )


def territories(atlas: Path) -> Mapping[str, Any]:
    """Every country and territory that has a shape: its name in CLDR's English, other
    names, and a point inside it.
    """
    topology = Topology(atlas / "countries-50m.json")
    names = Locale("en").territories
    shapes = topology.countries()
    return {
        code: _territory(code, names[code], topology.rings(shapes[code])) for code in shapes
    }


def _territory(code: str, name: str, rings: Iterable[Ring]) -> Mapping[str, Any]:
    longitude, latitude = _inside(max(rings, key=lambda ring: abs(_area(ring))))
    also = {"also": ALSO[code]} if code in ALSO else {}
    return {
        "name": name,
        **also,
        "longitude": round(longitude, 1),
        "latitude": round(latitude, 1),
    }


def _inside(ring: Ring) -> Point:
    """A point well inside a shape: of the middles of a grid's cells, the one farthest from
    its outline.
    """
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    left, low, wide, high = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    middles = [
        (left + wide * (column + 0.5) / STEPS, low + high * (row + 0.5) / STEPS)
        for column in range(STEPS)
        for row in range(STEPS)
    ]
    return max(
        (point for point in middles if _holds(ring, point)),
        key=lambda point: _clearance(ring, point),
    )


def _holds(ring: Ring, point: Point) -> bool:
    """Whether a point is within a ring: a line from it to the east crosses the outline an
    odd number of times.
    """
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1


def _clearance(ring: Ring, point: Point) -> float:
    return min(dist(point, other) for other in ring)


def lines(data: Mapping[str, Any]) -> str:
    """JSON with a line for each entry, so that a difference can be read."""
    entries = (
        f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in data.items()
    )
    return "{\n" + ",\n".join(entries) + "\n}\n"


def main() -> None:
    """Write both files anew."""
    atlas = (
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "node_modules" / "world-atlas"
    )
    WORLD.write_text(lines(world(atlas)), "utf-8")
    TERRITORIES.write_text(lines(territories(atlas)), "utf-8")


if __name__ == "__main__":
    main()
