"""How the pages of a site are handed out, and what of them is kept: whole, and in bounds
however many companies there are.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from dossier.generate.audit import Audit
from dossier.generate.press import LONGEST, SHORTEST, Press, spans
from dossier.generate.writing import Output
from dossier.model.addresses import COMPARED, FACT, SOURCE
from dossier.render.cards.drawing import Painter
from dossier.render.language import finished
from dossier.render.language.finished import Finished
from tests.render_fixtures import pages, templates


@pytest.mark.parametrize("number", [0, 1, SHORTEST, 17, 6_448, 19_343, 192_873])
def test_every_page_is_handed_out_once_and_in_order(number: int) -> None:
    """In portions that are neither too small nor too large."""
    portions = spans([1] * number)
    assert [*range(number)] == [
        page for span in portions for page in range(span.start, span.end)
    ]
    assert all(span.weight == span.end - span.start <= LONGEST for span in portions)
    assert all(span.weight >= SHORTEST for span in portions[:-1])


def test_the_pages_of_a_company_stay_together_on_a_large_site() -> None:
    """So that what they share is made once, and not by each process."""
    assert {16} == {span.weight for span in spans([1] * 640)}
    assert {75, 19_343 % 75} == {span.weight for span in spans([1] * 19_343)}
    assert (0, LONGEST, LONGEST) == spans([1] * 192_873)[0]


def test_pages_that_look_at_much_are_handed_out_a_few_at_a_time() -> None:
    """What a process copies by looking at it counts, not the number of pages."""
    portions = spans([1] * 1_000 + [10] * 50 + [250] * 3)
    assert [(0, 16, 16), (16, 32, 16)] == [*portions[:2]]
    assert [(1_049, 1_050, 10), (1_050, 1_051, 250)] == [*portions[-4:-2]]


def test_what_a_page_looks_at_is_told_by_its_kind(tmp_path: Path) -> None:
    """One of a source shares its portion with few others, one of a comparison with none."""
    page = next(iter(pages().values()))
    fact, source, compared = (
        replace(page, planned=replace(page.planned, kind=kind))
        for kind in (FACT, SOURCE, COMPARED)
    )
    some = (fact,) * 20 + (source,) * 3 + (compared,) * 2
    output, painter = Output(tmp_path, Audit("/")), Painter(tmp_path)
    found = Press(page.build, some, templates(), {}, output, painter).spans()
    weights = (16, 14, 10, 10, 250, 250)
    ends = (16, 21, 22, 23, 24, 25)
    assert [(span.end, span.weight) for span in found] == [*zip(ends, weights, strict=True)]


def test_what_is_finished_is_made_once_and_forgotten_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is the same for the same records, and never that of others."""
    monkeypatch.setattr(finished, "MOST", 3)
    kept, made = Finished(), list[int]()

    def make(number: int) -> str:
        made.append(number)
        return f"words of {number}"

    records = [[number] for number in range(7)]
    for record in [*records[:3], *records[:3], *records, records[0]]:
        told = kept.once("words", (record,), partial(make, record[0]))
        assert f"words of {record[0]}" == told
    assert [0, 1, 2, 3, 4, 5, 6, 0] == made
