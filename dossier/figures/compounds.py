"""Numbers in signs of their own without spaces between them, as Chinese, Japanese and Korean
write them: 三千八百亿.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from dossier.figures.digits import BROKEN_OFF, DIGITS
from dossier.figures.number_words import Number, NumberWords
from dossier.model.quantities import Hedge

LEAST_MYRIAD = 4  # a power of ten from which a sign is a scale of its own: 万


def compound_at(text: str, start: int, words: NumberWords) -> Number | None:
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
    before = text[start - 1 : start] if match["power"] else ""
    if before and before in words.uncounted:
        return None
    adding, end = _Compound(*words.signs), start
    while match is not None and adding.take(match):
        end = match.end()
        pause = 1 if adding.may_pause and SPACED.match(text, end) else 0
        match = pattern.match(text, end + pause)
    if adding.is_printed or (text[end - 1].isdigit() and BROKEN_OFF.match(text, end)):
        return None
    is_more = adding.more or (before and before in words.grammar.table.more_before)
    return Number(
        adding.value, start, end, in_words=True, hedge=Hedge.OVER if is_more else None
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
