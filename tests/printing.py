"""A site as a build prints it, held in memory: for tests that need many sites, and none of
them on disk.

The same functions in the same order as in dossier/plugin/generator.py, without Pelican, the index of
the search, and pictures.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from dossier.merge import merge_content
from dossier.model.content import Content, SitePage
from dossier.model.history import History
from dossier.render.pages.binding import bind
from dossier.render.pages.changes import changes_feed
from dossier.render.pages.plan import Page, plan_evidence, plan_pages, shared_context
from dossier.render.pages.sitemap import sitemap_files
from dossier.render.prose.prose import plain_prose
from dossier.render.site.links import file_of, href, page_url
from dossier.render.site.render_context import BuildContext
from dossier.render.site.settings import SiteSettings
from dossier.render.theme.assets import theme_files
from dossier.wording.own import read_wording
from tests.exported import export_files
from tests.render_fixtures import THEME, measured, templates
from tests.searching import search_entries

THEME_FILES = theme_files(THEME)


def printed(
    content: Content, settings: SiteSettings, history: History, today: date
) -> tuple[dict[str, str], frozenset[str]]:
    """The pages of a site by their paths, and the paths of all other files; `content` has
    no errors.
    """
    build = bind(
        replace(merge_content(content, today, read_wording(content)), history=history),
        settings,
        content.pages,
    )
    shared = shared_context(build)

    def prints(page: Page) -> str:
        return str(templates().get_template(page.template).render(**shared, **page.context))

    planned = plan_pages(build)
    pages = {page.path: prints(page) for page in planned}
    evidence = plan_evidence(build, measured(build, planned, lambda page: pages[page.path]))
    pages |= {page.path: prints(page) for page in evidence}
    for page in content.pages.values():
        held = ordinary(page, settings)
        pages[file_of(held.url)] = (
            templates().get_template("page.html").render(**shared, page=held)
        )
    return pages, frozenset(others(build, [page.url for page in (*planned, *evidence)]))


def ordinary(page: SitePage, settings: SiteSettings) -> SimpleNamespace:
    """An ordinary page as Pelican hands it to its template."""
    url = page_url(page.slug)
    words = str(
        plain_prose(page.body, lambda target: href(url, target, settings.plain_links))
    )
    return SimpleNamespace(
        url=url, title=page.title, description=page.description or page.title, content=words
    )


def others(build: BuildContext, urls: list[str]) -> Iterator[str]:
    """The paths of the files beside the pages; what a search would find is gathered too."""
    assert list(search_entries(build))
    yield from THEME_FILES
    yield from export_files(build.site)
    yield from sitemap_files(build.settings.site_url, urls)
    yield from dict(changes_feed(build))
