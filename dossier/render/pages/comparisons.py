"""The contexts of the pages that compare: one property across companies and subjects, and the list of all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.model import addresses
from dossier.model.dossiers import MergedFact
from dossier.model.values import Property
from dossier.render.charts.choosing import property_pictures
from dossier.render.frame import links
from dossier.render.frame.sheets import Book, Sheet
from dossier.render.language import words
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, portioned
from dossier.render.parts.claims import present_keys
from dossier.render.parts.facts import fact_view
from dossier.render.parts.notes import Notes
from dossier.render.parts.portions import Portion, portion_title, portions, portions_view
from dossier.render.parts.trails import compare_trail, home_trail
from dossier.render.views import (
    ColumnView,
    ComparedView,
    ComparisonView,
    LinkView,
    PicturesView,
    PortionsView,
    SubjectView,
)


@dataclass(frozen=True, kw_only=True)
class CompareContext(PageContext):
    """All properties that can be compared."""

    properties: tuple[ComparedView, ...]


def compare_context(sheet: Sheet) -> CompareContext:
    """Every property that can be compared."""
    facts = [fact for facts in sheet.book.compared.values() for fact in facts]
    return CompareContext(
        here=sheet.here,
        title=sheet.say(words.COMPARE),
        description=sheet.say(words.ABOUT_COMPARE),
        trail=home_trail(sheet),
        as_of=sheet.newest(map(sheet.source, dict.fromkeys(id for fact in facts for id in fact.sources))),
        properties=tuple(_compared(sheet, facts) for facts in sheet.book.compared.values()),
    )


@dataclass(frozen=True, kw_only=True)
class ComparedContext(PageContext):
    """One property across companies and subjects."""

    question: str
    pictures: PicturesView
    portions: PortionsView | None
    table: ComparisonView
    notes: Notes


def compared_context(sheet: Sheet, facts: Sequence[MergedFact], portion: Portion[MergedFact]) -> ComparedContext:
    """One property, in pictures, which are on its first page, and as a table."""
    prop = facts[0].property
    scope = sheet.scope(len(facts), len({id for fact in facts for id in fact.sources}))
    return ComparedContext(
        here=sheet.here,
        title=portion_title(sheet, prop.label, portion),
        description=portion_title(sheet, sheet.say(words.ABOUT_COMPARED, property=prop.label, scope=scope), portion),
        trail=compare_trail(sheet),
        as_of=sheet.newest(map(sheet.source, dict.fromkeys(id for fact in facts for id in fact.sources))),
        question=prop.description,
        pictures=_pictures(sheet, facts, portion),
        portions=portions_view(sheet, links.compare_url(prop.id), portion),
        table=_comparison(sheet, prop, portion.items),
        notes=Notes(sheet),
    )


def _pictures(sheet: Sheet, facts: Sequence[MergedFact], portion: Portion[MergedFact]) -> PicturesView:
    """On the first page charts of the whole, which leave out what is not telling; a map of what stands on the page."""
    charts = property_pictures(sheet, facts).charts if portion.is_first else ()
    return PicturesView(charts, property_pictures(sheet, portion.items).maps)


def compare_link(sheet: Sheet, prop: Property) -> LinkView | None:
    """The way to the comparison of a property; None where there is nothing to compare."""
    if prop.id not in sheet.book.compared:
        return None
    return LinkView(sheet.say(words.COMPARE_WITH, property=prop.label), sheet.link(links.compare_url(prop.id)))


def _compared(sheet: Sheet, facts: Sequence[MergedFact]) -> ComparedView:
    prop, subjects = facts[0].property, {fact.subject.id for fact in facts}
    counted = sheet.count(len(facts), words.FACTS), sheet.count(len(subjects), words.SUBJECTS)
    return ComparedView(
        label=prop.label,
        href=sheet.link(links.compare_url(prop.id)),
        about=prop.description,
        scope=sheet.say(words.FACTS_OF, facts=counted[0], subjects=counted[1]),
    )


def _comparison(sheet: Sheet, prop: Property, facts: Sequence[MergedFact]) -> ComparisonView:
    keys = present_keys(prop, facts)
    columns = tuple(ColumnView(prop.keys[key].label or key, prop.keys[key].type.is_figure) for key in keys)
    answer = ColumnView(sheet.say(words.ANSWER), prop.field.type.is_figure)
    return ComparisonView(
        id="comparison",
        label=prop.label,
        columns=columns or (answer,),
        subjects=tuple(_subject(sheet, fact, keys) for fact in facts),
    )


def _subject(sheet: Sheet, fact: MergedFact, keys: tuple[str, ...]) -> SubjectView:
    return SubjectView(sheet.write.entity(fact.subject.id), fact_view(sheet, fact, keys or None))


def _pages(book: Book) -> Iterator[Planned]:
    size = book.settings.limits.facts
    yield Planned(addresses.COMPARE, compare_context)
    for id, facts in book.compared.items():
        make = partial(compared_context, facts=facts)
        yield from portioned(addresses.COMPARED, (id,), make, portions(facts, size))


COMPARISONS = Family(_pages)
