"""The content folder as a whole: its files in the order in which they can be understood."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from dossier.model.companies import Company, Timeline
from dossier.model.content import ALL, Content, SitePage, was_unread
from dossier.model.entities import Entity, EntityKind
from dossier.model.errors import DossierError
from dossier.model.facts import Fact
from dossier.model.findings import Finding, has_errors
from dossier.model.judgements import Judgement, Judgements
from dossier.model.kinds import Kind
from dossier.model.languages import Table
from dossier.model.places import Place, Position
from dossier.model.proofs import Record, Records
from dossier.model.prose import NO_PROSE, Prose
from dossier.model.sources import Body, Origin, Source
from dossier.model.values import Property
from dossier.read.collect import Findings, Refused
from dossier.read.companies import read_company, read_timeline
from dossier.read.corrections import Corrections, read_corrections
from dossier.read.facts import FactFile, read_facts
from dossier.read.files import list_files, read_text
from dossier.read.fiscal import calendar_of
from dossier.read.frontmatter import split_front_matter
from dossier.read.joining import join
from dossier.read.judgements import read_judgements
from dossier.read.languages import read_language
from dossier.read.layout import ContentFile, Layout, Role, sort_files
from dossier.read.pages import read_page
from dossier.read.places import read_places
from dossier.read.proofs import read_proofs
from dossier.read.prose import parse_prose
from dossier.read.registry import read_entities, read_properties
from dossier.read.shapes import Spot
from dossier.read.sources import read_origins, read_source
from dossier.read.spreading import TOP
from dossier.read.territories import territories
from dossier.read.yaml import MappingNode, Node, parse_yaml

T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """What was read, and what was found wrong with it."""

    content: Content
    findings: tuple[Finding, ...]


def read_content(root: Path) -> Reading:
    """Read a content folder. Raises DossierError where there is none; all else is in the findings."""
    out = Findings()
    content = _open(root, out).read()
    return Reading(content, out.in_order())


def read_sources(root: Path) -> Reading:
    """The sources and origins of a content folder alone. Raises DossierError where there is none."""
    out = Findings()
    content = _open(root, out).read_sources()
    return Reading(content, out.in_order())


def _open(root: Path, out: Findings) -> "_Folder":
    if not root.is_dir() or root.is_symlink():
        raise DossierError(f"{root} is not a folder; expected the content folder.")
    return _Folder(root, sort_files(list_files(root, out), out), out)


class _Folder:
    """Reads the files of one folder and keeps count of the ids that could not be read."""

    def __init__(self, root: Path, files: Layout, out: Findings) -> None:
        self.root, self.files, self.out = root, files, out
        self.unread: set[tuple[Kind, str]] = set()
        self.by_company: dict[tuple[Role, str], list[ContentFile]] = defaultdict(list)
        for role in (Role.OVERVIEW, Role.FACTS, Role.TIMELINE):
            for file in files[role]:
                self.by_company[role, file.ids[0]].append(file)

    def read(self) -> Content:
        properties = self._register(Role.PROPERTIES, Kind.PROPERTY, read_properties)
        entities = self._register(Role.ENTITIES, Kind.ENTITY, read_entities)
        places = self._register(Role.PLACES, Kind.PLACE, read_places) if self.files[Role.PLACES] else {}
        origins, sources = self._origins(), self._sources()
        companies = self._companies(properties)
        pages = {file.id: page for file in self.files[Role.PAGE] if (page := self._page(file))}
        corrections, proofs = self._corrections(), self._proofs()
        return Content(
            properties=properties,
            entities=self._with_companies(entities, companies),
            places=places,
            territories=territories(),
            origins=origins,
            sources=sources,
            companies=companies,
            pages=dict(sorted(pages.items())),
            source_errors=corrections.sources,
            own_errors=corrections.ours,
            proofs=proofs,
            judgements=self._judgements(),
            languages=self._languages(),
            unread=frozenset(self.unread),
            is_whole=not has_errors(self.out.in_order()),
        )

    def read_sources(self) -> Content:
        """What needs no facts."""
        origins, sources = self._origins(), self._sources()
        return Content(origins=origins, sources=sources, unread=frozenset(self.unread))

    def _origins(self) -> Mapping[str, Origin]:
        return self._register(Role.ORIGINS, Kind.ORIGIN, read_origins)

    def _sources(self) -> dict[str, Source]:
        found = {file.id: source for file in self.files[Role.SOURCE] if (source := self._source(file))}
        return dict(sorted(found.items()))

    def _corrections(self) -> Corrections:
        """The corrections; a site may have none."""
        node = self._node(Role.CORRECTIONS.value) if self.files[Role.CORRECTIONS] else None
        found = self._attempt(lambda: read_corrections(node, self._spot())) if node else None
        return found or Corrections()

    def _register(self, role: Role, kind: Kind, read: Callable[[Node, Spot], Mapping[str, T]]) -> Mapping[str, T]:
        """A map of records, in a file or several: properties, entities, origins."""
        if not self.files[role]:
            self.out.add(Position(role.value), "R009", "the file is missing. Add it; it may be empty.")
        nodes = [node for file in self.files[role] if (node := self._node(file.path))]
        if len(nodes) < len(self.files[role]) or not nodes:
            self.unread.add((kind, ALL))
        node = join(nodes, self.out)
        found = self._attempt(lambda: read(node, self._spot())) if node else None
        if found is None or not isinstance(node, MappingNode):
            self.unread.add((kind, ALL))
            return {}
        self.unread |= {(kind, id) for id in node.pairs if id not in found}
        return dict(sorted(found.items()))

    def _proofs(self) -> Records | None:
        """What was proved; None where nothing was recorded yet."""
        for file in self.files[Role.OLD_PROOFS]:
            self.out.add(Position(file.path), "R010", "the records of all companies stand here. Run `dossier fmt`.")
        if not self.files[Role.PROOFS]:
            return None
        found: dict[str, tuple[Record, ...]] = {}
        for file in self.files[Role.PROOFS]:
            found |= self._records(file)
        return found

    def _records(self, file: ContentFile) -> Records:
        """What was proved of one company."""
        slug, node = file.id, self._node(file.path)
        records = self._attempt(lambda: read_proofs(slug, node, self._spot())) if node else None
        if records is None:
            self.unread.add((Kind.PROOFS, slug))
        return records or {}

    def _languages(self) -> Mapping[str, Table]:
        """The words of languages that the site brings."""
        found: dict[str, Table] = {}
        for file in self.files[Role.LANGUAGE]:
            node = self._node(file.path)
            table = self._attempt(partial(read_language, node, self._spot())) if node else None
            found |= {file.id: table} if table else {}
        return dict(sorted(found.items()))

    def _judgements(self) -> Judgements:
        """What people have read of all companies."""
        found: dict[str, tuple[Judgement, ...]] = {}
        for file in self.files[Role.JUDGEMENTS]:
            slug, node = file.id, self._node(file.path)
            listed = self._attempt(partial(read_judgements, slug, node, self._spot())) if node else None
            if listed is None:
                self.unread.add((Kind.JUDGEMENTS, slug))
            found |= listed or {}
        return found

    def _source(self, file: ContentFile) -> Source | None:
        source = self._front_matter(file, read_source)
        if not source:
            self.unread.add((Kind.SOURCE, file.id))
        return replace(source, text=self._body(file)) if source and source.body is Body.TEXT else source

    def _body(self, file: ContentFile) -> str:
        """What stands below the front matter of a file that has been read, as it is written."""
        text = read_text(self.root, file.path, Findings())
        parts = split_front_matter(file.path, text or "", Findings())
        return parts.body.strip("\n") + "\n" if parts else ""

    def _page(self, file: ContentFile) -> SitePage | None:
        page = self._front_matter(file, read_page)
        if not page:
            self.unread.add((Kind.PAGE, file.id))
        return page

    def _companies(self, properties: Mapping[str, Property]) -> dict[str, Company]:
        """Every company that has a folder, even where its own file is missing: the other files are read all the same."""
        files = {file.id: file for file in self.files[Role.COMPANY]}
        slugs = files.keys() | {slug for _, slug in self.by_company}
        if not slugs:
            self.out.add(Position("companies"), "R009", f"there is no company. Add {Role.COMPANY.value.format('<id>')}.")
        return {slug: self._company(slug, files.get(slug), properties) for slug in sorted(slugs)}

    def _company(self, slug: str, file: ContentFile | None, properties: Mapping[str, Property]) -> Company:
        fields = self._company_fields(slug, file)
        return Company(
            slug=slug,
            overview=self._overview(slug),
            facts=self._every_fact(slug, properties, fields),
            timelines=tuple(found for item in self.by_company[Role.TIMELINE, slug] if (found := self._timeline(item))),
            **(fields or {"name": "", "sections": {}, "at": Place(Position(Role.COMPANY.value.format(slug)))}),
        )

    def _every_fact(
        self, slug: str, properties: Mapping[str, Property], fields: Mapping[str, Any] | None
    ) -> tuple[Fact, ...]:
        may_be_unread, fiscal = partial(was_unread, self.unread, Kind.PROPERTY), calendar_of(slug, fields)
        files = self.by_company[Role.FACTS, slug]
        commons = (FactFile(slug, file.id, properties, may_be_unread, fiscal) for file in files)
        return tuple(fact for file, common in zip(files, commons, strict=True) for fact in self._facts(file, common))

    def _company_fields(self, slug: str, file: ContentFile | None) -> dict[str, Any] | None:
        path = Role.COMPANY.value.format(slug)
        if file is None:
            self.out.add(Position(path), "R009", f"the file is missing. The folder of {slug} needs it, for the name.")
        node = self._node(path) if file else None
        fields = self._attempt(lambda: read_company(slug, node, self._spot())) if node else None
        if fields is None:
            self.unread.add((Kind.COMPANY, slug))
        return fields

    def _overview(self, slug: str) -> Prose:
        for file in self.by_company[Role.OVERVIEW, slug]:
            text = read_text(self.root, file.path, self.out)
            return parse_prose(text, file.path, 1, slug, self.out) if text is not None else NO_PROSE
        return NO_PROSE

    def _facts(self, file: ContentFile, common: FactFile) -> tuple[Fact, ...]:
        slug = common.company
        node = self._node(file.path)
        facts = self._attempt(lambda: read_facts(node, common, self._spot())) if node else None
        if facts is None or not isinstance(node, MappingNode):
            self.unread.add((Kind.FACT, f"{slug}/{ALL}"))
            return ()
        read = {fact.id.fact for fact in facts}
        self.unread |= {(Kind.FACT, f"{slug}/{id}") for id in node.pairs if id not in {*read, TOP}}
        return facts

    def _timeline(self, file: ContentFile) -> Timeline | None:
        node = self._node(file.path)
        timeline = self._attempt(lambda: read_timeline(file.id, file.ids[0], node, self._spot())) if node else None
        if not timeline:
            self.unread.add((Kind.TIMELINE, "/".join(file.ids)))
        return timeline

    def _with_companies(self, entities: Mapping[str, Entity], companies: Mapping[str, Company]) -> dict[str, Entity]:
        """All entities, each company under its slug among them."""
        everyone = dict(entities)
        for slug, company in companies.items():
            if slug in entities:
                other = f"Delete it from {entities[slug].at.position.path}: a company with a dossier is an entity already."
                self.out.add(entities[slug].at.position, "L006", f"{slug!r} is the id of a company. {other}")
            names = company.also_known_as
            everyone[slug] = Entity(slug, company.name, EntityKind.ORGANISATION, company.same_as, names, at=company.at)
        return dict(sorted(everyone.items()))

    def _front_matter(self, file: ContentFile, read: Callable[[str, Node, Prose, Spot], T]) -> T | None:
        return _read_front_matter(self.root, file, read, self.out)

    def _node(self, path: str) -> Node | None:
        text = read_text(self.root, path, self.out)
        return parse_yaml(path, text, self.out) if text is not None else None

    def _spot(self) -> Spot:
        return Spot("", self.out)

    def _attempt(self, read: Callable[[], T]) -> T | None:
        return _attempt(read, self.out)


def read_site_page(root: Path, name: str, out: Findings) -> SitePage | None:
    """One page of `pages/` by its file name; None, with findings, where anything is wrong with it."""
    files = sort_files((f"pages/{name}",), out)[Role.PAGE]
    page = _read_front_matter(root, files[0], read_page, out) if files else None
    return None if has_errors(out.in_order()) else page


def _read_front_matter(
    root: Path, file: ContentFile, read: Callable[[str, Node, Prose, Spot], T], out: Findings
) -> T | None:
    """A Markdown file with front matter; None, and a finding, where it cannot be had."""
    text = read_text(root, file.path, out)
    parts = split_front_matter(file.path, text, out) if text is not None else None
    if parts is None:
        return None
    node = parse_yaml(file.path, parts.yaml, out, parts.yaml_line)
    prose = parse_prose(parts.body, file.path, parts.body_line, None, out)
    return _attempt(lambda: read(file.id, node, prose, Spot("", out)), out) if node else None


def _attempt(read: Callable[[], T], out: Findings) -> T | None:
    """What `read` returns; None, and a finding, where the top of a file is not what it must be."""
    try:
        return read()
    except Refused as refused:
        out.note(refused)
        return None
