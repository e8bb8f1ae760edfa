"""Where pages stood before a company or a fact had another id: each leads on to where the
page stands now.

A static host cannot answer with a redirect, so it is a page that sends readers on at once,
and says where to for those whose browsers do not follow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from dossier.model.addresses import EMBED, FACT, MOVED, Ids
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.render.language import words
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.dossiers import DOSSIERS
from dossier.render.pages.families import Family, Planned
from dossier.render.pages.trails import company_trail
from dossier.render.site.render_context import BuildContext, RenderContext
from dossier.render.site.views import LinkView


@dataclass(frozen=True, kw_only=True)
class MovedContext(PageContext):
    """The way from an old address to the new one."""

    now: LinkView


def moved_context(render: RenderContext, slug: str, url: str) -> MovedContext:
    """The page for an address that a page of this company had before it came to `url`."""
    name = render.site.dossiers[slug].company.name
    return MovedContext(
        here=render.here,
        title=render.say(words.pages.MOVED),
        description=render.say(words.pages.MOVED_ABOUT, company=name),
        trail=company_trail(render, slug),
        as_of=render.newest(render.site.dossiers[slug].sources),
        now=LinkView(render.say(words.pages.MOVED_HERE), render.link(url)),
    )


def _pages(build: BuildContext) -> Iterator[Planned]:
    for page in DOSSIERS.pages(build):
        for ids in (
            _before(build.site, page) if page.kind in MOVED and page.number == 1 else ()
        ):
            yield Planned(
                MOVED[page.kind],
                partial(moved_context, slug=page.ids[0], url=page.url),
                ids,
            )


def _before(site: Site, page: Planned) -> Iterator[Ids]:
    """The ids under which a page stood before, by the ids that its company and its fact
    had.
    """
    slug, *rest = page.ids
    tails: list[Ids] = [(*rest,)]
    if page.kind in (FACT, EMBED):
        tails += [(old,) for old in site.facts[FactId(*page.ids)].fact.formerly]
    everywhere = (
        (one, *tail)
        for one in (slug, *site.dossiers[slug].company.formerly)
        for tail in tails
    )
    return (ids for ids in everywhere if ids != page.ids)


MOVED_PAGES = Family(_pages)
