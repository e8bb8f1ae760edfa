"""Parsed Markdown to HTML: our two marks, links and headings; everything else is
markdown-it's own renderer.

The tokens come from the reader, which lets no raw HTML and no unsafe address through. They
are shared between pages and never changed here; what differs from page to page travels in
`env`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markdown_it.presets import commonmark
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from dossier.model.claims import Reference
from dossier.model.facts import FactId
from dossier.model.narrative import reference_of
from dossier.model.own_words import OwnWording
from dossier.model.prose import Citation, CitedFact, Prose, ValueUse
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
        html = RENDERER.render(
            self.prose.tokens, OPTIONS, {"view": self, "wordings": iter(self.wordings)}
        )
        return Markup(html)  # noqa: S704 - made by markdown-it from tokens without raw HTML, and by our rules, which escape

    def __bool__(self) -> bool:
        return bool(self.prose.tokens)


def plain_prose(prose: Prose, link: Callable[[str], str]) -> Markup:
    """The HTML of a prose that cites nothing, such as that of an ordinary page."""
    return ProseView(
        prose, Footnotes(ENGLISH), ENGLISH, _no_value, _no_passages, link, deeper=0
    ).__html__()


def _no_value(use: ValueUse, period: str) -> ShownValue:
    raise ValueError(f"{use.fact} cannot be shown on an ordinary page")


def _no_passages(fact: FactId) -> tuple[Reference, ...]:
    raise ValueError(f"{fact} cannot be cited on an ordinary page")


class ProseRenderer(RendererHTML):
    """Adds our rules to markdown-it's; it holds nothing, so one object serves all pages."""

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: Any) -> str:  # noqa: N802 - markdown-it's name
        """A run of words, with one mark at the end of each sentence that cites or shows
        something.
        """
        run = Sentences(env["view"].footnotes, env["wordings"], env["view"].language)
        for place, token in enumerate(tokens):
            beside = tokens[place + 1].type if place + 1 < len(tokens) else ""
            if token.type in RUNS:
                RUNS[token.type](run, token, beside, env["view"])
            else:
                run.hold(token.content)
                run.linked += {"link_open": 1, "link_close": -1}.get(token.type, 0)
                run.add(
                    self.rules[token.type](tokens, place, options, env)
                    if token.type in self.rules
                    else self.renderToken(tokens, place, options, env)
                )
        run.end()
        return run.html

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """A link: from this page to another one of ours, or out, which it says to the
        browser.
        """
        target = str(tokens[idx].attrGet("href"))
        if is_web(target):
            return Markup('<a href="{}" rel="external noopener noreferrer">').format(target)
        return Markup('<a href="{}">').format(env["view"].link(target.lstrip("/")))

    def image(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """The words for a picture: a page asks no other host for anything."""
        return escape(self.renderInlineAsText(tokens[idx].children, options, env))

    def html_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """HTML, of which the reader lets none through, as the words that it is."""
        return escape(tokens[idx].content)

    def html_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """A block of HTML, likewise."""
        return escape(tokens[idx].content)

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """A table, which scrolls in a frame of its own where it is wider than its page."""
        return '<div class="prose__table" tabindex="0">\n<table>\n'

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """The end of such a table."""
        return "</table>\n</div>\n"

    def th_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """The head of a column; to which side it is set is a class, because no page has
        styles in its lines.
        """
        return f"<th{_side(tokens[idx])}>"

    def td_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """A cell of it."""
        return f"<td{_side(tokens[idx])}>"

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """A heading, moved below those of the page."""
        return f"<{_heading(tokens[idx], env['view'])}>"

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        """The end of such a heading."""
        return f"</{_heading(tokens[idx], env['view'])}>\n"


def _side(token: Token) -> str:
    """The class of a cell that is set to the end of its column, as numbers are."""
    return ' class="prose__end"' if "right" in str(token.attrGet("style") or "") else ""


def _say(run: Sentences, token: Token, beside: str, view: ProseView) -> None:
    """Words; a space before a citation goes, so that no line begins with a mark."""
    is_cited = beside == CITATION
    if any(map(str.isdecimal, token.content)):  # which may be of another time
        run.period = ""
    run.say(
        token.content.rstrip() if is_cited else token.content, is_last=beside in LINE_ENDS
    )


def _break(run: Sentences, token: Token, beside: str, view: ProseView) -> None:
    """The end of a line in the file; before a citation it goes for the same reason."""
    run.hold("" if beside == CITATION else " ")
    run.add("" if beside == CITATION else "\n")


def _cite(run: Sentences, token: Token, beside: str, view: ProseView) -> None:
    """A passage, a fact with its passages, or a source as a whole; behind the end of a
    sentence it belongs to that one.
    """
    citations: tuple[Citation | CitedFact, ...] = token.meta["citations"]
    for one in citations:
        run.cited += (
            view.passages_of(one.fact)
            if isinstance(one, CitedFact)
            else (reference_of(one),)
        )
    if run.has_ended:
        run.end()


def _show(run: Sentences, token: Token, beside: str, view: ProseView) -> None:
    """The leading value of a fact, and the passages that give it."""
    shown = view.show_value(token.meta["use"], run.period)
    run.hold(token.content)
    run.add(shown.html)
    run.cited += shown.references
    run.period = shown.period or run.period


CITATION = "citation"
LINE_ENDS = frozenset({"", "softbreak", "hardbreak"})
RUNS: Mapping[str, Callable[[Sentences, Token, str, ProseView], None]] = {
    "text": _say,
    "softbreak": _break,
    CITATION: _cite,
    "value_use": _show,
}
"""What makes up sentences; all else is markdown-it's or a rule of ours."""


def _heading(token: Token, view: ProseView) -> str:
    return f"h{min(6, int(token.tag[1]) + view.deeper)}"


RENDERER = ProseRenderer()
# HTML, not XHTML: `<br>` and `<hr>` without a slash.
OPTIONS = OptionsDict(commonmark.make()["options"] | {"xhtmlOut": False})
