"""What a content holds grows in a straight line with its companies: twice as many make
twice the records and the data.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dossier.generate.pipeline import load_site
from dossier.model.dossiers import Site
from dossier.model.proofs import Level, State
from tests.exported import export_files
from tests.industry import Industry, write_industry

FEW, QUOTES = 10, 6
LINE = 0.03  # how far a step may be from the one before it: numbers become longer


@cache
def grown(companies: int) -> tuple[Site, int]:
    """A site of that many companies, and the bytes of their records."""
    with TemporaryDirectory() as folder:
        root = write_industry(Path(folder), Industry(companies, QUOTES))
        return load_site(root)[0], sum(
            path.stat().st_size for path in root.rglob("proofs.lock.yaml")
        )


def of_data(companies: int) -> int:
    """The bytes of all data."""
    return sum(map(len, export_files(grown(companies)[0]).values()))


def of_records(companies: int) -> int:
    """The bytes of all records."""
    return grown(companies)[1]


@pytest.mark.parametrize("size", [of_data, of_records])
def test_twice_the_companies_make_twice_the_bytes(size: Callable[[int], int]) -> None:
    """Every company names the first one and rests on one yearbook: what is shared must not
    be repeated for each.
    """
    one, two, four = (size(FEW * times) for times in (1, 2, 4))
    assert pytest.approx(2 * (two - one), rel=LINE) == four - two


def test_every_quote_is_on_record() -> None:
    found: Mapping[State, int] = {Level.PROVED: FEW * QUOTES}
    states = [
        state
        for fact in grown(FEW)[0].facts.values()
        for merged in fact.claims
        for state in merged.proofs.quotes
    ]
    assert found == {state: states.count(state) for state in set(states)}
