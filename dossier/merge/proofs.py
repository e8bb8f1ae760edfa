"""How far each reference and each key of a claim is proved, from the records alone: what a
page may say of a quote.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dossier.model.binding import find_judgement, find_record
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dossiers import Knowledge, MergedFact, Proofs, ReadBy
from dossier.model.facts import Fact
from dossier.model.judgements import judged
from dossier.model.proofs import (
    Level,
    ProofState,
    Record,
    State,
    counted,
    strongest,
    supported,
    weakest,
    written_keys,
)

_knowledge = lru_cache(maxsize=4096)(Knowledge)
"""Of what is alike one: most quotes of a site are proved and ask for no look."""


def prove_claim(fact: Fact, claim: Claim, content: Content) -> Proofs:
    """What is known of a claim: of each of its quotes, and of each of its keys."""
    told: dict[str, list[State]] = {}
    quotes: list[Knowledge] = []
    asking: set[str] = set()
    for one in claim.references:
        keys, known = _quote(fact, claim, one, content)
        quotes += [known] if one.quote else []
        asking |= {*keys} if known.state is Level.LOOK else set()
        for key, state in keys.items():
            told.setdefault(key, []).append(state)
    return _proofs(
        tuple(quotes),
        tuple(
            (key, counted(strongest(states), asking & {key}))
            for key, states in told.items()
        ),
        tuple(
            key
            for key in written_keys(claim)
            if key not in told and key not in claim.inferred
        ),
    )


@lru_cache(maxsize=4096)
def _proofs(
    each: tuple[Knowledge, ...],
    keys: tuple[tuple[str, State], ...],
    bare: tuple[str, ...],
) -> Proofs:
    """One for all claims that are proved alike."""
    return Proofs(each, dict(keys), bare)


def _quote(
    fact: Fact, claim: Claim, one: Reference, content: Content
) -> tuple[Mapping[str, State], Knowledge]:
    """Of each key that a reference supports, and of all together: by its record, and by
    what a reader found.

    A reference without a quote was never looked at.
    """
    record = find_record(content, fact, claim, one) if one.quote else None
    judgement = find_judgement(content, fact, claim, one) if one.quote else None
    keys = {key: judged(_level(record, key), judgement) for key in supported(claim, one)}
    readers = (
        (ReadBy(judgement.by, judgement.day),)
        if judgement and Level.READ in keys.values()
        else ()
    )
    cues = () if judgement else _cues(record)
    return keys, _knowledge(counted(weakest(keys.values()), cues), cues, readers)


def _level(record: Record | None, key: str) -> State:
    return record.level_of(key) if record else ProofState.UNCHECKED


def _cues(record: Record | None) -> tuple[str, ...]:
    looks = record.looks.values() if record and not record.is_old else ()
    return tuple(dict.fromkeys(look.cue for listed in looks for look in listed))


def known_passages(
    facts: Iterable[MergedFact], content: Content
) -> Mapping[tuple[str, ...], Knowledge]:
    """What is known of each quoted passage: of one that supports several claims, by the one
    that is proved least.
    """
    found: dict[tuple[str, ...], list[Knowledge]] = {}
    proved = [(merged.claim, merged.proofs) for fact in facts for merged in fact.claims]
    told = ((claim, fact) for fact in content.narratives.values() for claim in fact.claims)
    for claim, proofs in (
        *proved,
        *((claim, prove_claim(fact, claim, content)) for claim, fact in told),
    ):
        quoted = (one for one in claim.references if one.quote)
        for reference, known in zip(quoted, proofs.each, strict=True):
            found.setdefault(reference.passage, []).append(known)
    return {passage: _together(several) for passage, several in found.items()}


def _together(several: Iterable[Knowledge]) -> Knowledge:
    listed = tuple(several)
    cues = tuple(dict.fromkeys(cue for one in listed for cue in one.cues))
    readers = tuple(dict.fromkeys(reader for one in listed for reader in one.readers))
    return _knowledge(counted(weakest(one.state for one in listed), cues), cues, readers)
