"""What the claims of a fact amount to: which leads, whether they agree, how many voices there are."""

from collections.abc import Mapping

from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.dossiers import Agreement, MergedFact
from dossier.model.facts import Fact
from dossier.model.sources import OriginKind
from dossier.model.values import Property, same

RANKS = (Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED)


def merge_fact(fact: Fact, content: Content) -> MergedFact:
    """One fact with what its claims amount to."""
    sources = supporting_sources(fact)
    leading = leading_claim(fact)
    prop = content.properties[fact.property]
    return MergedFact(
        fact=fact,
        property=prop,
        subject=content.entities[fact.subject],
        leading=leading,
        agreement=agreement_of(fact, sources),
        sources=sources,
        origins=known_origins(sources, content),
        happened=date_of(leading, prop),
    )


def leading_claim(fact: Fact) -> Claim:
    """The first claim of the best rank."""
    return min(fact.claims, key=lambda claim: RANKS.index(claim.rank))


def agreement_of(fact: Fact, sources: tuple[str, ...]) -> Agreement:
    """Whether the claims give one answer. Deprecated claims do not count, unless there are no others."""
    claims = [claim for claim in fact.claims if claim.rank is not Rank.DEPRECATED] or list(fact.claims)
    if not all(same(claims[0].value, claim.value) for claim in claims):
        return Agreement.DIFFERING
    return Agreement.AGREED if len(sources) > 1 else Agreement.SINGLE


def supporting_sources(fact: Fact) -> tuple[str, ...]:
    """The ids of all sources that support a claim, in order of first appearance."""
    return tuple(dict.fromkeys(reference.source for claim in fact.claims for reference in claim.references))


def known_origins(sources: tuple[str, ...], content: Content) -> tuple[str, ...]:
    """The distinct origins of some sources. One that is not known, declared or not, never adds to them."""
    declared = dict.fromkeys(origin for source in sources for origin in content.sources[source].origins)
    return tuple(origin for origin in declared if content.origins[origin].kind is not OriginKind.UNKNOWN)


def date_of(claim: Claim, prop: Property) -> PartialDate | None:
    """When it happened, by one claim; None where the property has no date or the claim gives none."""
    value = claim.value.get(prop.date_key) if prop.date_key and isinstance(claim.value, Mapping) else None
    return value if isinstance(value, PartialDate) else None
