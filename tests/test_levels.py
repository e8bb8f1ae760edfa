"""Levels as pages tell them: each cue has its words, and the legend a sentence for each
mark.
"""

import re
from pathlib import Path

import pytest

from dossier.model.claims import Claim, Reference
from dossier.model.locators import Locator
from dossier.model.proofs import Level, ProofState
from dossier.model.quantities import Quantity
from dossier.model.values import PERCENT, Field, Property
from dossier.prove.proving import prove
from dossier.render.language import words
from dossier.texts.archive import make_text
from dossier.texts.library import Library

CUES = Path(__file__).parent.parent / "docs" / "cues.md"


def test_every_cue_has_its_words() -> None:
    listed = set(re.findall(r"^\| `([a-z]+)` \|", CUES.read_text("utf-8"), re.MULTILINE))
    assert {*words.proofs.CUES} == listed | {"name"}


def test_every_state_has_its_words_and_every_level_its_sentence() -> None:
    assert {*words.proofs.PROOFS} == {*Level, *ProofState}
    assert {*words.proofs.LEVELS} == {*Level}
    assert len({str(phrase) for phrase in words.proofs.PROOFS.values()}) == len(
        words.proofs.PROOFS
    )


@pytest.mark.parametrize(
    ("word", "quote", "row", "level"),
    [
        ("cloud", "its cloud business, whose revenue rose 26%", "", Level.PROVED),
        ("Cloud", "its cloud business, whose revenue rose 26%", "", Level.PROVED),
        ("cars", "its cloud business, whose revenue rose 26%", "", Level.WORDS),
        ("cloud", "revenue excluding cloud rose 26%", "", Level.WORDS),
        ("GAAP", "non-GAAP revenue rose 26%", "", Level.WORDS),
        ("non-GAAP", "non-GAAP revenue rose 26%", "", Level.PROVED),
        ("Cars", "19%", "Growth of cars", Level.PROVED),
    ],
)
def test_a_qualifier_is_proved_by_its_word(
    word: str, quote: str, row: str, level: Level
) -> None:
    """In the quote, or in what names the cell of a table."""
    text = make_text(
        "paper", "Growth of cars | 19%\n" if row else f"It said that {quote} there.\n", "en"
    )
    one = Reference("paper", quote, locator=Locator(row=row), supports=("segment",))
    claim = Claim(
        Quantity.parse(quote.rsplit(maxsplit=1)[-1]), (one,), qualifiers={"segment": word}
    )
    prop = Property("growth", "Growth", Field(PERCENT), None, qualifiers={"segment": ()})
    assert {"segment": level} == prove(claim, one, prop, Library({"paper": text})).levels
