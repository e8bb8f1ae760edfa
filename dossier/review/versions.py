"""Old versions of facts, read with what is known today, and told in their own words where
that does not fit them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from dossier.collect import Findings, Refused
from dossier.model.borrowing import Lender
from dossier.model.claims import Claim, Rank, Reference, Status
from dossier.model.content import Content
from dossier.model.facts import Fact, FactId
from dossier.model.findings import OLD_FORMS
from dossier.model.fiscal import NO_CALENDAR, Calendar
from dossier.model.speaking import speakers_of
from dossier.model.values import names_in
from dossier.read.facts import REFERENCES, FactFile, read_facts
from dossier.read.folding import CLAIMS
from dossier.read.passages import SOURCES
from dossier.read.shapes import Spot
from dossier.read.spreading import TOP
from dossier.review.log import shown
from dossier.yaml.nodes import MappingNode, Node, Scalar, Sequence, parse_yaml

W = TypeVar("W", bound=StrEnum)


class Versions:
    """Reads facts as they once stood."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def read(self, id: FactId, text: str) -> Fact | None:
        """A fact of that text, under the id that it has today; None where it is no YAML, or
        nothing like a fact.
        """
        out = Findings()
        node = parse_yaml("", text, out)
        facts = (
            [pair for key, pair in node.pairs.items() if key != TOP]
            if isinstance(node, MappingNode)
            else []
        )
        if not isinstance(node, MappingNode) or len(facts) != 1:
            return None
        return self._as_today(id, node, out) or _as_written(id, facts[0].node)

    def _as_today(self, id: FactId, node: Node, out: Findings) -> Fact | None:
        """The fact by the rules of today; None where it does not keep them, or names what
        is not there any more.
        """
        company = self.content.companies.get(id.company)
        fiscal = Calendar(company.fiscal_year) if company else NO_CALENDAR
        file = FactFile(id.company, "", self.content.properties, lambda id: False, fiscal)
        try:
            facts = read_facts(node, file, Spot("", out))
        except Refused:
            return None
        is_sound = all(one.code in OLD_FORMS for one in out.in_order())
        known = is_sound and all(
            name in self.content.entities for fact in facts for name in _named(fact)
        )
        if not (known and facts and facts[0].claims):
            return None
        return Lender(self.content.facts.get, self.content.properties).dated(
            replace(facts[0], id=id)
        )


def _named(fact: Fact) -> Iterable[str]:
    """The things that a fact names."""
    yield fact.subject
    for claim in fact.claims:
        yield from (name.entity for _, name in names_in(claim.value))
        yield from speakers_of(claim)


def _as_written(id: FactId, node: Node) -> Fact | None:
    """The fact in its own words: its answers are texts, whatever they were meant to be."""
    keys = _keys(node)
    beside = (node,) if "value" in keys else ()
    claims = tuple(_claim(item) for item in _items(keys.get(CLAIMS)) or beside)
    if not claims:
        return None
    return Fact(
        id,
        _text(keys.get("label")) or id.fact,
        _text(keys.get("property")) or id.fact,
        id.company,
        "",
        claims,
    )


def _claim(node: Node) -> Claim:
    keys = _keys(node)
    listed = (_text(_keys(one).get("source")) for one in _items(keys.get(REFERENCES)))
    sources = (*listed, *_keys(keys.get(SOURCES)))
    return Claim(
        value=_text(keys.get("value")),
        references=tuple(Reference(source) for source in sources if source),
        asserted_by=_text(keys.get("asserted_by")),
        status=_word(Status, _text(keys.get("status")), Status.REPORTED),
        rank=_word(Rank, _text(keys.get("rank")), Rank.NORMAL),
    )


def _word(words: Callable[[str], W], text: str, other: W) -> W:
    try:
        return words(text)
    except ValueError:
        return other


def _keys(node: Node | None) -> Mapping[str, Node]:
    return (
        {key: pair.node for key, pair in node.pairs.items()}
        if isinstance(node, MappingNode)
        else {}
    )


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _text(node: Node | None) -> str:
    """Any node in one line."""
    if isinstance(node, Scalar):
        return shown(node.text)
    if isinstance(node, Sequence):
        return shown(", ".join(map(_text, node.items)))
    return shown("; ".join(f"{key}: {_text(item)}" for key, item in _keys(node).items()))
