"""What changed between two states of a fact: which claims are one, by how much a number
grew, what its words must show.
"""

from decimal import Decimal

import pytest

from dossier.merge.changes import match_claims
from dossier.model.claims import Claim, Reference
from dossier.model.dates import PartialDate
from dossier.model.facts import Fact, FactId
from dossier.model.proofs import canonical_parts
from dossier.model.quantities import Quantity, Range
from dossier.model.values import Value, growth

ONE, TWO = "a quote", "other words"


def claim(value: Value, quote: str, source: str = "paper", note: str = "") -> Claim:
    """A claim with one passage."""
    return Claim(value, (Reference(source, quote),), note=note)


def matched(before: list[Claim], after: list[Claim]) -> list[tuple[int | None, int | None]]:
    """Which claim of a state is which of the other, by their places."""
    states = [
        Fact(FactId("acme", "x"), "X", "p", "acme", "s", tuple(claims))
        for claims in (before, after)
    ]
    pairs = match_claims(*states)
    return [(place(one, before), place(other, after)) for one, other in pairs]


def place(claim: Claim | None, among: list[Claim]) -> int | None:
    """Where a claim stands; equal ones are told apart."""
    return next((at for at, one in enumerate(among) if one is claim), None)


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        # Equal before one that only says the same: the first of the two went.
        ([claim("so", ONE), claim("so", TWO)], [claim("so", TWO)], [(1, 0), (0, None)]),
        # The same value before the same passage.
        (
            [claim("so", ONE), claim("no", TWO)],
            [claim("no", ONE), claim("so", TWO)],
            [(1, 0), (0, 1)],
        ),
        # The same passage before the same source.
        (
            [claim("a", ONE), claim("b", TWO)],
            [claim("c", TWO), claim("d", ONE)],
            [(1, 0), (0, 1)],
        ),
        # The same source before what is left.
        (
            [claim("a", ONE, "paper"), claim("b", TWO, "blog")],
            [claim("c", "x", "blog")],
            [(1, 0), (0, None)],
        ),
        # The one that is left on each side, however little they share.
        ([claim("a", ONE, "paper")], [claim("b", TWO, "blog")], [(0, 0)]),
        (
            [claim("a", ONE, "x"), claim("b", ONE, "y")],
            [claim("c", TWO, "z")],
            [(None, 0), (0, None), (1, None)],
        ),
    ],
)
def test_claims_are_matched_by_the_surest_likeness_first(
    before: list[Claim], after: list[Claim], pairs: list[tuple[int | None, int | None]]
) -> None:
    """A reader is told that a figure changed, and not that one was taken out and another
    put in.
    """
    assert pairs == matched(before, after)


@pytest.mark.parametrize(
    ("before", "after", "grew"),
    [
        ("200 people", "250 people", "25"),
        ("-10 EUR", "-5 EUR", "50"),
        ("-10 EUR", "5 EUR", "150"),
        ("2 billion EUR", "1500 million EUR", "-25"),
        ("over 4 EUR", "5 EUR", "25"),
        (
            "10%",
            "20%",
            None,
        ),  # ten points, or twice as much: nobody can tell which is meant
        ("3", "2", None),  # places in an order
        ("0 EUR", "5 EUR", None),
        ("5 EUR", "5 USD", None),
        ("5 EUR", "5 EUR per share", None),
        ("2400 MW", "3 GW", "25"),
        ("5 points", "6 points", None),
        ("2x", "3x", None),
    ],
)
def test_a_number_grew_by_so_many_per_cent(
    before: str, after: str, grew: str | None
) -> None:
    """A loss that halves is a rise; of a share, a rank or nothing there is no such number."""
    found = growth(Quantity.parse(before), Quantity.parse(after))
    assert (None if grew is None else Decimal(grew)) == found


def test_between_ranges_lies_no_growth() -> None:
    """Their middles are nobody's figures."""
    assert growth(Range.parse("5 to 6 EUR"), Range.parse("6 to 7 EUR")) is None
    assert growth(Quantity.parse("5 EUR"), Range.parse("6 to 7 EUR")) is None


LATE, EARLY = PartialDate.parse("2025-03"), PartialDate.parse("2024")


def test_what_was_worked_out_is_not_looked_for_in_the_words() -> None:
    """Neither the value of a date, nor a date beside it; the others are."""
    reference = Reference("paper", ONE, supports=("value", "period", "stated"))
    why = {"value": "By its age.", "stated": "By the day of the paper."}
    told = Claim(EARLY, (reference,), period=LATE, stated=EARLY, inferred=why)
    assert {"period": "2025-03"} == canonical_parts(told, reference)
