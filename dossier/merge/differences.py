"""Why two claims of one question differ.

A speaker may take a word back, and two papers may tell one word in two ways. Only the first
ends a contradiction, so nothing is taken for it but a later statement: one that the claims
date, or one of an origin of its own that is of another day. On which day a paper printed
what one origin said tells nothing of what that origin said.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from dossier.merge.corroboration import are_independent, corroboration_of, drawn_on
from dossier.merge.freshness import newest_issue
from dossier.model.agreement import Difference
from dossier.model.claims import Claim, Rank, Reference
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.sources import Origin
from dossier.model.speaking import WHOLE, speaker_of
from dossier.model.values import UNSTATED, Property, Value, are_loosely_same, meaning

ASIDE = (Difference.UPDATE, Difference.REVISED)
"""What is told of a claim that stands for another time than the leading one."""


def disputed_keys(values: Iterable[Value]) -> frozenset[str]:
    """The keys of some values that have several answers; a plain value has the one key
    `value`.
    """
    said: dict[str, dict[Hashable, Value]] = {}
    for value in values:
        for key, part in _parts(value).items():
            if part is not UNSTATED:
                said.setdefault(key, {}).setdefault(meaning(part), part)
    return frozenset(key for key, answers in said.items() if len(answers) > 1)


def _parts(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {WHOLE: value}


def differences(
    claims: Sequence[Claim], prop: Property, content: Content
) -> tuple[Difference | None, ...]:
    """Why each claim of a question differs from the first, which leads; or from another of
    them, where that contradiction would show nowhere else.
    """
    leading, *others = claims
    found = [None, *(difference(one, leading, prop, content) for one in others)]
    told = tuple(found)
    for one, other in combinations(range(1, len(claims)), 2):
        if _may_hide(told[one], told[other]) and _count(claims[one], claims[other]):
            why = difference(claims[other], claims[one], prop, content)
            if why and (
                why.is_conflict or (told[one] not in ASIDE and not why.is_harmless)
            ):
                found[one] = found[other] = why
    return tuple(found)


def _may_hide(one: Difference | None, other: Difference | None) -> bool:
    """Whether two claims may contradict each other although neither contradicts the leading
    one: both are beside it, or both of another time than it.
    """
    if any(why and why.is_conflict for why in (one, other)):
        return False
    return (one in ASIDE) is (other in ASIDE)


def _count(*claims: Claim) -> bool:
    return all(claim.rank is not Rank.DEPRECATED for claim in claims)


def difference(
    claim: Claim, leading: Claim, prop: Property, content: Content
) -> Difference | None:
    """How a claim differs from another of its question; None where it says the same, or a
    part of it.
    """
    keys = disputed_keys([claim.value, leading.value])
    if not keys:
        return Difference.ALONE if _tells_more(claim, leading) else None
    if all(
        are_loosely_same(_parts(claim.value)[key], _parts(leading.value)[key])
        for key in keys
    ):
        return Difference.LESS_EXACT
    return kind_of_difference(
        claim, leading, content, keys=keys, can_change=prop.fresh is not None
    )


def _tells_more(claim: Claim, leading: Claim) -> bool:
    """Whether a record has a part on which the leading one is silent."""
    own, others = (
        {key for key, part in _parts(one.value).items() if part is not UNSTATED}
        for one in (claim, leading)
    )
    return isinstance(leading.value, Mapping) and bool(own - others)


def kind_of_difference(
    claim: Claim,
    leading: Claim,
    content: Content,
    *,
    keys: Iterable[str] = (WHOLE,),
    can_change: bool = True,
) -> Difference:
    """Why two claims of one question differ: at another time, by one speaker, of one
    origin, or of independent ones.

    Where no period says what it is about, a claim is of the time at which it was said, if
    its answer can change at all.
    """
    own, others = (
        corroboration_of(claim.references, content),
        corroboration_of(leading.references, content),
    )
    if (
        can_change
        and not (claim.period and leading.period)
        and _are_apart(claim.stated, leading.stated)
    ):
        return Difference.UPDATE
    if _are_one_speakers(claim, leading, keys, content) and _are_two_statements(
        claim, leading, content
    ):
        return Difference.REVISED
    if {*own.sources} == {*others.sources} and len(own.sources) == 1:
        return Difference.WITHIN
    if not are_independent(own, others, content):
        return Difference.DRIFT
    return Difference.DISAGREEMENT if own.origins and others.origins else Difference.UNKNOWN


def said_at(claim: Claim, content: Content) -> PartialDate | None:
    """When it was said: by the claim, else by the day of the statement that it rests on,
    else when the newest of its sources appeared.
    """
    return _dated(claim, content) or newest_issue(claim, content.sources)


def _dated(claim: Claim, content: Content) -> PartialDate | None:
    """The day of the statement that a claim passes on, where it is known: none can be told
    of several.
    """
    if claim.stated:
        return claim.stated
    days = {one.issued if one.by else None for one in _roots(claim, content)}
    return days.pop() if len(days) == 1 else None


def _are_two_statements(claim: Claim, other: Claim, content: Content) -> bool:
    """Whether what one speaker says in two claims are certainly two statements of theirs.

    Both are dated, and not of one time; or the day of one lies behind that on which the
    other was in print; or they come by two origins, in sources of two days. Of one origin
    nothing but what the claims say themselves tells two.
    """
    own, others = (corroboration_of(each.references, content) for each in (claim, other))
    one, two = (
        (claim.stated, other.stated)
        if {*own.origins} & {*others.origins}
        else (_dated(claim, content), _dated(other, content))
    )
    printed, too = (newest_issue(each, content.sources) for each in (claim, other))
    if one and two:
        return _are_apart(one, two)
    if _is_behind(one, too) or _is_behind(two, printed):
        return True
    return (
        bool(own.origins and others.origins)
        and are_independent(own, others, content)
        and _are_apart(one or printed, two or too)
    )


def _is_behind(said: PartialDate | None, printed: PartialDate | None) -> bool:
    return bool(said and printed and printed.certainly_before(said))


def _are_one_speakers(
    claim: Claim, other: Claim, keys: Iterable[str], content: Content
) -> bool:
    """Whether each part to which two claims give two answers is the word of one speaker
    alone in both of them.
    """
    for key in keys:
        own, others = (_speakers(one, key, content) for one in (claim, other))
        if own != others or len(own) != 1 or "" in own:
            return False
    return True


def _speakers(claim: Claim, key: str, content: Content) -> frozenset[str]:
    """Who says a key: whom the claim names, or whose words its origins are; an empty name
    stands for everybody else.
    """
    return frozenset(
        said
        for one in claim.references
        if key in one.supports or WHOLE in (one.supports or (WHOLE,))
        for said in _said_by(claim, one, key, content)
    )


def _said_by(
    claim: Claim, reference: Reference, key: str, content: Content
) -> tuple[str, ...]:
    named = speaker_of(claim, reference, key) or claim.speakers.get(WHOLE, "")
    return (
        (named,) if named else tuple(one.by for one in _drawn(reference, content)) or ("",)
    )


def _roots(claim: Claim, content: Content) -> tuple[Origin, ...]:
    return tuple(one for each in claim.references for one in _drawn(each, content))


def _drawn(reference: Reference, content: Content) -> tuple[Origin, ...]:
    """The one origin for which a passage speaks, known or not."""
    origins = [content.origins[id] for id in content.sources[reference.source].origins]
    return drawn_on(reference, origins)[:1]


def _are_apart(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(
        one and other and (one.certainly_before(other) or other.certainly_before(one))
    )
