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

from dossier.model.scripts import BURMESE, KANA, KHMER, THAI_AND_LAO, UNSPACED

GAP = "\u200a"
"""A space so thin that no text of ours has it: whoever shows a text takes it out again."""
HIDDEN = 0xF0000
"""How far from a mark the sign lies that stands for it."""

_MARKS = "".join(
    sign
    for script in (THAI_AND_LAO, BURMESE, KHMER, KANA)
    for sign in map(chr, range(ord(script[0]), ord(script[-1]) + 1))
    if unicodedata.category(sign).startswith("M")
)
_STOPS = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65"
_UNSPACED = re.compile(f"[{UNSPACED}]")
_KANA = re.compile(f"[{KANA}]+")
_PARTING = re.compile(
    rf"(?:(?<=[{UNSPACED}])(?=\w)|(?<=[^\s{UNSPACED}])(?=[{UNSPACED}])|(?<=[{_STOPS}])(?=\S))(?![{_MARKS}])"
)
_HIDING = {ord(mark): HIDDEN + ord(mark) for mark in _MARKS}


def parted(text: str) -> str:
    """A text in which each sign of such writing stands alone."""
    if not _UNSPACED.search(text):
        return text
    apart = _KANA.sub(lambda found: unicodedata.normalize("NFD", found[0]), text)
    return _PARTING.sub(GAP, apart).translate(_HIDING)
