"""One side of a comparison: reads just what is asked for, record by record, with the
readers that the build uses.

A block that is broken costs no more than itself, so that a proposal with mistakes can still
be told in facts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, TypeVar

from dossier.collect import Findings
from dossier.model.binding import record_names
from dossier.model.borrowing import Lender
from dossier.model.claims import Claim, Reference
from dossier.model.companies import Company, Timeline
from dossier.model.content import Content, SitePage
from dossier.model.entities import Entity, EntityKind
from dossier.model.facts import Fact, FactId
from dossier.model.findings import OLD_FORMS, Finding, Severity
from dossier.model.fiscal import Calendar
from dossier.model.judgements import Judgements
from dossier.model.locations import Location
from dossier.model.proofs import Records
from dossier.model.sharing import as_recorded, leaves_open
from dossier.model.sources import Origin, OriginKind, Source, SourceType
from dossier.model.speaking import speakers_of
from dossier.model.values import TEXT, Field, Property, names_in
from dossier.read.corrections import Corrections, read_corrections
from dossier.read.facts import FactFile, read_facts
from dossier.read.fiscal import calendar_of
from dossier.read.joining import join
from dossier.read.layout import ContentFile, Role
from dossier.read.places import read_places
from dossier.read.proofs import read_proofs
from dossier.read.reader import Read, RecordReader, attempt
from dossier.read.registry import read_entities, read_properties
from dossier.read.sources import read_origins
from dossier.read.spreading import TOP
from dossier.review.files import Files
from dossier.yaml.blocks import WHOLE, Block, split_blocks
from dossier.yaml.frontmatter import Parts
from dossier.yaml.nodes import Node, parse_yaml

T = TypeVar("T")


@dataclass(frozen=True)
class FactBlock:
    """The text of a fact and the file in which it stands."""

    file: ContentFile
    block: Block


Key = tuple[str, str]
"""A company, and a fact of it or the path of a file that could not be cut."""
Blocks = Mapping[Key, FactBlock]
Named = Mapping[str, frozenset[Key]]
"""The facts that name a record, by its id."""


class Side:
    """The content at one moment, read piece by piece."""

    def __init__(self, files: Files) -> None:
        self.files, self.out, self.reader = files, files.out, RecordReader(files)
        self.broken: set[FactId] = set()
        # Facts about which there are findings, so that what is told of them may not be all.
        self._lending: dict[FactId, Fact | None] = {}
        self._sources: dict[str, Source | None] = {}
        self._companies: dict[str, Company | None] = {}
        self._proofs: dict[str, Mapping[str, Mapping[str, Block]]] = {}

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What is wrong with all that has been read so far."""
        return tuple(one for one in self.out.in_order() if one.severity is Severity.ERROR)

    @cached_property
    def properties(self) -> Mapping[str, Property] | None:
        """All properties; None where the file cannot be read."""
        return self._register(Role.PROPERTIES, read_properties)

    @cached_property
    def entities(self) -> Mapping[str, Entity] | None:
        """All entities but companies; None where the file cannot be read."""
        return self._register(Role.ENTITIES, read_entities)

    @cached_property
    def origins(self) -> Mapping[str, Origin] | None:
        """All origins; None where the file cannot be read."""
        return self._register(Role.ORIGINS, read_origins)

    @cached_property
    def places(self) -> Mapping[str, Location] | None:
        """All places; a site may describe none. None where the file cannot be read."""
        return (
            self._register(Role.PLACES, read_places)
            if self.files.layout[Role.PLACES]
            else {}
        )

    @cached_property
    def corrections(self) -> Corrections:
        """All corrections."""
        found = self._register(Role.CORRECTIONS, read_corrections)
        return found if isinstance(found, Corrections) else Corrections()

    def _register(self, role: Role, read: Read[T]) -> T | None:
        """What stands in the file of a role, or in several; None where there is none, or
        one cannot be read.
        """
        register = self.reader.register(role, read)
        return register.found if register.is_whole else None

    def source(self, id: str) -> Source | None:
        """One source; None where there is none, or it cannot be read."""
        if id not in self._sources:
            file = ContentFile(Role.SOURCE.value.format(id), (id,))
            self._sources[id] = self.reader.source(file, with_body=False)
        return self._sources[id]

    def page(self, file: ContentFile) -> SitePage | None:
        """An ordinary page without its text; None where it cannot be read."""
        return self.reader.page(file, with_body=False)

    def parts(self, path: str) -> Parts | None:
        """The front matter and the body of a Markdown file."""
        return self.reader.parts(path)

    def company(self, slug: str) -> Company | None:
        """A company by its own file, without its facts; None where there is none, or it
        cannot be read.
        """
        if slug not in self._companies:
            self._companies[slug] = self.reader.company(slug)
        return self._companies[slug]

    def calendar(self, slug: str) -> Calendar:
        """What fiscal periods mean in the facts of a company; of a side that has no file of
        it, nothing.
        """
        return calendar_of(slug, self.company(slug))

    def timeline(self, file: ContentFile) -> Timeline | None:
        """A chosen timeline; None where it cannot be read."""
        return self.reader.timeline(file)

    def blocks(self, paths: Iterable[str]) -> Blocks:
        """The texts of all facts in some of the files; of two with one id the first."""
        wanted = {*paths}
        self.files.fetch(sorted(wanted))
        found: dict[Key, FactBlock] = {}
        for file in self.files.layout[Role.FACTS]:
            text = self.files.text(file.path) if file.path in wanted else None
            for key, block in split_blocks(text, TOP).items() if text else ():
                found.setdefault((file.ids[0], key or file.path), FactBlock(file, block))
        return found

    def facts(
        self, found: FactBlock, properties: Mapping[str, Property] | None
    ) -> tuple[Fact, ...]:
        """The facts of a block: one, or all of a file that could not be cut. Those without
        an answer are left out.
        """
        own = Findings()
        facts = self._read_facts(found, properties, own)
        self.out.take(own)
        if any(one.code not in OLD_FORMS for one in own.in_order()):
            self.broken |= {fact.id for fact in facts}
        lender = Lender(self._fact, properties or {})
        return tuple(self._as_recorded(lender.dated(fact)) for fact in facts if fact.claims)

    def _as_recorded(self, fact: Fact) -> Fact:
        """A fact whose quotes support what their words hold, where they leave it open."""
        if not any(map(leaves_open, fact.claims)):
            return fact
        names = (FactId.parse(name, "") for name in record_names(fact))
        return as_recorded(fact, self.records(names))

    def _fact(self, id: FactId) -> Fact | None:
        """A fact whose date another one takes, as it is written; None where there is none."""
        if id not in self._lending:
            paths = [
                file.path
                for file in self.files.layout[Role.FACTS]
                if file.ids[0] == id.company
            ]
            found = self.blocks(paths).get((id.company, id.fact))
            facts = self._read_facts(found, self.properties, Findings()) if found else ()
            self._lending[id] = next((fact for fact in facts if fact.id == id), None)
        return self._lending[id]

    def _read_facts(
        self, found: FactBlock, properties: Mapping[str, Property] | None, out: Findings
    ) -> tuple[Fact, ...]:
        file, slug = found.file, found.file.ids[0]
        common = FactFile(
            slug,
            file.id,
            properties or {},
            lambda id: properties is None,
            self.calendar(slug),
        )
        node = _node_of(file.path, found.block, out)
        return attempt(node, lambda node, spot: read_facts(node, common, spot), out) or ()

    def records(self, facts: Iterable[FactId]) -> Records:
        """What was proved of some facts."""
        found: dict[str, Any] = {}
        for id in facts:
            for path, blocks in self.proof_blocks(id.company).items():
                if block := blocks.get(id.fact) or blocks.get(WHOLE):
                    read = partial(read_proofs, id.company)
                    found |= self.reader.of_text(path, block.text, block.line, read) or {}
        return found

    def judgements(self, company: str) -> Judgements:
        """What people have read of a company."""
        return self.reader.judgements(company) or {}

    def proof_blocks(self, company: str) -> Mapping[str, Mapping[str, Block]]:
        """The records of a company as text, by fact, by the file in which they stand."""
        if company not in self._proofs:
            path = Role.PROOFS.value.format(company)
            text = self.files.text(path)
            own = {path: split_blocks(text, TOP)} if text else {}
            self._proofs[company] = {**self._old_proofs.get(company, {}), **own}
        return self._proofs[company]

    @cached_property
    def _old_proofs(self) -> Mapping[str, Mapping[str, Mapping[str, Block]]]:
        """The same of every company, where they stand in one file, as they did once."""
        path = Role.OLD_PROOFS.value
        text = self.files.text(path)
        found: dict[str, dict[str, Block]] = defaultdict(dict)
        for name, block in split_blocks(text, TOP).items() if text else ():
            company, _, fact = name.partition("/")
            found[company][fact] = Block(block.text.removeprefix(f"{company}/"), block.line)
        return {company: {path: blocks} for company, blocks in found.items()}


def _node_of(path: str, block: Block, out: Findings) -> Node | None:
    """The facts of a block, with the defaults of their file; None, with findings, where
    they cannot be read.
    """
    found = [
        parse_yaml(path, one.text, out, one.line) for one in (block.above, block) if one
    ]
    nodes = [node for node in found if node]
    return join(nodes, out) if len(nodes) == len(found) else None


def content_for(
    side: Side, facts: Iterable[Fact], properties: Mapping[str, Property]
) -> Content:
    """As much content as it takes to merge some facts; what they name and nobody has is
    made up as far as merging asks.
    """
    listed = tuple(facts)
    claims = [claim for fact in listed for claim in fact.claims]
    references = [one for claim in claims for one in claim.references]
    companies = sorted({fact.id.company for fact in listed})
    side.files.fetch(
        role.value.format(slug)
        for role in (Role.PROOFS, Role.JUDGEMENTS)
        for slug in companies
    )
    sources = _sources(side, references)
    named = sorted({fact.subject for fact in listed}.union(*(map(_named_in, claims))))
    return Content(
        properties={
            fact.property: properties.get(fact.property) or _stand_in(fact.property)
            for fact in listed
        },
        entities={id: _entity(side, id) for id in named},
        companies={id: company for id in named if (company := side.company(id))},
        origins=_origins(side, references, sources),
        sources=sources,
        proofs=side.records(fact.id for fact in listed),
        judgements={
            name: one for slug in companies for name, one in side.judgements(slug).items()
        },
    )


def _sources(side: Side, references: Iterable[Reference]) -> dict[str, Source]:
    named = sorted({one.source for one in references})
    side.files.fetch(Role.SOURCE.value.format(id) for id in named)
    return {id: side.source(id) or Source(id, SourceType.WEBPAGE) for id in named}


def _origins(
    side: Side, references: Iterable[Reference], sources: Mapping[str, Source]
) -> dict[str, Origin]:
    """The roots of reporting that passages and their sources draw on."""
    known = side.origins or {}
    named = {one.origin for one in references}.union(
        *(source.origins for source in sources.values())
    )
    return {
        id: known.get(id) or Origin(id, id, OriginKind.UNKNOWN)
        for id in sorted(named - {""})
    }


def _named_in(claim: Claim) -> Iterator[str]:
    yield from (name.entity for _, name in names_in(claim.value))
    yield from speakers_of(claim)


def _entity(side: Side, id: str) -> Entity:
    """Something that facts name; by its id where nobody knows its name."""
    company, known = side.company(id), side.entities or {}
    name = company.name if company else id
    return known.get(id) or Entity(id, name, EntityKind.ORGANISATION)


def _stand_in(id: str) -> Property:
    return Property(id, id, Field(TEXT), None)


def sources_naming(side: Side, origins: Iterable[str]) -> Iterator[str]:
    """The sources that draw on one of some origins."""
    wanted = {*origins}
    files = side.files.layout[Role.SOURCE] if wanted else ()
    side.files.fetch(file.path for file in files)
    for file in files:
        if any(id in (side.files.text(file.path) or "") for id in wanted):
            source = side.source(file.id)
            if source and wanted & {*source.origins}:
                yield file.id
