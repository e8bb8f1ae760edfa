"""A single value as text: plain where YAML lets it be, else in quotes; long ones over
several lines.
"""

import json
import re
from collections.abc import Iterator

from dossier.collect import Findings
from dossier.yaml.nodes import MappingNode, Node, Scalar, Sequence, parse_yaml
from dossier.yaml.tree import TreeValue

WIDTH = 120
"""The most columns of a line whose words can be parted."""
# What can do no harm anywhere, so that most values need no second reading.
PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .~/?%_-]*[A-Za-z0-9.~/?%_-])?")
# Editors and other programs take these for something else than words.
GUESSED = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ""})
# How a value stands among others, to see whether it is read back: alone, or in brackets.
ALONE, IN_BRACKETS = "k: {}\n", "k: [{{k: {}}}]\n"


def spelled(words: TreeValue, *, in_brackets: bool = False) -> str:
    """A value in one line. What was plain and is no more than a word stays so, because it
    may be a truth value.
    """
    if words.text.lower() in GUESSED:
        return words.text if not words.style else _quoted(words.text)
    among = IN_BRACKETS if in_brackets else ALONE
    is_plain = PLAIN.fullmatch(words.text) or (
        "\n" not in words.text and _says(among.format(words.text), words.text)
    )
    return words.text if is_plain else _quoted(words.text)


def written_text(text: str) -> str:
    """A text as the value of a key, in one line, in quotes where it needs them."""
    return _written(text, ALONE)


def written_item(text: str) -> str:
    """A text as one of `[one, two]`, in quotes where it needs them."""
    return _written(text, IN_BRACKETS)


def _written(text: str, among: str) -> str:
    words = " ".join(text.split())
    return words if _says(among.format(words), words) else _quoted(words)


def over_lines(words: TreeValue, indent: int) -> tuple[str, tuple[str, ...]]:
    """The sign and the lines of a text that stands below its key, indented by so much; no
    sign where it cannot.

    Line ends that an author has chosen stay, as long as every line is short enough.
    """
    if words.text == " ".join(words.text.split()):
        if words.style == ">" and all(
            line and indent + len(line) <= WIDTH for line in words.lines
        ):
            return ">-", words.lines
        return ">-", tuple(_folded(words.text, indent))
    sign = words.style + ("" if words.text.endswith("\n") else "-")
    written = "".join(f"  {line}\n" for line in words.lines)
    return (
        (sign, words.lines)
        if words.lines and _says(f"k: {sign}\n{written}", words.text)
        else ("", ())
    )


def _folded(text: str, indent: int) -> Iterator[str]:
    """The words of a text in lines as full as they may be."""
    line = ""
    for word in text.split(" "):
        if line and indent + len(line) + 1 + len(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}".lstrip()
    yield line


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _says(line: str, text: str) -> bool:
    """Whether the only value of a document reads as that text."""
    out = Findings()
    inner = _inmost(parse_yaml("", line, out))
    return isinstance(inner, Scalar) and inner.text == text and not out.in_order()


def _inmost(node: Node | None) -> Node | None:
    """What a chain of collections with one entry each holds."""
    while isinstance(node, MappingNode | Sequence):
        inner = (
            [pair.node for pair in node.pairs.values()]
            if isinstance(node, MappingNode)
            else [*node.items]
        )
        if len(inner) != 1:
            return None
        node = inner[0]
    return node
