"""Figures in words: a number with its currency, percent sign or other unit, its sign, and
the words that make it a bound.

Only what the text itself says: `$53bn`, `close to 10%`, `between 5 and 10`, `the sixth
biggest`. A figure keeps where it stands, so that a quote which cuts it can be told from one
which holds it. A word beside it that looks like more of it and is not known is told, so
that nobody takes the bare number for the figure.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from dossier.figures import beside
from dossier.figures.amounts import amount_of
from dossier.figures.figure import Figure, FigureKind
from dossier.figures.grammars import Grammar, grammar_of
from dossier.figures.hedges import REACH, ambiguous_lead, hedge_around
from dossier.figures.measured import measured
from dossier.figures.number_words import Number, number_words, scaled_by
from dossier.figures.numbers import number_at
from dossier.figures.ordinals import (
    Found,
    find_factors,
    find_halvings,
    find_percents_of_one,
    find_places,
    find_shares,
)
from dossier.figures.patterns import runs_of, stands_before
from dossier.figures.ranges import (
    are_joined,
    joint_behind,
    together,
    with_lent_currencies,
)
from dossier.figures.searched import Searched
from dossier.figures.signs import signed
from dossier.model.late import late_pattern
from dossier.model.units import UNITS

CLOCK = late_pattern(r"(?<!\d\d\d) ?(?:[AaPp]\.?[Mm]\b\.?)(?!\w)| o'clock\b| Uhr\b")
"""What makes a number a time of the day; no hour has three digits."""


MEASURED = late_pattern(
    rf"(?:{'|'.join(map(re.escape, (sign for sign in UNITS if len(sign) > 1)))})(?![A-Za-z])"
)
"""A sign of a unit right behind a number, 300MW: it counts that, and nothing whose name
follows.
"""


def find_figures(
    text: str, language: str = "", span: tuple[int, int] | None = None
) -> tuple[Figure, ...]:
    """The figures of a text, in order; with a span, those that begin or end in it.

    `language` is the tag of the text's source, such as de or en-AU; of a language that is
    not known, there are none.
    """
    grammar = grammar_of(language)
    return figures_in(text, grammar, span) if grammar else ()


def figures_in(
    text: str, grammar: Grammar, span: tuple[int, int] | None = None
) -> tuple[Figure, ...]:
    """The same where the grammar is at hand."""
    here = Searched(text, grammar)
    found: list[Figure] = []
    taken = bytearray(len(text))
    for figures in _kinds(here):
        fresh = [one for one in figures if taken.find(1, one.start, one.end) < 0]
        for one in fresh:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        found += fresh
    first, last = span or (0, len(text))
    in_order = sorted(found, key=lambda figure: figure.start)
    return tuple(
        _hedged(here, figure)
        for figure in with_lent_currencies(here, in_order)
        if _overlap(figure, first, last)
    )


def _overlap(figure: Figure, start: int, end: int) -> bool:
    return figure.start < end and start < figure.end


def _counted(kind: FigureKind, found: Iterable[Found], *units: str) -> Iterator[Figure]:
    """Figures of number words that have no unit."""
    return (
        Figure(kind, value, start, end, frozenset(units)) for value, start, end in found
    )


def _kinds(here: Searched) -> Iterator[Iterable[Figure]]:
    """The figures of each kind; of two that overlap, the first holds."""
    yield _percents_of_one(here)
    yield _counted(FigureKind.SHARE, find_shares(here.text, here.grammar, here.runs))
    yield _numbers(here)
    yield _counted(FigureKind.ORDINAL, find_places(here.text, here.grammar, here.runs))
    yield _counted(
        FigureKind.FACTOR, find_factors(here.text, here.grammar, here.runs), "times"
    )
    yield _counted(FigureKind.PERCENT, find_halvings(here.text, here.grammar, here.runs))


def _percents_of_one(here: Searched) -> Iterator[Figure]:
    for value, start, end, unit in find_percents_of_one(here.text, here.grammar, here.runs):
        is_points = bool(here.units.points.fullmatch(unit))
        yield Figure(
            FigureKind.POINTS if is_points else FigureKind.PERCENT, value, start, end
        )


def _numbers(here: Searched) -> Iterator[Figure]:
    """Every number with its unit; both ends of a range in one."""
    place, may_start = 0, number_words(here.grammar).may_start
    while match := may_start.search(here.text, place):
        number = number_at(here.text, match.start(), here.grammar)
        first = _figure(here, number) if number else None
        if first is None:
            place = match.start() + 1
            continue
        second = _second(here, first)
        yield from together(here, first, second) if second else (first,)
        place = (second or first).end


def _figure(here: Searched, number: Number) -> Figure | None:
    """A number with the unit before or after it; None where what follows makes it a
    part of a name.
    """
    number, opening = _unwrapped(here, number)
    before = here.money.before.search(here.text, max(0, opening - 12), opening)
    number = _with_letter(here, number, is_behind_sign=bool(before))
    figure = _with_unit(here, number, opening, before)
    if figure.kind is FigureKind.PLAIN and _is_no_number(here, number):
        return (
            figure.changed(kind=FigureKind.LABEL)
            if MEASURED.match(here.text, number.end)
            else None
        )
    kind = _kind_of(here, figure) if figure.kind is FigureKind.PLAIN else figure.kind
    unread = beside.unknown(here.text, figure.start, figure.end, here.grammar, bool(before))
    if (kind, number.hedge, unread) != (figure.kind, None, ""):
        figure = figure.changed(kind=kind, hedge=number.hedge, unread=unread)
    return signed(here, figure)


def _second(here: Searched, first: Figure) -> Figure | None:
    """The figure that a range, a change or a choice leads to."""
    joint = joint_behind(here, first)
    second = _figure(here, joint.number) if joint else None
    return second if joint and second and are_joined(here, first, second, joint) else None


def _kind_of(here: Searched, plain: Figure) -> FigureKind:
    """What a number is that has no unit: a place, a part of a name, or a count."""
    if here.units.place_before.search(here.text, max(0, plain.start - 14), plain.start):
        return FigureKind.ORDINAL
    return FigureKind.LABEL if _is_label(here, plain.start, plain.end) else FigureKind.PLAIN


def _with_letter(here: Searched, number: Number, *, is_behind_sign: bool) -> Number:
    """An amount whose scale is a letter behind a space: £5 m, 5 M€."""
    words = number_words(here.grammar)
    letter = (
        words.glued_scale.match(here.text, number.end + 1)
        if here.text[number.end : number.end + 1] == " "
        else None
    )
    if not letter or not here.text[number.end - 1].isdigit():
        return number
    end = letter.end()
    is_before_sign = here.text[end : end + 1] != " " and here.money.behind.match(
        here.text, end
    )
    if not (is_behind_sign or is_before_sign):
        return number
    return replace(number, value=number.value.scaleb(words.glued[letter[1]]), end=end)


def _is_label(here: Searched, start: int, end: int) -> bool:
    text = here.text
    is_named = here.units.label.search(text, max(0, start - 14), start)
    return bool(
        is_named or here.units.month_behind.match(text, end) or _is_time_of_day(here, end)
    )


def _is_time_of_day(here: Searched, end: int) -> bool:
    """In German, am is no sign of the morning: davon 5 am Stammsitz."""
    found = CLOCK.match(here.text, end)
    return found is not None and (here.grammar.language, found[0]) != ("de", " am")


def _is_no_number(here: Searched, number: Number) -> bool:
    tail = here.text[number.end : number.end + 1]
    part_of_name = tail.isascii() and tail.isalpha()
    return part_of_name or (
        number.in_words and bool(here.units.no_number.match(here.text, number.end))
    )


def _unwrapped(here: Searched, number: Number) -> tuple[Number, int]:
    """A number in an accountant's parentheses with a scale or unit around them, $(5)
    million, and where it begins.
    """
    text, start = here.text, number.start
    if text[start - 1 : start] != "(" or text[number.end : number.end + 1] != ")":
        return number, start
    outer = replace(number, value=-number.value, end=number.end + 1)
    scaled = scaled_by(text, outer, here.grammar)
    if (
        scaled.end > outer.end
        or stands_before(here.money.before, text, start - 1)
        or here.units.percent.match(text, outer.end)
    ):
        return scaled, start - 1
    return number, start


def _with_unit(
    here: Searched, number: Number, opening: int, before: "re.Match[str] | None"
) -> Figure:
    """A number with what it counts."""
    start = before.start() if before else opening
    plain = Figure(
        FigureKind.PLAIN, Fraction(*number.value.as_integer_ratio()), start, number.end
    )
    return amount_of(here, plain, before) or measured(here, plain)


def _hedged(here: Searched, figure: Figure) -> Figure:
    """A figure with the words around it that make it a bound, give it a sign, or deny
    it.
    """
    text, bounds = here.text, here.bounds
    found, start, end = hedge_around(
        text, figure.start, figure.end, bounds, is_time=figure.kind is FigureKind.TIME
    )
    head = text[max(0, start - REACH) : start]
    runs = runs_of(head)
    falls = bool(
        (bounds.may_stand("fall", head, runs) and bounds.fall.search(head))
        or bounds.fall_behind.match(text, end)
    )
    if figure.kind in (FigureKind.MONEY, FigureKind.PLAIN):
        lost = bounds.may_stand("loss", head, runs) and bounds.loss.search(head)
        falls = falls or bool(lost or bounds.loss_behind.match(text, end))
    denied = bool(bounds.may_stand("denial", head, runs) and bounds.denial.search(head))
    unread = figure.unread or ambiguous_lead(text, figure.start, bounds)
    return figure.changed(
        hedge=found or figure.hedge,
        hedge_start=start,
        text=text[start:end],
        falls=falls,
        denied=denied,
        unread=unread,
    )
