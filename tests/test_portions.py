"""How the pages of a site are handed out, and what of them is kept: whole, and in bounds
however many companies there are.
"""

from functools import partial

import pytest

from dossier.generate.press import LONGEST, SHORTEST, WEIGHTS, spans
from dossier.model.addresses import COMPARED, SOURCE
from dossier.render.language import finished
from dossier.render.language.finished import Finished


@pytest.mark.parametrize("pages", [0, 1, SHORTEST, 17, 6_448, 19_343, 192_873])
def test_every_page_is_handed_out_once_and_in_order(pages: int) -> None:
    """In portions that are neither too small nor too large."""
    portions = spans([1] * pages)
    assert [*range(pages)] == [
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
    assert {COMPARED, SOURCE} == {*WEIGHTS}


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
