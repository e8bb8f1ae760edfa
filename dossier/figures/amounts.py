"""Amounts of money: a number with the sign, the code or the word of a currency beside it."""

import re
from fractions import Fraction

from dossier.figures.currencies import (
    CENTS,
    CODE_SCALES,
    NONE,
    PENCE,
    SCALED_CODE,
    PossibleCurrencies,
)
from dossier.figures.figure import Figure, FigureKind
from dossier.figures.patterns import small
from dossier.figures.searched import Searched


def amount_of(
    here: Searched, plain: Figure, before: "re.Match[str] | None"
) -> Figure | None:
    """A number as an amount of money, by the words on both sides."""
    after = here.money.behind.match(here.text, plain.end)
    if before:
        return _of_nation(here, _behind_sign(here, plain, before, after), before)
    if after:
        meant = here.money.meant_behind(after)
        amount = plain.changed(
            kind=FigureKind.MONEY,
            units=meant.sure,
            maybe=meant.maybe,
            end=after.end(),
        )
        return _with_cents(here, amount)
    return _behind_code(here, plain) or _in_cents(here, plain)


def _behind_sign(
    here: Searched, plain: Figure, before: "re.Match[str]", after: "re.Match[str] | None"
) -> Figure:
    """A number with the sign or word for a currency before it, and maybe one behind it."""
    meant = here.money.meant_before(before)
    behind = here.money.meant_behind(after) if after else None
    if behind and not behind.sure & (meant.sure | meant.maybe):
        # Two currencies of one amount, "$5 billion pesos": what stands in words tells whose
        # sign it is.
        meant = (
            PossibleCurrencies(NONE, behind.sure | behind.maybe | meant.sure)
            if before["sign"]
            else meant
        )
    elif behind:
        meant = behind
    return plain.changed(
        kind=FigureKind.MONEY,
        units=meant.sure,
        maybe=meant.maybe,
        end=after.end() if after else plain.end,
    )


def _behind_code(here: Searched, plain: Figure) -> Figure | None:
    """A number whose scale and currency are one word: 5 mUSD."""
    code = SCALED_CODE.match(here.text, plain.end)
    return code and plain.changed(
        kind=FigureKind.MONEY,
        value=plain.value * 10 ** CODE_SCALES[code["scale"]],
        units=frozenset({code["code"]}),
        end=code.end(),
    )


def _in_cents(here: Searched, plain: Figure) -> Figure | None:
    """A number of hundredths of a currency."""
    cents = here.money.cents.match(here.text, plain.end)
    return cents and plain.changed(
        kind=FigureKind.MONEY,
        value=plain.value / 100,
        units=PENCE if cents["pence"] else NONE,
        maybe=NONE if cents["pence"] else CENTS,
        end=cents.end(),
    )


def _of_nation(here: Searched, amount: Figure, before: "re.Match[str]") -> Figure:
    """An amount in dollars whose country stands behind it."""
    if before["sign"] != "$" or before["nation"] or before["code"]:
        return amount
    nation = here.money.nation_behind.match(here.text, amount.end)
    code = here.money.nations[small(nation["nation"])] if nation else ""
    if not nation or not code:
        return amount
    if nation["alone"] is None:  # $5 billion Canadian deal: of the deal or of the dollars
        return amount.changed(units=NONE, maybe=amount.units | {code})
    return amount.changed(units=frozenset({code}), maybe=NONE, end=nation.end())


def _with_cents(here: Searched, amount: Figure) -> Figure:
    """3 dollars and 50 cents."""
    if more := here.money.more_cents.match(here.text, amount.end):
        return amount.changed(
            value=amount.value + Fraction(int(more["cents"]), 100),
            end=more.end(),
        )
    return amount
