"""The cue that a figure is of another time than the claim says, or of several at once."""

from collections.abc import Iterator

from dossier.figures.dates import Day
from dossier.figures.figure import FigureKind
from dossier.model.dates import PartialDate, Shape
from dossier.model.proofs import Look
from dossier.prove.cues.asks import FoundPart
from dossier.prove.cues.clauses import Link
from dossier.prove.cues.lists import listed_figures
from dossier.prove.cues.parts import is_anothers
from dossier.prove.cues.phrases import Mark

BELOW = frozenset(Link) - {Link.APART}
BESIDE = 3  # words between a figure and the date that is its own: 5 billion in fiscal 2025
LONG = (
    ("grain.month", 27, 30),
    ("grain.quarter", 80, 95),
    ("grain.half", 175, 190),
    ("grain.nine", 265, 280),
    ("grain.year", 350, 372),
)
"""The times that have names, and the days between the first and the last of each."""
YEAR = "grain.year"
GRAINS = frozenset(name for name, _, _ in LONG)
ENDINGS = ("ed", "t", "n", "ade", "old", "uilt")
"""How participles end: spent, shipped, taken, made, sold."""


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
    told = _own(ask, told) or told
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


def part_of_year(ask: FoundPart) -> Iterator[Look]:
    """All that the words say of when is a part of the year that the claim is about: a
    quarter of it with its name, or from April to June.
    """
    when = ask.frame.period
    if when is None or ask.quantity is None or "grain" in ask.said:
        return
    if _grain_of(when) != YEAR or when.earliest.year != when.latest.year:
        return
    told = [day for day in ask.scene.days if day.year and _is_beside(ask, day)]
    told = [day for day in _own(ask, told) or told if touches(day, when)]
    if told and all(day.parts and not day.stretch for day in told):
        yield Look("period", told[0].text)
    for first, last in ask.scene.months:
        if ask.spot.is_told_with(first):
            yield Look("period", ask.scene.tokens.words(first, last))


def _own(ask: FoundPart, days: list[Day]) -> list[Day]:
    """The dates that stand right beside the figure, or in its brackets; those of a list of
    dates behind a list of figures by their order.
    """
    spot, clauses = ask.spot, ask.scene.clauses
    spans = [ask.scene.span_of(day.start, day.end) for day in days]
    near = [
        day
        for day, (first, last) in zip(days, spans, strict=True)
        if (0 <= first - spot.last <= BESIDE and spot.is_open(spot.last, first))
        or (last <= spot.first and all(map(spot.is_slot, range(last, spot.first))))
    ]
    if clauses.all[clauses.of[spot.first]].link is Link.ASIDE:
        inside = clauses.of[spot.first]
        near += [
            day
            for day, span in zip(days, spans, strict=True)
            if clauses.of[span[0]] == inside
        ]
    return [] if _are_listed(ask, spans) else near


def _are_listed(ask: FoundPart, spans: list[tuple[int, int]]) -> bool:
    """Whether several dates stand behind several figures, so that the nearest is not its
    own.
    """
    figures = listed_figures(ask)
    return len(figures) > 1 and sum(first > figures[-1] for first, _ in spans) > 1


def grain(ask: FoundPart) -> Iterator[Look]:
    """Revenue in the first half, where the claim says a year; rose 3% from the third
    quarter, where it says no such thing.
    """
    if ask.quantity is None or "grain" in ask.said:
        return
    near = [
        mark
        for mark in ask.scene.times
        if ask.spot.is_told_with(mark.first) and not is_anothers(ask, mark)
    ]
    if "change" in ask.said:
        yield from (
            ask.look("period", mark)
            for mark in near
            if "grain.sequential" in mark.tags and mark.first >= ask.spot.last
        )
    wanted = _grain_of(ask.frame.period)
    told = [mark for mark in near if mark.tags & GRAINS]
    if wanted and told and not any(wanted in mark.tags for mark in told):
        yield ask.look("period", told[-1])


def _grain_of(when: PartialDate | None) -> str:
    """How long a time a period is, if it is one that has a name."""
    if when is None or when.shape is not Shape.MOMENT:
        return ""
    days = (when.latest - when.earliest).days
    return next((name for name, least, most in LONG if least <= days <= most), "")


def cumulative(ask: FoundPart) -> Iterator[Look]:
    """A cumulative 3 billion; 600 million over three years; spent 90 million since 2015: of
    more than one time.
    """
    if ask.quantity is None or "cumulative" in ask.said or ask.frame.lasts:
        return
    figure, spot = ask.spot.figure, ask.spot
    if figure is None or figure.kind not in (FigureKind.MONEY, FigureKind.PLAIN):
        return
    moved = any(spot.is_told_with(mark.first) for mark in ask.scene.tagged("up", "down"))
    for mark in ask.scene.times:
        if not spot.is_told_with(mark.first) or is_anothers(ask, mark):
            continue
        if "cumulative" in mark.tags or (
            "cumulative.over" in mark.tags and not moved and _names_years(ask, mark)
        ):
            yield ask.look("period", mark)
    if not moved and "since" not in ask.said:
        yield from _since(ask)


def _names_years(ask: FoundPart, mark: Mark) -> bool:
    """Whether years stand right behind a word such as over."""
    years = {one.first for one in ask.scene.times if "cumulative.years" in one.tags}
    return any(at in years for at in range(mark.last, mark.last + 3))


def _since(ask: FoundPart) -> Iterator[Look]:
    """What has been done since a year, told of more than one: has spent 90 million since
    2015.
    """
    scene, spot = ask.scene, ask.spot
    if ask.lexicon.grammar["since"].isdisjoint(scene.tokens.keys):
        return
    for day in scene.days:
        first, _ = scene.span_of(day.start, day.end)
        if (
            first
            and scene.tokens.keys[first - 1] in ask.lexicon.grammar["since"]
            and spot.is_told_with(first)
            and _has_done(ask)
        ):
            yield Look("period", scene.tokens.words(first - 1, first + 1))


def _has_done(ask: FoundPart) -> bool:
    """Whether the verb before the figure tells of what has been done: has spent."""
    keys, spot = ask.spot.keys, ask.spot
    return any(
        keys[at] in ask.lexicon.grammar["have"]
        and keys[at + 1] not in ask.lexicon.grammar["been"]
        and spot.shares_clause(at)
        and any(
            keys[one].endswith(ENDINGS) for one in range(at + 1, min(at + 3, spot.first))
        )
        for at in range(spot.first - 1)
    )


def length(ask: FoundPart) -> Iterator[Look]:
    """The highest in three years, three years ago: a length of time that is none of what is
    told.
    """
    if ask.part.key != "duration" or "length" in ask.said:
        return
    spot = ask.spot
    for mark in ask.scene.times:
        is_before = "length.before" in mark.tags and 0 <= spot.first - mark.last <= 1
        is_behind = "length.behind" in mark.tags and mark.first == spot.last
        if is_before or is_behind:
            yield ask.look("period", mark)


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
