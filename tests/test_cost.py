"""What `dossier check` costs, counted and not timed: how often Python calls something for
one company more. A machine that is busy counts the same.
"""

from cProfile import Profile
from pathlib import Path
from pstats import Stats

from bench.corpus import corpus
from bench.writers import write_ours
from dossier.generate.pipeline import inspect

MOST = 100_000
"""It was 87,000 for a company of 35 facts and 6 articles when this was written."""


def calls(folder: Path, companies: int) -> int:
    """All calls of reading and checking so many."""
    write_ours(folder, tuple(corpus(companies)))
    profile = Profile()
    profile.runcall(inspect, folder / "content")
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_a_company_more_costs_no_more_than_it_did(tmp_path: Path) -> None:
    """Without what a first one costs, such as regexes that are made for it."""
    first, more = calls(tmp_path / "one", 1), calls(tmp_path / "three", 3)
    assert more - first < 2 * MOST
