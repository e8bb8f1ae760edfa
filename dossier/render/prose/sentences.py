"""One mark for each sentence of a prose: what is cited and shown in it is gathered, and its
mark stands where it ends.

Where a sentence ends wrongly for its signs, it has two marks; no passage is lost.
"""

from collections.abc import Iterator

from dossier.model.claims import Reference
from dossier.model.own_words import PLAIN, OwnWording
from dossier.model.sentences import Walker
from dossier.render.footnotes import Footnotes, Marks
from dossier.render.language.catalogues import Language
from dossier.render.prose.own import mark_own_words


class Sentences(Walker):
    """The HTML of one run of words while it is made."""

    def __init__(
        self, footnotes: Footnotes, wordings: Iterator[OwnWording], language: Language
    ) -> None:
        super().__init__()
        self.footnotes, self.wordings, self.language = footnotes, wordings, language
        self.wording: OwnWording | None = None
        # Of the sentence that is being written; None before its first word.
        self.parts: list[str] = []
        self.cited: list[Reference] = []
        self.linked = 0
        # How many links are open: no mark may stand in one.
        self.period = ""
        # The time of the value that was shown last, as long as no other can have been told.

    def add(self, html: str) -> None:
        """HTML that ends no sentence."""
        self.parts.append(html)

    def piece(self, words: str) -> None:
        """Words as HTML, with what of them no quote has."""
        self._begin()
        self.parts.append(mark_own_words(words, self.wording or PLAIN, self.language))

    def _begin(self) -> None:
        if self.wording is None and not self.is_empty:
            self.wording = next(self.wordings, PLAIN)

    def over(self) -> None:
        """The mark of all that was cited in a sentence."""
        self._begin()
        self.wording = None
        if self.cited and not self.linked:
            self.parts.append(Marks(self.footnotes, tuple(self.cited)).__html__())
            self.cited.clear()

    @property
    def html(self) -> str:
        """All of it."""
        return "".join(self.parts)
