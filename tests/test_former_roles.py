"""Roles that have ended: told as former ones, and a person's roles in the order in which
they had them.
"""

from datetime import date
from pathlib import Path

import pytest

from dossier.merge import merge_content
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from tests.helpers import SITES, read_site
from tests.render_fixtures import SETTINGS, render

PROPERTIES = """
post:
  label: Post
  type: record
  fresh: never
  part: role
  keys:
    person: {type: entity, label: Person, required: true}
    post: {type: text, label: Post, required: true}
"""
POST = """
{id}:
  label: {post} at Acme
  property: post
  claims:
    - value: {{person: mara-lind, post: {post}}}
      {period}
      references:
        - source: annual-report
          quote: the words of {id}
"""
POSTS = {
    "chair": POST.format(id="chair", post="Chair", period="period: 2021/.."),
    "head": POST.format(id="head", post="Head", period="period: 2015/2019-09"),
    "clerk": POST.format(id="clerk", post="Clerk", period="period: 2009/2014"),
    "adviser": POST.format(id="adviser", post="Adviser", period="period: 2012-03"),
}
FILES = {
    "properties.yaml": (SITES / "acme/properties.yaml").read_text("utf-8") + PROPERTIES,
    "entities.yaml": (SITES / "acme/entities.yaml").read_text("utf-8")
    + "mara-lind:\n  name: Mara Lind\n  kind: person\n",
    "companies/acme/company.yaml": "name: Acme\nsections: {profile: Profile, history: History, people: People}\n",
}


def made(folder: Path, *posts: str, today: date = date(2025, 2, 1)) -> Site:
    """The small site with some posts of one person."""
    facts = "".join(POSTS[post] for post in posts)
    return merge_content(
        read_site(folder, {**FILES, "companies/acme/facts/people.yaml": facts}), today
    )


def page(site: Site, url: str) -> str:
    pages = {page.url: page for page in plan_pages(bind(site, SETTINGS))}
    return render(pages[url], site)


def test_a_role_has_ended_where_its_span_is_over(tmp_path: Path) -> None:
    site = made(tmp_path, *POSTS)
    ended = {id.fact for id, fact in site.facts.items() if fact.has_ended(site.as_of)}
    assert {"head", "clerk"} == ended
    assert not site.facts[FactId("acme", "head")].has_ended(date(2019, 9, 30))


def test_a_person_stands_as_what_they_are_and_not_as_what_they_were(tmp_path: Path) -> None:
    lead = page(made(tmp_path, "clerk", "head", "chair"), "entities/mara-lind/").split(
        'class="lead__line">'
    )[1]
    assert lead.startswith("Chair</p>")


def test_who_has_no_role_any_more_stands_as_a_former_one(tmp_path: Path) -> None:
    lead = page(made(tmp_path, "head", "clerk"), "entities/mara-lind/").split(
        'class="lead__line">'
    )[1]
    assert lead.startswith("formerly Head</p>")


def test_roles_stand_in_the_order_in_which_they_were_held(tmp_path: Path) -> None:
    text = page(made(tmp_path, "chair", "head", "clerk"), "entities/mara-lind/")
    places = [text.index(f'id="fact-{post}--acme"') for post in ("clerk", "head", "chair")]
    assert sorted(places) == places


@pytest.mark.parametrize(
    ("post", "former"), [("head", True), ("chair", False), ("adviser", False)]
)
def test_the_page_of_a_fact_says_so(tmp_path: Path, post: str, former: bool) -> None:
    text = page(made(tmp_path, post), f"companies/acme/facts/{post}/")
    assert former == ('class="state state--ended">former</span>' in text)
