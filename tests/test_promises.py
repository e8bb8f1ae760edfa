"""Promises: when they are due, where they stand on a day, what settles them, and how that
is told.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossier.merge import merge_content
from dossier.model.dossiers import Site
from dossier.model.facts import FactId
from dossier.model.freshness import Age
from dossier.model.promises import PromiseOutcome, PromiseState
from dossier.render.facts.promises import promised_view
from dossier.render.pages.binding import bind
from dossier.render.pages.plan import plan_pages
from dossier.render.site.render_context import RenderContext
from dossier.upkeep.stale import stale_facts
from tests.exported import export_files
from tests.helpers import SITES, findings_in, read_site
from tests.render_fixtures import SETTINGS, render

PROPERTIES = """
opening:
  label: Planned opening
  type: record
  fresh: P1M
  promise: plan
  settled_by: A report that the office is open.
  keys:
    place: {type: entity, label: Place, required: true}
    by: {type: date, label: By, part: due}
forecast:
  label: Expected revenue
  type: money
  fresh: P1M
  promise: forecast
carbon-free:
  label: Without carbon from
  type: date
  fresh: P1M
  promise: target
opened:
  label: Opening
  type: record
  fresh: never
  keys:
    date: {type: date, label: Date, required: true}
    place: {type: entity, label: Place, required: true}
"""
FACT = """
{id}:
  label: {label}
  property: {property}
  claims:
    - value: {value}
      {more}
      references:
        - source: {source}
          quote: the words of {id}
"""


def fact(
    id: str,
    prop: str,
    value: str,
    more: str = "stated: 2024-01",
    source: str = "annual-report",
) -> str:
    return FACT.format(
        id=id, label=id.capitalize(), property=prop, value=value, more=more, source=source
    )


PLANS = "".join(
    (
        fact("soon", "opening", "{place: example-town, by: 2030}"),
        fact("undated", "opening", "{place: example-town}"),
        fact("late", "opening", "{place: example-town, by: 2024}"),
        fact("done", "opening", "{place: example-town, by: 2024}"),
        fact("argued", "opening", "{place: example-town, by: 2024}"),
        fact("sales", "forecast", "5 billion USD", "period: 2024"),
        fact("opened-done", "opened", "{date: 2024-06, place: example-town}", "settles: {done: kept, argued: kept}"),
        fact("not-argued", "opened", "{date: 2024-07, place: example-town}", "settles: {argued: missed}", "town-paper"),
        fact("wrong", "opened", "{date: 2024-07, place: example-town}",
             "settles: {late: kept}\n      rank: deprecated\n      note: It was another office."),
    )
)  # fmt: skip
FILES = {
    "properties.yaml": (SITES / "acme/properties.yaml").read_text("utf-8") + PROPERTIES,
    "companies/acme/company.yaml": "name: Acme\nsections: {profile: Profile, history: History, plans: Plans}\n",
    "companies/acme/facts/plans.yaml": PLANS,
}
TODAY = date(2025, 2, 1)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return merge_content(read_site(tmp_path, FILES), TODAY)


def states(site: Site) -> dict[str, str]:
    return {
        id.fact: promise.state(site.as_of).value for id, promise in site.promises.items()
    }


def test_where_each_promise_stands(site: Site) -> None:
    assert {
        "soon": "open", "undated": "open", "late": "passed", "done": "settled", "argued": "disputed", "sales": "passed",
    } == states(site)  # fmt: skip


def test_a_day_is_over_only_when_the_last_day_that_it_can_mean_is(site: Site) -> None:
    late = site.promises[FactId("acme", "late")]
    assert [PromiseState.OPEN, PromiseState.PASSED] == [
        late.state(date(2024, 12, 31)),
        late.state(date(2025, 1, 1)),
    ]
    assert PromiseState.OPEN is replace(late, due=None).state(date(2999, 1, 1))


def test_what_settles_a_promise_is_told_with_its_outcome(site: Site) -> None:
    assert [("acme/opened-done", PromiseOutcome.KEPT)] == [
        (one.fact, one.outcome) for one in site.promises[FactId("acme", "done")].settlements
    ]
    assert (PromiseOutcome.KEPT, PromiseOutcome.MISSED) == site.promises[
        FactId("acme", "argued")
    ].outcomes


def test_a_settled_promise_grows_old_no_more_and_one_that_is_due_is_listed(
    site: Site,
) -> None:
    ages = {id.fact: site.facts[id].claims[0].freshness.age for id in site.promises}
    assert (Age.TIMELESS, Age.DUE) == (ages["done"], ages["late"])
    listed = {one.fact.id.fact: one.told for one in stale_facts(site)}
    assert (
        "was due by 2024-12-31, and nothing says what became of it"
        == listed["late"]
        == listed["sales"]
    )
    assert "done" not in listed
    assert listed["undated"].startswith("stale since")


def test_data_has_every_promise_with_what_settles_it(site: Site) -> None:
    data = json.loads(export_files(site)["data/companies/acme.json"])
    found = {one["fact"]: one for one in data["promises"]}
    assert [{"fact": "acme/opened-done", "outcome": "kept"}] == found["acme/done"][
        "settled_by"
    ]
    late = found["acme/late"]
    assert ("plan", "passed", "2024") == (late["kind"], late["state"], late["due"]["edtf"])
    facts = {one["id"]: one for one in data["facts"]}
    assert {"acme/done": "kept", "acme/argued": "kept"} == facts["acme/opened-done"][
        "claims"
    ][0]["settles"]


def page(site: Site, url: str) -> str:
    pages = {page.url: page for page in plan_pages(bind(site, SETTINGS))}
    return " ".join(render(pages[url], site).split())


def test_the_page_of_promises_begins_with_those_whose_day_has_passed(site: Site) -> None:
    text = page(site, "promises/")
    order = [
        text.index(f'id="promises-{state}"')
        for state in ("passed", "disputed", "open", "settled")
    ]
    assert sorted(order) == order
    assert "Nothing read since says whether they were kept." in text
    assert text.index('facts/soon/"') < text.index('facts/undated/"')
    assert text.count("A report that the office is open.") == 3


def test_the_page_of_a_fact_says_where_its_promise_stands(site: Site) -> None:
    assert 'href="../opened-done/">Opened-done</a>' in page(
        site, "companies/acme/facts/done/"
    )
    assert "the day has passed; nothing read since says" in page(
        site, "companies/acme/facts/late/"
    )
    assert "For when" not in page(site, "companies/acme/facts/loan/")


def test_what_follows_a_promise_may_be_in_another_dossier(tmp_path: Path) -> None:
    other = {
        "companies/beta/company.yaml": "name: Beta\nsections: {plans: Plans}\n",
        "companies/beta/facts/plans.yaml": fact(
            "seen",
            "opened",
            "{date: 2024-08, place: example-town}",
            "settles: {acme/late: partly}",
        ),
    }
    site = merge_content(read_site(tmp_path, FILES | other), TODAY)
    assert PromiseState.SETTLED is site.promises[FactId("acme", "late")].state(TODAY)
    assert 'href="../../../beta/facts/seen/"' in page(site, "companies/acme/facts/late/")


def test_a_status_against_the_outcome_is_a_finding(tmp_path: Path) -> None:
    said = "{place: example-town, by: 2024}\n      stated: 2024-01"
    text = PLANS.replace(said, f"{said}\n      status: cancelled", 2)
    codes = [
        one.code
        for one in findings_in(tmp_path, {**FILES, "companies/acme/facts/plans.yaml": text})
    ]
    assert 1 == codes.count("F011")


def test_a_dossier_tells_its_promises_in_a_line_for_those_that_stand_alike(
    tmp_path: Path,
) -> None:
    plans = PLANS + fact("other", "opening", "{place: example-town, by: 2024}")
    site = merge_content(
        read_site(tmp_path, {**FILES, "companies/acme/facts/plans.yaml": plans}), TODAY
    )
    text = page(site, "companies/acme/").split('id="promised"')[1].split("</section>")[0]
    lines = text.split('<li class="promiselines__line">')[1:]
    assert 6 == len(lines)
    assert all(f'facts/{id}/"' in lines[0] for id in ("late", "other"))
    assert "the day has passed; nothing read since says" in lines[0]
    assert '<a href="facts/opened-done/">Opened-done</a> (kept)' in text
    assert 'id="promised"' not in page(
        merge_content(read_site(tmp_path / "bare", {}), TODAY), "companies/acme/"
    )


@pytest.mark.parametrize(
    ("outcome", "written", "status"),
    [
        ("kept", "announced", "completed"),
        ("withdrawn", "announced", "cancelled"),
        ("missed", "announced", "announced"),
        ("partly", "announced", "announced"),
        ("kept", "completed", "completed"),
        ("withdrawn", "denied", "denied"),
    ],
)
def test_how_far_a_promise_has_come_follows_from_its_outcome(
    tmp_path: Path, outcome: str, written: str, status: str
) -> None:
    """Where nobody writes how it ended; pages and data say so alike."""
    plan = fact("done", "opening", "{place: example-town, by: 2024}", f"status: {written}")
    came = fact(
        "came",
        "opened",
        "{date: 2024-06, place: example-town}",
        f"settles: {{done: {outcome}}}",
    )
    content = read_site(tmp_path, {**FILES, "companies/acme/facts/plans.yaml": plan + came})
    found = merge_content(content, TODAY).facts[FactId("acme", "done")]
    assert status == found.status_of(found.leading)


def test_a_promise_on_whose_outcome_sources_differ_has_the_status_that_is_written(
    site: Site,
) -> None:
    argued = site.facts[FactId("acme", "argued")]
    assert (None, "reported") == (argued.became, argued.status_of(argued.leading))


DATED = fact("climate", "carbon-free", '"[..2030]"') + fact(
    "climate-late", "carbon-free", "2024", "period: 2030"
)


@pytest.mark.parametrize(
    ("id", "due", "state"),
    [("climate", "by 2030", "open"), ("climate-late", "2024", "passed")],
)
def test_a_value_that_is_a_date_is_the_day_by_which(
    id: str, due: str, state: str, tmp_path: Path
) -> None:
    """And no page says beside it that there is no date."""
    files = {**FILES, "companies/acme/facts/plans.yaml": PLANS + DATED}
    made = merge_content(read_site(tmp_path, files), TODAY)
    told = promised_view(
        RenderContext(bind(made, SETTINGS), "promises/"), made.promises[FactId("acme", id)]
    )
    assert (due, state) == (told.due.striptags(), states(made)[id])
