"""What a finished page shows is counted on its HTML; a figure in prose without a fact is debt."""

import pytest

from dossier.render.frame.measure import measure


@pytest.mark.parametrize(
    ("prose", "loose"),
    [
        ("In 2025 it pledged 380 billion yuan.", ("2025", "380")),
        ("Qwen3-Max, GPT-4, V3.1 and A380 are names.", ()),
        ("One trillion here, a million there, ten per cent.", ("One trillion", "a million", "ten per cent")),
        ("1,234.5 and 3.", ("1,234.5", "3")),
        ("One of two articles.", ()),
        ("Line<br>5<img alt=''>6", ("5", "6")),
    ],
)
def test_figures_of_prose_are_counted(prose: str, loose: tuple[str, ...]) -> None:
    assert loose == measure(f"<div data-prose>{prose}</div>").loose


def test_a_figure_that_a_fact_stands_behind_is_no_debt() -> None:
    shown = measure('<p data-prose>It has <a data-claim="a/b:0">91 centres</a><sup><a>7</a></sup> in 29 regions.</p>')
    assert [["a/b:0"], ["29"]] == [[*shown.claims], [*shown.loose]]


def test_a_note_beside_an_answer_is_prose_again() -> None:
    shown = measure('<div data-claim="a/b:1">91<p data-prose>It was 90 before.</p></div>')
    assert [["a/b:1"], ["90"]] == [[*shown.claims], [*shown.loose]]


def test_what_is_no_prose_is_not_counted() -> None:
    assert () == measure("<h1>2025</h1><p>As of 24 September</p><div data-prose>none</div><p>7</p>").loose
