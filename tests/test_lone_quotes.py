"""A quote that is the only one of its claim supports the value, and all around it that its
words prove; what no words hold is said to be held by none, qualifiers among it.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.check import check_content
from dossier.export.facts import fact_data
from dossier.merge import merge_content
from dossier.model.dossiers import MergedFact
from dossier.model.proofs import Level
from dossier.prove.folder import prove_folder
from dossier.prove.queue import Waiting, claim_lines
from dossier.read import read_content
from dossier.texts.archive import integrity_of
from dossier.texts.normal import normalise_text
from tests.helpers import a_date
from tests.test_sharing import write

CASES = yaml.load(
    (Path(__file__).parent / "lone_quotes.yaml").read_text("utf-8"), yaml.CSafeLoader
)
FILES = {
    "properties.yaml": "sold: {label: Trucks sold, type: count, unit: trucks, fresh: never, qualifiers: {segment: any}}\n",
    "entities.yaml": "",
    "origins.yaml": "",
    "companies/orlo/company.yaml": "name: Orlo\nsections:\n  sales: Sales\n",
}
LOCK = "companies/orlo/proofs.lock.yaml"


def made(folder: Path, case: dict[str, Any]) -> Path:
    """The content of a case, with its text in an archive beside it."""
    before, quote, after = case["says"].split("|")
    text = normalise_text(f"{before}{quote}{after}\n")
    (folder / "archive").mkdir()
    (folder / "archive" / "paper.txt").write_text(text, "utf-8")
    reference = {"source": "paper", "quote": quote}
    if written := case.get("written"):
        reference["supports"] = written
    claim = {**case["claim"], "references": [reference]}
    fact = {"label": "Trucks sold", "property": "sold", "claims": [claim]}
    front = f"type: report\ntitle: P\nlanguage: en\nissued: 2024-01-09\nintegrity: {integrity_of(text)}"
    root = folder / "content"
    write(
        root,
        {
            **FILES,
            "companies/orlo/facts/sales.yaml": yaml.safe_dump({"trucks": fact}),
            "sources/paper.md": f"---\n{front}\n---\nOurs.\n",
        },
    )
    return root


def prove(root: Path) -> str:
    return prove_folder(root, root.parent / "archive").report


def read(root: Path) -> MergedFact:
    """The fact as pages have it."""
    content = read_content(root).content
    [fact] = merge_content(content, a_date("2024-02-01").earliest).facts.values()
    return fact


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_one_quote_supports_what_its_words_prove(
    case: dict[str, Any], tmp_path: Path
) -> None:
    root = made(tmp_path, case)
    report = prove(root)
    assert case.get("fails", False) == ("Q002" in report)
    fact = read(root)
    [reference] = fact.leading.references
    assert case.get("supports", case.get("written", [])) == [*reference.supports]
    assert case["bare"] == [*fact.claims[0].proofs.bare]
    lock = (root / LOCK).read_bytes()
    prove(root)
    assert lock == (root / LOCK).read_bytes()


def test_a_record_of_the_value_alone_stands_until_it_is_proved_anew(
    tmp_path: Path,
) -> None:
    """Nothing of it is void, and no text is needed."""
    root = made(tmp_path, {**CASES[0], "written": ["value"]})
    prove(root)
    facts = root / "companies/orlo/facts/sales.yaml"
    told = yaml.safe_load(facts.read_text("utf-8"))
    del told["trucks"]["claims"][0]["references"][0]["supports"]
    facts.write_text(yaml.safe_dump(told), "utf-8")
    reading = read_content(root)
    assert () == tuple(
        one
        for one in check_content(reading.content, reading.findings)
        if one.code[0] == "Q"
    )
    assert {"value": Level.PROVED} == read(root).claims[0].proofs.keys
    prove(root)
    assert {"value": Level.PROVED, "period": Level.PROVED} == read(root).claims[
        0
    ].proofs.keys


def test_qualifiers_are_read_and_exported_with_the_claim(tmp_path: Path) -> None:
    root = made(tmp_path, next(one for one in CASES if one["bare"] == ["segment"]))
    prove(root)
    data: Any = fact_data(read(root))
    [claim] = data["claims"]
    assert {"segment": "heavy"} == claim["qualifiers"]
    assert ["segment"] == claim["without_quote"]
    content = read_content(root).content
    [fact] = content.every_fact
    [told] = fact.claims
    waiting = Waiting(fact, told, told.references[0], Level.PROVED, {})
    assert ("(segment)", "heavy") in [*claim_lines(content, waiting)]
