"""Where a quote stands in a text: on the boundaries of words and numbers, once, and as one passage.

Never by likeness: `380` and `830` are 98 % alike. What is almost there is found too, for the message alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from dossier.collect.normal import normalise_quote
from dossier.collect.texts import Text, View

GAP = " ... "
"""What ` … ` between the pieces of a quote is folded to."""

MAX_GAP_WORDS = 25  # about one sentence; what is further apart is no passage
LEAST_WORDS = 2  # single words can be strung together to say anything
MOST_HITS = 50  # a quote that stands more often than this is as ambiguous as it can be
CURRENCY_SIGNS = "$€£¥₩₹₽₺"
NEGATION = re.compile(
    r"\b(?:not?|never|none|nor|neither|nothing|nobody|nowhere|without|cannot|hardly|barely|scarcely|seldom|rarely"
    r"|den(?:y|ies|ied|ying)|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|lacks?|unless|instead|rather than|far from|false(?:ly)?"
    r"|unlikely)\b|\w(?:n't)\b",
    re.IGNORECASE,
)
# A quote that begins right after one of these says the opposite of its text. "Not only" and the like deny nothing.
DENIED = re.compile(r"(?:\b(?:not|never|no longer|without|nor|neither|cannot|hardly|barely|scarcely)|n't)\b(?: [a-z]+ly)?\W?$", re.I)
DENIES_NOTHING = re.compile(r"(?:only|just|merely|simply|least|less|fewer|more)\b", re.IGNORECASE)
BRACKETED = re.compile(r"\[[^\]]*\]|\((?:\.\.\.|sic)\)")
NUMBER_GROUP_BEFORE = re.compile(r"(?<![\d.,'])\d{1,3}(?: \d{3})* $")
NUMBER_GROUP_AFTER = re.compile(r" \d{3}(?!\d)")


@dataclass(frozen=True)
class Passage:
    """Where the pieces of a quote stand in one view of a text; most quotes have one piece."""

    view: View
    spans: tuple[tuple[int, int], ...]

    @property
    def denied(self) -> str:
        """The denial right before the passage, which the quote leaves out; empty where there is none."""
        start, end = self.spans[0]
        before = self.view.flat[max(0, start - 30) : start]
        match = DENIED.search(before)
        return match[0].strip() if match and not DENIES_NOTHING.match(self.view.flat[start:end]) else ""


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
        return tuple(self.words.split(GAP))


def find_passages(text: Text, quote: Quote) -> tuple[Passage, ...]:
    """Every place of a quote, its ellipses taken as words of the text first and then as words left out."""
    for pieces in dict.fromkeys(((quote.words,), quote.pieces)):
        if len(pieces) > 1 and any(len(piece.split()) < LEAST_WORDS for piece in pieces):
            return ()
        for view in text.views:
            spans = [_all_hits(view.flat, piece) for piece in pieces]
            chains = spans[0] if len(pieces) == 1 else _chains(spans)
            found = tuple(Passage(view, chain) for chain in chains if not _faults(view, chain))
            if fitting := tuple(passage for passage in found if _fits(passage, quote)):
                return fitting
    return ()


def _all_hits(flat: str, words: str) -> list[tuple[tuple[int, int], ...]]:
    return [((start, end),) for start, end in _hits(flat, words)]


def _hits(flat: str, words: str) -> Iterator[tuple[int, int]]:
    found = 0
    start = flat.find(words) if words else -1
    while start >= 0 and found < MOST_HITS:
        end = start + len(words)
        if not (_cuts_left(flat, start) or _cuts_right(flat, end) or _is_page_number(flat, start, end)):
            found += 1
            yield start, end
        start = flat.find(words, start + 1)


def _chains(hits: list[list[tuple[tuple[int, int], ...]]]) -> list[tuple[tuple[int, int], ...]]:
    """Each way to put the pieces after one another: every place of the first, then the next place of each other."""
    chains = hits[0]
    for places in hits[1:]:
        chains = [
            (*chain, following) for chain in chains
            if (following := next((place for (place,) in places if place[0] >= chain[-1][1]), None))
        ]  # fmt: skip
    # Of two that end alike, the later beginning is the passage.
    return list({chain[-1]: chain for chain in chains}.values())


def _faults(view: View, chain: tuple[tuple[int, int], ...]) -> str:
    """Why the pieces are no passage; empty where they are one."""
    for (_, end), (start, _) in pairwise(chain):
        gap = view.flat[end:start]
        if view.parts(end, start):
            return "its pieces stand in different paragraphs"
        if match := NEGATION.search(gap):
            return f"the words left out hold “{match[0]}”"
        if len(gap.split()) > MAX_GAP_WORDS:
            return f"it leaves out {len(gap.split())} words; expected at most {MAX_GAP_WORDS}"
    return ""


def explain_pieces(text: Text, quote: Quote) -> str:
    """Why the pieces of a quote, each of which is in the text, are no passage; empty where that is not what is wrong."""
    if not all(quote.pieces):
        return "it begins or ends with an ellipsis; leave that out"
    if BRACKETED.search(quote.words):
        return "it has words in brackets; write ` … ` for what is left out, and add nothing"
    if len(quote.pieces) < 2:
        return ""
    if short := [piece for piece in quote.pieces if len(piece.split()) < LEAST_WORDS]:
        return f"the piece “{short[0]}” is a single word; expected at least {LEAST_WORDS}"
    for view in text.views:
        hits = [_all_hits(view.flat, piece) for piece in quote.pieces]
        if all(hits):
            chains = _chains(hits)
            return _faults(view, chains[0]) if chains else "its pieces stand in another order"
    return ""


def _fits(passage: Passage, quote: Quote) -> bool:
    """Whether the words before and after are those that prefix and suffix name."""
    flat = passage.view.flat
    before = flat[: passage.spans[0][0]].rstrip(" ")
    after = flat[passage.spans[-1][1] :]
    gap = len(after) - len(after := after.lstrip(" "))
    end = passage.spans[-1][1] + gap + len(quote.suffix)
    return (
        before.endswith(quote.prefix) and not (quote.prefix and _cuts_left(flat, len(before) - len(quote.prefix)))
        and after.startswith(quote.suffix) and not (quote.suffix and _cuts_right(flat, end))
    )  # fmt: skip


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0


def _is_joined(one: str, other: str) -> bool:
    """Whether two neighbours belong to one word. Chinese and Japanese set no spaces, so there all can be parted."""
    return _is_word(one) and _is_word(other) and not (_is_han(one) or _is_han(other))


def _is_han(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"


def _cuts_left(flat: str, start: int) -> bool:
    """Whether a quote that begins here begins inside a word or a number."""
    if start == 0:
        return False
    before, first = flat[start - 1], flat[start]
    further = flat[start - 2] if start > 1 else " "
    if _is_joined(before, first) or (first in CURRENCY_SIGNS and before.isalpha()):
        return True
    if before in "-'./" and _is_word(first) and _is_word(further) and not _is_han(further):
        return True
    if first.isdigit():
        signed = before in "+-" or before in CURRENCY_SIGNS
        grouped = before in ",:" and further.isdigit()
        return signed or grouped or bool(NUMBER_GROUP_BEFORE.search(flat[max(0, start - 24) : start]) and _has_group(flat, start))
    return False


def _has_group(flat: str, start: int) -> bool:
    return bool(NUMBER_GROUP_AFTER.match(" " + flat[start : start + 4]))


def _cuts_right(flat: str, end: int) -> bool:
    """Whether a quote that ends here ends inside a word or a number."""
    if end >= len(flat):
        return False
    last, after = flat[end - 1], flat[end]
    further = flat[end + 1] if end + 1 < len(flat) else " "
    if _is_joined(last, after):
        return True
    if after == "'" and last.isalpha() and further.isalpha():
        return not _is_possessive(flat, end)
    if after in "-./" and _is_word(last) and _is_word(further) and not _is_han(further):
        return True
    if last.isdigit():
        grouped = after in ",:'" and further.isdigit()
        return after in "%‰" or grouped or bool(re.search(r"(?<![\d.,'])\d{1,3}$", flat[max(0, end - 4) : end])
                                               and NUMBER_GROUP_AFTER.match(flat, end))  # fmt: skip
    return False


def _is_possessive(flat: str, end: int) -> bool:
    return flat[end + 1] == "s" and not (end + 2 < len(flat) and flat[end + 2].isalnum())


def _is_page_number(flat: str, start: int, end: int) -> bool:
    """Whether a bare number stands alone in its paragraph: that is the foot of a page or a cell of a table."""
    return flat[start:end].isdigit() and flat[max(0, start - 2) : start] in ("", "\n\n") and flat[end : end + 2] in ("", "\n\n")


LEAST_LIKENESS = 0.6


def find_near(text: Text, quote: Quote) -> str:
    """How the words that are most like a quote differ from it; empty where none are like it."""
    wanted = quote.words.split()
    words = text.views[0].flat.split()
    best = _best_window(wanted, words)
    if best is None:
        return ""
    found = words[max(0, best - 2) : best + len(wanted) + 2]
    matcher = SequenceMatcher(None, wanted, found, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    if not blocks or shared < LEAST_WORDS or shared < LEAST_LIKENESS * len(wanted):
        return ""
    return "; ".join(_differences(wanted, found, matcher)) or "the text ends the word in another way"


def _best_window(wanted: list[str], words: list[str]) -> int | None:
    """Where the stretch begins that shares most words with those wanted."""
    known = set(wanted)
    hits = [word in known for word in words]
    size = min(len(wanted), len(words))
    count = best = sum(hits[:size])
    place = 0
    for start in range(1, len(words) - size + 1):
        count += hits[start + size - 1] - hits[start - 1]
        if count > best:
            best, place = count, start
    return place if best else None


def _differences(wanted: list[str], found: list[str], matcher: "SequenceMatcher[str]") -> Iterator[str]:
    codes = matcher.get_opcodes()
    # What stands before and after the quote in the text is no difference.
    while codes and codes[0][0] == "insert":
        codes = codes[1:]
    while codes and codes[-1][0] == "insert":
        codes = codes[:-1]
    for place, (tag, start, end, *other) in enumerate(codes):
        first, last = other
        if tag == "replace" and place == 0:
            first = max(first, last - (end - start))
        elif tag == "replace" and place == len(codes) - 1:
            last = min(last, first + (end - start))
        here, there = " ".join(wanted[start:end]), " ".join(found[first:last])
        if tag == "replace":
            yield f"the text has “{there}” for “{here}”"
        elif tag == "delete":
            yield f"the text does not have “{here}”"
        elif tag == "insert":
            yield f"the text has also “{there}”"
