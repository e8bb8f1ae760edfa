"""Parsers: what a single value may say, for each kind of key."""

from collections.abc import Callable
from typing import Any

import pytest
from babel.numbers import list_currencies

from dossier.collect import Findings, Refused
from dossier.model.currencies import CURRENCIES
from dossier.model.places import Position
from dossier.model.quantities import Quantity
from dossier.model.values import Duration
from dossier.read import parsers
from dossier.read.shapes import Spot
from dossier.yaml.nodes import Scalar


def outcome(parse: Callable[..., Any], text: str) -> Any:
    """The value, or the code and message of the refusal."""
    try:
        return parse(Scalar(text, Position("x.yaml")), Spot("key", Findings()))
    except Refused as refused:
        return f"{refused.finding.code} {refused.finding.message}"


def test_text_is_one_paragraph() -> None:
    """Line ends and runs of spaces become single spaces; anything else stays, template
    marks and all.
    """
    assert "a b {{7*7}} {0.__class__} %(x)s \\1\\g<0> </script>" == outcome(
        parsers.text, " a\n b  {{7*7}} {0.__class__} %(x)s \\1\\g<0> </script>\n"
    )


def test_an_exact_passage_keeps_every_space() -> None:
    """It is compared with the source letter by letter."""
    assert " a  b\n" == outcome(parsers.exact, " a  b\n")


@pytest.mark.parametrize("word", ["a", "a-b-2", "2014", "x" * 64, "constitution"])
def test_ids(word: str) -> None:
    """Lower-case letters, digits and single hyphens."""
    assert word == outcome(parsers.slug, word)


@pytest.mark.parametrize(
    "word",
    ["con", "nul", "com1", "__proto__", "x" * 65, "../out-evil/x", "/abs", "%2e%2e", "..", "feed.xml", "a--b", "A", "а",
     "a b", "a\n", " a", "constructor_", "ﬁ"],
)  # fmt: skip
def test_what_is_no_id(word: str) -> None:
    """Paths, devices, look-alike letters and what is too long."""
    assert outcome(parsers.slug, word).startswith("S006 key: ")


@pytest.mark.parametrize("word", ["fact", "acme/fact"])
def test_ids_of_facts(word: str) -> None:
    """One of the same company, or of another one."""
    assert word == outcome(parsers.fact_reference, word)


@pytest.mark.parametrize(
    "word", ["/fact", "acme/", "a/b/c", "../fact", "acme/Fact", "acme//fact", "/"]
)
def test_what_is_no_id_of_a_fact(word: str) -> None:
    """Every part is an id, and there are one or two."""
    assert outcome(parsers.fact_reference, word).startswith("S006 key: ")


@pytest.mark.parametrize(
    ("word", "length"),
    [
        ("P3Y", Duration(3)),
        ("P6M", Duration(0, 6)),
        ("P10D", Duration(0, 0, 10)),
        ("P1Y6M", Duration(1, 6)),
    ],
)
def test_lengths_of_time(word: str, length: Duration) -> None:
    """Years, months and days."""
    assert length == outcome(parsers.duration, word)


@pytest.mark.parametrize(
    "word",
    ["P", "3Y", "P3", "PT1H", "P1W", "P-1Y", "P1.5Y", "P9999Y", "p3y", "P٣Y", "P3Y "],
)
def test_what_is_no_length_of_time(word: str) -> None:
    """Hours and weeks, fractions, other digits."""
    assert outcome(parsers.duration, word).startswith("V004 key: ")


@pytest.mark.parametrize("word", ["en", "en-GB", "zh-Hans", "zh-Hant-HK", "es-419", "haw"])
def test_languages(word: str) -> None:
    """A language, with script and region."""
    assert word == outcome(parsers.language, word)


@pytest.mark.parametrize(
    "word", ["English", "EN", "en_GB", "en-gb", "e", "en-", "en-GB-oxendict", "en\n"]
)
def test_what_is_no_language(word: str) -> None:
    """Names and other forms."""
    assert outcome(parsers.language, word).startswith("V005 key: ")


def test_money_needs_a_currency() -> None:
    """A code of ISO 4217; a slip is answered by the code that was meant."""
    assert Quantity.parse("about 5 billion CNY") == outcome(
        parsers.money, "about 5 billion CNY"
    )
    assert "Did you mean CNY?" in outcome(parsers.money, "5 CYN")
    assert "Write `5 USD`." in outcome(parsers.money, "5 usd")
    for text in ("5", "5%", "5 yuan", "$5", "5 billion", "5 XYZ"):
        assert outcome(parsers.money, text)[:4] in ("V002", "V003")


def test_currencies_are_those_of_the_world() -> None:
    """A second opinion: the library that prints their names knows every one."""
    assert CURRENCIES <= list_currencies()
    assert {"CNY", "USD", "EUR", "JPY", "HKD", "INR", "DEM"} <= CURRENCIES


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG/", "https://example.org:443/",
     "https://a.b-c.example.co.uk/%E9%98%BF", "https://example.org/(a),b;c=@d"],
)  # fmt: skip
def test_addresses(address: str) -> None:
    """Whole addresses of public hosts."""
    assert address == outcome(parsers.url, address)


@pytest.mark.parametrize(
    "address",
    ["example.org", "//example.org/", "/page/", "javascript:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
     "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://example.org/", "https:example.org", "https:///x", "https://",
     "https://bank.example@evil.example/", "https://user:pw@example.org/", "http://localhost/", "http://127.0.0.1/",
     "http://[::1]/", "http://printer.local/", "https://example.org:8080/", "https://example.org:x/", "https://xn--80ak6aa92e.com/",
     "https://exаmple.org/", 'https://x.example/" onmouseover="alert(1)', "https://example.org/a b", "https://example.org/\n",
     "https://example.org/<x>", "https://example.org/{{7*7}}", "https://exam\\ple.org/", "https://[/", "https://example.org./",
     "https://-.org/", "https://example.org/阿里", f"https://example.org/{'x' * 2000}", "https:\\\\example.org"],
)  # fmt: skip
def test_what_is_no_address(address: str) -> None:
    """Other schemes, hidden characters, user names, private hosts, ports, look-alike
    letters: each with its reason.
    """
    message = outcome(parsers.url, address)
    assert message.startswith("S007 key: ")
    assert " is not an address to link to: " in message


def test_a_flag_is_true_or_false() -> None:
    """No other word is either."""
    assert [True, False] == [outcome(parsers.flag, word) for word in ("true", "false")]
    for word in ("yes", "on", "True", "1"):
        assert outcome(parsers.flag, word).startswith("S005 key: ")


def test_long_values_are_cut_in_messages() -> None:
    """A message stays short, whatever it is about."""
    for parse in (
        parsers.slug,
        parsers.date,
        parsers.money,
        parsers.url,
        parsers.text,
        parsers.language,
        parsers.duration,
    ):
        assert len(outcome(parse, "x" * 500_000)) < 260
