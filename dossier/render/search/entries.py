"""What a search can find, one entry a page, and the words of which entries are made.

An entry is words; the index is made from them by `generate/search`. Each module of `pages/`
says what is found of its pages.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dossier.model.dates import PartialDate
from dossier.render.language import words
from dossier.render.site import links
from dossier.render.site.render_context import BuildContext, RenderContext

YEARS = 12
"""The longest span of which each year is a way to find the fact; of a longer one the first
and the last are.
"""

MARKS = re.compile(r'<sup class="marks">.*?</sup>', re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """One result."""

    url: str
    # From the root of the site.
    text: str
    # What is searched, besides the title; never empty, for then it would not be found at
    # all.
    shown: Mapping[str, str]
    # What a result says, by the names of places in the template; `title` counts most.
    filters: Mapping[str, tuple[str, ...]]
    # By the names of FILTERS.
    ways: tuple[str, ...] = ()
    # Where else the same thing stands: in its dossier, and in a timeline that shows it.
    asked: str = ""
    # Other words under which readers look for it; no result shows them.


def entry_context(build: BuildContext) -> RenderContext:
    """The context of one entry: nobody sees its notes, nor its links."""
    return RenderContext(build, links.HOME)


def years_in(when: PartialDate) -> Iterator[str]:
    """The years by which a date is found."""
    bounds = [
        day.year
        for day, moment in ((when.earliest, when.start), (when.latest, when.end))
        if moment
    ]
    first, last = min(bounds), max(bounds)
    return map(str, range(first, last + 1) if last - first < YEARS else (first, last))


def as_of_day(render: RenderContext, date: Markup) -> str:
    """How old what is found is."""
    return render.say(words.freshness.AS_OF, date=words_of(date)) if date else ""


def words_of(html: Markup) -> str:
    """The words of some HTML of ours, without the numbers of notes."""
    if "<" not in html and "&" not in html:
        return " ".join(html.split())  # most are words already
    return Markup(MARKS.sub("", html)).striptags()  # noqa: S704 - it is HTML of ours, and only its words are kept


def joined(*parts: str) -> str:
    """Several words as one text, each once."""
    return "; ".join(dict.fromkeys(part for part in parts if part))


def filled_in(**shown: str) -> Mapping[str, str]:
    """What a result says, without what has nothing to say."""
    return {name: value for name, value in shown.items() if value}


def narrowed_by(**filters: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """By what a search is narrowed down to it."""
    return {name: values for name, values in filters.items() if values}
