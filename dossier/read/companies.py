"""A company's own file and its timelines."""

from dossier.model.companies import Company, Lane, Timeline
from dossier.read import parsers
from dossier.read.confirming import CONFIRMED
from dossier.read.fiscal import fiscal_year
from dossier.read.shapes import (
    ELSEWHERE,
    Spot,
    object_of,
    reads,
    record_of,
    shape,
    taking,
    written,
)
from dossier.yaml.nodes import Node

COMPANY = shape(
    Company,
    slug=ELSEWHERE,
    name=reads(parsers.text, "The name that readers see.", required=True, empty=""),
    also_known_as=reads(parsers.list_of(parsers.text), "Other names.", syntax="list of names"),
    same_as=reads(parsers.list_of(parsers.url), "Addresses of pages about the same company.", syntax="list of addresses"),
    language=reads(parsers.language, "The language that its facts and narrative are written in, such as ar.",
        syntax="language tag"),
    formerly=reads(parsers.list_of(parsers.slug), "Ids that its folder had before: their addresses lead here.",
        syntax="list of ids"),
    fiscal_year=reads(fiscal_year, "When its year ends, for periods such as FY2025-Q2 in its facts.",
        syntax="map"),
    sections=reads(parsers.map_of(parsers.text), "Section ids and their headings, in order; each is a file in facts/.",
        required=True, empty={}, syntax="map of headings"),
    key_facts=reads(parsers.list_of(parsers.fact_id), "Ids of the facts that open the dossier.",
        syntax="list of facts"),
    confirmed=taking(CONFIRMED),
    at=ELSEWHERE,
)  # fmt: skip

LANE = shape(
    Lane,
    id=ELSEWHERE,
    label=reads(parsers.text, "The heading of the theme.", required=True, empty=""),
    events=reads(parsers.list_of(parsers.fact_id), "Ids of the events that belong to it, as `events` lists them.",
        required=True, empty=(), syntax="list of facts"),
    at=ELSEWHERE,
)  # fmt: skip


@written(object_of(LANE))
def _lane(node: Node, spot: Spot) -> Lane:
    return record_of(node, LANE, spot, id=spot.trail.rpartition(".")[2])


_BY_ID = parsers.map_of(_lane)


@written(_BY_ID.schema)
def _lanes(node: Node, spot: Spot) -> tuple[Lane, ...]:
    return tuple(_BY_ID(node, spot).values())


TIMELINE = shape(
    Timeline,
    id=ELSEWHERE,
    label=reads(parsers.text, "The heading.", required=True, empty=""),
    description=reads(parsers.text, "One or two sentences: what the selection shows."),
    events=reads(parsers.list_of(parsers.fact_id), "Ids of events, in order; `company/fact` for another dossier's.",
        required=True, empty=(), syntax="list of facts"),
    lanes=reads(_lanes, "Themes by which the events are told apart; without it, the topics of their facts.",
        syntax="map of themes"),
    at=ELSEWHERE,
)  # fmt: skip


def read_company(slug: str, node: Node, spot: Spot) -> Company:
    """What a company's own file says of it. Raises Refused where the file is no mapping."""
    return record_of(node, COMPANY, spot._replace(company=slug), slug=slug)


def read_timeline(id: str, company: str, node: Node, spot: Spot) -> Timeline:
    """One timeline. Raises Refused where the file is no mapping."""
    return record_of(node, TIMELINE, spot._replace(company=company), id=id)
