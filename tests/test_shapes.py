"""Shapes: every key of every mapping refuses what is of another kind, and says so where it
stands.
"""

import dataclasses
from collections.abc import Iterator

import pytest

from dossier.collect import Findings
from dossier.merge.news import DETAILS, FORM
from dossier.model.claims import AROUND, CLAIM_KEYS, SUPPORTABLE, Claim, Reference
from dossier.model.companies import Company, Lane, Timeline
from dossier.model.content import SitePage
from dossier.model.entities import Entity
from dossier.model.facts import FACT_KEYS, Fact
from dossier.model.fiscal import FiscalYear
from dossier.model.hints import nearest
from dossier.model.sources import Author, Origin, Source
from dossier.model.values import Field, Property
from dossier.read import companies, facts, fiscal, pages, registry, sources, spreading
from dossier.read.shapes import Key, Shape, Spot, bind
from dossier.render.language import words
from dossier.yaml.nodes import Node, parse_yaml

SHAPES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (companies, facts, fiscal, pages, registry, sources, spreading)
    for name, value in vars(module).items()
    if name.isupper()
    and hasattr(value, "values")
    and all(isinstance(key, Key) for key in value.values())
}


def every_key() -> Iterator[object]:
    """Each key of each shape, but for the value of a claim: what it may be, its property
    says.
    """
    for name, shape in SHAPES.items():
        yield from (
            pytest.param(shape, key, id=f"{name}.{key.name}")
            for key in shape.values()
            if key.name != "value"
        )


def node_of(text: str) -> Node:
    """A document without faults."""
    out = Findings()
    node = parse_yaml("x.yaml", text, out)
    assert () == out.in_order()
    assert node
    return node


def found(shape: Shape, text: str) -> list[tuple[str, int, int]]:
    """The findings of binding a mapping, but for keys that are missing."""
    out = Findings()
    bind(node_of(text), shape, Spot("", out))
    return [
        (one.code, one.position.line, one.position.column)
        for one in out.in_order()
        if one.code != "S002"
    ]


@pytest.mark.parametrize(("shape", "key"), [*every_key()])
def test_every_key_refuses_what_is_blank(shape: Shape, key: Key) -> None:
    """Nothing, `null`, `~`, an empty text and an empty list or mapping are no values."""
    for blank in ("", "null", "~", '""', '" "', "[]", "{}"):
        refused = found(shape, f"# one\n{key.name}: {blank}\n")
        assert [(2, len(key.name) + (3 if blank else 2))] == [
            (line, column) for _, line, column in refused
        ]
        assert {"S003", "S004", "S009"} >= {code for code, *_ in refused}


@pytest.mark.parametrize(("shape", "key"), [*every_key()])
def test_every_key_refuses_what_is_of_another_kind(shape: Shape, key: Key) -> None:
    """A list for a single value, a single value for a list, a mapping for either."""
    first = key.syntax.split()[0]
    own = {
        first if first in ("list", "map") else "text",
        *({"map"} if "or map" in key.syntax else ()),
    }
    for kind, text in {"text": "word", "list": "[word]", "map": "{word: word}"}.items():
        if kind not in own:
            assert [("S003", 1, len(key.name) + 3)] == found(shape, f"{key.name}: {text}\n")


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_refuses_unknown_keys_and_names_the_near_one(name: str) -> None:
    """A slip is answered by the key that was meant, anything else by all there are."""
    shape = SHAPES[name]
    first = next(iter(shape))
    out = Findings()
    bind(node_of(f"{first}x: 1\nzzzzzz: 2\n"), shape, Spot("a", out))
    messages = [one.message for one in out.in_order() if one.code == "S001"]
    assert f"a.{first}x: unknown key. Did you mean {first!r}?" == messages[0]
    assert f"a.zzzzzz: unknown key. Expected one of: {', '.join(shape)}." == messages[1]


@pytest.mark.parametrize("name", SHAPES)
def test_every_required_key_is_missed(name: str) -> None:
    """An empty mapping lacks just the keys that are required, and each message says what to
    write.
    """
    out = Findings()
    bind(node_of("{}"), SHAPES[name], Spot("", out))
    required = sorted(key.name for key in SHAPES[name].values() if key.required)
    assert required == sorted(one.message.split(":")[0] for one in out.in_order())


def test_a_key_that_stands_twice_keeps_its_first_value() -> None:
    """The second is read for its mistakes alone."""
    out = Findings()
    node = parse_yaml("x.yaml", "label: one\nevents: [a]\nevents: [B]\nlabel: two\n", out)
    assert node
    values = bind(node, companies.TIMELINE, Spot("", out))
    assert ("one", ("a",)) == (values["label"], values["events"])
    assert ["Y002", "S006", "Y002"] == [one.code for one in out.in_order()]


def test_near_words_are_found_among_many() -> None:
    """With a great many known words, only those that begin or end alike are compared."""
    words = [f"source-number-{number}" for number in range(2_000)]
    assert "source-number-77" in str(nearest("source-numbr-77", words))
    assert nearest("nothing-like-it", words) is None


def test_a_word_in_another_case_is_the_nearest() -> None:
    assert "URL" == nearest("url", ["title", "publisher", "URL"])


RECORDS: dict[str, tuple[type, set[str]]] = {
    "companies.COMPANY": (Company, set()),
    "companies.LANE": (Lane, set()),
    "companies.TIMELINE": (Timeline, set()),
    "facts.PASSAGE": (Reference, set()),
    "facts.REFERENCE": (Reference, {"quotes"}),
    "spreading.DEFAULTS": (Claim, {"vague"}),
    "facts.CLAIM": (Claim, {"vague"}),
    "facts.FACT": (Fact, set()),
    "fiscal.FISCAL_YEAR": (FiscalYear, {"ends"}),
    "pages.PAGE": (SitePage, set()),
    "registry.FIELD": (Field, set()),
    "registry.PROPERTY": (Property, {"type", "unit", "unit_also", "many", "per", "sign"}),
    "registry.ENTITY": (Entity, set()),
    "sources.AUTHOR": (Author, set()),
    "sources.ORIGIN": (Origin, {"vague"}),
    "sources.SOURCE": (Source, {"vague"}),
}
"""The record that each shape is bound to, and the keys that go into another field of it on
the way.
"""


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_has_a_field_of_its_record(name: str) -> None:
    """What is bound is passed on by name, so a key that no field takes would end in a
    traceback.
    """
    record, consumed = RECORDS[name]
    fields = {field.name for field in dataclasses.fields(record)}
    assert {key.attribute for key in SHAPES[name].values()} - consumed <= fields


def test_the_keys_of_claims_and_facts_are_declared_once() -> None:
    """Files, records, comparisons and pages have the same ones; what is left is about the
    record itself.
    """
    about = ["vague", "inferred", "confirmed", "references"]
    assert [key.name for key in CLAIM_KEYS] == [
        name for name in facts.CLAIM if name not in about
    ]
    assert [*FACT_KEYS] == [
        name for name in facts.FACT if name not in ("formerly", "confirmed", "claims")
    ]
    assert {*SUPPORTABLE} == words.claims.CLAIM_PARTS.keys()
    assert {*AROUND} - {*DETAILS} == words.changes.MOVED_PARTS.keys()
    assert {*FACT_KEYS} - {*FORM} == words.changes.FACT_PARTS.keys()
