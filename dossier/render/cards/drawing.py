"""Draws cards as PNG, in the paper, ink and accent of the theme.

The fonts are the theme's own, and behind them those that the site names, for scripts that
the theme's do not have; the plainest layout is used wherever it will do, so that the same
words give the same picture anywhere. A text that no font has all of is left out: no reader
gains by seeing a box.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont, features

from dossier.model.errors import DossierError
from dossier.render.cards.cards import HEIGHT, WIDTH, Card

LEFT, RIGHT = 72, WIDTH - 72
FOLDER = "cards"
GAP = 6  # between the parts of the body
COLOURS = ("ink", "ink-soft", "rule", "accent")
SHADES = 32  # from the paper to a colour: more cannot be told apart at the edge of a letter
SHAPED = re.compile(
    "[\u0590-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]"
)
"""Letters that join, stack or run from right to left, which plain layout sets wrongly."""
NO_CHARACTER = "\uffff"  # Unicode promises that no font has it

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class TextStyle:
    """A way to set text: the font, its sizes from the best to the least, and how many lines
    there may be.
    """

    font: str
    colour: str
    sizes: tuple[int, ...]
    lines: int = 1


MASTHEAD = TextStyle("sans", "ink-soft", (28, 24, 20))
TITLE = TextStyle("serif", "ink", (88, 80, 72, 64, 56, 48, 44, 40), lines=2)
QUESTION = TextStyle("sans", "ink-soft", (32, 28, 24))
FIGURE = TextStyle("serif", "accent", (64, 56, 48, 42, 36), lines=2)
REMARKS = TextStyle("sans", "ink-soft", (28, 25, 22), lines=2)
FOOT = TextStyle("sans", "ink-soft", (27, 25, 22, 19))


@dataclass(frozen=True)
class Setting:
    """A text with the size and the lines that it was given."""

    font: ImageFont.FreeTypeFont
    lines: tuple[str, ...]
    leading: int

    @property
    def height(self) -> int:
        """How much room it takes."""
        return self.leading * len(self.lines)


class Painter:
    """Draws the cards of one theme."""

    def __init__(self, theme: Path, more: Sequence[Path] = ()) -> None:
        """`more` are the fonts that a site names, the first that will do before others."""
        self.theme, self.more = theme, tuple(map(str, more))
        self.font: Callable[[str, int, bool], ImageFont.FreeTypeFont] = cache(self._open)
        self.knows: Callable[[str, str], bool] = cache(self._knows)
        self.blank: Callable[[str], bytes] = cache(
            lambda name: _ink(self.font(name, 20, False), NO_CHARACTER)
        )

    def can_draw(self, card: Card) -> bool:
        """Whether there is a name for its head; without one there is no picture."""
        return self._title(card) != ""

    def draw(self, card: Card) -> bytes:
        """The picture of a card."""
        picture = Image.new("P", (WIDTH, HEIGHT), 0)
        picture.putpalette(self.palette)
        render = _Canvas(picture)
        top = self._head(render, self._drawable(card.masthead))
        self._text(render, top, self._set(self._title(card), TITLE), TITLE)
        render.rule(HEIGHT - 100, "rule")
        self._text(render, HEIGHT - 78, self._set(self._drawable(card.foot), FOOT), FOOT)
        self._body(render, card)
        data = BytesIO()
        picture.save(data, "PNG", compress_level=6)
        return data.getvalue()

    def _head(self, render: "_Canvas", masthead: str) -> int:
        self._text(render, 48, self._set(masthead, MASTHEAD), MASTHEAD)
        render.rule(100, "ink")
        return 124

    def _body(self, render: "_Canvas", card: Card) -> None:
        """The figure with its question and its day, upwards from the rule: all of them, or
        none.
        """
        texts = ((card.question, QUESTION), (card.figure, FIGURE), (card.remarks, REMARKS))
        if all(self._drawable(text) == _normal(text) for text, _ in texts):
            settings = [
                (self._set(_normal(text), style), style) for text, style in texts if text
            ]
            top = HEIGHT - 112 - sum(setting.height + GAP for setting, _ in settings)
            for setting, style in settings:
                self._text(render, top, setting, style)
                top += setting.height + GAP

    def _text(
        self, render: "_Canvas", top: int, setting: Setting, style: TextStyle
    ) -> None:
        for number, line in enumerate(setting.lines):
            render.text(top + number * setting.leading, line, setting.font, style.colour)

    def _title(self, card: Card) -> str:
        return next((text for title in card.titles if (text := self._drawable(title))), "")

    def _drawable(self, text: str) -> str:
        """The text, if a font of each kind has all of it; else nothing."""
        whole = _normal(text)
        return (
            whole if all(self._font_for(whole, name) for name in ("serif", "sans")) else ""
        )

    def _font_for(self, text: str, name: str) -> str:
        """The first font that has all of a text: the theme's, or one that the site names;
        empty where none has.
        """
        if not features.check("raqm") and SHAPED.search(text):
            return ""
        return next(
            (
                one
                for one in (name, *self.more)
                if all(self.knows(one, sign) for sign in set(text))
            ),
            "",
        )

    def _knows(self, name: str, character: str) -> bool:
        return character == " " or _ink(
            self.font(name, 20, False), character
        ) != self.blank(name)

    def _set(self, text: str, style: TextStyle) -> Setting:
        """The text in the largest size at which it fits; in the smallest it is cut."""
        name, is_shaped = (
            self._font_for(text, style.font) or style.font,
            bool(SHAPED.search(text)),
        )
        for size in style.sizes:
            font = self.font(name, size, is_shaped)
            lines = _wrap(text, font)
            if len(lines) <= style.lines and all(
                font.getlength(line) <= RIGHT - LEFT for line in lines
            ):
                break
        return Setting(font, _cut(lines, style.lines, font), round(size * 1.25))

    def _open(self, name: str, size: int, is_shaped: bool) -> ImageFont.FreeTypeFont:
        """A font of the theme by its name, or of the site by its path; letters that join or
        run back are shaped.
        """
        path = Path(name) if name in self.more else self.theme / FOLDER / f"{name}.ttf"
        layout = ImageFont.Layout.RAQM if is_shaped else ImageFont.Layout.BASIC
        try:
            return ImageFont.truetype(str(path), size, layout_engine=layout)
        except OSError as error:
            remedy = (
                "name another under DOSSIER_CARD_FONTS"
                if name in self.more
                else "cards need it"
            )
            raise DossierError(
                f"{path} cannot be used; {remedy}, or DOSSIER_CARDS = False."
            ) from error

    @cached_property
    def palette(self) -> bytes:
        """The paper, then each colour in its shades."""
        css = (self.theme / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
        paper = _token(css, "paper")
        shades = (
            _mix(paper, _token(css, name), step / SHADES)
            for name in COLOURS
            for step in range(1, SHADES + 1)
        )
        return bytes(part for colour in (paper, *shades) for part in colour)


class _Canvas:
    """The picture while it is drawn, in numbers of the palette."""

    def __init__(self, picture: Image.Image) -> None:
        self.picture = picture

    def rule(self, top: int, colour: str) -> None:
        """A hairline from margin to margin."""
        ImageDraw.Draw(self.picture).rectangle(
            (LEFT, top, RIGHT, top + 1), fill=_shade(colour, 255)
        )

    def text(self, top: int, line: str, font: ImageFont.FreeTypeFont, colour: str) -> None:
        """One line of text at the left margin."""
        mask = Image.new(
            "L",
            (RIGHT - LEFT + 40, font.size * 2 if isinstance(font.size, int) else 200),
            0,
        )
        ImageDraw.Draw(mask).text((10, 0), line, fill=255, font=font)
        shades = mask.point([_shade(colour, value) for value in range(256)])
        self.picture.paste(
            shades,
            (LEFT - 10, top),
            mask.point([255 if value >= 4 else 0 for value in range(256)]),
        )


def _shade(colour: str, strength: int) -> int:
    """The number in the palette of a colour as strong as a mask has it, from 0 to 255."""
    step = round(strength * SHADES / 255)
    return COLOURS.index(colour) * SHADES + step if step else 0


def _mix(paper: Colour, ink: Colour, share: float) -> Colour:
    red, green, blue = (
        round(one + (other - one) * share) for one, other in zip(paper, ink, strict=True)
    )
    return red, green, blue


def _token(css: str, name: str) -> Colour:
    """A colour of the theme, as it is on light paper."""
    found = re.search(rf"--{name}:\s*(?:var\(--light,\s*)?(#[0-9a-fA-F]+)", css)
    if not found:
        raise DossierError(
            f"tokens.css has no colour --{name}, as #rrggbb; cards need it, or"
            " DOSSIER_CARDS = False."
        )
    red, green, blue = ImageColor.getrgb(found[1])[:3]
    return red, green, blue


def _ink(font: ImageFont.FreeTypeFont, character: str) -> bytes:
    return b"" if character.isspace() else bytes(font.getmask(character))


def _normal(text: str) -> str:
    """Letters and their accents as one sign where there is one, as fonts have them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _wrap(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The words of a text in as few lines as they need."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and font.getlength(longer) <= RIGHT - LEFT:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(lines: list[str], most: int, font: ImageFont.FreeTypeFont) -> tuple[str, ...]:
    """The first lines, each no wider than the card; where something is left out, dots say
    so.
    """
    kept = [*lines[:most]]
    if len(lines) > most:
        kept[-1] += "…"
    return tuple(_shorten(line, font) for line in kept)


def _shorten(line: str, font: ImageFont.FreeTypeFont) -> str:
    while font.getlength(line) > RIGHT - LEFT:
        line = line.rstrip("…")[:-1].rstrip() + "…"
    return line
