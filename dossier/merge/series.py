"""The courses of a fact: its answers by period, each beside the one before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dossier.merge.answers import Answers
from dossier.model.claims import Claim, Status
from dossier.model.quantities import Numeric, Quantity
from dossier.model.questions import PROMISED, Span, answers_the_same, span_of
from dossier.model.series import Course, Growth, Point
from dossier.model.values import figure_of, growth

MONTHS, DAYS = "months", "days"
MONTH = 30.4375
"""Days, on average: thirteen weeks are three months, and so are fourteen; 53 weeks are a
year.
"""


def courses_of(groups: Iterable[Answers]) -> tuple[Course, ...]:
    """Those of two or more periods of one length, in the order of their first answers."""
    found: dict[tuple[frozenset[tuple[str, str]], tuple[str, int]], list[Answers]] = {}
    told = tuple(groups)
    for group in told:
        span = span_of(group.leading)
        if span and (length := _length(span)) and not _has_come(group.leading, told):
            found.setdefault(
                (frozenset(group.leading.qualifiers.items()), length), []
            ).append(group)
    return tuple(
        _course(members, unit)
        for (_, (unit, _)), members in found.items()
        if len(members) > 1
    )


def _has_come(claim: Claim, groups: Iterable[Answers]) -> bool:
    """Whether a claim is a forecast of what other claims tell as it came."""
    is_forecast = claim.status is Status.FORECAST
    return is_forecast and any(
        answers_the_same(claim, one.leading) for one in groups if one.leading is not claim
    )


def _length(span: Span) -> tuple[str, int] | None:
    """How long a period is, in months as people count them; None where it has no end."""
    first, last = span
    if first == date.min or last == date.max:
        return None
    days = (last - first).days + 1
    months = round(days / MONTH)
    return (MONTHS, months) if months else (DAYS, days)


def _course(groups: Iterable[Answers], unit: str) -> Course:
    ordered = sorted(
        groups, key=lambda group: span_of(group.leading) or (date.max, date.max)
    )
    first, *others = map(_point, ordered)
    return Course(
        first.claim.qualifiers, (first, *_following([first, *others], unit == DAYS))
    )


def _point(group: Answers) -> Point:
    earlier, later = (
        [one.claim for one in group.revised if one.is_earlier is is_first]
        for is_first in (True, False)
    )
    return Point(
        group.leading,
        was=tuple(earlier),
        became=tuple(later),
        is_disputed=bool(group.disputed),
    )


def _following(points: Sequence[Point], are_moments: bool) -> Iterator[Point]:
    """The points after the first. Between single days there is no gap: a headcount is
    counted now and then.
    """
    for before, point in pairwise(points):
        is_gap = not are_moments and _are_parted(before.claim, point.claim)
        grown = None if is_gap else growth_between(before.claim, point.claim)
        yield replace(point, growth=grown, is_after_gap=is_gap)


def _are_parted(before: Claim, after: Claim) -> bool:
    """Whether there are days between two periods."""
    one, other = span_of(before), span_of(after)
    return one is None or other is None or one[1] + timedelta(1) < other[0]


def growth_between(before: Claim, after: Claim) -> Growth | None:
    """By how much a figure grew from one answer to the next; None where one is not exact,
    or no more than expected.
    """
    one, other = (_exact(figure_of(claim.value)) for claim in (before, after))
    if (
        one is None
        or other is None
        or one.unit != other.unit
        or {before.status, after.status} & PROMISED
    ):
        return None
    if one.unit == "%":
        return Growth(other.exact - one.exact, in_points=True)
    grown = growth(one, other)
    return None if grown is None else Growth(grown)


def _exact(figure: Numeric | None) -> Quantity | None:
    return figure if isinstance(figure, Quantity) and not figure.hedge else None
