"""Facts told from their other end: on the page of a maker its products, on that of an
organisation its people.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dossier.merge.entities import principal_of
from dossier.model.claims import Rank, Status
from dossier.model.dossiers import MergedFact, Relation
from dossier.model.values import Name, names_in

AGAINST = frozenset({Status.DENIED, Status.CANCELLED})
"""What is not so has no other end."""


def relations_of(facts: Iterable[MergedFact]) -> Mapping[str, tuple[Relation, ...]]:
    """What is said of others with an entity as the answer, by entity: sort by sort, each in
    the order of time.
    """
    found: dict[str, list[Relation]] = defaultdict(list)
    for fact in facts:
        leading = fact.leading
        if (
            fact.property.inverse
            and leading.status not in AGAINST
            and leading.rank is not Rank.DEPRECATED
        ):
            for entity, other in _ends(fact):
                found[entity].append(Relation(fact.property.inverse, other, fact))
    return {entity: tuple(sorted(several, key=_order)) for entity, several in found.items()}


def _ends(fact: MergedFact) -> Iterator[tuple[str, str]]:
    """Each entity that a fact answers with, and the one of which it says so."""
    value = fact.leading.value
    first = principal_of(fact)
    own = value.get(first) if isinstance(value, Mapping) and first else None
    other = own.entity if isinstance(own, Name) else fact.subject.id
    for entity in dict.fromkeys(
        name.entity for key, name in names_in(value) if not key or key != first
    ):
        if entity != other:
            yield entity, other


def _order(relation: Relation) -> tuple[str, bool, object]:
    """By its label; what has a time after what has none."""
    period = relation.fact.leading.period
    return relation.label, period is not None, period.sort_key if period else ()
