"""Which chart shows what: chosen by the type of a property alone, so that a new company
needs no line of code.
"""

from collections.abc import Iterator, Mapping, Sequence

from dossier.model.claims import Claim
from dossier.model.facts import Fact
from dossier.model.values import UNSTATED, Plain, Property
from dossier.model.values.drawing import Drawing, Holder

OVER_TIME = frozenset({(Holder.VALUE, Drawing.BARS), (Holder.VALUE, Drawing.RANKS)})
"""What becomes a series as soon as one subject has figures of different times."""


def holder_of(prop: Property) -> Holder:
    """Where the figures of a property stand."""
    if not prop.keys:
        return Holder.VALUE
    return Holder.EVENT if prop.date_key else Holder.RECORD


def charted_keys(prop: Property) -> Iterator[tuple[str, Drawing]]:
    """Every key of a record that a chart can show, or the value itself as the key ``""``,
    with the kind of its chart.
    """
    holder = holder_of(prop)
    fields = prop.keys or {"": prop.field}
    for key, field in fields.items():
        kind = field.type.drawn.get(holder)
        if kind and (kind is Drawing.MAP or not field.many):
            yield key, kind


def part(claim: Claim, key: str) -> Plain | None:
    """The value of a claim, or of one key of its record; None where the record does not
    have it.
    """
    if isinstance(claim.value, Mapping):
        return claim.value.get(key)
    return None if key else claim.value


def is_compared(prop: Property, facts: Sequence[Fact]) -> bool:
    """Whether a property has a page of comparison, by all facts of it.

    Two figures or places can be compared; words and names only where they tell subjects
    apart. What happened without a figure or a place is a matter for timelines.
    """
    keys = [key for key, _ in charted_keys(prop)]
    if keys:
        return any(
            sum(part(fact.leading, key) not in (None, UNSTATED) for fact in facts) > 1
            for key in keys
        )
    subjects = {fact.subject for fact in facts if fact.leading.value is not UNSTATED}
    return prop.date_key is None and len(subjects) > 1
