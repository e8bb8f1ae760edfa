"""Each component is a macro, a style file and a file of examples of one name; the examples
are its documentation.
"""

import re

import pytest

from dossier.render.prose.prose import plain_prose
from dossier.render.theme.assets import scripts, theme_files
from tests.examples import COMPONENTS, Example, all_examples, components, printed
from tests.render_fixtures import THEME, html, pages, prose
from tests.test_render_pages import Outline, long_home


def test_every_component_has_a_style_file_and_examples() -> None:
    macros = {path.stem for path in COMPONENTS.glob("*.html")}
    assert macros == {
        path.stem for path in (THEME / "static" / "css" / "components").glob("*.css")
    }
    assert macros == set(components())


@pytest.mark.parametrize(
    "example", all_examples(), ids=lambda example: f"{example[0]}: {example[1]}"
)
def test_an_example_shows_what_it_says(example: Example) -> None:
    component, _, given = example
    text = printed(component, given)
    Outline(text)
    assert [] == [words for words in given["shows"] if words not in text]
    assert [] == [words for words in given.get("hides", []) if words in text]


def test_every_class_that_a_style_knows_is_used() -> None:
    """By a page, an example or a script; one that nothing uses is dead."""
    texts = [
        *map(html, pages()),
        long_home(),
        *(printed(component, given) for component, _, given in all_examples()),
    ]
    texts.append(plain_prose(prose("| a |\n| ---: |\n| 1 |\n"), str))
    used = set().union(*(Outline(text).classes for text in texts))
    used |= {
        name
        for text in scripts(THEME).values()
        for name in re.findall(r'"([a-z][a-z0-9_-]*)"', text.decode())
    }
    css = theme_files(THEME)["theme/ledger.css"].decode()
    styled = set(
        re.findall(
            r"\.([a-z][a-z0-9_-]*)", re.sub(r"/\*.*?\*/|\d\.\d+", "", css, flags=re.DOTALL)
        )
    )
    assert set() == styled - used
