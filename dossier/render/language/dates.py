"""Dates in words. What a source left open stays open: nothing here makes a date more exact
than its EDTF text.

A date that our own reasoning found and that could be otherwise is marked by one sign; what
follows with certainty from what a source says, such as the year of “earlier this year”, has
none.
"""

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from markupsafe import Markup

from dossier.model.dates import Moment, PartialDate, Shape
from dossier.model.fiscal import FiscalPeriod
from dossier.render.language import words
from dossier.render.language.catalogues import Language
from dossier.render.language.tags import tag

SIGN = Markup('<span class="inferred" role="img" aria-label="{}">≈</span>')


@lru_cache(maxsize=8192)
def date_markup(
    when: PartialDate, language: Language, inferred: bool = False, is_aside: bool = False
) -> Markup:
    """The words for a date, with `<time>` around whatever HTML can hold as a time;
    `is_aside` in brackets.
    """
    said = (
        _fiscal(when.fiscal, when, language)
        if is_aside and when.fiscal
        else _said(when, language, inferred)
    )
    return (
        said + SIGN.format(language.say(words.dates.INFERRED))
        if inferred and _could_differ(when)
        else said
    )


def _could_differ(when: PartialDate) -> bool:
    return any(
        moment.uncertain or moment.approximate
        for moment in (when.start, when.end)
        if moment
    )


def _said(when: PartialDate, language: Language, inferred: bool) -> Markup:
    start = _moment(when.start, language, inferred) if when.start else None
    end = _moment(when.end, language, inferred) if when.end else None
    if when.fiscal:
        said = language.fill(words.dates.FISCAL[when.fiscal.part], year=when.fiscal.year)
        return language.fill(words.claims.ASIDE, text=said, aside=_between(when, language))
    if when.shape is Shape.MOMENT:
        return start or Markup()
    once = when.shape is Shape.ONE_OF
    if start is None:
        return language.fill(words.dates.NOT_AFTER if once else words.dates.UNTIL, end=end)
    if end is None:
        return language.fill(
            words.dates.NOT_BEFORE if once else words.dates.SINCE, start=start
        )
    return language.fill(
        words.dates.BETWEEN if once else words.dates.SPAN, start=start, end=end
    )


def _fiscal(fiscal: FiscalPeriod, when: PartialDate, language: Language) -> Markup:
    """A period of a company's own year in brackets, which hold no others."""
    said = language.fill(words.dates.FISCAL[fiscal.part], year=fiscal.year)
    return language.fill(words.sources.COMMA).join((said, _between(when, language)))


def _between(when: PartialDate, language: Language) -> str:
    """The months or days of a period; one year is said once where it stands at the end."""
    first, last = (_plain(moment, language) for moment in (when.start, when.end) if moment)
    year = format_skeleton("y", when.latest, locale=language.locale)
    if when.earliest.year == when.latest.year and last.endswith(year):
        first = first.removesuffix(year).rstrip()
    return language.say(words.dates.SPAN, start=first, end=last)


def _moment(moment: Moment, language: Language, inferred: bool) -> Markup:
    said = _stretch(moment, language) or _timed(moment, language)
    if moment.uncertain and not inferred:
        return language.fill(
            words.claims.ASIDE, text=said, aside=language.say(words.dates.UNCERTAIN)
        )
    return said


def _stretch(moment: Moment, language: Language) -> Markup | None:
    """Early, mid or late in a year."""
    return (
        language.fill(words.dates.STRETCHES[moment.stretch], year=_year(moment))
        if moment.stretch
        else None
    )


def _timed(moment: Moment, language: Language) -> Markup:
    said = Markup.escape(_plain(moment, language))
    machine = machine_date(moment)
    if machine:
        said = tag('<time datetime="{}">{}</time>', machine, said)
    return language.fill(words.dates.ABOUT, date=said) if moment.approximate else said


def machine_date(moment: Moment) -> str:
    """The moment as HTML writes times; empty where HTML has no way to write it."""
    if moment.part or "X" in moment.year + moment.month + moment.day:
        return ""
    return "-".join(filter(None, (moment.year, moment.month, moment.day)))


def _plain(moment: Moment, language: Language) -> str:
    if moment.part:
        return language.say(words.dates.PARTS[moment.part], year=_year(moment))
    if not moment.month:
        return year_words(moment, language)
    if moment.month == "XX":
        return language.say(
            words.dates.SOME_DAY if moment.day else words.dates.SOME_MONTH,
            date=year_words(moment, language),
        )
    if moment.day.isdigit():
        return day_words(moment.earliest, language)
    month = format_skeleton("yMMMM", moment.earliest, locale=language.locale)
    return language.say(words.dates.SOME_DAY, date=month) if moment.day else month


def year_words(moment: Moment, language: Language) -> str:
    """The year of a moment, or the decade or century that stands in its place."""
    if moment.year.endswith("XX"):
        return language.say(
            words.dates.CENTURY, first=moment.earliest.year, last=moment.latest.year
        )
    if moment.year.endswith("X"):
        return language.say(words.dates.DECADE, year=moment.earliest.year)
    return format_skeleton("y", moment.earliest, locale=language.locale)


def _year(moment: Moment) -> str:
    return str(moment.earliest.year)


@lru_cache(maxsize=8192)
def day_words(day: date, language: Language) -> str:
    """A day of the calendar in words, such as one that the program has counted to."""
    return format_date(day, "long", locale=language.locale)


def day_markup(day: date, language: Language) -> Markup:
    """A day of the calendar in words, for machines too."""
    return tag('<time datetime="{}">{}</time>', day.isoformat(), day_words(day, language))
