"""What of a text survives its rewriting: direct speech, distinctive figures, the agencies
it credits, and its day.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dossier.figures.figure import Figure, FigureKind
from dossier.figures.figures import find_figures
from dossier.intake.people import AGENCY, BY_NAME
from dossier.intake.plain import DATELINE
from dossier.intake.stamps import MONTH, WEEKDAYS
from dossier.model.dates import PartialDate
from dossier.model.sources import Source
from dossier.origins.outline import Outline, names_in, outline
from dossier.origins.speech import Speech, passages, speech_of
from dossier.texts.archive import Text

DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
CREDITED = re.compile(
    r"(?:\b(?i:with|from|by|source:?|copyright)|©)\s+(?:\d{4}\s+)?(?:the"
    rf" )?(?P<agency>{AGENCY})\b"
)
SIGNED = re.compile(rf"(?:^|[\s/(])(?P<agency>{AGENCY})\)?$")
MAY_TELL = re.compile(
    r"\d|illi[oa]|hundred|thousand|dozen|[万萬亿億兆]"
)  # in no other paragraph is there a distinctive figure
MONTH_AFTER = re.compile(rf" (?:{MONTH})\b")
MONTH_BEFORE = re.compile(rf"\b(?:{MONTH})\.? $")
ENDS = re.compile(r"^(?:\(|©|Source|Copyright|(?:Additional )?[Rr]eporting )")
"""How a last paragraph begins that tells who wrote the text."""

LONGEST = 10_000  # characters of a paragraph in which figures are looked for; one of an article has about 500

FigureKey = tuple[Decimal, str]
"""An exact value with its currency, `%` or nothing: the nouns that reports count differ
with their words.
"""


@dataclass(frozen=True)
class Fingerprint:
    """The signs of one text."""

    source: str
    parts: tuple[str, ...]
    part_of: tuple[int, ...]
    # The part that each paragraph stands in.
    speech: Speech
    names: tuple[frozenset[str], ...]
    # Who is named in each paragraph, outside of speech.
    figures: Mapping[FigureKey, frozenset[int]]
    # Distinctive ones, with the parts they stand in.
    printed: Mapping[FigureKey, str]
    # As the text has them.
    credits: frozenset[str]
    # Agencies that the text is said to come from.
    named: frozenset[str]
    # Agencies that a line names, for the text or for a picture.
    issued: PartialDate | None
    weekday: str
    # The day of the week that it names most; empty where none stands out.


def fingerprint_of(text: Text, source: Source) -> Fingerprint:
    """The signs of the text of a source."""
    outlined = outline(text.normal)
    found = tuple(_figures(outlined, text.language))
    places: dict[FigureKey, set[int]] = {}
    for figure, _, part in found:
        places.setdefault(figure, set()).add(part)
    return Fingerprint(
        source=source.id,
        parts=outlined.parts,
        part_of=tuple(paragraph.part for paragraph in outlined.paragraphs),
        speech=speech_of(outlined.paragraphs),
        names=tuple(
            frozenset(names_in(_outside(paragraph.text)))
            for paragraph in outlined.paragraphs
        ),
        figures={figure: frozenset(parts) for figure, parts in places.items()},
        printed={figure: printed for figure, printed, _ in reversed(found)},
        credits=frozenset(_credits(outlined, source)),
        named=frozenset(
            BY_NAME[match["agency"]]
            for line in outlined.asides
            if (match := SIGNED.search(line))
        ),
        issued=source.issued,
        weekday=_weekday(text.normal),
    )


def _outside(text: str) -> str:
    """A paragraph without its direct speech."""
    return " ".join(text.split('"')[::2]) if any(passages(text)) else text


def _figures(outlined: Outline, language: str) -> Iterator[tuple[FigureKey, str, int]]:
    for paragraph in filter(
        lambda paragraph: MAY_TELL.search(paragraph.text), outlined.paragraphs
    ):
        for figure in find_figures(paragraph.text[:LONGEST], language):
            key = key_of(figure)
            if key and is_distinctive(*key) and not _is_day(paragraph.text, figure):
                yield key, figure.text, paragraph.part


def key_of(figure: Figure) -> FigureKey | None:
    """A figure as it is compared between texts; None for what tells little: ranks, shares,
    lengths of time.
    """
    if figure.kind not in (FigureKind.PLAIN, FigureKind.MONEY, FigureKind.PERCENT):
        return None
    value = (Decimal(figure.value.numerator) / figure.value.denominator).normalize()
    if (
        figure.kind is FigureKind.MONEY
    ):  # `$` may stand for several currencies; another report of it writes `US$`
        return value, "USD" if "USD" in figure.units else min(figure.units)
    return value, "%" if figure.kind is FigureKind.PERCENT else ""


def _is_day(text: str, figure: Figure) -> bool:
    """Whether a number is the day of a month."""
    return bool(
        MONTH_AFTER.match(text, figure.end) or MONTH_BEFORE.search(text, 0, figure.start)
    )


def is_distinctive(value: Decimal, unit: str) -> bool:
    """Whether a figure tells something of a text: money, a large number, or one of two
    digits that is no year.
    """
    if unit not in ("", "%"):
        return True
    digits = len(value.as_tuple().digits)
    is_year = not unit and value == value.to_integral() and 1900 <= value <= 2100
    return not is_year and (
        value >= 1_000_000 or (digits >= 2 and (unit == "%" or value > 12))
    )


def _credits(outlined: Outline, source: Source) -> Iterator[str]:
    """The agencies to which a text is credited, by itself or by our record of it."""
    for paragraph in outlined.paragraphs[:2]:
        if match := DATELINE.match(paragraph.text):
            yield BY_NAME[match["agency"]]
    ends = [
        paragraph.text
        for paragraph in outlined.paragraphs[-2:]
        if ENDS.match(paragraph.text)
    ]
    record = [
        source.credit,
        source.publisher,
        source.container,
        *(author.name for author in source.authors),
    ]
    for line in (*outlined.asides, *ends, *(f"by {words}" for words in record if words)):
        for match in CREDITED.finditer(line):
            if agency := BY_NAME.get(match["agency"]):
                yield agency


def _weekday(text: str) -> str:
    named = DAY.findall(text)
    counts = sorted(((named.count(day), day) for day in set(named)), reverse=True)
    stands_out = counts and (len(counts) == 1 or counts[0][0] > counts[1][0])
    return counts[0][1] if stands_out else ""
