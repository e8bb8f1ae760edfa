"""What an editor makes of our files: YAML 1.2 by its core schema, held to the JSON Schemas
beside the content.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from dossier.collect import Findings
from dossier.read.layout import Role, sort_files
from dossier.yaml.frontmatter import split_front_matter


class Loader(yaml.CSafeLoader):
    """YAML 1.2 rather than 1.1: no dates, no `yes`, no sixties, and keys are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way to forget them

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Any, Any]:
        """Its keys as they are written."""
        return {
            key.value: self.construct_object(value, deep=True) for key, value in node.value
        }


Loader.yaml_constructors = {
    **yaml.CSafeLoader.yaml_constructors,
    "tag:yaml.org,2002:int": lambda loader, node: int(
        node.value, 0 if node.value[:2] in ("0x", "0o") else 10
    ),
    "tag:yaml.org,2002:float": lambda loader, node: float(
        node.value.replace(".inf", "inf").replace(".nan", "nan")
    ),
    "tag:yaml.org,2002:map": Loader.construct_mapping,
}
GUESSES = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan",
        "-+.0123456789",
    ),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
)
for tag, pattern, first in GUESSES:
    Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first)
    )


def seen(text: str) -> Any:
    """A YAML text as an editor types it; a file of nothing but remarks is an empty mapping."""
    value = yaml.load(text, Loader)  # noqa: S506 - a safe loader, with other guesses
    return {} if value is None else value


FOLDER = "file:///schema/"
"""Where the schemas seem to be; nothing is fetched."""


def registry(schemas: Mapping[str, bytes]) -> Registry[Any]:
    """The schemas of a folder, each where the others find it."""
    contents = {f"{FOLDER}{name}": json.loads(data) for name, data in schemas.items()}
    return Registry().with_resources(
        (uri, Resource.from_contents(one, DRAFT7)) for uri, one in contents.items()
    )


def validators(schemas: Mapping[str, bytes]) -> Mapping[str, Validator]:
    """A validator for each schema of a folder, by file name."""
    there = registry(schemas)
    return {
        name: Draft7Validator({"$ref": f"{FOLDER}{name}"}, registry=there)
        for name in schemas
    }


def roles(root: Path) -> Iterator[tuple[Role, str]]:
    """Every file of a content folder that has a schema, with what it is."""
    paths = sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()
    )
    for role, files in sort_files(tuple(paths), Findings()).items():
        yield from ((role, file.path) for file in files if role is not Role.OVERVIEW)


def keys_of(root: Path, path: str) -> str:
    """The YAML of a file: all of it, or its front matter."""
    text = (root / path).read_text("utf-8-sig")
    parts = split_front_matter(path, text, Findings()) if path.endswith(".md") else None
    return parts.yaml if parts else text
