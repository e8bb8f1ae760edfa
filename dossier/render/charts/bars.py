"""Charts in which each figure has a row: bars from zero, and dots on the axis of ranks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from dossier.model.charts import part
from dossier.model.claims import NEVER_BARE, Rank
from dossier.model.quantities import Hedge, Numeric
from dossier.model.values import COUNT, RANK, UNSTATED, Field
from dossier.model.values.drawing import Drawing as Kind
from dossier.render.charts.data import Datum, drawn_in, field_of
from dossier.render.charts.scales import Scale, from_first, from_zero, rounded
from dossier.render.charts.views import ChartRowView, ChartView, DrawnView, NotchView
from dossier.render.evidence.citations import short_name
from dossier.render.facts.claims import about, as_of, sources, value_marks
from dossier.render.footnotes import Marks
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

ENDS = {
    None: "exact",
    Hedge.OVER: "over",
    Hedge.AT_LEAST: "over",
    Hedge.UP_TO: "under",
    Hedge.UNDER: "under",
    Hedge.NEARLY: "about",
    Hedge.ABOUT: "about",
}
"""How the end of a bar is drawn: open, as a bound, or broken."""


MOST = 40
"""Rows of one chart: more would be a wall of bars, and all of them stand in the table or
list of facts anyway.
"""


@dataclass(frozen=True)
class ChartFrame:
    """What a chart is called, and for whom it is drawn."""

    id: str
    title: str
    across: bool = False
    # Whether it compares subjects, so that each row says whom it is about.
    is_marked: bool = True
    # Whether its page has notes; on that of a fact the words of the sources stand beside
    # each answer.


def bar_chart(
    render: RenderContext, data: Sequence[Datum], kind: Kind, frame: ChartFrame
) -> ChartView:
    """Bars, sizes or ranks; sizes in order of time, all others by the figure."""
    kept = most_telling(data, kind)
    shown = [datum.drawn for datum in kept if datum.drawn]
    values = [end.exact for one in shown for end in one.ends]
    is_rank = kind is Kind.RANKS
    scale = (from_first if is_rank else from_zero)(values)
    draw = _dot if is_rank else _bar
    return ChartView(
        id=frame.id,
        title=frame.title,
        notes=(*notes(render, kept, kind), *left_out(render, len(kept), len(data))),
        ends=_ends(shown),
        rows=tuple(
            row(render, datum, frame, draw(datum.drawn, scale))
            for datum in in_order(kept, kind)
        ),
        zero=svg_share(0.0 if is_rank else scale.share(Decimal(0))),
        ticks=tuple(value_ticks(scale, lambda value: level(render, value, kept))),
        plot=None,
        sources=chart_sources(render, kept),
    )


def most_telling(data: Sequence[Datum], kind: Kind) -> Sequence[Datum]:
    """All rows where they are few; of many those with the largest figures, or with the best
    ranks.
    """
    by_size = Kind.RANKS if kind is Kind.RANKS else Kind.BARS
    return data if len(data) <= MOST else in_order(data, by_size)[:MOST]


def left_out(render: RenderContext, kept: int, all_of: int) -> Iterable[str]:
    """How many rows a chart leaves out, where it does."""
    if kept < all_of:
        yield render.say(words.charts.LEFT_OUT, kept=kept, all=all_of)


def in_order(data: Iterable[Datum], kind: Kind) -> list[Datum]:
    """The rows in the order in which they are read; what cannot be placed comes last."""
    if kind in (Kind.SIZES, Kind.SERIES):
        return sorted(
            data, key=lambda one: (one.when is None, one.when.sort_key if one.when else ())
        )
    sign = 1 if kind is Kind.RANKS else -1
    return sorted(
        data,
        key=lambda one: (
            one.drawn is None,
            sign * one.drawn.ends[-1].exact if one.drawn else 0,
        ),
    )


def _bar(drawn: Numeric | None, scale: Scale) -> DrawnView | None:
    """A bar from zero, or from one end of a range to the other."""
    if drawn is None:
        return None
    first, last = sorted(scale.share(one) for one in _stretch(drawn))
    end = scale.share(drawn.ends[-1].exact)
    return DrawnView(
        end_of(drawn),
        svg_share(first),
        svg_share(last - first),
        svg_share(end),
        drawn.ends[-1].exact < 0,
    )


def _stretch(drawn: Numeric) -> tuple[Decimal, Decimal]:
    """From where to where a bar is drawn."""
    first, *rest = (end.exact for end in drawn.ends)
    return (first, rest[0]) if rest else (Decimal(0), first)


def end_of(drawn: Numeric) -> str:
    """How the end of a figure is drawn."""
    return "range" if len(drawn.ends) > 1 else ENDS[drawn.hedge]


def _dot(drawn: Numeric | None, scale: Scale) -> DrawnView | None:
    if drawn is None:
        return None
    end = svg_share(scale.share(drawn.ends[-1].exact))
    return DrawnView("rank", svg_share(0.0), end, end, is_below=False)


def svg_share(share: float) -> str:
    """A share as SVG writes it, with as many decimals as a wide screen can show: the same
    in each build.
    """
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def _ends(shown: Iterable[Numeric]) -> tuple[str, ...]:
    kinds = {end_of(one) for one in shown}
    return tuple(kind for kind in ("over", "under", "about", "range") if kind in kinds)


def value_ticks(scale: Scale, label: Callable[[Decimal], str]) -> Iterable[NotchView]:
    """The round numbers of a scale, the outermost set so that they stay inside."""
    for tick in scale.ticks():
        share = scale.share(tick)
        yield NotchView(svg_share(share), label(tick), anchor(share))


def anchor(share: float) -> str:
    """How words are set that stand at a share of the width."""
    return "start" if share < 0.08 else "end" if share > 0.92 else "middle"


def level(render: RenderContext, value: Decimal, data: Iterable[Datum]) -> str:
    """A round number in the unit of a chart, in words."""
    first = drawn_in(data)[0]
    unit = first.drawn.unit if first.drawn else ""
    field = Field(field_of(first.fact.property, first.key).type)
    shown = rounded(value, "" if field.type in (COUNT, RANK) else unit)
    return render.write.quantity(shown, field).striptags()


def row(
    render: RenderContext, datum: Datum, frame: ChartFrame, bar: DrawnView | None
) -> ChartRowView:
    """One figure in words."""
    fact, claim = datum.fact, datum.claim
    return ChartRowView(
        name=fact.name_of(claim),
        label=fact.fact.label,
        href=render.link(links.fact_url(fact.id)),
        about=_about(render, datum, frame),
        when=when(render, datum),
        value=datum_text(render, datum),
        marks=_marks(render, datum) if frame.is_marked else Marks(render.footnotes, ()),
        bar=bar,
        aside=_aside(render, datum),
    )


def _about(render: RenderContext, datum: Datum, frame: ChartFrame) -> Markup:
    fact = datum.fact
    subject = render.write.entity(fact.subject.id) if frame.across else about(render, fact)
    source = escape(sources(render, datum.claim)) if datum.is_disputed else Markup()
    return Markup(" · ").join(part for part in (subject, source) if part)


def when(render: RenderContext, datum: Datum) -> Markup:
    """The time that a figure is about; when it was said where nobody says."""
    claim = datum.claim
    if not datum.when:
        return as_of(render, claim)
    keys = (("period", claim.period), ("stated", claim.stated))
    key = next(
        (name for name, date in keys if date is datum.when),
        datum.fact.property.date_key or "",
    )
    return render.write.date(datum.when, key in claim.inferred)


def datum_text(render: RenderContext, datum: Datum) -> Markup:
    """The figure as its source has it, with the source's own conversion where that is
    drawn.
    """
    value = part(datum.claim, datum.key)
    told = UNSTATED if value is None else value
    figure = render.write.value(
        told,
        field_of(datum.fact.property, datum.key),
        (datum.key or "value") in datum.claim.inferred,
    )
    figure = if_it_comes(
        render, datum, render.write.qualified(figure, datum.claim, datum.fact.property)
    )
    if not datum.is_converted or not datum.drawn:
        return figure
    return render.fill(
        words.charts.CONVERTED, figure=figure, conversion=render.write.money(datum.drawn)
    )


def if_it_comes(render: RenderContext, datum: Datum, figure: Markup) -> Markup:
    """A figure, with a word where it is no more than expected or rumoured: nothing else in a
    picture tells it from what came.
    """
    written = datum.claim.status
    told = written if written in NEVER_BARE else datum.fact.status_of(datum.claim)
    if told not in NEVER_BARE:
        return figure
    return render.fill(
        words.claims.ASIDE, text=figure, aside=render.say(words.claims.STATUSES[told])
    )


def _marks(render: RenderContext, datum: Datum) -> Marks:
    """The marks of the figure."""
    return value_marks(render, datum.fact, (datum.key,) if datum.key else (), datum.claim)


def _aside(render: RenderContext, datum: Datum) -> str:
    if datum.claim.rank is Rank.DEPRECATED:
        return render.say(words.claims.RANKS[Rank.DEPRECATED])
    return (
        render.say(words.charts.NO_CONVERSION)
        if datum.figure is not None and datum.drawn is None
        else ""
    )


def notes(render: RenderContext, data: Sequence[Datum], kind: Kind) -> Iterable[str]:
    """How a chart is to be read."""
    has_range = any(len(datum.drawn.ends) > 1 for datum in data if datum.drawn)
    told = (
        {**words.charts.CHART_NOTES, **words.charts.RANGES_DRAWN}
        if has_range
        else words.charts.CHART_NOTES
    )
    yield render.say(told[kind.value])
    if any(datum.is_converted for datum in data):
        yield render.say(words.charts.OWN_CONVERSION)


def chart_sources(render: RenderContext, data: Iterable[Datum]) -> tuple[LinkView, ...]:
    """The sources behind the figures of a chart, in the order of its rows."""
    return source_links(
        render, (reference.source for datum in data for reference in datum.claim.references)
    )


def source_links(render: RenderContext, ids: Iterable[str]) -> tuple[LinkView, ...]:
    """The ways to sources, each once."""
    unique = dict.fromkeys(ids)
    return tuple(
        LinkView(
            short_name(render.source(id), render.language),
            render.link(links.source_url(id)),
        )
        for id in unique
    )
