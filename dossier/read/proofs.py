"""`proofs.lock.yaml` of a company: what was proved. Written by `dossier prove`, read as
strictly as all else.
"""

import re
from collections.abc import Mapping

from dossier.model.binding import DIGITS
from dossier.model.claims import Status
from dossier.model.findings import CODES
from dossier.model.kinds import RecordKind
from dossier.model.proofs import STATES, Level, Look, ProofState, Record, Records
from dossier.model.schema import Schema, a_list, a_map
from dossier.read import parsers
from dossier.read.by_fact import BY_FACT, lists_by_fact
from dossier.read.shapes import (
    ELSEWHERE,
    Spot,
    expect_mapping,
    object_of,
    reads,
    record_of,
    refuse,
    shape,
    written,
)
from dossier.yaml.nodes import Node


@written({"enum": [code for code in CODES if code.startswith("Q")]})
def _code(node: Node, spot: Spot) -> str:
    code = parsers.single(node, spot)
    if code not in CODES or not code.startswith("Q"):
        raise refuse(node, "S005", spot, "is not the code of a finding about quotes.")
    return code


MOST_DIGITS = 5  # of the number of a set of rules
KEY = "^[a-z][a-z0-9_-]*$"
"""A key of a claim, or of the record that it holds."""
KeyedLook = tuple[str, Look]


def _keyed_look(key: str, cue: str, words: str, agrees: Status | None = None) -> KeyedLook:
    return key, Look(cue, words, str(agrees or ""))


LOOK = shape(
    _keyed_look,
    key=reads(parsers.single, "The key that it is about.", required=True, empty="", syntax="key"),
    cue=reads(parsers.slug, "What kind of cue it is.", required=True, empty="", syntax="id"),
    words=reads(parsers.exact, "The words of the text that ask.", required=True, empty=""),
    agrees=reads(parsers.word_of(Status), "The status with which the claim would say the same.", syntax="word"),
)  # fmt: skip


@written(object_of(LOOK))
def _look(node: Node, spot: Spot) -> KeyedLook:
    return record_of(node, LOOK, spot)


_LISTED = parsers.list_of(_look)


@written(_LISTED.schema)
def _looks(node: Node, spot: Spot) -> Mapping[str, tuple[Look, ...]]:
    """By the keys that they are about."""
    found: dict[str, tuple[Look, ...]] = {}
    for key, look in _LISTED(node, spot):
        found[key] = (*found.get(key, ()), look)
    return found


@written({"type": "integer", "minimum": 1})
def _number(node: Node, spot: Spot) -> int:
    text = parsers.single(node, spot)
    if not (text.isascii() and text.isdigit() and len(text) < MOST_DIGITS):
        raise refuse(node, "S005", spot, "is not a whole number.")
    return int(text)


@written({"type": "string", "pattern": f"^[0-9a-f]{{{DIGITS}}}$"})
def digest(node: Node, spot: Spot) -> str:
    """The digest of a claim."""
    text = parsers.single(node, spot)
    if not re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", text):
        raise refuse(node, "V006", spot, f"is not a digest of {DIGITS} hexadecimal digits.")
    return text


@written(a_map({"pattern": KEY}, parsers.word_of(Level).schema, least=1))
def _levels(node: Node, spot: Spot) -> Mapping[str, Level]:
    """By keys of claims, which are no ids, and of records."""
    pairs = expect_mapping(node, spot).pairs.items()
    return {name: parsers.word_of(Level)(pair.node, spot.key(name)) for name, pair in pairs}


RECORD = shape(
    Record,
    source=reads(parsers.id_of(RecordKind.SOURCE), "The id of the source.", required=True, empty="", syntax="id"),
    text=reads(parsers.integrity, "The hash of the text that was looked at.", required=True, empty="", syntax="sha256-…"),
    prefix=reads(parsers.exact, "The words before the quote."),
    quote=reads(parsers.exact, "The words that were looked up.", required=True, empty=""),
    suffix=reads(parsers.exact, "The words after the quote."),
    supports=reads(parsers.list_of(parsers.single), "The keys that it was there to support; without it, the value.",
        syntax="list of keys"),
    proves=reads(parsers.map_of(parsers.text), "The figures and dates that were compared with the words, by key.",
        syntax="map of values"),
    claim=reads(digest, "A digest of all that the claim says.", syntax="digest"),
    rules=reads(_number, "By which rules it was made; the first if left out.", syntax="number"),
    levels=reads(_levels, "How much is known of each key that it supports.",
        syntax="map of words"),
    looks=reads(_looks, "What asks a person to look.", syntax="list of cues"),
    state=reads(parsers.choice_of(STATES, {}), "How it ended.", required=True, empty=ProofState.UNCHECKED, syntax="word"),
    code=reads(_code, "The code of the finding, where it is not proved.", syntax="code"),
    detail=reads(parsers.text, "What the finding said."),
    at=ELSEWHERE,
)  # fmt: skip


@written(object_of(RECORD))
def _record(node: Node, spot: Spot) -> Record:
    return record_of(node, RECORD, spot)


PROOFS: Schema = a_map(BY_FACT, a_list(_record.schema, distinct=False), least=0)
"""The file of all records of a company, by fact."""


def read_proofs(company: str, node: Node, spot: Spot) -> Records:
    """The records of a company by the whole ids of its facts. Raises Refused where the file
    is no mapping.
    """
    return lists_by_fact(_record, company, node, spot)
