"""Dates as people write them: `July 24, 2025`, `Q2 2025`, `5/8/2024`, `since 1985`; and
what each may mean in EDTF.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from dossier.model.calendar import MONTHS, NTH, SEASONS
from dossier.model.late import late_pattern
from dossier.model.values.meant import Candidate, plain

NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH = rf"(?P<month>{NAMES})\b\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
FISCAL_YEAR = r"(?:fy|fiscal(?: year)?|financial year)[ '’-]?(?P<fiscal>(?:19|20)\d\d|\d\d)"
FISCAL_LETTER = r"(?P<kind>[qh]) ?(?P<nth>[1-4])"
FISCAL_WORDS = r"(?:the )?(?P<nth>first|second|third|fourth) (?P<kind>quarter|half)"
WEEKDAY = r"(?:[a-z]{2,6}day|(?:mon|tue|wed|thu|fri|sat|sun)\.?),? "
TIME = r"(?:[t ,]+(?:at )?\d{1,2}(?::\d\d)+.*)?"
NOW = r"(?:present|today|now|ongoing|date)"
BETWEEN = r"(?: - | to | until | till | through | ?\.\.\.? ?| / )"
TIGHT = r"(?P<one>[^-/]+)[-/](?P<other>[^-/]+)"
TO = r"(?: ?- ?| to | until | through | and )"
ONE_DAY = r"(?P<one>\d{1,2})(?:st|nd|rd|th)?"
OTHER_DAY = r"(?P<other>\d{1,2})(?:st|nd|rd|th)?"
ABOUT = r"(?:c\.?|ca\.?|circa|about|around|approx\.?|approximately|roughly|~) ?"
NAMED_NTH = ("first", "second", "third", "fourth")
ORDINAL = "|".join(NTH)
OWN_YEAR = "that of the company’s own year is meant"
EITHER = {
    "{}/{}": "it went on from then to then",
    "[{}..{}]": "it happened once between them",
}

Match = re.Match[str]
Way = Callable[[Match], Iterator[Candidate]]


def _ymd(match: Match) -> Iterator[Candidate]:
    numbers = [int(part) for part in match.groups()[1:] if part]
    may_be_years = len(numbers) == 1 and numbers[0] > int(match["year"][2:])
    text = "-".join([match["year"], *(f"{number:02}" for number in numbers)])
    yield Candidate(text, "a month is meant" if may_be_years else "")


def _month_first(match: Match) -> Iterator[Candidate]:
    yield Candidate(f"{match['year']}-{int(match['month']):02}")


def _either_order(match: Match) -> Iterator[Candidate]:
    """Day and month in either order, unless the sign between them or one of them tells it."""
    one, sign, other = int(match["one"]), match["sign"], int(match["other"])
    day_first = Candidate(f"{match['year']}-{other:02}-{one:02}", "the day comes first")
    month_first = Candidate(f"{match['year']}-{one:02}-{other:02}", "the month comes first")
    if sign == "." or one > 12 or one == other:
        yield Candidate(day_first.text)
    elif other > 12:
        yield Candidate(month_first.text)
    else:
        yield from (day_first, month_first)


def _named_month(match: Match) -> Iterator[Candidate]:
    found = match.groupdict()
    day = f"-{int(found['day']):02}" if found.get("day") else ""
    yield Candidate(f"{found['year']}-{MONTHS[found['month'].capitalize()]:02}{day}")


def _quarter(match: Match) -> Iterator[Candidate]:
    number = NTH[match["nth"].lower()]
    yield Candidate(
        f"{match['year']}-{32 + number}",
        f"the {NAMED_NTH[number - 1]} quarter of the calendar year is meant",
    )
    yield Candidate(f"FY{match['year']}-Q{number}", OWN_YEAR)


def _fiscal(match: Match) -> Iterator[Candidate]:
    """A period of a company's own year."""
    found = match.groupdict()
    nth, kind = found.get("nth"), found.get("kind")
    part = f"-{kind[0].upper()}{NTH[nth.lower()]}" if nth and kind else ""
    year = found["fiscal"]
    yield Candidate(f"FY{year if len(year) > 2 else f'20{year}'}{part}")


def _half(match: Match) -> Iterator[Candidate]:
    number = NTH[match["nth"].lower()]
    if number <= 2:
        yield Candidate(
            f"{match['year']}-{39 + number}",
            f"the {NAMED_NTH[number - 1]} half of the calendar year is meant",
        )
        yield Candidate(f"FY{match['year']}-H{number}", OWN_YEAR)


def _season(match: Match) -> Iterator[Candidate]:
    yield Candidate(f"{match['year']}-{SEASONS[match['season'].lower()]}")


def _decade(match: Match) -> Iterator[Candidate]:
    yield Candidate(f"{match['tens']}X")


def _century(match: Match) -> Iterator[Candidate]:
    yield Candidate(f"{int(match['nth']) - 1:02}XX")


def _year(match: Match) -> Iterator[Candidate]:
    yield Candidate(match["year"])


def _since(match: Match) -> Iterator[Candidate]:
    yield from _shaped(match, "{}/..")


def _until(match: Match) -> Iterator[Candidate]:
    yield from _shaped(match, "../{}")


def _about(match: Match) -> Iterator[Candidate]:
    yield from _shaped(match, "{}~")


def _perhaps(match: Match) -> Iterator[Candidate]:
    yield from _shaped(match, "{}?")


def _shaped(match: Match, form: str) -> Iterator[Candidate]:
    yield from (
        Candidate(form.format(one.text), one.when) for one in _moments(match["date"])
    )


def _once(match: Match) -> Iterator[Candidate]:
    yield from _spans(match["one"], match["other"], {"[{}..{}]": ""})


def _one_of_two(match: Match) -> Iterator[Candidate]:
    """Two years in a row; between others there are years that nobody spoke of."""
    if int(match["other"]) == int(match["one"]) + 1:
        yield from _once(match)


def _from_to(match: Match) -> Iterator[Candidate]:
    yield from _spans(match["one"], match["other"], {"{}/{}": ""})


def _either_span(match: Match) -> Iterator[Candidate]:
    yield from _spans(match["one"], match["other"], EITHER)


def _short_span(match: Match) -> Iterator[Candidate]:
    """Years of which the second is cut short, as in 2010-15."""
    if match["short"] > match["one"][2:]:
        yield from _spans(match["one"], f"{match['one'][:2]}{match['short']}", EITHER)


def _days_of_a_month(match: Match) -> Iterator[Candidate]:
    """`1-3 May 2023`, `May 1 to 3, 2023`."""
    one, other = (
        f"{match[end]} {match['month']} {match['year']}" for end in ("one", "other")
    )
    yield from _spans(one, other, EITHER)


def _months_of_a_year(match: Match) -> Iterator[Candidate]:
    yield from _spans(
        f"{match['one']} {match['year']}", f"{match['other']} {match['year']}", EITHER
    )


def _spans(one: str, other: str, forms: dict[str, str]) -> Iterator[Candidate]:
    """Both ends, each read in the same way as the other."""
    for (form, when), start, end in product(forms.items(), _moments(one), _moments(other)):
        if start.when == end.when or not (start.when and end.when):
            said = filter(None, (start.when or end.when, when))
            yield Candidate(form.format(start.text, end.text), " and ".join(said))


def _ways(*ways: tuple[str, Way]) -> tuple[tuple[re.Pattern[str], Way], ...]:
    return tuple((late_pattern(pattern, re.IGNORECASE), meant) for pattern, meant in ways)


MOMENTS = _ways(
    (rf"{YEAR}[-/.年](\d{{1,2}})(?:[-/.月](\d{{1,2}})日?|月)?{TIME}", _ymd),
    (rf"{YEAR}(\d\d)(\d\d)", _ymd),
    (
        rf"(?P<one>\d{{1,2}})(?P<sign>[-/.])(?P<other>\d{{1,2}})(?P=sign){YEAR}{TIME}",
        _either_order,
    ),
    (rf"(?P<month>\d{{1,2}})[-/.]{YEAR}", _month_first),
    (rf"(?:{WEEKDAY})?{MONTH} {DAY},? {YEAR}{TIME}", _named_month),
    (
        rf"(?:{WEEKDAY})?(?:the )?{DAY}\.?[- ](?:of )?{MONTH},?[- ]{YEAR}{TIME}",
        _named_month,
    ),
    (rf"{MONTH}(?: of)?,?[ -]{YEAR}", _named_month),
    (rf"{YEAR},?[ -]{MONTH}(?:[ -]{DAY})?", _named_month),
    (rf"{FISCAL_YEAR}(?:[ /-]?{FISCAL_LETTER})?", _fiscal),
    (rf"{FISCAL_LETTER}(?: of)?[ /-]?{FISCAL_YEAR}", _fiscal),
    (rf"{FISCAL_WORDS}(?: of)? {FISCAL_YEAR}", _fiscal),
    (rf"q ?(?P<nth>[1-4])[ /-]?{YEAR}", _quarter),
    (rf"(?P<nth>[1-4]) ?q[ /-]?{YEAR}", _quarter),
    (rf"{YEAR}[ /-]?q ?(?P<nth>[1-4])", _quarter),
    (rf"(?:the )?(?P<nth>{ORDINAL}) quarter(?: of|,)? {YEAR}", _quarter),
    (rf"h ?(?P<nth>[12])[ /-]?{YEAR}", _half),
    (rf"{YEAR}[ /-]?h ?(?P<nth>[12])", _half),
    (rf"(?:the )?(?P<nth>{ORDINAL}) half(?: of|,)? {YEAR}", _half),
    (rf"(?:the )?(?P<season>{'|'.join(SEASONS)})(?: of|,)? {YEAR}", _season),
    (rf"{YEAR},?[ -](?P<season>{'|'.join(SEASONS)})", _season),
    (r"(?:the )?(?P<tens>\d{3})0['’]?s", _decade),
    (r"(?:the )?(?P<nth>\d{1,2})(?:st|nd|rd|th) century", _century),
    (rf"(?:in |the year |year |ad |ce )?{YEAR}(?: ?ad| ?ce|年)?", _year),
)
"""How people write a day, a month, a year or a part of one, and what that may mean."""

WAYS = (
    *MOMENTS,
    *_ways(
        (r"[/-] ?(?P<date>\d{4}.*)", _until),
        (r"(?:until|till|through|up to) (?P<date>.+)", _until),
        (r"(?:since|from) (?P<date>.+?)(?: on(?:wards)?)?", _since),
        (rf"(?P<date>.+?)(?:(?:{BETWEEN}|[-/]){NOW}| ?[-/]| on(?:wards)?)", _since),
        (rf"{ABOUT}(?P<date>.+)", _about),
        (r"(?P<date>.+?) \(?(?:approx\.?|approximately)\)?", _about),
        (r"(?:perhaps|maybe|possibly|probably) (?P<date>.+)", _perhaps),
        (r"(?P<date>.+?) ?(?:\(\?\)|\?)", _perhaps),
        (r"between (?P<one>.+) and (?P<other>.+)", _once),
        (rf"from (?P<one>.+?){BETWEEN}(?P<other>.+)", _from_to),
        (r"(?P<one>\d{4})[-/](?P<short>\d\d)", _short_span),
        (rf"(?P<one>.+?){BETWEEN}(?P<other>.+)", _either_span),
        (TIGHT, _either_span),
        (rf"(?:from )?{ONE_DAY}{TO}{OTHER_DAY} {MONTH},? {YEAR}", _days_of_a_month),
        (rf"(?:from )?{MONTH} {ONE_DAY}{TO}{OTHER_DAY},? {YEAR}", _days_of_a_month),
        (rf"(?:from )?(?P<one>{NAMES}){TO}(?P<other>{NAMES}),? {YEAR}", _months_of_a_year),
        (r"(?:in )?(?P<one>\d{4}) or (?P<other>\d{4})", _one_of_two),
    ),
)
"""The same, and what they add to it: an open end, a doubt, a beginning and an end."""


def dates_meant(text: str) -> Iterator[Candidate]:
    """Dates in EDTF that a text may mean."""
    yield from _read(plain(text), WAYS)


def _moments(text: str) -> tuple[Candidate, ...]:
    return tuple(_read(text, MOMENTS))


def _read(words: str, ways: Iterable[tuple[re.Pattern[str], Way]]) -> Iterator[Candidate]:
    for pattern, meant in ways:
        if match := pattern.fullmatch(words):
            yield from meant(match)
