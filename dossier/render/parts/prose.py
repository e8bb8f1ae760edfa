"""Parsed Markdown to HTML: our two marks, links and headings; everything else is markdown-it's own renderer.

The tokens come from the reader, which lets no raw HTML and no unsafe address through. They are shared between pages and
never changed here; what differs from page to page travels in `env`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.presets import commonmark
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

from dossier.model.claims import Reference
from dossier.model.prose import Citation, Prose, ValueUse
from dossier.render.frame.links import is_web
from dossier.render.language.catalogues import ENGLISH
from dossier.render.views.footnotes import Footnotes, Marks


@dataclass(frozen=True)
class ProseView:
    """A prose on one page, turned into HTML at the moment it is printed, when its notes get their numbers."""

    prose: Prose
    footnotes: Footnotes
    show_value: Callable[[ValueUse], Markup]
    link: Callable[[str], str]
    deeper: int = 1
    # How many levels its headings go down, because they stand below one of the page.

    def __html__(self) -> Markup:
        html = RENDERER.render(self.prose.tokens, OPTIONS, {"view": self})
        return Markup(html)  # noqa: S704 - made by markdown-it from tokens without raw HTML, and by our rules, which escape

    def __bool__(self) -> bool:
        return bool(self.prose.tokens)


def plain_prose(prose: Prose, link: Callable[[str], str]) -> Markup:
    """The HTML of a prose that cites nothing, such as that of an ordinary page."""
    return ProseView(prose, Footnotes(ENGLISH), _no_value, link, deeper=0).__html__()


def _no_value(use: ValueUse) -> Markup:
    raise ValueError(f"{use.fact} cannot be shown on an ordinary page")


class ProseRenderer(RendererHTML):
    """Adds our rules to markdown-it's; it holds nothing, so one object serves all pages."""

    def citation(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A note for each source as a whole, or for the place in it that the author names."""
        citations: tuple[Citation, ...] = tokens[idx].meta["citations"]
        references = tuple(Reference(source=one.source, locator=one.locator) for one in citations)
        return Marks(env["view"].footnotes, references).__html__()

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """Words; a space before a mark goes, so that no line begins with one."""
        content = tokens[idx].content
        return escape(content.rstrip() if _is_citation(tokens, idx + 1) else content)

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The end of a line in the file; before a mark it goes for the same reason."""
        return "" if _is_citation(tokens, idx + 1) else "\n"

    def value_use(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The leading value of a fact, with its marks."""
        return str(env["view"].show_value(tokens[idx].meta["use"]))

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A link: from this page to another one of ours, or out, which it says to the browser."""
        target = str(tokens[idx].attrGet("href"))
        if is_web(target):
            return Markup('<a href="{}" rel="external noopener noreferrer">').format(target)
        return Markup('<a href="{}">').format(env["view"].link(target.lstrip("/")))

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The words for a picture: a page asks no other host for anything."""
        return escape(self.renderInlineAsText(tokens[idx].children, options, env))

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """HTML, of which the reader lets none through, as the words that it is."""
        return escape(tokens[idx].content)

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A block of HTML, likewise."""
        return escape(tokens[idx].content)

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A heading, moved below those of the page."""
        return f"<{_heading(tokens[idx], env['view'])}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The end of such a heading."""
        return f"</{_heading(tokens[idx], env['view'])}>\n"


def _is_citation(tokens: Sequence[Token], idx: int) -> bool:
    return idx < len(tokens) and tokens[idx].type == "citation"


def _heading(token: Token, view: ProseView) -> str:
    return f"h{min(6, int(token.tag[1]) + view.deeper)}"


RENDERER = ProseRenderer()
# HTML, not XHTML: `<br>` and `<hr>` without a slash.
OPTIONS = OptionsDict(commonmark.make()["options"] | {"xhtmlOut": False})
