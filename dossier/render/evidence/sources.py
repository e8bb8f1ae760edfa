"""Sources as lists have them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model.sources import Source
from dossier.render.evidence.citations import citation
from dossier.render.evidence.letters import NO_LETTERS, Letters
from dossier.render.evidence.views import SourceView
from dossier.render.evidence.voices import told_origins
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.sheets import Sheet

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


def _source_view(sheet: Sheet, source: Source, uses: int, letter: str) -> SourceView:
    return SourceView(
        letter=letter,
        citation=citation(source, sheet.language),
        href=sheet.link(links.source_url(source.id)),
        archive=source.archive if links.is_web(source.archive) else "",
        origins=told_origins(sheet, source, sheet.site.sources[source.id].origins),
        uses=sheet.count(uses, words.counts.FACTS),
    )
