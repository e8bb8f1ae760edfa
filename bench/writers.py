"""A corpus as content of ours, with origins and proofs on record, and as a site for Hugo of
the same substance.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from bench.corpus import FIGURES, Company
from dossier.generate.pipeline import inspect
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.proofs import Record
from dossier.prove.lock import write_locks
from tests.proved import proved

HERE = Path(__file__).parent
THEME = HERE.parent / "themes" / "ledger"
SETTINGS = f"""\
SITENAME = "Dossiers"
SITEURL = ""
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
PATH = "content"
OUTPUT_PATH = "output"
THEME = {str(THEME)!r}
PLUGINS = ["dossier.plugin"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
TEXT, PERCENT, MONEY = "type: text", "type: percent", "type: money"
SHELF = 500
"""Companies whose origins one file holds: a file of YAML ends at 1 MB."""
EVENT = """\
event:
  label: Event
  type: record
  part: event
  fresh: never
  keys:
    date: {type: date, label: Date, required: true}
    what: {type: text, label: What happened, required: true}
"""


def write_ours(folder: Path, companies: Sequence[Company]) -> None:
    """Settings and content; every quote is on record as `dossier prove` would leave it
    where all texts are.
    """
    content = folder / "content"
    _write(folder / "pelicanconf.py", SETTINGS)
    _write(content / "properties.yaml", "".join(_properties()) + EVENT)
    _write(content / "entities.yaml", "{}\n")
    for place, shelf in enumerate(_shelves(companies, SHELF)):
        _write(content / f"origins/shelf-{place}.yaml", "".join(_origins(shelf)))
    for company in companies:
        for name, text in _ours(company):
            _write(content / name, text)
    read = inspect(content).content
    records = {str(fact.id): tuple(_records(read, fact)) for fact in read.every_fact}
    write_locks(content, {fact: found for fact, found in records.items() if found})


def _shelves(companies: Sequence[Company], most: int) -> Iterator[Sequence[Company]]:
    """Companies, so many at a time."""
    for start in range(0, len(companies), most):
        yield companies[start : start + most]


def _origins(companies: Sequence[Company]) -> Iterator[str]:
    for company in companies:
        for one in company.articles:
            yield f"of-{one.id}: {{name: Of {one.id}, kind: own-reporting}}\n"


def _properties() -> Iterator[str]:
    plain = {"%": PERCENT, "EUR": MONEY, "million EUR": MONEY}
    kinds = [
        (id, label, plain.get(unit, f"type: count, unit: {unit}"))
        for id, label, unit in FIGURES
    ]
    for id, label, kind in (
        *kinds,
        *((id.lower(), id, TEXT) for id in ("Ticker", "Sector")),
        ("country", "Country", TEXT),
    ):
        yield f"{id}: {{label: {label}, {kind}, fresh: P1Y}}\n"


def _ours(company: Company) -> Iterator[tuple[str, str]]:
    below, first = f"companies/{company.slug}", company.articles[0].id
    sections = "{profile: Profile, figures: Figures, events: Events}"
    yield f"{below}/company.yaml", f"name: {_quoted(company.name)}\nsections: {sections}\n"
    profile = {
        "ticker": company.ticker,
        "sector": company.sector,
        "country": company.country,
    }
    yield f"{below}/facts/profile.yaml", _yaml({
        id: _fact(id.capitalize(), id, said, [{"source": first, "locator": "paragraph 1"}]) for id, said in profile.items()
    })  # fmt: skip
    yield f"{below}/facts/figures.yaml", _yaml({
        one.id: _fact(one.label, one.id, _value(one.value, one.unit), _references(one.said), period=one.as_of)
        for one in company.figures
    })  # fmt: skip
    yield f"{below}/facts/events.yaml", _yaml({
        f"event-{number}": _fact(
            one.title, "event", {"date": one.date, "what": one.text},
            [{"source": source, "locator": "paragraph 1"} for source in one.sources],
        )
        for number, one in enumerate(company.happenings)
    })  # fmt: skip
    yield (
        f"{below}/overview.md",
        f"{company.summary}\n\n" + _narrative(company, "{{{{ {} }}}}", "[@{}]"),
    )
    for article in company.articles:
        head = {
            "type": "article-newspaper", "title": article.title, "publisher": article.publisher, "URL": article.url,
            "issued": article.issued, "origins": [f"of-{article.id}"],
            "integrity": f"sha256-{sha256(article.body.encode()).hexdigest()}",
        }  # fmt: skip
        yield f"sources/{article.id}.md", f"---\n{_yaml(head)}---\n{article.body}\n"


def _fact(
    label: str, prop: str, value: object, references: list[dict[str, str]], **more: str
) -> dict[str, Any]:
    return {
        "label": label,
        "property": prop,
        "claims": [{"value": value, **more, "references": references}],
    }


def _references(said: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"source": source, "quote": quote} for source, quote in said]


def _value(value: str, unit: str) -> str:
    return {
        "%": f"{value}%",
        "EUR": f"{value} EUR",
        "million EUR": f"{value} million EUR",
    }.get(unit, value)


def _records(content: Content, fact: Fact) -> Iterator[Record]:
    for claim in fact.claims:
        yield from (
            proved(content, fact, claim, one) for one in claim.references if one.quote
        )


def write_hugo(folder: Path, companies: Sequence[Company]) -> None:
    """The layouts that stand in bench/hugo, with data and content."""
    shutil.copytree(HERE / "hugo", folder)
    for company in companies:
        facts = [
            {"key": one.id, "label": one.label, "value": one.value, "unit": one.unit, "as_of": one.as_of,
             "claims": _references(one.said)}
            for one in company.figures
        ]  # fmt: skip
        events = [
            {
                "date": one.date,
                "title": one.title,
                "text": one.text,
                "sources": [*one.sources],
            }
            for one in company.happenings
        ]
        told = {
            "id": company.slug, "name": company.name, "ticker": company.ticker, "country": company.country,
            "sector": company.sector, "summary": company.summary, "updated": company.updated,
            "website": f"https://{company.slug}.example.org/", "facts": facts, "timeline": events,
        }  # fmt: skip
        _write(folder / f"data/companies/{company.slug}.yaml", _yaml(told))
        narrative = _narrative(company, '{{{{< fact "{}" >}}}}', '{{{{< cite "{}" >}}}}')
        head = _yaml({"title": company.name, "company": company.slug})
        _write(
            folder / f"content/companies/{company.slug}.md", f"---\n{head}---\n{narrative}"
        )
        for article in company.articles:
            head = _yaml({
                "title": article.title, "publisher": article.publisher, "date": article.issued, "source_url": article.url,
            })  # fmt: skip
            _write(
                folder / f"content/sources/{article.id}.md",
                f"---\n{head}---\n{article.body}\n",
            )


def _narrative(company: Company, fact: str, cite: str) -> str:
    """Eight paragraphs, with the marks of one program."""
    sentences = [
        " ".join(
            filter(
                None,
                (
                    words,
                    fact.format(figure) if figure else "",
                    cite.format(source) if source else "",
                ),
            )
        )
        + "."
        for words, figure, source in company.narrative
    ]
    return (
        "\n\n".join(
            " ".join(sentences[place : place + 4]) for place in range(0, len(sentences), 4)
        )
        + "\n"
    )


def _yaml(value: Mapping[str, object]) -> str:
    return yaml.dump(
        value, Dumper=yaml.CSafeDumper, sort_keys=False, width=10_000, allow_unicode=True
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
