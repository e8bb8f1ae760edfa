"""A sentence as the rules see it: its words, cues, clauses, figures and names, read once
for all that is claimed of it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dossier.figures.dates import Day
from dossier.figures.days import find_days
from dossier.figures.figure import Figure, FigureKind
from dossier.figures.grammars import grammar_of
from dossier.prove.cues.clauses import Clauses, Link, split, verbs_in
from dossier.prove.cues.lexicon import Lexicon
from dossier.prove.cues.phrases import Mark, Phrases, Tokens
from dossier.texts.passages import Span

TOLD_ALONG = frozenset({Link.ASIDE, Link.PARTICIPLE})
MONTHS = re.compile(r"\d{1,2}[月월]?[〜~～至到\-–](?:同?年)?\d{1,2}[月월]")
WHOLE_YEAR = 1, 12
YEAR = re.compile(r"(?:1[89]|20)\d\d")
BETWEEN = 4  # words between two figures that `and` or a comma joins
SIGNS = frozenset(",;:()[]，；：。、")


@dataclass(frozen=True)
class SentenceNumber:
    """A number among the words of a sentence, and what kind of thing it counts."""

    first: int
    last: int
    kind: FigureKind


@dataclass(frozen=True, eq=False)
class Scene:
    """One sentence of a text."""

    tokens: Tokens
    lexicon: Lexicon
    language: str

    @cached_property
    def numbers(self) -> tuple[SentenceNumber, ...]:
        """Every number of the sentence but for years, with its signs, scale and unit.

        Only numerals: what they come to is not asked here, and reading all figures whole
        takes ten times as long.
        """
        return tuple(
            self._number(at)
            for at, key in enumerate(self.tokens.keys)
            if key[0].isdigit() and self._counts(at)
        )

    def _counts(self, at: int) -> bool:
        """Whether a numeral is no year."""
        after = self.tokens.keys[at + 1 : at + 2]
        return not YEAR.fullmatch(
            self.tokens.keys[at]
        ) or not self.lexicon.units.isdisjoint(after)

    def _number(self, at: int) -> SentenceNumber:
        keys, grammar, first, last = self.tokens.keys, self.lexicon.grammar, at, at + 1
        while first and keys[first - 1] in grammar["money"]:
            first -= 1
        while last < len(keys) and keys[last] in self.lexicon.units:
            last += 1
        last += 2 * (" ".join(keys[last : last + 2]) in grammar["percent"])
        told = {*keys[first:last]}
        is_share = (
            bool(told & grammar["percent"])
            or " ".join(keys[last - 2 : last]) in grammar["percent"]
        )
        return SentenceNumber(
            first,
            last,
            (
                FigureKind.MONEY
                if told & grammar["money"]
                else FigureKind.PERCENT
                if is_share
                else FigureKind.PLAIN
            ),
        )

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Every date of the sentence."""
        return find_days(self.tokens.text, self.language)

    @cached_property
    def months(self) -> tuple[Span, ...]:
        """Where two months are named that begin and end a part of a year: between April and
        June, 4〜6月.
        """
        found = [self.span_of(*match.span()) for match in MONTHS.finditer(self.tokens.text)]
        grammar = grammar_of(self.language)
        names = grammar.months if grammar else {}
        keys, joints = self.tokens.keys, self.lexicon.grammar["months_joined"]
        for at in range(len(keys) - 2):
            one, other = names.get(keys[at], 0), names.get(keys[at + 2], 0)
            if keys[at + 1] in joints and 0 < one < other and (one, other) != WHOLE_YEAR:
                found.append((at, at + 3))
        return tuple(found)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The words of each number."""
        return tuple((number.first, number.last) for number in self.numbers)

    @cached_property
    def lists(self) -> tuple[tuple[int, ...], ...]:
        """The first words of its numbers, together those that `and` or commas join."""
        joints = self.lexicon.grammar["and"] | {","}
        groups: list[tuple[int, ...]] = []
        end = -1
        for first, last in self.spans:
            between = self.tokens.keys[end:first] if end >= 0 else ()
            is_joined = (
                len(between) <= BETWEEN
                and joints.intersection(between)
                and not self.has_verb(end, first)
            )
            if groups and is_joined:
                groups[-1] = (*groups[-1], first)
            else:
                groups.append((first,))
            end = last
        return tuple(groups)

    @cached_property
    def in_figure(self) -> frozenset[int]:
        """The words that belong to a figure."""
        return frozenset(at for first, last in self.spans for at in range(first, last))

    @cached_property
    def _beginnings(self) -> tuple[int, ...]:
        """The words with which a phrase of one of the lists may begin."""
        listed = self.lexicon.beginnings
        return tuple([at for at, key in enumerate(self.tokens.keys) if key in listed])

    def _found(self, phrases: Phrases) -> tuple[Mark, ...]:
        return phrases.find(self.tokens.keys, self._beginnings)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The cues in it."""
        return self._found(self.lexicon.cues)

    @cached_property
    def metrics(self) -> tuple[Mark, ...]:
        """The nouns of metrics in it."""
        return self._found(self.lexicon.metrics)

    @cached_property
    def events(self) -> tuple[Mark, ...]:
        """What happens in it: founded, opened, listed."""
        return self._found(self.lexicon.events)

    @cached_property
    def told_metrics(self) -> tuple[Mark, ...]:
        """What tells of metrics without their nouns."""
        return self._found(self.lexicon.told_metrics)

    @cached_property
    def beside_metrics(self) -> tuple[Mark, ...]:
        """What makes another base of a metric."""
        return self._found(self.lexicon.beside_metrics)

    @cached_property
    def times(self) -> tuple[Mark, ...]:
        """What time its figures are of."""
        return self._found(self.lexicon.times)

    @cached_property
    def neutral(self) -> tuple[Mark, ...]:
        """What leaves its figures what they are."""
        return self._found(self.lexicon.neutral)

    @cached_property
    def is_question(self) -> bool:
        """Whether it asks."""
        return self.tokens.text.rstrip("\"')”」』")[-1:] in ("?", "？")

    @cached_property
    def in_metrics(self) -> frozenset[int]:
        """The words of these nouns."""
        return frozenset(at for mark in self.metrics for at in range(mark.first, mark.last))

    @cached_property
    def in_changes(self) -> frozenset[int]:
        """The words that tell of a change."""
        return frozenset(
            at for mark in self.tagged("up", "down") for at in range(mark.first, mark.last)
        )

    @cached_property
    def clauses(self) -> Clauses:
        """How far each word can reach."""
        says = frozenset(self.tokens.keys[mark.last - 1] for mark in self.tagged("speaker"))
        return split(self.tokens, self.lexicon.grammar, self.in_figure, self.verbs, says)

    @cached_property
    def verbs(self) -> tuple[bool, ...]:
        """Which words are verbs that carry a clause."""
        return verbs_in(self.tokens, self.lexicon.grammar, self.in_figure)

    def span_of(self, start: int, end: int) -> Span:
        """The words between two places of the sentence."""
        return bisect_right(self.tokens.ends, start), bisect_left(self.tokens.starts, end)

    def tagged(self, *tags: str) -> Iterator[Mark]:
        """The cues of some kinds."""
        wanted = frozenset(tags)
        return (mark for mark in self.marks if mark.tags & wanted)

    @cached_property
    def skipped(self) -> frozenset[int]:
        """Words that stand between a figure and its noun and tell neither: year-over-year."""
        return frozenset(
            at for mark in self.tagged("skip") for at in range(mark.first, mark.last)
        )

    def words(self, mark: Mark) -> str:
        """A cue as it is printed."""
        return self.tokens.words(mark.first, mark.last)

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a verb that carries a clause stands between two words."""
        return any(self.verbs[first:last])


@dataclass(frozen=True)
class SentenceSpan:
    """A figure, date or length of time in its sentence: the words from `first` up to `last`
    are its own.
    """

    scene: Scene
    first: int
    last: int
    figure: Figure | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """All words of the sentence."""
        return self.scene.tokens.keys

    def is_told_with(self, at: int) -> bool:
        """Whether a word belongs to the statement of the figure, before it or behind it."""
        clauses = self.scene.clauses
        return clauses.reaches(at, self.first, TOLD_ALONG) or clauses.reaches(
            self.first, at, TOLD_ALONG
        )

    def shares_clause(self, at: int, links: frozenset[Link] = TOLD_ALONG) -> bool:
        """Whether what a word says is said of the figure: in its clause, or in one that is
        told along with it.
        """
        return self.scene.clauses.reaches(at, self.first, links)

    def reaches_back(self, at: int) -> bool:
        """Whether a name before the figure may be who is told of: not one of a clause that
        was over before.
        """
        clauses = self.scene.clauses
        clause = clauses.all[clauses.of[at]]
        is_inner = clause.link in (Link.ASIDE, Link.RELATIVE, Link.WHEN)
        return not is_inner or clauses.reaches(at, self.first, frozenset(Link))

    def near_before(self, mark: Mark, most: int) -> bool:
        """Whether a cue stands right before the figure, with at most some articles,
        adjectives and hedges between.
        """
        return 0 <= self.first - mark.last <= most and all(
            self.is_slot(at) for at in range(mark.last, self.first)
        )

    def is_slot(self, at: int) -> bool:
        """Whether a word may stand between a cue and its figure."""
        is_small = (
            self.keys[at] in self.scene.lexicon.grammar["slots"]
            or self.keys[at] in "$€£¥~("
        )
        return is_small or at in self.scene.skipped or at in self.scene.in_metrics

    def gap(self, first: int) -> int:
        """How many words stand between the figure and a word behind it, without such as
        year-over-year.
        """
        return sum(at not in self.scene.skipped for at in range(self.last, first))

    def is_open(self, first: int, last: int) -> bool:
        """Whether no other figure and no sign stands between two words."""
        return not any(
            at in self.scene.in_figure or self.keys[at] in SIGNS
            for at in range(first, last)
        )

    def is_clear(self, first: int, last: int) -> bool:
        """Whether no other figure and no sign that ends a clause stands between two words."""
        between = range(first, last)
        return not any(
            at in self.scene.in_figure or self.keys[at] in ";:()；：" for at in between
        )


@lru_cache(maxsize=64)
def scene_of(text: str, language: str, lexicon: Lexicon) -> Scene:
    """A sentence, read; the last of them are kept, since several figures of one sentence
    are asked for one after another.
    """
    return Scene(Tokens.of(text), lexicon, language)
