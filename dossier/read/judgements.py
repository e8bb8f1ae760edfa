"""`readings.yaml` of a company: who has read which claim with its passage. Written by
`dossier read`, or by a reviewer.
"""

from datetime import date

from dossier.model.judgements import Found, Judgement, Judgements
from dossier.model.kinds import RecordKind
from dossier.model.schema import Schema, a_list, a_map
from dossier.read import parsers
from dossier.read.by_fact import BY_FACT, lists_by_fact
from dossier.read.proofs import digest
from dossier.read.shapes import (
    ELSEWHERE,
    Spot,
    object_of,
    reads,
    record_of,
    refuse,
    shape,
    written,
)
from dossier.yaml.nodes import Node


@written({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
def _day(node: Node, spot: Spot) -> date:
    text = parsers.single(node, spot)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refuse(node, "V001", spot, "is not a day. Write 2014-03-09.") from None


JUDGEMENT = shape(
    Judgement,
    source=reads(parsers.id_of(RecordKind.SOURCE), "The id of the source.", required=True, empty="", syntax="id"),
    text=reads(parsers.integrity, "The hash of the text that was read.", required=True, empty="", syntax="sha256-…"),
    prefix=reads(parsers.exact, "The words before the quote."),
    quote=reads(parsers.exact, "The words that were read with the claim.", required=True, empty=""),
    suffix=reads(parsers.exact, "The words after the quote."),
    supports=reads(parsers.list_of(parsers.single), "The keys that it was there to support; without it, the value.",
        syntax="list of keys"),
    claim=reads(digest, "A digest of all that the claim says.", required=True, empty="", syntax="digest"),
    found=reads(parsers.word_of(Found), "Whether the passage says what the claim says.", required=True,
        empty=Found.READ, syntax="word"),
    by=reads(parsers.text, "The name of the reader.", required=True, empty=""),
    day=reads(_day, "The day on which it was read.", required=True, empty=date.min, syntax="date"),
    at=ELSEWHERE,
)  # fmt: skip


@written(object_of(JUDGEMENT))
def _judgement(node: Node, spot: Spot) -> Judgement:
    return record_of(node, JUDGEMENT, spot)


JUDGEMENTS: Schema = a_map(BY_FACT, a_list(_judgement.schema, distinct=False), least=0)
"""The file of a company, by fact."""


def read_judgements(company: str, node: Node, spot: Spot) -> Judgements:
    """What people found, by the whole ids of facts. Raises Refused where the file is no
    mapping.
    """
    return lists_by_fact(_judgement, company, node, spot)
