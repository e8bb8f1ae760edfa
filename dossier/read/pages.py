"""`pages/*.md`: ordinary pages such as about and method. Pelican prints them; we read them,
as strictly as the rest.
"""

from dossier.model.content import SitePage
from dossier.model.prose import Prose
from dossier.read import parsers
from dossier.read.shapes import ELSEWHERE, Spot, reads, record_of, shape
from dossier.yaml.nodes import Node

# Pelican's own keys (save_as, url, template, status, …) are unknown here on purpose: they
# can write anywhere.
PAGE = shape(
    SitePage,
    slug=ELSEWHERE,
    title=reads(parsers.text, "The heading.", required=True, empty=""),
    description=reads(parsers.text, "One sentence for search engines and link previews."),
    at=ELSEWHERE,
)


def read_page(slug: str, node: Node, body: Prose, spot: Spot) -> SitePage:
    """One page from its front matter. Raises Refused where that is no mapping."""
    return record_of(node, PAGE, spot, slug=slug, body=body)
