"""Details to front matter that our own loader reads back to the letter; whether it does is
asked of the loader itself.
"""

import json
from collections.abc import Iterable

from dossier.intake.drafts import Detail, Value
from dossier.model.sources import Author
from dossier.read.collect import Findings, Refused
from dossier.read.shapes import Spot
from dossier.read.sources import SOURCE
from dossier.read.yaml import MappingNode, Node, Scalar, Sequence, parse_yaml


def front_matter(details: Iterable[Detail]) -> str:
    """The file of a source without a summary: its known keys in the canonical order."""
    values = {detail.key: detail.value for detail in details}
    lines = [f"{key}: {_written(values[key])}" for key in SOURCE if key in values]
    return "\n".join(["---", *lines, "---", ""])


def fault_of(detail: Detail) -> str:
    """Why the loader would not have a detail; empty where it reads back what is written."""
    out = Findings()
    node = parse_yaml("", f"{detail.key}: {_written(detail.value)}\n", out)
    if isinstance(node, MappingNode) and detail.key in node.pairs:
        try:
            SOURCE[detail.key].parse(node.pairs[detail.key].node, Spot(detail.key, out))
        except Refused as refused:
            out.note(refused)
    return next((finding.message for finding in out.in_order()), "")


def written_text(text: str) -> str:
    """A text as the value of a key, in quotes where it needs them."""
    return _scalar(text, f"key: {_plain(text)}")


def written_item(text: str) -> str:
    """A text as one of `[one, two]`, in quotes where it needs them."""
    return _scalar(text, f"key: [{{part: {_plain(text)}}}]")


def _written(value: Value) -> str:
    if isinstance(value, str):
        return written_text(value)
    return f"[{', '.join(_author(item) if isinstance(item, Author) else written_item(item) for item in value)}]"


def _author(author: Author) -> str:
    parts = {"family": author.family, "given": author.given, "literal": author.literal}
    return (
        "{"
        + ", ".join(f"{key}: {written_item(text)}" for key, text in parts.items() if text)
        + "}"
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _scalar(text: str, line: str) -> str:
    """The text as it is if YAML lets it stand so, else in double quotes; `line` has it in
    its surroundings.
    """
    words, out = _plain(text), Findings()
    found = _inmost(parse_yaml("", f"{line}\n", out))
    return (
        words
        if found == words and not out.in_order()
        else json.dumps(words, ensure_ascii=False)
    )


def _inmost(node: Node | None) -> str | None:
    """The only scalar of a node; None where there is none, or another key or item beside
    it.
    """
    while not isinstance(node, Scalar):
        if isinstance(node, MappingNode) and len(node.pairs) == 1:
            node = next(iter(node.pairs.values())).node
        elif isinstance(node, Sequence) and len(node.items) == 1:
            node = node.items[0]
        else:
            return None
    return node.text
