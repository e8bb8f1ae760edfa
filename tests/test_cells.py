"""Numbers of tables on the fixture of fiscal quarters: what is on record of them, and what
readers and programs see.

How each is proved stands in tests/proofs/tables.yaml.
"""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from click.testing import CliRunner

from dossier.cli import dossier
from dossier.export.facts import fact_data
from dossier.figures.figures import figures_in
from dossier.figures.grammars import grammar_of
from dossier.figures.heads import read_head
from dossier.generate.pipeline import inspect
from dossier.merge import merge_content
from dossier.model.facts import FactId
from dossier.model.locators import Locator
from dossier.render.evidence.notes import passage_view
from dossier.render.language.catalogues import read_language
from dossier.render.lists.portions import portions
from dossier.render.pages.binding import bind
from dossier.render.pages.sources import source_context
from dossier.render.site.render_context import RenderContext
from dossier.texts.archive import make_text
from dossier.texts.tables import column_of, rows_of
from tests.helpers import SITES, content_folder
from tests.render_fixtures import SETTINGS

FACTS = "companies/halden/facts/results.yaml"
CELL = "locator: {row: Net income (loss), column: Q2 FY2025, scale: $ in millions}"
SITE = merge_content(inspect(SITES / "quarters").content, date(2025, 3, 1))
LOSS = SITE.facts[FactId("halden", "net-profit")].fact.claims[2].references[0]


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the results in a copy of the site."""
    monkeypatch.chdir(tmp_path)
    return content_folder(tmp_path, {}, "quarters") / FACTS


def codes() -> Counter[str]:
    """What checking finds."""
    return Counter(one.code for one in inspect(Path("content")).findings)


@pytest.mark.parametrize(
    ("now", "code"),
    [
        (CELL.replace("Q2", "Q3"), "Q020"),
        (CELL.replace("Net income (loss)", "Net income"), "Q020"),
        (CELL.replace("Net income (loss)", "Cost of sales"), "Q020"),
        (CELL.replace("$ in millions", "$ in thousands"), "Q002"),
        (CELL.replace("$ in millions", "€ in millions"), "Q020"),
        ("locator: page 2", "Q002"),
    ],
)
def test_another_cell_proves_nothing_and_voids_the_record(
    facts: Path, now: str, code: str
) -> None:
    """What names the cell is bound by the record, and another row, column or scale does not
    hold the figure.
    """
    facts.write_text(facts.read_text("utf-8").replace(CELL, now, 1), "utf-8")
    assert {"Q015": 1} == codes()
    done = CliRunner().invoke(dossier, ["prove"])
    assert (1, True) == (done.exit_code, f" {code} " in done.output), done.output


@pytest.mark.parametrize(
    ("period", "column", "state"),
    [
        ("FY2025-Q2", "Q2 FY2025", "proved"),
        ("FY2024-Q2", "Q2 FY2025", "look"),
        ("FY2025-Q3", "Q2 FY2025", "look"),
        ("2024-05/2024-07", "Q2 FY2025", "proved"),
        ("FY2025", "FY2025", "proved"),
        ("2023", "2024", "look"),
        ("2024", "2024", "proved"),
        ("FY2025-Q2", "Jul 28, 2024", "proved"),
        ("FY2024-Q2", "Jul 28, 2024", "look"),
    ],
)
def test_a_column_of_another_time_asks_for_a_look(
    facts: Path, period: str, column: str, state: str
) -> None:
    source = Path("content/sources/results-tables.md")
    source.write_text(
        re.sub("integrity: .*\n", "", source.read_text("utf-8")).replace(
            "Q2 FY2025", column
        ),
        "utf-8",
    )
    before, claim, behind = facts.read_text("utf-8").partition(
        "    - value: -12 million USD\n      period: FY2025-Q2\n"
    )
    assert claim
    told = claim.replace("FY2025-Q2", period) + behind.replace(
        "column: Q2 FY2025", f'column: "{column}"'
    )
    facts.write_text(before + told, "utf-8")
    done = CliRunner().invoke(dossier, ["prove"])
    record = Path("content/companies/halden/proofs.lock.yaml").read_text("utf-8")
    (entry,) = [one for one in record.split("  - source: ") if '"(12)"' in one]
    assert f"state: {state}\n" in entry, done.output + entry


def test_where_a_table_is_may_be_said_anew(facts: Path) -> None:
    """A page is no part of the claim."""
    placed = CELL.replace("millions}", "millions, place: page 4}")
    facts.write_text(facts.read_text("utf-8").replace(CELL, placed, 1), "utf-8")
    assert {} == codes()


@pytest.mark.parametrize(
    ("locator", "said"),
    [
        ("{row: Revenue, colum: Q2}", "unknown key. Did you mean 'column'?"),
        ("{column: Q2, scale: $ in millions}", "row: the key is missing"),
        ("[Revenue, Q2]", "is a list; expected"),
    ],
)
def test_a_locator_that_is_written_wrongly_is_told_what_is_right(
    facts: Path, locator: str, said: str
) -> None:
    facts.write_text(
        facts.read_text("utf-8").replace(CELL, f"locator: {locator}", 1), "utf-8"
    )
    assert any(said in one.message for one in inspect(Path("content")).findings)


def test_readers_are_told_row_column_and_scale() -> None:
    """In the words of the page, with the way from the row to the number in the original."""
    render = RenderContext(bind(SITE, SETTINGS), "companies/halden/")
    told = passage_view(render, SITE.sources["results-tables"].source, LOSS)
    assert "row Net income (loss), column Q2 FY2025, $ in millions" == told.locator
    chinese = RenderContext(
        bind(SITE, replace(SETTINGS, language=read_language("zh-Hans"))),
        "companies/halden/",
    )
    assert (
        "Net income (loss)行，Q2 FY2025列，$ in millions"
        == passage_view(chinese, SITE.sources["results-tables"].source, LOSS).locator
    )


def test_the_page_of_a_source_says_what_its_numbers_are_of() -> None:
    """A bare 41 would tell nobody anything."""
    entry = SITE.sources["results-tables"]
    (portion,) = portions(entry.facts, 100)
    context = source_context(
        RenderContext(bind(SITE, SETTINGS), "sources/results-tables/"), entry, portion, None
    )
    said = [
        one
        for group in context.groups
        for use in group.uses
        for answer in use.answers
        for one in answer.quotes
    ]
    assert ("41", "row Net income (loss), column Q1 FY2025, $ in millions") in [
        (one.quote, one.place) for one in said
    ]


def test_programs_get_the_words_apart() -> None:
    """A page stays text; what names a cell is a mapping of its own."""
    facts: Any = fact_data(SITE.facts[FactId("halden", "net-profit")])
    (told,) = next(one for one in facts["claims"] if one["value"]["number"] == "-12")[
        "references"
    ]
    assert {
        "row": "Net income (loss)",
        "column": "Q2 FY2025",
        "scale": "$ in millions",
    } == told["cell"]
    assert ("proved", False) == (told["state"], "locator" in told)


@pytest.mark.parametrize(
    ("locator", "told"),
    [
        (Locator("page 4"), "page 4"),
        (
            Locator("page 4", "Revenue", "2025", "in Mio. EUR"),
            "page 4, row Revenue, column 2025, in Mio. EUR",
        ),
        (Locator(), ""),
    ],
)
def test_a_locator_is_told_in_one_line(locator: Locator, told: str) -> None:
    assert (told, bool(told)) == (str(locator), bool(locator))


@pytest.mark.parametrize(
    ("language", "words", "unit", "scale"),
    [
        ("en", "$ in millions", "USD", 6),
        ("en", "(in thousands of U.S. dollars)", "USD", 3),
        ("en", "US$'000", "USD", 3),
        ("en", "€ million", "EUR", 6),
        ("en", "millions of Hong Kong dollars", "HKD", 6),
        ("en", "US$", "USD", 0),
        ("de", "in Mio. EUR", "EUR", 6),
        ("de", "TEUR", "EUR", 3),
        ("fr", "en millions d'euros", "EUR", 6),
        ("it", "in migliaia di euro", "EUR", 3),
        ("nl", "in miljoenen euro", "EUR", 6),
        ("pt-BR", "em milhões de reais", "BRL", 6),
        ("es", "miles de euros", "EUR", 3),
        ("zh-Hans", "单位:百万元", "CNY", 6),
        ("zh-Hans", "单位:亿美元", "USD", 8),
        ("ja", "単位:百万円", "JPY", 6),
        ("ko", "단위: 백만원", "KRW", 6),
    ],
)
def test_the_head_of_a_table_says_what_its_numbers_are(
    language: str, words: str, unit: str, scale: int
) -> None:
    grammar = grammar_of(language)
    assert grammar
    head = read_head(words, grammar)
    assert head, words
    (figure,) = figures_in(head.around("3"), grammar)
    assert (3 * 10**scale, True) == (figure.value, unit in figure.units | figure.maybe)


@pytest.mark.parametrize(
    "words",
    [
        "$ in millions, shares in thousands",
        "in tysiącach EUR",
        "Revenue",
        "Amounts of the group in US$",
        "in millions " * 200,
    ],
)
def test_a_head_that_says_several_things_or_what_is_not_known_says_nothing(
    words: str,
) -> None:
    grammar = grammar_of("en")
    assert grammar
    assert read_head(words, grammar) is None


@pytest.mark.parametrize("sign", ["(", "1", "| ", "-", "a ", "$", "2024 ", "(1) "])
def test_a_hostile_table_takes_no_time(sign: str) -> None:
    """What is looked for is bounded, whatever stands in a text or a locator."""
    text, label = (
        make_text("x", f"word {sign * 2000} 12 13\n" * 5),
        (sign * 2000)[:300].strip(),
    )
    before = perf_counter()
    for row in rows_of(text, label, label):
        column_of(row, label)
    assert perf_counter() - before < 2
