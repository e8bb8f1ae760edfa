"""Percentages, points, factors and ratios as people write them, and what each may mean in our
notation.
"""

import re
from collections.abc import Iterator

from dossier.model.late import late_pattern
from dossier.model.units import BASIS_POINTS, POINTS
from dossier.model.values.loose import HEDGES, Loose
from dossier.model.values.meant import Candidate, in_digits, plain

POINT_WORDS = {
    **dict.fromkeys(
        (
            "point",
            "points",
            "percentage point",
            "percentage points",
            "pp",
            "ppt",
            "ppts",
            "pts",
            "% points",
        ),
        POINTS,
    ),
    **dict.fromkeys(("bp", "bps", "basis point", "basis points"), BASIS_POINTS),
}
"""What people write for a difference of two percentages."""
PERCENT = late_pattern(r"%|per ?cents?|pct\.?|p\.c\.", re.IGNORECASE)
SO_MANY = late_pattern(
    r"(?P<hedge>.*?) ?\b(?P<part>\d+) ?(?:in|out of|of|of every|/) ?(?P<whole>\d+)"
)


def shares_meant(text: str) -> Iterator[Candidate]:
    """Percentages that a text may mean; one without any sign for them may mean hundredths
    or the whole.
    """
    loose = Loose.of(text)
    if not loose or loose.money or loose.scale:
        return
    if PERCENT.fullmatch(loose.unit) or (
        not loose.unit and not loose.digits.startswith(("0", "."))
    ):
        yield from loose.written((Candidate("%"),))


def points_meant(text: str) -> Iterator[Candidate]:
    """Differences of percentages that a text may mean; a sign for per cent is not taken for
    one.
    """
    loose = Loose.of(text)
    unit = loose.unit.lower().rstrip(".").replace("-", " ") if loose else ""
    if loose and not loose.money and unit in POINT_WORDS:
        yield from loose.written((Candidate(POINT_WORDS[unit]),))


def factors_meant(text: str) -> Iterator[Candidate]:
    """Factors that a text may mean."""
    loose = Loose.of(text)
    if (
        loose
        and not loose.money
        and loose.unit.lower() in ("x", "×", "times", "-fold", "fold")
    ):
        yield from loose.written((Candidate("x"),))


def ratios_meant(text: str) -> Iterator[Candidate]:
    """So many of so many that a text may mean; two numbers with a colon may be one to the
    other, or one of the other.
    """
    match = SO_MANY.fullmatch(in_digits(plain(text)))
    hedge = match["hedge"].lower() if match else ""
    if match and (not hedge or hedge in HEDGES):
        yield Candidate(
            f"{f'{HEDGES[hedge]} ' if hedge else ''}{int(match['part'])} in"
            f" {int(match['whole'])}"
        )


PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
PART = late_pattern(
    rf"(?:an? )?(?P<many>\d{{1,2}})?[ -]?(?P<part>{'|'.join(PARTS)})s?(?: of)?",
    re.IGNORECASE,
)


def parts_meant(text: str) -> Iterator[Candidate]:
    """So many of so many by the name of the part: a fifth, two thirds."""
    match = PART.fullmatch(in_digits(plain(text)))
    if match and int(match["many"] or 1) < PARTS[match["part"].lower()]:
        yield Candidate(f"{int(match['many'] or 1)} in {PARTS[match['part'].lower()]}")
