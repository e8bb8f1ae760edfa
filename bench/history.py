"""How long a report in facts and the history of all facts take: 1,000 files of facts and
2,000 commits, on two cores.

Run: python bench/history.py [files] [commits]. The limits are 2 s for a report and 3 s for
the history; shares of them are printed. Each file has ten facts. One commit in ten adds a
source and cites it, one in ten moves a fact to another file, the others change a figure.
The repository is generated from a fixed seed, in a temporary folder.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dossier.collect import Findings
from dossier.model.content import Content
from dossier.model.entities import Entity, EntityKind
from dossier.model.history import History
from dossier.read.registry import read_properties
from dossier.read.shapes import Spot
from dossier.review.comparing import compare_revisions
from dossier.review.history import read_history
from dossier.review.markdown import markdown
from dossier.yaml.nodes import parse_yaml

LIMITS = {"diff": 2.0, "history": 3.0}
FACTS, FILES = 10, 4
START = 1_600_000_000
PROPERTIES = """\
revenue: {label: Revenue, type: money, fresh: P1Y}
employees: {label: Employees, type: count, unit: people, fresh: P1Y}
"""
SOURCE = (
    "---\ntype: report\ntitle: Report {}\npublisher: Publisher {}\n"
    "issued: 2024-03\norigins: [filing-{}]\n---\nA summary.\n"
)
FACT = """\
fact-{number}:
  label: Revenue of year {number}
  property: revenue
  claims:
    - value: over {value} million USD
      period: 2024
      stated: 2025-03
      status: reported
      references:
        - source: report-{company}
          quote: over {value} million dollars
        - source: {other}
          quote: more than {value} million dollars
          supports: [value, period]
"""


class Site:
    """A content folder that grows commit by commit."""

    def __init__(self, files: int, chance: random.Random) -> None:
        self.chance, self.companies = chance, max(1, files // FILES)
        self.facts: dict[tuple[int, int], dict[int, tuple[int, str]]] = {
            (company, part): {
                part * FACTS + place: (chance.randint(1, 999), f"report-{company}-0")
                for place in range(FACTS)
            }
            for company in range(self.companies)
            for part in range(FILES)
        }

    def files(self) -> Iterator[tuple[str, str]]:
        """All files of the first commit."""
        yield "properties.yaml", PROPERTIES
        yield "entities.yaml", ""
        origins = (
            f"filing-{number}: {{name: Filing {number}, kind: filing}}\n"
            for number in range(self.companies + 10)
        )
        yield "origins.yaml", "".join(origins)
        for company in range(self.companies):
            sections = ", ".join(f"part-{part}: Part {part}" for part in range(FILES))
            yield (
                f"companies/company-{company}/company.yaml",
                f"name: Company {company}\nsections: {{{sections}}}\n",
            )
            yield f"sources/report-{company}.md", SOURCE.format(company, company, company)
            yield f"sources/report-{company}-0.md", SOURCE.format(company, company, company)
        for place in self.facts:
            yield self.file(*place)

    def file(self, company: int, part: int) -> tuple[str, str]:
        """A file of facts as it is now."""
        facts = self.facts[company, part].items()
        texts = (
            FACT.format(number=n, value=value, company=company, other=other)
            for n, (value, other) in facts
        )
        return f"companies/company-{company}/facts/part-{part}.yaml", "\n".join(texts)

    def change(self, number: int) -> Iterator[tuple[str, str]]:
        """What one commit changes."""
        place = self.chance.choice([*self.facts])
        fact = self.chance.choice([*self.facts[place]])
        value, other = self.facts[place][fact]
        if number % 10 == 1:
            other = f"report-{place[0]}-{number}"
            yield f"sources/{other}.md", SOURCE.format(number, number, place[0])
        if number % 10 == 2 and len(self.facts[place]) > 1:
            target = (place[0], (place[1] + 1) % FILES)
            self.facts[target][fact] = self.facts[place].pop(fact)
            yield self.file(*target)
        else:
            self.facts[place][fact] = value + self.chance.randint(1, 99), other
        yield self.file(*place)


def build(root: Path, files: int, commits: int) -> None:
    """The repository, written by `git fast-import`."""
    git = ["git", "-C", str(root)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], check=True)
    site = Site(files, random.Random(7))
    stream = bytearray()
    for number in range(commits):
        subject = f"Correct a figure (#{number})" if number else "The first version"
        changed = site.files() if number == 0 else site.change(number)
        who = f"Editor <editor@example.org> {START + number * 3600} +0000"
        stream += f"commit refs/heads/main\ncommitter {who}\ndata {len(subject)}\n{subject}\n".encode()
        for path, text in changed:
            data = text.encode()
            stream += (
                f"M 100644 inline content/{path}\ndata {len(data)}\n".encode()
                + data
                + b"\n"
            )
    subprocess.run([*git, "fast-import", "--quiet"], input=bytes(stream), check=True)
    subprocess.run([*git, "reset", "--quiet", "--hard"], check=True)


def timed(name: str, limit: str, work: Callable[[], str]) -> None:
    """Run it once, and print the share of its limit that it took."""
    start = time.perf_counter()
    said = work()
    share = (time.perf_counter() - start) / LIMITS[limit]
    print(f"{name}: {share:.2f} of the limit of {LIMITS[limit]:.0f} s ({said})")


def report(content: Path, base: str, head: str | None) -> str:
    """A report from one revision to another, as Markdown."""
    found = compare_revisions(content, base, head)
    markdown(found)
    return f"{len(found.facts)} facts changed, {len(found.moved)} moved"


def content_of(files: int) -> Content:
    """What the history needs to know of today: the properties, and what facts can name."""
    node = parse_yaml("properties.yaml", PROPERTIES, Findings())
    assert node  # noqa: S101 - it is our own
    names = (f"company-{number}" for number in range(max(1, files // FILES)))
    entities = {name: Entity(name, name, EntityKind.ORGANISATION) for name in names}
    return Content(
        properties=read_properties(node, Spot("", Findings())), entities=entities
    )


def told(history: History) -> str:
    """How much of it there is."""
    versions = sum(map(len, history.facts.values()))
    return f"{len(history.facts)} facts, {versions} versions, {len(history.change_sets) + history.older} steps"


def main() -> None:
    """Build, measure, print."""
    files, commits = (int(word) for word in (*sys.argv[1:], "1000", "2000")[:2])
    with tempfile.TemporaryDirectory() as folder:
        root, content = Path(folder), Path(folder) / "content"
        build(root, files, commits)
        print(f"{files} files of facts, {commits} commits")
        timed("one commit", "diff", lambda: report(content, "HEAD~1", "HEAD"))
        timed(
            "one commit with a source", "diff", lambda: report(content, "HEAD~9", "HEAD~8")
        )
        timed("to the work tree", "diff", lambda: report(content, "HEAD~1", None))
        timed("100 commits", "diff", lambda: report(content, "HEAD~100", "HEAD"))
        timed(
            "a source of which others speak",
            "diff",
            lambda: report(content, "HEAD", None) if _touch(content) else "",
        )
        timed("all commits", "diff", lambda: report(content, f"HEAD~{commits - 1}", "HEAD"))
        known = content_of(files)
        timed("history of all facts", "history", lambda: told(read_history(content, known)))


def _touch(content: Path) -> bool:
    """Give a source of the first company another origin."""
    path = content / "sources" / "report-0.md"
    path.write_text(path.read_text("utf-8").replace("filing-0", "filing-1"), "utf-8")
    return True


if __name__ == "__main__":
    main()
