"""The screenshots of the README: `make screenshots COMPANY=id`, of a company that has a
timeline and key facts.

They are made by the browser of the tests, from the site as it is.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page

from dossier.generate.pipeline import inspect
from dossier.model.content import Content
from tests.builds import ROOT, build
from tests.toolchain import open_browser

IMAGES = ROOT / "docs/images"
COLOURS = 96  # of paper, ink and one accent, with their edges: a quarter of the bytes, and no difference to see


def stay(page: Page) -> None:
    """Leave the page as it opens."""


def open_a_note(page: Page) -> None:
    """Go to the narrative, and put the pointer on a mark."""
    page.locator("#overview").evaluate(
        "heading => heading.scrollIntoView({behavior: 'instant'})"
    )
    page.locator("#overview ~ * sup a").first.hover()
    page.locator(".notecard").wait_for()


@dataclass(frozen=True)
class Shot:
    """One picture: of which page, how wide and high in pixels, in which colours, and what
    is done before it is taken.
    """

    name: str
    page: str
    width: int = 1120
    height: int = 760
    scheme: Literal["light", "dark"] = "light"
    prepare: Callable[[Page], None] = stay


def shots(content: Content, id: str) -> tuple[Shot, ...]:
    """The pictures of a company, of its last timeline and its first key fact."""
    company = content.companies[id]
    dossier = f"companies/{id}"
    return (
        Shot("dossier", dossier),
        Shot("dossier-dark", dossier, scheme="dark"),
        Shot("note", dossier, width=1440, height=640, prepare=open_a_note),
        Shot("timeline", f"{dossier}/timelines/{company.timelines[-1].id}", height=960),
        Shot("home", "."),
        Shot(
            "phone", f"{dossier}/facts/{company.key_facts[0].fact}", width=390, height=760
        ),
    )


def take(browser: Browser, site: Path, shot: Shot) -> None:
    """Take one picture, and write it in few colours."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.scheme
    )
    page.goto((site / shot.page / "index.html").as_uri())
    shot.prepare(page)
    target = IMAGES / f"{shot.name}.png"
    page.screenshot(path=target)
    page.close()
    Image.open(target).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        target, optimize=True
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        output = Path(folder) / "output"
        built = build(ROOT, "--output", output)
        if built.returncode:
            raise SystemExit(built.stderr)
        for shot in shots(inspect(ROOT / "content").content, sys.argv[1]):
            take(browser, output, shot)
