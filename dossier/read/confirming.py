"""`confirmed`: the warnings about a record that somebody has looked at and found to be
right as it is, each with a reason.

It is one key for every record that a warning can point at. Whether there is such a warning,
a check says.
"""

from collections.abc import Mapping

from dossier.collect import Refused
from dossier.model.findings import (
    ADDED,
    CODES,
    CONFIRMABLE,
    Severity,
    code_of,
    is_confirmable,
)
from dossier.model.hints import expected
from dossier.model.schema import described, mapping_of
from dossier.model.values.text import A_TEXT
from dossier.read import parsers
from dossier.read.shapes import Key, Spot, expect_mapping, refuse, written
from dossier.yaml.nodes import Node, shorten

_MEANINGS = {
    code: described(A_TEXT, f"{told.meaning}. Why it is right here.")
    for code, told in CONFIRMABLE.items()
}


@written({**mapping_of(_MEANINGS, ()), "minProperties": 1})
def _confirmations(node: Node, spot: Spot) -> Mapping[str, str]:
    """The reasons by code; what is no warning is noted and left out."""
    mapping = expect_mapping(node, spot)
    if not mapping.pairs:
        raise refuse(
            mapping, "S009", spot, "is empty. Give at least one code with the reason."
        )
    found: dict[str, str] = {}
    for code, pair in mapping.every_pair():
        below = spot.key(code, pair.key)
        if fault := _fault(code):
            spot.out.add(pair.key, "W001", f"{below.trail}: {fault}")
            continue
        try:
            found[code] = parsers.text(pair.node, below)
        except Refused as refused:
            spot.out.note(refused)
    return found


def _fault(code: str) -> str:
    """Why a code cannot be confirmed; empty where it can."""
    if is_confirmable(code):
        return ""
    if code not in CODES and not ADDED.fullmatch(code):
        return f"{shorten(code)!r} is no warning. {expected(code, CONFIRMABLE)}"
    told = code_of(code)
    what = (
        "an error"
        if told.severity is Severity.ERROR
        else "a warning that always has to be mended"
    )
    return f"this is {what}, and cannot be confirmed. {told.remedy}"


CONFIRMED = Key(
    "confirmed", _confirmations, "For each warning that is right as it is: its code, and why.", syntax="map of reasons",
)  # fmt: skip
"""The key, the same in every record."""
