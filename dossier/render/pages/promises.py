"""The page of promises: what was said would come, and what became of it; of many companies
by their letters.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from dossier.model import addresses
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.model.promises import Promise
from dossier.render.evidence.notes import Notes
from dossier.render.facts.promises import promise_groups
from dossier.render.facts.views import PromiseGroupView
from dossier.render.language import words
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
from dossier.render.pages.families import Family, Planned, shelved
from dossier.render.pages.standing import found_of
from dossier.render.pages.trails import Trail, home_trail, promises_trail
from dossier.render.site.render_context import BuildContext, RenderContext


@dataclass(frozen=True, kw_only=True)
class PromisesContext(PageContext):
    """Promises by where they stand."""

    portions: PortionsView | None
    groups: tuple[PromiseGroupView, ...]
    notes: Notes


def promises_context(render: RenderContext, case: Case[Promise] | None) -> PromisesContext:
    """All promises of the site, or where there are too many for a page the ways to their
    letters.
    """
    listed = () if case else render.site.promises.values()
    context = _context(
        render, listed, render.say(words.promises.PROMISES), home_trail(render)
    )
    return replace(context, portions=case_view(render, case) if case else None)


def promises_shelf_context(render: RenderContext, board: Board[Promise]) -> PromisesContext:
    """The promises in the dossiers of one letter."""
    title = board_title(render, render.say(words.promises.PROMISES), board)
    context = _context(render, board.items, title, promises_trail(render))
    about = board_title(render, context.description, board)
    return replace(context, description=about, portions=board_view(render, board))


def _context(
    render: RenderContext, promises: Iterable[Promise], title: str, trail: Trail
) -> PromisesContext:
    listed = tuple(promises)
    used = (render.site.facts[FactId.parse(one.fact, "")].sources for one in listed)
    return PromisesContext(
        here=render.here,
        title=title,
        description=render.say(words.promises.ABOUT_PROMISES),
        trail=trail,
        as_of=render.newest(
            map(render.source, dict.fromkeys(id for ids in used for id in ids))
        ),
        portions=None,
        groups=promise_groups(render, listed),
        notes=Notes(render),
    )


def _company(site: Site, promise: Promise) -> tuple[str, str]:
    slug = FactId.parse(promise.fact, "").company
    return site.dossiers[slug].company.name, slug


def _pages(build: BuildContext) -> Iterator[Planned]:
    shelves = by_letter(build.site.promises.values(), partial(_company, build.site))
    size = build.settings.limits.entries
    case = case_of(
        addresses.PROMISES_BY_NAME,
        shelves,
        size,
        words.promises.PROMISES_COUNTED,
        words.lists.BY_LETTER,
    )
    make, find = partial(promises_context, case=case), found_of(addresses.PROMISES)
    yield Planned(addresses.PROMISES, make, find=find)
    yield from shelved(promises_shelf_context, case)


PROMISES = Family(_pages)
