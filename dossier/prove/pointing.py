"""Where the words of a quote give a value."""

from collections.abc import Iterable

from dossier.figures.figure import Figure
from dossier.model.values import MONEY, Field, Property, Single, asks
from dossier.model.values.asking import AskDate, AskFigure, AskLength, AskRange, AskShare
from dossier.prove.comparing_figures import hedge_fault, ranges_in, signed_as_told, spans
from dossier.prove.comparing_lengths import lasts
from dossier.prove.counted import equals, figures_of_kind
from dossier.prove.kinds import shares_in
from dossier.prove.words import Words
from dossier.texts.passages import Span

EQUIVALENT = Field(MONEY)


def field_of(key: str, prop: Property) -> Field:
    """What a key of a claim asks for: a key of its record, the value, or what another
    currency makes of it.
    """
    return EQUIVALENT if key == "equivalent" else prop.keys.get(key, prop.field)


def places_of(value: Single, field: Field, words: Words) -> tuple[Span, ...]:
    """Where the words give a value, with the words that bound it: each place at which
    comparing it finds no fault.
    """
    whole = [figure for figure in words.figures if words.gives(figure)]
    match asks(value, field):
        case AskFigure(quantity):
            found = signed_as_told(
                figures_of_kind(quantity, field, whole, words), field, words
            )
            same = (one for one in found if equals(one, quantity))
            return _spans_of(
                one for one in same if hedge_fault(one, quantity.hedge, words) is None
            )
        case AskRange(ends):
            return _spans_of(
                one for one in ranges_in(ends, field, whole, words) if spans(one, ends)
            )
        case AskShare(share, hedge):
            same = (one for one in shares_in(whole, words.view.flat) if one.value == share)
            return _spans_of(one for one in same if hedge_fault(one, hedge, words) is None)
        case AskDate(date) if not date.fiscal:
            days = (day for day in words.days if words.holds(day.start, day.end))
            return tuple(
                (day.start, day.end) for day in days if any(map(day.fits, date.bounds))
            )
        case AskLength(length):
            return _spans_of(one for one in words.lengths if lasts(one, length))
    return ()


def _spans_of(figures: Iterable[Figure]) -> tuple[Span, ...]:
    return tuple((min(figure.start, figure.hedge_start), figure.end) for figure in figures)
