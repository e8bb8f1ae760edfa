"""Amounts of money, each with the ISO 4217 code of its currency."""

from collections.abc import Iterable
from functools import partial

from dossier.model.currencies import CURRENCIES
from dossier.model.hints import nearest
from dossier.model.quantities import FIGURE, Numeric
from dossier.model.schema import Schema, matching
from dossier.model.values.base import Field, Lookups, Misread
from dossier.model.values.figures import PER_ONE, QuantityType, for_one_of, read_figure
from dossier.model.values.loose_amounts import amounts_meant
from dossier.model.values.loose_ranges import ranges_meant
from dossier.model.values.meant import Candidate
from dossier.model.values.pieces import FigureStyle

MONEY_HELP = "Write an ISO 4217 code, as in `380 billion CNY`."
AN_AMOUNT = matching(rf"{FIGURE} (?:{'|'.join(sorted(CURRENCIES))}){PER_ONE}", MONEY_HELP)


class MoneyType(QuantityType):
    """An amount of money."""

    id = "money"
    about = "a quantity with an ISO 4217 code"
    style = FigureStyle.MONEY
    takes_per = takes_sign = True

    def read(self, text: str, field: Field, lookups: Lookups) -> Numeric:
        """A figure whose unit is a currency."""
        amount = read_figure(text, MONEY_HELP)
        if amount.unit not in CURRENCIES:
            near = (
                nearest(amount.unit.upper(), CURRENCIES)
                if len(amount.unit) == len("CNY")
                else None
            )
            hint = f"Did you mean {near}?" if near else MONEY_HELP
            raise Misread("V003", "is not an amount with a currency code.", hint)
        return for_one_of(amount, field)

    def meant(self, text: str, field: Field) -> Iterable[Candidate]:
        """The same amount with a code."""
        single = partial(amounts_meant, sign=field.sign)
        return (*single(text), *ranges_meant(text, single))

    def schema(self, field: Field) -> Schema:
        """A number and a code."""
        return AN_AMOUNT


MONEY = MoneyType()
