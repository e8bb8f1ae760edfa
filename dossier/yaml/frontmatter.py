"""A Markdown file in two: its front matter, and the body with the line it begins at."""

from dataclasses import dataclass

from dossier.collect import Findings
from dossier.model.places import Position

FENCE = "---"


@dataclass(frozen=True)
class Parts:
    """The YAML between the two fences and the Markdown after them; lines count from 1."""

    yaml: str
    body: str
    body_line: int
    yaml_line: int = 2


def split_front_matter(path: str, text: str, out: Findings) -> Parts | None:
    """Cut a file at its fences; None, with a finding, where one of the two is missing."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        out.add(
            Position(path),
            "Y008",
            "the file begins without front matter; expected `---` as its first line.",
        )
        return None
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return Parts(
                "\n".join(lines[1:number]) + "\n",
                "\n".join(lines[number + 1 :]),
                number + 2,
            )
    out.add(
        Position(path),
        "Y008",
        "the front matter that begins here is never closed; expected a second `---`.",
    )
    return None
