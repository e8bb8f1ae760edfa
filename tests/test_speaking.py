"""Who says so: the nearest speaker counts, and whoever says only a part is told with that
part.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.export.facts import fact_data
from dossier.merge.attributions import attribution_of
from dossier.merge.changes import compare_facts
from dossier.model.attributions import Attribution
from dossier.model.claims import Claim
from dossier.model.content import Content
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.model.speaking import (
    SaidOfClaim,
    said_by,
    speaker_of,
    speakers_by,
    speakers_of,
)
from dossier.read import read_content
from tests.helpers import content_folder, merged

ID = FactId("acme", "rover-shown")
PEOPLE = """\
ann: {name: Ann Lee, kind: person}
bo: {name: Bo Lind, kind: person}
fair: {name: Spring Fair, kind: event}
"""
PROPERTIES = """\
shown:
  label: Shown
  type: record
  fresh: never
  keys:
    seats: {type: count, unit: seats, label: Seats}
    strengths: {type: text, label: Strengths}
    rivals: {type: text, label: Rivals}
    where: {type: entity, label: Where, part: occasion}
"""
FACTS = """\
rover-shown:
  label: The Rover shown
  property: shown
  claims:
    - value: {seats: 5, strengths: Quiet, rivals: Slower, where: fair}
      %s
      references:
        - source: annual-report
          quote: five seats
          asserted_by: ann
          supports: [seats, asserted_by]
        - source: town-paper
          quote: seats five
          supports: [seats]
        - {source: town-paper, quote: quiet, supports: [strengths]}
        - {source: town-paper, quote: slower, supports: [rivals]}
        - {source: town-paper, quote: at the fair, supports: [where]}
"""
BY_KEY = "asserted_by: {strengths: bo, value: acme}"


def files(said: str = BY_KEY) -> Mapping[str, str]:
    return {
        "companies/acme/facts/shown.yaml": FACTS % said,
        "companies/acme/company.yaml": "name: Acme\nsections: {history: History, profile: Profile, shown: Shown}\n",
        "properties/shown.yaml": PROPERTIES,
        "entities/people.yaml": PEOPLE,
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return merged(tmp_path, files())


def read(tmp_path: Path, said: str = BY_KEY) -> Content:
    reading = read_content(content_folder(tmp_path, files(said)))
    assert not reading.findings
    return reading.content


def claim_of(tmp_path: Path, said: str = BY_KEY) -> Claim:
    return read(tmp_path, said).facts[ID].claims[0]


def test_the_nearest_speaker_counts(tmp_path: Path) -> None:
    """A key before a passage, a passage before the claim."""
    claim = claim_of(tmp_path)
    by_ann, own, *_ = claim.references
    assert "bo" == speaker_of(claim, by_ann, "strengths")
    assert "ann" == speaker_of(claim, by_ann, "seats")
    assert "acme" == speaker_of(claim, own, "seats")


def test_what_nobody_is_named_for_is_the_word_of_the_speaker_of_its_file(
    tmp_path: Path,
) -> None:
    """The fourth and last: of the keys that are not in the map of the claim."""
    shown = "defaults:\n  asserted_by: ann\n" + FACTS % "asserted_by: {strengths: bo}"
    content = read_content(
        content_folder(tmp_path, {**files(), "companies/acme/facts/shown.yaml": shown})
    ).content
    claim = content.facts[ID].claims[0]
    assert ("ann", {"strengths": "bo"}) == (claim.asserted_by, claim.speakers)


def test_a_claim_of_one_speaker_is_as_it_was(tmp_path: Path) -> None:
    claim = claim_of(tmp_path, "asserted_by: acme")
    assert ("acme", {}) == (claim.asserted_by, claim.speakers)


def test_each_speaker_is_told_with_their_part(tmp_path: Path) -> None:
    assert said_by(claim_of(tmp_path)) == (
        SaidOfClaim("acme"), SaidOfClaim("bo", ("strengths",)), SaidOfClaim("ann", ("seats",), "annual-report"),
    )  # fmt: skip
    assert ("acme", "bo", "ann") == speakers_of(claim_of(tmp_path / "again"))


def test_a_passage_is_asked_for_the_speakers_of_what_it_supports(tmp_path: Path) -> None:
    claim = claim_of(tmp_path)
    assert [speakers_by(claim, one) for one in claim.references] == [
        ("ann",), ("acme",), ("bo",), ("acme",), ("acme",),
    ]  # fmt: skip


def test_pages_tell_whose_word_a_passage_passes_on_and_where_it_was_said(
    site: Site,
) -> None:
    """That it was said there is the word of the source itself."""
    fact = site.facts[ID]
    told = [attribution_of(fact, fact.leading, one) for one in fact.leading.references]
    assert [
        Attribution(("ann",), "fair"),
        Attribution(("acme",), "fair"),
        Attribution(("bo",), "fair"),
    ] == told[:3]
    assert told[-1] is None
    assert site.attributions[fact.leading.references[2].passage] == Attribution(
        ("bo",), "fair"
    )


def test_all_speakers_are_found_from_their_pages(site: Site) -> None:
    assert {"ann", "bo"} <= site.named.keys()
    assert [ID] == [fact.id for fact in site.named["bo"].said]


def test_data_has_every_speaker(site: Site) -> None:
    claim = json.loads(json.dumps(fact_data(site.facts[ID])))["claims"][0]
    assert ("acme", {"strengths": "bo"}) == (claim["asserted_by"], claim["speakers"])
    assert ["ann"] == [
        one["asserted_by"] for one in claim["references"] if "asserted_by" in one
    ]


def test_another_speaker_of_a_part_is_a_change(tmp_path: Path) -> None:
    was = read(tmp_path / "was").facts[ID]
    now = read(tmp_path / "now", "asserted_by: {strengths: ann, value: acme}").facts[ID]
    change = compare_facts(was, now)
    assert [("asserted_by.strengths", "bo", "ann")] == [
        (part.key, part.before, part.after)
        for claim in change.claims
        for part in claim.parts
    ]
