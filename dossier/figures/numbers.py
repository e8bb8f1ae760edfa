"""Numbers as people print them, in digits or in words, with their scale: 380bn, one
trillion, 1,5 million, 3800亿.

What can be read as something else (a version, a time, a score) is no number here: what
cannot be read is not proved.
"""

from decimal import Decimal

from dossier.figures.compounds import compound_at
from dossier.figures.digits import BROKEN_OFF, DIGITS, GLYPHS, decimal_of
from dossier.figures.grammars import Grammar
from dossier.figures.number_words import Number, NumberWords, number_words, scaled_by
from dossier.figures.spelled import spelled_at


def number_at(text: str, start: int, grammar: Grammar) -> Number | None:
    """The number that begins at a place, with its scale."""
    words = number_words(grammar)
    return (
        compound_at(text, start, words)
        or _digits_at(text, start, words)
        or spelled_at(text, start, words)
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
