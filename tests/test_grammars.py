"""The files of words by language: all that the program brings are whole, and a broken one
is told at its line.
"""

import pytest

from dossier.collect import Findings
from dossier.figures.grammars import grammar_of, shipped
from dossier.read.languages import read_table


@pytest.mark.parametrize("name", shipped())
def test_each_file_that_the_program_brings_is_whole(name: str) -> None:
    assert grammar_of(name) is not None


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("percent: [Prozent]\nprocent: [x]\n", 2, "S001"),
        ("percent: Prozent\n", 1, "S003"),
        ("scales:\n  drei: [Tausend]\n", 2, "S001"),
        ("currencies:\n  EUR: [Euro]\n  EURO: [Euro]\n", 3, "S001"),
        ("bounds:\n  about: {vor: [rund]}\n", 2, "S001"),
        ('percent:\n  - Prozent\n  - ""\n', 3, "S004"),
        ("percent: [Prozent\n", 2, "Y001"),
    ],
)
def test_a_mistake_is_a_finding_at_its_line(text: str, line: int, code: str) -> None:
    out = Findings()
    assert read_table("languages/xx.yaml", text, out) is None
    assert [(line, code)] == [(one.position.line, one.code) for one in out.in_order()]


def test_a_tag_finds_the_file_of_its_script() -> None:
    tags = ("zh", "zh-Hans-CN", "zh-CN", "en-GB", "ja-JP")
    assert all(grammar_of(tag) for tag in tags)
    assert grammar_of("tlh") is None


def test_marks_and_order_of_numbers_are_those_of_the_country() -> None:
    """From CLDR: a file of a language says nothing of them."""
    told = {tag: grammar_of(tag) for tag in ("en", "en-US", "en-GB", "en-IN")}
    assert {"en": "", "en-US": "MD", "en-GB": "DM", "en-IN": "DM"} == {
        tag: grammar.order_of_dates for tag, grammar in told.items() if grammar
    }
