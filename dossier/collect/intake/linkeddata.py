"""What a page says of itself as linked data: an article's JSON-LD in the words of schema.org (https://schema.org/Article)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dossier.collect.intake.bounds import one_line
from dossier.collect.intake.drafts import Detail, Value, author_detail, details_from
from dossier.collect.intake.people import author_of
from dossier.collect.intake.stamps import day_of
from dossier.model.sources import Author, SourceType

TYPES = {
    "NewsArticle": SourceType.NEWS,
    "ReportageNewsArticle": SourceType.NEWS, "AnalysisNewsArticle": SourceType.NEWS,
    "BackgroundNewsArticle": SourceType.NEWS, "OpinionNewsArticle": SourceType.NEWS, "BlogPosting": SourceType.POST,
    "SocialMediaPosting": SourceType.POST, "ScholarlyArticle": SourceType.JOURNAL, "Report": SourceType.REPORT,
    "Article": SourceType.WEBPAGE, "TechArticle": SourceType.WEBPAGE, "WebPage": SourceType.WEBPAGE,
}  # fmt: skip
BASIS = "linked data of the page"
MAX_DEPTH = 8  # @graph, lists and mainEntity stand at 3 at most
MAX_THINGS = 500
MAX_AUTHORS = 50


def linked_details(scripts: Iterable[str]) -> Iterator[Detail]:
    """The details of the first article of a page; what cannot be read is as if it were not there."""
    things = [thing for script in scripts for thing in _things(_load(script), MAX_DEPTH)][:MAX_THINGS]
    article = next((thing for thing in things if _type(thing) not in ("", SourceType.WEBPAGE)), None)
    article = article or next((thing for thing in things if _type(thing)), None)
    if article:
        yield from _details(article)


def _load(script: str) -> Any:
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _things(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(key), depth - 1)


def _type(thing: dict[str, Any]) -> str:
    names = thing.get("@type")
    listed = names if isinstance(names, list) else [names]
    return next((TYPES[name] for name in listed if isinstance(name, str) and name in TYPES), "")


def _details(article: dict[str, Any]) -> Iterator[Detail]:
    found: tuple[tuple[str, Value | None, str], ...] = (
        ("type", _type(article), BASIS),
        ("title", _text(article.get("headline")) or _text(article.get("name")), BASIS),
        ("container-title", _name(article.get("isPartOf")), BASIS),
        ("publisher", _name(article.get("publisher")), BASIS),
        ("issued", day_of(_text(article.get("datePublished"))), BASIS),
        ("license", _text(article.get("license")), BASIS),
        ("credit", _text(article.get("creditText")), BASIS),
    )
    yield from details_from(found)
    authors = article.get("author")
    listed = (authors if isinstance(authors, list) else [authors])[:MAX_AUTHORS]
    if names := tuple(dict.fromkeys(author for item in listed if (author := _author(item)))):
        yield author_detail(names, BASIS)


def _author(value: Any) -> Author | None:
    name = _name(value)
    if not name:
        return None
    is_person = not isinstance(value, dict) or value.get("@type") in (None, "Person")
    return author_of(name) if is_person else Author(literal=name)


def _name(value: Any) -> str:
    if isinstance(value, list):
        return next(filter(None, map(_name, value[:MAX_AUTHORS])), "")
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    return one_line(value) if isinstance(value, str) else ""
