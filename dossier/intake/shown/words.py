"""The words of an element in one line, with a mark for whatever its tags do to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dossier.intake.shown.marks import (
    CLOSE,
    END,
    LINE,
    LINK,
    LINK_END,
    NOTE,
    OPEN,
    STRUCK,
    SUB,
    SUP,
)
from dossier.intake.shown.notes import is_note, is_noted
from dossier.intake.shown.runs import as_typed, one_space
from dossier.intake.shown.styles import ElementStyle, Flow, Styles

TYPED = frozenset(("pre", "listing", "plaintext", "xmp"))
"""Elements in which each space and line end is shown."""


@dataclass(frozen=True)
class ShownElements:
    """How the elements of a page are shown; each is asked once, and after the one that it
    is in.
    """

    styles: Styles
    looks: dict[Any, ElementStyle] = field(default_factory=dict)

    def look(self, element: Any) -> ElementStyle:
        """How an element is shown."""
        if element not in self.looks:
            parent = element.getparent()
            self.looks[element] = self.styles.look(
                element, None if parent is None else self.looks.get(parent)
            )
        return self.looks[element]


@dataclass(frozen=True)
class WordRun:
    """A run of words that grows."""

    shown: ShownElements
    parts: list[str] = field(default_factory=list)

    def take(self) -> str:
        """The run so far; a new one begins."""
        run = "".join(self.parts)
        self.parts.clear()
        return run

    def say(self, text: str | None, typed: bool = False) -> None:
        """More words."""
        if text:
            self.parts.append(as_typed(text) if typed else one_space(text))

    def all_of(self, element: Any, typed: bool = False) -> None:
        """What stands in an element, blocks too."""
        typed = typed or element.tag in TYPED
        self.say(element.text, typed)
        for child in elements(element):
            self.one(child, typed)
            self.say(child.tail, typed)

    def one(self, element: Any, typed: bool = False) -> None:
        """An element in the line, without what follows it."""
        look = self.shown.look(element)
        if look.flow is Flow.STRUCK:
            self.parts.append(STRUCK)
        elif element.tag in ("br", "hr"):
            self.parts.append(LINE)
        elif look.flow is Flow.GONE:
            self.parts.append(
                OPEN + CLOSE
            )  # a picture, a button or hidden words keep apart what is around them
        else:
            before, after = self._marks(element, look)
            self.parts.append(before)
            self._inner(element, typed)
            self.parts.append(after)

    def _inner(self, element: Any, typed: bool) -> None:
        between = FORMULAS.get(element.tag)
        if between is None:
            self.all_of(element, typed)
            return
        for index, child in enumerate(elements(element)):
            before, after = between[min(index, len(between) - 1)]
            self.parts.append(before)
            self.one(child, typed)
            self.parts.append(after)

    def _marks(self, element: Any, look: ElementStyle) -> tuple[str, str]:
        """What stands before and after an element in the line."""
        if look.flow is Flow.BLOCK:
            return LINE, LINE
        if look.raised == "super":
            return (NOTE if is_noted(element) else SUP), END
        if look.raised or is_note(element, self._last()):
            return (SUB if look.raised else NOTE), END
        if element.tag == "q":
            return "“", "”"
        before, after = (OPEN, CLOSE) if look.is_apart else ("", "")
        return (
            (f"{before}{LINK}", f"{LINK_END}{after}")
            if element.tag == "a"
            else (before, after)
        )

    def _last(self) -> str:
        return next(
            (
                part[-1]
                for part in reversed(self.parts[-8:])
                if part and part[-1] not in (OPEN, CLOSE, LINK)
            ),
            " ",
        )


def elements(parent: Any) -> Iterator[Any]:
    """The elements in one; comments and the like are none."""
    return (child for child in parent if isinstance(child.tag, str))


Sides = tuple[str, str]
FORMULAS: dict[str, tuple[Sides, ...]] = {
    "msup": (("", ""), (SUP, END)),
    "msub": (("", ""), (SUB, END)),
    "msubsup": (("", ""), (SUB, END), (SUP, END)),
    "mfrac": ((SUP, f"{END}/"), (SUB, END)),
    "msqrt": (("√(", ")"),),
    "mtr": (("", " "),),
}
"""MathML: what stands around each child of an element."""
