"""By what the events of a timeline can be chosen. Only what tells some of them from others
is offered.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dossier.model.claims import Status
from dossier.render.language import words
from dossier.render.site.render_context import RenderContext
from dossier.render.timelines.views import (
    ChoiceView,
    EventView,
    OptionView,
    SiftView,
    ThemeView,
)


def filter_view(render: RenderContext, events: Sequence[EventView]) -> SiftView | None:
    """What can be chosen; None where nothing tells the events apart."""
    choices = tuple(choice for choice in _choices(render, events) if choice.options)
    first = min(
        (event.first_year for event in events if event.first_year), key=int, default=""
    )
    last = max(
        (event.last_year for event in events if event.last_year), key=int, default=""
    )
    if not choices and first == last:
        return None
    found = (first, last) if first != last else ("", "")
    return SiftView(
        all=render.count(len(events), words.counts.EVENTS),
        some=render.say(words.timelines.EVENTS_SHOWN, shown="{shown}", all="{all}"),
        open=render.say(words.timelines.CHOOSE_EVENTS),
        reset=render.say(words.timelines.SHOW_EVENTS),
        choices=choices,
        first_year=found[0],
        last_year=found[1],
    )


def _choices(render: RenderContext, events: Sequence[EventView]) -> Iterator[ChoiceView]:
    yield ChoiceView(
        "theme", render.say(words.timelines.THEME), _several(tuple(_themes(events)))
    )
    known = Counter(event.certainty for event in events)
    told = [
        OptionView(one, "", render.say(phrase), known[one])
        for one, phrase in words.timelines.CERTAINTIES.items()
        if known[one]
    ]
    yield ChoiceView("date", render.say(words.timelines.DATE_KNOWN), _several(told))
    states = Counter(event.status for event in events)
    steps = [
        OptionView(one, "", render.say(words.claims.STATUSES[one]), states[one])
        for one in Status
        if states[one]
    ]
    yield ChoiceView("status", render.say(words.timelines.PROGRESS), _several(steps))
    differing = sum(bool(event.differing) for event in events)
    if 0 < differing < len(events):
        yield ChoiceView(
            "sources",
            render.say(words.timelines.SOURCES_SAY),
            (OptionView("differ", "", render.say(words.timelines.DIFFER), differing),),
        )


def _themes(events: Sequence[EventView]) -> Iterator[OptionView]:
    themes: Counter[ThemeView] = Counter(event.theme for event in events if event.theme)
    for theme in sorted(themes, key=lambda theme: (len(theme.sign), theme.sign)):
        yield OptionView(theme.id, theme.sign, theme.label, themes[theme])


def _several(options: Sequence[OptionView]) -> tuple[OptionView, ...]:
    """The options where there is a choice; none where all events are alike."""
    return tuple(options) if len(options) > 1 else ()
