"""One thing under two ids is found however it is written, and two things that look alike
are left alone.
"""

import time
from pathlib import Path

import pytest

from dossier.check.doubles import warn_of_double_sources
from dossier.model.content import Content
from dossier.model.dates import PartialDate
from dossier.model.identity import folded, page_of
from dossier.model.sources import Source, SourceType
from dossier.read.parsers import is_public_url
from tests.helpers import findings_in, told

PAGE = "https://example.org/News/a~b?id=7&lang=en"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/News/a~b?id=7&lang=en",
        "https://www.example.org/News/a~b?id=7&lang=en",
        "https://WWW.Example.org:443/News/a~b?id=7&lang=en",
        "http://example.org:80/News/a~b?id=7&lang=en",
        "https://example.org/News/a~b/?id=7&lang=en",
        "https://example.org/News/a%7Eb?id=7&lang=en",
        "https://example.org/News/%61%7eb?%69d=7&lang=en",
        "https://example.org/News/a~b?lang=en&id=7",
        "https://example.org/News/a~b?id=7&lang=en#part-2",
        "https://example.org/News/a~b?id=7&lang=en#:~:text=a%20word",
        "https://example.org/News/a~b?utm_source=tw&id=7&UTM_Campaign=x&lang=en&fbclid=Iw&gclid=1",
        "https://example.org/News/a~b?id=7&lang=en&spm=a2c.1&_ga=2.1&mc_cid=9#other",
        "https://example.org/News/a~b?id=7&&lang=en&",
        "https://web.archive.org/web/20240501120000/https://example.org/News/a~b?id=7&lang=en",
        "http://web.archive.org/web/2024id_/http://www.example.org/News/a~b?id=7&lang=en",
    ],
)
def test_addresses_of_one_page(address: str) -> None:
    assert is_public_url(address)
    assert page_of(PAGE) == page_of(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/News/a~b",
        "https://example.org/News/a~b?id=8&lang=en",
        "https://example.org/News/a~b?id=7",
        "https://example.org/News/a~b?id=7&lang=en&page=2",
        "https://example.org/News/a~b?id=7&lang=en&ref=v2",
        "https://example.org/news/a~b?id=7&lang=en",
        "https://example.org/News/a%2Fb?id=7&lang=en",
        "https://en.example.org/News/a~b?id=7&lang=en",
        "https://example.com/News/a~b?id=7&lang=en",
        "https://example.org/News/a~b?id=7&lang=en#!/story/1",
        "https://example.org/News/a~b?id=7&lang=en#/story/1",
        "https://example.org/News/a~b?id=7&lang=en%26x=1",
    ],
)
def test_addresses_of_other_pages(address: str) -> None:
    """What a page may mean by a parameter, a letter or a route of its script is kept."""
    assert is_public_url(address)
    assert page_of(PAGE) != page_of(address)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.wikidata.org/wiki/Q42", "http://www.wikidata.org/entity/Q42"),
        ("https://www.wikidata.org/wiki/Q42", "https://m.wikidata.org/wiki/Q42"),
        (
            "https://en.wikipedia.org/wiki/Anvil",
            "https://en.m.wikipedia.org/wiki/Anvil#History",
        ),
        ("https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182"),
    ],
)
def test_hosts_that_write_one_address_in_several_ways(one: str, other: str) -> None:
    assert page_of(one) == page_of(other)


def test_what_is_no_parameter_of_a_campaign_is_kept() -> None:
    """And a page that a script shows by a route is the same with a last slash of the path."""
    assert page_of("https://example.org/?p=1") != page_of("https://example.org/")
    assert page_of("https://example.org") == page_of("http://www.example.org/#top")
    assert page_of("https://example.org/#!/a") != page_of("https://example.org/#!/b")


@pytest.mark.parametrize(
    "name",
    [
        "EXAMPLE’S “bank” – north",
        'Example\'s\u3000"Bank" - North',
        'Ｅxample\'s "bank" -  north',
    ],
)
def test_names_that_are_one(name: str) -> None:
    assert 'example\'s "bank" - north' == folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("C", "C++"), ("C#", "C"), ("Nestle", "Nestlé"), ("A 1", "A1"), ("阿里", "阿里云")],
)
def test_names_that_are_two(one: str, other: str) -> None:
    assert folded(one) != folded(other)


TITLED = "title: Market report\ncontainer-title: The Paper\nissued: 2024-03-08\n"
ONE = f"URL: https://example.org/a?id=1\n{TITLED}"
HASH = f"integrity: sha256-{'a' * 64}\n"


@pytest.mark.parametrize(
    ("first", "second", "is_double"),
    [
        pytest.param(ONE, ONE, True, id="a copy"),
        pytest.param(ONE, "URL: http://www.example.org/a/?utm_medium=x&id=1#top\n", True, id="the address alone"),
        pytest.param(ONE, ONE.replace("id=1", "id=2"), True, id="title, date and outlet at another address"),
        pytest.param(ONE, TITLED.replace("Market report", "MARKET  REPORT").replace("08", "08?"), True, id="other writing"),
        pytest.param(ONE, TITLED.replace("container-title", "publisher"), True, id="the outlet as publisher"),
        pytest.param(ONE, TITLED.replace("-08", "-09"), False, id="the report of the next day"),
        pytest.param(ONE, TITLED.replace("The Paper", "The Town Paper"), False, id="another outlet"),
        pytest.param(ONE, TITLED.replace("Market report", "Weather report"), False, id="another title"),
        pytest.param(ONE, "URL: https://example.org/a?id=2\n", False, id="another parameter"),
        pytest.param("title: Market report\n", "title: Market report\n", False, id="a title alone"),
        pytest.param("issued: 2024-03-08\n", "issued: 2024-03-08\n", False, id="a date alone"),
        pytest.param("URL: https://example.org/a\n", "archive: https://example.org/a\n", True, id="the copy of another"),
        pytest.param("URL: https://example.org/a\narchive: https://web.archive.org/web/2024/https://example.org/a\n",
                     "type: book\n", False, id="one source with its own copy"),
        pytest.param(f"title: A\n{HASH}", f"title: A\n{HASH}", True, id="one text that names no place"),
        pytest.param(f"publisher: The Paper\n{HASH}", f"publisher: The Town\n{HASH}", False, id="one text in two papers"),
        pytest.param(f"URL: https://example.org/a\n{HASH}", f"URL: https://example.com/a\n{HASH}", False, id="on two sites"),
        pytest.param(f"publisher: The Paper\n{HASH}", f"title: A\n{HASH}", True, id="one text, one place"),
    ],
)  # fmt: skip
def test_sources_that_are_one(
    first: str, second: str, is_double: bool, tmp_path: Path
) -> None:
    """The second of them is pointed at."""
    files = {f"sources/z-{name}.md": f"---\ntype: webpage\n{text.replace('type: book', '')}---\n".replace("\n\n", "\n")
             for name, text in (("a", first), ("b", second))}  # fmt: skip
    found = [
        one for one in findings_in(tmp_path, files) if one.code not in ("L007", "Q014")
    ]
    assert ["D001"] * is_double == [one.code for one in found]
    assert all(
        one.position.path == "sources/z-b.md"
        and " of z-a (sources/z-a.md:2). " in one.message
        for one in found
    )


OTHERS = "example-bank: {name: Example Bank, kind: organisation}\nexample-town: {name: Example Town, kind: place}\n"


@pytest.mark.parametrize(
    ("first", "second", "is_double"),
    [
        pytest.param("name: Mercury, kind: organisation", "name: Mercury, kind: organisation", True, id="a copy"),
        pytest.param("name: Mercury, kind: organisation", "name: mercury, kind: product", True, id="case and kind"),
        pytest.param('name: "Ｍercury", kind: product', "name: Mercury, kind: product", True, id="width"),
        pytest.param('name: "Cafe\\u0301", kind: product', "name: Café, kind: product", True, id="composed"),
        pytest.param("name: A, kind: product, same_as: [https://example.org/a]",
                     "name: B, kind: product, same_as: [http://www.example.org/a/#top]", True, id="one page"),
        pytest.param("name: A, kind: product, same_as: [https://example.org/?id=1]",
                     "name: B, kind: product, same_as: [https://example.org/?id=2]", False, id="two pages"),
        pytest.param("name: Mercury, kind: product", "name: Mercury Bank, kind: product", False, id="two names"),
        pytest.param("name: Acme, kind: organisation", "name: Other, kind: organisation", True, id="the name of a company"),
        pytest.param("name: ANVILS, kind: organisation", "name: Other, kind: organisation", True, id="its other name"),
    ],
)  # fmt: skip
def test_entities_that_are_one(
    first: str, second: str, is_double: bool, tmp_path: Path
) -> None:
    """By a name or a page; companies are among them, with their other names."""
    files = {
        "entities.yaml": f"{OTHERS}z-a: {{{first}}}\nz-b: {{{second}}}\n",
        "companies/acme/company.yaml": "name: Acme\nalso_known_as: [Anvils]\nsections: {profile: P, history: H}\n",
    }
    found = [one for one in findings_in(tmp_path, files) if one.code != "L007"]
    assert ["D002"] * is_double == [one.code for one in found]


def test_one_other_name_of_two_is_told_and_can_be_confirmed(tmp_path: Path) -> None:
    """Texts may then speak of either; but many a company goes by the same three letters."""
    company = "name: {}\nalso_known_as: [BOC]\nsections: {{profile: P, history: H}}\n"
    files = {"companies/acme/company.yaml": company.format("Acme")}
    files["companies/beta/company.yaml"] = (
        "name: Beta\nalso_known_as: [BOC]\nsections: {profile: P}\n"
    )
    files["companies/beta/facts/profile.yaml"] = (
        "a:\n  label: A\n  property: description\n  claims: [{value: x, references: [{source: town-paper, locator: p}]}]\n"
    )
    assert ["companies/beta/company.yaml:2:17 D002"] == told(
        findings_in(tmp_path / "one", files)
    )
    files["companies/beta/company.yaml"] += "confirmed: {D002: Both are called so.}\n"
    assert () == findings_in(tmp_path / "two", files)


def test_a_confirmed_double_is_none(tmp_path: Path) -> None:
    """Each further copy is pointed at until somebody has looked at it too."""
    confirmed = "confirmed: {D001: It is another edition., L007: Not yet cited.}\n"
    files = {f"sources/z-{name}.md": f"---\ntype: webpage\n{ONE}{more}---\n" for name, more in
             (("a", "confirmed: {L007: Not yet cited.}\n"), ("b", confirmed), ("c", ""))}  # fmt: skip
    found = findings_in(tmp_path, files)
    assert [("sources/z-c.md", "L007"), ("sources/z-c.md", "D001")] == [
        (one.position.path, one.code) for one in found
    ]


def sources(number: int) -> Content:
    """So many sources, of which every tenth is the one before under another id."""
    found = {}
    for place in range(number):
        page = place - 1 if place % 10 == 9 else place
        issued = PartialDate.parse("2024-03-08")
        found[f"s-{place}"] = Source(
            f"s-{place}", SourceType.NEWS, "Market report", container=f"Paper {page}",
            url=f"https://example.org/a?id={page}&utm_source=x", issued=issued,
        )  # fmt: skip
    return Content(sources=found)


def test_the_work_grows_with_the_sources() -> None:
    """Ten thousand take a second, where each with each would take minutes; and each double
    is found once.
    """
    content = sources(10_000)
    start = time.process_time()
    assert 1_000 == len([*warn_of_double_sources(content)])
    assert time.process_time() - start < 5
