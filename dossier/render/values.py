"""The one place that writes a value for people. Data exports do not come here: they give the exact values."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, get_currency_name, get_currency_symbol
from babel.units import format_unit
from markupsafe import Markup, escape

from dossier.model.dates import PartialDate
from dossier.model.entities import Entity
from dossier.model.quantities import Quantity
from dossier.model.values import UNSTATED, Field, Horizon, Name, Plain, Property, Value, ValueType
from dossier.render import links, words
from dossier.render.dates import date_markup

NOT_STATED = Markup('<span class="unstated">{}</span>').format(words.UNSTATED)
MONEY = Field(ValueType.MONEY)
FIGURES = (ValueType.MONEY, ValueType.PERCENT, ValueType.COUNT, ValueType.RANK)


def told_keys(value: Value, prop: Property) -> list[str]:
    """The keys of a record that stand for it in one line; none for any other value.

    Its figures and whom they belong to; where it has none, all but its date and its lists.
    """
    if not isinstance(value, Mapping):
        return []
    undated = [key for key in prop.keys if key in value and key != prop.date_key]
    single = [key for key in undated if not prop.keys[key].many and value[key] is not UNSTATED]
    if any(prop.keys[key].type in FIGURES for key in single):
        return [key for key in single if prop.keys[key].type in (*FIGURES, ValueType.ENTITY)]
    return single or undated or [*value]


@dataclass(frozen=True)
class Writer:
    """Writes values for one page: it knows the names of things and the way from this page to their dossiers."""

    entities: Mapping[str, Entity]
    dossiers: Collection[str]
    link: Callable[[str], str]
    here: str
    locale: str

    def value(self, value: Plain, field: Field, inferred: bool = False) -> Markup:
        """One value as people read it."""
        if value is UNSTATED:
            return NOT_STATED
        if isinstance(value, tuple):
            return self._list([self.value(part, field, inferred) for part in value])
        if isinstance(value, Name):
            return self.entity(value.entity)
        if isinstance(value, PartialDate):
            return self.date(value, inferred)
        if isinstance(value, Quantity):
            return self.quantity(value, field)
        return escape(value)

    def whole(self, value: Value, prop: Property, inferred: Collection[str] = ()) -> Markup:
        """The value of a fact in one line, be it a record or not."""
        if not isinstance(value, Mapping):
            return self.value(value, prop.field, "value" in inferred)
        told = (self.value(value[key], prop.keys[key], key in inferred) for key in told_keys(value, prop))
        return Markup(" · ").join(told)

    def date(self, when: PartialDate, inferred: bool = False) -> Markup:
        """A date in words."""
        return date_markup(when, self.locale, inferred)

    def entity(self, entity: str) -> Markup:
        """The name of a thing, as a link where it has a dossier and this is not it."""
        name = self.entities[entity].name
        target = links.company_url(entity)
        if entity not in self.dossiers or target == self.here:
            return escape(name)
        return Markup('<a href="{}">{}</a>').format(self.link(target), name)

    def quantity(self, quantity: Quantity, field: Field) -> Markup:
        """A figure with its hedge and unit: "over 1 trillion parameters", "CN¥380 billion", "about 360th"."""
        hedge = f"{words.HEDGES[quantity.hedge]} " if quantity.hedge else ""
        figure, unit = self._figure(quantity, field)
        data = Markup('<data class="figure" value="{}">{}</data>').format(f"{quantity.exact:f}", figure)
        return Markup("{}{}{}").format(hedge, data, f" {unit}" if unit else "")

    def money(self, amount: Quantity) -> Markup:
        """An amount of money, such as a source's own conversion."""
        return self.quantity(amount, MONEY)

    def currency(self, amount: Quantity) -> str:
        """The name of the currency of an amount."""
        return get_currency_name(amount.unit, count=amount.exact, locale=self.locale)

    def language(self, tag: str) -> str:
        """The name of a language."""
        return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag if tag else ""

    def duration(self, span: Horizon) -> str:
        """A length of time: "3 years"."""
        parts = [(span.years, "year"), (span.months, "month"), (span.days, "day")]
        said = [format_unit(number, f"duration-{unit}", "long", locale=self.locale) for number, unit in parts if number]
        return format_list(said, locale=self.locale)

    def _figure(self, quantity: Quantity, field: Field) -> tuple[str, str]:
        """The number as written, and the unit that follows it."""
        if field.type is ValueType.RANK:
            return words.ordinal(quantity.exact), ""
        number = " ".join(filter(None, (self._number(quantity.number), quantity.scale)))
        if field.type is ValueType.MONEY:
            return self._money(number, quantity.unit), ""
        if field.type is ValueType.PERCENT or quantity.unit == "%":
            return words.PERCENT.format(number=number), ""
        return number, quantity.unit or field.unit

    def _money(self, number: str, code: str) -> str:
        symbol = get_currency_symbol(code, locale=self.locale)
        sign, digits = ("−", number[1:]) if number.startswith("-") else ("", number)
        return f"{sign}{symbol}{' ' if symbol[-1:].isalpha() else ''}{digits}"

    def _number(self, number: Decimal) -> str:
        # The pattern names the decimals one by one: 2.50 keeps the zero that its source printed.
        decimals = max(0, -int(number.as_tuple().exponent))
        return format_decimal(number, f"#,##0.{'0' * decimals}" if decimals else "#,##0", locale=self.locale)

    def _list(self, parts: list[Markup]) -> Markup:
        listed = format_list([str(part) for part in parts], locale=self.locale)
        return Markup(listed)  # noqa: S704 - the parts are escaped already, the words between them are Babel's
