"""`part:` written where once an id alone said what a property or a key of a record is for."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from dossier.model.values import Property
from dossier.read.parts import part_by_id, part_by_key
from dossier.yaml.tree import TreeEntry, TreeGroup, TreeValue

PART = "part"


def write_parts(tree: TreeGroup, properties: Mapping[str, Property]) -> None:
    """Add to a tree of `properties.yaml` the parts that its ids stood for."""
    for name, entry in _named(tree):
        prop = properties.get(name)
        if prop is None or not isinstance(entry.value, TreeGroup):
            continue
        _write(entry.value, part_by_id(prop))
        keys = next((one.value for key, one in _named(entry.value) if key == "keys"), None)
        for key, one in _named(keys) if isinstance(keys, TreeGroup) else ():
            if key in prop.keys and isinstance(one.value, TreeGroup):
                _write(one.value, part_by_key(key, prop.keys[key]))


def _named(group: TreeGroup) -> Iterator[tuple[str, TreeEntry]]:
    return ((one.key.text, one) for one in group.entries if one.key)


def _write(group: TreeGroup, part: StrEnum | None) -> None:
    if part and PART not in dict(_named(group)):
        last = group.entries[-1]
        group.entries.append(
            TreeEntry(
                TreeValue(PART, ""), TreeValue(part.value, ""), last.line, last.column
            )
        )
