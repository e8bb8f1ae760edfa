"""Who speaks for what: the one rule by which reports and origins are counted.

Two sources that draw on one root count once, however many print it; so are two
statements of one company of one day. A root that nobody knows is none, and a source speaks
of no more than its passages are there to support. docs/evidence.md has the rule in full.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from dossier.model.agreement import Corroboration
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.sources import Origin, OriginKind
from dossier.model.values import UNSTATED

SPOKEN = frozenset({OriginKind.STATEMENT, OriginKind.FILING})
"""What a company says itself."""
_corroboration = lru_cache(maxsize=4096)(Corroboration)
"""Of those that are alike one: most claims of a company rest on the same few sources."""


def drawn_on(reference: Reference, origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """The origins of its source on which a passage draws: the one that it names, or else
    the first.

    A source that is cited as a whole draws on all of them.
    """
    if named := tuple(origin for origin in origins if origin.id == reference.origin):
        return named
    is_whole = not (reference.quote or reference.locator)
    return tuple(origins if is_whole else origins[:1])


def corroboration_of(references: Iterable[Reference], content: Content) -> Corroboration:
    """The sources of some passages, and the independent origins behind them."""
    listed = tuple(references)
    roots = (root for reference in listed for root in _roots(reference, content))
    return _corroboration(
        tuple(dict.fromkeys(one.source for one in listed)),
        independent(roots, content.origins),
    )


def _roots(reference: Reference, content: Content) -> tuple[str, ...]:
    """The one origin that a passage adds, if it is known."""
    origins = [content.origins[id] for id in content.sources[reference.source].origins]
    return tuple(
        one.id
        for one in drawn_on(reference, origins)[:1]
        if one.kind is not OriginKind.UNKNOWN
    )


def independent(ids: Iterable[str], origins: Mapping[str, Origin]) -> tuple[str, ...]:
    """Those of some origins that are independent of each other, in order; of two that are one,
    the first.
    """
    kept: list[str] = []
    for id in dict.fromkeys(ids):
        if not any(_are_one(origins[id], origins[other]) for other in kept):
            kept.append(id)
    return tuple(kept)


def are_independent(one: Corroboration, other: Corroboration, content: Content) -> bool:
    """Whether nobody, and no origin, stands behind both."""
    together = independent((*one.origins, *other.origins), content.origins)
    return len(together) == len(one.origins) + len(other.origins) and not {*one.sources} & {
        *other.sources
    }


def _are_one(one: Origin, other: Origin) -> bool:
    """Whether two statements may be one company's, of one day: who does not say whose it is
    may be anybody.
    """
    if not {one.kind, other.kind} <= SPOKEN:
        return False
    is_open = not (one.by and other.by) and one.kind is other.kind is OriginKind.STATEMENT
    return (is_open or bool(one.by and one.by == other.by)) and not _are_of_two_days(
        one, other
    )


def _are_of_two_days(one: Origin, other: Origin) -> bool:
    first, second = one.issued, other.issued
    return bool(
        first
        and second
        and (first.certainly_before(second) or second.certainly_before(first))
    )


def corroborated_keys(
    claims: Iterable[Claim], content: Content
) -> Mapping[str, Corroboration]:
    """Who speaks for each key of what some claims say; a plain value has the one key
    `value`.
    """
    found: dict[str, list[Reference]] = {}
    for claim in claims:
        for key in _keys(claim):
            found.setdefault(key, []).extend(_for(key, claim))
    return _by_key(
        tuple((key, corroboration_of(listed, content)) for key, listed in found.items())
    )


@lru_cache(maxsize=4096)
def _by_key(told: tuple[tuple[str, Corroboration], ...]) -> Mapping[str, Corroboration]:
    """One map for all that are alike: a fact and its only claim have the same."""
    return dict(told)


def _keys(claim: Claim) -> tuple[str, ...]:
    """The keys of its record to which a claim gives an answer."""
    if not isinstance(claim.value, Mapping):
        return ("value",)
    return tuple(key for key, part in claim.value.items() if part is not UNSTATED)


def _for(key: str, claim: Claim) -> Iterator[Reference]:
    """The passages for a key: of quotes of which nobody knows yet which of them supports
    it, the first stands for all.
    """
    is_open = False
    for one in claim.references:
        if _is_open(one, claim):
            yield from () if is_open else (one,)
            is_open = True
        elif _supports(one, key, claim):
            yield one


def _is_open(reference: Reference, claim: Claim) -> bool:
    return reference.shares and not reference.supports and isinstance(claim.value, Mapping)


def _supports(reference: Reference, key: str, claim: Claim) -> bool:
    """Whether a passage is there to support a key: one that names none supports the whole
    value.
    """
    named = reference.supports or ("value",)
    return key in named or (isinstance(claim.value, Mapping) and "value" in named)
