"""The page of data: what there is to download."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from dossier.extensions import own_exports
from dossier.model import addresses
from dossier.model.dossiers import Dossier
from dossier.render.entities.companies import company_case, scope_of
from dossier.render.language import words
from dossier.render.lists.shelves import Board, Case, board_title, board_view, case_view
from dossier.render.lists.views import PortionsView
from dossier.render.pages.companies import newest_of
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned, shelved
from dossier.render.pages.trails import Trail, data_trail, home_trail
from dossier.render.pages.views import DownloadView
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView


@dataclass(frozen=True, kw_only=True)
class DataContext(PageContext):
    """What there is to download."""

    licence: LinkView
    portions: PortionsView | None
    downloads: tuple[DownloadView, ...]


def data_context(render: RenderContext, case: Case[Dossier] | None) -> DataContext:
    """What there is to download: the files of the whole site, and of each company, or the
    ways to these by letter.
    """
    companies = () if case else render.site.dossiers.values()
    context = _data(
        render,
        render.say(words.pages.DATA),
        home_trail(render),
        companies,
        case_view(render, case) if case else None,
    )
    return replace(
        context, as_of=render.as_of_all, downloads=(*_common(render), *context.downloads)
    )


def data_shelf_context(render: RenderContext, board: Board[Dossier]) -> DataContext:
    """The files of the companies of one letter."""
    title = board_title(render, render.say(words.pages.DATA), board)
    context = _data(
        render, title, data_trail(render), board.items, board_view(render, board)
    )
    return replace(context, description=board_title(render, context.description, board))


def _data(
    render: RenderContext,
    title: str,
    trail: Trail,
    companies: Iterable[Dossier],
    portions: PortionsView | None,
) -> DataContext:
    settings = render.build.settings
    return DataContext(
        here=render.here,
        title=title,
        description=render.say(words.pages.ABOUT_DATA),
        trail=trail,
        as_of=newest_of(render, companies),
        licence=LinkView(settings.data_licence, settings.data_licence_url),
        portions=portions,
        downloads=tuple(_downloads(render, companies)),
    )


def _common(render: RenderContext) -> Iterator[DownloadView]:
    for kind, (label, about) in words.pages.DATA_FILES.items():
        yield _download(render, kind.address.fill(), render.say(label), render.say(about))
    for own in own_exports():
        yield _download(render, own.part.address, own.part.label, own.part.about)


def _downloads(
    render: RenderContext, companies: Iterable[Dossier]
) -> Iterator[DownloadView]:
    for dossier in companies:
        yield _download(
            render,
            links.data_url(dossier.company.slug),
            dossier.company.name,
            scope_of(render, dossier),
        )


def _download(render: RenderContext, target: str, label: str, about: str) -> DownloadView:
    return DownloadView(label, render.link(target), target, about)


def _data_pages(build: BuildContext) -> Iterator[Planned]:
    case = company_case(build, addresses.DATA_BY_NAME, build.settings.limits.entries)
    yield Planned(addresses.DATA, partial(data_context, case=case))
    yield from shelved(data_shelf_context, case)


DATA = Family(_data_pages)
