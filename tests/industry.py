"""A made-up industry: as many companies as are asked for, whose facts share sources, name
each other and rest on records.

Every company names the first one and cites one yearbook, so that whatever lists these
grows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dossier.generate.pipeline import inspect
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.proofs import Record
from dossier.prove.lock import write_locks
from tests.proved import proved

TRADES = ("Anchors", "Bricks", "Copper", "Dyes", "Engines", "Felt", "Glass")
PROPERTIES = """\
partner: {label: Partner, type: entity, fresh: never}
opening: {label: Opening, type: record, fresh: never, promise: plan,
  keys: {date: {type: date, required: true}, what: {type: text}}}
"""
OUTPUT = "output-{place}: {{label: Output {place}, type: count, unit: tons, fresh: P1Y}}\n"
SOURCE = """\
---
type: report
title: {title}
issued: {issued}
origins: [census]
integrity: sha256-{text}
---
What it says.
"""
FACT = """\
{id}:
  label: {label}
  property: {property}
  claims:
    - value: {value}
      references:
        - source: {source}
          quote: "{quote}"
"""


@dataclass(frozen=True)
class Industry:
    """How many companies there are, and how many quotes each of them has."""

    companies: int
    quotes: int = 6

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file of the content, but for the records."""
        outputs = (OUTPUT.format(place=place) for place in range(self.quotes - 3))
        yield "properties.yaml", PROPERTIES + "".join(outputs)
        yield "origins.yaml", "census: {name: A census of the trade, kind: filing}\n"
        yield (
            "entities.yaml",
            "".join(
                f"expert-{n}: {{name: Expert {n}, kind: event}}\n"
                for n in range(self.companies)
            ),
        )
        yield "sources/yearbook.md", source("The yearbook of the trade", "2024-02")
        for number in range(self.companies):
            yield (
                f"sources/report-{number}.md",
                source(f"Report {number} of the trade", f"{year_of(number)}-03"),
            )
            yield from (
                (f"companies/{slug_of(number)}/{name}", text)
                for name, text in self._company(number)
            )

    def _company(self, number: int) -> Iterator[tuple[str, str]]:
        trade = TRADES[number % len(TRADES)]
        yield (
            "company.yaml",
            f"name: {trade} {number}\nsections: {{all: Everything}}\nkey_facts: [output-0]\n",
        )
        yield "overview.md", "It makes what others need [@yearbook].\n"
        yield "facts/all.yaml", "".join(self._facts(number, trade))

    def _facts(self, number: int, trade: str) -> Iterator[str]:
        report, year, expert = f"report-{number}", year_of(number) - 1, f"expert-{number}"
        said = f"the first maker is the partner of {trade} {number}"
        yield FACT.format(
            id="partner",
            label="Partner",
            property="partner",
            value=slug_of(0),
            source="yearbook",
            quote=said,
        )
        said = f"an expert looks at {trade} {number}"
        yield FACT.format(
            id="expert",
            label="Expert",
            property="partner",
            value=expert,
            source=report,
            quote=said,
        )
        opened, value = (
            f"a works was opened in May {year}",
            f'{{date: "{year}-05", what: A works}}',
        )
        yield FACT.format(
            id="opening",
            label="Opening",
            property="opening",
            value=value,
            source=report,
            quote=opened,
        )
        for place in range(self.quotes - 3):
            made, id, label = 100 + number * 7 + place, f"output-{place}", f"Output {place}"
            quote = f"in round {place} the works made {made} tons of {trade.lower()}"
            yield FACT.format(
                id=id, label=label, property=id, value=made, source=report, quote=quote
            )


def slug_of(number: int) -> str:
    """The id of a company."""
    return f"{TRADES[number % len(TRADES)].lower()}-{number}"


def year_of(number: int) -> int:
    """The year of the report of a company."""
    return 2010 + number % 9


def source(title: str, issued: str) -> str:
    """A source with the hash of its text."""
    return SOURCE.format(
        title=title, issued=issued, text=sha256(title.encode()).hexdigest()
    )


def write_industry(folder: Path, industry: Industry) -> Path:
    """The content with a record for each quote, as `dossier prove` would leave it where all
    texts are; its folder.
    """
    for name, text in industry.files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    content = inspect(folder).content
    write_locks(
        folder,
        {str(fact.id): tuple(_records(content, fact)) for fact in content.every_fact},
    )
    return folder


def _records(content: Content, fact: Fact) -> Iterator[Record]:
    for claim in fact.claims:
        yield from (proved(content, fact, claim, one) for one in claim.references)
