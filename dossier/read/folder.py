"""The content folder as a whole: its files in the order in which they can be understood."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dossier.model.companies import Company, Timeline
from dossier.model.content import ALL, Content, Kind, SitePage
from dossier.model.entities import Entity, EntityKind
from dossier.model.errors import DossierError
from dossier.model.facts import Fact
from dossier.model.findings import Finding
from dossier.model.places import Position
from dossier.model.prose import NO_PROSE, Prose
from dossier.model.sources import Source
from dossier.read.collect import Findings, Refused
from dossier.read.companies import read_company, read_timeline
from dossier.read.corrections import Corrections, read_corrections
from dossier.read.facts import FactFile, read_facts
from dossier.read.files import list_files, read_text
from dossier.read.frontmatter import split_front_matter
from dossier.read.layout import ContentFile, Layout, Role, sort_files
from dossier.read.pages import read_page
from dossier.read.prose import parse_prose
from dossier.read.registry import read_entities, read_properties
from dossier.read.shapes import Spot
from dossier.read.sources import read_origins, read_source
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
    folder = _open(root, out)
    content = folder.read()
    return Reading(content, out.in_order())


def read_sources(root: Path) -> Reading:
    """The sources and origins of a content folder alone. Raises DossierError where there is none."""
    out = Findings()
    folder = _open(root, out)
    return Reading(folder.read_sources(), out.in_order())


def _open(root: Path, out: Findings) -> "_Folder":
    if root.is_symlink() or not root.is_dir():
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
        origins = self._register(Role.ORIGINS, Kind.ORIGIN, read_origins)
        sources = {file.id: source for file in self.files[Role.SOURCE] if (source := self._source(file))}
        unread_properties = frozenset(id for kind, id in self.unread if kind is Kind.PROPERTY)
        companies = {
            file.id: company
            for file in self.files[Role.COMPANY]
            if (company := self._company(file, FactFile(file.id, "", properties, unread_properties)))
        }
        self._refuse_orphans()
        pages = {
            file.id: page
            for file in self.files[Role.PAGE]
            if (page := _read_front_matter(self.root, file, read_page, self.out))
        }
        everyone = self._with_companies(entities, companies)
        corrections = self._corrections()
        return Content(
            properties=properties,
            entities=everyone,
            origins=origins,
            sources=sources,
            companies=companies,
            pages=pages,
            source_errors=corrections.sources,
            own_errors=corrections.ours,
            unread=frozenset(self.unread),
        )

    def read_sources(self) -> Content:
        """What no fact is needed for."""
        origins = self._register(Role.ORIGINS, Kind.ORIGIN, read_origins)
        sources = {file.id: source for file in self.files[Role.SOURCE] if (source := self._source(file))}
        return Content(origins=origins, sources=sources, unread=frozenset(self.unread))

    def _corrections(self) -> Corrections:
        """The corrections; a site may have none."""
        node = self._node(Role.CORRECTIONS.value) if self.files[Role.CORRECTIONS] else None
        found = self._attempt(lambda: read_corrections(node, self._spot())) if node else None
        return found or Corrections()

    def _register(self, role: Role, kind: Kind, read: Callable[[Node, Spot], Mapping[str, T]]) -> Mapping[str, T]:
        """A file that is a map of records: properties, entities, origins."""
        if not self.files[role]:
            self.out.add(Position(role.value), "R009", f"the file is missing; expected {role.value}.")
        node = self._node(role.value) if self.files[role] else None
        found = self._attempt(lambda: read(node, self._spot())) if node else None
        if found is None or not isinstance(node, MappingNode):
            self.unread.add((kind, ALL))
            return {}
        self.unread |= {(kind, id) for id in node.pairs if id not in found}
        return dict(sorted(found.items()))

    def _source(self, file: ContentFile) -> Source | None:
        source = _read_front_matter(self.root, file, read_source, self.out)
        if not source:
            self.unread.add((Kind.SOURCE, file.id))
        return source

    def _company(self, file: ContentFile, facts: FactFile) -> Company | None:
        node = self._node(file.path)
        fields = self._attempt(lambda: read_company(file.id, node, self._spot())) if node else None
        if fields is None:
            self.unread |= {(Kind.COMPANY, file.id), (Kind.FACT, f"{file.id}/{ALL}")}
            return None
        return Company(
            slug=file.id,
            overview=self._overview(file.id),
            facts=tuple(fact for item in self.by_company[Role.FACTS, file.id] for fact in self._facts(item, facts)),
            timelines=tuple(found for item in self.by_company[Role.TIMELINE, file.id] if (found := self._timeline(item))),
            **fields,
        )

    def _overview(self, slug: str) -> Prose:
        for file in self.by_company[Role.OVERVIEW, slug]:
            text = read_text(self.root, file.path, self.out)
            return parse_prose(text, file.path, 1, slug, self.out) if text is not None else NO_PROSE
        return NO_PROSE

    def _facts(self, file: ContentFile, common: FactFile) -> tuple[Fact, ...]:
        node = self._node(file.path)
        section = FactFile(common.company, file.id, common.properties, common.unread_properties)
        facts = self._attempt(lambda: read_facts(node, section, self._spot())) if node else None
        if facts is None or not isinstance(node, MappingNode):
            self.unread.add((Kind.FACT, f"{common.company}/{ALL}"))
            return ()
        read = {fact.id.fact for fact in facts}
        self.unread |= {(Kind.FACT, f"{common.company}/{id}") for id in node.pairs if id not in read}
        return facts

    def _timeline(self, file: ContentFile) -> Timeline | None:
        node = self._node(file.path)
        return self._attempt(lambda: read_timeline(file.id, file.ids[0], node, self._spot())) if node else None

    def _refuse_orphans(self) -> None:
        """A folder below companies/ without its company.yaml."""
        have = {file.id for file in self.files[Role.COMPANY]}
        for slug in sorted({slug for _, slug in self.by_company} - have):
            path = Role.COMPANY.value.format(slug)
            self.out.add(Position(path), "R009", f"the file is missing; the folder of {slug} needs it.")
            self.unread |= {(Kind.COMPANY, slug), (Kind.FACT, f"{slug}/{ALL}")}

    def _with_companies(self, entities: Mapping[str, Entity], companies: Mapping[str, Company]) -> dict[str, Entity]:
        """All entities, each company under its slug among them."""
        everyone = dict(entities)
        for slug, company in companies.items():
            if slug in entities:
                other = f"Delete it from {Role.ENTITIES.value}; a company with a dossier is an entity already."
                self.out.add(entities[slug].at.position, "L006", f"{slug!r} is the slug of a company. {other}")
            everyone[slug] = Entity(slug, company.name, EntityKind.ORGANISATION, company.same_as, company.at)
        return dict(sorted(everyone.items()))

    def _node(self, path: str) -> Node | None:
        text = read_text(self.root, path, self.out)
        return parse_yaml(path, text, self.out) if text is not None else None

    def _spot(self) -> Spot:
        return Spot("", self.out)

    def _attempt(self, read: Callable[[], T]) -> T | None:
        return _attempt(read, self.out)


def read_site_page(root: Path, name: str, out: Findings) -> SitePage | None:
    """One page of `pages/` by its file name; None, with findings, where it cannot be read."""
    files = sort_files((f"pages/{name}",), out)[Role.PAGE]
    return _read_front_matter(root, files[0], read_page, out) if files else None


def _read_front_matter(
    root: Path, file: ContentFile, read: Callable[[str, Node, str, int, Spot], T], out: Findings
) -> T | None:
    """A Markdown file with front matter; None, and a finding, where it cannot be had."""
    text = read_text(root, file.path, out)
    parts = split_front_matter(file.path, text, out) if text is not None else None
    node = parse_yaml(file.path, parts.yaml, out, parts.yaml_line) if parts else None
    if parts is None or node is None:
        return None
    return _attempt(lambda: read(file.id, node, parts.body, parts.body_line, Spot("", out)), out)


def _attempt(read: Callable[[], T], out: Findings) -> T | None:
    """What `read` returns; None, and a finding, where the top of a file is not what it must be."""
    try:
        return read()
    except Refused as refused:
        out.note(refused)
        return None
