"""Which charts and maps some facts get: only where there is something to compare, or a
place to show.

The kinds of charts are a list, each with the rule by which it may stand; the first that may
is drawn.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import escape

from dossier.extensions import Added, Group, added, working
from dossier.model.charts import charted_keys
from dossier.model.dossiers import MergedFact, Section
from dossier.model.series import Course
from dossier.model.values import Property
from dossier.model.values.drawing import Drawing as Kind
from dossier.render.charts.bars import ChartFrame, bar_chart
from dossier.render.charts.data import (
    gather_course,
    gather_figures,
    in_one_unit,
)
from dossier.render.charts.kinds import (
    ChartKind,
    can_be_seen,
    differ,
    figured,
    have_a_course,
    in_time,
)
from dossier.render.charts.maps import may_stand, sites_of, world_map
from dossier.render.charts.series import series_chart
from dossier.render.charts.titles import (
    Data,
    answers_title,
    course_title,
    largest_title,
)
from dossier.render.charts.views import ChartView, PicturesView, WorldMapView
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext


def _series(render: RenderContext, data: Data, kind: Kind, frame: ChartFrame) -> ChartView:
    return series_chart(render, data, kind is Kind.RANKS, frame)


CHART_KINDS = (
    ChartKind(frozenset({Kind.SIZES}), in_time, can_be_seen, largest_title, bar_chart),
    ChartKind(
        frozenset({Kind.BARS, Kind.RANKS}), figured, have_a_course, course_title, _series
    ),
    ChartKind(frozenset({Kind.BARS}), figured, can_be_seen, largest_title, bar_chart),
    ChartKind(frozenset({Kind.RANKS}), figured, differ, largest_title, bar_chart),
)
"""In the order in which they are tried; those of other packages after them."""


def added_kinds() -> tuple[ChartKind, ...]:
    """The kinds of charts that other packages add."""
    return tuple(
        replace(one.part, draw=_named(one)) for one in added(Group.CHARTS, ChartKind)
    )


def _named(one: Added) -> Callable[[RenderContext, Data, Kind, ChartFrame], ChartView]:
    """What draws a chart of somebody else's: where it fails, one line says whose it is."""

    def draw(render: RenderContext, data: Data, kind: Kind, frame: ChartFrame) -> ChartView:
        with working(one.name):
            drawn: ChartView = one.part.draw(render, data, kind, frame)
        return drawn

    return draw


def section_pictures(render: RenderContext, section: Section) -> PicturesView:
    """Those of a topic of a dossier, property by property."""
    beside = [fact for fact in section.facts if fact.property.places]
    return PicturesView(
        tuple(_charts(render, section.facts, section.id)),
        tuple(_maps(render, section.facts, section.id, beside)),
    )


def property_charts(
    render: RenderContext, facts: Sequence[MergedFact]
) -> tuple[ChartView, ...]:
    """The charts of one property across companies and subjects."""
    return tuple(_charts(render, facts, ""))


def property_maps(
    render: RenderContext, facts: Sequence[MergedFact]
) -> tuple[WorldMapView, ...]:
    """The maps of the same."""
    return tuple(_maps(render, facts, "", ()))


def fact_charts(render: RenderContext, fact: MergedFact) -> tuple[ChartView, ...]:
    """The course of one fact over its periods, or the figures on which its answers differ."""
    if len(fact.claims) < 2:
        return ()
    kinds = [
        (key, kind) for key, kind in charted_keys(fact.property) if kind is not Kind.MAP
    ]
    if fact.course and kinds:
        return tuple(_course(render, fact, fact.course, kinds[0][1]))
    return tuple(
        chart for key, kind in kinds for chart in _disputed(render, fact, key, kind)
    )


def _course(
    render: RenderContext, fact: MergedFact, course: Course, kind: Kind
) -> Iterator[ChartView]:
    """The course of the leading answer, if two figures of it have one unit; a table beside
    it has all that there are.
    """
    data = in_one_unit(gather_course(fact, course))
    if differ(data):
        name = render.write.qualified(
            escape(fact.property.label), fact.leading, fact.property
        ).striptags()
        frame = ChartFrame(
            _id("", fact.property, ""),
            course_title(render, name, data, kind),
            is_marked=False,
        )
        yield replace(series_chart(render, data, kind is Kind.RANKS, frame), rows=())


def _disputed(
    render: RenderContext, fact: MergedFact, key: str, kind: Kind
) -> Iterator[ChartView]:
    data = [
        datum
        for datum in in_one_unit(gather_figures([fact], key))
        if datum.figure is not None
    ]
    if differ(data):
        title = answers_title(render, _name(render, fact.property, key), data, kind)
        frame = ChartFrame(_id("", fact.property, key), title, is_marked=False)
        yield bar_chart(render, data, kind, frame)


def _charts(
    render: RenderContext, facts: Sequence[MergedFact], section: str
) -> Iterator[ChartView]:
    for prop, own in _by_property(facts):
        for key, kind in charted_keys(prop):
            if kind is not Kind.MAP:
                name = _name(render, prop, key)
                frame = ChartFrame(_id(section, prop, key), name, across=not section)
                data = in_one_unit(gather_figures(own, key))
                yield from _chart(render, data, kind, frame)


def _maps(
    render: RenderContext,
    facts: Sequence[MergedFact],
    section: str,
    beside: Iterable[MergedFact],
) -> Iterator[WorldMapView]:
    for prop, own in _by_property(facts):
        for key, kind in charted_keys(prop):
            if kind is Kind.MAP and may_stand(sites := sites_of(render, own, key)):
                id = _id(section, prop, key)
                frame = ChartFrame(id, prop.label, across=not section)
                yield world_map(render, sites, frame, beside)


def _by_property(
    facts: Iterable[MergedFact],
) -> Iterable[tuple[Property, Sequence[MergedFact]]]:
    """Each property of some facts, with those that are of it."""
    found: dict[str, list[MergedFact]] = {}
    for fact in facts:
        found.setdefault(fact.property.id, []).append(fact)
    return ((own[-1].property, own) for own in found.values())


def _id(section: str, prop: Property, key: str) -> str:
    return "--".join(filter(None, ("chart", section, prop.id, key)))


def _name(render: RenderContext, prop: Property, key: str) -> str:
    if not key:
        return prop.label
    return render.say(
        words.charts.KEY_OF, property=prop.label, key=prop.keys[key].label or key
    )


def _chart(
    render: RenderContext, data: Data, kind: Kind, frame: ChartFrame
) -> Iterator[ChartView]:
    """The chart of some figures; none where no kind of it may stand."""
    for one in (*CHART_KINDS, *added_kinds()):
        if kind in one.of and one.may_stand(shown := one.shown(data)):
            yield one.draw(
                render,
                shown,
                kind,
                replace(frame, title=one.title(render, frame.title, shown, kind)),
            )
            return
