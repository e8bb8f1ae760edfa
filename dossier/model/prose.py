"""Prose as parsed: Markdown tokens, and what the text cites and shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.model.facts import FactId
from dossier.model.places import Position

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True)
class Citation:
    """The mark `[@source-id, locator "exact words"]` in prose."""

    source: str
    locator: str
    at: Position
    quote: str = ""
    # Empty where it cites the source as a whole.


@dataclass(frozen=True)
class CitedFact:
    """The mark `[@#fact-id]` in prose: what is said stands on the passages of that fact."""

    fact: FactId
    at: Position


@dataclass(frozen=True)
class ValueUse:
    """The mark `{{ fact-id }}` or `{{ fact-id.key }}` in prose: the fact's leading value
    stands here.
    """

    fact: FactId
    key: str
    # The key of a record; empty for the whole value.
    at: Position
    is_dated: bool = False
    # Whether its sentence shows the period of the same answer.


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the site itself, such as `/companies/acme/`."""

    address: str
    at: Position


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text in our own words, with what it stands on."""

    text: str
    # As written; a value that it shows stands in it as its mark, and what it cites not at
    # all.
    at: Position
    # Of the paragraph that holds it.
    block: int
    # The place of that paragraph in the text.
    citations: tuple[Citation, ...] = ()
    facts: tuple[FactId, ...] = ()
    # Those that it cites, and those of which it shows a value.
    is_heading: bool = False


@dataclass(frozen=True)
class Prose:
    """A Markdown text, parsed once; rendering walks the tokens."""

    tokens: tuple[Token, ...] = ()
    # Inline tokens of type `citation` hold `meta["citations"]: tuple[Citation | CitedFact,
    # ...]`, those of type `value_use` hold `meta["use"]: ValueUse`.
    citations: tuple[Citation, ...] = ()
    values: tuple[ValueUse, ...] = ()
    links: tuple[PageLink, ...] = ()
    # Those to other pages of the site.
    cited_facts: tuple[CitedFact, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    # All of its words, in order.


NO_PROSE = Prose()
