"""For search engines: the list of all pages (https://www.sitemaps.org/protocol.html), and
where it stands.

It tells no dates of change: the program has no clock, and a list that says nothing misleads
nobody.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
MOST = 50_000  # addresses in one file, by the protocol
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(site_url: str, urls: Iterable[str]) -> Mapping[str, bytes]:
    """Output path to bytes; nothing where the address of the site is not known, for every
    address is to be whole.
    """
    return (
        {name: text.encode() for name, text in _files(site_url, [*urls])}
        if site_url
        else {}
    )


def _files(site_url: str, urls: list[str]) -> Iterator[tuple[str, str]]:
    yield ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {site_url}/{SITEMAP}\n"
    if len(urls) <= MOST:
        yield SITEMAP, _list("urlset", "url", site_url, urls)
        return
    parts = {
        f"sitemap-{start // MOST + 1}.xml": urls[start : start + MOST]
        for start in range(0, len(urls), MOST)
    }
    yield SITEMAP, _list("sitemapindex", "sitemap", site_url, parts)
    for name, part in parts.items():
        yield name, _list("urlset", "url", site_url, part)


def _list(root: str, item: str, site_url: str, urls: Iterable[str]) -> str:
    lines = "".join(
        f"<{item}><loc>{escape(f'{site_url}/{url}')}</loc></{item}>\n" for url in urls
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root}'
        f' xmlns="{SCHEMA}">\n{lines}</{root}>\n'
    )
