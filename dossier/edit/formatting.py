"""`dossier fmt`: files of content in the one way to write each thing; what they say, and
every remark, stays.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.collect import Findings
from dossier.edit.dates import Renewal, property_of, renew_dates, renew_records
from dossier.edit.file_schemas import FILES
from dossier.edit.parts import write_parts
from dossier.edit.shortening import shorten
from dossier.edit.writing import replace_file
from dossier.model.borrowing import Lender
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.findings import OLD_FORMS, Finding, Severity
from dossier.model.sharing import as_recorded
from dossier.model.values import Property
from dossier.read import read_content
from dossier.read.facts import FactFile, read_facts
from dossier.read.files import list_files, read_text
from dossier.read.fiscal import calendar_of
from dossier.read.folding import CLAIMS
from dossier.read.layout import ContentFile, Role, sort_files
from dossier.read.shapes import Spot
from dossier.read.values import schema_of
from dossier.yaml.frontmatter import FENCE, split_front_matter
from dossier.yaml.laying import lay_out, put_in_order
from dossier.yaml.nodes import parse_yaml
from dossier.yaml.tree import Tree, TreeGroup, TreeValue, parse_tree

Spared = AbstractSet[tuple[str, int, int]]
"""Passages whose words tell what they support: by the whole id of the fact, by claim and
place, from 0.
"""
Formatted = tuple[str | None, tuple[Renewal, ...]]
"""A text, None where it would say something else, and the dates in it that were of an old
form.
"""


@dataclass(frozen=True)
class FormattedFile:
    """A file as it is and as it should be."""

    path: Path
    before: bytes
    after: bytes
    renewals: tuple[Renewal, ...] = ()
    # The dates of an old form that were brought up.

    @property
    def first_difference(self) -> int:
        """The first line that is laid out otherwise."""
        old, new = self.before.split(b"\n"), self.after.split(b"\n")
        pairs = zip(old, new, strict=False)
        return next(
            (number for number, (one, other) in enumerate(pairs, 1) if one != other),
            min(len(old), len(new)),
        )

    def told_renewals(self, are_planned: bool) -> tuple[str, ...]:
        """A line about each date that was brought up, or is to be."""
        verb = "is to be written" if are_planned else "is now written"
        return tuple(f"  {was} {verb} {now}" for was, now in self.renewals)


@dataclass(frozen=True)
class Formatting:
    """What there is to do for a content folder."""

    changed: tuple[FormattedFile, ...]
    faults: tuple[Finding, ...]
    # Errors in files, which are left as they are.
    kept: tuple[Path, ...]
    # Files that would say something else; there should be none.


def survey(root: Path, spared: Spared | None = None) -> Formatting:
    """All files that are not laid out as they should be; with `spared`, facts are shortened
    too. Writes nothing.
    """
    reading = read_content(root)
    faults = tuple(
        one
        for one in reading.findings
        if one.severity is Severity.ERROR and one.code not in OLD_FORMS
    )
    broken = {one.position.path for one in faults}
    changed, kept = [], []
    for role, file in _files(root):
        path = file.path
        if path in broken:
            continue
        text, before = _text(root, path), (root / path).read_bytes()
        after, renewals = _formatted(role, text, reading.content.properties)
        if after is not None and role is Role.FACTS and spared is not None:
            after = _shortened(file, after, reading.content, spared)
        if after is None:
            kept.append(root / path)
        elif after.encode() != before:
            changed.append(FormattedFile(root / path, before, after.encode(), renewals))
    return Formatting(tuple(changed), faults, tuple(kept))


def write(formatting: Formatting) -> None:
    """Replace each file that is laid out otherwise."""
    for file in formatting.changed:
        replace_file(file.path, file.after)


def _shortened(file: ContentFile, text: str, content: Content, spared: Spared) -> str:
    """A file of facts as short as it can be and say the same; as it is, where it would say
    something else.
    """
    tree, company = parse_tree(text), file.ids[0]
    shorten(
        tree,
        lambda fact, claim, place: (f"{company}/{fact}", claim, place) in spared,
        content.properties,
    )
    _put_in_order(tree, Role.FACTS, content.properties)
    after = lay_out(tree)
    has_all = Counter(_all_remarks(parse_tree(after))) == Counter(
        _all_remarks(parse_tree(text))
    )
    says_all = _facts_of(file, after, content) == _facts_of(file, text, content)
    return after if has_all and says_all else text


def _facts_of(file: ContentFile, text: str, content: Content) -> tuple[Fact, ...]:
    """The facts of a file, with what is on record of their quotes."""
    company = content.companies[file.ids[0]]
    calendar = calendar_of(company.slug, company)
    common = FactFile(company.slug, file.id, content.properties, lambda id: False, calendar)
    node = parse_yaml(file.path, text, Findings())
    facts = read_facts(node, common, Spot("", Findings())) if node else ()
    lender = Lender(content.facts.get, content.properties)
    return tuple(as_recorded(lender.dated(fact), content.proofs or {}) for fact in facts)


def _files(root: Path) -> Iterator[tuple[Role, ContentFile]]:
    out = Findings()
    for role, files in sort_files(list_files(root, out), out).items():
        if role in FILES:
            yield from ((role, file) for file in files)


def _text(root: Path, path: str) -> str:
    return read_text(root, path, Findings()) or ""


def formatted(role: Role, text: str, properties: Mapping[str, Property]) -> str | None:
    """The text of a sound file, laid out; None where that would change what it says."""
    return _formatted(role, text, properties)[0]


def _formatted(role: Role, text: str, properties: Mapping[str, Property]) -> Formatted:
    if role is Role.PROOFS:  # its own program lays it out
        return renew_records(text)
    if role is Role.JUDGEMENTS:
        return text, ()
    if role not in (Role.SOURCE, Role.PAGE):
        return _formatted_yaml(role, text, properties)
    parts = split_front_matter("", text, Findings())
    front, renewals = _formatted_yaml(role, parts.yaml, properties) if parts else (None, ())
    if parts is None or front is None:
        return None, ()
    body = f"{parts.body.rstrip()}\n" if parts.body.strip() else ""
    return f"{FENCE}\n{front}{FENCE}\n{body}", renewals


def _formatted_yaml(role: Role, text: str, properties: Mapping[str, Property]) -> Formatted:
    tree = parse_tree(text)
    if role is Role.PROPERTIES:
        write_parts(tree, properties)
    renewals = renew_dates(tree, role, properties)
    said = _said(tree)
    _put_in_order(tree, role, properties)
    after = lay_out(tree)
    return (after if _said(parse_tree(after)) == said else None), renewals


def _put_in_order(tree: TreeGroup, role: Role, properties: Mapping[str, Property]) -> None:
    put_in_order(tree, FILES[role][2])
    if role is Role.FACTS:
        for fact in tree.entries:
            for value in _values_of(fact.value):
                prop = property_of(tree, fact, properties)
                put_in_order(value, schema_of(prop) if prop else {})


def _values_of(fact: Tree) -> Iterator[Tree]:
    """The values of a fact; the keys of those that are records have an order of their own."""
    entries = fact.entries if isinstance(fact, TreeGroup) else ()
    for entry in entries:
        if entry.key and entry.key.text == CLAIMS and isinstance(entry.value, TreeGroup):
            for claim in entry.value.entries:
                yield from _values_of(claim.value)
        elif entry.key and entry.key.text == "value":
            yield entry.value


def _said(tree: TreeGroup) -> tuple[Any, Counter[str]]:
    """What a file says, and all of its remarks."""
    return _meaning(tree), Counter(_all_remarks(tree))


def _meaning(tree: Tree) -> Any:
    """What a tree says, without how it is written and in which order its keys stand."""
    if isinstance(tree, TreeValue):
        return tree.text
    if tree.is_mapping:
        return {one.key.text: _meaning(one.value) for one in tree.entries if one.key}
    return [_meaning(one.value) for one in tree.entries]


def _all_remarks(group: TreeGroup) -> Iterator[str]:
    yield from filter(None, group.below)
    for entry in group.entries:
        yield from filter(None, (*entry.above, entry.beside.strip()))
        if isinstance(entry.value, TreeGroup):
            yield from _all_remarks(entry.value)
