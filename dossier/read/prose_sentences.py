"""The sentences of a text, each with what it cites and shows."""

from dataclasses import replace
from itertools import zip_longest

from markdown_it.token import Token

from dossier.model.facts import FactId
from dossier.model.places import Position
from dossier.model.prose import Citation, CitedFact, Sentence, ValueUse
from dossier.model.sentences import Walker


class BlockSentences(Walker):
    """The sentences of one block, each with what it cites and shows."""

    def __init__(self, at: Position, block: int, is_heading: bool) -> None:
        super().__init__()
        self.at, self.block, self.is_heading = at, block, is_heading
        self.sentences: list[Sentence] = []
        self.cited: list[Citation] = []
        self.facts: list[FactId] = []
        self.shown: list[Token] = []

    def read(self, tokens: list[Token]) -> None:
        """Go through all tokens of the block."""
        for token, following in zip_longest(tokens, tokens[1:]):
            beside = following.type if following else ""
            if token.type == "text":
                is_cited = beside == "citation"
                self.say(
                    token.content.rstrip() if is_cited else token.content,
                    is_last=beside in LINE_ENDS,
                )
            elif token.type == "citation":
                self._cite(token.meta.get("citations", ()))
            elif token.type in ("softbreak", "hardbreak"):
                self.hold("" if beside == "citation" else " ")
            else:
                self.shown += [token] if "use" in token.meta else []
                self.hold(token.content)
        self.end()

    def _cite(self, citations: tuple[Citation | CitedFact, ...]) -> None:
        self.cited += (one for one in citations if isinstance(one, Citation))
        self.facts += (one.fact for one in citations if isinstance(one, CitedFact))
        if self.has_ended:
            self.end()

    def over(self) -> None:
        """Keep the sentence, if it has words; what it shows knows whether the period stands
        beside it.
        """
        uses: list[ValueUse] = [token.meta["use"] for token in self.shown]
        self.facts += (use.fact for use in uses)
        dated = {use.fact for use in uses if use.key == "period"}
        for token, use in zip(self.shown, uses, strict=True):
            token.meta["use"] = replace(use, is_dated=use.fact in dated)
        self.shown = []
        if not self.is_empty:
            facts, text = tuple(dict.fromkeys(self.facts)), " ".join(self._words.split())
            self.sentences.append(
                Sentence(
                    text, self.at, self.block, tuple(self.cited), facts, self.is_heading
                )
            )
            self.cited, self.facts = [], []


LINE_ENDS = frozenset({"", "softbreak", "hardbreak"})
"""Behind words that end a sentence, what ends a line."""
