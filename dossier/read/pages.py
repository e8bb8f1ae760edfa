"""`pages/*.md`: ordinary pages such as about and method. Pelican prints them; we read them, as strictly as the rest."""

from dossier.model.content import SitePage
from dossier.read import parsers
from dossier.read.prose import parse_prose
from dossier.read.shapes import Key, Spot, bind, shape
from dossier.read.yaml import Node

# Pelican's own keys (save_as, url, template, status, …) are unknown here on purpose: they can write anywhere.
PAGE = shape(
    Key("title", parsers.text, "The heading.", required=True, empty=""),
    Key("description", parsers.text, "One sentence for search engines and link previews."),
)


def read_page(slug: str, node: Node, body: str, body_line: int, spot: Spot) -> SitePage:
    """One page from its front matter and its body. Raises Refused where the front matter is no mapping."""
    values = bind(node, PAGE, spot)
    prose = parse_prose(body, values["at"].position.path, body_line, None, spot.out)
    return SitePage(slug=slug, body=prose, **values)
