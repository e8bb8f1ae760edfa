"""Companies and what their folders hold, before anything is merged."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.facts import Fact, FactId
from dossier.model.fiscal import FiscalYear
from dossier.model.places import NOWHERE, Place
from dossier.model.prose import NO_PROSE, Prose


@dataclass(frozen=True)
class Lane:
    """A theme of a timeline: its heading, and the events that belong to it."""

    id: str
    # Unique in its timeline; addresses of filtered views name it.
    label: str
    events: tuple[FactId, ...]
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Timeline:
    """A named selection of events, in order. It holds no facts of its own."""

    id: str
    label: str
    events: tuple[FactId, ...]
    description: str = ""
    lanes: tuple[Lane, ...] = ()
    # Empty where the themes are to be the topics of the facts.
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Company:
    """The subject of a dossier. Its slug is also the id of its entity."""

    slug: str
    name: str
    sections: Mapping[str, str]
    # Section id to label, in the order in which they are shown; each is a file of facts.
    key_facts: tuple[FactId, ...] = ()
    # Those that open the dossier and stand for the company on the home page.
    also_known_as: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    language: str = ""
    # The tag of the language that its files are written in; empty where it is that of all
    # content.
    fiscal_year: FiscalYear | None = None
    # Where its year is another one than the calendar's, or its periods are named by it.
    formerly: tuple[str, ...] = ()
    # Ids that its folder had before; what stood under them leads here.
    overview: Prose = NO_PROSE
    # The narrative.
    facts: tuple[Fact, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    confirmed: Mapping[str, str] = field(default_factory=dict, hash=False)
    # Warnings about it that are right as they are, and why, by code.
    at: Place = field(default=NOWHERE, compare=False, repr=False)
