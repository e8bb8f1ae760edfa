"""A value of a claim against the words of a quote: the same number, unit, scale, sign and
bound, or why not.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction

from dossier.figures.currencies import CENTS, PENCE, YUAN_OR_YEN
from dossier.figures.dates import Bound, Day
from dossier.figures.figure import Figure, Kind
from dossier.figures.fiscal import MONTHS_OF as PERIODS
from dossier.figures.fiscal import Told
from dossier.model.dates import Moment, PartialDate, Vagueness
from dossier.model.fiscal import FiscalPeriod
from dossier.model.quantities import Hedge, Numeric, Quantity, Range
from dossier.model.values import (
    MONEY,
    PERCENT,
    RANK,
    Duration,
    Field,
    Property,
    Sign,
    Single,
    asks,
)
from dossier.model.values.asking import AskDate, AskFigure, AskLength, AskRange, AskShare
from dossier.prove.kinds import (
    SELECTED,
    as_pence,
    as_results,
    fault_of_per,
    joined_in,
    shares_in,
)
from dossier.prove.refusing import reason_for
from dossier.prove.words import Words
from dossier.texts.passages import Span

SINCE_WITHIN = 12  # characters before a date in which a word such as since stands
STEM = 4  # letters that tell one counted noun from another and outlive its plural and its spelling: centre, centers
BREAK = re.compile(
    r"(?<![A-Za-z0-9])\d|[.,;:()]|(?<=[a-z]) of "
)  # behind it another thing begins: 91 square metres of data centres
NEAR_NOUN = 30  # characters after a number in which the noun stands that it counts: 91 overseas data centres
NAME = re.compile(r"(?:(?<=[a-z0-9,;] )[A-Z][\w'-]*|\b[a-z]+[A-Z]\w*) $")
"""A name before a number that may be a part of it: iPhone 13, Stoxx 50. What begins a
sentence has a capital anyhow.
"""
TOLD_BY_OTHERS = (CENTS, YUAN_OR_YEN, PENCE)
"""Currencies between which the other amounts of a text tell."""
NAME_REACH = 30  # characters before a number in which a name stands


EQUIVALENT = Field(MONEY)


@dataclass(frozen=True)
class Fault:
    """Why a value is not what the words say."""

    code: str
    message: str


@dataclass(frozen=True)
class Unread:
    """Why nobody can tell by rule whether the words say the value: the quote is real, and a
    person has to judge.
    """

    reason: str


def compare_quantity(value: Quantity, field: Field, words: Words) -> Fault | Unread | None:
    """None where a figure of the words is the value, with the same bound."""
    if words.unread:
        return Unread(words.unread)
    whole = [figure for figure in words.figures if words.holds(figure.start, figure.end)]
    candidates = _of_kind(value, field, whole, words)
    same = [
        figure for figure in _signed(candidates, field, words) if _equals(figure, value)
    ]
    if sure := [figure for figure in same if not _doubt_of_reading(figure, value, words)]:
        return _judged(value, field, sure, words)
    reason = _why_unread(value, field, same, words)
    return Unread(reason) if reason else Fault("Q002", _missing(value, field, words))


def _why_unread(value: Quantity, field: Field, same: Sequence[Figure], words: Words) -> str:
    """Why nobody can tell by rule that the words do not give a value: one of their figures
    is not read to its end.
    """
    whole = [figure for figure in words.figures if words.holds(figure.start, figure.end)]
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
    whole = [figure for figure in words.figures if words.holds(figure.start, figure.end)]
    same = [
        figure for figure in _ranges_in(value, field, whole, words) if _spans(figure, value)
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
    if not words.is_english and (value.per or field.sign is Sign.RESULT):
        told = (
            f"what “{sure[0].text}” is per"
            if value.per
            else f"whether “{sure[0].text}” is a loss"
        )
        return Unread(f"{told} is not read in this language")
    faults = [
        _per_fault(value, field, figure, words) or _hedge_fault(figure, value.hedge, words)
        for figure in sure
    ]
    return None if None in faults else faults[0]


def _ranges_in(
    value: Range, field: Field, figures: Sequence[Figure], words: Words
) -> tuple[Figure, ...]:
    """The figures of the kind of a range, with those that are its ends, each with a sign of
    its own.
    """
    found = _signed(_of_kind(value.high, field, figures, words), field, words)
    return (*found, *joined_in(found, words.view.flat))


def _signed(figures: list[Figure], field: Field, words: Words) -> list[Figure]:
    """Figures with the sign that the words give them: of a result, a loss is below zero."""
    return as_results(figures, words.view.flat) if field.sign is Sign.RESULT else figures


def _per_fault(value: Numeric, field: Field, figure: Figure, words: Words) -> Fault | None:
    told = fault_of_per(value, field.per, figure, words)
    return Fault("Q002", told) if told else None


def compare_share(
    share: Fraction, hedge: Hedge | None, words: Words
) -> Fault | Unread | None:
    """None where the words give the share as one of so many, with the same bound."""
    if words.unread:
        return Unread(words.unread)
    whole = [figure for figure in words.figures if words.holds(figure.start, figure.end)]
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
    faults = [_hedge_fault(figure, hedge, words) for figure in same]
    return None if None in faults else faults[0]


def _spans(figure: Figure, value: Range) -> bool:
    """Whether a figure is a range with these ends; a verb may carry the sign of both, as in
    "to fall 5% to 6%".
    """
    if figure.high is None or figure.unclear or figure.denied:
        return False
    times = 100 if figure.kind is Kind.SHARE else 1
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
        (
            figure
            for figure in figures
            if _is_bare(figure, words) and _equals(figure, value)
        ),
        None,
    )
    return f"what “{same.text}” counts is not compared in this language" if same else ""


def _missing(value: Quantity, field: Field, words: Words) -> str:
    """What to say of a figure that the quote does not hold."""
    cut = [figure for figure in words.figures if not words.holds(figure.start, figure.end)]
    for figure in _of_kind(value, field, cut, words):
        if _equals(figure, value, bare=True):
            return f"the quote cuts the figure “{figure.text}” of the text; quote all of it"
    told = [
        f"“{figure.text}”"
        for figure in words.figures
        if words.holds(figure.start, figure.end)
    ]
    told += [f"“{figure.text}” (cut by the quote)" for figure in cut]
    said = f"the words say {', '.join(told)}" if told else "there is no figure in the words"
    whole = [figure for figure in words.figures if figure not in cut]
    if field.type is MONEY:
        whole = [as_pence(figure) for figure in whole]
    reason = reason_for(value, field, _signed(whole, field, words), words)
    return (
        f"{f'{reason}; ' if reason else ''}{said}; mend the value, or quote the words that"
        " give it"
    )


def _of_kind(
    value: Quantity, field: Field, figures: Iterable[Figure], words: Words
) -> list[Figure]:
    """The figures that count the same thing as the value."""
    if field.type is MONEY:
        paid = map(as_pence, figures)
        return [
            figure
            for figure in paid
            if figure.kind is Kind.MONEY and value.unit in figure.units | figure.maybe
        ]
    if field.type is PERCENT:
        return [figure for figure in figures if figure.kind in (Kind.PERCENT, Kind.SHARE)]
    listed = list(figures)
    if is_one := SELECTED.get(field.type):
        return [figure for figure in listed if is_one(figure, value, words.view.flat)]
    if field.type is RANK:
        best = [
            figure
            for figure in listed
            if figure.kind is Kind.ORDINAL and not words.is_date(figure)
        ]
        return best or [
            figure
            for figure in listed
            if _is_bare(figure, words) and _stands_alone(figure, words)
        ]
    return _counting(value, field.unit_also, listed, words)


def _counting(
    value: Quantity, also: Sequence[str], figures: Sequence[Figure], words: Words
) -> list[Figure]:
    """The figures that count what the value does: by the noun behind them; or by none, as a
    part is less than the whole.
    """
    best = [
        figure
        for figure in figures
        if any(_counts(figure, noun, words) for noun in (value.unit, *also))
    ]
    if any(abs(figure.value) >= abs(Fraction(value.exact)) for figure in best):
        return best
    bare = (figure for figure in figures if _is_bare(figure, words))
    return best + [
        figure for figure in bare if not value.unit or _stands_alone(figure, words)
    ]


def _is_bare(figure: Figure, words: Words) -> bool:
    return figure.kind is Kind.PLAIN and not words.is_date(figure)


def _stands_alone(figure: Figure, words: Words) -> bool:
    """Whether no noun follows a number that it could count, and no name goes before it: `a
    network of 91`, `91, up`.
    """
    flat = words.view.flat
    is_named = NAME.search(flat, max(0, figure.start - NAME_REACH), figure.start)
    return bool(words.nouns.none_behind.match(flat, figure.end)) and not is_named


def _counts(figure: Figure, noun: str, words: Words) -> bool:
    """Whether the noun after a number is the one that the value counts, or another name for
    the same thing.
    """
    if not noun or figure.kind not in (Kind.PLAIN, Kind.TIME, Kind.POINTS, Kind.FACTOR):
        return False
    stem = noun.lower().split()[-1][:STEM].rstrip("s")
    if figure.kind is not Kind.PLAIN:
        return bool(
            re.search(
                rf"\b{re.escape(stem)}",
                " ".join((figure.text, *figure.units)),
                re.IGNORECASE,
            )
        )
    after = BREAK.split(words.view.flat[figure.end : figure.end + NEAR_NOUN], maxsplit=1)[0]
    names, stemmed = (
        words.nouns.of(noun),
        re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE),
    )
    if words.nouns.difference.match(after):
        return False
    if measure := words.nouns.measure.match(after):
        unit = measure[0].strip(" -")
        return bool(names.fullmatch(unit) or stemmed.match(unit.split()[-1]))
    return bool(names.search(after) or stemmed.search(after))


def _equals(figure: Figure, value: Quantity, *, bare: bool = False) -> bool:
    if not bare and (figure.high is not None or figure.unclear or figure.denied):
        return False
    said = figure.value * 100 if figure.kind is Kind.SHARE else figure.value
    # A verb may carry the sign: "fell 5%" is -5% of a change, and 5% of a fall.
    return said == Fraction(value.exact) or (
        figure.falls and -said == Fraction(value.exact)
    )


def _hedge_fault(figure: Figure, hedge: Hedge | None, words: Words) -> Fault | None:
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


def compare_date(value: PartialDate, words: Words) -> Fault | Unread | None:
    """None where the words give every end of a date, with the same doubt."""
    if words.unread:
        return Unread(words.unread)
    if value.fiscal:
        return _compare_fiscal(value, value.fiscal, words)
    days = [_since(day, words) for day in words.days if words.holds(day.start, day.end)]
    for moment in dict.fromkeys(value.bounds):
        fault = _compare_moment(moment, days, words.days, value)
        if fault:
            return fault
    return _missing_doubt(value, days)


def _since(day: Day, words: Words) -> Day:
    """A date with its bound, unless that is a word such as since, and what is asked."""
    before = words.view.flat[max(0, day.start - SINCE_WITHIN) : day.start].lower().rstrip()
    asked = any(before.endswith(word) for word in words.since)
    return replace(day, bound=None) if asked and day.bound is Bound.EARLIEST else day


def _compare_fiscal(value: PartialDate, period: FiscalPeriod, words: Words) -> Fault | None:
    """None where the words name the fiscal period, or tell its length and end, or its first
    and last month or day.
    """
    told = [one for one in words.periods if words.holds(one.start, one.end)]
    if any(_is_same_period(one, value, period) for one in told):
        return None
    if compare_date(PartialDate.parse(value.edtf), words) is None:
        return None
    said = ", ".join(f"“{one.text}”" for one in told)
    return Fault(
        "Q002",
        (
            f"the words say {said}"
            if said
            else "there is no fiscal period in the words, and not its days"
        ),
    )


def _is_same_period(told: Told, value: PartialDate, period: FiscalPeriod) -> bool:
    if told.ended:
        last = Moment.parse(str(value.latest))
        ends_with_its_month = (value.latest + timedelta(1)).day == 1
        is_told = bool(told.ended.day) or (bool(told.ended.month) and ends_with_its_month)
        return (
            is_told
            and told.months == PERIODS[period.part[:1]]
            and _is_day(told.ended, last)
        )
    if told.part != period.part:
        return False
    if (
        told.next
    ):  # named by both years: by the one in which it begins, and the one in which it ends
        return period.part == "" and (told.year, told.next) == (
            value.earliest.year,
            value.latest.year,
        )
    return told.year == period.year


def _is_day(told: Day, last: Moment) -> bool:
    """Whether a day or month as told is that day, or the month that it ends."""
    return told.fits(last if told.day else replace(last, day=""))


def _missing_doubt(value: PartialDate, days: Sequence[Day]) -> Fault | None:
    """Of a span whose doubt stands beside it, one end at least is told with it."""
    meant = _doubt_of(value.bounds[0])
    if meant is None or not _is_beside(value) or any(_doubt_in(day) for day in days):
        return None
    return Fault("Q005", f"the words give the dates without the doubt “{meant}”")


def _is_beside(value: PartialDate) -> bool:
    """Whether the doubt of a date is that of two ends together."""
    return bool(value.vague) and len(value.bounds) > 1


def _bounds_of(moment: Moment, value: PartialDate) -> frozenset[Bound]:
    """On which sides of a moment a date lets things be."""
    if value.start == value.end:
        return frozenset()
    return frozenset({Bound.EARLIEST if moment == value.start else Bound.LATEST})


def _compare_moment(
    moment: Moment, days: Sequence[Day], everywhere: Sequence[Day], value: PartialDate
) -> Fault | None:
    found = [day for day in days if day.fits(moment)]
    same = [day for day in found if not day.is_end or value.start != value.end]
    if found and not same:
        return Fault(
            "Q002",
            f"“{found[0].text}” is an end of a range; write both ends, or quote words that"
            " give the date alone",
        )
    if not same:
        cut = [day for day in everywhere if day not in days and day.fits(moment)]
        told = ", ".join(f"“{day.text}”" for day in days)
        if cut:
            return Fault(
                "Q002",
                f"the quote cuts the date “{cut[0].text}” of the text; quote all of it",
            )
        return Fault(
            "Q002",
            f"the words say {told}" if told else "there is no whole date in the words",
        )
    bounds = _bounds_of(moment, value)
    faults = [
        _bound_fault(day, bounds, moment) or _doubt_fault(moment, day, value)
        for day in same
    ]
    return None if None in faults else faults[0]


def _bound_fault(day: Day, bounds: frozenset[Bound], moment: Moment) -> Fault | None:
    if day.bound is None or day.bound in bounds:
        return None
    remedy = f"write {_open_span(day.bound, bounds, moment)}, or quote other words"
    return Fault(
        "Q004", f"the words give “{day.text}” as a bound, {day.bound.value}; {remedy}"
    )


def _open_span(bound: Bound, bounds: frozenset[Bound], moment: Moment) -> str:
    """The open span of one moment as EDTF writes it; of a time with two ends its author
    must know which is open.
    """
    if bounds:
        return "the open span"
    return f'"[..{moment}]"' if bound is Bound.LATEST else f'"[{moment}..]"'


def _doubt_fault(moment: Moment, day: Day, value: PartialDate) -> Fault | None:
    """Early, mid and late are themselves, or about; a date that is less exact than the
    words needs no doubt.
    """
    said, meant = _doubt_in(day), _doubt_of(moment)
    coarser = not moment.month and not day.is_year
    if said is meant or (said and meant is Vagueness.ABOUT) or (coarser and not meant):
        return None
    if said:
        remedy = (
            "write `~` behind the date"
            if value.takes_signs
            else f"say `{said}` of the date under `vague`"
        )
        return Fault("Q004", f"the words say “{day.text}”; {remedy}")
    if _is_beside(value):
        return None
    return Fault(
        "Q005", f"the words say “{day.text}”, without the doubt “{meant}” of the date"
    )


def _doubt_in(day: Day) -> Vagueness | None:
    return day.stretch or (Vagueness.ABOUT if day.approximate else None)


def _doubt_of(moment: Moment) -> Vagueness | None:
    return moment.stretch or (Vagueness.ABOUT if moment.approximate else None)


MONTHS_OF = {"years": 12, "quarters": 3, "months": 1, "decades": 120}
DAYS_OF = {"weeks": 7, "days": 1}


def compare_duration(value: Duration, words: Words) -> Fault | Unread | None:
    """None where the words give a length of time, unbounded."""
    if words.unread:
        return Unread(words.unread)
    same = [figure for figure in words.lengths if _lasts(figure, value)]
    if not same:
        told = ", ".join(f"“{figure.text}”" for figure in words.lengths)
        return Fault(
            "Q002",
            f"the words say {told}" if told else "there is no length of time in the words",
        )
    if all(figure.hedge for figure in same):
        advice = "a duration has no hedge; leave it out, and tell it in a note"
        return Fault("Q004", f"the words say “{same[0].text}”, and {advice}")
    return None


def _lasts(figure: Figure, value: Duration) -> bool:
    unit = next(iter(figure.units))
    if figure.high is not None or figure.denied:
        return False
    if unit in DAYS_OF:
        return (value.years, value.months) == (0, 0) and figure.value * DAYS_OF[
            unit
        ] == value.days
    return (
        value.days == 0
        and figure.value * MONTHS_OF[unit] == value.years * 12 + value.months
    )


def field_of(key: str, prop: Property) -> Field:
    """What a key of a claim asks for: a key of its record, the value, or what another
    currency makes of it.
    """
    return EQUIVALENT if key == "equivalent" else prop.keys.get(key, prop.field)


def places_of(value: Single, field: Field, words: Words) -> tuple[Span, ...]:
    """Where the words give a value, with the words that bound it: each place at which
    comparing it finds no fault.
    """
    whole = [figure for figure in words.figures if words.holds(figure.start, figure.end)]
    match asks(value, field):
        case AskFigure(quantity):
            found = _signed(_of_kind(quantity, field, whole, words), field, words)
            same = (one for one in found if _equals(one, quantity))
            return _spans_of(
                one for one in same if _hedge_fault(one, quantity.hedge, words) is None
            )
        case AskRange(ends):
            return _spans_of(
                one for one in _ranges_in(ends, field, whole, words) if _spans(one, ends)
            )
        case AskShare(share, hedge):
            same = (one for one in shares_in(whole, words.view.flat) if one.value == share)
            return _spans_of(one for one in same if _hedge_fault(one, hedge, words) is None)
        case AskDate(date) if not date.fiscal:
            days = (day for day in words.days if words.holds(day.start, day.end))
            return tuple(
                (day.start, day.end) for day in days if any(map(day.fits, date.bounds))
            )
        case AskLength(length):
            return _spans_of(one for one in words.lengths if _lasts(one, length))
    return ()


def _spans_of(figures: Iterable[Figure]) -> tuple[Span, ...]:
    return tuple((min(figure.start, figure.hedge_start), figure.end) for figure in figures)
