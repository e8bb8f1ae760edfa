"""HTML of ours around words: what Markup's own `format` does, without parsing the same text
each time it is used.
"""

from functools import lru_cache

from markupsafe import Markup, escape

PLACE = "{}"


def tag(html: str, *parts: object) -> Markup:
    """A text of ours with something in each place `{}`; what is not HTML of ours is
    escaped.
    """
    pieces = [*_pieces(html)]
    pieces[1::2] = map(safe, parts)  # as many as there are places, or it is refused
    return Markup("".join(pieces))  # noqa: S704 - the text is the program's, and its parts are escaped


def safe(part: object) -> str:
    """A part as HTML: what is none of ours is escaped. Most of them are, and `escape` would
    make each anew.
    """
    return part if type(part) is Markup else escape(part)


@lru_cache(maxsize=256)
def _pieces(html: str) -> tuple[str, ...]:
    """The text, with room for each part."""
    first, *rest = html.split(PLACE)
    return (first, *(piece for after in rest for piece in ("", after)))
