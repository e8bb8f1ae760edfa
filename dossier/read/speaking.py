"""`asserted_by` of a claim: who says all of it, or each of some keys of its record.

What holds for a file is spread over its claims before (`spreading`); which speaker counts
where, `model/speaking` says.
"""

from collections.abc import Mapping
from typing import Any

from dossier.model.blank import nothing
from dossier.model.kinds import RecordKind
from dossier.model.schema import a_map
from dossier.model.speaking import WHOLE
from dossier.read import parsers
from dossier.read.patterns import A_SLUG
from dossier.read.shapes import Key, Parser, Spot
from dossier.yaml.nodes import MappingNode, Node

SPEAKERS = "speakers"
_ONE = parsers.id_of(RecordKind.ENTITY)
_BY_KEY = parsers.map_of(_ONE)


def _speaker(node: Node, spot: Spot) -> str | Mapping[str, str]:
    return _BY_KEY(node, spot) if isinstance(node, MappingNode) else _ONE(node, spot)


ASSERTED_BY = Key(
    "asserted_by", Parser(_speaker, {"anyOf": [_ONE.schema, a_map(A_SLUG, _ONE.schema, least=1)]}),
    "The id of the entity that says so, as opposed to who printed it; or, where they are several, an id for each key of"
    " the record.", syntax="id, or map of ids",
)  # fmt: skip
OF_A_PASSAGE = Key(
    "asserted_by", _ONE, "The id of the entity that says so by this source, where by another it is somebody else or nobody.",
    syntax="id",
)  # fmt: skip


def spoken(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a claim with its speaker and those of single keys apart."""
    given = values.get(ASSERTED_BY.name, "")
    by_key: Mapping[str, str] = (
        {key: id for key, id in given.items() if key != WHOLE}
        if isinstance(given, Mapping)
        else nothing()
    )
    whole = given.get(WHOLE, "") if isinstance(given, Mapping) else given
    return {**values, ASSERTED_BY.name: whole, SPEAKERS: by_key}
