"""Events, the strip above them, and what a reader can choose among."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.evidence.views import StateView
from dossier.render.facts.views import PartView
from dossier.render.footnotes import Marks
from dossier.render.repository.views import BackLinksView
from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class ThemeView:
    """A theme of a timeline, with the letter that stands for it."""

    id: str
    sign: str
    label: str


@dataclass(frozen=True)
class EventView:
    """A fact in a timeline."""

    anchor: str
    theme: ThemeView | None
    # None where the whole timeline has but one.
    date: Markup
    certainty: str
    # "exact", "about", "between" or "undated": how well the date is known.
    again: bool
    # Whether the event before has the same date: then it is heard, and not shown twice.
    first_year: str
    last_year: str
    # Of the days it can have been, as numbers; empty without such a bound.
    label: str
    href: str
    parts: tuple[PartView, ...]
    marks: Marks
    notes: tuple[Markup, ...]
    # Whose dossier it is from, whom it is about, who says so and how far it had come, where
    # that needs saying.
    status: str
    # How far it had come, in one word for scripts.
    differing: str
    # That its answers contradict each other; empty where they do not.
    backlinks: BackLinksView | None


@dataclass(frozen=True)
class PeriodView:
    """Events that follow each other in a timeline within the same years."""

    id: str
    label: str
    events: tuple[EventView, ...]


@dataclass(frozen=True)
class BarView:
    """An event on a strip: places across in per cent, with the sign, places down in pixels."""

    href: str
    label: str
    kind: str
    # "day", "time", "lasting", "between" or "undated".
    fade: str
    # "both", "start", "end" or empty: the sides without a sharp edge, since the date is
    # about, inferred or uncertain.
    x: str
    end: str
    middle: str
    width: str
    y: int
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class RowView:
    """A theme on a strip."""

    theme: ThemeView | None
    height: int
    bars: tuple[BarView, ...]


@dataclass(frozen=True)
class TickView:
    """A day that is named on the axis of a strip."""

    x: str
    label: str
    coarse: bool
    # Whether there is room for its label in a narrow window.
    before: bool
    # Whether the label stands left of it.


@dataclass(frozen=True)
class GapView:
    """Time that the axis of a strip leaves out."""

    x: str
    width: str


@dataclass(frozen=True)
class MeaningView:
    """What a kind of bar means, beside an example of it."""

    bar: BarView
    label: str


@dataclass(frozen=True)
class StripView:
    """A timeline at a glance."""

    rows: tuple[RowView, ...]
    ticks: tuple[TickView, ...]
    gaps: tuple[GapView, ...]
    undated_at: str
    # Where events without a date stand; empty where there are none, or no others.
    key: tuple[MeaningView, ...]
    # Empty where words beside it say what its bars mean.

    @property
    def fills(self) -> frozenset[str]:
        """The fades that its bars are filled with: of a time its soft ends, of what lasted
        those that are not known.
        """
        bars = (
            *(bar for row in self.rows for bar in row.bars),
            *(meaning.bar for meaning in self.key),
        )
        fading = (bar for bar in bars if bar.fade and bar.kind in ("time", "lasting"))
        return frozenset("soft" if bar.kind == "time" else bar.fade for bar in fading)


@dataclass(frozen=True)
class OptionView:
    """One thing by which events can be chosen."""

    value: str
    sign: str
    # The letter of a theme.
    label: str
    number: int


@dataclass(frozen=True)
class ChoiceView:
    """A question by which events can be chosen."""

    name: str
    label: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True)
class SiftView:
    """All by which the entries of a list can be chosen."""

    all: str
    # How many there are.
    some: str
    # How many are shown, once the script has put these numbers in the places of {shown} and
    # {all}.
    open: str
    reset: str
    # What the ways are called to choose some of them, and to see all again.
    choices: tuple[ChoiceView, ...]
    first_year: str
    last_year: str
    # Empty where all are of one year.


@dataclass(frozen=True)
class NamedView:
    """An event by its name alone."""

    way: LinkView
    hedge: str
    # That it is rumoured, announced or the like; empty where it is told to have happened.
    states: tuple[StateView, ...]
    # How far it is proved, where the page does not say that once for all.


@dataclass(frozen=True)
class MomentView:
    """A date with all that happened then, in a line."""

    date: Markup
    events: tuple[NamedView, ...]
    more: str
    # How many events of that date are not named here.


@dataclass(frozen=True)
class TimelineView:
    """A timeline as others link to it."""

    label: str
    href: str
    events: str
    # How many.
    description: str
    current: bool
