"""`fiscal_year` of a company: when its year ends, and what its periods mean in its facts."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from dossier.collect import Refused
from dossier.model.companies import Company
from dossier.model.dates import Moment, PartialDate
from dossier.model.fiscal import FISCAL, FISCAL_HELP, Calendar, FiscalYear, NamedBy
from dossier.model.schema import a_map, matching
from dossier.read import parsers
from dossier.read.shapes import (
    Spot,
    expect_mapping,
    object_of,
    reads,
    record_of,
    refuse,
    shape,
    written,
)
from dossier.yaml.nodes import Node, shorten

MONTH_DAY = re.compile(r"(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])")
MONTH_DAY_HELP = "Write month and day of the last day, such as 03-31."
EXACT_HELP = "Write its last day, such as 2025-01-26."
A_LEAP_YEAR = 2000


@written(matching(MONTH_DAY.pattern, MONTH_DAY_HELP))
def _ends(node: Node, spot: Spot) -> tuple[int, int]:
    text = parsers.single(node, spot)
    try:
        day = date.fromisoformat(f"{A_LEAP_YEAR}-{text}")
    except ValueError:
        raise refuse(
            node, "V001", spot, f"is no day on which a year ends. {MONTH_DAY_HELP}"
        ) from None
    return day.month, day.day


def _exact_day(node: Node, spot: Spot) -> date:
    when: PartialDate = parsers.plain_date(node, spot)
    if not (
        isinstance(when.start, Moment)
        and when.earliest == when.latest
        and when.text == str(when.start)
    ):
        raise refuse(node, "V001", spot, f"is not a day. {EXACT_HELP}")
    return when.earliest


@written(
    a_map(
        matching(FISCAL.pattern, FISCAL_HELP),
        matching(rf"[0-9]{{4}}-{MONTH_DAY.pattern}", EXACT_HELP),
        1,
    )
)
def _exact(node: Node, spot: Spot) -> Mapping[str, date]:
    """The last day of periods, by their names."""
    found: dict[str, date] = {}
    for name, pair in expect_mapping(node, spot).every_pair():
        below = spot.key(name, pair.key)
        if not FISCAL.fullmatch(name):
            spot.out.add(
                pair.key,
                "V001",
                f"{below.trail}: {shorten(name)!r} is no fiscal period. {FISCAL_HELP}",
            )
        try:
            found[name] = _exact_day(pair.node, below)
        except Refused as refused:
            spot.out.note(refused)
    if not found:
        raise refuse(
            node, "S009", spot, "is empty. Give the last day of at least one year."
        )
    return found


NO_DAYS: Mapping[str, date] = MappingProxyType({})


def _fiscal_year(
    ends: tuple[int, int],
    named_by: NamedBy = NamedBy.END,
    exact: Mapping[str, date] = NO_DAYS,
) -> FiscalYear:
    return FiscalYear(*ends, named_by, exact)


FISCAL_YEAR = shape(
    _fiscal_year,
    ends=reads(_ends, "Month and day of its last day, such as 03-31; where weeks are counted, the usual one.",
        needed=True, syntax="month and day"),
    named_by=reads(parsers.word_of(NamedBy), "Which calendar year names it; `end` if left out.", syntax="word"),
    exact=reads(_exact, "Where weeks are counted: the last day of each year, by its name, and of a quarter of 14 weeks.",
        syntax="map of days"),
)  # fmt: skip


@written(object_of(FISCAL_YEAR))
def fiscal_year(node: Node, spot: Spot) -> FiscalYear:
    """How a company divides time. Raises Refused where it is not said when its year ends."""
    if not expect_mapping(node, spot).pairs:
        raise refuse(node, "S009", spot, "is empty. Say when it ends: `{ends: 03-31}`.")
    return record_of(node, FISCAL_YEAR, spot)


def calendar_of(slug: str, company: Company | None) -> Calendar:
    """What fiscal periods mean in the facts of a company, by what could be read of its own
    file.
    """
    year = company.fiscal_year if company else None
    if company is None or (year is None and "fiscal_year" in company.at.entries):
        return Calendar(None, f"Mend companies/{slug}/company.yaml.")
    return Calendar(
        year,
        f"Add `fiscal_year: {{ends: 03-31}}` to companies/{slug}/company.yaml, with the day"
        " its year ends.",
    )
