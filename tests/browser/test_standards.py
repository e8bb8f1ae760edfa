"""What machines have to say of every page: the Nu checker and axe-core find nothing."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import BuiltSite
from tests.toolchain import axe_source, nu_check

WIDTHS = (320, 390, 1280)
WINDOWS: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
}
BY_DAY_AND_NIGHT = ("light", "dark")
LOOKS: Mapping[str, tuple[Literal["light", "dark"], Literal["active", "none"]]] = {
    "light": ("light", "none"),
    "dark": ("dark", "none"),
    "forced": ("dark", "active"),
}
"""The colours of a page: as it chooses them by day and by night, and as a reader's system
forces them.
"""
VIOLATIONS = "async (options) => (await axe.run(document, options)).violations"
# All that WCAG 2.2 asks for at its levels A and AA, the size of targets with it, which axe
# leaves out otherwise.
ALL = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}

COLOURS = {"runOnly": ["cat.color"]}


def test_the_nu_checker_finds_nothing(site: BuiltSite) -> None:
    assert [] == nu_check(site.folder)


def test_axe_finds_nothing_on_a_page_of_every_shape(
    site: BuiltSite, browser: Browser
) -> None:
    """The Nu checker looks at all pages, and so does the last look of each build: no id
    stands twice.
    """
    urls = site.of_every_shape()
    assert len(site.one_of_each()) <= len(urls) < len(site.urls())
    assert [] == list(
        violations(
            browser, urls, WINDOWS["phone"], scripts=True, looks=["light"], rules=ALL
        )
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_axe_finds_nothing_on_a_page_of_each_kind(
    site: BuiltSite, browser: Browser, width: int, scripts: bool
) -> None:
    window: ViewportSize = {"width": width, "height": 900}
    assert [] == list(
        violations(
            browser, site.one_of_each(), window, scripts=scripts, looks=["light"], rules=ALL
        )
    )


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_axe_finds_no_fault_of_colours_by_night_nor_where_the_system_forces_them(
    site: BuiltSite, browser: Browser, window: ViewportSize
) -> None:
    """No other rule asks for colours."""
    looks = [look for look in LOOKS if look != "light"]
    assert [] == list(
        violations(
            browser, site.one_of_each(), window, scripts=True, looks=looks, rules=COLOURS
        )
    )


def violations(
    browser: Browser,
    urls: list[str],
    window: ViewportSize,
    *,
    scripts: bool,
    looks: Iterable[str] = BY_DAY_AND_NIGHT,
    rules: Mapping[str, Any] = MappingProxyType({}),
) -> Iterator[str]:
    """What axe has to say of each page, in each of some colours."""
    # The policy of the pages lets no script in but the theme's; the checker itself is let
    # past it.
    context = browser.new_context(viewport=window, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(axe_source())
    if not scripts:
        page.route("**/*.js", lambda route: route.abort())
    for url in urls:
        page.goto(url)
        for look in looks:
            scheme, forced = LOOKS[look]
            page.emulate_media(color_scheme=scheme, forced_colors=forced)
            for violation in page.evaluate(VIOLATIONS, dict(rules)):
                first, *others = violation["nodes"]
                yield f"{url} {look}: {violation['id']}: {first['html'][:200]} (and {len(others)} more)"
    context.close()
