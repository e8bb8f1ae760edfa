"""The files of companies and sources, some at a time: what they need of the rest is known
before, so any process may read them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from dossier.collect import Findings
from dossier.mapping import in_groups
from dossier.model.borrowing import borrows
from dossier.model.companies import Company, Timeline
from dossier.model.content import ALL, was_unread
from dossier.model.facts import Fact
from dossier.model.judgements import Judgement, Judgements
from dossier.model.kinds import RecordKind
from dossier.model.places import Position, place_at
from dossier.model.proofs import Record, Records
from dossier.model.prose import NO_PROSE, Prose
from dossier.model.sharing import as_recorded
from dossier.model.sources import Source
from dossier.model.values import Property
from dossier.read.facts import FactFile, read_facts
from dossier.read.fiscal import calendar_of
from dossier.read.layout import ContentFile, Layout, Role
from dossier.read.prose import parse_prose
from dossier.read.reader import RecordReader
from dossier.read.shapes import Spot
from dossier.read.spreading import TOP, note_unused
from dossier.read.texts import texts_of_files
from dossier.read.wording import worded
from dossier.yaml.nodes import MappingNode, Node

T = TypeVar("T")
Paths = tuple[str, ...]
OF_A_COMPANY = (
    Role.COMPANY,
    Role.OVERVIEW,
    Role.FACTS,
    Role.TIMELINE,
    Role.PROOFS,
    Role.JUDGEMENTS,
)
LEAST, MOST = 32, 200
"""Files of a lot: so many that to begin it costs little beside reading them, and so few
that nobody waits for another; what is in all of them, such as the names of keys, is in
memory once for each lot.
"""
LOTS = 32
"""Into so many the files are parted where each has neither more nor fewer than that."""


@dataclass(frozen=True)
class Basis:
    """What is known before the companies are read."""

    root: Path
    properties: Mapping[str, Property]
    unread: frozenset[tuple[RecordKind, str]]


@dataclass(frozen=True)
class Lot:
    """What some files hold, and what is wrong with them."""

    companies: Mapping[str, Company]
    sources: Mapping[str, Source]
    proofs: Records
    judgements: Judgements
    unread: frozenset[tuple[RecordKind, str]]
    out: Findings


def lots_of(layout: Layout) -> tuple[Paths, ...]:
    """All files of companies and sources, in lots; those of a company are in one."""
    whole = [*_by_company(layout).values(), *((file.path,) for file in layout[Role.SOURCE])]
    files = sum(map(len, whole))
    most = min(MOST, max(LEAST, files // LOTS))
    return tuple(
        tuple(path for paths in group for path in paths)
        for group in in_groups(whole, len, most)
    )


def _by_company(layout: Layout) -> Mapping[str, Paths]:
    found: dict[str, list[str]] = defaultdict(list)
    for role in OF_A_COMPANY:
        for file in layout.get(role, ()):
            found[file.ids[0]].append(file.path)
    return {slug: tuple(paths) for slug, paths in sorted(found.items())}


def together(lots: Iterable[Lot]) -> Lot:
    """What several hold, companies and sources in the order of their ids."""
    companies: dict[str, Company] = {}
    sources: dict[str, Source] = {}
    proofs: dict[str, tuple[Record, ...]] = {}
    judgements: dict[str, tuple[Judgement, ...]] = {}
    unread: set[tuple[RecordKind, str]] = set()
    out = Findings()
    for one in lots:
        companies |= one.companies
        sources |= one.sources
        proofs |= one.proofs
        judgements |= one.judgements
        unread |= one.unread
        out.take(one.out)
    return Lot(
        dict(sorted(companies.items())),
        dict(sorted(sources.items())),
        proofs,
        judgements,
        frozenset(unread),
        out,
    )


def read_lot(basis: Basis, paths: Paths) -> Lot:
    """What some files hold."""
    return _LotReader(basis, paths).read()


class _LotReader:
    """Reads the files of a lot, and keeps count of the ids that could not be read."""

    def __init__(self, basis: Basis, paths: Paths) -> None:
        self.basis, self.out = basis, Findings()
        self.reader = RecordReader(texts_of_files(basis.root, paths, self.out))
        self.files = self.reader.texts.layout
        self.unread: set[tuple[RecordKind, str]] = set()
        self.by_company: dict[tuple[Role, str], list[ContentFile]] = defaultdict(list)
        for role in (Role.OVERVIEW, Role.FACTS, Role.TIMELINE):
            for file in self.files[role]:
                self.by_company[role, file.ids[0]].append(file)

    def read(self) -> Lot:
        proofs = self._by_fact(Role.PROOFS, RecordKind.PROOFS, self.reader.proofs)
        judgements = self._by_fact(
            Role.JUDGEMENTS, RecordKind.JUDGEMENTS, self.reader.judgements
        )
        return Lot(
            {slug: _recorded(one, proofs) for slug, one in self._companies().items()},
            self._sources(),
            proofs,
            judgements,
            frozenset(self.unread),
            self.out,
        )

    def _sources(self) -> dict[str, Source]:
        found = {file.id: self.reader.source(file) for file in self.files[Role.SOURCE]}
        self.unread |= {(RecordKind.SOURCE, id) for id, one in found.items() if one is None}
        return {id: one for id, one in found.items() if one is not None}

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

    def _companies(self) -> dict[str, Company]:
        """Every company that has a folder, even where its own file is missing: the other
        files are read all the same.
        """
        files = {file.id: file for file in self.files[Role.COMPANY]}
        slugs = files.keys() | {slug for _, slug in self.by_company}
        return {slug: self._company(slug, files.get(slug)) for slug in sorted(slugs)}

    def _company(self, slug: str, file: ContentFile | None) -> Company:
        own = self._own_file(slug, file)
        nameless = Company(
            slug, "", {}, at=place_at(Position(Role.COMPANY.value.format(slug)))
        )
        company = replace(
            own or nameless,
            overview=self._overview(slug),
            facts=tuple(self._every_fact(slug, own)),
            timelines=tuple(
                found
                for item in self.by_company[Role.TIMELINE, slug]
                if (found := self._timeline(item))
            ),
        )
        return worded(company)

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

    def _every_fact(self, slug: str, company: Company | None) -> Iterator[Fact]:
        may_be_unread = partial(was_unread, self.basis.unread, RecordKind.PROPERTY)
        fiscal = calendar_of(slug, company)
        for file in self.by_company[Role.FACTS, slug]:
            common = FactFile(slug, file.id, self.basis.properties, may_be_unread, fiscal)
            yield from self._facts(file, common)

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


def _read_file(node: Node, common: FactFile, spot: Spot) -> tuple[Fact, ...]:
    """The facts of a whole file, of which every default must be of use."""
    note_unused(node, spot)
    return read_facts(node, common, spot)


def _recorded(company: Company, proofs: Records) -> Company:
    """A company whose quotes support what is on record. Facts that borrow dates are left as
    they are: what they say is known only beside all others.
    """
    facts = (one if borrows(one) else as_recorded(one, proofs) for one in company.facts)
    return replace(company, facts=tuple(facts))
