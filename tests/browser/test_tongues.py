"""Companies whose files are in Arabic, Chinese, German, Hindi and Japanese, on an English
page and on an Arabic one.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import BuiltSite, resized, served
from tests.browser.test_standards import WINDOWS, views, violations
from tests.builds import ROOT, build
from tests.once import once
from tests.toolchain import nu_check

SETTINGS = f"""
SITENAME = "Tongues"
SITEURL = ""
DEFAULT_LANG = "%s"
TIMEZONE = "UTC"
PATH = "content"
OUTPUT_PATH = "output"
THEME = {str(ROOT / "themes" / "ledger")!r}
PLUGINS = ["dossier.plugin"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DOSSIER_CARDS = DOSSIER_HISTORY = False
"""
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Sources"\nmsgstr "المصادر"\n'
"""Enough of an interface in Arabic for a page of it."""
LANGUAGES = {
    "manara": "ar",
    "yunling": "zh-Hans",
    "fennholm": "de",
    "deepak": "hi",
    "todai": "ja",
}
WAY = "(found) => [found.closest('[lang]').lang, getComputedStyle(found).direction]"
ACROSS = """(found) => {
    const runs = [...found.childNodes].flatMap((node) => [...node.textContent].map((sign, at) => [node, at, sign]));
    const left = (wanted) => {
        const [node, at] = runs.find(([, , sign]) => sign === wanted);
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
    };
    return [left(")"), left("M"), left("(")];
}"""
"""Where signs of a name stand, from the left."""
EDGES = """(found) => {
    const range = document.createRange();
    range.selectNodeContents(found);
    return range.getBoundingClientRect().toJSON();
}"""
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def tongues(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The site in English."""
    with served(
        once(tmp_path_factory, "tongues", lambda folder: _build(folder, "en")) / "output"
    ) as site:
        yield site


def _build(folder: Path, tag: str, more: str = "") -> None:
    shutil.copytree(ROOT / "tests" / "sites" / "tongues", folder / "content")
    (folder / "pelicanconf.py").write_text(SETTINGS % tag + more, "utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("slug", "tag"), LANGUAGES.items())
def test_the_words_of_a_company_are_in_its_language(
    tongues: BuiltSite, page: Page, slug: str, tag: str
) -> None:
    way = [tag, "rtl" if tag == "ar" else "ltr"]
    page.goto(f"{tongues.address}companies/{slug}/")
    for where in (
        "h1 bdi",
        ".prose p",
        ".keyfigures__label a",
        ".topics__head h3",
        ".moments__events a",
    ):
        assert way == page.locator(where).first.evaluate(WAY), where
    assert ["en", "ltr"] == page.locator("h2").first.evaluate(WAY)
    page.goto(f"{tongues.address}companies/{slug}/facts/revenue/")
    for where in ("h1 bdi", ".answer__note", ".evidence q, q.passage"):
        assert way == page.locator(where).first.evaluate(WAY), where


def test_a_bracket_behind_an_arabic_name_stands_on_its_side(
    tongues: BuiltSite, page: Page
) -> None:
    """`منارة (Manara)`: from the right, the name, the bracket that opens, the Latin
    letters, and the one that closes.
    """
    page.goto(f"{tongues.address}companies/manara/")
    closing, letter, opening = page.locator("h1 bdi").evaluate(ACROSS)
    assert closing < letter < opening
    trail = page.locator(".breadcrumbs li").last
    assert trail.locator("bdi").evaluate(ACROSS) == sorted(
        trail.locator("bdi").evaluate(ACROSS)
    )


def test_a_name_from_right_to_left_begins_where_the_page_does(
    tongues: BuiltSite, page: Page
) -> None:
    page.goto(f"{tongues.address}companies/manara/")
    begun = [
        page.locator(where).first.evaluate(EDGES)["left"]
        for where in ("h1", ".section > h2")
    ]
    assert begun[0] == pytest.approx(begun[1], abs=3)


def test_an_interface_may_run_from_right_to_left(tmp_path: Path, browser: Browser) -> None:
    """A site brings the texts of one; the page, its menu and its heading then begin at the
    right.
    """
    (tmp_path / "overrides" / "locales").mkdir(parents=True)
    (tmp_path / "overrides" / "locales" / "ar.po").write_text(CATALOGUE, "utf-8")
    _build(tmp_path, "ar", 'THEME_TEMPLATES_OVERRIDES = ["overrides"]')
    assert '<html lang="ar" dir="rtl">' in (tmp_path / "output" / "index.html").read_text(
        "utf-8"
    )
    with served(tmp_path / "output") as site:
        page = browser.new_page(viewport={"width": 390, "height": 844})
        for path in (
            "",
            "companies/fennholm/",
            "companies/manara/",
            "companies/manara/facts/",
        ):
            page.goto(site.address + path)
            assert page.locator("h1").evaluate(EDGES)["right"] > 300, path
            assert 0 == page.evaluate(WIDE), path
        page.close()


def test_a_quote_stands_at_the_level_that_its_language_allows(tongues: BuiltSite) -> None:
    """Read in German, Chinese and Japanese; in Arabic and Hindi the words are found, and no
    figure in them is read.
    """
    for slug in LANGUAGES:
        told = (
            tongues.folder / "companies" / slug / "facts" / "revenue" / "index.html"
        ).read_text("utf-8")
        kind = re.search(r'class="state state--(proved|words)"', told)
        assert kind
        assert ("proved" if slug in ("yunling", "fennholm", "todai") else "words") == kind[
            1
        ], slug


def test_the_nu_checker_finds_nothing(tongues: BuiltSite) -> None:
    assert [] == nu_check(tongues.folder)


def test_axe_finds_nothing(tongues: BuiltSite, browser: Browser) -> None:
    urls = [tongues.address, *(f"{tongues.address}companies/{slug}/" for slug in LANGUAGES)]
    assert [] == list(violations(browser, urls, views(WINDOWS.values())))


def test_nothing_is_wider_than_a_narrow_screen(tongues: BuiltSite, window: Page) -> None:
    resized(window, {"width": 320, "height": 740})
    for url in tongues.urls():
        window.goto(url)
        assert 0 == window.evaluate(WIDE), url
