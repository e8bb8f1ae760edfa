"""Our own words: what a quote of what they stand on has, and what is ours alone."""

from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from dossier.generate.pipeline import load_content
from dossier.merge import merge_content
from dossier.model.content import Content
from dossier.model.facts import FactId
from dossier.model.own_words import Ours, Own
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from dossier.render.search.entries import words_of
from dossier.wording.own import read_wording
from tests.render_fixtures import SETTINGS, render

FILES = {
    "properties.yaml": "plants:\n  label: Plants\n  type: count\n  unit: plants\n  fresh: never\n",
    "entities.yaml": "borealis:\n  name: Borealis\n  kind: organisation\n  also_known_as: [Boreal Ltd]\n",
    "origins.yaml": "",
    "companies/acme/company.yaml": "name: Acme\nsections:\n  main: Facts\n",
}
SOURCE = "---\ntype: report\ntitle: On plants\nlanguage: en\nissued: 2024-03-09\n---\n{summary}\n"
FACTS = """\
plants:
  label: {label}
  property: plants
  note: {note}
  claims:
    - value: 12
      period: 2023
      references:
        - source: paper
          quote: 12 plants, "the best of all", bought from Boreal Ltd for 5 million euros
"""
COUNT = '12 plants, "the best of all", bought from Boreal Ltd for 5 million euros'


def content_of(folder: Path, told: dict[str, str]) -> Content:
    """A content folder with these files and those that all cases share."""
    for name, text in {**FILES, **told}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_content(folder)


def wording(
    folder: Path,
    overview: str = "Plants.",
    label: str = "Plants",
    note: str = "None.",
    summary: str = "S.",
) -> Ours:
    """What is known of the words of a small dossier; of its source, the summary's own words
    are put behind.
    """
    told = {
        "companies/acme/overview.md": overview,
        "companies/acme/facts/main.yaml": FACTS.format(label=label, note=note),
        "sources/paper.md": SOURCE.format(summary=summary),
    }
    read = read_wording(content_of(folder, told))
    return read.companies["acme"] + read.sources["paper"]


def own_of(told: Ours) -> list[str]:
    """What no quote has, each with its kind and where it stands."""
    return [f"{one.where} {one.said}: {one.words}" for one in told.own]


def test_summaries_are_read_only_where_they_are_told_of(tmp_path: Path) -> None:
    """What `dossier check` counts is of companies alone, which are read as ever."""
    told = {
        "companies/acme/overview.md": "In 2021 there were 14 plants [@paper].",
        "companies/acme/facts/main.yaml": FACTS.format(label="Plants", note="14 in all"),
        "sources/paper.md": SOURCE.format(summary="It has 14 plants."),
    }
    content = content_of(tmp_path, told)
    whole, counted = read_wording(content), read_wording(content, summaries=False)
    assert (whole.companies, {"paper"}) == (counted.companies, {*whole.sources})
    assert {} == counted.sources


TEXTS = [
    ("12 plants", ""),
    ("14 plants", "figure: 14"),
    ("Paid 5 million euros", ""),
    ("Paid 5 million dollars", "figure: 5 million dollars"),
    ("In 2023", ""),
    ("In 2021", "date: 2021"),
    ("Called “the best of all”", ""),
    ("Called “the worst of all”", "quotation: the worst of all"),
    ("From Borealis", ""),
    ("Unlike Borealis and Cormorant", ""),
    ("Acme alone", ""),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_label_and_a_note_stand_on_their_fact(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert own_of(wording(tmp_path / "label", label=text)) == (
        [f"label {expected}"] if expected else []
    )
    assert own_of(wording(tmp_path / "note", note=text)) == (
        [f"note {expected}"] if expected else []
    )


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_sentence_stands_on_the_passages_and_facts_that_it_cites(
    tmp_path: Path, text: str, expected: str
) -> None:
    """The same sentence has all of its own where it cites the source as a whole, or
    nothing.
    """
    cited = (
        f'[@paper "{COUNT.replace(chr(34), "“")}"]' if "2023" not in text else "[@#plants]"
    )
    for mark in (cited, "[@#plants]"):
        told = wording(tmp_path / str(len(mark)), overview=f"{text} {mark}.")
        assert own_of(told) == ([f"narrative {expected}"] if expected else [])
        assert (told.passages, told.whole) == (1, 0)
    whole = wording(tmp_path / "whole", overview=f"{text} [@paper]. Then.")
    assert (whole.passages, whole.whole) == (0, 1)
    assert bool(whole.own) is (text != "Acme alone")


def test_a_value_that_is_shown_is_none_of_our_own_words(tmp_path: Path) -> None:
    told = wording(tmp_path, overview="It has {{ plants }}, 12 plants that Borealis built.")
    assert (own_of(told), told.passages) == ([], 1)


def test_a_heading_stands_on_what_the_sentences_below_it_stand_on(tmp_path: Path) -> None:
    text = "## Borealis\n\nPlants [@#plants].\n\n## Borealis again\n\nPlants.\n"
    assert ["narrative name: Borealis"] == own_of(wording(tmp_path, overview=text))


def test_a_summary_stands_on_all_that_is_quoted_of_its_source(tmp_path: Path) -> None:
    told = wording(
        tmp_path,
        summary="“On plants”, of 9 March 2024: 12 plants from Borealis, and 3 mills.",
    )
    assert ["summary figure: 3"] == own_of(told)


def test_each_of_our_own_words_knows_where_it_stands(tmp_path: Path) -> None:
    first, second = wording(tmp_path, label="14 plants", summary="3 mills.").own
    assert (first.fact, first.source, second.fact, second.source) == (
        FactId("acme", "plants"),
        "",
        None,
        "paper",
    )
    assert isinstance(first, Own)


def test_pages_mark_what_is_ours_where_it_stands(tmp_path: Path) -> None:
    """With a sign for eyes and words for ears; a figure that a quote has is counted as
    held.
    """
    files = {
        "companies/acme/overview.md": "In 2021 it bought 12 plants [@#plants].",
        "companies/acme/facts/main.yaml": FACTS.format(
            label="Plants of 1999", note="Unlike 14 others."
        ),
        "sources/paper.md": SOURCE.format(summary="It has 3 mills."),
    }
    content = content_of(tmp_path, files)
    site = merge_content(content, date(2025, 1, 1), read_wording(content))
    pages = {page.url: render(page, site) for page in plan_pages(bind(site, SETTINGS))}
    dossier, fact, source = (
        pages[url]
        for url in ("companies/acme/", "companies/acme/facts/plants/", "sources/paper/")
    )
    assert (
        'In <span class="own">2021<span class="own__sign" aria-hidden="true">*</span>'
        in dossier
    )
    assert "<span data-held>12</span> plants" in dossier
    assert "Unlike 14* (our own words: no quote has it) others." in words_of(Markup(fact))  # noqa: S704 - made by our templates
    assert "The label says “1999” in our own words" in fact
    assert '<span class="own">3<span' in source
