"""The content folder as a whole: its files in the order in which they can be understood."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from dossier.collect import Findings
from dossier.model.borrowing import Lender
from dossier.model.companies import Company, Timeline
from dossier.model.content import ALL, Content, SitePage, was_unread
from dossier.model.entities import Entity, EntityKind
from dossier.model.errors import DossierError
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding, has_errors
from dossier.model.judgements import Judgements
from dossier.model.kinds import RecordKind
from dossier.model.languages import Table
from dossier.model.places import Place, Position
from dossier.model.proofs import Records
from dossier.model.prose import NO_PROSE, Prose
from dossier.model.sharing import as_recorded_in
from dossier.model.sources import Origin, Source
from dossier.model.values import Property
from dossier.read.corrections import Corrections, read_corrections
from dossier.read.facts import FactFile, read_facts
from dossier.read.fiscal import calendar_of
from dossier.read.languages import read_language
from dossier.read.layout import ContentFile, Role
from dossier.read.places import read_places
from dossier.read.prose import parse_prose
from dossier.read.reader import Read, RecordReader
from dossier.read.registry import read_entities, read_properties
from dossier.read.shapes import Spot
from dossier.read.sources import read_origins
from dossier.read.spreading import TOP, note_unused
from dossier.read.territories import territories
from dossier.read.texts import texts_of_files, texts_of_folder
from dossier.read.wording import worded
from dossier.yaml.nodes import MappingNode, Node

T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """What was read, and what was found wrong with it."""

    content: Content
    findings: tuple[Finding, ...]


def read_content(root: Path) -> Reading:
    """Read a content folder. Raises DossierError where there is none; all else is in the
    findings.
    """
    out = Findings()
    content = _open(root, out).read()
    return Reading(content, out.in_order())


def read_sources(root: Path) -> Reading:
    """The sources and origins of a content folder alone. Raises DossierError where there is
    none.
    """
    out = Findings()
    content = _open(root, out).read_sources()
    return Reading(content, out.in_order())


def _open(root: Path, out: Findings) -> "_Folder":
    if not root.is_dir() or root.is_symlink():
        raise DossierError(f"{root} is not a folder; expected the content folder.")
    return _Folder(RecordReader(texts_of_folder(root, out)))


class _Folder:
    """Reads all records of one folder and keeps count of the ids that could not be read."""

    def __init__(self, reader: RecordReader) -> None:
        self.reader, self.files, self.out = reader, reader.texts.layout, reader.out
        self.unread: set[tuple[RecordKind, str]] = set()
        self.by_company: dict[tuple[Role, str], list[ContentFile]] = defaultdict(list)
        for role in (Role.OVERVIEW, Role.FACTS, Role.TIMELINE):
            for file in self.files[role]:
                self.by_company[role, file.ids[0]].append(file)

    def read(self) -> Content:
        properties = self._register(Role.PROPERTIES, RecordKind.PROPERTY, read_properties)
        entities = self._register(Role.ENTITIES, RecordKind.ENTITY, read_entities)
        places = (
            self._register(Role.PLACES, RecordKind.PLACE, read_places)
            if self.files[Role.PLACES]
            else {}
        )
        origins, sources = self._origins(), self._sources()
        companies = _with_borrowed_dates(self._companies(properties), properties)
        pages, corrections, proofs = self._pages(), self._corrections(), self._proofs()
        content = Content(
            properties=properties,
            entities=self._with_companies(entities, companies),
            places=places,
            territories=territories(),
            origins=origins,
            sources=sources,
            companies=companies,
            pages=pages,
            source_errors=corrections.sources,
            own_errors=corrections.ours,
            proofs=proofs,
            judgements=self._judgements(),
            languages=self._languages(),
            unread=frozenset(self.unread),
            is_whole=not has_errors(self.out.in_order()),
        )
        return as_recorded_in(content)

    def read_sources(self) -> Content:
        """What needs no facts."""
        origins, sources = self._origins(), self._sources()
        return Content(origins=origins, sources=sources, unread=frozenset(self.unread))

    def _origins(self) -> Mapping[str, Origin]:
        return self._register(Role.ORIGINS, RecordKind.ORIGIN, read_origins)

    def _sources(self) -> dict[str, Source]:
        return self._each(Role.SOURCE, RecordKind.SOURCE, self.reader.source)

    def _pages(self) -> dict[str, SitePage]:
        return self._each(Role.PAGE, RecordKind.PAGE, self.reader.page)

    def _each(
        self, role: Role, kind: RecordKind, read: Callable[[ContentFile], T | None]
    ) -> dict[str, T]:
        """The records that have a file each, by id."""
        found = {file.id: read(file) for file in self.files[role]}
        self.unread |= {(kind, id) for id, record in found.items() if record is None}
        return {id: record for id, record in sorted(found.items()) if record is not None}

    def _corrections(self) -> Corrections:
        """The corrections; a site may have none."""
        return (
            self.reader.register(Role.CORRECTIONS, read_corrections).found or Corrections()
        )

    def _register(
        self, role: Role, kind: RecordKind, read: Read[Mapping[str, T]]
    ) -> Mapping[str, T]:
        """A map of records, in a file or several: properties, entities, origins."""
        if not self.files[role]:
            self.out.add(
                Position(role.value),
                "R009",
                "the file is missing. Add it; it may be empty.",
            )
        register = self.reader.register(role, read)
        if not register.is_whole:
            self.unread.add((kind, ALL))
        if register.found is None or not isinstance(register.node, MappingNode):
            self.unread.add((kind, ALL))
            return {}
        self.unread |= {
            (kind, id) for id in register.node.pairs if id not in register.found
        }
        return dict(sorted(register.found.items()))

    def _proofs(self) -> Records | None:
        """What was proved; None where nothing was recorded yet."""
        for file in self.files[Role.OLD_PROOFS]:
            self.out.add(
                Position(file.path),
                "R010",
                "the records of all companies stand here. Run `dossier fmt`.",
            )
        return (
            self._by_fact(Role.PROOFS, RecordKind.PROOFS, self.reader.proofs)
            if self.files[Role.PROOFS]
            else None
        )

    def _judgements(self) -> Judgements:
        """What people have read of all companies."""
        return self._by_fact(Role.JUDGEMENTS, RecordKind.JUDGEMENTS, self.reader.judgements)

    def _by_fact(
        self, role: Role, kind: RecordKind, read: Callable[[str], Mapping[str, T] | None]
    ) -> dict[str, T]:
        """What each company has in a file of its own about its facts, by their whole ids."""
        found: dict[str, T] = {}
        for file in self.files[role]:
            listed = read(file.id)
            if listed is None:
                self.unread.add((kind, file.id))
            found |= listed or {}
        return found

    def _languages(self) -> Mapping[str, Table]:
        """The words of languages that the site brings."""
        found = {
            file.id: self.reader.of_file(file.path, read_language)
            for file in self.files[Role.LANGUAGE]
        }
        return {id: table for id, table in sorted(found.items()) if table}

    def _companies(self, properties: Mapping[str, Property]) -> dict[str, Company]:
        """Every company that has a folder, even where its own file is missing: the other
        files are read all the same.
        """
        files = {file.id: file for file in self.files[Role.COMPANY]}
        slugs = files.keys() | {slug for _, slug in self.by_company}
        if not slugs:
            self.out.add(
                Position("companies"),
                "R009",
                f"there is no company. Add {Role.COMPANY.value.format('<id>')}.",
            )
        return {
            slug: self._company(slug, files.get(slug), properties) for slug in sorted(slugs)
        }

    def _company(
        self, slug: str, file: ContentFile | None, properties: Mapping[str, Property]
    ) -> Company:
        own = self._own_file(slug, file)
        nameless = Company(
            slug, "", {}, at=Place(Position(Role.COMPANY.value.format(slug)))
        )
        company = replace(
            own or nameless,
            overview=self._overview(slug),
            facts=self._every_fact(slug, properties, own),
            timelines=tuple(
                found
                for item in self.by_company[Role.TIMELINE, slug]
                if (found := self._timeline(item))
            ),
        )
        return worded(company)

    def _every_fact(
        self,
        slug: str,
        properties: Mapping[str, Property],
        company: Company | None,
    ) -> tuple[Fact, ...]:
        may_be_unread, fiscal = (
            partial(was_unread, self.unread, RecordKind.PROPERTY),
            calendar_of(slug, company),
        )
        files = self.by_company[Role.FACTS, slug]
        commons = (
            FactFile(slug, file.id, properties, may_be_unread, fiscal) for file in files
        )
        return tuple(
            fact
            for file, common in zip(files, commons, strict=True)
            for fact in self._facts(file, common)
        )

    def _own_file(self, slug: str, file: ContentFile | None) -> Company | None:
        if file is None:
            position = Position(Role.COMPANY.value.format(slug))
            self.out.add(
                position,
                "R009",
                f"the file is missing. The folder of {slug} needs it, for the name.",
            )
        company = self.reader.company(slug)
        if company is None:
            self.unread.add((RecordKind.COMPANY, slug))
        return company

    def _overview(self, slug: str) -> Prose:
        for file in self.by_company[Role.OVERVIEW, slug]:
            text = self.reader.texts.text(file.path)
            return (
                parse_prose(text, file.path, 1, slug, self.out)
                if text is not None
                else NO_PROSE
            )
        return NO_PROSE

    def _facts(self, file: ContentFile, common: FactFile) -> tuple[Fact, ...]:
        slug = common.company
        node = self.reader.node(file.path)
        facts = self.reader.of_node(node, lambda node, spot: _read_file(node, common, spot))
        if facts is None or not isinstance(node, MappingNode):
            self.unread.add((RecordKind.FACT, f"{slug}/{ALL}"))
            return ()
        read = {fact.id.fact for fact in facts}
        self.unread |= {
            (RecordKind.FACT, f"{slug}/{id}") for id in node.pairs if id not in {*read, TOP}
        }
        return facts

    def _timeline(self, file: ContentFile) -> Timeline | None:
        timeline = self.reader.timeline(file)
        if not timeline:
            self.unread.add((RecordKind.TIMELINE, "/".join(file.ids)))
        return timeline

    def _with_companies(
        self, entities: Mapping[str, Entity], companies: Mapping[str, Company]
    ) -> dict[str, Entity]:
        """All entities, each company under its slug among them."""
        everyone = dict(entities)
        for slug, company in companies.items():
            if slug in entities:
                other = (
                    f"Delete it from {entities[slug].at.position.path}: a company with a"
                    " dossier is an entity already."
                )
                self.out.add(
                    entities[slug].at.position,
                    "L006",
                    f"{slug!r} is the id of a company. {other}",
                )
            names = company.also_known_as
            everyone[slug] = Entity(
                slug,
                company.name,
                EntityKind.ORGANISATION,
                company.same_as,
                names,
                at=company.at,
            )
        return dict(sorted(everyone.items()))


def _with_borrowed_dates(
    companies: dict[str, Company], properties: Mapping[str, Property]
) -> dict[str, Company]:
    """The companies, whose facts have the dates that they take from others."""
    facts: dict[FactId, Fact] = {}
    for company in companies.values():
        for fact in company.facts:
            facts.setdefault(fact.id, fact)
    lender = Lender(facts.get, properties)
    return {
        slug: replace(company, facts=tuple(map(lender.dated, company.facts)))
        for slug, company in companies.items()
    }


def read_site_page(root: Path, name: str, out: Findings) -> SitePage | None:
    """One page of `pages/` by its file name; None, with findings, where anything is wrong
    with it.
    """
    reader = RecordReader(texts_of_files(root, (f"pages/{name}",), out))
    page = next(map(reader.page, reader.texts.layout[Role.PAGE]), None)
    return None if has_errors(out.in_order()) else page


def _read_file(node: Node, common: FactFile, spot: Spot) -> tuple[Fact, ...]:
    """The facts of a whole file, of which every default must be of use."""
    note_unused(node, spot)
    return read_facts(node, common, spot)
