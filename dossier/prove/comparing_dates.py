"""A date of a claim against the words of a quote: each end of it, with the same doubt and the same
bound, or why not.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dossier.figures.dates import Bound, Day
from dossier.figures.fiscal import MONTHS_OF, FiscalMention
from dossier.model.dates import Moment, PartialDate, Vagueness
from dossier.model.fiscal import FiscalPeriod
from dossier.prove.verdicts import Fault, Unread
from dossier.prove.words import Words

LASTING = (
    "; of what has lasted since then, say so in the label (“… since”), or give its date with"
    " a reason under `inferred`"
)
THIRDS = range(37, 40)
"""The codes of EDTF for the thirds of a year."""
SINCE_WITHIN = 12  # characters before a date in which a word such as since stands


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


def _is_same_period(told: FiscalMention, value: PartialDate, period: FiscalPeriod) -> bool:
    if told.ended:
        last = Moment.parse(str(value.latest))
        ends_with_its_month = (value.latest + timedelta(1)).day == 1
        is_told = bool(told.ended.day) or (bool(told.ended.month) and ends_with_its_month)
        return (
            is_told
            and told.months == MONTHS_OF[period.part[:1]]
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
    if told.named_by and period.part:  # where its whole year begins or ends is not at hand
        return False
    named_by = {"start": value.earliest.year, "end": value.latest.year}
    return told.year == named_by.get(told.named_by, period.year)


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
            f"the words say {told}{_stretch_of_year(days)}"
            if told
            else "there is no whole date in the words",
        )
    bounds = _bounds_of(moment, value)
    faults = [
        _bound_fault(day, bounds, moment) or _doubt_fault(moment, day, value)
        for day in same
    ]
    return None if None in faults else faults[0]


def _stretch_of_year(days: Sequence[Day]) -> str:
    """How the early, middle or late part of a year is written, where the words give one."""
    stretches = [day for day in days if day.stretch and not (day.bound or day.month)]
    for day in stretches[:1]:
        third = [code for code in sorted(day.parts) if code in THIRDS]
        if third and day.stretch:
            return f"; write {day.year}-{third[0]}, and `{day.stretch}` under `vague`"
    return ""


def _bound_fault(day: Day, bounds: frozenset[Bound], moment: Moment) -> Fault | None:
    if day.bound is None or day.bound in bounds:
        return None
    remedy = f"write {_open_span(day.bound, bounds, moment)}, or quote other words"
    if day.bound is Bound.EARLIEST and not bounds:
        remedy += LASTING
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
