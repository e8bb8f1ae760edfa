"""The cue that a figure is of another time than the claim says."""

from collections.abc import Iterator

from dossier.figures.dates import Day
from dossier.model.dates import PartialDate
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.clauses import Link

BELOW = frozenset(Link) - {Link.APART}


def period(ask: FoundPart) -> Iterator[Look]:
    """The dates beside the figure all lie outside of the period of the claim."""
    when = ask.frame.period
    if when is None or ask.quantity is None:
        return
    told = [
        day
        for day in ask.scene.days
        if not day.unclear and day.year and _is_beside(ask, day)
    ]
    if told and not any(touches(day, when) for day in told):
        yield Look(
            "period",
            min(
                told,
                key=lambda day: abs(
                    ask.scene.span_of(day.start, day.end)[0] - ask.spot.first
                ),
            ).text,
        )


def _is_beside(ask: FoundPart, day: Day) -> bool:
    """Whether a date belongs to the statement of the figure, and is not the figure."""
    first, last = ask.scene.span_of(day.start, day.end)
    is_figure = first < ask.spot.last and ask.spot.first < last
    clauses = ask.scene.clauses
    return not is_figure and (
        clauses.reaches(first, ask.spot.first, BELOW)
        or clauses.reaches(ask.spot.first, first, BELOW)
    )


def touches(day: Day, when: PartialDate) -> bool:
    """Whether a date of the words and a period have a day in common, as far as the words
    tell.
    """
    if day.decade:
        return when.earliest.year // 10 <= day.year // 10 <= when.latest.year // 10
    if when.start and day.parts and when.start.part:
        return day.year == when.earliest.year and when.start.part in day.parts
    if day.month and when.earliest.year == when.latest.year == day.year and day.month:
        return when.earliest.month <= day.month <= when.latest.month
    return when.earliest.year <= day.year <= when.latest.year
