"""Relations are told on the pages of both ends, and a thing is known by all its names."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from dossier.check import check_content
from dossier.merge import merge_content
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.read import read_content
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from tests.helpers import SITES, content_folder, findings_in, read_site, told
from tests.render_fixtures import SETTINGS, render

PROPERTIES = (
    (SITES / "acme/properties.yaml").read_text("utf-8")
    + """
maker:
  label: Maker
  type: entity
  inverse: Products
  fresh: never
parent:
  label: Parent
  type: entity
  inverse: Subsidiaries
  fresh: never
post:
  label: Post
  type: record
  fresh: never
  part: role
  inverse: People
  keys:
    person: {type: entity, label: Person, required: true}
    post: {type: text, label: Post, required: true}
    organisation: {type: entity, label: At}
shop:
  label: Shop
  type: place
  fresh: never
"""
)
ENTITIES = (
    (SITES / "acme/entities.yaml").read_text("utf-8")
    + """
ann: {name: Ann Lee, kind: person}
bo: {name: Bo Lind, kind: person}
rover: {name: Rover, kind: product, also_known_as: [The Dog]}
labs: {name: Acme Labs, kind: organisation}
dubai: {name: Dubai, kind: place, also_known_as: [Dubayy]}
"""
)
FACT = """
{id}:
  label: {id} of it
  property: {property}
  subject: {subject}
  claims:
    - value: {value}
      {more}
      references: [{{source: annual-report, quote: the words of {id}}}]
"""


def fact(id: str, asked: str, subject: str, value: str, more: str = "") -> str:
    return FACT.format(id=id, property=asked, subject=subject, value=value, more=more)


FACTS = "".join((
    fact("rover-maker", "maker", "rover", "labs"),
    fact("labs-parent", "parent", "labs", "acme"),
    fact("bank-parent", "parent", "example-bank", "acme", "period: 2001/2010"),
    fact("ann-post", "post", "acme", "{person: ann, post: Chief, organisation: labs}", "period: 2020/.."),
    fact("bo-post", "post", "acme", "{person: bo, post: Chief, organisation: labs}", "period: 2010/2019"),
    fact("shop", "shop", "acme", "Dubai"),
))  # fmt: skip
PLACES = (
    "dubai: {name: Dubai, country: United Arab Emirates, longitude: 55.3, latitude: 25.2}\n"
)
FILES: Mapping[str, str] = {
    "properties.yaml": PROPERTIES,
    "entities.yaml": ENTITIES,
    "places.yaml": PLACES,
    "companies/acme/company.yaml": "name: Acme\nsections: {profile: Profile, history: History, more: More}\n",
    "companies/acme/facts/more.yaml": FACTS,
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return merge_content(read_site(tmp_path, FILES), date(2025, 1, 1))


def page(site: Site, url: str) -> str:
    [found] = [one for one in plan_pages(bind(site, SETTINGS)) if one.url == url]
    return render(found, site)


def test_each_end_knows_the_other(site: Site) -> None:
    told = {
        end: [(one.label, one.other) for one in several]
        for end, several in site.relations.items()
    }
    assert told == {
        "labs": [("People", "bo"), ("People", "ann"), ("Products", "rover")],
        "acme": [("Subsidiaries", "labs"), ("Subsidiaries", "example-bank")],
    }


def test_pages_tell_it_from_both_ends(site: Site) -> None:
    """With a mark that leads to the words, and with what is over as such."""
    labs, rover, acme = (
        page(site, url) for url in ("entities/labs/", "entities/rover/", "companies/acme/")
    )
    assert '<span>Products</span>: <a class="name" href="../rover/">Rover</a><sup' in labs
    assert 'formerly <a class="name" href="../bo/">Bo Lind</a>' in labs
    assert '<a class="name" href="../labs/">Acme Labs</a>' in rover
    assert (
        'Subsidiaries</span>: <a class="name" href="../../entities/labs/">Acme Labs</a>'
        in acme
    )


@pytest.mark.parametrize(
    "more", ["status: denied", "status: cancelled", "rank: deprecated\n      note: Wrong."]
)
def test_what_is_not_so_has_no_other_end(tmp_path: Path, more: str) -> None:
    facts = fact("rover-maker", "maker", "rover", "labs", more)
    files = {**FILES, "companies/acme/facts/more.yaml": facts, "places.yaml": ""}
    assert not merge_content(
        read_content(content_folder(tmp_path, files)).content, date(2025, 1, 1)
    ).relations


def test_other_names_are_shown_and_found(site: Site) -> None:
    assert "also known as The Dog" in page(site, "entities/rover/")


def test_an_unknown_id_that_is_another_name_is_told(tmp_path: Path) -> None:
    files = {
        **FILES,
        "companies/acme/facts/more.yaml": FACTS.replace(
            "subject: rover", "subject: the-dog"
        ),
    }
    reading = read_content(content_folder(tmp_path, files))
    [found] = [
        one
        for one in check_content(reading.content, reading.findings)
        if one.code == "L002"
    ]
    assert found.message.endswith(
        "the entity 'the-dog' is not known. Did you mean 'rover'?"
    )


def test_a_place_that_is_an_entity_is_one_thing(site: Site) -> None:
    """What names the place stands on the page of the entity, and leads there; nothing is
    idle.
    """
    assert [FactId("acme", "shop")] == [one.id for one in site.named["dubai"].named]
    assert '<a class="name" href="../../../../entities/dubai/">Dubai</a>' in page(
        site, "companies/acme/facts/shop/"
    )


def test_neither_place_nor_entity_is_idle(tmp_path: Path) -> None:
    assert not [
        one
        for one in told(findings_in(tmp_path, FILES))
        if "L007" in one and "dubai" in one
    ]


def test_only_an_entity_has_another_end(tmp_path: Path) -> None:
    wrong = PROPERTIES + "size: {label: Size, type: text, fresh: never, inverse: Sizes}\n"
    found = told(findings_in(tmp_path, {**FILES, "properties.yaml": wrong}))
    assert ["S011"] == [one.rpartition(" ")[2] for one in found if "properties.yaml" in one]
