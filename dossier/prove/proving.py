"""One quote at a time: is it in its source's text, and do its figures say what the claim says?

Every way out names its state; there is no pass for what was not looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.claims import Claim, Reference
from dossier.model.proofs import Level, Part, ProofState, parts_of
from dossier.model.values import MONEY, Field, Property, Single, asks
from dossier.model.values.asking import AskDate, AskFigure, AskLength, AskRange
from dossier.prove.comparing import Fault, Unread, compare_date, compare_duration, compare_quantity, compare_range
from dossier.prove.words import Words
from dossier.texts.archive import Text
from dossier.texts.library import Library
from dossier.texts.near import find_near
from dossier.texts.passages import Quote, explain_pieces, find_passages

EQUIVALENT = Field(MONEY)


@dataclass(frozen=True)
class Outcome:
    """How the proof of one reference ended."""

    state: ProofState
    code: str = ""
    # Of the finding, where it is not proved.
    detail: str = ""
    level: Level = Level.PROVED
    # How much is known where the state is `proved`.


PROVED = Outcome(ProofState.PROVED)


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
    if denied := passages[0].denial:
        return Outcome(ProofState.NEAR, "Q006", f"the text has “{denied}” right before the words; begin the quote with it")
    words = Words(passages[0].view, passages[0].spans, text.language)
    return _outcome_of([(part, _compare(part, prop, words)) for part in parts_of(claim, reference)])


def _outcome_of(compared: Sequence[tuple[Part, Fault | Unread | None]]) -> Outcome:
    """What comparing all parts came to: a fault tells more than what cannot be read, and that more than what fits."""
    for part, found in compared:
        if isinstance(found, Fault):
            return Outcome(ProofState.FIGURE, found.code, f"{part.key} {part.canonical}: {found.message}")
    for part, found in compared:
        if isinstance(found, Unread):
            return Outcome(ProofState.PROVED, detail=f"{part.key} {part.canonical}: {found.reason}", level=Level.WORDS)
    return PROVED


def _explain_absence(text: Text, quote: Quote, source: str, library: Library) -> Outcome:
    """Why a quote is not in its text: it is another source's, its pieces do not fit, or words of it differ."""
    if others := [other for other in library.having(quote) if other != source]:
        where = f"but in that of {', '.join(others[:3])}; name it"
        return Outcome(ProofState.ELSEWHERE, "Q003", f"the words are not in the text of {source}, {where}")
    if why := explain_pieces(text, quote):
        return Outcome(ProofState.NOT_FOUND, "Q009", f"the quote is no passage of {source}: {why}")
    if (quote.prefix or quote.suffix) and find_passages(text, Quote(quote.words)):
        around = "but prefix or suffix does not stand beside them"
        return Outcome(ProofState.NEAR, "Q006", f"the words are in the text of {source}, {around}")
    if differences := find_near(text, quote.words):
        return Outcome(ProofState.NEAR, "Q006", f"the words are almost in the text of {source}: {differences}")
    advice = "copy them from it, to the letter"
    return Outcome(ProofState.NOT_FOUND, "Q001", f"the words are not in the text of {source}; {advice}")


def _compare(part: Part, prop: Property, words: Words) -> Fault | Unread | None:
    field = EQUIVALENT if part.key == "equivalent" else prop.keys.get(part.key, prop.field)
    found = [_compare_one(value, field, words) for value in part.items]
    return next((one for one in found if isinstance(one, Fault)), None) or next((one for one in found if one), None)


def _compare_one(value: Single, field: Field, words: Words) -> Fault | Unread | None:
    """Compare a value by what it asks of the words."""
    match asks(value, field):
        case AskFigure(quantity):
            return compare_quantity(quantity, field, words)
        case AskRange(whole):
            return compare_range(whole, field, words)
        case AskDate(date):
            return compare_date(date, words)
        case AskLength(span):
            return compare_duration(span, words)
    return None
