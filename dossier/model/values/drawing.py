"""How values can be drawn, and where they stand: from both follows the chart of a property."""

from enum import StrEnum


class Holder(StrEnum):
    """Where a figure or a place stands."""

    VALUE = "value"  # it is the whole answer
    RECORD = "record"  # it is a key of a record
    EVENT = "event"  # it is a key of a record that has a date


class Drawing(StrEnum):
    """How it is drawn."""

    BARS = "bars"  # a bar for each, from zero
    RANKS = "ranks"  # a dot for each on an axis that begins at 1
    SERIES = "series"  # dots over time, joined for one subject
    SIZES = "sizes"  # stems along time, as high as the figure
    MAP = "map"  # signs on a map of the world
