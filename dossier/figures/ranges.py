"""Two figures that are one range, a change from one to the other, or a choice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dossier.figures.figure import Figure, FigureKind
from dossier.figures.number_words import Number
from dossier.figures.numbers import number_at
from dossier.figures.patterns import small, stands_before
from dossier.figures.searched import Searched


@dataclass(frozen=True)
class Joint:
    """What leads from one figure to a number behind it."""

    word: str
    # Empty where a sign joins them.
    is_between: bool
    # Whether words before the first figure say that a range follows.
    has_sign: bool
    # Whether the number has a currency of its own before it.
    number: Number


def joint_behind(here: Searched, first: Figure) -> Joint | None:
    """The joint behind a figure, where one joins a number to it."""
    text, table = here.text, here.grammar.table
    joint = here.units.joint.match(text, first.end)
    if not joint or first.unclear:
        return None
    word = small(joint["word"] or "")
    is_between = stands_before(here.units.between, text, first.start)
    if word in table.between_joints and word not in table.joints and not is_between:
        return None
    if word in table.change_joints and not stands_before(
        here.units.change, text, first.start
    ):
        return None
    # A joint without spaces would make the number a part of the word before it.
    apart = f"{text[: joint.end() - 1]} {text[joint.end() :]}"
    minus = here.units.minus.match(text, joint.end())
    place = minus.end() if minus else joint.end()
    sign = here.money.leading_amount.match(text, place)
    number = number_at(apart, sign.end() if sign else place, here.grammar)
    return Joint(word, is_between, bool(sign), number) if number else None


def are_joined(here: Searched, first: Figure, second: Figure, joint: Joint) -> bool:
    """Whether two figures are the ends of a range, of a change or of a choice."""
    is_or = joint.word in here.grammar.table.choices and not joint.is_between
    if is_or and not _is_choice(here, first, second):
        return False
    return _is_alike(first, second, joint.has_sign)


def _is_choice(here: Searched, first: Figure, second: Figure) -> bool:
    """Whether `or` joins two answers, “$53 billion or $60 billion”, and not one thing
    told twice, or of each share.
    """
    if here.units.per.match(here.text, second.end):
        return False
    same = (second.kind, second.units, second.maybe) == (
        first.kind,
        first.units,
        first.maybe,
    )
    return first.kind is FigureKind.PLAIN or same


def _is_alike(first: Figure, second: Figure, has_sign: bool) -> bool:
    alike = (second.kind, second.units, second.maybe) == (
        first.kind,
        first.units,
        first.maybe,
    )
    lent = (
        first.kind is FigureKind.PLAIN
        and not has_sign
        and second.kind is not FigureKind.ORDINAL
    )
    numbers_both = (
        first.kind in (FigureKind.MONEY, FigureKind.LABEL)
        and second.kind is FigureKind.PLAIN
    )
    return alike or lent or numbers_both


def together(here: Searched, first: Figure, second: Figure) -> tuple[Figure, ...]:
    """A range as one figure; `from 5 to 10` as two that share their unit."""
    table = here.grammar.table
    unit = second if first.kind is FigureKind.PLAIN else first
    has_scale = _has_scale(here, first)
    low = first.value if has_scale else first.value * _scale_of(here, second)
    first = first.changed(kind=unit.kind, units=unit.units, maybe=unit.maybe, value=low)
    second = second.changed(kind=unit.kind, units=unit.units, maybe=unit.maybe)
    between = small(here.text[first.end : second.start + 1])
    if stands_before(here.units.change, here.text, first.start) and any(
        word in between for word in (*table.joints, *table.change_joints)
    ):
        return first, second
    return (
        first.changed(
            high=second.value,
            end=second.end,
            unread=first.unread and second.unread,
        ),
    )


def _has_scale(here: Searched, figure: Figure) -> bool:
    """Whether a figure names its own scale: in "5 to 10 billion", the scale is that of
    both.
    """
    return _scale_of(here, figure) != 1


def _scale_of(here: Searched, figure: Figure) -> Fraction:
    digits = re.search(r"\d[\d.,]*", here.text[figure.start : figure.end])
    bare = number_at(digits[0].rstrip(".,"), 0, here.grammar) if digits else None
    return abs(figure.value) / Fraction(bare.value) if bare and bare.value else Fraction(1)


def with_lent_currencies(here: Searched, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures in order; an amount that is compared with another, and has a scale and
    no unit of its own, in the currency of that: 59 million euros, from 501 million.
    """
    before: Figure | None = None
    for figure in figures:
        before = (
            _lent(before, figure) if before and _is_lent(here, before, figure) else figure
        )
        yield before


def _lent(amount: Figure, other: Figure) -> Figure:
    lent = amount.lent or (amount.start, amount.end)
    return other.changed(
        kind=amount.kind, units=amount.units, maybe=amount.maybe, lent=lent
    )


def _is_lent(here: Searched, amount: Figure, other: Figure) -> bool:
    return (
        amount.kind is FigureKind.MONEY
        and other.kind is FigureKind.PLAIN
        and other.high is None
        and not other.unread
        and bool(here.units.compared.fullmatch(here.text, amount.end, other.start))
        and bool(here.units.compared_behind.match(here.text, other.end))
        and _has_scale(here, other)
    )
