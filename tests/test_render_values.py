"""Values as people read them."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from dossier.model.quantities import Hedge, Quantity, Range
from dossier.model.values import (
    ADDRESS,
    COUNT,
    DATE,
    DURATION,
    ENTITY,
    FACTOR,
    FLAG,
    MEASURE,
    MONEY,
    PERCENT,
    PLACE,
    POINT_CHANGE,
    QUOTATION,
    RANK,
    RATIO,
    TEXT,
    UNSTATED,
    Address,
    AnyType,
    Duration,
    Field,
    Name,
    PlaceName,
    Plain,
    Property,
    Quotation,
    Ratio,
    Several,
)
from dossier.render.language.catalogues import ENGLISH, read_language
from dossier.render.language.values import Writer
from tests.render_fixtures import ENTITIES, HOSTILE, PROPERTIES, count, date, money

WRITER = Writer(
    ENTITIES,
    {"acme": "companies/acme/", "beta": "companies/beta/"},
    lambda target: f"/{target}",
    "companies/acme/",
    ENGLISH,
)


def words(value: Plain, type: AnyType, unit: str = "") -> str:
    return WRITER.value(value, Field(type, unit)).striptags()


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (money("380", "CNY", "billion"), "CN¥380 billion"),
        (money("53", "USD", "billion"), "US$53 billion"),
        (money("2.50", "EUR", "million"), "€2.50 million"),
        (money("100", "USD", "billion", Hedge.UP_TO), "up to US$100 billion"),
        (money("1234567.5", "HKD"), "HK$1,234,567.5"),
        (money("7", "CHF"), "CHF 7"),
        (money("-3", "USD", "million"), "−US$3 million"),
    ],
)
def test_money_is_shown_as_its_source_gave_it(amount: Quantity, expected: str) -> None:
    assert expected == words(amount, MONEY)


@pytest.mark.parametrize(
    ("quantity", "type", "expected"),
    [
        (
            count("1", "parameters", "trillion", Hedge.OVER),
            COUNT,
            "over 1 trillion parameters",
        ),
        (count("91", "data centres"), COUNT, "91 data centres"),
        (count("10", "%", hedge=Hedge.NEARLY), PERCENT, "nearly 10%"),
        (count("6"), RANK, "6th"),
        (count("360", hedge=Hedge.ABOUT), RANK, "about 360th"),
        (count("1"), RANK, "1st"),
        (count("22"), RANK, "22nd"),
        (count("113"), RANK, "113th"),
    ],
)
def test_a_quantity_keeps_its_hedge_and_unit(
    quantity: Quantity, type: AnyType, expected: str
) -> None:
    assert expected == words(quantity, type)


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("60 to 65 billion USD", MONEY, "US$60 billion to US$65 billion"),
        (
            "about 200 thousand to 1.5 million USD",
            MONEY,
            "about US$200 thousand to US$1.5 million",
        ),
        ("-6 to -5%", PERCENT, "−6% to −5%"),
        ("10000 to 15000 jobs", COUNT, "10,000 to 15,000 jobs"),
        ("10 to 20 MW", MEASURE, "10 to 20 MW"),
        ("1 to 2 points", POINT_CHANGE, "1 to 2 percentage points"),
        ("10 to 12 USD per share", MONEY, "US$10 to US$12 per share"),
    ],
)
def test_a_range_is_told_with_both_ends(text: str, type: AnyType, expected: str) -> None:
    assert expected == words(Range.parse(text), type)


@pytest.mark.parametrize(
    ("value", "type", "english", "chinese"),
    [
        (
            Quantity.parse("-6.4 points"),
            POINT_CHANGE,
            "−6.4 percentage points",
            "−6.4个百分点",
        ),
        (Quantity.parse("1 points"), POINT_CHANGE, "1 percentage point", "1个百分点"),
        (
            Quantity.parse("over 1000 basis points"),
            POINT_CHANGE,
            "over 1,000 basis points",
            "超过1,000个基点",
        ),
        (Quantity.parse("2.5x"), FACTOR, "2.5 times", "2.5倍"),
        (Ratio(1, 5), RATIO, "1 in 5", "每5个中有1个"),
        (Quantity.parse("2.4 GW"), MEASURE, "2.4 GW", "2.4 吉瓦"),
        (Quantity.parse("1.20 million t"), MEASURE, "1.20 million t", "120万 t"),
        (Quantity.parse("3 Mt CO2e"), MEASURE, "3 Mt CO2e", "3 Mt CO2e"),
        (
            Quantity.parse("0.67 USD per share"),
            MONEY,
            "US$0.67 per share",
            "每share 0.67美元",
        ),
        (Duration(3), DURATION, "3 years", "3年"),
        (
            Several("tens of thousands", "jobs"),
            COUNT,
            "tens of thousands of jobs",
            "数万jobs",
        ),
        (Several("several"), COUNT, "several", "数个"),
        (Quotation("We sail"), QUOTATION, "“We sail”", "“We sail”"),
        (Address("https://example.org/a/"), ADDRESS, "example.org/a", "example.org/a"),
    ],
)
def test_values_are_said_in_each_language(
    value: Plain, type: AnyType, english: str, chinese: str
) -> None:
    assert english == words(value, type)
    assert (
        chinese
        == replace(WRITER, language=read_language("zh-Hans"))
        .value(value, Field(type))
        .striptags()
    )


def test_an_amount_is_told_in_full_with_both_ends_and_what_it_is_for_one_of() -> None:
    assert "60,000,000,000 to 65,000,000,000 US dollars" == WRITER.in_full(
        Range.parse("60 to 65 billion USD")
    )
    assert "0.67 US dollars per share" == WRITER.in_full(
        Quantity.parse("0.67 USD per share")
    )


def test_somebodys_words_name_their_language_and_an_address_leads_there() -> None:
    spoken = WRITER.value(Quotation("我们黎明启航", "zh"), Field(QUOTATION))
    assert '<span lang="zh">“我们黎明启航”</span>' == spoken
    linked = WRITER.value(Address("https://example.org/a"), Field(ADDRESS))
    assert '<a href="https://example.org/a" rel="external">example.org/a</a>' == linked


def test_a_count_without_a_unit_takes_that_of_its_property() -> None:
    assert "91 sites" == words(count("91"), COUNT, "sites")


def test_a_figure_carries_its_exact_value_for_machines() -> None:
    html = WRITER.value(money("2.50", "EUR", "million"), Field(MONEY))
    assert '<data class="figure" value="2500000">€2.50 million</data>' == html


def test_an_entity_with_a_dossier_is_a_link() -> None:
    assert '<a class="name" href="/companies/beta/">Beta &amp; Sons</a>' == WRITER.value(
        Name("beta"), Field(ENTITY)
    )


@pytest.mark.parametrize("entity", ["ann", "acme"])
def test_an_entity_without_a_dossier_or_on_its_own_page_is_a_name(entity: str) -> None:
    assert ENTITIES[entity].name == WRITER.value(Name(entity), Field(ENTITY))


def test_several_values_are_a_list_in_words() -> None:
    assert "a, b and <c>" == Markup(words(("a", "b", "<c>"), TEXT)).unescape()  # noqa: S704 - of the test


def test_a_value_that_is_not_given_says_so() -> None:
    assert "not stated" == words(UNSTATED, MONEY)


def test_text_is_escaped() -> None:
    html = WRITER.value(HOSTILE, Field(TEXT))
    assert "<" not in html.replace("&lt;", "")
    assert html.unescape() == HOSTILE


def test_a_record_in_a_line_gives_its_figures() -> None:
    value: dict[str, Plain] = {
        "date": date("1999"),
        "what": "It begins",
        "cost": money("2", "EUR"),
        "guests": (Name("ann"),),
    }
    assert "€2" == WRITER.whole(value, PROPERTIES["event"]).striptags()


def test_a_record_without_figures_gives_its_words() -> None:
    value: dict[str, Plain] = {
        "date": date("1999"),
        "what": "It begins",
        "cost": UNSTATED,
        "guests": (Name("ann"),),
    }
    assert "It begins" == WRITER.whole(value, PROPERTIES["event"])


def test_a_record_of_nothing_but_lists_gives_the_lists() -> None:
    assert "Ann Lee" == WRITER.whole(
        {"date": date("1999"), "guests": (Name("ann"),)}, PROPERTIES["event"]
    )


def test_a_record_that_is_only_a_date_gives_the_date() -> None:
    assert "1999" == WRITER.whole({"date": date("1999")}, PROPERTIES["event"]).striptags()


def test_a_date_as_a_value_says_when_it_is_inferred() -> None:
    prop = Property("day", "Day", Field(DATE), None)
    assert "1999" == WRITER.whole(date("1999"), prop, {"value": "We know."}).striptags()


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Duration(years=3), "3 years"),
        (Duration(years=1, months=6), "1 year and 6 months"),
        (Duration(days=10), "10 days"),
        (Duration(years=1, months=6, days=10), "1 year, 6 months and 10 days"),
    ],
)
def test_a_duration_in_words(span: Duration, expected: str) -> None:
    assert expected == WRITER.duration(span)


def test_names_of_currencies_and_languages_come_from_the_locale() -> None:
    assert "380,000,000,000 Chinese yuan" == WRITER.in_full(money("380", "CNY", "billion"))
    assert "English (United Kingdom)" == WRITER.language_name("en-GB")


def test_a_place_is_named_as_the_content_has_it() -> None:
    assert "Hong Kong" == words(PlaceName("Hong Kong", "HK"), PLACE)


@pytest.mark.parametrize(("flag", "word"), [(True, "yes"), (False, "no")])
def test_a_flag_is_a_word(flag: bool, word: str) -> None:
    assert word == words(flag, FLAG)


@pytest.mark.parametrize(
    ("page", "content", "expected"),
    [
        (
            "de",
            "en",
            '<span lang="en"><bdi lang="en">a</bdi> and <bdi lang="en">b</bdi></span>',
        ),
        ("de", "", "a und b"),
        (
            "en",
            "de",
            '<span lang="de"><bdi lang="de">a</bdi> und <bdi lang="de">b</bdi></span>',
        ),
    ],
)
def test_texts_are_joined_by_a_word_of_their_own_language(
    page: str, content: str, expected: str
) -> None:
    writer = replace(WRITER, language=read_language(page), content=content)
    assert expected == writer.value(("a", "b"), Field(TEXT))
