"""The context of some of the companies of a list that one page does not hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dossier.model.dossiers import Dossier
from dossier.render.entities.companies import scope_of
from dossier.render.entities.views import EntityView
from dossier.render.lists.shelves import Board, board_title, board_view
from dossier.render.lists.views import PortionsView
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.trails import Trail
from dossier.render.site.render_context import RenderContext


@dataclass(frozen=True, kw_only=True)
class CompaniesContext(PageContext):
    """The companies of one letter."""

    portions: PortionsView
    companies: tuple[EntityView, ...]


def companies_context(
    render: RenderContext, board: Board[Dossier], title: str, about: str, trail: Trail
) -> CompaniesContext:
    """The companies of one letter, of the list that is called so and about that."""
    return CompaniesContext(
        here=render.here,
        title=board_title(render, title, board),
        description=board_title(render, about, board),
        trail=trail,
        as_of=newest_of(render, board.items),
        portions=board_view(render, board),
        companies=tuple(
            EntityView(
                render.company_link(one.company.slug), Markup(), scope_of(render, one)
            )
            for one in board.items
        ),
    )


def newest_of(render: RenderContext, companies: Iterable[Dossier]) -> Markup:
    """The date of the newest source of several companies."""
    return render.newest(source for dossier in companies for source in dossier.sources)
