"""What `dossier check` tells of thousands of companies can still be read."""

import pytest

from dossier.generate.few import NAMED, few_of


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
