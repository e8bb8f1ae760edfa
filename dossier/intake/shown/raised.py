"""Raised and lowered characters as plain text has them: 10⁶, H₂O, 5½, and `[1]` for the
mark of a note.

A digit of them never touches a digit of the line: what cannot be told from an exponent
stays raised, as the page shows it.
"""

import re

from dossier.intake.shown.marks import CLOSE, END, NOTE, OPEN, SUB, SUP

SUPERSCRIPT = str.maketrans("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
SUBSCRIPT = str.maketrans("0123456789+-−=", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌")
EXPONENT = re.compile(r"[+\-−–]?(?:\d+|[ni])", re.ASCII)
TRADE_MARKS = {"tm": "™", "sm": "℠", "r": "®", "(r)": "®", "c": "©"}
FRACTIONS = {
    "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗", "4/5": "⅘", "1/6": "⅙",
    "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞",
}  # fmt: skip
UNITS = frozenset(
    ("m", "mm", "cm", "dm", "km", "ft", "in", "mi", "yd", "s", "kg", "co", "ch", "no", "so")
)
"""Words before a raised digit that make it an exponent or a charge, and not a note."""

FRACTION = re.compile(rf"{SUP}(\d{{1,3}}){END}[/⁄]{SUB}(\d{{1,3}}){END}")
RAISED = re.compile(rf"([{SUP}{SUB}{NOTE}])([^{SUP}{SUB}{NOTE}{END}]*){END}")
MARKED = re.compile(r"\[[^\[\]]{1,12}\](?:[,;]? ?\[[^\[\]]{1,12}\])*")
LIST = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})+", re.ASCII)
MEASURED = re.compile(
    r"\s?(?:%|percent|per"
    r" cent|percentage|points|hundred|thousand|million|billion|trillion|[mb]n\b)"
)
"""What follows a number and never an exponent: so the raised digit between is a note."""

SIDES = re.compile(r"[\ue000-\uf8ff]")
REACH = 24  # characters before and after that are looked at
DEPTH = 4  # of one raised thing in another


def settle_raised(run: str) -> str:
    """The run with plain characters for all that is raised or lowered in it."""
    run = FRACTION.sub(_fraction, run)
    for _ in range(DEPTH):
        if END not in run:
            break
        run = RAISED.sub(_plain, run)
    return re.sub(rf"[{SUP}{SUB}{NOTE}{END}]", "^", run) if END in run else run


def _fraction(match: re.Match[str]) -> str:
    written = f"{match[1]}/{match[2]}"
    before = match.string[: match.start()][-1:]
    return FRACTIONS.get(written) or (f" {written}" if before.isdigit() else written)


def _plain(match: re.Match[str]) -> str:
    words = " ".join(match[2].split())
    if not words:
        return OPEN + CLOSE
    if match[1] == SUB:
        return words.translate(SUBSCRIPT)
    before = SIDES.sub("", match.string[max(0, match.start() - REACH) : match.start()])
    after = SIDES.sub("", match.string[match.end() : match.end() + REACH])
    return _noted(words) if match[1] == NOTE else _raised(words, before, after)


def _noted(words: str) -> str:
    return words if not words or MARKED.fullmatch(words) else f"[{words.strip('[]() ')}]"


def _raised(words: str, before: str, after: str) -> str:
    if not any(char.isdigit() for char in words):
        return _letters(words, before)
    if MARKED.fullmatch(words):
        return words
    if EXPONENT.fullmatch(words):
        return (
            words.translate(SUPERSCRIPT)
            if _can_be_exponent(before, after)
            else f"[{words}]"
        )
    return (
        f"^{words}"
        if before[-1:].isalnum() and not LIST.fullmatch(words)
        else _noted(words)
    )


def _letters(words: str, before: str) -> str:
    """5th, 1er and ™ stand as they are; a lone letter behind a word is the mark of a note."""
    if words in ("n", "i") and re.search(r"\b[^\W\d_]$", before):
        return words.translate(SUPERSCRIPT)
    if mark := TRADE_MARKS.get(words.casefold()):
        return mark
    is_note = (
        len(words) == 1 and words.isalpha() and words.isascii() and words not in "eniox"
    )
    return f"[{words}]" if is_note else words


def _can_be_exponent(before: str, after: str) -> bool:
    """Whether a raised number may be part of a figure, a unit or a formula."""
    if before[-1:].isdigit():
        return not MEASURED.match(after)
    word = re.search(r"[^\W\d_]*$", before)
    if word and word[0]:
        return len(word[0]) == 1 or word[0].casefold() in UNITS
    return before[-1:] in (")", "]") if before.strip() else after[:1].isalpha()
