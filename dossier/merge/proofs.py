"""The proof state of each reference, from the records alone: what a page may say about a quote."""

from collections.abc import Iterable, Mapping

from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dossiers import MergedFact
from dossier.model.facts import Fact
from dossier.model.proofs import ProofState, find_record


def proofs_of(fact: Fact, claim: Claim, content: Content) -> tuple[ProofState, ...]:
    """How looking up each quote of a claim ended, in the order of its references that have one."""
    return tuple(_state(fact, claim, one, content) for one in claim.references if one.quote)


def _state(fact: Fact, claim: Claim, reference: Reference, content: Content) -> ProofState:
    """Unchecked where no record fits its words, its values and its source's text."""
    integrity = content.sources[reference.source].integrity
    record = find_record(content.proofs or {}, str(fact.id), claim, reference, integrity) if integrity else None
    return record.state if record else ProofState.UNCHECKED


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
