"""A company whose folder was renamed: its old addresses lead to the pages of today, and
nothing else stands there.
"""

import json
from pathlib import Path

import pytest

from dossier.model.addresses import MOVED
from dossier.model.dossiers import Site
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import Page, plan_pages
from tests.exported import export_files
from tests.helpers import SITES, findings_in, merged
from tests.render_fixtures import SETTINGS, render

COMPANY, PROFILE = "companies/acme/company.yaml", "companies/acme/facts/profile.yaml"
FILES = {
    COMPANY: "name: Acme\nformerly: [works, tools]\nsections: {profile: Profile, history: History}\n"
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small site, whose company had two other ids."""
    return merged(tmp_path, FILES)


def planned(site: Site) -> dict[str, Page]:
    return {page.url: page for page in plan_pages(bind(site, SETTINGS))}


def test_each_page_of_the_company_has_one_where_it_stood_before(site: Site) -> None:
    pages = planned(site)
    moved = {
        url: page for url, page in pages.items() if page.planned.kind in MOVED.values()
    }
    lasting = [url for url, page in pages.items() if page.planned.kind in MOVED]
    assert sorted(
        url.replace("/acme/", f"/{old}/", 1)
        for url in lasting
        for old in ("works", "tools")
    ) == sorted(moved)
    assert "companies/acme/facts/loan/" in lasting


def test_an_old_page_sends_readers_on_and_names_the_way(site: Site) -> None:
    text = render(planned(site)["companies/works/facts/employees/"], site)
    way = "../../../acme/facts/employees/"
    assert f'<meta http-equiv="refresh" content="0; url={way}">' in text
    assert f'<a href="{way}">' in text
    assert "It is about Acme and stands under another address now." in text


def test_search_engines_and_searches_are_not_told_of_old_pages(site: Site) -> None:
    assert not any(
        page.planned.kind.in_sitemap
        for url, page in planned(site).items()
        if "/works/" in url
    )


def test_a_company_without_former_ids_has_no_such_pages(tmp_path: Path) -> None:
    assert not any(
        page.planned.kind in MOVED.values()
        for page in planned(merged(tmp_path, {})).values()
    )


def renamed(old: str, text: str) -> str:
    """The small site's facts, of which the one of employees had another id."""
    return text.replace("employees:\n", f"employees:\n  formerly: {old}\n", 1)


def test_a_fact_that_tells_what_others_told_has_their_addresses(tmp_path: Path) -> None:
    text = (SITES / "acme" / PROFILE).read_text("utf-8")
    pages = planned(merged(tmp_path, {**FILES, PROFILE: renamed("[staff, workers]", text)}))
    old = [
        f"companies/{company}/facts/{fact}/"
        for company in ("acme", "works")
        for fact in ("staff", "workers")
    ]
    for url in (*old, "companies/works/facts/employees/"):
        assert "companies/acme/facts/employees/" == pages[url].planned.make.keywords["url"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("old", "code"),
    [("[employees]", "its own id"), ("[founding]", "that of another"), ("[staff]", "")],
)
def test_a_former_id_of_a_fact_is_in_use_by_none(
    tmp_path: Path, old: str, code: str
) -> None:
    text = (SITES / "acme" / PROFILE).read_text("utf-8")
    found = findings_in(tmp_path, {PROFILE: renamed(old, text)})
    assert [code] * bool(code) == [
        part
        for one in found
        for part in [code]
        if one.code == "L011" and part in one.message
    ]
    assert bool(code) == bool(found)


def test_a_link_to_a_fact_by_its_former_id_is_told_the_new_one(tmp_path: Path) -> None:
    text = (SITES / "acme" / PROFILE).read_text("utf-8")
    overview = "[People](/companies/acme/facts/staff/) and {{ staff }} [@annual-report]"
    found = findings_in(
        tmp_path,
        {PROFILE: renamed("[staff]", text), "companies/acme/overview.md": overview},
    )
    assert ["'/companies/acme/facts/employees/'?", "'employees'?"] == [
        one.message.rpartition(" ")[2] for one in found
    ]


def test_data_says_which_ids_a_company_had(site: Site) -> None:
    data = json.loads(export_files(site)["data/companies/acme.json"])
    assert ["works", "tools"] == data["company"]["formerly"]


@pytest.mark.parametrize(
    ("where", "text", "hint"),
    [
        (
            COMPANY,
            f"{FILES[COMPANY]}key_facts: [works/employees]\n",
            "Did you mean 'employees'?",
        ),
        (
            "companies/acme/overview.md",
            "[Acme](/companies/works/facts/employees/)",
            "'/companies/acme/facts/employees/'",
        ),
        (
            "companies/acme/overview.md",
            "{{ works/employees }} [@annual-report]",
            "Did you mean 'employees'?",
        ),
    ],
)
def test_what_still_uses_an_old_id_is_told_the_new_one(
    tmp_path: Path, where: str, text: str, hint: str
) -> None:
    (finding,) = findings_in(tmp_path, {**FILES, where: text})
    assert hint in finding.message
