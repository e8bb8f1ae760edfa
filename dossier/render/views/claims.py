"""One answer, in a line or part by part, and how far it can be trusted."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.views.footnotes import Marks


@dataclass(frozen=True)
class PartView:
    """One named value of a record; empty where the record does not have it."""

    label: str
    value: Markup
    marks: Marks
    is_figure: bool
    # Aligned as a number in tables.
    differs: bool = False
    # Whether another answer says something else here.


@dataclass(frozen=True)
class StateView:
    """How far an answer or a passage can be trusted, in words; the kind gives it its sign."""

    kind: str
    # A level of proof, "unproved", "bare", "stale" or "differs".
    label: str


@dataclass(frozen=True)
class LegendView:
    """What a mark says, in a sentence."""

    mark: StateView
    about: str


@dataclass(frozen=True)
class ClaimView:
    """One answer, with the marks that prove each side of it."""

    name: str
    # By which the finished page is counted: `company/fact:0`.
    states: tuple[StateView, ...]
    value: Markup
    # In one line; of a record only what `parts` say in full.
    parts: tuple[PartView, ...]
    equivalent: Markup
    marks: Marks
    period: Markup
    is_day: bool
    # Whether that is a single day, and so no period.
    period_marks: Marks
    as_of: Markup
    as_of_marks: Marks
    who: Markup
    # Who says so, where a source names somebody.
    who_marks: Marks
    status: str
    status_marks: Marks
    sources: str
    rank: str
    note: Markup


@dataclass(frozen=True)
class DetailView:
    """One line of what is known about a claim or a source."""

    label: str
    value: Markup
    known: bool = True
    differs: bool = False
    # Whether another answer says something else here.


@dataclass(frozen=True)
class FigureView:
    """A fact in the fewest words: its leading answer and of when that is."""

    name: str
    states: tuple[StateView, ...]
    # Those that a hurried reader must see.
    label: str
    href: str
    about: Markup
    value: Markup
    equivalent: Markup
    when: Markup
    # When it happened, or else of which time it is, in the fewest words.
    times: Markup
    # All that is known of that, each part in words that say what it is.
    marks: Marks
    differing: bool
