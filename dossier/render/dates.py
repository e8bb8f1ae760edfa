"""Dates in words. What a source left open stays open: nothing here makes a date more exact than its EDTF text.

A date that our own reasoning found is marked as inferred, which says more than the question mark it also carries.
"""

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from markupsafe import Markup

from dossier.model.dates import Moment, PartialDate, Shape
from dossier.render import words


@lru_cache(maxsize=8192)
def date_markup(when: PartialDate, locale: str, inferred: bool = False) -> Markup:
    """The words for a date, with `<time>` around whatever HTML can hold as a time."""
    phrase = _phrase(when, locale, inferred)
    return phrase + words.fill(words.ASIDE, words.INFERRED) if inferred else phrase


def _phrase(when: PartialDate, locale: str, inferred: bool) -> Markup:
    start = _moment(when.start, locale, inferred) if when.start else None
    end = _moment(when.end, locale, inferred) if when.end else None
    if when.shape is Shape.MOMENT:
        return start or Markup()
    once = when.shape is Shape.ONE_OF
    if start is None:
        return words.fill(words.NOT_AFTER if once else words.UNTIL, end=end)
    if end is None:
        return words.fill(words.NOT_BEFORE if once else words.SINCE, start=start)
    return words.fill(words.BETWEEN if once else words.SPAN, start=start, end=end)


def _moment(moment: Moment, locale: str, inferred: bool) -> Markup:
    said = _loose(moment) or _timed(moment, locale)
    if moment.uncertain and not inferred:
        return said + words.fill(words.ASIDE, words.UNCERTAIN)
    return said


def _loose(moment: Moment) -> Markup | None:
    """Early, mid and late: an approximate part of a year as people say it."""
    phrase = words.LOOSE_PARTS.get(moment.part or 0)
    return words.fill(phrase, year=_year(moment)) if phrase and moment.approximate else None


def _timed(moment: Moment, locale: str) -> Markup:
    said = Markup.escape(_plain(moment, locale))
    machine = machine_date(moment)
    if machine:
        said = Markup('<time datetime="{}">{}</time>').format(machine, said)
    return words.fill(words.ABOUT, date=said) if moment.approximate else said


def machine_date(moment: Moment) -> str:
    """The moment as HTML writes times; empty where HTML has no way to write it."""
    if moment.part or "X" in moment.year + moment.month + moment.day:
        return ""
    return "-".join(filter(None, (moment.year, moment.month, moment.day)))


def _plain(moment: Moment, locale: str) -> str:
    if moment.part:
        return words.PARTS[moment.part].format(year=_year(moment))
    if not moment.month:
        return _years(moment)
    if moment.month == "XX":
        phrase = words.SOME_DAY if moment.day else words.SOME_MONTH
        return phrase.format(date=_years(moment))
    if moment.day.isdigit():
        return format_date(moment.earliest, "long", locale)
    month = format_skeleton("yMMMM", moment.earliest, locale=locale)
    return words.SOME_DAY.format(date=month) if moment.day else month


def _years(moment: Moment) -> str:
    if moment.year.endswith("XX"):
        return words.CENTURY.format(first=moment.earliest.year, last=moment.latest.year)
    if moment.year.endswith("X"):
        return words.DECADE.format(year=moment.earliest.year)
    return _year(moment)


def _year(moment: Moment) -> str:
    return str(moment.earliest.year)


def day_words(day: date, locale: str) -> str:
    """A day of the calendar in words, such as one that the program has counted to."""
    return format_date(day, "long", locale=locale)
