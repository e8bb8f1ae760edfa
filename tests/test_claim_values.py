"""Values of claims: each type of property takes what fits it, and refuses the rest."""

import pytest

from dossier.model.dates import PartialDate
from dossier.model.quantities import Quantity, Range
from dossier.model.values import (
    COUNT,
    DATE,
    ENTITY,
    FLAG,
    MONEY,
    PERCENT,
    PLACE,
    RANK,
    RECORD,
    TEXT,
    TYPES,
    UNSTATED,
    AnyType,
    Field,
    Name,
    PlaceName,
    Property,
    Value,
)
from dossier.read.collect import Findings, Refused
from dossier.read.shapes import Spot
from dossier.read.values import read_value
from dossier.read.yaml import parse_yaml

EVENT = {
    "date": Field(DATE, required=True),
    "amount": Field(MONEY),
    "partners": Field(ENTITY, many=True),
}


def read(text: str, type: AnyType, many: bool = False, unit: str = "") -> tuple[Value | None, list[str]]:
    """The value of a property of one type, and the findings in brief."""
    out = Findings()
    node = parse_yaml("x.yaml", f"value: {text}\n", out)
    prop = Property("p", "P", Field(type, unit, many=many), None, EVENT if type is RECORD else {})
    try:
        value = read_value(node.pairs["value"].node, prop, Spot("value", out))  # type: ignore[union-attr]
    except Refused as refused:
        out.note(refused)
        value = None
    return value, [f"{one.code} {one.position.column}" for one in out.in_order()]


@pytest.mark.parametrize(
    ("text", "type", "value"),
    [
        ("a b", TEXT, "a b"),
        ("2014", TEXT, "2014"),
        ("over 5 million CNY", MONEY, Quantity.parse("over 5 million CNY")),
        ("nearly 10%", PERCENT, Quantity.parse("nearly 10%")),
        ("120", COUNT, Quantity.parse("120 people")),
        ("2 thousand people", COUNT, Quantity.parse("2 thousand people")),
        ("about 360", RANK, Quantity.parse("about 360")),
        ("up to 5 million CNY", MONEY, Quantity.parse("up to 5 million CNY")),
        ("60 to 65 billion USD", MONEY, Range.parse("60 to 65 billion USD")),
        ("200 million to 250 million USD", MONEY, Range.parse("200 to 250 million USD")),
        ("about 1 thousand to 1.5 million USD", MONEY, Range.parse("about 1 thousand to 1.5 million USD")),
        ("-6 to -5%", PERCENT, Range.parse("-6 to -5%")),
        ("10000 to 15000", COUNT, Range.parse("10000 to 15000 people")),
        ("2014-03~", DATE, PartialDate.parse("2014-03~")),
        ("acme", ENTITY, Name("acme")),
        ("Brazil", PLACE, PlaceName("Brazil", "BR")),
        ("Hong Kong", PLACE, PlaceName("Hong Kong", "HK")),
        ("Dubai", PLACE, PlaceName("Dubai")),
        ("true", FLAG, True),
        ("false", FLAG, False),
        (
            "{date: 2014, partners: [acme]}",
            RECORD,
            {"date": PartialDate.parse("2014"), "partners": (Name("acme"),)},
        ),
        ("{amount: unstated, date: 2014}", RECORD, {"date": PartialDate.parse("2014"), "amount": UNSTATED}),
        *(("unstated", type, UNSTATED) for type in TYPES),
    ],
)
def test_values_of_each_type(text: str, type: AnyType, value: Value) -> None:
    """Each is read as what it is; `unstated` stands for a value of every type."""
    assert (value, []) == read(text, type, unit="people" if type is COUNT else "")


@pytest.mark.parametrize(
    ("text", "type", "finding"),
    [
        ("[a]", TEXT, "S003 8"),
        ("5", MONEY, "V003 8"),
        ("5 XYZ", MONEY, "V003 8"),
        ("10", PERCENT, "V003 8"),
        ("120 cats", COUNT, "V003 8"),
        ("12%", COUNT, "V003 8"),
        ("6 th", RANK, "V003 8"),
        ("0", RANK, "V002 8"),
        ("-1", RANK, "V002 8"),
        ("2.5", RANK, "V002 8"),
        ("2 to 5", RANK, "V002 8"),
        ("65 to 60 billion USD", MONEY, "V011 8"),
        ("5 to 5 USD", MONEY, "V011 8"),
        ("5 USD to 6 EUR", MONEY, "V011 8"),
        ("over 5 to 6 USD", MONEY, "V011 8"),
        ("5 to over 6 USD", MONEY, "V011 8"),
        ("up to 5 to 6 USD", MONEY, "V011 8"),
        ("10% to 15%", PERCENT, "V011 8"),
        ("10 to 15", PERCENT, "V003 8"),
        ("1 to 2 to 3", COUNT, "V011 8"),
        ("5 to 24.000", COUNT, "V002 8"),
        ("2014-02-30", DATE, "V001 8"),
        ("Acme", ENTITY, "S006 8"),
        ("acme", RECORD, "S003 8"),
        ("[date]", RECORD, "S003 8"),
    ],
)
def test_values_that_do_not_fit(text: str, type: AnyType, finding: str) -> None:
    """Each is refused where it stands."""
    assert (None, [finding]) == read(text, type, unit="people" if type is COUNT else "")


def test_a_record_is_read_key_by_key() -> None:
    """Unknown, missing, blank and wrong keys are each a finding, and the others are kept, in the order of the property."""
    value, findings = read("{partners: [b, C], dat: 2014, amount: 5 CNY, x: }", RECORD)
    assert {"amount": Quantity.parse("5 CNY"), "partners": (Name("b"),)} == value
    assert ["amount", "partners"] == list(value)  # type: ignore[arg-type]
    assert ["S002 8", "S006 23", "S001 27", "S001 53"] == findings


def test_an_empty_record_is_refused() -> None:
    """It says nothing, and lacks what every record needs."""
    assert ({}, ["S002 8", "S009 8"]) == read("{}", RECORD)


def test_many_values_are_a_list() -> None:
    """A property with `many` takes a list of one or more, each item once."""
    assert ((Name("a"), Name("b")), []) == read("[a, b]", ENTITY, many=True)
    assert (None, ["S003 8"]) == read("a", ENTITY, many=True)
    assert (None, ["S009 8"]) == read("[]", ENTITY, many=True)
    assert ["S009 12"] == read("[a, a]", ENTITY, many=True)[1]
