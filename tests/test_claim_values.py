"""Values of claims: each type of property takes what fits it, and refuses the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.collect import Findings, Refused
from dossier.model.dates import PartialDate
from dossier.model.quantities import Hedge, Quantity, Range
from dossier.model.values import (
    ADDRESS,
    COUNT,
    DATE,
    DURATION,
    ENTITY,
    FACTOR,
    FLAG,
    MEASURE,
    MONEY,
    PERCENT,
    PLACE,
    POINT_CHANGE,
    QUOTATION,
    RANK,
    RATIO,
    RECORD,
    TEXT,
    TYPES,
    UNSTATED,
    Address,
    AnyType,
    Duration,
    Field,
    Lookups,
    Misread,
    Name,
    PlaceName,
    Property,
    Quotation,
    Ratio,
    Several,
    Value,
    same,
    written,
)
from dossier.read.shapes import Spot
from dossier.read.values import read_value
from dossier.yaml.nodes import parse_yaml

EVENT = {
    "date": Field(DATE, required=True),
    "amount": Field(MONEY),
    "partners": Field(ENTITY, many=True),
}


def read(
    text: str, type: AnyType, many: bool = False, unit: str = ""
) -> tuple[Value | None, list[str]]:
    """The value of a property of one type, and the findings in brief."""
    out = Findings()
    node = parse_yaml("x.yaml", f"value: {text}\n", out)
    prop = Property(
        "p", "P", Field(type, unit, many=many), None, EVENT if type is RECORD else {}
    )
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
        ("-6.4 points", POINT_CHANGE, Quantity.parse("-6.4 points")),
        ("1 basis point", POINT_CHANGE, Quantity.parse("1 basis points")),
        ("over 2.5x", FACTOR, Quantity.parse("over 2.5x")),
        ("2 to 3x", FACTOR, Range.parse("2 to 3x")),
        ("about 1 in 5", RATIO, Ratio(1, 5, Hedge.ABOUT)),
        ("2.4 GW", MEASURE, Quantity.parse("2.4 GW")),
        ("2 million bbl per day", MEASURE, Quantity.parse("2 million bbl per day")),
        ("0.67 USD per share", MONEY, Quantity.parse("0.67 USD per share")),
        ("-2.9 billion USD", MONEY, Quantity.parse("-2.9 billion USD")),
        ("P1Y6M", DURATION, Duration(1, 6)),
        ("tens of thousands", COUNT, Several("tens of thousands", "people")),
        ("We sail  at dawn", QUOTATION, Quotation("We sail at dawn")),
        ("我们黎明启航 @zh-Hans", QUOTATION, Quotation("我们黎明启航", "zh-Hans")),
        ("https://example.org/a", ADDRESS, Address("https://example.org/a")),
        ("up to 5 million CNY", MONEY, Quantity.parse("up to 5 million CNY")),
        ("60 to 65 billion USD", MONEY, Range.parse("60 to 65 billion USD")),
        ("200 million to 250 million USD", MONEY, Range.parse("200 to 250 million USD")),
        (
            "about 1 thousand to 1.5 million USD",
            MONEY,
            Range.parse("about 1 thousand to 1.5 million USD"),
        ),
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
        (
            "{amount: unstated, date: 2014}",
            RECORD,
            {"date": PartialDate.parse("2014"), "amount": UNSTATED},
        ),
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
        ("6.4%", POINT_CHANGE, "V003 8"),
        ("3 times", FACTOR, "V003 8"),
        ("5% per year", PERCENT, "V002 8"),
        ("5 in 1", RATIO, "V002 8"),
        ("1 in 0", RATIO, "V002 8"),
        ("20%", RATIO, "V002 8"),
        ("300", MEASURE, "V003 8"),
        ("300 XW", MEASURE, "V003 8"),
        ("10 MW to 15 MW", MEASURE, "V011 8"),
        ("6 per shop", RANK, "V003 8"),
        ("three years", DURATION, "V004 8"),
        ("several people", COUNT, "V002 8"),
        ("several", RANK, "V002 8"),
        ("“We sail at dawn”", QUOTATION, "S005 8"),
        ("http://localhost/", ADDRESS, "S007 8"),
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


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("0.67 USD", Field(MONEY, per="share"), "0.67 USD per share"),
        ("0.67 USD per share", Field(MONEY, per="share"), "0.67 USD per share"),
        ("0.67 USD per ADS", Field(MONEY, per="share"), "V003"),
        ("20", Field(COUNT, "people", per="store"), "20 people per store"),
        ("20 per store", Field(COUNT, "people", per="store"), "20 people per store"),
        ("10 to 12 USD", Field(MONEY, per="share"), "10 to 12 USD per share"),
        ("2400 MW", Field(MEASURE, "GW"), "2400 MW"),
        ("300 km", Field(MEASURE, "GW"), "V003"),
    ],
)
def test_a_property_says_what_its_values_are_for_one_of_and_measured_in(
    text: str, field: Field, expected: str
) -> None:
    """What it names need not be written, and nothing else may be."""
    try:
        found = str(field.type.read(text, field, Lookups(lambda _: "")))
    except Misread as misread:
        found = misread.code
    assert expected == found


def test_a_record_is_read_key_by_key() -> None:
    """Unknown, missing, blank and wrong keys are each a finding, and the others are kept,
    in the order of the property.
    """
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


TOKENS = (
    "5", "10", "-6", "1.5", "24.000", " to ", "about ", "over ", "up to ", "%", " USD", " billion", " thousand",
    " per ", "share", "x", " in ", " MW", " km²", " t CO2e", " points", " basis points", " point", "several",
    "tens of thousands", " jobs", " @zh", "P3Y", "true", "acme", "2014-03~", "https://example.org/",
)  # fmt: skip
FIELDS = [
    field
    for type in TYPES
    if type is not RECORD
    for field in (
        Field(type, "jobs" if type is COUNT else ""),
        Field(type, "MW" if type is MEASURE else "", per="share" if type.takes_per else ""),
    )
]


@given(
    text=some.lists(some.sampled_from(TOKENS), min_size=1, max_size=6).map("".join),
    field=some.sampled_from(FIELDS),
)
def test_what_is_read_is_written_so_that_it_is_read_again(text: str, field: Field) -> None:
    """As the same value, by its first way of writing; what is refused gets advice that can
    be read, or none.
    """
    lookups = Lookups(lambda _: "")
    try:
        value = field.type.read(text.strip(), field, lookups)
    except Misread:
        field.type.advice(text, field, lookups)
    else:
        assert same(value, field.type.read(written(value)[0], field, lookups))
