"""By what the events of a timeline can be chosen. Only what tells some of them from others
is offered.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dossier.model.claims import Status
from dossier.render.language import words
from dossier.render.site.sheets import Sheet
from dossier.render.timelines.views import (
    ChoiceView,
    EventView,
    OptionView,
    SiftView,
    ThemeView,
)


def filter_view(sheet: Sheet, events: Sequence[EventView]) -> SiftView | None:
    """What can be chosen; None where nothing tells the events apart."""
    choices = tuple(choice for choice in _choices(sheet, events) if choice.options)
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
        all=sheet.count(len(events), words.counts.EVENTS),
        some=sheet.say(words.timelines.EVENTS_SHOWN, shown="{shown}", all="{all}"),
        open=sheet.say(words.timelines.CHOOSE_EVENTS),
        reset=sheet.say(words.timelines.SHOW_EVENTS),
        choices=choices,
        first_year=found[0],
        last_year=found[1],
    )


def _choices(sheet: Sheet, events: Sequence[EventView]) -> Iterator[ChoiceView]:
    yield ChoiceView(
        "theme", sheet.say(words.timelines.THEME), _several(tuple(_themes(events)))
    )
    known = Counter(event.certainty for event in events)
    told = [
        OptionView(one, "", sheet.say(phrase), known[one])
        for one, phrase in words.timelines.CERTAINTIES.items()
        if known[one]
    ]
    yield ChoiceView("date", sheet.say(words.timelines.DATE_KNOWN), _several(told))
    states = Counter(event.status for event in events)
    steps = [
        OptionView(one, "", sheet.say(words.claims.STATUSES[one]), states[one])
        for one in Status
        if states[one]
    ]
    yield ChoiceView("status", sheet.say(words.timelines.PROGRESS), _several(steps))
    differing = sum(event.differing for event in events)
    if 0 < differing < len(events):
        yield ChoiceView(
            "sources",
            sheet.say(words.timelines.SOURCES_SAY),
            (OptionView("differ", "", sheet.say(words.timelines.DIFFER), differing),),
        )


def _themes(events: Sequence[EventView]) -> Iterator[OptionView]:
    themes: Counter[ThemeView] = Counter(event.theme for event in events if event.theme)
    for theme in sorted(themes, key=lambda theme: (len(theme.sign), theme.sign)):
        yield OptionView(theme.id, theme.sign, theme.label, themes[theme])


def _several(options: Sequence[OptionView]) -> tuple[OptionView, ...]:
    """The options where there is a choice; none where all events are alike."""
    return tuple(options) if len(options) > 1 else ()
