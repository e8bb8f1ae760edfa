"""History for readers: on the page of a fact, the page of changes and in the feed; and the
ways back to the repository.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest

from dossier.merge.changes import compare_facts
from dossier.merge.news import as_readers_see
from dossier.model.claims import Claim, Rank, Status
from dossier.model.facts import Fact
from dossier.model.history import NO_HISTORY, History, HistoryState
from dossier.render.pages.binding import bind
from dossier.render.pages.changes import ATOM, changes_feed
from dossier.render.pages.plan import plan_pages
from dossier.render.repository.histories import sentences
from dossier.render.site.limits import Limits
from dossier.render.site.render_context import RenderContext
from dossier.render.site.settings import RepositorySettings
from tests.render_fixtures import (
    FOUNDED,
    HOSTILE,
    PLEDGE,
    SETTINGS,
    count,
    date,
    history,
    html,
    money,
    ref,
    render,
    site,
)

FACT = "companies/acme/facts/pledge/"
WAY = re.compile(r'<a href="([^"]+)"[^>]* aria-label="([^"]+)"')


def page(url: str, told: History) -> str:
    """A page of the small site with another history."""
    made = replace(site(), history=told)
    return render(
        next(one for one in plan_pages(bind(made, SETTINGS)) if one.url == url), made
    )


def test_a_fact_says_what_it_said_until_when_and_why_it_changed() -> None:
    text = re.sub(r"<[^>]+>", "", html(FACT))
    assert "Was CN¥38 billion until 3 March 2026, then CN¥380 billion." in text
    assert "Correct the pledge" in text
    assert "Last changed on 3 March 2026" in text


def test_the_first_version_reads_as_such() -> None:
    assert "Added with the first version." in html("companies/acme/facts/founded/")
    assert "Last <a" not in html("companies/acme/facts/founded/")


def test_changes_lead_to_their_pull_request_and_commit() -> None:
    assert 'href="https://git.example/owner/name/pull/12"' in html(FACT)
    assert f'href="https://git.example/owner/name/commit/{"03" * 20}"' in html(FACT)


def test_a_correction_of_ours_leads_to_its_change() -> None:
    assert (
        'change <a href="https://git.example/owner/name/pull/12">12</a> corrected it'
        in html("corrections/")
    )
    assert "change 12 corrected it" in html(
        "corrections/", replace(SETTINGS, repository=None)
    )


def test_a_fact_that_is_not_committed_yet_says_so() -> None:
    assert "This fact is not in the history yet." in html("companies/beta/facts/owner/")


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (HistoryState.SHALLOW, "built without the older commits"),
        (HistoryState.ABSENT, "built without a repository"),
    ],
)
def test_a_copy_without_history_says_so(known: HistoryState, words: str) -> None:
    """On every page that would tell it; an empty list would be a lie."""
    for url in (FACT, "changes/"):
        assert f"The history is not available in this copy: it was {words}." in page(
            url, History(known)
        )
    assert "atom.xml" not in page("changes/", History(known))
    assert [] == [*changes_feed(bind(replace(site(), history=History(known)), SETTINGS))]


def test_the_page_of_changes_counts_the_facts_of_older_steps_where_the_room_ends() -> None:
    whole, short = (
        html("changes/", replace(SETTINGS, limits=Limits(changed_facts=room)))
        for room in (4, 2)
    )
    assert (4, 2) == tuple(text.count('class="changes__fact ') for text in (whole, short))
    assert 3 == short.count('class="changes__step" id="change-')
    assert "12 facts added" in short


def test_an_owner_who_wants_no_history_told_has_none() -> None:
    made = replace(site(), history=NO_HISTORY)
    assert "changes/" not in [one.url for one in plan_pages(bind(made, SETTINGS))]
    assert "changes/" not in page("", NO_HISTORY)
    assert 'id="history"' not in page(FACT, NO_HISTORY)


def test_the_page_of_changes_tells_every_step_and_counts_what_it_does_not_list() -> None:
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html("changes/")))
    assert "4 March 2026" in text
    assert "1 fact taken out" in text
    assert "12 facts added" in text
    assert "and 10 facts more" in text
    assert "1,200 changes before these are told on the pages of their facts." in text


def test_a_fact_that_went_is_no_link() -> None:
    assert "facts/old/" not in html("changes/")


def test_home_names_the_latest_changes() -> None:
    assert ["change-0404040", "change-0303030", "change-0101010"] == re.findall(
        r'href="changes/#([^"]+)"', html("")
    )


def test_reasons_stay_text() -> None:
    for url in ("changes/", FACT, ""):
        assert "<script>alert" not in html(url)


def with_claims(*claims: Claim, base: Fact = PLEDGE) -> Fact:
    """A fact with other claims."""
    return replace(base, claims=claims)


PLEDGED = Claim(money("38", "CNY", "billion"), (ref("full", "38"),))
TOLD = {
    "a status": (
        with_claims(PLEDGED),
        with_claims(replace(PLEDGED, status=Status.CONFIRMED)),
        ["Status: was reported until 3 March 2026, then confirmed."],
    ),
    "a rank that moves the answer": (
        with_claims(PLEDGED, replace(PLEDGED, value=money("40", "CNY", "billion"))),
        with_claims(PLEDGED, replace(PLEDGED, value=money("40", "CNY", "billion"), rank=Rank.PREFERRED)),
        ["The answer shown first was CN¥38 billion until 3 March 2026, then CN¥40 billion."],
    ),
    "an answer that takes the place of another": (
        with_claims(PLEDGED),
        with_claims(replace(PLEDGED, value=money("40", "CNY", "billion"), references=(ref("new", "40"),)), PLEDGED),
        [
            "The answer shown first was CN¥38 billion until 3 March 2026, then CN¥40 billion.",
            "An answer came: CN¥40 billion.",
        ],
    ),
    "a rank": (
        with_claims(PLEDGED),
        with_claims(replace(PLEDGED, rank=Rank.DEPRECATED)),
        ["Rank: was one answer among others until 3 March 2026, then no longer held to be right."],
    ),
    "a period that was not given": (
        with_claims(PLEDGED),
        with_claims(replace(PLEDGED, period=date("2024"))),
        ["Period: not given until 3 March 2026, then 2024."],
    ),
    "a conversion that is given no more": (
        with_claims(replace(PLEDGED, equivalent=money("5", "USD", "billion"))),
        with_claims(PLEDGED),
        ["Conversion: was US$5 billion until 3 March 2026, then not given."],
    ),
    "who says so": (
        with_claims(replace(PLEDGED, asserted_by="ann")),
        with_claims(replace(PLEDGED, asserted_by="nobody-known")),
        ["According to: was Ann Lee until 3 March 2026, then nobody-known."],
    ),
    "a source more, and one less": (
        with_claims(PLEDGED),
        with_claims(replace(PLEDGED, references=(ref("bare", "38"),))),
        ["New sources: untitled web page.", "No longer a source: The Paper."],
    ),
    "an answer more": (
        with_claims(PLEDGED),
        with_claims(PLEDGED, Claim(money("40", "CNY", "billion"), (ref("evil", "40"),))),
        ["An answer came: CN¥40 billion."],
    ),
    "a key of a record": (
        FOUNDED,
        with_claims(replace(FOUNDED.claims[0], value={**FOUNDED.claims[0].value, "date": date("1998")}), base=FOUNDED),  # type: ignore[dict-item]
        ["Date: was 1999 until 3 March 2026, then 1998."],
    ),
    "another name": (PLEDGE, replace(PLEDGE, label="Promise"), ["Name: was Pledge until 3 March 2026, then Promise."]),
    "a value of another property": (
        replace(with_claims(Claim(count("8", "sites"), (ref("full", "38"),))), property="gone"),
        with_claims(PLEDGED),
        ["Was 8 sites until 3 March 2026, then CN¥38 billion."],
    ),
}  # fmt: skip


NO_NEWS = {
    "a rank that moves no answer": (
        with_claims(PLEDGED),
        with_claims(replace(PLEDGED, rank=Rank.PREFERRED)),
    ),
    "another property of the same answer": (
        PLEDGE,
        replace(PLEDGE, property="pledge-of-old"),
    ),
    "a record that was a text": (
        with_claims(Claim("date: 1999; first: yes", (ref("full", "38"),)), base=FOUNDED),
        with_claims(
            Claim({"first": True, "date": date("1999")}, (ref("full", "38"),)), base=FOUNDED
        ),
    ),
    "speakers that are named key by key": (
        with_claims(replace(PLEDGED, asserted_by="ann")),
        with_claims(replace(PLEDGED, speakers={"value": "ann"})),
    ),
}


@pytest.mark.parametrize(("before", "after"), NO_NEWS.values(), ids=NO_NEWS.keys())
def test_what_is_only_written_otherwise_is_no_news(before: Fact, after: Fact) -> None:
    assert as_readers_see(compare_facts(before, after)) is None


def test_a_step_without_words_for_readers_is_told_by_its_facts() -> None:
    made = replace(site().history, change_sets=tuple(
        replace(one, step=replace(one.step, reason="", change="")) for one in site().history.change_sets
    ))  # fmt: skip
    for url in ("changes/", ""):
        text = page(url, made)
        assert "<q" not in text
        assert "Acme: 1 fact changed" in text or url
    ((_, data),) = changes_feed(bind(replace(site(), history=made), SETTINGS))
    feed = ET.fromstring(data)  # noqa: S314 - our own
    assert "Acme: 1 fact changed" in [one.findtext(f"{{{ATOM}}}title") for one in feed]


@pytest.mark.parametrize(("before", "after", "expected"), TOLD.values(), ids=TOLD.keys())
def test_each_change_is_told_in_a_sentence(
    before: Fact, after: Fact, expected: list[str]
) -> None:
    change = as_readers_see(compare_facts(before, after))
    assert change
    context = RenderContext(bind(site(), SETTINGS), "changes/")
    assert expected == [
        sentence.striptags()
        for sentence in sentences(context, change, datetime(2026, 3, 3, tzinfo=UTC))
    ]


def feed() -> ET.Element:
    """The feed of the small site."""
    ((path, data),) = changes_feed(bind(site(), SETTINGS))
    assert path == "changes/atom.xml"
    return ET.fromstring(data)  # noqa: S314 - our own


def test_the_feed_is_atom() -> None:
    """RFC 4287, 4.1: what a feed and an entry must have, once each, and dates with their
    zone.
    """
    root = feed()
    assert f"{{{ATOM}}}feed" == root.tag
    for element in (root, *root.iterfind(f"{{{ATOM}}}entry")):
        for name in ("id", "title", "updated"):
            assert 1 == len(element.findall(f"{{{ATOM}}}{name}")), name
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{{{ATOM}}}updated", "")
        )
        assert element.findtext(f"{{{ATOM}}}id", "").startswith("urn:uuid:")
    assert "Test dossiers" == root.findtext(f"{{{ATOM}}}author/{{{ATOM}}}name")
    assert {"self", "alternate"} == {
        link.get("rel") for link in root.findall(f"{{{ATOM}}}link")
    }
    ids = [element.text for element in root.iter(f"{{{ATOM}}}id")]
    assert len(ids) == len({*ids}) == 1 + len(history().change_sets)


def test_entries_lead_to_their_place_on_the_page_of_changes() -> None:
    links = [link.get("href") for link in feed().findall(f"{{{ATOM}}}entry/{{{ATOM}}}link")]
    assert "https://example.org/sub/changes/#change-0404040" == links[0]
    assert all(f'id="{str(link).partition("#")[2]}"' in html("changes/") for link in links)


def test_entries_are_html_and_lead_to_the_facts_that_changed() -> None:
    """By whole addresses, since a reader of feeds shows them elsewhere; titles are plain
    text.
    """
    content = list(feed().iter(f"{{{ATOM}}}content"))
    assert ["html"] * 3 == [element.get("type") for element in content]
    assert f"Begin {HOSTILE}" in [
        element.text for element in feed().iter(f"{{{ATOM}}}title")
    ]
    told = content[1].text or ""
    assert (
        '<a href="https://example.org/sub/companies/acme/facts/pledge/">Pledge</a> (changed). Was '
        in told
    )
    hrefs = re.findall('href="([^"]*)"', "".join(element.text or "" for element in content))
    assert [] == [href for href in hrefs if not href.startswith("https://example.org/sub/")]
    for element in content:
        ET.fromstring(f"<div>{element.text}</div>")  # noqa: S314 - our own
    assert HOSTILE not in "".join(element.text or "" for element in content)


def test_every_page_leads_to_the_feed_where_there_is_one() -> None:
    way, link = (
        'type="application/atom+xml" href="{}changes/atom.xml"',
        '<a href="{}changes/atom.xml">Feed (Atom)</a>',
    )
    for url, up in (("", ""), (FACT, "../../../../"), ("404.html", "/sub/")):
        assert way.format(up) in html(url)
        assert link.format(up) in html(url)
    for known in (HistoryState.ABSENT, HistoryState.UNTOLD):
        assert "atom.xml" not in page("", History(known))


def ways(url: str) -> Mapping[str, str]:
    """The ways back on a page, by what they are called."""
    return {label: href.replace("&amp;", "&") for href, label in WAY.findall(html(url))}


def test_a_fact_leads_to_its_own_line() -> None:
    assert (
        "https://git.example/owner/name/edit/main/content/#L1" == ways(FACT)["Edit: Pledge"]
    )


def test_the_form_is_filled_in() -> None:
    """With the fields of .github/ISSUE_TEMPLATE/correction.yml."""
    form = urlsplit(ways(FACT)["Report an error: Pledge"])
    assert ("git.example", "/owner/name/issues/new") == (form.netloc, form.path)
    assert {
        "template": ["correction.yml"],
        "title": ["Correction: acme/pledge"],
        "fact": ["acme/pledge"],
        "current": ["380 billion CNY"],
        "page": ["https://example.org/sub/companies/acme/facts/pledge/"],
        "commit": ["ab" * 20],
    } == parse_qs(form.query)


def test_every_fact_event_and_source_leads_back() -> None:
    facts = {*ways("companies/acme/facts/pledge/"), *ways("companies/acme/facts/sites/")}
    assert {"Edit: Pledge", "Report an error: Pledge", "Edit: Sites"} <= facts
    assert {"Edit: Speech", "Report an error: Speech"} <= ways(
        "companies/acme/timeline/"
    ).keys()
    assert {"Edit", "Report an error", "History"} == {
        label.split(":")[0] for label in ways("sources/full/")
    } - {"Commit"}


def test_a_site_that_names_no_repository_has_no_ways_back() -> None:
    settings = replace(SETTINGS, repository=None)
    for url in (
        FACT,
        "companies/acme/",
        "companies/acme/timeline/",
        "sources/full/",
        "changes/",
        "",
    ):
        assert "git.example" not in html(url, settings)
        assert "backlinks" not in html(url, settings)
    assert "#12" in html(FACT, settings)


def test_what_stands_in_an_address_is_quoted() -> None:
    settings = replace(
        SETTINGS,
        repository=RepositorySettings(
            "https://git.example/owner/name", "release/1 x", "a b/"
        ),
    )
    assert "https://git.example/owner/name/edit/release/1%20x/a%20b/#L1" in html(
        FACT, settings
    )
