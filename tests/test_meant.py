"""What a finding says to write instead of a value that cannot be read: what was meant, and
never a guess.
"""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from dossier.model.currencies import HAN_WORDS, SIGNS, WORDS
from dossier.model.fiscal import Calendar, FiscalYear
from dossier.model.quantities import SYNONYMS
from dossier.model.values import (
    COUNT,
    DATE,
    DURATION,
    FACTOR,
    FLAG,
    MEASURE,
    MONEY,
    PERCENT,
    POINT_CHANGE,
    RANK,
    RATIO,
    AnyType,
    Field,
    Lookups,
    Misread,
    Sign,
)

NOWHERE = Lookups(lambda _: "")
STORES = "stores"
SAID = re.compile(r"`([^`]*)`(?: \(if [^)]*\))?")


def advised(type: AnyType, text: str) -> list[str]:
    """What the advice about a text that cannot be read says to write."""
    field = Field(type, unit=STORES if type is COUNT else "")
    with pytest.raises(Misread):
        type.read(text, field, NOWHERE)
    advice = type.advice(text, field, NOWHERE)
    assert (
        advice == ""
        or advice == f"Write {' or '.join(found[0] for found in SAID.finditer(advice))}."
    )
    return SAID.findall(advice)


MEANT: dict[AnyType, dict[str, list[str]]] = {
    POINT_CHANGE: {
        "6.4 percentage points": ["6.4 points"],
        "-6.4pp": ["-6.4 points"],
        "120bps": ["120 basis points"],
        "1-2 percentage points": ["1 to 2 points"],
        "6.4%": [],
        "6.4": [],
    },
    FACTOR: {"3 times": ["3x"], "3-fold": ["3x"], "2-3x": ["2 to 3x"], "3": []},
    RATIO: {
        "one in five": ["1 in 5"],
        "about 2 out of 3": ["about 2 in 3"],
        "1/5": ["1 in 5"],
        "a fifth": ["1 in 5"],
        "two thirds": ["2 in 3"],
        "20%": [],
        "5 in 1": [],
    },
    MEASURE: {
        "2.4 gigawatts": ["2.4 GW"],
        "300MW": ["300 MW"],
        "1.2 million tonnes": ["1.2 million t"],
        "1.2 million tons": [],
        "10-15 megawatts": ["10 to 15 MW"],
        "300 Megawatt hours": ["300 MWh"],
        "5": [],
    },
    COUNT: {
        "several stores": ["several"],
        "about dozens": ["dozens"],
        "数万": ["tens of thousands"],
        "几百万人": ["millions"],
        "上百家": ["over 100"],
        "数十万": ["hundreds of thousands"],
        "Tens of thousands of stores": ["tens of thousands"],
        "several shops": [],
        "10,000-15,000": ["10000 to 15000"],
        "10000–15000 stores": ["10000 to 15000"],
        "between 5 and 10": ["5 to 10"],
        "15 to 10": ["10 to 15"],
        "2024-05": [],
        "5 and 10": [],
        "24,000": ["24000"],
        "rund 140": ["about 140"],
        "über 1.340": ["over 1340", "over 1.340"],
        "bis zu 1.340,5": ["up to 1340.5"],
        "约320": ["about 320"],
        "約320人": ["about 320"],
        "超过3万": ["over 30 thousand"],
        "1,250": ["1250", "1.250"],
        "24.000": ["24000", "24"],
        "1,234,567": ["1234567"],
        "1.234.567": ["1234567"],
        "1.234,5": ["1234.5"],
        "1,234.5": ["1234.5"],
        "1,00,000": ["100000"],
        "12 500": ["12500"],
        "12\u00a0500": ["12500"],
        "12'500": ["12500"],
        "12,5": ["12.5"],
        "1,250 million": ["1250 million", "1.250 million"],
        "1,2,3": [],
        "24k": ["24 thousand"],
        "5m": ["5 million"],
        "2.5 mn": ["2.5 million"],
        "2.5M stores": ["2.5 million"],
        "5 lakh": ["500 thousand"],
        "3.5万": ["35 thousand"],
        "5 mil": ["5 million", "5 thousand"],
        "5 hundred": ["500"],
        "5 dozen": [],
        "24 000 stores": ["24000"],
        "24,000 shops": [],
        "five": ["5"],
        "007": ["7"],
        "+5": ["5"],
        ".5": ["0.5"],
        "−5": ["-5"],
        "٢٤": ["24"],
        "２４": ["24"],
        "5½": [],
        "10²": [],
        "24-26": ["24 to 26"],
        "24 or 25 stores": [],
        "2 out of ten": [],
        "$5": [],
        "5%": [],
        "10+": ["at least 10"],
        ">= 10": ["at least 10"],
        "more than 120": ["over 120"],
        "Over 120": ["over 120"],
        "~5,000": ["about 5000"],
        "many": [],
        "99999999999999999999": [],
    },
    MONEY: {
        "$0.67 per share": ["0.67 USD per share"],
        "67 cents": ["0.67 USD", "0.67 EUR"],
        "36p": ["0.36 GBP"],
        "$0.67 a share": ["0.67 USD per share"],
        "$10-12 per share": ["10 to 12 USD per share"],
        "$60-65 billion": ["60 to 65 billion USD"],
        "$60bn to $65bn": ["60 to 65 billion USD"],
        "EUR 60 million - EUR 65 million": ["60 to 65 million EUR"],
        "between 60 and 65 billion USD": ["60 to 65 billion USD"],
        "65 to 60 billion USD": [],
        "900 to 1.1 million USD": [],
        "5 USD to 6 EUR": [],
        "$12.9 billion": ["12.9 billion USD"],
        "US$12.9bn": ["12.9 billion USD"],
        "CA$5m": ["5 million CAD"],
        "ca.$5m": ["about 5 million USD"],
        "12.9bn USD": ["12.9 billion USD"],
        "USD 12.9 billion": ["12.9 billion USD"],
        "12.9 billion usd": ["12.9 billion USD"],
        "12.9 billion dollars": ["12.9 billion USD"],
        "12.9 billion Hong Kong dollars": ["12.9 billion HKD"],
        "HK$5": ["5 HKD"],
        "R$ 5": ["5 BRL"],
        "$5 USD": ["5 USD"],
        "€5 USD": [],
        "€5m": ["5 million EUR"],
        "12,9 Mrd. €": ["12.9 billion EUR"],
        "£1,250": ["1250 GBP", "1.250 GBP"],
        "£1.250": ["1250 GBP", "1.250 GBP"],
        "£1.250 million": ["1.250 million GBP"],
        "¥5 billion": ["5 billion CNY", "5 billion JPY"],
        "RMB 5 billion": ["5 billion CNY"],
        "5 billion yuan": ["5 billion CNY"],
        "1200亿元": ["120 billion CNY"],
        "12亿美元": ["1.2 billion USD"],
        "5 kr": ["5 SEK", "5 NOK", "5 DKK"],
        "Rs. 5 crore": ["50 million INR"],
        "₹5 lakh crore": [],
        "-$5 million": ["-5 million USD"],
        "$-5 million": ["-5 million USD"],
        "over $5bn": ["over 5 billion USD"],
        "$5bn+": ["at least 5 billion USD"],
        "more than 5 million USD": ["over 5 million USD"],
        "24.000 EUR": ["24000 EUR", "24 EUR"],
        "5 million": [],
        "5 million CYN": [],
        "CAD $5 billion": ["5 billion CAD"],
        "5 USD million": ["5 million USD"],
        "5 million USD million": [],
        "$5-6 billion": ["5 to 6 billion USD"],
        "5%": [],
    },
    PERCENT: {
        "10-15%": ["10 to 15%"],
        "10 to 15 per cent": ["10 to 15%"],
        "10% to 15%": ["10 to 15%"],
        "-5 to -6%": ["-6 to -5%"],
        "5 %": ["5%"],
        "5 percent": ["5%"],
        "5 per cent": ["5%"],
        "5 pct": ["5%"],
        "5％": ["5%"],
        "12,5%": ["12.5%"],
        "1.500 %": ["1500%", "1.500%"],
        "~5 %": ["about 5%"],
        "-5 %": ["-5%"],
        "26": ["26%"],
        "0.05": [],
        "5 percentage points": [],
        "5pp": [],
        "5 %-points": [],
        "24-26%": ["24 to 26%"],
        "5 million": [],
    },
    RANK: {
        "#6": ["6"], "No. 6": ["6"], "6th": ["6"], "1st": ["1"], "0": [], "2.5": [], "1,000": ["1000"],
        "~360": ["about 360"],
    },
    FLAG: {"yes": ["true"], "No": ["false"], "TRUE": ["true"], "0": ["false"], "maybe": []},
    DURATION: {
        "3 years": ["P3Y"], "one year": ["P1Y"], "6 months": ["P6M"], "2 weeks": ["P14D"], "P1W": ["P7D"],
        "p3y": ["P3Y"], "90 days": ["P90D"], "1 year and 6 months": ["P1Y6M"], "1.5 years": [], "P": [], "soon": [],
    },
    DATE: {
        "July 24, 2025": ["2025-07-24"],
        "Jul. 24, 2025": ["2025-07-24"],
        "Thursday, July 24th, 2025": ["2025-07-24"],
        "24 July 2025": ["2025-07-24"],
        "the 24th of July 2025": ["2025-07-24"],
        "24-Jul-2025": ["2025-07-24"],
        "July 2025": ["2025-07"],
        "2025 July 24": ["2025-07-24"],
        "2025年7月24日": ["2025-07-24"],
        "2025年7月": ["2025-07"],
        "2025年": ["2025"],
        "2014-3": ["2014-03"],
        "2014/03": ["2014-03"],
        "2014/3/9": ["2014-03-09"],
        "20140309": ["2014-03-09"],
        "2014-03-09T10:00:00Z": ["2014-03-09"],
        "2014-03-09 10:00": ["2014-03-09"],
        "٢٠١٤": ["2014"],
        "5/8/2024": ["2024-08-05", "2024-05-08"],
        "5-8-2024": ["2024-08-05", "2024-05-08"],
        "5.8.2024": ["2024-08-05"],
        "31/12/2020": ["2020-12-31"],
        "12/31/2020": ["2020-12-31"],
        "5/5/2024": ["2024-05-05"],
        "03/2014": ["2014-03"],
        "30/02/2024": [],
        "2024-02-30": [],
        "5/8/24": [],
        "Q2 2025": ["2025-34"],
        "2025 Q2": ["2025-34"],
        "2025-Q2": ["2025-34"],
        "2Q2025": ["2025-34"],
        "the second quarter of 2025": ["2025-34"],
        "H1 2025": ["2025-40"],
        "second half of 2025": ["2025-41"],
        "FY2025": [],
        "spring 2025": ["2025-21"],
        "1990s": ["199X"],
        "the 1990's": ["199X"],
        "19th century": ["18XX"],
        "/1985": ["../1985"],
        "until 1985": ["../1985"],
        "1985/": ["1985/.."],
        "1985-": ["1985/.."],
        "since July 1985": ["1985-07/.."],
        "1985-present": ["1985/.."],
        "c. 2010": ["2010~"],
        "about 2010": ["2010~"],
        "2010 (?)": ["2010?"],
        "2010-15": ["2010/2015", "[2010..2015]"],
        "2010/11": ["2010-11", "2010/2011", "[2010..2011]"],
        "2010-2015": ["2010/2015", "[2010..2015]"],
        "2010–2015": ["2010/2015", "[2010..2015]"],
        "from 2010 to 2015": ["2010/2015"],
        "between June 2010 and July 2015": ["[2010-06..2015-07]"],
        "1-3 May 2023": ["2023-05-01/2023-05-03", "[2023-05-01..2023-05-03]"],
        "May 1 to 3, 2023": ["2023-05-01/2023-05-03", "[2023-05-01..2023-05-03]"],
        "May–July 2023": ["2023-05/2023-07", "[2023-05..2023-07]"],
        "2024 or 2025": ["[2024..2025]"],
        "2020 or 2025": [],
        "5/8/2024 - 7/8/2024": [
            "2024-08-05/2024-08-07", "2024-05-08/2024-07-08", "[2024-08-05..2024-08-07]", "[2024-05-08..2024-07-08]",
        ],
        "2024/2023": [],
        "1996_2004": [],
        "early 2025": [],
        "last year": [],
        "AD": [],
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("type", "text", "expected"),
    [
        (type, text, expected)
        for type, cases in MEANT.items()
        for text, expected in cases.items()
    ],
)
def test_what_is_advised(type: AnyType, text: str, expected: list[str]) -> None:
    """Each way that a text may be meant, in our notation; nothing where nobody can tell."""
    assert expected == advised(type, text)


@pytest.mark.parametrize(
    ("type", "text", "advice"),
    [
        (
            COUNT,
            "24.000",
            "Write `24000` (if the point parts thousands) or `24` (if the point parts the decimals).",
        ),
        (
            COUNT,
            "5 mil",
            "Write `5 million` (if mil stands for a million) or `5 thousand` (if mil stands for a thousand).",
        ),
        (
            MONEY,
            "$12.9 billion",
            "Write `12.9 billion USD` (if these are dollars of the United States).",
        ),
        (MONEY, "¥5", "Write `5 CNY` (if these are yuan) or `5 JPY` (if these are yen)."),
        (
            DATE,
            "5/8/2024",
            "Write `2024-08-05` (if the day comes first) or `2024-05-08` (if the month comes first).",
        ),
        (
            DATE,
            "Q2 2025",
            "Write `2025-34` (if the second quarter of the calendar year is meant).",
        ),
        (DATE, "July 24, 2025", "Write `2025-07-24`."),
    ],
)
def test_what_each_takes_for_granted_is_said(type: AnyType, text: str, advice: str) -> None:
    assert advice == type.advice(
        text, Field(type, unit=STORES if type.takes_unit else ""), NOWHERE
    )


@pytest.mark.parametrize("words", SYNONYMS)
def test_every_synonym_is_answered_by_our_word(words: str) -> None:
    """What people write instead of a hedge is replaced by it, whether a space follows or
    not.
    """
    assert [f"{SYNONYMS[words]} 5%"] == advised(PERCENT, f"{words} 5%")


@pytest.mark.parametrize("words", [*WORDS, *HAN_WORDS, *SIGNS])
def test_every_name_of_a_currency_is_answered_by_codes(words: str) -> None:
    assert advised(MONEY, f"5 million {words}")


number = some.from_regex(
    r"[0-9]{1,4}(?:[., '][0-9]{1,3}){0,2}",
    fullmatch=True,
    alphabet=some.characters(codec="ascii"),
)
words = some.sampled_from(
    ["million", "bn", "m", "Mrd.", "亿", "k", "%", "percent", "pp", "$", "€", "¥", "kr", "USD", "yuan", "stores", "over",
     "~", "about", "+", "-", "(", ")", "Q2", "H1", "July", "24", "2025", "1985", "/", "to", "since", "?", "the", "th",
     "spring", ",", "between", "and", "from", "weeks", "day", "5/8/2024", "2010-15"]
)  # fmt: skip
sloppy = some.lists(number | words, min_size=1, max_size=6).flatmap(
    lambda parts: some.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


@given(
    some.sampled_from([COUNT, MONEY, PERCENT, RANK, FLAG, DURATION, DATE]),
    sloppy | some.text(max_size=60),
)
@example(DATE, "-".join("1" * 30))
@example(DATE, "since " * 9 + "2010")
@example(MONEY, "$" * 60)
def test_all_that_is_advised_can_be_read(type: AnyType, text: str) -> None:
    """Whatever is written, each suggestion is a value of the same type, and no two are the
    same.
    """
    field = Field(type, unit=STORES if type is COUNT else "")
    found = SAID.findall(type.advice(text, field, NOWHERE))
    for suggestion in found:
        type.read(suggestion, field, NOWHERE)
    assert len(found) == len({*found})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("net loss of 2.9 billion USD", "Write `-2.9 billion USD`."),
        ("(2900) million USD", "Write `-2900 million USD`."),
        ("minus 3m EUR", "Write `-3 million EUR`."),
    ],
)
def test_a_loss_is_below_zero_where_a_property_is_of_results(
    text: str, expected: str
) -> None:
    """Of another one, nobody can tell."""
    assert expected == MONEY.advice(text, Field(MONEY, sign=Sign.RESULT), NOWHERE)
    assert "" == MONEY.advice(text, Field(MONEY), NOWHERE)


def test_a_quarter_is_of_the_calendar_or_of_the_company_where_it_has_a_year_of_its_own() -> (
    None
):
    lookups = Lookups(lambda _: "", Calendar(FiscalYear(1, 31)))
    calendar, own = (
        "the second quarter of the calendar year is meant",
        "that of the company’s own year is meant",
    )
    told = f"Write `2025-34` (if {calendar}) or `FY2025-Q2` (if {own})."
    assert told == DATE.advice("Q2 2025", Field(DATE), lookups)
    assert "FY2025-H1" in DATE.advice("first half of 2025", Field(DATE), lookups)
    assert "FY" not in DATE.advice("Q2 2025", Field(DATE), NOWHERE)
