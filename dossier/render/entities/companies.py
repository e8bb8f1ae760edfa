"""Companies as lists have them, and how much a dossier holds."""

from collections.abc import Iterable

from dossier.model.addresses import PageKind
from dossier.model.dossiers import Dossier
from dossier.render.language import words
from dossier.render.lists.shelves import Case, Shelf, by_letter, case_of
from dossier.render.site.render_context import BuildContext, RenderContext


def scope_of(render: RenderContext, dossier: Dossier) -> str:
    """How much a dossier holds."""
    return render.scope(len(dossier.facts), len(dossier.sources))


def company_shelves(dossiers: Iterable[Dossier]) -> tuple[Shelf[Dossier], ...]:
    """Companies by the letters of their names."""
    return by_letter(dossiers, lambda dossier: (dossier.company.name, dossier.company.slug))


def company_case(
    build: BuildContext, kind: PageKind, size: int, whole: int = 0
) -> Case[Dossier] | None:
    """The companies by letter, so many on a page of a kind; None where they fit one page,
    which may hold `whole` of them.
    """
    return case_of(
        kind,
        company_shelves(build.site.dossiers.values()),
        size,
        words.counts.COMPANIES_COUNTED,
        words.lists.BY_LETTER,
        whole=whole,
    )
