"""The forms in which the dates of one grammar are printed, and how each is read: by the blanks
that are in it.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from dossier.figures.date_words import DateWords, date_words
from dossier.figures.grammars import Grammar
from dossier.figures.number_words import number_words
from dossier.figures.patterns import LETTER, any_of, small, whole
from dossier.model.calendar import SEASONS
from dossier.model.dates import STRETCHES as CODES
from dossier.model.dates import Vagueness
from dossier.model.scripts import IDEOGRAPHS, KANA

Parts = Mapping[str, str]
Read = Callable[[Parts, DateWords], dict[str, Any]]


def _plain(found: Parts, words: DateWords) -> dict[str, Any]:
    name = found.get("month", "0")
    year, month, day = int(found["year"]), words.month_of(name), int(found.get("day", 0))
    # There is no 31 February: a slip, and nobody knows of what.
    return (
        {"unclear": "there is no such day"}
        if month and day > monthrange(year, month)[1]
        else {"month": month, "day": day}
    )


def _numeric(found: Parts, words: DateWords) -> dict[str, Any]:
    """The order of two numbers is told by one above 12, or by the country of the source's
    language.
    """
    one, other = int(found["one"]), int(found["other"])
    if one <= 12 and other <= 12 and one != other and not words.grammar.order_of_dates:
        return {"unclear": "nobody says which number is the month"}
    month_first = other > 12 or (one <= 12 and words.grammar.order_of_dates == "MD")
    month, day = (one, other) if month_first else (other, one)
    return (
        {"month": month, "day": day}
        if 0 < month <= 12 and 0 < day <= 31
        else {"unclear": "there is no such day"}
    )


def _part(found: Parts, words: DateWords) -> dict[str, Any]:
    kind, nth = small(found["kind"]), words.nth[small(found["nth"])]
    is_quarter = kind in words.quarters
    if not is_quarter and nth > 2:
        return {"unclear": "there is no such half"}
    return {"parts": frozenset({(32 if is_quarter else 39) + nth})}


def _quarter_to(found: Parts, words: DateWords) -> dict[str, Any]:
    """The quarter that ends in a month is one of the calendar where the month ends one."""
    month = words.month_of(found["month"])
    return (
        {"parts": frozenset({32 + month // 3})}
        if month % 3 == 0
        else {"unclear": "its quarter is none of the calendar"}
    )


def _stretch(found: Parts, words: DateWords) -> dict[str, Any]:
    stretch = Vagueness(words.stretches[small(found["when"])])
    return {"parts": CODES[stretch], "stretch": stretch}


def _season(found: Parts, words: DateWords) -> dict[str, Any]:
    return {"parts": frozenset({SEASONS[words.seasons[small(found["season"])]]})}


def _decade(found: Parts, words: DateWords) -> dict[str, Any]:
    return {"decade": True}


def _fiscal(found: Parts, words: DateWords) -> dict[str, Any]:
    return {"unclear": "a fiscal year is none of the calendar"}


YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9%]|[.,][0-9]|s\b|/[0-9]|-[0-9]{2}(?![0-9]))"
DAY = r"[12][0-9]|3[01]|0[1-9]|[1-9]"
ALONE = r"(?<![\w.,/-])"
AFTER = r"(?![\w/-])"
SHORT_YEAR = (
    r"[ '-]*(?P<named>[0-9]{4}|[0-9]{2}(?![0-9]))(?:[/-](?P<next>[0-9]{4}|[0-9]{2}(?![0-9])))?"
    r"(?![0-9%]|[.,][0-9])"
)
"""The year or the two years by which a fiscal year is named."""
READERS: tuple[tuple[str, Read], ...] = (
    ("{fiscal}", _fiscal), ("{ended}", _fiscal), ("{three}", _quarter_to), ("{kind}", _part), ("{when}", _stretch),
    ("{season}", _season), ("{decade}", _decade), ("{year}", _plain),
)  # fmt: skip
"""How a form is read: by the first of these that is in it."""
FIRST = (_fiscal, _quarter_to)
"""What holds before all others, of which it may contain one."""
NUMERIC: tuple[tuple[str, Read], ...] = (
    (
        rf"{ALONE}(?P<year>[0-9]{{4}})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9]){AFTER}",
        _plain,
    ),
    (
        rf"{ALONE}(?P<year>(?:19|20)[0-9]{{2}})/(?P<month>0[1-9]|1[0-2])/(?P<day>[0-3][0-9]){AFTER}",
        _plain,
    ),
    (rf"{ALONE}(?P<year>(?:19|20)[0-9]{{2}})-(?P<month>0[1-9]|1[0-2]){AFTER}", _plain),
    (
        rf"{ALONE}(?P<one>[0-9]{{1,2}})[/.-](?P<other>[0-9]{{1,2}})[/.-](?P<year>[0-9]{{4}}){AFTER}",
        _numeric,
    ),
)
TWO_YEARS: tuple[str, Read] = (
    rf"{ALONE}(?:1[89]|20)[0-9]{{2}}[/-][0-9]{{2}}{AFTER}",
    _fiscal,
)
LAST_YEAR: tuple[str, Read] = (
    r"(?<=[0-9]{4}-)(?P<year>1[0-9]{3}|20[0-9]{2})(?![\w.,/-])",
    _plain,
)


def _reader_of(form: str) -> Read:
    return next(read for blank, read in READERS if blank in form)


SPECIAL = {"[": "(?:", "]": ")?", "|": "|", " ": "[ -]"}
"""What stands in a form for more than itself: `[,]` may be left out, and a space may be a
hyphen.
"""


@dataclass(frozen=True)
class DateForms:
    """The forms of one grammar as patterns."""

    words: DateWords

    @cached_property
    def listed(self) -> tuple[tuple["re.Pattern[str]", Read], ...]:
        """How dates are printed; where two forms fit the same words, the first of them
        holds.
        """
        told = [
            (self._pattern(form), _reader_of(form))
            for form in self.words.grammar.table.dates
        ]
        first = [one for one in told if one[1] in FIRST]
        others = [one for one in told if one not in first]
        listed = [
            *first,
            *NUMERIC,
            *others,
            TWO_YEARS,
            (self._year_alone, _plain),
            LAST_YEAR,
        ]
        return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in listed)

    @cached_property
    def fiscal(self) -> tuple["re.Pattern[str]", ...]:
        """Those of them that name a fiscal period."""
        return tuple(pattern for pattern, read in self.listed if read is _fiscal)

    @cached_property
    def _year_alone(self) -> str:
        """A year by itself: no amount, and no count of things."""
        table = self.words.grammar.table
        scales = [
            *number_words(self.words.grammar).scales,
            *_all(table.powers),
            *_all(table.glued),
        ]
        counted = whole(
            [*scales, *_all(table.currencies), *_all(table.nouns), *table.measures]
        )
        counting = (
            f"(?<!{')(?<!'.join(re.escape(f'{word} ') for word in table.counting)})"
            if table.counting
            else ""
        )
        return (
            rf"(?:(?<![\w.,/$€£¥-])|(?<=[{KANA}{IDEOGRAPHS}])(?<!第))(?<!ISO"
            rf" ){counting}{YEAR}(?! ?{counted})"
        )

    def _pattern(self, form: str) -> str:
        """A form of the language's file as a pattern."""
        listed = [
            (
                self._blanks[match[1]]
                if match[1]
                else SPECIAL.get(match[0], re.escape(match[0]))
            )
            for match in re.finditer(r"\{(\w+)\}|.", form)
        ]
        return rf"(?<![{LETTER}0-9/-])(?<![0-9][.,])" + "".join(listed)

    @cached_property
    def _blanks(self) -> Mapping[str, str]:
        table, grammar = self.words.grammar.table, self.words.grammar
        endings = f"(?:{any_of(table.place_endings)})?" if table.place_endings else ""
        short = any_of(grammar.short_months)
        return {
            "year": YEAR, "day": rf"(?P<day>{DAY}){endings}(?![{LETTER}0-9])",
            "first": rf"(?P<first>{DAY}){endings}(?![{LETTER}0-9])",
            # A dot behind a whole name ends a sentence.
            "month": rf"(?P<month>(?:{short})(?![{LETTER}])\.?|(?:{any_of(grammar.months)})(?![{LETTER}]))",
            "number": r"(?P<month>1[0-2]|0?[1-9])", "nth": rf"(?P<nth>{any_of(self.words.nth)})",
            "kind": rf"(?P<kind>{any_of([*table.quarters, *table.half_years])})",
            "when": rf"(?P<when>{any_of(self.words.stretches)})", "season": rf"(?P<season>{any_of(self.words.seasons)})",
            "decade": r"(?P<year>(?:1[0-9]|20)[0-9]0)", "fiscal": rf"(?P<fiscal>{any_of(table.fiscal)})",
            "ended": rf"(?:{any_of(table.year_ended)})[\w ]{{0,20}}?", "short": SHORT_YEAR,
            "yy": r"(?P<yy>[0-9]{2})(?![0-9])", "three": rf"(?:{any_of(table.quarter_ended)})",
        }  # fmt: skip


def _all(words: Mapping[Any, tuple[str, ...]]) -> list[str]:
    return [word for listed in words.values() for word in listed]


@lru_cache(maxsize=64)
def date_forms(grammar: Grammar) -> DateForms:
    """The forms of a grammar, made once."""
    return DateForms(date_words(grammar))
