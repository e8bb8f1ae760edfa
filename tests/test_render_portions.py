"""Long lists in portions: every fact stands on one of the pages, which say which they hold
and lead to the others.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.model.dossiers import Site
from dossier.render.language.words.counts import FACTS
from dossier.render.lists.portions import Portion, portion_ways
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import Page, plan_pages
from dossier.render.site.links import (
    compare_url,
    entity_url,
    fact_url,
    portion_url,
    source_url,
)
from dossier.render.site.render_context import RenderContext
from tests.helpers import merged
from tests.render_fixtures import SETTINGS, render

SIZE = SETTINGS.limits.facts
COUNT = 2 * SIZE + 50
CLAIM = "claims: [{value: VALUE, period: 20YEAR, references: [{source: annual-report, quote: some words}]}]"
KEPT = {"partner": "partner zed annual-report", "turnover": "turnover annual-report"}
URLS = [
    entity_url("zed"),
    source_url("annual-report"),
    compare_url("partner"),
    compare_url("turnover"),
]


def fact(number: int, kind: str, value: str) -> str:
    """A fact, as YAML."""
    claim = CLAIM.replace("VALUE", value).replace("YEAR", f"{number % 90 + 10}")
    return f"{kind}-{number}: {{label: {kind} {number}, property: {kind}, {claim}}}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Two companies that have very many facts of two properties, by one source."""
    files: dict[str, str | bytes] = {
        "properties.yaml": "partner: {label: Partner, type: entity, fresh: never}\n"
        "turnover: {label: Turnover, type: money, fresh: never}\n",
        "entities.yaml": "zed: {name: Zed, kind: person}\n",
    }
    for slug in ("acme", "beta"):
        numbers = range(COUNT // 2)
        files[f"companies/{slug}/company.yaml"] = (
            f"name: {slug.capitalize()}\nsections: {{profile: All}}\n"
        )
        facts = [
            fact(n, "partner", "zed") + fact(n, "turnover", f"{n + 1} million USD")
            for n in numbers
        ]
        files[f"companies/{slug}/facts/profile.yaml"] = "".join(facts)
    return merged(Path(tmp_path_factory.mktemp("many")), files, "minimal")


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, Page]:
    """Its pages by their urls."""
    return {page.url: page for page in plan_pages(bind(site, SETTINGS))}


@pytest.mark.parametrize("url", URLS)
def test_every_fact_stands_on_one_page_of_a_list(
    site: Site, pages: Mapping[str, Page], url: str
) -> None:
    """None is left out, none stands on two of them; what is drawn stands in the list as
    well.
    """
    parts = [one for one in pages if one.startswith(url)]
    texts = [
        re.sub("<figure.*?</figure>", "", render(pages[part], site), flags=re.DOTALL)
        for part in parts
    ]
    named = [
        fact.id
        for fact in site.facts.values()
        if re.search(url.split("/")[1], KEPT[fact.property.id])
    ]
    assert [1] * len(named) == [
        sum(f'{fact_url(id)}"' in text for text in texts) for id in named
    ]
    assert len(parts) == -(-len(named) // SIZE)


def test_a_page_says_which_facts_it_holds_and_leads_to_the_others(
    site: Site, pages: Mapping[str, Page]
) -> None:
    text = render(pages[portion_url(compare_url("partner"), 2)], site)
    assert f"Here are 101–200 of {COUNT} facts." in text
    assert '<a href="../">1–100</a>' in text
    assert '<a href="./" aria-current="page">101–200</a>' in text
    assert '<a href="../3/">201–250</a>' in text
    assert "<title>Partner (101–200) ·" in text


def test_a_chart_over_time_leaves_out_what_is_not_telling_and_says_so(
    site: Site, pages: Mapping[str, Page]
) -> None:
    first, second = (
        render(pages[portion_url(compare_url("turnover"), number)], site)
        for number in (1, 2)
    )
    assert f"The first 40 of {COUNT} by their figures" in first
    assert 40 == first.split("<figure")[1].split("</figure>")[0].count("data-claim=")
    assert "<figure" not in second


def test_a_list_that_fits_a_page_is_not_in_portions(
    site: Site, pages: Mapping[str, Page]
) -> None:
    assert "portions" not in render(pages[fact_url(next(iter(site.facts)))], site)


def test_a_page_leads_to_the_one_before_and_the_one_behind(
    site: Site, pages: Mapping[str, Page]
) -> None:
    first, second, last = (
        render(pages[portion_url(entity_url("zed"), number)], site) for number in (1, 2, 3)
    )
    assert '<a class="neighbours__before" rel="prev" href="../">1–100</a>' in second
    assert '<a class="neighbours__after" rel="next" href="../3/">201–250</a>' in second
    assert ('rel="prev"' in first, 'rel="next"' in last) == (False, False)


def test_ways_stay_few_however_long_a_list_is(site: Site) -> None:
    """The ends, those beside it, and on in longer and longer strides: none is farther than
    a few steps.
    """
    context = RenderContext(bind(site, SETTINGS), "")
    ways = portion_ways(context, "list/", Portion(500, (), 1000 * SIZE, SIZE), FACTS).ways
    numbers = [1, 400, 490, 498, 499, 500, 501, 502, 510, 600, 1000]
    assert [portion_url("list/", number) for number in numbers] == [
        way.href for way in ways
    ]


def test_no_two_pages_describe_themselves_alike(
    site: Site, pages: Mapping[str, Page]
) -> None:
    """Where an address is shared, its description tells it from the others, portions of one
    list among them.
    """
    shared = [
        url
        for url in pages
        if url.startswith(("sources/", "entities/", "compare/", "companies/acme/timeline"))
    ]
    described = [
        re.findall(
            '<meta name="description" property="og:description" content="(.*?)">',
            render(pages[url], site),
        )[0]
        for url in shared
    ]
    assert len(shared) == len({*described})
