"""Lists that outgrow a page, as machines judge their pages: those of a made-up industry,
with small limits.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from dossier.model.addresses import SHELVES
from dossier.render.site.links import file_of
from dossier.render.theme.assets import theme_files
from tests.browser.conftest import BuiltSite, served
from tests.browser.test_standards import (
    COLOURS,
    WINDOWS,
    views,
    violations,
)
from tests.render_fixtures import THEME
from tests.test_page_sizes import FEW, texts
from tests.toolchain import nu_check


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The pages of all lists, with the files of the theme, served."""
    folder = tmp_path_factory.mktemp("lists")
    kinds = {*SHELVES, *SHELVES.values()}
    pages = {
        file_of(url): text.encode()
        for url, (kind, text) in texts(FEW).items()
        if kind in kinds
    }
    for name, data in {**theme_files(THEME), **pages}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with served(folder) as site:
        yield site


def one_of_each(site: BuiltSite) -> list[str]:
    """The address of one page of each kind of shelf, and of the list that it belongs to."""
    first: dict[object, str] = {}
    for url, (kind, _) in texts(FEW).items():
        if kind in {*SHELVES, *SHELVES.values()}:
            first.setdefault(kind, url)
    return [site.address + url for url in first.values()]


def test_the_nu_checker_finds_nothing_on_lists(lists: BuiltSite) -> None:
    assert [] == nu_check(lists.folder)


def test_axe_finds_nothing_on_lists(lists: BuiltSite, browser: Browser) -> None:
    """By night it is asked for colours: no other rule depends on them."""
    windows = WINDOWS.values()
    seen = [*views(windows), *views(windows, ["dark"], COLOURS)]
    assert [] == list(violations(browser, one_of_each(lists), seen))


def test_a_list_is_read_to_its_end_by_keyboard(lists: BuiltSite, browser: Browser) -> None:
    """From its first page by the ways to the next alone, without a script, over all
    shelves.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{lists.address}sources/")
    page.locator(".portions a").first.click()
    steps = 1
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        steps += 1
    boards = [
        url
        for url, (kind, _) in texts(FEW).items()
        if SHELVES.get(kind) and url.startswith("sources/issued--")
    ]
    assert len(boards) == steps
    expect(page.locator("a[rel=prev]")).to_have_count(1)
    context.close()
