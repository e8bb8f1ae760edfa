"""What a search finds of a dossier besides its facts: the company, its timelines, what
differs and what was promised.

Readers ask with words that no fact has, such as "disputed" or "up to date": each part is
found by those too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model.addresses import Ids
from dossier.model.agreement import Agreement
from dossier.model.dossiers import Dossier, MergedFact
from dossier.model.facts import FactId
from dossier.render.facts.facts import figure_view, overview
from dossier.render.facts.promises import promises_in
from dossier.render.language import words
from dossier.render.language.phrases import Phrase
from dossier.render.search.entries import (
    Entry,
    as_of_day,
    filled_in,
    joined,
    narrowed_by,
    words_of,
)
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext


@dataclass(frozen=True)
class _Part:
    """A part of a dossier that is found by itself."""

    place: str
    # Its anchor.
    title: Phrase
    # With the `%(name)s` of the company.
    asked: Phrase


DIFFERENCES = _Part(
    "#disputed", words.search.DIFFERENCES_OF, words.search.ASKED_OF_DIFFERENCES
)
PROMISED = _Part("#promised", words.search.PROMISES_OF, words.search.ASKED_OF_PROMISES)


def dossier_entries(render: RenderContext, ids: Ids) -> Iterator[Entry]:
    """The company, and each part of its dossier that answers questions of its own."""
    dossier = render.site.dossiers[ids[0]]
    yield _company(render, dossier)
    differing = [
        fact
        for fact in dossier.facts
        if fact.agreement in (Agreement.DIFFERING, Agreement.PARTLY)
    ]
    yield from _part(render, dossier, DIFFERENCES, differing)
    promised = [
        render.site.facts[FactId.parse(one.fact, "")]
        for one in promises_in(render, dossier.company.slug)
    ]
    yield from _part(render, dossier, PROMISED, promised)


def _company(render: RenderContext, dossier: Dossier) -> Entry:
    company, kind = dossier.company, render.say(words.search.COMPANY_FOUND)
    told = overview(render, company.overview).__html__()
    figures = [figure_view(render, fact) for fact in dossier.key_facts]
    return Entry(
        url=links.company_url(company.slug),
        text=joined(
            company.name,
            *company.also_known_as,
            *(f"{one.label}: {words_of(one.value)}." for one in figures),
            words_of(told),
        ),
        shown=filled_in(
            title=company.name,
            kind=kind,
            as_of=as_of_day(render, render.newest(dossier.sources)),
        ),
        filters=narrowed_by(kind=(kind,), company=(company.name,)),
        asked=joined(*company.also_known_as, render.say(words.search.ASKED_OF_AGE)),
    )


def timeline_entries(render: RenderContext, ids: Ids) -> Iterator[Entry]:
    """Events in order; all those of a company where the timeline has no name of its own."""
    slug, *named = ids
    dossier = render.site.dossiers[slug]
    all_of_them = (dossier.timeline, *dossier.timelines)
    timeline = next(one for one in all_of_them if one.id == "".join(named))
    name, kind = dossier.company.name, render.say(words.search.TIMELINE_FOUND)
    yield Entry(
        url=links.timeline_url(slug, timeline.id),
        text=joined(
            name, timeline.description, *(event.fact.label for event in timeline.events)
        ),
        shown=filled_in(
            title=timeline.label or render.say(words.search.EVENTS_OF, name=name),
            kind=kind,
            company=name,
            value=render.count(len(timeline.events), words.counts.EVENTS),
        ),
        filters=narrowed_by(kind=(kind,), company=(name,)),
        asked=render.say(words.search.ASKED_OF_TIMELINES),
    )


def _part(
    render: RenderContext, dossier: Dossier, part: _Part, facts: Iterable[MergedFact]
) -> Iterator[Entry]:
    """A part of a dossier, with what stands in it; nothing where it is not there."""
    company, kind = dossier.company, render.say(words.search.PART_FOUND)
    if told := [fact.fact.label for fact in facts]:
        yield Entry(
            url=f"{links.company_url(company.slug)}{part.place}",
            text=joined(company.name, *told),
            shown=filled_in(
                title=render.say(part.title, name=company.name),
                kind=kind,
                company=company.name,
                value=render.count(len(told), words.counts.FACTS),
            ),
            filters=narrowed_by(kind=(kind,), company=(company.name,)),
            asked=render.say(part.asked),
        )
