"""Numbers, figures and dates out of words; more of them in tests/proofs/, where each is
compared with a value.
"""

import re
import time
from decimal import Decimal
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.figures.days import find_days
from dossier.figures.digits import decimal_of
from dossier.figures.figure import FigureKind
from dossier.figures.figures import find_figures
from dossier.figures.grammars import grammar_of, shipped
from dossier.figures.numbers import number_at
from dossier.figures.patterns import BEFORE, stands_before
from dossier.model.quantities import Hedge
from dossier.texts.normal import normalise_quote

ENGLISH = grammar_of("en") or pytest.fail("English is not read")


def brief(text: str, language: str = "") -> list[str]:
    """The figures of a text, each in a line: kind, number, units, bound."""
    figures = find_figures(normalise_quote(text), language)
    return [
        " ".join(filter(None, [one.kind.name, str(one.value), f"to {one.high}" if one.high is not None else "",
                               "/".join(sorted(one.units | one.maybe)), one.hedge or ""]))
        for one in figures
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "380 billion yuan ($53 billion)",
            ["MONEY 380000000000 CNY", "MONEY 53000000000 USD"],
        ),
        ("a 380-billion-yuan plan", ["MONEY 380000000000 CNY"]),
        ("well over US$53bn", ["MONEY 53000000000 USD over"]),
        ("more than a trillion dollars", ["MONEY 1000000000000 USD over"]),
        ("26 per cent and 5 percentage points", ["PERCENT 26", "POINTS 5"]),
        ("between 5 and 10%", ["PERCENT 5 to 10"]),
        ("from $5 to $10 billion", ["MONEY 5000000000 USD", "MONEY 10000000000 USD"]),
        (
            "two-thirds of it, the sixth, doubled",
            ["SHARE 2/3", "ORDINAL 6", "FACTOR 2 times"],
        ),
        ("in its three-year period", ["TIME 3 years"]),
        ("¥5", ["MONEY 5 CNY/JPY"]),
        ("Qwen3, V3.1, 0700.HK, 5G, 10:30, 1.2.3, COVID-19", []),
    ],
)
def test_figures_are_read_as_a_reader_would(text: str, figures: list[str]) -> None:
    assert figures == brief(text)


@pytest.mark.parametrize(
    ("digits", "comma", "number"),
    [
        ("1,500", False, "1500"), ("1,500", True, "1.500"), ("1.500", False, "1.500"), ("1.500", True, "1500"),
        ("1,5", False, "1.5"), ("1,234.5", False, "1234.5"), ("1.234,5", False, "1234.5"), ("12,34,567", False, "1234567"),
        ("1 500", False, "1500"), ("1'500", False, "1500"), ("0,750", False, "0.750"), ("1,23,4", False, None),
        ("1.2.3", False, None),
    ],
)  # fmt: skip
def test_separators_tell_thousands_from_decimals(
    digits: str, comma: bool, number: str | None
) -> None:
    assert (Decimal(number) if number else None) == decimal_of(digits, comma=comma)


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from(["", ",", " ", "'"]))
def test_a_number_is_read_however_its_thousands_are_set(number: int, mark: str) -> None:
    found = number_at(f"{number:,}".replace(",", mark), 0, ENGLISH)
    assert found is not None
    assert number == found.value


@given(st.sampled_from(list(Hedge)), st.integers(min_value=1, max_value=999))
def test_every_hedge_of_ours_is_read_from_words(hedge: Hedge, number: int) -> None:
    (figure,) = find_figures(f"it was {hedge} {number}% then")
    assert (FigureKind.PERCENT, hedge) == (figure.kind, figure.hedge)


WORDS = [
    "five", "trillion", "ſeven", "mıllion", "over", "nearly", "not", "between", "and", "to", "or",
    "half of one percent", "one in", "$", "US$", "€", "¥", "%", "-", "(", ")", ",", ".", "2024",
    "Q3", "9", "12", "August", "1,500", "1.234,5", "per share", "cents", "rund", "bis", "Mrd.",
    "milliards", "d'", "mil", "hasta", "亿", "三", "多", "年", "第", "季度", "分之", "兆", "円", "割", "以上",
    "조", "억", "원", "से", "करोड़", "½", "±", "≲", "minus", "loss", "tot", "miljard",
]  # fmt: skip


@given(
    st.one_of(
        st.text(alphabet="0123456789 ,.$%-()abkm½亿", max_size=30),
        st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
    ),
    st.sampled_from(["", *shipped(), "en-US", "de-CH", "es-MX", "zh-HK", "sv"]),
)
def test_no_text_is_too_odd_to_be_read(text: str, language: str) -> None:
    """Whatever stands in a source, reading it ends and raises nothing."""
    find_figures(text, language)
    find_days(text, language)


@pytest.mark.parametrize("language", shipped())
@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "one ", "a ", "not ", "- ", "over ", "(", "三", "年", "de ", " ", "aA "],
)
def test_a_long_run_is_read_in_no_time(language: str, piece: str) -> None:
    start = time.process_time()
    find_figures(piece * 400, language)
    find_days(piece * 400, language)
    assert time.process_time() - start < 5


def test_dates_are_read_in_the_order_of_their_country() -> None:
    assert [(9, 8)] == [(one.month, one.day) for one in find_days("09/08/2021", "en-US")]
    assert [(8, 9)] == [(one.month, one.day) for one in find_days("09/08/2021", "en-GB")]
    assert [True] == [bool(one.unclear) for one in find_days("09/08/2021")]


def test_no_more_is_looked_through_than_what_may_stand_before_a_figure() -> None:
    """From the beginning, a text of figures would take the square of its length."""
    looked: list[int] = []

    class Pattern:
        """Notes how much it is asked to look through."""

        def search(self, text: str, start: int, end: int) -> None:
            """Nothing is found."""
            looked.append(end - start)

    assert not stands_before(cast("re.Pattern[str]", Pattern()), "(5) " * 1_000, 3_000)
    assert [BEFORE] == looked


def test_what_stands_far_before_a_figure_says_nothing_of_it() -> None:
    far = "between " + "word " * 100
    assert brief("between 5 and 6", "en") == ["PLAIN 5 to 6"]
    assert brief(f"{far}(5) million", "en") == ["PLAIN -5000000"]
