"""What a kind of chart is, and the rules by which figures have a place in one and it may
stand. `choosing.py` lists all kinds.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.model.charts import OVER_TIME, charted_keys, holder_of, part
from dossier.model.values.drawing import Drawing as Kind
from dossier.render.charts.bars import ChartFrame
from dossier.render.charts.data import are_over_time
from dossier.render.charts.titles import Data, Title
from dossier.render.charts.views import ChartView
from dossier.render.site.render_context import RenderContext

LEAST = 100
"""A bar that is less than this part of the longest is not seen beside it."""


@dataclass(frozen=True)
class ChartKind:
    """A kind of chart: what it is drawn of, when it may stand, what it says, and what draws
    it.
    """

    of: frozenset[Kind]
    # What the type of a property asks for.
    shown: Callable[[Data], Data]
    # The figures that have a place in it.
    may_stand: Callable[[Data], bool]
    title: Title
    draw: Callable[[RenderContext, Data, Kind, ChartFrame], ChartView]


def in_time(data: Data) -> Data:
    """What its source leaves open has a place in time too: that nobody gives it is worth
    knowing.
    """
    return [
        datum for datum in data if datum.when and part(datum.claim, datum.key) is not None
    ]


def figured(data: Data) -> Data:
    """Those that have a figure."""
    return [datum for datum in data if datum.figure is not None]


def differ(data: Data) -> bool:
    """Whether there are two figures, and not one figure twice."""
    return (
        len({tuple(end.exact for end in datum.drawn.ends) for datum in data if datum.drawn})
        > 1
    )


def can_be_seen(data: Data) -> bool:
    """Whether two figures differ, and the second largest is no hair beside the largest."""
    sizes = sorted(abs(datum.drawn.ends[-1].exact) for datum in data if datum.drawn)
    return differ(data) and sizes[-2] * LEAST >= sizes[-1]


def have_a_course(data: Data) -> bool:
    """Whether they differ over time, and are drawn so."""
    prop = data[0].fact.property if data else None
    over_time = prop is not None and any(
        (holder_of(prop), kind) in OVER_TIME for _, kind in charted_keys(prop)
    )
    return over_time and differ(data) and are_over_time(data)
