"""The people of a dossier: who they are, and the last thing that they said or that is told
of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dossier.merge.entities import mentions_in
from dossier.model.dossiers import Dossier, EntityEntry, MergedFact
from dossier.model.entities import EntityKind
from dossier.model.values import UNSTATED
from dossier.render.entities.introductions import introduced, without_name
from dossier.render.entities.views import PersonView
from dossier.render.facts.briefs import brief_line
from dossier.render.facts.lines import Usual
from dossier.render.facts.views import FigureView
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView

PEOPLE = 6
"""Those that a dossier names: of whom it tells the most."""


def people_views(
    render: RenderContext, dossier: Dossier, usual: Usual
) -> tuple[PersonView, ...]:
    """The people whom most facts of the dossier name."""
    named = Counter(id for fact in dossier.facts for id in mentions_in(fact))
    people = [
        id
        for id in named
        if id in render.site.named and render.site.entities[id].kind is EntityKind.PERSON
    ]
    chosen = sorted(people, key=lambda id: -named[id])[:PEOPLE]
    views = (_person(render, dossier, render.site.named[id], usual) for id in chosen)
    return tuple(view for view in views if view.role or view.told)


def _person(
    render: RenderContext, dossier: Dossier, entry: EntityEntry, usual: Usual
) -> PersonView:
    told = list(_told(dossier, entry))
    return PersonView(
        way=LinkView(
            entry.entity.name, render.link(render.build.entity_urls[entry.entity.id])
        ),
        role=introduced(render, entry),
        told=_figure(render, told[-1], entry, usual) if told else None,
    )


def _figure(
    render: RenderContext, fact: MergedFact, entry: EntityEntry, usual: Usual
) -> FigureView:
    figure = brief_line(render, fact, usual)
    return replace(figure, value=without_name(render, fact, entry.entity) or figure.value)


def _told(dossier: Dossier, entry: EntityEntry) -> Iterator[MergedFact]:
    """What this dossier has of what was done and said, in order of time: words of their own
    count most.
    """
    told = (*entry.events, *entry.said)
    yield from (
        fact
        for fact in told
        if fact.id.company == dossier.company.slug and fact.leading.value is not UNSTATED
    )
