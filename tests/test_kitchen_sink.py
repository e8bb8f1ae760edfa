"""The page of components shows all of them, and an example does not get in the way of
another.
"""

import re
from collections import Counter

import pytest

from tests.examples import all_examples, components
from tests.kitchen_sink import page, placed, scoped
from tests.render_fixtures import THEME
from tests.test_render_pages import Outline


def test_every_component_and_every_example_is_shown() -> None:
    outline = Outline(page())
    anchors = {
        f"{name}-{number}"
        for name, count in Counter(one[0] for one in all_examples()).items()
        for number in range(1, count + 1)
    }
    assert {*components(), *anchors} <= set(outline.ids)


def test_no_id_stands_twice_and_every_link_leads_to_one() -> None:
    outline = Outline(page())
    assert [] == [name for name, count in Counter(outline.ids).items() if count > 1]
    inner = [link for link in outline.links if link.startswith("#")]
    assert [] == [link for link in inner if link[1:] not in outline.ids]


def test_every_style_of_a_component_is_seen() -> None:
    """A state that is designed has an example; what only a script makes is seen in the
    tests of browsers.
    """
    scripts = "".join(
        path.read_text("utf-8") for path in (THEME / "static" / "js").glob("*.js")
    )
    css = "".join(
        path.read_text("utf-8")
        for path in (THEME / "static" / "css" / "components").glob("*.css")
    )
    styled = set(
        re.findall(
            r"\.([a-z][a-z0-9_-]*)", re.sub(r"/\*.*?\*/|\d\.\d+", "", css, flags=re.DOTALL)
        )
    )
    assert set() == {
        name for name in styled - Outline(page()).classes if name not in scripts
    }


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="a"><a href="#a">', '<p id="x-1--a"><a href="#x-1--a">'),
        ('<a href="../facts/a/">', '<a href="#x-1">'),
        ('<a href="https://a.example/">', '<a href="https://a.example/">'),
        ('<nav aria-label="Site">', '<nav aria-label="Site (x-1)">'),
        ('<nav aria-labelledby="s t"><b id="t">', '<nav aria-labelledby="x-1 x-1--t x-1"><b id="x-1--t">'),
        ('<label for="q"><input data-id="q" id="q">', '<label for="x-1--q"><input data-id="q" id="x-1--q">'),
    ],
)  # fmt: skip
def test_an_example_gets_names_of_its_own(html: str, expected: str) -> None:
    assert expected == scoped(html, "x-1")


@pytest.mark.parametrize(
    ("html", "inside", "expected"),
    [
        ("<li>a</li>", "", "<ul><li>a</li></ul>"),
        ("<li>a</li>", "ol.events", '<ol class="events"><li>a</li></ol>'),
        ("<div><dt>a</dt></div>", "", "<dl><div><dt>a</dt></div></dl>"),
        ("<p>a</p>", "", "<p>a</p>"),
        ("<dl><dt>a</dt></dl>", "", "<dl><dt>a</dt></dl>"),
    ],
)
def test_an_example_stands_where_html_allows_it(
    html: str, inside: str, expected: str
) -> None:
    assert expected == placed(html, inside)
