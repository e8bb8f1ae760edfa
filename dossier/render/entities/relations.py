"""What is said of others with somebody as the answer: products of a maker, subsidiaries,
people of an organisation.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from dossier.model.dossiers import Relation
from dossier.model.values import PropertyPart
from dossier.render.entities.views import RelationsView, RelativeView
from dossier.render.facts.claims import value_marks
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext

LISTED = 12
"""Of one sort; the facts behind all of them stand on the page or its further portions."""


def relations_view(
    render: RenderContext, entity: str, *, with_roles: bool = True
) -> tuple[RelationsView, ...]:
    """Those of one entity, sort by sort; its people by their roles where the page does not
    tell them anyhow.
    """
    found = render.site.relations.get(entity, ())
    every = (
        one
        for one in found
        if with_roles or one.fact.property.part is not PropertyPart.ROLE
    )
    return tuple(
        _sort(render, label, [*found])
        for label, found in groupby(every, key=lambda one: one.label)
    )


def _sort(render: RenderContext, label: str, found: list[Relation]) -> RelationsView:
    left = len(found) - LISTED
    more = (
        render.say(words.changes.MORE_FACTS, facts=render.count(left, words.counts.FACTS))
        if left > 0
        else ""
    )
    return RelationsView(label, tuple(_others(render, found[:LISTED])), more)


def _others(render: RenderContext, found: Iterable[Relation]) -> Iterator[RelativeView]:
    for one in found:
        name = render.write.entity(one.other)
        is_over = one.fact.is_over(render.site.as_of)
        told: Markup = render.fill(words.entities.FORMERLY, role=name) if is_over else name
        yield RelativeView(told, value_marks(render, one.fact))
