"""The one form in which a source's text is kept and searched, and its quotes with it.

Only typography is folded: which of several dashes, quotation marks, spaces or shapes of a
digit a page was set with, and where its lines and pages ended. What could change the
meaning stays: digits, signs, %, currencies, decimal points, case, superscripts and
fractions.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from dossier.characters.characters import is_blank, is_widthless

SINGLE_QUOTES = "‘’‚‛′`´ʼ‹›"
DOUBLE_QUOTES = "“”„‟″«»〝〞「」『』"
HYPHENS = "‐‑‒–−⁃"
LONG_DASHES = "—―⸺⸻"
ALIASES = {
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(HYPHENS, "-"),
    # A long dash parts two words whether or not there is space around it; a hyphen joins
    # them.
    **dict.fromkeys(LONG_DASHES, " - "),
    "…": "...", "⁄": "/", "٪": "%", "٫": ".", "٬": ",",
    "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n", "\v": "\n", "\t": " ",
}  # fmt: skip
# Unicode's compatibility forms that are the same character in another shape. The others
# (superscript, fraction, circled, squared …) change what is said: 10² is not 102, and 5½ is
# not 51/2.
SHAPES = frozenset(
    [
        "<wide>",
        "<narrow>",
        "<small>",
        "<font>",
        "<noBreak>",
        "<vertical>",
        "<initial>",
        "<medial>",
        "<final>",
        "<isolated>",
    ]
)
LIGATURES = range(0xFB00, 0xFB07)
ODD = re.compile(
    r"[^\n\f\x20-\x5f\x61-\x7e]"
)  # all that may need folding: controls, the grave accent, all beyond ASCII

TYPED_DASH = re.compile(r"(?<=\S) ?--+ ?(?=\S)")
PAGE_NUMBER = re.compile(
    r"(?:page )?[-|]? ?[0-9]{1,4} ?[-|]?(?: ?(?:of|/) ?[0-9]{1,4})?", re.IGNORECASE
)
BROKEN_WORD = re.compile(r"[^\W\d_]-$")
SENTENCE_END = re.compile(r"[.!?:;…][\"')\]]*$")
COLUMNS = re.compile(r"(?<=\d)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\d)")
"""Between two columns of a table in plain text: with a single space, 12 and 500 would be
read as 12 500.
"""

SPLIT_GROUP = re.compile(r"(?:^|[^\d.,])\d{1,3}\n\d{3}(?!\d)")
"""Two lines that would be read as one number."""

LONGEST_LINE = (
    140  # what is longer was not broken by a typesetter: each line is a paragraph
)
FILLED = 0.6  # a line of this share of the longest goes on in the next; a shorter one ends on purpose


def fold(text: str) -> str:
    """The text in one typography; its lines and pages stay."""
    plain = unicodedata.normalize(
        "NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    )
    folded = unicodedata.normalize(
        "NFC", ODD.sub(lambda match: _fold_character(match[0]), plain)
    )
    return TYPED_DASH.sub(" - ", folded) if "--" in folded else folded


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in ALIASES:
        return ALIASES[character]
    if is_widthless(character):
        return (  # controls, soft hyphens, joiners, marks of direction, selectors of variants
            ""
        )
    category = unicodedata.category(character)
    if category == "Zs" or is_blank(character):
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    shape = unicodedata.decomposition(character).partition(" ")[0]
    if shape in SHAPES or ord(character) in LIGATURES:
        return fold(unicodedata.normalize("NFKC", character))
    return character


def normalise_quote(words: str) -> str:
    """A quote as it is looked up: one typography, one line."""
    return " ".join(fold(words).split())


def normalise_text(text: str) -> str:
    """A text as it is kept: paragraphs apart by a blank line, one line for what may be a
    paragraph.

    A word that was hyphenated at the end of a line keeps the hyphen and the line end,
    because nobody can tell whether the hyphen belongs to it: both readings are tried when a
    quote is looked up.
    """
    paragraphs: list[list[str]] = []
    for lines, goes_on in _blocks(fold(COLUMNS.sub(" | ", text))):
        if goes_on and paragraphs:
            paragraphs[-1] += lines
        else:
            paragraphs.append(lines)
    return "\n\n".join(_join(lines) for lines in paragraphs) + "\n"


def _blocks(text: str) -> Iterator[tuple[list[str], bool]]:
    """The lines between blank lines and page ends; and whether they go on with what stood
    before a page's end.
    """
    before = ""
    new_page = False
    parts = [part for part in re.split(r"(\f)|\n[ ]*\n", text) if part]
    blocks = [
        [
            " ".join(line.split())
            for line in part.split("\n")
            if part != "\f" and line.strip()
        ]
        for part in parts
    ]
    for index, lines in enumerate(blocks):
        if parts[index] == "\f":
            new_page = True
            continue
        kept = _without_page_numbers(
            lines, new_page, parts[index + 1 : index + 2] == ["\f"]
        )
        if (
            len(kept) == 1
            and PAGE_NUMBER.fullmatch(kept[0])
            and _is_between(before, blocks[index + 1 :])
        ):
            new_page, kept = True, []
        if kept:
            yield kept, new_page and _goes_on(before, kept[0])
            before, new_page = kept[-1], False


def _without_page_numbers(lines: list[str], after: bool, before: bool) -> list[str]:
    """The lines without a number at the head or the foot of a page."""
    if after and lines and PAGE_NUMBER.fullmatch(lines[0]):
        lines = lines[1:]
    if before and lines and PAGE_NUMBER.fullmatch(lines[-1]):
        lines = lines[:-1]
    return lines


def _is_between(before: str, blocks: list[list[str]]) -> bool:
    """Whether a lone number stands in the middle of a sentence, as page numbers do."""
    after = next((lines[0] for lines in blocks if lines), "")
    return before[-1:].isalpha() and after[:1].islower()


def _goes_on(before: str, after: str) -> bool:
    return bool(before) and not SENTENCE_END.search(before) and not after[0].isupper()


def _join(lines: list[str]) -> str:
    longest = max(map(len, lines))
    joined = lines[0]
    for before, after in pairwise(lines):
        joined += _between(before, after, longest) + after
    return joined


def _between(before: str, after: str, longest: int) -> str:
    """What stands between two lines: nothing, a space, a line end where a new paragraph may
    begin, or the end of one.
    """
    if BROKEN_WORD.search(before) and after[0].islower():
        return "\n"
    if re.search(r"\S-$", before):
        return ""
    if SPLIT_GROUP.search(f"{before[-4:]}\n{after[:4]}"):
        return "\n\n"
    filled = longest <= LONGEST_LINE and len(before) >= FILLED * longest
    return " " if filled or _goes_on(before, after) else "\n"
