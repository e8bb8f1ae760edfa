"""What a chart says, as its title: only what is certain of the figures as their sources
give them.

A bound is taken for a bound. What is about or nearly so much may be half as much, and what
is about so much half as much again; a title that would need more than that is a plain one,
from the smallest figure to the greatest.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from dossier.model.claims import NEVER_BARE
from dossier.model.quantities import Hedge, Numeric
from dossier.model.values.drawing import Drawing as Kind
from dossier.render.charts.bars import if_it_comes
from dossier.render.charts.data import Datum, drawn_in, field_of, follows
from dossier.render.charts.scales import known_bounds
from dossier.render.facts.courses import called_by_days
from dossier.render.language import words
from dossier.render.language.phrases import Plural
from dossier.render.site.render_context import RenderContext

Data = Sequence[Datum]
Title = Callable[[RenderContext, str, Data, Kind], str]
"""From the name of what is drawn, its figures and the kind of chart to what it says."""

ENDLESS = Decimal("Infinity")
LISTED = 3
"""Figures that a title names one by one."""


def bounds(value: Numeric) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure can mean."""
    low, high = value.ends[0].exact, value.ends[-1].exact
    if low < 0 and value.hedge is not None:
        return (
            -ENDLESS,
            ENDLESS,
        )  # a fall of over so much is less, by its sign: nobody can say which is meant
    if value.hedge in (Hedge.OVER, Hedge.AT_LEAST):
        return low, ENDLESS
    if value.hedge in (Hedge.UP_TO, Hedge.UNDER):
        return -ENDLESS, high
    if value.hedge in (Hedge.ABOUT, Hedge.NEARLY):
        return low / 2, high * 3 / 2 if value.hedge is Hedge.ABOUT else high
    return low, high


def is_more(one: Datum, other: Datum) -> bool:
    """Whether a figure is certainly greater than another."""
    return (
        bool(one.drawn and other.drawn)
        and bounds(_drawn(one))[0] > bounds(_drawn(other))[1]
    )


def largest_title(render: RenderContext, name: str, data: Data, kind: Kind) -> str:
    """Which is the largest, or the best rank, where that is certain; else from where to
    where they go.
    """
    shown = drawn_in(data)
    first = _first(shown, kind)
    if first is None:
        return _span_title(render, name, shown)
    return render.say(
        words.charts.BEST_OF if kind is Kind.RANKS else words.charts.LARGEST_OF,
        name=name,
        count=_count(render, shown),
        which=_which(first, shown),
        value=_said(render, first),
    )


def _first(shown: Data, kind: Kind) -> Datum | None:
    """The one that is certainly the largest, or of ranks the best; None where none is. Only
    that can be whose least is the largest, so all are gone through twice, and not each with
    each.
    """
    if kind is Kind.RANKS:
        one = min(shown, key=lambda datum: bounds(_drawn(datum))[1])
        return (
            one if all(is_more(other, one) for other in shown if other is not one) else None
        )
    one = max(shown, key=lambda datum: bounds(_drawn(datum))[0])
    return one if all(is_more(one, other) for other in shown if other is not one) else None


def answers_title(render: RenderContext, name: str, data: Data, kind: Kind) -> str:
    """The answers of a fact, one by one where they are few."""
    shown = drawn_in(data)
    told = tuple(dict.fromkeys(_said(render, one) for one in shown))
    if len(told) > LISTED:
        return _span_title(render, name, shown)
    return render.say(
        words.charts.ANSWERS_ARE, name=name, values=render.language.list(told)
    )


def course_title(render: RenderContext, name: str, data: Data, kind: Kind) -> str:
    """How often a figure rose or fell, where periods follow each other; else its first and
    its last.
    """
    shown = [
        one for one in drawn_in(data) if one.when and one.claim.status not in NEVER_BARE
    ]
    if len({one.fact.subject.id for one in shown}) > 1 or len(shown) < 2:
        return render.say(
            words.charts.COUNTED_OF, name=name, count=_count(render, drawn_in(data))
        )
    in_time = sorted(shown, key=lambda one: one.when.sort_key if one.when else ())
    steps = [] if kind is Kind.RANKS else [*_steps(in_time)]
    rises, falls = steps.count(1), steps.count(-1)
    if len(steps) < 2 or not rises + falls:
        return _first_and_last(render, name, in_time)
    phrase, times = (
        (words.charts.ROSE_IN, rises) if rises >= falls else (words.charts.FELL_IN, falls)
    )
    of = render.count(len(steps), _periods(in_time[0]))
    return render.say(phrase, name=name, times=render.language.number(times), periods=of)


def _steps(in_time: Data) -> Iterator[int]:
    """Whether a figure is more than that of the period before, less, or the same, where
    that is certain.
    """
    for one, other in pairwise(in_time):
        if follows(one, other):
            if is_more(other, one):
                yield 1
            elif is_more(one, other):
                yield -1
            elif bounds(_drawn(one)) == bounds(_drawn(other)) and not _drawn(one).hedge:
                yield 0


def _first_and_last(render: RenderContext, name: str, in_time: Data) -> str:
    (first, when), (last, then) = (
        (_said(render, one), _when(render, one)) for one in (in_time[0], in_time[-1])
    )
    return render.say(
        words.charts.FIRST_AND_LAST, name=name, first=first, when=when, last=last, then=then
    )


def _span_title(render: RenderContext, name: str, shown: Data) -> str:
    low = min(shown, key=lambda one: _drawn(one).ends[0].exact)
    high = max(shown, key=lambda one: _drawn(one).ends[-1].exact)
    told = _said(render, low), _said(render, high)
    return render.say(
        words.charts.SPAN_OF,
        name=name,
        count=_count(render, shown),
        low=told[0],
        high=told[1],
    )


def _drawn(datum: Datum) -> Numeric:
    if datum.drawn is None:
        raise ValueError(datum)
    return datum.drawn


def _which(one: Datum, shown: Data) -> str:
    """What tells it from the others: the name of its fact, or its subject, where facts have
    one name.
    """
    labels = {datum.fact.fact.label for datum in shown}
    return one.fact.fact.label if len(labels) > 1 else one.fact.subject.name


def _count(render: RenderContext, shown: Data) -> str:
    return render.count(len(shown), words.charts.FIGURES_COUNTED)


def _said(render: RenderContext, datum: Datum) -> str:
    figure = render.write.quantity(_drawn(datum), field_of(datum.fact.property, datum.key))
    return if_it_comes(render, datum, figure).striptags()


def _when(render: RenderContext, datum: Datum) -> str:
    return render.write.date(datum.when).striptags() if datum.when else ""


def _periods(datum: Datum) -> Plural:
    """What the periods of a course are called, by their length."""
    first, last = known_bounds(datum.when) if datum.when else (None, None)
    return called_by_days((last - first).days + 1 if first and last else 0)
