"""Front matter: a file is cut at its fences, and both parts know their lines."""

import pytest

from dossier.collect import Findings
from dossier.yaml.frontmatter import Parts, split_front_matter


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: 1\n---\nText\n", Parts("a: 1\n", "Text\n", 4)),
        ("---\n---\n", Parts("\n", "", 3)),
        ("---\na: 1\n---", Parts("a: 1\n", "", 4)),
        ("---  \na: 1\n--- \n\nText\n---\nmore", Parts("a: 1\n", "\nText\n---\nmore", 4)),
    ],
)
def test_a_file_is_cut_at_its_first_two_fences(text: str, parts: Parts) -> None:
    """Further fences are lines of the body."""
    assert parts == split_front_matter("x.md", text, Findings())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1\n",
        "\n---\na: 1\n---\n",
        "---\na: 1\n",
        "---",
        "----\na: 1\n---\n",
        "---\na: 1\n ---\n",
    ],
)
def test_a_fence_that_is_missing_is_a_finding(text: str) -> None:
    """Without a first or a second fence there is nothing to cut."""
    out = Findings()
    assert split_front_matter("x.md", text, out) is None
    assert ["Y008"] == [one.code for one in out.in_order()]
