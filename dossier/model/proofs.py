"""Proofs of quotes: what a reference must show, how looking it up ended, and the record
that is kept of it.

A proof says that the words stand in a text with a certain hash, and how much of what they
are there to support can be read in them. It does not say that the source is right, nor that
our own words sum it up well.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, cast

from dossier.model.blank import nothing
from dossier.model.claims import SUPPORTABLE, Claim, Reference, Status
from dossier.model.places import NOWHERE, Place
from dossier.model.speaking import speakers_by, speakers_of
from dossier.model.values import Name, Single, is_provable, written

RULES = 8
"""By which rules records are made today. It grows whenever a proof comes to say more than
it did.
"""


class Level(StrEnum):
    """How much is known of what a quote supports, where its words stand in the text."""

    PROVED = (  # each figure, date, length of time and name is in the words, and nothing beside it speaks against
        "proved"
    )
    LOOK = "look"  # the same, and a cue beside it asks a person to look
    WORDS = (  # what the words support is in our own words, or in a language whose figures are not read
        "words"
    )
    READ = "read"  # a person has read claim and passage together


class ProofState(StrEnum):
    """How looking up a quote failed. Nothing looked at is `unchecked`."""

    FIGURE = (  # the words are there; the figure is not in them, or they say another
        "figure missing"
    )
    ELSEWHERE = "elsewhere"  # the words are those of another source
    NEAR = "near"  # the text has almost these words
    AMBIGUOUS = "ambiguous"  # the words stand there more than once
    NOT_FOUND = "not found"
    WRONG = "wrong"  # a person has read both and found that the words do not say so
    UNCHECKED = "unchecked"  # the text is not at hand, and no record fits


State: TypeAlias = Level | ProofState
"""How looking up a quote ended: at a level, or in a failure."""

WEAKEST_FIRST: tuple[State, ...] = (
    *ProofState,
    Level.WORDS,
    Level.LOOK,
    Level.READ,
    Level.PROVED,
)
STATES: Mapping[str, State] = {state.value: state for state in (*Level, *ProofState)}
"""Every state by its word, the levels first."""


def weakest(states: Iterable[State]) -> State:
    """The one of several states that says least; `unchecked` where there is none."""
    return min(states, key=WEAKEST_FIRST.index, default=ProofState.UNCHECKED)


def strongest(states: Iterable[State]) -> State:
    """The one of several states that says most; `unchecked` where there is none."""
    return max(states, key=WEAKEST_FIRST.index, default=ProofState.UNCHECKED)


@dataclass(frozen=True)
class Look:
    """Why a person should look at what a quote proves."""

    cue: str
    # What kind of cue it is, by its id, such as `plan`.
    words: str
    # The words of the text that ask.
    agrees: str = field(default="", compare=False)
    # The status with which the claim would say the same; empty where none would.


def counted(state: State, looks: Collection[object]) -> State:
    """What is told of a level wherever one is told, on pages, in data and in counts: that it
    asks for a look where anything asks that it rests on.
    """
    return Level.LOOK if looks and isinstance(state, Level) else state


@dataclass(frozen=True, slots=True)
class Record:
    """What was proved of one reference, against which text."""

    source: str
    text: str
    # The `integrity` of the text that was looked at.
    quote: str
    state: State
    prefix: str = ""
    suffix: str = ""
    supports: tuple[str, ...] = ()
    # The keys that the quote was there to support; empty: the value.
    proves: Mapping[str, str] = field(default_factory=nothing)
    # Each part of the claim that was compared with the words, as written.
    claim: str = ""
    # A digest of all that the claim says; see `dossier.model.binding`.
    rules: int = 1
    # By which rules it was made.
    levels: Mapping[str, Level] = field(default_factory=nothing)
    # The level of each key that the quote supports, where they are not all that of the
    # state.
    looks: Mapping[str, tuple[Look, ...]] = field(default_factory=nothing)
    # What asks a person to look, by key.
    code: str = ""
    # Of a failure: the code of its finding, and what it said.
    detail: str = ""
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def wording(self) -> tuple[str, str, str, str]:
        """What makes two quotes the same."""
        return self.source, self.quote, self.prefix, self.suffix

    @property
    def is_old(self) -> bool:
        """Whether it was made by older rules, or does not say of which claim."""
        return self.rules < RULES or not self.claim

    @property
    def shown(self) -> State:
        """Its state as it may be told: what older rules called proved is no more than words
        that stand in a text.
        """
        return Level.WORDS if self.is_old and isinstance(self.state, Level) else self.state

    @property
    def told(self) -> State:
        """The same as it is told of the whole quote."""
        return counted(self.shown, () if self.is_old else self.looks)

    def level_of(self, key: str) -> State:
        """How much is known of one of the keys that the quote supports."""
        return self.shown if self.is_old else self.levels.get(key, self.state)


Records = Mapping[str, tuple[Record, ...]]
"""All records, by the text of the id of the fact that they belong to."""

Checkable = Single | tuple[Single, ...]
"""What can be compared with words by rule, as its type says; texts and names cannot."""


@dataclass(frozen=True)
class ClaimPart:
    """One part of a claim that its words must show."""

    key: str
    # `value`, another key of the claim, or a key of its record.
    value: Checkable

    @property
    def canonical(self) -> str:
        """The value as it is written in the content."""
        return ", ".join(written(item)[0] for item in self.items)

    @property
    def items(self) -> tuple[Single, ...]:
        """The single values that it is made of."""
        return self.value if isinstance(self.value, tuple) else (self.value,)


def supported(claim: Claim, reference: Reference) -> Mapping[str, object]:
    """What each key that a reference supports holds; `value` of a record stands for all its
    keys.
    """
    record = claim.value if isinstance(claim.value, Mapping) else {}
    found: dict[str, object] = {}
    for key in reference.supports or ("value",):
        if key == "value" and record:
            found |= record
        else:
            found[key] = record[key] if key in record else _around(key, claim, reference)
    return found


def _around(key: str, claim: Claim, reference: Reference) -> object:
    """What a claim says around its value: as far as a passage supports it, where that is
    not the same for all.
    """
    if key in claim.qualifiers:
        return claim.qualifiers[key]
    return (
        tuple(map(Name, speakers_by(claim, reference)))
        if key == "asserted_by"
        else getattr(claim, key, None)
    )


def written_keys(claim: Claim) -> Iterator[str]:
    """The keys of a claim that tell something, those of its record in the place of its
    value, and what tells it from other answers.
    """
    for key in SUPPORTABLE:
        if key == "value":
            yield from claim.value if isinstance(claim.value, Mapping) else (key,)
        # That something was reported goes without saying, and without a quote.
        elif (value := _said(claim, key)) and value is not Status.REPORTED:
            yield key
    yield from claim.qualifiers


def _said(claim: Claim, key: str) -> object:
    return speakers_of(claim) if key == "asserted_by" else getattr(claim, key)


def parts_of(claim: Claim, reference: Reference) -> Iterator[ClaimPart]:
    """The figures, dates and durations that a reference is there to support.

    A date that was worked out (`inferred`) is in no words; so are the answers that a source
    did not give.
    """
    for name, value in supported(claim, reference).items():
        if name not in claim.inferred and (found := _checkable(value)):
            yield ClaimPart(name, found)


def _checkable(value: object) -> Checkable | None:
    if isinstance(value, tuple):
        return tuple(item for item in value if is_provable(item)) or None
    return cast(Single, value) if is_provable(value) else None


def canonical_parts(claim: Claim, reference: Reference) -> Mapping[str, str]:
    """Each part that a reference must show, as written: what a record is compared with."""
    return {part.key: part.canonical for part in parts_of(claim, reference)}


def wording_of(reference: Reference) -> tuple[str, str, str, str]:
    """What makes two quotes the same; see `Record.wording`."""
    return reference.source, reference.quote, reference.prefix, reference.suffix


def recorded(records: Records, fact: str, reference: Reference) -> tuple[Record, ...]:
    """The records of the same words of the same source, whatever they were to show."""
    wording = wording_of(reference)
    return tuple(record for record in records.get(fact, ()) if record.wording == wording)
