"""The words of a language, as a file has them: read and checked.

A file is data alone: a new language needs no code. What CLDR knows (names of months and
currencies, decimal marks by region) is not in it. A mistake is a finding at its line, and a
file with one is not used.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from dossier.collect import Findings, Refused
from dossier.model.currencies import CURRENCIES
from dossier.model.dates import Vagueness
from dossier.model.languages import Table, Words, WordsAround
from dossier.model.quantities import Hedge
from dossier.model.schema import ANYTHING
from dossier.model.several import SEVERAL
from dossier.read.shapes import (
    Key,
    Parser,
    RecordShape,
    Spot,
    expect_mapping,
    object_of,
    reads,
    record_of,
    refuse,
    shape,
    wrong_kind,
)
from dossier.yaml.nodes import Node, Scalar, Sequence, parse_yaml

T = TypeVar("T")

SPOKEN = ("14 days", "6 months", "18 months", "5 years", "10 years", "100 years")
TIMES = ("years", "quarters", "months", "weeks", "days", "decades", "hours")
STRETCHES = (Vagueness.EARLY, Vagueness.MID, Vagueness.LATE)
SEASONS = ("spring", "summer", "autumn", "winter")
LIMITS = ("earliest", "latest")


def _each(node: Node, spot: Spot) -> Words:
    if not isinstance(node, Sequence):
        raise wrong_kind(node, "a list of words", spot)
    return tuple(_word(item, spot.item(index)) for index, item in enumerate(node.items))


def _word(node: Node, spot: Spot) -> str:
    if not isinstance(node, Scalar):
        raise wrong_kind(node, "a word", spot)
    if not node.text:
        raise refuse(node, "S004", spot, "is blank. Write a word, or delete the line.")
    return node.text


def _sides(node: Node, spot: Spot) -> WordsAround:
    return record_of(node, SIDE_KEYS, spot)


def _by(
    key: Callable[[str], Any], wanted: str, value: Callable[[Node, Spot], T]
) -> Parser[Mapping[Any, T]]:
    """A parser of a mapping whose keys are read by a function that raises ValueError."""

    def parse(node: Node, spot: Spot) -> Mapping[Any, T]:
        found: dict[Any, T] = {}
        for name, pair in expect_mapping(node, spot).every_pair():
            try:
                found[key(name)] = value(pair.node, spot.key(name))
            except ValueError:
                spot.out.add(
                    pair.key,
                    "S001",
                    f"{spot.key(name).trail}: unknown key. Expected {wanted}.",
                )
        return found

    return Parser(parse, ANYTHING)


def _one_of(*names: str) -> Callable[[str], str]:
    def read(name: str) -> str:
        if name not in names:
            raise ValueError(name)
        return name

    return read


def _currencies(name: str) -> str:
    """One code, or several that share a word; the first is meant by itself, unless `?`
    stands before all.
    """
    if not name or not CURRENCIES.issuperset(name.removeprefix("? ").split()):
        raise ValueError(name)
    return name


def _named(*names: str, value: Callable[[Node, Spot], Any] = _each) -> Parser[Any]:
    return _by(_one_of(*names), ", ".join(names), value)


LIST: Parser[Words] = Parser(_each, ANYTHING)
SIDE_KEYS = shape(
    WordsAround,
    before=reads(LIST, "Words that stand before the figure."),
    behind=reads(LIST, "Words that stand behind the figure."),
)
SIDED = Parser(_sides, ANYTHING)
NUMBERED = _by(int, "a number", _each)
BY_CURRENCY = _by(_currencies, "an ISO 4217 code, or several", _each)
PARSERS: Mapping[str, Parser[Any]] = {
    **dict.fromkeys(("scales", "glued", "headed", "numbers", "multipliers", "digits", "powers", "denominators", "factors",
                     "places", "months", "nth"), NUMBERED),
    **dict.fromkeys(("currencies", "before_amounts", "nations"), BY_CURRENCY),
    **dict.fromkeys(("falls", "losses", "around_fiscal"), SIDED),
    "nouns": _by(str, "a noun", _each),
    "bounds": _named(*Hedge, value=_sides),
    "date_bounds": _named(*LIMITS, value=_sides),
    "lengths": _named(*TIMES),
    "spoken_lengths": _named(*SPOKEN),
    "several": _named(*SEVERAL),
    "stretches": _named(*STRETCHES),
    "seasons": _named(*SEASONS),
}  # fmt: skip
"""How the values of sections are read that are no plain lists of words."""

KEYS = RecordShape(
    Table,
    (
        Key(
            name,
            PARSERS.get(name, LIST),
            f"The words for {name.replace('_', ' ')}, in the language of the file.",
        )
        for name in Table.__dataclass_fields__
    ),
    has_place=False,
)
LANGUAGE = object_of(KEYS)
"""What a file looks like to an editor."""


def read_language(node: Node, spot: Spot) -> Table:
    """The table of a file. Raises Refused where it holds no keys."""
    return record_of(node, KEYS, spot)


def read_table(path: str, text: str, out: Findings) -> Table | None:
    """The table that a text holds; None, with findings at its lines, where it is broken."""
    own = Findings()
    node = parse_yaml(path, text, own)
    try:
        table = read_language(node, Spot("", own)) if node else None
    except Refused as refused:
        own.note(refused)
        table = None
    out.take(own)
    return None if own.in_order() else table
