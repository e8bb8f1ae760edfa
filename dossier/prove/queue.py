"""What waits for a person: quotes whose claim no program can judge, with the words of the
text around them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.model.binding import find_judgement, find_record
from dossier.model.claims import Claim, Reference
from dossier.model.content import Content
from dossier.model.facts import Fact
from dossier.model.judgements import Found, judged
from dossier.model.proofs import Level, Look, Record, State, counted, supported, weakest
from dossier.model.speaking import speakers_by
from dossier.model.values import Name, PlaceName
from dossier.prove.cells import Cell, find_cell
from dossier.prove.words import Words
from dossier.texts.archive import View
from dossier.texts.library import Library
from dossier.texts.passages import Quote, Span, find_passages
from dossier.texts.sentences import sentence_around

WAITING = (Level.LOOK, Level.WORDS)
"""What waits for a person."""


@dataclass(frozen=True)
class Waiting:
    """One quote of a claim that nobody has read with it."""

    fact: Fact
    claim: Claim
    reference: Reference
    state: State
    looks: Mapping[str, tuple[Look, ...]]
    before: str = ""
    # The words of its sentence before the quote, and after it; nothing where the text is
    # not at hand.
    after: str = ""
    quote: str = ""
    # As the text has it, with the words that the quote leaves out.

    @property
    def sentence(self) -> str:
        """The sentence of the text around the quote."""
        return self.before + self.quote + self.after

    @property
    def place(self) -> int:
        """Its claim's place among the claims of the fact, from 0."""
        return next(
            place for place, one in enumerate(self.fact.claims) if one is self.claim
        )


def queue_of(content: Content, library: Library) -> tuple[Waiting, ...]:
    """All that waits, what asks for a look first; otherwise in the order of the content."""
    found = tuple(_waiting(content, library))
    return (*(one for one in found if one.looks), *(one for one in found if not one.looks))


def _waiting(content: Content, library: Library) -> Iterator[Waiting]:
    for fact in content.quoting.values():
        for claim in fact.claims:
            for one in claim.references:
                record = find_record(content, fact, claim, one) if one.quote else None
                if record and (state := _open_state(content, fact, claim, one, record)):
                    yield Waiting(
                        fact, claim, one, state, record.looks, *_around(one, library)
                    )


def _open_state(
    content: Content, fact: Fact, claim: Claim, one: Reference, record: Record
) -> State | None:
    """How far a quote is proved that waits; None where it does not, because it is proved,
    wrong, or read.
    """
    judgement = find_judgement(content, fact, claim, one)
    levels = [judged(record.level_of(key), judgement) for key in supported(claim, one)]
    state = counted(weakest(levels), () if judgement else record.looks)
    if judgement and judgement.found is Found.WRONG:
        return None
    return state if state in WAITING else None


def _around(one: Reference, library: Library) -> tuple[str, str, str]:
    """The sentence before the quote and after it, and the quote in it."""
    text = library.texts.get(one.source)
    places = (
        find_passages(text, Quote.of(one.quote, one.prefix, one.suffix)) if text else ()
    )
    if text and one.locator.is_cell:
        cell = find_cell(
            text, one, [Words(place.view, place.spans, text.language) for place in places]
        )
        return (
            _parts(cell.words.view, cell.words.spans)
            if isinstance(cell, Cell)
            else ("", "", "")
        )
    return _parts(places[0].view, places[0].spans) if places else ("", "", "")


def _parts(view: View, spans: tuple[Span, ...]) -> tuple[str, str, str]:
    flat, start, end = view.flat, spans[0][0], spans[-1][1]
    first, last = sentence_around(view, start, end)
    return flat[first:start].lstrip(), flat[end:last].rstrip(), flat[start:end]


def claim_lines(content: Content, waiting: Waiting) -> Iterator[tuple[str, str]]:
    """What the quote is to support, and what frames it: keys and values, as a reader has to
    compare them.
    """
    fact, claim = waiting.fact, waiting.claim
    subject = content.entities.get(fact.subject)
    yield "about", subject.name if subject else fact.subject
    for key, value in supported(claim, waiting.reference).items():
        yield key, _text(value, content)
    if waiting.reference.locator.is_cell:
        yield "cell", str(waiting.reference.locator)
    framing = {
        "period": claim.period,
        "stated": claim.stated,
        "asserted_by": _speakers(waiting),
        "status": claim.status,
        **claim.qualifiers,
    }
    for key, value in framing.items():
        if value and key not in supported(claim, waiting.reference):
            yield f"({key})", _text(value, content)


def _speakers(waiting: Waiting) -> tuple[Name, ...]:
    return tuple(map(Name, speakers_by(waiting.claim, waiting.reference)))


def _text(value: object, content: Content) -> str:
    if isinstance(value, tuple):
        return ", ".join(_text(item, content) for item in value)
    if isinstance(value, Name):
        return (
            content.entities[value.entity].name
            if value.entity in content.entities
            else value.entity
        )
    return value.name if isinstance(value, PlaceName) else str(value)
