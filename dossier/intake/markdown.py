"""Markdown to plain text: the words alone, as quotes are looked for in them. Front matter
of any tool gives details.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.collect import Findings
from dossier.intake.bounds import language_tag, one_line
from dossier.intake.drafts import Detail, Draft, Value
from dossier.intake.people import authors_of, together
from dossier.intake.plain import draft_text
from dossier.intake.shown.lines import text_of_marked
from dossier.intake.shown.marks import (
    BLOCK_END,
    CELL_END,
    CLOSE,
    LINE,
    LINE_END,
    OPEN,
    STRUCK,
)
from dossier.intake.shown.runs import as_typed, one_space, settle
from dossier.intake.stamps import day_of
from dossier.model.errors import DossierError
from dossier.model.sources import SourceType
from dossier.read.files import LIMITS
from dossier.read.prose import MAX_BRACKETS
from dossier.yaml.frontmatter import split_front_matter
from dossier.yaml.nodes import MappingNode, Node, Scalar, Sequence, parse_yaml

NAMES = {
    "title": ("title",),
    "author": ("author", "authors", "by", "byline"),
    "publisher": ("publisher",),
    "container-title": ("container-title", "site", "website", "publication"),
    "URL": ("URL", "url", "source", "link", "canonical", "canonical_url"),
    "issued": ("issued", "date", "published", "date_published"),
    "accessed": ("accessed", "retrieved"),
    "language": ("language", "lang"),
    "credit": ("credit",),
    "license": ("license", "licence"),
}
"""The keys that our own files and those of other tools use, by the key they become."""

DAYS = ("issued", "accessed")


def draft_markdown(text: str, name: str) -> Draft:
    """What a Markdown file says of itself, and its words. Raises DossierError where its
    front matter cannot be read.
    """
    given, body = _front_matter(text, name)
    if len(text.encode()) > LIMITS[".md"] or body.count("[") > MAX_BRACKETS:
        raise DossierError(
            f"{name} has more than {LIMITS['.md'] // 1000} kB or {MAX_BRACKETS} square"
            " brackets; save it as .txt."
        )
    tokens = MarkdownIt("js-default").parse(body)
    words = f"{text_of_marked(''.join(_blocks(tokens)))}\n"
    guessed = draft_text(words)
    return Draft(
        (*given, *_heading(tokens), *guessed.details),
        words if words.strip() else "",
        guessed.remarks,
    )


def _front_matter(text: str, name: str) -> tuple[tuple[Detail, ...], str]:
    if not re.match(r"---[ \t]*\n", text):
        return (), text
    out = Findings()
    parts = split_front_matter(name, text, out)
    node = parse_yaml(name, parts.yaml, out, parts.yaml_line) if parts else None
    for finding in out.in_order():
        raise DossierError(
            f"{name}:{finding.position.line}: the front matter cannot be read:"
            f" {finding.message}"
        )
    return tuple(_given(node)), parts.body if parts else ""


def _given(node: Node | None) -> Iterator[Detail]:
    pairs = node.pairs if isinstance(node, MappingNode) else {}
    for key, names in NAMES.items():
        for name in (name for name in names if name in pairs):
            if value := _value(key, _words(pairs[name].node)):
                yield Detail(key, value, f"front matter, `{name}`", guess=key == "author")
    kind = " ".join(_words(pairs["type"].node)) if "type" in pairs else ""
    if kind in list(SourceType):
        yield Detail("type", kind, "front matter, `type`")


def _words(node: Node) -> list[str]:
    """The single values of a node: itself, its items, or the parts of a name in reading
    order.
    """
    if isinstance(node, Scalar):
        return [one_line(node.text)]
    if isinstance(node, Sequence):
        return [" ".join(_words(item)) for item in node.items]
    keys = [key for key in ("given", "family", "literal", "name") if key in node.pairs]
    return [" ".join(word for key in keys for word in _words(node.pairs[key].node))]


def _value(key: str, words: list[str]) -> Value | None:
    if key == "author":
        return together(map(authors_of, filter(None, words))).authors
    word = " ".join(words)
    if key in DAYS:
        return day_of(word) or word
    return language_tag(word) if key == "language" else word


def _heading(tokens: list[Token]) -> Iterator[Detail]:
    for mark, inline in pairwise(tokens):
        if mark.type == "heading_open" and mark.tag == "h1":
            yield Detail("title", one_line(_inline(inline)), "first heading", guess=True)


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """The paragraphs of a text, one for each block and row; marked as those of a page are."""
    in_row = False
    for token in tokens:
        if token.type == "inline":
            yield f"{_marked(token)}{CELL_END if in_row else BLOCK_END}"
        elif token.type in ("fence", "code_block"):
            yield f"{settle(as_typed(token.content)).replace(LINE, LINE_END)}{BLOCK_END}"
        elif token.type in ("tr_open", "tr_close"):
            in_row = token.nesting > 0
            yield "" if in_row else BLOCK_END


def _marked(token: Token) -> str:
    """The words of a paragraph, heading or cell, without marks, addresses, pictures, and
    what is struck out.
    """
    words, struck = [], 0
    for child in token.children or ():
        struck += child.nesting if child.type in ("s_open", "s_close") else 0
        if child.type == "s_open":
            words.append(STRUCK)
        elif not struck and child.type in ("text", "code_inline"):
            words.append(one_space(child.content))
        elif not struck:
            words.append(
                {"softbreak": " ", "hardbreak": LINE, "image": OPEN + CLOSE}.get(
                    child.type, ""
                )
            )
    return settle("".join(words)).replace(LINE, LINE_END)


def _inline(token: Token) -> str:
    return _marked(token).replace(LINE_END, " ")
