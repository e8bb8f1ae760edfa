"""What the claims of a fact amount to: which leads, whether they agree, how many voices there are."""

from dossier.model.claims import Claim, Rank
from dossier.model.content import Content
from dossier.model.dossiers import Agreement, MergedFact
from dossier.model.facts import Fact
from dossier.model.sources import OriginKind
from dossier.model.values import UNSTATED, same


def merge_fact(fact: Fact, content: Content) -> MergedFact:
    """One fact with what its claims amount to."""
    sources = supporting_sources(fact)
    prop = content.properties[fact.property]
    return MergedFact(
        fact=fact,
        property=prop,
        subject=content.entities[fact.subject],
        leading=fact.leading,
        agreement=agreement_of(fact),
        sources=sources,
        origins=known_origins(sources, content),
        happened=prop.date_of(fact.leading.value),
    )


def agreement_of(fact: Fact) -> Agreement:
    """Whether the claims give one answer, and whether more than one source gives it."""
    claims = _answers(fact)
    if not all(same(claims[0].value, claim.value) for claim in claims):
        return Agreement.DIFFERING
    voices = {reference.source for claim in claims for reference in claim.references}
    return Agreement.AGREED if len(voices) > 1 else Agreement.SINGLE


def _answers(fact: Fact) -> tuple[Claim, ...]:
    """The claims that count: not those that turned out wrong or give no value, unless there are no others."""
    standing = tuple(claim for claim in fact.claims if claim.rank is not Rank.DEPRECATED) or fact.claims
    return tuple(claim for claim in standing if claim.value is not UNSTATED) or standing


def supporting_sources(fact: Fact) -> tuple[str, ...]:
    """The ids of all sources that support a claim, in order of first appearance."""
    return tuple(dict.fromkeys(reference.source for claim in fact.claims for reference in claim.references))


def known_origins(sources: tuple[str, ...], content: Content) -> tuple[str, ...]:
    """The distinct origins of some sources. One that is not known, declared or not, never adds to them."""
    declared = dict.fromkeys(origin for source in sources for origin in content.sources[source].origins)
    return tuple(origin for origin in declared if content.origins[origin].kind is not OriginKind.UNKNOWN)
