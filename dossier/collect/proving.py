"""One quote at a time: is it in its source's text, and do its figures say what the claim says?

Every way out names its state; there is no pass for what was not looked at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.collect.comparing import Fault, Words, compare_date, compare_duration, compare_quantity
from dossier.collect.days import Day, find_days
from dossier.collect.figures import Figure, find_figures
from dossier.collect.passages import Passage, Quote, explain_pieces, find_near, find_passages
from dossier.collect.texts import TOKEN, Text
from dossier.model.claims import Claim, Reference
from dossier.model.dates import PartialDate
from dossier.model.proofs import Checkable, Part, ProofState, parts_of
from dossier.model.quantities import Quantity
from dossier.model.values import Field, Horizon, Property, ValueType

CONTEXT = 60  # characters around a quote in which the rest of a figure may stand, and the hedge before it
MONEY = Field(ValueType.MONEY)


@dataclass(frozen=True)
class Outcome:
    """How the proof of one reference ended."""

    state: ProofState
    code: str = ""
    # Of the finding, where it is not proved.
    detail: str = ""


PROVED = Outcome(ProofState.PROVED)


@dataclass(frozen=True)
class Library:
    """All texts at hand, by source; looked through as a whole only for quotes that are not where they should be."""

    texts: Mapping[str, Text]

    @cached_property
    def index(self) -> Mapping[str, frozenset[str]]:
        """The sources that have a word or number."""
        found: dict[str, set[str]] = {}
        for source, text in self.texts.items():
            for token in text.tokens:
                found.setdefault(token, set()).add(source)
        return {token: frozenset(sources) for token, sources in found.items()}

    def having(self, quote: Quote) -> tuple[str, ...]:
        """The sources whose text has a quote."""
        # The first and the last word may be parts of one that was hyphenated at a line's end; the index has both readings.
        sets = sorted((self.index.get(token, frozenset()) for token in set(TOKEN.findall(quote.words))), key=len)
        sources = frozenset.intersection(*sets) if sets else frozenset[str]()
        return tuple(source for source in sorted(sources) if find_passages(self.texts[source], quote))


def prove(claim: Claim, reference: Reference, prop: Property, library: Library) -> Outcome:
    """Look up one quote, whose source's text is at hand, and compare what it supports with its words."""
    text = library.texts[reference.source]
    quote = Quote.of(reference.quote, reference.prefix, reference.suffix)
    passages = find_passages(text, quote)
    if not passages:
        return _explain_absence(text, quote, reference.source, library)
    if len(passages) > 1:
        places = f"the words stand in the text of {reference.source} {len(passages)} times"
        return Outcome(ProofState.AMBIGUOUS, "Q007", f"{places}; give a prefix or a suffix")
    if denied := passages[0].denied:
        return Outcome(ProofState.NEAR, "Q006", f"the text has “{denied}” right before the words; begin the quote with it")
    words = words_of(passages[0], text.language)
    for part in parts_of(claim, reference):
        if fault := _compare(part, prop, words):
            return Outcome(ProofState.FIGURE, fault.code, f"{part.key} {part.canonical}: {fault.message}")
    return PROVED


def _explain_absence(text: Text, quote: Quote, source: str, library: Library) -> Outcome:
    """What is wrong with a quote that is not in its text: other source, pieces that do not fit, other words, or all of it."""
    if others := [other for other in library.having(quote) if other != source]:
        named = ", ".join(others[:3])
        return Outcome(ProofState.ELSEWHERE, "Q003", f"the words are not in the text of {source}, but in that of {named}")
    if why := explain_pieces(text, quote):
        return Outcome(ProofState.NOT_FOUND, "Q009", f"the quote is no passage of {source}: {why}")
    if (quote.prefix or quote.suffix) and find_passages(text, Quote(quote.words)):
        around = "prefix or suffix"
        return Outcome(ProofState.NEAR, "Q006", f"the words are in the text of {source}, but the {around} is not next to them")
    if differences := find_near(text, quote):
        return Outcome(ProofState.NEAR, "Q006", f"the words are almost in the text of {source}: {differences}")
    return Outcome(ProofState.NOT_FOUND, "Q001", f"the words are not in the text of {source}")


def words_of(passage: Passage, language: str) -> Words:
    """The figures and dates of a passage, read with the text around it: a quote must not cut them."""
    flat = passage.view.flat
    figures: list[Figure] = []
    days: list[Day] = []
    for start, end in passage.spans:
        first, last = _context(passage, start, end)
        window = flat[first:last]
        figures += [found for item in find_figures(window, language) if _touches(found := item.shifted(first), start, end)]
        days += [found for day in find_days(window, language) if _touches(found := day.shifted(first), start, end)]
    return Words(flat, tuple(figures), tuple(days), passage.spans)


def _touches(found: Figure | Day, start: int, end: int) -> bool:
    return found.start < end and start < found.end


def _context(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The stretch around a piece: whole words, within its paragraph."""
    flat = passage.view.flat
    head, tail = passage.view.paragraph_at(start)
    first = max(head, start - CONTEXT)
    while head < first and flat[first - 1] != " ":
        first -= 1
    last = min(tail, end + CONTEXT)
    while last < tail and flat[last] != " ":
        last += 1
    return first, last


def _compare(part: Part, prop: Property, words: Words) -> Fault | None:
    for value in _items(part.value):
        fault = _compare_one(value, part.key, prop, words)
        if fault:
            return fault
    return None


def _items(value: Checkable) -> Iterator[Quantity | PartialDate | Horizon]:
    if isinstance(value, tuple):
        yield from value
    else:
        yield value


def _compare_one(value: Quantity | PartialDate | Horizon, key: str, prop: Property, words: Words) -> Fault | None:
    if isinstance(value, Quantity):
        field = MONEY if key == "equivalent" else prop.keys.get(key, prop.field)
        return compare_quantity(value, field, words)
    return compare_date(value, words) if isinstance(value, PartialDate) else compare_duration(value, words)
