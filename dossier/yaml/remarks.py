"""Text that YAML takes for a remark and drops without a word: what stands behind ` #`.

`label: Stores ranked #1 by size` says "Stores ranked" to every reader of YAML. Nobody can
tell such words from a remark by their sense, so they are told by how they are set: a remark
has a space behind its `#`, and two spaces before it where it stands behind words without
quotes.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

LOST = (
    "the text ends here, because a `#` behind a space begins a remark, which nobody reads"
)
REMEDY = (
    "Put the whole text in double quotes; before a remark write two spaces, and behind its"
    " `#` one."
)

SIGN = re.compile(r"(?P<gap>\s*)#(?P<body>.*)")
BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
# What begins like this is a remark whatever stands before it; so is a line of signs that
# parts two others.
REMARK = re.compile(r"#*(?:$|\s)|[^\w\s]+\s*$")
# What may stand before the sign in brackets, with the space that makes it one.
WITHIN = re.compile(r"(?<=[^\s#])(?=\s+#)|(?<=[\[{,])(?=#)")
QUOTED = re.compile(r"""(?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
# A key or an item that somebody has taken out.
TAKEN_OUT = re.compile(r"-\s|[\w-]+:(?:\s|$)")
BLOCKS = ("|", ">")


class Behind(NamedTuple):
    """What stands behind a value in its line, or right below it, where that looks like more
    of its text.
    """

    line: int
    column: int
    # Of the `#`, from 0.
    is_certain: bool
    # No remark is written so; else it may be one unless the value is free text.


def lost_behind(lines: Sequence[str], event: Any, column: int | None) -> Behind | None:
    """What is lost of the value of a scalar event; `column` is that of its parent, None
    where that is in brackets.
    """
    start, end = event.start_mark, event.end_mark
    if event.style in BLOCKS:
        header = (
            BLOCK_HEADER.match(lines[start.line], start.column)
            if start.line < len(lines)
            else None
        )
        found = (
            _in_line(lines, start.line, header.end(), is_plain=False) if header else None
        )
        below = end.line
    else:
        found = _in_line(lines, end.line, end.column, is_plain=not event.style)
        below = end.line + 1
    if found or column is None or not event.value or event.style in ("'", '"'):
        return found
    return _below(lines, below, column)


def first_behind(lines: Sequence[str], first: int, last: int) -> Behind | None:
    """The first remark of some lines that may have been meant as words: it may have
    swallowed a bracket.
    """
    for line in range(first, min(last + 1, len(lines))):
        for match in WITHIN.finditer(
            QUOTED.sub(lambda found: "x" * len(found[0]), lines[line])
        ):
            if found := _in_line(lines, line, match.end(), is_plain=True):
                return found
    return None


def _in_line(
    lines: Sequence[str], line: int, column: int, *, is_plain: bool
) -> Behind | None:
    match = SIGN.match(lines[line], column) if line < len(lines) else None
    if not match:
        return None
    sign = match.end("gap")
    if not REMARK.match(match["body"]):
        return Behind(line, sign, is_certain=True)
    return (
        Behind(line, sign, is_certain=False)
        if is_plain and len(match["gap"]) == 1
        else None
    )


def _below(lines: Sequence[str], line: int, column: int) -> Behind | None:
    """A line that is indented like more of the text and begins with `#`."""
    match = SIGN.match(lines[line]) if line < len(lines) else None
    if (
        not match
        or len(match["gap"]) <= column
        or REMARK.match(match["body"])
        or TAKEN_OUT.match(match["body"])
    ):
        return None
    return Behind(line, match.end("gap"), is_certain=True)
