"""What the rules are asked: one figure of a claim in its sentence, and what the claim says
besides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dossier.model.claims import Status
from dossier.model.proofs import ClaimPart, Look
from dossier.model.quantities import Quantity
from dossier.prove.cues.lexicon import Lexicon
from dossier.prove.cues.phrases import Mark, Tokens, tags_of
from dossier.prove.cues.scenes import Scene, SentenceSpan
from dossier.prove.frames import Frame
from dossier.texts.archive import View
from dossier.texts.passages import Span

STEM = 5  # letters by which a word of a claim is told in a text


@dataclass(frozen=True)
class FoundPart:
    """One figure, date or length of time that a claim rests on."""

    spot: SentenceSpan
    part: ClaimPart
    quantity: Quantity | None
    # What is asked of the words, if it is a figure.
    is_date: bool
    # Whether it is a date that the value gives, and no day on which something was said.
    frame: Frame
    view: View
    sentence: Span
    # Where it stands in the view.

    @property
    def scene(self) -> Scene:
        """The sentence, read."""
        return self.spot.scene

    @property
    def lexicon(self) -> Lexicon:
        """The words of its language."""
        return self.scene.lexicon

    @property
    def claimed(self) -> Tokens:
        """The words of the claim."""
        return self._claim.tokens

    @property
    def said(self) -> frozenset[str]:
        """The families of cues that the claim's own words say."""
        return self._claim.said

    @property
    def claimed_cues(self) -> frozenset[str]:
        """The cues that stand in the claim's own words: growth, cut, loss."""
        return self._claim.cues

    @property
    def claimed_metrics(self) -> frozenset[str]:
        """The metrics that stand in the claim's own words, or in other words for its
        property.
        """
        return self._claim.metrics | self._also.metrics

    @property
    def names_of_metric(self) -> tuple[Tokens, ...]:
        """The words that name what is claimed: the claim's own, and others for its
        property.
        """
        return self._claim.tokens, *(Tokens.of(words) for words in self.frame.property.also)

    @property
    def claimed_events(self) -> frozenset[str]:
        """What the claim's own words say happened: founded, opened."""
        return self._claim.events

    @cached_property
    def _claim(self) -> "Claimed":
        return read_claim(self.frame.says(self.part.key), self.lexicon)

    @cached_property
    def _also(self) -> "Claimed":
        return read_claim(" | ".join(self.frame.property.also), self.lexicon)

    @cached_property
    def claim_words(self) -> "ClaimWords":
        """The words of the claim, of its unit and of the names in it."""
        frame = self.frame
        field = frame.property.keys.get(self.part.key, frame.property.field)
        named = (
            frame.says(self.part.key),
            *frame.property.also,
            field.unit,
            *field.unit_also,
        )
        return _words_of((*named, *frame.own, *frame.speaker, *frame.beside))

    def agrees(self, family: str) -> bool:
        """Whether status, label or property say the same as a cue; what is called done is
        done, whatever it is called.
        """
        is_done = self.frame.status is Status.COMPLETED
        return (family in self.said and not is_done) or str(
            self.frame.status
        ) in self.lexicon.agrees[family]

    def look(self, family: str, mark: Mark) -> Look:
        """A cue that asks, with its words and the status that would agree."""
        return Look(
            family,
            self.scene.words(mark),
            next(iter(self.lexicon.agrees.get(family, ())), ""),
        )

    def tagged_before(self, *tags: str) -> Iterator[Mark]:
        """The cues of some kinds before the figure, the nearest first."""
        wanted = frozenset(tags)
        return (
            mark
            for mark in reversed(self.scene.marks)
            if mark.last <= self.spot.first and mark.tags & wanted
        )

    def tagged_behind(self, *tags: str) -> Iterator[Mark]:
        """The cues of some kinds behind the figure."""
        wanted = frozenset(tags)
        return (
            mark
            for mark in self.scene.marks
            if mark.first >= self.spot.last and mark.tags & wanted
        )


@dataclass(frozen=True)
class ClaimWords:
    """The words of a claim, and by what longer ones are told in a text."""

    all: frozenset[str]
    stems: frozenset[str]
    tails: tuple[str, ...]
    # Of a compound: smartphones, where phones are claimed.

    def have(self, word: str) -> bool:
        """Whether a word of a text is one of them, in this form or another."""
        return word in self.all or (
            len(word) >= STEM and (word[:STEM] in self.stems or word.endswith(self.tails))
        )


@lru_cache(maxsize=1024)
def _words_of(names: tuple[str, ...]) -> ClaimWords:
    """Read the words of a claim; kept, since each word of a sentence is looked for in them."""
    keys = [key for name in names for key in Tokens.of(name).keys]
    longer = tuple(key for key in keys if len(key) >= STEM)
    return ClaimWords(frozenset(keys), frozenset(key[:STEM] for key in longer), longer)


@dataclass(frozen=True)
class Claimed:
    """The words of a claim, and the cues in them."""

    tokens: Tokens
    said: frozenset[str]
    cues: frozenset[str]
    metrics: frozenset[str]
    events: frozenset[str]


@lru_cache(maxsize=4096)
def read_claim(words: str, lexicon: Lexicon) -> Claimed:
    """Read the words of a claim; kept, since many claims are worded alike."""
    tokens, lists = Tokens.of(words), [one for one in (lexicon, lexicon.base) if one]
    return Claimed(
        tokens,
        tags_of(mark for one in lists for mark in one.labels.find(tokens.keys)),
        tags_of(mark for one in lists for mark in one.cues.find(tokens.keys)),
        tags_of(mark for one in lists for mark in one.metrics.find(tokens.keys)),
        tags_of(mark for one in lists for mark in one.claimed_events.find(tokens.keys)),
    )
