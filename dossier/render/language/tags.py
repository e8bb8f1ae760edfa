"""HTML of ours around words: what Markup's own `format` does, without parsing the same text each time it is used."""

from functools import lru_cache

from markupsafe import Markup, escape

PLACE = "{}"


def tag(html: str, *parts: object) -> Markup:
    """A text of ours with something in each place `{}`; what is not HTML of ours is escaped."""
    pieces = [*_pieces(html)]
    pieces[1::2] = map(escape, parts)  # as many as there are places, or it is refused
    return Markup("".join(pieces))  # noqa: S704 - the text is the program's, and its parts are escaped


@lru_cache(maxsize=256)
def _pieces(html: str) -> tuple[str, ...]:
    """The text, with room for each part."""
    first, *rest = html.split(PLACE)
    return (first, *(piece for after in rest for piece in ("", after)))
