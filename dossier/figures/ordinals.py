"""Number words that count nothing: places in an order (sixth, 6th), shares (two-thirds) and factors (doubled)."""

import re
from collections.abc import Iterator
from fractions import Fraction

from dossier.figures.numbers import LETTER, SMALL, TENS

PLACES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "hundredth": 100, "thousandth": 1000,
    **{f"{word[:-1]}ieth": number for word, number in TENS.items()},
}  # fmt: skip
NO_PLACE = (
    r" (?:(?:consecutive|straight) )?(?:time|year|quarter|month|week|day|anniversary)\b"
    r"|(?: of)? (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b"
)
"""What tells when and not how good: the sixth time, the sixth of May."""
PLACE = re.compile(
    rf"(?<![{LETTER}0-9.,-])(?:(?P<digits>\d{{1,6}})(?:st|nd|rd|th)|(?:(?P<tens>{'|'.join(TENS)})-)?(?P<word>{'|'.join(PLACES)}))"
    rf"(?![{LETTER}0-9]|[- ]part(?:y|ies)\b|{NO_PLACE})",
    re.IGNORECASE,
)
BEST = re.compile(r"(?<!-)\b(?:largest|biggest|greatest|highest|top)\b(?!-\d)(?! \d)", re.IGNORECASE)
NOT_BEST = re.compile(rf"\b(?:one of|among|some of|not|next|{'|'.join(PLACES)})\b[^.;,]{{0,30}}$", re.IGNORECASE)

DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
SHARE = re.compile(
    rf"\b(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|[1-9])[ -])?"
    rf"(?P<part>{'|'.join(DENOMINATORS)})(?P<many>s?)\b"
    r"(?! (?:an? )?(?:hundred|thousand|million|billion|trillion|dozen|year|party|place|time)\b)"
    r"(?! of (?:the )?(?:fiscal |financial )?(?:year|\d{4}))(?!-)",
    re.IGNORECASE,
)
HALF_YEAR = re.compile(r"(?:first|second|last|1st|2nd|other)[ -]$", re.IGNORECASE)

FACTORS = {
    "double": 2, "doubled": 2, "doubling": 2, "twice": 2, "triple": 3, "tripled": 3, "tripling": 3, "trebled": 3,
    "thrice": 3, "quadrupled": 4,
}  # fmt: skip
FACTOR = re.compile(rf"\b(?:{'|'.join(FACTORS)})\b", re.IGNORECASE)

Found = tuple[Fraction, int, int]
"""A number, and where it begins and ends."""


def find_places(text: str) -> Iterator[Found]:
    """Places in an order; the greatest is the first, unless it is one of several, or the second greatest."""
    for match in PLACE.finditer(text):
        digits, word = match["digits"], (match["word"] or "").lower()
        number = int(digits) if digits else TENS.get((match["tens"] or "").lower(), 0) + PLACES[word]
        yield Fraction(number), match.start(), match.end()
    for match in BEST.finditer(text):
        if not NOT_BEST.search(text, max(0, match.start() - 50), match.start()):
            yield Fraction(1), match.start(), match.end()


def find_shares(text: str) -> Iterator[Found]:
    """Shares of a whole; not the third of several, nor the quarter of a year."""
    for match in SHARE.finditer(text):
        top, bottom = _count(match["count"] or "a"), DENOMINATORS[match["part"].lower()]
        if top > 1 if match["many"] or bottom == 2 else _is_share(match):
            yield Fraction(top, bottom), match.start(), match.end()
        elif bottom == 2 and top == 1 and not HALF_YEAR.search(text, 0, match.start()):
            yield Fraction(1, 2), match.start(), match.end()


def _count(word: str) -> int:
    return int(word) if word.isdigit() else SMALL.get(word.lower(), 1)


def _is_share(match: "re.Match[str]") -> bool:
    """A third of it, by a quarter: of one part there must be a whole, or else it is a place in an order."""
    text = match.string
    return _count(match["count"] or "a") == 1 and bool(match["count"]) and (
        bool(re.compile(r" of\b").match(text, match.end())) or text.endswith(" by ", 0, match.start())
    )  # fmt: skip


def find_factors(text: str) -> Iterator[Found]:
    """Doubled, tripled, twice."""
    for match in FACTOR.finditer(text):
        yield Fraction(FACTORS[match[0].lower()]), match.start(), match.end()
