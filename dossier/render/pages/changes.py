"""The page of changes, and its feed: what became of the facts, step by step, the latest
first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup, escape

from dossier.model import addresses
from dossier.model.history import ChangeSet, HistoryState
from dossier.render.language import words
from dossier.render.pages.contexts import PageContext
from dossier.render.pages.families import Family, Planned
from dossier.render.pages.standing import found_of
from dossier.render.pages.trails import home_trail
from dossier.render.repository.histories import absence, change_set_view, change_set_views
from dossier.render.repository.views import ChangeSetView, FactChangeView
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext

LISTED = 20
"""Facts of one step that the page names; the others are counted."""
ENTRIES = 50
"""Steps in the feed."""
ATOM = "http://www.w3.org/2005/Atom"
PARAGRAPH, LIST, POINT = (
    Markup("<p>{}</p>"),
    Markup("<ul>{}</ul>"),
    Markup("{company}: {fact} ({word})."),
)
LINK = re.compile(r'(?<= )href="(?P<to>[^"]*)"')
"""A link of ours in the content of an entry. A reader of feeds shows it far from the page
it is relative to.
"""


def feed_of(build: BuildContext) -> str:
    """The target of the feed; empty where there is none."""
    return links.CHANGES_FEED if build.site.history.change_sets else ""


def shows_changes(build: BuildContext) -> bool:
    """Whether there is a page of changes: there is one unless the owner of the site does
    not want it.
    """
    return build.site.history.known is not HistoryState.UNTOLD


@dataclass(frozen=True, kw_only=True)
class ChangesContext(PageContext):
    """What changed, step by step, the latest first."""

    absence: str
    # Why there is nothing to tell; empty where there is.
    change_sets: tuple[ChangeSetView, ...]
    older: str
    # How many steps before these are not told; empty where all are.
    feed_href: str


def changes_context(render: RenderContext) -> ChangesContext:
    """All that is told step by step."""
    history = render.site.history
    older = render.count(history.older, words.changes.STEPS)
    return ChangesContext(
        here=render.here,
        title=render.say(words.changes.CHANGES),
        description=render.say(words.changes.ABOUT_CHANGES),
        trail=home_trail(render),
        as_of=render.as_of_all,
        absence=absence(render),
        change_sets=tuple(
            change_set_views(
                render,
                history.change_sets,
                LISTED,
                render.build.settings.limits.changed_facts,
            )
        ),
        older=render.say(words.changes.OLDER_CHANGES, changes=older)
        if history.older
        else "",
        feed_href=render.link(links.CHANGES_FEED) if feed_of(render.build) else "",
    )


def changes_feed(build: BuildContext) -> Iterator[tuple[str, bytes]]:
    """The feed, in Atom (RFC 4287); none where there is nothing to tell."""
    if feed_of(build):
        yield (
            links.CHANGES_FEED,
            _atom(
                RenderContext(build, links.CHANGES_FEED),
                build.site.history.change_sets[:ENTRIES],
            ),
        )


def _atom(render: RenderContext, change_sets: tuple[ChangeSet, ...]) -> bytes:
    settings = render.build.settings
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": settings.language.tag})
    _text(feed, "id", _id(f"{settings.title} {settings.site_url} changes"))
    _text(feed, "title", f"{settings.title}: {render.say(words.changes.CHANGES)}")
    _text(feed, "updated", _moment(change_sets[0].step.at))
    _text(SubElement(feed, "author"), "name", settings.title)
    if settings.site_url:
        _link(feed, "self", f"{settings.site_url}/{links.CHANGES_FEED}")
        _link(feed, "alternate", f"{settings.site_url}/{links.CHANGES}")
    for change_set in change_sets:
        _entry(feed, render, change_set)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: Element, render: RenderContext, change_set: ChangeSet) -> None:
    view, site = change_set_view(render, change_set, LISTED), render.build.settings.site_url
    entry = SubElement(feed, "entry")
    _text(entry, "id", _id(f"commit {change_set.step.commit}"))
    _text(
        entry,
        "title",
        " ".join(filter(None, (view.reason.words or view.summary, view.reason.change))),
    )
    _text(entry, "updated", _moment(change_set.step.at))
    if site:
        _link(entry, "alternate", f"{site}/{links.CHANGES}#{view.anchor}")
    base = f"{site}/{links.CHANGES_FEED}" if site else ""
    content = LINK.sub(
        lambda found: f'href="{urljoin(base, found["to"])}"', Markup().join(_in_html(view))
    )
    SubElement(entry, "content", {"type": "html"}).text = str(content)


def _in_html(view: ChangeSetView) -> Iterator[Markup]:
    """A step in HTML, a point for each fact, which it leads to."""
    yield PARAGRAPH.format(view.counts)
    if view.facts:
        yield LIST.format(Markup().join(map(_point, view.facts)))
    if view.more:
        yield PARAGRAPH.format(view.more)


def _point(fact: FactChangeView) -> Markup:
    company, label = (_linked(one.label, one.href) for one in (fact.company, fact))
    head = POINT.format(company=company, fact=label, word=fact.word)
    return Markup("<li>{}</li>").format(Markup(" ").join((head, *fact.said)))


def _linked(label: str, href: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, label) if href else escape(label)


def _id(name: str) -> str:
    """An id that stays the same wherever the site moves to."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, rel: str, href: str) -> None:
    SubElement(parent, "link", {"rel": rel, "href": href})


def _pages(build: BuildContext) -> Iterator[Planned]:
    if shows_changes(build):
        yield Planned(addresses.CHANGES, changes_context, find=found_of(addresses.CHANGES))


CHANGES = Family(_pages)
