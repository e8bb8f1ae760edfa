"""Numbers in the ways of languages: the same number in other words, with every digit that
its source printed.
"""

from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.quantities import SCALES, Hedge, Quantity
from dossier.model.values import COUNT, MONEY, PERCENT, RANK, AnyType, Duration, Field
from dossier.render.language import numbers
from dossier.render.language.catalogues import ENGLISH, Language, read_language
from dossier.render.language.values import Writer
from tests.render_fixtures import ENTITIES, count, money

CHINESE, GERMAN = read_language("zh-Hans"), Language("de", Locale("de"))
WRITER = Writer(ENTITIES, {}, str, "", CHINESE)
STEPS = {"": 0, "万": 4, "亿": 8, "万亿": 12}


def words(quantity: Quantity, type: AnyType) -> str:
    return WRITER.quantity(quantity, Field(type)).striptags()


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 7, "0%"),
        (1, 101, "<1%"),
        (1, 100, "1%"),
        (1, 3, "33%"),
        (43, 44, "98%"),
        (1, 8, "13%"),
        (199, 200, "99%"),
        (999_999, 1_000_000, "99%"),
        (7, 7, "100%"),
        (0, 0, ""),
    ],
)
def test_a_share_is_all_only_where_nothing_is_missing_and_none_only_where_nothing_is_there(
    part: int, whole: int, told: str
) -> None:
    """It is rounded half up otherwise: 199 of 200 figures with a source are not 100 %."""
    assert told == numbers.share(part, whole, ENGLISH)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (money("380", "CNY", "billion"), "3800亿人民币"),
        (money("53", "USD", "billion"), "530亿美元"),
        (money("2.50", "EUR", "billion"), "25.0亿欧元"),
        (money("2.75", "USD", "billion"), "27.5亿美元"),
        (money("1", "USD", "trillion"), "1万亿美元"),
        (money("0.5", "USD", "trillion"), "5000亿美元"),
        (money("91", "USD", "thousand"), "9.1万美元"),
        (money("1.5", "USD", "thousand"), "1,500美元"),
        (money("1234567.5", "HKD"), "1,234,567.5港元"),
        (money("23456", "USD", "trillion"), "23,456万亿美元"),
        (money("-3", "USD", "million"), "−300万美元"),
        (money("100", "USD", "billion", Hedge.UP_TO), "至多1000亿美元"),
    ],
)
def test_money_in_chinese(amount: Quantity, expected: str) -> None:
    assert expected == words(amount, MONEY)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (
            money("999999999999999999", "USD", "trillion"),
            "999,999,999,999,999,999,000,000,000,000 US dollars",
        ),
        (money("-0.000000001", "USD"), "−0.000000001 US dollars"),
        (
            money("123456789012345678.123456789", "JPY"),
            "123,456,789,012,345,678.123456789 Japanese yen",
        ),
    ],
)
def test_the_largest_and_the_smallest_figures_are_written_in_full(
    amount: Quantity, expected: str
) -> None:
    assert expected == Writer(ENTITIES, {}, str, "", ENGLISH).in_full(amount)


@pytest.mark.parametrize(
    ("quantity", "type", "expected"),
    [
        (count("1", "parameters", "trillion", Hedge.OVER), COUNT, "超过1万亿 parameters"),
        (count("360", hedge=Hedge.ABOUT), RANK, "约第360位"),
        (count("1"), RANK, "第1位"),
        (count("10", "%", hedge=Hedge.NEARLY), PERCENT, "近10%"),
        (count("8", hedge=Hedge.AT_LEAST), COUNT, "至少8"),
        (count("0.50", "%", hedge=Hedge.UNDER), PERCENT, "不到0.50%"),
    ],
)
def test_figures_in_chinese(quantity: Quantity, type: AnyType, expected: str) -> None:
    assert expected == words(quantity, type)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (money("380", "CNY", "billion"), "380 Milliarden CN¥"),
        (money("1", "USD", "million"), "1 Million $"),
        (money("2.50", "EUR"), "2,50 €"),
    ],
)
def test_money_in_a_language_that_puts_its_sign_last(
    amount: Quantity, expected: str
) -> None:
    assert expected == numbers.money(amount, GERMAN).replace("\xa0", " ")


def test_per_cent_is_set_as_the_locale_sets_it() -> None:
    assert ["26.0%", "26,0 %"] == [
        numbers.percent(Decimal("26.0"), one).replace("\xa0", " ")
        for one in (ENGLISH, GERMAN)
    ]


def test_an_amount_in_full() -> None:
    assert "380,000,000,000人民币" == WRITER.in_full(money("380", "CNY", "billion"))


def test_a_length_of_time_in_chinese() -> None:
    assert "1年6个月10天" == WRITER.duration(Duration(years=1, months=6, days=10))


@given(
    st.decimals("-9999999999", "9999999999", allow_nan=False, places=3)
    | st.integers(-(10**12), 10**12).map(Decimal),
    st.sampled_from(list(SCALES)),
)
def test_another_scale_is_the_same_number(number: Decimal, scale: str) -> None:
    quantity = Quantity(number, scale)
    assert quantity.exact == read_back(numbers.scaled(quantity, CHINESE))


@given(
    st.integers(1, 999_999), st.integers(0, 6), st.sampled_from(list(filter(None, SCALES)))
)
def test_another_scale_keeps_every_digit_and_adds_none(
    digits: int, decimals: int, scale: str
) -> None:
    number = Decimal(digits).scaleb(-decimals)
    told = numbers.scaled(Quantity(number, scale), CHINESE)
    shown = "".join(sign for sign in told if sign.isdigit())
    assert shown.lstrip("0").startswith(str(digits))
    assert not shown.lstrip("0")[len(str(digits)) :].strip("0")


def read_back(text: str) -> Decimal:
    """The number that a Chinese reader takes from the words."""
    digits = text.rstrip("万亿")
    return Decimal(digits.replace(",", "").replace("−", "-")).scaleb(
        STEPS[text.removeprefix(digits)]
    )
