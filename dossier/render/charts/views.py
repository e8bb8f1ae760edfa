"""Charts and maps."""

from dataclasses import dataclass

from markupsafe import Markup

from dossier.render.facts.views import FigureView
from dossier.render.footnotes import Marks
from dossier.render.site.views import LinkView


@dataclass(frozen=True)
class DrawnView:
    """What is drawn of one figure; places are shares of the width, such as `37.50%`."""

    kind: str
    # How its end is drawn: "exact", "over", "under", "about", "range"; "rank" for a dot on
    # the axis of ranks.
    start: str
    length: str
    end: str
    is_below: bool
    # Whether it runs to the left of zero.


@dataclass(frozen=True)
class NotchView:
    """A round number or a day on an axis."""

    place: str
    label: str
    anchor: str
    # Of its words, as SVG says it: "start", "middle" or "end".


@dataclass(frozen=True)
class ChartRowView:
    """One figure of a chart with all that is to be read of it."""

    name: str
    label: str
    href: str
    about: Markup
    # Whom it is about, or which sources give this answer, where that needs saying.
    when: Markup
    value: Markup
    marks: Marks
    bar: DrawnView | None
    aside: str
    # Why nothing is drawn, or what its source itself says besides.


@dataclass(frozen=True)
class PointView:
    """A dot of a series: where it stands, the time that it can mean, and where its words
    stand from it, in pixels.
    """

    x: str
    y: str
    since: str
    until: str
    low: str
    # The height of the lower end of a range; empty where there is one figure.
    kind: str
    label: str
    right: str
    down: str


@dataclass(frozen=True)
class StretchView:
    """A line from one dot of a subject to its next."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class PlotView:
    """Dots over time."""

    height: int
    floor: str
    # Where the axis of time runs.
    points: tuple[PointView, ...]
    stretches: tuple[StretchView, ...]
    levels: tuple[NotchView, ...]
    days: tuple[NotchView, ...]
    told: str
    # All of it in words.


@dataclass(frozen=True)
class ChartView:
    """Figures that can be compared, drawn and in a table."""

    id: str
    title: str
    notes: tuple[str, ...]
    # How it is to be read.
    ends: tuple[str, ...]
    # The kinds of ends that need explaining.
    rows: tuple[ChartRowView, ...]
    zero: str
    ticks: tuple[NotchView, ...]
    plot: PlotView | None
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class AreaView:
    """A country on a map, as the data of a path."""

    kind: str
    path: str


@dataclass(frozen=True)
class SpotView:
    """Where a sign stands from its point on a map of one width, and its words from the
    sign, in pixels.
    """

    across: str
    along: str
    right: str
    down: str

    @property
    def is_moved(self) -> bool:
        """Whether it had to make room for another."""
        return (self.across, self.along) != ("0.0", "0.0")


@dataclass(frozen=True)
class SignView:
    """A place on a map."""

    x: str
    y: str
    kind: str
    # "there", "announced" or "off".
    is_marked: bool
    number: int
    label: str
    wide: SpotView
    # Where there is room for its name,
    narrow: SpotView
    # and where there is room for its number.


@dataclass(frozen=True)
class KeyView:
    """What a sign of a map means."""

    kind: str
    is_marked: bool
    label: str


@dataclass(frozen=True)
class SiteRowView:
    """A place of a map in words."""

    number: int
    label: Markup
    href: str
    about: str
    # Whose it is, where the map shows those of several.
    state: str


@dataclass(frozen=True)
class WorldMapView:
    """Places on a map of the world, and in a table."""

    id: str
    title: str
    size: str
    # What is shown of the land's own units, as SVG's viewBox says it.
    hatch: str
    # By how much the lines of areas shrink with it.
    land: str
    areas: tuple[AreaView, ...]
    signs: tuple[SignView, ...]
    keys: tuple[KeyView, ...]
    rows: tuple[SiteRowView, ...]
    beside: tuple[FigureView, ...]
    # What is known as a number, without places.
    told: str
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class PicturesView:
    """What is drawn of some facts."""

    charts: tuple[ChartView, ...]
    maps: tuple[WorldMapView, ...]
