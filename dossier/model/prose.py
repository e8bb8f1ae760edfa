"""Prose as it was read: words, marks and the elements around them, in their order.

Nothing here is HTML: an element is told by its name, and words are the words that people
read. Rendering makes pages of them, and what cites and shows is told to checks.
"""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from dossier.model.facts import FactId
from dossier.model.places import Position


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
    mark: str = ""
    # As written.
    is_dated: bool = False
    # Whether its sentence shows the period of the same answer.


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the site itself, such as `/companies/acme/`."""

    address: str
    at: Position


class Break(Enum):
    """The end of a line, within words or between elements."""

    SOFT = "soft"  # of the file alone
    HARD = "hard"  # of the text too


class Tag(NamedTuple):
    """Where an element begins, by its name, or where it ends."""

    name: str
    is_end: bool = False
    first: int = 1
    # The number of the first item of a list.
    is_figure: bool = False
    # Whether a cell is set to the end of its column.


class LinkStart(NamedTuple):
    """Where a link begins; it ends as an element does."""

    address: str


class CodeSpan(NamedTuple):
    """Words within a line that are no language of people."""

    text: str


class CodeBlock(NamedTuple):
    """Lines of them."""

    text: str
    language: str = ""


class Cited(NamedTuple):
    """What one mark cites."""

    what: tuple[Citation | CitedFact, ...]


Inline: TypeAlias = str | Break | Tag | LinkStart | CodeSpan | Cited | ValueUse
"""A piece of a run of words; most are words themselves."""


class Run(NamedTuple):
    """The words of a paragraph, a heading or a cell."""

    pieces: tuple[Inline, ...]
    line: int
    column: int
    # Where it stands in the file.
    is_heading: bool = False


Block: TypeAlias = Run | Tag | CodeBlock | Break


@dataclass(frozen=True)
class Prose:
    """A text, parsed once; rendering walks its pieces."""

    pieces: tuple[Block, ...] = ()
    path: str = ""
    # Of the file that holds it.
    citations: tuple[Citation, ...] = ()
    values: tuple[ValueUse, ...] = ()
    links: tuple[PageLink, ...] = ()
    # Those to other pages of the site.
    cited_facts: tuple[CitedFact, ...] = ()


NO_PROSE = Prose()

tag_of = lru_cache(maxsize=256)(Tag)
"""Makes a tag; of those that are alike there is one, because there are thousands."""
