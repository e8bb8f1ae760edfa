"""Numbers in the ways of a language: its digits, its words for thousands and millions, its
order of number and sign.

A figure stays what its source printed: every digit of it, and no other. Where a language
counts in other steps than English, 380 billion is 3800亿; that is the same number in other
words, and nothing is rounded.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.numbers import (
    NumberPattern,
    format_decimal,
    get_currency_name,
    get_currency_symbol,
)
from babel.units import format_unit

from dossier.model.quantities import SCALES, Quantity
from dossier.model.units import POINTS, UNITS
from dossier.model.values.pieces import FigurePiece, FigureStyle
from dossier.render.language import words
from dossier.render.language.catalogues import Language

BY_NAME = frozenset({"zh", "ja", "ko"})
"""The languages that write 530亿美元, with the name of the currency behind the number, and not
its sign before it.
"""
GROUPED = 5
"""Digits before which thousands are set apart beside a word such as 亿: 3800亿, but 12,345亿.
"""

MINUS = "−"

PRECISION = 64
"""Digits that can be written: a figure has up to 27 of its own, and up to 12 zeros more
once its scale is spelt out.
"""


def styled(figure: FigurePiece, language: Language) -> str:
    """The number of a figure in its style, without its hedge and the unit behind it."""
    quantity = figure.quantity
    if quantity.unit == "%":
        return percent(quantity.number, language)
    return STYLES[figure.style](quantity, language)


def plain(number: Decimal, language: Language) -> str:
    """A number with as many decimals as it was printed with: 2.50 keeps its zero."""
    return _written(number, language)


def scaled(quantity: Quantity, language: Language) -> str:
    """A number with its scale, in the scales of the language."""
    if not quantity.scale:
        return plain(quantity.number, language)
    units = _units(language.locale)
    power = SCALES[quantity.scale]
    if set(SCALES.values()) - {0} <= units.keys():
        return _with_word(
            plain(quantity.number, language), quantity.number, units[power], language
        )
    size = power + (quantity.number.adjusted() if quantity.number else 0)
    unit = max((one for one in units if one <= size), default=0)
    # Digits and zeros of the number are kept as they are: 2.50 billion is 25.0亿.
    number = quantity.number.scaleb(power - unit)
    apart = len(f"{abs(number):f}".partition(".")[0]) >= GROUPED
    digits = _written(number, language, apart)
    return (
        _with_word(digits, number, units[unit], language)
        if unit
        else plain(number, language)
    )


def percent(number: Decimal, language: Language) -> str:
    """A number of hundredths."""
    return _around(plain(number, language), language.locale.percent_formats[None], "")


def share(part: int, whole: int, language: Language) -> str:
    """A share in whole per cent, rounded half up; only none is 0 %, and only all is 100 %."""
    if not whole:
        return ""
    if 0 < part * 100 < whole:
        return f"<{percent(Decimal(1), language)}"
    rounded = (part * 200 + whole) // (whole * 2)
    return percent(Decimal(rounded if part >= whole else min(rounded, 99)), language)


def ordinal(number: Decimal, language: Language) -> str:
    """The place in an order: 1st, 2nd, 360th."""
    if number != number.to_integral_value():
        return plain(number, language)
    phrase = words.figures.ORDINALS.get(
        language.locale.ordinal_form(int(number)), words.figures.ORDINALS["other"]
    )
    return language.say(phrase, number=plain(number, language))


def money(quantity: Quantity, language: Language) -> str:
    """An amount of money, its currency where the language has it."""
    number = scaled(quantity, language)
    if language.locale.language in BY_NAME:
        return language.say(
            words.figures.AMOUNT, number=number, currency=currency(quantity, language)
        )
    symbol = get_currency_symbol(quantity.unit, locale=language.locale)
    return _around(number, language.locale.currency_formats["standard"], symbol)


def currency(quantity: Quantity, language: Language) -> str:
    """The name of the currency of an amount."""
    return get_currency_name(quantity.unit, count=quantity.exact, locale=language.locale)


def _written(number: Decimal, language: Language, apart: bool = True) -> str:
    """All digits of a number, with thousands set apart or not."""
    return _digits_of(str(number), language, apart)


@lru_cache(maxsize=8192)
def _digits_of(text: str, language: Language, apart: bool) -> str:
    """The same by the text of the number, because 2.50 and 2.5 are equal, and not the same
    to a reader.
    """
    number = Decimal(text)
    with localcontext(prec=PRECISION):
        return format_decimal(
            number, _digits(number), locale=language.locale, group_separator=apart
        ).replace("-", MINUS)


def _digits(number: Decimal) -> str:
    decimals = max(0, -int(number.as_tuple().exponent))
    # The pattern names the decimals one by one, so that none is dropped.
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _around(number: str, pattern: NumberPattern, symbol: str) -> str:
    """A number that is written already, with what the pattern of a locale puts around it."""
    sign, digits = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
    before, after = (
        part.replace("¤", symbol) for part in (pattern.prefix[0], pattern.suffix[0])
    )
    # CLDR sets letters apart from digits: CHF 53.
    return f"{sign}{before}{' ' if before[-1:].isalpha() else ''}{digits}{after}"


@lru_cache(maxsize=64)
def _units(locale: Locale) -> dict[int, dict[str, str]]:
    """The scales that a locale has words for: the power of ten of each, with its pattern
    for each plural form.
    """
    formats = locale.compact_decimal_formats
    units: dict[int, dict[str, str]] = {0: {"other": "0"}}
    for form, patterns in formats["long" if "long" in formats else "short"].items():
        for size, pattern in patterns.items():
            zeros, power = pattern.pattern.count("0"), len(size) - 1
            if pattern.pattern.strip("0"):
                units.setdefault(power - zeros + 1, {}).setdefault(
                    form, pattern.pattern.replace("'", "").replace("0" * zeros, "0")
                )
    return units


def _with_word(
    digits: str, number: Decimal, patterns: dict[str, str], language: Language
) -> str:
    pattern = patterns.get(language.locale.plural_form(number), patterns["other"])
    return pattern.replace("0", digits, 1)


def points(quantity: Quantity, language: Language) -> str:
    """A difference of two percentages."""
    written = scaled(quantity, language)
    return language.count_of(
        quantity.number,
        written,
        words.figures.POINTS.get(quantity.unit, words.figures.POINTS[POINTS]),
    )


def times(quantity: Quantity, language: Language) -> str:
    """How many times as much."""
    return language.say(words.figures.TIMES, number=scaled(quantity, language))


def measure(quantity: Quantity, language: Language) -> str:
    """A number with a unit of the world, in the way of the language where it has one of its
    own.
    """
    number, unit = scaled(quantity, language), UNITS.get(quantity.unit)
    if unit is None or not unit.cldr:
        return language.say(words.figures.WITH_UNIT, figure=number, unit=quantity.unit)
    return format_unit(number, unit.cldr, length="short", locale=language.locale)


def of_percent(quantity: Quantity, language: Language) -> str:
    """A number of hundredths, as a figure."""
    return percent(quantity.number, language)


def place(quantity: Quantity, language: Language) -> str:
    """A place in an order, as a figure."""
    return ordinal(quantity.exact, language)


STYLES: Mapping[FigureStyle, Callable[[Quantity, Language], str]] = {
    FigureStyle.PLAIN: scaled,
    FigureStyle.MONEY: money,
    FigureStyle.PERCENT: of_percent,
    FigureStyle.POINTS: points,
    FigureStyle.TIMES: times,
    FigureStyle.MEASURE: measure,
    FigureStyle.PLACE: place,
}
"""How a number of each style is written."""
