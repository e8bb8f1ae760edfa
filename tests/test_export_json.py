"""The site as data: exact, in a written order, and complete."""

import json
from typing import Any

import pytest

from dossier.export.json import EXPORTS, FORMAT_VERSION, export_files
from dossier.export.values import duration_data, value_data
from dossier.model.addresses import DATA_KINDS
from dossier.model.quantities import Hedge
from dossier.model.values import UNSTATED, Horizon, Name, Value
from dossier.render.language.words import DATA_FILES
from tests.render_fixtures import ENTITIES, HOSTILE, count, date, money, site


def data(path: str) -> Any:
    return json.loads(export_files(site())[path])


def test_there_is_a_file_for_each_company_one_for_sources_and_an_index() -> None:
    expected = ["data/companies/acme.json", "data/companies/beta.json", "data/index.json", "data/sources.json"]
    assert expected == list(export_files(site()))


def test_every_kind_of_file_has_an_export_and_a_line_on_the_page_of_data() -> None:
    """That of a company bears the name of the company instead."""
    assert {*DATA_KINDS} == {export.kind for export in EXPORTS}
    assert [kind for kind in DATA_KINDS if not kind.address.places] == [*DATA_FILES]


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
        (Name("ann"), {"type": "entity", "id": "ann", "name": "Ann Lee"}),
        (("a", "b"), {"type": "list", "items": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}),
        ({"what": UNSTATED}, {"type": "record", "keys": {"what": {"type": "unstated"}}}),
        (date("2024-09~"), {"type": "date", "edtf": "2024-09~", "earliest": "2024-09-01", "latest": "2024-09-30"}),
        (date("2025/.."), {"type": "date", "edtf": "2025/..", "earliest": "2025-01-01", "latest": None}),
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
        (money("0", "USD"), {"type": "quantity", "text": "0 USD", "exact": "0", "number": "0", "unit": "USD"}),
    ],
)
def test_a_value_is_exact_and_says_its_type(value: Value, expected: object) -> None:
    assert expected == value_data(value, ENTITIES)


@pytest.mark.parametrize(
    ("span", "expected"), [(Horizon(years=3), "P3Y"), (Horizon(1, 6, 10), "P1Y6M10D"), (Horizon(), "P0D")]
)
def test_a_duration_is_iso_8601(span: Horizon, expected: str) -> None:
    assert expected == duration_data(span)


def test_a_dossier_holds_all_there_is_about_a_company() -> None:
    dossier = data("data/companies/acme.json")
    assert {"id": "acme", "name": "Acme", "also_known_as": ["Acme Inc.", "ACME"]} == dossier["company"]
    assert ["acme/pledge", "acme/founded", "acme/more"] == dossier["key_facts"]
    assert ["money", "history", "empty"] == [section["id"] for section in dossier["sections"]]
    assert 6 == len(dossier["facts"])
    assert ["acme/speech", "acme/fine", "beta/split"] == dossier["timelines"][0]["events"]
    assert ["beta/owner", "beta/split"] == dossier["mentions"]
    assert ["event", "pledge", "sites"] == [prop["id"] for prop in dossier["properties"]]
    assert ["acme", "acme-labs"] == [entity["id"] for entity in dossier["entities"]]


def test_a_claim_keeps_every_side_and_every_passage() -> None:
    claim = data("data/companies/acme.json")["facts"][0]["claims"][0]
    assert ("53 billion USD", "P3Y", "acme", "announced", "normal") == (
        claim["equivalent"]["text"], claim["duration"], claim["asserted_by"], claim["status"], claim["rank"]
    )  # fmt: skip
    assert {"source": "bare", "quote": "380bn", "proof": "unchecked", "supports": ["value"]} == claim["references"][1]


def test_the_leading_claim_is_named() -> None:
    claims = data("data/companies/acme.json")["facts"][1]["claims"]
    assert [True, False, False] == [claim["leading"] for claim in claims]


def test_a_source_is_told_with_its_origins_and_its_facts() -> None:
    source = next(one for one in data("data/sources.json")["sources"] if one["id"] == "full")
    assert [{"family": "Doe", "given": "Jo"}] == source["author"]
    assert ["A wire story"] == [origin["name"] for origin in source["origins"]]
    assert "acme/pledge" in source["facts"]
    assert "archive" in source


def test_what_is_not_known_is_left_out() -> None:
    source = next(one for one in data("data/sources.json")["sources"] if one["id"] == "bare")
    assert {"id", "type", "facts"} == source.keys()


def test_the_index_leads_to_every_file() -> None:
    index = data("data/index.json")
    assert {index["sources"], *(one["data"] for one in index["companies"])} == set(export_files(site())) - {
        "data/index.json"
    }
