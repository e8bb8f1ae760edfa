"""Ages are counted to a date that is given, by a horizon that the property sets, and never
by the clock.
"""

from datetime import date
from typing import Any

import pytest

from dossier.merge.freshness import freshness_of
from dossier.model.claims import Claim, Reference, Status
from dossier.model.dates import PartialDate
from dossier.model.freshness import Age, add_horizon
from dossier.model.sources import Source, SourceType
from dossier.model.values import Duration

HALF_A_YEAR = Duration(months=6)
REFERENCES = (Reference("paper", "words"),)
SOURCES = {"paper": Source("paper", SourceType.NEWS, issued=PartialDate.parse("2025-01"))}


def age(today: str, stated: str = "", checked: str = "") -> tuple[Age, date | None]:
    said, looked = (PartialDate.parse(text) if text else None for text in (stated, checked))
    claim = Claim("so", REFERENCES, stated=said, checked=looked)
    found = freshness_of(claim, HALF_A_YEAR, SOURCES, date.fromisoformat(today))
    return found.age, found.until


@pytest.mark.parametrize(
    ("day", "horizon", "expected"),
    [
        ("2024-01-31", Duration(months=1), "2024-02-29"),
        ("2023-12-31", Duration(months=6, days=1), "2024-07-01"),
        ("2024-02-29", Duration(years=1), "2025-02-28"),
        ("9999-06-01", Duration(years=1), "9999-12-31"),
        ("9999-12-31", Duration(days=1), "9999-12-31"),
        ("9998-12-31", Duration(months=1), "9999-12-31"),
    ],
)
def test_a_horizon_ends_on_a_day_that_exists(
    day: str, horizon: Duration, expected: str
) -> None:
    assert date.fromisoformat(expected) == add_horizon(date.fromisoformat(day), horizon)


def test_a_claim_is_fresh_to_the_last_day_of_its_horizon_and_stale_on_the_next() -> None:
    assert (Age.FRESH, date(2025, 9, 30)) == age("2025-09-30", stated="2025-03-30")
    assert (Age.STALE, date(2025, 9, 30)) == age("2025-10-01", stated="2025-03-30")


def test_a_month_counts_from_its_last_day() -> None:
    assert date(2025, 8, 28) == age("2025-01-01", stated="2025-02")[1]


def test_a_look_again_counts_for_more_than_when_it_was_said() -> None:
    assert Age.FRESH is age("2026-01-01", stated="2024", checked="2025-12-01")[0]


def test_when_nobody_says_when_the_newest_source_does() -> None:
    assert (Age.STALE, date(2025, 7, 31)) == age("2025-08-01")


def test_of_several_sources_the_newest_counts() -> None:
    """By the last day that its date can mean; one without a date tells nothing."""
    dates = {"old": "2023", "new": "2025-01", "blog": "", "month": "2024-12"}
    sources = {
        id: Source(id, SourceType.NEWS, issued=PartialDate.parse(text) if text else None)
        for id, text in dates.items()
    }
    claim = Claim("so", tuple(Reference(id, "words") for id in dates))
    assert (
        date(2025, 7, 31)
        == freshness_of(claim, HALF_A_YEAR, sources, date(2025, 1, 1)).until
    )


def test_a_claim_without_any_date_has_no_known_age() -> None:
    undated = {"paper": Source("paper", SourceType.NEWS)}
    assert (
        Age.UNDATED
        is freshness_of(Claim("so", REFERENCES), HALF_A_YEAR, undated, date(2025, 1, 1)).age
    )


def test_what_never_goes_stale_is_timeless() -> None:
    assert (
        Age.TIMELESS is freshness_of(Claim("so", REFERENCES), None, SOURCES, date.max).age
    )


@pytest.mark.parametrize(
    ("told", "age"),
    [
        ({"period": "2023", "stated": "2024-02"}, Age.TIMELESS),
        ({"period": "2023"}, Age.TIMELESS),
        ({"period": "2023", "stated": "2023-05"}, Age.STALE),
        ({"period": "2023", "stated": "2024-02", "status": Status.ANNOUNCED}, Age.STALE),
        ({"period": "2023-12-31", "stated": "2024-02"}, Age.STALE),
        ({"period": "2023/..", "stated": "2024-02"}, Age.STALE),
        ({"period": "2027", "stated": "2024-02"}, Age.STALE),
    ],
)
def test_what_happened_in_a_time_that_is_over_stays_so(
    told: dict[str, Any], age: Age
) -> None:
    """If it was told after the end; what was counted on a day, what goes on and what was
    planned grow old.
    """
    dates: dict[str, Any] = {
        key: PartialDate.parse(text) for key, text in told.items() if key != "status"
    }
    claim = Claim("so", REFERENCES, status=told.get("status", Status.REPORTED), **dates)
    assert age is freshness_of(claim, HALF_A_YEAR, SOURCES, date(2026, 1, 1)).age


@pytest.mark.parametrize(
    ("today", "age"), [("2023-12-31", Age.FRESH), ("2024-01-01", Age.TIMELESS)]
)
def test_a_time_is_over_on_the_day_after_its_last(today: str, age: Age) -> None:
    """What was said on its last day was said at its end."""
    period, stated = PartialDate.parse("2023"), PartialDate.parse("2023-12-31")
    claim = Claim("so", REFERENCES, period=period, stated=stated)
    found = freshness_of(claim, HALF_A_YEAR, SOURCES, date.fromisoformat(today))
    assert age is found.age


@pytest.mark.parametrize(
    ("today", "age"), [("2026-12-31", Age.FRESH), ("2027-01-01", Age.DUE)]
)
@pytest.mark.parametrize("horizon", [HALF_A_YEAR, None])
def test_what_is_expected_does_not_age_and_comes_due(
    today: str, age: Age, horizon: Duration | None
) -> None:
    """Whatever the horizon of its property; one that is due by no day ages as all else."""
    claim = Claim(
        "so", REFERENCES, period=PartialDate.parse("2026"), status=Status.FORECAST
    )
    found = freshness_of(claim, horizon, SOURCES, date.fromisoformat(today), claim.period)
    assert (age, date(2026, 12, 31)) == (found.age, found.until)
    endless = freshness_of(
        claim, HALF_A_YEAR, SOURCES, date(2027, 1, 1), PartialDate.parse("2026/..")
    )
    assert Age.STALE is endless.age
