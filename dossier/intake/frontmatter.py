"""Details to front matter that our own loader reads back to the letter; whether it does is
asked of the loader itself.
"""

from collections.abc import Iterable

from dossier.collect import Findings, Refused
from dossier.intake.drafts import Detail, Value
from dossier.model.sources import Author
from dossier.read.shapes import Spot
from dossier.read.sources import SOURCE
from dossier.yaml.nodes import MappingNode, parse_yaml
from dossier.yaml.spelling import written_item, written_text


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
