"""The content folder as a whole: its files in the order in which they can be understood."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from dossier.collect import Findings
from dossier.mapping import Mapped, one_by_one
from dossier.model.borrowing import Lender, borrows
from dossier.model.companies import Company
from dossier.model.content import ALL, Content, SitePage
from dossier.model.entities import Entity, EntityKind
from dossier.model.errors import DossierError
from dossier.model.facts import Fact, FactId
from dossier.model.findings import Finding, has_errors
from dossier.model.kinds import RecordKind
from dossier.model.languages import Table
from dossier.model.places import Position
from dossier.model.proofs import Records
from dossier.model.sharing import as_recorded
from dossier.model.sources import Origin
from dossier.model.values import Property
from dossier.read.corrections import Corrections, read_corrections
from dossier.read.languages import read_language
from dossier.read.layout import ContentFile, Layout, Role
from dossier.read.lots import Basis, Lot, lots_of, read_lot, together
from dossier.read.places import read_places
from dossier.read.reader import Read, RecordReader
from dossier.read.registry import read_entities, read_properties
from dossier.read.sources import read_origins
from dossier.read.territories import territories
from dossier.read.texts import texts_of_files, texts_of_folder
from dossier.yaml.nodes import MappingNode

T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """What was read, and what was found wrong with it."""

    content: Content
    findings: tuple[Finding, ...]


def read_content(root: Path, mapped: Mapped = one_by_one) -> Reading:
    """Read a content folder; `mapped` has companies and sources read, some at a time.

    Raises DossierError where there is none; all else is in the findings.
    """
    out = Findings()
    content = _open(root, out, mapped).read()
    return Reading(content, out.in_order())


def read_sources(root: Path) -> Reading:
    """The sources and origins of a content folder alone. Raises DossierError where there is
    none.
    """
    out = Findings()
    content = _open(root, out).read_sources()
    return Reading(content, out.in_order())


def _open(root: Path, out: Findings, mapped: Mapped = one_by_one) -> "_Folder":
    if not root.is_dir() or root.is_symlink():
        raise DossierError(
            f"{root} is not a folder; expected the content folder. Run this in the folder of"
            " a site, or name its content; `dossier init` begins a site."
        )
    return _Folder(root, RecordReader(texts_of_folder(root, out)), mapped)


class _Folder:
    """Reads all records of one folder and keeps count of the ids that could not be read."""

    def __init__(self, root: Path, reader: RecordReader, mapped: Mapped) -> None:
        self.root, self.reader, self.mapped = root, reader, mapped
        self.files, self.out = reader.texts.layout, reader.out
        self.unread: set[tuple[RecordKind, str]] = set()

    def read(self) -> Content:
        properties = self._register(Role.PROPERTIES, RecordKind.PROPERTY, read_properties)
        entities = self._register(Role.ENTITIES, RecordKind.ENTITY, read_entities)
        places = (
            self._register(Role.PLACES, RecordKind.PLACE, read_places)
            if self.files[Role.PLACES]
            else {}
        )
        origins = self._origins()
        lot = self._in_lots(self.files, properties)
        self._require_companies(lot)
        proofs = self._proofs(lot)
        companies = _with_borrowed_dates(lot.companies, properties, proofs or {})
        pages, corrections = self._pages(), self._corrections()
        return Content(
            properties=properties,
            entities=self._with_companies(entities, companies),
            places=places,
            territories=territories(),
            origins=origins,
            sources=lot.sources,
            companies=companies,
            pages=pages,
            source_errors=corrections.sources,
            own_errors=corrections.ours,
            proofs=proofs,
            judgements=lot.judgements,
            languages=self._languages(),
            unread=frozenset(self.unread),
            is_whole=not has_errors(self.out.in_order()),
        )

    def read_sources(self) -> Content:
        """What needs no facts."""
        origins = self._origins()
        lot = self._in_lots({Role.SOURCE: self.files[Role.SOURCE]}, {})
        return Content(origins=origins, sources=lot.sources, unread=frozenset(self.unread))

    def _in_lots(self, layout: Layout, properties: Mapping[str, Property]) -> Lot:
        """All that companies and sources hold; what is wrong with them is noted."""
        basis = Basis(self.root, properties, frozenset(self.unread))
        lot = together([*self.mapped(read_lot, basis, lots_of(layout))])
        self.out.take(lot.out)
        self.unread |= lot.unread
        return lot

    def _require_companies(self, lot: Lot) -> None:
        if not lot.companies:
            self.out.add(
                Position("companies"),
                "R009",
                f"there is no company. Add {Role.COMPANY.value.format('<id>')}.",
            )

    def _origins(self) -> Mapping[str, Origin]:
        return self._register(Role.ORIGINS, RecordKind.ORIGIN, read_origins)

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

    def _proofs(self, lot: Lot) -> Records | None:
        """What was proved; None where nothing was recorded yet."""
        for file in self.files[Role.OLD_PROOFS]:
            self.out.add(
                Position(file.path),
                "R010",
                "the records of all companies stand here. Run `dossier fmt`.",
            )
        return lot.proofs if self.files[Role.PROOFS] else None

    def _languages(self) -> Mapping[str, Table]:
        """The words of languages that the site brings."""
        found = {
            file.id: self.reader.of_file(file.path, read_language)
            for file in self.files[Role.LANGUAGE]
        }
        return {id: table for id, table in sorted(found.items()) if table}

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
    companies: Mapping[str, Company], properties: Mapping[str, Property], proofs: Records
) -> Mapping[str, Company]:
    """The companies, whose facts have the dates that they take from others; their quotes
    then support what is on record.
    """
    facts: dict[FactId, Fact] = {}
    for company in companies.values():
        for fact in company.facts:
            facts.setdefault(fact.id, fact)
    lender = Lender(facts.get, properties)
    return {
        slug: replace(
            company,
            facts=tuple(
                as_recorded(lender.dated(one), proofs) if borrows(one) else one
                for one in company.facts
            ),
        )
        for slug, company in companies.items()
    }


def read_site_page(root: Path, name: str, out: Findings) -> SitePage | None:
    """One page of `pages/` by its file name; None, with findings, where anything is wrong
    with it.
    """
    reader = RecordReader(texts_of_files(root, (f"pages/{name}",), out))
    page = next(map(reader.page, reader.texts.layout[Role.PAGE]), None)
    return None if has_errors(out.in_order()) else page
