"""Which elements of a page are the marks of notes: by their role, their class, or a link to
a place on the same page.
"""

import re
from typing import Any

MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[*†‡§¶#]{1,3}|(?:note|nb|n) ?\d{1,3})[\])]?",
    re.IGNORECASE,
)
CLASSES = re.compile(
    r"(?:^|[\s_-])(?:foot|end|side)?-?(?:notes?|noteref|fn|fnref|reference|citation|cite)(?:[\s_-]|$)"
)
ROLES = ("doc-noteref", "doc-biblioref", "noteref", "biblioref")


def is_note(element: Any, before: str) -> bool:
    """Whether an element in the line is the mark of a note; `before` is the character that
    it touches.
    """
    if not MARK.fullmatch(_words(element)):
        return False
    return _is_named(element) or (_leads_down(element) and bool(before.strip()))


def is_noted(raised: Any) -> bool:
    """Whether a raised element is the mark of a note, or holds some."""
    return _is_named(raised) or any(
        _is_named(link) or _leads_down(link) for link in raised.iter("a")
    )


def _is_named(element: Any) -> bool:
    role = element.get("role") or element.get("epub:type") or ""
    return role in ROLES or CLASSES.search((element.get("class") or "").lower()) is not None


def _leads_down(element: Any) -> bool:
    return element.tag == "a" and "#" in (element.get("href") or "")


def _words(element: Any) -> str:
    words = ""
    for part in element.itertext():
        words += part
        if len(words) > 40:  # no mark is so long, and an element may hold a whole page
            break
    return " ".join(words.split())
