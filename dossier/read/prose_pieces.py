"""The parser's tokens as pieces of a prose: light, and free of the parser.

Where one line of HTML ends and the next begins is told as markdown-it tells it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markdown_it.common.utils import MD_TRIM_RE, mdTrim, unescapeAll
from markdown_it.token import Token

from dossier.model.prose import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Inline,
    LinkStart,
    Run,
    Tag,
    tag_of,
)

BREAKS: Mapping[str, Break] = {"softbreak": Break.SOFT, "hardbreak": Break.HARD}
CODE = ("fence", "code_block")
ABREAST = ("heading_open", "table_open")
"""What begins no line of its own behind a paragraph that is none."""


def piece_of(token: Token) -> Inline:
    """A piece within a line. A picture is its words, as is a mark that cannot be read: both
    have been refused.
    """
    if token.type in BREAKS:
        return BREAKS[token.type]
    if token.type == "code_inline":
        return CodeSpan(token.content)
    if token.type == "link_open":
        return LinkStart(str(token.attrGet("href")))
    return _tag(token) if token.nesting else token.content


def blocks_of(tokens: Sequence[Token], runs: Iterable[Run]) -> Iterator[Block]:
    """The blocks of a text, in which the runs of words stand in the place of their tokens."""
    words = iter(runs)
    for place, token in enumerate(tokens):
        if token.type == "inline":
            yield next(words)
        elif token.type in CODE:
            yield CodeBlock(token.content, _language(token))
        elif not token.hidden:
            if _begins_a_line(tokens, place):
                yield Break.SOFT
            yield _tag(token)
            if _ends_a_line(token, tokens[place + 1 : place + 2]):
                yield Break.SOFT


def _tag(token: Token) -> Tag:
    return tag_of(
        token.tag,
        token.nesting < 0,
        int(token.attrs.get("start", 1)),
        "right" in str(token.attrGet("style") or ""),
    )


def _begins_a_line(tokens: Sequence[Token], place: int) -> bool:
    """Whether a block follows words of a list without a paragraph of their own."""
    token = tokens[place]
    return (
        token.nesting != -1
        and place > 0
        and tokens[place - 1].hidden
        and token.type not in ABREAST
    )


def _ends_a_line(token: Token, following: Sequence[Token]) -> bool:
    """Whether a line ends behind an element: not before words, nor before its own end."""
    return not (
        token.nesting == 1
        and any(
            one.type == "inline"
            or one.hidden
            or (one.nesting == -1 and one.tag == token.tag)
            for one in following
        )
    )


def _language(token: Token) -> str:
    """What the first word behind the fence names; indented lines name none."""
    return MD_TRIM_RE.split(mdTrim(unescapeAll(token.info)), maxsplit=1)[0]
