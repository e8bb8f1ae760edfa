"""Maps: where places stand on them, which sign they have, and that their words do not cover
each other.
"""

import json
import re
from itertools import combinations
from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.read.territories import territories
from dossier.render.charts.labels import Box, Label, place_labels, width_of
from dossier.render.charts.projection import NORTH, RATIO, SOUTH, place_on_map, project
from dossier.render.charts.spreading import CLOSEST, cut_for, spread
from dossier.render.charts.world import world
from tests.chart_fixtures import classed, figures, words
from tests.render_fixtures import THEME

LATITUDES, LONGITUDES = some.floats(SOUTH, NORTH), some.floats(-180, 180)
STEP = 1e-3
SIZES = some.tuples(some.floats(0, 600), some.floats(0, 250), some.floats(5, 120))
PAINT = re.compile(r"M(-?\d+),(-?\d+)l([^z]*)z")


def outlines(path: str) -> list[list[tuple[float, float]]]:
    """The corners of each outline of a path, in the units of the map."""
    found = []
    for x, y, steps in PAINT.findall(path):
        corners = [(float(x), float(y))]
        for step in steps.split():
            dx, dy = map(float, step.split(","))
            corners.append((corners[-1][0] + dx, corners[-1][1] + dy))
        found.append(corners)
    return found


def holds(path: str, x: float, y: float) -> bool:
    """Whether a point is inside a path: a line from it to the east crosses the outlines an
    odd number of times.
    """
    crossings = 0
    for corners in outlines(path):
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
            crossings += (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossings % 2 == 1


@given(LONGITUDES, LATITUDES)
def test_every_place_is_on_the_map(longitude: float, latitude: float) -> None:
    """Within its edges, east to the right and north up."""
    x, y = place_on_map(longitude, latitude)
    assert -1e-9 <= x <= 1 + 1e-9
    assert -1e-9 <= y <= 1 + 1e-9
    assert place_on_map(longitude, min(latitude + 1, NORTH))[1] <= y
    assert place_on_map(min(longitude + 1, 180), latitude)[0] >= x


@given(LONGITUDES, some.floats(SOUTH, NORTH - 1))
def test_areas_keep_their_proportions(longitude: float, latitude: float) -> None:
    """A small field has the area on the map that it has on the globe: that is what the
    projection is for.
    """
    east, north = project(longitude + STEP, latitude), project(longitude, latitude + STEP)
    x, y = project(longitude, latitude)
    area = (east[0] - x) * (north[1] - y) - (east[1] - y) * (north[0] - x)
    assert (
        pytest.approx(cos(radians(latitude + STEP / 2)) * radians(STEP) ** 2, rel=1e-3)
        == area
    )


def test_the_middle_and_the_corners_of_the_map() -> None:
    """By the authors' own table: the equator is 2.0 times as long as the pole's line is
    high from pole to pole, about.
    """
    assert (0.0, 0.0) == project(0, 0)
    assert pytest.approx((2.7066, 0.0), abs=1e-4) == project(180, 0)
    assert pytest.approx(1.3173, abs=1e-4) == project(0, 90)[1]


def test_a_territory_lies_in_its_outline() -> None:
    """The point of each country that is large enough to be drawn is inside it, but for
    coasts that were simplified.
    """
    ground = world()
    points = {
        one.country: place_on_map(one.longitude, one.latitude)
        for one in territories().values()
    }
    large = {
        code: path
        for code, path in ground.countries.items()
        if code in points and len(path) > 150
    }
    outside = [
        code
        for code, path in large.items()
        if not holds(path, points[code][0] * ground.width, points[code][1] * ground.height)
    ]
    assert [] == outside


def test_the_land_stays_on_the_map() -> None:
    """Nothing is drawn across it, as outlines are that jump over the 180th meridian."""
    ground = world()
    for corners in outlines(ground.land):
        assert all(-1 <= x <= ground.width + 1 for x, _ in corners)
        wide = max(
            abs(x2 - x1)
            for (x1, _), (x2, _) in zip(corners, corners[1:] + corners[:1], strict=True)
        )
        assert wide < ground.width / 10


def test_the_picture_has_the_shape_of_the_map() -> None:
    """The style sheet and the outlines agree."""
    css = (THEME / "static" / "css" / "components" / "worldmap.css").read_text("utf-8")
    assert f"aspect-ratio: {world().width} / {world().height};" in css
    assert round(world().width / RATIO) == world().height


def test_signs_tell_how_far_a_place_has_come() -> None:
    """By their shape, and the list in words; a ring marks those whose flag is set."""
    found = figures()["chart--places--works--place"]
    (places,) = (one for one in found.iter("ol"))
    assert [
        "1 Japan completed · First there",
        "2 Brazil announced · First there",
        "3 Dubai announced",
        "4 France cancelled",
    ] == [words(row) for row in places]
    assert 2 * 2 + 1 == len([*classed(found, "worldmap__ring")]), (
        "two places, for wide and narrow screens, and the key"
    )
    assert ["Japan", "Brazil", "Dubai", "France"] == [
        words(label) for label in classed(found, "worldmap__label")
    ]
    (keys,) = classed(found, "worldmap__keys")
    assert {"there by the sources", "announced", "called off or denied", "First there"} == {
        words(key) for key in keys
    }
    assert "Borders are drawn" in words(found)


def test_the_title_of_a_map_says_how_far_its_places_have_come() -> None:
    (caption,) = classed(figures()["chart--places--works--place"], "worldmap__caption")
    assert (
        "Works: 4 places (1 there by the sources, 2 announced and 1 called off or denied)"
        == words(caption)
    )


def test_a_map_repeats_nothing_that_the_lines_of_its_topic_tell() -> None:
    """No dates, and so none that are not given; no notes, and no figure that would be
    counted twice.
    """
    found = figures()["chart--places--works--place"]
    assert [] == [*found.iter("table")]
    assert "not given" not in words(found)
    assert {"acme/sites:0"} == {
        one.get("data-claim") for one in found.iter() if one.get("data-claim")
    }


def test_two_places_have_no_map() -> None:
    assert not [name for name in figures() if "seat" in name or "office" in name]


def test_countries_are_areas_and_towns_are_signs_alone() -> None:
    """What was called off has no area."""
    found = figures()["chart--places--works--place"]
    assert [world().countries["JP"], world().countries["BR"]] == [
        area.attrib["d"] for area in classed(found, "worldmap__area")
    ]


@given(
    some.lists(some.tuples(some.floats(0, 1), some.floats(0, 1)), min_size=1, max_size=30)
)
def test_a_map_shows_no_more_of_the_world_than_it_needs(
    points: list[tuple[float, float]],
) -> None:
    """All places are in it, and it never leaves the world."""
    cut = cut_for(points)
    assert CLOSEST <= cut.width <= 1.0
    assert cut.left >= 0
    assert cut.top >= 0
    assert max(cut.left, cut.top) + cut.width <= 1 + 1e-9
    assert all(-1e-9 <= part <= 1 + 1e-9 for point in points for part in cut.place(*point))


@given(
    some.lists(
        some.tuples(some.floats(0, 270), some.floats(0, 116)), min_size=1, max_size=12
    )
)
def test_signs_on_a_phone_do_not_cover_each_other(
    points: list[tuple[float, float]],
) -> None:
    """Wherever the places are, with the ring around them, while the map has room; and alike
    each time.
    """
    apart = spread(points, 18, 270, 116)
    assert apart == spread(points, 18, 270, 116)
    assert all(
        9 <= x <= 261 and 9 <= y <= 107
        for (x, y), was in zip(apart, points, strict=True)
        if (x, y) != was
    )
    distances = [
        hypot(one[0] - other[0], one[1] - other[1]) for one, other in combinations(apart, 2)
    ]
    assert min(distances, default=18) >= 15


def test_numbers_of_places_stand_beside_the_map() -> None:
    """As those of a network whose sites nobody lists; a count of anything else in the topic
    does not.
    """
    told = words(figures()["chart--places--works--place"])
    assert "Known as numbers, without places: Sites, over 30 sites" in told
    assert "Staff abroad" not in told


@given(some.lists(SIZES, max_size=12))
def test_labels_stay_inside_and_are_placed_alike_each_time(
    sizes: list[tuple[float, float, float]],
) -> None:
    """One that has room has it inside of the picture."""
    labels = [Label(x, y, wide, 15) for x, y, wide in sizes]
    moves = place_labels(labels, 600, 250, 12)
    assert moves == place_labels(labels, 600, 250, 12)
    boxes = [
        Box(one.x + right, one.y + down, one.width, one.height)
        for one, (right, down) in zip(labels, moves, strict=True)
    ]
    assert all(box.outside(600, 250) < box.width * box.height for box in boxes)


@pytest.mark.parametrize("gap", [0, 4, 8, 12])
def test_labels_of_neighbours_do_not_cover_each_other(gap: float) -> None:
    """Two points that all but touch have their words apart, and off both signs."""
    labels = [Label(300, 100, 60, 15), Label(300 + gap, 103, 60, 15)]
    boxes = [
        Box(one.x + right, one.y + down, one.width, one.height)
        for one, (right, down) in zip(
            labels, place_labels(labels, 600, 250, 12), strict=True
        )
    ]
    signs = [Box(one.x - 6, one.y - 6, 12, 12) for one in labels]
    assert 0 == boxes[0].overlap(boxes[1])
    assert 0 == sum(box.overlap(sign) for box in boxes for sign in signs)


def test_wide_letters_are_reckoned_wider() -> None:
    """Of East Asian writing."""
    assert width_of("日本", 13) == 26 > width_of("ab", 13)


def test_the_outlines_are_whole_units() -> None:
    """The same bytes in every build: nothing is left to the printing of fractions."""
    assert not re.search(r"\d\.\d", world().land)
    assert {"width", "height", "land", "countries"} == {
        *json.loads(json.dumps(vars(world()), default=dict))
    }
