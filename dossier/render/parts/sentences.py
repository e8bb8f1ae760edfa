"""One mark for each sentence of a prose: what is cited and shown in it is gathered, and its mark stands where it ends.

Where a sentence ends is told by its signs alone. Where that is wrong, as behind a rare abbreviation, a sentence has two
marks; no passage is lost.
"""

import re
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from dossier.model.claims import Reference
from dossier.render.views.footnotes import Footnotes, Marks

END = re.compile(r"(?:[.!?…]+[”’\"'»)\]]*(?=\s|$)|[。！？]+[」』”’）]*)")
"""What may end a sentence; scripts that set no spaces between words set none between sentences."""
SHORTENED = re.compile(r"(?:\b[A-Z]|\b(?:Bros|Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|Ms|No|Prof|Sr|St|approx|ca|cf|e\.g|i\.e|vs))\.$")
"""A full stop that belongs to a word."""
LOWER = re.compile(r"\s+[a-z]")


@dataclass
class Sentences:
    """The HTML of one run of words while it is made."""

    footnotes: Footnotes
    parts: list[str] = field(default_factory=list)
    cited: list[Reference] = field(default_factory=list)
    linked: int = 0
    # How many links are open: no mark may stand in one.

    def add(self, html: str) -> None:
        """HTML that ends no sentence."""
        self.parts.append(html)

    def say(self, text: str, is_last: bool) -> None:
        """Words; `is_last` where a sentence that they end is over, because a line ends there too."""
        start = 0
        for found in END.finditer(text):
            if _is_end(text, found, is_last):
                self.parts.append(escape(text[start : found.end()]))
                self.close()
                start = found.end()
        self.parts.append(escape(text[start:]))

    def close(self) -> None:
        """The end of a sentence: the mark of all that was cited in it."""
        if self.cited and not self.linked:
            self.parts.append(Marks(self.footnotes, tuple(self.cited)).__html__())
            self.cited.clear()

    @property
    def html(self) -> str:
        """All of it."""
        return "".join(self.parts)

    @property
    def has_ended(self) -> bool:
        """Whether the words so far end a sentence."""
        text = Markup(self.parts[-1]).unescape() if self.parts else ""  # noqa: S704 - only its signs are looked at
        return any(found.end() == len(text) and not SHORTENED.search(text) for found in END.finditer(text))


def _is_end(text: str, found: re.Match[str], is_last: bool) -> bool:
    if SHORTENED.search(text[: found.end()]):
        return False
    return is_last if found.end() == len(text) else not LOWER.match(text, found.end())
