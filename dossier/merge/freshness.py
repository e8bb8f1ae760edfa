"""Whether a claim has been looked at lately, by the horizon that its property sets."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from dossier.model.claims import Claim
from dossier.model.dates import PartialDate
from dossier.model.freshness import Age, Freshness, add_horizon
from dossier.model.questions import PROMISED
from dossier.model.sources import Source
from dossier.model.values import Duration

_freshness = lru_cache(maxsize=4096)(Freshness)
"""Of those that are alike one."""


def freshness_of(
    claim: Claim,
    horizon: Duration | None,
    sources: Mapping[str, Source],
    today: date | None,
    due: PartialDate | None = None,
) -> Freshness:
    """The age of a claim on `today`; where no day is given, it has none.

    It counts from the last re-check, or else from when it was said, or else from when its
    newest source appeared; of a date that is not exact from the last day it can mean. A
    horizon of None never ends. What happened in a time that is over stays so; what is
    expected does not age, it comes due.
    """
    if today is None:
        return _freshness(Age.TIMELESS)
    if due and due.end:
        return _freshness(Age.DUE if due.latest < today else Age.FRESH, due.latest)
    if horizon is None or _is_over(claim, sources, today):
        return _freshness(Age.TIMELESS)
    since = claim.checked or claim.stated or newest_issue(claim, sources)
    if since is None or since.end is None:
        return _freshness(Age.UNDATED)
    until = add_horizon(since.latest, horizon)
    return _freshness(Age.STALE if until < today else Age.FRESH, until)


def _is_over(claim: Claim, sources: Mapping[str, Source], today: date) -> bool:
    """Whether a claim tells what happened in a time that is over, and was said after its
    end.

    What was counted on a day says how it stood then, and not what happened; that grows old.
    """
    period = claim.period
    if period is None or period.end is None or period.earliest == period.latest:
        return False
    if claim.status in PROMISED or today <= period.latest:
        return False
    said = claim.stated or newest_issue(claim, sources)
    return said is None or said.latest >= period.latest


def newest_issue(claim: Claim, sources: Mapping[str, Source]) -> PartialDate | None:
    """When the newest of its sources appeared."""
    issues = [
        issued
        for reference in claim.references
        if (issued := sources[reference.source].issued)
    ]
    return max(issues, key=lambda issued: issued.latest, default=None)
