"""What the program keeps beside the facts of a company: a list for each fact, under its id."""

import re
from typing import TypeVar

from dossier.collect import Refused
from dossier.model.narrative import NAME
from dossier.model.schema import ANY_SCALAR, Schema, matching
from dossier.model.slugs import ID, SLUG_HELP
from dossier.read import parsers
from dossier.read.shapes import Parser, Spot, expect_mapping
from dossier.yaml.nodes import Node, Scalar

T = TypeVar("T")

BY_FACT: Schema = matching(rf"(?:{ID}|{re.escape(NAME)})", SLUG_HELP, ANY_SCALAR)
"""The name of a list: the id of a fact, or what stands for the narrative."""


def lists_by_fact(
    parse: Parser[T], company: str, node: Node, spot: Spot
) -> dict[str, tuple[T, ...]]:
    """The lists by the whole ids of facts; broken ones are noted and left out. Raises
    Refused where it is no mapping.
    """
    found: dict[str, tuple[T, ...]] = {}
    for name, pair in expect_mapping(node, spot).pairs.items():
        try:
            fact = (
                name
                if name == NAME
                else parsers.slug(Scalar(name, pair.key), spot.key(name))
            )
            found[f"{company}/{fact}"] = parsers.list_of(parse)(pair.node, spot.key(name))
        except Refused as refused:
            spot.out.note(refused)
    return found
