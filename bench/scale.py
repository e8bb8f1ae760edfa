"""What a content costs as companies are added: 250, 500 and 1,000 of them, each with 40
quotes on record.

Run: python -m bench.scale [quotes of each company] [companies ...]. For each size: how long
it takes to read and check it, to merge it and to write its data (seconds of the processor),
how large its records and its data are, and the largest pages of lists. Twice the companies
are to take twice of everything but of pages, which stay below the limits of
`render/site/limits.py`. Sentences and figures are generated.
"""

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dossier.generate.pipeline import inspect, load_site
from dossier.model import addresses
from dossier.model.dossiers import Site
from dossier.model.proofs import Level
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_evidence, plan_pages, shared_context
from dossier.render.scan.measure import Measure
from tests.exported import export_files
from tests.industry import Industry, write_industry
from tests.render_fixtures import SETTINGS, templates

SIZES = (250, 500, 1_000)
QUOTES = 40
LISTS = {*addresses.SHELVES, *addresses.SHELVES.values(), addresses.SEARCH} - {
    addresses.DOSSIER,
    addresses.SOURCE,
}


def measured(industry: Industry) -> Iterator[tuple[str, float]]:
    """Each thing that is counted, with its number."""
    with tempfile.TemporaryDirectory() as folder:
        content = write_industry(Path(folder), industry)
        yield (
            "records, MB",
            sum(path.stat().st_size for path in content.rglob("proofs.lock.yaml")) / 1e6,
        )
        start = time.process_time()
        findings = inspect(content).findings
        yield "read and check, s", time.process_time() - start
        if findings:
            raise SystemExit(f"{len(findings)} findings, the first: {findings[0]}")
        start = time.process_time()
        site = load_site(content)[0]
        yield "read, check and merge, s", time.process_time() - start
        yield "quotes proved, thousand", _proved(site) / 1e3
        start = time.process_time()
        data = export_files(site)
        yield "data written, s", time.process_time() - start
        yield "data, MB", sum(map(len, data.values())) / 1e6
        for name, size in largest(site):
            yield f"largest page {name}, kB", size / 1e3
        yield "memory so far, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def _proved(site: Site) -> int:
    states = (
        state
        for fact in site.facts.values()
        for merged in fact.claims
        for state in merged.proofs.quotes
    )
    return sum(state is Level.PROVED for state in states)


def largest(site: Site) -> Iterator[tuple[str, int]]:
    """The largest page of each kind of list, and how large it is."""
    build, env, found = bind(site, SETTINGS), templates(), Counter[str]()
    shared = shared_context(build)
    uncounted = dict.fromkeys(site.dossiers, Measure(frozenset(), ()))
    for page in (*plan_pages(build), *plan_evidence(build, uncounted)):
        if page.planned.kind in LISTS:
            size = len(
                env.get_template(page.template).render(**shared, **page.context).encode()
            )
            found[page.planned.kind.name] = max(found[page.planned.kind.name], size)
    yield from sorted(found.items())


def main(quotes: int = QUOTES, *sizes: int) -> None:
    """Generate, read, write, and print a column for each size."""
    wanted = sizes or SIZES
    columns = [dict(measured(Industry(companies, quotes))) for companies in wanted]
    print(f"{'companies':<28}" + "".join(f"{companies:>10,}" for companies in wanted))
    for name in dict.fromkeys(name for column in columns for name in column):
        print(f"{name:<28}" + "".join(f"{column.get(name, 0):10.2f}" for column in columns))
    print(
        f"{'data of a company, kB':<28}"
        + "".join(
            f"{column['data, MB'] * 1e3 / companies:10.2f}"
            for companies, column in zip(wanted, columns, strict=True)
        )
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
