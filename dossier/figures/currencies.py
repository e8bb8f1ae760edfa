"""Currencies as they are printed: signs, codes and words, before an amount or after it, to ISO 4217 codes."""

import re

from dossier.figures.numbers import LETTER
from dossier.model.currencies import HAN_WORDS, NATIONS, SIGNS, WORDS

CODES = [
    "CNY", "CNH", "USD", "EUR", "GBP", "JPY", "KRW", "INR", "CHF", "HKD", "AUD", "CAD", "SGD", "TWD", "NZD", "SEK", "NOK",
    "DKK", "BRL", "ZAR", "MXN", "RUB", "TRY", "PLN", "AED", "SAR", "THB", "IDR", "MYR", "VND",
]  # fmt: skip
DOLLARS = {"AU": "AUD", "CA": "CAD", "HK": "HKD", "SG": "SGD", "NZ": "NZD", "TW": "TWD"}
"""What a plain `$` may mean beside US dollars, by the country of a source's language tag."""

NATION_SIGNS = "US|U\\.S\\.|HK|AU|A|CA|C|S|NT|NZ|R|MX|CN|JP"
BEFORE = re.compile(
    rf"(?:(?<![{LETTER}])(?P<nation>{NATION_SIGNS})?(?P<sign>[$€£¥₩₹₽₺])"
    rf"|(?<![{LETTER}])(?P<code>RMB|Rs|{'|'.join(CODES)})\.?) ?$"
)
WEIGHT = r"pounds? of\b"  # of steel, and whoever means money can quote `£` or `sterling`
AFTER = re.compile(
    rf"[ -]?(?:(?:(?P<nation>{'|'.join(re.escape(word) for word in sorted(NATIONS, key=len, reverse=True))})[ -])?"
    rf"(?!{WEIGHT})(?P<word>dollars?|{'|'.join(sorted(WORDS, key=len, reverse=True))}|(?-i:{'|'.join(CODES)}))"
    rf"(?![{LETTER}])"
    rf"|(?P<han>{'|'.join(HAN_WORDS)})|(?P<sign>[€$£₽₺])(?!\d))",
    re.IGNORECASE,
)
SIGN_OR_CODE = re.compile(rf"(?:{NATION_SIGNS})?[$€£¥₩₹]|(?:RMB|{'|'.join(CODES)}) ?")


def dollars_of(language: str) -> frozenset[str]:
    """What a plain `$` may mean in a source of this language tag."""
    return frozenset({"USD", DOLLARS.get(language.rpartition("-")[2], "USD")})


def currencies_of(match: "re.Match[str]", dollars: frozenset[str]) -> frozenset[str]:
    """The currencies that a match of BEFORE or AFTER may stand for."""
    found = {key: value or "" for key, value in match.groupdict().items()}
    nation = NATIONS.get(found.get("nation", "").lower(), "")
    sign, word = found.get("sign", ""), (found.get("word") or found.get("code", "")).lower()
    if sign == "$" or word in ("dollar", "dollars"):
        return frozenset({nation}) if nation else dollars
    if sign:
        return frozenset({nation}) if nation else frozenset(SIGNS[sign])
    return frozenset({HAN_WORDS.get(found.get("han", "")) or WORDS.get(word) or word.upper()})
