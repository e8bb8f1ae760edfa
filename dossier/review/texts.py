"""What commits did to the texts of facts: contents come out of git in portions, and are cut
but not understood.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from dossier.collect import Findings
from dossier.model.facts import FactId
from dossier.read.files import limit_of
from dossier.read.layout import PATTERNS, Role
from dossier.read.spreading import TOP
from dossier.review.git import Repository
from dossier.review.log import Commit
from dossier.yaml.blocks import WHOLE, split_blocks
from dossier.yaml.nodes import MappingNode, Node, Scalar, parse_yaml

Texts = Mapping[str, str]
"""The facts of a file as text, by id."""
Change: TypeAlias = Mapping[FactId, tuple[str, str]]
"""The facts of which a commit changed the text, with the text before and after; empty where
there was or is none.
"""

COMMITS = 250
"""Commits whose contents are looked up at a time."""
KEPT = 5_000
"""Files that are kept cut: what a commit changes was most often left so by one not long
before.
"""
LIMIT = limit_of(Role.FACTS.value)


def changes_of(repository: Repository, commits: Sequence[Commit]) -> Iterator[Change]:
    """What each of the commits did, in their order."""
    cut = _Cut(repository)
    for start in range(0, len(commits), COMMITS):
        portion = commits[start : start + COMMITS]
        cut.fetch(
            [
                id
                for commit in portion
                for entry in commit.files
                for id in (entry.before, entry.after)
                if id
            ]
        )
        for commit in portion:
            yield _change(commit, cut)


def _change(commit: Commit, cut: "_Cut") -> Change:
    """Files of one company are taken together, so that a fact that moves from one to the
    other has one text.
    """
    before: dict[FactId, str] = {}
    after: dict[FactId, str] = {}
    for path, old, new in commit.files:
        if match := PATTERNS[Role.FACTS].fullmatch(path):
            before |= {
                FactId(match[1], fact): text for fact, text in cut.texts(old).items()
            }
            after |= {FactId(match[1], fact): text for fact, text in cut.texts(new).items()}
    ids = (id for id in {**before, **after} if before.get(id) != after.get(id))
    return {id: (before.get(id, ""), after.get(id, "")) for id in ids}


class _Cut:
    """Files of facts by the ids of their contents, cut into facts; the latest are kept."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.kept: dict[str, Texts] = {}

    def fetch(self, ids: Sequence[str]) -> None:
        """Make sure of several files."""
        wanted = dict.fromkeys(ids)
        kept = {id: self.kept.pop(id) for id in wanted if id in self.kept}
        found = self.repository.contents((id for id in wanted if id not in kept), LIMIT)
        fresh = {id: fact_texts(data) for id, data in found.items()}
        older = [*self.kept.items()][-KEPT:]
        self.kept = dict(older) | kept | fresh

    def texts(self, id: str) -> Texts:
        """The facts of one file; none where it is not there, or too large."""
        return self.kept.get(id, {})


def fact_texts(data: bytes) -> Texts:
    """The facts of a file as text, by id; of one that cannot be cut, each written anew."""
    text = (
        data.decode("utf-8", "replace")
        .removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )
    blocks = split_blocks(text, TOP)
    if WHOLE not in blocks:
        return {fact: block.said for fact, block in blocks.items()}
    node = parse_yaml("", text, Findings())
    pairs = (
        {key: _plain(pair.node) for key, pair in node.pairs.items()}
        if isinstance(node, MappingNode)
        else {}
    )
    common = {TOP: pairs.pop(TOP)} if TOP in pairs else {}
    return {fact: json.dumps({**common, fact: said}) for fact, said in pairs.items()}


def _plain(node: Node) -> object:
    """A node as the lists and mappings that it stands for."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return {key: _plain(pair.node) for key, pair in node.pairs.items()}
    return [_plain(item) for item in node.items]
