"""Printed digits, and the number that their separators make of them: 1,500 or 1.500,50."""

from decimal import Decimal

from dossier.figures.patterns import LETTER
from dossier.model.currencies import CURRENCIES
from dossier.model.late import late_pattern

CODES = "|".join(sorted(CURRENCIES | {"RMB"}))
BESIDE = "|".join(
    rf"(?<=\b{code})" for code in (r"Rs\.", "Rs", r"No\.", r"ca\.", r"Nr\.", f"(?:{CODES})")
)
PRINTED = r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*|\.\d+"
DIGITS = late_pattern(
    rf"(?:(?<![0-9{LETTER}_])(?<![0-9][.,'/:])(?<![{LETTER}]\.)|{BESIDE})(?<![{LETTER}]-)(?<![0-9]-)"
    rf"(?:(?P<digits>{PRINTED})?(?P<glyph>[½¼¾⅛⅜⅝⅞⅓⅔])|(?P<bare>{PRINTED}))"
)
BROKEN_OFF = late_pattern(
    rf"[.,'/:]?\d|\.[{LETTER}]|[²³¹⁰-⁹₀-₉]"
)  # a longer number, a version, a code, a power
GLYPHS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip


def decimal_of(digits: str, *, comma: bool = False) -> Decimal | None:
    """The number that printed digits mean; None where their separators fit no way of
    writing.
    """
    plain = digits.replace(" ", "").replace("'", "")
    if "." in plain and "," in plain:
        point = max(".,", key=plain.rfind)
        whole, _, rest = plain.rpartition(point)
        groups = whole.split("," if point == "." else ".")
        return (
            Decimal(f"{''.join(groups)}.{rest}")
            if point not in whole and _are_thousands(groups)
            else None
        )
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
    return (
        0 < len(head) <= 3
        and not head.startswith("0")
        and len(last) == 3
        and sizes in (set(), {2}, {3})
    )
