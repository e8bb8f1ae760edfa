"""How far each reference and each key of a claim is proved, from the records alone: what a page may say of a quote."""

from collections.abc import Iterable, Iterator, Mapping

from dossier.model.binding import find_record
from dossier.model.claims import SUPPORTABLE, Claim, Status
from dossier.model.content import Content
from dossier.model.dossiers import MergedFact, Proofs
from dossier.model.facts import Fact
from dossier.model.proofs import ProofState, Record, State, strongest, supported, weakest


def prove_claim(fact: Fact, claim: Claim, content: Content) -> Proofs:
    """What is known of a claim: of each of its quotes, and of each of its keys."""
    records = {place: find_record(content, fact, claim, one) for place, one in enumerate(claim.references) if one.quote}
    told: dict[str, list[State]] = {}
    for place, one in enumerate(claim.references):
        for key in supported(claim, one):
            told.setdefault(key, []).append(_level(records.get(place), key))
    return Proofs(
        quotes=tuple(record.shown if record else ProofState.UNCHECKED for record in records.values()),
        looks=tuple(_cues(record) for record in records.values()),
        keys={key: strongest(states) for key, states in told.items()},
        bare=tuple(key for key in written_keys(claim) if key not in told and key not in claim.inferred),
    )


def _level(record: Record | None, key: str) -> State:
    return record.level_of(key) if record else ProofState.UNCHECKED


def _cues(record: Record | None) -> tuple[str, ...]:
    looks = record.looks.values() if record and not record.is_old else ()
    return tuple(dict.fromkeys(look.cue for listed in looks for look in listed))


def written_keys(claim: Claim) -> Iterator[str]:
    """The keys of a claim that tell something, those of its record in the place of its value."""
    for key in SUPPORTABLE:
        if key == "value":
            yield from claim.value if isinstance(claim.value, Mapping) else (key,)
        # That something was reported goes without saying, and without a quote.
        elif getattr(claim, key) not in (None, "", Status.REPORTED):
            yield key


def passage_states(facts: Iterable[MergedFact]) -> Mapping[tuple[str, ...], State]:
    """How far each quoted passage is proved: of one that supports several claims, by the one that is proved least."""
    found: dict[tuple[str, ...], list[State]] = {}
    for fact in facts:
        for merged in fact.claims:
            quoted = (one for one in merged.claim.references if one.quote)
            for reference, state in zip(quoted, merged.proofs.quotes, strict=True):
                found.setdefault(reference.passage, []).append(state)
    return {passage: weakest(states) for passage, states in found.items()}
