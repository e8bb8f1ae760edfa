"""The screenshots of the README: `make screenshots`. Made by the browser of the tests, from the site as it is."""

import tempfile
from pathlib import Path
from typing import Literal

from tests.builds import ROOT, build
from tests.toolchain import open_browser

IMAGES = ROOT / "docs/images"
SCHEMES: dict[str, Literal["light", "dark"]] = {"dossier.png": "light", "dossier-dark.png": "dark"}


def take(site: Path) -> None:
    """The top of the first dossier, in light and dark."""
    with open_browser() as browser:
        for name, scheme in SCHEMES.items():
            page = browser.new_page(viewport={"width": 1120, "height": 760}, color_scheme=scheme)
            page.goto((site / "companies/alibaba/index.html").as_uri())
            page.screenshot(path=IMAGES / name)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        built = build(ROOT, "--output", output)
        if built.returncode:
            raise SystemExit(built.stderr)
        take(output)
