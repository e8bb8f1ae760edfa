"""Two revisions to a report. Reads only what differs, and what it takes to judge that.

A file that has the same id on both sides says the same; of one that differs, only the facts
whose text differs are understood. A fact whose own text is the same can still stand
differently: when its source, the origins of its source, its property or the record of its
proofs changed. Those are found by the ids that stand in its text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dossier.merge.agreement import merge_fact
from dossier.merge.changes import compare_facts
from dossier.model.changes import ChangeKind
from dossier.model.dossiers import MergedFact
from dossier.model.facts import Fact, FactId
from dossier.model.findings import OLD_FORMS
from dossier.model.values import meaning
from dossier.read.layout import Role
from dossier.read.memory import collected_later
from dossier.review.files import Files, files_of_folder, files_of_revision
from dossier.review.git import Repository, open_repository, user_name
from dossier.review.pages import Shown, affected_pages
from dossier.review.records import changed_files, record_lines
from dossier.review.renaming import renamed_companies, renamed_facts, with_ids_of_today
from dossier.review.report import FactLine, FactStanding, ReadingLine, Report, Revision
from dossier.review.sides import Blocks, Key, Side, content_for
from dossier.review.touched import Touched


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
        head = Side(after)
        if renamed := renamed_companies(before, head):
            before = with_ids_of_today(before, renamed)
        return _Comparison(Side(before), head).report()


Facts = Mapping[FactId, MergedFact]


class _Comparison:
    """Two sides, and what is found on the way from one to the other."""

    def __init__(self, base: Side, head: Side) -> None:
        self.base, self.head, self.sides = base, head, (base, head)
        self.records = tuple(record_lines(base, head))
        self.touched = Touched(base, head, self.records)

    def report(self) -> Report:
        """Everything that differs."""
        lines, moved, unread = self._facts()
        records = tuple(
            replace(line, facts=len(self.touched.named.get(line.id, ())))
            for line in self.records
        )
        shown = Shown(
            tuple(line for line in lines if line.is_shown),
            tuple(line for line in records if line.is_shown),
            {*moved, *self.touched.naming()},
        )
        pages = affected_pages(self.base, self.head, shown, self.touched.happenings(shown))
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

    def _facts(self) -> tuple[tuple[FactLine, ...], tuple[FactId, ...], tuple[FactId, ...]]:
        """The facts that changed, those that only moved, and those that cannot be read on a
        side where they stand.
        """
        chosen = self.touched.chosen()
        for side in self.sides:
            side.files.fetch({Role.COMPANY.value.format(company) for company, _ in chosen})
        before, after = (
            self._read(*pair, chosen)
            for pair in zip(self.sides, self.touched.blocks, strict=True)
        )
        for was, now in [*self._following(before, after)]:
            before, after = {**was, **before}, {**now, **after}
        went = renamed_facts(_as_written(after), _as_written(before))
        before = {went.get(id, id): one for id, one in before.items()}
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
        return {**shared, **self.touched.blocks[0]}, {**shared, **self.touched.blocks[1]}

    def _stands(self, id: FactId, side: int) -> bool:
        """Whether a fact may stand in the text of a side."""
        keys = self.touched.blocks[side]
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
        if change.is_empty and was == now and not change.old_id:
            return None
        company = (self.head if after else self.base).company(change.id.company)
        return FactLine(
            change=change,
            company=company.name if company else change.id.company,
            at=change.fact.at.position,
            before=was,
            after=now,
            has_errors=not {change.id, change.old_id}.isdisjoint(
                self.base.broken | self.head.broken
            ),
        )


def _as_written(facts: Facts) -> Mapping[FactId, Fact]:
    return {id: merged.fact for id, merged in facts.items()}


def redated(before: Facts, after: Facts) -> frozenset[FactId]:
    """The events that are there on both sides and have another date, so that whatever takes
    it has another too.
    """
    return frozenset(
        id
        for id in before.keys() & after.keys()
        if before[id].happened != after[id].happened
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
            if line.change.kind is kind
        }
        for kind in (ChangeKind.RETIRED, ChangeKind.ADDED)
    )
    others: Mapping[ChangeKind, Mapping[object, FactId]] = {
        ChangeKind.ADDED: went,
        ChangeKind.RETIRED: came,
    }
    return tuple(
        replace(line, alike=others.get(line.change.kind, {}).get(_answer(line)))
        for line in lines
    )


def _answer(line: FactLine) -> object:
    fact = line.change.fact
    return fact.id.company, fact.property, fact.subject, meaning(fact.leading.value)
