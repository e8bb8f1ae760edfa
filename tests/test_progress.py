"""How far a build is: told on a terminal in one line, elsewhere now and then, and never of
what is quick.
"""

from collections.abc import Callable
from itertools import count

import pytest

from dossier.generate.progress import CLEAR, Progress, silent


def progress(told: list[str], tick: float, *, live: bool) -> Progress:
    """A progress whose clock moves by so many seconds each time somebody looks at it."""
    return Progress(clock(tick), clock(tick / 2), told.append, live)


def clock(tick: float) -> Callable[[], float]:
    """A clock that moves when it is looked at."""
    steps = count()
    return lambda: next(steps) * tick


@pytest.mark.parametrize("live", [True, False])
def test_what_is_quick_is_not_told(live: bool) -> None:
    told: list[str] = []
    made = progress(told, 0.001, live=live)
    with made.stage("reading"):
        assert [*range(9)] == [*made.steps("pages", range(9), 9)]
    assert "" == "".join(told).replace(CLEAR, "")


def test_a_terminal_has_one_line_that_is_taken_back() -> None:
    told: list[str] = []
    assert [*range(500)] == [
        *progress(told, 0.5, live=True).steps("pages", range(500), 500)
    ]
    assert all(one.startswith(CLEAR) and "\n" not in one for one in told)
    assert any("pages: 250 of 500, 1 a second" in one for one in told)
    assert CLEAR == told[-1]


def test_what_comes_many_at_a_time_counts_for_many() -> None:
    told: list[str] = []
    made = progress(told, 0.5, live=True)
    assert [*range(50)] == [*made.steps("pages", range(50), 500, lambda _: 10)]
    assert f"{CLEAR}pages: 250 of 500, 5 a second" in told


def test_elsewhere_a_line_comes_now_and_then() -> None:
    told: list[str] = []
    assert [*range(100)] == [
        *progress(told, 0.5, live=False).steps("pages", range(100), 100)
    ]
    assert 2 < len(told) < 20
    assert all(one.startswith("pages: ") and one.endswith(" a second\n") for one in told)


def test_a_stage_that_fails_is_counted_too() -> None:
    made = progress([], 1.0, live=False)
    with pytest.raises(ValueError, match="no"), made.stage("reading"):
        raise ValueError("no")
    assert ["reading"] == [*made.spent]


def test_the_stages_are_told_with_their_shares_the_longest_first() -> None:
    made = progress([], 0.0, live=False)
    made.spent |= {"reading": (1.0, 0.5), "pages": (3.0, 3.0)}
    head, *rows = made.table().split("\n")
    assert "wall" in head
    assert [["3.00", "75.0%", "3.00", "pages"], ["1.00", "25.0%", "0.50", "reading"]] == [
        row.split() for row in rows
    ]


def test_where_nobody_waits_nothing_is_told() -> None:
    assert [1, 2] == [*silent().steps("pages", (1, 2), 2)]
