"""Numbers as people print them, in digits or in words, with their scale: 380bn, one trillion, 1,5 million, 3800亿.

What can be read as something else (a version, a time, a score) is no number here: what cannot be read is not proved.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
"""Letters of the scripts that join digits to words (V3, COVID-19); those of Chinese do not."""

BESIDE = "|".join(rf"(?<={code})" for code in (r"Rs\.", r"No\.", r"ca\.", "RMB", "CNY", "USD", "EUR", "GBP", "JPY", "HKD"))
DIGITS = re.compile(
    rf"(?:(?<![0-9{LETTER}_])(?<![0-9][.,'/:])(?<![{LETTER}]\.)|{BESIDE})(?<![{LETTER}]-)(?<![0-9]-)"
    r"(?:(?P<digits>\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*|\.\d+)?(?P<glyph>[½¼¾⅛⅜⅝⅞⅓⅔])|"
    r"(?P<bare>\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*|\.\d+))"
)
BROKEN_OFF = re.compile(rf"[.,'/:]?\d|\.[{LETTER}]|[²³¹⁰-⁹₀-₉]")  # a longer number, a version, a code, a power
GLYPHS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90
}  # fmt: skip
POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SCALES = {
    **POWERS, "hundred": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12, "lakh": 5, "crore": 7,
    "mn": 6, "mln": 6, "mio": 6, "bn": 9, "bln": 9, "trn": 12, "tn": 12, "tln": 12,
}  # fmt: skip
LONG_SCALES = {
    "tausend": 3, "mille": 3, "mil": 3, "mila": 3, "million": 6, "millionen": 6, "millions": 6, "millones": 6, "milioni": 6,
    "milhões": 6, "miljoen": 6, "mio": 6, "milliarde": 9, "milliarden": 9, "milliard": 9, "milliards": 9, "miljard": 9,
    "miliardi": 9, "mrd": 9, "billion": 12, "billionen": 12, "billions": 12, "billones": 12, "billón": 12, "biljoen": 12,
}  # fmt: skip
"""Where a billion is a million millions."""
SCALE_LETTERS = {"k": 3, "K": 3, "m": 6, "M": 6, "b": 9, "B": 9, "T": 12}
SCALE = re.compile(rf"[ -]?([{LETTER}]+)")
COMMA_LANGUAGES = frozenset(
    ["de", "fr", "es", "it", "nl", "pt", "pl", "ru", "sv", "da", "nb", "nn", "no", "fi", "cs", "tr", "id", "vi", "el", "hu",
     "ro", "uk"]
)  # fmt: skip
"""Languages that write 1,5 for one and a half, 1.500 for fifteen hundred, and use the long scale."""

HAN_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
HAN_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
HAN = re.compile(rf"[{''.join(HAN_SCALES)}{''.join(HAN_DIGITS)}]+")

WORD = re.compile(rf"[{LETTER}]+")
FIRST_WORD = re.compile(
    rf"(?<![{LETTER}0-9_'])(?:(?P<article>(?:half )?an? )(?=(?:hundred|{'|'.join(POWERS)}|dozen)\b)"
    rf"|(?=(?:{'|'.join([*SMALL, *TENS])})(?![{LETTER}])))",
    re.IGNORECASE,
)
JOINT = re.compile(r" and (?=[a-z])|[ -]", re.IGNORECASE)
POINT = re.compile(rf" point((?: (?:{'|'.join(SMALL)})\b)+)", re.IGNORECASE)
AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number and where it stands."""

    value: Decimal
    start: int
    end: int
    in_words: bool = False


def number_at(text: str, start: int, language: str = "") -> Number | None:
    """The number that begins at a place, with its scale."""
    return _digits_at(text, start, language) or _words_at(text, start, language) or _han_at(text, start)


def decimal_of(digits: str, *, comma: bool = False) -> Decimal | None:
    """The number that printed digits mean; None where their separators fit no way of writing."""
    plain = digits.replace(" ", "").replace("'", "")
    if "." in plain and "," in plain:
        point = max(".,", key=plain.rfind)
        whole, _, rest = plain.rpartition(point)
        groups = whole.split("," if point == "." else ".")
        return Decimal(f"{''.join(groups)}.{rest}") if point not in whole and _are_thousands(groups) else None
    mark = "," if "," in plain else "."
    groups = plain.split(mark)
    if len(groups) == 1:
        return Decimal(plain)
    if len(groups) == 2 and (not _are_thousands(groups) or (mark == ",") == comma):
        return Decimal(".".join(groups))
    return Decimal("".join(groups)) if _are_thousands(groups) else None


def _are_thousands(groups: list[str]) -> bool:
    """Whether digits are grouped in threes, or as in India: 12,34,567."""
    head, *middle, last = groups
    sizes = {len(group) for group in middle}
    return 0 < len(head) <= 3 and not head.startswith("0") and len(last) == 3 and sizes in (set(), {2}, {3})


def _digits_at(text: str, start: int, language: str) -> Number | None:
    match = DIGITS.match(text, start)
    if not match or BROKEN_OFF.match(text, match.end()):
        return None
    digits, glyph = match["bare"] or match["digits"], match["glyph"]
    whole = decimal_of(digits, comma=language[:2] in COMMA_LANGUAGES) if digits else Decimal(0)
    part = GLYPHS.get(glyph) if glyph else Decimal(0)
    if whole is None or part is None:
        return None
    return scaled_by(text, Number(whole + part, start, match.end()), language)


def scaled_by(text: str, number: Number, language: str) -> Number:
    """The number with the scales that stand after it."""
    value, end = number.value, number.end
    if half := AND_A_HALF.match(text, end):
        value, end = value + Decimal("0.5"), half.end()
    if (han := HAN.match(text, end)) and all(character in HAN_SCALES for character in han[0]):
        power = sum(HAN_SCALES[character] for character in han[0])
        return replace(number, value=value.scaleb(power), end=han.end())
    while (match := SCALE.match(text, end)) and (found := _power(match, text, end, language)) is not None:
        value, end = value.scaleb(found), match.end()
    return replace(number, value=value, end=end)


def _power(match: "re.Match[str]", text: str, end: int, language: str) -> int | None:
    word = match[1]
    if match.start(1) == end and word in SCALE_LETTERS and text[end - 1].isdigit():
        return SCALE_LETTERS[word]
    scales = LONG_SCALES if language[:2] in COMMA_LANGUAGES else SCALES
    return scales.get(word.lower())


def _words_at(text: str, start: int, language: str) -> Number | None:
    first = FIRST_WORD.match(text, start)
    if not first:
        return None
    article = (first["article"] or "").lower()
    words = _Words(bool(article))
    end = words.read(text, first.end())
    value = Decimal(words.value) / (2 if article.startswith("half") else 1)
    if point := POINT.match(text, end):
        value += Decimal("0." + "".join(str(SMALL[word.lower()]) for word in point[1].split()))
        end = point.end()
    elif words.power and (half := AND_A_HALF.match(text, end)):
        return Number(value + Decimal("0.5").scaleb(words.power), start, half.end(), in_words=True)
    number = Number(value, start, end, in_words=True)
    return number if words.power else scaled_by(text, number, language)


class _Words:
    """Adds up number words, as far as they make one number."""

    def __init__(self, has_article: bool) -> None:
        self.total, self.section = 0, int(has_article)
        self.power = 0
        # Of the last scale.
        self.last = ""

    @property
    def value(self) -> int:
        return self.total + self.section

    def read(self, text: str, place: int) -> int:
        """Take words from a place on; where the last of them ends."""
        end = place
        while (match := WORD.match(text, place)) and self._take(match[0].lower()):
            end = match.end()
            joint = JOINT.match(text, end)
            if not joint or (joint[0].startswith(" and") and self.last not in ("hundred", "scale")):
                break
            place = joint.end()
        return end

    def _take(self, word: str) -> bool:
        """Whether a word goes on with the number."""
        fresh = self.last in ("", "hundred", "scale")
        if word in SMALL and (fresh or (self.last == "tens" and 0 < SMALL[word] < 10)):
            self.section, self.last = self.section + SMALL[word], "small"
        elif word in TENS and fresh:
            self.section, self.last = self.section + TENS[word], "tens"
        elif word in ("hundred", "dozen") and self.last in ("", "small", "tens"):
            self.section, self.last = (self.section or 1) * {"hundred": 100, "dozen": 12}[word], word
        elif word in POWERS:
            self.total, self.section = self.total + (self.section or 1) * 10 ** POWERS[word], 0
            self.power, self.last = POWERS[word], "scale"
        else:
            return False
        return True


def _han_at(text: str, start: int) -> Number | None:
    """A number in Chinese characters: 三千八百亿."""
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
    return Number(Decimal(total + section + digit), start, match.end(), in_words=True)
