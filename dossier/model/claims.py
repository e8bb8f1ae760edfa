"""Claims: the answers to a fact's question, each with who says so and the words that
support it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from dossier.model.blank import nothing
from dossier.model.dates import PartialDate
from dossier.model.locators import NO_LOCATOR, Locator
from dossier.model.places import NOWHERE, Place
from dossier.model.promises import Settles
from dossier.model.quantities import Numeric
from dossier.model.values import Duration, Value


class Status(StrEnum):
    """How far the thing claimed had come when the source wrote."""

    ANNOUNCED = "announced"
    FORECAST = "forecast"
    RUMOURED = "rumoured"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    DENIED = "denied"


PENDING = frozenset(
    {Status.ANNOUNCED, Status.FORECAST, Status.RUMOURED, Status.REPORTED, Status.CONFIRMED}
)
"""What says nothing of how it ended."""


AS_SAID = frozenset({Status.REPORTED, Status.CONFIRMED, Status.COMPLETED})
"""What can be told without a word about how far it had come: the sources say that it is so.
"""
NEVER_BARE = frozenset({Status.FORECAST, Status.RUMOURED, Status.CANCELLED, Status.DENIED})
"""What is told nowhere without that word, not in a picture nor within a sentence: it did not
come about, or nobody stands for it.
"""


class Rank(StrEnum):
    """Which claim leads where several stand; `deprecated` is kept and shown, and never
    leads.
    """

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


RANKS = (Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED)
"""The best first."""


class ClaimKey(NamedTuple):
    """One key that a claim may have, and what may be done with it. A claim has no other,
    but those about its record.
    """

    name: str
    side: str = ""
    # The part of a claim at which a page marks the passages that support the key; empty
    # where none can support it.
    is_date: bool = False
    in_prose: bool = False
    # Whether a narrative can show it: `{{ fact-id.period }}`.


CLAIM_KEYS = (
    ClaimKey("value", side="value"),
    ClaimKey("equivalent", side="value", in_prose=True),
    ClaimKey("period", side="period", is_date=True, in_prose=True),
    ClaimKey("duration", side="period", in_prose=True),
    ClaimKey("qualifiers"),
    ClaimKey("stated", side="stated", is_date=True, in_prose=True),
    ClaimKey("checked", is_date=True),
    ClaimKey("asserted_by", side="asserted_by"),
    ClaimKey("status", side="status"),
    ClaimKey("settles", side="status"),
    ClaimKey("rank"),
    ClaimKey("note"),
)
"""The keys of a claim that say something, in the order in which files have them; all lists
of them follow from here.
"""
SUPPORTABLE = tuple(key.name for key in CLAIM_KEYS if key.side)
AROUND = tuple(key.name for key in CLAIM_KEYS if key.name != "value")
"""What a claim says around its value."""
IN_PROSE = tuple(key.name for key in CLAIM_KEYS if key.in_prose)
DATED = tuple(key.name for key in CLAIM_KEYS if key.is_date)
READ_DATES = tuple(key.name for key in CLAIM_KEYS if key.is_date and key.side)
"""The dates that are somebody's words, and so may have been worked out from them."""
SIDES = {
    key.side: tuple(one.name for one in CLAIM_KEYS if one.side == key.side)
    for key in CLAIM_KEYS
    if key.side
}
"""The parts of a claim in the order in which a page shows them, and the keys that each
answers for.
"""


@dataclass(frozen=True, slots=True)
class Reference:
    """The passage of a source that supports a claim."""

    source: str
    quote: str = ""
    # Short and exact; may be empty only where a locator says where to look.
    prefix: str = ""
    suffix: str = ""
    # Words before and after the quote, where it occurs more than once.
    locator: Locator = NO_LOCATOR
    origin: str = ""
    # Which of the origins of the source the passage draws on, where it has several.
    asserted_by: str = ""
    # Who says so by this source, where by another it is somebody else or nobody.
    supports: tuple[str, ...] = ()
    # The keys of the claim or of its record that the passage proves; empty: the value.
    shares: bool = field(default=False, compare=False)
    # Whether its file leaves that open beside other quotes: it is what its words hold, and
    # empty while nobody knows.
    confirmed: Mapping[str, str] = field(default_factory=nothing, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def passage(self) -> tuple[str, str, str, str, str]:
        """What makes two references one footnote: the same source and the same words in it."""
        return self.source, self.quote, self.prefix, self.suffix, str(self.locator)


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer, as one or more sources give it."""

    value: Value
    references: tuple[Reference, ...]
    equivalent: Numeric | None = None
    # The source's own conversion into another currency; we never make one.
    period: PartialDate | None = None
    duration: Duration | None = None
    qualifiers: Mapping[str, str] = field(default_factory=nothing, hash=False)
    # What tells it from other answers to the same question, by the qualifiers of the
    # property.
    stated: PartialDate | None = None
    checked: PartialDate | None = None
    # When somebody last made sure that it still holds.
    asserted_by: str = ""
    # Who says all of it for which nobody nearer is named; `dossier.model.speaking` says who
    # counts where.
    speakers: Mapping[str, str] = field(default_factory=nothing, hash=False)
    # Who says single keys of its record.
    status: Status = Status.REPORTED
    settles: tuple[Settles, ...] = ()
    # What became of promises.
    rank: Rank = Rank.NORMAL
    note: str = ""
    inferred: Mapping[str, str] = field(default_factory=nothing)
    # How we came to a date that the source does not give in full, by the key that holds it.
    confirmed: Mapping[str, str] = field(default_factory=nothing, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    at: Place = field(default=NOWHERE, compare=False, repr=False)
