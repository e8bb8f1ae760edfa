"""The site as data: exact, in a written order, and complete."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dossier.export.json import FORMAT_VERSION, exports, indented
from dossier.model.addresses import DATA_KINDS
from dossier.model.quantities import Hedge, Range
from dossier.model.values import (
    UNSTATED,
    Address,
    Duration,
    Name,
    Quotation,
    Ratio,
    Several,
    Value,
    value_data,
)
from dossier.render.language.words.pages import DATA_FILES
from tests.exported import export_files
from tests.helpers import TESTS, merged
from tests.render_fixtures import HOSTILE, count, date, money, site


def data(path: str) -> Any:
    return json.loads(export_files(site())[path])


def test_data_is_written_as_the_standard_library_writes_it() -> None:
    data = {
        "a": [],
        "b": {},
        'ç\n"': [1, [True, None], {"d": "\u2028</"}],
        "e": {"f": ["g"]},
    }
    assert json.dumps(data, ensure_ascii=False, indent=2) == indented(data)


def test_there_is_a_file_for_each_company_and_one_for_each_thing_they_share() -> None:
    shared = (kind.address.text for kind in DATA_KINDS if not kind.address.places)
    assert sorted(
        ("data/companies/acme.json", "data/companies/beta.json", *shared)
    ) == list(export_files(site()))


def test_every_kind_of_file_has_an_export_and_a_line_on_the_page_of_data() -> None:
    """That of a company bears the name of the company instead."""
    assert [*DATA_KINDS] == [export.kind for export in exports()]
    assert [kind for kind in DATA_KINDS if not kind.address.places] == [*DATA_FILES]


def test_every_kind_of_file_is_described() -> None:
    """In the order of the table, the index first."""
    described = re.findall(
        r"^\| `(data/[^`]+)` \|",
        (TESTS.parent / "docs/data.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert {kind.address.text.replace("{}", "<id>") for kind in DATA_KINDS} == {*described}


def test_a_file_is_readable_text_that_ends_its_last_line() -> None:
    for content in export_files(site()).values():
        assert content.decode().endswith("}\n")
        assert json.loads(content)["format_version"] == FORMAT_VERSION


def test_the_same_site_gives_the_same_bytes() -> None:
    assert export_files(site()) == export_files(site())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (UNSTATED, {"type": "unstated"}),
        (HOSTILE, {"type": "text", "text": HOSTILE}),
        (Name("ann"), {"type": "entity", "id": "ann"}),
        (
            ("a", "b"),
            {
                "type": "list",
                "items": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}],
            },
        ),
        ({"what": UNSTATED}, {"type": "record", "keys": {"what": {"type": "unstated"}}}),
        (
            date("2024-09~"),
            {
                "type": "date",
                "edtf": "2024-09~",
                "earliest": "2024-09-01",
                "latest": "2024-09-30",
            },
        ),
        (
            date("2025/.."),
            {"type": "date", "edtf": "2025/..", "earliest": "2025-01-01", "latest": None},
        ),
        (
            count("1.50", "parameters", "trillion", Hedge.OVER),
            {
                "type": "quantity",
                "text": "over 1.50 trillion parameters",
                "exact": "1500000000000",
                "number": "1.50",
                "scale": "trillion",
                "unit": "parameters",
                "hedge": "over",
            },
        ),
        (
            Range.parse("about 10 to 15%"),
            {
                "type": "range",
                "text": "about 10 to 15%",
                "low": {"text": "10%", "exact": "10", "number": "10", "unit": "%"},
                "high": {"text": "15%", "exact": "15", "number": "15", "unit": "%"},
                "hedge": "about",
            },
        ),
        (
            Several("tens of thousands", "jobs"),
            {
                "type": "several",
                "text": "tens of thousands",
                "least": "20000",
                "below": "100000",
                "unit": "jobs",
            },
        ),
        (Quotation("我们", "zh"), {"type": "quotation", "words": "我们", "language": "zh"}),
        (
            Address("https://example.org/"),
            {"type": "address", "address": "https://example.org/"},
        ),
        (
            Ratio(1, 5, Hedge.ABOUT),
            {
                "type": "ratio",
                "text": "about 1 in 5",
                "part": 1,
                "whole": 5,
                "hedge": "about",
            },
        ),
        (
            money("0", "USD"),
            {
                "type": "quantity",
                "text": "0 USD",
                "exact": "0",
                "number": "0",
                "unit": "USD",
            },
        ),
    ],
)
def test_a_value_is_exact_and_says_its_type(value: Value, expected: object) -> None:
    assert expected == value_data(value)


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Duration(years=3), "P3Y"), (Duration(1, 6, 10), "P1Y6M10D"), (Duration(), "P0D")],
)
def test_a_duration_is_iso_8601(span: Duration, expected: str) -> None:
    assert {"type": "duration", "duration": expected} == value_data(span)


def test_a_dossier_holds_all_there_is_about_a_company() -> None:
    dossier = data("data/companies/acme.json")
    assert {
        "id": "acme",
        "name": "Acme",
        "also_known_as": ["Acme Inc.", "ACME"],
    } == dossier["company"]
    assert ["acme/pledge", "acme/founded", "acme/more"] == dossier["key_facts"]
    assert ["money", "history", "empty"] == [
        section["id"] for section in dossier["sections"]
    ]
    assert 6 == len(dossier["facts"])
    assert ["acme/speech", "acme/fine", "beta/split"] == dossier["timelines"][0]["events"]
    assert ["beta/owner", "beta/split"] == dossier["mentions"]


def test_a_claim_keeps_every_side_and_every_passage() -> None:
    claim = data("data/companies/acme.json")["facts"][0]["claims"][0]
    assert ("53 billion USD", "P3Y", "acme", "announced", "normal") == (
        claim["equivalent"]["text"], claim["duration"], claim["asserted_by"], claim["status"], claim["rank"]
    )  # fmt: skip
    assert {
        "source": "bare",
        "quote": "380bn",
        "state": "unchecked",
        "supports": ["value"],
    } == claim["references"][1]


def test_the_leading_claim_is_named() -> None:
    claims = data("data/companies/acme.json")["facts"][1]["claims"]
    assert [True, False, False] == [claim["leading"] for claim in claims]


def test_a_claim_has_a_name_of_its_own() -> None:
    """Its fact, and its place among the answers of the file; as on the pages."""
    claims = data("data/companies/acme.json")["facts"][1]["claims"]
    assert {f"acme/sites:{place}" for place in range(3)} == {
        claim["id"] for claim in claims
    }


def test_a_source_names_its_origins() -> None:
    source = next(
        one for one in data("data/sources.json")["sources"] if one["id"] == "full"
    )
    assert [{"family": "Doe", "given": "Jo"}] == source["author"]
    assert "archive" in source
    origins = data("data/origins.json")["origins"]
    assert ["A wire story"] == [
        origin["name"] for origin in origins if origin["id"] in source["origins"]
    ]


def test_what_is_not_known_is_left_out() -> None:
    source = next(
        one for one in data("data/sources.json")["sources"] if one["id"] == "bare"
    )
    assert {"id", "type"} == source.keys()


def test_the_index_leads_to_every_file() -> None:
    index = data("data/index.json")
    assert {*index["files"], *(one["data"] for one in index["companies"])} == export_files(
        site()
    ).keys()


def test_every_id_that_a_file_names_is_in_one_of_the_others(tmp_path: Path) -> None:
    files = {
        path: json.loads(text)
        for path, text in export_files(merged(tmp_path, {}, "kitchen-sink/content")).items()
    }
    known = {
        name: {one.get("id") or one["name"] for one in files[f"data/{name}.json"][name]}
        for name in ("sources", "origins", "properties", "entities", "places")
    }
    dossiers = [file for path, file in files.items() if path.startswith("data/companies/")]
    facts = [fact for dossier in dossiers for fact in dossier["facts"]]
    claims = [claim for fact in facts for claim in fact["claims"]]
    references = [reference for claim in claims for reference in claim["references"]]
    assert {fact["property"] for fact in facts} == known["properties"]
    assert {reference["source"] for reference in references} <= known["sources"]
    assert {
        origin
        for source in files["data/sources.json"]["sources"]
        for origin in source.get("origins", [])
    } == known["origins"]
    speakers = {claim["asserted_by"] for claim in claims if "asserted_by" in claim}
    assert (
        speakers | {fact["subject"] for fact in facts} | {*values(claims, "entity", "id")}
        <= known["entities"]
    )
    assert {*values(claims, "place", "name")} == known["places"]
    events = {
        event
        for dossier in dossiers
        for line in dossier["timelines"]
        for event in line["events"]
    }
    assert events | {fact for one in dossiers for fact in one["mentions"]} <= {
        fact["id"] for fact in facts
    }


def values(data: Any, type: str, key: str) -> Iterator[str]:
    """What names a thing, in all values of a type."""
    for one in data.values() if isinstance(data, dict) else data:
        if isinstance(one, dict | list):
            yield from values(one, type, key)
    if isinstance(data, dict) and data.get("type") == type:
        yield data[key]


def test_the_data_grows_in_a_straight_line(tmp_path: Path) -> None:
    """Though all companies share a source and speak of each other: a company adds as much
    to 200 as to 50.
    """
    sizes = {}
    for number in (50, 100, 200):
        files = crowded(number)
        sizes[number] = sum(
            map(len, export_files(merged(tmp_path / f"site-{number}", files)).values())
        )
    added = [(sizes[100] - sizes[50]) / 50, (sizes[200] - sizes[100]) / 100]
    assert added[1] == pytest.approx(added[0], rel=0.02)


def crowded(number: int) -> dict[str, str]:
    """Companies that share a source, each with ten facts."""
    fact = (
        "fact-{}: {{label: A fact, property: employees, claims: [{{value: 120, period: 2014,"
        " references: [{{source: annual-report, quote: more than 120 people}}, {{source: town-paper, quote: Acme}}]}}]}}\n"
    )
    facts = "".join(fact.format(place) for place in range(10))
    return {
        path: text
        for slug in (f"company-{place:03}" for place in range(number))
        for path, text in (
            (
                f"companies/{slug}/company.yaml",
                f"name: Company {slug}\nsections: {{main: Main}}\n",
            ),
            (f"companies/{slug}/facts/main.yaml", facts),
        )
    }


def test_every_key_is_described(tmp_path: Path) -> None:
    """docs/data.md has each key that a file of the kitchen sink has, but for those that the
    site gives.
    """
    text = (TESTS.parent / "docs" / "data.md").read_text("utf-8")
    files = {
        path: json.loads(data)
        for path, data in export_files(merged(tmp_path, {}, "kitchen-sink/content")).items()
    }
    assert {key for key in keys(files.values()) if f"`{key}`" not in text} == set()


def keys(data: Any, above: str = "") -> Iterator[str]:
    """All keys of some data; those of a map by ids of the site are none."""
    for key, one in data.items() if isinstance(data, dict) else (("", one) for one in data):
        if key and above not in ("keys", "inferred", "voices", "settles", "speakers"):
            yield key
        if isinstance(one, dict | list):
            yield from keys(one, key)
