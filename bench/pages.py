"""What the pages of each kind cost: `python -m bench.pages [COMPANIES]`.

For each template: how many pages it prints, milliseconds of the processor for the context
of one and for printing it, kilobytes of one, and the share of all time and all bytes. One
process makes them, in the order in which a build does, and writes nothing. The companies
are those of bench/corpus.py.
"""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import corpus
from bench.writers import write_ours
from dossier.generate.pipeline import load_site
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages, shared_context
from tests.render_fixtures import SETTINGS, templates


@dataclass
class Spent:
    """On the pages of a template."""

    pages: int = 0
    context: float = 0
    printing: float = 0
    size: int = 0

    @property
    def seconds(self) -> float:
        """Of the processor."""
        return self.context + self.printing


def measured(content: Path) -> Mapping[str, Spent]:
    """What was spent on the pages of each template."""
    build, env = bind(load_site(content)[0], SETTINGS), templates()
    shared = shared_context(build)
    for name in env.list_templates(["html"]):
        env.get_template(name)  # compiled before anything is measured
    spent: dict[str, Spent] = defaultdict(Spent)
    for page in plan_pages(build):
        template, of = env.get_template(page.template), spent[page.template]
        start = time.process_time()
        context = page.context
        made = time.process_time()
        html = template.render({**shared, **context})
        of.printing += time.process_time() - made
        of.context += made - start
        of.pages += 1
        of.size += len(html.encode())
    return spent


def told(spent: Mapping[str, Spent]) -> Iterator[str]:
    """The lines of the table, the dearest first."""
    seconds = sum(one.seconds for one in spent.values())
    size = sum(one.size for one in spent.values())
    yield f"{'template':24}{'pages':>8}{'context':>9}{'printing':>10}{'kB':>7}{'time':>7}{'bytes':>7}"
    for name, one in sorted(spent.items(), key=lambda pair: -pair[1].seconds):
        yield (
            f"{name:24}{one.pages:8,}{one.context / one.pages * 1e3:9.2f}"
            f"{one.printing / one.pages * 1e3:10.2f}{one.size / one.pages / 1e3:7.1f}"
            f"{one.seconds / seconds:7.1%}{one.size / size:7.1%}"
        )


def main(companies: int = 100) -> None:
    """Write the companies, make their pages, and print."""
    with tempfile.TemporaryDirectory() as folder:
        write_ours(Path(folder), list(corpus(companies)))
        print("\n".join(told(measured(Path(folder) / "content"))))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
