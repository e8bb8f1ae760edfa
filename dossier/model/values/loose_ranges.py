"""Ranges as people write them, and what each may mean in our notation."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import product

from dossier.model.late import late_pattern
from dossier.model.quantities import TO, Quantity, Range
from dossier.model.values.meant import Candidate, plain

ENDS = late_pattern(
    r"(?:between |from )?(?P<low>.+?)"
    r"(?:(?<=\d)-(?=\S)|(?<=[^\s-])-(?=[-$€£¥₩₹\d])| - | to | through |(?<!^) and )"
    r"(?P<high>(?!0\d).+)",
    re.IGNORECASE,
)
"""Two numbers with what people write between the ends of a range."""


def ranges_meant(
    text: str, single: Callable[[str], Iterable[Candidate]]
) -> Iterator[Candidate]:
    """Ranges that a text may mean, whose ends are read as single figures; what one end
    leaves out is the other's.
    """
    ends = ENDS.fullmatch(plain(text))
    if not ends or (" and " in text and not text.lower().startswith("between")):
        return
    low, high = ends["low"], ends["high"]
    lent_low = low if _tail(low) else low + _tail(high)
    lent_high = high if _head(high) else _head(low) + high
    for first, second in product(single(lent_low), single(lent_high)):
        with suppress(ValueError):
            one, other = Quantity.parse(first.text), Quantity.parse(second.text)
            if one.exact > other.exact and (low == lent_low or not one.scale):
                one, other = other, one
            if one.counted == other.counted and (one.scale or not other.scale):
                whole = Range.parse(str(replace(one, unit="", per="")) + TO + str(other))
                yield Candidate(
                    str(whole),
                    " and ".join(filter(None, dict.fromkeys((first.when, second.when)))),
                )


def _head(text: str) -> str:
    """What stands before the digits of a text, such as a sign for a currency."""
    return re.split(r"[\d.-]", text, maxsplit=1)[0]


def _tail(text: str) -> str:
    """What stands behind the digits of a text: scale and unit."""
    return re.split(r"\d", text)[-1]
