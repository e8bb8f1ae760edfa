"""Currencies as they are printed: signs, codes and words, before an amount or after it, to
ISO 4217 codes.

What a sign or word means depends on the country of the source: `$` in an Australian paper,
元 in Hong Kong. Where it may mean several, that is told, and nothing is proved of any.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel.numbers import get_territory_currencies

from dossier.figures.grammars import Grammar
from dossier.figures.patterns import LETTER, any_of, meaning_by_word, small, whole
from dossier.model.currencies import NATIONS, SIGNS
from dossier.model.late import late_pattern

CODES = [
    "CNY", "CNH", "USD", "EUR", "GBP", "JPY", "KRW", "INR", "CHF", "HKD", "AUD", "CAD", "SGD", "TWD", "NZD", "SEK", "NOK",
    "DKK", "BRL", "ZAR", "MXN", "RUB", "TRY", "PLN", "AED", "SAR", "THB", "IDR", "MYR", "VND", "CZK", "HUF", "ILS", "NGN",
    "PHP", "ARS", "CLP", "COP", "EGP", "QAR", "KWD", "RON", "UAH", "PKR", "BDT", "MOP",
]  # fmt: skip
SHARED = {
    "$": ("USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "MXN", "ARS", "CLP", "COP"),
    "¥": ("?", "CNY", "JPY"),
}  # fmt: skip
"""Signs that several currencies have: the first is meant where the country tells none of
them, and with `?` none.
"""
CENTS = frozenset({"USD", "EUR", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "ZAR"})
PENCE = frozenset({"GBP"})
YUAN_OR_YEN = frozenset({"CNY", "JPY"})
HOMES = {"ja": "JP", "zh": "CN", "zh-Hans": "CN", "ko": "KR"}
"""The country of a language that is at home in one, for a tag that names none."""

NATION_SIGNS = r"US|U\.S\.|HK|AU|A|CA|C|S|NT|NZ|R|MX|CN|JP|Mex"
SIGN = "[$€£¥₩₹₽₺]"
SCALED_CODE = late_pattern(
    rf" ?(?P<scale>mn|bn|[mMk])(?P<code>{'|'.join(CODES)})(?![{LETTER}])"
)
"""50 MUSD: a code with a scale of its own."""
CODE_SCALES = {"mn": 6, "m": 6, "M": 6, "bn": 9, "k": 3}

Units = frozenset[str]
NONE: Units = frozenset()


@dataclass(frozen=True)
class Money:
    """The patterns for the amounts of one grammar."""

    grammar: Grammar

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Each word for a currency behind an amount, with its code or those that share it;
        full names are those of CLDR.
        """
        return {
            **meaning_by_word({code: self.grammar.currency_names(code) for code in CODES}),
            **meaning_by_word(self.grammar.table.currencies),
        }

    @cached_property
    def leading(self) -> Mapping[str, str]:
        """The words for a currency that stand before an amount."""
        return meaning_by_word(self.grammar.table.before_amounts)

    @cached_property
    def nations(self) -> Mapping[str, str]:
        """What makes a dollar or a pound that of a country."""
        return {**NATIONS, **meaning_by_word(self.grammar.table.nations)}

    @cached_property
    def before(self) -> "re.Pattern[str]":
        """What stands before an amount: US$, CAD $, EUR, Rs."""
        return late_pattern(rf"{self._before} ?$")

    @cached_property
    def leading_amount(self) -> "re.Pattern[str]":
        """The same anywhere, before digits."""
        return late_pattern(rf"{self._before} ?(?=\d)")

    @cached_property
    def _before(self) -> str:
        codes = "|".join(CODES)
        return (
            rf"(?:(?:(?<![{LETTER}])(?P<code>{codes})"
            rf" ?)?(?:(?<![{LETTER}])(?P<nation>{NATION_SIGNS}) ?|(?<=[a-z]{{3}})"
            rf"|(?<![{LETTER}]))(?P<sign>{SIGN})|(?<![{LETTER}])(?P<alone>{codes})\.?|(?P<word>(?i:{whole(self.leading)})))"
        )

    @cached_property
    def behind(self) -> "re.Pattern[str]":
        """What stands behind an amount: dollars, Hong Kong dollars, d'euros, 元."""
        return late_pattern(rf"[ -]?{self._behind}", re.IGNORECASE)

    @cached_property
    def trailing_amount(self) -> "re.Pattern[str]":
        """The same anywhere, behind a number and its scale."""
        return late_pattern(rf"(?<=[0-9a-z.])[ -]?{self._behind}", re.IGNORECASE)

    @cached_property
    def _behind(self) -> str:
        nations, of = any_of(self.nations), any_of(self.grammar.table.of)
        return (
            rf"(?:(?:{of}) ?)?(?:(?:(?P<nation>{nations})[ -])?(?!pounds?"
            rf" of\b)(?P<word>{whole(self.words)})"
            rf"|(?P<code>(?-i:{'|'.join(CODES)}))(?![{LETTER}])|(?P<sign>[€$£₽₺])(?!\d))"
        )

    @cached_property
    def nation_behind(self) -> "re.Pattern[str]":
        """The country behind an amount in dollars: $5 billion Canadian."""
        table = self.grammar.table
        others = any_of([*table.breaks, *table.plain])
        return late_pattern(
            rf" (?P<nation>{any_of(meaning_by_word(table.nations))})(?![{LETTER}])(?P<alone>(?=$|[^\w"
            rf" ]| (?:{others})\b))?",
            re.IGNORECASE,
        )

    @cached_property
    def cents(self) -> "re.Pattern[str]":
        """A hundredth of a dollar or euro, or of a pound."""
        table = self.grammar.table
        pence = whole(word for word in table.pence if word not in table.percentage_points)
        return late_pattern(
            rf"[ -]?(?:(?P<cents>{whole(table.cents)}|¢)|(?P<pence>{pence}))", re.IGNORECASE
        )

    @cached_property
    def more_cents(self) -> "re.Pattern[str]":
        """The cents behind an amount in dollars: 3 dollars and 50 cents."""
        table = self.grammar.table
        ands, cents = any_of(table.ands), whole((*table.cents, *table.pence))
        return late_pattern(rf" (?:{ands}) (?P<cents>\d\d?)[ -]{cents}", re.IGNORECASE)

    def of_sign(self, sign: str) -> "PossibleCurrencies":
        """What a sign alone means in this language and country."""
        return (
            self._meant(SHARED[sign])
            if sign in SHARED
            else PossibleCurrencies(frozenset(SIGNS[sign]))
        )

    def of_name(self, name: str) -> "PossibleCurrencies":
        """What the name of currencies in a table stands for: one code, or several that
        share a word.
        """
        return self._meant(name.split())

    def _meant(self, shared: Sequence[str]) -> "PossibleCurrencies":
        codes = frozenset(shared) - {"?"}
        own = codes & home_currencies(
            self.grammar.region or HOMES.get(self.grammar.tag, "")
        )
        if own and (self.grammar.region or "?" in shared):
            foreign = frozenset({shared[0]}) - own - {"?"}
            return PossibleCurrencies(own, foreign)
        return (
            PossibleCurrencies(NONE, codes)
            if "?" in shared
            else PossibleCurrencies(frozenset({shared[0]}))
        )

    def meant_before(self, match: "re.Match[str]") -> "PossibleCurrencies":
        """What the words before an amount mean: a code before the sign tells whose sign it
        is.
        """
        if code := match["code"] or match["alone"]:
            return PossibleCurrencies(frozenset({code}))
        if match["word"]:
            return self.of_name(self.leading[small(match["word"])])
        return self._of_nation(match["nation"]) or self.of_sign(match["sign"])

    def meant_behind(self, match: "re.Match[str]") -> "PossibleCurrencies":
        """What the words behind an amount mean."""
        if match["code"]:
            return PossibleCurrencies(frozenset({match["code"]}))
        if match["sign"]:
            return self.of_sign(match["sign"])
        return self._of_nation(match["nation"]) or self.of_name(
            self.words[small(match["word"])]
        )

    def _of_nation(self, nation: str | None) -> "PossibleCurrencies | None":
        code = self.nations.get(small(nation or ""))
        return PossibleCurrencies(frozenset({code})) if code else None


@dataclass(frozen=True)
class PossibleCurrencies:
    """The currency that is meant, and those that may be."""

    sure: Units = NONE
    maybe: Units = NONE


@lru_cache(maxsize=256)
def home_currencies(country: str) -> Units:
    """What is paid with in a country today."""
    return frozenset(get_territory_currencies(country)) if country else NONE


@lru_cache(maxsize=64)
def money_words(grammar: Grammar) -> Money:
    """The patterns of a grammar, made once."""
    return Money(grammar)


def currencies_in(text: str, grammar: Grammar) -> Units:
    """The currencies that a text surely names beside a number."""
    money = money_words(grammar)
    before = (money.meant_before(match) for match in money.leading_amount.finditer(text))
    behind = (money.meant_behind(match) for match in money.trailing_amount.finditer(text))
    return frozenset().union(*(meant.sure for meant in (*before, *behind)))
