"""Names as the world writes them: who they are of, in which parts, and what of a line is no
name.
"""

import pytest

from dossier.intake.drafts import Detail
from dossier.intake.people import authors_listed, authors_of
from dossier.intake.records import doi_detail, plain_words, title_words
from dossier.intake.sites import without_site
from dossier.intake.stamps import day_of
from dossier.model.sources import Author


def shown(authors: tuple[Author, ...]) -> list[str]:
    """Each author by the parts that are told apart."""
    return [author.literal or f"{author.family} / {author.given}" for author in authors]


PRINTED = {
    "Alex Doe": (["Doe / Alex"], ()),
    "Alex van der Doe": (["van der Doe / Alex"], ()),
    "Doe, Alex": (["Doe / Alex"], ()),
    "van der Doe, Alex": (["van der Doe / Alex"], ()),
    "Alex Doe, Senior Reporter": (["Doe / Alex"], ("Senior Reporter",)),
    "Alex Doe, Editor and Publisher at large": (
        ["Alex Doe, Editor and Publisher at large"],
        (),
    ),
    "Alex Doe, Chief Political Correspondent, and Robin Roe": (
        ["Doe / Alex", "Roe / Robin"],
        ("Chief Political Correspondent",),
    ),
    "Alex Doe, Redakteurin": (["Doe / Alex"], ("Redakteurin",)),
    "Alex Doe, PhD": (["Doe / Alex"], ("PhD",)),
    "Alex Doe, Toimittaja": (["Alex Doe, Toimittaja"], ()),
    "Alex Doe, London": (["Alex Doe, London"], ()),
    "Alex B. Doe, Jr.": (["Alex B. Doe, Jr."], ()),
    "Alex Doe III": (["Alex Doe III"], ()),
    "Alex Doe, Jr. and Robin Roe": (["Alex Doe, Jr.", "Roe / Robin"], ()),
    "Alex Doe and Robin Roe": (["Doe / Alex", "Roe / Robin"], ()),
    "Alex Doe, Robin Roe and Sam Lee Poe": (
        ["Doe / Alex", "Roe / Robin", "Poe / Sam Lee"],
        (),
    ),
    "Alex Doe; Robin Roe": (["Doe / Alex", "Roe / Robin"], ()),
    "Doe, Alex; Roe, Robin": (["Doe / Alex", "Roe / Robin"], ()),
    "Alex Doe, Reuters": (["Doe / Alex", "Reuters"], ()),
    "Department of Trade and Industry": (["Department of Trade and Industry"], ()),
    "Sample Staff Reporters": (["Sample Staff Reporters"], ()),
    "Editorial Board, Sample Paper": (["Editorial Board, Sample Paper"], ()),
    "By Étienne Doe and Ørsted Roe": (["Doe / Étienne", "Roe / Ørsted"], ()),
    "阿里": (["阿里"], ()),
    ", ": ([], ()),
    " and ": (["and"], ()),
    "García Márquez, Gabriel": (["García Márquez, Gabriel"], ()),
}
LISTED = {
    "Doe, Alex": (["Doe / Alex"], ()),
    "García Márquez, Gabriel": (["García Márquez / Gabriel"], ()),
    "Doe, Alex B., Jr.": (["Alex B. Doe, Jr."], ()),
    "Doe, Jr., Alex B.": (["Alex B. Doe, Jr."], ()),
    "Doe, Alex, III": (["Alex Doe III"], ()),
    "Doe, Alex, PhD": (["Doe / Alex"], ("PhD",)),
    "Doe, Alex J.; Roe, Robin; Poe, Sam Lee": (
        ["Doe / Alex J.", "Roe / Robin", "Poe / Sam Lee"],
        (),
    ),
    "Doe, Alex and Roe, Robin": (["Doe / Alex", "Roe / Robin"], ()),
    "Doe A, Roe RB": (["Doe / A", "Roe / RB"], ()),
    "Ministry of Trade, Industry and Example": (
        ["Ministry of Trade, Industry and Example"],
        (),
    ),
    "Department of Trade and Industry": (["Department of Trade and Industry"], ()),
    "Doe, V": (["Doe / V"], ()),
    "Reuters": (["Reuters"], ()),
    "Reuters, Staff": (["Reuters, Staff"], ()),
    "One, Two, Three, Four": (["One, Two, Three, Four"], ()),
    ", ": ([], ()),
}


@pytest.mark.parametrize(("line", "expected"), PRINTED.items(), ids=PRINTED)
def test_a_line_that_is_printed(
    line: str, expected: tuple[list[str], tuple[str, ...]]
) -> None:
    found = authors_of(line)
    assert expected == (shown(found.authors), found.left_out)


@pytest.mark.parametrize(("line", "expected"), LISTED.items(), ids=LISTED)
def test_a_line_of_a_record(line: str, expected: tuple[list[str], tuple[str, ...]]) -> None:
    found = authors_listed(line)
    assert expected == (shown(found.authors), found.left_out)


@pytest.mark.parametrize("part", [" ,", " and ", "&amp; ", "Doe, A; ", "a-"])
def test_a_line_that_nobody_wrote_costs_no_time(part: str) -> None:
    """A page may hold megabytes in the place of a name; they stay as they are, and the
    loader refuses them with a word.
    """
    line = part * (2_000_000 // len(part))
    assert (
        authors_of(line).authors == authors_listed(line).authors == (Author(literal=line),)
    )


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("DOI 10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1000/a<b>c", "https://doi.org/10.1000/a%3Cb%3Ec"),
        ("https://doi.org/10.1000/a%3Cb%3Ec", "https://doi.org/10.1000/a%3Cb%3Ec"),
        ("https://example.com/10.1000/182", ""),
        ("forthcoming", ""),
    ],
)
def test_a_doi_has_one_address(text: str, address: str) -> None:
    """However it is written; what is none is told."""
    found = doi_detail(text, "DOI")
    assert address == found.value
    assert bool(found.left_out) == (not address)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ampersand &amp; more", "Ampersand & more"),
        ("A &amp;amp; B", "A & B"),
        ("&lt;i&gt;Nature&lt;/i&gt; &#8211; a title", "Nature – a title"),
        ("<i>Nature</i> of 10<sup>6</sup> and CO<sub>2</sub>", "Nature of 10⁶ and CO₂"),
        ("5<sup>1</sup> percent", "5[1] percent"),
        ("a < b and c > d", "a < b and c > d"),
        ("R&D at AT&T", "R&D at AT&T"),
    ],
)
def test_titles_are_what_they_show(text: str, words: str) -> None:
    """Entities and tags are gone, and no figure is another one."""
    assert words == title_words(text)


def test_addresses_keep_what_only_looks_like_an_entity() -> None:
    assert "https://a.example/?a=1&b=2&copy=3" == plain_words(
        "https://a.example/?a=1&amp;b=2&copy=3"
    )


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Plan grows - My Site", "Plan grows"),
        ("Plan grows | my site", "Plan grows"),
        ("Plan grows — My Site", "Plan grows"),
        ("Plan grows – by half – My Site", "Plan grows – by half"),
        ("My Site: Plan grows", "Plan grows"),
        ("My Site | Plan grows", "Plan grows"),
        ("Plan grows|My Site", "Plan grows"),
        ("Plan grows - Our Site", "Plan grows - Our Site"),
        ("How to leave My Site", "How to leave My Site"),
        ("Plan grows-My Site", "Plan grows-My Site"),
        ("My Site", "My Site"),
    ],
)
def test_the_name_of_a_site_is_no_part_of_a_title(title: str, left: str) -> None:
    """Only the name that the page gives its site itself, and only behind or before a sign
    that parts them.
    """
    details = without_site(
        (Detail("title", title, "<meta>"), Detail("container-title", "My Site", "<meta>"))
    )
    found = next(iter(details))
    assert left == found.value
    assert bool(found.left_out) == (left != title)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-09-24T10:00Z", "2025-09-24"),
        ("2025-09-24 10:00:00 +0200", "2025-09-24"),
        ("2025/9/24", "2025-09-24"),
        ("Sept 24, 2025 at 10:00 a.m.", "2025-09-24"),
        ("24 September 2025, 10.30 GMT", "2025-09-24"),
        ("May 2023", "2023-05"),
        ("2023", "2023"),
        ("20250924", "2025-09-24"),
        ("1996/2004", "1996/2004"),
        ("1996 to 2004", "1996/2004"),
        ("summer 2015", "2015-22"),
        ("c. 2010", "2010~"),
        ("5/8/2024", ""),
        ("2010/11", "2010-11"),
        ("1996_2004", ""),
        ("1996 and later", ""),
        ("2024 (forthcoming)", ""),
        ("in press", ""),
        ("2025-02-30", ""),
        ("", ""),
    ],
)
def test_a_stamp_is_a_date_as_a_whole_or_none(text: str, day: str) -> None:
    """A year is not cut out of words that say more or less than it."""
    assert day == day_of(text)
