"""Dates: the subset of EDTF, the days that a date can mean, and what three other readers of
EDTF say of both.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dossier.model.dates import PARTS, PartialDate, Shape
from dossier.model.fiscal import FiscalPeriod, FiscalYear, NamedBy, NoExactEnd
from dossier.read.old_dates import renewed
from tests.helpers import TESTS, a_date, fixtures
from tests.toolchain import read_by_edtf_js

YEARS = some.integers(1, 9999).map("{:04}".format) | some.sampled_from(["201X", "20XX"])
MONTHS = some.sampled_from([f"{month:02}" for month in (*range(14), *PARTS)] + ["XX"])
DAYS = some.integers(0, 32).map("{:02}".format) | some.just("XX")
PLAIN = (
    YEARS
    | some.tuples(YEARS, MONTHS).map("-".join)
    | some.tuples(YEARS, MONTHS, DAYS).map("-".join)
)
MOMENTS = some.tuples(PLAIN, some.sampled_from(["", "?", "~", "%"])).map("".join)


@pytest.mark.parametrize(("title", "text", "expected"), fixtures("dates"))
def test_dates_mean_what_the_fixtures_say(title: str, text: str, expected: str) -> None:
    """Each text is read as the days written behind it, or refused for the reason written
    there.
    """
    assert expected.split("\n") == [outcome(line) for line in text.split("\n")]


def outcome(text: str) -> str:
    """The shape and bounds of a date, or why it is none."""
    try:
        read = PartialDate.parse(text)
    except ValueError as error:
        return f"refused: {error}".rstrip(": ")
    return f"{read.shape.value} {read.earliest} {read.latest}"


def is_known_difference(text: str) -> bool:
    """Where we and the oracle differ, and mean to."""
    year, _, rest = text.rstrip("?~%").partition("-")
    month, _, day = rest.partition("-")
    return (
        (
            text[-1] in "?~%" and "X" in text
        )  # the other readers know no doubt about what is not known in full
        or rest == "02-29"  # it takes 29 February in every year
        or (
            "X" in year and month.isdigit()
        )  # a known month of an unknown year is none of our subset
        or (month == "XX" and day.isdigit())  # and so is a known day of an unknown month
    )


@settings(max_examples=100)
@given(MOMENTS.filter(lambda text: not is_known_difference(text)))
def test_moments_agree_with_the_oracle(text: str) -> None:
    """The library accepts what we accept, and bounds it by the same days."""
    import edtf
    from edtf.parser import EDTFParseException

    try:
        oracle = edtf.parse_edtf(text)
    except EDTFParseException:
        assert outcome(text).startswith("refused")
        return
    assert outcome(text).startswith("moment")
    if (
        "-24" not in text[4:7]
    ):  # its winter is December alone; ours may lie at either end of the year
        read = PartialDate.parse(text)
        assert (oracle.lower_strict()[:3], oracle.upper_strict()[:3]) == (
            read.earliest.timetuple()[:3],
            read.latest.timetuple()[:3],
        )


def every_shape() -> Iterator[str]:
    """Dates of every kind, with every doubt, alone and as both ends of every kind of span."""
    kinds = (
        "{}",
        "{}-03",
        "{}-10-05",
        "{}-XX",
        "{}-XX-XX",
        "{}-04-XX",
        "{}-22",
        "{}-34",
        "{}-38",
        "{}-41",
    )
    ends = [[kind.format(year) for kind in kinds] for year in ("2015", "2026")]
    ends[0] += ["201X", "19XX", "201X-XX", "201X-XX-XX"]
    ends[1] += ["202X", "20XX", "202X-XX", "20XX-XX-XX"]
    starts, lasts = (
        [f"{text}{sign}" for text in texts for sign in ("", "?", "~", "%")]
        for texts in ends
    )
    yield from starts
    for start, last in product(
        ["", "..", *starts], ["", "..", *lasts, "2015", "2015-03-05", "2015-XX-XX~"]
    ):
        yield from (f"{start}/{last}", f"[{start}..{last}]")


def accepted_by_all(texts: Sequence[str]) -> dict[str, bool]:
    """Whether each of the three readers of EDTF takes a text."""
    from edtf_validate.valid_edtf import is_valid

    return {
        text: bool(is_valid(text)) and taken and is_read(text)
        for text, taken in read_by_edtf_js(texts).items()
    }


def is_read(text: str) -> bool:
    """Whether the Python library reads it."""
    import edtf
    from edtf.parser import EDTFParseException

    with suppress(
        EDTFParseException, AttributeError
    ):  # it fails so at some that it half knows
        return bool(edtf.parse_edtf(text))
    return False


def test_every_reader_of_edtf_takes_what_we_take() -> None:
    """No date that content may hold, and data exports, is refused by edtf, edtf-validate or
    edtf.js.
    """
    ours = [text for text in every_shape() if not outcome(text).startswith("refused")]
    assert len(ours) > 250
    assert [] == [text for text, taken in accepted_by_all(ours).items() if not taken]


def test_every_reader_of_edtf_takes_the_dates_of_the_data() -> None:
    """So do they in what a site exports."""
    files = (TESTS / "golden/kitchen-sink/data").rglob("*.json")
    texts = {
        text
        for path in files
        for text in re.findall(r'"edtf": "([^"]+)"', path.read_text("utf-8"))
    }
    assert len(texts) > 10
    assert [] == [
        text for text, taken in accepted_by_all(sorted(texts)).items() if not taken
    ]


def test_the_readers_refuse_what_we_once_took() -> None:
    """The forms that files had are ones that one reader at least does not take."""
    texts = [
        text
        for title, block, _ in fixtures("old-dates")
        if "left" not in title
        for text in block.split("\n")
    ]
    assert [] == [text for text, taken in accepted_by_all(texts).items() if taken]


@pytest.mark.parametrize(("title", "text", "expected"), fixtures("old-dates"))
def test_old_forms_are_written_as_the_fixtures_say(
    title: str, text: str, expected: str
) -> None:
    """Each text is brought up to the one behind it, or is none that can be."""
    assert expected.split("\n") == [
        str(renewed(line) or "none") for line in text.split("\n")
    ], title


@given(
    some.tuples(MOMENTS | some.just(""), MOMENTS | some.just("")),
    some.sampled_from(["{}/{}", "[{}..{}]", "{}{}"]),
)
def test_no_date_becomes_more_exact_or_more_certain(
    ends: tuple[str, str], form: str
) -> None:
    """What is brought up can still mean every day that its old form could, and has a doubt
    if that had one.
    """
    now = renewed(form.format(*ends))
    if now is None:
        return
    bare = [PartialDate.parse(end.rstrip("?~%")) for end in ends if end]
    assert all(now.earliest <= end.earliest for end in bare[:1] if ends[0])
    assert all(end.latest <= now.latest for end in bare[-1:] if ends[1])
    doubted = any(moment.uncertain or moment.approximate for moment in now.bounds)
    assert doubted == any(end.endswith(("?", "~", "%")) for end in ends)
    assert now == a_date(str(now))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "2017 (late)",
            "late is said of a part of a year alone. Write 2017-36, 2017-39 or 2017-41 as the date",
        ),
        (
            "2017-33 (late)",
            "late is said of a part of a year alone. Write 2017-36, 2017-39 or 2017-41 as the date",
        ),
        (
            "2017-03 (about)",
            "EDTF has a sign for it. Write ~ for about or ? for uncertain behind the year, month or day",
        ),
        (
            "2017/2018 (uncertain)",
            "EDTF has a sign for it. Write ~ for about or ? for uncertain behind the year, month or day",
        ),
        ("2017-36 (late, about)", "it is late or about, not both"),
        ("2017-36 (early, mid)", "it is early or mid, not both"),
        (
            "[2017..2018] (mid)",
            "mid is said of a part of a year alone. Write 2017-34, 2017-35 or 2017-38 as the date",
        ),
    ],
)
def test_words_of_doubt_fit_their_date(text: str, reason: str) -> None:
    """Words stand only beside a date of which EDTF cannot say the same."""
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        a_date(text)


def test_words_of_doubt_make_another_date() -> None:
    """A date with them is as long, and not the same; their order does not matter."""
    plain, late = a_date("2017-36"), a_date("2017-36 (late, uncertain)")
    assert (plain.earliest, plain.latest) == (late.earliest, late.latest)
    assert plain != late == a_date("2017-36 (uncertain, late)")


@settings(max_examples=40)
@given(some.dates(), some.dates(), some.sampled_from(["{}/{}", "[{}..{}]"]))
def test_spans_agree_with_the_oracle(first: date, last: date, form: str) -> None:
    """A span in order is read as the library reads it; one that ends before it begins is
    refused.
    """
    import edtf

    text = form.format(first, last)
    if first > last:
        assert "refused: it ends before it begins" == outcome(text)
    else:
        oracle, read = edtf.parse_edtf(text), PartialDate.parse(text)
        assert (oracle.lower_strict()[:3], oracle.upper_strict()[:3]) == (
            first.timetuple()[:3],
            last.timetuple()[:3],
        )
        assert (first, last) == (read.earliest, read.latest)


@given(some.text("0123456789-/.[]?~%X٢ \n", max_size=24))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever is written is a date with its days in order, or a ValueError."""
    try:
        read = PartialDate.parse(text)
    except ValueError:
        return
    assert text == read.text
    assert read.earliest <= read.latest


def test_doubt_is_kept_per_bound() -> None:
    """`?` is uncertain, `~` approximate, `%` both; a span has a doubt for each bound."""
    doubts = {
        text: [
            (moment.uncertain, moment.approximate)
            for moment in (read.start, read.end)
            if moment
        ]
        for text in ("2014-03%", "2014~", "2014/2015?")
        for read in [PartialDate.parse(text)]
    }
    assert {
        "2014-03%": [(True, True), (True, True)],
        "2014~": [(False, True), (False, True)],
        "2014/2015?": [(False, False), (True, False)],
    } == doubts


def test_order_is_certain_only_where_no_day_is_shared() -> None:
    """A month is certainly before the next, and not before a year that holds it."""
    march, april, year, open_end = map(
        PartialDate.parse, ("2014-03", "2014-04", "2014", "2013/..")
    )
    assert [True, False, False, False] == [
        march.certainly_before(april),
        march.certainly_before(year),
        april.certainly_before(march),
        open_end.certainly_before(march),
    ]


def test_dates_sort_by_their_first_day_then_their_last() -> None:
    """What can have been earliest comes first; of two that begin alike, the one that ends
    first.
    """
    texts = [
        "../2010",
        "2013/..",
        "2014-01-01",
        "2014-01",
        "[2014-01..2014-09]",
        "2014",
        "2014-02",
    ]
    keys = [PartialDate.parse(text).sort_key for text in texts]
    assert all(one < other for one, other in pairwise(keys))


def test_absent_bounds_mean_what_their_shape_says() -> None:
    """An open interval went on without end; a "one of" without a bound may be any day."""
    assert (Shape.INTERVAL, None) == (
        PartialDate.parse("2020/..").shape,
        PartialDate.parse("2020/..").end,
    )
    assert (Shape.ONE_OF, None) == (
        PartialDate.parse("[..2020]").shape,
        PartialDate.parse("[..2020]").start,
    )


YEARS_OF_COMPANIES = {
    "ends with January": FiscalYear(1, 31),
    "ends with March and is named by its start": FiscalYear(3, 31, NamedBy.START),
    "ends with the calendar's": FiscalYear(12, 31, NamedBy.START),
    "ends with February": FiscalYear(2, 28),
    "ends within a month": FiscalYear(4, 5),
    "is counted in weeks": FiscalYear(
        1, 28, exact={"FY2023": date(2023, 1, 29), "FY2024": date(2024, 1, 28), "FY2025": date(2025, 1, 26)}
    ),
    "has a quarter of fourteen weeks": FiscalYear(
        6, 30, exact={"FY2024": date(2024, 6, 30), "FY2025-Q1": date(2024, 10, 6), "FY2025": date(2025, 7, 6),
                      "FY2025-H1": date(2025, 1, 5), "FY2025-Q3": date(2025, 4, 6)}
    ),
}  # fmt: skip
FISCAL_PARTS = ("", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2")


def fiscal(year: FiscalYear, text: str) -> PartialDate:
    period = FiscalPeriod.parse(text)
    return PartialDate.of_fiscal(period, *year.days_of(period))


@pytest.mark.parametrize(
    ("year", "text", "edtf_text"),
    [
        ("ends with January", "FY2025", "2024-02/2025-01"),
        ("ends with January", "FY2025-Q2", "2024-05/2024-07"),
        ("ends with January", "FY2025-Q4", "2024-11/2025-01"),
        ("ends with March and is named by its start", "FY2024-H2", "2024-10/2025-03"),
        ("ends with the calendar's", "FY2024-Q1", "2024-01/2024-03"),
        ("ends with February", "FY2024-Q4", "2023-12/2024-02"),
        ("ends within a month", "FY2025-Q1", "2024-04-06/2024-07-05"),
        ("is counted in weeks", "FY2025", "2024-01-29/2025-01-26"),
        ("is counted in weeks", "FY2025-Q2", "2024-04-29/2024-07-28"),
        ("has a quarter of fourteen weeks", "FY2025-Q1", "2024-07-01/2024-10-06"),
        ("has a quarter of fourteen weeks", "FY2025-Q2", "2024-10-07/2025-01-05"),
    ],
)
def test_a_fiscal_period_is_the_days_of_the_company(
    year: str, text: str, edtf_text: str
) -> None:
    """By months where it has whole ones; its text stays the name that the company gives it."""
    read = fiscal(YEARS_OF_COMPANIES[year], text)
    assert (text, edtf_text) == (str(read), read.edtf)
    assert read.sort_key == PartialDate.parse(edtf_text).sort_key


@pytest.mark.parametrize("year", YEARS_OF_COMPANIES.values(), ids=YEARS_OF_COMPANIES)
def test_the_parts_of_a_fiscal_year_follow_each_other(year: FiscalYear) -> None:
    """Its quarters and its halves fill it, and leave no day out."""
    whole, *parts = (fiscal(year, f"FY2025{part}") for part in FISCAL_PARTS)
    for group in (parts[:4], parts[4:]):
        assert (whole.earliest, whole.latest) == (group[0].earliest, group[-1].latest)
        assert all(
            (after.earliest - before.latest).days == 1 for before, after in pairwise(group)
        )


def test_every_reader_of_edtf_takes_fiscal_periods() -> None:
    """As intervals, which is how data has them."""
    texts = [
        fiscal(year, f"FY2025{part}").edtf
        for year in YEARS_OF_COMPANIES.values()
        for part in FISCAL_PARTS
    ]
    assert [] == [text for text, taken in accepted_by_all(texts).items() if not taken]


def test_a_year_of_weeks_needs_its_exact_ends() -> None:
    """The end of a year follows from nothing, and neither does the beginning of the next
    one.
    """
    for text, missing in (
        ("FY2026", "FY2026"),
        ("FY2023-Q1", "FY2022"),
        ("FY2026-Q4", "FY2026"),
    ):
        with pytest.raises(NoExactEnd, match=missing):
            fiscal(YEARS_OF_COMPANIES["is counted in weeks"], text)
