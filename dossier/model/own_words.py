"""What our own words say that a source could have been asked for, and whether a quote of
what they stand on has it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.facts import FactId
from dossier.model.places import Position


class Said(StrEnum):
    """What can be looked for in quotes."""

    FIGURE = "figure"
    DATE = "date"
    QUOTATION = "quotation"
    NAME = "name"


class Where(StrEnum):
    """In which of our own words."""

    LABEL = "label"
    NOTE = "note"
    SUMMARY = "summary"
    NARRATIVE = "narrative"


@dataclass(frozen=True)
class Own:
    """One thing that our words say and that no quote of what they stand on has."""

    said: Said
    words: str
    where: Where
    fact: FactId | None = None
    # Whose label or note it is.
    source: str = ""
    # Whose summary it is.
    at: Position | None = field(default=None, compare=False)
    # Where it is written.


@dataclass(frozen=True)
class OwnWording:
    """What is known of one text of ours: a sentence, or a note."""

    held: tuple[str, ...] = ()
    # Its figures and dates that a quote has.
    own: tuple[str, ...] = ()
    # What no quote has.


PLAIN = OwnWording()
"""Of a text that holds nothing to be looked for, as most sentences."""


@dataclass(frozen=True)
class Ours:
    """What is known of the words of ours about one company, or of the summary of a source."""

    held: int = 0
    # Figures, dates, quotations and names that a quote has.
    own: tuple[Own, ...] = ()
    # Those that none has, in the order of the narrative, of the facts, and of their keys.
    sentences: tuple[OwnWording, ...] = ()
    # Of the narrative or summary, one by one.
    notes: Mapping[tuple[FactId, str], OwnWording] = field(default_factory=dict)
    # By the fact and the text of the note.
    passages: int = 0
    # Sentences of the narrative that cite a passage, or a fact with its passages.
    whole: int = 0
    # Those that cite only whole sources.

    def __add__(self, other: "Ours") -> "Ours":
        """The counts of both."""
        held, own = self.held + other.held, self.own + other.own
        return Ours(
            held,
            own,
            passages=self.passages + other.passages,
            whole=self.whole + other.whole,
        )


@dataclass(frozen=True)
class AllOurs:
    """The same of all companies, and of the summaries of sources."""

    companies: Mapping[str, Ours] = field(default_factory=dict)
    sources: Mapping[str, Ours] = field(default_factory=dict)
    # Those with a summary.

    def of_company(self, slug: str) -> Ours:
        """The words of ours about a company."""
        return self.companies.get(slug, EMPTY)

    def of_source(self, id: str) -> Ours:
        """The summary of a source."""
        return self.sources.get(id, EMPTY)


EMPTY = Ours()
NO_OURS = AllOurs()
