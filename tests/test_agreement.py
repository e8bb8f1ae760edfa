"""Agreement: which claim leads, whether the claims give one answer, and how many origins
there are.
"""

from pathlib import Path

import pytest

from dossier.model.agreement import Agreement
from dossier.model.dossiers import MergedFact
from dossier.model.facts import FactId
from tests.helpers import merged

CLAIM = """\
    - value: {value}
      stated: {stated}
      rank: {rank}
      note: A reason.
      references: [{{source: {source}, quote: people}}]
"""
SOURCES = {
    "sources/twin-paper.md": "---\ntype: report\norigins: [example-wire]\n---\n",
    "sources/blog.md": "---\ntype: post\norigins: [somewhere]\n---\n",
    "origins.yaml": "example-wire: {name: Wire, kind: wire}\nsomewhere: {name: Somewhere, kind: unknown}\n",
    "companies/acme/overview.md": "[@annual-report; @town-paper; @twin-paper; @blog]\n",
}


def fact(folder: Path, *claims: tuple[str, str, str]) -> MergedFact:
    """The number of employees, as claims of value, source and rank say it."""
    head = "employees:\n  label: Employees\n  property: employees\n  claims:\n"
    said = zip(
        ("2001", "2001-05", "2001/2002", "2001/.."), claims, strict=False
    )  # at times that may all be one
    text = "".join(
        CLAIM.format(value=value, source=one, rank=rank, stated=when)
        for when, (value, one, rank) in said
    )
    files = {**SOURCES, "companies/acme/facts/profile.yaml": head + text}
    return merged(folder, files).facts[FactId("acme", "employees")]


@pytest.mark.parametrize(
    ("claims", "agreement"),
    [
        ([("120", "blog", "normal")], Agreement.SINGLE),
        (
            [("120", "blog", "normal"), ("0.12 thousand", "town-paper", "preferred")],
            Agreement.AGREED,
        ),
        (
            [("120", "blog", "normal"), ("over 130", "town-paper", "normal")],
            Agreement.DIFFERING,
        ),
        (
            [("120", "blog", "normal"), ("over 110", "town-paper", "normal")],
            Agreement.AGREED,
        ),
        ([("120", "blog", "normal"), ("130", "blog", "normal")], Agreement.DIFFERING),
        (
            [("120", "blog", "normal"), ("130", "town-paper", "deprecated")],
            Agreement.SINGLE,
        ),
        (
            [("120", "blog", "deprecated"), ("130", "town-paper", "deprecated")],
            Agreement.DIFFERING,
        ),
        (
            [("unstated", "blog", "normal"), ("130", "town-paper", "normal")],
            Agreement.SINGLE,
        ),
        ([("unstated", "blog", "normal")], Agreement.SINGLE),
    ],
)
def test_claims_agree_as_values(
    tmp_path: Path, claims: list[tuple[str, str, str]], agreement: Agreement
) -> None:
    """However they are scaled; those that turned out wrong, or give no value, do not count
    beside others.
    """
    assert agreement == fact(tmp_path, *claims).agreement


@pytest.mark.parametrize(
    ("ranks", "leading"),
    [
        (("normal", "normal", "normal"), "1"),
        (("deprecated", "normal", "normal"), "2"),
        (("normal", "deprecated", "preferred"), "3"),
        (("deprecated", "preferred", "preferred"), "2"),
        (("deprecated", "deprecated", "deprecated"), "1"),
    ],
)
def test_the_first_of_the_best_rank_leads(
    tmp_path: Path, ranks: tuple[str, ...], leading: str
) -> None:
    """A deprecated claim leads only where there are no others."""
    read = fact(
        tmp_path, *((str(number), "blog", rank) for number, rank in enumerate(ranks, 1))
    )
    assert f"{leading} people" == str(read.leading.value)


def test_sources_stand_in_order_of_first_appearance(tmp_path: Path) -> None:
    """Each once, over all claims, deprecated ones included."""
    read = fact(
        tmp_path,
        ("1", "town-paper", "deprecated"),
        ("2", "blog", "normal"),
        ("3", "town-paper", "preferred"),
    )
    assert ("town-paper", "blog") == read.sources


def test_origins_that_are_known_are_counted_once(tmp_path: Path) -> None:
    """Two papers with one wire story count as one origin; what is not known, declared or not,
    adds none.
    """
    sources = ("town-paper", "twin-paper", "blog", "annual-report")
    assert ("example-wire",) == fact(
        tmp_path, *((str(n), one, "normal") for n, one in enumerate(sources, 1))
    ).origins
