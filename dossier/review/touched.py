"""Which facts of two revisions have to be understood, and which may look different.

The text of a fact tells: it is another, or it names what changed.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from dossier.model.changes import ChangeKind
from dossier.model.facts import FactId
from dossier.read.layout import Role
from dossier.review.pages import Shown
from dossier.review.records import changed_files
from dossier.review.report import RecordLine, Sort
from dossier.review.sides import Blocks, Key, Named, Side, sources_naming
from dossier.yaml.blocks import words_in

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


class Touched:
    """Which facts changed between two sides, or may stand differently, by the text of both."""

    def __init__(self, base: Side, head: Side, records: tuple[RecordLine, ...]) -> None:
        self.base, self.head, self.sides, self.records = base, head, (base, head), records

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
            line.sort in NAMED and line.kind is not ChangeKind.ADDED
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

    def naming(self) -> Iterator[FactId]:
        """The facts that name a record that changed, so that they may look different."""
        shown = {line.id for line in self.records if line.is_shown} | self._redrawn
        for keys in (keys for id, keys in self.named.items() if id in shown):
            yield from (FactId(company, fact) for company, fact in keys if "/" not in fact)

    def happenings(self, shown: Shown) -> set[str]:
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

    def chosen(self) -> list[Key]:
        """The facts that have to be understood on both sides."""
        before, after = self.blocks
        keys = {**before, **after}
        chosen = {
            key
            for key in keys
            if _is_other(key, before, after) or "/".join(key) in self._reproved
        }
        return sorted(chosen.union(*(self.named[id] for id in self._judging)))


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
        line.kind is not ChangeKind.CHANGED
        or any(part.key.split(".")[0] in keys for part in line.parts)
    )
