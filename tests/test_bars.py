"""Bars of a strip: as wide as a date is uncertain, in the order of their days, each where
it has room.
"""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.dates import PartialDate
from dossier.render.timelines.bars import LEAST, MOST_ROWS, Bar, extent, plan_strip
from tests.helpers import a_date

YEARS = st.integers(1, 9999).map("{:04}".format)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
PARTS = st.builds(
    "{}-{:02}{}".format,
    YEARS,
    st.sampled_from([*range(21, 25), *range(33, 42)]),
    st.sampled_from(["", " (about)"]),
)
DAYS = st.dates().map(date.isoformat)
MOMENTS = st.builds(
    "{}{}".format, YEARS | MONTHS | DAYS, st.sampled_from(["", "?", "~", "%"])
)
PAIRS = st.tuples(st.dates(), st.dates()).map(
    lambda pair: [day.isoformat() for day in sorted(pair)]
)
SPANS = PAIRS.flatmap(
    lambda pair: st.sampled_from(["{}/{}", "{}~/{}", "[{}..{}]"]).map(
        lambda form: form.format(*pair)
    )
)
OPEN = st.builds(str.format, st.sampled_from(["../{}", "{}/.."]), MOMENTS)
ONCE = st.builds(
    str.format,
    st.sampled_from(["[..{}]", "[{}..]", "[..{}] (about)"]),
    YEARS | MONTHS | DAYS,
)
DATES = (MOMENTS | PARTS | SPANS | OPEN | ONCE).map(a_date)


def bars(*texts: str) -> tuple[Bar, ...]:
    """The bars of a single lane; an empty text is an event without a date."""
    return plan_strip([[a_date(text) if text else None for text in texts]]).lanes[0]


@given(st.lists(st.lists(DATES | st.none(), min_size=1), min_size=1))
def test_every_bar_is_inside_the_box_and_can_be_seen(
    lanes: list[list[PartialDate | None]],
) -> None:
    plan = plan_strip(lanes)
    for lane, rows in zip(plan.lanes, plan.rows, strict=True):
        assert all(
            bar.x >= 0 and bar.end <= 100.01 and bar.width >= LEAST - 0.011 for bar in lane
        )
        assert all(0 <= bar.row < rows <= MOST_ROWS for bar in lane)


@given(st.lists(DATES, min_size=2))
def test_bars_keep_the_order_of_their_days(dates: list[PartialDate]) -> None:
    ordered = sorted(dates, key=lambda when: extent(when).start or 0)
    starts = [bar.x for bar in plan_strip([ordered]).lanes[0]]
    # A bar too narrow to be seen is widened to both sides, and so may begin a little before
    # its neighbour.
    assert all(one <= other + LEAST / 2 + 0.02 for one, other in pairwise(starts))


@given(st.dates(), st.integers(0, 5000), st.integers(0, 5000), st.lists(DATES))
def test_what_is_less_certain_is_never_narrower(
    day: date, before: int, after: int, others: list[PartialDate]
) -> None:
    """A span that holds another one, on the same strip."""
    first = day - timedelta(min(before, (day - date.min).days))
    last = day + timedelta(min(after, (date.max - day).days))
    inner = PartialDate.parse(f"[{first}..{day}]")
    outer = PartialDate.parse(f"[{first}..{last}]")
    narrow, wide, *_ = plan_strip([[inner, outer, *others]]).lanes[0]
    assert wide.width >= narrow.width - 0.011  # both ends are rounded


@given(st.lists(DATES, min_size=1, max_size=MOST_ROWS))
def test_bars_in_a_row_do_not_touch(dates: list[PartialDate]) -> None:
    """As long as there are rows enough."""
    lane = sorted(plan_strip([dates]).lanes[0], key=lambda bar: (bar.row, bar.x))
    pairs = [(one, other) for one, other in pairwise(lane) if one.row == other.row]
    assert all(one.end < other.x for one, other in pairs)


@pytest.mark.parametrize(
    ("text", "kind", "soft", "open_sides"),
    [
        ("2025-09-24", "day", (False, False), (False, False)),
        ("2025-09-24?", "day", (False, False), (False, False)),
        ("2025-09-24~", "time", (True, True), (False, False)),
        ("2025-09", "time", (False, False), (False, False)),
        ("2017-36 (late)", "time", (True, True), (False, False)),
        ("199X", "time", (False, False), (False, False)),
        ("2025/2028~", "lasting", (False, True), (False, False)),
        ("2025~/2028?", "lasting", (True, True), (False, False)),
        ("2025/..", "lasting", (False, False), (False, True)),
        ("../2025", "lasting", (False, False), (True, False)),
        ("[2020-10..2024-09]", "between", (False, False), (False, False)),
        ("[..2024]", "between", (False, False), (True, False)),
        ("", "undated", (False, False), (False, False)),
    ],
)
def test_how_a_date_is_drawn(
    text: str, kind: str, soft: tuple[bool, bool], open_sides: tuple[bool, bool]
) -> None:
    bar = bars(text, "1990", "2030")[0]
    assert (kind, soft) == (bar.kind, (bar.soft_start, bar.soft_end))
    assert open_sides == (bar.open_start, bar.open_end)


def test_what_is_about_a_time_reaches_half_as_far_again() -> None:
    start, end = date(2025, 9, 1).toordinal(), date(2025, 10, 1).toordinal()
    about = extent(PartialDate.parse("2025-09~"))
    assert (start - 15, end + 15) == (about.start, about.end)


def test_an_open_end_runs_to_the_end_of_the_axis() -> None:
    since, until, dated, undated = bars("2020/..", "../2021", "2022", "")
    assert (0, 88) == (until.x, since.end)
    assert dated.end < 88 < undated.x


def test_events_of_one_day_stand_below_each_other() -> None:
    assert [0, 1, 2] == [bar.row for bar in bars("2025-09-24", "2025-09-24", "2025-09-24")]
    assert MOST_ROWS == plan_strip([[PartialDate.parse("2025-09-24")] * 30]).rows[0]


def test_without_any_date_there_is_no_axis() -> None:
    plan = plan_strip([[None] * 40])
    assert (None, 0.0) == (plan.scale, plan.undated)
    assert len({bar.x for bar in plan.lanes[0]}) > 10
