"""`corrections.yaml`: errors of sources, and our own."""

from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from dossier.model.corrections import OwnError, SourceError
from dossier.model.facts import FactId
from dossier.model.kinds import RecordKind
from dossier.read import parsers
from dossier.read.patterns import A_FACT_ELSEWHERE
from dossier.read.shapes import (
    ELSEWHERE,
    Parser,
    Spot,
    object_of,
    reads,
    record_of,
    shape,
    written,
)
from dossier.yaml.nodes import Node

T = TypeVar("T")


@written(A_FACT_ELSEWHERE)
def _fact(node: Node, spot: Spot) -> FactId:
    id = parsers.fact_reference(node, spot)
    if "/" not in id:
        spot.out.add(
            node.at, "S006", f"{spot.trail}: {id!r} names no company. Write company/fact."
        )
    return FactId.parse(id, "")


SOURCE_ERROR = shape(
    SourceError,
    id=ELSEWHERE,
    fact=reads(_fact, "The fact whose claim rests on the words, `company/fact`.", required=True, empty=FactId("", ""),
        syntax="company/fact"),
    source=reads(parsers.id_of(RecordKind.SOURCE), "The id of the source.", required=True, empty="", syntax="id"),
    says=reads(parsers.exact, "The quote that we hold to be wrong, exactly as a reference of the fact has it.",
        required=True, empty=""),
    reason=reads(parsers.text, "Why we hold it to be wrong.", required=True, empty=""),
    at=ELSEWHERE,
)  # fmt: skip

OWN_ERROR = shape(
    OwnError,
    id=ELSEWHERE,
    fact=reads(_fact, "The fact that was wrong, `company/fact`.", required=True, empty=FactId("", ""),
        syntax="company/fact"),
    was=reads(parsers.text, "The value as it stood in our file.", required=True, empty=""),
    corrected=reads(parsers.plain_date, "When it was corrected.", needed=True, syntax="date"),
    reason=reads(parsers.text, "What was wrong with it.", required=True, empty=""),
    change=reads(parsers.text, "The number of the pull request that corrected it."),
    at=ELSEWHERE,
)  # fmt: skip


@dataclass(frozen=True)
class Corrections:
    """What the file holds, in the order of its ids."""

    sources: tuple[SourceError, ...] = ()
    ours: tuple[OwnError, ...] = ()


@written(object_of(SOURCE_ERROR))
def _source_error(node: Node, spot: Spot) -> SourceError:
    return record_of(node, SOURCE_ERROR, spot, id=spot.trail.rpartition(".")[2])


@written(object_of(OWN_ERROR))
def _own_error(node: Node, spot: Spot) -> OwnError:
    return record_of(node, OWN_ERROR, spot, id=spot.trail.rpartition(".")[2])


def _by_id(parse: Parser[T]) -> Parser[tuple[T, ...]]:
    """A parser of a map, for its values in the order of their ids."""
    of_map = parsers.map_of(parse)

    def read(node: Node, spot: Spot) -> tuple[T, ...]:
        return tuple(
            error for _, error in sorted(of_map(node, spot).items(), key=itemgetter(0))
        )

    return Parser(read, of_map.schema)


CORRECTIONS = shape(
    Corrections,
    sources=reads(_by_id(_source_error), "Errors that we hold sources to have made, by an id of our choice.",
        syntax="map of errors"),
    ours=reads(_by_id(_own_error), "Errors of ours that have been corrected, by an id of our choice.",
        syntax="map of errors"),
)  # fmt: skip


def read_corrections(node: Node, spot: Spot) -> Corrections:
    """All corrections. Raises Refused where the file is no mapping."""
    return record_of(node, CORRECTIONS, spot)
