"""`corrections.yaml`: errors of sources, and our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model.corrections import OwnError, SourceError
from dossier.model.facts import FactId
from dossier.model.kinds import RecordKind
from dossier.read import parsers
from dossier.read.patterns import A_FACT_ELSEWHERE
from dossier.read.shapes import (
    Key,
    Parser,
    Shape,
    Spot,
    bind,
    object_of,
    refuse,
    shape,
    written,
)
from dossier.yaml.nodes import Node

FACT = Parser(parsers.fact_reference.read, A_FACT_ELSEWHERE)

SOURCE_ERROR = shape(
    Key("fact", FACT, "The fact whose claim rests on the words, `company/fact`.", required=True, empty="",
        syntax="company/fact"),
    Key("source", parsers.id_of(RecordKind.SOURCE), "The id of the source.", required=True, empty="", syntax="id"),
    Key("says", parsers.exact, "The quote that we hold to be wrong, exactly as a reference of the fact has it.",
        required=True, empty=""),
    Key("reason", parsers.text, "Why we hold it to be wrong.", required=True, empty=""),
)  # fmt: skip

OWN_ERROR = shape(
    Key("fact", FACT, "The fact that was wrong, `company/fact`.", required=True, empty="",
        syntax="company/fact"),
    Key("was", parsers.text, "The value as it stood in our file.", required=True, empty=""),
    Key("corrected", parsers.plain_date, "When it was corrected.", required=True, syntax="date"),
    Key("reason", parsers.text, "What was wrong with it.", required=True, empty=""),
    Key("change", parsers.text, "The number of the pull request that corrected it."),
)  # fmt: skip


@dataclass(frozen=True)
class Corrections:
    """What the file holds, in the order of its ids."""

    sources: tuple[SourceError, ...] = ()
    ours: tuple[OwnError, ...] = ()


def _fact(values: Mapping[str, Any], spot: Spot) -> FactId:
    if values["fact"] and "/" not in values["fact"]:
        at = values["at"].of("fact")
        spot.out.add(
            at,
            "S006",
            f"{spot.key('fact').trail}: {values['fact']!r} names no company. Write"
            " company/fact.",
        )
    return FactId.parse(values["fact"], "")


@written(object_of(SOURCE_ERROR))
def _source_error(node: Node, spot: Spot) -> SourceError:
    values = bind(node, SOURCE_ERROR, spot)
    return SourceError(
        id=spot.trail.rpartition(".")[2], **{**values, "fact": _fact(values, spot)}
    )


@written(object_of(OWN_ERROR))
def _own_error(node: Node, spot: Spot) -> OwnError:
    values = bind(node, OWN_ERROR, spot)
    if values["corrected"] is None:
        raise refuse(node, "S002", spot, "expected the date on which it was corrected.")
    return OwnError(
        id=spot.trail.rpartition(".")[2], **{**values, "fact": _fact(values, spot)}
    )


CORRECTIONS: Shape = shape(
    Key("sources", parsers.map_of(_source_error), "Errors that we hold sources to have made, by an id of our choice.",
        syntax="map of errors"),
    Key("ours", parsers.map_of(_own_error), "Errors of ours that have been corrected, by an id of our choice.",
        syntax="map of errors"),
)  # fmt: skip


def read_corrections(node: Node, spot: Spot) -> Corrections:
    """All corrections. Raises Refused where the file is no mapping."""
    values = bind(node, CORRECTIONS, spot)
    return Corrections(
        *(
            tuple(errors for _, errors in sorted(values.get(key, {}).items()))
            for key in CORRECTIONS
        )
    )
