"""Of which time an answer is, where it stands alone: never does the day of a report pass
for that of what it tells of.
"""

from dataclasses import replace

import pytest

from dossier.model.claims import Claim
from dossier.model.dossiers import MergedFact
from dossier.model.values import UNSTATED, Duration
from dossier.render.facts.claims import is_single_day
from dossier.render.facts.facts import figure_view
from dossier.render.facts.times import time_of, times_of
from dossier.render.pages.binding import bind
from dossier.render.pages.citing import page_citation, with_source
from dossier.render.site.links import fact_url
from dossier.render.site.render_context import RenderContext
from tests.render_fixtures import FINE, SETTINGS, SITES, SPEECH, html, ref, site
from tests.render_fixtures import date as a_date

REPORT = "24 September 2025≈"


def render(here: str = "companies/acme/") -> RenderContext:
    return RenderContext(bind(site(), SETTINGS), here)


def answered(fact: MergedFact, claim: Claim) -> MergedFact:
    """The same fact with one answer alone."""
    return replace(fact, claims=(replace(fact.claims[0], claim=claim),))


def figure(
    period: str = "", duration: Duration | None = None, stated: str = ""
) -> MergedFact:
    """A figure of a report of 24 September 2025."""
    claim = Claim(
        SITES.claims[0].value,
        (ref("full", "91"),),
        period=a_date(period) if period else None,
        duration=duration,
        stated=a_date(stated) if stated else None,
    )
    return answered(site().facts[SITES.id], claim)


def told(fact: MergedFact) -> tuple[str, tuple[str, ...]]:
    """The time in the fewest words, and all that is known of it."""
    return (
        time_of(render(), fact, fact.leading).striptags(),
        tuple(part.striptags() for part in times_of(render(), fact, fact.leading)),
    )


@pytest.mark.parametrize(
    ("fact", "short", "full"),
    [
        (figure(), f"as of {REPORT}", (f"as of {REPORT}",)),
        (figure("2024"), "2024", ("period: 2024",)),
        (figure("2024/2025"), "2024 to 2025", ("period: 2024 to 2025",)),
        (figure("2025-09"), "September 2025", ("period: September 2025",)),
        (figure("2025-09-24"), "on 24 September 2025", ("on 24 September 2025",)),
        (
            figure("2025-09-24", stated="2025-10"),
            "on 24 September 2025",
            ("on 24 September 2025", "as of October 2025"),
        ),
        (
            figure("", Duration(3)),
            f"3 years, as of {REPORT}",
            ("period: 3 years", f"as of {REPORT}"),
        ),
        (
            figure("2025-09-24", Duration(0, 0, 1)),
            "1 day, 24 September 2025",
            ("period: 1 day, 24 September 2025",),
        ),
    ],
)
def test_a_figure_is_of_its_period_or_day_or_else_as_of_its_report(
    fact: MergedFact, short: str, full: tuple[str, ...]
) -> None:
    assert (short, full) == told(fact)


def test_an_event_is_of_its_own_date_whatever_the_day_of_its_report() -> None:
    assert ("October 2020",) * 2 == (
        told(site().facts[SPEECH.id])[0],
        *told(site().facts[SPEECH.id])[1],
    )
    assert "between October 2020 and September 2024" == told(site().facts[FINE.id])[0]


def test_an_event_that_also_has_a_length_has_its_date_first() -> None:
    fine = site().facts[FINE.id]
    lasting = answered(fine, replace(fine.leading, duration=Duration(3)))
    when = "between October 2020 and September 2024"
    assert (when, (when, "period: 3 years")) == told(lasting)


def test_an_event_without_a_date_says_that_the_date_is_that_of_the_report() -> None:
    speech = site().facts[SPEECH.id]
    undated = {"what": "A speech", "date": UNSTATED}
    reported = answered(
        speech, replace(speech.leading, value=undated, references=(ref("full", "speech"),))
    )
    assert (f"reported {REPORT}", (f"reported {REPORT}",)) == told(reported)


def test_no_date_at_all_is_told_as_that() -> None:
    bare = figure()
    assert ("no date", ("no date",)) == told(
        answered(bare, replace(bare.leading, references=(ref("bare", "91"),)))
    )


def test_texts_to_copy_have_that_time() -> None:
    fine, here = site().facts[FINE.id], fact_url(FINE.id)
    text = with_source(render(here), fine, "Fine, Acme")
    assert ", between October 2020 and September 2024 (source: " in text
    assert figure_view(render(here), fine).when.striptags() in text


def test_only_one_day_is_no_period() -> None:
    texts = ("2025-09-24", "2025-09-24~", "2025-09", "2025-09-24/2025-09-25")
    assert [True, True, False, False] == [
        is_single_day(figure(text).leading) for text in texts
    ]


def test_how_to_cite_a_page_has_its_address_and_stays_on_paper_alone_of_what_is_to_be_taken_along() -> (
    None
):
    page = html(fact_url(SITES.id))
    assert f"{SETTINGS.site_url}/{fact_url(SITES.id)}" in page_citation(
        render(fact_url(SITES.id)), "Sites"
    )
    assert 1 == page.count("cite--on-paper")
    assert page.index('class="section taking"') < page.index("cite--on-paper")
