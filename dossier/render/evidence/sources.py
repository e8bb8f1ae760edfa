"""Sources as lists have them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model.sources import Source
from dossier.render.evidence.citations import cited_as
from dossier.render.evidence.corroboration import origins_text
from dossier.render.evidence.letters import NO_LETTERS, Letters
from dossier.render.evidence.views import SourceView
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import RenderContext

LISTED = 12
"""As many sources a dossier lists whether it cites them or not; of more it lists those that
it cites.
"""


def source_views(
    render: RenderContext,
    sources: Iterable[Source],
    uses: Mapping[str, int],
    letters: Letters = NO_LETTERS,
) -> tuple[SourceView, ...]:
    """Sources, each with its origins and how many facts rest on it here."""
    return tuple(
        _source_view(render, source, uses.get(source.id, 0), letters.get(source.id, ""))
        for source in sources
    )


@dataclass(frozen=True)
class CitedSources:
    """The sources that a page names by letters, made when the template comes to them: by
    then every mark is printed.
    """

    render: RenderContext
    sources: tuple[Source, ...]
    # All that there are.
    uses: Mapping[str, int]
    letters: Letters

    def __iter__(self) -> Iterator[SourceView]:
        entries = self.render.footnotes.entries
        cited = {reference.source for entry in entries for reference in entry.references}
        shown = [
            source
            for source in self.sources
            if len(self.sources) <= LISTED or source.id in cited
        ]
        return iter(source_views(self.render, shown, self.uses, self.letters))


def _source_view(
    render: RenderContext, source: Source, uses: int, letter: str
) -> SourceView:
    return SourceView(
        letter=letter,
        citation=cited_as(render, source),
        href=render.link(links.source_url(source.id)),
        address=source.url if links.is_web(source.url) else "",
        archive=source.archive if links.is_web(source.archive) else "",
        origins=origins_text(render, source, render.site.sources[source.id].origins),
        uses=render.count(uses, words.counts.FACTS),
    )
