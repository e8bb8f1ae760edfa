"""Sources as lists show them, and how much there is of what."""

from collections import Counter
from collections.abc import Iterable

from dossier.model.dossiers import Dossier, MergedFact
from dossier.model.sources import Source
from dossier.render.frame import links
from dossier.render.frame.sheets import Sheet
from dossier.render.language import words
from dossier.render.parts.citations import citation
from dossier.render.views import SourceView


def source_views(sheet: Sheet, sources: Iterable[Source], facts: Iterable[MergedFact]) -> tuple[SourceView, ...]:
    """Sources, each with its origins and how many of the facts rest on it."""
    uses = Counter(id for fact in facts for id in fact.sources)
    return tuple(_source_view(sheet, source, uses[source.id]) for source in sources)


def scope_of(sheet: Sheet, dossier: Dossier) -> str:
    """How much a dossier holds."""
    return sheet.scope(len(dossier.facts), len(dossier.sources))


def _source_view(sheet: Sheet, source: Source, uses: int) -> SourceView:
    return SourceView(
        citation=citation(source, sheet.language),
        href=sheet.link(links.source_url(source.id)),
        origins=sheet.say(words.SEMICOLON).join(origin.name for origin in sheet.site.sources[source.id].origins),
        uses=sheet.count(uses, words.FACTS),
    )
