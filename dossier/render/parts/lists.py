"""Sources and companies as lists have them, and how much there is of what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model.addresses import PageKind
from dossier.model.dossiers import Dossier
from dossier.model.sources import Source
from dossier.render.frame import links
from dossier.render.frame.sheets import Book, Sheet
from dossier.render.language import words
from dossier.render.parts.citations import citation
from dossier.render.parts.letters import NO_LETTERS, Letters
from dossier.render.parts.shelves import Case, Shelf, by_letter, case_of
from dossier.render.parts.voices import told_origins
from dossier.render.views import SourceView

LISTED = 12
"""As many sources a dossier lists whether it cites them or not; of more it lists those that
it cites.
"""


def source_views(
    sheet: Sheet,
    sources: Iterable[Source],
    uses: Mapping[str, int],
    letters: Letters = NO_LETTERS,
) -> tuple[SourceView, ...]:
    """Sources, each with its origins and how many facts rest on it here."""
    return tuple(
        _source_view(sheet, source, uses.get(source.id, 0), letters.get(source.id, ""))
        for source in sources
    )


@dataclass(frozen=True)
class CitedSources:
    """The sources that a page names by letters, made when the template comes to them: by
    then every mark is printed.
    """

    sheet: Sheet
    sources: tuple[Source, ...]
    # All that there are.
    uses: Mapping[str, int]
    letters: Letters

    def __iter__(self) -> Iterator[SourceView]:
        entries = self.sheet.footnotes.entries
        cited = {reference.source for entry in entries for reference in entry.references}
        shown = [
            source
            for source in self.sources
            if len(self.sources) <= LISTED or source.id in cited
        ]
        return iter(source_views(self.sheet, shown, self.uses, self.letters))


def scope_of(sheet: Sheet, dossier: Dossier) -> str:
    """How much a dossier holds."""
    return sheet.scope(len(dossier.facts), len(dossier.sources))


def _source_view(sheet: Sheet, source: Source, uses: int, letter: str) -> SourceView:
    return SourceView(
        letter=letter,
        citation=citation(source, sheet.language),
        href=sheet.link(links.source_url(source.id)),
        archive=source.archive if links.is_web(source.archive) else "",
        origins=told_origins(sheet, source, sheet.site.sources[source.id].origins),
        uses=sheet.count(uses, words.FACTS),
    )


def company_shelves(dossiers: Iterable[Dossier]) -> tuple[Shelf[Dossier], ...]:
    """Companies by the letters of their names."""
    return by_letter(dossiers, lambda dossier: (dossier.company.name, dossier.company.slug))


def company_case(book: Book, kind: PageKind, whole: int = 0) -> Case[Dossier] | None:
    """The companies by letter, on pages of a kind; None where they fit a page, which may
    hold `whole` of them.
    """
    size = book.settings.limits.entries
    return case_of(
        kind,
        company_shelves(book.site.dossiers.values()),
        size,
        words.COMPANIES_COUNTED,
        words.BY_LETTER,
        whole=whole,
    )
