"""The parser of Markdown: markdown-it-py with our marks as tokens, each of which knows its place."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link

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
