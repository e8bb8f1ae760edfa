"""Merging: dossiers with their sections and timelines, and from every thing back to what
names it.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.merge.proofs import known_passages
from dossier.model.claims import Reference
from dossier.model.content import Content
from dossier.model.dossiers import Knowledge, MergedTimeline, Proofs, Site
from dossier.model.facts import FactId
from dossier.model.proofs import Level, ProofState, State
from tests.helpers import merged

EVENT = """\
{id}:
  label: Something
  property: event
  claims:
    - value: {{date: "{date}", what: Something}}
      references: [{{source: town-paper, quote: something}}]
"""
OTHER = """\
owner:
  label: Owner
  property: event
  subject: example-bank
  claims:
    - value: {date: 2015, partners: [acme]}
      asserted_by: example-town
      references: [{source: town-paper, quote: Acme}]
size:
  label: Size
  property: employees
  subject: acme
  claims:
    - value: 5
      references: [{source: annual-report, quote: five}]
"""
FILES = {
    "companies/acme/company.yaml": (
        "name: Acme\nsections: {history: History, profile: Profile}\nkey_facts: [loan, employees]\n"
    ),
    "companies/acme/overview.md": "Acme borrowed money [@town-paper, page 2].\n",
    "companies/acme/timelines/past.yaml": "label: Past\ndescription: Two events.\nevents: [founding, other/owner]\n",
    "companies/other/company.yaml": "name: Other\nsections: {facts: Facts}\n",
    "companies/other/facts/facts.yaml": OTHER,
}


def names(facts: object) -> list[str]:
    """The ids of facts, as text."""
    return [str(fact.id) for fact in facts]  # type: ignore[attr-defined]


def test_a_dossier_has_its_facts_by_section(tmp_path: Path) -> None:
    """Sections stand in the order of the company's file, facts in that of theirs, key facts
    as listed.
    """
    dossier = merged(tmp_path, FILES).dossiers["acme"]
    assert [
        ("history", ["acme/founding", "acme/loan"]),
        ("profile", ["acme/employees"]),
    ] == [(section.id, names(section.facts)) for section in dossier.sections]
    assert ["acme/founding", "acme/loan", "acme/employees"] == names(dossier.facts)
    assert ["acme/loan", "acme/employees"] == names(dossier.key_facts)


def test_a_dossier_lists_the_sources_of_facts_and_narrative(tmp_path: Path) -> None:
    """In order of their ids, each once."""
    assert ["annual-report", "town-paper"] == [
        one.id for one in merged(tmp_path, FILES).dossiers["acme"].sources
    ]


def test_a_dossier_knows_who_mentions_its_company(tmp_path: Path) -> None:
    """As subject or in a value, in the dossiers of others; its own facts are no mentions."""
    site = merged(tmp_path, FILES)
    assert ["other/owner", "other/size"] == names(site.dossiers["acme"].mentions)
    assert [] == names(site.dossiers["other"].mentions)


def test_a_source_lists_all_that_rests_on_it(tmp_path: Path) -> None:
    """Facts in order of company and file, companies whose narrative cites it, and its
    origins.
    """
    entry = merged(tmp_path, FILES).sources["town-paper"]
    assert ["acme/loan", "acme/employees", "other/owner"] == names(entry.facts)
    assert (("acme",), ["example-wire"]) == (
        entry.cited_by,
        [origin.id for origin in entry.origins],
    )


def test_a_chosen_timeline_keeps_its_order_and_may_show_facts_of_others(
    tmp_path: Path,
) -> None:
    """It holds nothing of its own but its words."""
    timeline = merged(tmp_path, FILES).dossiers["acme"].timelines[0]
    assert ("past", "Past", "Two events.") == (
        timeline.id,
        timeline.label,
        timeline.description,
    )
    assert ["acme/founding", "other/owner"] == names(timeline.events)


def lanes(timeline: MergedTimeline) -> dict[str, tuple[str, list[str]]]:
    """Heading and events of each theme, by its id."""
    return {
        lane.id: (lane.label, [str(id) for id in lane.events]) for lane in timeline.lanes
    }


def test_the_themes_of_a_timeline_are_the_topics_and_the_companies_of_its_events(
    tmp_path: Path,
) -> None:
    """In the order in which they appear."""
    site = merged(tmp_path, FILES)
    topics = {
        "history": ("History", ["acme/founding"]),
        "from--other": ("Other", ["other/owner"]),
    }
    assert topics == lanes(site.dossiers["acme"].timelines[0])
    assert {"history": ("History", ["acme/founding", "acme/loan"])} == lanes(
        site.dossiers["acme"].timeline
    )


def test_a_timeline_may_have_themes_of_its_own(tmp_path: Path) -> None:
    """In the order of the file."""
    own = "lanes: {us: {label: Us, events: [loan]}, them: {label: Them, events: [founding, other/owner]}}\n"
    past = f"label: Past\nevents: [founding, other/owner, loan]\n{own}"
    timeline = (
        merged(tmp_path, FILES | {"companies/acme/timelines/past.yaml": past})
        .dossiers["acme"]
        .timelines[0]
    )
    assert {
        "us": ("Us", ["acme/loan"]),
        "them": ("Them", ["acme/founding", "other/owner"]),
    } == lanes(timeline)
    assert ["Them", "Them", "Us"] == [
        lane.label for event in timeline.events if (lane := timeline.lane_of(event.id))
    ]


def whole(folder: Path, dates: dict[str, str], *timelines: str) -> list[str]:
    """The events of a company in the order of its whole timeline."""
    files = {
        f"companies/acme/timelines/t{n}.yaml": f"label: T\nevents: [{ids}]\n"
        for n, ids in enumerate(timelines)
    }
    files["companies/acme/facts/history.yaml"] = "".join(
        EVENT.format(id=id, date=date) for id, date in dates.items()
    )
    files["entities.yaml"] = ""
    return [fact.id.fact for fact in merged(folder, files).dossiers["acme"].timeline.events]


def test_the_whole_timeline_runs_by_date(tmp_path: Path) -> None:
    """By the first day a date can mean, then by the last; as the files do where these are
    equal; without a date last.
    """
    dates = {
        "none": "unstated",
        "late": "2020",
        "year": "2014",
        "day": "2014-01-01",
        "span": "[2013..2030]",
        "twin": "2014",
    }
    assert ["span", "day", "year", "twin", "late", "none"] == whole(tmp_path, dates)


def test_what_dates_cannot_order_stands_as_the_timelines_list_it(tmp_path: Path) -> None:
    """An event of unknown date stands where a timeline puts it, the first timeline before
    the second.
    """
    dates = {"c": "[2020..2024]", "b": "[2020..2024]", "a": "2020", "d": "2024-05"}
    assert ["a", "b", "c", "d"] == whole(tmp_path / "equal", dates, "a, b, c, d")
    assert ["a", "c", "b", "d"] == whole(tmp_path / "files", dates, "a, d")
    assert ["a", "c", "b", "d"] == whole(tmp_path / "two", dates, "a, c", "b, c, d")


def test_an_event_that_ends_sooner_may_be_listed_behind_a_longer_one(
    tmp_path: Path,
) -> None:
    """Neither its beginning nor its end moves it forward again."""
    dates = {
        "short": "2010/2015",
        "long": "2010/2020",
        "late": "2011/2020",
        "early": "2010/2012",
    }
    assert ["early", "long", "short", "late"] == whole(
        tmp_path / "ends", dates, "long, short"
    )
    assert ["early", "short", "late", "long"] == whole(
        tmp_path / "begins", dates, "late, long"
    )


def test_a_wide_span_follows_what_is_listed_before_it(tmp_path: Path) -> None:
    """Although it may have begun earlier; and an event without a date stands with its
    neighbours.
    """
    dates = {
        "wide": "[2010..2024]",
        "fixed": "2020",
        "early": "2015",
        "none": "unstated",
        "last": "2025",
    }
    assert ["early", "fixed", "wide", "last", "none"] == whole(
        tmp_path / "wide", dates, "fixed, wide"
    )
    assert ["early", "fixed", "none", "wide", "last"] == whole(
        tmp_path / "none", dates, "fixed, none, wide"
    )
    assert ["wide", "early", "none", "fixed", "last"] == whole(
        tmp_path / "first", dates, "none, fixed"
    )


PROVED, UNCHECKED, NEAR = Level.PROVED, ProofState.UNCHECKED, ProofState.NEAR


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ({}, UNCHECKED),
        ({"value": PROVED}, PROVED),
        ({"date": PROVED, "what": Level.WORDS}, Level.WORDS),
        ({"date": Level.LOOK, "what": Level.READ}, Level.LOOK),
        ({"date": Level.READ, "what": PROVED}, Level.READ),
        ({"date": Level.WORDS, "what": UNCHECKED}, UNCHECKED),
        ({"date": UNCHECKED, "what": NEAR}, NEAR),
    ],
)
def test_a_claim_is_proved_as_far_as_the_weakest_of_its_keys(
    keys: dict[str, State], state: State
) -> None:
    """A claim with a locator alone has nothing that could be looked up."""
    assert state is Proofs(keys=keys).state
    assert (state is PROVED) is Proofs(keys=keys).is_proved


@pytest.mark.parametrize(
    "states", [(PROVED, UNCHECKED), (UNCHECKED, PROVED), (PROVED, UNCHECKED, PROVED)]
)
def test_a_passage_is_proved_where_it_is_for_every_claim_that_rests_on_it(
    states: tuple[State, ...], tmp_path: Path
) -> None:
    """It may show one figure and not the other; the other passages of the claims are their
    own.
    """
    fact = merged(tmp_path, {}).facts[FactId("acme", "employees")]
    shared, own = (
        Reference(source, "120 people") for source in ("annual-report", "town-paper")
    )
    claims = tuple(
        replace(
            fact.claims[0], claim=both, proofs=Proofs((Knowledge(state), Knowledge(PROVED)))
        )
        for both in [replace(fact.claims[0].claim, references=(shared, own))]
        for state in states
    )
    assert {
        shared.passage: Knowledge(UNCHECKED),
        own.passage: Knowledge(PROVED),
    } == known_passages([replace(fact, claims=claims)], Content())


def test_everything_is_in_order_of_ids(tmp_path: Path) -> None:
    """Maps of a site run in order, so that its pages do."""
    site: Site = merged(tmp_path, FILES)
    assert ["acme", "other"] == list(site.dossiers)
    assert ["acme", "example-bank", "example-town", "other"] == list(site.entities)
    assert FactId("other", "size") in site.facts


def test_the_keys_on_which_answers_differ_are_named(tmp_path: Path) -> None:
    """A key that only one answer has is no dispute, and an answer that no longer counts
    makes none.
    """
    told = """\
founding:
  label: Founding
  property: event
  claims:
    - value: {date: 2001, what: Founded, place: example-town}
      references: [{source: town-paper, quote: founded}]
    - value: {date: 2002, what: Founded}
      references: [{source: annual-report, quote: founded}]
    - value: {date: 2001, what: Bought}
      rank: deprecated
      note: A slip.
      references: [{source: town-paper, quote: bought}]
"""
    site = merged(tmp_path, {"companies/acme/facts/history.yaml": told})
    assert {"date"} == site.facts[FactId("acme", "founding")].disputed_keys
