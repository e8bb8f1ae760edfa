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
    """The mark `[@source-id, locator]` in prose."""

    source: str
    locator: str
    at: Position


@dataclass(frozen=True)
class ValueUse:
    """The mark `{{ fact-id }}` or `{{ fact-id.key }}` in prose: the fact's leading value stands here."""

    fact: FactId
    key: str
    # The key of a record; empty for the whole value.
    at: Position


@dataclass(frozen=True)
class Link:
    """A link to a page of the site itself, such as `/companies/acme/`."""

    address: str
    at: Position


@dataclass(frozen=True)
class Prose:
    """A Markdown text, parsed once; rendering walks the tokens."""

    tokens: tuple[Token, ...] = ()
    # Inline tokens of type `citation` hold `meta["citations"]: tuple[Citation, ...]`,
    # those of type `value_use` hold `meta["use"]: ValueUse`.
    citations: tuple[Citation, ...] = ()
    values: tuple[ValueUse, ...] = ()
    links: tuple[Link, ...] = ()
    # Those to other pages of the site.


NO_PROSE = Prose()
