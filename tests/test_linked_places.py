"""What `check` lets prose link to is there when the site is built, and what lasts there is
not refused.
"""

import random
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from dossier.check.prose import find_dead_links
from dossier.generate.pipeline import inspect
from dossier.merge import merge_content
from dossier.model.addresses import EMBED, parse
from dossier.model.bodies import PackedBody
from dossier.model.content import Content
from dossier.model.dossiers import Site
from dossier.model.findings import has_errors
from dossier.model.history import History, HistoryState
from dossier.model.places import Position
from dossier.model.prose import PageLink
from dossier.model.sources import Source
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import Page, plan_evidence, plan_pages
from dossier.render.scan.measure import Measure
from tests.builds import FERRIES
from tests.helpers import SITES
from tests.render_fixtures import SETTINGS, render

CONTENTS = {
    "acme": SITES / "acme",
    "charts": SITES / "charts",
    "kitchen-sink": SITES / "kitchen-sink/content",
}
ID = re.compile(r'\sid="([^"]+)"')
PASSING = re.compile(
    r"(?:note-|chart-|table-|answer-|strip-|change-).*|years-.*--\d+|disputed|sums|history|words|reports|changes|about|said|events|"
    r"named|timelines|promised|promises-.*|topic-.*|fact-.*--.*|topics|people|source-[A-Z]+"
)
"""Places that come, go or are numbered with what else a page says; they are linked to by
nobody but the page itself.
"""
ORDINARY = {"main"}


@cache
def read(name: str) -> Content:
    """The content of a small site, without errors."""
    inspection = inspect(CONTENTS[name])
    assert not has_errors(inspection.findings)
    return inspection.content


def places(content: Content) -> dict[str, set[str]]:
    """Every page that is built, with the ids on it."""
    site = replace(
        merge_content(content, date(2025, 1, 1)), history=History(HistoryState.UNTOLD)
    )
    found = {page.url: ids_of(page, site) for page in plan_pages(bind(site, SETTINGS))}
    measures = dict.fromkeys(site.dossiers, Measure(frozenset(), ()))
    found |= {
        page.url: ids_of(page, site)
        for page in plan_evidence(bind(site, SETTINGS), measures)
    }
    return {**found, **{f"{slug}/": ORDINARY for slug in content.pages}}


def ids_of(page: Page, site: Site) -> set[str]:
    """The ids on one page."""
    return set(ID.findall(render(page, site)))


def accepted(content: Content, addresses: list[str]) -> set[str]:
    """Those of some addresses that a source's summary may link to."""
    at = {Position("x.md", line): address for line, address in enumerate(addresses, 1)}
    links = tuple(PageLink(address, place) for place, address in at.items())
    first, *others = content.sources.values()
    body = PackedBody(links)
    changed = {first.id: replace(first, below=body), **{one.id: one for one in others}}
    dead = {
        at[found.position]
        for found in find_dead_links(replace(content, sources=changed))
        if found.position in at
    }
    return set(addresses) - dead


def test_a_card_is_for_other_sites_and_content_links_to_its_fact() -> None:
    content = read("acme")
    (found,) = find_dead_links(
        replace(content, sources=_linking(content, "/companies/acme/facts/loan/embed/"))
    )
    assert "Write '/companies/acme/facts/loan/'" in found.message


def _linking(content: Content, address: str) -> dict[str, Source]:
    """The sources, the first with a summary that links to an address."""
    first, *others = content.sources.values()
    body = PackedBody((PageLink(address, Position("x.md", 1)),))
    return {first.id: replace(first, below=body), **{one.id: one for one in others}}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_page_that_is_built_can_be_linked_to(name: str) -> None:
    """And so can each place on it that lasts; those of a ledger and of promises move to
    shelves when they grow.
    """
    content = read(name)
    built = {url: ids for url, ids in places(content).items() if not EMBED.address.ids(url)}
    kept = {
        url: {"main"} if url.endswith(("/facts/", "promises/")) else ids
        for url, ids in built.items()
    }
    lasting = [
        f"/{url}#{id}"
        for url, ids in kept.items()
        for id in ids
        if not PASSING.fullmatch(id) and id != "summary"
    ]
    wanted = [*(f"/{url}" for url in built), *lasting]
    assert sorted(set(wanted) - accepted(content, wanted)) == []


@pytest.mark.parametrize("name", CONTENTS)
def test_every_page_has_the_places_that_its_kind_names(name: str) -> None:
    """Those that `check` takes from the table of kinds."""
    built = places(read(name))
    named = {
        f"{url}#{place}"
        for url in built
        if (found := parse(url))
        for place in found[0].anchors
    }
    assert (
        named - {f"{url}#{place}" for url, ids in built.items() for place in ids} == set()
    )
    assert len(named) > len(built)


@pytest.mark.parametrize("name", CONTENTS)
def test_what_may_be_linked_to_is_built(name: str) -> None:
    """Real addresses are spoilt in 500 ways: with ids of others, of nobody, with letters
    that are wrong.
    """
    content, chance = read(name), random.Random(7)  # noqa: S311 - to try addresses, and the same ones each time
    built = {url: ids for url, ids in places(content).items() if not EMBED.address.ids(url)}
    ids = sorted({id for found in built.values() for id in found})
    parts = sorted({part for url in built for part in url.split("/") if part})
    tried = []
    for _ in range(500):
        url = chance.choice(sorted(built)).split("/")
        spot = chance.randrange(len(url))
        if url[spot] and chance.random() < 0.5:
            url[spot] = chance.choice([*parts, url[spot][:-1] or "x", "nobody"])
        anchor = chance.choice([*ids, "nowhere"])
        tried.append(f"/{'/'.join(url)}" + (f"#{anchor}" if chance.random() < 0.7 else ""))
    for address in accepted(content, tried):
        page, _, anchor = address.removeprefix("/").partition("#")
        assert page in built, address
        assert not anchor or anchor in built[page] | {"summary"}, address


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/entities/nobody/", "is no page of this site. Mend the address"),
        ("/compare/nothing/", "is no page of this site. Mend the address"),
        ("/companies/acme/#sorces", "Did you mean '/companies/acme/#sources'?"),
        ("/companies/acme/#zzz", "Link to the page as a whole: '/companies/acme/'."),
        ("/sources/annual-report/2/", "Write '/sources/annual-report/'."),
        ("/data/companies/nobody.json", "is no page of this site"),
        ("/data/index.json#x", "Write '/data/index.json'."),
        ("/companies/acmee/#main", "Did you mean '/companies/acme/'?"),
        ("/search/index.html#zzz", "no lasting place"),
        ("/changes/", "every page leads there at its foot"),
        ("/pagefind/", "is no page of this site"),
        ("/theme/x/", "is no page of this site"),
    ],
)
def test_a_link_to_nowhere_is_told_with_what_may_be_meant(address: str, told: str) -> None:
    content = read("acme")
    first = next(iter(content.sources.values()))
    body = PackedBody((PageLink(address, Position("x.md", 3)),))
    (found,) = find_dead_links(
        replace(content, sources={**content.sources, first.id: replace(first, below=body)})
    )
    assert told in found.message


def test_a_sound_site_links_to_what_is_there() -> None:
    assert [] == list(find_dead_links(inspect(FERRIES / "content").content))
