"""What reading, checking and merging cost, counted and not timed: how often Python calls
something for one company more, and how much memory it takes. A machine that is busy counts
the same.
"""

import gc
import tracemalloc
from cProfile import Profile
from datetime import date
from pathlib import Path
from pstats import Stats
from weakref import ref

from bench.corpus import corpus
from bench.writers import write_ours
from dossier.generate.pipeline import inspect
from dossier.merge import merge_content
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.dates import Moment, PartialDate
from dossier.model.dossiers import MergedClaim, MergedFact
from dossier.model.facts import FactId
from dossier.model.locators import Locator
from dossier.model.proofs import Record
from dossier.model.quantities import Quantity
from dossier.read.memory import kept_for_good

MOST = 92_000
"""It was 86,000 for a company of 35 facts and 6 articles when this was written."""
MOST_MERGED = 60_000
"""Bytes of what is merged of a company, what it was read from not counted: 45,000 then."""

OF_THOUSANDS = (
    Claim, FactId, Locator, MergedClaim, MergedFact, Moment, PartialDate, Quantity, Record,
    Reference,
)  # fmt: skip
"""What a site of hundreds of companies has most of."""


def calls(folder: Path, companies: int) -> int:
    """All calls of reading and checking so many."""
    write_ours(folder, tuple(corpus(companies)))
    profile = Profile()
    profile.runcall(inspect, folder / "content")
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]


def merged(folder: Path, companies: int) -> int:
    """The memory of what so many are merged to."""
    write_ours(folder, tuple(corpus(companies)))
    content = inspect(folder / "content").content
    tracemalloc.start()
    try:
        site = merge_content(content, date(2026, 1, 1))
        assert len(site.dossiers) == companies
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def test_a_company_more_costs_no_more_than_it_did(tmp_path: Path) -> None:
    """Without what a first one costs, such as regexes that are made for it."""
    first, more = calls(tmp_path / "one", 1), calls(tmp_path / "three", 3)
    assert more - first < 2 * MOST


def test_a_company_more_takes_no_more_memory_than_it_did(tmp_path: Path) -> None:
    """Facts that are alike share what is known of them."""
    merged(tmp_path / "none", 1)
    first, more = merged(tmp_path / "one", 1), merged(tmp_path / "three", 3)
    assert more - first < 2 * MOST_MERGED


def test_what_there_is_by_the_thousand_has_no_dictionary() -> None:
    """It would take more room than all that is in it."""
    assert not [kind for kind in OF_THOUSANDS if kind.__dictoffset__]


def test_what_is_kept_for_good_is_never_taken_apart() -> None:
    """The system has it back at once when the process ends."""
    often = gc.get_threshold()
    content = Content()
    kept = ref(content)
    try:
        kept_for_good(content)
        del content
        gc.collect()
        assert kept() is not None
    finally:
        gc.unfreeze()
        gc.set_threshold(*often)
