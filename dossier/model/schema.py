"""What may stand in a place, as JSON Schema: from it editors complete, explain and
underline.

A parser and its schema are declared together. The schema is the weaker of the two: it
cannot count days or look into other files, so it passes things that the parser refuses; but
it never refuses what the parser takes. It sees values as YAML 1.2 types them, so that a
bare `2024` is a number. Draft 7 is what editors know best.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

SITE = "site.json"
"""The schema beside all others that knows the ids and properties of one site."""
WITHIN = "#/definitions/"
"""Begins the name of a part of the same schema."""
COUNTRY = "country"
"""What the schema of the site calls the names of countries and territories."""
# YAML takes `2024` for a number; to us it can be a word. So can `true`, but then editors
# would offer that everywhere.
ANY_SCALAR = ("string", "number")
ANYTHING: Schema = {"not": {"type": "null"}}
"""Whatever is not blank."""


def matching(
    pattern: str, advice: str, types: Iterable[str] = ("string",), **more: Any
) -> Schema:
    """Text that is wholly like a pattern, whose dialect JavaScript reads too; `advice` is
    what an editor says otherwise.
    """
    return {
        "type": [*types],
        "pattern": f"^(?:{portable(pattern)})$",
        "patternErrorMessage": advice,
        **more,
    }


def portable(pattern: str) -> str:
    """A pattern of Python's without the names of its groups."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def literally(text: str) -> str:
    """A pattern for a text; JavaScript bears no escape that is not needed."""
    return re.sub(r"([\\^$.*+?()\[\]{}|/])", r"\\\1", text)


def one_of(words: Mapping[str, str]) -> Schema:
    """These words and no others; of each, what an editor shows beside it."""
    return {
        "enum": [*words],
        **({"enumDescriptions": [*words.values()]} if any(words.values()) else {}),
    }


def known(name: str) -> Schema:
    """One of what the site or the world has: the id of a kind of things, the name of a
    place or country.
    """
    return {"$ref": f"{SITE}#/definitions/{name}"}


def within(name: str) -> Schema:
    """A part that the same schema describes once, for all places where it may stand."""
    return {"$ref": f"{WITHIN}{name}"}


def a_list(items: Schema, *, distinct: bool) -> Schema:
    """A list of one or more."""
    return {
        "type": "array",
        "items": items,
        "minItems": 1,
        **({"uniqueItems": True} if distinct else {}),
    }


def a_map(names: Schema, values: Schema, least: int) -> Schema:
    """A mapping whose keys are chosen by the author."""
    return {
        "type": "object",
        "propertyNames": names,
        "additionalProperties": values,
        "minProperties": least,
    }


def but(schema: Schema, *rules: Schema) -> Schema:
    """A schema with rules between its keys."""
    return {**schema, "allOf": [*schema.get("allOf", ()), *rules]}


def when(
    key: str, values: Iterable[str], then: Schema, otherwise: Schema | None = None
) -> Schema:
    """A rule for records whose `key` has one of some values, and one for those where it has
    not.
    """
    rule: dict[str, Any] = {
        "if": {"properties": {key: {"enum": [*values]}}, "required": [key]},
        "then": then,
    }
    return rule | ({"else": otherwise} if otherwise is not None else {})


def having(*keys: str) -> Schema:
    """A rule: these keys are there."""
    return {"required": [*keys]}


def lacking(*keys: str) -> Schema:
    """A rule: these keys are not there."""
    return {"properties": dict.fromkeys(keys, False)}


def described(schema: Schema, about: str) -> Schema:
    """A schema with the words that an editor shows; draft 7 overlooks what stands beside a
    reference.
    """
    return {"description": about, **({"allOf": [schema]} if "$ref" in schema else schema)}


def mapping_of(properties: Mapping[str, Schema], required: Iterable[str]) -> Schema:
    """A mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*required],
        "additionalProperties": False,
    }
