"""Numbers as people print them, in digits or in words, with their scale: 380bn, one trillion, 1,5 million, 3800亿.

A number that can be read in two ways (a version, a time, a score) is no number here: what cannot be read is not proved.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
CODES = "RMB|CNY|CNH|USD|EUR|GBP|JPY|KRW|INR|CHF|HKD|AUD|CAD|SGD|TWD|NZD|SEK|NOK|DKK|BRL|ZAR|MXN|RUB|TRY|PLN|AED|SAR|THB|IDR|MYR|VND|Rs"
"""Codes of currencies, as alternatives of a pattern."""

BESIDE = "".join(f"|(?<={code})" for code in ("Rs.", "No.", "ca.", "RMB", "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "FY"))
DIGITS = re.compile(
    rf"(?:(?<![0-9{LETTER}_])(?<![0-9][.,'/:])(?<![{LETTER}]\.){BESIDE.replace('.', chr(92) + '.')})"
    rf"(?<![{LETTER}]-)(?<![0-9]-)"
    r"(?:(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*|\.\d+)[½¼¾⅛⅜⅝⅞⅓⅔]?|[½¼¾⅛⅜⅝⅞⅓⅔])"
)
BROKEN_OFF = re.compile(rf"[.,'/:]?\d|[.][{LETTER}]|[²³¹⁰-⁹₀-₉]")  # a longer number, a version, a code, a power

SMALL = {
    word: number for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}  # fmt: skip
TENS = {word: number * 10 for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "hundredth": 100, "thousandth": 1000,
    **{f"{word[:-1]}ieth": number for word, number in TENS.items()},
}  # fmt: skip
POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SCALE_WORDS = {
    **POWERS, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12, "lakh": 5, "crore": 7,
    "mn": 6, "mln": 6, "mio": 6, "bn": 9, "bln": 9, "trn": 12, "tn": 12, "tln": 12,
}  # fmt: skip
LONG_SCALE_WORDS = {
    "tausend": 3, "mille": 3, "mil": 3, "mila": 3, "million": 6, "millionen": 6, "millions": 6, "millones": 6, "milioni": 6,
    "milhões": 6, "mio": 6, "milliarde": 9, "milliarden": 9, "milliard": 9, "milliards": 9, "miljard": 9, "miliardi": 9,
    "mrd": 9, "billion": 12, "billionen": 12, "billions": 12, "billones": 12, "billón": 12, "biljoen": 12, "miljoen": 6,
}  # fmt: skip
"""Where a billion is a million millions. Spanish has no word for 10⁹ that others could not mistake, so it is not read."""
SCALE_LETTERS = {"k": 3, "K": 3, "m": 6, "M": 6, "b": 9, "B": 9, "T": 12}
SCALE = re.compile(rf"[ -]?([{LETTER}]+)")
HAN_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
HAN_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
HAN = re.compile(rf"[{''.join(HAN_SCALES)}{''.join(HAN_DIGITS)}]+")
WORD = re.compile(rf"[{LETTER}]+")
NUMBER_WORD = "|".join([*SMALL, *TENS, "dozen"])
WORDS = re.compile(rf"(?:(?:half an? |an? )(?=(?:hundred|thousand|million|billion|trillion|dozen)\b)|(?=(?:{NUMBER_WORD})\b))", re.I)
GLYPHS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip

COMMA_LANGUAGES = frozenset("de fr es it nl pt pl ru sv da nb nn no fi cs tr id vi el hu ro uk".split())
"""Languages that write 1,5 for one and a half and 1.500 for fifteen hundred."""


@dataclass(frozen=True)
class Number:
    """A number and where it stands."""

    value: Decimal
    start: int
    end: int
    scaled: bool = False
    # Whether a scale of its own follows: in "5 to 10 billion" the 5 has none.
    in_words: bool = False


def decimal_of(digits: str, comma: bool) -> Decimal | None:
    """The number that printed digits mean; None where the separators fit no way of writing."""
    plain = digits.replace(" ", "").replace("'", "")
    if "." in plain and "," in plain:
        point = max(".,", key=plain.rfind)
        other = "," if point == "." else "."
        whole, _, rest = plain.rpartition(point)
        groups = whole.split(other)
        return Decimal(f"{''.join(groups)}.{rest}") if point not in whole and _are_groups(groups) else None
    if "," not in plain and "." not in plain:
        return Decimal(plain)
    mark = "," if "," in plain else "."
    groups = plain.split(mark)
    is_decimal = len(groups) == 2 and (not _are_groups(groups) or (mark == ",") == comma)
    if is_decimal:
        return Decimal(".".join(groups)) if groups[1] else None
    return Decimal("".join(groups)) if _are_groups(groups) else None


def _are_groups(groups: list[str]) -> bool:
    """Whether digits are grouped by thousands, or as in India: 12,34,567."""
    head, *middle, last = groups
    sizes = {len(group) for group in middle}
    return 0 < len(head) <= 3 and not head.startswith("0") and len(last) == 3 and sizes in (set(), {2}, {3})


def number_at(text: str, start: int, language: str = "") -> Number | None:
    """The number that begins at a place, with its scale."""
    return _digits_at(text, start, language) or _words_at(text, start) or _han_at(text, start)


def _digits_at(text: str, start: int, language: str) -> Number | None:
    match = DIGITS.match(text, start)
    if not match or BROKEN_OFF.match(text, match.end()):
        return None
    digits, glyph = match[0].rstrip("".join(GLYPHS) + "⅓⅔"), match[0][-1]
    value = decimal_of(digits, language[:2] in COMMA_LANGUAGES) if digits else Decimal(0)
    if not glyph.isascii():
        value = value + GLYPHS[glyph] if value is not None and glyph in GLYPHS else None
    if value is None:
        return None
    return scaled_by(text, Number(value, start, match.end()), language)


def scaled_by(text: str, number: Number, language: str) -> Number | None:
    """The number with the scale after it; None where letters follow that are part of a name, such as 5G."""
    value, end, scaled = number.value, number.end, False
    if text.startswith(" and a half", end):
        value, end = value + Decimal("0.5"), end + len(" and a half")
    if han := HAN.match(text, end):
        return _han_scaled(value, number.start, han)
    while match := SCALE.match(text, end):
        power = _power(match, text, end, language)
        if power is None:
            break
        value, end, scaled = value.scaleb(power), match.end(), True
    return Number(value, number.start, end, scaled, number.in_words)


def _power(match: "re.Match[str]", text: str, end: int, language: str) -> int | None:
    word = match[1]
    if match.start(1) == end and word in SCALE_LETTERS and text[end - 1].isdigit():
        return SCALE_LETTERS[word]
    scales = LONG_SCALE_WORDS if language[:2] in COMMA_LANGUAGES else SCALE_WORDS
    return scales.get(word.lower())


def _han_scaled(value: Decimal, start: int, han: "re.Match[str]") -> Number | None:
    """Digits before Chinese scales: 3800亿, 1.5万亿."""
    if not all(character in HAN_SCALES for character in han[0]):
        return None
    power = sum(HAN_SCALES[character] for character in han[0])
    return Number(value.scaleb(power), start, han.end(), scaled=True)


def _han_at(text: str, start: int) -> Number | None:
    match = HAN.match(text, start)
    if not match or (start and HAN.match(text[start - 1])):
        return None
    total = section = digit = 0
    for character in match[0]:
        if character in HAN_DIGITS:
            digit = HAN_DIGITS[character]
        elif HAN_SCALES[character] < 4:
            section, digit = section + (digit or 1) * 10 ** HAN_SCALES[character], 0
        else:
            total, section, digit = (total + section + digit) * 10 ** HAN_SCALES[character], 0, 0
    return Number(Decimal(total + section + digit), start, match.end(), scaled=True, in_words=True)


def _words_at(text: str, start: int) -> Number | None:
    head = WORDS.match(text, start)
    if not head or (start and (text[start - 1].isalnum() or text[start - 1] in "'_")):
        return None
    total, current, end, scaled = _sum_words(text, head.end(), bool(head[0]))
    value = Decimal(total + current)
    if head[0].lower().startswith("half"):
        value /= 2
    if match := re.compile(r" point((?: (?:" + "|".join(SMALL) + r")\b)+)", re.I).match(text, end):
        value += Decimal("0." + "".join(str(SMALL[word.lower()]) for word in match[1].split()))
        end = match.end()
    number = Number(value, start, end, scaled, in_words=True)
    if match := re.compile(r" and a half\b").match(text, end):
        half = Decimal(10) ** _last_power(text[start:end])
        number = Number(value + half / 2, start, match.end(), scaled, in_words=True)
    return number if scaled else scaled_by(text, number, "")


def _last_power(words: str) -> int:
    return POWERS.get(WORD.findall(words)[-1].lower(), 0)


def _sum_words(text: str, start: int, has_article: bool) -> tuple[int, int, int, bool]:
    """Number words from a place on, as far as they make one number."""
    total, current, end, last, scaled = 0, int(has_article), start, "", False
    place = start
    while match := WORD.match(text, place):
        word = match[0].lower()
        if word in SMALL and last in ("", "hundred", "scale", "and") or (word in SMALL and last == "tens" and 0 < SMALL[word] < 10):
            current, last = current + SMALL[word], "small"
        elif word in TENS and last in ("", "hundred", "scale", "and"):
            current, last = current + TENS[word], "tens"
        elif word == "dozen" and last in ("", "small", "tens"):
            current, last = (current or 1) * 12, "dozen"
        elif word == "hundred" and last in ("", "small"):
            current, last = (current or 1) * 100, "hundred"
        elif word in POWERS and POWERS[word] > 2:
            total, current, last, scaled = total + (current or 1) * 10 ** POWERS[word], 0, "scale", True
        else:
            break
        end = match.end()
        joint = re.compile(r" and (?=[a-z])|[ -]", re.I).match(text, end)
        if not joint or (joint[0].startswith(" and") and last not in ("hundred", "scale")):
            break
        place = joint.end()
    return total, current, end, scaled


ORDINAL = re.compile(
    rf"(?<![{LETTER}0-9.,-])(?:(\d{{1,6}})(?:st|nd|rd|th)|(?:({'|'.join(TENS)})-)?({'|'.join(ORDINALS)}))(?![{LETTER}0-9])", re.I
)


def ordinal_of(match: "re.Match[str]") -> int:
    """The place that a match of ORDINAL names."""
    digits, tens, word = match.groups()
    return int(digits) if digits else (TENS.get((tens or "").lower(), 0) + ORDINALS[word.lower()])


DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
FRACTION = re.compile(
    rf"\b(?:(?:(an?|one|two|three|four|five|six|seven|eight|nine|[1-9])[ -])?"
    rf"({'|'.join(DENOMINATORS)})(s?)\b)(?! (?:an? )?(?:hundred|thousand|million|billion|trillion|dozen|year|party|place|time)\b)"
    r"(?! of (?:the )?(?:fiscal |financial )?(?:year|\d{4}))(?!-)",
    re.IGNORECASE,
)


def fraction_of(match: "re.Match[str]") -> Fraction | None:
    """The share that a match of FRACTION names; None where the words are an ordinal or a quarter of a year."""
    count, word, many = match[1] or "", match[2].lower(), bool(match[3])
    top = {"": 1, "a": 1, "an": 1}.get(count.lower()) or SMALL.get(count.lower()) or int(count)
    if word == "halves" or (many and top > 1):
        return Fraction(top, DENOMINATORS[word])
    if top > 1 or many:
        return None
    after = match.string[match.end() :]
    before = match.string[: match.start()]
    if word == "half":
        earlier = re.search(r"(?:first|second|last|1st|2nd|other)[ -]$", before, re.I)
        return None if earlier else Fraction(1, 2)
    is_share = bool(count) and (re.match(r" of\b", after) or before.endswith(" by "))
    return Fraction(1, DENOMINATORS[word]) if is_share else None
