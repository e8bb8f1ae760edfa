"""The schemas for editors: made from the shapes, weaker than the reader, and never redder
than it.
"""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from dossier.collect import Findings, Refused
from dossier.edit.file_schemas import FILES, MANY_IDS, name_of, schema_files
from dossier.edit.schemas import schemas_of
from dossier.generate.pipeline import inspect
from dossier.model.content import Content
from dossier.model.entities import Entity, EntityKind
from dossier.model.findings import CODES
from dossier.model.places import Position
from dossier.model.schema import SITE
from dossier.model.values import (
    COUNT,
    DATE,
    FLAG,
    RECORD,
    TEXT,
    TYPES,
    UNSTATED,
    AnyType,
    Field,
    Property,
)
from dossier.read import parsers
from dossier.read.layout import FOLDERS, Role
from dossier.read.patterns import A_SLUG
from dossier.read.shapes import Key, Parser, Spot
from dossier.read.values import read_value, schema_of
from dossier.yaml.nodes import Scalar
from tests.builds import BIN, FERRIES, ROOT, run
from tests.documents import SHAPES, rows_after
from tests.editors import FOLDER, keys_of, registry, roles, seen, validators
from tests.helpers import SITES, TESTS, content_folder
from tests.test_checks import walk
from tests.test_docs import MODEL, WORDS, read
from tests.toolchain import NODE

CONTENT, SCHEMA = FERRIES / "content", ROOT / "schema"
SETTINGS = ROOT / ".vscode" / "settings.json"
MODELINE = "# yaml-language-server: $schema="


def committed() -> Mapping[str, Any]:
    """The schemas of the repository."""
    return {
        path.name: json.loads(path.read_text("utf-8")) for path in sorted(SCHEMA.iterdir())
    }


def site_of(schemas: Mapping[str, Any]) -> Any:
    """What a folder of schemas says of its site."""
    return schemas[SITE]["definitions"]


def faults(validator: Any, value: Any) -> list[str]:
    """What an editor underlines."""
    return [error.json_path for error in validator.iter_errors(value)]


def test_the_schemas_of_the_repository_are_those_of_the_model() -> None:
    """All but the one that its site decides, of which the model decides the shape."""
    now = {name: json.loads(data) for name, data in schemas_of(CONTENT).items()}
    there = dict(committed())
    assert site_of(now).keys() == site_of(there).keys(), "run `dossier schema`"
    assert now.pop(SITE).keys() == there.pop(SITE).keys()
    assert now == there, "run `dossier schema`"


@pytest.mark.parametrize(
    "root",
    [CONTENT, SITES / "acme", SITES / "minimal", SITES / "kitchen-sink" / "content"],
    ids=str,
)
def test_sound_content_has_no_red_line(root: Path) -> None:
    checks = validators(schemas_of(root))
    red = {
        path: faults(checks[name_of(role)], seen(keys_of(root, path)))
        for role, path in roles(root)
    }
    assert {} == {path: found for path, found in red.items() if found}


@pytest.mark.parametrize("role", [Role.FACTS, Role.PROPERTIES, Role.COMPANY], ids=name_of)
def test_the_schemas_of_a_site_pass_its_content(role: Role, tmp_path: Path) -> None:
    """As another program reads both: by its own rules for YAML, and with the regular
    expressions of JavaScript.
    """
    for name, data in schemas_of(CONTENT).items():
        (tmp_path / name).write_bytes(data)
    files = [CONTENT / path for found, path in roles(CONTENT) if found is role]
    command: list[str | Path] = [
        BIN / "check-jsonschema",
        "--schemafile",
        tmp_path / name_of(role),
        *files,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_content_file_names_its_schema() -> None:
    """In its first line, and in the settings of VS Code; the records that a program writes
    in the settings alone.
    """
    text = re.sub(r"^\s*//.*$", "", SETTINGS.read_text("utf-8"), flags=re.MULTILINE)
    settings = json.loads(text)["yaml.schemas"].items()
    mapped = {
        Path(schema).name: [globs] if isinstance(globs, str) else globs
        for schema, globs in settings
    }
    for role, path in FOLDERS.items():
        assert f"content/{path.format('*')}" in mapped[name_of(role)]
    for role, path in roles(CONTENT):
        if path.endswith(".yaml"):
            assert any(map(Path("content", path).match, mapped[name_of(role)]))
            first = (CONTENT / path).read_text("utf-8").split("\n", 1)[0]
            if role is not Role.PROOFS:
                assert (
                    FERRIES / "schema" / name_of(role)
                    == (CONTENT / path)
                    .parent.joinpath(first.removeprefix(MODELINE))
                    .resolve()
                )


@pytest.mark.parametrize("name", [*(name_of(role) for role in FILES), SITE])
def test_every_schema_is_one(name: str) -> None:
    """Of draft 7, with patterns that JavaScript can read."""
    schema = committed()[name]
    Draft7Validator.check_schema(schema)
    patterns = sorted(set(patterns_in(schema)))
    code = "for (const one of JSON.parse(process.argv[1])) new RegExp(one, 'u')"
    assert (
        ""
        == subprocess.run(
            [str(NODE), "-e", code, json.dumps(patterns)],
            capture_output=True,
            text=True,
            check=False,
        ).stderr
    )


def patterns_in(schema: Any) -> Iterator[str]:
    """Every pattern of a schema."""
    if isinstance(schema, Mapping):
        yield from (
            value
            for key, value in schema.items()
            if key == "pattern" and isinstance(value, str)
        )
    for inner in (
        schema.values()
        if isinstance(schema, Mapping)
        else schema
        if isinstance(schema, list)
        else ()
    ):
        yield from patterns_in(inner)


def test_every_file_has_a_schema_but_the_narrative() -> None:
    """Nor has a file that is not read any more."""
    assert [
        role for role in Role if role not in (Role.OVERVIEW, Role.OLD_PROOFS)
    ] == sorted(FILES, key=[*Role].index)


def test_every_word_is_explained_as_in_the_documents() -> None:
    """What editors show beside a word is what docs/model.md says of it."""
    for name, meanings in WORDS.items():
        told = {
            row[0]: re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", row[1])
            for row in rows_after(read(MODEL), f"words: {name}")
        }
        assert told == {word: meaning.strip("`") for word, meaning in meanings.items()}


def every_key() -> Iterator[Any]:
    """Each key of each shape."""
    for name, shape in SHAPES.items():
        yield from (pytest.param(key, id=f"{name}.{key.name}") for key in shape.values())


@pytest.mark.parametrize("key", [*every_key()])
def test_every_key_is_explained(key: Key[Any]) -> None:
    """An editor has something to show and something to hold it to."""
    assert key.about
    assert key.parse.schema


# --- Never redder than the reader
# -----------------------------------------------------------------------------------

LIKELY = (
    r"(over |nearly |about )?-?[0-9]{1,3}(\.[0-9]{1,2})?( thousand| million| billion)?( CNY| USD| EUR|%| data centres)?",
    r"(about |over )?-?[0-9]{1,3}( to [0-9]{1,3}( million)?)?( USD| data centres| MW|%|x| points?)?( per (share|user))?",
    r"(about )?[1-9] in [1-9]{1,2}|several|tens of (thousands|millions)|a few( jobs)?|[a-z]{1,9} @[a-z]{2}(-Hans)?",
    r"(\[|)[0-9]{2}[0-9X]{2}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?(/|\.\.|)([0-9]{4}(-[0-9]{2})?[?~%]?|\.\.|)(\]|)",
    r"P([0-9]{1,2}Y)?([0-9]{1,2}M)?([0-9]{1,4}D)?|never",
    r"[a-z0-9]{1,6}(-{1,2}[a-z0-9]{1,4})?(/[a-z0-9]{1,6})?|con|com1|lpt1-a",
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?",
    r"(https?|HTTPS?|ftp)://[A-Za-z0-9-]{1,5}\.[a-z]{2,4}(:[0-9]{0,3})?([/?#][!-~]{0,8})?",
    r"sha256-[0-9a-f]{63,65}",
    r"true|false|unstated|True|[0-9]{1,4}|0[0-7]{1,3}|[0-9]e[0-9]|null|~|\.5|5\.",
)
scalars = st.one_of(
    *(st.from_regex(pattern, fullmatch=True) for pattern in LIKELY), st.text(max_size=20)
)


def reads(parse: Any, text: str) -> bool:
    """Whether a parser takes a single value."""
    out = Findings()
    try:
        parse(Scalar(text, Position("x.yaml")), Spot("key", out))
    except Refused:
        return False
    return not out.in_order()


def typed(text: str) -> Any:
    """A single value as an editor types it where it stands without quotes, if it can.

    A bare `true` as a text or an id is the one thing that is red though the reader takes
    it: quotes mend it.
    """
    try:
        value = seen(text)
    except yaml.YAMLError:
        return text
    return value if isinstance(value, int | float) and not isinstance(value, bool) else text


SITE_SCHEMAS = registry(schemas_of(SITES / "acme"))


def accepts(schema: Any, value: Any) -> bool:
    """Whether an editor of the site acme would not underline a value."""
    one = {"$id": f"{FOLDER}one.json", "allOf": [schema]}
    return not faults(Draft7Validator(one, registry=SITE_SCHEMAS), value)


SINGLE: Mapping[str, Parser[Any]] = {
    name: value
    for name, value in vars(parsers).items()
    if isinstance(value, Parser) and name not in ("whole_node", "flag")
}


@pytest.mark.parametrize("name", SINGLE)
@given(text=scalars)
def test_what_a_parser_takes_an_editor_passes(name: str, text: str) -> None:
    """With quotes and without."""
    parser = SINGLE[name]
    if reads(parser, text):
        assert accepts(parser.schema, text)
        assert accepts(parser.schema, typed(text))


@pytest.mark.parametrize(
    "kind", [kind for kind in TYPES if kind not in (RECORD, FLAG)], ids=str
)
@given(text=scalars)
def test_what_a_property_takes_an_editor_passes(kind: AnyType, text: str) -> None:
    """For every type of value, alone, as a list, and as the key of a record."""
    unit = "data centres" if kind is COUNT else ""
    prop = Property("p", "P", Field(kind, unit), None)
    if reads(lambda node, spot: read_value(node, prop, spot), text):
        record = Property(
            "p", "P", Field(RECORD), None, {"k": Field(kind, unit, required=True)}
        )
        for one, value in ((prop, text), (prop, typed(text)), (record, {"k": typed(text)})):
            assert accepts(schema_of(one), value)
        many = Property("p", "P", Field(kind, unit, many=True), None)
        assert text == UNSTATED or accepts(schema_of(many), [typed(text)])


@pytest.mark.parametrize(
    "code", [code for code in CODES if (TESTS / "checks" / code / "in").is_dir()]
)
def test_what_is_sound_is_not_red(code: str, tmp_path: Path) -> None:
    """Of the files in the tests of findings, those about which nothing is found."""
    case = TESTS / "checks" / code / "in"
    root = content_folder(
        tmp_path, {name: (case / name).read_bytes() for name in walk(case)}
    )
    inspection = inspect(root)
    red = {one.position.path for one in inspection.findings}
    checks = validators(schema_files(inspection.content))
    for role, path in roles(root):
        if path not in red and Role.PROPERTIES.value not in red:
            assert [] == faults(checks[name_of(role)], seen(keys_of(root, path))), path


# --- As red as it can be
# --------------------------------------------------------------------------------------------

BEYOND: Mapping[str, tuple[str, str]] = {
    "F001": (
        "companies/acme/facts/history.yaml",
        "a key that the property has and this record has not",
    ),
    "S006": ("sources/con.md pages/data.md", "what is wrong is the name of the file"),
    "S010": ("properties.yaml", "an old form, which `dossier fmt` brings up"),
    "S008": (
        "companies/acme/facts/profile.yaml",
        "characters count after line ends have become spaces",
    ),
    "V010": (
        "companies/weekly/facts/profile.yaml",
        "what a fiscal period means, the file of its company says",
    ),
    "V009": (
        "companies/acme/facts/profile.yaml sources/town-paper.md",
        "which words fit depends on the date",
    ),
}
"""Files with a finding about a single record that no schema can make, and why."""
TOLD = ("F001", "F002", "F009")
"""Findings about more than one key that a schema makes too."""


@pytest.mark.parametrize("code", [*(code for code in CODES if code[0] in "SV"), *TOLD])
def test_what_is_misshapen_is_red(code: str, tmp_path: Path) -> None:
    """Every file of the tests of findings in which something is, but for those that are
    listed.
    """
    case = TESTS / "checks" / code / "in"
    root = content_folder(
        tmp_path, {name: (case / name).read_bytes() for name in walk(case)}
    )
    inspection = inspect(root)
    found = {one.position.path for one in inspection.findings if one.code == code}
    checks = validators(schema_files(inspection.content))
    red = {
        path
        for role, path in roles(root)
        if faults(checks[name_of(role)], seen(keys_of(root, path)))
    }
    assert {*BEYOND.get(code, ("",))[0].split()} == found - red


# --- What a site adds
# -----------------------------------------------------------------------------------------------


def entities(count: int) -> Content:
    """A content of so many entities."""
    return Content(
        entities={
            f"e{number}": Entity(f"e{number}", "E", EntityKind.PLACE)
            for number in range(count)
        }
    )


def test_ids_are_offered_and_not_enforced() -> None:
    """An id that the schema does not know yet is no red line; with very many, none is
    offered.
    """
    few = json.loads(schema_files(entities(3))[SITE])["definitions"]["entity"]
    assert {"enum": ["e0", "e1", "e2"], "enumDescriptions": ["E", "E", "E"]} == few[
        "anyOf"
    ][0]
    assert (
        A_SLUG
        == few["anyOf"][1]
        == json.loads(schema_files(entities(MANY_IDS + 1))[SITE])["definitions"]["entity"]
    )


def test_a_record_is_described_by_its_property() -> None:
    """Its keys are offered with their labels, those it needs are asked for, and others are
    refused.

    A date may be that of another fact, so none is asked for.
    """
    keys = {
        "day": Field(DATE, label="Day", required=True),
        "what": Field(TEXT, required=True),
    }
    [record, unstated] = schema_of(Property("p", "P", Field(RECORD), None, keys))["anyOf"]
    assert (["what"], "Day (date).", {"const": "unstated"}) == (
        record["required"],
        record["properties"]["day"]["description"],
        unstated,
    )
    tried: tuple[dict[str, object], ...] = (
        {},
        {"what": "W", "x": 1},
        {"day": 2024},
        {"day": 2024, "what": "W"},
        {"what": "W"},
    )
    assert [False, False, False, True, True] == [accepts(record, one) for one in tried]


def test_the_schemas_are_written_and_compared(tmp_path: Path) -> None:
    """`--check` writes nothing; a second run has nothing to do."""
    content_folder(tmp_path, {})
    assert (1, False) == (
        run(tmp_path, "dossier", "schema", "--check").returncode,
        (tmp_path / "schema").exists(),
    )
    assert "schema/facts.json is written.\n" in run(tmp_path, "dossier", "schema").stdout
    assert (0, "The 14 schemas are up to date.\n") == (
        run(tmp_path, "dossier", "schema", "--check").returncode,
        run(tmp_path, "dossier", "schema").stdout,
    )
    (tmp_path / "schema" / "facts.json").write_text("{}", "utf-8")
    assert (1, "schema/facts.json is not up to date.\n") == (
        run(tmp_path, "dossier", "schema", "--check").returncode,
        run(tmp_path, "dossier", "schema", "--check").stdout,
    )


def test_properties_with_mistakes_give_no_schema(tmp_path: Path) -> None:
    """A rule that is missing would make wrong values look right; other mistakes do not
    matter.
    """
    content_folder(
        tmp_path, {"properties.yaml": "a: {label: A, type: txt, fresh: never}\n"}
    )
    done = run(tmp_path, "dossier", "schema")
    assert done.returncode == 1
    assert done.stderr.startswith(
        "dossier: no schema was written.\ncontent/properties.yaml:1:21 S005 "
    )
    assert not (tmp_path / "schema").exists()
