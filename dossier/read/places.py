"""`places.yaml`: towns and other places of which facts speak, besides the countries and
territories, which are known.
"""

import re
from collections.abc import Mapping

from dossier.model.hints import nearest
from dossier.model.locations import Location
from dossier.model.schema import COUNTRY, known
from dossier.read import parsers
from dossier.read.confirming import CONFIRMED
from dossier.read.shapes import (
    ELSEWHERE,
    Parser,
    Spot,
    object_of,
    reads,
    record_of,
    refuse,
    shape,
    taking,
    written,
)
from dossier.read.territories import territories
from dossier.yaml.nodes import Node

DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,4})?", re.ASCII)


@written(known(COUNTRY))
def _territory(node: Node, spot: Spot) -> str:
    name = parsers.text(node, spot)
    if name not in territories():
        near = nearest(name, territories())
        hint = (
            f"Did you mean {near!r}?"
            if near
            else "Write its name in English, such as `Brazil`."
        )
        raise refuse(
            node, "L010", spot, f"is no country or territory that is known. {hint}"
        )
    return territories()[name].country


def _degrees(most: int, example: str) -> Parser[float]:
    def parse(node: Node, spot: Spot) -> float:
        number = parsers.single(node, spot)
        if not DEGREES.fullmatch(number) or abs(float(number)) > most:
            raise refuse(
                node,
                "V007",
                spot,
                f"is no number of degrees from -{most} to {most}. Write it like"
                f" `{example}`.",
            )
        return float(number)

    return Parser(parse, {"type": "number", "minimum": -most, "maximum": most})


@written(parsers.text.schema)
def _name(node: Node, spot: Spot) -> str:
    name = parsers.text(node, spot)
    if name in territories():
        message = f"{name!r} is a country or territory, and known without this. Delete it."
        spot.out.add(node.at, "L006", f"{spot.trail}: {message}")
    return name


PLACE = shape(
    Location,
    name=reads(_name, "The name, as facts write it.", required=True, empty=""),
    country=reads(_territory, "The name of the country or territory that it lies in.", required=True, empty="",
        syntax="country"),
    longitude=reads(_degrees(180, "55.3"), "Degrees to the east; to the west with a minus.", needed=True,
        syntax="degrees"),
    latitude=reads(_degrees(90, "25.2"), "Degrees to the north; to the south with a minus.", needed=True,
        syntax="degrees"),
    confirmed=taking(CONFIRMED),
    at=ELSEWHERE,
)  # fmt: skip


@written(object_of(PLACE))
def _place(node: Node, spot: Spot) -> Location:
    """One place; refused as a whole where it cannot be put on a map."""
    return record_of(node, PLACE, spot)


_PLACES = parsers.map_of(_place, least=0)


@written(_PLACES.schema)
def read_places(node: Node, spot: Spot) -> Mapping[str, Location]:
    """All places by id. Raises Refused where the file is no mapping."""
    found = _PLACES(node, spot)
    _note_doubles(found, spot)
    return found


def _note_doubles(found: Mapping[str, Location], spot: Spot) -> None:
    """Two places of one name: facts could not tell them apart."""
    first: dict[str, str] = {}
    for id, place in found.items():
        if first.setdefault(place.name, id) != id:
            message = (
                f"{spot.key(id).trail}.name: {place.name!r} is the name of"
                f" {first[place.name]!r} already."
            )
            spot.out.add(
                place.at.of("name"), "L006", f"{message} Give one of the two another name."
            )
