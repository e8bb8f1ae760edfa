"""The report in facts as a page: what machines find on it, on a narrow screen and a wide
one, in light and in dark.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dossier.review.html import report_html
from tests.test_review_writing import HOSTILE, report_of
from tests.toolchain import axe_source, nu_check


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with every part there is."""
    path = tmp_path_factory.mktemp("report") / "index.html"
    path.write_text(report_html(report_of(" ".join(HOSTILE[:12]), 3)), "utf-8")
    return path


def test_the_nu_checker_finds_nothing_in_a_report(report: Path) -> None:
    assert [] == nu_check(report.parent)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_report(
    report: Path, browser: Browser, scheme: str, width: int
) -> None:
    page = browser.new_page(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page.goto(report.as_uri())
    page.evaluate(axe_source())
    found = page.evaluate("async () => (await axe.run(document)).violations")
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert ([], 0) == (
        [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found],
        max(0, wider),
    )
