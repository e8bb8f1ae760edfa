"""Markdown to tokens, with our two marks: `[@source-id, locator "exact words"]`, or
`[@#fact-id]`, and `{{ fact-id }}`.

Parsing is markdown-it-py's, with raw HTML off. Rendering is not done here: checks need to
know what a text cites, and pages need the tokens.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from markdown_it import MarkdownIt
from markdown_it.common.utils import fromCodePoint, isValidEntityCode
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from dossier.model.facts import FactId
from dossier.model.places import Position
from dossier.model.prose import Citation, CitedFact, PageLink, Prose, Sentence, ValueUse
from dossier.model.sentences import Walker
from dossier.model.slugs import is_slug
from dossier.model.web import fault_of_url
from dossier.read.characters import STAND_IN, find_forbidden, forbidden_at
from dossier.read.collect import Findings
from dossier.read.yaml import shorten

MARKS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "[": (
        # What was begun and not closed is a mark too, so that a slip is found and not
        # printed.
        ("citation", re.compile(r"\[@(?:[^\]\"]*(?:\"[^\"]*\"[^\]\"]*)*\]|[^\n]*)")),
        ("footnote", re.compile(r"\[\^[^\]\s]+\]")),
    ),
    # `{{7*7}}` and the like are nobody's fact and stay text.
    "{": (("value_use", re.compile(r"\{\{[\w\s./-]*(?:\}\}|\}|\Z)")),),
    "<": (
        ("tag", re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][^<>]*)?\s*/?>|<!--")),
    ),
}
"""Our marks, and those of others that would be printed as they stand, by their first
character.
"""

ONE_CITATION = re.compile(
    r"@(?:#(?P<fact>[^,\s;\"]+)"
    r"|(?P<source>[^,\s;\"#]+)(?:, ?(?P<locator>[^;\"]*[^;\" ]))?(?:"
    r" ?\"(?P<quote>[^\"]*[^\" ][^\"]*)\")?) ?(?:; ?|$)"
)
"""One of the citations of a mark, without line breaks and doubled spaces."""
ONE_VALUE = re.compile(r"\{\{\s*(?P<fact>[a-z0-9/-]+)(?:\.(?P<key>[a-z0-9-]+))?\s*\}\}")
OWN_PATH = re.compile(r"/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.(?:json|html))?(?:#[a-z0-9-]+)?")
ESCAPE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
AROUND = 200
"""Signs around an escape that are looked at, which may be escapes themselves."""

# Parsing time grows with the brackets that may yet become links: 2,000 of them cost about
# 0.1 s.
MAX_BRACKETS = 2_000
# Quotes and lists within each other. The parser drops, without a word, what lies deeper
# than its own 100.
MAX_LEVELS = 12


def _mark(state: StateInline, silent: bool) -> bool:
    """A rule for markdown-it: a token for each of our marks, with its place in the text of
    its block.

    While markdown-it looks for the end of a link's words it is silent, and must see
    brackets within them as brackets.
    """
    if silent and state.src[state.pos] == "[":
        return False
    for type, pattern in MARKS.get(state.src[state.pos], ()):
        if match := pattern.match(state.src, state.pos):
            if not silent:
                token = state.push(type, "", 0)
                token.content, token.meta = match[0], {"offset": state.pos}
            state.pos = match.end()
            return True
    return False


def _placed(
    rule: Callable[[StateInline, bool], bool],
) -> Callable[[StateInline, bool], bool]:
    """One of markdown-it's rules, whose token then knows its place in the text of its
    block.
    """

    def placed(state: StateInline, silent: bool) -> bool:
        offset, count = state.pos, len(state.tokens)
        done = rule(state, silent)
        made = (
            token for token in state.tokens[count:] if token.type in ("link_open", "image")
        )
        if done and not silent and (token := next(made, None)):
            token.meta["offset"] = offset
        return done

    return placed


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt(
        "js-default", {"html": False, "linkify": False, "typographer": False}
    )
    parser.inline.ruler.before("link", "mark", _mark)
    for name, rule in {"link": link, "image": image, "autolink": autolink}.items():
        parser.inline.ruler.at(name, _placed(rule))
    # Every address is checked below, with a finding that says where; here it must become a
    # link to be seen there.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


PARSER = _make_parser()
"""One parser for all texts: making it costs as much as parsing several pages, and it keeps
no state between them.
"""


def parse_prose(
    text: str, path: str, first_line: int, company: str | None, out: Findings
) -> Prose:
    """Parse Markdown that begins at `first_line` of its file.

    Facts without a company's name before them are those of `company`; where it is None,
    marks are findings.
    """
    if text.count("[") > MAX_BRACKETS:
        message = f"more than {MAX_BRACKETS} square brackets in one text. Shorten it."
        out.add(Position(path, first_line), "R002", message)
        return Prose()
    return _ProseReader(_Lines(text, path, first_line), company, out).read(text)


class _Lines:
    """The lines of a text, and where in them the text of a block stands."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path, self.first_line = path, first_line
        self.past = (
            0,
            0,
        )  # line, and the column behind the last block found there: cells of a table share a line

    def at(self, line: int, column: int = 0) -> Position:
        """A position in our file from a line and column of the text, both from 0."""
        return Position(self.path, line + self.first_line, column + 1)

    def starts(self, block: Token) -> tuple[tuple[int, int], ...]:
        """Where each line of a block's text begins: behind the signs of quotes, lists and
        headings.
        """
        first = block.map[0] if block.map else 0
        return tuple(
            (first + index, self._column(first + index, text))
            for index, text in enumerate(_lines_of(block))
        )

    def _column(self, line: int, text: str) -> int:
        whole = self.lines[line] if line < len(self.lines) else ""
        behind = self.past[1] if self.past[0] == line else 0
        start = max(
            whole.find(text, behind), behind
        )  # a cell with an escaped bar is not there to the letter
        self.past = (line, start + len(text))
        return start


def _lines_of(block: Token) -> list[str]:
    return [line.rstrip() for line in block.content.split("\n")]


class _ProseReader:
    """Reads one text: finds its marks and refuses what a page may not show."""

    def __init__(self, lines: _Lines, company: str | None, out: Findings) -> None:
        self.lines, self.company, self.out = lines, company, out
        self.citations: list[Citation] = []
        self.cited_facts: list[CitedFact] = []
        self.sentences: list[Sentence] = []
        self.blocks = 0  # with words in them, so far
        self.values: list[ValueUse] = []
        self.links: list[PageLink] = []
        self.bad_addresses: set[str] = (
            set()
        )  # those of definitions, which are reported there
        self.level = 1  # of the last heading; the page itself has the first

    def read(self, text: str) -> Prose:
        """Walk all tokens once."""
        env: dict[str, dict[str, dict[str, object]]] = {}
        tokens = PARSER.parse(text, env)
        self._refuse_escapes()
        self._definitions(env.get("references", {}))
        is_heading = False
        for token, following in zip_longest(tokens, tokens[1:]):
            if token.type == "heading_open" and following:
                self._heading(token, following)
            if token.children is not None:
                self._block(token, token.children, is_heading)
            is_heading = token.type == "heading_open"
        self._refuse_depth(tokens)
        marks = (
            tuple(self.citations),
            tuple(self.values),
            tuple(self.links),
            tuple(self.cited_facts),
        )
        return Prose(tuple(tokens), *marks, tuple(self.sentences))

    def _refuse_escapes(self) -> None:
        """No forbidden character hides behind an escape such as `&#x202e;`."""
        for number, line in enumerate(self.lines.lines):
            for escape in ESCAPE.finditer(line):
                if hidden := _hidden_by(escape):
                    message = f"{escape[0]} is {hidden}, which is not allowed. Delete it."
                    self.out.add(self.lines.at(number, escape.start()), "R004", message)

    def _definitions(self, references: dict[str, dict[str, object]]) -> None:
        """`[label]: address` lines, wherever they are used."""
        for label, reference in references.items():
            at = self.lines.at(next(iter(reference["map"])))  # type: ignore[call-overload]
            address = str(reference["href"])
            if label.startswith("^"):
                self.out.add(
                    at,
                    "P001",
                    f"[{shorten(label)}]: footnotes are not written here. Cite a source:"
                    " [@source-id].",
                )
            elif fault := _fault_of_link(address):
                self._refuse_link(at, address, fault)
            self.bad_addresses.add(address)

    def _refuse_depth(self, tokens: list[Token]) -> None:
        deep = next(
            (token for token in tokens if token.level > MAX_LEVELS and token.map), None
        )
        if deep and deep.map:
            self.out.add(
                self.lines.at(deep.map[0]),
                "P008",
                "lists or quotes stand too deep within each other. Use fewer.",
            )

    def _heading(self, token: Token, text: Token) -> None:
        level = int(token.tag[1])
        at = self.lines.at(token.map[0] if token.map else 0)
        if not text.content.strip():
            self.out.add(at, "P004", "the heading is empty. Give it words, or delete it.")
        if not 2 <= level <= self.level + 1:
            right = "#" * max(2, min(level, self.level + 1))
            self.out.add(at, "P004", f"a heading of level {level} here; expected {right}.")
        self.level = level

    def _block(self, block: Token, children: list[Token], is_heading: bool) -> None:
        starts = self.lines.starts(block)
        at = self.lines.at(*starts[0])
        in_link = False
        for token, following in zip_longest(children, children[1:]):
            if token.type == "link_close":
                in_link = False
            if "offset" in token.meta:
                at = self._place(block.content, token.meta["offset"], starts)
                self._inline(token, at, following, in_link)
            if token.type == "link_open":
                in_link = True
        told = BlockSentences(at, self.blocks, is_heading)
        told.read(children)
        self.sentences += told.sentences
        self.blocks += 1

    def _place(
        self, content: str, offset: int, starts: tuple[tuple[int, int], ...]
    ) -> Position:
        before = content[:offset]
        line, column = starts[before.count("\n")]
        return self.lines.at(line, column + offset - (before.rfind("\n") + 1))

    def _inline(
        self, token: Token, at: Position, following: Token | None, in_link: bool
    ) -> None:
        if token.type in ("citation", "value_use"):
            self._refuse_stray_mark(token, at, following, in_link)
            (self._cite if token.type == "citation" else self._use)(token, at)
        elif token.type == "link_open":
            self._link(token, at, following)
        elif token.type == "image":
            self.out.add(at, "P003", "expected words; pages carry no images.")
        elif token.type == "footnote":
            self.out.add(
                at,
                "P001",
                f"{shorten(token.content)} is no footnote here. Cite a source:"
                " [@source-id].",
            )
        else:
            advice = "Use Markdown, or put a backslash before `<`."
            self.out.add(
                at,
                "P007",
                f"{shorten(token.content)!r} would be printed as it stands. {advice}",
            )

    def _link(self, token: Token, at: Position, following: Token | None) -> None:
        address = str(token.attrGet("href"))
        fault = _fault_of_link(address)
        if fault and address not in self.bad_addresses:
            self._refuse_link(at, address, fault)
        elif not fault and address.startswith("/"):
            self.links.append(PageLink(address, at))
        if following is None or following.type == "link_close":
            self.out.add(at, "P002", "the link has no words. Write [words](address).")

    def _refuse_link(self, at: Position, address: str, fault: str) -> None:
        message = (
            f"{shorten(address)!r} is not an address to link to: {fault}. Write https://…"
            " or /page/."
        )
        self.out.add(at, "P002", message)

    def _cite(self, token: Token, at: Position) -> None:
        cited = tuple(self._citations(token.content, at))
        token.meta = {"citations": cited}
        self.citations += (one for one in cited if isinstance(one, Citation))
        self.cited_facts += (one for one in cited if isinstance(one, CitedFact))

    def _citations(self, mark: str, at: Position) -> Iterator[Citation | CitedFact]:
        inner, start = " ".join(mark[1:].removesuffix("]").split()), 0
        while start < len(inner) or inner.endswith(";"):
            match = (
                ONE_CITATION.match(inner, start)
                if mark.endswith("]") and start < len(inner)
                else None
            )
            found = self._citation(match, at) if match else None
            if match is None or found is None:
                advice = 'Write [@source-id], [@source-id "exact words"], or [@#fact-id].'
                self.out.add(at, "P001", f"{shorten(mark)!r} is no citation. {advice}")
                return
            yield found
            start = match.end()

    def _citation(self, match: re.Match[str], at: Position) -> Citation | CitedFact | None:
        """What a mark cites; None where it names neither a source nor a fact."""
        source, fact = match["source"], match["fact"]
        if source:
            quote = (match["quote"] or "").strip()
            return (
                Citation(source, (match["locator"] or "").strip(), at, quote)
                if is_slug(source)
                else None
            )
        is_fact = fact.count("/") < 2 and all(map(is_slug, fact.split("/")))
        return CitedFact(FactId.parse(fact, self.company or ""), at) if is_fact else None

    def _use(self, token: Token, at: Position) -> None:
        match = ONE_VALUE.fullmatch(token.content)
        if (
            match
            and all(map(is_slug, match["fact"].split("/")))
            and match["fact"].count("/") < 2
        ):
            use = ValueUse(
                FactId.parse(match["fact"], self.company or ""), match["key"] or "", at
            )
            token.meta = {"use": use}
            self.values.append(use)
        else:
            advice = "Write {{ fact-id }} or {{ fact-id.key }}."
            self.out.add(at, "P001", f"{shorten(token.content)!r} names no fact. {advice}")

    def _refuse_stray_mark(
        self, token: Token, at: Position, following: Token | None, in_link: bool
    ) -> None:
        mark = shorten(token.content)
        if self.company is None:
            self.out.add(
                at, "P006", f"{mark!r} can stand only in the overview of a company."
            )
        elif in_link:
            self.out.add(
                at,
                "P006",
                f"{mark!r} stands within a link, and would be a link itself. Move it behind"
                " the link.",
            )
        elif token.type == "citation" and following and following.content.startswith("("):
            self.out.add(
                at,
                "P001",
                f"{mark!r} is a citation, not a link. Put a backslash before the @ of a"
                " link's words.",
            )


class BlockSentences(Walker):
    """The sentences of one block, each with what it cites and shows."""

    def __init__(self, at: Position, block: int, is_heading: bool) -> None:
        super().__init__()
        self.at, self.block, self.is_heading = at, block, is_heading
        self.sentences: list[Sentence] = []
        self.cited: list[Citation] = []
        self.facts: list[FactId] = []
        self.shown: list[Token] = []

    def read(self, tokens: list[Token]) -> None:
        """Go through all tokens of the block."""
        for token, following in zip_longest(tokens, tokens[1:]):
            beside = following.type if following else ""
            if token.type == "text":
                is_cited = beside == "citation"
                self.say(
                    token.content.rstrip() if is_cited else token.content,
                    is_last=beside in LINE_ENDS,
                )
            elif token.type == "citation":
                self._cite(token.meta.get("citations", ()))
            elif token.type in ("softbreak", "hardbreak"):
                self.hold("" if beside == "citation" else " ")
            else:
                self.shown += [token] if "use" in token.meta else []
                self.hold(token.content)
        self.end()

    def _cite(self, citations: tuple[Citation | CitedFact, ...]) -> None:
        self.cited += (one for one in citations if isinstance(one, Citation))
        self.facts += (one.fact for one in citations if isinstance(one, CitedFact))
        if self.has_ended:
            self.end()

    def over(self) -> None:
        """Keep the sentence, if it has words; what it shows knows whether the period stands
        beside it.
        """
        uses: list[ValueUse] = [token.meta["use"] for token in self.shown]
        self.facts += (use.fact for use in uses)
        dated = {use.fact for use in uses if use.key == "period"}
        for token, use in zip(self.shown, uses, strict=True):
            token.meta["use"] = replace(use, is_dated=use.fact in dated)
        self.shown = []
        if not self.is_empty:
            facts, text = tuple(dict.fromkeys(self.facts)), " ".join(self._words.split())
            self.sentences.append(
                Sentence(
                    text, self.at, self.block, tuple(self.cited), facts, self.is_heading
                )
            )
            self.cited, self.facts = [], []


LINE_ENDS = frozenset({"", "softbreak", "hardbreak"})
"""Behind words that end a sentence, what ends a line."""


def _hidden_by(escape: re.Match[str]) -> str:
    """The forbidden character that an escape stands for, where it stands; empty where there
    is none.
    """
    character = _character_of(escape[0])
    if not find_forbidden(character):
        return ""
    before = html.unescape(escape.string[max(0, escape.start() - AROUND) : escape.start()])
    after = html.unescape(escape.string[escape.end() : escape.end() + AROUND])
    return forbidden_at(f"{before}{character}{after}", len(before))


def _character_of(escape: str) -> str:
    """What a page shows for an escape: the parser has a stand-in for what it takes for no
    character.
    """
    if escape[1] != "#":
        return html.unescape(escape)
    code = int(escape[3:-1], 16) if escape[2] in "xX" else int(escape[2:-1])
    return fromCodePoint(code) if isValidEntityCode(code) else STAND_IN


def _fault_of_link(address: str) -> str:
    """Why a page may not link to an address; empty where it may."""
    if OWN_PATH.fullmatch(address):
        return ""
    return (
        "it is no page of this site"
        if address.startswith(("/", "#", "."))
        else fault_of_url(address)
    )
