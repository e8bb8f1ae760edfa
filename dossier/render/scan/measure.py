"""What a finished page shows, counted on its HTML: so a figure typed into prose without a
fact cannot be overlooked.

Elements that show the value of a claim carry `data-claim="company/fact:1"`, the claim's
place in its fact; elements that hold prose of ours carry `data-prose`. A figure in prose
that stands in no `data-claim`, and that no quote has (`data-held`), has no source: it is
debt.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape

from dossier.render.scan.markup import PIECE, read_attributes
from dossier.render.scan.scanning import CLAIM, HELD, PROSE, PageScan, scan

# Elements without an end, which never enclose text (HTML Living Standard, 13.1.2).
VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    }
)
# A number that stands alone, or one in words before a scale; the digits of names such as
# Qwen3-Max are none.
FIGURE = re.compile(
    r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?)\s+"
    r"(?:hundred|thousand|million|billion|trillion|per\s?cent)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Measure:
    """What one page shows."""

    claims: frozenset[str]
    # The claims whose values it prints, as `company/fact:1`.
    loose: tuple[str, ...]
    # The figures of its prose that no fact stands behind, in order.

    def __add__(self, other: "Measure") -> "Measure":
        """What two pages show together: each claim once."""
        return Measure(self.claims | other.claims, self.loose + other.loose)


NOTHING = Measure(frozenset(), ())
"""What no page shows."""


def measure_page(html: str, page: PageScan | None = None) -> Measure:
    """Count what a page shows; `page` is what was seen in it, where it has been looked
    through already.
    """
    page = page or scan(html)
    return Measure(frozenset(page.claims), tuple(_loose(html, page.prose)))


def _loose(html: str, prose: Iterable[int]) -> list[str]:
    loose: list[str] = []
    seen = 0
    for start in prose:
        if start >= seen:  # prose within prose is seen with it
            seen = _count(html, start, loose)
    return loose


def _count(html: str, start: int, loose: list[str]) -> int:
    """Add the figures of one element of prose that nothing stands behind; returns where it
    ends.
    """
    # Of each open element, the outermost first: its tag, and whether its figures are to be
    # counted; None: as around it.
    open_tags: list[tuple[str, bool | None]] = []
    for piece in PIECE.finditer(html, start):
        if tag := piece["tag"]:
            if tag.lower() not in VOID and not piece["attrs"].endswith("/"):
                open_tags.append(
                    (
                        tag.lower(),
                        _counts(tag.lower(), dict(read_attributes(piece["attrs"]))),
                    )
                )
        elif end := piece["end"]:
            while open_tags and open_tags.pop()[0] != end.lower():
                pass
            if not open_tags:
                return piece.end()
        elif piece["text"] and next(
            (one for _, one in reversed(open_tags) if one is not None), False
        ):
            loose += FIGURE.findall(unescape(piece["text"]))
    return len(html)


def _counts(tag: str, values: Mapping[str, str]) -> bool | None:
    """Whether figures in it are to be counted. A note beside an answer is prose again, and
    answers for its own.
    """
    if CLAIM in values or HELD in values or tag == "sup":
        return False
    return True if PROSE in values else None
