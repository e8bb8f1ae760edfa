"""Charts over time: a dot for each figure, as wide as its date is doubtful, joined where
one subject has several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from babel.dates import format_skeleton

from dossier.model.dates import PartialDate
from dossier.model.quantities import Numeric
from dossier.model.series import Point
from dossier.model.values.drawing import Drawing as Kind
from dossier.render.charts.bars import (
    ChartFrame,
    anchor,
    chart_sources,
    end_of,
    if_it_comes,
    in_order,
    left_out,
    level,
    most_telling,
    notes,
    row,
    svg_share,
)
from dossier.render.charts.data import Datum, drawn_in, field_of, follows
from dossier.render.charts.labels import Label, place_labels, width_of
from dossier.render.charts.scales import (
    Days,
    Scale,
    days_of,
    from_first,
    from_zero,
    known_bounds,
)
from dossier.render.charts.views import (
    ChartView,
    NotchView,
    PlotView,
    PointView,
    StretchView,
)
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext

HEIGHT, CEILING, FLOOR = 208, 24, 184
"""Pixels: of the picture, and where its highest and its lowest figure stand. Words keep
their size, so heights are fixed.
"""
NARROW = 270
"""Pixels across the picture on the smallest phone, for which the labels are placed."""
TYPE, LINE = 13, 16
"""Pixels: the size of the words, and the height of a line of them."""
DOT = 10


@dataclass(frozen=True)
class Dot:
    """A figure and where it stands: shares of the width, and pixels from the top."""

    datum: Datum
    x: float
    y: float
    span: tuple[date, date]
    low: float | None = None
    # Where the lower end of a range stands; the dot itself is its upper one.


def series_chart(
    render: RenderContext, data: Sequence[Datum], is_rank: bool, frame: ChartFrame
) -> ChartView:
    """Figures over time; the axis of ranks begins at the top with the first place."""
    kind = Kind.RANKS if is_rank else Kind.SERIES
    kept = most_telling(data, kind)
    shown = drawn_in(in_order(kept, Kind.SERIES))
    return ChartView(
        id=frame.id,
        title=frame.title,
        notes=(*_notes(render, kept, is_rank), *left_out(render, len(kept), len(data))),
        ends=(),
        rows=tuple(
            row(render, datum, frame, None) for datum in in_order(kept, Kind.SERIES)
        ),
        zero="",
        ticks=(),
        plot=_plot(render, shown, kind, frame),
        sources=chart_sources(render, kept),
    )


def _notes(render: RenderContext, data: Sequence[Datum], is_rank: bool) -> Iterator[str]:
    yield from notes(render, data, Kind.SERIES)
    yield render.say(
        words.charts.RANKS_OVER_TIME if is_rank else words.charts.STEPS_COUNTED
    )


def _plot(
    render: RenderContext, shown: Sequence[Datum], kind: Kind, frame: ChartFrame
) -> PlotView:
    values = [end.exact for one in _quantities(shown) for end in one.ends]
    scale = (from_first if kind is Kind.RANKS else from_zero)(values)
    days = days_of(datum.when for datum in shown if datum.when)
    dots = [_dot(datum, datum.when, scale, days, kind) for datum in shown if datum.when]
    return PlotView(
        height=HEIGHT,
        floor=f"{FLOOR}",
        points=tuple(
            _points(dots, [_label(render, dot.datum, frame) for dot in dots], days)
        ),
        stretches=tuple(_stretches(dots)),
        levels=tuple(_levels(render, scale, shown, kind)),
        days=tuple(_days(render, days)),
        told=render.say(words.sources.SEMICOLON).join(
            _sentence(render, dot.datum, frame) for dot in dots
        ),
    )


def _quantities(shown: Sequence[Datum]) -> Iterator[Numeric]:
    yield from (datum.drawn for datum in shown if datum.drawn)


def _dot(datum: Datum, when: PartialDate, scale: Scale, days: Days, kind: Kind) -> Dot:
    first, last = span = known_bounds(when)
    middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
    low, *high = (
        _height(scale.share(end.exact), kind)
        for end in (datum.drawn.ends if datum.drawn else ())
    )
    return Dot(
        datum, days.share(middle), high[0] if high else low, span, low if high else None
    )


def _height(share: float, kind: Kind) -> float:
    """Where a share of the scale stands: from the floor up, but for ranks, of which the
    first is the best.
    """
    return CEILING + (share if kind is Kind.RANKS else 1 - share) * (FLOOR - CEILING)


def _label(render: RenderContext, datum: Datum, frame: ChartFrame) -> str:
    field = field_of(datum.fact.property, datum.key)
    figure = (
        if_it_comes(render, datum, render.write.quantity(datum.drawn, field)).striptags()
        if datum.drawn
        else ""
    )
    return (
        render.say(
            words.charts.SUBJECT_FIGURE, subject=datum.fact.subject.name, figure=figure
        )
        if frame.across
        else figure
    )


def _sentence(render: RenderContext, datum: Datum, frame: ChartFrame) -> str:
    when = render.write.date(datum.when).striptags() if datum.when else ""
    return render.say(
        words.charts.DATED_FIGURE, date=when, figure=_label(render, datum, frame)
    )


def _points(dots: Sequence[Dot], texts: Sequence[str], days: Days) -> Iterator[PointView]:
    labels = [
        Label(dot.x * NARROW, dot.y, width_of(text, TYPE), LINE)
        for dot, text in zip(dots, texts, strict=True)
    ]
    moves = place_labels(labels, NARROW, FLOOR, DOT)
    for dot, text, (right, down) in zip(dots, texts, moves, strict=True):
        yield PointView(
            x=svg_share(dot.x),
            y=f"{dot.y:.1f}",
            since=svg_share(days.share(dot.span[0])),
            until=svg_share(days.share(dot.span[1])),
            low="" if dot.low is None else f"{dot.low:.1f}",
            kind=end_of(dot.datum.drawn) if dot.datum.drawn else "exact",
            label=text,
            right=f"{right:.1f}",
            # The words stand on their base line, not in the corner of their box.
            down=f"{down + TYPE:.1f}",
        )


def _stretches(dots: Sequence[Dot]) -> Iterator[StretchView]:
    """From each dot of a subject to its next one in time; answers that differ are not
    joined with each other.
    """
    for subject in dict.fromkeys(dot.datum.fact.subject.id for dot in dots):
        leading = [
            dot
            for dot in dots
            if dot.datum.fact.subject.id == subject and _leads(dot.datum)
        ]
        for one, other in pairwise(leading):
            if (
                one.low is not None
                or other.low is not None
                or not follows(one.datum, other.datum)
            ):
                continue  # between ranges, and over a time of which nothing is known, no line says where anything lies
            yield StretchView(
                svg_share(one.x), f"{one.y:.1f}", svg_share(other.x), f"{other.y:.1f}"
            )


def _leads(datum: Datum) -> bool:
    """Whether it is the answer for its time."""
    if not datum.fact.courses:
        return datum.claim is datum.fact.leading
    return _point(datum) is not None


def _point(datum: Datum) -> Point | None:
    points = (point for course in datum.fact.courses for point in course.points)
    return next((point for point in points if point.claim is datum.claim), None)


def _levels(
    render: RenderContext, scale: Scale, shown: Sequence[Datum], kind: Kind
) -> Iterator[NotchView]:
    for tick in scale.ticks():
        yield NotchView(
            f"{_height(scale.share(tick), kind):.1f}", level(render, tick, shown), "start"
        )


def _days(render: RenderContext, days: Days) -> Iterator[NotchView]:
    for day, is_year in days.ticks():
        share = days.share(day)
        label = format_skeleton(
            "y" if is_year else "yMMM", day, locale=render.language.locale
        )
        yield NotchView(svg_share(share), label, anchor(share))
