"""Titles of pages without the name of the site, which hangs on many of them: `Plan grows -
Sample Paper`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.intake.drafts import Detail

SEPARATOR = r"\s+(?:[-–—|·•»«/]|::?|[<>])\s+|\s*[|｜_]\s*|:\s+"
NAMES = ("container-title", "publisher")


def without_site(details: Iterable[Detail]) -> Iterator[Detail]:
    """The details, and of the titles what is not the name that the page itself gives its
    site or publisher.
    """
    listed = tuple(details)
    sites = {
        detail.value
        for detail in listed
        if detail.key in NAMES and isinstance(detail.value, str) and detail.value
    }
    ways = [way for site in sorted(sites) for way in _ways(re.escape(site))]
    yield from (
        _cut(detail, ways) if detail.key == "title" else detail for detail in listed
    )


def _ways(site: str) -> Iterator[re.Pattern[str]]:
    """Behind the title, and before it."""
    yield re.compile(rf"(?P<title>.*\S)(?P<cut>(?:{SEPARATOR}){site})", re.IGNORECASE)
    yield re.compile(rf"(?P<cut>{site}(?:{SEPARATOR}))(?P<title>\S.*)", re.IGNORECASE)


def _cut(title: Detail, ways: list[re.Pattern[str]]) -> Detail:
    words = title.value if isinstance(title.value, str) else ""
    match = next((match for way in ways if (match := way.fullmatch(words))), None)
    if not match:
        return title
    told = f"“{match['cut'].strip()}” of the title, the name of the site"
    return replace(title, value=match["title"], left_out=(*title.left_out, told))
