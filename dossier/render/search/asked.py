"""The other words under which readers look for a property: its own, and those of properties
that are commonly told.

The library of properties knows what sources call the same thing. Where one of its names
stands in the name or the id of a property, as whole words, its other names lead there too:
"capex" to a property with the id `capex-pledge`.
"""

import re
from collections.abc import Iterable, Iterator

from dossier.model.values import Property

Groups = tuple[tuple[str, ...], ...]
"""Names that mean the same, group by group."""


def groups_of(properties: Iterable[Property]) -> Groups:
    """The names of each property that has several."""
    return tuple((one.label, *one.also) for one in properties if one.also)


def other_words(prop: Property, groups: Groups) -> tuple[str, ...]:
    """All names of a property besides its label, each once."""
    own = (*prop.also, prop.id.replace("-", " "))
    named = " | ".join(_words(name) for name in (prop.label, *own))
    found = (
        name
        for group in groups
        if any(_stands_in(name, named) for name in group)
        for name in group
    )
    return tuple(dict.fromkeys(name for name in (*own, *found) if name != prop.label))


def _stands_in(name: str, named: str) -> bool:
    return f" {_words(name).strip()} " in named


def _words(name: str) -> str:
    """The words of a name between spaces, without what parts them."""
    return f" {' '.join(_pieces(name))} "


def _pieces(name: str) -> Iterator[str]:
    return (piece.casefold() for piece in re.findall(r"\w+", name))
