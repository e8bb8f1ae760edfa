"""`proofs.lock.yaml` of a company: what was proved. Written by `dossier prove`, read as strictly as all else."""

from typing import Any

from dossier.model.findings import CODES
from dossier.model.kinds import Kind
from dossier.model.proofs import ProofState, Record, Records
from dossier.model.schema import Schema, a_list, a_map
from dossier.read import parsers
from dossier.read.collect import Refused
from dossier.read.patterns import A_SLUG
from dossier.read.shapes import Key, Spot, bind, expect_mapping, object_of, refuse, shape, written
from dossier.read.yaml import Node, Scalar


@written({"enum": [code for code in CODES if code.startswith("Q")]})
def _code(node: Node, spot: Spot) -> str:
    code = parsers.single(node, spot)
    if code not in CODES or not code.startswith("Q"):
        raise refuse(node, "S005", spot, "is not the code of a finding about quotes.")
    return code


RECORD = shape(
    Key("source", parsers.id_of(Kind.SOURCE), "The id of the source.", required=True, empty="", syntax="id"),
    Key("text", parsers.integrity, "The hash of the text that was looked at.", required=True, empty="", syntax="sha256-…"),
    Key("prefix", parsers.exact, "The words before the quote."),
    Key("quote", parsers.exact, "The words that were looked up.", required=True, empty=""),
    Key("suffix", parsers.exact, "The words after the quote."),
    Key("proves", parsers.map_of(parsers.text), "The figures and dates that were compared with the words, by key.",
        syntax="map of values"),
    Key("state", parsers.word_of(ProofState), "How it ended.", required=True, empty=ProofState.UNCHECKED, syntax="word"),
    Key("code", _code, "The code of the finding, where it is not proved.", syntax="code"),
    Key("detail", parsers.text, "What the finding said."),
)  # fmt: skip


@written(object_of(RECORD))
def _record(node: Node, spot: Spot) -> Record:
    values: dict[str, Any] = bind(node, RECORD, spot)
    values["proves"] = dict(values.get("proves", {}))
    return Record(**values)


PROOFS: Schema = a_map(A_SLUG, a_list(_record.schema, distinct=False), least=0)
"""The file of all records of a company, by fact."""


def read_proofs(company: str, node: Node, spot: Spot) -> Records:
    """The records of a company by the whole ids of its facts. Raises Refused where the file is no mapping."""
    found: dict[str, tuple[Record, ...]] = {}
    for name, pair in expect_mapping(node, spot).pairs.items():
        try:
            fact = parsers.slug(Scalar(name, pair.key), spot.key(name))
            found[f"{company}/{fact}"] = parsers.list_of(_record)(pair.node, spot.key(name))
        except Refused as refused:
            spot.out.note(refused)
    return found
