"""Who or what an entity is, in a line, by the facts about it."""

from collections.abc import Mapping

from markupsafe import Markup

from dossier.model.dossiers import EntityEntry, MergedFact
from dossier.model.entities import Entity
from dossier.model.values import Name
from dossier.render.facts.claims import answer, hedged
from dossier.render.language import words
from dossier.render.language.values import shown_keys
from dossier.render.site.render_context import RenderContext


def standing(render: RenderContext, entry: EntityEntry) -> str:
    """Who or what it is: by what introduces it, else by the first fact about it, else by
    its kind alone.
    """
    return introduced(render, entry).striptags() or render.say(
        words.entities.ENTITY_KINDS[entry.entity.kind]
    )


def introduced(render: RenderContext, entry: EntityEntry) -> Markup:
    """The same by facts alone; empty where there are none."""
    today = render.site.as_of
    ended = [fact for fact in entry.about if fact.has_ended(today)]
    others = [fact for fact in entry.about if not fact.has_ended(today)]
    # What they are, or else what they were last, or else whatever is known first.
    for fact in sorted(
        (*others, *reversed(ended)), key=lambda fact: not fact.property.introduces
    ):
        if told := without_name(render, fact, entry.entity):
            told = (
                render.fill(words.entities.FORMERLY, role=told)
                if fact.has_ended(today)
                else told
            )
            # Of other facts the name is told too: a value alone would not say what it
            # answers.
            return (
                told
                if fact.property.introduces
                else render.fill(words.claims.FACT_TOLD, label=fact.fact.label, value=told)
            )
    return Markup()


def without_name(render: RenderContext, fact: MergedFact, entity: Entity) -> Markup:
    """The value of a fact in a line that does not name the entity itself once more."""
    value, prop = fact.leading.value, fact.property
    if not isinstance(value, Mapping):
        return answer(render, fact, fact.leading)
    keys = [key for key in shown_keys(value, prop) if value[key] != Name(entity.id)]
    told = (
        render.write.value(value[key], prop.keys[key], key in fact.leading.inferred)
        for key in keys
    )
    return hedged(render, fact, fact.leading, Markup(" · ").join(told))
