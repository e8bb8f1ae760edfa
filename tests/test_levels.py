"""Levels as pages tell them: each cue has its words, and the legend a sentence for each mark."""

import re
from pathlib import Path

from dossier.model.proofs import Level, ProofState
from dossier.render.language import words

CUES = Path(__file__).parent.parent / "docs" / "cues.md"


def test_every_cue_has_its_words() -> None:
    listed = set(re.findall(r"^\| `([a-z]+)` \|", CUES.read_text("utf-8"), re.MULTILINE))
    assert {*words.CUES} == listed | {"name"}


def test_every_state_has_its_words_and_every_level_its_sentence() -> None:
    assert {*words.PROOFS} == {*Level, *ProofState}
    assert {*words.LEVELS} == {*Level}
    assert len({str(phrase) for phrase in words.PROOFS.values()}) == len(words.PROOFS)
