"""In whose words a passage tells something, and on which occasion they were said: the rungs
below the report itself.
"""

from collections.abc import Iterable, Iterator, Mapping

from dossier.model.attributions import Attribution
from dossier.model.borrowing import borrowed
from dossier.model.claims import Claim, Reference
from dossier.model.dossiers import MergedFact
from dossier.model.speaking import keys_told, speaker_of
from dossier.model.values import KeyPart, Name, Property

ABOUT = frozenset({KeyPart.SPEAKER, KeyPart.OCCASION})


def attribution_of(
    fact: MergedFact, claim: Claim, reference: Reference
) -> Attribution | None:
    """Whose word a passage passes on, and where they said it; None where it speaks for
    itself.
    """
    own = _named(fact.property, claim, KeyPart.SPEAKER)
    if not (own or reference.asserted_by or claim.asserted_by or claim.speakers):
        return None  # nearly all, and each is asked on every page that it is on
    keys = [key for key in keys_told(claim, reference) if _is_somebodys(fact.property, key)]
    found = (speaker_of(claim, reference, key) or own for key in keys)
    speakers = tuple(dict.fromkeys(one for one in found if one))
    event = borrowed(claim).get("stated")
    return (
        Attribution(speakers, _named(fact.property, claim, KeyPart.OCCASION), event)
        if speakers
        else None
    )


def attributions_of(facts: Iterable[MergedFact]) -> Mapping[tuple[str, ...], Attribution]:
    """By passage: the attribution of those that are attributed alike wherever they are cited."""
    found: dict[tuple[str, ...], set[Attribution]] = {}
    for passage, attribution in _every(facts):
        found.setdefault(passage, set()).add(attribution)
    return {
        passage: next(iter(several))
        for passage, several in found.items()
        if len(several) == 1
    }


def _every(facts: Iterable[MergedFact]) -> Iterator[tuple[tuple[str, ...], Attribution]]:
    for fact in facts:
        for claim in fact.fact.claims:
            for one in claim.references:
                if attribution := attribution_of(fact, claim, one):
                    yield one.passage, attribution


def _is_somebodys(prop: Property, key: str) -> bool:
    """Whether a key can be somebody's word; that they spoke, where and when is the word of
    the source.
    """
    return key not in prop.keys or (
        prop.keys[key].part not in ABOUT and key != prop.date_key
    )


def _named(prop: Property, claim: Claim, part: KeyPart) -> str:
    """The entity that a record names under the key of a part."""
    value = claim.value if isinstance(claim.value, Mapping) else {}
    named = (value.get(key) for key, field in prop.keys.items() if field.part is part)
    return next((one.entity for one in named if isinstance(one, Name)), "")
