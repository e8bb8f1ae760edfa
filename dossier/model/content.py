"""All that a content folder holds, read and typed, before it is checked against itself and merged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from dossier.model.companies import Company
from dossier.model.corrections import OwnError, SourceError
from dossier.model.entities import Entity
from dossier.model.facts import Fact, FactId
from dossier.model.places import NOWHERE, Place
from dossier.model.proofs import Records
from dossier.model.prose import NO_PROSE, Prose
from dossier.model.sources import Origin, Source
from dossier.model.values import Property


class Kind(StrEnum):
    """What an id can name."""

    PROPERTY = "property"
    ENTITY = "entity"
    ORIGIN = "origin"
    SOURCE = "source"
    COMPANY = "company"
    FACT = "fact"
    TIMELINE = "timeline"


ALL = "*"
"""Stands in `Content.unread` for every id of a kind, where a whole file could not be read."""


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
    unread: frozenset[tuple[Kind, str]] = frozenset()
    # Ids that stand in the content but whose record is broken: a reference to one is not dangling.
    proofs: Records | None = None
    # What proofs.lock.yaml holds; None where there is no such file, or it cannot be read.

    @cached_property
    def facts(self) -> Mapping[FactId, Fact]:
        """All facts of all companies by id; of two with one id the first, which a check reports."""
        found: dict[FactId, Fact] = {}
        for company in self.companies.values():
            for fact in company.facts:
                found.setdefault(fact.id, fact)
        return found

    @cached_property
    def fact_names(self) -> Mapping[str, Fact]:
        """All facts by the text of their id, `company/fact`."""
        return {str(id): fact for id, fact in self.facts.items()}

    def was_unread(self, kind: Kind, id: str) -> bool:
        """Whether a record of that id may stand in a file that could not be read, so that it is not missing."""
        owner = id.rpartition("/")[0]
        whole = f"{owner}/{ALL}" if owner else ALL
        return (kind, id) in self.unread or (kind, whole) in self.unread
