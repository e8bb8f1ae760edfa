"""Sources, described once with the names of CSL-JSON (https://citationstyles.org), and the
origins they draw on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model.blank import nothing
from dossier.model.bodies import NO_BODY, PackedBody
from dossier.model.dates import PartialDate
from dossier.model.places import NOWHERE, Place
from dossier.model.prose import Prose


class SourceType(StrEnum):
    """The CSL item types that a dossier cites."""

    NEWS = "article-newspaper"
    MAGAZINE = "article-magazine"
    JOURNAL = "article-journal"
    WEBPAGE = "webpage"
    POST = "post"
    REPORT = "report"
    BOOK = "book"
    INTERVIEW = "interview"
    SPEECH = "speech"
    BROADCAST = "broadcast"
    DATASET = "dataset"
    LEGAL = "legal_case"
    REGULATION = "regulation"


class OriginKind(StrEnum):
    """Where reporting can come from."""

    WIRE = "wire"
    STATEMENT = "company-statement"
    FILING = "filing"
    INTERVIEW = "interview"
    OWN = "own-reporting"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Author:
    """A person by family and given name, or anybody by the name as printed (`literal`)."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def name(self) -> str:
        """The name in reading order."""
        return self.literal or " ".join(filter(None, (self.given, self.family)))


@dataclass(frozen=True)
class Origin:
    """A root of reporting: two sources that share it count once."""

    id: str
    name: str
    kind: OriginKind
    issued: PartialDate | None = None
    note: str = ""
    inferred: Mapping[str, str] = field(default_factory=nothing)
    confirmed: Mapping[str, str] = field(default_factory=nothing, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    by: str = ""
    # The entity whose statement, filing or interview it is.
    at: Place = field(default=NOWHERE, compare=False, repr=False)


class Body(StrEnum):
    """What stands below the front matter of a source."""

    SUMMARY = "summary"
    TEXT = "text"


@dataclass(frozen=True)
class Source:
    """One citable thing. What the thing itself does not say stays empty."""

    id: str
    type: SourceType
    title: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    container: str = ""
    # CSL's container-title: the paper or site it appeared in.
    url: str = ""
    archive: str = ""
    # The address of an archived copy.
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    language: str = ""
    credit: str = ""
    # A credit as printed, such as "with Reuters".
    licence: str = ""
    origins: tuple[str, ...] = ()
    inferred: Mapping[str, str] = field(default_factory=nothing)
    # How we came to a date that the source does not give in full, by the key that holds it.
    integrity: str = ""
    # `sha256-` and the hash of its normalised text, which is kept outside the content;
    # empty: no text was taken in.
    body: Body = Body.SUMMARY
    below: PackedBody = NO_BODY
    # What stands there: in our own words, or the source itself, as `body` says.
    confirmed: Mapping[str, str] = field(default_factory=nothing, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def summary(self) -> Prose:
        """The body as people read it; it is unpacked each time."""
        return self.below.prose

    @property
    def text(self) -> str:
        """The words of the source, as written, where the body is they; likewise."""
        return self.below.text

    @property
    def outlet(self) -> str:
        """Where it appeared, or who published it."""
        return self.container or self.publisher
