"""What stands beside a figure, looks like more of it, and is not known: `$5 mil`, `5 mld`,
`≲5`, `5 करोड़`.

An unknown word may be a thousand or a million, and the bare number would be another figure.
Ordinary words are many and scales few, so what is looked for is what scales, signs and
units look like.
"""

import re
import unicodedata
from functools import lru_cache

from dossier.figures.currencies import money_words
from dossier.figures.grammars import Grammar
from dossier.figures.number_words import number_words
from dossier.figures.patterns import small
from dossier.model.late import late_pattern

SCALES = frozenset([
    "mil", "bil", "tril", "mille", "mln", "mio", "mia", "mld", "mlrd", "mrd", "mdr", "mds", "md", "mdi", "bln", "tln",
    "trn", "bio", "tys", "tsd", "tis", "tkr", "mkr", "mdkr", "msek", "meur", "teur", "keur", "lac", "lacs", "lakh",
    "lakhs", "lk", "cr", "crs", "crore", "crores", "arab", "kharab", "juta", "triliun", "miliar", "ribu", "bin",
    "milyon", "milyar", "trilyon", "milj", "miljoen", "miljard", "miljon", "miljoner", "miljarder", "tuhat",
    "miljoonaa", "miljardia", "tisíc", "milion", "miliard", "miliarde", "milioane", "milionów", "miliardów", "nghin",
    "trieu", "wan", "yi", "man", "oku", "eok", "jo", "dozen", "dozens", "score", "gross", "hundred", "thousand",
    "myriad", "mm", "mmm", "g", "k", "m", "b", "t", "tn", "bn",
])  # fmt: skip
"""Words and short forms for scales in many languages; those that the language of a source
knows are read before.
"""
ILLIONS = late_pattern(
    r"\w*(?:[iy]ll?i[oó][nõ]\w*|[iy]lh[oõãa]\w*|illiard\w*|[iy]l[jy]ard\w*|iliar\w*|ilj(?:oe?n|ard)\w*)\Z",
    re.IGNORECASE,
)
"""What the words for millions and billions look like in the languages of Europe."""
WORD = late_pattern(r"[ -]?(?P<word>[^\W\d_]+\.?)")
SHORT = (
    3  # letters that a word behind an amount has at most where it may be a scale in short
)
LATIN = range(0x250)
SIGNS = frozenset("±≈≥≤×÷−→+<=>~|¬")
"""Signs that are known, or that belong to no figure."""
SCRIPTS = {"zh": "CJK", "ja": "CJK HIRAGANA KATAKANA", "ko": "HANGUL CJK"}


def unknown(text: str, start: int, end: int, grammar: Grammar, is_amount: bool) -> str:
    """What beside the figure is not known; empty where nothing is."""
    return _sign_before(text, start) or _behind(text, end, grammar, is_amount)


def _sign_before(text: str, start: int) -> str:
    sign = text[max(0, start - 2) : start].rstrip()[-1:]
    return (
        sign
        if sign not in SIGNS and unicodedata.category(sign or "x") in ("Sc", "Sm")
        else ""
    )


def _behind(text: str, end: int, grammar: Grammar, is_amount: bool) -> str:
    sign = text[end : end + 2].lstrip()[:1]
    if unicodedata.category(sign or "x") == "Sc":
        return sign
    match = WORD.match(text, end)
    if not match:
        return ""
    word = match["word"]
    plain = word.rstrip(".").lower()
    if _is_foreign(word[0], grammar):
        return word
    if plain in _known(grammar) or (text[end] == "-" and not is_amount):
        return ""
    # Behind the sign of a currency a word in short is a scale, unless it is an ordinary
    # one.
    return (
        word
        if plain in SCALES
        or ILLIONS.match(plain)
        or (is_amount and len(plain) <= SHORT and ord(plain[0]) in LATIN)
        else ""
    )


def _is_foreign(letter: str, grammar: Grammar) -> bool:
    """Whether a letter is of a script that the language is not written in."""
    if ord(letter) in LATIN:
        return False
    name = unicodedata.name(letter, "")
    return not name.startswith(tuple(SCRIPTS.get(grammar.language, "LATIN").split()))


@lru_cache(maxsize=64)
def _known(grammar: Grammar) -> frozenset[str]:
    """The words that may stand behind an amount and are not part of it."""
    table = grammar.table
    listed = [
        *table.plain,
        *table.breaks,
        *table.choices,
        *table.joints,
        *table.between_joints,
        *table.ands,
        *table.of,
    ]
    listed += [
        *number_words(grammar).scales,
        *money_words(grammar).words,
        *table.percent,
        *table.measures,
        *table.articles,
    ]
    listed += [word for words in table.nouns.values() for word in words]
    listed += [word for words in table.lengths.values() for word in words]
    return frozenset(small(word).rstrip(".") for word in listed)
