"""The tags of a finished page by one expression: many times as fast as a parser of HTML,
which tests hold it to.

It is for pages that templates made, not for pages of strangers; `intake/` parses those.
"""

import re
from collections.abc import Iterator
from html import unescape

_ATTRIBUTES = r"[^>\"']*+(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*+)*+"
_APART = rf"<!--.*?-->|<(?P<raw>script|style)\b(?P<held>{_ATTRIBUTES})>.*?</(?P=raw)\s*>"
_START = rf"<(?P<tag>[a-z][^\s/>]*)(?P<attrs>{_ATTRIBUTES})>"

_SHOWS = r"(?:\s(?:class|datetime|value|aria-label(?:ledby)?)=\"[^\"<]*\")++>"

TAG = re.compile(
    r"<a href=\"(?P<plain>[^\"&]*)\">"
    rf"|<(?:!--.*?-->|script\b{_ATTRIBUTES}>.*?</script\s*>|style\b{_ATTRIBUTES}>.*?</style\s*>"
    rf"|[a-z][^\s/>]*+(?:(?<=<script)|(?!{_SHOWS}))[\s/]{_ATTRIBUTES}>)",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, a script or a style with what it holds, or the start of any other element whose
attributes may tell something: four in ten only say how it looks or what it is called. A link
with nothing but where it leads is told apart: a third of the others are.
"""
PIECE = re.compile(
    rf"{_APART}|{_START}|</(?P<end>[a-z][^\s/>]*)[^>]*>|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
"""The same of all elements, the end of an element, or text."""
_HEAD = re.compile(rf"<([a-z][^\s/>]*+)({_ATTRIBUTES})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?"
)


def parts_of(tag: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The name and the attributes of what TAG finds; of a comment, neither."""
    found = _HEAD.match(tag)
    return (found[1].lower(), tuple(read_attributes(found[2]))) if found else ("", ())


def read_attributes(text: str) -> Iterator[tuple[str, str]]:
    """The names and values of the attributes of a tag, in order; the value of a name alone
    is empty.
    """
    for name, *values in _ATTRIBUTE.findall(text):
        value = next(filter(None, values), "")
        yield name.lower(), unescape(value) if "&" in value else value
