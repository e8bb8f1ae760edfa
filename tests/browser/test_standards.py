"""What machines have to say of every page: the Nu checker and axe-core find nothing.

A page is loaded once and looked at in every window and in all colours: what axe compiles
and what a page loads cost as much as a look.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from types import MappingProxyType
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import BuiltSite, resized
from tests.toolchain import axe_source, nu_check

# The widest first: what a script has opened there stays open.
WIDTHS = (1280, 390, 320)
WINDOWS: Mapping[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
}
BY_DAY = ("light",)
LOOKS: Mapping[str, tuple[Literal["light", "dark"], Literal["active", "none"]]] = {
    "light": ("light", "none"),
    "dark": ("dark", "none"),
    "forced": ("dark", "active"),
}
"""The colours of a page: as it chooses them by day and by night, and as a reader's system
forces them.
"""
VIOLATIONS = "async (options) => (await axe.run(document, options)).violations"
# Nothing is told of what axe finds sound, and it loads no style sheets for rules that are
# not asked.
QUICK = {"resultTypes": ["violations"], "preload": False}
# All that WCAG 2.2 asks for at its levels A and AA, the size of targets with it, which axe
# leaves out otherwise.
ALL: Mapping[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
USUAL: Mapping[str, Any] = MappingProxyType({})
COLOURS: Mapping[str, Any] = {"runOnly": ["cat.color"]}
# Those of them that are asked without being named: one more is stricter than the theme.
USUAL_COLOURS: Mapping[str, Any] = {
    **COLOURS,
    "rules": {"color-contrast-enhanced": {"enabled": False}},
}
ALL_BUT_COLOURS: Mapping[str, Any] = {"rules": {"color-contrast": {"enabled": False}}}
View = tuple[ViewportSize, str, Mapping[str, Any]]
"""A window, the colours in it, and what is asked there."""


def views(
    windows: Iterable[ViewportSize],
    looks: Iterable[str] = BY_DAY,
    rules: Mapping[str, Any] = USUAL,
) -> list[View]:
    """Each window in each of some colours."""
    return [(window, look, rules) for window, look in product(windows, looks)]


EVERY_WIDTH = views([{"width": width, "height": 900} for width in WIDTHS], rules=ALL)
# No other rule asks for colours.
EVERY_COLOUR = views(WINDOWS.values(), ("dark", "forced"), COLOURS)


def test_the_nu_checker_finds_nothing(site: BuiltSite) -> None:
    assert [] == nu_check(site.folder)


def test_axe_finds_nothing_on_a_page_of_every_shape(
    site: BuiltSite, browser: Browser
) -> None:
    """Nor on those that the next test looks at. The Nu checker looks at all pages, and so
    does the last look of each build: no id stands twice.
    """
    urls, known = site.of_every_shape(), site.one_of_each()
    assert len(known) <= len(urls) < len(site.urls())
    others = [url for url in urls if url not in known]
    assert [] == list(violations(browser, others, views([WINDOWS["phone"]], rules=ALL)))


@pytest.mark.parametrize(
    ("scripts", "seen"),
    [(True, [*EVERY_COLOUR, *EVERY_WIDTH]), (False, EVERY_WIDTH)],
    ids=["scripts", "no scripts"],
)
def test_axe_finds_nothing_on_a_page_of_each_kind(
    site: BuiltSite, browser: Browser, scripts: bool, seen: list[View]
) -> None:
    """In windows of every width, by day and by night, and where the system forces its
    colours.
    """
    assert [] == list(violations(browser, site.one_of_each(), seen, scripts=scripts))


def violations(
    browser: Browser, urls: Iterable[str], seen: Iterable[View], *, scripts: bool = True
) -> Iterator[str]:
    """What axe has to say of each page, as it is seen in some windows and colours."""
    # The policy of the pages lets no script in but the theme's; the checker itself is let
    # past it.
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.add_init_script(axe_source())
    if not scripts:
        page.route("**/*.js", lambda route: route.abort())
    widest_first = sorted(seen, key=lambda view: -view[0]["width"])
    for url in urls:
        resized(page, widest_first[0][0])
        page.goto(url)
        for window, look, rules in widest_first:
            scheme, forced = LOOKS[look]
            resized(page, window)
            page.emulate_media(color_scheme=scheme, forced_colors=forced)
            for violation in page.evaluate(VIOLATIONS, {**QUICK, **rules}):
                first, *others = violation["nodes"]
                yield (
                    f"{url} {window['width']} {look}: {violation['id']}:"
                    f" {first['html'][:200]} (and {len(others)} more)"
                )
    context.close()
