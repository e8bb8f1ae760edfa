"""Amounts of money as people write them, and what each may mean in our notation."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dossier.model.currencies import CURRENCIES, NATIONS, SIGNS
from dossier.model.late import late_pattern
from dossier.model.quantities import PER, Quantity
from dossier.model.values.loose import MONEY_WORDS, NATION, Loose, any_word
from dossier.model.values.meant import Candidate, plain
from dossier.model.values.parts import Sign

KRONER = ("SEK", "NOK", "DKK")
CURRENCY_NAMES = {"CNY": "these are yuan", "JPY": "these are yen"}
US = "these are dollars of the United States"


LOSS = late_pattern(
    r"(?:(?:a |net |operating )*(?:loss|deficit|outflow)(?: of)? |(?:minus|negative)"
    r" )([^-].*)"
    r"|([^()\d]*)\((\d[\d.,]*)\)(.*)",
    re.IGNORECASE,
)
"""How people and accountants write what is below zero."""
CENTS = late_pattern(
    r"(?P<digits>\d{1,6}(?:\.\d+)?) ?(?P<sign>cents?|¢|pence|penny|p)", re.IGNORECASE
)
"""An amount in hundredths."""
FOR_ONE = late_pattern(r"(?P<amount>.*\S)(?: per | ?/ ?| an? (?=\w))(?P<per>[a-z].*)")
OF_A_NATION = late_pattern(
    rf"(?P<nation>{NATION})(?: ?[$¥]|[ -](?:dollars?|{any_word(MONEY_WORDS)}))"
)


def amounts_meant(text: str, sign: Sign = Sign.NONE) -> Iterator[Candidate]:
    """Amounts of money that a text may mean, in all or for one of something; of a result, a
    loss is one below zero.
    """
    if sign is Sign.RESULT and (loss := LOSS.fullmatch(plain(text))):
        yield from (
            Candidate(_negated(one.text), one.when)
            for one in amounts_meant("".join(filter(None, loss.groups())))
        )
    elif each := FOR_ONE.fullmatch(text):
        yield from (
            Candidate(f"{one.text}{PER}{each['per']}", one.when)
            for one in _amounts(each["amount"])
        )
    else:
        yield from _amounts(text)


def _negated(text: str) -> str:
    amount = Quantity.parse(text)
    return str(replace(amount, number=-abs(amount.number)))


def _amounts(text: str) -> Iterator[Candidate]:
    if cents := CENTS.fullmatch(plain(text)):
        yield from _cents(cents)
    elif loose := Loose.of(text):
        before, behind = (
            tuple(_currencies(words)) for words in (loose.money, loose.unit.rstrip("."))
        )
        if not (loose.money and loose.unit):
            yield from loose.written(before or behind)
        elif {code.text for code in before} == {code.text for code in behind}:
            yield from loose.written(before)


def _cents(match: "re.Match[str]") -> Iterator[Candidate]:
    """Hundredths of a currency, as one amount of it."""
    amount = Decimal(match["digits"]).scaleb(-2)
    codes = {
        "USD": "these are cents of the United States",
        "EUR": "these are cents of a euro",
    }
    if match["sign"].lower() in ("pence", "penny", "p"):
        codes = {"GBP": ""}
    yield from (Candidate(f"{amount} {code}", when) for code, when in codes.items())


def _currencies(words: str) -> Iterator[Candidate]:
    """The codes that a sign or word for a currency may stand for."""
    low = words.lower()
    code = words[:3].upper()
    if nation := OF_A_NATION.fullmatch(low):
        yield Candidate(NATIONS[nation["nation"]])
    elif low.endswith("$") and code in CURRENCIES:
        yield Candidate(code)
    elif low in ("$", "dollar", "dollars"):
        yield Candidate("USD", US)
    elif low == "kr":
        yield from (Candidate(code, f"these are {code}") for code in KRONER)
    elif low in SIGNS:
        yield from (
            Candidate(code, CURRENCY_NAMES[code] if len(SIGNS[low]) > 1 else "")
            for code in sorted(SIGNS[low])
        )
    elif low in MONEY_WORDS:
        yield Candidate(MONEY_WORDS[low])
