"""A site as large as a real one, built once, served at a loopback address and opened in a
real browser.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from dossier.generate.server import make_server
from dossier.render.scan.measure import VOID
from dossier.render.site.links import file_of
from tests.builds import build
from tests.once import once
from tests.repositories import repository_of_site
from tests.toolchain import open_browser

# What is expected may come late on a machine that does much else, and is no worse for that.
expect.set_options(timeout=30_000)

KINDS = re.compile(r"(companies|facts|timelines|sources|entities|compare)/[a-z0-9-]+/")
"""Folders whose pages are all made from one template."""


@dataclass(frozen=True)
class BuiltSite:
    """A built site: where its files are, and where it is served."""

    folder: Path
    address: str

    def urls(self) -> list[str]:
        """The address of every page, the 404 page by its own name."""
        names = sorted(
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html")
        )
        return [self.address + name.removesuffix("index.html") for name in names]

    def one_of_each(self) -> list[str]:
        """The address of one page of each kind: those of a kind differ in nothing but the
        ids in their address.
        """
        found: dict[str, str] = {}
        for url in self.urls():
            found.setdefault(KINDS.sub(r"\1/*/", url), url)
        return list(found.values())

    def of_every_shape(self) -> list[str]:
        """Pages that have between them every element, in every place, that any page has:
        others differ in words alone.
        """
        seen: set[str] = set()
        chosen: list[str] = []
        for url in self.urls():
            text = (self.folder / file_of(url.removeprefix(self.address))).read_text(
                "utf-8"
            )
            if new := Shapes(text).found - seen:
                seen |= new
                chosen.append(url)
        return chosen


class Shapes(HTMLParser):
    """The elements of a page: each by its name, classes and other attributes, and by the
    element that it stands in.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        told = (
            f'{name}="{value}"' if name in ("class", "role", "type", "rel") else name
            for name, value in attrs
        )
        shape = " ".join((tag, *sorted(told)))
        self.found.add(f"{self.open[-1][1] if self.open else ''} > {shape}")
        if tag not in VOID:
            self.open.append((tag, shape))

    def handle_endtag(self, tag: str) -> None:
        """The end of an element, and of all that was left open in it."""
        while self.open and self.open.pop()[0] != tag:
            pass


@contextmanager
def served(folder: Path) -> Iterator[BuiltSite]:
    """A folder as the local server serves it."""
    with make_server(folder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield BuiltSite(folder, f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The ferries as they would be published at the top of a host, with a history."""
    with served(once(tmp_path_factory, "published", _publish) / "output") as site:
        yield site


def _publish(folder: Path) -> None:
    checkout = repository_of_site(folder)
    assert (
        build(
            checkout, "--settings", "publishconf.py", "--output", checkout / "output"
        ).returncode
        == 0
    )


@pytest.fixture(scope="session")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as one builds it on one's own machine, to be opened from disk."""
    return (
        once(
            tmp_path_factory,
            "local",
            lambda folder: build(repository_of_site(folder)).check_returncode(),
        )
        / "output"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with open_browser() as browser:
        yield browser


def resized(page: Page, window: ViewportSize) -> None:
    """Make the window of a page as large: what is asked of the page then is asked after it."""
    if page.viewport_size == window:
        return
    page.set_viewport_size(window)
    page.evaluate(
        "async (width) => { while (innerWidth !== width) await new Promise(requestAnimationFrame) }",
        window["width"],
    )


@pytest.fixture(scope="session")
def shared(browser: Browser) -> Page:
    """The page that `window` hands out. To open one is dearer than a visit on it."""
    return browser.new_page(bypass_csp=True)


@pytest.fixture
def window(shared: Page) -> Page:
    """A page in a window of usual size, for tests that go to an address and look: it is not
    fresh, so none may click in it or leave anything behind.
    """
    resized(shared, {"width": 1280, "height": 720})
    shared.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    return shared


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A fresh page, once with JavaScript and once without."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()
