"""Every case of tests/proofs/: a text, a quote of it, a value, and how the proof must end."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.collect import Findings
from dossier.model.claims import Claim, Reference
from dossier.model.fiscal import NO_CALENDAR, Calendar, FiscalYear
from dossier.model.locators import Locator
from dossier.model.places import Position
from dossier.model.values import TEXT, AnyType, Field, Property, Sign, Value, types_by_id
from dossier.prove.proving import Outcome, prove
from dossier.read import parsers
from dossier.read.shapes import Spot
from dossier.read.values import read_value
from dossier.texts.archive import make_text
from dossier.texts.library import Library
from dossier.yaml.nodes import Scalar
from tests.helpers import a_date

FOLDER = Path(__file__).parent / "proofs"
CASES = [
    (path.stem, case)
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
]
FISCAL = {
    "": NO_CALENDAR,
    "ends in January": Calendar(FiscalYear(1, 31)),
    "ends in March": Calendar(FiscalYear(3, 31)),
    "ends in June": Calendar(FiscalYear(6, 30)),
    "of weeks": Calendar(
        FiscalYear(1, 28, exact={"FY2024": date(2024, 1, 28), "FY2025": date(2025, 1, 26)})
    ),
}
"""The years of companies, by the words of the cases."""


def prove_case(case: dict[str, Any]) -> Outcome:
    """Prove the quote of a case as `dossier prove` would."""
    language = case.get("language", "")
    texts = {
        id: make_text(id, text, language)
        for id, text in {"source": case["text"], **case.get("others", {})}.items()
    }
    field = Field(
        _type_of(case),
        case.get("unit", ""),
        per=case.get("per", ""),
        sign=Sign(case.get("sign", Sign.NONE)),
        unit_also=tuple(case.get("unit_also", ())),
    )
    prop = Property("property", "Property", field, None)
    quote = Reference(
        "source", case["quote"], case.get("prefix", ""), case.get("suffix", ""),
        locator=Locator(**case.get("locator", {})), supports=_supports(case),
    )  # fmt: skip
    claim = _claim_of(case, prop, quote)
    return prove(claim, quote, prop, Library(texts))


def _supports(case: dict[str, Any]) -> tuple[str, ...]:
    return ("duration",) if case.get("type") == "duration" else ()


def _type_of(case: dict[str, Any]) -> AnyType:
    return (
        types_by_id()[case["type"]] if case.get("type", "duration") != "duration" else TEXT
    )


def _claim_of(case: dict[str, Any], prop: Property, quote: Reference) -> Claim:
    out = Findings()
    node = Scalar(case.get("value", "words"), Position("case"))
    if case.get("type") == "duration":
        return Claim(
            "words", (quote,), duration=parsers.duration(node, Spot("duration", out))
        )
    value: Value = read_value(
        node, prop, Spot("value", out, fiscal=FISCAL[case.get("year", "")])
    )
    assert not out.in_order()
    if vague := case.get("vague"):
        value = a_date(f"{case['value']} ({vague})")
    return Claim(value, (quote,))


@pytest.mark.parametrize(
    ("theme", "case"), CASES, ids=[f"{theme}: {case['why']}" for theme, case in CASES]
)
def test_proof_ends_as_the_case_says(theme: str, case: dict[str, Any]) -> None:
    """The level, the state or the code of the finding is the one that the case expects;
    `not proved` leaves open which.
    """
    outcome = prove_case(case)
    ended = outcome.code or outcome.state.value
    if case["expect"] == "not proved":
        assert ended != "proved"
    else:
        assert case["expect"] == ended, outcome.detail


def test_cases_are_many_and_each_says_why() -> None:
    """No two cases of a theme have the same reason."""
    assert len(CASES) >= 100
    assert len({(theme, case["why"]) for theme, case in CASES}) == len(CASES)
