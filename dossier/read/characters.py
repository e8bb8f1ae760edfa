"""Characters that no text of ours may hold: they hide, or make a reader see other words than a parser does.

See Trojan Source (CVE-2021-42574) and Unicode Technical Report 36. Used on files as they are, and again on text that
came out of an escape such as `\\u202e` or `&#x202e;`.
"""

import re
import unicodedata

# Tab and the two line ends are the only controls. The joiners U+200C and U+200D shape emoji and several scripts, so they
# are refused only beside ASCII, where they can do nothing but hide. U+FEFF at the start of a file is cut off before.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, bidi
    "\ufffd-\uffff\ud800-\udfff\U000e0000-\U000e007f]"  # what stands for a lost character, noncharacters, surrogates, tags
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)


STAND_IN = "\ufffd"
"""Takes the place of a forbidden character that has been reported, so that the rest of its file can be read."""


def find_forbidden(text: str) -> tuple[int, str] | None:
    """The index of the first forbidden character, and its name as people look it up; None where there is none."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return None  # most files; the search below takes twenty times as long
    match = FORBIDDEN.search(text)
    if not match:
        return None
    character = match[0]
    name = unicodedata.name(character, "a control character")
    return match.start(), f"U+{ord(character):04X} {name}"


def without_forbidden(text: str) -> str:
    """The text with a stand-in for each forbidden character, so that everything else keeps its place."""
    return FORBIDDEN.sub(STAND_IN, text)
