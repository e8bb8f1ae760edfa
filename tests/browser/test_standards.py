"""What machines have to say of every page: the Nu checker and axe-core find nothing."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import BuiltSite
from tests.toolchain import axe_source, nu_check

WINDOWS: dict[str, ViewportSize] = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
SCHEMES = ("light", "dark")


def test_the_nu_checker_finds_nothing(site: BuiltSite) -> None:
    assert [] == nu_check(site.folder)


@pytest.mark.parametrize(("window", "scheme"), list(product(WINDOWS, SCHEMES)))
def test_axe_finds_nothing_on_any_page(site: BuiltSite, browser: Browser, window: str, scheme: str) -> None:
    assert [] == list(_violations(site, browser, WINDOWS[window], scheme))


def _violations(site: BuiltSite, browser: Browser, window: ViewportSize, scheme: str) -> Iterator[str]:
    # The policy of the pages lets no script in; the checker itself is let past it.
    context = browser.new_context(viewport=window, bypass_csp=True)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.add_init_script(axe_source())
    for url in site.urls():
        page.goto(url)
        for violation in page.evaluate("async () => (await axe.run(document)).violations"):
            yield f"{url}: {violation['id']}: {violation['nodes'][0]['html'][:200]} ({len(violation['nodes'])} times)"
    context.close()
