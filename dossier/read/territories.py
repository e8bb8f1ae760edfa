"""The countries and territories of the world by their names, from `territories.json`, which
tools/world.py makes.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dossier.model.locations import Location

FILE = Path(__file__).with_name("territories.json")


@cache
def territories() -> Mapping[str, Location]:
    """Every territory, under each name that people may write."""
    found: dict[str, Location] = {}
    for code, told in json.loads(FILE.read_text("utf-8")).items():
        for name in (told["name"], *told.get("also", ())):
            found[name] = Location(
                name, code, told["longitude"], told["latitude"], is_territory=True
            )
    return found


def code_of(name: str) -> str:
    """The ISO 3166 code of a country or territory, by any of its names; empty where there
    is none of that name.
    """
    known = territories().get(name)
    return known.country if known else ""
