"""How quick the pages are by Lighthouse, on its model of a phone, and what they weigh:
`python -m bench.lighthouse COMPANY`.

The score depends on the machine and on what else it does, so no test asks for it: each page
is measured several times, and the middle counts. What stands behind the score and comes out
the same each time is held by tests/browser/test_weight.py.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.browser.test_weight import PAGE, SCRIPTS
from tests.builds import ROOT, build
from tests.compressing import served_packed
from tests.lighthouse import Verdict, judge

RUNS = 5
WANTED = 99
TIMES = {
    "first paint": "first-contentful-paint",
    "largest paint": "largest-contentful-paint",
}


def lines(page: str, runs: list[Verdict]) -> Iterator[str]:
    """What was measured of one page."""
    scores = sorted(run.score("performance") for run in runs)
    requests = runs[0].report["audits"]["network-requests"]["details"]["items"]
    weights = [(one["url"], one["transferSize"]) for one in requests]
    scripts = sum(
        weight for url, weight in weights if url.endswith((".js", ".mjs", ".wasm"))
    )
    yield f"/{page}"
    span = f"{scores[0]:.0f} to {scores[-1]:.0f} in {len(runs)} runs"
    yield f"  score          {median(scores):.0f} of 100 (wanted: {WANTED}), {span}"
    for name, audit in TIMES.items():
        yield f"  {name:14} {median(run.value(audit) for run in runs) / 1000:.2f} s"
    yield f"  blocked        {median(run.value('total-blocking-time') for run in runs):.0f} ms"
    yield f"  moved          {max(run.value('cumulative-layout-shift') for run in runs):.3f} (wanted: 0)"
    whole = sum(weight for _, weight in weights)
    yield f"  travels        {whole / PAGE:.0%} of {PAGE / 1000:.0f} kB, in {len(weights)} answers"
    yield f"  scripts        {scripts / SCRIPTS:.0%} of {SCRIPTS / 1000:.0f} kB"


def main() -> None:
    """Build the site, serve it as a host would, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        built = build(ROOT, "--settings", "publishconf.py", "--output", output)
        if built.returncode:
            raise SystemExit(built.stderr)
        with served_packed(output) as address:
            for page in ("", f"companies/{sys.argv[1]}/"):
                print(
                    *lines(
                        page, [judge(address + page, "performance") for _ in range(RUNS)]
                    ),
                    sep="\n",
                )


if __name__ == "__main__":
    main()
