"""Whole contents made by chance, the same ones each time: odd ids, names, titles, dates and
values, registers left out.

And links to whatever might be there, each on a line of its own, so that one that is refused
can be taken out and the rest built. What is made is sound or nearly so: a content with a
fault in every line would only ever try the reader.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

IDS = (
    "acme", "umbrella", "x", "1", "2", "404", "2024", "index", "main", "notes", "contents", "overview", "sources", "data",
    "companies", "entities", "compare", "corrections", "evidence", "search", "changes", "theme", "timeline", "timelines",
    "facts", "mentions", "fact-x", "section-x", "event-x", "note-1", "years-2024", "chart-1", "kind-person", "value",
    "period", "known", "origins", "uses", "cited", "summary", "a-b-c", "n" * 64,
)  # fmt: skip
"""Ids that anybody may choose: names of pages, of places on pages and of keys among them.
"""
TEXTS = (
    "Acme", "Example Bank", "O’Neill & Söhne <GmbH>", "the “heavy” one", '"', "'", "阿里巴巴集团", "שלום עולם", "🏭 works",
    "1999", "true", "~", "null", "- a dash", "a: b", "C# is #1", "{{ x }}", "{{7*7}}", "{% raw %}", "[@a]", "[a](/b/)",
    "</script>", "<b>", "&amp;", "%s", "%(date)s", "{0}", "\\1", "`code`", "*", "_a_ **b**", "|", "Straße " * 12, "W" * 90,
    "...", "2024-13-45",
)  # fmt: skip
FIGURES = "1999, 2024-13-45, 7, 1 and 0"
"""What the texts hold of figures: without a quote of it, no value may."""
DATES = (
    "2024", "2024-03", "2024-03-09", "2024-03-09?", "2023-05~", "202X", "2024-XX", "2024-03-XX", "2024-21", "2024-34",
    "2024-41", "2023/2025", "2023-04/..", "../2024-09", "[2020-10..2024-09]", "[..2024-09]", "[2020-10..]", "0001",
    "9999-12-31",
)  # fmt: skip
VALUES: Mapping[str, tuple[Any, ...]] = {
    "text": tuple(
        text for text in TEXTS if not any(map(str.isdigit, text))
    ),  # figures no quote holds are an error
    "count": (
        "0",
        "91",
        "over 120",
        "about 12.5 thousand",
        "nearly 0.001",
        "at least 12345678901.250",
        "-3",
    ),
    "money": (
        "380 billion CNY",
        "up to 3 million GBP",
        "0 USD",
        "-5.10 EUR",
        "over 1.25 trillion JPY",
    ),
    "percent": ("26%", "-0.05%", "nearly 10%", "0%", "100000%"),
    "rank": ("1", "about 360"),
    "date": DATES,
    "place": ("Brazil", "Germany", "Hong Kong", "Upper <Ham>", "main"),
    "flag": ("true", "false"),
}
EVENT = {
    "date": {"type": "date", "label": "Date", "required": True},
    "what": {"type": "text", "label": "What"},
}
PROPERTIES: Mapping[str, Mapping[str, Any]] = {
    **{id: {"label": id, "type": id, "fresh": "P1Y"} for id in ("text", "money", "percent", "rank", "place", "flag")},
    "count": {"label": "Count", "type": "count", "unit": "people", "fresh": "never"},
    "date": {"label": "Founded", "type": "date", "fresh": "never"},
    "entity": {"label": "Owner", "type": "entity", "fresh": "P6M"},
    "texts": {"label": "Texts", "type": "text", "many": True, "fresh": "never"},
    "event": {
        "label": "Event", "type": "record", "fresh": "never", "part": "event",
        "keys": {**EVENT, "who": {"type": "entity", "many": True}, "cost": {"type": "money"}, "where": {"type": "place"}},
    },
    "speech": {
        "label": "Speech", "type": "record", "fresh": "never",
        "keys": {**EVENT, "speaker": {"type": "entity", "part": "speaker"}},
    },
    "product": {"label": "Product", "type": "record", "fresh": "never", "keys": {"size": {"type": "count", "unit": "cm"}}},
}  # fmt: skip
EVENTS = ("event", "speech")
SHOWN = {**dict.fromkeys(EVENTS, ".date"), "product": ".size"}
"""The key of a record that a narrative shows."""
LEFT_OUT = (
    "entities.yaml",
    "origins.yaml",
    "properties.yaml",
    "places.yaml",
    "corrections.yaml",
)
BROKEN = (
    "/entities/nobody/", "/compare/nothing/", "/about/#zzz", "/companies/", "/companies/nobody/", "/theme/ledger.css",
    "/sources/x/2/", "/data/", "/data/index.json", "/data/companies/acme.json", "/404.html", "/changes/", "/search/#results",
    "/evidence/#meter", "/corrections/#errors-of-ours", "/sitemap.xml", "/pagefind/pagefind.js", "/", "/#companies",
    "/#main", "/entities/#kind-person", "/compare/", "/sources/", "/cards/site.png", "/index.html",
    "/search/index.html#main",
)  # fmt: skip
"""Some of these are there, some only in some contents, some never."""


@dataclass
class _Maker:
    """What is made so far of one content."""

    chance: Random
    companies: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    origins: list[str] = field(default_factory=list)
    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    # The properties of facts, by company and id.
    quotes: list[tuple[str, str, str]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=lambda: [*BROKEN])

    def some(self, those: Sequence[str], least: int, most: int) -> list[str]:
        """A few of them, each once."""
        return self.chance.sample(those, min(self.chance.randint(least, most), len(those)))

    def may(self, share: float = 0.5) -> bool:
        """Whether something happens this time."""
        return self.chance.random() < share

    def text(self) -> str:
        """A text for readers."""
        return self.chance.choice(TEXTS)

    def write(self, path: str, held: Mapping[str, Any]) -> None:
        """A file of YAML."""
        if held:
            self.files[path] = dumped(held)


class _Plain(yaml.SafeDumper):
    """YAML without anchors, which we do not read."""

    def ignore_aliases(self, data: Any) -> bool:
        """Whatever is said twice is written twice."""
        return True


def dumped(held: Any) -> str:
    """YAML as anybody's editor may write it."""
    return yaml.dump(held, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def made(seed: int) -> Mapping[str, str]:
    """The files of the content of that number."""
    maker = _Maker(Random(seed))  # noqa: S311 -- to try contents, and the same ones each time
    ids = maker.some(IDS, 8, 12)
    maker.companies, maker.entities = ids[: maker.chance.choice((1, 1, 2, 2, 3))], ids[4:]
    maker.sources, maker.origins = maker.some(IDS, 1, 4), maker.some(IDS, 0, 2)
    _registers(maker)
    _facts(maker)
    for company in maker.companies:
        _company(maker, company)
    _corrections(maker)
    _prose(maker)
    for path in LEFT_OUT:
        if maker.may(0.04):
            maker.files.pop(path, None)
    return maker.files


def _registers(maker: _Maker) -> None:
    kinds = ("person", "organisation", "product", "place", "event")
    maker.write("properties.yaml", PROPERTIES)
    maker.write(
        "entities.yaml",
        {
            id: {"name": maker.text(), "kind": maker.chance.choice(kinds)}
            for id in maker.entities
        },
    )
    places = {"x": "Upper <Ham>", "main": "main"}
    degrees = {"country": "Germany", "longitude": "10.5", "latitude": "-0.1"}
    maker.write(
        "places.yaml", {id: {"name": name, **degrees} for id, name in places.items()}
    )
    origins = {
        id: {
            "name": maker.text(),
            "kind": maker.chance.choice(("wire", "interview", "unknown")),
        }
        for id in maker.origins
    }
    maker.write("origins.yaml", origins)
    maker.files.setdefault("origins.yaml", "{}\n")
    maker.addresses += [f"/entities/{id}/" for id in (*maker.entities, *maker.companies)]
    maker.addresses += [
        f"/compare/{id}/{end}" for id in PROPERTIES for end in ("", "#comparison", "#main")
    ]


def _facts(maker: _Maker) -> None:
    for company in maker.companies:
        maker.facts[company] = {
            id: maker.chance.choice([*PROPERTIES]) for id in maker.some(IDS, 1, 5)
        }


def _company(maker: _Maker, company: str) -> None:
    sections = maker.some(IDS, 1, 3)
    facts = maker.facts[company]
    held: dict[str, dict[str, Any]] = {section: {} for section in sections}
    for number, (id, prop) in enumerate(facts.items()):
        held[sections[number % len(sections)]][id] = _fact(maker, company, id, prop)
    for section, records in held.items():
        maker.write(f"companies/{company}/facts/{section}.yaml", records)
    headings = {section: maker.text() for section, records in held.items() if records}
    told: dict[str, Any] = {"name": maker.text(), "sections": headings}
    if maker.may():
        told["key_facts"] = maker.some([*facts], 1, 4)
    maker.write(f"companies/{company}/company.yaml", told)
    _timelines(maker, company)
    base = f"/companies/{company}/"
    maker.addresses += [
        base,
        f"{base}timeline/",
        f"{base}timeline/#notes",
        f"{base}#overview",
        f"{base}#mentions",
    ]
    maker.addresses += [f"{base}#section-{section}" for section in sections]
    for id in facts:
        rest = (
            f"facts/{id}/",
            f"facts/{id}/#timelines",
            f"#fact-{id}",
            f"timeline/#event-{id}",
            "timeline/#years-2024",
        )
        maker.addresses += [f"{base}{end}" for end in rest]


def _fact(maker: _Maker, company: str, id: str, prop: str) -> dict[str, Any]:
    made = [_claim(maker, prop) for _ in range(maker.chance.randint(1, 3))]
    # Two that say the same would be one claim with two references.
    claims = list({str(claim["value"]): claim for claim in made}.values())
    references = [one for claim in claims for one in claim["references"]]
    maker.quotes += [(f"{company}/{id}", one["source"], one["quote"]) for one in references]
    told: dict[str, Any] = {"label": maker.text(), "property": prop}
    if maker.may(0.2):
        told["subject"] = maker.chance.choice([*maker.entities, *maker.companies])
    if maker.may(0.2):
        told["note"] = maker.text()
    return {**told, "claims": claims}


def _claim(maker: _Maker, prop: str) -> dict[str, Any]:
    value = "unstated" if maker.may(0.1) else _value(maker, PROPERTIES[prop])
    told: dict[str, Any] = {"value": value}
    keys = [*value] if isinstance(value, dict) else ["value"]
    for key in ("period", "stated", "checked"):
        if maker.may(0.2):
            told[key] = maker.chance.choice(DATES[:3] if key == "checked" else DATES)
    if maker.may(0.3):
        told["status"] = maker.chance.choice(
            ("announced", "confirmed", "denied", "cancelled")
        )
    if maker.may(0.3):
        told["asserted_by"] = maker.chance.choice([*maker.entities, *maker.companies])
    if maker.may(0.2):
        told |= {
            "rank": maker.chance.choice(("preferred", "deprecated")),
            "note": maker.text(),
        }
    quote = f"words {maker.chance.randint(1, 999)}, {FIGURES}"
    sources = maker.some(maker.sources, 1, 2)
    return {
        **told,
        "references": [
            {"source": source, "quote": quote, "supports": keys} for source in sources
        ],
    }


def _value(maker: _Maker, told: Mapping[str, Any]) -> Any:
    if told["type"] == "record":
        wanted = {
            key: inner
            for key, inner in told["keys"].items()
            if inner.get("required") or maker.may()
        }
        return {
            key: _value(maker, inner) for key, inner in (wanted or told["keys"]).items()
        }
    if told["type"] == "entity":
        pool: Sequence[str] = [*maker.entities, *maker.companies]
    else:
        pool = VALUES[told["type"]]
    return maker.some(pool, 1, 2) if told.get("many") else maker.chance.choice(pool)


def _timelines(maker: _Maker, company: str) -> None:
    events = [id for id, prop in maker.facts[company].items() if prop in EVENTS]
    for id in maker.some(IDS, 0, 2) if events else []:
        chosen = maker.some(events, 1, 2 if maker.may(0.3) else 1)
        told: dict[str, Any] = {"label": maker.text(), "events": chosen}
        if maker.may(0.3):
            told["lanes"] = {
                maker.chance.choice(IDS): {"label": maker.text(), "events": chosen}
            }
        maker.write(f"companies/{company}/timelines/{id}.yaml", told)
        address = f"/companies/{company}/timelines/{id}/"
        maker.addresses += [
            address,
            f"{address}#notes",
            *(f"{address}#event-{event}" for event in chosen),
        ]


def _corrections(maker: _Maker) -> None:
    ids = maker.some(IDS, 0, 2)
    told: dict[str, Any] = {}
    for id in ids:
        fact, source, quote = maker.chance.choice(maker.quotes)
        told.setdefault("sources", {})[id] = {
            "fact": fact,
            "source": source,
            "says": quote,
            "reason": maker.text(),
        }
        ours = {
            "fact": fact,
            "was": "something else",
            "corrected": "2024-05",
            "reason": maker.text(),
        }
        told.setdefault("ours", {})[id] = ours
        maker.addresses += [
            f"/corrections/#source-error-{id}",
            f"/corrections/#own-error-{id}",
        ]
    maker.write("corrections.yaml", told)


def _prose(maker: _Maker) -> None:
    pages = maker.some(IDS, 0, 2)
    maker.addresses += [f"/{id}/{end}" for id in pages for end in ("", "#main", "#zzz")]
    maker.addresses += [
        f"/sources/{id}/{end}"
        for id in maker.sources
        for end in ("", "#known", "#origins", "#cited", "#x")
    ]
    kinds = ("report", "book", "post", "webpage")
    for id in maker.sources:
        told: dict[str, Any] = {"type": maker.chance.choice(kinds)}
        optional = {
            "title": maker.text(),
            "publisher": maker.text(),
            "issued": maker.chance.choice(DATES[:6]),
        }
        told |= {key: value for key, value in optional.items() if maker.may(0.7)}
        if maker.origins and maker.may():
            told["origins"] = maker.some(maker.origins, 1, 2)
        maker.files[f"sources/{id}.md"] = f"---\n{dumped(told)}---\n{_words(maker)}"
    for id in pages:
        maker.files[f"pages/{id}.md"] = (
            f"---\n{dumped({'title': maker.text()})}---\n{_words(maker)}"
        )
    for company in maker.companies:
        marks = [f"Cited [@{source}].\n" for source in maker.some(maker.sources, 0, 2)]
        marks += [
            f"Shown {{{{ {id}{SHOWN.get(prop, '')} }}}}.\n"
            for id, prop in maker.facts[company].items()
        ]
        if maker.may(0.7):
            maker.files[f"companies/{company}/overview.md"] = "\n".join(
                [*marks, _words(maker)]
            )


def _words(maker: _Maker) -> str:
    """Prose: each link in a line, and so a paragraph, of its own."""
    if maker.may(0.3):
        return "A few words.\n"
    links = [
        f"See [{maker.chance.choice(('words', 'a & b', '`x`'))}]({maker.chance.choice(maker.addresses)}).\n"
        for _ in range(4)
    ]
    return "\n".join(["## Heading\n", *links, "- A list\n- of two\n"])


def write(files: Mapping[str, str], root: Path) -> Path:
    """The files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def without_lines(
    files: Mapping[str, str], faults: Iterable[tuple[str, int]]
) -> dict[str, str]:
    """The files without some lines."""
    left = {path: text.splitlines(keepends=True) for path, text in files.items()}
    for path, line in faults:
        left[path][line - 1] = "\n"
    return {path: "".join(lines) for path, lines in left.items()}
