"""Prose: our marks, links and headings; all else is markdown-it's."""

import re
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from dossier.collect import Findings
from dossier.generate.pipeline import inspect
from dossier.merge import merge_content
from dossier.model.claims import Status
from dossier.model.facts import FactId
from dossier.model.prose import Prose
from dossier.read.prose import parse_prose
from dossier.render.facts.facts import overview
from dossier.render.pages.binding import bind
from dossier.render.prose.prose import plain_prose
from dossier.render.site.links import href
from dossier.render.site.render_context import RenderContext
from tests.helpers import SITES
from tests.render_fixtures import SETTINGS, prose, site


def render() -> RenderContext:
    return RenderContext(bind(site(), SETTINGS), "companies/acme/")


def shown(text: str) -> str:
    return overview(render(), prose(text)).__html__()


def test_a_citation_is_a_note_for_the_source_as_a_whole() -> None:
    page = render()
    overview(page, prose("Words [@full].")).__html__()
    assert [("full", "", "", "", "")] == [
        one.passage for entry in page.footnotes.entries for one in entry.references
    ]


def test_a_citation_may_name_a_place_in_the_source() -> None:
    page = render()
    overview(page, prose("Words [@full, paragraph 2; @bare].")).__html__()
    cited = [
        [(one.source, one.locator.place) for one in entry.references]
        for entry in page.footnotes.entries
    ]
    assert [[("full", "paragraph 2"), ("bare", "")]] == cited


MARK = re.compile(r"<sup.*?</sup>")
SENTENCES = {
    "One [@full].": "One.^",
    "two\n[@full].": "two.^",
    "One {{ pledge }}, two [@bare] and three. Four [@full]. Five.": "One CN¥380 billion, two and three.^ Four.^ Five.",
    "One. [@full] Two. [@bare]": "One.^ Two.^",
    "One [@full].\nTwo [@bare]": "One.^\nTwo^",
    "He said “one [@full].” Two. [@bare]": "He said “one.”^ Two.^",
    "Of J. Doe Inc. [@full] and the U.S. Treasury": "Of J. Doe Inc. and the U.S. Treasury^",
    "One [@full], e.g. two, approx. three. Four": "One, e.g. two, approx. three.^ Four",
    "It rose 2.5 [@full] points! Then": "It rose 2.5 points!^ Then",
    "甲[@full]。乙[@bare]！丙": "甲。^乙！^丙",
    "{{ pledge }} [One. Two](/) three": "CN¥380 billion One. Two three^",
    "- one [@full]\n- two [@bare]": "one^\ntwo^",
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_has_one_mark_and_it_stands_at_its_end(text: str) -> None:
    """Behind its signs; within a link there is none, for a link in a link is no HTML."""
    assert SENTENCES[text] == re.sub(r"<[^>]+>", "", MARK.sub("^", shown(text))).strip()


def test_a_value_is_a_link_to_its_fact() -> None:
    page = render()
    html = overview(page, prose("It has {{ pledge }}.")).__html__()
    figure = '<data class="figure" value="380000000000">CN¥380 billion</data>'
    assert (
        f'<a class="shown" data-claim="acme/pledge:0" href="facts/pledge/">{figure}</a>.<sup'
        in html
    )
    (note,) = page.footnotes.entries
    assert 2 == len(
        note.references
    )  # the passages that prove the value, not those that prove its dates


@pytest.mark.parametrize("status", [Status.RUMOURED, Status.DENIED])
def test_a_value_that_is_rumoured_says_so_within_the_sentence(status: Status) -> None:
    page = render()
    fact = page.site.facts[FactId("acme", "pledge")]
    claim = replace(fact.leading, status=status)
    told = replace(
        fact,
        fact=replace(fact.fact, claims=(claim, *fact.fact.claims[1:])),
        claims=(replace(fact.claims[0], claim=claim), *fact.claims[1:]),
    )
    build = replace(
        page.build, site=replace(page.site, facts={**page.site.facts, fact.id: told})
    )
    page = RenderContext(build, "companies/acme/")
    html = overview(page, prose("It has {{ pledge }}.")).__html__()
    assert f"CN¥380 billion</data> ({status})</a>" in html


def test_a_key_of_a_record_is_shown_alone() -> None:
    assert ">1999</time></a>.<sup" in shown("Since {{ founded.date }}.")


def test_a_value_that_names_a_company_is_one_link() -> None:
    html = shown("Owned by {{ beta/owner }}.")
    assert 1 + html.count("doc-noteref") == html.count("<a ")


def test_a_link_out_says_so() -> None:
    expected = '<a href="https://else.example/?a=1&amp;b=2" rel="external">out</a>'
    assert expected in shown("[out](https://else.example/?a=1&b=2)")


def test_a_link_to_a_page_of_ours_is_relative() -> None:
    assert '<a href="../beta/#facts">Beta</a>' in shown("[Beta](/companies/beta/#facts)")


def test_headings_stand_below_those_of_the_page() -> None:
    html = shown("## One\n\n### Two")
    assert "<h3>One</h3>" in html
    assert "<h4>Two</h4>" in html


def test_headings_of_an_ordinary_page_stay() -> None:
    html = plain_prose(
        prose("## One\n\n[home](/)", None), lambda target: href("about/", target, True)
    )
    assert "<h2>One</h2>" in html
    assert '<a href="../index.html">home</a>' in html


def test_words_are_escaped() -> None:
    assert "<p>1 &lt; 2 &amp; <code>&lt;b&gt;</code></p>\n" == shown("1 < 2 & `<b>`")


def test_a_prose_is_the_same_on_every_page() -> None:
    text = prose("## One\n\nTwo [@full] {{ pledge }} [out](https://else.example/)")
    assert overview(render(), text).__html__() == overview(render(), text).__html__()


def test_no_prose_is_nothing() -> None:
    assert not overview(render(), Prose())


def test_html_is_never_passed_on() -> None:
    """The reader refuses it; should some come through, it is shown and not obeyed."""
    html = overview(render(), parsed("<script>\n\na <b>bold</b> move")).__html__()
    assert "&lt;script&gt;" in html
    assert "a &lt;b&gt;bold&lt;/b&gt; move" in html


def test_a_picture_is_its_words() -> None:
    """The reader refuses pictures; should one come through, the page still asks no other
    host for it.
    """
    html = overview(render(), parsed("![a & b](https://else.example/chart.png)")).__html__()
    assert "<p>a &amp; b</p>\n" == html


def parsed(text: str) -> Prose:
    """A prose with mistakes in it."""
    return parse_prose(text, "overview.md", 1, "acme", Findings())


ELEMENTS = """\
Soft
break, hard\\
break, *em* **strong** ~~gone~~ `co & de` \\* &copy; "q" 'a' <https://else.example/a?b&c>

3. three
4. four
   - nested

     loose
   -
-
  > quote

  ## Heading ##
- ---
-     code

| a | b | c |
| :-- | --: | :-: |
| 1 | `2` | |

```py "x" <y>
<b>
```

    in & dented

***

0. nought
"""


def test_every_element_is_as_markdown_it_has_it() -> None:
    """But for what is ours: the frame of tables, the sides of cells and what links say."""
    ours = str(overview(render(), parsed(ELEMENTS)).__html__())
    for own, theirs in OURS.items():
        ours = ours.replace(own, theirs)
    settings = {"html": False, "xhtmlOut": False}
    assert MarkdownIt("js-default", settings).render(ELEMENTS) == ours.replace("h3>", "h2>")


OURS = {
    '<div class="prose__table" tabindex="0">\n': "",
    "</table>\n</div>": "</table>",
    ' class="prose__end"': ' style="text-align:right"',
    "<th>a": '<th style="text-align:left">a',
    "<td>1": '<td style="text-align:left">1',
    "<th>c": '<th style="text-align:center">c',
    "<td></td>": '<td style="text-align:center"></td>',
    ' rel="external"': "",
    "&#34;": "&quot;",
    "&#39;": "'",
}


def test_a_word_that_is_shortened_behind_the_end_of_a_line_ends_no_sentence() -> None:
    assert (
        "One\ne.g. two.^"
        == re.sub(r"<[^>]+>", "", MARK.sub("^", shown("One\\\ne.g. [@full] two."))).strip()
    )


def test_a_table_scrolls_in_a_frame_of_its_own_and_sets_numbers_to_the_end() -> None:
    """A page is no wider for it, and no cell has a style of its own, which the policy of
    the page would refuse.
    """
    html = plain_prose(prose("| In | 2025 |\n| --- | ---: |\n| Revenue | 918 |\n"), str)
    assert '<div class="prose__table" tabindex="0">\n<table>' in html
    assert ('<td class="prose__end">918</td>', False) == (
        re.findall(r"<td.*918</td>", html)[0],
        "style=" in html,
    )


QUARTERS = merge_content(inspect(SITES / "quarters").content, date(2025, 3, 1))
YEAR = "29 January 2024 to 26 January 2025"
SALES = f"US$3,518 million (fiscal 2025, {YEAR})"
LOSS = "−US$88 million (GAAP, fourth quarter of fiscal 2025, 28 October 2024 to 26 January 2025)"
IN_TIME = {
    "Sales were {{ revenue }}.": f"Sales were US$3,518 million (fiscal 2025, {YEAR}).",
    "In {{ revenue.period }} they were {{ revenue }}. Again {{ revenue }}.":
        f"In fiscal 2025 ({YEAR}) they were US$3,518 million. Again US$3,518 million.",
    "Sales were {{ revenue }}, and profit {{ net-profit }}; all of {{ revenue }}.":
        f"Sales were {SALES}, and profit {LOSS}; all of {SALES}.",
    "Sales were {{ revenue }}. In 2019 it was worse. Now {{ revenue }}.":
        f"Sales were {SALES}. In 2019 it was worse. Now {SALES}.",
    "Sales were {{ revenue }}.\n\nSales were {{ revenue }}.":
        f"Sales were {SALES}.\nSales were {SALES}.",
}  # fmt: skip


@pytest.mark.parametrize("text", IN_TIME)
def test_a_value_of_a_series_stands_with_its_period(text: str) -> None:
    """Unless its own sentence shows that beside it, or the value before it did."""
    page = RenderContext(bind(QUARTERS, SETTINGS), "companies/halden/")
    told = re.sub(
        r"<[^>]+>", "", MARK.sub("", overview(page, prose(text, "halden")).__html__())
    ).strip()
    assert IN_TIME[text] == told
