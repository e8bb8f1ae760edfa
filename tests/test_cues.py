"""Every pair of tests/cues/: one sentence with a claim that it bears out, and with one that
a person has to look at.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.collect import Findings
from dossier.model.claims import Claim, Reference, Status
from dossier.model.places import Position
from dossier.model.values import Field, Property, Value, types_by_id
from dossier.prove.cues.lexicon import FAMILIES, GRAMMAR, LANGUAGES, SECTIONS, read_file
from dossier.prove.cues.phrases import expand
from dossier.prove.frames import Frame, Known
from dossier.prove.names import Names
from dossier.prove.proving import Outcome, prove
from dossier.read.shapes import Spot
from dossier.read.values import read_value
from dossier.texts.archive import make_text
from dossier.texts.library import Library
from dossier.yaml.nodes import Scalar
from tests.helpers import a_date

FOLDER = Path(__file__).parent / "cues"
NAMES = {
    "Acme": True,
    "Borealis": True,
    "Cormorant Group": True,
    "Delphine Moreau": False,
    "Eastgate Research": True,
    "艾克美": True,
}
KNOWN = Known(NAMES, frozenset({"france", "the netherlands"}))
"""What the content of the tests knows by name; Acme is the subject unless a case says
otherwise.
"""
WHO = Names(
    {
        "borealis": ("Borealis", "Boreal Ltd"),
        "cormorant-group": ("Cormorant Group",),
        "delphine-moreau": ("Delphine Moreau",),
        "eastgate-research": ("Eastgate Research",),
        "heron": ("Heron",),
    }
)
"""What values of the tests can name."""
PAIRS = [
    (path.stem, case)
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
]
PER_CUE = 8


def prove_side(case: Mapping[str, Any], side: str) -> Outcome:
    """Prove one side of a pair: what both share, and its own keys."""
    told = {**case, **case[side]}
    prop = Property(
        told["label"].lower().replace(" ", "-"),
        told["label"],
        _field(told),
        None,
        also=tuple(told.get("also", ())),
        inverse=told.get("inverse", ""),
        qualifiers={key: tuple(words) for key, words in told.get("knows", {}).items()},
    )
    quote = Reference("source", told["quote"])
    out = Findings()
    value: Value = read_value(
        Scalar(told["value"], Position("case")), prop, Spot("value", out)
    )
    assert not out.in_order(), told
    status = Status(told.get("status", "reported"))
    period = a_date(told["period"]) if "period" in told else None
    speaker = (told["speaker"],) if "speaker" in told else ()
    frame = Frame(
        prop,
        told["label"],
        (told.get("subject", "Acme"),),
        speaker,
        KNOWN,
        status,
        period,
        qualifiers=tuple(told.get("qualifiers", ())),
        lasts="lasts" in told,
    )
    texts = {"source": make_text("source", told["text"], told.get("language", "en"))}
    claim = Claim(value, (quote,), status=status, period=period)
    return prove(claim, quote, prop, Library(texts), WHO, frame=frame)


def _field(told: Mapping[str, Any]) -> Field:
    return Field(types_by_id()[told["type"]], told.get("unit", ""), per=told.get("per", ""))


@pytest.mark.parametrize(
    ("cue", "case"), PAIRS, ids=[f"{cue}: {case['why']}" for cue, case in PAIRS]
)
def test_a_cue_asks_where_it_should_and_nowhere_else(
    cue: str, case: dict[str, Any]
) -> None:
    """The wrong claim is refused with a code, or a person is asked to look for this cue;
    the right one asks for nothing.
    """
    wrong, right = prove_side(case, "wrong"), prove_side(case, "right")
    asked = case["wrong"].get("asks", cue.partition("-")[0])
    assert asked in (wrong.code, *wrong.cues), (wrong.code, wrong.detail, wrong.cues)
    assert (right.code, right.cues) == ("", ()), (right.detail, right.looks)


def test_every_cue_has_its_pairs() -> None:
    """Eight at least, each with a reason of its own."""
    for cue in {cue for cue, _ in PAIRS if "-" not in cue}:
        reasons = [case["why"] for other, case in PAIRS if other == cue]
        assert len({*reasons}) == len(reasons) >= PER_CUE, cue


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_of_a_language_is_whole(language: str) -> None:
    """It has sections, lists of the grammar and statuses that are known, and no list
    without words.
    """
    data = read_file(language)
    assert data.keys() <= {*SECTIONS}
    assert data["grammar"].keys() <= {*GRAMMAR, "skip"}
    assert {
        "idioms",
        "grammar",
        "plan",
        "denial",
        "old",
        "estimate",
        "doubt",
        "metrics",
    } <= data.keys()
    assert {
        status for family in FAMILIES for status in data.get(family, {}).get("agrees", ())
    } <= {*Status, "rumoured"}
    for section, lists in data.items():
        for name, words in lists.items():
            assert words, (section, name)
            if isinstance(words, str):
                phrases = list(expand(words))
                assert all(phrases), (section, name)
