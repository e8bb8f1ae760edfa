"""The one place that writes a value for people. Data exports do not come here: they give
the exact values.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial, reduce
from typing import Any

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup, escape

from dossier.model.claims import Claim
from dossier.model.dates import PartialDate
from dossier.model.entities import Entity
from dossier.model.quantities import Hedge, Numeric
from dossier.model.values import (
    ENTITY,
    FLAG,
    MONEY,
    UNSTATED,
    Duration,
    Field,
    PlaceName,
    Plain,
    Property,
    Value,
    said,
)
from dossier.model.values.pieces import (
    Between,
    EntityName,
    FigurePiece,
    FigureStyle,
    Lasting,
    LinkPiece,
    Many,
    OneIn,
    Piece,
    PlacePiece,
    Spoken,
    TextPiece,
    When,
    Word,
)
from dossier.render.language import numbers, words
from dossier.render.language.catalogues import Language
from dossier.render.language.dates import date_markup
from dossier.render.language.directions import attributes, marked, told_in
from dossier.render.language.finished import Finished
from dossier.render.language.phrases import Phrase
from dossier.render.language.quoting import in_marks
from dossier.render.language.tags import tag

AMOUNT = Field(MONEY)


def shown_keys(value: Value, prop: Property) -> list[str]:
    """The keys of a record that stand for it in one line; none for any other value.

    Its figures and whom they belong to; where it has none, all but its date, its lists and
    what is not so.
    """
    if not isinstance(value, Mapping):
        return []
    undated = [key for key in prop.keys if key in value and key != prop.date_key]
    told = [
        key for key in undated if value[key] is not UNSTATED and value[key] is not False
    ]
    single = [key for key in told if not prop.keys[key].many]
    if any(prop.keys[key].type.is_figure for key in single):
        return [
            key
            for key in single
            if prop.keys[key].type.is_figure or prop.keys[key].type is ENTITY
        ]
    return single or undated or [*value]


@dataclass(frozen=True)
class Writer:
    """Writes values for one page: it knows the names of things and the way from this page
    to theirs.
    """

    entities: Mapping[str, Entity]
    ways: Mapping[str, str]
    # From the id of a thing to the page about it.
    link: Callable[[str], str]
    here: str
    language: Language
    content: str = ""
    # The tag of the language that texts are written in, where it is another one.
    placed: Mapping[str, str] = field(default_factory=dict)
    # The thing that a place is, by the names of places.
    finished: Finished = field(default_factory=Finished)
    # Answers that all pages of a build have in common.

    @property
    def not_stated(self) -> Markup:
        """What stands for a value that a source leaves open."""
        return tag(
            '<span class="unstated">{}</span>', self.language.say(words.claims.UNSTATED)
        )

    def value(self, value: Plain, field: Field, inferred: bool = False) -> Markup:
        """One value as people read it."""
        if value is UNSTATED:
            return self.not_stated
        if isinstance(value, tuple):
            return self._list(
                [self.value(part, field, inferred) for part in value],
                self.content if self._is_prose(value, field) else "",
            )
        return self.piece(said(value, field), inferred)

    def piece(self, piece: Piece, inferred: bool = False) -> Markup:
        """A piece of what a value says, in words."""
        return (
            self.date(piece.date, inferred)
            if isinstance(piece, When)
            else _SAID[type(piece)](self, piece)
        )

    def whole(self, value: Value, prop: Property, inferred: Collection[str] = ()) -> Markup:
        """The value of a fact in one line, be it a record or not."""
        if not isinstance(value, Mapping):
            return self.value(value, prop.field, "value" in inferred)
        return Markup(" · ").join(
            self._key(value, key, prop, inferred) for key in shown_keys(value, prop)
        )

    def _key(
        self,
        value: Mapping[str, Plain],
        key: str,
        prop: Property,
        inferred: Collection[str],
    ) -> Markup:
        """A key of a record where nothing says which key it is: of what is so, that is what
        its label says.
        """
        field = prop.keys[key]
        if field.type is FLAG and value[key] is True:
            return _prose(self, TextPiece(field.label or key))
        return self.value(value[key], field, key in inferred)

    def answer(
        self, claim: Claim, prop: Property, inferred: Collection[str] | None = None
    ) -> Markup:
        """The value of a claim in one line, and what tells it from other answers: "US$3
        billion (non-GAAP)".
        """
        # A name is a link, which is another one from each page.
        if inferred is not None or prop.names_things:
            return self._answer(
                claim, prop, claim.inferred if inferred is None else inferred
            )
        return self.finished.once(
            "answer", (claim, prop), partial(self._answer, claim, prop, claim.inferred)
        )

    def _answer(self, claim: Claim, prop: Property, inferred: Collection[str]) -> Markup:
        return self.qualified(self.whole(claim.value, prop, inferred), claim, prop)

    def qualified(
        self, told: Markup, claim: Claim, prop: Property, *further: Markup
    ) -> Markup:
        """The same behind a value that is told already, and what else belongs there."""
        given = [
            _prose(self, TextPiece(claim.qualifiers[name]))
            for name in prop.qualifiers
            if name in claim.qualifiers
        ]
        given += further
        aside = self.language.fill(words.sources.COMMA).join(given)
        return (
            self.language.fill(words.claims.ASIDE, text=told, aside=aside)
            if given
            else told
        )

    def date(self, when: PartialDate, inferred: bool = False) -> Markup:
        """A date in words."""
        return date_markup(when, self.language, inferred)

    def entity(self, entity: str) -> Markup:
        """The name of a thing, as a quiet link where there is a page about it and this is
        not it.
        """
        name, target = self.entities[entity].name, self.ways.get(entity, self.here)
        if target == self.here:
            return marked(name, self.language.tag, "")
        said = attributes(name, self.language.tag, "")
        return tag('<a class="name"{} href="{}">{}</a>', said, self.link(target), name)

    def place(self, place: PlaceName | PlacePiece) -> Markup:
        """The name of a place: as the content has it in English, and in other languages as
        CLDR has it.
        """
        locale = self.language.locale
        told = locale.territories.get(place.territory) if locale.language != "en" else None
        return escape(told or place.name)

    def place_known(self, place: PlacePiece) -> Markup:
        """The same, as the link of the thing that it is where there is a page about that."""
        name, id = self.place(place), self.placed.get(place.name, "")
        target = self.ways.get(id, self.here)
        return (
            name
            if target == self.here
            else tag('<a class="name" href="{}">{}</a>', self.link(target), name)
        )

    def quantity(self, quantity: Numeric, field: Field) -> Markup:
        """A figure with its hedge and unit: "over 1 trillion parameters", "CN¥380 billion",
        "about 360th".
        """
        return self.value(quantity, field)

    def money(self, amount: Numeric) -> Markup:
        """An amount of money, such as a source's own conversion."""
        return self.quantity(amount, AMOUNT)

    def in_full(self, amount: Numeric) -> str:
        """An amount of money with all its zeros and the name of its currency, so that
        nobody has to guess either.
        """
        ends = [numbers.plain(end.exact, self.language) for end in amount.ends]
        number = (
            self.language.say(words.figures.RANGE, low=ends[0], high=ends[1])
            if len(ends) > 1
            else ends[0]
        )
        told = self.language.say(
            words.figures.AMOUNT,
            number=number,
            currency=numbers.currency(amount.ends[-1], self.language),
        )
        return (
            self.language.say(words.figures.PER, figure=told, unit=amount.per)
            if amount.per
            else told
        )

    def language_name(self, tag: str) -> str:
        """The name of a language."""
        return _language_name(tag, self.language) if tag else ""

    def duration(self, span: Duration) -> str:
        """A length of time: "3 years"."""
        parts = [
            (span.years, words.dates.YEARS),
            (span.months, words.dates.MONTHS),
            (span.days, words.dates.DAYS),
        ]
        *first, last = [
            self.language.count(number, unit) for number, unit in parts if number
        ]
        if not first:
            return last
        told = reduce(partial(self._longer, words.dates.LONGER), first)
        return self._longer(words.dates.LONGER_AT_LAST, told, last)

    def _longer(self, phrase: Phrase, span: str, further: str) -> str:
        return self.language.say(phrase, span=span, further=further)

    def _is_prose(self, values: tuple[Plain, ...], field: Field) -> bool:
        """Whether all of a list are texts of the content, in a language of their own."""
        return bool(self.content) and all(
            not isinstance(value, tuple)
            and value is not UNSTATED
            and isinstance(said(value, field), TextPiece)
            for value in values
        )

    def _list(self, parts: list[Markup], content: str) -> Markup:
        """Several things in words; texts are joined by a word of their own language, not by
        one of the page.
        """
        locale = Locale.parse(content, sep="-") if content else self.language.locale
        listed = Markup(format_list([*map(str, parts)], locale=locale))  # noqa: S704 - the parts are escaped already, the words between them are Babel's
        return (
            tag("<span{}>{}</span>", told_in("", content, self.language.tag), listed)
            if content
            else listed
        )


@lru_cache(maxsize=256)
def _language_name(tag: str, language: Language) -> str:
    return Locale.parse(tag, sep="-").get_display_name(language.locale) or tag


def _prose(write: Writer, piece: TextPiece) -> Markup:
    """Words of the content: their language is named where it is not that of the page."""
    return marked(piece.words, write.language.tag, write.content)


def _figure(write: Writer, piece: FigurePiece) -> Markup:
    figure = numbers.styled(piece, write.language)
    told = tag(
        '<data class="figure" value="{}">{}</data>', f"{piece.quantity.exact:f}", figure
    )
    if piece.style is FigureStyle.PLAIN and piece.unit:
        told = write.language.fill(words.figures.WITH_UNIT, figure=told, unit=piece.unit)
    return _hedged(write, _for_one(write, told, piece.per), piece.quantity.hedge)


def _between(write: Writer, piece: Between) -> Markup:
    told = write.language.fill(
        words.figures.RANGE, low=_figure(write, piece.low), high=_figure(write, piece.high)
    )
    return _hedged(write, _for_one(write, told, piece.per), piece.hedge)


def _one_in(write: Writer, piece: OneIn) -> Markup:
    numbers_told = {
        "part": write.language.number(piece.part),
        "whole": write.language.number(piece.whole),
    }
    said = tag(
        '<span class="figure">{}</span>',
        write.language.say(words.figures.ONE_IN, **numbers_told),
    )
    return _hedged(write, said, piece.hedge)


def _many(write: Writer, piece: Many) -> Markup:
    alone, counting = words.figures.SEVERAL[piece.words]
    said = (
        write.language.say(counting, unit=piece.unit)
        if piece.unit
        else write.language.say(alone)
    )
    return tag('<span class="figure">{}</span>', said)


def _spoken(write: Writer, piece: Spoken) -> Markup:
    """Words between marks, with their language where it is not that of the page."""
    told = in_marks(piece.words, write.language)
    language = piece.language or write.content
    said = told_in(told, language, write.language.tag)
    return tag("<span{}>{}</span>", said, told) if said else escape(told)


def _link(write: Writer, piece: LinkPiece) -> Markup:
    shown = piece.address.split("://", 1)[1].removesuffix("/")
    return tag('<a href="{}" rel="external">{}</a>', piece.address, shown)


def _for_one(write: Writer, told: Markup, per: str) -> Markup:
    return write.language.fill(words.figures.PER, figure=told, unit=per) if per else told


def _hedged(write: Writer, told: Markup, hedge: Hedge | None) -> Markup:
    return write.language.fill(words.figures.HEDGES[hedge], figure=told) if hedge else told


_SAID: Mapping[type[Piece], Callable[[Writer, Any], Markup]] = {
    TextPiece: _prose,
    Word: lambda write, piece: write.language.fill(words.figures.TERMS[piece.term]),
    FigurePiece: _figure,
    Between: _between,
    OneIn: _one_in,
    Many: _many,
    Spoken: _spoken,
    LinkPiece: _link,
    Lasting: lambda write, piece: escape(write.duration(piece.span)),
    EntityName: lambda write, piece: write.entity(piece.id),
    PlacePiece: lambda write, piece: write.place_known(piece),
}
"""How each piece is said, but for dates: those may have been worked out, and only the claim
knows.
"""
