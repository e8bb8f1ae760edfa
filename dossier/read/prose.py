"""Markdown to tokens, with our two marks: `[@source-id, locator]` and `{{ fact-id }}`.

Parsing is markdown-it-py's, with raw HTML off. Rendering is not done here: checks need to know what a text cites, and
pages need the tokens.
"""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from dossier.model.facts import FactId
from dossier.model.places import Position
from dossier.model.prose import Citation, Prose, ValueUse
from dossier.read.characters import find_forbidden
from dossier.read.collect import Findings
from dossier.read.parsers import is_public_url, is_slug

CITATION = re.compile(r"\[@[^\]\n]*\]")
ONE_CITATION = re.compile(r"@(?P<source>[^,\s;]+)(?:,\s*(?P<locator>[^;]+))?")
VALUE = re.compile(r"\{\{[\w ./-]*\}\}")  # `{{7*7}}` and the like are nobody's fact and stay text
ONE_VALUE = re.compile(r"(?P<fact>[a-z0-9/-]+)(?:\.(?P<key>[a-z0-9_-]+))?")
OWN_PATH = re.compile(r"/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.(?:json|html))?(?:#[a-z0-9-]+)?")
FOREIGN_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
# Parsing time grows with the brackets that may yet become links: 2,000 of them cost about 0.1 s.
MAX_BRACKETS = 2_000


def _citation_rule(state: StateInline, silent: bool) -> bool:
    return _mark(state, silent, CITATION, "citation")


def _value_rule(state: StateInline, silent: bool) -> bool:
    return _mark(state, silent, VALUE, "value_use")


def _mark(state: StateInline, silent: bool, pattern: re.Pattern[str], type: str) -> bool:
    match = pattern.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push(type, "", 0)
        token.content, token.meta = match[0], {"offset": state.pos}
    state.pos = match.end()
    return True


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.inline.ruler.before("link", "citation", _citation_rule)
    parser.inline.ruler.before("link", "value_use", _value_rule)
    # Every address is checked below, with a finding that says where; here it must become a link to be seen there.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


PARSER = _make_parser()
"""One parser for all texts: making it costs as much as parsing several pages, and it keeps no state between them."""


def parse_prose(text: str, path: str, first_line: int, company: str | None, out: Findings) -> Prose:
    """Parse Markdown that begins at `first_line` of its file.

    Facts without a company's name before them are those of `company`; where it is None, marks are findings.
    """
    if text.count("[") > MAX_BRACKETS:
        out.add(Position(path, first_line), "R002", f"more than {MAX_BRACKETS} square brackets in one text.")
        return Prose()
    return _Reader(text, path, first_line, company, out).read()


class _Reader:
    """Reads one text: finds its marks and refuses what a page may not show."""

    def __init__(self, text: str, path: str, first_line: int, company: str | None, out: Findings) -> None:
        self.lines = text.split("\n")
        self.path, self.first_line, self.company, self.out = path, first_line, company, out
        self.tokens = PARSER.parse(text)
        self.citations: list[Citation] = []
        self.values: list[ValueUse] = []
        self.level = 1  # of the last heading; the page itself has the first

    def read(self) -> Prose:
        """Walk all tokens once."""
        line = 0
        for token in self.tokens:
            line = token.map[0] if token.map else line
            if token.type == "heading_open":
                self._heading(token, line)
            for child in token.children or ():
                self._inline(child, token.content, line)
        return Prose(tuple(self.tokens), tuple(self.citations), tuple(self.values))

    def _inline(self, token: Token, source: str, line: int) -> None:
        if token.type in ("citation", "value_use"):
            at = self._position(source, line, token.meta["offset"], token.content)
            (self._cite if token.type == "citation" else self._use)(token, at)
        elif token.type == "link_open":
            self._link(str(token.attrGet("href")), line)
        elif token.type == "image":
            self.out.add(self._at(line, "!["), "P003", "expected words; pages carry no images.")
        elif token.type in ("text", "code_inline"):
            self._text(token, line)

    def _text(self, token: Token, line: int) -> None:
        hidden = find_forbidden(token.content)
        if hidden:
            self.out.add(self._at(line, "&"), "R004", f"{hidden[1]} is not allowed.")
        if token.type == "text" and (note := FOREIGN_FOOTNOTE.search(token.content)):
            self.out.add(self._at(line, note[0]), "P001", f"{note[0]} is no footnote here. Cite a source: [@source-id].")

    def _heading(self, token: Token, line: int) -> None:
        level = int(token.tag[1])
        if not 2 <= level <= self.level + 1:
            expected = "#" * max(2, min(level, self.level + 1))
            self.out.add(self._at(line, "#"), "P004", f"a heading of level {level} here; expected {expected}.")
        self.level = level

    def _link(self, href: str, line: int) -> None:
        if not (is_public_url(href) or OWN_PATH.fullmatch(href)):
            self.out.add(
                self._at(line, "]("), "P002", f"{href[:60]!r} is not an address to link to. Write https://… or /page/."
            )

    def _cite(self, token: Token, at: Position) -> None:
        cited = tuple(self._citations(token.content, at))
        token.meta = {"citations": cited}
        self.citations += cited
        self._refuse_stray_mark(token, at)

    def _citations(self, mark: str, at: Position) -> Iterator[Citation]:
        for part in mark[1:-1].split(";"):
            match = ONE_CITATION.fullmatch(part.strip())
            if match and is_slug(match["source"]):
                yield Citation(match["source"], (match["locator"] or "").strip(), at)
            else:
                self.out.add(at, "P001", f"{mark!r} is no citation. Write [@source-id] or [@source-id, page 3; @other].")

    def _use(self, token: Token, at: Position) -> None:
        match = ONE_VALUE.fullmatch(token.content[2:-2].strip())
        self._refuse_stray_mark(token, at)
        if match and all(map(is_slug, match["fact"].split("/"))) and match["fact"].count("/") < 2:
            use = ValueUse(FactId.parse(match["fact"], self.company or ""), match["key"] or "", at)
            token.meta = {"use": use}
            self.values.append(use)
        else:
            self.out.add(at, "P001", f"{token.content!r} names no fact. Write {{{{ fact-id }}}} or {{{{ fact-id.key }}}}.")

    def _refuse_stray_mark(self, token: Token, at: Position) -> None:
        if self.company is None:
            self.out.add(at, "P006", f"{token.content!r} can stand only in the overview of a company.")

    def _position(self, source: str, line: int, offset: int, mark: str) -> Position:
        """Where an inline mark stands: its block's line, the line ends before it, and the mark found in that line."""
        return self._at(line + source.count("\n", 0, offset), mark)

    def _at(self, line: int, mark: str) -> Position:
        """The first place of `mark` in a line, or further on in its block; the start of the line where there is none."""
        for number in range(line, min(line + 200, len(self.lines))):
            column = self.lines[number].find(mark)
            if column >= 0:
                return Position(self.path, number + self.first_line, column + 1)
        return Position(self.path, line + self.first_line)
