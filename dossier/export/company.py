"""A file for each company: its facts with every claim. What it shares with others is named
by id.
"""

from collections.abc import Mapping

from dossier.export.facts import fact_data
from dossier.export.kinds import Export
from dossier.export.promises import promise_data
from dossier.export.values import without_blanks
from dossier.export.wording import narrative_data
from dossier.model.addresses import DATA_COMPANY, DOSSIER
from dossier.model.companies import Company
from dossier.model.data import Data
from dossier.model.dossiers import MergedTimeline, Site
from dossier.model.fiscal import FiscalYear


def _dossier(site: Site, slug: str) -> Mapping[str, Data]:
    dossier = site.dossiers[slug]
    return {
        "company": _company(dossier.company),
        "key_facts": [str(fact.id) for fact in dossier.key_facts],
        "sections": [
            {"id": id, "label": label} for id, label in dossier.company.sections.items()
        ],
        "facts": [fact_data(fact) for fact in dossier.facts],
        "promises": [
            promise_data(site.promises[one.id], site.as_of)
            for one in dossier.facts
            if one.id in site.promises
        ],
        "timelines": [_timeline(timeline) for timeline in dossier.timelines],
        "mentions": [str(fact.id) for fact in dossier.mentions],
        "own_words": narrative_data(site.wording.of_company(dossier.company.slug)),
    }


def _company(company: Company) -> Data:
    return without_blanks(
        {
            "id": company.slug,
            "name": company.name,
            "also_known_as": [*company.also_known_as],
            "same_as": [*company.same_as],
            "formerly": [*company.formerly],
            "fiscal_year": (
                _fiscal_year(company.fiscal_year) if company.fiscal_year else None
            ),
        }
    )


def _fiscal_year(year: FiscalYear) -> Data:
    exact: dict[str, Data] = {period: day.isoformat() for period, day in year.exact.items()}
    return without_blanks(
        {
            "ends": f"{year.month:02}-{year.day:02}",
            "named_by": year.named_by.value,
            "exact": exact,
        }
    )


def _timeline(timeline: MergedTimeline) -> Data:
    """A timeline as the ids of its events, in order."""
    events: list[Data] = [str(event.id) for event in timeline.events]
    return without_blanks(
        {
            "id": timeline.id,
            "label": timeline.label,
            "description": timeline.description,
            "events": events,
        }
    )


EXPORT = Export(DATA_COMPANY, _dossier, beside=DOSSIER)
