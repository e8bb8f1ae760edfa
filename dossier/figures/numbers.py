"""Numbers as people print them, in digits or in words, with their scale: 380bn, one
trillion, 1,5 million, 3800亿.

What can be read as something else (a version, a time, a score) is no number here: what
cannot be read is not proved.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from dossier.figures.grammars import Grammar
from dossier.figures.patterns import LETTER, any_of, small, turned, whole
from dossier.model.currencies import CURRENCIES
from dossier.model.quantities import Hedge

CODES = "|".join(sorted(CURRENCIES | {"RMB"}))
BESIDE = "|".join(
    rf"(?<=\b{code})" for code in (r"Rs\.", "Rs", r"No\.", r"ca\.", r"Nr\.", f"(?:{CODES})")
)
PRINTED = r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*|\.\d+"
DIGITS = re.compile(
    rf"(?:(?<![0-9{LETTER}_])(?<![0-9][.,'/:])(?<![{LETTER}]\.)|{BESIDE})(?<![{LETTER}]-)(?<![0-9]-)"
    rf"(?:(?P<digits>{PRINTED})?(?P<glyph>[½¼¾⅛⅜⅝⅞⅓⅔])|(?P<bare>{PRINTED}))"
)
BROKEN_OFF = re.compile(
    rf"[.,'/:]?\d|\.[{LETTER}]|[²³¹⁰-⁹₀-₉]"
)  # a longer number, a version, a code, a power
GLYPHS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip
LEAST_SCALE = 3  # a power of ten from which a word is a scale of its own: thousand
LEAST_MYRIAD = 4  # the same of numbers without spaces: 万
TENS, HUNDRED = 20, 100


@dataclass(frozen=True)
class Number:
    """A number and where it stands."""

    value: Decimal
    start: int
    end: int
    in_words: bool = False
    hedge: Hedge | None = None
    # That the number itself holds: 三百多亿.


@dataclass(frozen=True)
class NumberWords:
    """The patterns for the numbers of one grammar."""

    grammar: Grammar

    @cached_property
    def scales(self) -> Mapping[str, int]:
        """Each scale word with its power of ten."""
        return turned(self.grammar.table.scales)

    @cached_property
    def scale(self) -> "re.Pattern[str]":
        """A scale behind a number, with a space or a hyphen, or right behind it."""
        return re.compile(rf"[ -]?({whole(self.scales)})", re.IGNORECASE)

    @cached_property
    def glued(self) -> Mapping[str, int]:
        """Each short form of a scale that stands right behind the digits, in its case."""
        return {
            word: power
            for power, words in self.grammar.table.glued.items()
            for word in words
        }

    @cached_property
    def glued_scale(self) -> "re.Pattern[str]":
        """Such a form."""
        return re.compile(rf"({any_of(self.glued)})(?![{LETTER}])")

    @cached_property
    def values(self) -> Mapping[str, int]:
        """Each number word that is no scale, with its value."""
        return turned(self.grammar.table.numbers)

    @cached_property
    def multipliers(self) -> Mapping[str, int]:
        """Hundred, dozen, score."""
        return turned(self.grammar.table.multipliers)

    @cached_property
    def multiplier(self) -> "re.Pattern[str]":
        """A multiplier behind digits: 2 dozen."""
        return re.compile(rf"[ -]({whole(self.multipliers)})", re.IGNORECASE)

    @cached_property
    def powers(self) -> Mapping[str, int]:
        """The scales that can stand within a number in words."""
        return {word: power for word, power in self.scales.items() if power >= LEAST_SCALE}

    @cached_property
    def first(self) -> "re.Pattern[str]":
        """How a number in words begins."""
        table = self.grammar.table
        halves = rf"(?:{any_of(table.halves)}) " if table.halves else ""
        counted = any_of([*self.powers, *self.multipliers])
        half = f"(?P<half>{halves})?" if halves else ""
        article = (
            rf"(?P<article>{half}(?:{any_of(table.articles)})"
            rf" )(?=(?:{counted})(?![{LETTER}]))"
        )
        return re.compile(
            rf"(?<![{LETTER}0-9_'])(?:{article}|(?=(?:{any_of(self.values)})(?![{LETTER}])))",
            re.IGNORECASE,
        )

    @cached_property
    def joint(self) -> "re.Pattern[str]":
        """What stands between two words of a number."""
        ands = any_of(self.grammar.table.ands)
        return re.compile(rf" (?P<and>{ands}) (?=[^\W\d_])|[ -]", re.IGNORECASE)

    @cached_property
    def comma(self) -> "re.Pattern[str]":
        """Between thousands and hundreds in words: eight thousand, three hundred."""
        return re.compile(
            rf", (?=[{LETTER}]+(?:-[{LETTER}]+)?"
            rf" (?:{any_of(self.hundreds)})(?![{LETTER}]))",
            re.IGNORECASE,
        )

    def is_number(self, word: str) -> bool:
        """Whether a word is one of those that numbers are made of."""
        return (
            small(word) in self.values
            or small(word) in self.multipliers
            or small(word) in self.powers
        )

    @cached_property
    def hundreds(self) -> frozenset[str]:
        """The words for a hundred."""
        return frozenset(
            word for word, number in self.multipliers.items() if number == HUNDRED
        )

    @cached_property
    def point(self) -> "re.Pattern[str]":
        """A decimal point, spoken, and the digits behind it."""
        small = any_of(word for word, number in self.values.items() if number < TENS)
        return re.compile(
            rf" (?:{any_of(self.grammar.table.points)})((?: (?:{small})(?![{LETTER}]))+)",
            re.IGNORECASE,
        )

    @cached_property
    def and_a_half(self) -> "re.Pattern[str]":
        """Half of one more of the last scale."""
        return re.compile(
            rf" (?:{any_of(self.grammar.table.and_a_half)})(?![{LETTER}])", re.IGNORECASE
        )

    @cached_property
    def compound(self) -> "re.Pattern[str] | None":
        """A number without spaces between its digits and scales; None where the language
        has none.
        """
        table = self.grammar.table
        if not table.powers:
            return None
        digits, powers, more = (
            any_of(sum(words, ()))
            for words in (table.digits.values(), table.powers.values(), [table.more])
        )
        return re.compile(
            rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<digit>{digits})|(?P<power>{powers})"
            rf"|(?P<more>{more})"
        )

    @cached_property
    def signs(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """The digits and the powers of ten of such numbers."""
        return turned(self.grammar.table.digits), turned(self.grammar.table.powers)

    @cached_property
    def may_start(self) -> "re.Pattern[str]":
        """Where a number may begin."""
        table = self.grammar.table
        words = any_of([*self.values, *table.articles, *table.halves])
        signs = "".join(sum((*table.digits.values(), *table.powers.values()), ()))
        return re.compile(
            rf"[0-9½¼¾⅓⅔⅛.{signs}]|(?<![{LETTER}])(?:{words})(?![{LETTER}])", re.IGNORECASE
        )


@lru_cache(maxsize=64)
def number_words(grammar: Grammar) -> NumberWords:
    """The patterns of a grammar, made once."""
    return NumberWords(grammar)


def number_at(text: str, start: int, grammar: Grammar) -> Number | None:
    """The number that begins at a place, with its scale."""
    words = number_words(grammar)
    return (
        _compound_at(text, start, words)
        or _digits_at(text, start, words)
        or _words_at(text, start, words)
    )


def decimal_of(digits: str, *, comma: bool = False) -> Decimal | None:
    """The number that printed digits mean; None where their separators fit no way of
    writing.
    """
    plain = digits.replace(" ", "").replace("'", "")
    if "." in plain and "," in plain:
        point = max(".,", key=plain.rfind)
        whole, _, rest = plain.rpartition(point)
        groups = whole.split("," if point == "." else ".")
        return (
            Decimal(f"{''.join(groups)}.{rest}")
            if point not in whole and _are_thousands(groups)
            else None
        )
    mark = "," if "," in plain else "."
    groups = plain.split(mark)
    if len(groups) == 1:
        return Decimal(plain)
    if len(groups) == 2 and (not _are_thousands(groups) or (mark == ",") == comma):
        return Decimal(".".join(groups))
    return Decimal("".join(groups)) if _are_thousands(groups) else None


def _are_thousands(groups: list[str]) -> bool:
    """Whether digits are grouped in threes, or as in India: 12,34,567."""
    head, *middle, last = groups
    sizes = {len(group) for group in middle}
    return (
        0 < len(head) <= 3
        and not head.startswith("0")
        and len(last) == 3
        and sizes in (set(), {2}, {3})
    )


def _digits_at(text: str, start: int, words: NumberWords) -> Number | None:
    match = DIGITS.match(text, start)
    if not match or BROKEN_OFF.match(text, match.end()):
        return None
    digits, glyph = match["bare"] or match["digits"], match["glyph"]
    whole = (
        decimal_of(digits, comma=words.grammar.has_decimal_comma) if digits else Decimal(0)
    )
    part = GLYPHS.get(glyph) if glyph else Decimal(0)
    if whole is None or part is None:
        return None
    return scaled_by(text, Number(whole + part, start, match.end()), words.grammar)


def scaled_by(text: str, number: Number, grammar: Grammar) -> Number:
    """The number with the scales that stand after it."""
    words = number_words(grammar)
    value, end = number.value, number.end
    if half := words.and_a_half.match(text, end):
        value, end = value + Decimal("0.5"), half.end()
    if text[end - 1 : end].isdigit() and (glued := words.glued_scale.match(text, end)):
        value, end = value.scaleb(words.glued[glued[1]]), glued.end()
    if multiplier := words.multiplier.match(text, end):
        value, end = value * words.multipliers[small(multiplier[1])], multiplier.end()
    while match := words.scale.match(text, end):
        value, end = value.scaleb(words.scales[small(match[1])]), match.end()
    return replace(number, value=value, end=end)


def _words_at(text: str, start: int, words: NumberWords) -> Number | None:
    first = words.first.match(text, start)
    if not first:
        return None
    article = first["article"] or ""
    adding = _Sum(words, has_article=bool(article))
    end = adding.read(text, first.end())
    if not end:
        return None
    value = Decimal(adding.value) / (2 if first.groupdict().get("half") else 1)
    if point := words.point.match(text, end):
        value += Decimal(
            "0." + "".join(str(words.values[small(word)]) for word in point[1].split())
        )
        end = point.end()
    elif adding.power and (half := words.and_a_half.match(text, end)):
        return Number(
            value + Decimal("0.5").scaleb(adding.power), start, half.end(), in_words=True
        )
    number = Number(value, start, end, in_words=True)
    return number if adding.power else scaled_by(text, number, words.grammar)


class _Sum:
    """Adds up number words, as far as they make one number."""

    def __init__(self, words: NumberWords, *, has_article: bool) -> None:
        self.words = words
        self.total, self.section = 0, int(has_article)
        self.power = 0
        # Of the last scale.
        self.last = ""

    @property
    def value(self) -> int:
        return self.total + self.section

    def read(self, text: str, place: int) -> int:
        """Take words from a place on; where the last of them ends, or 0 where one more fits
        into no number.
        """
        end = 0
        while word := _word_at(text, place, self.words):
            if not self._take(word):
                return 0 if self.words.is_number(word) else end
            end = place + len(word)
            place = self._goes_on(text, end)
            if not place:
                break
        return end

    def _goes_on(self, text: str, end: int) -> int:
        """Where the next word of the number may begin; 0 where nothing joins it."""
        if self.last == "scale" and (comma := self.words.comma.match(text, end)):
            return comma.end()
        joint = self.words.joint.match(text, end)
        if not joint:
            return 0
        joined = self.last in ("hundred", "scale") or (
            self.last == "tens" and joint["and"] in self.words.grammar.table.joins_tens
        )
        return joint.end() if not joint["and"] or joined else 0

    def _take(self, word: str) -> bool:
        """Whether a word goes on with the number."""
        fresh, word = self.last in ("", "hundred", "scale"), small(word)
        number, words = self.words.values.get(word, -1), self.words
        if 0 <= number < TENS and (fresh or (self.last == "tens" and 0 < number < 10)):
            self.section, self.last = self.section + number, "small"
        elif TENS <= number < HUNDRED and fresh:
            self.section, self.last = self.section + number, "tens"
        elif number >= HUNDRED and self.last in ("", "scale"):
            self.section, self.last = self.section + number, "hundred"
        elif word in words.multipliers and (
            self.last in ("", "small")
            or (self.last == "tens" and word not in words.hundreds)
        ):
            self.section, self.last = (
                (self.section or 1) * words.multipliers[word],
                "hundred" if word in words.hundreds else word,
            )
        elif word in words.powers:
            self.total, self.section = (
                self.total + (self.section or 1) * 10 ** words.powers[word],
                0,
            )
            self.power, self.last = words.powers[word], "scale"
        else:
            return False
        return True


WORD = re.compile(rf"[{LETTER}]+")


def _word_at(text: str, place: int, words: NumberWords) -> str:
    """The word at a place, with the dot of a scale that has one."""
    match = WORD.match(text, place)
    if not match:
        return ""
    dotted = f"{match[0]}."
    return (
        dotted
        if small(dotted) in words.powers and text.startswith(dotted, place)
        else match[0]
    )


def _compound_at(text: str, start: int, words: NumberWords) -> Number | None:
    """A number in signs of its own, or in digits with such signs behind them: 三千八百亿,
    1兆2557億.
    """
    pattern = words.compound
    match = pattern.match(text, start) if pattern else None
    if (
        not pattern
        or not match
        or match["more"]
        or (start and pattern.match(text[start - 1]))
    ):
        return None
    if match["digits"] and not DIGITS.match(text, start):
        return None
    adding, end = _Compound(*words.signs), start
    while match is not None and adding.take(match):
        end = match.end()
        pause = 1 if adding.may_pause and SPACED.match(text, end) else 0
        match = pattern.match(text, end + pause)
    if adding.is_printed or (text[end - 1].isdigit() and BROKEN_OFF.match(text, end)):
        return None
    return Number(
        adding.value, start, end, in_words=True, hedge=Hedge.OVER if adding.more else None
    )


SPACED = re.compile(r" (?=\d)")


class _Compound:
    """Adds up the signs of such a number."""

    def __init__(self, digits: Mapping[str, int], powers: Mapping[str, int]) -> None:
        self.digits, self.powers = digits, powers
        self.total = self.chunk = self.section = Decimal(0)
        # `chunk` is what the last myriad made, and what another right behind it multiplies:
        # 万亿.
        self.digit: Decimal | None = None
        self.is_printed = True
        # Whether it has nothing but printed digits, which are read as such.
        self.more = self.may_pause = False

    @property
    def value(self) -> Decimal:
        return self.total + self.chunk + self.section + (self.digit or 0)

    def take(self, match: "re.Match[str]") -> bool:
        """Whether a sign goes on with the number."""
        if self.digit is not None and (
            match["digits"]
            or (match["digit"] and (self.is_printed or self.value != self.digit))
        ):
            return False
        if match["digits"]:
            self.digit = Decimal(match["digits"].replace(",", ""))
        elif match["digit"]:
            self.digit = (self.digit or 0) * 10 + Decimal(self.digits[match["digit"]])
        elif match["power"]:
            self._scale(self.powers[match["power"]])
        else:
            self.more = True
        self.is_printed = self.is_printed and bool(match["digits"])
        self.may_pause = bool(match["power"])
        return True

    def _scale(self, power: int) -> None:
        if power < LEAST_MYRIAD:
            self.section += (Decimal(1) if self.digit is None else self.digit).scaleb(power)
            self.digit = None
            return
        part = self.section + (self.digit or 0)
        if part or not self.chunk:
            self.total, self.chunk = self.total + self.chunk, part or Decimal(1)
        self.chunk, self.section, self.digit = self.chunk.scaleb(power), Decimal(0), None
