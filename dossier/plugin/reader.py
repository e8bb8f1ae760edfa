"""The ordinary pages of a site, which Pelican prints, read by our own rules."""

from pathlib import Path
from typing import Any, ClassVar

from pelican.readers import BaseReader

from dossier.collect import Findings
from dossier.read.folder import read_site_page
from dossier.render.prose.prose import plain_prose
from dossier.render.site.links import href, page_url


class PageReader(BaseReader):  # type: ignore[misc]
    """Reads `content/pages/*.md` for Pelican, by our own rules."""

    file_extensions: ClassVar = ["md"]

    def read(self, filename: str) -> tuple[str, dict[str, Any]]:
        """The HTML of a page and what Pelican must know of it.

        A page with errors comes out empty: the generator finds the same errors, reports
        them and stops the build.
        """
        path = Path(filename)
        page = read_site_page(Path(self.settings["PATH"]), path.name, Findings())
        if page is None:
            return "", {"title": path.stem, "slug": path.stem}
        plain_links = self.settings.get("DOSSIER_PLAIN_LINKS", False)
        html = plain_prose(
            page.body, lambda target: href(page_url(page.slug), target, plain_links)
        )
        return str(html), {
            "title": page.title,
            "slug": page.slug,
            "description": page.description or page.title,
        }
