"""The words around a figure that make it a bound, give it a sign, or deny it."""

import re

from dossier.figures.numbers import LETTER
from dossier.model.quantities import SYNONYMS, Hedge

PHRASES: dict[Hedge, str] = {
    Hedge.OVER: (
        "well over, far more than, just over, a little over, slightly over, slightly more than, greater than, higher than,"
        "in excess of, upwards of, upward of, north of, exceeds, exceeded, exceeding, surpassed, surpassing, topped,"
        "topping, beyond, 超过, 逾"
    ),
    Hedge.AT_LEAST: (
        "no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of, ≥, >=, 至少"
    ),
    Hedge.ABOUT: (
        "some, an estimated, estimated, estimated at, ca., ca, c., approx., approx, ≈, in the region of, somewhere around,"
        "in the order of, more or less, perhaps, maybe, 约, 大约"
    ),
    Hedge.NEARLY: (
        "just shy of, shy of, just below, a little under, slightly under, slightly less than, a little less than,"
        "approaching, not quite, virtually, 近, 将近, 接近"
    ),
    Hedge.UP_TO: (
        "as many as, no more than, not more than, a maximum of, maximum of, ≤, <=, capped at, as high as, not exceeding,"
        "not to exceed, 至多, 最多, 高达, 不超过"
    ),
    Hedge.UNDER: "fewer than, lower than, smaller than, well under, well below, far less than, 不到, 低于",
}  # fmt: skip
"""How sources say it, beside the words and synonyms of our own quantities."""

BEFORE: dict[str, Hedge] = {
    **{str(hedge): hedge for hedge in Hedge},
    **SYNONYMS,
    **{phrase.strip(): hedge for hedge, phrases in PHRASES.items() for phrase in phrases.split(",")},
}
AFTER: dict[str, Hedge] = {
    "+": Hedge.AT_LEAST, "-plus": Hedge.AT_LEAST, " or more": Hedge.AT_LEAST, " or above": Hedge.AT_LEAST,
    " at least": Hedge.AT_LEAST, " at the least": Hedge.AT_LEAST, " or so": Hedge.ABOUT, " or thereabouts": Hedge.ABOUT,
    " give or take": Hedge.ABOUT, ", give or take": Hedge.ABOUT, "-odd": Hedge.ABOUT, "-ish": Hedge.ABOUT,
    "左右": Hedge.ABOUT, " or less": Hedge.UP_TO, " or fewer": Hedge.UP_TO, " or below": Hedge.UP_TO,
    " at most": Hedge.UP_TO, " at the most": Hedge.UP_TO,
}  # fmt: skip


def _one_of(words: dict[str, Hedge]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


HEDGE_BEFORE = re.compile(
    rf"(?<![{LETTER}])({_one_of(BEFORE)})(?: (?:a|an|the|its|their|another|even))? ?[(]?$", re.IGNORECASE
)
HEDGE_AFTER = re.compile(_one_of(AFTER), re.IGNORECASE)
# A bound behind the counted noun, "91 data centres at least"; before another number or a noun it is that one's.
NO_NOUN = "and|or|but|in|at|to|from|with|for|on|by|is|are|was|were"
HEDGE_AFTER_NOUN = re.compile(
    rf"(?: (?!(?:{NO_NOUN})\b)[{LETTER}-]+){{1,3}}?(?P<hedge>{_one_of(AFTER)})(?=$|[.,;:!?)]| (?:in|across|for|by)\b)",
    re.IGNORECASE,
)
SPREAD = re.compile(r"\b(?:spread|scattered|distributed|stretch\w*|extend\w*) over$", re.IGNORECASE)
FALL = re.compile(
    r"\b(?:fell|falls?|fallen|falling|drop\w*|declin\w+|down|slid\w*|slip\w*|lost|shrank|shrunk|decreas\w+|sank|plung\w+"
    r"|tumbl\w+|contract\w+|lower|reduc\w+)(?: (?:by|to|of|a|an|some|another|its|sharply|further)){0,2} $",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"(?:\b(?:not|never|no longer|neither|nor|without|denied|by no means"
    rf"|far from|instead of|rather than)|n't)\b(?! (?:only|just|merely))(?: [{LETTER}$]+){{0,2}} ?$",
    re.IGNORECASE,
)
REACH = 40  # characters before a figure in which the longest of these phrases stand


def hedge_around(text: str, start: int, end: int, *, is_time: bool = False) -> tuple[Hedge | None, int, int]:
    """The bound of a figure, and where the figure with its bound begins and ends."""
    before = text[max(0, start - REACH) : start]
    found = HEDGE_BEFORE.search(before)
    if found and not _is_preposition(found, before, is_time):
        return BEFORE[found[1].lower()], start - len(before) + found.start(), end
    if after := HEDGE_AFTER.match(text, end):
        return AFTER[after[0].lower()], start, after.end()
    if behind := HEDGE_AFTER_NOUN.match(text, end):
        return AFTER[behind["hedge"].lower()], start, behind.end()
    return None, start, end


def _is_preposition(found: "re.Match[str]", before: str, is_time: bool) -> bool:
    """`over three years` and `spread over 29 regions` bound nothing."""
    return found[1].lower() == "over" and (is_time or bool(SPREAD.search(before[: found.end(1)])))


def is_fall(text: str, start: int) -> bool:
    """Whether a verb before a figure makes it a loss: fell by 5%."""
    return bool(FALL.search(text[max(0, start - REACH) : start]))


def is_denied(text: str, start: int) -> bool:
    """Whether the words before a figure deny it: did not rise 26%."""
    return bool(DENIAL.search(text[max(0, start - REACH) : start]))
