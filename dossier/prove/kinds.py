"""Which figures of the words are of the kind that a value counts, for values that are not
mere amounts, shares or counts.

A rule here says no wherever the words do not say it all: what follows a number decides what
it is a number of.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from dossier.figures.figure import Figure, FigureKind
from dossier.model.quantities import Numeric
from dossier.model.units import BASIS_POINTS, POINTS, UNITS
from dossier.model.values import FACTOR, MEASURE, POINT_CHANGE, AnyType
from dossier.prove.results import negated
from dossier.prove.words import Words

TIMES = re.compile(r" (?:as|the|its|their|what|that|those|his|her)\b", re.IGNORECASE)
"""What must stand behind "three times" for it to be a factor, and not how often something
happened.
"""
DIGITS = re.compile(r"[ -]digits?\b", re.IGNORECASE)  # double-digit growth is no doubling
NO_OTHER_UNIT, NO_RATE = r"(?![\w²³-]| hours?\b)", r"(?! ?/| per\b)"
"""What would make another unit of one: megawatt-hours; kilometres per hour, unless the
value is per something.
"""
OUT_OF = re.compile(r" (?:in|out of)(?: every)? ", re.IGNORECASE)
PER = re.compile(
    r"(?P<sign> per | ?/ ?| an? | each )(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){0,3})",
    re.IGNORECASE,
)
NEAR = 40  # characters before a figure in which "earnings per share of" stands
STEM = 4  # letters that outlive a plural

LOSS = (
    r"loss(?:es)?(?!-making)|deficit|outflows?|shortfall|negative|burn(?:ed|t|s|ing)?|in(?:to)?"
    r" the red"
)
GAIN = r"profits?|in the black|income|earnings|surplus|inflows?|gains?|positive"
OTHER = (  # figures of these are no losses, whatever stands before
    r"revenues?|sales|turnover|orders|charges?|costs?|expenses?"
)
BEFORE = re.compile(rf"\b(?:(?P<loss>{LOSS})|{GAIN}|{OTHER})\b", re.IGNORECASE)
SORT = (
    r"net|operating|pretax|[a-z]+-(?:tax|year|half|quarter|line|month)|quarterly|annual|interim|cash|statutory|underlying"
    r"|trading|adjusted|reported|headline|record|attributable|consolidated"
)
"""What stands between an amount and the word for the loss that it is."""
BEHIND = re.compile(
    rf"(?: (?:in|of))?(?: (?:{SORT}))* (?:{LOSS})\b(?! of\b)", re.IGNORECASE
)
LOST = re.compile(
    r"\blos(?:t|es?|ing) (?:(?:another|some|a further|a total of|a net|a record|a"
    r" whopping|just|only) )?$",
    re.IGNORECASE,
)
"""A verb right before an amount that makes it a result, unless something of that worth was
lost.
"""
LOST_THING = re.compile(
    r" (?:of|worth|to|in (?:[a-z]+"
    r" )?(?:sales|revenues?|orders|value|deposits|assets|business))\b",
    re.IGNORECASE,
)
CHANGED_BY = re.compile(r"\b(?:loss(?:es)?|deficit)\b[^.;\d]* by $", re.IGNORECASE)
"""By how much a loss changed is not how great it is."""
SENTENCE = re.compile(r"[.;!?](?= |$)")
REACH = 80  # characters before a figure in which a word says whether it is a loss


def _is_of_points(figure: Figure, value: Numeric, flat: str) -> bool:
    if value.unit == POINTS:
        return figure.kind is FigureKind.POINTS
    return value.unit in figure.units and "‰" not in flat[figure.start : figure.end]


def _is_factor(figure: Figure, value: Numeric, flat: str) -> bool:
    if figure.kind is not FigureKind.FACTOR or BASIS_POINTS in figure.units:
        return False
    words = flat[figure.start : figure.end].lower()
    if words.endswith(("times", "twice", "thrice")):
        return bool(TIMES.match(flat, figure.end))
    return not DIGITS.match(flat, figure.end)


def _is_measured(figure: Figure, value: Numeric, flat: str) -> bool:
    """Whether the sign or the words of a unit follow a number, and no other unit begins
    with them.
    """
    if figure.kind not in (FigureKind.PLAIN, FigureKind.LABEL):
        return False
    words = "|".join(UNITS[value.unit].words)
    named = rf"|(?i:{words})" if words else ""
    alone = NO_OTHER_UNIT if value.per else f"{NO_OTHER_UNIT}{NO_RATE}"
    joint = "[ -]?" if figure.kind is FigureKind.PLAIN else ""  # page 300 MW is a page
    return bool(
        re.compile(rf"{joint}(?:{re.escape(value.unit)}{named}){alone}").match(
            flat, figure.end
        )
    )


SELECTED: Mapping[AnyType, Callable[[Figure, Numeric, str], bool]] = {
    POINT_CHANGE: _is_of_points,
    FACTOR: _is_factor,
    MEASURE: _is_measured,
}
"""Whether a figure is one of a unit, by the type of the value."""


def fault_of_per(value: Numeric, of_property: str, figure: Figure, words: Words) -> str:
    """Why the words do not say what an amount is for one of; empty where they do.

    What the property itself is for one of need not be said again; but nothing else may be
    said.
    """
    if not value.per:
        return ""
    flat, stem = words.view.flat, _stem(value.per)
    end = figure.end
    if value.unit in UNITS and (
        unit := re.compile(r"[ -]?[^\s\d]+(?: hours?)?").match(flat, end)
    ):
        end = unit.end()
    after = PER.match(flat, end)
    if after and _stem_is_in(stem, after["what"]):
        return (
            ""
            if words.holds(figure.start, after.start("what"))
            else f"the quote leaves out “{after[0].strip()}”"
        )
    if after and after["sign"].strip() == "per":
        return f"the words say “{after[0].strip()}”, and the value is per {value.per}"
    before = flat[max(0, figure.start - NEAR) : figure.start]
    named = rf"\b(?:per (?:\w+ )?{re.escape(stem)}\w*|eps)\b[^.;\d]*$"
    if value.per == of_property or (
        re.search(named, before, re.IGNORECASE) and _holds_before(before, figure, words)
    ):
        return ""
    return f"the words do not say that it is per {value.per}; quote the words that do"


def _holds_before(before: str, figure: Figure, words: Words) -> bool:
    start = re.search(r"\bper\b|\beps\b", before, re.IGNORECASE)
    return bool(start) and words.holds(
        figure.start - len(before) + (start.start() if start else 0), figure.end
    )


def _stem(noun: str) -> str:
    return noun.lower().split()[-1][:STEM].rstrip("s")


def _stem_is_in(stem: str, words: str) -> bool:
    return bool(re.search(rf"\b{re.escape(stem)}", words, re.IGNORECASE))


def as_pence(figure: Figure) -> Figure:
    """What is read as points and may be pence, 40p, as the amount that it is then."""
    if figure.kind is not FigureKind.POINTS or not figure.units | figure.maybe:
        return figure
    high = None if figure.high is None else figure.high / 100
    return replace(figure, kind=FigureKind.MONEY, value=figure.value / 100, high=high)


def as_results(figures: Iterable[Figure], flat: str) -> list[Figure]:
    """Amounts with the sign that the words for a loss or a profit give them; a verb tells
    of a change, and no sign.

    Percentages and points are changes more often than results: of them a verb tells the
    sign, as of any other.
    """
    return [
        _as_result(one, flat)
        if one.kind in (FigureKind.MONEY, FigureKind.PLAIN)
        else _as_change(one)
        for one in figures
    ]


def _as_change(figure: Figure) -> Figure:
    """Of what can be below zero, a fall is: it fell 5% is no 5%."""
    return negated(figure) if figure.falls and figure.value > 0 else figure


def _as_result(figure: Figure, flat: str) -> Figure:
    if CHANGED_BY.search(flat, max(0, figure.start - NEAR), figure.start):
        return replace(figure, falls=False, unclear=True)
    return (
        negated(figure)
        if figure.value > 0 and _is_loss(figure, flat)
        else replace(figure, falls=False)
    )


def _is_loss(figure: Figure, flat: str) -> bool:
    if BEHIND.match(flat, figure.end):
        return True
    begins = min(figure.start, figure.hedge_start)
    if LOST.search(flat, max(0, begins - REACH), begins):
        return not LOST_THING.match(flat, figure.end)
    sentence = SENTENCE.split(flat[max(0, figure.start - REACH) : figure.start])[-1]
    nearest = [*BEFORE.finditer(sentence)][-1:]
    return bool(nearest and nearest[0]["loss"])


def joined_in(figures: Iterable[Figure], flat: str) -> Iterator[Figure]:
    """Ranges of two figures that each have a sign of their own: minus 6% to minus 5%,
    between -6% and -5%.
    """
    for one, other in pairwise(figures):
        before, joint = flat[: one.start], flat[one.end : other.start]
        is_range = joint == " to " and not before.endswith("from ")
        between = joint == " and " and before.endswith("between ")
        if (
            (is_range or between)
            and one.value < 0
            and other.value < 0
            and one.high is None
            and other.high is None
        ):
            yield replace(
                one,
                high=other.value,
                end=other.end,
                text=f"{one.text}{flat[one.end : other.end]}",
            )


def shares_in(figures: Iterable[Figure], flat: str) -> Iterator[Figure]:
    """The shares of a whole: a fifth, one in five, 2 out of 3."""
    listed = tuple(figures)
    yield from (figure for figure in listed if figure.kind is FigureKind.SHARE)
    for one, other in pairwise(
        figure for figure in listed if figure.kind is FigureKind.PLAIN
    ):
        if (
            OUT_OF.fullmatch(flat[one.end : other.start])
            and other.value > one.value > 0
            and other.high is None
        ):
            text = f"{one.text}{flat[one.end : other.end]}"
            yield replace(
                one,
                kind=FigureKind.SHARE,
                value=Fraction(one.value, other.value),
                end=other.end,
                text=text,
            )
