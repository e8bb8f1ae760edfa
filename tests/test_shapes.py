"""Shapes: every key of every mapping refuses what is of another kind, and says so where it
stands.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from dossier.collect import AlreadyNoted, Findings
from dossier.merge.news import DETAILS, FORM
from dossier.model.claims import AROUND, CLAIM_KEYS, SUPPORTABLE
from dossier.model.entities import Entity
from dossier.model.facts import FACT_KEYS, FactId
from dossier.model.hints import nearest
from dossier.model.sources import Author
from dossier.read import (
    companies,
    facts,
    fiscal,
    pages,
    parsers,
    registry,
    sources,
    spreading,
)
from dossier.read.confirming import CONFIRMED
from dossier.read.shapes import (
    ELSEWHERE,
    Key,
    RecordShape,
    Spot,
    bind,
    reads,
    record_of,
    shape,
    taking,
)
from dossier.render.language import words
from dossier.yaml.nodes import Node, parse_yaml

SHAPES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (companies, facts, fiscal, pages, registry, sources, spreading)
    for name, value in vars(module).items()
    if isinstance(value, RecordShape) and not name.startswith("_")
}


def every_key() -> Iterator[object]:
    """Each key of each shape, but for the value of a claim: what it may be, its property
    says.
    """
    for name, keys in SHAPES.items():
        yield from (
            pytest.param(keys, key, id=f"{name}.{key.name}")
            for key in keys.values()
            if key.name != "value"
        )


def node_of(text: str) -> Node:
    """A document without faults."""
    out = Findings()
    node = parse_yaml("x.yaml", text, out)
    assert () == out.in_order()
    assert node
    return node


def found(keys: RecordShape[Any], text: str) -> list[tuple[str, int, int]]:
    """The findings of binding a mapping, but for keys that are missing."""
    out = Findings()
    bind(node_of(text), keys, Spot("", out))
    return [
        (one.code, one.position.line, one.position.column)
        for one in out.in_order()
        if one.code != "S002"
    ]


@pytest.mark.parametrize(("keys", "key"), [*every_key()])
def test_every_key_refuses_what_is_blank(keys: RecordShape[Any], key: Key[Any]) -> None:
    """Nothing, `null`, `~`, an empty text and an empty list or mapping are no values."""
    for blank in ("", "null", "~", '""', '" "', "[]", "{}"):
        refused = found(keys, f"# one\n{key.name}: {blank}\n")
        assert [(2, len(key.name) + (3 if blank else 2))] == [
            (line, column) for _, line, column in refused
        ]
        assert {"S003", "S004", "S009"} >= {code for code, *_ in refused}


@pytest.mark.parametrize(("keys", "key"), [*every_key()])
def test_every_key_refuses_what_is_of_another_kind(
    keys: RecordShape[Any], key: Key[Any]
) -> None:
    """A list for a single value, a single value for a list, a mapping for either."""
    first = key.syntax.split()[0]
    own = {
        first if first in ("list", "map") else "text",
        *({"map"} if "or map" in key.syntax else ()),
    }
    for kind, text in {"text": "word", "list": "[word]", "map": "{word: word}"}.items():
        if kind not in own:
            assert [("S003", 1, len(key.name) + 3)] == found(keys, f"{key.name}: {text}\n")


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_refuses_unknown_keys_and_names_the_near_one(name: str) -> None:
    """A slip is answered by the key that was meant, anything else by all there are."""
    keys = SHAPES[name]
    first = next(iter(keys))
    out = Findings()
    bind(node_of(f"{first}x: 1\nzzzzzz: 2\n"), keys, Spot("a", out))
    messages = [one.message for one in out.in_order() if one.code == "S001"]
    assert f"a.{first}x: unknown key. Did you mean {first!r}?" == messages[0]
    assert f"a.zzzzzz: unknown key. Expected one of: {', '.join(keys)}." == messages[1]


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
    values = bind(node, companies.TIMELINE, Spot("", out, company="acme"))
    assert ("one", (FactId("acme", "a"),)) == (values["label"], values["events"])
    assert ["Y002", "S006", "Y002"] == [one.code for one in out.in_order()]


def test_near_words_are_found_among_many() -> None:
    """With a great many known words, only those that begin or end alike are compared."""
    words = [f"source-number-{number}" for number in range(2_000)]
    assert "source-number-77" in str(nearest("source-numbr-77", words))
    assert nearest("nothing-like-it", words) is None


def test_a_word_in_another_case_is_the_nearest() -> None:
    assert "URL" == nearest("url", ["title", "publisher", "URL"])


def test_a_key_that_no_field_takes_is_an_error_of_types() -> None:
    """So is one whose values are of another type, and a field that nothing fills: `make
    types` needs each remark here, for one that hides no error is an error itself.
    """
    text, flag = reads(parsers.text, "…"), reads(parsers.flag, "…")
    wrong = shape(Author, famly=text)  # type: ignore[call-arg]
    shape(Author, family=flag)  # type: ignore[arg-type]
    shape(Entity, id=ELSEWHERE, name=text)  # type: ignore[call-arg]
    shape(Author, family=taking(CONFIRMED))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="famly"):
        wrong.made({"famly": "Rossi"})


def test_what_cannot_be_without_a_key_is_no_record() -> None:
    """The finding about the key says so already."""
    out = Findings()
    with pytest.raises(AlreadyNoted):
        record_of(node_of("{}"), fiscal.FISCAL_YEAR, Spot("", out))
    assert ["S002"] == [one.code for one in out.in_order()]


def test_the_keys_of_claims_and_facts_are_declared_once() -> None:
    """Files, records, comparisons and pages have the same ones; what is left is about the
    record itself.
    """
    about = ["vague", "inferred", "confirmed", "sources", "references"]
    assert [key.name for key in CLAIM_KEYS] == [
        name for name in facts.CLAIM if name not in about
    ]
    assert [*FACT_KEYS] == [
        name for name in facts.FACT if name not in ("formerly", "confirmed", "claims")
    ]
    assert {*SUPPORTABLE} == words.claims.CLAIM_PARTS.keys()
    assert {*AROUND} - {*DETAILS} == words.changes.CLAIM_PARTS.keys()
    assert {*FACT_KEYS} - {*FORM} == words.changes.FACT_PARTS.keys()
