"""Counts, measures and places in an order as people write them, and what each may mean in our
notation.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.model.late import late_pattern
from dossier.model.several import SEVERAL
from dossier.model.units import UNITS, Unit
from dossier.model.values.loose import HEDGES, Loose, any_word
from dossier.model.values.meant import Candidate, plain

NUMERAL = late_pattern(r"0|[1-9]\d{0,17}")


def counts_meant(text: str, unit: str) -> Iterator[Candidate]:
    """Numbers of the things of a unit that a text may mean; other words may be another
    scale.
    """
    loose = Loose.of(text)
    if loose and not loose.money and loose.unit.lower() in ("", unit.lower(), *COUNTERS):
        yield from loose.written((Candidate(""),))


def measures_meant(text: str, unit: str) -> Iterator[Candidate]:
    """Measures that a text may mean: by the sign or the words of a unit, or in that of the
    property where it has none.
    """
    loose = Loose.of(re.sub(r"(?<=\d)(?=[A-Za-zµ])", " ", text))
    if not loose or loose.money:
        return
    scale = loose.scale if loose.scale in UNITS else ""  # 5 m may be metres
    said = scale or loose.unit
    signs = (
        [unit]
        if not said
        else [sign for sign, one in UNITS.items() if _is_called(said, sign, one)]
    )
    bare = replace(loose, scale="") if scale else loose
    yield from bare.written(tuple(map(Candidate, signs)))


def _is_called(said: str, sign: str, unit: Unit) -> bool:
    return said == sign or any(
        re.fullmatch(words, said, re.IGNORECASE) for words in (re.escape(sign), *unit.words)
    )


def several_meant(text: str, unit: str) -> Iterator[Candidate]:
    """Words for a number that a text may begin with: the noun that they count is the
    property's.
    """
    said = LEAD.sub("", plain(text).lower())
    found = max(
        (words for words in SEVERAL if re.match(rf"{words}\b", said)), key=len, default=""
    )
    if found and said[len(found) :].removeprefix(" of").strip() in ("", unit.lower()):
        yield Candidate(found)
    if han := HAN_SEVERAL.fullmatch(said):
        yield Candidate(HAN_WHOLE[han["whole"]] if han["whole"] else HAN_PARTS[han["part"]])


COUNTERS = ("人", "名", "个", "個")
"""What stands behind a number in Chinese and Japanese where English has nothing."""
LEAD = late_pattern(rf"(?:{any_word(HEDGES)}) (?=[a-z])")
"""A hedge before words that are bounds themselves."""
HAN_PARTS = {
    "十": "dozens", "百": "hundreds", "千": "thousands", "万": "tens of thousands", "萬": "tens of thousands",
    "十万": "hundreds of thousands", "十萬": "hundreds of thousands", "百万": "millions", "百萬": "millions",
    "千万": "tens of millions", "千萬": "tens of millions", "亿": "hundreds of millions", "億": "hundreds of millions",
    "十亿": "billions", "十億": "billions",
}  # fmt: skip
"""Behind 数 or 几, which say several: the words of ours that have the same bounds."""
HAN_WHOLE = {
    "几": "a few", "幾": "a few", "数": "several", "數": "several", "若干": "several", "多": "several",
    "上百": "over 100", "上千": "over 1000", "上万": "over 10000", "上萬": "over 10000",
}  # fmt: skip
HAN_SEVERAL = late_pattern(
    rf"(?:(?P<whole>{'|'.join(sorted(HAN_WHOLE, key=len, reverse=True))})"
    rf"|[数數几幾](?P<part>{'|'.join(sorted(HAN_PARTS, key=len, reverse=True))}))[多余餘]?(?![十百千万萬亿億])[^\W\d]{{0,6}}"
)
"""A number that is told in Chinese without a figure, with the noun that it counts."""


def places_meant(text: str) -> Iterator[Candidate]:
    """Places in an order that a text may mean: #6, No. 6, 6th."""
    match = re.fullmatch(
        r"(?:#|nos?\.? ?|rank |place )?(\d{1,6})(?:st|nd|rd|th)?",
        plain(text),
        re.IGNORECASE,
    )
    if match and NUMERAL.fullmatch(match[1]):
        yield Candidate(match[1])
