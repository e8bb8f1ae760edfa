"""The pages of a small site with one of everything: where they are, what they say, and that
their links and notes hold.
"""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest

from dossier.model.dossiers import Site
from dossier.render.pages.binding import bind
from dossier.render.pages.changes import changes_feed
from dossier.render.pages.plan import plan_evidence, plan_pages, shared_context
from dossier.render.site.limits import Limits
from dossier.render.site.views import LinkView
from dossier.render.theme.assets import theme_files
from tests.exported import export_files
from tests.render_fixtures import (
    HOSTILE,
    SETTINGS,
    THEME,
    html,
    pages,
    render,
    site,
    templates,
)

URLS = sorted(pages())
OURS = re.compile(r'<script src="[./]*theme/[a-z]+\.js"(?: defer)?></script>')
VOID = {"base", "meta", "link", "br", "hr", "img", "input"}


class Outline(HTMLParser):
    """The ids and links of a page, and whether its elements nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.classes: set[str] = set()
        self.headings: list[int] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        told = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.ids += filter(None, [told.get("id")])
        self.links += filter(None, [told.get("href")])
        self.classes |= {*(told.get("class") or "").split()}
        assert not {"style", "onclick"} & told.keys()
        assert "src" not in told or tag == "script"
        assert tag != "script" or re.fullmatch(
            r"[./]*(?:sub/)?theme/[a-z]+\.js", told.get("src") or ""
        )
        assert tag not in {"style", "iframe"}

    def handle_endtag(self, tag: str) -> None:
        """An element ends: the one that began last."""
        assert self.open.pop() == tag


def test_the_urls_of_a_site() -> None:
    expected = {
        "": "index.html",
        "companies/acme/": "companies/acme/index.html",
        "companies/acme/facts/": "companies/acme/facts/index.html",
        "companies/acme/timeline/": "companies/acme/timeline/index.html",
        "companies/acme/timelines/rise/": "companies/acme/timelines/rise/index.html",
        "companies/acme/facts/pledge/": "companies/acme/facts/pledge/index.html",
        "sources/": "sources/index.html",
        "sources/full/": "sources/full/index.html",
        "data/": "data/index.html",
        "entities/": "entities/index.html",
        "entities/ann/": "entities/ann/index.html",
        "search/": "search/index.html",
        "404.html": "404.html",
    }
    paths = {url: page.path for url, page in pages().items()}
    assert expected.items() <= paths.items()
    assert len(URLS) == 1 + 2 + 2 + 3 + 9 + 6 + 1 + 3 + 9 + 2


def test_a_site_without_content_has_its_own_pages() -> None:
    empty = Site(date(2025, 1, 1), {}, {}, {}, {}, {})
    planned = (
        *plan_pages(bind(empty, SETTINGS)),
        *plan_evidence(bind(empty, SETTINGS), {}),
    )
    own = [
        "",
        "entities/",
        "sources/",
        "search/",
        "compare/",
        "data/",
        "corrections/",
        "promises/",
        "404.html",
        "evidence/",
    ]
    assert own == [page.url for page in planned]
    assert all(render(page, empty) for page in planned)


@pytest.mark.parametrize("url", URLS)
def test_a_page_is_sound(url: str) -> None:
    """Elements nest, ids are unique, headings leave no gap, and there is no script and no
    style within.
    """
    page = Outline(html(url))
    assert [] == [id for id, number in Counter(page.ids).items() if number > 1]
    assert 1 == page.headings.count(1)
    assert all(
        below <= above + 1
        for above, below in zip(page.headings, page.headings[1:], strict=False)
    )


@pytest.mark.parametrize("plain", [False, True])
def test_every_link_leads_to_a_page_and_a_place_on_it(plain: bool) -> None:
    settings = replace(SETTINGS, plain_links=plain, site_url="")
    outlines = {
        f"/{page.path if plain else url}": Outline(html(url, settings))
        for url, page in pages(settings).items()
    }
    made = (
        theme_files(THEME),
        export_files(site()),
        dict(changes_feed(bind(site(), settings))),
    )
    files = {f"/{path}" for several in made for path in several}
    broken = []
    for here, outline in outlines.items():
        for link in outline.links:
            target = urlsplit(urljoin(here, link))
            known = target.netloc or target.path in files or target.path in outlines
            if not known or (
                target.fragment
                and target.path in outlines
                and target.fragment not in outlines[target.path].ids
            ):
                broken.append((here, link))
    assert [] == broken


@pytest.mark.parametrize("url", URLS)
def test_notes_run_from_one_in_order_of_appearance(url: str) -> None:
    numbers = [
        int(number)
        for number in re.findall(r'role="doc-noteref" aria-label="Note (\d+)"', html(url))
    ]
    assert list(dict.fromkeys(numbers)) == list(range(1, len(set(numbers)) + 1))
    assert len(set(numbers)) == html(url).count('<li id="note-')


@pytest.mark.parametrize("url", URLS)
def test_every_mark_has_a_way_back(url: str) -> None:
    text = html(url)
    marks = set(re.findall(r'<a id="([^"]+)"', text))
    assert marks == set(re.findall(r'<a href="#([^"]+)" role="doc-backlink"', text))


@pytest.mark.parametrize("url", URLS)
def test_a_page_can_be_rendered_twice(url: str) -> None:
    page = pages()[url]
    assert render(page, site()) == render(page, site())


def test_hostile_words_stay_words() -> None:
    """Text of authors cannot become markup, wherever it is shown."""
    for url in (
        "companies/beta/",
        "companies/beta/facts/remark/",
        "sources/evil/",
        "sources/",
    ):
        text = html(url)
        assert "<script" not in OURS.sub("", text)
        assert "javascript:alert(1)" not in text
        assert (
            HOSTILE.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .split("'")[0]
            in text
        )


def test_the_policy_stands_before_everything_it_covers() -> None:
    head = html("").split("<head>")[1]
    assert head.lstrip().startswith('<meta http-equiv="Content-Security-Policy"')


@pytest.mark.parametrize("url", URLS)
def test_the_policy_lets_in_only_what_it_names(url: str) -> None:
    """A kind of thing that nobody thought of falls under the first line, which lets in
    none.
    """
    (written,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', html(url))
    rules = dict(rule.split(" ", 1) for rule in written.replace("&#39;", "'").split("; "))
    assert "'none'" == rules.pop("default-src") == rules.pop("base-uri")
    running = "'self' 'wasm-unsafe-eval'" if url == "search/" else "'self'"
    assert running == rules.pop("script-src")
    assert {"'self'"} == set(rules.values())


def test_a_page_says_how_old_its_facts_are() -> None:
    silent = [
        url
        for url in URLS
        if not any(words in html(url) for words in ("dated", "As of", "embed__good"))
    ]
    assert [] == silent
    assert "No source behind this page carries a date" in html("sources/bare/")


def test_the_home_page_lists_companies_with_their_figures() -> None:
    text = html("")
    assert "6 facts from 2 sources" in text
    assert "CN¥380 billion" in text
    assert "In all 9 facts from 3 sources" in text


def test_a_dossier_shows_what_is_disputed() -> None:
    text = html("companies/acme/")
    (row,) = re.findall(r'<li class="differences__row">.*?</ul>', text, re.DOTALL)
    assert (
        '<a href="facts/sites/">Sites</a> <span class="flag">figures differ</span>' in row
    )
    assert ["A about 70 sites", "B 91 sites"] == [
        re.sub(r"<sup.*?</sup>|<[^>]+>", "", side).strip()
        for side in re.findall(r"<li>(<strong>.*?)</li>", row, re.DOTALL)
    ]
    assert "They may count differently." in html("companies/acme/facts/")


def test_a_dossier_shows_where_others_name_the_company() -> None:
    assert re.search(
        r'id="mentions".*href="../beta/".*href="../beta/facts/owner/"',
        html("companies/acme/"),
        re.DOTALL,
    )


def test_a_topic_without_facts_is_left_out() -> None:
    assert "Nothing yet" not in html("companies/acme/")


def test_a_fact_page_explains_what_was_inferred() -> None:
    text = html("companies/acme/facts/pledge/")
    assert "Both say: this year." in text
    assert "380,000,000,000 Chinese yuan" in text


def test_a_fact_page_leads_to_its_timelines_and_neighbours() -> None:
    text = html("companies/acme/facts/speech/")
    assert '<a href="../../timelines/rise/#event-speech">Rise and fine</a>' in text
    assert 'rel="prev" href="../founded/"' in text
    assert 'rel="next" href="../fine/"' in text


def test_an_event_of_another_dossier_knows_the_timeline_it_stands_in() -> None:
    assert 'href="../../../acme/timelines/rise/#event-beta--split"' in html(
        "companies/beta/facts/split/"
    )


def test_a_note_leads_to_the_passage_and_to_the_archived_copy() -> None:
    text = html("companies/acme/facts/")
    assert 'href="https://paper.example/acme#:~:text=91%20sites"' in text
    assert 'href="https://archive.example/acme"' in text
    assert "<q>91 sites</q>" in text


def test_a_source_says_what_is_not_known_of_it() -> None:
    assert 6 == html("sources/bare/").count('class="particulars__unknown">not known')


def test_a_source_lists_every_fact_that_rests_on_it() -> None:
    text = html("sources/full/")
    assert {"pledge", "sites", "more", "founded", "speech", "fine"} <= set(
        re.findall(r"companies/acme/facts/([^/]+)/", text)
    )
    assert "<q>91 sites</q>" in text
    assert 'href="../../companies/acme/#overview"' in text


def _words(text: str) -> str:
    """What a page says, without its elements."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())


def test_a_source_is_told_by_its_own_answers() -> None:
    """Not by the leading one of somebody else, above words that do not say it."""
    text = html("sources/bare/")
    uses = re.split(r'<li class="use">', text)[1:]
    (use,) = [use for use in uses if "facts/sites/" in use]
    assert ["acme/sites:1", "acme/sites:2"] == re.findall(r'data-claim="([^"]+)"', use)
    first, second = (_words(one) for one in use.split("data-claim=")[1:])
    assert (
        "about 70 sites" in first,
        "some 70" in first,
        "differs, origin unknown" in first,
    ) == (True, True, True)
    assert ("80 sites" in second, "no longer held to be right" in second) == (True, True)
    assert "91 sites" not in first + second


def test_an_answer_of_a_source_carries_its_own_period() -> None:
    assert "3 years, 2025 to about 2028" in _words(html("sources/bare/"))


def test_the_page_for_lost_addresses_works_at_any_depth() -> None:
    links = [link for link in Outline(html("404.html")).links if link != "#main"]
    assert all(link.startswith("/sub/") for link in links)


def test_ordinary_pages_share_the_frame_and_the_menu() -> None:
    settings = replace(SETTINGS, pages=(LinkView("About", "about/"),))
    template = templates().get_template("page.html")
    page = {
        "title": "About",
        "description": "What",
        "url": "about/",
        "content": "<p>Words</p>",
    }
    text = template.render(**shared_context(bind(site(), settings)), page=page)
    assert "<p>Words</p>" in text
    assert '<a href="./" aria-current="page">About</a>' in text
    assert 'href="../theme/ledger.css"' in text


def long_home() -> str:
    """The home page, as if there were more companies than it shows with their figures."""
    return html("", replace(SETTINGS, limits=Limits(figures=1)))


def test_a_long_home_page_names_every_company_by_its_letter() -> None:
    """Their figures would make a page that nobody waits for."""
    text = long_home()
    assert re.findall(
        r'register__letter" id="letter-\d+">(.)</dt><dd><a href="(companies/[a-z]+/)"', text
    )
    assert all(f'<a href="companies/{slug}/">' in text for slug in site().dossiers)
    assert "glance" not in text
