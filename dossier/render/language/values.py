"""The one place that writes a value for people. Data exports do not come here: they give the exact values."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from babel import Locale
from markupsafe import Markup, escape

from dossier.model.dates import PartialDate
from dossier.model.entities import Entity
from dossier.model.quantities import Quantity
from dossier.model.values import (
    ENTITY,
    MONEY,
    PERCENT,
    RANK,
    UNSTATED,
    Duration,
    Field,
    Form,
    Name,
    PlaceName,
    Plain,
    Property,
    Value,
)
from dossier.render.language import numbers, words
from dossier.render.language.catalogues import Language
from dossier.render.language.dates import date_markup

AMOUNT = Field(MONEY)


def told_keys(value: Value, prop: Property) -> list[str]:
    """The keys of a record that stand for it in one line; none for any other value.

    Its figures and whom they belong to; where it has none, all but its date and its lists.
    """
    if not isinstance(value, Mapping):
        return []
    undated = [key for key in prop.keys if key in value and key != prop.date_key]
    single = [key for key in undated if not prop.keys[key].many and value[key] is not UNSTATED]
    if any(prop.keys[key].type.is_figure for key in single):
        return [key for key in single if prop.keys[key].type.is_figure or prop.keys[key].type is ENTITY]
    return single or undated or [*value]


@dataclass(frozen=True)
class Writer:
    """Writes values for one page: it knows the names of things and the way from this page to theirs."""

    entities: Mapping[str, Entity]
    ways: Mapping[str, str]
    # From the id of a thing to the page about it.
    link: Callable[[str], str]
    here: str
    language: Language
    content: str = ""
    # The tag of the language that texts are written in, where it is another one.

    @property
    def not_stated(self) -> Markup:
        """What stands for a value that a source leaves open."""
        return Markup('<span class="unstated">{}</span>').format(self.language.say(words.UNSTATED))

    def value(self, value: Plain, field: Field, inferred: bool = False) -> Markup:
        """One value as people read it."""
        if value is UNSTATED:
            return self.not_stated
        if isinstance(value, tuple):
            return self._list([self.value(part, field, inferred) for part in value])
        if isinstance(value, PartialDate):
            return self.date(value, inferred)
        if isinstance(value, Quantity):
            return self.quantity(value, field)
        return self._word(value)

    def _word(self, value: str | bool | Form) -> Markup:
        if isinstance(value, Name):
            return self.entity(value.entity)
        if isinstance(value, PlaceName):
            return self.place(value)
        if isinstance(value, bool):
            return self.language.fill(words.FLAGS[value])
        value = str(value)
        return Markup('<span lang="{}">{}</span>').format(self.content, value) if self.content else escape(value)

    def whole(self, value: Value, prop: Property, inferred: Collection[str] = ()) -> Markup:
        """The value of a fact in one line, be it a record or not."""
        if not isinstance(value, Mapping):
            return self.value(value, prop.field, "value" in inferred)
        told = (self.value(value[key], prop.keys[key], key in inferred) for key in told_keys(value, prop))
        return Markup(" · ").join(told)

    def date(self, when: PartialDate, inferred: bool = False) -> Markup:
        """A date in words."""
        return date_markup(when, self.language, inferred)

    def entity(self, entity: str) -> Markup:
        """The name of a thing, as a quiet link where there is a page about it and this is not it."""
        name, target = self.entities[entity].name, self.ways.get(entity, self.here)
        if target == self.here:
            return escape(name)
        return Markup('<a class="name" href="{}">{}</a>').format(self.link(target), name)

    def place(self, place: PlaceName) -> Markup:
        """The name of a place: as the content has it in English, and in other languages as CLDR has it."""
        locale = self.language.locale
        told = locale.territories.get(place.territory) if locale.language != "en" else None
        return escape(told or place.name)

    def quantity(self, quantity: Quantity, field: Field) -> Markup:
        """A figure with its hedge and unit: "over 1 trillion parameters", "CN¥380 billion", "about 360th"."""
        figure, unit = self._figure(quantity, field)
        said = Markup('<data class="figure" value="{}">{}</data>').format(f"{quantity.exact:f}", figure)
        if unit:
            said = self.language.fill(words.WITH_UNIT, figure=said, unit=unit)
        return self.language.fill(words.HEDGES[quantity.hedge], figure=said) if quantity.hedge else said

    def money(self, amount: Quantity) -> Markup:
        """An amount of money, such as a source's own conversion."""
        return self.quantity(amount, AMOUNT)

    def in_full(self, amount: Quantity) -> str:
        """An amount of money with all its zeros and the name of its currency, so that nobody has to guess either."""
        number, currency = numbers.plain(amount.exact, self.language), numbers.currency(amount, self.language)
        return self.language.say(words.AMOUNT, number=number, currency=currency)

    def language_name(self, tag: str) -> str:
        """The name of a language."""
        return Locale.parse(tag, sep="-").get_display_name(self.language.locale) or tag if tag else ""

    def duration(self, span: Duration) -> str:
        """A length of time: "3 years"."""
        parts = [(span.years, words.YEARS), (span.months, words.MONTHS), (span.days, words.DAYS)]
        return self.language.list(self.language.count(number, unit) for number, unit in parts if number)

    def _figure(self, quantity: Quantity, field: Field) -> tuple[str, str]:
        """The number as written, and the unit that follows it."""
        if field.type is RANK:
            return numbers.ordinal(quantity.exact, self.language), ""
        if field.type is MONEY:
            return numbers.money(quantity, self.language), ""
        if field.type is PERCENT or quantity.unit == "%":
            return numbers.percent(quantity.number, self.language), ""
        return numbers.scaled(quantity, self.language), quantity.unit or field.unit

    def _list(self, parts: list[Markup]) -> Markup:
        listed = self.language.list(str(part) for part in parts)
        return Markup(listed)  # noqa: S704 - the parts are escaped already, the words between them are Babel's
