"""Writing that sets no spaces between words, made ready for an index that knows words by
their spaces alone.

Each sign becomes a word of its own, so that whatever is asked for is found as signs that
follow each other. It needs no dictionary, and finds a name inside a longer run as well.
What stands above or below a sign is set in signs that are no letters, since Pagefind takes
a sign with marks and one without for two forms of a word, and loses where they stand.
`asking.js` of the theme does the same to what is asked, and undoes it in what is shown.
"""

import re
import unicodedata

BLOCKS = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"),  # Thai and Lao, Burmese, Khmer
    ("\u3041", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"),  # Japanese, Chinese
)  # fmt: skip
GAP = "\u200a"
"""A space so thin that no text of ours has it: whoever shows a text takes it out again."""
HIDDEN = 0xF0000
"""How far from a mark the sign lies that stands for it."""

_MARKS = "".join(
    sign
    for first, last in BLOCKS[:4]
    for sign in map(chr, range(ord(first), ord(last) + 1))
    if unicodedata.category(sign).startswith("M")
)
_SIGNS = "".join(f"{first}-{last}" for first, last in BLOCKS)
_STOPS = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65"
_UNSPACED = re.compile(f"[{_SIGNS}]")
_KANA = re.compile("[\u3041-\u30ff]+")
_PARTING = re.compile(
    rf"(?:(?<=[{_SIGNS}])(?=\w)|(?<=[^\s{_SIGNS}])(?=[{_SIGNS}])|(?<=[{_STOPS}])(?=\S))(?![{_MARKS}])"
)
_HIDING = {ord(mark): HIDDEN + ord(mark) for mark in _MARKS}


def parted(text: str) -> str:
    """A text in which each sign of such writing stands alone."""
    if not _UNSPACED.search(text):
        return text
    apart = _KANA.sub(lambda found: unicodedata.normalize("NFD", found[0]), text)
    return _PARTING.sub(GAP, apart).translate(_HIDING)
