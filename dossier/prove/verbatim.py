"""Values that are words themselves, against the words of a quote: somebody's own, and those
that stand for a number.
"""

import re
from fractions import Fraction

from dossier.figures.figure import Figure, FigureKind
from dossier.figures.patterns import meaning_by_word, small
from dossier.model.languages import Table
from dossier.model.several import SEVERAL, Several
from dossier.model.values import Field
from dossier.prove.counted import BREAK, NEAR_NOUN
from dossier.prove.verdicts import Fault, Unread
from dossier.prove.words import Words
from dossier.texts.boundaries import is_whole
from dossier.texts.normal import normalise_quote

STEM = 4  # letters that outlive a plural
SCALES = r"hundreds?|thousands?|millions?|billions?|trillions?|dozens?"
DENIED = re.compile(r"\b(?:not|no|without|never)(?: [a-z]+)? $", re.IGNORECASE)


def compare_words(said: str, words: Words) -> Fault | None:
    """None where all of the words stand in the quote, in one piece; whole words, and not a
    part of some.
    """
    flat, wanted = words.view.flat, normalise_quote(said)
    for start, end in words.spans:
        at = flat.find(wanted, start, end)
        while at >= 0:
            if is_whole(flat, at, at + len(wanted)):
                return None
            at = flat.find(wanted, at + 1, end)
    return Fault(
        "Q002",
        "the quote does not hold all of these words in one piece; quote them, or tell them"
        " in a text",
    )


def compare_several(value: Several, field: Field, words: Words) -> Fault | Unread | None:
    """None where the quote has these words for the number of just these things."""
    if not words.is_english:
        return _compare_in_language(value, words)
    nouns = field.nouns or ((value.unit,) if value.unit else ())
    stems = "|".join(
        re.escape(noun.lower().split()[-1][:STEM].rstrip("s")) for noun in nouns
    )
    noun = (
        rf"(?: of)?(?: (?!(?:{SCALES})\b)[\w'-]+){{0,3}}? (?:{stems})"
        if stems
        else rf"(?! (?:of )?(?:{SCALES})\b)"
    )
    pattern = re.compile(
        rf"(?<!of )\b{value.words}(?! (?:of )?(?:{SCALES})\b){noun}", re.IGNORECASE
    )
    flat = words.view.flat
    for start, end in words.spans:
        for found in pattern.finditer(flat, start, end):
            if not DENIED.search(flat, max(0, found.start() - 20), found.start()):
                return None
    return Fault("Q002", _told(words))


def _compare_in_language(value: Several, words: Words) -> Fault | Unread | None:
    """The same in another language, by its words for a number and for what is counted."""
    listed = meaning_by_word(words.grammar.table.several) if words.grammar else {}
    if not listed or (value.unit and not words.nouns.knows(value.unit)):
        return Unread(
            "words for a number, or for what it counts, are not read in this language"
        )
    every = re.compile(
        "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True)),
        re.IGNORECASE,
    )
    for start, end in words.spans:
        for found in every.finditer(words.view.flat, start, end):
            if listed[small(found[0])] == value.words and _counts(
                found, end, value.unit, words
            ):
                denied = words.denial_beside(
                    Figure(FigureKind.PLAIN, Fraction(0), *found.span())
                )
                return Unread(f"“{denied}” may deny “{found[0]}”") if denied else None
    return Fault(
        "Q002",
        "the quote does not give this number in words; write the number, or the words, that"
        " it gives",
    )


def _counts(found: "re.Match[str]", end: int, unit: str, words: Words) -> bool:
    """Whether words for a number are no end of a longer one, such as 三十几 or 数十万, and count
    things of a unit.
    """
    flat, table = words.view.flat, words.grammar.table if words.grammar else Table()
    digits = {
        sign for listed in (table.digits, table.powers) for sign in meaning_by_word(listed)
    }
    beside = {flat[found.start() - 1 : found.start()], flat[found.end() : found.end() + 1]}
    if digits & beside or not (digits or is_whole(flat, *found.span())):
        return False
    behind = BREAK.split(flat[found.end() : min(end, found.end() + NEAR_NOUN)], maxsplit=1)[
        0
    ]
    return not unit or bool(words.nouns.of(unit).search(behind))


def _told(words: Words) -> str:
    quote = " ".join(words.view.flat[start:end] for start, end in words.spans).lower()
    there = [f"“{one}”" for one in SEVERAL if re.search(rf"\b{one}\b", quote)]
    said = (
        f"the words say {', '.join(there)}" if there else "no such words are in the quote"
    )
    return (
        f"{said}; write the number, or the words, that it gives of what the property counts"
    )
