"""The map of the world, as tools/world.py has made it: the land, and the outline of each
country.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "world.json"


@dataclass(frozen=True)
class World:
    """Outlines in units of their own, as the data of SVG paths."""

    width: int
    height: int
    land: str
    countries: Mapping[str, str]
    # By ISO 3166 code; the smallest have none.


@cache
def world() -> World:
    """The map, read once."""
    return World(**json.loads(FILE.read_text("utf-8")))
