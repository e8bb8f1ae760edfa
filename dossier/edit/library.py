"""The library of properties of companies, ready to use by name: a data file in the form of
a site's own properties.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dossier.collect import Findings
from dossier.model.values import Property
from dossier.read.registry import read_properties
from dossier.read.shapes import Spot
from dossier.yaml.nodes import parse_yaml

NAME = "library.yaml"


@cache
def library_text() -> str:
    """The file as it is kept."""
    return files("dossier.edit").joinpath(NAME).read_text("utf-8")


def library() -> Mapping[str, Property]:
    """Its properties by id, in the order of topics."""
    out = Findings()
    node = parse_yaml(NAME, library_text(), out)
    return read_properties(node, Spot("", out)) if node else {}


def property_lines(like: str, id: str) -> tuple[str, ...]:
    """One of the library, under an id of choice, as it is to stand in a site's properties."""
    lines = library_text().splitlines()
    start = lines.index(f"{like}:")
    end = next((at for at in range(start, len(lines)) if not lines[at]), len(lines))
    return (f"{id}:", *lines[start + 1 : end])
