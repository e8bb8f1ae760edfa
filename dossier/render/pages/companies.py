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
from dossier.render.site.sheets import Sheet


@dataclass(frozen=True, kw_only=True)
class CompaniesContext(PageContext):
    """The companies of one letter."""

    portions: PortionsView
    companies: tuple[EntityView, ...]


def companies_context(
    sheet: Sheet, board: Board[Dossier], title: str, about: str, trail: Trail
) -> CompaniesContext:
    """The companies of one letter, of the list that is called so and about that."""
    return CompaniesContext(
        here=sheet.here,
        title=board_title(sheet, title, board),
        description=board_title(sheet, about, board),
        trail=trail,
        as_of=newest_of(sheet, board.items),
        portions=board_view(sheet, board),
        companies=tuple(
            EntityView(sheet.company_link(one.company.slug), Markup(), scope_of(sheet, one))
            for one in board.items
        ),
    )


def newest_of(sheet: Sheet, companies: Iterable[Dossier]) -> Markup:
    """The date of the newest source of several companies."""
    return sheet.newest(source for dossier in companies for source in dossier.sources)
