"""Long lists in portions, each a page of its own: what many facts stand on must still open on a slow line."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.dossiers import MergedFact
from dossier.render.frame import links
from dossier.render.frame.sheets import Sheet
from dossier.render.language import words
from dossier.render.views import LinkView, PortionsView

FACTS = 100
"""In one portion: with their words and notes some 350 kB of a page that compares."""


@dataclass(frozen=True)
class Portion:
    """Some of the facts that a list has."""

    number: int
    # From 1.
    facts: tuple[MergedFact, ...]
    all: int
    # How many facts the list has.

    @property
    def is_first(self) -> bool:
        """Whether what belongs to the whole list stands on its page."""
        return self.number == 1


def portions(facts: Sequence[MergedFact]) -> tuple[Portion, ...]:
    """All facts, in portions; there is one at least."""
    starts = range(0, max(1, len(facts)), FACTS)
    return tuple(
        Portion(number, tuple(facts[start : start + FACTS]), len(facts)) for number, start in enumerate(starts, start=1)
    )


def portions_view(sheet: Sheet, url: str, portion: Portion) -> PortionsView | None:
    """Which facts stand here, and the ways to the others; None where these are all. `url` is that of the first portion."""
    if portion.all <= FACTS:
        return None
    count = -(-portion.all // FACTS)
    ways = (
        LinkView(_span(sheet, number, portion.all), sheet.link(links.portion_url(url, number)))
        for number in range(1, count + 1)
    )
    told = _span(sheet, portion.number, portion.all)
    return PortionsView(
        told=sheet.say(words.PORTION, span=told, facts=sheet.count(portion.all, words.FACTS)),
        here=told,
        ways=tuple(ways),
    )


def portion_title(sheet: Sheet, title: str, portion: Portion) -> str:
    """The title of a page, which those after the first add their facts to."""
    if portion.is_first:
        return title
    return sheet.say(words.ASIDE, text=title, aside=_span(sheet, portion.number, portion.all))


def _span(sheet: Sheet, number: int, whole: int) -> str:
    first = (number - 1) * FACTS + 1
    number_of = sheet.language.number
    return sheet.say(words.FROM_TO, first=number_of(first), last=number_of(min(first + FACTS - 1, whole)))
