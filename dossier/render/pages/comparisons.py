"""The contexts of the pages that compare: one property across companies and subjects, and
the list of all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from dossier.model import addresses
from dossier.model.dossiers import MergedFact
from dossier.model.values import Property
from dossier.render.charts.choosing import property_pictures
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
from dossier.render.pages.trails import Trail, compare_trail, home_trail
from dossier.render.pages.views import ColumnView, ComparedView, ComparisonView, SubjectView
from dossier.render.search.asked import other_words
from dossier.render.search.entries import Entry, entry_sheet, filled_in, joined, narrowed_by
from dossier.render.site import links
from dossier.render.site.sheets import Book, Sheet
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


def compare_context(sheet: Sheet, case: Case[Facts] | None) -> CompareContext:
    """Every property that can be compared, or where there are too many for a page the ways
    to their letters.
    """
    compared = tuple(sheet.book.compared.values())
    context = _compare(sheet, compared, sheet.say(words.pages.COMPARE), home_trail(sheet))
    return (
        replace(context, properties=(), portions=case_view(sheet, case))
        if case
        else context
    )


def compare_shelf_context(sheet: Sheet, board: Board[Facts]) -> CompareContext:
    """The properties of one letter."""
    context = _compare(
        sheet,
        board.items,
        board_title(sheet, sheet.say(words.pages.COMPARE), board),
        compare_trail(sheet),
    )
    about = board_title(sheet, context.description, board)
    return replace(context, description=about, portions=board_view(sheet, board))


def _compare(
    sheet: Sheet, compared: tuple[Facts, ...], title: str, trail: Trail
) -> CompareContext:
    sources = dict.fromkeys(
        id for facts in compared for fact in facts for id in fact.sources
    )
    return CompareContext(
        here=sheet.here,
        title=title,
        description=sheet.say(words.pages.ABOUT_COMPARE),
        trail=trail,
        as_of=sheet.newest(map(sheet.source, sources)),
        portions=None,
        properties=tuple(_compared(sheet, facts) for facts in compared),
    )


@dataclass(frozen=True, kw_only=True)
class ComparedContext(PageContext):
    """One property across companies and subjects."""

    question: str
    pictures: PicturesView
    portions: PortionsView | None
    table: ComparisonView
    notes: Notes


def compared_context(
    sheet: Sheet, facts: Sequence[MergedFact], portion: Portion[MergedFact]
) -> ComparedContext:
    """One property, in pictures, which are on its first page, and as a table."""
    prop = facts[0].property
    scope = sheet.scope(len(facts), len({id for fact in facts for id in fact.sources}))
    return ComparedContext(
        here=sheet.here,
        title=portion_title(sheet, prop.label, portion),
        description=portion_title(
            sheet,
            sheet.say(words.pages.ABOUT_COMPARED, property=prop.label, scope=scope),
            portion,
        ),
        trail=compare_trail(sheet),
        as_of=sheet.newest(
            map(sheet.source, dict.fromkeys(id for fact in facts for id in fact.sources))
        ),
        question=prop.description,
        pictures=_pictures(sheet, facts, portion),
        portions=portions_view(sheet, links.compare_url(prop.id), portion),
        table=_comparison(sheet, prop, portion.items),
        notes=Notes(sheet),
    )


def _pictures(
    sheet: Sheet, facts: Sequence[MergedFact], portion: Portion[MergedFact]
) -> PicturesView:
    """On the first page charts of the whole, which leave out what is not telling; a map of
    what stands on the page.
    """
    charts = property_pictures(sheet, facts).charts if portion.is_first else ()
    return PicturesView(charts, property_pictures(sheet, portion.items).maps)


def compare_link(sheet: Sheet, prop: Property) -> LinkView | None:
    """The way to the comparison of a property; None where there is nothing to compare."""
    if prop.id not in sheet.book.compared:
        return None
    return LinkView(
        sheet.say(words.pages.COMPARE_WITH, property=prop.label),
        sheet.link(links.compare_url(prop.id)),
    )


def _compared(sheet: Sheet, facts: Sequence[MergedFact]) -> ComparedView:
    prop, subjects = facts[0].property, {fact.subject.id for fact in facts}
    counted = (
        sheet.count(len(facts), words.counts.FACTS),
        sheet.count(len(subjects), words.counts.SUBJECTS),
    )
    return ComparedView(
        label=prop.label,
        href=sheet.link(links.compare_url(prop.id)),
        about=prop.description,
        scope=sheet.say(words.counts.FACTS_OF, facts=counted[0], subjects=counted[1]),
    )


def _comparison(
    sheet: Sheet, prop: Property, facts: Sequence[MergedFact]
) -> ComparisonView:
    keys = present_keys(prop, facts)
    columns = tuple(
        ColumnView(prop.keys[key].label or key, prop.keys[key].type.is_figure)
        for key in keys
    )
    answer = ColumnView(sheet.say(words.claims.ANSWER), prop.field.type.is_figure)
    return ComparisonView(
        id="comparison",
        label=prop.label,
        columns=columns or (answer,),
        subjects=tuple(_subject(sheet, fact, keys) for fact in facts),
    )


def _subject(sheet: Sheet, fact: MergedFact, keys: tuple[str, ...]) -> SubjectView:
    return SubjectView(
        sheet.write.entity(fact.subject.id), fact_view(sheet, fact, keys or None)
    )


def _case(book: Book) -> Case[Facts] | None:
    shelves = by_letter(
        book.compared.values(),
        lambda facts: (facts[0].property.label, facts[0].property.id),
    )
    size = book.settings.limits.entries
    return case_of(
        addresses.COMPARED_BY_NAME,
        shelves,
        size,
        words.counts.PROPERTIES_COUNTED,
        words.lists.BY_LETTER,
    )


def _pages(book: Book) -> Iterator[Planned]:
    size = book.settings.limits.facts
    case = _case(book)
    yield Planned(addresses.COMPARE, partial(compare_context, case=case))
    yield from shelved(compare_shelf_context, case)
    for id, facts in book.compared.items():
        make = partial(compared_context, facts=facts)
        yield from portioned(addresses.COMPARED, (id,), make, portions(facts, size))


def _entry(sheet: Sheet, facts: Sequence[MergedFact]) -> Entry:
    """What a search finds of a comparison: the property by all its names, and what is
    compared.
    """
    prop, kind = facts[0].property, sheet.say(words.search.COMPARISON_FOUND)
    companies = dict.fromkeys(
        sheet.site.dossiers[fact.id.company].company.name for fact in facts
    )
    return Entry(
        url=links.compare_url(prop.id),
        text=joined(
            prop.description,
            *islice((fact.fact.label for fact in facts), NAMED),
            *islice(companies, NAMED),
        ),
        shown=filled_in(
            title=prop.label, kind=kind, value=sheet.count(len(facts), words.counts.FACTS)
        ),
        filters=narrowed_by(kind=(kind,)),
        asked=joined(
            *other_words(prop, sheet.book.alike),
            sheet.say(words.search.ASKED_OF_COMPARISONS),
        ),
    )


def _entries(book: Book) -> Iterator[Entry]:
    return (_entry(entry_sheet(book), facts) for facts in book.compared.values())


COMPARISONS = Family(_pages, _entries)
