"""Dates in words, never more exact than their EDTF text."""

import pytest
from babel import Locale
from markupsafe import Markup

from dossier.model.dates import PartialDate
from dossier.model.fiscal import FiscalPeriod, FiscalYear
from dossier.render.language.catalogues import ENGLISH, Language, read_language
from dossier.render.language.dates import date_markup
from dossier.render.language.phrases import Phrase
from tests.helpers import a_date

GERMAN = Language("de", Locale("de"))
CHINESE = read_language("zh-Hans")


def words(text: str, inferred: bool = False) -> str:
    return date_markup(a_date(text), ENGLISH, inferred).striptags()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-24", "24 September 2025"),
        ("2025-09-24?", "24 September 2025 (uncertain)"),
        ("2024-09~", "about September 2024"),
        ("2024%", "about 2024 (uncertain)"),
        ("2025-04", "April 2025"),
        ("2025", "2025"),
        ("0800", "800"),
        ("201X", "2010s"),
        ("20XX", "2000 to 2099"),
        ("2025-XX", "a month of 2025"),
        ("2025-XX-XX", "a day in 2025"),
        ("2025-04-XX", "a day in April 2025"),
        ("2017-39 (late)", "late 2017"),
        ("2017-33 (early)", "early 2017"),
        ("2017-38 (mid)", "mid-2017"),
        ("2017-34", "second quarter of 2017"),
        ("2017-34 (about)", "about second quarter of 2017"),
        ("2017-36 (uncertain)", "fourth quarter of 2017 (uncertain)"),
        ("2017-21", "spring 2017"),
        ("2025/2028~", "2025 to about 2028"),
        ("2025/..", "since 2025"),
        ("../2024", "until 2024"),
        ("2025?/2028", "2025 (uncertain) to 2028"),
        ("[2020-10..2024-09]", "between October 2020 and September 2024"),
        ("[..2024-09]", "by September 2024"),
        ("[2020-10..]", "October 2020 or later"),
    ],
)
def test_a_date_in_words(text: str, expected: str) -> None:
    assert expected == words(text)


def test_an_inferred_date_says_so_instead_of_uncertain() -> None:
    assert "24 September 2025≈" == words("2025-09-24?", inferred=True)
    assert "2025 to about 2028≈" == words("2025?/2028~", inferred=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-24", '<time datetime="2025-09-24">24 September 2025</time>'),
        ("2024-09~", 'about <time datetime="2024-09">September 2024</time>'),
        (
            "2025/2028~",
            '<time datetime="2025">2025</time> to about <time datetime="2028">2028</time>',
        ),
        ("2017-39 (late)", "late 2017"),
        ("201X", "2010s"),
        ("2025-04-XX", "a day in April 2025"),
    ],
)
def test_only_what_html_can_hold_is_a_time(text: str, expected: str) -> None:
    assert Markup(expected) == date_markup(a_date(text), ENGLISH)  # noqa: S704 - written above


def test_another_locale_writes_dates_its_own_way() -> None:
    assert (
        "24. September 2025"
        == date_markup(PartialDate.parse("2025-09-24"), GERMAN).striptags()
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-24", "2025年9月24日"),
        ("2025-09-24?", "2025年9月24日（存疑）"),
        ("2024-09~", "约2024年9月"),
        ("2025", "2025年"),
        ("201X", "2010年代"),
        ("20XX", "2000年至2099年"),
        ("2025-XX", "2025年某月"),
        ("2025-04-XX", "2025年4月某日"),
        ("2017-41 (late)", "2017年末"),
        ("2017-38 (mid)", "2017年年中"),
        ("2017-34", "2017年第二季度"),
        ("2017-34 (about)", "约2017年第二季度"),
        ("2017-21", "2017年春"),
        ("2025/2028~", "2025年至约2028年"),
        ("2025/..", "自2025年起"),
        ("../2024", "至2024年为止"),
        ("[2020-10..2024-09]", "2020年10月至2024年9月之间"),
        ("[..2024-09]", "不晚于2024年9月"),
        ("[2020-10..]", "不早于2020年10月"),
    ],
)
def test_a_date_in_chinese(text: str, expected: str) -> None:
    assert expected == date_markup(a_date(text), CHINESE).striptags()


def test_an_inferred_date_in_chinese() -> None:
    assert (
        "2025年9月24日≈"
        == date_markup(PartialDate.parse("2025-09-24?"), CHINESE, inferred=True).striptags()
    )


def test_a_fiscal_period_says_its_name_and_its_days() -> None:
    """Readers need not know when a company's year ends."""
    for text, english, chinese in (
        (
            "FY2025-Q2",
            "second quarter of fiscal 2025 (May to July 2024)",
            "2025财年第二季度（2024年5月至2024年7月）",
        ),
        (
            "FY2025-H2",
            "second half of fiscal 2025 (August 2024 to January 2025)",
            "2025财年下半年（2024年8月至2025年1月）",
        ),
        (
            "FY2025",
            "fiscal 2025 (February 2024 to January 2025)",
            "2025财年（2024年2月至2025年1月）",
        ),
    ):
        period = FiscalPeriod.parse(text)
        read = PartialDate.of_fiscal(period, *FiscalYear(1, 31).days_of(period))
        assert [english, chinese] == [
            date_markup(read, language).striptags() for language in (ENGLISH, CHINESE)
        ]


def test_what_follows_with_certainty_has_no_sign() -> None:
    """As the year of “earlier this year” in a text of 2025; what is said as between two
    dates leaves open enough.
    """
    assert ["2025", "between 2020 and 2024"] == [
        words(text, inferred=True) for text in ("2025", "[2020..2024]")
    ]


def test_the_sign_is_heard_as_words() -> None:
    said = date_markup(a_date("2025-09-24?"), ENGLISH, inferred=True)
    assert said.endswith(
        '<span class="inferred" role="img" aria-label="date inferred">≈</span>'
    )


@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-05-02", "2017-34", "201X"])
def test_no_german_ending_depends_on_how_exact_a_date_is(text: str) -> None:
    told, german = date_markup(a_date(text), read_language("de")), read_language("de")
    assert f"Neueste Quelle dieser Website: {told}." == german.fill(
        Phrase("The newest source of this site is dated %(date)s."), date=told
    )


def test_a_part_of_a_year_takes_no_german_case() -> None:
    told = date_markup(a_date("2017-34 (about)"), read_language("de"))
    assert "etwa 2. Quartal 2017" == told.striptags()
