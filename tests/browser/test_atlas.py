"""Companies that no template has seen: their pages are sound, fit every window, and shut
nobody out.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.atlas import write_atlas
from tests.browser.conftest import BuiltSite, resized, served
from tests.browser.test_standards import WINDOWS, views, violations
from tests.builds import build
from tests.once import once
from tests.toolchain import nu_check

# One of each kind of page, and those whose content is the most awkward.
PAGES = (
    "", "companies/atlas/", "companies/borealis/", "companies/silent/", "companies/atlas/timeline/",
    "companies/atlas/timelines/few/", "companies/atlas/facts/money-disputed/", "companies/atlas/facts/record-whole/",
    "companies/atlas/facts/text-awkward/", "companies/atlas/facts/often/", "sources/", "sources/zeitung/", "sources/post/",
    "evidence/",
)  # fmt: skip
WIDTHS = (1280, 768, 320)
# What sticks out of its own box, by more than the room for a finger around a mark; tables
# scroll by themselves, notes in the margin stand outside of their text, and what is folded
# up is not there to be seen.
WIDE = """() => [...document.querySelectorAll("main, main *")]
  .filter((one) => !one.closest(".table, svg, [data-margin], details:not([open])")
  && one.clientWidth > 20 && one.scrollWidth > one.clientWidth + 6).map((one) => one.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The site, built by the program as it is: what its last look finds stops the build."""
    with served(once(tmp_path_factory, "atlas", _build_atlas) / "output") as site:
        yield site


def _build_atlas(root: Path) -> None:
    write_atlas(root)
    built = build(root, env={"SOURCE_DATE_EPOCH": "1750000000"})
    assert built.returncode == 0, built.stderr


def test_every_company_has_its_pages_without_a_word_in_a_template(atlas: BuiltSite) -> None:
    assert [] == [
        page for page in PAGES if not (atlas.folder / page / "index.html").is_file()
    ]
    timeline = (atlas.folder / "companies/atlas/timeline/index.html").read_text("utf-8")
    assert 300 <= timeline.count('<li class="event ')


def test_the_nu_checker_finds_nothing(atlas: BuiltSite) -> None:
    assert [] == nu_check(atlas.folder)


def test_nothing_is_wider_than_its_place(atlas: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    found = []
    for name in PAGES:
        page.goto(atlas.address + name)
        for width in WIDTHS:
            resized(page, {"width": width, "height": 900})
            found += [(name, width, wide) for wide in page.evaluate(WIDE)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((name, width, "the page"))
    page.close()
    assert [] == found


def test_axe_finds_nothing(atlas: BuiltSite, browser: Browser) -> None:
    urls = [atlas.address + name for name in PAGES]
    assert [] == list(violations(browser, urls, views([WINDOWS["phone"]])))


def test_names_in_other_scripts_have_a_card_too(atlas: BuiltSite) -> None:
    """The name of one company is partly Chinese and it has no other: the site's own card
    stands for it.
    """
    cards = {path.name for path in Path(atlas.folder / "cards/companies").glob("*.png")}
    assert {"atlas.png", "silent.png"} == cards
    assert "/cards/site.png" in (atlas.folder / "companies/borealis/index.html").read_text(
        "utf-8"
    )
