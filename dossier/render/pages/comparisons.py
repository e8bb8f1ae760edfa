"""The contexts of the pages that compare: one property across companies and subjects, and
the list of all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from dossier.model import addresses
from dossier.model.addresses import Ids
from dossier.model.dossiers import MergedFact
from dossier.model.values import Property
from dossier.render.charts.choosing import property_charts, property_maps
from dossier.render.charts.views import PicturesView
from dossier.render.evidence.notes import Notes
from dossier.render.facts.claims import present_keys
from dossier.render.facts.facts import fact_view
from dossier.render.language import words
from dossier.render.lists.portions import Portion, portion_title, portions, portions_view
from dossier.render.lists.shelves import (
    Board,
    Case,
    board_title,
    board_view,
    by_letter,
    case_of,
    case_view,
)
from dossier.render.lists.views import PortionsView
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, portioned, shelved
from dossier.render.pages.standing import found_of
from dossier.render.pages.trails import Trail, compare_trail, home_trail
from dossier.render.pages.views import ColumnView, ComparedView, ComparisonView, SubjectView
from dossier.render.search.asked import other_words
from dossier.render.search.entries import (
    Entry,
    filled_in,
    joined,
    narrowed_by,
)
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView

NAMED = 50
"""Facts and companies whose names lead to a comparison."""


@dataclass(frozen=True, kw_only=True)
class CompareContext(PageContext):
    """All properties that can be compared."""

    portions: PortionsView | None
    properties: tuple[ComparedView, ...]


Facts = tuple[MergedFact, ...]
"""Those of one property."""


def compare_context(render: RenderContext, case: Case[Facts] | None) -> CompareContext:
    """Every property that can be compared, or where there are too many for a page the ways
    to their letters.
    """
    compared = tuple(render.build.compared.values())
    context = _compare(
        render, compared, render.say(words.pages.COMPARE), home_trail(render)
    )
    return (
        replace(context, properties=(), portions=case_view(render, case))
        if case
        else context
    )


def compare_shelf_context(render: RenderContext, board: Board[Facts]) -> CompareContext:
    """The properties of one letter."""
    context = _compare(
        render,
        board.items,
        board_title(render, render.say(words.pages.COMPARE), board),
        compare_trail(render),
    )
    about = board_title(render, context.description, board)
    return replace(context, description=about, portions=board_view(render, board))


def _compare(
    render: RenderContext, compared: tuple[Facts, ...], title: str, trail: Trail
) -> CompareContext:
    sources = dict.fromkeys(
        id for facts in compared for fact in facts for id in fact.sources
    )
    return CompareContext(
        here=render.here,
        title=title,
        description=render.say(words.pages.ABOUT_COMPARE),
        trail=trail,
        as_of=render.newest(map(render.source, sources)),
        portions=None,
        properties=tuple(_compared(render, facts) for facts in compared),
    )


@dataclass(frozen=True, kw_only=True)
class ComparedContext(PageContext):
    """One property across companies and subjects."""

    question: str
    pictures: PicturesView
    portions: PortionsView | None
    table: ComparisonView
    notes: Notes


class ComparedExtent(NamedTuple):
    """How much is compared on all pages of a property together."""

    scope: str
    as_of: Markup
    # The date of the newest source.


def extent_of(build: BuildContext, facts: Sequence[MergedFact]) -> ComparedExtent:
    """What all pages of a comparison say alike. It is found out while the pages are planned:
    a process that makes one of them would copy the records of all companies to look at them.
    """
    render = RenderContext(build, links.compare_url(facts[0].property.id))
    sources = dict.fromkeys(id for fact in facts for id in fact.sources)
    scope = render.scope(len(facts), len(sources))
    return ComparedExtent(scope, render.newest(map(render.source, sources)))


def compared_context(
    render: RenderContext,
    facts: Sequence[MergedFact],
    extent: ComparedExtent,
    portion: Portion[MergedFact],
) -> ComparedContext:
    """One property, in pictures, which are on its first page, and as a table."""
    prop = facts[0].property
    return ComparedContext(
        here=render.here,
        title=portion_title(render, prop.label, portion),
        description=portion_title(
            render,
            render.say(words.pages.ABOUT_COMPARED, property=prop.label, scope=extent.scope),
            portion,
        ),
        trail=compare_trail(render),
        as_of=extent.as_of,
        question=prop.description,
        pictures=_pictures(render, facts, portion),
        portions=portions_view(render, links.compare_url(prop.id), portion),
        table=_comparison(render, prop, portion.items),
        notes=Notes(render),
    )


def _pictures(
    render: RenderContext, facts: Sequence[MergedFact], portion: Portion[MergedFact]
) -> PicturesView:
    """On the first page charts of the whole, which leave out what is not telling; a map of
    what stands on the page.
    """
    charts = property_charts(render, facts) if portion.is_first else ()
    return PicturesView(charts, property_maps(render, portion.items))


def compare_link(render: RenderContext, prop: Property) -> LinkView | None:
    """The way to the comparison of a property; None where there is nothing to compare."""
    if prop.id not in render.build.compared:
        return None
    return LinkView(
        render.say(words.pages.COMPARE_WITH, property=prop.label),
        render.link(links.compare_url(prop.id)),
    )


def _compared(render: RenderContext, facts: Sequence[MergedFact]) -> ComparedView:
    prop, subjects = facts[0].property, {fact.subject.id for fact in facts}
    counted = (
        render.count(len(facts), words.counts.FACTS),
        render.count(len(subjects), words.counts.SUBJECTS),
    )
    return ComparedView(
        label=prop.label,
        href=render.link(links.compare_url(prop.id)),
        about=prop.description,
        scope=render.say(words.counts.FACTS_OF, facts=counted[0], subjects=counted[1]),
    )


def _comparison(
    render: RenderContext, prop: Property, facts: Sequence[MergedFact]
) -> ComparisonView:
    keys = present_keys(prop, facts)
    columns = tuple(
        ColumnView(prop.keys[key].label or key, prop.keys[key].type.is_figure)
        for key in keys
    )
    answer = ColumnView(render.say(words.claims.ANSWER), prop.field.type.is_figure)
    return ComparisonView(
        id="comparison",
        label=prop.label,
        columns=columns or (answer,),
        subjects=tuple(_subject(render, fact, keys) for fact in facts),
    )


def _subject(render: RenderContext, fact: MergedFact, keys: tuple[str, ...]) -> SubjectView:
    return SubjectView(
        render.write.entity(fact.subject.id), fact_view(render, fact, keys or None)
    )


def _case(build: BuildContext) -> Case[Facts] | None:
    shelves = by_letter(
        build.compared.values(),
        lambda facts: (facts[0].property.label, facts[0].property.id),
    )
    size = build.settings.limits.entries
    return case_of(
        addresses.COMPARED_BY_NAME,
        shelves,
        size,
        words.counts.PROPERTIES_COUNTED,
        words.lists.BY_LETTER,
    )


def _pages(build: BuildContext) -> Iterator[Planned]:
    size = build.settings.limits.facts
    case = _case(build)
    listing, find = partial(compare_context, case=case), found_of(addresses.COMPARE)
    yield Planned(addresses.COMPARE, listing, find=find)
    yield from shelved(compare_shelf_context, case)
    for id, facts in build.compared.items():
        extent = extent_of(build, facts)
        make = partial(compared_context, facts=facts, extent=extent)
        parts = portions(facts, size)
        yield from portioned(addresses.COMPARED, (id,), make, parts, _entries)


def _entries(render: RenderContext, ids: Ids) -> Iterator[Entry]:
    """What a search finds of a comparison: the property by all its names, and what is
    compared.
    """
    facts = render.build.compared[ids[0]]
    prop, kind = facts[0].property, render.say(words.search.COMPARISON_FOUND)
    companies = dict.fromkeys(
        render.site.dossiers[fact.id.company].company.name for fact in facts
    )
    yield Entry(
        url=links.compare_url(prop.id),
        text=joined(
            prop.description,
            *islice((fact.fact.label for fact in facts), NAMED),
            *islice(companies, NAMED),
        ),
        shown=filled_in(
            title=prop.label, kind=kind, value=render.count(len(facts), words.counts.FACTS)
        ),
        filters=narrowed_by(kind=(kind,)),
        asked=joined(
            *other_words(prop, render.build.alike),
            render.say(words.search.ASKED_OF_COMPARISONS),
        ),
    )


COMPARISONS = Family(_pages)
