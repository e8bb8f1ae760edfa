"""What stands behind answers: the words of sources, as notes and beside answers, and how far they prove."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class StateView:
    """How far an answer or a passage can be trusted, in words; the kind gives it its sign."""

    kind: str
    # A level of proof, "unproved", "bare", "stale" or "differs".
    label: str


@dataclass(frozen=True)
class LegendView:
    """What a mark says, in a sentence."""

    mark: StateView
    about: str

    def stands_in(self, html: str) -> bool:
        """Whether some HTML shows the mark."""
        kind = self.mark.kind
        return f'state--{kind}"' in html or f'class="{kind}"' in html


@dataclass(frozen=True)
class BackLinkView:
    """The way from a note to one of its marks."""

    href: str
    label: str
    sign: str


@dataclass(frozen=True)
class PassageView:
    """Words of a source, what they prove and the way to them."""

    quote: str
    language: str
    locator: str
    supports: str
    # In words, where it proves something else than just the value.
    said: str
    # Whose word it passes on, and on which occasion they gave it; empty where it speaks for
    # itself.
    origin: str
    # The root of reporting that it draws on; empty where that is not known.
    original: str
    state: StateView | None
    # None for a source cited as a whole: there is nothing to look up.


@dataclass(frozen=True)
class EvidenceView:
    """A source, with the passages of it that count here."""

    citation: Markup
    href: str
    address: str
    # Where it was published, for paper; empty where that is not on the web.
    archive: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True)
class NoteSourceView:
    """A source as a note names it, behind the words that it says."""

    letter: str
    # What stands for its name and date on a page whose list of sources has letters; empty
    # on others.
    name: str
    issued: Markup
    href: str
    locator: str
    original: str
    # The way to the words in the original; empty where there is none.
    state: StateView | None
    # Only where they are not proved.


@dataclass(frozen=True)
class WordsView:
    """Words in a note with all that say them; of a source that is cited as a whole there
    are none.
    """

    quote: str
    language: str
    said: str
    # Whose word they pass on, where that is the same for all that say them.
    sources: tuple[NoteSourceView, ...]


@dataclass(frozen=True)
class NoteView:
    """A footnote."""

    id: str
    number: int
    words: tuple[WordsView, ...]
    backlinks: tuple[BackLinkView, ...]


@dataclass(frozen=True)
class OriginView:
    """A root of reporting behind a source."""

    name: str
    kind: str
    issued: Markup
    note: str
    inference: str


@dataclass(frozen=True)
class SourceView:
    """A source in a list."""

    letter: str
    # By which the notes of the page name it; empty where they do not.
    citation: Markup
    href: str
    address: str
    # Where it was published, for paper; empty where that is not on the web.
    archive: str
    # The address of an archived copy; empty where there is none.
    origins: str
    uses: str
    # How many facts rest on it.
