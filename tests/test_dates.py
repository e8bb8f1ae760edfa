"""Dates: the subset of EDTF, the days that a date can mean, and a second opinion on both from the library `edtf`."""

from datetime import date
from itertools import pairwise

import edtf
import pytest
from edtf.parser import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as some

from dossier.model.dates import PARTS, PartialDate, Shape
from tests.helpers import fixtures

YEARS = some.integers(1, 9999).map("{:04}".format) | some.sampled_from(["201X", "20XX"])
MONTHS = some.sampled_from([f"{month:02}" for month in (*range(14), *PARTS)] + ["XX"])
DAYS = some.integers(0, 32).map("{:02}".format) | some.just("XX")
PLAIN = YEARS | some.tuples(YEARS, MONTHS).map("-".join) | some.tuples(YEARS, MONTHS, DAYS).map("-".join)
MOMENTS = some.tuples(PLAIN, some.sampled_from(["", "?", "~", "%"])).map("".join)


@pytest.mark.parametrize(("title", "text", "expected"), fixtures("dates"))
def test_dates_mean_what_the_fixtures_say(title: str, text: str, expected: str) -> None:
    """Each text is read as the days written behind it, or refused for the reason written there."""
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
    has_doubt = text[-1] in "?~%"
    return (
        (has_doubt and month.isdigit() and int(month) in PARTS)  # it knows no doubtful seasons,
        or (has_doubt and "X" in text)  # nor doubt about what is not known in full
        or rest == "02-29"  # it takes 29 February in every year
        or ("X" in year and month.isdigit())  # a known month of an unknown year is none of our subset
        or (month == "XX" and day.isdigit())  # and so is a known day of an unknown month
    )


@settings(max_examples=100)
@given(MOMENTS.filter(lambda text: not is_known_difference(text)))
def test_moments_agree_with_the_oracle(text: str) -> None:
    """The library accepts what we accept, and bounds it by the same days."""
    try:
        oracle = edtf.parse_edtf(text)
    except EDTFParseException:
        assert outcome(text).startswith("refused")
        return
    assert outcome(text).startswith("moment")
    if "-24" not in text[4:7]:  # its winter is December alone; ours may lie at either end of the year
        read = PartialDate.parse(text)
        assert (oracle.lower_strict()[:3], oracle.upper_strict()[:3]) == (
            read.earliest.timetuple()[:3],
            read.latest.timetuple()[:3],
        )


@settings(max_examples=40)
@given(some.dates(), some.dates(), some.sampled_from(["{}/{}", "[{}..{}]"]))
def test_spans_agree_with_the_oracle(first: date, last: date, form: str) -> None:
    """A span in order is read as the library reads it; one that ends before it begins is refused."""
    text = form.format(first, last)
    if first > last:
        assert "refused: it ends before it begins" == outcome(text)
    else:
        oracle, read = edtf.parse_edtf(text), PartialDate.parse(text)
        assert (oracle.lower_strict()[:3], oracle.upper_strict()[:3]) == (first.timetuple()[:3], last.timetuple()[:3])
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
        text: [(moment.uncertain, moment.approximate) for moment in (read.start, read.end) if moment]
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
    march, april, year, open_end = map(PartialDate.parse, ("2014-03", "2014-04", "2014", "2013/.."))
    assert [True, False, False, False] == [
        march.certainly_before(april),
        march.certainly_before(year),
        april.certainly_before(march),
        open_end.certainly_before(march),
    ]


def test_dates_sort_by_their_first_day_then_their_last() -> None:
    """What can have been earliest comes first; of two that begin alike, the one that ends first."""
    texts = ["../2010", "2013/..", "2014-01-01", "2014-01", "[2014-01..2014-09]", "2014", "2014-02"]
    keys = [PartialDate.parse(text).sort_key for text in texts]
    assert all(one < other for one, other in pairwise(keys))


def test_absent_bounds_mean_what_their_shape_says() -> None:
    """An open interval went on without end; a "one of" without a bound may be any day."""
    assert (Shape.INTERVAL, None) == (PartialDate.parse("2020/..").shape, PartialDate.parse("2020/..").end)
    assert (Shape.ONE_OF, None) == (PartialDate.parse("[..2020]").shape, PartialDate.parse("[..2020]").start)
