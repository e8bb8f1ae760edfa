"""Proofs of quotes: what a reference must show, how looking it up ended, and the record that is kept of it.

A proof says that the words stand in a text with a certain hash, and that every figure and date which they are there to
support can be read in them. It does not say that the source is right, nor that our own words sum it up well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from dossier.model.claims import Claim, Reference
from dossier.model.places import NOWHERE, Place
from dossier.model.values import Single, is_provable, written


class ProofState(StrEnum):
    """How looking up a quote ended. Only `proved` is a pass; nothing looked at is `unchecked`."""

    PROVED = "proved"
    FIGURE = "figure missing"  # the words are there; the figure is not in them, or they say another
    ELSEWHERE = "elsewhere"  # the words are those of another source
    NEAR = "near"  # the text has almost these words
    AMBIGUOUS = "ambiguous"  # the words stand there more than once
    NOT_FOUND = "not found"
    UNCHECKED = "unchecked"  # the text is not at hand, and no record fits


class Level(StrEnum):
    """How much is known of what a quote supports, where its words stand in the text."""

    PROVED = "proved"  # each figure, date, length of time and name is in the words, and nothing beside it speaks against
    LOOK = "look"  # the same, and a cue beside it asks a person to look
    WORDS = "words"  # what the words support is in our own words, or in a language whose figures are not read
    READ = "read"  # a person has read claim and passage together


@dataclass(frozen=True)
class Look:
    """Why a person should look at what a quote proves."""

    cue: str
    # What kind of cue it is, by its id, such as `plan`.
    words: str
    # The words of the text that ask.


@dataclass(frozen=True)
class Record:
    """What was proved of one reference, against which text."""

    source: str
    text: str
    # The `integrity` of the text that was looked at.
    quote: str
    state: ProofState
    prefix: str = ""
    suffix: str = ""
    proves: Mapping[str, str] = field(default_factory=dict)
    # Each part of the claim that was compared with the words, as written.
    code: str = ""
    # Of a state other than proved: the code of its finding, and what it said.
    detail: str = ""
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def wording(self) -> tuple[str, str, str, str]:
        """What makes two quotes the same."""
        return self.source, self.quote, self.prefix, self.suffix


Records = Mapping[str, tuple[Record, ...]]
"""All records, by the text of the id of the fact that they belong to."""

Checkable = Single | tuple[Single, ...]
"""What can be compared with words by rule, as its type says; texts and names cannot."""


@dataclass(frozen=True)
class Part:
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


def parts_of(claim: Claim, reference: Reference) -> Iterator[Part]:
    """The figures, dates and durations that a reference is there to support.

    A date that was worked out (`inferred`) is in no words; so are the answers that a source did not give.
    """
    record = claim.value if isinstance(claim.value, Mapping) else {}
    for key in reference.supports or ("value",):
        if key == "value" and record:
            pairs: list[tuple[str, object]] = list(record.items())
        else:
            pairs = [(key, record[key] if key in record else getattr(claim, key, None))]
        for name, value in pairs:
            if name not in claim.inferred and (found := _checkable(value)):
                yield Part(name, found)


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
    return tuple(record for record in records.get(fact, ()) if record.wording == wording_of(reference))


def find_record(records: Records, fact: str, claim: Claim, reference: Reference, text: str) -> Record | None:
    """The record that fits a reference in its wording, in the values it must show and in the hash of the text."""
    parts = canonical_parts(claim, reference)
    fitting = (one for one in recorded(records, fact, reference) if (one.proves, one.text) == (parts, text))
    return next(fitting, None)
