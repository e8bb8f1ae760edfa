"""All that a content folder holds, read and typed, before it is checked against itself and
merged.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property

from dossier.model.claims import Rank
from dossier.model.companies import Company, Timeline
from dossier.model.corrections import OwnError, SourceError
from dossier.model.entities import Entity, EntityKind
from dossier.model.facts import Fact, FactId
from dossier.model.judgements import Judgements
from dossier.model.kinds import RecordKind
from dossier.model.languages import Table
from dossier.model.locations import Location
from dossier.model.narrative import NAME, NARRATIVE, narrative_of
from dossier.model.places import NOWHERE, Place
from dossier.model.promises import Settlement
from dossier.model.proofs import Records
from dossier.model.prose import NO_PROSE, Prose
from dossier.model.sources import Origin, Source
from dossier.model.values import Property

ALL = "*"
"""Stands in `Content.unread` for every id of a kind, where a whole file could not be read.
"""

GONE_THROUGH = ("looked_at", "every_fact", "each_fact", "quoting", "narratives")
"""What a part of a content has of its own companies."""
LOOKED_UP = (
    "facts",
    "fact_names",
    "locations",
    "moved_facts",
    "narratives_made",
    "renamed",
    "settlements",
    "timeline_names",
)
"""What a part of a content has of all companies."""


@dataclass(frozen=True)
class SitePage:
    """An ordinary page such as about or method; it cites nothing."""

    slug: str
    title: str
    description: str = ""
    body: Prose = NO_PROSE
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Content:
    """Everything that could be read; maps run in order of their ids."""

    properties: Mapping[str, Property] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    # Companies are among them, under their slugs.
    origins: Mapping[str, Origin] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    companies: Mapping[str, Company] = field(default_factory=dict)
    pages: Mapping[str, SitePage] = field(default_factory=dict)
    source_errors: tuple[SourceError, ...] = ()
    own_errors: tuple[OwnError, ...] = ()
    unread: frozenset[tuple[RecordKind, str]] = frozenset()
    # Ids that stand in the content but whose record is broken: a reference to one is not
    # dangling.
    is_whole: bool = True
    # Whether all of it could be read: if not, what nothing seems to rest on may be needed
    # all the same.
    proofs: Records | None = None
    # What was proved, by the whole ids of facts; None where no company has a record.
    judgements: Judgements = field(default_factory=dict)
    languages: Mapping[str, Table] = field(default_factory=dict)
    # The words of languages that the site brings, by the name of the file.
    # What people found who have read claims with their passages, by the whole ids of facts.
    places: Mapping[str, Location] = field(default_factory=dict)
    # Those that the content describes, by id.
    territories: Mapping[str, Location] = field(default_factory=dict)
    # The countries and territories of the world, by each of their names.

    def part(self, slugs: Iterable[str]) -> "Content":
        """The same, of which checks go through some companies alone. What they look up by
        its id is all there is.
        """
        self.index()
        made = copy(self)
        for name in GONE_THROUGH:
            vars(made).pop(name, None)
        vars(made)["looked_at"] = tuple(self.companies[slug] for slug in slugs)
        return made

    def index(self) -> None:
        """Have ready what is looked up by its id, for all parts and processes at once."""
        for name in LOOKED_UP:
            getattr(self, name)

    @cached_property
    def looked_at(self) -> tuple[Company, ...]:
        """The companies that checks go through: all, or those of a part."""
        return tuple(self.companies.values())

    @cached_property
    def every_fact(self) -> tuple[Fact, ...]:
        """All facts of the companies that are looked at, those whose id is another's
        included.
        """
        return tuple(fact for company in self.looked_at for fact in company.facts)

    @cached_property
    def each_fact(self) -> tuple[Fact, ...]:
        """The same, of two with one id the first, which a check reports."""
        return tuple(one for one in self.every_fact if self.facts[one.id] is one)

    @cached_property
    def quoting(self) -> Mapping[FactId, Fact]:
        """All of these facts, and the narratives that cite passages: what has quotes to be
        proved and read.
        """
        facts = {one.id: one for one in self.each_fact}
        return {**facts, **{one.id: one for one in self.narratives.values()}}

    @cached_property
    def narratives(self) -> Mapping[str, Fact]:
        """The narratives that cite passages, by company."""
        told = {company.slug: self._narrative(company) for company in self.looked_at}
        return {slug: one for slug, one in told.items() if one}

    def _narrative(self, company: Company) -> Fact | None:
        if not any(one.quote for one in company.overview.citations):
            return None
        if company.slug not in self.narratives_made:
            self.narratives_made[company.slug] = narrative_of(company)
        return self.narratives_made[company.slug]

    @cached_property
    def narratives_made(self) -> dict[str, Fact | None]:
        """Those that were made so far: parts share them, because they take a while."""
        return {}

    def _facts(self) -> Iterator[Fact]:
        """Those of all companies, whichever are looked at."""
        return (fact for company in self.companies.values() for fact in company.facts)

    @cached_property
    def facts(self) -> Mapping[FactId, Fact]:
        """All facts by id; of two with one id the first, which a check reports."""
        found: dict[FactId, Fact] = {}
        for fact in self._facts():
            found.setdefault(fact.id, fact)
        return found

    def property_of(self, fact: Fact) -> Property:
        """What a fact answers; a narrative has a property that no file holds."""
        return NARRATIVE if fact.id.fact == NAME else self.properties[fact.property]

    @cached_property
    def fact_names(self) -> Mapping[str, Fact]:
        """All facts by the text of their id, `company/fact`."""
        return {str(id): fact for id, fact in self.facts.items()}

    @cached_property
    def locations(self) -> Mapping[str, Location]:
        """Every place by the name that facts write."""
        return {**{place.name: place for place in self.places.values()}, **self.territories}

    @cached_property
    def placed(self) -> Mapping[str, str]:
        """The entity that a place is, by each name that facts may write of it: one thing
        has one page.
        """
        found = {
            name: id
            for id, one in self.entities.items()
            if one.kind is EntityKind.PLACE
            for name in one.names
        }
        by_id = {
            place.name: id for id, place in self.places.items() if id in found.values()
        }
        return {**by_id, **found}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The slug of each company by every id that its folder had before, unless a company
        has that id today.
        """
        former = {
            old: company.slug
            for company in self.companies.values()
            for old in company.formerly
        }
        return {old: slug for old, slug in former.items() if old not in self.companies}

    @cached_property
    def moved_facts(self) -> Mapping[FactId, FactId]:
        """Where what stood under an id of a fact stands today; an id that a fact has today
        is not among them.
        """
        found: dict[FactId, FactId] = {}
        for fact in self._facts():
            for old in fact.formerly:
                found.setdefault(FactId(fact.id.company, old), fact.id)
        return {old: now for old, now in found.items() if old not in self.facts}

    def now_of(self, id: FactId) -> FactId:
        """The id of today of a fact that had another, or whose company had."""
        here = FactId(self.renamed.get(id.company, id.company), id.fact)
        return self.moved_facts.get(here, here)

    @cached_property
    def settlements(self) -> Mapping[str, tuple[Settlement, ...]]:
        """What claims say became of each promise, by its whole id; a claim that turned out
        wrong settles nothing.
        """
        found: dict[str, list[Settlement]] = {}
        for fact in self._facts():
            for claim in fact.claims:
                for one in claim.settles if claim.rank is not Rank.DEPRECATED else ():
                    found.setdefault(one.promise, []).append(
                        Settlement(str(fact.id), one.outcome)
                    )
        return {promise: tuple(told) for promise, told in found.items()}

    @cached_property
    def timeline_names(self) -> Mapping[str, Timeline]:
        """All chosen timelines by `company/timeline`."""
        return {
            f"{slug}/{one.id}": one
            for slug, company in self.companies.items()
            for one in company.timelines
        }

    def was_unread(self, kind: RecordKind, id: str) -> bool:
        """Whether a record of that id may stand in a file that could not be read, so that
        it is not missing.
        """
        return was_unread(self.unread, kind, id)


def was_unread(
    unread: AbstractSet[tuple[RecordKind, str]], kind: RecordKind, id: str
) -> bool:
    """Whether `id` is among what could not be read: by itself, or with all that its file or
    company holds.
    """
    owner = id.rpartition("/")[0]
    return not unread.isdisjoint({(kind, id), (kind, f"{owner}/{ALL}" if owner else ALL)})
