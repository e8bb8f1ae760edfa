"""Values: two say the same or not, however they are written, and what they name can be
listed.
"""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.model.dates import PartialDate
from dossier.model.quantities import Quantity, Range
from dossier.model.values import (
    COUNT,
    DATE,
    RECORD,
    TEXT,
    UNSTATED,
    Address,
    Field,
    Name,
    PlaceName,
    Property,
    Quotation,
    Ratio,
    Several,
    Value,
    meaning,
    names_in,
    places_in,
    same,
)

SINGLES = (
    some.sampled_from(["unstated", "acme", "2014", ""])
    | some.sampled_from(["5", "5.0", "5%", "0.005 thousand", "about 5"]).map(Quantity.parse)
    | some.sampled_from(["5 to 6", "5.0 to 6", "5 to 6%"]).map(Range.parse)
    | some.sampled_from(["2014", "2014?", "2014/2015", "[2014..2015]"]).map(
        PartialDate.parse
    )
    | some.sampled_from(["acme", "bank"]).map(Name)
    | some.sampled_from(["Dubai", "acme"]).map(PlaceName)
    | some.booleans()
)
PLAIN = SINGLES | some.lists(SINGLES, max_size=3).map(tuple) | some.just(UNSTATED)
VALUES = PLAIN | some.dictionaries(some.sampled_from(["a", "b"]), PLAIN).map(
    MappingProxyType
)


@given(VALUES, VALUES)
def test_sameness_is_an_equivalence(one: Value, other: Value) -> None:
    """Every value is the same as itself, and two are the same in both directions or in
    none.
    """
    assert same(one, one)
    assert same(one, other) == same(other, one)
    assert same(one, other) == (
        hash(meaning(one)) == hash(meaning(other)) and meaning(one) == meaning(other)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity.parse("2750 million USD"), Quantity.parse("2.75 billion USD")),
        (Quantity.parse("5.0"), Quantity.parse("5")),
        (
            Range.parse("60 to 65 billion USD"),
            Range.parse("60000 million to 65 billion USD"),
        ),
        (Quantity.parse("2.4 GW"), Quantity.parse("2400 MW")),
        (Quantity.parse("1.2 million t"), Quantity.parse("1.2 Mt")),
        (Quantity.parse("1 points"), Quantity.parse("100 basis points")),
        (Ratio(1, 5), Ratio(2, 10)),
        (PartialDate.parse("2014-03"), PartialDate.parse("2014-03")),
        ((Name("acme"), Name("bank")), (Name("bank"), Name("acme"))),
        ({"a": "x", "b": Quantity.parse("1")}, {"b": Quantity.parse("1.0"), "a": "x"}),
        (UNSTATED, UNSTATED),
        (PlaceName("USA", "US"), PlaceName("United States", "US")),
    ],
)
def test_what_says_the_same(one: Value, other: Value) -> None:
    """Scale, zeros and order do not matter."""
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Quantity.parse("10%"), Quantity.parse("nearly 10%")),
        (Quantity.parse("10"), Quantity.parse("10%")),
        (Range.parse("10 to 15%"), Range.parse("10 to 16%")),
        (Range.parse("10 to 15%"), Range.parse("about 10 to 15%")),
        (Range.parse("10 to 15%"), Quantity.parse("12.5%")),
        (Quantity.parse("5 USD"), Quantity.parse("5 CNY")),
        (Quantity.parse("5 USD"), Quantity.parse("5 USD per share")),
        (Quantity.parse("5 MW"), Quantity.parse("5 MWh")),
        (Quantity.parse("5 points"), Quantity.parse("5%")),
        (Ratio(1, 5), Quantity.parse("20%")),
        (Several("several", "jobs"), Several("dozens", "jobs")),
        (Quotation("We sail"), "We sail"),
        (Address("https://example.org/"), "https://example.org/"),
        (PartialDate.parse("2014"), PartialDate.parse("2014?")),
        (PartialDate.parse("2014/2015"), PartialDate.parse("[2014..2015]")),
        ("acme", Name("acme")),
        ("acme", PlaceName("acme")),
        (PlaceName("Georgia"), PlaceName("Georgia", "GE")),
        (True, False),
        ("true", True),
        ("unstated", UNSTATED),
        ("x", ("x",)),
        ({"a": "x"}, {"a": "x", "b": "y"}),
        ({"a": "x"}, {"a": UNSTATED}),
    ],
)
def test_what_does_not(one: Value, other: Value) -> None:
    """A hedge, a unit, a doubt, a kind of value or a further key makes another answer."""
    assert not same(one, other)


def test_names_are_listed_with_their_keys() -> None:
    """Names are found in a value, a list, and the keys of a record."""
    record: Value = {
        "partner": Name("acme"),
        "others": (Name("bank"), Name("town")),
        "what": "a loan",
    }
    assert [("", Name("acme"))] == list(names_in(Name("acme")))
    assert [
        ("partner", Name("acme")),
        ("others", Name("bank")),
        ("others", Name("town")),
    ] == list(names_in(record))
    assert [] == list(names_in("acme"))


def test_places_are_found_wherever_a_value_names_them() -> None:
    """In a value, a list, and the keys of a record."""
    here, there = PlaceName("Dubai"), PlaceName("Brazil", "BR")
    assert [here] == list(places_in(here))
    assert [here, there] == list(places_in({"where": (here, there), "what": "two sites"}))
    assert [] == list(places_in("Dubai"))


def test_an_event_happened_at_its_first_date() -> None:
    """The first key of type date says when; without one, or without a value for it, nobody
    knows.
    """
    date, text = Field(DATE), Field(TEXT)
    event = Property(
        "event", "Event", Field(RECORD), None, {"what": text, "begun": date, "ended": date}
    )
    begun = PartialDate.parse("2014")
    assert "begun" == event.date_key
    assert begun == event.date_of({"ended": PartialDate.parse("2015"), "begun": begun})
    assert [None, None, None] == [
        event.date_of(value) for value in ({"ended": begun}, {"begun": UNSTATED}, begun)
    ]
    assert Property("motto", "Motto", text, None).date_of("2014") is None


def test_words_for_a_number_hold_the_figures_that_they_can_mean() -> None:
    """So a figure within their bounds is more exact than they are, and one beyond is
    another answer.
    """
    words = Several("tens of thousands", "jobs")
    assert COUNT.holds(words, Quantity.parse("25000 jobs"))
    assert not COUNT.holds(words, Quantity.parse("250 thousand jobs"))
    assert not COUNT.holds(words, Quantity.parse("25000 stores"))
    assert not COUNT.holds(Quantity.parse("25000 jobs"), words)
