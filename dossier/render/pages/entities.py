"""The contexts of the pages about people, organisations and products: the list of them, and
each with all that names it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from dossier.model import addresses
from dossier.model.addresses import Ids
from dossier.model.claims import Claim, Reference
from dossier.model.dossiers import EntityEntry, MergedFact
from dossier.model.entities import Entity, EntityKind
from dossier.model.facts import FactId
from dossier.model.speaking import speakers_of
from dossier.model.values import TEXT, Name, PlaceName, Plain
from dossier.render.entities.companies import scope_of
from dossier.render.entities.introductions import introduced, standing, without_name
from dossier.render.entities.relations import relations_view
from dossier.render.entities.views import EntityView, RelationsView
from dossier.render.evidence.notes import Notes, passage_view
from dossier.render.facts.facts import fact_anchor, fact_view, figure_view
from dossier.render.facts.views import FactView
from dossier.render.language import words
from dossier.render.language.directions import attributes
from dossier.render.language.quoting import in_marks
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
from dossier.render.pages.trails import entities_trail, home_trail
from dossier.render.pages.views import EntityGroupView, MentionView
from dossier.render.search.entries import (
    Entry,
    as_of_day,
    filled_in,
    joined,
    narrowed_by,
)
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView


@dataclass(frozen=True, kw_only=True)
class EntitiesContext(PageContext):
    """People, organisations and products."""

    portions: PortionsView | None
    groups: tuple[EntityGroupView, ...]


Cases = Mapping[EntityKind, Case[Entity]]
"""The shelves of those kinds of which there are too many for a page."""


def entities_context(render: RenderContext, cases: Cases) -> EntitiesContext:
    """All people, organisations and products, those with a dossier among them."""
    return EntitiesContext(
        here=render.here,
        title=render.say(words.entities.ENTITIES),
        description=render.say(words.entities.ABOUT_ENTITIES),
        trail=home_trail(render),
        as_of=render.as_of_all,
        portions=None,
        groups=tuple(_groups(render, cases)),
    )


def entities_shelf_context(render: RenderContext, board: Board[Entity]) -> EntitiesContext:
    """Those of a kind whose names begin with one letter."""
    kind = board.items[0].kind
    label = render.say(words.entities.ENTITY_GROUPS[kind])
    views = tuple(_entity(render, entity) for entity in board.items)
    sources = dict.fromkeys(id for entity in board.items for id in _sources(render, entity))
    return EntitiesContext(
        here=render.here,
        title=board_title(render, label, board),
        description=board_title(render, render.say(words.entities.ABOUT_ENTITIES), board),
        trail=entities_trail(render),
        as_of=render.newest(map(render.source, sources)),
        portions=board_view(render, board),
        groups=(EntityGroupView(f"kind-{kind}", label, None, views),),
    )


@dataclass(frozen=True, kw_only=True)
class EntityContext(PageContext):
    """One of them, with every fact that names it."""

    kind: str
    standing: Markup
    # Who or what it is; empty where no fact says so.
    scope: str
    portions: PortionsView | None
    same_as: tuple[LinkView, ...]
    also_known_as: str
    relations: tuple[RelationsView, ...]
    about: tuple[FactView, ...]
    said: tuple[MentionView, ...]
    events: tuple[MentionView, ...]
    named: tuple[MentionView, ...]
    timelines: tuple[LinkView, ...]
    # Those that tell of it, the fullest first.
    notes: Notes


def entity_context(
    render: RenderContext, entry: EntityEntry, portion: Portion[MergedFact]
) -> EntityContext:
    """One of them, with some of the facts that name it."""
    entity, here = entry.entity, {fact.id for fact in portion.items}
    used = dict.fromkeys(id for fact in entry.facts for id in fact.sources)
    return EntityContext(
        here=render.here,
        title=portion_title(render, entity.name, portion),
        description=portion_title(render, _about(render, entry), portion),
        trail=entities_trail(render),
        as_of=render.newest(map(render.source, used)),
        kind=render.say(words.entities.ENTITY_KINDS[entity.kind]),
        standing=introduced(render, entry),
        scope=render.scope(len(entry.facts), len(used)),
        same_as=tuple(
            LinkView(urlsplit(url).hostname or url, url)
            for url in entity.same_as
            if links.is_web(url)
        ),
        also_known_as=render.language.series(entity.also_known_as),
        relations=relations_view(render, entity.id) if portion.is_first else (),
        portions=portions_view(render, links.entity_url(entity.id), portion),
        about=tuple(_fact(render, entity, fact) for fact in entry.about if fact.id in here),
        said=_mentions(render, entity, entry.said, here),
        events=_mentions(render, entity, entry.events, here),
        named=_mentions(render, entity, entry.named, here),
        timelines=tuple(_timelines(render, portion)),
        notes=Notes(render),
    )


def _about(render: RenderContext, entry: EntityEntry) -> str:
    used = {id for fact in entry.facts for id in fact.sources}
    scope = render.scope(len(entry.facts), len(used))
    return render.say(
        words.entities.ABOUT_ENTITY,
        name=entry.entity.name,
        standing=standing(render, entry),
        scope=scope,
    )


def _fact(render: RenderContext, entity: Entity, fact: MergedFact) -> FactView:
    """A fact about the entity in full. Its dossier is named where others name the subject,
    which here is the page itself.
    """
    return replace(
        fact_view(render, fact),
        anchor=f"{fact_anchor(fact.id)}--{fact.id.company}",
        about=render.fill(words.claims.FROM_DOSSIER, company=_dossier(render, fact)),
    )


def _dossier(render: RenderContext, fact: MergedFact) -> Markup:
    dossier = render.company_link(fact.id.company)
    direction = attributes(dossier.label, render.language.tag, "")
    return Markup('<a{} href="{}">{}</a>').format(direction, dossier.href, dossier.label)


def _mentions(
    render: RenderContext,
    entity: Entity,
    facts: Iterable[MergedFact],
    here: AbstractSet[FactId],
) -> tuple[MentionView, ...]:
    return tuple(_mention(render, entity, fact) for fact in facts if fact.id in here)


def _mention(render: RenderContext, entity: Entity, fact: MergedFact) -> MentionView:
    claim, figure = fact.leading, figure_view(render, fact)
    return MentionView(
        figure=replace(figure, value=without_name(render, fact, entity) or figure.value),
        place=_place(render, entity, fact),
        happened=_when(render, fact),
        says=(
            render.say(words.entities.SAYS_SO)
            if any(entity.id in speakers_of(one.claim) for one in fact.claims)
            else ""
        ),
        quotes=tuple(
            passage_view(render, render.source(one.source), one)
            for one in _quoted(fact, claim)
        ),
    )


def _place(render: RenderContext, entity: Entity, fact: MergedFact) -> Markup:
    """Where it is named, and as what: in one sentence, so that nobody takes the company for
    the speaker.
    """
    dossier, parts = _dossier(render, fact), dict.fromkeys(_parts(render, entity, fact))
    if not parts:
        return render.fill(words.claims.FROM_DOSSIER, company=dossier)
    return render.fill(
        words.claims.NAMED_UNDER,
        parts=render.language.series(in_marks(part, render.language) for part in parts),
        company=dossier,
    )


def _when(render: RenderContext, fact: MergedFact) -> Markup:
    """When it happened, or else of which time it is."""
    claim, key = fact.leading, (fact.property.date_key or "") if fact.happened else "period"
    when = fact.happened or claim.period
    return render.write.date(when, key in claim.inferred) if when else Markup()


def _parts(render: RenderContext, entity: Entity, fact: MergedFact) -> Iterator[str]:
    """As what the fact names the entity, in the words of its property."""
    for merged in fact.claims:
        value = merged.claim.value
        if isinstance(value, Mapping):
            for key, item in value.items():
                if _names(render, item, entity):
                    yield fact.property.keys[key].label or key
        elif _names(render, value, entity):
            yield fact.property.label


def _names(render: RenderContext, value: Plain, entity: Entity) -> bool:
    items = value if isinstance(value, tuple) else (value,)
    places = (one.name for one in items if isinstance(one, PlaceName))
    return Name(entity.id) in items or any(
        render.site.placed.get(name) == entity.id for name in places
    )


def _quoted(fact: MergedFact, claim: Claim) -> Iterator[Reference]:
    """The passages whose words say what was said or done, and not just when and by whom;
    each wording once.
    """
    texts = {key for key, field in fact.property.keys.items() if field.type is TEXT} | {
        "value"
    }
    told: set[str] = set()
    for one in claim.references:
        if (
            one.quote
            and one.quote not in told
            and (not one.supports or texts & {*one.supports})
        ):
            told.add(one.quote)
            yield one


def _timelines(render: RenderContext, portion: Portion[MergedFact]) -> Iterator[LinkView]:
    """The timelines in which its facts stand, those with the most of them first."""
    shown = Counter(
        (one.timeline.label, links.timeline_url(one.company, one.timeline.id))
        for fact in portion.items
        for one in render.build.appearances.get(fact.id, ())
    )
    return (LinkView(label, render.link(url)) for (label, url), _ in shown.most_common())


def _groups(render: RenderContext, cases: Cases) -> Iterator[EntityGroupView]:
    for kind, members in _members(render.build).items():
        label, case = render.say(words.entities.ENTITY_GROUPS[kind]), cases.get(kind)
        views = () if case else tuple(_entity(render, entity) for entity in members)
        yield EntityGroupView(
            f"kind-{kind}", label, case_view(render, case) if case else None, views
        )


def _members(build: BuildContext) -> Mapping[EntityKind, list[Entity]]:
    """Those who have a page, by their kinds, in the order of these."""
    found: dict[EntityKind, list[Entity]] = {kind: [] for kind in EntityKind}
    for entity in build.site.entities.values():
        if entity.id in build.entity_urls:
            found[entity.kind].append(entity)
    return {kind: members for kind, members in found.items() if members}


def _sources(render: RenderContext, entity: Entity) -> Iterator[str]:
    """The sources of what is said of an entity."""
    if entry := render.site.named.get(entity.id):
        return (id for fact in entry.facts for id in fact.sources)
    return (source.id for source in render.site.dossiers[entity.id].sources)


def _entity(render: RenderContext, entity: Entity) -> EntityView:
    way = LinkView(entity.name, render.link(render.build.entity_urls[entity.id]))
    if entry := render.site.named.get(entity.id):
        return EntityView(
            way,
            introduced(render, entry),
            render.count(len(entry.facts), words.counts.FACTS),
        )
    return EntityView(
        way,
        escape(render.say(words.entities.HAS_DOSSIER)),
        scope_of(render, render.site.dossiers[entity.id]),
    )


def _entries(render: RenderContext, ids: Ids) -> Iterator[Entry]:
    """What a search finds of whom facts name."""
    entry = render.site.named[ids[0]]
    entity, kind = entry.entity, render.say(words.entities.ENTITY_KINDS[entry.entity.kind])
    sources = dict.fromkeys(id for fact in entry.facts for id in fact.sources)
    yield Entry(
        url=links.entity_url(entity.id),
        text=joined(
            entity.name, *entity.also_known_as, *(fact.fact.label for fact in entry.facts)
        ),
        shown=filled_in(
            title=entity.name,
            kind=kind,
            value=standing(render, entry),
            as_of=as_of_day(render, render.newest(map(render.source, sources))),
        ),
        filters=narrowed_by(
            kind=(kind,),
            company=tuple(
                dict.fromkeys(
                    render.site.dossiers[fact.id.company].company.name
                    for fact in entry.facts
                )
            ),
        ),
        asked=joined(*entity.also_known_as, render.say(words.search.ASKED_OF_ENTITIES)),
    )


def _cases(build: BuildContext) -> Cases:
    found = {kind: _case(build, kind, members) for kind, members in _members(build).items()}
    return {kind: case for kind, case in found.items() if case}


def _case(
    build: BuildContext, kind: EntityKind, members: Iterable[Entity]
) -> Case[Entity] | None:
    shelves, size = (
        by_letter(members, lambda entity: (entity.name, entity.id)),
        build.settings.limits.entries,
    )
    return case_of(
        addresses.ENTITIES_BY_NAME,
        shelves,
        size,
        words.entities.ENTITIES_COUNTED[kind],
        words.lists.BY_LETTER,
        ids=(kind.value,),
    )


def _pages(build: BuildContext) -> Iterator[Planned]:
    size = build.settings.limits.facts
    cases = _cases(build)
    yield Planned(addresses.ENTITIES, partial(entities_context, cases=cases))
    for case in cases.values():
        yield from shelved(entities_shelf_context, case)
    for id, named in build.site.named.items():
        yield from portioned(
            addresses.ENTITY,
            (id,),
            partial(entity_context, entry=named),
            portions(named.facts, size),
            _entries,
        )


ENTITIES = Family(_pages)
