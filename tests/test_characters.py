"""Characters that hide are found and named; those that scripts and emoji need are not."""

import pytest

from dossier.read.characters import find_forbidden, without_forbidden

REFUSED = {
    "\x00": "U+0000 a control character",
    "\x1b": "U+001B a control character",
    "\x85": "U+0085 a control character",
    "\xad": "U+00AD SOFT HYPHEN",
    "\u200b": "U+200B ZERO WIDTH SPACE",
    "\u2028": "U+2028 LINE SEPARATOR",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\ufeff": "U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "\ufffd": "U+FFFD REPLACEMENT CHARACTER",
    "\uffff": "U+FFFF a control character",
    "\U000e0041": "U+E0041 TAG LATIN CAPITAL LETTER A",
}


@pytest.mark.parametrize(("character", "name"), REFUSED.items(), ids=ascii)
def test_what_hides_is_found_and_named(character: str, name: str) -> None:
    """The place and the name by which people look it up."""
    assert (2, name) == find_forbidden(f"ab{character}c")


@pytest.mark.parametrize(
    "text",
    [
        "plain\ttext\n",
        "naïve “quotes” – 380 €",
        "阿里巴巴",
        "عربي",
        "👩\u200d💻",
        "می\u200cخواهم",
        "e\u0301",
        "a\u00a0b",
        "🇨🇳 ❤️",
    ],
)
def test_what_scripts_need_is_let_through(text: str) -> None:
    """Letters of every script, emoji that are joined, combining marks and no-break spaces are text."""
    assert find_forbidden(text) is None


@pytest.mark.parametrize("text", ["a\u200db", "字\u200d.", "\u200c", "x\u200c字"])
def test_joiners_are_refused_where_they_join_nothing(text: str) -> None:
    """Beside ASCII, or at an end, a joiner can only hide."""
    found = find_forbidden(text)
    assert found
    assert "ZERO WIDTH" in found[1]


def test_a_lone_surrogate_is_found() -> None:
    """It comes from an escape, or from a file name that is not UTF-8."""
    assert (0, "U+D800 a control character") == find_forbidden("\ud800")


def test_a_stand_in_keeps_every_other_character_in_its_place() -> None:
    """The text is as long as before."""
    assert "a\ufffdb\ufffdc" == without_forbidden("a\u202eb\x00c")
