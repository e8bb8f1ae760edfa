"""A site of companies that no template has ever seen: every type of value, 300 events, and
whatever else can be awkward.

It is made, and not written by hand, because a new type of value has to be in it, and
because the same thing is said many times over. Nothing of it is chance: the same bytes come
out each time.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from dossier.model.values import (
    ADDRESS,
    COUNT,
    DATE,
    DURATION,
    ENTITY,
    FACTOR,
    FLAG,
    MEASURE,
    MONEY,
    PERCENT,
    PLACE,
    POINT_CHANGE,
    QUOTATION,
    RANK,
    RATIO,
    TEXT,
    AnyType,
)
from tests.builds import ROOT

EVENTS = 300
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

# For each type of value: one that is usual, one that is awkward, one that another source
# gives instead.
VALUES: Mapping[AnyType, tuple[Any, Any, Any]] = {
    TEXT: ("a maker of maps", f"{LONG}, in short “DDSG”, also 地图公司 and شركة الخرائط", "a printer"),
    MONEY: ("380 billion CNY", "at least 0.000125 thousand KWD", "over 1.25 trillion JPY"),
    PERCENT: ("26%", "-0.05%", "nearly 27%"),
    COUNT: (91, "over 12345678901.250", "about 90"),
    QUOTATION: ("We sail at dawn.", f"一切都会好的，{LONG} @zh-Hans", "We sail at noon."),
    ADDRESS: ("https://example.org/", "https://example.org/a/b?c=%C3%A9#d", "https://example.com/"),
    POINT_CHANGE: ("-6.4 points", "over 1000 basis points", "-6 to -5 points"),
    MEASURE: ("2.4 GW", "about 0.0001 million bbl per day", "2 to 2.5 GW"),
    FACTOR: ("3x", "over 2.50x", "2 to 3x"),
    RATIO: ("1 in 5", "about 999999999 in 999999999", "1 in 6"),
    DURATION: ("P3Y", "P1Y11M30D", "P2Y"),
    RANK: (1, "about 360", 2),
    DATE: ("1999-09-09", "[1950-01..1960-12]", "1999"),
    ENTITY: ("ann", "the-long-one", "borealis"),
    PLACE: ("Brazil", "Llanfair", "Peru"),
    FLAG: ("true", "false", "false"),
}  # fmt: skip
UNITS: Mapping[AnyType, Mapping[str, str]] = {
    COUNT: {"unit": "hand-coloured sheets of paper"}
}
LABELS = {kind: kind.id.capitalize() for kind in VALUES}

# Dates of every shape; {year} makes them different.
DATES = (
    "{year}-03-09", "{year}-03", "{year}", "{year}-05~", "{year}-05-01?", "{year}-21", "{year}-36", "{year}-33",
    "{year}-02/{year}-08", "{year}/..", "[{year}..2031]", "[{year}-01-01..{year}-03-31]", "{year}-XX-XX", "{year}-04-XX",
    "unstated",
)  # fmt: skip
STATUSES = ("announced", "reported", "confirmed", "completed", "cancelled", "denied")


def write_atlas(root: Path) -> Path:
    """The settings file of the site, with its content beside it."""
    for name, data in files().items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(data if isinstance(data, str) else dump(data), "utf-8")
    settings = root / "pelicanconf.py"
    settings.write_text(
        f'SITENAME = "Atlas of companies"\nSITEURL = "https://atlas.example/sub"\nPATH = "content"\nOUTPUT_PATH = "output"\n'
        f'THEME = {str(ROOT / "themes/ledger")!r}\nPLUGINS = ["dossier.plugin"]\nTIMEZONE = "UTC"\nDEFAULT_LANG = "en"\n'
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n",
        "utf-8",
    )
    return settings


def dump(data: Any) -> str:
    """YAML as people write it."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def files() -> dict[str, Any]:
    """Every file of the content folder; what is no text becomes YAML."""
    return {
        "properties.yaml": dict(properties()),
        "entities.yaml": {
            "ann": {"name": "Ann Lee", "kind": "person"},
            "the-long-one": {"name": f"{LONG} of Great Britain and Northern Ireland", "kind": "organisation"},
        },
        "places.yaml": {
            "llanfair": {"name": "Llanfair", "country": "United Kingdom", "longitude": "-4.2", "latitude": "53.2"},
        },
        "origins.yaml": {
            "wire": {"name": "A wire story", "kind": "wire", "issued": "2024-05-01"},
            "own": {"name": "What the paper found out", "kind": "own-reporting"},
        },
        **dict(sources()),
        "companies/atlas/company.yaml": {
            "name": "Atlas Land- und Seekarten, Globen- und Schifffahrtselektrizitätsgesellschaft mbH & Co. KG",
            "also_known_as": ["地图公司", "Атлас", "شركة الخرائط", LONG],
            "sections": {"values": "Values of every type", "records": "Records", "events": f"Events of {LONG}"},
        },
        "companies/atlas/facts/values.yaml": dict(single_facts()),
        "companies/atlas/facts/records.yaml": dict(record_facts()),
        "companies/atlas/facts/events.yaml": dict(event_facts()),
        "companies/atlas/timelines/few.yaml": {
            "label": "A few of them",
            "description": "Chosen for no reason that anybody could give in fewer words than these.",
            "events": ["event-000", "event-015", "event-030"],
        },
        "companies/borealis/company.yaml": {
            "name": "Борealis 北极光",
            "sections": {"all": "All there is"},
            "key_facts": ["money-open", "money", "count-awkward", "text-awkward", "percent", "rank"],
        },
        "companies/borealis/overview.md": "It has {{ money }} and {{ count }} [@paper]. See [Atlas](/companies/atlas/).\n",
        "companies/borealis/facts/all.yaml": dict(single_facts()),
        # As little as a company can have: a name, and a question that the one source leaves
        # open.
        "companies/silent/company.yaml": {"name": "Silent", "sections": {"all": "All there is"}},
        "companies/silent/facts/all.yaml": {
            "entity": {"label": "Owner", "property": "entity", "claims": [
                {"value": "unstated", "references": [{"source": "post", "locator": "whole post"}]},
            ]},
        },
    }  # fmt: skip


def properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """One property of each type, one that takes several of each, records of every shape,
    and events.
    """
    for kind in VALUES:
        one = {
            "label": LABELS[kind],
            "type": kind.id,
            "fresh": "P1Y",
            **UNITS.get(kind, {}),
        }
        yield kind.id, {**one, "description": f"What a {kind.id} is, in one sentence."}
        yield (
            f"{kind.id}-many",
            {**one, "label": f"Several of type {kind.id}", "many": True},
        )
    yield "event", {**record("Event", "never", keys(DATE)), "part": "event"}
    yield (
        "record",
        record("Record of everything that can be known of a thing", "P1M", keys()),
    )
    for kind in VALUES:
        what = {"type": "text", "label": "What", "required": True}
        yield (
            f"pair-{kind.id}",
            record(f"Pair with {kind.id}", "P6M", {"what": what, "value": key(kind)}),
        )


def record(label: str, fresh: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    """A property that takes records."""
    return {"label": label, "type": "record", "fresh": fresh, "keys": {**keys}}


def key(kind: AnyType) -> dict[str, Any]:
    """A key of a record."""
    return {"type": kind.id, "label": LABELS[kind], **UNITS.get(kind, {})}


def keys(first: AnyType = TEXT) -> dict[str, Any]:
    """A key of every type, and one that takes several of each."""
    order = (first, *(kind for kind in VALUES if kind is not first))
    several = {
        f"{kind.id}-many": {**key(kind), "label": f"{LABELS[kind]}s", "many": True}
        for kind in order
    }
    return {kind.id: key(kind) for kind in order} | several


def sources() -> Iterator[tuple[str, str]]:
    """A source of which all is known, one with long words in another language, and one of
    which nothing is known.
    """
    known = {
        "title": "Atlas grows",
        "publisher": "The Paper",
        "author": [{"family": "Doe", "given": "Jo"}],
    }
    address = "https://zeitung.example/" + "ein-sehr-langer-pfad-" * 9
    long = {
        "title": f"{LONG} wächst",
        "publisher": LONG,
        "issued": "2019?",
        "language": "de",
        "URL": address,
    }
    paper = "https://paper.example/atlas"
    yield (
        "sources/paper.md",
        source(
            "article-newspaper", **known, issued="2024-05-02", URL=paper, origins=["wire"]
        ),
    )
    yield "sources/zeitung.md", source("report", **long, origins=["own"])
    yield "sources/post.md", source("post")


def source(kind: str, **keys: Any) -> str:
    """A file of a source."""
    return f"---\n{dump({'type': kind, **keys})}---\nA summary of ours.\n"


def claim(
    value: Any, source: str = "paper", quote: str = "words of the source", **keys: Any
) -> dict[str, Any]:
    """An answer with one reference."""
    return {"value": value, **keys, "references": [{"source": source, "quote": quote}]}


def fact(label: str, prop: str, *claims: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """A fact with its answers."""
    return {"label": label, "property": prop, **keys, "claims": [*claims]}


def single_facts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Facts of every type: plain, awkward, disputed, unknown, several at once, of somebody
    else, and told by many.
    """
    for kind, (usual, awkward, other) in VALUES.items():
        name, label = kind.id, LABELS[kind]
        of_somebody = {"subject": "the-long-one", "note": "A note of ours."}
        over_time = claim(
            awkward, "zeitung", f"{LONG} und mehr", period="2019/2023~", duration="P3Y6M"
        )
        withdrawn = claim(
            awkward, "post", rank="deprecated", note="It has been taken back."
        )
        denied = claim("unstated", "post", status="denied")
        yield name, fact(label, name, claim(usual, stated="2024-05", asserted_by="ann"))
        yield (
            f"{name}-awkward",
            fact(
                f"{label} of the {LONG} in the years between",
                name,
                over_time,
                **of_somebody,
            ),
        )
        yield (
            f"{name}-disputed",
            fact(
                f"{label}, disputed",
                name,
                claim(usual),
                claim(other, "zeitung"),
                denied,
                withdrawn,
            ),
        )
        yield f"{name}-open", fact(f"{label}, left open", name, claim("unstated", "post"))
        yield (
            f"{name}-several",
            fact(f"{label}, several", f"{name}-many", claim([usual, awkward])),
        )
    many = [
        {"source": one, "quote": f"passage {number}"}
        for number in range(6)
        for one in ("paper", "zeitung", "post")
    ]
    yield "often", fact("Told by many", "count", {"value": 7, "references": many})


def record_facts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Records with every key, with one, with none known; and pairs, which make tables."""
    usual, awkward, _ = (
        {kind.id: values[place] for kind, values in VALUES.items()} for place in range(3)
    )
    several = {f"{kind.id}-many": list(values[:2]) for kind, values in VALUES.items()}
    shapes = {
        "whole": usual | several,
        "awkward": awkward,
        "single": {"text": "one"},
        "open": {"text": "unstated"},
    }
    for name, value in shapes.items():
        yield (
            f"record-{name}",
            fact(f"Record, {name}", "record", claim(value, status="announced")),
        )
    for kind, values in VALUES.items():
        for number, value in enumerate((*values, "unstated")):
            pair = claim(
                {"what": "A thing" if number else LONG, "value": value},
                stated=f"{2020 + number}",
            )
            yield (
                f"pair-{kind.id}-{number}",
                fact(f"{LABELS[kind]}, {number}", f"pair-{kind.id}", pair),
            )


def event_facts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Events over thirty years, with dates of every shape; now and then with all that an
    event can have, or in dispute.
    """
    for number in range(EVENTS):
        value = event(number)
        who = {"asserted_by": "ann"} if number % 4 == 0 else {}
        claims = [claim(value, status=STATUSES[number % len(STATUSES)], **who)]
        if number % 25 == 0:
            claims.append(claim({**value, "text": "Something else happens"}, "zeitung"))
        yield f"event-{number:03}", fact(f"Event {number}", "event", *claims)


def event(number: int) -> dict[str, Any]:
    """What happens, and when."""
    told = (
        "It takes place" if number % 7 else f"{LONG} is founded, renamed and founded again"
    )
    value = {
        "date": DATES[number % len(DATES)].format(year=1995 + number // 10),
        "text": told,
    }
    if number % 20 == 0:
        return {kind.id: values[number % 2] for kind, values in VALUES.items()} | value
    return value | ({"money": f"{number} million USD"} if number % 3 == 0 else {})
