"""Where a quote stands in a text: to the letter, on the boundaries of words, and as one
passage.

Never by likeness: `380` and `830` are 98 % alike. A quote may leave words out where it says
so, ` … `, as long as that cannot turn its sense: in order, within one paragraph, few words,
and none that deny.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dossier.figures.grammars import grammar_of
from dossier.figures.hedges import bounds_of
from dossier.model.scripts import words_in
from dossier.texts.archive import Text, View
from dossier.texts.boundaries import cuts_left, cuts_right, is_page_number, is_whole
from dossier.texts.normal import normalise_quote

GAP = " ... "
"""What ` … ` between the pieces of a quote is folded to."""
GAPS = re.compile(r" \.\.\. | ?\.{6} ?")
"""The same, and `……`, which Chinese and Japanese write without spaces."""

MAX_GAP_WORDS = 25  # about one sentence; what is further apart is no passage
LEAST_WORDS = 2  # single words can be strung together to say anything
MOST_HITS = 50  # a quote that stands more often than this is as ambiguous as it can be
PARTICLES = (
    r"\b(?:not|never|no|none|nor|neither|nothing|nowhere|without|cannot|hardly|barely|scarcely|seldom|rarely|unless|except"
    r"|instead of|rather than)\b|\wn't\b"
)
"""They deny the word that follows."""
DENIERS = (
    r"\b(?:den(?:y|ies|ied|ying)|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)"
    r"|dismiss(?:es|ed|ing)?|rul(?:es?|ed|ing)"
    r" out|cancel(?:s|l?ed|l?ing)?|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?"
    r"|shelv(?:es?|ed|ing)|lack(?:s|ed|ing)?|stop(?:s|ped|ping)? short|f(?:all|alls|ell)"
    r" short|nobody|no one|no plans?"
    r"|far from|by no means|false(?:ly)?|untrue|unlikely|unable|unwilling|instead)\b"
)
"""They deny what they are said of, which may stand some words on: refused to invest, far
from the 91.
"""
NEGATION = re.compile(rf"{PARTICLES}|{DENIERS}", re.IGNORECASE)
# A quote that begins right after one of these says the opposite of its text; "not only" and
# the like deny nothing.
DENIAL = re.compile(
    rf"(?:{PARTICLES})(?: [a-z]+ly)? ?[\"']?$|(?:{DENIERS})(?: [a-z']+){{0,4}} ?[\"']?$",
    re.IGNORECASE,
)
DENIAL_REACH = (
    45  # characters before a quote in which a denial and the words after it stand
)
DENIES_NOTHING = re.compile(
    r"(?:only|just|merely|simply|least|less|fewer|more)\b", re.IGNORECASE
)
BRACKETED = re.compile(r"\[[^\]]*\]|\((?:\.\.\.|sic)\)")

Span = tuple[int, int]


@dataclass(frozen=True)
class PlacedPassage:
    """Where the pieces of a quote stand in one view of a text; most quotes have one piece."""

    view: View
    spans: tuple[Span, ...]

    @property
    def denial(self) -> str:
        """The denial right before the passage, which the quote leaves out; empty where
        there is none.
        """
        start, end = self.spans[0]
        match = DENIAL.search(self.view.flat[max(0, start - DENIAL_REACH) : start])
        return (
            match[0].strip(" \"'")
            if match and not DENIES_NOTHING.match(self.view.flat, start, end)
            else ""
        )


@dataclass(frozen=True)
class Quote:
    """The words to look up, in the typography in which texts are kept."""

    words: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, quote: str, prefix: str = "", suffix: str = "") -> "Quote":
        """A quote as it is written in the content."""
        return cls(normalise_quote(quote), normalise_quote(prefix), normalise_quote(suffix))

    @property
    def pieces(self) -> tuple[str, ...]:
        """What stands between the ellipses."""
        return tuple(GAPS.split(self.words))


def find_passages(text: Text, quote: Quote) -> tuple[PlacedPassage, ...]:
    """Every place of a quote. An ellipsis is first taken for the text's own, and then for
    words left out.
    """
    whole = _find(text, (quote.words,), quote)
    return whole or (_find(text, quote.pieces, quote) if _can_be_pieces(quote) else ())


def _can_be_pieces(quote: Quote) -> bool:
    return len(quote.pieces) > 1 and all(
        words_in(piece) >= LEAST_WORDS for piece in quote.pieces
    )


def _find(text: Text, pieces: tuple[str, ...], quote: Quote) -> tuple[PlacedPassage, ...]:
    for view in text.views:
        chains = _chains([tuple(_hits(view.flat, piece)) for piece in pieces])
        passages = (
            PlacedPassage(view, chain)
            for chain in chains
            if not _fault(view, chain, text.language)
        )
        if fitting := tuple(passage for passage in passages if _fits(passage, quote)):
            return fitting
    return ()


def _hits(flat: str, words: str) -> Iterator[Span]:
    found = 0
    start = flat.find(words) if words else -1
    while start >= 0 and found < MOST_HITS:
        end = start + len(words)
        if is_whole(flat, start, end) and not is_page_number(flat, start, end):
            found += 1
            yield start, end
        start = flat.find(words, start + 1)


def _chains(hits: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    """Each way to put the pieces after one another: every place of the first, then the next
    place of each other.
    """
    chains: list[tuple[Span, ...]] = [(place,) for place in hits[0]]
    for places in hits[1:]:
        chains = [
            (*chain, following) for chain in chains
            if (following := next((place for place in places if place[0] >= chain[-1][1]), None))
        ]  # fmt: skip
    # Of two that end alike, the one that begins later is the passage.
    return list({chain[-1]: chain for chain in chains}.values())


def _fault(view: View, chain: tuple[Span, ...], language: str) -> str:
    """Why the pieces are no passage; empty where they are one."""
    for (_, end), (start, _) in pairwise(chain):
        gap = view.flat[end:start]
        if view.parts(end, start):
            return "its pieces stand in different paragraphs"
        if why := _may_turn(gap, language):
            return why
        if words_in(gap) > MAX_GAP_WORDS:
            return f"it leaves out {words_in(gap)} words; expected at most {MAX_GAP_WORDS}"
    return ""


def _may_turn(gap: str, language: str) -> str:
    """Why words that are left out may deny the others; empty where nothing in them does."""
    if match := NEGATION.search(gap):
        return f"the words left out hold “{match[0]}”"
    grammar = grammar_of(language)
    if grammar is None:
        return (
            f"denials are not known in this language ({language}), so nothing may be left"
            " out; quote one passage"
        )
    match = bounds_of(grammar).denies.search(gap)
    return f"the words left out hold “{match[0]}”" if match else ""


def _fits(passage: PlacedPassage, quote: Quote) -> bool:
    """Whether the words before and after are those that prefix and suffix name."""
    return _follows(passage, quote.prefix) and _precedes(passage, quote.suffix)


def _follows(passage: PlacedPassage, prefix: str) -> bool:
    flat, end = passage.view.flat, passage.spans[0][0]
    end -= end > 0 and flat[end - 1] == " "
    return not prefix or (
        flat.endswith(prefix, 0, end) and not cuts_left(flat, end - len(prefix))
    )


def _precedes(passage: PlacedPassage, suffix: str) -> bool:
    flat, start = passage.view.flat, passage.spans[-1][1]
    start += flat.startswith(" ", start)
    return not suffix or (
        flat.startswith(suffix, start) and not cuts_right(flat, start + len(suffix))
    )


def explain_pieces(text: Text, quote: Quote) -> str:
    """Why the pieces of a quote are no passage; empty where that is not what is wrong."""
    if quote.words.startswith("...") or quote.words.endswith("..."):
        return "it begins or ends with an ellipsis; leave that out"
    if BRACKETED.search(quote.words):
        return "it has words in brackets; write ` … ` for what is left out, and add nothing"
    if len(quote.pieces) < 2:
        return ""
    if short := [piece for piece in quote.pieces if words_in(piece) < LEAST_WORDS]:
        return f"the piece “{short[0]}” is a single word; expected at least {LEAST_WORDS}"
    for view in text.views:
        hits = [tuple(_hits(view.flat, piece)) for piece in quote.pieces]
        if all(hits):
            chains = _chains(hits)
            return (
                _fault(view, chains[0], text.language)
                if chains
                else "its pieces stand in another order"
            )
    return ""
