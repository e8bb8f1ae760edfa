"""A figure of a claim against the words of a quote: the same number, unit, scale, sign and bound,
or why not.
"""

from collections.abc import Sequence
from fractions import Fraction

from dossier.figures.currencies import CENTS, PENCE, YUAN_OR_YEN
from dossier.figures.figure import Figure, FigureKind
from dossier.model.quantities import Hedge, Numeric, Quantity, Range
from dossier.model.values import MONEY, PERCENT, RANK, Field, Sign
from dossier.prove.counted import equals, figures_of_kind, is_bare
from dossier.prove.kinds import as_pence, as_results, fault_of_per, joined_in, shares_in
from dossier.prove.refusing import reason_for
from dossier.prove.results import is_told, with_signs
from dossier.prove.verdicts import Fault, Unread
from dossier.prove.words import Words

TOLD_BY_OTHERS = (CENTS, YUAN_OR_YEN, PENCE)
"""Currencies between which the other amounts of a text tell."""


def compare_quantity(value: Quantity, field: Field, words: Words) -> Fault | Unread | None:
    """None where a figure of the words is the value, with the same bound."""
    if words.unread:
        return Unread(words.unread)
    whole = [figure for figure in words.figures if words.gives(figure)]
    candidates = figures_of_kind(value, field, whole, words)
    same = [
        figure
        for figure in signed_as_told(candidates, field, words)
        if equals(figure, value)
    ]
    if sure := [figure for figure in same if not _doubt_of_reading(figure, value, words)]:
        return _judged(value, field, sure, words)
    reason = _why_unread(value, field, same, words)
    return Unread(reason) if reason else Fault("Q002", _missing(value, field, words))


def _why_unread(value: Quantity, field: Field, same: Sequence[Figure], words: Words) -> str:
    """Why nobody can tell by rule that the words do not give a value: one of their figures
    is not read to its end.
    """
    whole = [figure for figure in words.figures if words.gives(figure)]
    doubts = (
        _doubt_of_reading(figure, value, words)
        for figure in (*same, *(one for one in whole if one.unread))
    )
    return next(filter(None, doubts), "") or _unknown_noun(value, field, whole, words)


def _doubt_of_reading(figure: Figure, value: Quantity, words: Words) -> str:
    """Why nobody can tell by rule what a figure says; empty where it is read."""
    if figure.unread:
        return f"what stands beside “{figure.text}” is not known: “{figure.unread}”"
    is_told = figure.maybe in TOLD_BY_OTHERS and words.pays_in(value.unit, figure.maybe)
    if value.unit in figure.maybe - figure.units and not is_told:
        return (
            f"“{figure.text}” may be in {' or '.join(sorted(figure.maybe | figure.units))},"
            " and nothing beside it tells"
        )
    if denial := words.denial_beside(figure):
        return f"“{denial}” may deny “{figure.text}”"
    return ""


def compare_range(value: Range, field: Field, words: Words) -> Fault | Unread | None:
    """None where the words give both ends as the ends of one range, with the same bound of
    it all.
    """
    if words.unread:
        return Unread(words.unread)
    whole = [figure for figure in words.figures if words.gives(figure)]
    same = [
        figure for figure in ranges_in(value, field, whole, words) if spans(figure, value)
    ]
    if sure := [
        figure for figure in same if not _doubt_of_reading(figure, value.high, words)
    ]:
        return _judged(value, field, sure, words)
    if reason := _why_unread(value.high, field, same, words):
        return Unread(reason)
    return Fault(
        "Q002",
        "the words do not give both ends as one range;"
        f" {_missing(value.high, field, words)}",
    )


def _judged(
    value: Numeric, field: Field, sure: Sequence[Figure], words: Words
) -> Fault | Unread | None:
    """What to say of figures that are the value: what it is for one of, and its bound, must
    be there too.
    """
    if value.per and not words.is_english:
        return Unread(f"what “{sure[0].text}” is per is not read in this language")
    if field.sign is Sign.RESULT and words.grammar and not words.is_english:
        flat, grammar = words.view.flat, words.grammar
        told = [figure for figure in sure if is_told(figure, flat, grammar)]
        if not told:
            return Unread(f"nothing tells whether “{sure[0].text}” is a loss")
        sure = told
    faults = [
        _per_fault(value, field, figure, words) or hedge_fault(figure, value.hedge, words)
        for figure in sure
    ]
    return None if None in faults else faults[0]


def ranges_in(
    value: Range, field: Field, figures: Sequence[Figure], words: Words
) -> tuple[Figure, ...]:
    """The figures of the kind of a range, with those that are its ends, each with a sign of
    its own.
    """
    found = signed_as_told(figures_of_kind(value.high, field, figures, words), field, words)
    return (*found, *joined_in(found, words.view.flat))


def signed_as_told(figures: list[Figure], field: Field, words: Words) -> list[Figure]:
    """Figures with the sign that the words give them: of a result, a loss is below zero."""
    if field.sign is not Sign.RESULT or words.grammar is None:
        return figures
    flat = words.view.flat
    return (
        as_results(figures, flat)
        if words.is_english
        else with_signs(figures, flat, words.grammar)
    )


def _per_fault(value: Numeric, field: Field, figure: Figure, words: Words) -> Fault | None:
    told = fault_of_per(value, field.per, figure, words)
    return Fault("Q002", told) if told else None


def compare_share(
    share: Fraction, hedge: Hedge | None, words: Words
) -> Fault | Unread | None:
    """None where the words give the share as one of so many, with the same bound."""
    if words.unread:
        return Unread(words.unread)
    whole = [figure for figure in words.figures if words.gives(figure)]
    told = [*shares_in(whole, words.view.flat)]
    same = [
        figure
        for figure in told
        if figure.value == share and not figure.denied and figure.high is None
    ]
    if not same:
        said = ", ".join(f"“{figure.text}”" for figure in told)
        return Fault(
            "Q002", f"the words say {said}" if said else "there is no share in the words"
        )
    faults = [hedge_fault(figure, hedge, words) for figure in same]
    return None if None in faults else faults[0]


def spans(figure: Figure, value: Range) -> bool:
    """Whether a figure is a range with these ends; a verb may carry the sign of both, as in
    "to fall 5% to 6%".
    """
    if figure.high is None or figure.unclear or figure.denied:
        return False
    times = 100 if figure.kind is FigureKind.SHARE else 1
    said, meant = (
        {figure.value * times, figure.high * times},
        {Fraction(end.exact) for end in value.ends},
    )
    return said == meant or (figure.falls and {-end for end in said} == meant)


def _unknown_noun(
    value: Quantity, field: Field, figures: Sequence[Figure], words: Words
) -> str:
    """Why nobody can tell whether a number counts the thing of the value, in a language
    whose word for it is not known.
    """
    if (
        not value.unit
        or field.type in (MONEY, PERCENT, RANK)
        or words.nouns.knows(value.unit)
    ):
        return ""
    same = next(
        (figure for figure in figures if is_bare(figure, words) and equals(figure, value)),
        None,
    )
    return f"what “{same.text}” counts is not compared in this language" if same else ""


def _missing(value: Quantity, field: Field, words: Words) -> str:
    """What to say of a figure that the quote does not hold."""
    cut = [figure for figure in words.figures if not words.gives(figure)]
    for figure in figures_of_kind(value, field, cut, words):
        if equals(figure, value, bare=True) and figure.lent:
            lender = words.view.flat[slice(*figure.lent)]
            return f"the currency of “{figure.text}” stands at “{lender}”; quote both"
        if equals(figure, value, bare=True):
            return f"the quote cuts the figure “{figure.text}” of the text; quote all of it"
    told = [f"“{figure.text}”" for figure in words.figures if words.gives(figure)]
    told += [f"“{figure.text}” (cut by the quote)" for figure in cut]
    said = f"the words say {', '.join(told)}" if told else "there is no figure in the words"
    whole = [figure for figure in words.figures if figure not in cut]
    if field.type is MONEY:
        whole = [as_pence(figure) for figure in whole]
    reason = reason_for(value, field, signed_as_told(whole, field, words), words)
    return (
        f"{f'{reason}; ' if reason else ''}{said}; mend the value, or quote the words that"
        " give it"
    )


def hedge_fault(figure: Figure, hedge: Hedge | None, words: Words) -> Fault | None:
    """What to say where a figure has another bound in the words, or one that the quote cuts."""
    if figure.hedge is hedge:
        begins = min(figure.hedge_start, figure.start)
        if hedge is None or words.holds(begins, figure.end):
            return None
        return Fault(
            "Q005",
            f"the quote leaves out the hedge of “{figure.text}”; begin the quote before it",
        )
    if figure.hedge is None:
        return Fault("Q005", f"the words say “{figure.text}”, without “{hedge}”")
    if hedge is None:
        return Fault(
            "Q004",
            f"the words say “{figure.text}”; write “{figure.hedge}” before the value",
        )
    return Fault(
        "Q004",
        f"the words say “{figure.text}”, which is “{figure.hedge}” and not “{hedge}”",
    )
