"""What a claim answers: the same question only where its time and its qualifiers are the
same; and which answer leads.

Claims of one fact may be of many times, as revenue is quarter by quarter; those are a
series and contradict nobody.
"""

from collections.abc import Sequence
from datetime import date

from dossier.model.claims import RANKS, Claim, Status
from dossier.model.values import UNSTATED

PROMISED = frozenset(
    {Status.ANNOUNCED, Status.FORECAST, Status.RUMOURED, Status.CANCELLED, Status.DENIED}
)
"""What has not come about by what the source says, or is hearsay, and so never leads what
has.
"""

Span = tuple[date, date]
"""The first and the last day of a period."""


LEAST = 27
"""Days, less one, of the shortest period of which figures are made up: a month."""


def span_of(claim: Claim) -> Span | None:
    """The days that a claim is about; None where it names no period."""
    return claim.period.sort_key if claim.period else None


def lead_of(claims: Sequence[Claim], today: date | None) -> Claim:
    """The claim that leads: of the best rank and the qualifiers of its first, and of
    several periods that of the newest one.

    That has begun on `today` and is no plan or forecast; where no day is given, all have
    begun. Of claims of one period, and where there are no two periods, the first leads that
    is no forecast.
    """
    best = min(RANKS.index(claim.rank) for claim in claims)
    of_rank = [claim for claim in claims if RANKS.index(claim.rank) == best]
    ranked = [claim for claim in of_rank if _qualified(claim) == _qualified(of_rank[0])]
    first = next(
        (claim for claim in ranked if claim.status is not Status.FORECAST), ranked[0]
    )
    if len({span_of(claim) for claim in ranked if claim.period}) < 2:
        return first
    told = [claim for claim in ranked if _has_come(claim, today)]
    return max(told, key=_newness, default=first)


def _has_come(claim: Claim, today: date | None) -> bool:
    """Whether a claim tells of a period that has begun, and not of what somebody plans or
    expects of it.
    """
    if claim.period is None or claim.value is UNSTATED or claim.status in PROMISED:
        return False
    return today is None or claim.period.earliest <= today


def _newness(claim: Claim) -> tuple[date, int, int]:
    """How new an answer is: of the times that end on one day a whole year says more than
    its last quarter.

    A count on a day is newer than one of the year, and who came last is newer than who has
    been there longer.
    """
    first, last = span_of(claim) or (date.min, date.min)
    if last == date.max or (last - first).days < LEAST:
        return last, 2, first.toordinal()
    return last, first != date.min, -first.toordinal()


def by_question(
    claims: Sequence[Claim], today: date | None
) -> tuple[tuple[Claim, ...], ...]:
    """The claims that answer one question each, the one that leads first in each, in the
    order of their first claims.

    A claim that names no period is taken for one about the time of the claim that would
    lead without it. What was forecast is one question, and what came about another: a
    forecast that fails contradicts nobody.
    """
    groups: dict[tuple[frozenset[tuple[str, str]], Span | None, bool], list[Claim]] = {}
    for claim in claims:
        key = (
            _qualified(claim),
            _time_of(claim, claims, today),
            claim.status is Status.FORECAST,
        )
        groups.setdefault(key, []).append(claim)
    return tuple(_led(group, today) for group in groups.values())


def answers_the_same(one: Claim, other: Claim) -> bool:
    """Whether two claims name the same period, and have the same qualifiers."""
    return (
        bool(one.period and other.period)
        and span_of(one) == span_of(other)
        and _qualified(one) == _qualified(other)
    )


def _time_of(claim: Claim, claims: Sequence[Claim], today: date | None) -> Span | None:
    if claim.period:
        return span_of(claim)
    alike = [one for one in claims if one.period and _qualified(one) == _qualified(claim)]
    return span_of(lead_of(alike, today)) if alike else None


def _led(group: Sequence[Claim], today: date | None) -> tuple[Claim, ...]:
    leading = lead_of(group, today)
    return (leading, *(claim for claim in group if claim is not leading))


def _qualified(claim: Claim) -> frozenset[tuple[str, str]]:
    return frozenset(claim.qualifiers.items())
