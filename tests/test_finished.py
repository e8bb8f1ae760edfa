"""Words that are finished once: by the record itself, and never by what is merely equal to
it.
"""

from decimal import Decimal
from functools import partial

from dossier.model.quantities import Quantity
from dossier.render.language.finished import Finished


def said(quantity: Quantity) -> str:
    """A number as its source printed it."""
    return str(quantity.number)


def test_what_was_made_of_a_record_is_made_once() -> None:
    """However often it is asked for."""
    finished, record = Finished(), object()
    first, second = (finished.once("answer", (record,), object) for _ in range(2))
    assert first is second


def test_equal_records_are_not_one() -> None:
    """Numbers of 2.5 and 2.50 are equal, and each is said as its source printed it."""
    finished, numbers = (
        Finished(),
        [Quantity(Decimal(text), "", "USD") for text in ("2.5", "2.50")],
    )
    assert numbers[0] == numbers[1]
    assert ["2.5", "2.50"] == [
        finished.once("number", (one,), partial(said, one)) for one in numbers
    ]


def test_a_record_has_several_names_under_which_things_are_made_of_it() -> None:
    """One does not take the place of another."""
    finished, record = Finished(), object()
    assert "a" == finished.once("one", (record,), partial(str, "a"))
    assert "b" == finished.once("other", (record,), partial(str, "b"))
    assert "c" == finished.once("one", (record, record), partial(str, "c"))


def test_records_that_nobody_else_keeps_are_told_apart() -> None:
    """One that is made for a moment must not get what was made of another that stood at its
    place in memory.
    """
    finished = Finished()
    assert [*range(100)] == [
        finished.once("number", ([number],), partial(int, number)) for number in range(100)
    ]
