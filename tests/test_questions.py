"""Every case of tests/questions.yaml: which of several claims leads, and which of them
contradict each other.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.model.dossiers import MergedFact
from dossier.model.facts import FactId
from dossier.model.findings import Severity
from tests.builds import ROOT
from tests.helpers import SITES, findings_in, merged

CASES = yaml.load((ROOT / "tests/questions.yaml").read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - texts alone
HEAD = "---\ntype: report\nissued: {issued}\norigins: [{origin}]\n---\n"
FILES = {
    "origins.yaml": "example-wire: {name: Wire, kind: wire}\n"
    "of-herald: {name: Herald, kind: own-reporting}\n"
    "of-courier: {name: Courier, kind: own-reporting}\n"
    "filed-first: {name: First filing, kind: filing, by: acme}\n"
    "filed-later: {name: Later filing, kind: filing, by: acme}\n",
    "sources/herald.md": HEAD.format(issued="2024-03", origin="of-herald"),
    "sources/courier.md": HEAD.format(issued="2024-03", origin="of-courier"),
    "sources/first-filing.md": HEAD.format(issued="2023-02", origin="filed-first"),
    "sources/later-filing.md": HEAD.format(issued="2024-02", origin="filed-later"),
    "companies/acme/overview.md": "[@annual-report; @town-paper; @herald; @courier; @first-filing; @later-filing]\n",
    "companies/acme/company.yaml": "name: Acme\nfiscal_year: {ends: 01-31}\n"
    "sections: {profile: Profile, history: History}\n",
    "properties.yaml": (SITES / "acme/properties.yaml").read_text("utf-8").replace(
        "  label: Revenue\n  type: money\n",
        "  label: Revenue\n  type: money\n  qualifiers: {basis: [GAAP, non-GAAP], segment: any}\n",
    ) + "share:\n  label: Share\n  type: percent\n  fresh: P1Y\n",
}  # fmt: skip
KEYS = ("value", "period", "stated", "status", "rank", "qualifiers")


def claim_of(given: dict[str, Any]) -> dict[str, Any]:
    """A claim as a file has it."""
    said = {key: given[key] for key in KEYS if key in given}
    named = {"asserted_by": given["by"]} if "by" in given else {}
    return {
        **said,
        **named,
        "note": "A reason.",
        "references": [{"source": given["source"], "locator": "page 1"}],
    }


def fact_of(case: dict[str, Any], folder: Path) -> MergedFact:
    """The fact of a case, merged."""
    claims = [claim_of(given) for given in case["claims"]]
    told = {
        "asked": {
            "label": "Asked",
            "property": case.get("property", "revenue"),
            "claims": claims,
        }
    }
    files = {
        **FILES,
        "companies/acme/facts/profile.yaml": yaml.safe_dump(told, sort_keys=False).replace(
            "'", ""
        ),
    }
    return merged(folder, files).facts[FactId("acme", "asked")]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_claims_lead_and_differ_as_the_case_says(
    case: dict[str, Any], tmp_path: Path
) -> None:
    """Only answers about the same time and with the same qualifiers meet."""
    fact = fact_of(case, tmp_path)
    differences = [fact.merged(claim).difference for claim in fact.fact.claims]
    assert (int(case["leads"]), case["agreement"], case["how"]) == (
        fact.fact.claims.index(fact.leading),
        fact.agreement.value,
        [difference.value if difference else "-" for difference in differences],
    )


def test_only_the_answers_for_a_disputed_time_stand_against_each_other(
    tmp_path: Path,
) -> None:
    """The answer for another time contradicts nobody, though it leads."""
    case = next(
        one for one in CASES if one["why"].startswith("an earlier time that is disputed")
    )
    fact = fact_of(case, tmp_path)
    assert fact.fact.claims[:2] == fact.disputed
    assert fact.leading not in fact.disputed


def test_cases_are_many_and_each_says_why() -> None:
    assert len(CASES) >= 30
    assert len(CASES) == len({case["why"] for case in CASES})


def test_a_narrative_shows_what_every_answer_says_that_may_lead(tmp_path: Path) -> None:
    """A period that has not begun will lead one day, and then must have what the narrative
    shows.
    """
    claims = [
        claim_of(
            {
                "value": "100 million USD",
                "period": "2023",
                "stated": "2024",
                "source": "herald",
            }
        ),
        claim_of({"value": "110 million USD", "period": "2030", "source": "courier"}),
    ]
    told = {"asked": {"label": "Asked", "property": "revenue", "claims": claims}}
    overview = (
        FILES["companies/acme/overview.md"] + "{{ asked.stated }} {{ asked.period }}\n"
    )
    files = {
        **FILES,
        "companies/acme/facts/profile.yaml": yaml.safe_dump(told),
        "companies/acme/overview.md": overview,
    }
    assert ["P005"] == [
        one.code for one in findings_in(tmp_path, files) if one.severity is Severity.ERROR
    ]
