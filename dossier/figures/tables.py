"""The words of a language that stand beside figures and dates, as a file of `languages/` has them: read and checked.

A file is data alone: a new language needs no code. What CLDR knows (names of months and currencies, decimal marks by
region) is not in it. A mistake is a finding at its line, and a file with one is not used.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dossier.model.currencies import CURRENCIES
from dossier.model.dates import Vagueness
from dossier.model.quantities import Hedge
from dossier.model.schema import ANYTHING
from dossier.read.collect import Findings
from dossier.read.shapes import Key, Parser, Spot, bind, expect_mapping, refuse, shape, wrong_kind
from dossier.read.yaml import Node, Scalar, Sequence, parse_yaml

T = TypeVar("T")

Words = tuple[str, ...]
SIDES = ("before", "behind")
TIMES = ("years", "quarters", "months", "weeks", "days", "decades", "hours")
STRETCHES = (Vagueness.EARLY, Vagueness.MID, Vagueness.LATE)
SEASONS = ("spring", "summer", "autumn", "winter")
LIMITS = ("earliest", "latest")


@dataclass(frozen=True)
class Sides:
    """Words that act on the figure behind them, and on the one before them."""

    before: Words = ()
    behind: Words = ()


NO_SIDES = Sides()


@dataclass(frozen=True, eq=False)
class Table:
    """The words of one language. Each list is matched whole, in any case, the longest first."""

    scales: Mapping[int, Words] = field(default_factory=dict)
    # By the power of ten: million, Mio.
    glued: Mapping[int, Words] = field(default_factory=dict)
    # The same right behind the digits, in the case given: bn, m.
    numbers: Mapping[int, Words] = field(default_factory=dict)
    multipliers: Mapping[int, Words] = field(default_factory=dict)
    # What makes more of the number before it: hundred, dozen.
    articles: Words = ()
    # That stand for one before a scale: a million.
    ands: Words = ()
    # Within a number in words: two hundred and five.
    joins_tens: Words = ()
    points: Words = ()
    # The decimal point, spoken.
    and_a_half: Words = ()
    digits: Mapping[int, Words] = field(default_factory=dict)
    powers: Mapping[int, Words] = field(default_factory=dict)
    # Of numbers that are written without spaces: 三千八百亿, 12조3533억.
    more: Words = ()
    # Within or behind such a number, and more than it: 三百多亿.
    fractions: Words = ()
    # Between the parts of a share, the whole first: 三分之一.
    tenths: Words = ()
    no_tenth: Words = ()
    # Behind a tenth, what makes it a part of another word: 成立.
    denominators: Mapping[int, Words] = field(default_factory=dict)
    halves: Words = ()
    one_in: Words = ()
    # Between one and the whole: one in five.
    factors: Mapping[int, Words] = field(default_factory=dict)
    halved: Words = ()
    times: Words = ()
    of: Words = ()
    # Between a number and its currency or noun.
    currencies: Mapping[str, Words] = field(default_factory=dict)
    before_amounts: Mapping[str, Words] = field(default_factory=dict)
    # Words for currencies that stand before their amount.
    nations: Mapping[str, Words] = field(default_factory=dict)
    # What makes a dollar or a pound that of a country.
    cents: Words = ()
    pence: Words = ()
    percent: Words = ()
    percentage_points: Words = ()
    basis_points: Words = ()
    lengths: Mapping[str, Words] = field(default_factory=dict)
    # Units of time, by their name in English.
    length_adjectives: Words = ()
    no_length: Words = ()
    # Behind a length of time, what makes it a moment or an age.
    places: Mapping[int, Words] = field(default_factory=dict)
    # Ordinal words.
    place_endings: Words = ()
    # Behind the digits of one: th.
    place_before: Words = ()
    best: Words = ()
    not_best: Words = ()
    no_place: Words = ()
    # Behind an ordinal, what makes it a moment or a share.
    bounds: Mapping[str, Sides] = field(default_factory=dict)
    leads: Words = ()
    # Bounds that behind a change lead to the new figure: subió un 5 % hasta 30 millones.
    rises: Words = ()
    fillers: Words = ()
    # Between a bound and its figure: articles and the like.
    prepositions: Words = ()
    # Bounds that before a length of time bound nothing: over.
    spread: Words = ()
    # Verbs behind which they bound nothing either.
    joints: Words = ()
    # Between the ends of a range.
    between: Words = ()
    between_joints: Words = ()
    # Between the ends of a range where `between` stands before it: and.
    from_words: Words = ()
    choices: Words = ()
    per: Words = ()
    falls: Sides = NO_SIDES
    fall_fillers: Words = ()
    losses: Sides = NO_SIDES
    minus: Words = ()
    denials: Words = ()
    denies_nothing: Words = ()
    denials_behind: Words = ()
    differences: Words = ()
    # Behind a number, what makes it the difference of two: more, fewer.
    breaks: Words = ()
    # Behind a number, what shows that it has no noun of its own.
    labels: Words = ()
    # Before a number that names something: page, section.
    measures: Words = ()
    nouns: Mapping[str, Words] = field(default_factory=dict)
    # What a source may call the things that we count, by our word.
    months: Mapping[int, Words] = field(default_factory=dict)
    # Names and short forms that CLDR lacks.
    nth: Mapping[int, Words] = field(default_factory=dict)
    quarters: Words = ()
    half_years: Words = ()
    stretches: Mapping[str, Words] = field(default_factory=dict)
    seasons: Mapping[str, Words] = field(default_factory=dict)
    fiscal: Words = ()
    year_ended: Words = ()
    quarter_ended: Words = ()
    dates: Words = ()
    # How dates are printed: `{day}. {month} {year}`.
    date_bounds: Mapping[str, Sides] = field(default_factory=dict)
    date_hedges: Words = ()
    date_joints: Words = ()
    # Between two dates that are the ends of a range.
    moves: Words = ()
    # Verbs that move something from one date to another.
    lasted: Words = ()
    untils: Words = ()
    # Behind a verb that lasts, an end and no bound: it ran until 2024.
    counting: Words = ()
    # Before a number, what makes it a count and no year: has, fleet of.
    plain: Words = ()
    # Short words that may stand behind an amount and are neither scale nor unit.


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


def _sides(node: Node, spot: Spot) -> Sides:
    return Sides(**{name: found for name, found in bind(node, SIDE_KEYS, spot).items() if name != "at"})


def _by(key: Callable[[str], Any], wanted: str, value: Callable[[Node, Spot], T]) -> Parser[Mapping[Any, T]]:
    """A parser of a mapping whose keys are read by a function that raises ValueError."""

    def parse(node: Node, spot: Spot) -> Mapping[Any, T]:
        found: dict[Any, T] = {}
        for name, pair in expect_mapping(node, spot).every_pair():
            try:
                found[key(name)] = value(pair.node, spot.key(name))
            except ValueError:
                spot.out.add(pair.key, "S001", f"{spot.key(name).trail}: unknown key. Expected {wanted}.")
        return found

    return Parser(parse, ANYTHING)


def _one_of(*names: str) -> Callable[[str], str]:
    def read(name: str) -> str:
        if name not in names:
            raise ValueError(name)
        return name

    return read


def _currencies(name: str) -> str:
    """One code, or several that share a word; the first is meant by itself, unless `?` stands before all."""
    if not name or not CURRENCIES.issuperset(name.removeprefix("? ").split()):
        raise ValueError(name)
    return name


def _named(*names: str, value: Callable[[Node, Spot], Any] = _each) -> Parser[Any]:
    return _by(_one_of(*names), ", ".join(names), value)


LIST: Parser[Words] = Parser(_each, ANYTHING)
SIDE_KEYS = shape(*(Key(name, LIST, f"Words that stand {name} the figure.") for name in SIDES))
SIDED = Parser(_sides, ANYTHING)
NUMBERED = _by(int, "a number", _each)
BY_CURRENCY = _by(_currencies, "an ISO 4217 code, or several", _each)
PARSERS: Mapping[str, Parser[Any]] = {
    **dict.fromkeys(("scales", "glued", "numbers", "multipliers", "digits", "powers", "denominators", "factors",
                     "places", "months", "nth"), NUMBERED),
    **dict.fromkeys(("currencies", "before_amounts", "nations"), BY_CURRENCY),
    **dict.fromkeys(("falls", "losses"), SIDED),
    "nouns": _by(str, "a noun", _each),
    "bounds": _named(*Hedge, value=_sides),
    "date_bounds": _named(*LIMITS, value=_sides),
    "lengths": _named(*TIMES),
    "stretches": _named(*STRETCHES),
    "seasons": _named(*SEASONS),
}  # fmt: skip
"""How the values of sections are read that are no plain lists of words."""

KEYS = shape(*(Key(name, PARSERS.get(name, LIST), "Words of the language.") for name in Table.__dataclass_fields__))


def read_table(path: str, text: str, out: Findings) -> Table | None:
    """The table that a file holds; None, with findings at its lines, where it is broken."""
    own = Findings()
    node = parse_yaml(path, text, own)
    try:
        found = bind(node, KEYS, Spot("", own)) if node else {}
    finally:
        out.take(own)
    if own.in_order():
        return None
    return Table(**{name: value for name, value in found.items() if name != "at"})
