"""The axis of a strip: time runs evenly where it can, is left out where it must be, and its
labels never touch.
"""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.render.timelines.scale import COARSE, FINE, TimeScale, make_scale, ticks

LAST = date.max.toordinal()


def days(*texts: str) -> list[tuple[int, int]]:
    """Spans of a day each."""
    return [
        (date.fromisoformat(text).toordinal(), date.fromisoformat(text).toordinal() + 1)
        for text in texts
    ]


def scale(*texts: str) -> TimeScale:
    """The scale of some days, over the whole width."""
    return make_scale(days(*texts), 0, 100)


SPANS = st.lists(
    st.tuples(st.integers(1, LAST), st.integers(1, 40_000)).map(
        lambda pair: (pair[0], min(sum(pair), LAST + 1))
    ),
    min_size=1,
)
CLOSE = st.lists(st.integers(730_000, 740_000).map(lambda day: (day, day + 1)), min_size=1)


@given(SPANS | CLOSE, st.lists(st.integers(1, LAST), min_size=2))
def test_a_later_day_never_stands_further_left_nor_outside(
    spans: list[tuple[int, int]], found: list[int]
) -> None:
    made = make_scale(spans, 2, 98)
    places = [made.at(day) for day in sorted(found)]
    assert sorted(places) == places
    assert all(2 - 1e-6 <= place <= 98 + 1e-6 for place in places)


@given(SPANS | CLOSE)
def test_stretches_fill_the_axis_without_a_gap(spans: list[tuple[int, int]]) -> None:
    made = make_scale(spans, 2, 98).stretches
    assert pytest.approx((2, 98)) == (made[0].left, made[-1].right)
    assert all(
        one.end == other.start and one.right == other.left for one, other in pairwise(made)
    )
    assert all(one.start < one.end and one.left < one.right for one in made)


@given(SPANS | CLOSE)
def test_labels_never_touch_and_stay_within_the_axis(spans: list[tuple[int, int]]) -> None:
    made = make_scale(spans, 2, 98)
    for width, marked in (
        (FINE, ticks(made)),
        (COARSE, [tick for tick in ticks(made) if tick.coarse]),
    ):
        boxes = [
            (tick.at - width, tick.at) if tick.before else (tick.at, tick.at + width)
            for tick in marked
        ]
        assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(boxes))
        assert all(0 <= start and end <= 98 + 1e-6 for start, end in boxes)


@given(SPANS | CLOSE)
def test_a_label_without_a_year_stands_right_of_one_of_its_year(
    spans: list[tuple[int, int]],
) -> None:
    marked = ticks(make_scale(spans, 2, 98))
    for shown in (marked, [tick for tick in marked if tick.coarse]):
        year = None
        for tick in shown:
            assert tick.with_year or tick.day.year == year
            year = tick.day.year


@pytest.mark.parametrize(
    ("texts", "unit", "first"),
    [
        (["2025-09-24"], "day", "2025-09-23"),
        (["2025-09-24", "2025-09-25"], "day", "2025-09-24"),
        (["2025-09-01", "2025-10-10"], "day", "2025-09-01"),
        (["2025-01-15", "2025-06-30"], "month", "2025-02-01"),
        (["2019-03-03", "2025-06-30"], "year", "2020-01-01"),
        (["1925-03-03", "2025-06-30"], "year", "1940-01-01"),
        (["0001-01-01", "9999-12-31"], "year", "2000-01-01"),
    ],
)
def test_ticks_fit_the_span(texts: list[str], unit: str, first: str) -> None:
    marked = ticks(scale(*texts))
    assert (unit, first) == (marked[0].unit, marked[0].day.isoformat())


def test_a_cluster_far_from_a_single_event_stays_legible() -> None:
    made = scale("2017-05-01", *(f"2025-09-{day:02}" for day in range(1, 31)))
    assert ["2017-05-02"] == [
        date.fromordinal(gap.start).isoformat() for gap in made.breaks
    ]
    assert 85 < 100 - made.at(date(2025, 9, 1).toordinal())
    assert [2017, 2025] == sorted({tick.day.year for tick in ticks(made)})


def test_a_single_event_far_behind_a_cluster_has_its_label() -> None:
    last = ticks(scale(*(f"2017-09-{day:02}" for day in range(1, 31)), "2025-05-01"))[-1]
    assert ("2025-05-01", True, True) == (last.day.isoformat(), last.before, last.coarse)


def test_an_axis_that_begins_or_ends_with_a_break_says_where_it_begins_and_ends() -> None:
    first, last = date(2017, 1, 1).toordinal(), date(2017, 12, 31).toordinal() + 1
    cluster = days(*(f"2017-06-{day:02}" for day in range(1, 11)))
    marked = ticks(make_scale([(first, last), *cluster], 2, 98))
    assert ("2017-01-01", "2017-12-31") == (
        marked[0].day.isoformat(),
        marked[-1].day.isoformat(),
    )


@pytest.mark.parametrize(
    "texts",
    [
        ["2020-01-01", "2025-01-01"],
        [f"{year}-01-01" for year in range(2015, 2026)],
        ["2020-10-01", "2024-09-01", "2024-09-30", "2025-02-01", "2025-09-24"],
    ],
)
def test_time_runs_evenly_where_events_are_spread(texts: list[str]) -> None:
    assert () == scale(*texts).breaks
