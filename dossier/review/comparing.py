"""Two revisions to a report. Reads only what differs, and what it takes to judge that.

A file that has the same id on both sides says the same; of one that differs, only the facts
whose text differs are understood. A fact whose own text is the same can still stand
differently: when its source, the origins of its source, its property or the record of its
proofs changed. Those are found by the ids that stand in its text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from dossier.merge.agreement import merge_fact
from dossier.merge.changes import compare_facts
from dossier.model.changes import ChangeKind
from dossier.model.dossiers import MergedFact
from dossier.model.facts import FactId
from dossier.model.findings import OLD_FORMS
from dossier.model.values import meaning
from dossier.read.layout import Role
from dossier.read.memory import collected_later
from dossier.review.blocks import words_in
from dossier.review.files import Files, files_of_folder, files_of_revision
from dossier.review.git import Repository, open_repository, user_name
from dossier.review.pages import Shown, affected_pages
from dossier.review.records import changed_files, record_lines
from dossier.review.report import (
    FactLine,
    FactStanding,
    ReadingLine,
    RecordLine,
    Report,
    Revision,
    Sort,
)
from dossier.review.sides import Blocks, Key, Named, Side, content_for, sources_naming

JUDGED = {
    Sort.SOURCE: {"origins", "integrity"},
    Sort.ORIGIN: {"kind", "by", "issued"},
    Sort.PROPERTY: {"field", "keys", "fresh"},
}
"""The keys of records on which it depends what a fact says, how many speak for it and what
of it is proved.
"""
PROPERTY = re.compile(r"""^\s+["']?property["']?\s*:\s*["']?([a-z0-9-]+)""", re.MULTILINE)
NAMED = (Sort.SOURCE, Sort.ORIGIN, Sort.PROPERTY, Sort.ENTITY, Sort.COMPANY)
"""The sorts whose ids stand in facts."""


def compare_revisions(
    content: Path, base: str, head: str | None, from_merge_base: bool = False
) -> Report:
    """What changed from one revision to another, or to the work tree. Raises DossierError
    where git cannot tell.
    """
    repository = open_repository(content)
    tip = repository.resolve(head) if head else ""
    start = (
        repository.merge_base(base, head or "HEAD")
        if from_merge_base
        else repository.resolve(base)
    )
    after = (
        files_of_revision(repository, head, tip)
        if head
        else files_of_folder(content, start)
    )
    report = compare_files(files_of_revision(repository, base, start), after)
    authors = _authors(repository, start, tip) if report.readings else ()
    return replace(
        report, readings=tuple(replace(line, authors=authors) for line in report.readings)
    )


def _authors(repository: Repository, start: str, tip: str) -> tuple[str, ...]:
    """Who has made a change: of its commits, and of what is in no commit yet whoever sits
    here.
    """
    names = (
        repository.log("--format=%aN", f"{start}..{tip or 'HEAD'}")
        .decode(errors="replace")
        .splitlines()
    )
    here = () if tip else (user_name(repository.root),)
    return tuple(dict.fromkeys(filter(None, (*reversed(names), *here))))


def compare_files(before: Files, after: Files) -> Report:
    """What changed from one state of the content to another."""
    with collected_later():
        return _Comparison(Side(before), Side(after)).report()


Facts = Mapping[FactId, MergedFact]


class _Comparison:
    """Two sides, and what is found on the way from one to the other."""

    def __init__(self, base: Side, head: Side) -> None:
        self.base, self.head, self.sides = base, head, (base, head)
        self.records = tuple(record_lines(base, head))

    def report(self) -> Report:
        """Everything that differs."""
        lines, moved, unread = self._facts()
        records = tuple(
            replace(line, facts=len(self.named.get(line.id, ()))) for line in self.records
        )
        shown = Shown(
            tuple(line for line in lines if line.is_shown),
            tuple(line for line in records if line.is_shown),
            {*moved, *self._naming()},
        )
        pages = affected_pages(self.base, self.head, shown, self._happenings(shown))
        then = tuple(
            one for one in self.base.errors if one.code not in OLD_FORMS
        )  # it was no mistake then
        base = Revision(self.base.files.name, self.base.files.commit, then)
        head = Revision(self.head.files.name, self.head.files.commit, self.head.errors)
        return Report(
            base, head, lines, records, moved, unread, pages, tuple(self._readings())
        )

    def _readings(self) -> Iterator[ReadingLine]:
        """What people say to have read that they had not before."""
        for file in changed_files(self.base, self.head, Role.JUDGEMENTS).values():
            before = self.base.judgements(file.id)
            for name, listed in self.head.judgements(file.id).items():
                there = before.get(name, ())
                yield from (
                    ReadingLine(FactId.parse(name, ""), one)
                    for one in listed
                    if one not in there
                )

    @cached_property
    def blocks(self) -> tuple[Blocks, Blocks]:
        """The facts of both sides as text: of files that differ, and of those that other
        changes may touch.
        """
        changed = changed_files(self.base, self.head, Role.FACTS)
        shared = self.head.blocks({*self._touched_files()} - changed.keys())
        return {**self.base.blocks(changed), **shared}, {
            **self.head.blocks(changed),
            **shared,
        }

    def _touched_files(self) -> Iterator[str]:
        # What is new can only be named by facts that are new or changed; what was there
        # before, by any.
        everywhere = any(
            line.sort in NAMED and line.turn is not ChangeKind.ADDED
            for line in self.records
        )
        companies = {name.partition("/")[0] for name in self._reproved}
        for side in self.sides:
            for file in side.files.layout[Role.FACTS]:
                if everywhere or file.ids[0] in companies:
                    yield file.path

    @cached_property
    def _reproved(self) -> frozenset[str]:
        """The facts whose records of proofs are others, by name."""
        companies = {
            file.id for file in changed_files(self.base, self.head, Role.PROOFS).values()
        }
        if changed_files(self.base, self.head, Role.OLD_PROOFS):
            companies |= {
                file.id for side in self.sides for file in side.files.layout[Role.COMPANY]
            }
        read = {
            file.id
            for file in changed_files(self.base, self.head, Role.JUDGEMENTS).values()
        }
        proved = {
            f"{slug}/{fact}" for slug in companies for fact in self._reproved_of(slug)
        }
        return frozenset(proved.union(*(self._read_of(slug) for slug in read)))

    def _read_of(self, company: str) -> set[str]:
        """The facts of a company of which people have read other things."""
        before, after = (side.judgements(company) for side in self.sides)
        return {
            name
            for name in before.keys() | after.keys()
            if before.get(name) != after.get(name)
        }

    def _reproved_of(self, company: str) -> set[str]:
        """Those of one company."""
        texts = [
            {
                (fact, block.text)
                for blocks in side.proof_blocks(company).values()
                for fact, block in blocks.items()
            }
            for side in self.sides
        ]
        return {fact for fact, _ in texts[0] ^ texts[1]}

    @cached_property
    def named(self) -> Named:
        """The facts in whose text the id of a changed record stands, by that id."""
        ids = {line.id for line in self.records if line.sort in NAMED} | self._redrawn
        found: dict[str, set[Key]] = {id: set() for id in ids}
        before, after = self.blocks if ids else ({}, {})
        for key, block in (
            *before.items(),
            *(item for item in after.items() if before.get(item[0]) != item[1]),
        ):
            for id in words_in(block.block.said) & ids:
                found[id].add(key)
        return {id: frozenset(keys) for id, keys in found.items()}

    def _naming(self) -> Iterator[FactId]:
        """The facts that name a record that changed, so that they may look different."""
        shown = {line.id for line in self.records if line.is_shown} | self._redrawn
        for keys in (keys for id, keys in self.named.items() if id in shown):
            yield from (FactId(company, fact) for company, fact in keys if "/" not in fact)

    def _happenings(self, shown: Shown) -> set[str]:
        """The companies of which an event changed or may look different."""
        ids = shown.others | {line.change.id for line in shown.lines}
        return {
            id.company
            for id in ids
            for side, blocks in zip(self.sides, self.blocks, strict=True)
            if is_event(id, side, blocks)
        }

    @cached_property
    def _judging(self) -> frozenset[str]:
        """The records that changed in such a way that facts can stand differently."""
        judging = (
            line.id
            for line in self.records
            if line.sort is not Sort.ORIGIN and _is_judged(line)
        )
        return frozenset(judging) | self._redrawn

    @cached_property
    def _redrawn(self) -> frozenset[str]:
        """The sources that draw on an origin which is another sort of root than it was."""
        origins = {
            line.id
            for line in self.records
            if line.sort is Sort.ORIGIN and _is_judged(line)
        }
        return frozenset(id for side in self.sides for id in sources_naming(side, origins))

    def _chosen(self) -> list[Key]:
        """The facts that have to be understood on both sides."""
        before, after = self.blocks
        keys = {**before, **after}
        chosen = {
            key
            for key in keys
            if _is_other(key, before, after) or "/".join(key) in self._reproved
        }
        return sorted(chosen.union(*(self.named[id] for id in self._judging)))

    def _facts(self) -> tuple[tuple[FactLine, ...], tuple[FactId, ...], tuple[FactId, ...]]:
        """The facts that changed, those that only moved, and those that cannot be read on a
        side where they stand.
        """
        chosen = self._chosen()
        for side in self.sides:
            side.files.fetch({Role.COMPANY.value.format(company) for company, _ in chosen})
        before, after = (
            self._read(*pair, chosen) for pair in zip(self.sides, self.blocks, strict=True)
        )
        for was, now in [*self._following(before, after)]:
            before, after = {**was, **before}, {**now, **after}
        lines: list[FactLine] = []
        moved: list[FactId] = []
        unread: list[FactId] = []
        for id in sorted({**before, **after}):
            one, other = before.get(id), after.get(id)
            if (one is None and self._stands(id, 0)) or (
                other is None and self._stands(id, 1)
            ):
                unread.append(id)
            elif line := self._line(one, other):
                lines.append(line)
            elif one and other and one.fact.section != other.fact.section:
                moved.append(id)
        return with_likenesses(lines), tuple(moved), tuple(unread)

    def _following(self, before: Facts, after: Facts) -> Iterator[tuple[Facts, Facts]]:
        """The facts that take their date from one whose date is another now, on both sides,
        step by step.
        """
        known, moved = {*before, *after}, redated(before, after)
        everything = self._everything() if moved else ({}, {})
        while moved:
            names = re.compile(
                "|".join(
                    rf"(?<![\w/-]){re.escape(str(id))}(?![\w/-])" for id in sorted(moved)
                )
            )
            naming = (
                key
                for key, block in everything[1].items()
                if names.search(block.block.said)
            )
            keys = [key for key in naming if FactId(*key) not in known]
            found = [
                self._read(*pair, keys) for pair in zip(self.sides, everything, strict=True)
            ]
            moved = redated(found[0], found[1]) - known
            known |= {*found[0], *found[1]}
            yield found[0], found[1]

    def _everything(self) -> tuple[Blocks, Blocks]:
        """All facts of both sides as text; those of files that did not change are read
        once.
        """
        shared = self.head.blocks(
            {file.path for file in self.head.files.layout[Role.FACTS]}
        )
        return {**shared, **self.blocks[0]}, {**shared, **self.blocks[1]}

    def _stands(self, id: FactId, side: int) -> bool:
        """Whether a fact may stand in the text of a side."""
        keys = self.blocks[side]
        return (id.company, id.fact) in keys or any(
            company == id.company and "/" in key for company, key in keys
        )

    def _read(self, side: Side, blocks: Blocks, chosen: list[Key]) -> Facts:
        """Some facts of one side, merged with what it takes to judge them; ages do not
        count here.
        """
        properties = side.properties or self.base.properties or {}
        found = [
            fact
            for key in chosen
            if key in blocks
            for fact in side.facts(blocks[key], properties)
        ]
        content = content_for(side, found, properties)
        return {fact.id: merge_fact(fact, content, None) for fact in found}

    def _line(self, before: MergedFact | None, after: MergedFact | None) -> FactLine | None:
        """One fact in two states; None where they are the same in all that readers see."""
        change = compare_facts(
            before.fact if before else None, after.fact if after else None
        )
        was, now = (standing_of(one) if one else None for one in (before, after))
        if change.is_empty and was == now:
            return None
        company = (self.head if after else self.base).company(change.id.company)
        return FactLine(
            change=change,
            company=company.name if company else change.id.company,
            at=change.fact.at.position,
            before=was,
            after=now,
            has_errors=change.id in self.base.broken | self.head.broken,
        )


def redated(before: Facts, after: Facts) -> frozenset[FactId]:
    """The events that are there on both sides and have another date, so that whatever takes
    it has another too.
    """
    return frozenset(
        id
        for id in before.keys() & after.keys()
        if before[id].happened != after[id].happened
    )


def is_event(id: FactId, side: Side, blocks: Blocks) -> bool:
    """Whether a fact has a date of happening, by the property that its text names."""
    found = blocks.get((id.company, id.fact))
    named = PROPERTY.search(found.block.text) if found else None
    prop = (side.properties or {}).get(named[1]) if named else None
    return prop is not None and prop.date_key is not None


def _is_other(key: Key, before: Blocks, after: Blocks) -> bool:
    """Whether a fact has another text or another file; another line alone does not count."""
    one, other = before.get(key), after.get(key)
    return (
        one is None
        or other is None
        or (one.file, one.block.said) != (other.file, other.block.said)
    )


def _is_judged(line: RecordLine) -> bool:
    """Whether facts can stand differently because of a record that changed."""
    keys = JUDGED.get(line.sort, set())
    return bool(keys) and (
        line.turn is not ChangeKind.CHANGED
        or any(move.part.split(".")[0] in keys for move in line.moves)
    )


def standing_of(fact: MergedFact) -> FactStanding:
    """What the claims of a fact amount to."""
    return FactStanding(
        agreement=fact.agreement,
        sources=tuple(
            filter(None, fact.sources)
        ),  # a blank id stands for one that could not be read
        origins=len(fact.origins),
        quotes=tuple(state for claim in fact.claims for state in claim.proofs.quotes),
        differences=tuple(
            dict.fromkeys(claim.difference for claim in fact.claims if claim.difference)
        ),
    )


def with_likenesses(lines: list[FactLine]) -> tuple[FactLine, ...]:
    """The lines; a fact that went and one that came with the same answer to the same
    question point at each other.
    """
    went, came = (
        {
            _answer(line): line.change.id
            for line in reversed(lines)
            if line.change.turn is turn
        }
        for turn in (ChangeKind.RETIRED, ChangeKind.ADDED)
    )
    others: Mapping[ChangeKind, Mapping[object, FactId]] = {
        ChangeKind.ADDED: went,
        ChangeKind.RETIRED: came,
    }
    return tuple(
        replace(line, alike=others.get(line.change.turn, {}).get(_answer(line)))
        for line in lines
    )


def _answer(line: FactLine) -> object:
    fact = line.change.fact
    return fact.id.company, fact.property, fact.subject, meaning(fact.leading.value)
