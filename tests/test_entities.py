"""People, organisations and products: what is said of each, which have a page, what stands
on it, and what leads there.
"""

import re
from pathlib import Path

import pytest

from dossier.merge.entities import Mention, mentions_in
from dossier.model.dossiers import EntityEntry, Site
from dossier.model.facts import FactId
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from tests.helpers import merged
from tests.render_fixtures import SETTINGS, html, pages, render
from tests.searching import search_entries

PROPERTIES = """
statement:
  label: Statement
  type: record
  fresh: never
  keys:
    date: {type: date, label: Said}
    speaker: {type: entity, label: Speaker, required: true, part: speaker}
    said: {type: text, label: What was said, required: true}
role:
  label: Role
  type: record
  fresh: never
  part: role
  keys:
    person: {type: entity, label: Person, required: true}
    role: {type: text, label: Role, required: true}
    organisation: {type: entity, label: Organisation}
meeting:
  label: Meeting
  type: record
  fresh: never
  keys:
    date: {type: date, label: Date, required: true}
    guests: {type: entity, label: Guests, many: true, required: true}
maker: {label: Maker, type: entity, fresh: never}
motto: {label: Motto, type: text, fresh: never}
"""
ENTITIES = """
bo: {name: Bo Lind, kind: person, same_as: ["https://people.example/bo"]}
idle: {name: Idle, kind: person}
labs: {name: Labs, kind: organisation}
rover: {name: Rover, kind: product}
"""
REFERENCES = "references: [{source: town-paper, quote: these very words}]"
FACTS = f"""
bo-motto:
  label: Motto of Bo
  property: motto
  subject: bo
  claims:
    - value: Onward
      {REFERENCES}
second-meeting:
  label: Second meeting
  property: meeting
  claims:
    - value: {{date: 2021, guests: [bo, labs]}}
      {REFERENCES}
first-meeting:
  label: First meeting
  property: meeting
  claims:
    - value: {{date: 2020, guests: [bo]}}
      {REFERENCES}
bo-on-growth:
  label: Bo on growth
  property: statement
  claims:
    - value: {{date: 2022, speaker: bo, said: It will grow}}
      references:
        - {{source: town-paper, quote: we shall grow, supports: [said]}}
        - {{source: town-paper, quote: on Monday, supports: [date]}}
size:
  label: Size
  property: motto
  claims:
    - value: Large
      asserted_by: bo
      {REFERENCES}
bo-role:
  label: Role of Bo
  property: role
  claims:
    - value: {{person: bo, role: Chief, organisation: labs}}
      {REFERENCES}
rover-maker:
  label: Maker of Rover
  property: maker
  subject: rover
  claims:
    - value: labs
      {REFERENCES}
"""
FILES = {
    "properties.yaml": PROPERTIES,
    "entities.yaml": ENTITIES,
    "companies/acme/company.yaml": "name: Acme\nsections: {history: History, profile: Profile}\n",
    "companies/acme/facts/history.yaml": FACTS,
    "companies/acme/facts/profile.yaml": (
        f"motto: {{label: Motto, property: motto, claims: [{{value: Upward, {REFERENCES}}}]}}\n"
    ),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with people, a laboratory and its product."""
    return merged(tmp_path_factory.mktemp("small"), FILES)


def page(site: Site, url: str) -> str:
    """A page of a site, rendered."""
    return render({page.url: page for page in plan_pages(bind(site, SETTINGS))}[url], site)


def labels(entry: EntityEntry, group: str) -> list[str]:
    """The facts of one group."""
    return [fact.fact.label for fact in getattr(entry, group)]


def test_each_fact_stands_once_by_the_part_that_is_played_in_it(small: Site) -> None:
    bo = small.named["bo"]
    assert ["Motto of Bo", "Role of Bo"] == labels(bo, "about"), (
        "its subject before what a record is about"
    )
    assert ["Bo on growth", "Size"] == labels(bo, "said")
    assert ["First meeting", "Second meeting"] == labels(bo, "events"), "in their order"
    assert [] == labels(bo, "named")
    assert ["Role of Bo", "Maker of Rover"] == labels(small.named["labs"], "named")
    assert 6 == len(bo.facts)


def test_who_plays_two_parts_in_a_fact_is_listed_by_the_nearer_one(tmp_path: Path) -> None:
    """Who says so comes before whom it is about, and that before whom it names."""
    facts = f"""
bo-on-bo:
  label: Bo on Bo
  property: motto
  subject: bo
  claims:
    - value: Onward
      asserted_by: bo
      {REFERENCES}
labs-on-rover:
  label: Labs on Rover
  property: maker
  subject: rover
  claims:
    - value: labs
      asserted_by: labs
      {REFERENCES}
rover-of-rover:
  label: Rover of Rover
  property: maker
  subject: rover
  claims:
    - value: rover
      {REFERENCES}
"""
    site = merged(tmp_path, {**FILES, "companies/acme/facts/history.yaml": facts})
    assert {"bo": Mention.SPEAKER} == mentions_in(site.facts[FactId("acme", "bo-on-bo")])
    assert {"rover": Mention.SUBJECT, "labs": Mention.SPEAKER} == mentions_in(
        site.facts[FactId("acme", "labs-on-rover")]
    )
    assert {"rover": Mention.SUBJECT} == mentions_in(
        site.facts[FactId("acme", "rover-of-rover")]
    )


def test_a_record_is_about_the_first_entity_that_it_must_name(tmp_path: Path) -> None:
    """A key that may be left out, or names several, says whom else it concerns."""
    sale = """
sale:
  label: Sale
  type: record
  fresh: never
  keys:
    broker: {type: entity, label: Broker}
    guests: {type: entity, label: Guests, many: true, required: true}
    buyer: {type: entity, label: Buyer, required: true}
    seller: {type: entity, label: Seller, required: true}
"""
    facts = f"""
sold:
  label: Sold
  property: sale
  claims:
    - value: {{broker: bo, guests: [rover], buyer: labs, seller: idle}}
      {REFERENCES}
"""
    files = {
        **FILES,
        "properties.yaml": PROPERTIES + sale,
        "companies/acme/facts/history.yaml": facts,
    }
    parts = mentions_in(merged(tmp_path, files).facts[FactId("acme", "sold")])
    named = dict.fromkeys(("bo", "rover", "idle"), Mention.NAMED)
    assert {"acme": Mention.SUBJECT, "labs": Mention.SUBJECT, **named} == parts


def test_only_what_facts_name_and_what_has_no_dossier_has_a_page(small: Site) -> None:
    assert {"bo", "labs", "rover"} == small.named.keys()
    urls = {page.url for page in plan_pages(bind(small, SETTINGS))}
    assert {"entities/", "entities/bo/", "entities/labs/", "entities/rover/"} == {
        url for url in urls if url.startswith("entities")
    }


def test_a_page_says_who_somebody_is_and_since_when(small: Site) -> None:
    text = page(small, "entities/bo/")
    assert (
        '<p class="lead__line">Chief · <a class="name" href="../labs/">Labs</a></p>' in text
    )
    assert (
        '<meta name="description" property="og:description" content="Bo Lind: Chief · Labs. 6 facts from 1 source'
        in text
    )
    assert '<a href="https://people.example/bo" rel="external">people.example</a>' in text
    assert 'class="age"' in text


def test_a_statement_shows_the_words_that_were_said(small: Site) -> None:
    text = page(small, "entities/bo/")
    said = text.split('id="said"')[1].split('id="events"')[0]
    assert ">we shall grow</q>" in said
    assert ">on Monday</q>" not in said
    assert "2022" in said


def test_facts_lead_to_their_pages_and_notes(small: Site) -> None:
    text = page(small, "entities/bo/")
    for fact in small.named["bo"].facts:
        assert f'href="../../companies/acme/facts/{fact.id.fact}/"' in text
    assert 'role="doc-endnotes"' in text


def test_as_what_it_is_named_is_told_with_whose_dossier_it_is(small: Site) -> None:
    """In one sentence: “Speaker · Acme” would say that Acme spoke."""
    acme = '<a href="../../companies/acme/">Acme</a>'
    text = re.sub(r"</li>\s+<li>", "</li><li>", page(small, "entities/bo/"))
    assert f"<li>named under “Speaker” in the dossier of {acme}</li>" in text
    assert f"<li>says so</li><li>from the dossier of {acme}</li>" in text
    assert "<li>Speaker" not in text


def test_names_lead_to_their_pages_but_not_from_there(small: Site) -> None:
    link = '<a class="name" href="../../../../entities/bo/">Bo Lind</a>'
    assert link in page(small, "companies/acme/facts/first-meeting/")
    assert ">Bo Lind</a>" not in page(small, "entities/bo/")


def test_the_list_has_everybody_by_kind_with_what_they_are(small: Site) -> None:
    text = page(small, "entities/")
    assert ["People", "Organisations", "Products"] == re.findall(
        r'id="kind-\w+">(\w+)<', text
    )
    assert '<a href="../companies/acme/">Acme</a>' in text
    assert '<a href="bo/">Bo Lind</a> <span class="mentions__what">Chief · ' in text
    assert "Idle" not in text


def test_people_and_products_can_be_searched_for(small: Site) -> None:
    found = {entry.url: entry for entry in search_entries(bind(small, SETTINGS))}
    assert ("Bo Lind", "person", "Chief · Labs") == tuple(
        found["entities/bo/"].shown[key] for key in ("title", "kind", "value")
    )
    assert "product" == found["entities/rover/"].shown["kind"]


def test_one_fact_in_several_dossiers_has_an_id_for_each(tmp_path: Path) -> None:
    more = {
        "companies/other/company.yaml": "name: Other\nsections: {facts: Facts}\n",
        "companies/other/facts/facts.yaml": FACTS,
    }
    text = page(merged(tmp_path, FILES | more), "entities/bo/")
    assert 'id="fact-bo-motto--acme"' in text
    assert 'id="fact-bo-motto--other"' in text


def test_every_page_leads_to_the_list() -> None:
    assert [] == [
        url
        for url in pages()
        if not url.endswith("/embed/") and "entities/" not in html(url)
    ]


def test_what_introduces_nobody_is_told_with_its_name(small: Site) -> None:
    text = page(small, "entities/rover/")
    assert (
        '<p class="lead__line">Maker of Rover: <a class="name" href="../labs/">Labs</a></p>'
        in text
    )
    assert 'content="Rover: Maker of Rover: Labs. 1 fact' in text


def test_what_no_fact_is_about_is_told_by_its_kind(small: Site) -> None:
    text = page(small, "entities/labs/")
    assert 'class="lead__line"' not in text
    assert 'content="Labs: organisation. 3 facts' in text


def test_the_timelines_that_tell_most_of_somebody_come_first(tmp_path: Path) -> None:
    timelines = {
        "companies/acme/timelines/a.yaml": "label: Just one\nevents: [bo-on-growth]\n",
        "companies/acme/timelines/b.yaml": "label: Both meetings\nevents: [first-meeting, second-meeting]\n",
    }
    text = page(merged(tmp_path, FILES | timelines), "entities/bo/")
    assert ["Both meetings", "Just one"] == re.findall(r'/timelines/\w/">([^<]+)<', text)
