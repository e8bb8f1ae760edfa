"""A page is read as a browser shows it: no tag changes a figure of it, and no figure is
made of two.
"""

import re
from pathlib import Path

import pytest
import trafilatura
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.cli import dossier
from dossier.intake.shown.blocks import lay_out, shown_in
from dossier.intake.shown.lines import text_of
from tests.helpers import fixtures

CONTAINERS = (
    "div",
    "p",
    "section",
    "li",
    "ul",
    "table",
    "tr",
    "td",
    "th",
    "dl",
    "dt",
    "dd",
    "h2",
    "pre",
    "article",
    "center",
)
LINES = (
    "span class=x",
    "a href=/x",
    "time",
    "small",
    "sup",
    "sub",
    "data",
    "label",
    "abbr",
    "x-y",
    "b style='color:red'",
    "q",
)
UNSEEN = (
    "del",
    "s",
    "span hidden",
    "section hidden",
    "div style='display:none'",
    "script",
    "button",
    "em style='visibility:hidden'",
)
FIGURE = re.compile(r"\d+(?:[ ,.]\d+)*", re.ASCII)


def shown(html: str) -> str:
    """All the text of a page."""
    tree = trafilatura.load_html(f"<html><body>{html}</body></html>")
    return text_of(lay_out(tree, shown_in(tree))[0])


@pytest.mark.parametrize(("title", "html", "expected"), fixtures("pages"))
def test_a_page_is_read_as_the_fixtures_say(title: str, html: str, expected: str) -> None:
    assert expected == shown(html), title


def element(tag: str, inner: str) -> str:
    """An element in HTML; a figure in one that is not seen is 7 throughout.

    Rows and cells stand in containers alone: within a line no page may have them, and
    parsers end the line before them. A script holds no elements: the first `</script>` ends
    it.
    """
    if tag == "script":
        inner = re.sub("<[^>]*>", " ", inner)
    if tag not in CONTAINERS:
        inner = re.sub("</?t[rdh]>", "<br>", inner)
    return f"<{tag}>{re.sub('[0-9]', '7', inner) if tag in UNSEEN else inner}</{tag.split(maxsplit=1)[0]}>"


figure = st.integers(100, 699).map(str).map(lambda digits: digits.replace("7", "6"))
words = st.one_of(figure, st.just(""))
tags = st.sampled_from((*CONTAINERS, *LINES, *UNSEEN))


def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements with others in them, and figures before, between and after those."""
    return st.builds(
        element,
        tags,
        st.lists(st.tuples(words, inner), max_size=3).map(
            lambda found: "".join(map("".join, found))
        ),
    )


pages = st.recursive(
    st.builds(element, tags, words) | st.just("<br>"), around, max_leaves=12
)


@settings(max_examples=300)
@given(
    st.lists(st.tuples(pages, words), min_size=1, max_size=4).map(
        lambda found: "".join(map("".join, found))
    )
)
def test_no_figure_touches_that_of_another_element(html: str) -> None:
    text = shown(f"<p>Words</p>{html}")
    assert {3} >= {len(figure) for figure in FIGURE.findall(text)}
    assert "7" not in text


PAGE = Path(__file__).parent / "imports" / "raised.html"
FILES = {
    "properties.yaml": """\
growth: {label: Growth, type: percent, fresh: never}
users: {label: Users, type: count, unit: people, fresh: never}
price: {label: Price, type: money, fresh: never}
""",
    "entities.yaml": "",
    "origins.yaml": "",
    "companies/acme/company.yaml": "name: Acme\nsections: {profile: Profile}\n",
}
FACT = """\
fact:
  label: Fact
  property: {property}
  claims:
    - value: {value}
      references: [{{source: page, quote: "{quote}", supports: [value]}}]
"""
FALSE = [
    ("growth", "51%", "by 51 percent in a year"),
    ("growth", "51%", "rose by 5[1] percent in a year"),
    ("users", "106", "grew to 106 users"),
    ("users", "106", "grew to 10⁶ users"),
    ("users", "10", "grew to 10⁶ users"),
    ("price", "500450 USD", "The price was 500 450 dollars"),
    ("price", "500 USD", "The price was 500 450 dollars"),
    ("price", "500 USD", "The price was 500 dollars"),
    ("users", "12500", "the works have 12 500 people"),
    ("users", "12500", "the works have 12500 people"),
    ("users", "12500", "the works have 12 | 500 people"),
    ("users", "202491", "2024 91"),
]
TRUE = [("price", "450 USD", "The price was 450 dollars")]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site whose only source is a page that was saved."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = Path("content") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert (
        0
        == CliRunner()
        .invoke(dossier, ["source", "add", str(PAGE), "--id", "page"])
        .exit_code
    )


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("metric", "value", "quote"), [*FALSE, *TRUE])
def test_no_figure_is_proved_that_the_page_does_not_show(
    metric: str, value: str, quote: str
) -> None:
    Path("content/companies/acme/facts").mkdir()
    fact = FACT.format(property=metric, value=value, quote=quote)
    Path("content/companies/acme/facts/profile.yaml").write_text(fact, "utf-8")
    ran = CliRunner().invoke(dossier, ["prove"])
    expected = r"1 quote: 1 proved" if (metric, value, quote) in TRUE else r" Q00[26] "
    assert re.search(expected, ran.output), ran.output
