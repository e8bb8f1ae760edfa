"""Dates in forms that files used to have and that not every reader of EDTF takes: how the
same is written now.

What a form said it still says, with words beside it where EDTF has no sign for its doubt.
No date becomes more exact: where an end has to be of another kind, it becomes a coarser
one. What cannot be had so is left to its author.
"""

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from dossier.model.dates import PartialDate, Vagueness
from dossier.model.late import late_pattern

SIGNS: dict[str, tuple[Vagueness, ...]] = {
    "": (),
    "?": (Vagueness.UNCERTAIN,),
    "~": (Vagueness.ABOUT,),
    "%": (Vagueness.ABOUT, Vagueness.UNCERTAIN),
}
# What pages made of an approximate part of a year; of all others they said that it was
# about then.
STRETCHES = {
    "33": Vagueness.EARLY,
    "37": Vagueness.EARLY,
    "38": Vagueness.MID,
    "36": Vagueness.LATE,
    "39": Vagueness.LATE,
}
PART = late_pattern(r"[0-9]{4}-(?P<code>2[1-4]|3[3-9]|4[01])")
ANY = "(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX))?)?[?~%]?"
MOMENT = late_pattern(ANY)
SET = late_pattern(rf"\[(?P<start>{ANY}|)\.\.(?P<end>{ANY}|)\]")
INTERVAL = late_pattern(rf"(?P<start>{ANY}|\.\.)/(?P<end>{ANY}|\.\.)")


class OldEnd(NamedTuple):
    """A date and the sign of doubt behind it; without a date, an end that is open."""

    date: str
    sign: str

    @property
    def known_parts(self) -> int:
        """How many of year, month and day are known: of a part of a year, the year alone."""
        return (
            1
            if PART.fullmatch(self.date)
            else self.date.count("-") + 1 - self.date.count("-XX")
        )

    def cut(self, parts: int) -> "OldEnd":
        """The same with no more than so many parts."""
        return OldEnd("-".join(self.date.split("-")[:parts]), self.sign)


def renewed(text: str) -> PartialDate | None:
    """A date of an old form as it is written now; None for every other text."""
    if _read(text):
        return None
    if MOMENT.fullmatch(text):
        return _moment(_bound(text))
    for form, renew in ((SET, _set), (INTERVAL, _interval)):
        if found := form.fullmatch(text):
            start, end = map(_bound, found.group("start", "end"))
            return renew(start, end) if _are_in_order(start, end) else None
    return None


def _read(text: str, words: Iterable[Vagueness] = ()) -> PartialDate | None:
    with suppress(ValueError):
        return PartialDate.parse(text).loosened(*words)
    return None


def _bound(text: str) -> OldEnd:
    date = text.rstrip("".join(SIGNS))
    return OldEnd(date.strip("."), text[len(date) :])


def _are_in_order(start: OldEnd, end: OldEnd) -> bool:
    """Whether both ends are dates or open, and it does not end before it begins."""
    first, last = _read(start.date), _read(end.date)
    are_dates = (first or not start.date) and (last or not end.date)
    return bool(are_dates) and not (first and last and last.certainly_before(first))


def _moment(bound: OldEnd) -> PartialDate | None:
    """A part of a year, or digits that are not known, with a sign of doubt."""
    part = PART.fullmatch(bound.date)
    loosely = STRETCHES.get(part["code"], Vagueness.ABOUT) if part else Vagueness.ABOUT
    words = [loosely if word is Vagueness.ABOUT else word for word in SIGNS[bound.sign]]
    return _read(bound.date, words)


def _set(start: OldEnd, end: OldEnd) -> PartialDate | None:
    """One of a span: its ends as coarse as the coarser of the two, and the doubt of both
    beside it.
    """
    least = min((bound.known_parts for bound in (start, end) if bound.date), default=0)
    return _read(f"[{start.cut(least).date}..{end.cut(least).date}]", _doubt(start, end))


def _interval(start: OldEnd, end: OldEnd) -> PartialDate | None:
    """An interval from or to parts of years, to what holds its beginning, or with doubt
    about digits not known.
    """
    first, last = (bound.cut(bound.known_parts) for bound in (start, end))
    coarser = first.cut(last.known_parts) if last.date else first
    bare = _joined(OldEnd(first.date, ""), OldEnd(last.date, ""))
    return (
        _read(_joined(first, last))
        or _read(_joined(coarser, last))
        or _read(bare, _doubt(first, last))
    )


def _joined(start: OldEnd, end: OldEnd) -> str:
    return "/".join("".join(bound) or ".." for bound in (start, end))


def _doubt(start: OldEnd, end: OldEnd) -> tuple[Vagueness, ...]:
    """The words for the signs of both ends: of the whole no more is sure than of either."""
    return SIGNS[start.sign] + SIGNS[end.sign]
