"""`settles:` of a claim: which promises it settles, and how."""

from dossier.collect import Refused
from dossier.model.facts import FactId
from dossier.model.promises import PromiseOutcome, Settles
from dossier.model.schema import a_map
from dossier.read import parsers
from dossier.read.patterns import A_FACT
from dossier.read.shapes import Key, Spot, expect_mapping, refuse, written
from dossier.yaml.nodes import Node, Scalar

_OUTCOME = parsers.word_of(PromiseOutcome)


@written(a_map(A_FACT, _OUTCOME.schema, least=1))
def _outcomes(node: Node, spot: Spot) -> tuple[Settles, ...]:
    """What became of promises, by the whole ids of facts; broken entries are noted and left
    out.
    """
    pairs = expect_mapping(node, spot)
    if not pairs.pairs:
        raise refuse(
            pairs, "S009", spot, "is empty. Give at least one promise with its outcome."
        )
    found: dict[FactId, PromiseOutcome] = {}
    for name, pair in pairs.every_pair():
        below = spot.key(name, pair.key)
        try:
            found[parsers.fact_id(Scalar(name, pair.key), below)] = _OUTCOME(
                pair.node, below
            )
        except Refused as refused:
            spot.out.note(refused)
    return tuple(Settles(str(fact), outcome) for fact, outcome in found.items())


SETTLES = Key(
    "settles",
    _outcomes,
    "What became of promises, by the ids of the facts that made them.",
    syntax="map of outcomes",
)
