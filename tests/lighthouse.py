"""Running Lighthouse on a page, as on a phone: what it finds, category by category."""

import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any

import pytest

from tests.toolchain import CHROMIUM_ARGUMENTS, NODE, TOOLS, find_browser, npm_package

PAGES = ("", "companies/tidewick/", "companies/tidewick/timelines/elias-vane/")
"""The home page, a dossier and a timeline."""
JUDGED = ("accessibility", "best-practices", "seo")
"""What comes out the same in each run. Performance is a matter of clocks:
bench/lighthouse.py measures it.
"""


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says of one page."""

    report: dict[str, Any]

    def score(self, category: str) -> float:
        """From 0 to 100."""
        return 100 * float(self.report["categories"][category]["score"] or 0)

    def faults(self, category: str) -> list[str]:
        """What keeps a category from the full score."""
        weighted = [
            one["id"]
            for one in self.report["categories"][category]["auditRefs"]
            if one["weight"]
        ]
        audits = [self.report["audits"][id] for id in weighted]
        return [
            f"{one['id']}: {one['title']}"
            for one in audits
            if one["score"] is not None and one["score"] < 1
        ]

    def value(self, audit: str) -> float:
        """What one audit has measured."""
        return float(self.report["audits"][audit]["numericValue"])


def judge(url: str, *categories: str) -> Verdict:
    """Run Lighthouse, with the browser of the tests and as silent as they keep it."""
    home = TOOLS / "home"
    home.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "CHROME_PATH": str(find_browser()),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
    }
    arguments = [
        url, "--quiet", "--output=json", "--no-enable-error-reporting",
        "--disable-full-page-screenshot", f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(CHROMIUM_ARGUMENTS)}",
    ]  # fmt: skip
    program = npm_package("lighthouse") / "cli" / "index.js"
    done = subprocess.run(
        [NODE, program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        pytest.fail(
            f"Lighthouse did not run: {(done.stderr or done.stdout).strip()[:500]}",
            pytrace=False,
        )
    assert "runtimeError" not in report, report["runtimeError"]
    return Verdict(report)
