"""A small site made by hand, with one of everything that a page can show, and the way to
see a page of it.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment

from dossier.collect import Findings
from dossier.merge import merge_content
from dossier.merge.changes import compare_facts
from dossier.model.changes import ChangeKind, FactChange
from dossier.model.claims import Claim, Rank, Reference, Status
from dossier.model.companies import Company, Timeline
from dossier.model.content import Content
from dossier.model.corrections import OwnError, SourceError
from dossier.model.dates import PartialDate
from dossier.model.dossiers import Site
from dossier.model.entities import Entity, EntityKind
from dossier.model.facts import Fact, FactId
from dossier.model.history import ChangeSet, History, HistoryState, HistoryStep, Version
from dossier.model.locators import Locator
from dossier.model.proofs import Record
from dossier.model.prose import Prose
from dossier.model.quantities import Hedge, Quantity
from dossier.model.sources import Author, Origin, OriginKind, Source, SourceType
from dossier.model.values import (
    COUNT,
    DATE,
    ENTITY,
    MONEY,
    RECORD,
    TEXT,
    UNSTATED,
    Duration,
    Field,
    Name,
    Property,
    Value,
)
from dossier.read.prose import parse_prose
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import Page, plan_evidence, plan_pages, shared_context
from dossier.render.scan.measure import NOTHING, Measure, measure_page
from dossier.render.site.render_context import BuildContext
from dossier.render.site.settings import RepositorySettings, SiteSettings
from dossier.render.theme.environment import environment
from tests.proved import proved

THEME = Path(__file__).parent.parent / "themes" / "ledger"
REPOSITORY = RepositorySettings("https://git.example/owner/name", "main", "content/")
SETTINGS = SiteSettings(
    title="Test dossiers",
    tagline="Made to be tested.",
    site_url="https://example.org/sub",
    repository=REPOSITORY,
)
HOSTILE = """<script>alert('1')</script>"&--> {{ 7*7 }} ](javascript:x)"""


def date(text: str) -> PartialDate:
    """A date from its EDTF text."""
    return PartialDate.parse(text)


def money(number: str, code: str, scale: str = "", hedge: Hedge | None = None) -> Quantity:
    """An amount of money."""
    return Quantity(Decimal(number), scale, code, hedge)


def count(
    number: str, unit: str = "", scale: str = "", hedge: Hedge | None = None
) -> Quantity:
    """A number of things."""
    return Quantity(Decimal(number), scale, unit, hedge)


PROPERTIES = {
    prop.id: prop
    for prop in (
        Property(
            "pledge",
            "Pledge",
            Field(MONEY),
            Duration(months=6),
            description="What is promised.",
        ),
        Property("sites", "Sites", Field(COUNT, unit="sites"), None),
        Property("remark", "Remark", Field(TEXT), None),
        Property("owner", "Owner", Field(ENTITY), None),
        Property(
            "event",
            "Event",
            Field(RECORD),
            None,
            {
                "date": Field(DATE, label="Date", required=True),
                "what": Field(TEXT, label="What happened"),
                "cost": Field(MONEY, label="Cost"),
                "guests": Field(ENTITY, label="Guests", many=True),
            },
        ),
    )
}

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("acme", "Acme", EntityKind.ORGANISATION),
        Entity("acme-labs", "Acme Labs", EntityKind.ORGANISATION),
        Entity("beta", "Beta & Sons", EntityKind.ORGANISATION),
        Entity("ann", "Ann Lee", EntityKind.PERSON),
    )
}

ORIGINS = {
    "wire-story": Origin(
        "wire-story",
        "A wire story",
        OriginKind.WIRE,
        date("2025-09-24?"),
        "Our guess.",
        {"issued": "By the day."},
    ),
}

FULL = Source(
    "full",
    SourceType.NEWS,
    title="Acme grows",
    authors=(Author(family="Doe", given="Jo"),),
    container="The Paper",
    url="https://paper.example/acme",
    archive="https://archive.example/acme",
    issued=date("2025-09-24?"),
    language="en-GB",
    credit="with Wire",
    integrity="sha256-" + "0" * 64,
    origins=("wire-story",),
    inferred={"issued": "It says Wednesday."},
)
BARE = Source("bare", SourceType.WEBPAGE)
EVIL = Source(
    "evil",
    SourceType.POST,
    title=HOSTILE,
    publisher=HOSTILE,
    url="javascript:alert(1)",
    credit=HOSTILE,
)
SOURCES = {source.id: source for source in (FULL, BARE, EVIL)}


def ref(source: str, quote: str, *supports: str) -> Reference:
    """A reference to words of a source."""
    return Reference(source, quote, supports=supports)


def fact(
    company: str,
    id: str,
    prop: str,
    *claims: Claim,
    section: str = "money",
    subject: str = "",
    note: str = "",
) -> Fact:
    """A fact with a label made from its id."""
    label = id.replace("-", " ").capitalize()
    return Fact(FactId(company, id), label, prop, subject or company, section, claims, note)


PLEDGE = fact(
    "acme",
    "pledge",
    "pledge",
    Claim(
        money("380", "CNY", "billion"),
        (
            ref("full", "380 billion yuan ($53 billion)", "value", "equivalent"),
            ref("bare", "380bn"),
            ref("full", "over three years", "duration"),
            ref("bare", "this year", "stated"),
        ),
        equivalent=money("53", "USD", "billion"),
        period=date("2025/2028~"),
        duration=Duration(years=3),
        stated=date("2025"),
        asserted_by="acme",
        status=Status.ANNOUNCED,
        inferred={"stated": "Both say: this year."},
    ),
)
SITES = fact(
    "acme",
    "sites",
    "sites",
    Claim(count("91", "sites"), (ref("full", "91 sites"),)),
    Claim(count("70", "sites", hedge=Hedge.ABOUT), (ref("bare", "some 70"),)),
    Claim(count("80", "sites"), (ref("bare", "80"),), rank=Rank.DEPRECATED),
    note="They may count differently.",
)
MORE = fact(
    "acme",
    "more",
    "pledge",
    Claim(UNSTATED, (ref("full", "without figures"),)),
    subject="acme-labs",
)
OWNER = fact("beta", "owner", "owner", Claim(Name("acme"), (ref("bare", "owned by Acme"),)))
QUOTED = Reference("evil", HOSTILE, locator=Locator(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
REMARK = fact("beta", "remark", "remark", Claim(HOSTILE, (QUOTED,), note=HOSTILE))


def event(
    company: str,
    id: str,
    when: str,
    inferred: Mapping[str, str] | None = None,
    subject: str = "",
    **keys: Value,
) -> Fact:
    """A dated fact."""
    value: dict[str, Value] = {"date": date(when), **keys}
    references = (ref("full", f"{id} took place", "date"), ref("full", id))
    claim = Claim(value, references, inferred=inferred or {})  # type: ignore[arg-type]
    return fact(company, id, "event", claim, section="history", subject=subject)


FOUNDED = event(
    "acme", "founded", "1999", what="It begins", cost=money("2.50", "EUR", "million")
)
SPEECH = event("acme", "speech", "2020-10", subject="acme-labs", what="A speech")
FINE = event(
    "acme", "fine", "[2020-10..2024-09]", {"date": "After the speech."}, what="A fine"
)
SPLIT = event(
    "beta", "split", "2024-09~", what="A split", guests=(Name("acme"), Name("ann"))
)

OVERVIEW = """## What it is

Acme pledged {{ pledge }} [@full, paragraph 2; @bare]
and has {{ sites }}. See [Beta](/companies/beta/) and [elsewhere](https://else.example/?a=1&b=2).

### More

Founded in {{ founded.date }} [@bare].
"""


def prose(text: str, company: str | None = "acme") -> Prose:
    """A prose as the reader parses it; a mistake in it is a mistake of the test."""
    findings = Findings()
    parsed = parse_prose(text, "overview.md", 1, company, findings)
    assert not findings.in_order()
    return parsed


@cache
def content() -> Content:
    """What the site is made from."""
    acme = Company(
        "acme",
        "Acme",
        {"money": "Money", "history": "History", "empty": "Nothing yet"},
        key_facts=(PLEDGE.id, FOUNDED.id, MORE.id),
        also_known_as=("Acme Inc.", "ACME"),
        overview=prose(OVERVIEW),
        facts=(PLEDGE, SITES, MORE, FOUNDED, SPEECH, FINE),
        timelines=(
            Timeline(
                "rise", "Rise and fine", (SPEECH.id, FINE.id, SPLIT.id), "What followed."
            ),
        ),
    )
    beta = Company(
        "beta",
        "Beta & Sons",
        {"money": "Money", "history": "History"},
        facts=(OWNER, REMARK, SPLIT),
    )
    found = Content(
        PROPERTIES,
        ENTITIES,
        ORIGINS,
        SOURCES,
        {"acme": acme, "beta": beta},
        source_errors=(
            SourceError("slip", PLEDGE.id, "bare", "380bn", f"A slip. {HOSTILE}"),
        ),
        own_errors=(
            OwnError(
                "ours",
                PLEDGE.id,
                "38 billion CNY",
                date("2025-05"),
                "A digit was lost.",
                "12",
            ),
            OwnError("older", PLEDGE.id, "3.8 billion CNY", date("2024"), "Two were."),
        ),
    )
    return replace(found, proofs={str(PLEDGE.id): tuple(proofs(found, PLEDGE))})


def proofs(found: Content, fact: Fact) -> Iterator[Record]:
    """A record that the quotes of the full source were proved."""
    for claim in fact.claims:
        for one in claim.references:
            if one.source == FULL.id:
                yield proved(found, fact, claim, one)


@cache
def site() -> Site:
    """The site, with a history."""
    return replace(merge_content(content(), datetime.date(2030, 1, 1)), history=history())


def step(day: int, reason: str, change: str = "", is_first: bool = False) -> HistoryStep:
    """A step of the history, in March 2026."""
    return HistoryStep(
        f"{day:02}" * 20,
        datetime.datetime(2026, 3, day, tzinfo=datetime.UTC),
        reason,
        change,
        is_first,
    )


@cache
def history() -> History:
    """What became of the facts: all came, one changed, one went."""
    first, pledged, gone = (
        step(1, f"Begin {HOSTILE}", is_first=True),
        step(3, "Correct the pledge", "12"),
        step(4, "Sweep"),
    )
    before = replace(
        PLEDGE,
        claims=(
            replace(
                PLEDGE.claims[0],
                value=money("38", "CNY", "billion"),
                status=Status.REPORTED,
            ),
        ),
    )
    change = compare_facts(before, replace(PLEDGE, claims=PLEDGE.claims[:1]))
    old = fact("acme", "old", "pledge", Claim(HOSTILE, (ref("bare", "x"),)))
    facts: dict[FactId, tuple[Version, ...]] = {
        id: (Version(first, ChangeKind.ADDED),) for id in content().facts
    }
    facts |= {
        PLEDGE.id: (
            Version(first, ChangeKind.ADDED),
            Version(pledged, ChangeKind.CHANGED, change),
        )
    }
    del facts[OWNER.id]
    change_sets = (
        ChangeSet(gone, (FactChange(old, None),), {ChangeKind.RETIRED: 1}),
        ChangeSet(pledged, (change,), {ChangeKind.CHANGED: 1}),
        ChangeSet(
            first,
            (FactChange(None, SITES), FactChange(None, REMARK)),
            {ChangeKind.ADDED: 12},
        ),
    )
    return History(HistoryState.YES, "ab" * 20, facts, change_sets, older=1_200)


@cache
def templates() -> Environment:
    """The templates of the theme."""
    return environment(THEME)


def measured(
    build: BuildContext, planned: Iterable[Page], text_of: Callable[[Page], str]
) -> Mapping[str, Measure]:
    """What finished pages show of each company."""
    found = dict.fromkeys(build.site.dossiers, NOTHING)
    for page in planned:
        if page.counts_for:
            found[page.counts_for] += measure_page(text_of(page))
    return found


@cache
def pages(settings: SiteSettings = SETTINGS) -> Mapping[str, Page]:
    """Every page by its url."""
    planned = {page.url: page for page in plan_pages(bind(site(), settings))}
    build = bind(site(), settings)
    measures = measured(
        build, planned.values(), lambda page: render(page, site(), settings)
    )
    evidence = {page.url: page for page in plan_evidence(build, measures)}
    return {**planned, **evidence}


@cache
def html(url: str, settings: SiteSettings = SETTINGS) -> str:
    """The page at a url, rendered."""
    return render(pages(settings)[url], site(), settings)


def render(page: Page, made_of: Site, settings: SiteSettings = SETTINGS) -> str:
    """A page of a site, rendered."""
    return (
        templates()
        .get_template(page.template)
        .render(**_shared(_Same(made_of), settings), **page.context)
    )


@dataclass(frozen=True, eq=False)
class _Same:
    """A site, the same only as itself: to compare two whole ones would take long."""

    site: Site

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.site is other.site

    def __hash__(self) -> int:
        return id(self.site)


@lru_cache(maxsize=4)
def _shared(made_of: _Same, settings: SiteSettings) -> Mapping[str, object]:
    """What all pages of a site are given, made once for them as in a build."""
    return shared_context(bind(made_of.site, settings))
