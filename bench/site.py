"""How long a site of many companies takes, how much memory it needs, and how large its
pages become, for stated limits.

Run: python bench/site.py [companies] [folder]. Each company has twenty facts of many types
in four sections, an overview and a timeline; it shares its sources and the people and
things that it names with others. The content is generated from a fixed seed, in a temporary
folder, or in `folder`, where it then stays. The limits are seconds for each company, on two
cores.
"""

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

import dossier.plugin
from dossier.generate import audit, pipeline
from dossier.generate.writing import Output

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"check": 0.02, "build": 0.5}
MEMORY = 1_500_000  # bytes for each company
LARGE = 500_000  # bytes of one page: what a reader on a train still waits for
SHOWN = 12
ENTITIES, SHARED = (
    2,
    5,
)  # entities for each company, and companies to each of its second sources
STAGES = ("load_site", "_history", "open_gallery", "export_files", "measure")
COUNTRIES = (
    "Japan",
    "Brazil",
    "Malaysia",
    "Mexico",
    "France",
    "Kenya",
    "Canada",
    "India",
    "Chile",
    "Norway",
)
PROPERTIES = """\
description: {label: Description, type: text, fresh: P2Y, part: description}
revenue: {label: Revenue, type: money, fresh: P1Y}
growth: {label: Growth of revenue, type: percent, fresh: P1Y}
employees: {label: Employees, type: count, unit: people, fresh: P1Y}
market-rank: {label: Rank by market value, type: rank, fresh: P6M}
partner: {label: Partner, type: entity, fresh: P2Y}
release:
  label: Release
  type: record
  fresh: never
  keys:
    date: {type: date, label: Released, required: true}
    product: {type: entity, label: Product, required: true}
    uses: {type: text, label: Uses, many: true}
fine:
  label: Fine
  type: record
  fresh: never
  keys:
    date: {type: date, label: Date, required: true}
    amount: {type: money, label: Amount, required: true}
statement:
  label: Statement
  type: record
  fresh: never
  keys:
    date: {type: date, label: Said}
    speaker: {type: entity, label: Speaker, required: true, part: speaker}
    said: {type: text, label: What was said, required: true}
site:
  label: Planned site
  type: record
  fresh: P1Y
  keys:
    country: {type: place, label: Country, required: true}
    opening: {type: date, label: Opening}
"""
SOURCE = """\
---
type: report
title: Report {number} on the business of the year
publisher: Publisher {number}
issued: 2024-{month:02}
origins: [filing-{number}]
---
What the report says, in two sentences.
It names figures and people.
"""
FACT = """\
{id}:
  label: {label} {number}
  property: {property}
  claims:
    - value: {value}
      period: "{year}"
      references:
        - source: {first}
          quote: the words for {label} of {year}
        - source: {second}
          quote: others say the same of {label}
"""
OTHER = """\
    - value: {value}
      stated: 2024-03
      references:
        - source: {second}
          quote: a little more than that
"""
SECTIONS = ("profile", "figures", "events", "people")


class Writer:
    """Writes the content of companies."""

    def __init__(self, companies: int) -> None:
        self.chance, self.companies = random.Random(7), companies
        self.entities = max(4, companies * ENTITIES)

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file of the content folder."""
        yield "properties.yaml", PROPERTIES
        kinds = ("person", "product", "organisation", "event")
        entities = (
            f"thing-{n}: {{name: Thing {n}, kind: {kinds[n % 4]}}}\n"
            for n in range(self.entities)
        )
        yield "entities.yaml", "".join(entities)
        sources = self.companies + self.companies // SHARED + 1
        yield (
            "origins.yaml",
            "".join(
                f"filing-{n}: {{name: Filing {n}, kind: filing}}\n" for n in range(sources)
            ),
        )
        for number in range(sources):
            yield (
                f"sources/report-{number}.md",
                SOURCE.format(number=number, month=number % 12 + 1),
            )
        for company in range(self.companies):
            yield from (
                (f"companies/company-{company}/{name}", text)
                for name, text in self._company(company)
            )

    def _company(self, company: int) -> Iterator[tuple[str, str]]:
        headings = ", ".join(f"{section}: {section.capitalize()}" for section in SECTIONS)
        keys = "key_facts: [revenue-0, employees-1, site-0]"
        yield "company.yaml", f"name: Company {company}\nsections: {{{headings}}}\n{keys}\n"
        yield (
            "overview.md",
            f"It took in {{{{ revenue-0 }}}} [@report-{company}].\n\n## Where\n\nIt plans {{{{ site-0.country }}}}.\n",
        )
        yield (
            "timelines/story.yaml",
            "label: The story\nevents: [release-0, release-1, release-2]\n",
        )
        for section, properties in self._plan().items():
            facts = "\n".join(
                self._fact(company, name, number) for name, number in properties
            )
            yield f"facts/{section}.yaml", facts

    def _plan(self) -> dict[str, list[tuple[str, int]]]:
        """Twenty facts: each by its property, and its number among those of it."""
        amounts = {
            "profile": {"description": 1, "partner": 3},
            "figures": {"revenue": 3, "growth": 2, "employees": 2, "market-rank": 1},
            "events": {"release": 3, "fine": 1, "site": 2},
            "people": {"statement": 2},
        }
        return {
            section: [(p, n) for p, count in of.items() for n in range(count)]
            for section, of in amounts.items()
        }

    def _fact(self, company: int, name: str, number: int) -> str:
        first, second = f"report-{company}", f"report-{self.companies + company // SHARED}"
        told = {
            "id": f"{name}-{number}",
            "label": name.capitalize(),
            "number": number,
            "property": name,
        }
        fact = FACT.format(
            **told,
            value=self._value(name, number),
            first=first,
            second=second,
            year=2020 + number,
        )
        differs = name in ("revenue", "employees") and not self.chance.randrange(5)
        return fact + (
            OTHER.format(value=self._value(name, number), second=second) if differs else ""
        )

    def _value(self, name: str, number: int) -> str:
        """A value of the type of the property, as YAML."""
        amount, day = (
            self.chance.randint(1, 999),
            f"{2020 + number}-{self.chance.randint(1, 12):02}",
        )
        # Every other name is one that everybody knows.
        thing = f"thing-{self.chance.randrange(self.entities) if self.chance.random() < 0.5 else 0}"
        return {
            "description": "Maker of things that other makers need",
            "revenue": f"about {amount} million USD",
            "growth": f"over {amount % 90 + 1}%",
            "employees": f"{amount * 10}",
            "market-rank": f"{amount}",
            "partner": thing,
            "release": f"{{date: {day}, product: {thing}, uses: [work, play]}}",
            "fine": f"{{date: {day}, amount: {amount} million USD}}",
            "statement": f"{{date: {day}, speaker: {thing}, said: That all will be well}}",
            "site": f"{{country: {self.chance.choice(COUNTRIES)}, opening: {day}}}",
        }[name]


def write(folder: Path, companies: int) -> None:
    """The content of that many companies."""
    for name, text in Writer(companies).files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def timed(spent: Counter[str], name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, which adds its seconds to those of its name."""

    @wraps(work)
    def run(*given: Any, **named: Any) -> Any:
        start = time.perf_counter()
        try:
            result = work(*given, **named)
            return list(result) if isinstance(result, Iterator) else result
        finally:
            spent[name] += int((time.perf_counter() - start) * 1e6)

    return run


def watch(module: ModuleType, spent: Counter[str]) -> None:
    """Let the plugin count what its stages and the pages of each template take."""
    for name in STAGES:
        if hasattr(module, name):
            setattr(module, name, timed(spent, name.strip("_"), getattr(module, name)))
    generator, page = module.DossierGenerator, module.DossierGenerator._write  # noqa: SLF001 - nothing else tells pages apart

    def by_template(self: Any, writer: Any, one: Any) -> None:
        timed(spent, one.template, page)(self, writer, one)

    generator._write = by_template  # noqa: SLF001
    generator._index = timed(spent, "search index", generator._index)  # noqa: SLF001


def build(content: Path, output: Path) -> Counter[str]:
    """Build the site as `dossier build` does, and say how many microseconds each part took."""
    spent: Counter[str] = Counter()
    watch(dossier.plugin, spent)
    settings = dossier.plugin.load_settings(ROOT / "pelicanconf.py")
    given = {
        "PATH": str(content),
        "THEME": str(ROOT / "themes" / "ledger"),
        "DOSSIER_MENU": [],
    }
    seen = audit.Audit("/")
    timed(spent, "whole", dossier.plugin.write_site)(
        {**settings, **given}, Output(output, seen)
    )
    timed(spent, "audit", audit.audit_site)(output, seen)
    return spent


def share(name: str, seconds: float, companies: int) -> str:
    """What was measured, of its limit."""
    return (
        f"{name}: {seconds:.1f} s, {seconds / (LIMITS[name] * companies):.0%} of the limit"
    )


def large_pages(output: Path) -> Iterator[str]:
    """The largest pages, the largest of each kind only."""
    found: dict[str, tuple[int, Path]] = {}
    for path in output.rglob("*.html"):
        place = path.relative_to(output)
        kind = "/".join(part.split("-")[0] for part in place.parts[:-1])
        found[kind] = max(found.get(kind, (0, place)), (path.stat().st_size, place))
    for size, place in sorted(found.values(), reverse=True)[:SHOWN]:
        yield f"{size / 1e3:7.0f} kB {'too large: ' if size > LARGE else ''}{place}"


def main(companies: int = 100, kept: str = "") -> None:
    """Generate, check, build, and print."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(kept or folder) / "content"
        write(content, companies)
        start = time.perf_counter()
        found = pipeline.inspect(content).findings
        checked = time.perf_counter() - start
        spent = build(content, Path(folder) / "output")
        seconds = {name: micros / 1e6 for name, micros in spent.most_common()}
        print(f"{companies} companies, {len(found)} findings")
        print(share("check", checked, companies))
        print(share("build", seconds["whole"] + seconds["audit"], companies))
        for name, took in seconds.items():
            print(f"{took / (seconds['whole'] + seconds['audit']):7.1%} {name}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(
            f"memory: {peak / 1e6:.0f} MB, {peak / (MEMORY * companies):.0%} of the limit"
        )
        print("\n".join(large_pages(Path(folder) / "output")))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100, *sys.argv[2:3])
