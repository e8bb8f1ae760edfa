"""Characters that stand in a run of words for what the page did there, until it is decided
what they come to.

The first kind never leaves this folder. The second goes through the extractor and back,
which drops what cannot be
printed: so they are signs that can be, from a script that nobody writes (the Phaistos
disc).
"""

OPEN, CLOSE = "\ue001", "\ue002"
"""Edges of an element that a stylesheet can set apart from what is before and after it."""

STRUCK = "\ue003"
"""Struck-out words stood here."""

SUP, SUB, NOTE, END = "\ue004", "\ue005", "\ue006", "\ue007"
"""Beginnings and the end of what is raised, lowered, or surely the mark of a note."""

LINK, LINK_END = "\ue008", "\ue009"
LINE = "\ue00a"
"""A new line within a block."""

LINE_END, CELL_END, BLOCK_END = "\U000101d0", "\U000101d1", "\U000101d2"

ALL = (
    OPEN,
    CLOSE,
    STRUCK,
    SUP,
    SUB,
    NOTE,
    END,
    LINK,
    LINK_END,
    LINE,
    LINE_END,
    CELL_END,
    BLOCK_END,
)
NONE = dict.fromkeys(map(ord, ALL))
"""For `str.translate`: a page's own characters of these kinds are taken out."""
