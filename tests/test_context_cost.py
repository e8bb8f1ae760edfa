"""What the contexts of pages cost, counted and not timed: how often Python calls something
for the pages of one company more, and how many steps one page of a list that grows takes.
"""

import sys
from collections.abc import Callable
from cProfile import Profile
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bench.corpus import corpus
from bench.writers import write_ours
from dossier.generate.pipeline import inspect
from dossier.merge import merge_content
from dossier.model.dossiers import MergedFact, Site
from dossier.model.values.drawing import Drawing
from dossier.render.charts.data import gather_figures, in_one_unit
from dossier.render.charts.titles import largest_title
from dossier.render.lists.portions import portions
from dossier.render.pages.binding import bind
from dossier.render.pages.comparisons import compared_context, extent_of
from dossier.render.pages.plan import plan_pages
from dossier.render.site.links import compare_url
from dossier.render.site.render_context import RenderContext
from tests.chart_fixtures import charted
from tests.render_fixtures import SETTINGS

MOST = 115_000
"""It is 106,000 for the 64 pages of a company of 35 facts and 6 articles; it was 139,000
while each page wrote the addresses of its forms anew, and 203,000 before that.
"""
SIZE = 20
"""Facts of a page of a comparison."""


def calls(work: Callable[[], object]) -> int:
    """All calls of some work, those of what dataclasses write for themselves too."""
    profile = Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def merged(folder: Path, companies: int) -> Site:
    """So many, with what rests on them."""
    write_ours(folder, tuple(corpus(companies)))
    return merge_content(inspect(folder / "content").content, date(2026, 1, 1))


def contexts(site: Site) -> int:
    """The calls for all pages of a site."""
    pages = plan_pages(bind(site, SETTINGS))
    return calls(lambda: [page.context for page in pages])


def test_the_pages_of_a_company_more_cost_no_more_than_they_did(tmp_path: Path) -> None:
    """Without what the first ones cost, such as the texts of the interface, and without
    dates and numbers, which are written once in a process.
    """
    one, three = merged(tmp_path / "one", 1), merged(tmp_path / "three", 3)
    contexts(three)
    assert contexts(three) - contexts(one) < 2 * MOST


def longer(times: int) -> tuple[MergedFact, ...]:
    """The facts of the longest comparison of a site, as though it had so many times more."""
    return max(bind(charted(), SETTINGS).compared.values(), key=len) * times


def steps(work: Callable[[], object]) -> int:
    """How many instructions of Python some work takes: a loop that goes through a list calls
    nothing.
    """
    taken = 0

    def count(frame: FrameType, event: str, _: object) -> Any:
        nonlocal taken
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        taken += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return taken


def second_page(facts: tuple[MergedFact, ...]) -> Callable[[], object]:
    """Makes the second page of a comparison; what is said of its facts has been made, and
    nothing of all.
    """
    build, url = bind(charted(), SETTINGS), compare_url(facts[0].property.id)
    extent, (first, second, *_) = extent_of(build, facts), portions(facts, SIZE)
    compared_context(RenderContext(build, url), facts[:SIZE], extent, first)
    return lambda: compared_context(RenderContext(build, f"{url}2/"), facts, extent, second)


def title(facts: tuple[MergedFact, ...]) -> Callable[[], object]:
    """Says what a chart of some figures shows."""
    data = in_one_unit(gather_figures(facts, ""))
    render = RenderContext(bind(charted(), SETTINGS), "")
    return lambda: largest_title(render, "", data, Drawing.BARS)


@pytest.mark.parametrize(("made", "growth"), [(second_page, 1.1), (title, 20)])
def test_what_is_compared_costs_no_more_than_it_has_to(
    made: Callable[[tuple[MergedFact, ...]], Callable[[], object]], growth: float
) -> None:
    """A page costs the same however many there are, and a title no more for each figure."""
    few, many = (made(longer(times)) for times in (10, 200))
    few()
    assert steps(many) < growth * steps(few)
