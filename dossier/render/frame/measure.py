"""What a finished page shows, counted on its HTML: so a figure typed into prose without a fact cannot be overlooked.

Elements that show the value of a claim carry `data-claim="company/fact:1"`, the claim's place in its fact; elements that
hold prose of ours carry `data-prose`. A figure in prose that stands in no `data-claim` has no source: it is debt.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

CLAIM, PROSE = "data-claim", "data-prose"
# Elements without an end, which never enclose text (HTML Living Standard, 13.1.2).
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# A number that stands alone, or one in words before a scale; the digits of names such as Qwen3-Max are none.
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


def measure(html: str) -> Measure:
    """Count what a page shows."""
    counter = _Counter()
    counter.feed(html)
    counter.close()
    return Measure(frozenset(counter.claims), tuple(counter.loose))


class _Counter(HTMLParser):
    """Follows which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.claims: set[str] = set()
        self.loose: list[str] = []
        self.open: list[tuple[str, bool, bool]] = []
        # Of each open element, the outermost first: its tag, whether its figures are accounted for, whether it is prose.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if claim := values.get(CLAIM):
            self.claims.add(claim)
        if tag not in VOID:
            # A note beside an answer is prose again, and answers for its own figures.
            self.open.append((tag, CLAIM in values or tag == "sup", PROSE in values))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, accounted, prose in reversed(self.open):
            if accounted:
                return
            if prose:
                self.loose += FIGURE.findall(data)
                return
