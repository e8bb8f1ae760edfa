"""What machines have to say of every page: the Nu checker and axe-core find nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import BuiltSite
from tests.toolchain import axe_source, nu_check

WINDOWS: dict[str, ViewportSize] = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
VIOLATIONS = "async () => (await axe.run(document)).violations"


def test_the_nu_checker_finds_nothing(site: BuiltSite) -> None:
    assert [] == nu_check(site.folder)


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_axe_finds_nothing_on_any_page_in_light_and_dark(site: BuiltSite, browser: Browser, window: ViewportSize) -> None:
    assert [] == list(violations(browser, site.urls(), window, scripts=True))


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_axe_finds_nothing_where_no_script_runs(site: BuiltSite, browser: Browser, window: ViewportSize) -> None:
    assert [] == list(violations(browser, site.one_of_each(), window, scripts=False))


def violations(browser: Browser, urls: list[str], window: ViewportSize, scripts: bool) -> Iterator[str]:
    # The policy of the pages lets no script in but the theme's; the checker itself is let past it.
    context = browser.new_context(viewport=window, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(axe_source())
    if not scripts:
        page.route("**/*.js", lambda route: route.abort())
    for url in urls:
        page.emulate_media(color_scheme="light")
        page.goto(url)
        yield from _told(page, url)
        page.emulate_media(color_scheme="dark")
        yield from _told(page, url)
    context.close()


def _told(page: Page, url: str) -> Iterator[str]:
    for violation in page.evaluate(VIOLATIONS):
        yield f"{url}: {violation['id']}: {violation['nodes'][0]['html'][:200]} ({len(violation['nodes'])} times)"
