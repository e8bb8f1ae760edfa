"""Quantities: exact, with scale, unit and hedge, and written back as they were read."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.model.quantities import SCALES, Hedge, Quantity
from tests.helpers import fixtures

NUMBERS = some.from_regex(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?", fullmatch=True)
UNITS = some.sampled_from(["", "CNY", "%", "data centres", "km²", "人"])
QUANTITIES = some.builds(
    Quantity,
    NUMBERS.map(Decimal),
    some.sampled_from([*SCALES]),
    UNITS,
    some.none() | some.sampled_from([*Hedge]),
)


@pytest.mark.parametrize(("title", "text", "expected"), fixtures("quantities"))
def test_quantities_mean_what_the_fixtures_say(
    title: str, text: str, expected: str
) -> None:
    """Each text is read as the parts behind it, or refused."""
    assert expected.split("\n") == [outcome(line) for line in text.split("\n")]


def outcome(text: str) -> str:
    """The parts of a quantity, or that it is none."""
    try:
        read = Quantity.parse(text)
    except ValueError:
        return "refused"
    return " | ".join([read.hedge or "-", f"{read.exact:f}", read.unit or "-"])


@given(QUANTITIES)
def test_a_quantity_is_read_back_as_written(quantity: Quantity) -> None:
    """Writing and reading changes nothing, not even the zeros at the end."""
    again = Quantity.parse(str(quantity))
    assert (quantity, str(quantity.number)) == (again, str(again.number))


@given(QUANTITIES)
def test_a_scale_is_exact(quantity: Quantity) -> None:
    """No digit is lost between 0.000000001 and a trillion times 18 digits."""
    assert Fraction(str(quantity.number)) * 10 ** SCALES[quantity.scale] == Fraction(
        quantity.exact
    )


@given(some.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever is written is a quantity or a ValueError."""
    assert outcome(text)
