"""What merging makes: dossiers, their facts with what the claims amount to, timelines and
back-links.
"""

import builtins
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from dossier.model.agreement import Agreement, Corroboration, Difference
from dossier.model.attributions import Attribution
from dossier.model.claims import PENDING, Claim, Status
from dossier.model.companies import Company, Lane
from dossier.model.corrections import OwnError, SourceError
from dossier.model.dates import PartialDate, Shape
from dossier.model.entities import Entity
from dossier.model.facts import Fact, FactId
from dossier.model.freshness import Freshness
from dossier.model.history import NO_HISTORY, History
from dossier.model.locations import Location
from dossier.model.own_words import NO_OURS, AllOurs
from dossier.model.promises import Promise
from dossier.model.proofs import Level, State, weakest
from dossier.model.series import Course
from dossier.model.sources import Origin, Source
from dossier.model.values import Property, PropertyPart


class ReadBy(NamedTuple):
    """Somebody who has read claim and passage together, and when."""

    name: str
    day: date


@dataclass(frozen=True)
class Knowledge:
    """What is known of something: how far it is proved, what asks a person to look, and who
    has.
    """

    state: State
    # As it is told: at the level of a look where there is a cue.
    cues: tuple[str, ...] = ()
    readers: tuple[ReadBy, ...] = ()


@dataclass(frozen=True)
class Proofs:
    """How far the quotes of a claim, and each of its keys, are proved."""

    each: tuple[Knowledge, ...] = ()
    # What is known of each of its quotes, in the order of its references that have one.
    keys: Mapping[str, State] = field(default_factory=dict)
    # Of each key that a reference supports, the record in the place of its value: by the
    # best of its references, and at the level of a look where one of them asks for it.
    bare: tuple[str, ...] = ()
    # The keys that say something, that no reference supports and that were not worked out:
    # our own words.

    @property
    def state(self) -> State:
        """That of the claim: of the keys that its references support the one that is proved
        least.
        """
        return weakest(self.keys.values())

    @property
    def known(self) -> Knowledge:
        """The same, with what asks for a look and who has read it."""
        cues = tuple(dict.fromkeys(cue for one in self.each for cue in one.cues))
        return Knowledge(
            self.state,
            cues,
            tuple(dict.fromkeys(reader for one in self.each for reader in one.readers)),
        )

    @property
    def quotes(self) -> tuple[State, ...]:
        """As what each of its quotes counts."""
        return tuple(one.state for one in self.each)

    @property
    def is_proved(self) -> bool:
        """Whether a program has found all that it says in the words."""
        return self.state is Level.PROVED


NO_PROOFS = Proofs()


@dataclass(frozen=True, slots=True)
class MergedClaim:
    """A claim together with who speaks for it, how old it is, and how it differs from the
    leading one.
    """

    claim: Claim
    corroboration: Corroboration
    # Of all its passages.
    freshness: Freshness
    difference: Difference | None = None
    # None for the leading claim and for those that say the same, or a part of it.
    proofs: Proofs = NO_PROOFS
    corroborated: Mapping[str, Corroboration] = field(default_factory=dict)
    # Who speaks for each key of its record, or for its `value`.

    @property
    def is_told_otherwise(self) -> bool:
        """Whether it says something else than the leading one, and does not say the same
        more or less exactly, or of another time.
        """
        return self.difference is not None and not self.difference.is_harmless

    @property
    def is_corroborated(self) -> bool:
        """Whether two or more independent origins stand behind each part of what it says."""
        return bool(self.corroborated) and all(
            len(corroboration.origins) > 1 for corroboration in self.corroborated.values()
        )


@dataclass(frozen=True, slots=True)
class MergedFact:
    """A fact together with what its claims amount to. What follows from its fields is not
    kept: a fact more takes as little room as can be, and asking is cheap.
    """

    fact: Fact
    property: Property
    subject: Entity
    claims: tuple[MergedClaim, ...]
    # The leading one first, the others in the order of the file.
    agreement: Agreement
    corroboration: Corroboration
    # Those of all claims together.
    corroborated: Mapping[str, Corroboration] = field(default_factory=dict)
    # Who speaks for each key of the answers that stand, or for their `value`.
    happened: PartialDate | None = None
    # When it happened by the leading claim; None where it is no event or has no date.
    disputed_keys: frozenset[str] = frozenset()
    # The keys of its record, or its `value`, to which claims about the same give different
    # answers.
    disputed: tuple[Claim, ...] = ()
    # Those claims, question by question; others of a series contradict nobody.
    courses: tuple[Course, ...] = ()
    # Of its answers for periods of one length.
    became: Status | None = None
    # How far a promise has come by what others say became of it; None where they do not
    # say, or not the same.

    def merged(self, claim: Claim) -> MergedClaim:
        """One of the claims, merged."""
        return next(merged for merged in self.claims if merged.claim is claim)

    def status_of(self, claim: Claim) -> Status:
        """How far a claim's thing has come: as it is written, or as it follows from what
        became of the promise.
        """
        return self.became if self.became and claim.status in PENDING else claim.status

    def name_of(self, claim: Claim) -> str:
        """What names one claim of the whole site: its fact, and its place in the file, from
        0.
        """
        return f"{self.id}:{next(place for place, one in enumerate(self.fact.claims) if one is claim)}"

    @builtins.property
    def leading(self) -> Claim:
        """The claim that leads: the first of the best rank."""
        return self.claims[0].claim

    @builtins.property
    def is_told_otherwise(self) -> bool:
        """Whether any of its answers, revised and wrong ones among them, says something
        else.
        """
        return any(one.is_told_otherwise for one in self.claims)

    @builtins.property
    def is_of_one_source(self) -> bool:
        """Whether its answers contradict each other within one source alone."""
        found = {one.difference for one in self.claims if one.is_told_otherwise}
        return found == {Difference.WITHIN}

    @builtins.property
    def sources(self) -> tuple[str, ...]:
        """Ids of all sources that support a claim, in order of first appearance."""
        return self.corroboration.sources

    @builtins.property
    def origins(self) -> tuple[str, ...]:
        """Ids of the distinct known origins behind those sources."""
        return self.corroboration.origins

    @builtins.property
    def course(self) -> Course | None:
        """The course in which the leading answer stands; None where it stands in none."""
        return next(
            (
                one
                for one in self.courses
                if any(point.claim is self.leading for point in one.points)
            ),
            None,
        )

    @builtins.property
    def is_series(self) -> bool:
        """Whether it has answers for several periods, so that a value says little without
        its own.
        """
        return (
            len({claim.period.sort_key for claim in self.fact.claims if claim.period}) > 1
        )

    @builtins.property
    def id(self) -> FactId:
        """The id of the fact."""
        return self.fact.id

    def has_ended(self, today: date) -> bool:
        """Whether it is a role, and was over before a day."""
        return self.property.part is PropertyPart.ROLE and self.is_over(today)

    def is_over(self, today: date) -> bool:
        """Whether the time of the leading claim was over before a day: a span that has an
        end, or the end of its record.
        """
        value, key = self.leading.value, self.property.end_key
        end = value.get(key) if key and isinstance(value, Mapping) else None
        if isinstance(end, PartialDate):
            return end.end is not None and end.latest < today
        period = self.leading.period
        is_span = (
            period is not None and period.shape is Shape.INTERVAL and period.end is not None
        )
        return bool(period and is_span and period.latest < today)

    @builtins.property
    def is_event(self) -> bool:
        """Whether its property has a date of happening, so that it can stand in a timeline."""
        return self.property.date_key is not None


@dataclass(frozen=True)
class Section:
    """The facts of one topic."""

    id: str
    label: str
    facts: tuple[MergedFact, ...]


@dataclass(frozen=True)
class MergedTimeline:
    """Events in the order in which they are shown."""

    id: str
    # Empty for the timeline of all events of a company.
    label: str
    description: str
    events: tuple[MergedFact, ...]
    lanes: tuple[Lane, ...] = ()
    # Each event is in one of them.

    def lane_of(self, event: FactId) -> Lane | None:
        """The theme to which an event belongs."""
        return self._lanes.get(event)

    @cached_property
    def _lanes(self) -> Mapping[FactId, Lane]:
        return {event: lane for lane in self.lanes for event in lane.events}


@dataclass(frozen=True)
class Dossier:
    """All we publish about one company."""

    company: Company
    key_facts: tuple[MergedFact, ...]
    sections: tuple[Section, ...]
    timeline: MergedTimeline
    timelines: tuple[MergedTimeline, ...]
    sources: tuple[Source, ...]
    # Those its facts rest on, in order of their ids.
    mentions: tuple[MergedFact, ...]
    # Facts of other dossiers that name this company.

    @property
    def facts(self) -> tuple[MergedFact, ...]:
        """Every fact of the company, section by section."""
        return tuple(fact for section in self.sections for fact in section.facts)


@dataclass(frozen=True)
class SourceEntry:
    """A source with all that rests on it."""

    source: Source
    origins: tuple[Origin, ...]
    facts: tuple[MergedFact, ...]
    # In order of company and fact id.
    cited_by: tuple[str, ...]
    # Slugs of companies whose narrative cites it.


@dataclass(frozen=True)
class EntityEntry:
    """A person, organisation or product without a dossier, with every fact that names it,
    each once.
    """

    entity: Entity
    about: tuple[MergedFact, ...]
    # Those of which it is the subject first.
    said: tuple[MergedFact, ...]
    events: tuple[MergedFact, ...]
    # Both in order of their dates.
    named: tuple[MergedFact, ...]

    @property
    def facts(self) -> tuple[MergedFact, ...]:
        """All of them."""
        return (*self.about, *self.said, *self.events, *self.named)


class Relation(NamedTuple):
    """A fact as it looks from its other end: of a maker, a product that it makes."""

    label: str
    other: str
    # The id of the entity of which it is said.
    fact: MergedFact


@dataclass(frozen=True)
class Site:
    """Everything there is to print, in order of ids."""

    as_of: date
    # The reference date: ages are counted to it.
    dossiers: Mapping[str, Dossier]
    sources: Mapping[str, SourceEntry]
    facts: Mapping[FactId, MergedFact]
    entities: Mapping[str, Entity]
    passages: Mapping[tuple[str, ...], Knowledge]
    # How far each quoted passage is proved; of one that supports several claims, by the one
    # that is proved least.
    attributions: Mapping[tuple[str, ...], Attribution] = field(default_factory=dict)
    # Whose word each passage passes on, where that is one thing wherever it is cited.
    source_errors: tuple[SourceError, ...] = ()
    own_errors: tuple[OwnError, ...] = ()
    named: Mapping[str, EntityEntry] = field(default_factory=dict)
    # The entities that facts name and that have no dossier.
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    # What is said of others with its name as the answer, by the id of the entity.
    promises: Mapping[FactId, Promise] = field(default_factory=dict)
    # By the fact that makes each.
    history: History = NO_HISTORY
    placed: Mapping[str, str] = field(default_factory=dict)
    # The entity that a place is, by the names that facts write.
    locations: Mapping[str, Location] = field(default_factory=dict)
    # Where places are, by the names that facts write.
    wording: AllOurs = NO_OURS
    # What is known of our own words.

    @cached_property
    def errors(self) -> Mapping[FactId, tuple[SourceError | OwnError, ...]]:
        """The corrections that touch each fact, those of sources first."""
        found: dict[FactId, list[SourceError | OwnError]] = {}
        errors: tuple[SourceError | OwnError, ...] = (*self.source_errors, *self.own_errors)
        for error in errors:
            found.setdefault(error.fact, []).append(error)
        return {fact: tuple(touching) for fact, touching in found.items()}
