"""Where the files of this repository speak of itself, and what a site made from it has
there instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PassageEdit:
    """One passage, from its first words to its last, and what stands in its place."""

    first: str
    last: str
    instead: str = ""


Edits = Sequence[PassageEdit]


def edited(text: str, edits: Edits) -> str:
    """A text with its passages replaced, wherever they stand. A passage that is not there
    is a fault of ours.
    """
    for edit in edits:
        if edit.first not in text:
            raise LookupError(f"there is no {edit.first!r} any more")
        while edit.first in text:
            before, _, rest = text.partition(edit.first)
            behind = rest.partition(edit.last)[2] if edit.last else rest
            text = before + edit.instead + behind
    return text


def words(old: str, new: str = "") -> PassageEdit:
    """A passage that is short enough to be written whole."""
    return PassageEdit(old, "", new)


PINNED = words(
    "python3 -m dossier.workflows.", "python3 tools/pinned.py dossier.workflows."
)
"""A site has no code of the program beside it, but the wheel."""

CHECK = (PassageEdit("; the code of the program is", "engine.yml"),)
REVIEW = (PINNED, words("dossier/workflows/review.py bounds", "the program bounds"))
SUGGESTION = (PINNED,)
WEEKLY = (PINNED,)
PUBLISH = (
    PINNED,
    PassageEdit("; the tests, which\n", "leaves nothing behind", ""),
    PassageEdit("  tests:\n", "  build:\n", "  build:\n"),
    PassageEdit("    needs: tests\n", "== 'skipped') }}\n"),
    PassageEdit(" The build is named, because without a\n", "may be left out."),
)
CONTRIBUTING = (
    words(
        "The first part is for editors, and nothing has",
        "It is for editors, and nothing has",
    ),
    words("The second part is [for code](#work-on-the-code).\n"),
    words(", whose site stands in [`tests/sites/ferries`](tests/sites/ferries)"),
    words(", and two lines *check / code* of the program"),
    PassageEdit(
        "- Do not put content and code into one pull request.\n",
        "your prose under CC-BY-4.0.\n",
    ),
)
MAINTAINING = (
    words("## From the template to", "## From a folder to"),
    PassageEdit(
        "1. Sign in at GitHub and open the page of this repository.",
        "click *Create repository*.",
        "1. Make an empty repository at GitHub, and push the folder of the site to it, as"
        " its [README](../README.md) says.",
    ),
    PassageEdit("; in the engine’s own repository add ", " too."),
    PassageEdit("| `engine.yml code` |", "|\n"),
    PassageEdit("| `publish.yml tests` |", "|\n"),
    words("; after the tests, where they run"),
    PassageEdit(", one that runs the tests", ".\n", ".\n"),
    PassageEdit("The engine’s own repository is", "\n"),
    words("`check` and `engine` alone", "`check` alone"),
)
SETTINGS = (PassageEdit("\n## make\n", "removes all that these targets made |\n"),)
