"""The proof state of each reference, from the records alone: what a page may say about a quote."""

from collections import Counter
from dataclasses import dataclass

from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import FactId
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


def count_proofs(content: Content) -> Counter[ProofState]:
    """How many quotes of the content are in each state."""
    return Counter(
        proof_of(content, id, claim, reference).state
        for id, fact in content.facts.items()
        for claim in fact.claims
        for reference in claim.references
        if reference.quote
    )
