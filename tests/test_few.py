"""What `dossier check` tells of thousands of companies can still be read."""

import pytest

from dossier.generate.few import NAMED, few_of
from dossier.generate.looks import by_company


@pytest.mark.parametrize(
    ("companies", "told"),
    [
        (0, []),
        (NAMED, [f"company-{number}." for number in range(NAMED)]),
        (NAMED + 1, ["1 more company: the same."]),
        (10_000, ["9980 more companies: the same."]),
    ],
)
def test_all_but_the_first_are_counted(companies: int, told: list[str]) -> None:
    """In one line, whose number is that of the others."""
    lines = [*few_of((f"company-{number}." for number in range(companies)), "the same.")]
    assert told == lines[-len(told) :] if told else not lines
    assert len(lines) <= NAMED + 1


def test_the_looks_of_companies_that_are_not_named_are_counted() -> None:
    """Those of the named ones are not among them."""
    companies = [f"company-{number:02}" for number in range(NAMED + 2)]
    *named, rest = by_company([companies[0], *companies, companies[-1]])
    assert len(named) == NAMED
    assert named[0].startswith("company-00: 2 quotes ask for a look;")
    assert rest.startswith("2 more companies: 3 quotes ask for a look;")
