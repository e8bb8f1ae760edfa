"""Errors: those that we hold a source to have made, and those that we made ourselves and
have mended.
"""

from dataclasses import dataclass, field

from dossier.model.dates import PartialDate
from dossier.model.facts import FactId
from dossier.model.places import NOWHERE, Place


@dataclass(frozen=True)
class SourceError:
    """The source says so, and we hold it to be wrong. It stands as long as a fact cites
    those words.
    """

    id: str
    fact: FactId
    source: str
    says: str
    # The quote, as a reference of the fact has it.
    reason: str
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class OwnError:
    """We said so until we corrected it."""

    id: str
    fact: FactId
    was: str
    # The value as it was written.
    corrected: PartialDate
    reason: str
    change: str = ""
    # The number of the pull request.
    at: Place = field(default=NOWHERE, compare=False, repr=False)
