"""A site as large as a real one, built once, served at a loopback address and opened in a real browser."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dossier.generate.server import make_server
from tests.builds import build
from tests.repositories import repository_of_site
from tests.toolchain import open_browser

KINDS = re.compile(r"(companies|facts|timelines|sources|entities|compare)/[a-z0-9-]+/")
"""Folders whose pages are all made from one template."""


@dataclass(frozen=True)
class BuiltSite:
    """A built site: where its files are, and where it is served."""

    folder: Path
    address: str

    def urls(self) -> list[str]:
        """The address of every page, the 404 page by its own name."""
        names = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return [self.address + name.removesuffix("index.html") for name in names]

    def one_of_each(self) -> list[str]:
        """The address of one page of each kind: those of a kind differ in nothing but the ids in their address."""
        found: dict[str, str] = {}
        for url in self.urls():
            found.setdefault(KINDS.sub(r"\1/*/", url), url)
        return list(found.values())


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
    checkout = repository_of_site(tmp_path_factory.mktemp("published"))
    folder = checkout / "output"
    assert build(checkout, "--settings", "publishconf.py", "--output", folder).returncode == 0
    with served(folder) as site:
        yield site


@pytest.fixture(scope="session")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as one builds it on one's own machine, to be opened from disk."""
    checkout = repository_of_site(tmp_path_factory.mktemp("local"))
    assert build(checkout).returncode == 0
    return checkout / "output"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with open_browser() as browser:
        yield browser


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A fresh page, once with JavaScript and once without."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()
