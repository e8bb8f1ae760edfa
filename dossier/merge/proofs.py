"""The proof state of each reference, from the records alone: what a page may say about a quote."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dossiers import MergedFact
from dossier.model.facts import Fact, FactId
from dossier.model.proofs import ProofState, find_record


@dataclass(frozen=True)
class Proof:
    """What is known of a quote, and the hash of the text that it was looked up in."""

    state: ProofState
    text: str = ""


UNCHECKED = Proof(ProofState.UNCHECKED)


def proof_of(content: Content, fact: FactId, claim: Claim, reference: Reference) -> Proof:
    """The recorded proof of a reference; unchecked where no record fits its words, its values and its source's text."""
    source = content.sources.get(reference.source)
    if not (content.proofs and source and source.integrity and reference.quote):
        return UNCHECKED
    record = find_record(content.proofs, str(fact), claim, reference, source.integrity)
    return Proof(record.state, record.text) if record else UNCHECKED


def proofs_of(fact: Fact, claim: Claim, content: Content) -> tuple[ProofState, ...]:
    """How looking up each quote of a claim ended, in the order of its references that have one."""
    return tuple(proof_of(content, fact.id, claim, one).state for one in claim.references if one.quote)


def passage_states(facts: Iterable[MergedFact]) -> Mapping[tuple[str, ...], ProofState]:
    """How far each quoted passage is proved: of one that supports several claims, by the one that is proved least."""
    worst: dict[tuple[str, ...], ProofState] = {}
    for fact in facts:
        for merged in fact.claims:
            quoted = (one for one in merged.claim.references if one.quote)
            for reference, state in zip(quoted, merged.proofs, strict=True):
                if worst.get(reference.passage, ProofState.PROVED) is ProofState.PROVED:
                    worst[reference.passage] = state
    return worst


def count_proofs(content: Content) -> Counter[ProofState]:
    """How many quotes of the content are in each state."""
    return Counter(
        proof_of(content, id, claim, reference).state
        for id, fact in content.facts.items()
        for claim in fact.claims
        for reference in claim.references
        if reference.quote
    )
