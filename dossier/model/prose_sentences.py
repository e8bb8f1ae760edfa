"""The sentences of a prose, each with what it stands on.

They are told when somebody asks, because they are the words of the prose once more: kept
beside it they would take as much room again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.model.facts import FactId
from dossier.model.places import Position
from dossier.model.prose import Citation, CitedFact, Inline, Prose, Run, ValueUse
from dossier.model.sentences import Walker


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


def sentences_of(prose: Prose) -> Iterator[Sentence]:
    """All of its words, in order."""
    runs = (piece for piece in prose.pieces if isinstance(piece, Run))
    for block, run in enumerate(runs):
        told = _Told(Position(prose.path, run.line, run.column), block, run.is_heading)
        told.walk(run)
        yield from told.sentences


class _Told(Walker):
    """The sentences of one run."""

    def __init__(self, at: Position, block: int, is_heading: bool) -> None:
        super().__init__()
        self.at, self.block, self.is_heading = at, block, is_heading
        self.sentences: list[Sentence] = []
        self.cited: list[Citation] = []
        self.facts: list[FactId] = []
        self.shown: list[FactId] = []

    def cite(self, cited: tuple[Citation | CitedFact, ...]) -> None:
        """See `Walker`."""
        self.cited += (one for one in cited if isinstance(one, Citation))
        self.facts += (one.fact for one in cited if isinstance(one, CitedFact))

    def beside(self, piece: Inline, is_cited: bool) -> None:
        """See `Walker`."""
        if isinstance(piece, ValueUse):
            self.shown.append(piece.fact)

    def over(self) -> None:
        """Keep the sentence, if it has words."""
        self.facts += self.shown
        self.shown = []
        if not self.is_empty:
            facts, text = tuple(dict.fromkeys(self.facts)), " ".join(self._words.split())
            self.sentences.append(
                Sentence(
                    text, self.at, self.block, tuple(self.cited), facts, self.is_heading
                )
            )
            self.cited, self.facts = [], []


def dated(run: Run) -> Run:
    """A run whose values know whether the period of the same answer stands in their
    sentence.
    """
    if not any(isinstance(one, ValueUse) and one.key == "period" for one in run.pieces):
        return run
    dating = _Dating()
    dating.walk(run)
    uses = iter(dating.dated)
    return run._replace(
        pieces=tuple(next(uses) if isinstance(one, ValueUse) else one for one in run.pieces)
    )


class _Dating(Walker):
    """The values that a run shows, sentence by sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[ValueUse] = []
        self.dated: list[ValueUse] = []

    def beside(self, piece: Inline, is_cited: bool) -> None:
        """See `Walker`."""
        if isinstance(piece, ValueUse):
            self.shown.append(piece)

    def over(self) -> None:
        """What was shown in a sentence knows what else was."""
        periods = {use.fact for use in self.shown if use.key == "period"}
        self.dated += (replace(use, is_dated=use.fact in periods) for use in self.shown)
        self.shown = []
