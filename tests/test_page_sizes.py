"""No page grows with the number of companies: what a list has beyond its limit stands on
shelves and in portions.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin, urlsplit

import pytest

from dossier.generate.pipeline import load_site
from dossier.model.addresses import (
    COMPANIES_BY_NAME,
    DATA_BY_NAME,
    ENTITIES_BY_NAME,
    EVIDENCE_BY_NAME,
    FACT,
    KINDS,
    PAGE,
    SHELVES,
    SOURCES_BY_YEAR,
    PageKind,
)
from dossier.model.dossiers import Site
from dossier.render.lists.shelves import letter_of
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import Page, plan_evidence, plan_pages
from dossier.render.site.limits import Limits
from dossier.render.site.links import company_url, data_url, entity_url, source_url
from dossier.render.theme.assets import theme_files
from tests.exported import export_files
from tests.industry import Industry, slug_of, write_industry, year_of
from tests.render_fixtures import SETTINGS, THEME, measured, render

SMALL = replace(
    SETTINGS,
    site_url="",
    limits=Limits(lines=5, facts=5, entries=4, names=6, listed=30, figures=3),
)
FEW, MANY = 48, 96
GROWTH = 1.25  # for longer numbers, and a way more in a list of ways that grows with the logarithm


@cache
def site(companies: int) -> Site:
    """A site of that many companies."""
    with TemporaryDirectory() as folder:
        return load_site(write_industry(Path(folder), Industry(companies, quotes=7)))[0]


@cache
def texts(companies: int) -> Mapping[str, tuple[PageKind, str]]:
    """Every page with its kind, as a site with small limits has it."""
    made = site(companies)
    build, shown = bind(made, SMALL), next(iter(made.dossiers))
    found = {
        page.url: (page.planned.kind, text(page, made, shown)) for page in plan_pages(build)
    }
    measures = measured(build, plan_pages(build), lambda page: found[page.url][1])
    return found | {
        page.url: (page.planned.kind, text(page, made, shown))
        for page in plan_evidence(build, measures)
    }


def text(page: Page, made: Site, shown: str) -> str:
    """A page as it is written; of the pages of facts, which are many and alike, only those
    of one company.
    """
    return (
        render(page, made, SMALL)
        if page.planned.kind is not FACT or page.planned.ids[0] == shown
        else ""
    )


def largest(companies: int) -> Mapping[PageKind, int]:
    """How large the largest page of each kind is."""
    sizes: dict[PageKind, int] = defaultdict(int)
    for kind, page in texts(companies).values():
        sizes[kind] = max(sizes[kind], len(page.encode()))
    return sizes


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind is not PAGE], ids=lambda kind: kind.address.text
)
def test_no_page_grows_with_the_number_of_companies(kind: PageKind) -> None:
    assert largest(MANY)[kind] <= GROWTH * largest(FEW)[kind]


def test_every_kind_of_shelf_has_a_page() -> None:
    assert SHELVES.keys() <= {kind for kind, _ in texts(MANY).values()}


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    found = {f"/{url}": page for url, (_, page) in texts(MANY).items()}
    ids = {url: set(re.findall(r'\sid="([^"]+)"', page)) for url, page in found.items()}
    files = {
        f"/{path}"
        for several in (theme_files(THEME), export_files(site(MANY)))
        for path in several
    }
    broken = set()
    for here, page in found.items():
        for link in re.findall(r'\shref="([^"]+)"', page):
            target = urlsplit(urljoin(here, link))
            known = target.netloc or target.path in files or target.path in found
            if not known or (
                target.fragment
                and found.get(target.path)
                and target.fragment not in ids[target.path]
            ):
                broken.add((here, link))
    assert set() == broken


LISTS = {
    SOURCES_BY_YEAR: "sources/[^/]+/",
    COMPANIES_BY_NAME: "companies/[^/]+/",
    EVIDENCE_BY_NAME: "companies/[^/]+/",
    DATA_BY_NAME: "data/companies/.+",
    ENTITIES_BY_NAME: "(?:entities|companies)/[^/]+/",
}
"""The pages of shelves, and what the addresses of their entries are like."""


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.address.text)
def test_everything_stands_on_one_shelf_of_its_list(kind: PageKind) -> None:
    made, found = site(MANY), Counter[str]()
    for url, (one, page) in texts(MANY).items():
        if one is kind:
            body = re.sub(
                "<nav.*?</nav>",
                "",
                page.split("<main")[1].split("</main>")[0],
                flags=re.DOTALL,
            )
            targets = {
                urljoin(f"/{url}", link)[1:]
                for link in re.findall(r'\shref="([^"#]+)"', body)
            }
            found.update(
                target
                for target in targets
                if re.fullmatch(LISTS[kind], target) and "--" not in target
            )
    companies = {company_url(slug) for slug in made.dossiers}
    entries = {
        SOURCES_BY_YEAR: map(source_url, made.sources),
        DATA_BY_NAME: map(data_url, made.dossiers),
        ENTITIES_BY_NAME: companies | {*map(entity_url, made.named)},
    }
    assert Counter(entries.get(kind, companies)) == found


def test_one_more_moves_nothing_on_the_shelves_of_others() -> None:
    """Only pages of its own letter and year look different, and that of the source that it
    cites, which counts its facts.
    """
    before, after = texts(MANY), texts(MANY + 1)
    changed = {url for url in before if "--" in url and before[url] != after.get(url)}
    letter, year = slug_of(MANY)[0], year_of(MANY)
    grown = [
        f"{of}/name--{letter}/" for of in ("companies", "data", "evidence", "promises")
    ]
    grown += [
        f"entities/organisation--{letter}/",
        "entities/event--e/",
        f"sources/issued--{year}/",
        "sources/issued--2024/",
    ]
    grown += [
        f"companies/{slug_of(0)}/named-in--{letter}/",
        f"sources/yearbook/cited-in--{letter}/",
    ]
    assert {*grown} >= {
        re.sub(r"(?<=/)[0-9]+/$", "", url) for url in changed if "compare" not in url
    }


@pytest.mark.parametrize(
    ("name", "id", "letter"),
    [
        ("Acme", "acme", "a"), ("Éclair", "eclair", "e"), ("“Quoted”", "quoted", "q"), ("3M", "three-m", "0"),
        ("阿里巴巴", "alibaba", "a"), ("Яндекс", "yandex", "y"), ("٣", "3-arabic", "0"), ("…", "dots", "d"),
    ],
)  # fmt: skip
def test_a_name_stands_under_the_letter_where_readers_look(
    name: str, id: str, letter: str
) -> None:
    assert letter == letter_of(name, id)
