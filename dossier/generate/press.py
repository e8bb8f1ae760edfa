"""What makes the files of a site, piece by piece: each piece needs nothing of the others,
so any process may make it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateError

from dossier.export.json import files_of_page
from dossier.generate.search.records import FoundRecord, records_of
from dossier.generate.writing import Output, Written
from dossier.mapping import in_groups
from dossier.model.addresses import COMPARED, SOURCE, PageKind
from dossier.model.errors import DossierError
from dossier.render.cards.cards import Card
from dossier.render.cards.drawing import Painter
from dossier.render.pages.ordinary import ordinary_entries
from dossier.render.pages.plan import Page
from dossier.render.scan.measure import NOTHING, Measure, measure_page
from dossier.render.search.entries import Entry
from dossier.render.site.render_context import BuildContext


class Span(NamedTuple):
    """Pages that follow each other."""

    start: int
    end: int
    # The first that is no more of them.
    weight: int


SHORTEST, LONGEST = 16, 256
"""Pages of a span: enough that to hand it out costs nothing beside making it, and no more
than a process makes in a second, so that none waits long for the last.
"""
PORTIONS = 256
"""Into so many a site is parted where each has neither more nor fewer pages than that: the
pages of a company follow each other, and what is made once for them is made once where one
process makes them all.
"""
SHIFT = 16_384
"""The weight of pages after which the processes that make them are begun anew: what these
have copied of the records of 250 companies is 90 MB in each, and to begin takes 0.05 s.
"""
WEIGHTS: Mapping[PageKind, int] = {SOURCE: 10, COMPARED: 250}
"""For how many pages one counts that looks at facts of many companies: by what a process
was seen to copy for it.
"""
CARDS = 16
"""Pictures that are drawn at a time."""


@dataclass(frozen=True)
class Batch:
    """What is told of some pages once they are written."""

    pages: int
    written: Written
    measures: Mapping[str, Measure] = field(default_factory=dict)
    # What they show of each company that is counted on them.
    records: tuple[FoundRecord, ...] = ()
    # What a search finds of them.


@dataclass(frozen=True)
class Press:
    """All that the files of a site are made with."""

    build: BuildContext
    pages: tuple[Page, ...]
    env: Environment
    names: Mapping[str, Any]
    # Those that all templates may use.
    output: Output
    painter: Painter

    def spans(self) -> tuple[Span, ...]:
        """Its pages, some at a time."""
        return spans([WEIGHTS.get(page.planned.kind, 1) for page in self.pages])

    def compile(self) -> None:
        """Have all templates ready, so that not each process has to do it. What is wrong
        with one is told where it is used.
        """
        for name in self.env.list_templates(filter_func=_is_of_theme):
            with suppress(TemplateError):
                self.env.get_template(name)

    def html(self, page: Page) -> str:
        """A page as it is published."""
        own = {"output_file": page.path, "url": page.url, **page.context}
        try:
            template = self.env.get_template(page.template)
            return template.render({**self.names, **own})
        except TemplateError as error:  # it loses its line on the way from another process
            raise unusable(self.names["THEME"], error) from error

    def print(self, span: Span) -> Batch:
        """Write some of the pages."""
        output = self.output.apart()
        measures: dict[str, Measure] = {}
        records: list[FoundRecord] = []
        for page in self.pages[span.start : span.end]:
            html = self.html(page)
            seen = output.page(page.path, html)
            if slug := page.counts_for:
                measures[slug] = measures.get(slug, NOTHING) + measure_page(html, seen)
            self.accompany(page, output)
            records += self.records(page.entries)
        made = span.end - span.start
        return Batch(made, output.written(), measures, tuple(records))

    def accompany(self, page: Page, output: Output) -> None:
        """Write the data that belong to a page."""
        for name, data in files_of_page(
            self.build.site, page.planned.kind, page.planned.ids
        ):
            output.write(name, data)

    def records(self, entries: Iterable[Entry]) -> tuple[FoundRecord, ...]:
        """What a search finds, ready for its index; nothing where the site has none."""
        settings = self.build.settings
        if not settings.search:
            return ()
        return tuple(records_of(entries, settings.prose.tag))

    def others(self) -> tuple[FoundRecord, ...]:
        """What a search finds of the pages that Pelican prints."""
        return self.records(ordinary_entries(self.build))

    def draw(self, cards: Sequence[Card]) -> Written:
        """Write the pictures of some cards."""
        output = self.output.apart()
        for card in cards:
            output.write(card.path, self.painter.draw(card))
        return output.written()


def unusable(theme: object, error: TemplateError) -> DossierError:
    """That a template of a theme is not one."""
    return DossierError(
        f"the theme {theme} cannot be used: {type(error).__name__}: {error}"
    )


def _is_of_theme(template: str) -> bool:
    """Whether it is a page or a part of one, and none of Pelican's other themes."""
    return template.endswith(".html") and not template.startswith("!")


def some(cards: Sequence[Card]) -> Iterator[Sequence[Card]]:
    """Cards, a few at a time."""
    for start in range(0, len(cards), CARDS):
        yield cards[start : start + CARDS]


def spans(weights: Sequence[int]) -> tuple[Span, ...]:
    """Pages of these weights, some at a time."""
    most = min(LONGEST, max(SHORTEST, len(weights) // PORTIONS))
    return tuple(
        Span(some[0], some[-1] + 1, sum(weights[place] for place in some))
        for some in in_groups(range(len(weights)), weights.__getitem__, most)
    )
