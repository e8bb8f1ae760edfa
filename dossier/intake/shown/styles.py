"""How a page's own styles show an element: hidden, struck out, raised, or set apart from
the words around it.

Asked are the element itself, its inline style, and the simple rules of the page's `<style>`
(a tag, a class or an id). What stands in a stylesheet of its own is not known, so what it
could set apart is treated as if it did.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

GONE = frozenset((
    "annotation", "annotation-xml", "applet", "area", "audio", "base", "button", "canvas", "datalist", "embed",
    "frame", "frameset", "head", "iframe", "input", "link", "map", "meta", "meter", "noembed", "noframes",
    "noscript", "object", "option", "param", "progress", "rp", "rt", "rtc", "script", "select", "source", "style",
    "svg", "template", "textarea", "title", "track", "video"
))  # fmt: skip
"""What is never words of the page: its machinery, pictures, controls, and what stands in
for what did not load.
"""

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "p",
    "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul", "xmp"
))  # fmt: skip
FORMATTING = frozenset((
    "acronym", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark", "math", "mi",
    "mn", "mo", "mrow", "ms", "mstyle", "msup", "msub", "msubsup", "mtext", "nobr", "q", "rb", "ruby", "samp",
    "semantics", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr"
))  # fmt: skip
"""What a browser shows without a gap to its neighbours, as long as no stylesheet can take
hold of it.
"""

HANDLES = ("class", "style", "id", "size")
HIDING = frozenset((
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "assistive-text",
    "a11y-hidden", "element-invisible", "mjx_assistive_mathml", "katex-html"
))  # fmt: skip
"""Classes of words for the ear alone, which stand there beside the same words for the eye;
and of formulas drawn by script, which stand beside their source.
"""

NEVER_HIDDEN = frozenset(("html", "body", "main", "article"))
"""Pages hide these until a script has run, and show them all the same."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*|[.#][\w-]+)", re.IGNORECASE)
BRACE = re.compile(r"[{}]")
OFF_SCREEN = re.compile(r"^-\d{4,}(?:px)?$|^-\d{3,}(?:em|rem|vw|%)$")
CLIPPED = re.compile(r"^rect\((?:[01](?:px)?[, ]*){4}\)$|^inset\((?:50|100)%\)$")
MAX_STYLE = 500_000

Rules = Mapping[str, Mapping[str, str]]
"""Declarations by `tag`, `.class` or `#id`."""


class Flow(Enum):
    """How an element takes part in the page."""

    GONE = "not shown"
    STRUCK = "struck out"
    INLINE = "in the line"
    BLOCK = "a block of its own"


@dataclass(frozen=True)
class ElementStyle:
    """How one element is shown."""

    flow: Flow
    raised: str = ""
    # "super" or "sub".
    is_apart: bool = False
    # In the line, but a stylesheet may have put a gap around it.
    parts: bool = False
    # It sets apart whatever is in it, as a row of boxes does.


@dataclass(frozen=True)
class Styles:
    """The simple rules of a page."""

    rules: Rules = field(default_factory=dict)

    def look(self, element: Any, around: ElementStyle | None) -> ElementStyle:
        """How an element is shown, by itself and by what it is in, which may hide it too."""
        tag, said = element.tag, self._declared(element)
        if tag in GONE or (tag not in NEVER_HIDDEN and _is_hidden(element, said)):
            return ElementStyle(Flow.GONE)
        if tag in ("del", "s", "strike") or "line-through" in _value(
            said, "text-decoration", "text-decoration-line"
        ):
            return ElementStyle(Flow.STRUCK)
        display = said.get("display", "")
        parts = display.endswith(("flex", "grid"))
        if _is_block(tag, display):
            return ElementStyle(Flow.BLOCK, parts=parts)
        apart = (
            tag not in FORMATTING
            or display.startswith("inline-")
            or any(element.get(name) for name in HANDLES)
        )
        return ElementStyle(
            Flow.INLINE,
            _raised(tag, said),
            apart or (around is not None and around.parts),
            parts,
        )

    def _declared(self, element: Any) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in (
            element.tag,
            *(f".{one}" for one in (element.get("class") or "").split()),
            f"#{element.get('id')}",
        ):
            found |= self.rules.get(name, {})
        style = element.get("style")
        return found | declarations(style) if style else found


def read_styles(tree: Any) -> Styles:
    """The simple rules of a page's own `<style>` elements; of two for one thing, the later
    one counts.
    """
    rules: dict[str, dict[str, str]] = {}
    for element in tree.iter("style"):
        for selectors, body in _blocks(COMMENT.sub("", (element.text or "")[:MAX_STYLE])):
            said = declarations(body)
            for selector in map(str.strip, selectors.split(",")):
                if said and SELECTOR.fullmatch(selector):
                    rules.setdefault(selector, {}).update(said)
    return Styles(rules)


def _blocks(render: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the outermost rules; those for print or small windows
    stand deeper.
    """
    depth = start = body = 0
    for brace in BRACE.finditer(render):
        depth = max(0, depth + (1 if brace[0] == "{" else -1))
        if brace[0] == "{" and depth == 1:
            selectors, body = (
                render[start : brace.start()].rpartition(";")[2].strip(),
                brace.end(),
            )
        elif brace[0] == "}" and depth == 0:
            if body and not selectors.startswith("@"):
                yield selectors, render[body : brace.start()]
            start, body = brace.end(), 0


def declarations(style: str) -> dict[str, str]:
    """The properties of a `style` attribute or a rule, in lower case."""
    pairs = (
        part.partition(":")
        for part in COMMENT.sub("", style).lower().replace("!important", "").split(";")
    )
    return {name.strip(): value.strip() for name, _, value in pairs if value.strip()}


def _value(said: Mapping[str, str], *names: str) -> str:
    return " ".join(said.get(name, "") for name in names)


def _is_hidden(element: Any, said: Mapping[str, str]) -> bool:
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse"):
        return True
    if element.get("hidden") is not None and "display" not in said:
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if not HIDING.isdisjoint((element.get("class") or "").lower().split()):
        return True
    return _is_out_of_sight(said)


def _is_out_of_sight(said: Mapping[str, str]) -> bool:
    """Whether an element is laid out where nobody sees it, as words for screen readers are."""
    away = any(
        OFF_SCREEN.match(said.get(name, ""))
        for name in ("left", "top", "right", "text-indent")
    )
    clipped = any(CLIPPED.match(said.get(name, "")) for name in ("clip", "clip-path"))
    return (away or clipped) and (
        "text-indent" in said or said.get("position") in ("absolute", "fixed")
    )


def _is_block(tag: str, display: str) -> bool:
    if display in ("inline", "contents") or display.startswith("inline-"):
        return tag in ("td", "th", "tr")
    return (
        tag in BLOCKS
        or display in ("block", "flex", "grid", "list-item", "flow-root")
        or display.startswith("table")
    )


def _raised(tag: str, said: Mapping[str, str]) -> str:
    align = said.get("vertical-align", "")
    if align in ("super", "text-top", "sub"):
        return "sub" if align == "sub" else "super"
    return {"sup": "super", "sub": "sub"}.get(tag, "") if align != "baseline" else ""
