"""How the pages of a site are handed out, and what of them is kept: whole, and in bounds
however many companies there are.
"""

from functools import partial

import pytest

from dossier.generate.press import LONGEST, SHIFT, SHORTEST, shift, spans
from dossier.render.language import finished
from dossier.render.language.finished import Finished


@pytest.mark.parametrize("pages", [0, 1, SHORTEST, 17, 6_448, 19_343, 192_873])
def test_every_page_is_handed_out_once_and_in_order(pages: int) -> None:
    """In portions that are neither too small nor too large."""
    portions = spans(pages)
    assert [*range(pages)] == [page for span in portions for page in range(*span)]
    assert all(end - start <= LONGEST for start, end in portions)
    assert all(end - start >= SHORTEST for start, end in portions[:-1])


def test_the_pages_of_a_company_stay_together_on_a_large_site() -> None:
    """So that what they share is made once, and not by each process."""
    assert {16} == {end - start for start, end in spans(640)}
    assert {75, 19_343 % 75} == {end - start for start, end in spans(19_343)}
    assert (0, LONGEST) == spans(192_873)[0]


@pytest.mark.parametrize("pages", [0, 640, 19_343, 192_873, 640_000])
def test_processes_are_begun_anew_after_as_many_pages_on_a_site_of_any_size(
    pages: int,
) -> None:
    """So that what they copy does not grow with it."""
    longest = max((end - start for start, end in spans(pages)), default=SHORTEST)
    assert SHIFT - longest < shift(pages) * longest <= SHIFT


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
