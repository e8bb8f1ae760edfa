"""The years of a timeline: events that follow each other within the same years stand under
one heading.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dossier.model.addresses import YEARS, years_of
from dossier.model.dates import PartialDate, Shape
from dossier.model.dossiers import MergedTimeline
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.language.dates import year_words
from dossier.render.site.render_context import RenderContext
from dossier.render.site.views import LinkView
from dossier.render.timelines.views import EventView, PeriodView


def period_views(
    render: RenderContext, timeline: MergedTimeline, events: Sequence[EventView]
) -> tuple[PeriodView, ...]:
    """The events in their order, by year. What may have been in one of several years is put
    under none of them.
    """
    return tuple(_periods(render.language, timeline, events))


def _periods(
    language: Language, timeline: MergedTimeline, events: Sequence[EventView]
) -> Iterator[PeriodView]:
    seen: Counter[str] = Counter()
    shown = zip(timeline.events, events, strict=True)
    for (name, label), group in groupby(
        shown, key=lambda pair: years(pair[0].happened, language)
    ):
        members = tuple(event for _, event in group)
        seen[name] += 1
        again = seen[name] > 1
        yield PeriodView(
            id=f"{YEARS.fill(name)}--{seen[name]}" if again else YEARS.fill(name),
            label=language.say(words.timelines.CONTINUED, years=label) if again else label,
            events=tuple(_repeated(members)),
        )


def year_links(periods: Sequence[PeriodView]) -> tuple[LinkView, ...]:
    """The ways to the years, each where it first stands; none where there is only one. What
    is less certain is no way.
    """
    plain = [period for period in periods if (YEARS.ids(period.id) or ("",))[0].isdigit()]
    return (
        tuple(LinkView(period.label, f"#{period.id}") for period in plain)
        if len(plain) > 1
        else ()
    )


def _repeated(events: Sequence[EventView]) -> Iterator[EventView]:
    """The events, each knowing whether the one before has the same date."""
    for place, event in enumerate(events):
        yield replace(event, again=place > 0 and events[place - 1].date == event.date)


def years(when: PartialDate | None, language: Language) -> tuple[str, str]:
    """Under which years a date stands, as an id and in words: in which it began, or between
    which it was once.
    """
    start, end = (when.start, when.end) if when else (None, None)
    first, last = (
        year_words(moment, language) if moment else "" for moment in (start, end)
    )
    id, once = years_of(when), when is not None and when.shape is Shape.ONE_OF
    if start and end:
        return id, (
            language.say(words.dates.SPAN, start=first, end=last) if "-to-" in id else first
        )
    if start:
        return id, language.say(words.dates.NOT_BEFORE, start=first) if once else first
    if end:
        return id, language.say(
            words.dates.NOT_AFTER if once else words.dates.UNTIL, end=last
        )
    return id, language.say(words.dates.NO_DATE)
