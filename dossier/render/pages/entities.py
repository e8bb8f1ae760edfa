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
    entry_sheet,
    filled_in,
    joined,
    narrowed_by,
)
from dossier.render.site import links
from dossier.render.site.sheets import Book, Sheet
from dossier.render.site.views import LinkView


@dataclass(frozen=True, kw_only=True)
class EntitiesContext(PageContext):
    """People, organisations and products."""

    portions: PortionsView | None
    groups: tuple[EntityGroupView, ...]


Cases = Mapping[EntityKind, Case[Entity]]
"""The shelves of those kinds of which there are too many for a page."""


def entities_context(sheet: Sheet, cases: Cases) -> EntitiesContext:
    """All people, organisations and products, those with a dossier among them."""
    return EntitiesContext(
        here=sheet.here,
        title=sheet.say(words.entities.ENTITIES),
        description=sheet.say(words.entities.ABOUT_ENTITIES),
        trail=home_trail(sheet),
        as_of=sheet.newest(entry.source for entry in sheet.site.sources.values()),
        portions=None,
        groups=tuple(_groups(sheet, cases)),
    )


def entities_shelf_context(sheet: Sheet, board: Board[Entity]) -> EntitiesContext:
    """Those of a kind whose names begin with one letter."""
    kind = board.items[0].kind
    label = sheet.say(words.entities.ENTITY_GROUPS[kind])
    views = tuple(_entity(sheet, entity) for entity in board.items)
    sources = dict.fromkeys(id for entity in board.items for id in _sources(sheet, entity))
    return EntitiesContext(
        here=sheet.here,
        title=board_title(sheet, label, board),
        description=board_title(sheet, sheet.say(words.entities.ABOUT_ENTITIES), board),
        trail=entities_trail(sheet),
        as_of=sheet.newest(map(sheet.source, sources)),
        portions=board_view(sheet, board),
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
    sheet: Sheet, entry: EntityEntry, portion: Portion[MergedFact]
) -> EntityContext:
    """One of them, with some of the facts that name it."""
    entity, here = entry.entity, {fact.id for fact in portion.items}
    used = dict.fromkeys(id for fact in entry.facts for id in fact.sources)
    return EntityContext(
        here=sheet.here,
        title=portion_title(sheet, entity.name, portion),
        description=portion_title(sheet, _about(sheet, entry), portion),
        trail=entities_trail(sheet),
        as_of=sheet.newest(map(sheet.source, used)),
        kind=sheet.say(words.entities.ENTITY_KINDS[entity.kind]),
        standing=introduced(sheet, entry),
        scope=sheet.scope(len(entry.facts), len(used)),
        same_as=tuple(
            LinkView(urlsplit(url).hostname or url, url)
            for url in entity.same_as
            if links.is_web(url)
        ),
        also_known_as=sheet.language.series(entity.also_known_as),
        relations=relations_view(sheet, entity.id) if portion.is_first else (),
        portions=portions_view(sheet, links.entity_url(entity.id), portion),
        about=tuple(_fact(sheet, entity, fact) for fact in entry.about if fact.id in here),
        said=_mentions(sheet, entity, entry.said, here),
        events=_mentions(sheet, entity, entry.events, here),
        named=_mentions(sheet, entity, entry.named, here),
        timelines=tuple(_timelines(sheet, portion)),
        notes=Notes(sheet),
    )


def _about(sheet: Sheet, entry: EntityEntry) -> str:
    used = {id for fact in entry.facts for id in fact.sources}
    scope = sheet.scope(len(entry.facts), len(used))
    return sheet.say(
        words.entities.ABOUT_ENTITY,
        name=entry.entity.name,
        standing=standing(sheet, entry),
        scope=scope,
    )


def _fact(sheet: Sheet, entity: Entity, fact: MergedFact) -> FactView:
    """A fact about the entity in full. Its dossier is named where others name the subject,
    which here is the page itself.
    """
    return replace(
        fact_view(sheet, fact),
        anchor=f"{fact_anchor(fact.id)}--{fact.id.company}",
        about=sheet.fill(words.claims.FROM_DOSSIER, company=_dossier(sheet, fact)),
    )


def _dossier(sheet: Sheet, fact: MergedFact) -> Markup:
    dossier = sheet.company_link(fact.id.company)
    direction = attributes(dossier.label, sheet.language.tag, "")
    return Markup('<a{} href="{}">{}</a>').format(direction, dossier.href, dossier.label)


def _mentions(
    sheet: Sheet, entity: Entity, facts: Iterable[MergedFact], here: AbstractSet[FactId]
) -> tuple[MentionView, ...]:
    return tuple(_mention(sheet, entity, fact) for fact in facts if fact.id in here)


def _mention(sheet: Sheet, entity: Entity, fact: MergedFact) -> MentionView:
    claim, figure = fact.leading, figure_view(sheet, fact)
    return MentionView(
        figure=replace(figure, value=without_name(sheet, fact, entity) or figure.value),
        place=_place(sheet, entity, fact),
        happened=_when(sheet, fact),
        says=(
            sheet.say(words.entities.SAYS_SO)
            if any(entity.id in speakers_of(one.claim) for one in fact.claims)
            else ""
        ),
        quotes=tuple(
            passage_view(sheet, sheet.source(one.source), one)
            for one in _quoted(fact, claim)
        ),
    )


def _place(sheet: Sheet, entity: Entity, fact: MergedFact) -> Markup:
    """Where it is named, and as what: in one sentence, so that nobody takes the company for
    the speaker.
    """
    dossier, parts = _dossier(sheet, fact), dict.fromkeys(_parts(sheet, entity, fact))
    if not parts:
        return sheet.fill(words.claims.FROM_DOSSIER, company=dossier)
    return sheet.fill(
        words.claims.NAMED_UNDER,
        parts=sheet.language.series(map(in_marks, parts)),
        company=dossier,
    )


def _when(sheet: Sheet, fact: MergedFact) -> Markup:
    """When it happened, or else of which time it is."""
    claim, key = fact.leading, (fact.property.date_key or "") if fact.happened else "period"
    when = fact.happened or claim.period
    return sheet.write.date(when, key in claim.inferred) if when else Markup()


def _parts(sheet: Sheet, entity: Entity, fact: MergedFact) -> Iterator[str]:
    """As what the fact names the entity, in the words of its property."""
    for merged in fact.claims:
        value = merged.claim.value
        if isinstance(value, Mapping):
            for key, item in value.items():
                if _names(sheet, item, entity):
                    yield fact.property.keys[key].label or key
        elif _names(sheet, value, entity):
            yield fact.property.label


def _names(sheet: Sheet, value: Plain, entity: Entity) -> bool:
    items = value if isinstance(value, tuple) else (value,)
    places = (one.name for one in items if isinstance(one, PlaceName))
    return Name(entity.id) in items or any(
        sheet.site.placed.get(name) == entity.id for name in places
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


def _timelines(sheet: Sheet, portion: Portion[MergedFact]) -> Iterator[LinkView]:
    """The timelines in which its facts stand, those with the most of them first."""
    shown = Counter(
        (one.timeline.label, links.timeline_url(one.company, one.timeline.id))
        for fact in portion.items
        for one in sheet.book.appearances.get(fact.id, ())
    )
    return (LinkView(label, sheet.link(url)) for (label, url), _ in shown.most_common())


def _groups(sheet: Sheet, cases: Cases) -> Iterator[EntityGroupView]:
    for kind, members in _members(sheet.book).items():
        label, case = sheet.say(words.entities.ENTITY_GROUPS[kind]), cases.get(kind)
        views = () if case else tuple(_entity(sheet, entity) for entity in members)
        yield EntityGroupView(
            f"kind-{kind}", label, case_view(sheet, case) if case else None, views
        )


def _members(book: Book) -> Mapping[EntityKind, list[Entity]]:
    """Those who have a page, by their kinds, in the order of these."""
    found: dict[EntityKind, list[Entity]] = {kind: [] for kind in EntityKind}
    for entity in book.site.entities.values():
        if entity.id in book.ways:
            found[entity.kind].append(entity)
    return {kind: members for kind, members in found.items() if members}


def _sources(sheet: Sheet, entity: Entity) -> Iterator[str]:
    """The sources of what is said of an entity."""
    if entry := sheet.site.named.get(entity.id):
        return (id for fact in entry.facts for id in fact.sources)
    return (source.id for source in sheet.site.dossiers[entity.id].sources)


def _entity(sheet: Sheet, entity: Entity) -> EntityView:
    way = LinkView(entity.name, sheet.link(sheet.book.ways[entity.id]))
    if entry := sheet.site.named.get(entity.id):
        return EntityView(
            way, introduced(sheet, entry), sheet.count(len(entry.facts), words.counts.FACTS)
        )
    return EntityView(
        way,
        escape(sheet.say(words.entities.HAS_DOSSIER)),
        scope_of(sheet, sheet.site.dossiers[entity.id]),
    )


def _entry(sheet: Sheet, entry: EntityEntry) -> Entry:
    entity, kind = entry.entity, sheet.say(words.entities.ENTITY_KINDS[entry.entity.kind])
    sources = dict.fromkeys(id for fact in entry.facts for id in fact.sources)
    return Entry(
        url=links.entity_url(entity.id),
        text=joined(
            entity.name, *entity.also_known_as, *(fact.fact.label for fact in entry.facts)
        ),
        shown=filled_in(
            title=entity.name,
            kind=kind,
            value=standing(sheet, entry),
            as_of=as_of_day(sheet, sheet.newest(map(sheet.source, sources))),
        ),
        filters=narrowed_by(
            kind=(kind,),
            company=tuple(
                dict.fromkeys(
                    sheet.site.dossiers[fact.id.company].company.name
                    for fact in entry.facts
                )
            ),
        ),
        asked=joined(*entity.also_known_as, sheet.say(words.search.ASKED_OF_ENTITIES)),
    )


def _cases(book: Book) -> Cases:
    found = {kind: _case(book, kind, members) for kind, members in _members(book).items()}
    return {kind: case for kind, case in found.items() if case}


def _case(book: Book, kind: EntityKind, members: Iterable[Entity]) -> Case[Entity] | None:
    shelves, size = (
        by_letter(members, lambda entity: (entity.name, entity.id)),
        book.settings.limits.entries,
    )
    return case_of(
        addresses.ENTITIES_BY_NAME,
        shelves,
        size,
        words.entities.ENTITIES_COUNTED[kind],
        words.lists.BY_LETTER,
        ids=(kind.value,),
    )


def _pages(book: Book) -> Iterator[Planned]:
    size = book.settings.limits.facts
    cases = _cases(book)
    yield Planned(addresses.ENTITIES, partial(entities_context, cases=cases))
    for case in cases.values():
        yield from shelved(entities_shelf_context, case)
    for id, named in book.site.named.items():
        yield from portioned(
            addresses.ENTITY,
            (id,),
            partial(entity_context, entry=named),
            portions(named.facts, size),
        )


def _entries(book: Book) -> Iterator[Entry]:
    return (_entry(entry_sheet(book), named) for named in book.site.named.values())


ENTITIES = Family(_pages, _entries)
