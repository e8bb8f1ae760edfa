"""Each component is a macro, a style file and a file of examples of one name; the examples are its documentation."""

import pytest

from tests.examples import COMPONENTS, Example, all_examples, components, printed
from tests.render_fixtures import THEME
from tests.test_render_pages import Outline


def test_every_component_has_a_style_file_and_examples() -> None:
    macros = {path.stem for path in COMPONENTS.glob("*.html")}
    assert macros == {path.stem for path in (THEME / "static" / "css" / "components").glob("*.css")}
    assert macros == set(components())


@pytest.mark.parametrize("example", all_examples(), ids=lambda example: f"{example[0]}: {example[1]}")
def test_an_example_shows_what_it_says(example: Example) -> None:
    component, _, given = example
    text = printed(component, given)
    Outline(text)
    assert [] == [words for words in given["shows"] if words not in text]
    assert [] == [words for words in given.get("hides", []) if words in text]
