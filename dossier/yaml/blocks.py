"""A file of facts cut into its facts without being understood: so that only those that
changed have to be read.

Our files are mappings in block style whose keys stand at the left edge; the text of a fact
runs from its key to the next. Old versions may be broken, which does no harm here: what
belongs to no key is left out. A file of another style, such as JSON, is one block without a
key.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

KEY = re.compile(
    r"""^(?P<quote>["']?)(?P<key>[a-z0-9][a-z0-9/-]*)(?P=quote)[ \t]*:(?=[ \t]|$)""",
    re.MULTILINE,
)
WHOLE = ""
"""The key of the one block of a file that cannot be cut."""
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Block:
    """The text of one fact and the line at which it begins."""

    text: str
    line: int
    above: "Block | None" = None
    # What all facts of its file have in common.

    @property
    def said(self) -> str:
        """All of the file that the fact says: a change of what is common is a change of
        every fact for which it holds.
        """
        return f"{self.above.text}{self.text}" if self.above else self.text


def split_blocks(text: str, common: str) -> Mapping[str, Block]:
    """The blocks of a file by key, in its order; of two with one key the first, as the
    reader has it. What stands under the key `common` holds for all of them.
    """
    found: dict[str, Block] = {}
    for key, block in _blocks(text):
        found.setdefault(key, block)
    if above := found.pop(common, None):
        found = {key: replace(block, above=above) for key, block in found.items()}
    return found or ({WHOLE: Block(text, 1)} if text.strip() else {})


def _blocks(text: str) -> Iterator[tuple[str, Block]]:
    heads = list(KEY.finditer(text))
    line, place = 1, 0
    ends = [head.start() for head in heads[1:]] + [len(text)] * bool(heads)
    for head, end in zip(heads, ends, strict=True):
        line += text.count("\n", place, head.start())
        place = head.start()
        yield head["key"], Block(_without_remarks(text[place:end]), line)


def _without_remarks(text: str) -> str:
    """Without the remarks and blank lines at its end: they belong to the fact below them."""
    lines = text.split("\n")
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return "\n".join(lines) + "\n"


def words_in(text: str) -> set[str]:
    """All that could be an id in a text."""
    return set(WORD.findall(text))
