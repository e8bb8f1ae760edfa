"""What machines have to say of every page: the Nu checker and axe-core find nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import BuiltSite
from tests.toolchain import axe_source, nu_check

WINDOWS: dict[str, ViewportSize] = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
BY_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules of axe that can tell light from dark: of a page that passes all in light, they are what dark can break."""
EVERY_RULE = "async () => (await axe.run(document)).violations"
THE_RULES = "async rules => (await axe.run(document, {runOnly: {type: 'rule', values: rules}})).violations"


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
        yield from _told(page, url, EVERY_RULE)
        page.emulate_media(color_scheme="dark")
        yield from _told(page, url, THE_RULES)
    context.close()


def _told(page: Page, url: str, question: str) -> Iterator[str]:
    for violation in page.evaluate(question, BY_COLOUR):
        yield f"{url}: {violation['id']}: {violation['nodes'][0]['html'][:200]} ({len(violation['nodes'])} times)"
