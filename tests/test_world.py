"""What maps are drawn from is what tools/world.py makes of the pinned shapes, and is as
small as it has to be.
"""

import gzip

import world
from dossier.render.charts.projection import RATIO
from tests.toolchain import npm_package

MOST = 4_500  # bytes of the land, compressed: it stands in every page with a map


def test_the_kept_files_are_those_that_the_tool_makes() -> None:
    """Both, to the byte."""
    atlas = npm_package("world-atlas")
    assert world.WORLD.read_text("utf-8") == world.lines(world.world(atlas))
    assert world.TERRITORIES.read_text("utf-8") == world.lines(world.territories(atlas))


def test_the_land_is_small() -> None:
    """A page can hold it."""
    made = world.WORLD.read_text("utf-8")
    land = next(line for line in made.splitlines() if line.startswith(' "land"'))
    assert len(gzip.compress(land.encode(), 9)) < MOST
    assert f'"height": {round(world.WIDTH / RATIO)},' in made
