"""One quote at a time: is it in its source's text, and do its figures say what the claim
says?

Every way out names its state; there is no pass for what was not looked at.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dossier.model.claims import AROUND, Claim, Reference, Status
from dossier.model.dates import PartialDate
from dossier.model.proofs import (
    WEAKEST_FIRST,
    ClaimPart,
    Level,
    Look,
    ProofState,
    State,
    parts_of,
    supported,
    written_keys,
)
from dossier.model.values import Field, Name, PlaceName, Property, Single, asks
from dossier.model.values.asking import (
    AskDate,
    AskFigure,
    AskLength,
    AskRange,
    AskSeveral,
    AskShare,
    AskWords,
)
from dossier.prove.cells import Cell, find_cell, look_at_time, period_words, words_of
from dossier.prove.comparing_dates import compare_date
from dossier.prove.comparing_figures import compare_quantity, compare_range, compare_share
from dossier.prove.comparing_lengths import compare_duration
from dossier.prove.cues.looking import (
    Beside,
    look_at_place,
    look_beside,
    since_words,
)
from dossier.prove.cues.ours import look_at_ours
from dossier.prove.cues.roles import look_at_role
from dossier.prove.frames import Frame
from dossier.prove.names import (
    NO_NAMES,
    Judged,
    Names,
    judge_name,
    judge_speaker,
    stands_in_sentence,
)
from dossier.prove.pointing import field_of
from dossier.prove.saying import confirms
from dossier.prove.verbatim import compare_several, compare_words
from dossier.prove.verdicts import Fault, Unread
from dossier.prove.words import Words
from dossier.texts.archive import Text
from dossier.texts.library import Library
from dossier.texts.near import find_near
from dossier.texts.normal import normalise_quote
from dossier.texts.passages import Quote, explain_pieces, find_passages

Looks = tuple[Look, ...]
LEFT_OUT = re.compile(
    r"\b(?:exclud(?:ing|es?)|except|without|other than|outside|not|no|ex)[ -](?:\w+[ -])?$",
    re.IGNORECASE,
)
"""Before the word of a qualifier, what says that the figure is of all but that."""
LEFT_BEHIND = re.compile(
    r"(?: [\w-]+)?,? (?:apart|aside|excluded|excepted|not included)\b", re.IGNORECASE
)
"""The same behind it: saws apart, revenue was 5 million."""


@dataclass(frozen=True)
class Outcome:
    """How the proof of one reference ended."""

    state: State
    code: str = ""
    # Of the finding, where it failed; else what cannot be read.
    detail: str = ""
    levels: Mapping[str, Level] = field(default_factory=dict)
    # Of each key that the reference supports, where it did not.
    looks: Mapping[str, tuple[Look, ...]] = field(default_factory=dict)
    # What asks a person to look, by key.

    @property
    def cues(self) -> tuple[str, ...]:
        """Each kind of cue that asks a person to look, once."""
        return tuple(
            dict.fromkeys(look.cue for looks in self.looks.values() for look in looks)
        )


def prove(
    claim: Claim,
    reference: Reference,
    prop: Property,
    library: Library,
    names: Names = NO_NAMES,
    *,
    frame: Frame | None = None,
) -> Outcome:
    """Look up one quote, whose source's text is at hand, and compare what it supports with
    its words.

    Without a frame, the words beside its figures are not looked at.
    """
    asked = locate(reference, prop, library, frame)
    if isinstance(asked, Outcome):
        return asked
    compared = [(part, compare_part(part, asked)) for part in parts_of(claim, reference)]
    for part, found in compared:
        if isinstance(found, Fault):
            return Outcome(
                ProofState.FIGURE,
                found.code,
                f"{part.key} {part.canonical}: {found.message}",
            )
    return _judged(claim, reference, compared, Passage(asked.words, names, frame))


def proved_beside(
    claim: Claim, reference: Reference, asked: "Asked", names: Names
) -> tuple[str, ...]:
    """What a claim says around its value that the words of a quote prove, with nothing that
    asks for a look.
    """
    at = Passage(asked.words, names, asked.frame)
    around = [
        key for key in written_keys(claim) if key in AROUND or key in claim.qualifiers
    ]
    return tuple(
        key
        for key in around
        if key not in claim.inferred and _proves(claim, reference, key, asked, at)
    )


def _proves(
    claim: Claim, reference: Reference, key: str, asked: "Asked", at: "Passage"
) -> bool:
    one = replace(reference, supports=("value", key))
    parts = [part for part in parts_of(claim, one) if part.key == key]
    compared = [(part, compare_part(part, asked)) for part in parts]
    if any(isinstance(found, Fault) for _, found in compared):
        return False
    judged = _judged(claim, one, compared, at)
    return judged.levels[key] is Level.PROVED and key not in judged.looks


def locate(
    reference: Reference, prop: Property, library: Library, frame: Frame | None = None
) -> "Asked | Outcome":
    """Where the words of a quote stand in the text of its source; or why they do not."""
    text = library.texts[reference.source]
    quote = Quote.of(reference.quote, reference.prefix, reference.suffix)
    passages = find_passages(text, quote)
    if not passages:
        return _explain_absence(text, quote, reference.source, library)
    since = since_words(frame, text.language) if frame else frozenset[str]()
    read = [
        Words(one.view, one.spans, text.language, since, library.languages)
        for one in passages
    ]
    placed = _place(text, reference, read)
    if isinstance(placed, Outcome):
        return placed
    words, cell = placed
    if words.is_english and (denied := passages[read.index(words)].denial):
        return Outcome(
            ProofState.NEAR,
            "Q006",
            f"the text has “{denied}” right before the words; begin the quote with it",
        )
    return Asked(prop, words, cell, frame)


def _place(
    text: Text, reference: Reference, read: Sequence[Words]
) -> tuple[Words, Cell | None] | Outcome:
    """The one place of a text that a quote means, with the cell that its locator names, if
    any; or why there is none.
    """
    if reference.locator.is_cell:
        cell = find_cell(text, reference, read)
        return (
            (cell.words, cell)
            if isinstance(cell, Cell)
            else Outcome(ProofState.FIGURE, cell.code, cell.message)
        )
    if len(read) > 1:
        places = f"the words stand in the text of {reference.source} {len(read)} times"
        return Outcome(ProofState.AMBIGUOUS, "Q007", f"{places}; give a prefix or a suffix")
    return read[0], None


@dataclass(frozen=True)
class Asked:
    """The words that a claim is compared with, and what it says besides."""

    prop: Property
    words: Words
    cell: Cell | None
    # The cell of a table, where a locator names one: its row and its head say what its
    # number is.
    frame: Frame | None


def compare_part(part: ClaimPart, asked: Asked) -> Fault | Unread | Looks:
    """A part of a claim compared with the words, or with what a cell of a table says."""
    if asked.cell is None:
        return _compare(part, asked.prop, asked.words) or _look(
            part, asked.words, asked.frame
        )
    if all(isinstance(item, PartialDate) for item in part.items):
        head = period_words(asked.cell) or asked.words
        return _compare(part, asked.prop, head) or asked.cell.looks
    words = words_of(asked.cell, field_of(part.key, asked.prop), asked.prop)
    if isinstance(words, Unread):
        return words
    found = _compare(part, asked.prop, words) or _look(part, words, asked.frame)
    if not isinstance(found, tuple):
        return found
    looks = (
        *found,
        *asked.cell.looks,
        *look_at_time(asked.cell, asked.frame.period if asked.frame else None),
    )
    return tuple({look.cue: look for look in looks}.values())


def _look(part: ClaimPart, words: Words, frame: Frame | None) -> Fault | Looks:
    """What the words beside a figure say of it; it fails all the same where they give it
    the opposite sign.
    """
    beside = look_beside(part, words, frame) if frame else Beside()
    return Fault("Q002", beside.opposite) if beside.opposite else beside.looks


@dataclass(frozen=True)
class Passage:
    """The words of a quote, and the names that may stand in them."""

    words: Words
    names: Names
    frame: Frame | None = None


Compared = Sequence[tuple[ClaimPart, Fault | Unread | Looks]]
"""What comparing each part with the words came to: if they give it, what asks a person to
look.
"""


def _judged(claim: Claim, reference: Reference, compared: Compared, at: Passage) -> Outcome:
    """What is known of each key that a reference supports, of which no figure fails."""
    figures = {part.key: _level_of(found) for part, found in compared}
    unread = [
        f"{part.key} {part.canonical}: {found.reason}"
        for part, found in compared
        if isinstance(found, Unread)
    ]
    levels: dict[str, Level] = {}
    looks: dict[str, tuple[Look, ...]] = {}
    for key, value in supported(claim, reference).items():
        if key in claim.qualifiers:
            levels[key] = _judge_qualifier(claim.qualifiers[key], reference, at.words)
            continue
        levels[key], asking = _judge(key, value, figures.get(key, (Level.WORDS, ())), at)
        looks |= {key: asking} if asking else {}
    return Outcome(
        _least(levels.values()), detail="; ".join(unread), levels=levels, looks=looks
    )


def _judge(key: str, value: object, figures: Judged, at: Passage) -> Judged:
    """How much the words say of a value: of a figure what comparing it came to, of our own
    words nothing.
    """
    if isinstance(value, tuple):
        return _weakest([_judge(key, item, figures, at) for item in value])
    if key == "asserted_by":
        return (
            judge_speaker(at.names.of(value), at.words)
            if isinstance(value, Name)
            else (Level.WORDS, ())
        )
    if isinstance(value, Name | PlaceName):
        return _judge_named(key, value, at)
    if isinstance(value, Status):
        return _judge_status(value, at.words), ()
    if isinstance(value, str):
        return Level.WORDS, look_at_ours(value, at.words)
    return (Level.WORDS, ()) if isinstance(value, bool) else figures


def _judge_named(key: str, value: Name | PlaceName, at: Passage) -> Judged:
    """How much the words say of a name: it stands there, and if it is the whole value, as
    what the claim calls it.
    """
    names, frame = at.names.of(value), at.frame
    places = stands_in_sentence(names, at.words)
    if key != "value" or not places or frame is None:
        return judge_name(names, at.words)
    part = ClaimPart("value", (value,))
    if isinstance(value, PlaceName):
        asking = look_at_place(part, places, at.words, frame)
        return (Level.LOOK if asking else Level.PROVED), asking
    looks = min(
        (look_at_role(part, place, at.words, frame, names) for place in places), key=len
    )
    return (Level.LOOK if looks else Level.PROVED), looks


def _level_of(found: Fault | Unread | Looks) -> Judged:
    """How much is known of a figure that was compared."""
    if isinstance(found, Fault | Unread):
        return Level.WORDS, ()
    return (Level.LOOK if found else Level.PROVED), found


def _judge_qualifier(word: str, reference: Reference, words: Words) -> Level:
    """Whether the words, or those that name a cell of a table, have the word of a
    qualifier, and do not leave it out.
    """
    told = normalise_quote(" ; ".join((*words.pieces, *reference.locator.cell.values())))
    found = re.search(
        rf"(?<![\w-]){re.escape(normalise_quote(word))}(?!\w)", told, re.IGNORECASE
    )
    return (
        Level.PROVED
        if found
        and not LEFT_OUT.search(told[: found.start()])
        and not LEFT_BEHIND.match(told, found.end())
        else Level.WORDS
    )


def _judge_status(status: Status, words: Words) -> Level:
    language = words.language.partition("-")[0] or "en"
    sentence = words.view.flat[slice(*words.sentence)]
    return (
        Level.PROVED
        if confirms(status, " ".join(words.pieces), language, sentence)
        else Level.WORDS
    )


def _weakest(judged: Sequence[Judged]) -> Judged:
    return _least(level for level, _ in judged), tuple(
        dict.fromkeys(look for _, looks in judged for look in looks)
    )


def _least(levels: Iterable[Level]) -> Level:
    return min(levels, key=WEAKEST_FIRST.index, default=Level.WORDS)


def _explain_absence(text: Text, quote: Quote, source: str, library: Library) -> Outcome:
    """Why a quote is not in its text: it is another source's, its pieces do not fit, or
    words of it differ.
    """
    if others := [other for other in library.having(quote) if other != source]:
        where = f"but in that of {', '.join(others[:3])}; name it"
        return Outcome(
            ProofState.ELSEWHERE,
            "Q003",
            f"the words are not in the text of {source}, {where}",
        )
    if why := explain_pieces(text, quote):
        return Outcome(
            ProofState.NOT_FOUND, "Q009", f"the quote is no passage of {source}: {why}"
        )
    if (quote.prefix or quote.suffix) and find_passages(text, Quote(quote.words)):
        around = "but prefix or suffix does not stand beside them"
        return Outcome(
            ProofState.NEAR, "Q006", f"the words are in the text of {source}, {around}"
        )
    if differences := find_near(text, quote.words):
        return Outcome(
            ProofState.NEAR,
            "Q006",
            f"the words are almost in the text of {source}: {differences}",
        )
    advice = "copy them from it, to the letter"
    return Outcome(
        ProofState.NOT_FOUND, "Q001", f"the words are not in the text of {source}; {advice}"
    )


def _compare(part: ClaimPart, prop: Property, words: Words) -> Fault | Unread | None:
    asked = field_of(part.key, prop)
    found = [_compare_one(value, asked, words) for value in part.items]
    return next((one for one in found if isinstance(one, Fault)), None) or next(
        (one for one in found if one), None
    )


def _compare_one(value: Single, field: Field, words: Words) -> Fault | Unread | None:
    """Compare a value by what it asks of the words."""
    asked = asks(value, field)
    compare = COMPARED.get(type(asked))
    return (
        compare(asked, field, words)
        if compare
        else Unread("no rule compares it with words")
    )


COMPARED: Mapping[type, Callable[[Any, Field, Words], Fault | Unread | None]] = {
    AskFigure: lambda ask, field, words: compare_quantity(ask.quantity, field, words),
    AskRange: lambda ask, field, words: compare_range(ask.range, field, words),
    AskShare: lambda ask, field, words: compare_share(ask.share, ask.hedge, words),
    AskSeveral: lambda ask, field, words: compare_several(ask.several, field, words),
    AskWords: lambda ask, field, words: compare_words(ask.words, words),
    AskDate: lambda ask, field, words: compare_date(ask.date, words),
    AskLength: lambda ask, field, words: compare_duration(ask.span, words),
}
"""How each thing that a value asks of words is looked for."""
