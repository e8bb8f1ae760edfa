"""The pieces of a prose to HTML: words, our two marks, links, headings and all elements
that Markdown has.

The pieces come from the reader, which lets no unsafe address through; they hold no HTML,
and every text among them is escaped here. They are shared between pages; what differs from
page to page is the view's.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

from dossier.model.claims import Reference
from dossier.model.facts import FactId
from dossier.model.narrative import reference_of
from dossier.model.own_words import OwnWording
from dossier.model.prose import (
    Block,
    Break,
    Citation,
    CitedFact,
    CodeBlock,
    CodeSpan,
    Inline,
    LinkStart,
    Prose,
    Run,
    Tag,
    ValueUse,
)
from dossier.render.footnotes import Footnotes
from dossier.render.language.catalogues import ENGLISH, Language
from dossier.render.prose.sentences import Sentences
from dossier.render.site.links import is_web


class ShownValue(NamedTuple):
    """A value as prose shows it."""

    html: Markup
    references: tuple[Reference, ...]
    # The passages that give it.
    period: str
    # The time that stands with it; empty where none is told.


@dataclass(frozen=True)
class ProseView:
    """A prose on one page, turned into HTML at the moment it is printed, when its notes get
    their numbers.
    """

    prose: Prose
    footnotes: Footnotes
    language: Language
    show_value: Callable[[ValueUse, str], ShownValue]
    # By what is shown and by the time that the words before it told last.
    passages_of: Callable[[FactId], tuple[Reference, ...]]
    link: Callable[[str], str]
    wordings: tuple[OwnWording, ...] = ()
    # What is known of its sentences, one by one.
    deeper: int = 1
    # How many levels its headings go down, because they stand below one of the page.

    def __html__(self) -> Markup:
        wordings = iter(self.wordings)
        html = "".join(_block(piece, self, wordings) for piece in self.prose.pieces)
        return Markup(html)  # noqa: S704 - elements by their names, and words that are escaped below

    def __bool__(self) -> bool:
        return bool(self.prose.pieces)


def plain_prose(prose: Prose, link: Callable[[str], str]) -> Markup:
    """The HTML of a prose that cites nothing, such as that of an ordinary page."""
    return ProseView(
        prose, Footnotes(ENGLISH), ENGLISH, _no_value, _no_passages, link, deeper=0
    ).__html__()


def _no_value(use: ValueUse, period: str) -> ShownValue:
    raise ValueError(f"{use.fact} cannot be shown on an ordinary page")


def _no_passages(fact: FactId) -> tuple[Reference, ...]:
    raise ValueError(f"{fact} cannot be cited on an ordinary page")


class _Words(Sentences):
    """A run of words, with one mark at the end of each sentence that cites or shows
    something.
    """

    def __init__(self, view: ProseView, wordings: Iterator[OwnWording]) -> None:
        super().__init__(view.footnotes, wordings, view.language)
        self.view = view

    def say(self, text: str, is_last: bool) -> None:
        """Words, which may be of another time where they have a figure."""
        if any(map(str.isdecimal, text)):
            self.period = ""
        super().say(text, is_last)

    def cite(self, cited: tuple[Citation | CitedFact, ...]) -> None:
        """A passage, a fact with its passages, or a source as a whole."""
        for one in cited:
            self.cited += (
                self.view.passages_of(one.fact)
                if isinstance(one, CitedFact)
                else (reference_of(one),)
            )

    def beside(self, piece: Inline, is_cited: bool) -> None:
        """All that is neither words nor cited."""
        if isinstance(piece, ValueUse):
            self._show(piece)
        elif isinstance(piece, Break):
            self.add(_break(piece, is_cited))
        elif isinstance(piece, LinkStart):
            self.linked += 1
            self.add(_link(piece.address, self.view))
        elif isinstance(piece, Tag):
            self.linked -= piece.name == "a"
            self.add(_tag(piece, self.view))
        elif isinstance(piece, CodeSpan):
            self.add(f"<code>{escapeHtml(piece.text)}</code>")

    def _show(self, use: ValueUse) -> None:
        """The leading value of a fact, and the passages that give it."""
        shown = self.view.show_value(use, self.period)
        self.add(shown.html)
        self.cited += shown.references
        self.period = shown.period or self.period


def _block(piece: Block, view: ProseView, wordings: Iterator[OwnWording]) -> str:
    if isinstance(piece, Run):
        words = _Words(view, wordings)
        words.walk(piece)
        return words.html
    if isinstance(piece, Tag):
        return _tag(piece, view)
    return _code(piece) if isinstance(piece, CodeBlock) else "\n"


def _break(piece: Break, is_cited: bool) -> str:
    """The end of a line; where the file alone has one, it goes before a citation."""
    if piece is Break.HARD:
        return "<br>\n"
    return "" if is_cited else "\n"


def _link(address: str, view: ProseView) -> Markup:
    """The beginning of a link: from this page to another one of ours, or out, which it says
    to the browser.
    """
    if is_web(address):
        return Markup('<a href="{}" rel="external">').format(address)
    return Markup('<a href="{}">').format(view.link(address.lstrip("/")))


def _code(piece: CodeBlock) -> str:
    """Lines of code, of which a style may ask in what language they are."""
    kind = f' class="language-{escapeHtml(piece.language)}"' if piece.language else ""
    return f"<pre><code{kind}>{escapeHtml(piece.text)}</code></pre>\n"


def _tag(piece: Tag, view: ProseView) -> str:
    """One tag; a heading is moved below those of the page."""
    name = piece.name
    if name in HEADINGS:
        name = f"h{min(6, HEADINGS[name] + view.deeper)}"
    if name in FRAMED:
        return FRAMED[name][piece.is_end]
    if piece.is_end:
        return f"</{name}>"
    side = ' class="prose__end"' if piece.is_figure else ""
    first = f' start="{piece.first}"' if piece.first != 1 else ""
    return f"<{name}{side}{first}>"


HEADINGS = {f"h{level}": level for level in range(1, 7)}
FRAMED: Mapping[str, tuple[str, str]] = {
    "table": ('<div class="prose__table" tabindex="0">\n<table>', "</table>\n</div>"),
}
"""Elements in a frame of their own, which begins and ends with them: a table scrolls in it
where it is wider than its page.
"""
