"""What a page says of itself as linked data: an article's JSON-LD in the words of
schema.org (https://schema.org/Article).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dossier.intake.drafts import Detail, Value, author_detail, day_detail, details_from
from dossier.intake.people import Named, authors_of, together
from dossier.intake.records import plain_words
from dossier.intake.stamps import day_of
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
    """The details of the first article of a page; what cannot be read is as if it were not
    there.
    """
    things = [thing for script in scripts for thing in _things(_load(script), MAX_DEPTH)][
        :MAX_THINGS
    ]
    article = next(
        (thing for thing in things if _type(thing) not in ("", SourceType.WEBPAGE)), None
    )
    article = article or next((thing for thing in things if _type(thing)), None)
    if article:
        yield from _details(article, _Graph.of(things))


@dataclass(frozen=True)
class _Graph:
    """All things of a page, which may name each other by their ids."""

    by_id: Mapping[str, dict[str, Any]]

    @classmethod
    def of(cls, things: list[dict[str, Any]]) -> "_Graph":
        """Of several things with one id the first that has a name."""
        named = [
            thing
            for thing in things
            if isinstance(thing.get("@id"), str) and _name_of(thing)
        ]
        return cls({thing["@id"]: thing for thing in reversed(named)})

    def whole(self, value: Any) -> Any:
        """The thing that a value is or points at."""
        id = value.get("@id") if isinstance(value, dict) and not _name_of(value) else value
        return self.by_id.get(id, value) if isinstance(id, str) else value


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
    return next(
        (TYPES[name] for name in listed if isinstance(name, str) and name in TYPES), ""
    )


def _details(article: dict[str, Any], graph: _Graph) -> Iterator[Detail]:
    found: tuple[tuple[str, Value | None, str], ...] = (
        ("type", _type(article), BASIS),
        ("title", _text(article.get("headline")) or _text(article.get("name")), BASIS),
        ("container-title", _name(article.get("isPartOf"), graph), BASIS),
        ("publisher", _name(article.get("publisher"), graph), BASIS),
        ("license", _text(article.get("license")), BASIS),
        ("credit", _text(article.get("creditText")), BASIS),
    )
    yield from details_from(found)
    issued = _text(article.get("datePublished"))
    yield day_detail("issued", issued, day_of(issued), BASIS)
    listed = _listed(article.get("author")) or _listed(article.get("creator"))
    if listed:
        yield _authors(
            [_author(graph.whole(item)) for item in listed[:MAX_AUTHORS]],
            len(listed) - MAX_AUTHORS,
        )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _authors(found: list[Named], beyond: int) -> Detail:
    nameless = sum(not one.authors for one in found)
    detail = author_detail(together(found), BASIS)
    lost = (
        [f"{nameless} of the authors, of whom the page gives no name"] if nameless else []
    )
    lost += [f"{beyond} of the authors, beyond {MAX_AUTHORS}"] if beyond > 0 else []
    return replace(detail, left_out=(*detail.left_out, *lost))


def _author(value: Any) -> Named:
    """A person by the parts of the name where the page has them; what is no person, whole."""
    is_person = not isinstance(value, dict) or "Person" in _listed(
        value.get("@type") or "Person"
    )
    name = _name_of(value) if isinstance(value, dict) else _text(value)
    if not is_person:
        return Named((Author(literal=name),) if name else ())
    given, family = (
        _text(value.get(key)) if isinstance(value, dict) else ""
        for key in ("givenName", "familyName")
    )
    if family and given and name == f"{given} {family}":
        return Named((Author(family=family, given=given),))
    return authors_of(name) if name else Named(())


def _name(value: Any, graph: _Graph) -> str:
    names = (
        _name_of(graph.whole(item)) if isinstance(item, dict) else _text(item)
        for item in _listed(value)[:MAX_AUTHORS]
    )
    return next(filter(None, names), "")


def _name_of(thing: dict[str, Any]) -> str:
    name = _text(thing.get("name"))
    return name or " ".join(
        filter(None, (_text(thing.get("givenName")), _text(thing.get("familyName"))))
    )


def _text(value: Any) -> str:
    """A text, or the first of several; in several languages, as `@value`."""
    words = (
        item.get("@value") if isinstance(item, dict) else item
        for item in _listed(value)[:MAX_AUTHORS]
    )
    return next(
        (text for word in words if isinstance(word, str) and (text := plain_words(word))),
        "",
    )
