"""A web page, saved or fetched: what its head says of it, and its text without menus and
adverts.

The head is read here, so that each detail has its basis. The text is found by trafilatura,
which is an extra; nothing of a page is ever run, and nothing that it names is fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.advice import install
from dossier.intake.bounds import language_tag, one_line
from dossier.intake.drafts import (
    Detail,
    Draft,
    Value,
    author_detail,
    day_detail,
    details_from,
)
from dossier.intake.linkeddata import linked_details
from dossier.intake.patience import within
from dossier.intake.people import authors_of, together
from dossier.intake.plain import draft_text
from dossier.intake.shown.blocks import lay_out, shown_in, words_of
from dossier.intake.shown.lines import text_of
from dossier.intake.shown.words import ShownElements
from dossier.intake.sites import without_site
from dossier.intake.stamps import day_of
from dossier.model.errors import DossierError
from dossier.model.sources import SourceType
from dossier.yaml.nodes import shorten

# In each row the first that is there; what only search engines or social networks are told
# comes last.
TITLES = ("citation_title", "dc.title", "og:title", "twitter:title")
AUTHORS = ("citation_author", "dc.creator", "author", "article:author")
CONTAINERS = ("citation_journal_title", "og:site_name", "application-name")
PUBLISHERS = ("citation_publisher", "dc.publisher", "publisher")
ISSUED = (
    "citation_publication_date", "dc.date.issued", "dc.date", "article:published_time", "datepublished", "pubdate",
    "publish-date", "date",
)  # fmt: skip
LANGUAGES = ("dc.language", "content-language", "og:locale")
LICENCES = ("dc.rights.license", "license")
MAX_AUTHORS = 50
PATIENCE = 30  # seconds for finding the text of a page; the longest article of an encyclopedia takes five
MAX_TAGS = 120_000  # a page of 1 MB has about 30,000
MAX_DEPTH = 120  # the pages of web shops reach 40
MANY_BLOCKS = 5_000  # beyond them, the second opinion of the extractor takes minutes
MAX_ATTRIBUTES = 200  # of one tag: the parser compares each with all before it
CROWDED = re.compile(
    r"<[a-z][^\s/>]*+(?:[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+)"
    rf"{{{MAX_ATTRIBUTES + 1}}}",
    re.IGNORECASE,
)
SHOWN = 3  # of the passages that are struck out
SAVED_FROM = re.compile(
    r"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|\burl:)\s*(https?://\S{1,2000})"
)


@dataclass(frozen=True)
class _Page:
    """A page that was read: its tree, and how that is shown."""

    tree: Any
    shown: ShownElements
    html: str


def draft_page(html: str, name: str, url: str = "") -> Draft:
    """What a page says of itself, and its text. Raises DossierError without the extra, or
    where it has no text.
    """
    _refuse_mazes(html, name)
    try:
        page, (text, remarks) = within(PATIENCE, lambda: _read(html, name))
    except TimeoutError:
        raise DossierError(
            f"{name} takes longer than {PATIENCE} seconds to read; save the article as"
            " plain text."
        ) from None
    if not text:
        raise DossierError(
            f"{name} has no text that can be told from its menus; save the article as plain"
            " text."
        )
    said = without_site(
        (*linked_details(_scripts(page.tree)), *_head(page, url), *_types(page.tree))
    )
    guessed = draft_text(f"{text}\n")
    kept = [
        detail
        for detail in guessed.details
        if detail.key in ("author", "credit", "type", "language")
    ]
    return Draft((*said, *kept), f"{text}\n", (*remarks, *guessed.remarks))


def _refuse_mazes(html: str, name: str) -> None:
    """Raise DossierError where reading a page would take more than seconds."""
    if html.count("<") > MAX_TAGS:
        raise DossierError(
            f"{name} has more than {MAX_TAGS} tags; save the article as plain text."
        )
    if CROWDED.search(html):
        raise DossierError(
            f"{name} has a tag with more than {MAX_ATTRIBUTES} attributes; save the article"
            " as plain text."
        )


def _read(html: str, name: str) -> tuple[_Page, tuple[str, tuple[str, ...]]]:
    page = _parse(html, name)
    _refuse_deep(page.tree, name)
    return page, _text(page)


def _refuse_deep(tree: Any, name: str) -> None:
    """Raise DossierError where elements stand in one another deeper than in any page that
    people write.
    """
    depths: dict[Any, int] = {}
    for element in tree.iter("*"):
        depths[element] = depths.get(element.getparent(), 0) + 1
        if depths[element] > MAX_DEPTH:
            raise DossierError(
                f"{name} has tags more than {MAX_DEPTH} deep; save the article as plain"
                " text."
            )


def _parse(html: str, name: str) -> _Page:
    try:
        import trafilatura  # noqa: PLC0415 -- an extra, and half a second
    except ImportError:
        raise DossierError(
            f"{name} is a web page; to take its text in, run `{install('import')}`."
        ) from None
    tree = trafilatura.load_html(html)
    if tree is None:
        raise DossierError(
            f"{name} is not HTML that can be read; save the article as plain text."
        )
    return _Page(tree, shown_in(tree), html)


def _text(page: _Page) -> tuple[str, tuple[str, ...]]:
    """The text of a page without menus and adverts; and what was left out of it."""
    import trafilatura  # noqa: PLC0415 -- see above

    plain, struck = lay_out(page.tree, page.shown)
    fast = sum(1 for _ in plain.iter()) > MANY_BLOCKS
    found: Any = trafilatura.bare_extraction(
        plain, fast=fast, include_comments=False, include_links=False, include_images=False
    )
    return text_of(found.body) if found else "", tuple(_left_out(struck))


def _left_out(struck: tuple[str, ...]) -> Iterator[str]:
    if struck:
        first = ", ".join(f"“{shorten(words)}”" for words in struck[:SHOWN])
        yield (
            f"left out: what the page strikes out, {len(struck)} in all:"
            f" {first}{', …' if len(struck) > SHOWN else ''}"
        )


def _head(page: _Page, url: str) -> Iterator[Detail]:
    tree = page.tree
    metas = _metas(tree)
    names = [
        name
        for name in metas.get("citation_author", ()) or _one(metas, AUTHORS)
        if "://" not in name
    ]
    found = together(map(authors_of, names[:MAX_AUTHORS]))
    if found.authors:
        yield author_detail(found, "<meta>")
    days = _one(metas, ISSUED)
    yield day_detail(
        "issued", _first(days), next(filter(None, map(day_of, days)), ""), "<meta>"
    )
    yield from details_from(
        (
            ("title", _first(_one(metas, TITLES)), "<meta>"),
            ("title", _text_of(page, "h1"), "<h1>"),
            ("title", _text_of(page, "title"), "<title>"),
            ("container-title", _first(_one(metas, CONTAINERS)), "<meta>"),
            ("publisher", _first(_one(metas, PUBLISHERS)), "<meta>"),
            ("language", language_tag(tree.get("lang") or ""), "<html lang>"),
            ("language", language_tag(_first(_one(metas, LANGUAGES))), "<meta>"),
            (
                "license",
                _link(tree, "license") or _first(_one(metas, LICENCES)),
                '<link rel="license"> or <meta>',
            ),
        )
    )
    yield from details_from(_addresses(tree, metas, page.html, url))


def _addresses(
    tree: Any, metas: dict[str, list[str]], html: str, url: str
) -> Iterator[tuple[str, Value, str]]:
    saved = SAVED_FROM.search(html[:4000])
    yield "URL", _link(tree, "canonical"), '<link rel="canonical">'
    yield "URL", _first(metas.get("og:url", [])), "<meta>"
    yield (
        "URL",
        saved[1] if saved else "",
        "the comment that the browser left when it saved the page",
    )
    yield "URL", url, "the address that was given"


def _types(tree: Any) -> Iterator[Detail]:
    if "article" in _metas(tree).get("og:type", ()):
        yield Detail(
            "type",
            SourceType.NEWS,
            "<meta> says article, which may be of a paper or not",
            guess=True,
        )


def _metas(tree: Any) -> dict[str, list[str]]:
    """What the page's <meta> elements say, by lower-case name."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
            or ""
        )
        if words := one_line(element.get("content") or ""):
            found.setdefault(name.strip().lower().replace("dcterms.", "dc."), []).append(
                words
            )
    return found


def _one(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    """The values of the first of several names that is there."""
    return next((metas[name] for name in names if name in metas), [])


def _first(words: list[str]) -> str:
    return words[0] if words else ""


def _link(tree: Any, relation: str) -> str:
    found = (
        one_line(link.get("href") or "")
        for link in tree.iter("link", "a")
        if relation in (link.get("rel") or "").split()
    )
    return next((address for address in found if "://" in address), "")


def _text_of(page: _Page, tag: str) -> str:
    """The words of an element that a page has once."""
    found = list(page.tree.iter(tag))
    return one_line(words_of(found[0], page.shown)) if len(found) == 1 else ""


def _scripts(tree: Any) -> Iterator[str]:
    """The linked data of a page, which stands in scripts that are never run."""
    for element in tree.iter("script"):
        if (element.get("type") or "").split(";")[
            0
        ].strip().lower() == "application/ld+json":
            yield element.text or ""
