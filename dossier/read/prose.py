"""Markdown to prose, with our two marks: `[@source-id, locator "exact words"]`, or
`[@#fact-id]`, and `{{ fact-id }}`.

Parsing is markdown-it-py's, with raw HTML off; of its tokens none is kept. Rendering is not
done here: checks need to know what a text cites, and pages need its pieces.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from markdown_it.token import Token

from dossier.collect import Findings
from dossier.model.facts import FactId
from dossier.model.places import Position
from dossier.model.prose import (
    Citation,
    Cited,
    CitedFact,
    Inline,
    PageLink,
    Prose,
    Run,
    ValueUse,
)
from dossier.model.prose_sentences import dated
from dossier.model.slugs import is_slug
from dossier.model.web import fault_of_url
from dossier.read.prose_escapes import ESCAPE, hidden_by
from dossier.read.prose_lines import ProseLines
from dossier.read.prose_parser import PARSER
from dossier.read.prose_pieces import blocks_of, piece_of
from dossier.yaml.nodes import shorten

ONE_CITATION = re.compile(
    r"@(?:#(?P<fact>[^,\s;\"]+)"
    r"|(?P<source>[^,\s;\"#]+)(?:, ?(?P<locator>[^;\"]*[^;\" ]))?(?:"
    r" ?\"(?P<quote>[^\"]*[^\" ][^\"]*)\")?) ?(?:; ?|$)"
)
"""One of the citations of a mark, without line breaks and doubled spaces."""
ONE_VALUE = re.compile(r"\{\{\s*(?P<fact>[a-z0-9/-]+)(?:\.(?P<key>[a-z0-9-]+))?\s*\}\}")
OWN_PATH = re.compile(r"/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.(?:json|html))?(?:#[a-z0-9-]+)?")

# Parsing time grows with the brackets that may yet become links: 2,000 of them cost about
# 0.1 s.
MAX_BRACKETS = 2_000
# Quotes and lists within each other. The parser drops, without a word, what lies deeper
# than its own 100.
MAX_LEVELS = 12


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
    return _ProseReader(ProseLines(text, path, first_line), company, out).read(text)


class _ProseReader:
    """Reads one text: finds its marks and refuses what a page may not show."""

    def __init__(self, lines: ProseLines, company: str | None, out: Findings) -> None:
        self.lines, self.company, self.out = lines, company, out
        self.citations: list[Citation] = []
        self.cited_facts: list[CitedFact] = []
        self.runs: list[Run] = []
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
        return Prose(
            tuple(blocks_of(tokens, self.runs)),
            self.lines.path,
            tuple(self.citations),
            tuple(self.values),
            tuple(self.links),
            tuple(self.cited_facts),
        )

    def _refuse_escapes(self) -> None:
        """No forbidden character hides behind an escape such as `&#x202e;`."""
        for number, line in enumerate(self.lines.lines):
            for escape in ESCAPE.finditer(line):
                if hidden := hidden_by(escape):
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
        pieces: list[Inline] = []
        for token, following in zip_longest(children, children[1:]):
            if token.type == "link_close":
                in_link = False
            found: Inline | None = None
            if "offset" in token.meta:
                at = self._place(block.content, token.meta["offset"], starts)
                found = self._inline(token, at, following, in_link)
            pieces.append(found or piece_of(token))
            if token.type == "link_open":
                in_link = True
        self.runs.append(dated(Run(tuple(pieces), at.line, at.column, is_heading)))

    def _place(
        self, content: str, offset: int, starts: tuple[tuple[int, int], ...]
    ) -> Position:
        before = content[:offset]
        line, column = starts[before.count("\n")]
        return self.lines.at(line, column + offset - (before.rfind("\n") + 1))

    def _inline(
        self, token: Token, at: Position, following: Token | None, in_link: bool
    ) -> Inline | None:
        """What a mark says; None where it is none of ours, or cannot be read."""
        if token.type in ("citation", "value_use"):
            self._refuse_stray_mark(token, at, following, in_link)
            return (self._cite if token.type == "citation" else self._use)(token, at)
        if token.type == "link_open":
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
        return None

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

    def _cite(self, token: Token, at: Position) -> Cited:
        cited = tuple(self._citations(token.content, at))
        self.citations += (one for one in cited if isinstance(one, Citation))
        self.cited_facts += (one for one in cited if isinstance(one, CitedFact))
        return Cited(cited)

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

    def _use(self, token: Token, at: Position) -> ValueUse | None:
        mark = token.content
        match = ONE_VALUE.fullmatch(mark)
        if (
            match
            and all(map(is_slug, match["fact"].split("/")))
            and match["fact"].count("/") < 2
        ):
            fact = FactId.parse(match["fact"], self.company or "")
            self.values.append(ValueUse(fact, match["key"] or "", at, mark))
            return self.values[-1]
        advice = "Write {{ fact-id }} or {{ fact-id.key }}."
        self.out.add(at, "P001", f"{shorten(mark)!r} names no fact. {advice}")
        return None

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


def _fault_of_link(address: str) -> str:
    """Why a page may not link to an address; empty where it may."""
    if OWN_PATH.fullmatch(address):
        return ""
    return (
        "it is no page of this site"
        if address.startswith(("/", "#", "."))
        else fault_of_url(address)
    )
